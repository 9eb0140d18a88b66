"""The card of a record: all that any other page shows of it.

In: the record's entry and the titles of those it names. Out: a flat `Card`, and stamps that change whenever cards may.
Never: opens the record. A page changes when its record changes or when one of its cards does, and never otherwise:
that is what lets one changed record be rebuilt alone.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import blake2b
from typing import NamedTuple

from acervo.archive import addresses
from acervo.archive.hours import day_of
from acervo.archive.life import Turn, life, settled, stage_at
from acervo.records.catalogue.entry import Entry, Key, Moment, Step
from acervo.records.catalogue.survey import Survey

_TITLED = ("speakers", "institutions", "series")
"""Kinds whose titles stand on the cards of those that name them."""


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
    topics: tuple[str, ...]
    """Ids of the topics of a conference, those of its passages included, or of an evaluation."""
    moments: tuple[Moment, ...]
    """Where its recording speaks of other records."""
    person: tuple[str, str]
    """Family name and given name; two empty texts for what is no person."""
    steps: tuple[Step, ...]
    """Of a route, in order."""
    sections: tuple[str, ...]
    """Titles of the sections of a document."""
    survey: tuple[Survey, ...]
    """Of an evaluation, what was answered."""
    stage: str
    """In which stage a conference is when pages are written; "" for what is no conference."""
    turns: tuple[Turn, ...]
    """Its life, when time alone may still change its stage; else nothing."""

    @property
    def key(self) -> Key:
        """Return kind and id."""
        return self.kind, self.id


class Deck(Mapping[Key, Card]):
    """The cards of all published entries, each drawn when it is first asked for."""

    def __init__(self, entries: Mapping[Key, Entry], as_of: datetime) -> None:
        """Keep the entries; no card is drawn yet. as_of: when pages are written."""
        self._entries = entries
        self._as_of = as_of
        self._drawn: dict[Key, Card] = {}

    def __getitem__(self, key: Key) -> Card:
        """Return a card. Raises KeyError for what is absent or not published."""
        card = self._drawn.get(key)
        if card is None:
            entry = self._entries[key]
            if not entry.published:
                raise KeyError(key)
            card = self._drawn[key] = draw(entry, self._entries, self._as_of)
        return card

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a card, without drawing it."""
        entry = self._entries.get(key)  # type: ignore[call-overload]  # any object may be asked for
        return entry is not None and entry.published

    def __iter__(self) -> Iterator[Key]:
        """Yield the keys of all cards."""
        return (key for key, entry in self._entries.items() if entry.published)

    def __len__(self) -> int:
        """Return how many cards there are."""
        return sum(entry.published for entry in self._entries.values())


def draw(entry: Entry, entries: Mapping[Key, Entry], as_of: datetime) -> Card:
    """Make the card of an entry; `entries` gives the titles of those it names. as_of: when pages are written."""
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
    named_topics = (id_ for _, kind, id_, _ in entry.references if kind == "topics")
    topics = tuple(dict.fromkeys(named_topics)) if entry.kind in ("conferences", "evaluations") else ()
    return Card(
        entry.kind, entry.id, addresses.record(entry.key), entry.title, entry.label, entry.date, entry.summary,
        entry.state, tuple(people), institution, series, entry.place, entry.updated, topics, entry.moments,
        entry.person, entry.steps, entry.sections, entry.survey, *_in_time(entry, as_of),
    )  # fmt: skip


def _in_time(entry: Entry, as_of: datetime) -> tuple[str, tuple[Turn, ...]]:
    if entry.kind != "conferences":
        return "", ()
    turns = life(entry)
    changing = len(turns) > 1 and not settled(entry, day_of(as_of))
    return stage_at(turns, as_of).value, turns if changing else ()


def stamps(
    entries: Mapping[Key, Entry], names: Mapping[Key, tuple[Key, ...]], standings: Mapping[Key, str]
) -> dict[Key, int]:
    """Return for each published record a number that changes whenever its card may.

    It is made of the record's own digest, the titles that its card shows, and where it is in its life while that
    changes. names: whom each record names. Python gives tuples of numbers the same hash in every process; 64 bits are
    plenty to tell two states of a card.
    """
    titles = {key: number_of(entries[key].title) for key in names if key[0] in _TITLED}
    found = {
        key: hash((int(entries[key].digest[:15], 16), *[titles[other] for other in named if other[0] in _TITLED]))
        for key, named in names.items()
    }
    return found | {key: hash((found[key], number_of(said))) for key, said in standings.items() if key in found}


def number_of(text: str) -> int:
    """Return a number of 60 bits that stands for a text, the same in every process."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest()) >> 4
