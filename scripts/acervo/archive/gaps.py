"""What is still missing in the published records, and which are late: the list of what editors have to do.

In: the archive: entries, what is kept of their videos, the instant as of which pages are written.
Out: gaps by record, as bits; how many there are of each by kind; how complete each year's conferences are.
Never: reads the clock, opens a record, or counts as missing what is not due yet.

Sources of the duties: Reglamento del Senado 296 (15 days after a change) and LGTAIP 58 (every 3 months), adopted as if
they bound; LGTAIP 12 (plain language, sources); WCAG 2.2, 1.2.2 (captions); LFDA 27, 83, 87 (licence, consent).
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import count
from typing import NamedTuple

from acervo.archive.archive import Archive
from acervo.archive.holding import NOTHING, Holding
from acervo.archive.hours import day_of
from acervo.records.catalogue.blanks import PIECES, UNKNOWN, field_of
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.models import dates
from acervo.records.models.conference import Captions, RecordingState
from acervo.records.models.kinds import KINDS
from acervo.records.models.session import EventStatus, Session

DAYS = 15
"""Within which a change has to be told (Reglamento del Senado 296)."""
MONTHS = 3
"""Within which every record has to be looked at (LGTAIP 58)."""
NO_YEAR = ""


class Gap(NamedTuple):
    """One kind of gap."""

    code: str
    bit: int
    fields: Mapping[str, str]
    """By kind, the field where it is mended; a kind that is absent never has this gap."""


_DUTIES = (("overdue", "recording.state"), ("late", "updated"), ("stale", "updated"))
"""Gaps that time makes, and where they are mended."""
_OF_TALKS = frozenset({"overdue", "late"})
_PLACE = count()
GAPS: dict[str, Gap] = {
    piece.code: Gap(
        piece.code,
        1 << next(_PLACE),
        {kind.folder: path for kind in KINDS.values() if (path := field_of(piece, kind.folder, kind.model))},
    )
    for piece in PIECES
} | {
    code: Gap(
        code, 1 << next(_PLACE), dict.fromkeys(["conferences"] if code in _OF_TALKS else list(KINDS), path)
    )
    for code, path in _DUTIES
}  # fmt: skip
"""Every gap by its code, in the order in which people are told of them."""

_BIT = {code: gap.bit for code, gap in GAPS.items()}
_PIECES = (1 << len(PIECES)) - 1
_INSTITUTION, _CAPTIONS, _PERMISSION, _STALE = (
    _BIT[code] for code in ("institution", "captions", "permission", "stale")
)
_OF_RECORDINGS = sum(_BIT[code] for code in ("link", "captions", "license", "permission", "consent", "sign_language"))
"""Asked only of a recording that is published."""
_OF_THE_HELD = _BIT["recording"] | _BIT["description"]
"""Asked only of a conference that is over and was not called off."""
_SHIFT = len(GAPS)
_ALL = (1 << _SHIFT) - 1
_CALLED_OFF = frozenset({EventStatus.CANCELLED.value, EventStatus.POSTPONED.value})


class Tally(NamedTuple):
    """How many records of a kind have a gap."""

    gap: str
    kind: str
    number: int
    of: int
    """How many records it is asked of."""


class Coverage(NamedTuple):
    """How complete the conferences of a year are."""

    year: str
    """"" for those without date."""
    total: int
    recordings: int
    """That are published and have an address."""
    captions: int
    licenses: int
    summaries: int
    sources: int
    told: int
    """Pieces that their records tell."""
    asked: int
    """Pieces that are asked of them."""


class Census(NamedTuple):
    """All that is missing, counted."""

    date: str
    """The ISO day as of which it was counted."""
    records: int
    complete: int
    """Records without a gap."""
    tallies: tuple[Tally, ...]
    years: tuple[Coverage, ...]
    """Newest first, those without date last."""


class Limits(NamedTuple):
    """The days that decide whether something is late, as ISO text."""

    day: str
    changed: str
    """A change of this day or before should have been told by today."""
    looked: str
    """What was last looked at before this day is stale."""


def limits(day: str) -> Limits:
    """Return the limits as of an ISO day."""
    now = date.fromisoformat(day)
    month = now.year * 12 + now.month - 1 - MONTHS
    year, month = month // 12, month % 12 + 1
    looked = date(year, month, min(now.day, monthrange(year, month)[1]))
    return Limits(day, (now - timedelta(days=DAYS + 1)).isoformat(), looked.isoformat())


def mark(entry: Entry, held: Holding, limit: Limits) -> int:
    """Return the gaps of a record as bits, and above them, as many bits further, what is asked of it."""
    asked = _asked(entry.kind)
    found = entry.blanks
    if found & _INSTITUTION and "institution" in [one[0] for one in entry.references]:
        found &= ~_INSTITUTION
    if entry.kind == "conferences":
        asked, found = _of_a_conference(entry, held, limit, asked, found)
    if entry.updated < limit.looked:
        found |= _STALE
    return asked << _SHIFT | (found & asked)


def census_day(archive: Archive) -> str:
    """Return the ISO day as of which gaps are told."""
    return day_of(archive.as_of)


def every(archive: Archive) -> dict[Key, int]:
    """Return the mark of every published record."""
    limit, entries, held = limits(census_day(archive)), archive.entries, archive.holdings
    return {
        key: mark(entries[key], held.get(key, NOTHING), limit)
        for kind in KINDS
        for key in archive.order[kind]
    }  # fmt: skip


def named(mark_: int) -> Iterator[Gap]:
    """Yield the gaps of a mark."""
    return (gap for gap in GAPS.values() if mark_ & gap.bit)


def census(archive: Archive, marks: Mapping[Key, int]) -> Census:
    """Count the gaps. marks: those of every record, as `every` gives them."""
    tallies = []
    complete = 0
    for kind in KINDS:
        sets = Counter([marks[key] for key in archive.order[kind]])
        complete += sum([times for one, times in sets.items() if not one & _ALL])
        for gap in GAPS.values():
            if sets and kind in gap.fields:
                number = sum([times for one, times in sets.items() if one & gap.bit])
                asked = sum([times for one, times in sets.items() if one >> _SHIFT & gap.bit])
                tallies.append(Tally(gap.code, kind, number, asked))
    return Census(census_day(archive), len(marks), complete, tuple(tallies), tuple(_years(archive, marks)))


def _years(archive: Archive, marks: Mapping[Key, int]) -> Iterator[Coverage]:
    for year, keys in archive.years().items():
        sets = Counter([marks[key] for key in keys])
        pieces = [(one >> _SHIFT & _PIECES, one & _PIECES, times) for one, times in sets.items()]
        has = {
            code: sum([times for asked, missing, times in pieces if asked & ~missing & _BIT[code]])
            for code in ("link", "captions", "license", "summary", "sources")
        }
        yield Coverage(
            year=str(year) if year else NO_YEAR,
            total=len(keys),
            recordings=has["link"],
            captions=has["captions"],
            licenses=has["license"],
            summaries=has["summary"],
            sources=has["sources"],
            told=sum([(asked & ~missing).bit_count() * times for asked, missing, times in pieces]),
            asked=sum([asked.bit_count() * times for asked, _, times in pieces]),
        )


@cache
def _asked(kind: str) -> int:
    """Return what may be asked of a kind, as bits."""
    return sum(gap.bit for gap in GAPS.values() if kind in gap.fields)


def _of_a_conference(entry: Entry, held: Holding, limit: Limits, asked: int, found: int) -> tuple[int, int]:
    """Return what is asked of a conference and what it lacks, as bits, by its recording, its day and its status."""
    if entry.state != RecordingState.PUBLISHED:
        asked &= ~_OF_RECORDINGS
    else:
        if entry.captions != Captions.REVIEWED:
            found = found & ~_CAPTIONS if held.captioned else found | _CAPTIONS
        if entry.permission and entry.permission != UNKNOWN:
            found &= ~_PERMISSION
    date = entry.date
    last = date if len(date) in (0, 10) else dates.parse(date).end.last
    if last >= limit.day or (entry.session and Session(*entry.session).status in _CALLED_OFF):
        return asked & ~_OF_THE_HELD, found
    if last:
        if entry.state == RecordingState.SCHEDULED:
            found |= _BIT["overdue"]
        if last <= limit.changed and entry.updated <= last:
            found |= _BIT["late"]
    return asked, found
