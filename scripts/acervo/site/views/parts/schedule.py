"""The calendar of a series: its rule in words, the dates on which something else was decided, what was planned.

In: the record of a series. Out: a `ScheduleView`, or None. Never: computes a date (see `archive.recurrence`).
"""

from typing import NamedTuple

from acervo.archive import addresses
from acervo.records.models.schedule import Deviation, Plan, Schedule
from acervo.records.models.series import Series
from acervo.site import dates
from acervo.site.views.parts.facts import Fact, Told, tell, told
from acervo.site.views.parts.reach import Reach

FACTS = (
    *told(
        Schedule,
        ("frequency", "label"),
        ("day", "count"),
        ("weekday", "label"),
        ("on_weekend", "label"),
        ("starts", "date"),
        ("ends", "date"),
    ),
    Told("Horario usual", "end_time", "hours"),
)


class DeviationView(NamedTuple):
    """A date of the rule on which something else was decided."""

    on: str
    moved: str
    reason: str


class PlanView(NamedTuple):
    """How many conferences were planned for a year."""

    year: str
    planned: str
    source: str


class ScheduleView(NamedTuple):
    """The calendar of a series."""

    rule: tuple[Fact, ...]
    deviations: tuple[DeviationView, ...]
    plans: tuple[PlanView, ...]
    calendar: str


def schedule(record: Series, reach: Reach) -> ScheduleView | None:
    """Say the rule of a series and what was planned, or None when the record says neither."""
    rule = record.schedule
    if rule is None and not record.plans:
        return None
    return ScheduleView(
        rule=tell(FACTS, rule, reach) if rule else (),
        deviations=tuple(_deviation(one) for one in rule.exceptions) if rule else (),
        plans=tuple(_plan(one) for one in record.plans),
        calendar=reach.to(addresses.ALMANAC),
    )


def _deviation(one: Deviation) -> DeviationView:
    return DeviationView(dates.day(one.on.text), dates.day(one.moved_to.text) if one.moved_to else "", one.reason)


def _plan(one: Plan) -> PlanView:
    return PlanView(one.year, f"{one.planned:,}", one.source)
