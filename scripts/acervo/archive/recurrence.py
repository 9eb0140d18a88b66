"""The days on which a series meets: those its rule gives, those moved or dropped, and those with no conference.

In: the rule of a series as its entry keeps it, days as ISO text. Out: occurrences, and what is expected or missing.
Never: reads the clock, says that nothing took place, or invents a rule from the dates of conferences.
Source of the arithmetic: RFC 5545 (RRULE), by python-dateutil.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from acervo.records.catalogue.entry import Entry
from acervo.records.models import dates
from acervo.records.models.fields import Choice
from acervo.records.models.schedule import FARTHEST, Frequency, OnWeekend, Rule, Weekday

_ON_WEEKEND = {one.value: one for one in OnWeekend}
_WEEKDAYS = {one.value: one.number for one in Weekday}
NONE_PUT_OFF: Mapping[str, str] = MappingProxyType({})


class Occurrence(NamedTuple):
    """One date of a series."""

    rule: str
    """The day that the rule gives, what it does with weekends included."""
    day: str
    """The day on which it is, or "" when an exception dropped it."""
    reason: str
    """Why it is not on the day of the rule, or ""."""


class Slot(Choice):
    """What is known of a date of a series that has no conference."""

    EXPECTED = "expected", "Fecha prevista"
    DROPPED = "dropped", "No se programó"
    PUT_OFF = "put_off", "Se pospuso"
    GAP = "gap", "Sin conferencia documentada"


class Expected(NamedTuple):
    """A date of a series for which the archive has no conference."""

    day: str
    """Of the rule, or the one it was moved to."""
    slot: Slot
    reason: str
    """Why, or the title of the conference that was put off; or ""."""


def rule(entry: Entry) -> Rule | None:
    """Return the rule of a series, or None when it has none."""
    return Rule(*entry.schedule) if entry.schedule else None


def occurrences(rule: Rule, first: str, last: str) -> tuple[Occurrence, ...]:
    """Return the dates of a rule from one day to another, both included, in the order of their days.

    One that was dropped stands on the day of the rule. A month without the day of the rule has it on its last.
    """
    exceptions = {on: (moved, reason) for on, moved, reason in rule.exceptions}
    # An exception may bring a date from far away into these days.
    brought = [on for on, moved, _ in rule.exceptions if first <= moved <= last]
    start, end = min([first, *brought]), max([last, *brought])
    found, on_weekend = [], _ON_WEEKEND[rule.on_weekend]
    for raw in _days(rule, date.fromisoformat(start) - FARTHEST, date.fromisoformat(end) + FARTHEST):
        given = on_weekend.kept(raw).isoformat()
        moved, reason = exceptions.get(given) or exceptions.get(raw.isoformat()) or (given, "")
        if first <= (moved or given) <= last:
            found.append(Occurrence(given, moved, reason))
    return tuple(sorted(found, key=lambda one: (one.day or one.rule, one.rule)))


def expected(
    rule: Rule, held: Iterable[str], first: str, last: str, today: str, put_off: Mapping[str, str] = NONE_PUT_OFF
) -> tuple[Expected, ...]:
    """Return the dates of a rule, from one day to another, in whose stretch there is no conference.

    held: EDTF dates of the conferences of the series. The stretch of a monthly date is its month, of a weekly one its
    week, of a yearly one its year. A conference of which only the year is known fills none. today: dates before it are
    gaps, the others are expected. put_off: titles of conferences by a day that they had before.
    """
    moved = {_stretch(rule, day): title for day, title in put_off.items()}
    filled = {stretch for text in held if text for stretch in _stretches(rule, text)}
    found = []
    for one in occurrences(rule, first, last):
        day = one.day or one.rule
        if _stretch(rule, day) in filled or _stretch(rule, one.rule) in filled:
            continue
        title = moved.get(_stretch(rule, one.rule), "")
        slot = Slot.PUT_OFF if title else Slot.DROPPED if not one.day else Slot.EXPECTED if day >= today else Slot.GAP
        found.append(Expected(day, slot, title or one.reason))
    return tuple(found)


def _days(rule: Rule, first: date, last: date) -> Iterable[date]:
    """Return the days that a rule gives before anything is done with weekends."""
    from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule

    start = date.fromisoformat(rule.starts)
    until = min(last, date.fromisoformat(rule.ends)) if rule.ends else last
    monthly, weekly = rule.frequency == Frequency.MONTHLY, rule.frequency == Frequency.WEEKLY
    found = rrule(
        MONTHLY if monthly else WEEKLY if weekly else YEARLY,
        dtstart=_at_midnight(start),
        until=_at_midnight(until),
        byweekday=_WEEKDAYS[rule.weekday] if weekly else None,
        bymonth=None if monthly or weekly else start.month,
        # The last of the days that the month has, up to the one of the rule (RFC 5545, BYSETPOS).
        bymonthday=range(min(rule.day, 28), rule.day + 1) if monthly else None if weekly else start.day,
        bysetpos=-1 if monthly else None,
    )
    return (moment.date() for moment in found.between(_at_midnight(first), _at_midnight(last), inc=True))


def _at_midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # a day of a calendar has no zone


def _stretch(rule: Rule, day: str) -> str:
    if rule.frequency == Frequency.WEEKLY:
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year}-{week:02}"
    return day[:4] if rule.frequency == Frequency.YEARLY else day[:7]


def _stretches(rule: Rule, text: str) -> set[str]:
    """Return the stretches that a conference of a date fills: those of its first and last day, as far as known."""
    found = dates.parse(text)
    known = 4 if rule.frequency == Frequency.YEARLY else 7 if rule.frequency == Frequency.MONTHLY else 10
    return {_stretch(rule, end.first) for end in (found.start, found.end) if len(end.iso) >= known}
