"""The archive: every entry with every other, sorted, complete and frozen.

In: the entries of checked records. Out: an `Archive` that answers who names whom, in reading order.
Never: reads files or the clock, opens a record, or decides how anything looks.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from acervo.archive.card import Card, Deck, stamps
from acervo.archive.holding import NO_HOLDINGS, Holding
from acervo.archive.risks import risks
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
    """The card of every published entry, drawn when first asked for."""
    stamps: Mapping[Key, int]
    """By published entry, a number that changes whenever its card may."""
    order: Mapping[str, tuple[Key, ...]]
    """By kind, the published entries in reading order: by date, newest first, or by name."""
    names: Mapping[Key, tuple[Key, ...]]
    """The published records that a published record names, in the order of its fields, each once."""
    referrers: Mapping[Key, Mapping[str, tuple[Key, ...]]]
    """Who names a record: by kind, in reading order, each once."""
    places: Mapping[Key, tuple[Key, int]]
    """By conference of a series, that series and the place among its conferences, newest first, from 0."""
    holdings: Mapping[Key, Holding]
    """By conference with a video, what is kept of it, if anything."""
    risks: Mapping[str, tuple[Key, ...]]
    """By reason, the published conferences whose recording is at risk, in reading order."""

    def named_by(self, key: Key, kind: str) -> tuple[Key, ...]:
        """Return the records of one kind that name this one."""
        return self.referrers.get(key, {}).get(kind, ())

    def years(self) -> dict[int | None, tuple[Key, ...]]:
        """Return the conferences by year, newest first; those without date under None, last."""
        found: dict[int | None, list[Key]] = defaultdict(list)
        for key in self.order["conferences"]:
            date = self.entries[key].date
            found[int(date[:4]) if date else None].append(key)
        return {year: tuple(keys) for year, keys in found.items()}


def build(entries: Iterable[Entry], kept: Mapping[str, Holding] = NO_HOLDINGS) -> Archive:
    """Join the entries into an archive. kept: what is kept of each video, by its id.

    Entries must have passed the rules: what names an absent record is simply not linked.
    """
    known = {(entry.kind, entry.id): entry for entry in sorted(entries) if not entry.draft}
    for key, entry in known.items():
        if entry.kind == "conferences":
            known[key] = _inherit(entry, known)
    published: dict[str, list[Key]] = {kind: [] for kind in KINDS}
    for key, entry in known.items():
        if not entry.withdrawn:
            published[entry.kind].append(key)
    order = {kind: tuple(_in_order(keys, known)) for kind, keys in published.items()}
    names, referrers = _relations(known, order)
    holdings = {key: kept[entry.video] for key, entry in known.items() if entry.video and entry.video in kept}
    return Archive(
        entries=known,
        cards=Deck(known),
        stamps=stamps(known, names),
        order=order,
        names=names,
        referrers=referrers,
        places={
            conference: (series, place)
            for series in order["series"]
            for place, conference in enumerate(referrers.get(series, {}).get("conferences", ()))
        },
        holdings=holdings,
        risks=risks((known[key] for key in order["conferences"]), holdings),
    )


def _inherit(entry: Entry, entries: Mapping[Key, Entry]) -> Entry:
    """Give a conference the institution and the permission that its series hands down."""
    names = {field: id_ for field, _, id_, _ in entry.references}
    series = entries.get(("series", names.get("series", "")))
    if series is None:
        return entry
    if series.permission and not entry.permission:
        entry = entry._replace(permission=series.permission)
    if "institution" in names:
        return entry
    handed: list[Reference] = [
        ("institution", kind, id_, "") for field, kind, id_, _ in series.references if field == "defaults.institution"
    ]
    return entry._replace(references=(*entry.references, *handed)) if handed else entry


def _in_order(keys: list[Key], entries: Mapping[Key, Entry]) -> list[Key]:
    """Put the keys of one kind in reading order."""
    found = sorted(keys, key=lambda key: (entries[key].sort, key[1]))
    if keys and keys[0][0] == "conferences":
        found.sort(key=lambda key: _first_day(entries[key].date), reverse=True)
    return found


def _first_day(date: str) -> str:
    if not date:
        return UNKNOWN_DATE
    return date if len(date) == 10 else dates.parse(date).start.first


def _relations(
    entries: Mapping[Key, Entry], order: Mapping[str, tuple[Key, ...]]
) -> tuple[dict[Key, tuple[Key, ...]], dict[Key, dict[str, tuple[Key, ...]]]]:
    """Return whom each published record names, and who names each record."""
    published = set(chain.from_iterable(order.values()))
    names: dict[Key, tuple[Key, ...]] = {}
    referrers: dict[Key, dict[str, tuple[Key, ...]]] = defaultdict(dict)
    for kind, keys in order.items():
        found: dict[Key, list[Key]] = defaultdict(list)
        for key in keys:
            named = dict.fromkeys([(named_kind, id_) for _, named_kind, id_, _ in entries[key].references])
            for other in named:
                found[other].append(key)
            all_published = published.issuperset(named)
            names[key] = tuple(named) if all_published else tuple([other for other in named if other in published])
        for other, by in found.items():
            referrers[other][kind] = tuple(by)
    return names, dict(referrers)
