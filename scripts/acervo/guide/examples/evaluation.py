"""Examples of evaluations that do not add up, tell of too few people, or tell of one.

In: nothing. Out: `EVALUATION`. Never: logic, or a datum of anybody.
"""

from acervo.guide.example import Example, Unshown, of

_PEOPLE = "title: Evaluación de ejemplo\nanswered: 60\n"
_ASKED = f"{_PEOPLE}questions:\n  - question: El tema fue claro\n    scale: agreement\n    answers:\n"
_CHOSEN = f"{_PEOPLE}questions:\n  - question: Cómo participó\n    scale: options\n    answers:\n"
_ALL = "      - answer: De acuerdo\n        n: 20\n      - answer: Muy de acuerdo\n        n: 40"


def _of(wrong: str, right: str, *, lacks: tuple[str, ...] = ()) -> Example:
    return of(
        "evaluations", f"title: Evaluación de ejemplo\n{wrong}", f"title: Evaluación de ejemplo\n{right}", lacks=lacks
    )


def _asked(wrong: str, right: str = _ALL) -> Example:
    return of("evaluations", _ASKED + wrong, _ASKED + right)


def _chosen(wrong: str, right: str) -> Example:
    return of("evaluations", _CHOSEN + wrong, _CHOSEN + right)


def _two(first: tuple[str, str], second: tuple[str, str]) -> str:
    return "\n".join(f"      - answer: {answer}\n        {measure}" for answer, measure in (first, second))


def _counted(head: str, *shares: tuple[str, int]) -> str:
    told = "".join(f"\n    - name: {name}\n      n: {number}" for name, number in shares)
    return f"attendance:\n  n: 60\n  {head}:{told}"


EVALUATION: dict[str, Example | Unshown] = {
    "evaluation_of_nothing": _of("moment: after", "conference: 2024-cuidar\nmoment: after", lacks=("conference",)),
    "months_missing": _of("moment: later", "moment: later\nmonths: 4"),
    "months_besides": _of("moment: after\nmonths: 4", "moment: later\nmonths: 4"),
    "more_answered": _of("invited: 30\nanswered: 60", "invited: 120\nanswered: 60"),
    "answered_missing": _of(_ASKED.removeprefix(_PEOPLE) + _ALL, f"answered: 60\n{_ASKED.removeprefix(_PEOPLE)}{_ALL}"),
    "answers_measure": _asked(_two(("De acuerdo", "n: 20"), ("Muy de acuerdo", "percent: 66.7"))),
    "counts_sum": _asked(_two(("De acuerdo", "n: 20"), ("Muy de acuerdo", "n: 30"))),
    "percents_sum": _asked(
        _two(("De acuerdo", "percent: 40"), ("Muy de acuerdo", "percent: 50")),
        _two(("De acuerdo", "percent: 40"), ("Muy de acuerdo", "percent: 60")),
    ),
    "attendance_answered": _of(
        "answered: 60\nattendance:\n  of: answered\n  n: 50", "answered: 60\nattendance:\n  of: answered\n  n: 60"
    ),
    "shares_sum": _of(
        _counted("genders", ("Mujeres", 40), ("Hombres", 10)), _counted("genders", ("Mujeres", 40), ("Hombres", 20))
    ),
    "step_unknown": _asked(_two(("Conforme", "n: 20"), ("Muy de acuerdo", "n: 40"))),
    "step_order": _asked(_two(("Muy de acuerdo", "n: 40"), ("De acuerdo", "n: 20"))),
    "through_options": _chosen(
        "      - answer: Por internet\n        through: En el auditorio\n        n: 60",
        _two(("Por internet", "n: 40"), ("Otras respuestas", "n: 20")),
    ),
    "few_people": _of("answered: 6", "unknowns:\n  - Respondieron menos de 10 personas"),
    "few_missing": _of("invited: 64\nanswered: 60", "answered: 60"),
    "few_answers": _asked(
        "      - answer: En desacuerdo\n        n: 4\n"
        "      - answer: De acuerdo\n        n: 16\n      - answer: Muy de acuerdo\n        n: 40",
        "      - answer: En desacuerdo\n        through: De acuerdo\n        n: 20\n"
        "      - answer: Muy de acuerdo\n        n: 40",
    ),
    "few_answers_option": _chosen(
        f"{_two(('Por internet', 'n: 40'), ('En el auditorio', 'n: 16'))}\n      - answer: Por teléfono\n        n: 4",
        _two(("Por internet", "n: 40"), ("Otras respuestas", "n: 20")),
    ),
    "few_share": _of(
        _counted("institutions", ("Oficina de ejemplo", 40), ("Colegio de ejemplo", 16), ("Escuela de ejemplo", 4)),
        _counted("institutions", ("Oficina de ejemplo", 40), ("Otras", 20)),
    ),
    "personal_question": of(
        "evaluations",
        f"{_ASKED}{_ALL}\n  - question: Nombre completo\n    scale: options\n    answers:\n"
        "      - answer: Escrito por cada quien\n        n: 60",
        _ASKED + _ALL,
    ),
    "personal_text": _of("method: Formulario en línea; dudas, a ana@ejemplo.example", "method: Formulario en línea"),
    "private_mail": of(
        "institutions",
        "title: Oficina de ejemplo\ncontact:\n  email: ana_ejemplo@gmail.com",
        "title: Oficina de ejemplo\ncontact:\n  email: oficina@ejemplo.example",
    ),
    "personal_name": _of(
        _counted("institutions", ("Oficina de ejemplo", 40), ("Ana Ejemplo", 20)),
        _counted("institutions", ("Oficina de ejemplo", 40), ("Otras", 20)),
    ),
}
