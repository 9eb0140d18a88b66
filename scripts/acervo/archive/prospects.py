"""The dates of all series that have a rule and no conference: what is expected, and what is missing.

In: the archive. Out: `Prospect`s in the order of their days. Never: looks farther ahead than a year after its records.
"""

from typing import NamedTuple

from acervo.archive.archive import Archive
from acervo.archive.hours import central, day_of
from acervo.archive.life import session
from acervo.archive.recurrence import expected, rule
from acervo.records.catalogue.entry import Key
from acervo.records.models.session import EventStatus


class Prospect(NamedTuple):
    """A date on which a series meets by its rule, and for which there is no conference."""

    day: str
    series: str
    """The id of the series."""
    slot: str
    """Value of a `recurrence.Slot`."""
    reason: str
    start_time: str
    end_time: str
    """The usual hours, or ""."""


def prospects(archive: Archive) -> tuple[Prospect, ...]:
    """Return the dates without a conference, from the first day of each rule to a year after the archive's own day."""
    now = central(archive.as_of)
    day, last = day_of(archive.as_of), now.replace(year=now.year + 1, day=min(now.day, 28)).date().isoformat()
    found = []
    for key in archive.order["series"]:
        told = rule(archive.entries[key])
        if told is None:
            continue
        held = [_date(archive, one) for one in archive.named_by(key, "conferences")]
        found += [
            Prospect(one.day, key[1], one.slot.value, one.reason, told.start_time, told.end_time)
            for one in expected(told, held, told.starts, last, day, _put_off(archive, key))
        ]
    return tuple(sorted(found))


def _put_off(archive: Archive, series: Key) -> dict[str, str]:
    """Return the titles of the conferences of a series by the days that they had before."""
    entries = (archive.entries[key] for key in archive.named_by(series, "conferences"))
    return {day: entry.title for entry in entries for day in session(entry).previous_dates}


def _date(archive: Archive, key: Key) -> str:
    """Return the date of a conference; one put off without a new date fills none."""
    entry = archive.entries[key]
    return "" if session(entry).status == EventStatus.POSTPONED else entry.date
