"""What an evaluation may not say: each rule by the record that breaks it, and the sentence an editor reads."""

import pytest

from acervo.records.checks.loading import load_file
from acervo.records.checks.privacy import asked, looks_like, named

GOOD = """\
title: Evaluación ficticia
conference: una-charla
moment: after
invited: 120
answered: 60
questions:
  - question: El tema fue claro
    scale: agreement
    answers:
      - {answer: Muy en desacuerdo, through: En desacuerdo, n: 12}
      - {answer: Muy de acuerdo, n: 48}
attendance:
  of: answered
  n: 60
  genders:
    - {name: Mujeres, n: 40}
    - {name: Hombres, n: 20}
sources: [{title: Invención}]
updated: 2026-01-01
"""


def codes(text: str) -> list[tuple[int, str]]:
    """Return the line and the code of every problem of an evaluation."""
    return [(problem.line, problem.code) for problem in load_file("data/evaluations/una.yml", text.encode()).problems]


def test_a_good_one_has_no_problem() -> None:
    assert codes(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("conference: una-charla\n", "", [(1, "evaluation_of_nothing")]),
        ("answered: 60\n", "", [(6, "answered_missing")]),
        ("moment: after", "moment: later", [(3, "months_missing")]),
        ("moment: after", "moment: after\nmonths: 4", [(4, "months_besides")]),
        ("invited: 120", "invited: 59", [(5, "more_answered")]),
        ("invited: 120", "invited: 65", [(4, "few_missing")]),
        ("invited: 120", "invited: 60", []),
        ("n: 12}", "n: 11}", [(10, "counts_sum")]),
        ("n: 12}", "n: 2}", [(10, "counts_sum"), (10, "few_answers")]),
        ("n: 48}", "percent: 80}", [(10, "answers_measure")]),
        ("Muy en desacuerdo, through", "Nada, through", [(10, "step_unknown")]),
        ("{answer: Muy de acuerdo,", "{answer: En desacuerdo,", [(11, "step_order")]),
        ("scale: agreement", "scale: options", [(10, "through_options")]),
        ("  n: 60", "  n: 61", [(14, "attendance_answered"), (16, "shares_sum")]),
        ("name: Hombres, n: 20", "name: Hombres, n: 5", [(16, "shares_sum"), (17, "few_share")]),
        ("question: El tema fue claro", "question: Nombre completo", [(7, "personal_question")]),
        ("question: El tema", "question: Escriba a uno@ejemplo.mx y el tema", [(7, "personal_text")]),
        ("name: Hombres", "name: Juan Prueba", [(17, "personal_name")]),
        ("title: Evaluación ficticia", "title: Evaluación 55 1234 5678", [(1, "personal_text")]),
        ("updated:", "notes: la CURP es GOMC900101HDFRRL09\nupdated:", [(19, "personal_text")]),
        ("updated:", "method: RFC GOMC900101AB1\nupdated:", [(19, "personal_text")]),
    ],
)
def test_each_rule_finds_who_breaks_it(old: str, new: str, found: list[tuple[int, str]]) -> None:
    assert GOOD.count(old) == 1 or old == "n: 12}"
    assert sorted(codes(GOOD.replace(old, new))) == found


def test_percentages_add_up_to_a_hundred_but_for_their_rounding() -> None:
    thirds = GOOD.replace("n: 12}", "percent: 33.3}").replace("n: 48}", "percent: 66.6}")

    assert codes(thirds) == []
    assert [code for _, code in codes(thirds.replace("66.6", "63.6"))] == ["percents_sum"]
    assert [code for _, code in codes(thirds.replace("33.3", "3.3").replace("66.6", "96.7"))] == ["few_answers"]


def test_no_message_repeats_what_is_nobody_elses_business() -> None:
    text = GOOD.replace("name: Hombres", "name: Juan Prueba").replace("El tema", "Escriba a uno@ejemplo.mx, el tema")

    told = " ".join(
        problem.message + problem.fix for problem in load_file("data/evaluations/u.yml", text.encode()).problems
    )

    assert "Juan" not in told
    assert "uno@" not in told


@pytest.mark.parametrize(
    "text",
    [
        "Muy de acuerdo", "Alcaldía Benito Juárez", "Congreso de Jalisco", "Villa Ejemplo", "Mujeres", "Virtual",
        "Universidad Juana Inés de Prueba", "LXVI Legislatura", "",
    ],
)  # fmt: skip
def test_what_names_nobody_is_no_name(text: str) -> None:
    assert not named(text)


@pytest.mark.parametrize(
    "text", ["María Prueba", "JUAN PEREZ DE PRUEBA", "Lic. Zutana Prueba", "Prueba Inventada María"]
)
def test_what_names_somebody_is_a_name(text: str) -> None:
    assert named(text)


@pytest.mark.parametrize(
    "text",
    ["2024-05-25", "10,000 personas en 2024", "1990-2024", "https://x.mx/5512345678", "$1234567890", "36 38 52 87"],
)
def test_figures_and_dates_are_nobodys(text: str) -> None:
    assert looks_like(text) == ""


@pytest.mark.parametrize(
    "heading",
    [
        "Nombre",
        "¿Cuál es su nombre?",
        "Correo electrónico institucional",
        "email. Dirección de correo",
        "CURP:",
        "IP address",
    ],
)
def test_the_headings_of_personal_data_are_known(heading: str) -> None:
    assert asked(heading)
    assert not asked("Nombre de la institución")


def test_a_private_mail_in_any_record_is_a_warning_at_its_line_and_an_institutional_one_is_none() -> None:
    text = "title: Red\ncontact:\n  email: {mail}\nsources: [{{title: x}}]\nupdated: 2026-01-01\n"
    found = {
        mail: [
            (problem.line, problem.code, problem.severity)
            for problem in load_file("data/networks/una-red.yml", text.format(mail=mail).encode()).problems
        ]
        for mail in ("alguien@gmail.com", "unidad@senado.gob.mx")
    }

    assert found == {"alguien@gmail.com": [(3, "private_mail", "warning")], "unidad@senado.gob.mx": []}
