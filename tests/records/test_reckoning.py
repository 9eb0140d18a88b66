"""What the figures of a record say against each other, and what they come to."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.catalogue import sums
from acervo.records.catalogue.sums import Held, Invested
from acervo.records.checks import reckoning
from acervo.records.models.document import Document
from acervo.records.models.plan import Outcome, WorkPlan

CENTS = st.integers(0, 10**11)
COUNTS = st.integers(0, 9_999_999)


def document(plan=None, **fields):
    least = {"title": "Plan ficticio", "kind": "plan", "updated": "2026-01-02"}
    return Document.model_validate(least | ({"plan": plan} if plan else {}) | fields)


def found(plan=None, **fields):
    return [(".".join(one.path), one.code) for one in reckoning.check(document(plan, **fields))]


def amount(cents):
    return f"{cents // 100}.{cents % 100:02}"


def plan_of(given_cents, cents, currency="MXN"):
    return {
        "budget": {"amount": amount(given_cents), "currency": "MXN"},
        "activities": [
            {"title": f"Taller ficticio {place}", "budget": {"amount": amount(one), "currency": currency}}
            for place, one in enumerate(cents)
        ],
    }


DIFFERS = [("plan.budget.amount", "sum_differs")]


@given(st.lists(CENTS, min_size=1, max_size=6))
def test_activities_that_add_up_to_the_cent_are_right(cents) -> None:
    plan = WorkPlan.model_validate(plan_of(sum(cents), cents))

    assert sums.invested(plan) == Invested(Decimal(sum(cents)) / 100, len(cents), len(cents))
    assert sums.adds_up(plan)
    assert found(plan_of(sum(cents), cents)) == []


@given(st.lists(CENTS, min_size=1, max_size=6), st.integers(1, 10**6))
def test_a_difference_of_a_cent_is_told_unless_the_record_says_both_figures(cents, more) -> None:
    total, told = sum(cents), sum(cents) + more
    exact = f"Dice {Decimal(told) / 100:,.2f} y suman {Decimal(total) / 100:,.2f}."

    assert found(plan_of(told, cents)) == DIFFERS
    assert found(plan_of(told, cents), oddities=[{"quote": "Inversión", "note": exact}]) == []
    assert found(plan_of(told, cents), oddities=[{"quote": "Inversión", "note": "No suma."}]) == DIFFERS


def test_a_point_in_conflict_says_both_figures_as_well_as_an_oddity() -> None:
    versions = [{"says": "700", "source": "El plan"}, {"says": "137", "source": "Sus actividades"}]

    assert found(plan_of(70_000, [13_700]), discrepancies=[{"about": "Inversión", "versions": versions}]) == []


def test_what_cannot_be_added_is_not_compared() -> None:
    some = {"budget": {"amount": "9"}, "activities": [{"title": "Una", "budget": {"amount": "1"}}, {"title": "Otra"}]}
    mixed = {
        "budget": {"amount": "9"},
        "activities": [
            {"title": "Una", "budget": {"amount": "1"}},
            {"title": "Otra", "budget": {"amount": "1", "currency": "USD"}},
        ],
    }

    assert [found(plan) for plan in (some, mixed, plan_of(100, [5], "USD"), {"budget": {"amount": "9"}})] == [[]] * 4
    assert sums.invested(WorkPlan.model_validate(mixed)) is None
    assert sums.invested(WorkPlan.model_validate(some)) == Invested(Decimal(1), 1, 2)


@pytest.mark.parametrize(
    ("text", "number", "wrong"),
    [
        ("20,000 Personas", "20000", False),
        ("20,000 Personas", "2000", True),
        ("entre 15 y 20 personas", "20", False),
        ("tres casas", "3", False),
        ("toda la población", "0", False),
        ("EC0779", "779", False),
    ],
)
def test_a_number_is_one_of_those_that_are_written(text, number, wrong) -> None:
    expected = [("goal.number", "figure_differs")] if wrong else []

    assert found(goal={"text": text, "number": number}) == expected


def test_money_is_checked_wherever_it_stands() -> None:
    plan = {"activities": [{"title": "Una"}, {"title": "Otra", "budget": {"amount": "5000.00", "text": "$50,000.00"}}]}

    assert found(plan) == [("plan.activities.1.budget.amount", "figure_differs")]


def people(number):
    return {"direct": {"text": "personas", "number": str(number)}}


@given(COUNTS, COUNTS)
def test_more_people_in_an_activity_than_in_the_plan_is_told_and_people_are_never_added(whole, part) -> None:
    activities = [{"title": "Una", "beneficiaries": people(part)}, {"title": "Otra", "beneficiaries": people(whole)}]
    expected = [("plan.activities.0.beneficiaries.direct.number", "people_exceed")] if part > whole else []

    assert found({"beneficiaries": people(whole), "activities": activities}) == expected


def test_a_repeated_label_is_told_unless_an_oddity_names_it() -> None:
    plan = {"activities": [{"title": "Gasolina", "label": "ACTIVIDAD 5"}, {"title": "Papel", "label": "ACTIVIDAD 5"}]}

    assert found(plan) == [("plan.activities.1.label", "label_twice")]
    assert found(plan, oddities=[{"quote": "ACTIVIDAD 5", "note": "Dos veces."}]) == []
    assert found({"activities": [{"title": "Una"}, {"title": "Otra"}]}) == []


def outcome(period, planned="1", held="1"):
    return {"period": period, "planned": planned, "held": held}


def test_outcomes_are_one_for_each_period_and_within_the_activity() -> None:
    activity = {
        "title": "Talleres ficticios",
        "period": "2024-01-01/2024-12-31",
        "outcomes": [outcome("2024-01/2024-03"), outcome("2024-01/2024-03"), outcome("2023-12"), outcome("2024-12")],
    }

    assert found({"activities": [activity]}) == [
        ("plan.activities.0.outcomes.1.period", "outcome_twice"),
        ("plan.activities.0.outcomes.2.period", "outcome_outside"),
    ]


@pytest.mark.parametrize(
    ("planned", "held", "tenths"),
    [(4, 3, 750), (4, 5, 1_250), (3, 1, 333), (3, 2, 667), (8, 1, 125), (2_000, 1, 1), (2, 0, 0), (0, 0, None)],
)
def test_held_of_planned_is_counted_by_hand(planned, held, tenths) -> None:
    assert Held(planned, held).tenths == tenths


@given(st.lists(st.tuples(COUNTS, COUNTS), max_size=8))
def test_outcomes_add_up_part_by_part(pairs) -> None:
    outcomes = [Outcome.model_validate(outcome("2024", str(planned), str(held))) for planned, held in pairs]

    assert sums.together(outcomes) == Held(sum(planned for planned, _ in pairs), sum(held for _, held in pairs))


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", "0"), ("00.00", "0.00"), ("30000", "30000"), ("700,000.00", "700000.00"), ("1,234,567.5", "1234567.5")],
)
def test_money_is_read_with_and_without_commas(text, value) -> None:
    assert document({"budget": {"amount": text}}).plan.budget.amount == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "$5", "5 pesos", "1,00", "12,34,567", "-1", "1.234", "1e5", "٣", "NaN", "1,000,0000", "9" * 13]
)
def test_what_is_no_amount_of_money_is_refused(text) -> None:
    with pytest.raises(ValueError, match="amount_shape"):
        document({"budget": {"amount": text}})
