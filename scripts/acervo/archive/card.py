"""The card of a record: all that any other page shows of it.

In: the record's entry and the titles of those it names. Out: a flat `Card` with a stamp of its content.
Never: opens the record. A page changes when its record changes or when one of its cards does, and never otherwise:
that is what lets one changed record be rebuilt alone.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from acervo.archive import addresses
from acervo.records.entry import Entry, Key


class Mention(NamedTuple):
    """A person on a conference's or document's card."""

    id: str
    name: str
    role: str


class Card(NamedTuple):
    """What other pages show of a record."""

    kind: str
    id: str
    path: str
    title: str
    label: str
    date: str
    summary: str
    state: str
    people: tuple[Mention, ...]
    institution: str
    """Title of the institution that organises or issues it, or to which it belongs; "" when unknown."""
    series: str
    """Title of the series, or ""."""
    place: tuple[str, str]
    updated: str
    stamp: bytes

    @property
    def key(self) -> Key:
        """Return kind and id."""
        return self.kind, self.id


def draw(entry: Entry, entries: Mapping[Key, Entry]) -> Card:
    """Make the card of an entry; `entries` gives the titles of those it names."""
    people = []
    institution = series = ""
    for field, kind, id_, role in entry.references:
        named = entries.get((kind, id_))
        if named is None or not named.published:
            continue
        if kind == "speakers" and field.startswith("people."):
            people.append(Mention(id_, named.title, role))
        elif field in ("institution", "parent") and not institution:
            institution = named.title
        elif field == "series":
            series = named.title
    content = (
        entry.kind, entry.id, addresses.record(entry.key), entry.title, entry.label, entry.date, entry.summary,
        entry.state, tuple(people), institution, series, entry.place, entry.updated,
    )
    return Card(*content, stamp=blake2b(repr(content).encode(), digest_size=12).digest())
