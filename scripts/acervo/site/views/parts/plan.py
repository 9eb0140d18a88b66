"""A work plan: its heads, lines, activities, money, people, and its evaluation as far as anything was recorded.

In: a plan, the words of its source, the cards of the page. Out: a `PlanView`.
Never: reconciles two figures, adds up people, or takes what was not recorded for not held.
"""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from acervo.records.catalogue import sums
from acervo.records.catalogue.sums import Held
from acervo.records.models.plan import ActionLine, Activity, Assessment, Outcome, Swot, WorkPlan
from acervo.site import dates
from acervo.site.views.parts.bars import (
    BarRow,
    activity_links,
    activity_name,
    money_bars,
    money_says,
    people_bars,
    people_says,
)
from acervo.site.views.parts.facts import Fact, Told, labels, said, table, tell, told
from acervo.site.views.parts.original import Original
from acervo.site.views.parts.reach import Link, Reach

_PLAN, _SWOT = labels(WorkPlan), labels(Swot)
ACTIVITY = (
    *told(Activity, ("axis", "text"), ("budget", "money")),
    Told("Beneficiadas directas", "direct", "figure", "beneficiaries"),
    Told("Beneficiadas indirectas", "indirect", "figure", "beneficiaries"),
    *told(
        Activity,
        ("indicator", "text"),
        ("responsible", "text"),
        ("period", "date"),
        ("period_text", "text"),
        ("cadence", "label"),
    ),
)


WHOLE, IN_ALL = "Todas las actividades con registro", "en total"
NOT_RECKONED = "no se calcula: no se proyectó ninguna"


class QuadrantView(NamedTuple):
    """A quarter of a SWOT."""

    code: str
    title: str
    items: tuple[Markup, ...]


class LineView(NamedTuple):
    """A line of action and its actions."""

    title: Markup
    actions: tuple[Markup, ...]


class ActivityView(NamedTuple):
    """An activity."""

    id: str
    title: Markup
    goal: Markup
    lines: tuple[LineView, ...]
    facts: tuple[Fact, ...]


class OutcomeRow(NamedTuple):
    """What was held of what was planned in one period."""

    name: str
    href: str
    period: str
    planned: str
    held: str
    percent: str
    note: str


class PlanView(NamedTuple):
    """A plan of work."""

    labels: dict[str, str]
    vision: Markup
    mission: Markup
    heads: tuple[tuple[str, Markup], ...]
    lines: tuple[LineView, ...]
    activities: tuple[ActivityView, ...]
    money: tuple[BarRow, ...]
    money_says: tuple[str, ...]
    """What the figures of money come to, in sentences."""
    people: tuple[BarRow, ...]
    people_says: tuple[str, ...]
    evaluation: tuple[Fact, ...]
    evaluator: Link | None
    formula: Markup
    evaluation_text: Markup
    outcomes: tuple[OutcomeRow, ...]
    silent: tuple[Link, ...]
    """The activities of which nothing was recorded, when something was of others."""


def swot(record: Swot | None, words: Original) -> tuple[QuadrantView, ...]:
    """Make the four quadrants, those that say nothing too: an analysis without threats says so."""
    if record is None:
        return ()
    return tuple(
        QuadrantView(name, title, tuple(words.line(one) for one in getattr(record, name)))
        for name, title in _SWOT.items()
    )


def plan(record: WorkPlan | None, words: Original, way: Reach) -> PlanView | None:
    """Make the view of a plan, if there is one."""
    if record is None:
        return None
    evaluation = record.evaluation or Assessment()
    heads = {name: getattr(record, name) for name in ("programme", "purpose", "strategy", "axis", "goal")}
    heads |= {"period_text": record.period_text, "period": dates.in_words(record.period.text) if record.period else ""}
    heads |= {"cadence": record.cadence.label if record.cadence else ""}
    outcomes = tuple(_outcomes(record))
    told = {row.href for row in outcomes}
    return PlanView(
        labels=_PLAN,
        vision=words.text(record.vision),
        mission=words.text(record.mission),
        heads=tuple((_PLAN[name], words.line(text)) for name, text in heads.items() if text),
        lines=_lines(record.lines, words),
        activities=tuple(_activity(one, place, words, way) for place, one in enumerate(record.activities, 1)),
        money=money_bars(record),
        money_says=tuple(money_says(record)),
        people=people_bars(record),
        people_says=tuple(people_says(record)),
        evaluation=table(said("Quién evalúa", evaluation.by)),
        evaluator=way.record("institutions", evaluation.institution),
        formula=words.line(evaluation.formula),
        evaluation_text=words.text(evaluation.text),
        outcomes=outcomes,
        silent=tuple(link for link in activity_links(record) if link.href not in told) if outcomes else (),
    )


def percent(found: Held) -> str:
    """Say held / planned × 100."""
    tenths = found.tenths
    return NOT_RECKONED if tenths is None else f"{tenths // 10}.{tenths % 10} %"


def _lines(found: Iterable[ActionLine], words: Original) -> tuple[LineView, ...]:
    return tuple(LineView(words.line(one.title), tuple(words.line(action) for action in one.actions)) for one in found)


def _activity(one: Activity, place: int, words: Original, way: Reach) -> ActivityView:
    return ActivityView(
        id=f"actividad-{place}",
        title=words.line(activity_name(one)),
        goal=words.text(one.goal),
        lines=_lines(one.lines, words),
        facts=tell(ACTIVITY, one, way),
    )


def _outcomes(record: WorkPlan) -> Iterable[OutcomeRow]:
    """Yield a row for each activity and period, then for each period together, then for all."""
    every: list[Outcome] = []
    for link, one in zip(activity_links(record), record.activities, strict=True):
        for outcome in one.outcomes:
            every.append(outcome)
            yield _row(link, dates.in_words(outcome.period.text), [outcome], _said(outcome))
    periods = {outcome.period.text: outcome.period for outcome in sorted(every, key=lambda one: one.period)}
    whole = Link(WHOLE)
    if len(periods) > 1:
        for text in periods:
            yield _row(whole, dates.in_words(text), [one for one in every if one.period.text == text], "")
    if len(every) > 1:
        yield _row(whole, IN_ALL, every, "")


def _said(outcome: Outcome) -> str:
    return ". ".join(filter(None, (outcome.note.rstrip("."), f"Según: {outcome.source}" if outcome.source else "")))


def _row(link: Link, period: str, outcomes: list[Outcome], note: str) -> OutcomeRow:
    found = sums.together(outcomes)
    return OutcomeRow(link.text, link.href, period, f"{found.planned:,}", f"{found.held:,}", percent(found), note)
