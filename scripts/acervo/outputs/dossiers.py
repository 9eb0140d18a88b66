"""The dossier of a document or a network: its record as it is published, part by part, for programs.

In: the record, the cards of those it names, what the site is called. Out: JSON: each field under its own name and each
record named by id, title and address; what the source does not say is left out, as in the record.
Never: tells what its page does not: notes for editors, records without a page; of people without one, all but the role.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.archive.card import Card
from acervo.outputs.publication import Publication
from acervo.records.catalogue.entry import Key
from acervo.records.models.dates import Date
from acervo.records.models.fields import Part
from acervo.records.models.parts import Participation, Record

WITHHELD = frozenset({"draft", "withdrawn", "notes"})
"""Fields that say how a record is kept, and nothing of what it is about."""

Cards = Mapping[Key, Card]


def plan(archive: Archive) -> Iterator[Key]:
    """Yield the records that have a dossier."""
    for kind in addresses.DOSSIERS:
        yield from archive.order[kind]


def render(key: Key, record: Record, cards: Cards, site: Publication) -> bytes:
    """Return a dossier. cards: of the records that may be named."""
    kind, id_ = key
    head = {"url": site.url + addresses.record(key), "type": kind, "id": id_}
    return (json.dumps(head | _part(record, cards, site.url), ensure_ascii=False, indent=1) + "\n").encode()


def _part(part: Part, cards: Cards, url: str) -> dict[str, Any]:
    if isinstance(part, Participation) and ("speakers", part.person) not in cards:
        return {"role": part.role.value}
    told = ((name, _value(getattr(part, name), kind, cards, url)) for name, kind in _fields(type(part)))
    return {name: value for name, value in told if value not in (None, "", [])}


@cache
def _fields(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model that are told, each with the kind of record that it names, or ""."""
    found = []
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        if name not in WITHHELD:
            found.append((name, str(extra["refers_to"]) if isinstance(extra, dict) and "refers_to" in extra else ""))
    return tuple(found)


def _value(value: Any, kind: str, cards: Cards, url: str) -> Any:
    """Return a value as JSON knows it. kind: of the records whose ids it holds, or ""."""
    match value:
        case tuple():
            several = (_value(one, kind, cards, url) for one in value)
            return [one for one in several if one is not None]
        case Part():
            return _part(value, cards, url)
        case Date():
            return value.text
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case str() if kind and value:
            card = cards.get((kind, value))
            return {"id": value, "title": card.title, "url": url + card.path} if card else None
        case str():
            return str(value)
        case _:
            return value
