"""Sums of a plan: what its activities add up to, and how much of what was planned was held.

In: a plan. Out: numbers. Never: decides which of two figures is right, or adds what cannot be added (money of
several currencies; people, who may be the same ones).
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from acervo.records.models.plan import Outcome, WorkPlan


class Invested(NamedTuple):
    """The money of a plan's activities together."""

    total: Decimal
    told: int
    """How many activities say theirs."""
    of: int


class Held(NamedTuple):
    """How many actions were planned and held."""

    planned: int
    held: int

    @property
    def tenths(self) -> int | None:
        """Return held / planned × 100 in tenths, rounded half up; None when nothing was planned."""
        return (2_000 * self.held + self.planned) // (2 * self.planned) if self.planned else None


def invested(plan: WorkPlan) -> Invested | None:
    """Add up the money of the activities; None when none says its own, or when they count in different currencies."""
    budgets = [one.budget for one in plan.activities if one.budget]
    if not budgets or len({budget.currency for budget in budgets}) > 1:
        return None
    return Invested(sum((budget.amount for budget in budgets), Decimal()), len(budgets), len(plan.activities))


def adds_up(plan: WorkPlan) -> bool:
    """Tell whether the plan's money is that of its activities; also when that cannot be told."""
    found, given = invested(plan), plan.budget
    if not (given and found and found.told == found.of):
        return True
    currencies = {one.budget.currency for one in plan.activities if one.budget}
    return currencies != {given.currency} or found.total == given.amount


def together(outcomes: Iterable[Outcome]) -> Held:
    """Add up what was planned and held."""
    found = list(outcomes)
    return Held(sum(one.planned for one in found), sum(one.held for one in found))
