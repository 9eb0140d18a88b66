"""Examples of what a series, a route or a person's record says against itself.

In: nothing. Out: `CYCLE`. Never: logic.
"""

from acervo.guide.example import Example, Unshown, of

_MONTHLY = "  frequency: monthly\n  day: 25\n  starts: 2024-01-25"
_CHRISTMAS = "    - on: 2026-12-25\n      moved_to: 2026-12-11"


def _schedule(wrong: str, right: str) -> Example:
    before = "title: Ciclo de ejemplo\nschedule:\n"
    return of("series", before + wrong, before + right)


def _exceptions(wrong: str, right: str) -> Example:
    return _schedule(f"{_MONTHLY}\n  exceptions:\n{wrong}", f"{_MONTHLY}\n  exceptions:\n{right}")


def _step(wrong: str, right: str) -> Example:
    before = "title: Ruta de los cuidados\nsteps:\n  - "
    return of("routes", before + wrong, before + right)


CYCLE: dict[str, Example | Unshown] = {
    # Steps of a route
    "step_empty": _step("title: Qué es cuidar", "title: Qué es cuidar\n    conference: 2024-cuidar"),
    "step_several": _step(
        "conference: 2024-cuidar\n    document: ley-ejemplo", "conference: 2024-cuidar\n  - document: ley-ejemplo"
    ),
    "step_moments": _step("document: ley-ejemplo\n    start: 12:30", "conference: 2024-cuidar\n    start: 12:30"),
    "step_section": _step("conference: 2024-cuidar\n    section: Objeto", "conference: 2024-cuidar"),
    "step_end": _step(
        "conference: 2024-cuidar\n    start: 12:30\n    end: 10:00",
        "conference: 2024-cuidar\n    start: 12:30\n    end: 15:00",
    ),
    # Rules and plans of a series
    "schedule_day": _schedule("  frequency: monthly\n  starts: 2024-01-25", _MONTHLY),
    "schedule_weekday": _schedule(
        "  frequency: weekly\n  starts: 2024-01-24", "  frequency: weekly\n  weekday: wednesday\n  starts: 2024-01-24"
    ),
    "schedule_idle": _schedule(f"{_MONTHLY}\n  weekday: wednesday", _MONTHLY),
    "schedule_ends": _schedule(f"{_MONTHLY}\n  ends: 2023-12-31", f"{_MONTHLY}\n  ends: 2024-12-31"),
    "exception_elsewhere": _exceptions("    - on: 2026-12-11\n      moved_to: 2026-12-25", _CHRISTMAS),
    "exception_same": _exceptions("    - on: 2026-12-25\n      moved_to: 2026-12-25", _CHRISTMAS),
    "exception_twice": _exceptions(f"{_CHRISTMAS}\n{_CHRISTMAS}", _CHRISTMAS),
    "plan_twice": of(
        "series",
        "title: Ciclo de ejemplo\nplans:\n  - year: 2025\n    planned: 12\n  - year: 2025\n    planned: 10",
        "title: Ciclo de ejemplo\nplans:\n  - year: 2024\n    planned: 12\n  - year: 2025\n    planned: 10",
    ),
    # People
    "office_dates": of(
        "speakers",
        "title: Ana Ejemplo\noffices:\n  - title: Titular de ejemplo\n    start: 2024-05\n    end: 2023-05",
        "title: Ana Ejemplo\noffices:\n  - title: Titular de ejemplo\n    start: 2023-05\n    end: 2024-05",
    ),
    "honorific_in_name": of("speakers", "title: Dra. Ana Ejemplo", "title: Ana Ejemplo\nhonorific: Dra."),
}
