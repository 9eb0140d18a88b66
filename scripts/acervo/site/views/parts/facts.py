"""The table of facts of a record: labels of the schema beside what the record says.

In: values of fields, or a declaration of how each is told. Out: `Fact`s without the empty ones. Never: words a label of
its own for a field of the schema.

A table is declared once, as `Told`s: a page is made from it here, and the preview of the form in the browser, which has
a way of telling of each name too (`editor/preview/facts.js`).
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from acervo.records.models.parts import Contact
from acervo.site import dates, wording
from acervo.site.views.parts.bars import in_words, written
from acervo.site.views.parts.reach import Link, Reach
from acervo.site.views.parts.whereabouts import whereabouts


class Value(NamedTuple):
    """One line of a fact."""

    text: str
    href: str = ""
    facet: str = ""
    """Name of the search filter it feeds, or ""."""


class Fact(NamedTuple):
    """A label and what it says, line by line."""

    label: str
    values: tuple[Value, ...]


class Told(NamedTuple):
    """How one fact is told."""

    label: str
    field: str
    way: str
    """Name of the way in which the value of the field is told, of `WAYS`."""
    detail: str = ""
    """What the way needs besides: the kind of the record that is named, a fixed text."""
    facet: str = ""
    """Name of the search filter it feeds, or ""."""


Table = tuple[Told, ...]


def labels(model: type[BaseModel]) -> dict[str, str]:
    """Return the Spanish label of each field of a model, by the field's name."""
    return {name: info.title or name for name, info in model.model_fields.items()}


def told(model: type[BaseModel], *rows: tuple[str, ...]) -> Table:
    """Declare a table. rows: field, way, and perhaps detail and facet; under the label that the schema gives."""
    known = labels(model)
    return tuple(Told(known[field], field, *rest) for field, *rest in rows)


def tell(facts: Table, record: BaseModel, way: Reach) -> tuple[Fact, ...]:
    """Return the facts that a record has of those declared."""
    found = []
    for one in facts:
        if values := WAYS[one.way](record, one, way):
            found.append(Fact(one.label, values))
    return tuple(found)


Values = tuple[Value, ...]


def _text(record: Any, one: Told, _: Reach) -> Values:
    text = getattr(record, one.field)
    return (Value(text),) if text else ()


def _date(record: Any, one: Told, _: Reach) -> Values:
    date = getattr(record, one.field)
    return (Value(dates.in_words(date.text)),) if date else ()


def _date_at_all(record: Any, one: Told, _: Reach) -> Values:
    date = getattr(record, one.field)
    return (Value(dates.in_words(date.text) if date else wording.NO_DATE),)


def _date_or(record: Any, one: Told, way: Reach) -> Values:
    """Tell a date, or that there is none, unless another field tells the time."""
    return _date(record, one, way) if getattr(record, one.detail) else _date_at_all(record, one, way)


def _hours(record: Any, one: Told, _: Reach) -> Values:
    text = dates.hours(record.start_time, getattr(record, one.field))
    return (Value(text),) if text else ()


def _label(record: Any, one: Told, _: Reach) -> Values:
    choice = getattr(record, one.field)
    return (Value(choice.label),) if choice else ()


def _label_if_said(record: Any, one: Told, way: Reach) -> Values:
    """Tell a choice only where the record makes it."""
    return _label(record, one, way) if one.field in record.model_fields_set else ()


def _label_if_known(record: Any, one: Told, way: Reach) -> Values:
    """Tell a choice unless it is the one that says nothing."""
    return _label(record, one, way) if getattr(record, one.field).value != "unknown" else ()


def _place(record: Any, one: Told, _: Reach) -> Values:
    text = wording.place(getattr(record, one.field))
    return (Value(text),) if text else ()


def _place_on_map(record: Any, one: Told, way: Reach) -> Values:
    place = getattr(record, one.field)
    text = wording.place(place)
    return (Value(text, whereabouts(place, way)),) if text else ()


def _record(record: Any, one: Told, way: Reach) -> Values:
    link = way.record(one.detail, getattr(record, one.field))
    return (Value(link.text, link.href, one.facet),) if link else ()


def _records(record: Any, one: Told, way: Reach) -> Values:
    ids = getattr(record, one.field)
    return tuple([Value(link.text, link.href) for link in way.records(one.detail, ids)]) if ids else ()


def _list(record: Any, one: Told, _: Reach) -> Values:
    return tuple([Value(text) for text in getattr(record, one.field)])


def _count(record: Any, one: Told, _: Reach) -> Values:
    number = getattr(record, one.field)
    return (Value(f"{number:,}"),) if number else ()


def _language(record: Any, one: Told, _: Reach) -> Values:
    code = getattr(record, one.field)
    return (Value(wording.language(code)),) if code else ()


def _link(record: Any, one: Told, _: Reach) -> Values:
    """Tell an address: by a fixed text, or by itself."""
    address = getattr(record, one.field)
    return (Value(one.detail or address, address),) if address else ()


def _below(record: Any, one: Told, _: Reach) -> Values:
    """Tell what stands below an address that is always the same, linked."""
    text = getattr(record, one.field)
    return (Value(text, f"{one.detail}{text}"),) if text else ()


def _web(record: Any, one: Told, _: Reach) -> Values:
    text = getattr(record, one.field)
    return (Value(text, text if text.startswith(("https://", "http://")) else ""),) if text else ()


def _figure(record: Any, one: Told, _: Reach) -> Values:
    """Tell how many, in the words of the source. field: the figure. detail: what holds it."""
    text = in_words(getattr(getattr(record, one.detail), one.field, None))
    return (Value(text),) if text else ()


def _money(record: Any, one: Told, _: Reach) -> Values:
    text = written(getattr(record, one.field))
    return (Value(text),) if text else ()


WAYS: Mapping[str, Callable[[Any, Told, Reach], Values]] = {
    "text": _text,
    "date": _date,
    "date_at_all": _date_at_all,
    "date_or": _date_or,
    "hours": _hours,
    "label": _label,
    "label_if_said": _label_if_said,
    "label_if_known": _label_if_known,
    "place": _place,
    "place_on_map": _place_on_map,
    "record": _record,
    "records": _records,
    "list": _list,
    "count": _count,
    "language": _language,
    "link": _link,
    "below": _below,
    "web": _web,
    "figure": _figure,
    "money": _money,
}
"""The ways in which a fact is told: each makes its lines, none when there is nothing to tell."""


def said(label: str, text: str, href: str = "") -> Fact | None:
    """Make a fact of one text, or nothing of none."""
    return Fact(label, (Value(text, href),)) if text else None


def listed(label: str, texts: tuple[str, ...]) -> Fact | None:
    """Make a fact of several texts."""
    return Fact(label, tuple(Value(text) for text in texts)) if texts else None


def named(label: str, link: Link | None, facet: str = "") -> Fact | None:
    """Make a fact of another record."""
    return Fact(label, (Value(link.text, link.href, facet),)) if link else None


def table(*found: Fact | None) -> tuple[Fact, ...]:
    """Keep the facts there are."""
    return tuple(fact for fact in found if fact is not None)


CONTACT = told(Contact, ("email", "below", "mailto:"), ("phone", "text"), ("address", "text"), ("web", "web"))


def contact(value: Contact | None, way: Reach) -> tuple[Fact, ...]:
    """Say how to reach an institution."""
    return tell(CONTACT, value, way) if value else ()
