"""What a record says of its days and hours against itself: a session and its windows, a series and its rule.

In: a checked record. Out: findings. Never: knows what day it is: a date is late only against another of the record.
"""

import calendar
from collections.abc import Iterator
from datetime import date as Calendar
from datetime import timedelta

from acervo.records.models.conference import Conference, RecordingState
from acervo.records.models.dates import Date
from acervo.records.models.schedule import FARTHEST, Frequency, Schedule
from acervo.records.models.series import Series
from acervo.records.models.session import Access, EventStatus, Registration
from acervo.records.problems import Finding

LAST_HOUR = "24:00"
"""What a day without an end hour ends at; it sorts after every hour."""


def status_fits_the_dates(conference: Conference) -> Iterator[Finding]:
    """A change of date says from which day and to which; what was cancelled or put off has no day to come."""
    status, date, previous = conference.status, conference.date, conference.previous_dates
    if status is EventStatus.SCHEDULED:
        if previous:
            yield Finding(("previous_dates",), "previous_unexplained")
    elif status is EventStatus.RESCHEDULED:
        if date is None:
            yield Finding(("status",), "rescheduled_nowhere")
        if not previous:
            yield Finding(("status",), "rescheduled_from_nowhere")
        for index, day in enumerate(previous):
            if date and day.text == date.text:
                yield Finding(("previous_dates", str(index)), "rescheduled_same", {"date": day.text})
    elif status is EventStatus.POSTPONED and date and date.end.last > conference.updated.text:
        yield Finding(("date",), "postponed_ahead", {"date": date.text})
    if status is EventStatus.CANCELLED and conference.recording.state is RecordingState.PUBLISHED:
        yield Finding(("status",), "cancelled_published")


def windows_fit_the_session(conference: Conference) -> Iterator[Finding]:
    """A window opens before it closes; one signs up before the session ends, and enters it on its days."""
    registration, access, date = conference.registration, conference.access, conference.date
    whole = date if date and _whole(date) else None
    if registration:
        yield from _order("registration", registration)
        end = f"{whole.end.last} {conference.end_time or LAST_HOUR}" if whole else ""
        if whole and registration.closes > end:
            details = {"closes": registration.closes, "end": end}
            yield Finding(("registration", "closes"), "registration_late", details)
    if access is None:
        return
    yield from _order("access", access)
    if access.private:
        if access.url:
            yield Finding(("access", "url"), "access_exposed")
    elif not access.url:
        yield Finding(("access",), "access_nowhere")
    if whole is None:
        if conference.status is not EventStatus.POSTPONED and (access.url or access.opens or access.closes):
            yield Finding(("access",), "access_without_day")
        return
    for name, told in (("opens", access.opens), ("closes", access.closes)):
        if told and not whole.start.first <= told[:10] <= whole.end.last:
            yield Finding(("access", name), "access_another_day", {"told": told, "date": whole.text})


def schedule_says_when(series: Series) -> Iterator[Finding]:
    """A rule has what its frequency needs and nothing else, ends after it starts, and its exceptions are its days."""
    rule = series.schedule
    if rule is None:
        return
    monthly, weekly = rule.frequency is Frequency.MONTHLY, rule.frequency is Frequency.WEEKLY
    if monthly and not (rule.day and rule.day <= 31):
        yield Finding(("schedule",), "schedule_day")
    if weekly and rule.weekday is None:
        yield Finding(("schedule",), "schedule_weekday")
    for name, told, wanted in (("day", rule.day, monthly), ("weekday", rule.weekday, weekly)):
        if told is not None and not wanted:
            yield Finding(("schedule", name), "schedule_idle", {"frequency": rule.frequency.label})
    if rule.ends and rule.ends.text < rule.starts.text:
        yield Finding(("schedule", "ends"), "schedule_ends", {"start": rule.starts.text, "end": rule.ends.text})
    if rule.end_time and not rule.start_time:
        yield Finding(("schedule", "end_time"), "end_without_start")
    elif rule.end_time and rule.end_time <= rule.start_time:
        details = {"start": rule.start_time, "end": rule.end_time}
        yield Finding(("schedule", "end_time"), "end_before_start", details)
    seen: set[str] = set()
    for index, exception in enumerate(rule.exceptions):
        place, day = ("schedule", "exceptions", str(index)), exception.on.text
        if day in seen:
            yield Finding((*place, "on"), "exception_twice", {"date": day})
        elif not gives(rule, day):
            yield Finding((*place, "on"), "exception_elsewhere", {"date": day})
        if exception.moved_to and exception.moved_to.text == day:
            yield Finding((*place, "moved_to"), "exception_same", {"date": day})
        seen.add(day)


def years_are_planned_once(series: Series) -> Iterator[Finding]:
    """A series says of each year once how many conferences were planned."""
    seen: set[str] = set()
    for index, plan in enumerate(series.plans):
        if plan.year in seen:
            yield Finding(("plans", str(index), "year"), "plan_twice", {"year": plan.year})
        seen.add(plan.year)


def gives(rule: Schedule, text: str) -> bool:
    """Tell whether a rule gives a day, before or after what it does with weekends."""
    day = Calendar.fromisoformat(text)
    near = (day + timedelta(days=shift) for shift in range(-FARTHEST.days, FARTHEST.days + 1))
    return any(
        day in (one, rule.on_weekend.kept(one))
        and _raw(rule, one)
        and rule.starts.text <= one.isoformat() <= (rule.ends.text if rule.ends else "9999")
        for one in near
    )


def _raw(rule: Schedule, day: Calendar) -> bool:
    if rule.frequency is Frequency.MONTHLY:
        return day.day == min(rule.day or 0, calendar.monthrange(day.year, day.month)[1])
    if rule.frequency is Frequency.WEEKLY:
        return rule.weekday is not None and day.weekday() == rule.weekday.number
    return day.isoformat()[5:] == rule.starts.text[5:]


def _order(name: str, window: Registration | Access) -> Iterator[Finding]:
    if window.opens and window.closes and window.closes <= window.opens:
        details = {"opens": window.opens, "closes": window.closes}
        yield Finding((name, "closes"), "window_order", details)


def _whole(date: Date) -> bool:
    return all(end.day is not None and not end.doubt for end in (date.start, date.end))
