"""Examples of figures of a document at odds with each other: counts, money, labels, periods.

In: nothing. Out: `PROGRAMME`. Never: logic.
"""

from acervo.guide.example import Example, Unshown, of

_HELD = "planned: 4\n          held: 3"
_LABELLED = "      label: ACTIVIDAD "


def _activities(wrong: str, right: str, before: str = "") -> Example:
    head = f"title: Plan de ejemplo\nplan:\n{before}  activities:\n"
    return of("documents", head + wrong, head + right)


def _outcomes(first: str, second: str) -> str:
    return (
        "    - title: Talleres\n      period: 2024\n      outcomes:\n"
        f"        - period: {first}\n          {_HELD}\n        - period: {second}\n          {_HELD}"
    )


def _money(first: str, second: str) -> str:
    return (
        f"    - title: Talleres\n      budget:\n        amount: {first}\n"
        f"    - title: Libros\n      budget:\n        amount: {second}"
    )


def _people(number: str) -> str:
    return f"    - title: Talleres\n      beneficiaries:\n        direct:\n          text: {number} personas\n" + (
        f"          number: {number}"
    )


PROGRAMME: dict[str, Example | Unshown] = {
    "figure_differs": of(
        "documents",
        "title: Plan de ejemplo\ngoal:\n  text: las 32 entidades\n  number: 23",
        "title: Plan de ejemplo\ngoal:\n  text: las 32 entidades\n  number: 32",
    ),
    "outcome_twice": _activities(_outcomes("2024-01", "2024-01"), _outcomes("2024-01", "2024-02")),
    "outcome_outside": _activities(_outcomes("2023-12", "2024-01"), _outcomes("2024-01", "2024-02")),
    "sum_differs": _activities(
        _money("600.00", "300.00"), _money("600.00", "400.00"), "  budget:\n    amount: 1000.00\n"
    ),
    "people_exceed": _activities(
        _people("300"),
        _people("30"),
        "  beneficiaries:\n    direct:\n      text: 100 personas\n      number: 100\n",
    ),
    "label_twice": _activities(
        f"    - title: Talleres\n{_LABELLED}5\n    - title: Libros\n{_LABELLED}5",
        f"    - title: Talleres\n{_LABELLED}5\n    - title: Libros\n{_LABELLED}6",
    ),
}
