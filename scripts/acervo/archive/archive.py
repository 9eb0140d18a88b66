"""The archive: every entry with every other, sorted, complete and frozen.

In: the entries of checked records. Out: an `Archive` that answers who names whom, in reading order.
Never: reads files or the clock, opens a record, or decides how anything looks.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from acervo.archive.card import Card, Deck, stamps
from acervo.archive.holding import NO_HOLDINGS, Holding
from acervo.archive.hours import NOON, instant
from acervo.archive.life import standings, upcoming
from acervo.archive.risks import risks
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.catalogue.references import Reference
from acervo.records.models import dates
from acervo.records.models.kinds import KINDS

UNKNOWN_DATE = "0000"
LONG_AGO = "1900-01-01"


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
    discreet: frozenset[Key]
    """Those whose own texts name somebody who was withdrawn: their pages leave it out, their texts are not given."""
    as_of: datetime
    """The instant, in UTC, as of which pages are written: noon of the day on which a record was last looked at."""
    upcoming: tuple[Key, ...]
    """The conferences still to come, or going on, at that instant, the soonest first; those without date last."""
    standings: Mapping[Key, str]
    """What pages say of the conferences of which time alone may still change it."""

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
    gone = frozenset(key for key, entry in known.items() if key[0] == "speakers" and entry.withdrawn)
    mended = {key: changed for key, entry in known.items() if (changed := _without(gone, entry))} if gone else {}
    known |= mended
    for key, entry in known.items():
        if entry.kind == "conferences":
            known[key] = _inherit(entry, known)
    published: dict[str, list[Key]] = {kind: [] for kind in KINDS}
    for key, entry in known.items():
        if not entry.withdrawn:
            published[entry.kind].append(key)
    order = {kind: tuple(_in_order(keys, known)) for kind, keys in published.items()}
    names, referrers = _relations(known, order)
    as_of = instant(max((entry.updated for entry in known.values()), default=LONG_AGO), NOON)
    standing = standings((known[key] for key in order["conferences"]), as_of)
    holdings = {key: kept[entry.video] for key, entry in known.items() if entry.video and entry.video in kept}
    holdings |= {key: holdings[key]._replace(picture=None) for key in mended if key in holdings}
    return Archive(
        entries=known,
        cards=Deck(known, as_of),
        stamps=stamps(known, names, standing),
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
        discreet=frozenset(mended),
        as_of=as_of,
        upcoming=tuple(entry.key for entry in upcoming((known[key] for key in order["conferences"]), as_of)),
        standings=standing,
    )


def _without(gone: frozenset[Key], entry: Entry) -> Entry | None:
    """Return an entry as if people who were withdrawn had no part in it, or None when they have none.

    The institution of their office of then goes with them: with the day, it says who it was.
    """
    told = [field for field, kind, id_, _ in entry.references if (kind, id_) in gone]
    if not told:
        return None
    parts = tuple(field.removesuffix("person") if field.startswith("people.") else field for field in told)
    return entry._replace(
        references=tuple([one for one in entry.references if not one[0].startswith(parts)]),
        posts=tuple([post for post in entry.posts if ("speakers", post[0]) not in gone]),
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
    if keys and keys[0][0] in ("conferences", "evaluations"):
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
    published = {key: key for key in chain.from_iterable(order.values())}
    names: dict[Key, tuple[Key, ...]] = {}
    referrers: dict[Key, dict[str, tuple[Key, ...]]] = defaultdict(dict)
    for kind, keys in order.items():
        found: dict[Key, list[Key]] = defaultdict(list)
        for key in keys:
            named = dict.fromkeys([(named_kind, id_) for _, named_kind, id_, _ in entries[key].references])
            for other in named:
                found[other].append(key)
            # The keys of the archive themselves, not equal ones: they take no memory and are found sooner.
            names[key] = tuple(filter(None, map(published.get, named)))
        for other, by in found.items():
            referrers[other][kind] = tuple(by)
    return names, dict(referrers)
