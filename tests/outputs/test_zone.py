"""Central Mexico time as calendars tell it, against the tz database: by its rules, and as a library reads it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from acervo.outputs.zone import VTIMEZONE, ZONE

DATABASE = ZoneInfo(ZONE)
FIRST, LAST = datetime(1996, 1, 1), datetime(2030, 12, 31)
CALENDAR = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//ES\r\n{VTIMEZONE}END:VCALENDAR\r\n"


def rules(text: str) -> list[tuple[datetime, timedelta]]:
    """Return every change of the zone as RFC 5545, 3.6.5 reads it: when, in UTC, and the offset from then on."""
    found = []
    for part in Calendar.from_ical(text).walk():
        if part.name not in ("STANDARD", "DAYLIGHT"):
            continue
        start, before = part["DTSTART"].dt, part["TZOFFSETFROM"].td
        rule = part.get("RRULE")
        # UNTIL is in UTC, as the onset is once its own offset is taken away.
        onsets = (
            rrulestr(rule.to_ical().decode().replace("Z", ""), dtstart=start - before) if rule else [start - before]
        )
        found += [(moment, part["TZOFFSETTO"].td) for moment in onsets]
    return sorted(found)


def offset(changes: list[tuple[datetime, timedelta]], moment: datetime) -> timedelta:
    return [to for at, to in changes if at <= moment][-1]


CHANGES = rules(CALENDAR)
READ = Calendar.from_ical(CALENDAR).timezones[0].to_tz(lookup_tzid=False)


def test_every_hour_from_1996_to_2030_has_the_offset_of_the_database() -> None:
    wrong, moment = [], FIRST + timedelta(hours=6)
    changes = iter([*CHANGES[1:], (datetime.max, timedelta())])
    now, (then, following) = CHANGES[0][1], next(changes)
    while moment < LAST:
        while moment >= then:
            now = following
            then, following = next(changes)
        if moment.replace(tzinfo=UTC).astimezone(DATABASE).utcoffset() != now:
            wrong.append(moment)
        moment += timedelta(hours=1)

    assert wrong == []


def test_summer_time_ended_for_good_on_30_october_2022() -> None:
    assert CHANGES[-1] == (datetime(2022, 10, 30, 7), timedelta(hours=-6))
    assert len(CHANGES) == 1 + 2 * 27


@given(st.datetimes(FIRST, LAST))
@example(datetime(2001, 5, 6, 2, 30))
@example(datetime(2022, 10, 30, 1, 59))
@example(datetime(2022, 10, 30, 2, 0))
@example(datetime(2023, 4, 2, 12, 0))
def test_a_library_reads_the_same_hours(local: datetime) -> None:
    # What a clock never showed, or showed twice, programs are free to read in either way.
    there = local.replace(tzinfo=DATABASE)
    if there.utcoffset() != there.replace(fold=1).utcoffset():
        return

    assert local.replace(tzinfo=READ).utcoffset() == there.utcoffset()


@pytest.mark.parametrize("day", [date(2022, 7, 1), date(2023, 7, 1)], ids=["summer time", "after its end"])
def test_the_same_hour_of_summer_is_another_instant_since_the_law_changed(day: date) -> None:
    expected = {2022: timedelta(hours=-5), 2023: timedelta(hours=-6)}[day.year]

    assert offset(CHANGES, datetime(day.year, 7, 1)) == expected
