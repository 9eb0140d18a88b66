"""The money and the people of a plan as bars, each figure as it is written, and what they come to in sentences.

In: a plan. Out: `BarRow`s and sentences. Never: adds up people, or compares amounts of different currencies.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from acervo.records.catalogue import sums
from acervo.records.models.figures import Beneficiaries, Figure, Money
from acervo.records.models.plan import Activity, WorkPlan
from acervo.site.views.parts.reach import Link

WHOLE = 100
"""The longest bar, in its own units."""
WHOLE_PLAN, NOTHING = "Todo el plan, como lo dice", "sin dato"
MONEY = {
    "some": "Dicen su inversión {told} de {of} actividades, que suman {total}.",
    "differs": "El plan dice {whole} y sus {of} actividades suman {total}. Las dos cifras se dan como están: no se "
    "concilian, y la diferencia no debe leerse como dinero sin ejercer.",
    "same": "Las actividades suman lo que dice el plan: {total}.",
    "alone": "Las actividades suman {total}; el plan no dice su inversión.",
    "mixed": "Las cantidades no están todas en la misma moneda: no se suman ni se comparan.",
    "unsaid": "El documento no escribe la moneda.",
}
"""What the amounts of a plan may come to."""
PEOPLE = {
    "more": "«{name}» dice {number} personas, más que todo el plan ({whole}). Así está en el original.",
    "apart": "Estas cifras no se suman: pueden ser las mismas personas.",
}
"""What must be known of numbers of people."""


class BarRow(NamedTuple):
    """A figure as it is written, as a number, and as a bar."""

    name: str
    href: str
    """Anchor of the activity; "" for the plan as a whole."""
    text: str
    number: str
    width: int | None
    """Out of `WHOLE`; None without a number, or with nothing to compare it with."""
    indirect: str = ""


def activity_name(activity: Activity) -> str:
    """Return the name of an activity after its label."""
    return f"{activity.label}: {activity.title}" if activity.label else activity.title


def activity_links(record: WorkPlan) -> list[Link]:
    """Return the activities of a plan by name, each with its place on the page."""
    return [Link(activity_name(one), f"#actividad-{place}") for place, one in enumerate(record.activities, 1)]


def in_words(figure: Figure | None) -> str:
    """Return a figure as its source writes it, or ""."""
    return figure.text if figure else ""


def written(money: Money | None) -> str:
    """Return an amount as its source writes it, with its currency when that is said; or ""."""
    if money is None:
        return ""
    text = money.text or f"{money.amount:,.2f}"
    return f"{text} ({money.currency.label})" if money.currency else text


def money_bars(record: WorkPlan) -> tuple[BarRow, ...]:
    """Return a row for each activity and the plan; none when nobody says an amount."""
    wholes = [
        *zip(activity_links(record), (one.budget for one in record.activities), strict=True),
        (Link(WHOLE_PLAN), record.budget),
    ]
    told = [money for _, money in wholes if money]
    if not told:
        return ()
    alike = len({money.currency for money in told}) == 1
    most = max(money.amount for money in told) if alike else None
    return tuple(_money_bar(link, money, most) for link, money in wholes)


def _money_bar(link: Link, money: Money | None, most: Decimal | None) -> BarRow:
    """Return the row of an amount; without a bar when there is no `most` to compare it with."""
    if money is None:
        return BarRow(link.text, link.href, NOTHING, "", None)
    width = None if most is None else _width(money.amount, most)
    return BarRow(link.text, link.href, written(money), f"{money.amount:,.2f}", width)


def _width(part: Decimal | int, most: Decimal | int) -> int:
    """Return the length of a bar; the least that is more than nothing can still be seen."""
    return max(1, int(part * WHOLE / most)) if part else 0


def money_says(record: WorkPlan) -> Iterable[str]:
    """Yield what the amounts of a plan come to."""
    found, given = sums.invested(record), record.budget
    budgets = [money for money in (record.budget, *(one.budget for one in record.activities)) if money]
    if found and found.told < found.of:
        yield MONEY["some"].format(told=found.told, of=found.of, total=f"{found.total:,.2f}")
    elif found and given and not sums.adds_up(record):
        yield MONEY["differs"].format(whole=f"{given.amount:,.2f}", of=found.of, total=f"{found.total:,.2f}")
    elif found and given and given.currency == next((one.currency for one in budgets[1:]), None):
        yield MONEY["same"].format(total=f"{found.total:,.2f}")
    elif found and not given:
        yield MONEY["alone"].format(total=f"{found.total:,.2f}")
    elif any(one.budget for one in record.activities):
        yield MONEY["mixed"]
    if any(one.currency is None for one in budgets):
        yield MONEY["unsaid"]


def people_bars(record: WorkPlan) -> tuple[BarRow, ...]:
    """Return a row for each activity and the plan; none when nobody says whom it serves."""
    wholes = [
        *zip(activity_links(record), (one.beneficiaries for one in record.activities), strict=True),
        (Link(WHOLE_PLAN), record.beneficiaries),
    ]
    if not any(people for _, people in wholes):
        return ()
    most = max((_number(people) or 0 for _, people in wholes), default=0)
    return tuple(_people_bar(link, people, most) for link, people in wholes)


def _people_bar(link: Link, people: Beneficiaries | None, most: int) -> BarRow:
    number = _number(people)
    return BarRow(
        link.text,
        link.href,
        in_words(people.direct if people else None) or NOTHING,
        "" if number is None else f"{number:,}",
        None if number is None else _width(number, most),
        _indirect(people.indirect if people else None),
    )


def _number(people: Beneficiaries | None) -> int | None:
    """Return how many people something serves directly, when that is a number."""
    return people.direct.number if people and people.direct else None


def _indirect(figure: Figure | None) -> str:
    if figure is None:
        return NOTHING
    return figure.text if figure.number is None else f"{figure.text} ({figure.number:,})"


def people_says(record: WorkPlan) -> Iterable[str]:
    """Yield what must be known of the numbers of people of a plan."""
    whole = _number(record.beneficiaries)
    told = ((activity_name(one), _number(one.beneficiaries)) for one in record.activities)
    numbers = [(name, number) for name, number in told if number is not None]
    for name, number in numbers:
        if whole is not None and number > whole:
            yield PEOPLE["more"].format(name=name, number=f"{number:,}", whole=f"{whole:,}")
    if len(numbers) > 1:
        yield PEOPLE["apart"]
