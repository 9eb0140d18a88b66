"""What the figures of one record say against each other: counts, money, labels, periods.

In: a checked document or network. Out: findings; a sum that does not hold is no mistake when an oddity or a point in
conflict gives both figures. Never: corrects a figure, or says which of two is right.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from pydantic import BaseModel

from acervo.records.catalogue import sums
from acervo.records.models.figures import Figure, Money
from acervo.records.models.plan import Activity, WorkPlan
from acervo.records.models.programme import Programme
from acervo.records.problems import Finding

Path = tuple[str, ...]

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def check(record: Programme) -> Iterator[Finding]:
    """Yield everything that the figures of a record say against each other."""
    for path, figure in _figures(record, ()):
        number, text = (figure.number, figure.text) if isinstance(figure, Figure) else (figure.amount, figure.text)
        written = _numbers(text)
        if number is not None and written and number not in written:
            place = (*path, "number" if isinstance(figure, Figure) else "amount")
            yield Finding(place, "figure_differs", {"number": f"{number:,}", "text": text})
    if record.plan:
        told = _told(record)
        yield from _sums(record.plan, _numbers(told))
        yield from _labels(record.plan, told)
        for index, activity in enumerate(record.plan.activities):
            yield from _outcomes(activity, ("plan", "activities", str(index)))


def _figures(part: BaseModel, path: Path) -> Iterator[tuple[Path, Figure | Money]]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        several = isinstance(value, tuple)
        for index, one in enumerate(value if several else (value,)):
            place = (*path, name, str(index)) if several else (*path, name)
            if isinstance(one, Figure | Money):
                yield place, one
            elif isinstance(one, BaseModel):
                yield from _figures(one, place)


def _told(record: Programme) -> str:
    """Return all that the record says of what is strange or in conflict in its source."""
    strange = [f"{one.quote} {one.note}" for one in record.oddities]
    versions = [f"{point.about} {version.says}" for point in record.discrepancies for version in point.versions]
    return "\n".join([*strange, *versions])


def _numbers(text: str) -> set[Decimal]:
    return {Decimal(number.replace(",", "")) for number in _NUMBER.findall(text)}


def _sums(plan: WorkPlan, told: set[Decimal]) -> Iterator[Finding]:
    found = sums.invested(plan)
    if plan.budget and found and not sums.adds_up(plan) and not told >= {plan.budget.amount, found.total}:
        details = {"given": f"{plan.budget.amount:,.2f}", "sum": f"{found.total:,.2f}"}
        yield Finding(("plan", "budget", "amount"), "sum_differs", details)
    most = _direct(plan)
    for index, activity in enumerate(plan.activities):
        number = _direct(activity)
        if most is not None and number is not None and number > most and not told >= {Decimal(number), Decimal(most)}:
            path = ("plan", "activities", str(index), "beneficiaries", "direct", "number")
            yield Finding(path, "people_exceed", {"number": number, "of": most})


def _direct(whole: WorkPlan | Activity) -> int | None:
    return whole.beneficiaries.direct.number if whole.beneficiaries and whole.beneficiaries.direct else None


def _labels(plan: WorkPlan, told: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, activity in enumerate(plan.activities):
        if activity.label and activity.label in seen and activity.label not in told:
            yield Finding(("plan", "activities", str(index), "label"), "label_twice", {"label": activity.label})
        seen.add(activity.label)


def _outcomes(activity: Activity, path: Path) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, outcome in enumerate(activity.outcomes):
        place = (*path, "outcomes", str(index), "period")
        period, whole = outcome.period, activity.period
        if period.text in seen:
            yield Finding(place, "outcome_twice", {"period": period.text})
        elif whole and (period.start.first < whole.start.first or period.end.last > whole.end.last):
            yield Finding(place, "outcome_outside", {"period": period.text, "of": whole.text})
        seen.add(period.text)
