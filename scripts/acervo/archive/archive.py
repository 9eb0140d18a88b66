"""The archive: every entry with every other, sorted, complete and frozen.

In: the entries of checked records. Out: an `Archive` that answers who names whom, in reading order.
Never: reads files or the clock, opens a record, or decides how anything looks.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acervo.archive.card import Card, draw
from acervo.records import dates
from acervo.records.entry import Entry, Key, Reference
from acervo.records.kinds import KINDS

UNKNOWN_DATE = "0000"


@dataclass(frozen=True, slots=True)
class Archive:
    """All that is published, by key and in order."""

    entries: Mapping[Key, Entry]
    """Every entry, drafts left out."""
    cards: Mapping[Key, Card]
    """The card of every published entry."""
    order: Mapping[str, tuple[Key, ...]]
    """By kind, the published entries in reading order: by date, newest first, or by name."""
    referrers: Mapping[Key, tuple[Key, ...]]
    """Who names a record, in reading order, kind after kind, each once."""
    places: Mapping[tuple[Key, Key], int]
    """Place of each conference among those of its series, by (series, conference)."""

    def named_by(self, key: Key, kind: str) -> tuple[Key, ...]:
        """Return the records of one kind that name this one."""
        return tuple(other for other in self.referrers.get(key, ()) if other[0] == kind)

    def place_in(self, series: Key, conference: Key) -> int:
        """Return the place of a conference among those of its series, newest first, from 0."""
        return self.places[series, conference]

    def years(self) -> dict[int | None, tuple[Key, ...]]:
        """Return the conferences by year, newest first; those without date under None, last."""
        found: dict[int | None, list[Key]] = defaultdict(list)
        for key in self.order["conferences"]:
            date = self.entries[key].date
            found[int(date[:4]) if date else None].append(key)
        return {year: tuple(keys) for year, keys in found.items()}


def build(entries: Iterable[Entry]) -> Archive:
    """Join the entries into an archive.

    Entries must have passed the rules: what names an absent record is simply not linked.
    """
    kept = {entry.key: entry for entry in sorted(entries, key=lambda entry: entry.key) if not entry.draft}
    kept = {key: _inherit(entry, kept) for key, entry in kept.items()}
    published = [entry for entry in kept.values() if entry.published]
    order = {kind: tuple(e.key for e in _in_order(kind, published)) for kind in KINDS}
    referrers = _referrers(kept, order)
    return Archive(
        entries=kept,
        cards={entry.key: draw(entry, kept) for entry in published},
        order=order,
        referrers=referrers,
        places={
            (series, key): place
            for series in order["series"]
            for place, key in enumerate(key for key in referrers.get(series, ()) if key[0] == "conferences")
        },
    )


def _inherit(entry: Entry, entries: Mapping[Key, Entry]) -> Entry:
    """Give a conference the institution that its series hands down."""
    if entry.kind != "conferences":
        return entry
    names = {field: id_ for field, _, id_, _ in entry.references}
    series = entries.get(("series", names.get("series", "")))
    if "institution" in names or series is None:
        return entry
    handed: list[Reference] = [
        ("institution", kind, id_, "") for field, kind, id_, _ in series.references if field == "defaults.institution"
    ]
    return entry._replace(references=(*entry.references, *handed)) if handed else entry


def _in_order(kind: str, entries: list[Entry]) -> list[Entry]:
    found = sorted((e for e in entries if e.kind == kind), key=lambda e: (e.sort, e.id))
    if kind == "conferences":
        found.sort(key=lambda e: _first_day(e.date), reverse=True)
    return found


def _first_day(date: str) -> str:
    if not date:
        return UNKNOWN_DATE
    return date if len(date) == 10 else dates.parse(date).start.first


def _referrers(entries: Mapping[Key, Entry], order: Mapping[str, tuple[Key, ...]]) -> dict[Key, tuple[Key, ...]]:
    found: dict[Key, dict[Key, None]] = defaultdict(dict)
    for keys in order.values():
        for key in keys:
            for _, kind, id_, _ in entries[key].references:
                found[kind, id_][key] = None
    return {key: tuple(names) for key, names in found.items()}
