"""A problem in its three forms: a line for people, an annotation for GitHub, JSON for programs."""

import json

from hypothesis import given
from hypothesis import strategies as st

from acervo.records.problems import Problem, as_github, as_json, as_text, summary

PROBLEM = Problem(
    path="data/conferences/2024-malla.yml",
    line=3,
    column=11,
    record="Malla curricular",
    field="Personas › Persona",
    code="unknown_reference",
    message="no existe «ana-peres» en data/speakers; ¿quiso decir «ana-perez»?",
    hint="El id de su ficha en data/speakers. Ejemplo: ana-perez",
)
OF_A_FILE = Problem(
    "data/nube.yml",
    0,
    0,
    "",
    "",
    "folder_stray",
    "las fichas van en la carpeta de su tipo",
    "",
    "Muévala.",
    "warning",
)
HOSTILE = Problem(
    "data/a,b:c%\n.yml",
    1,
    2,
    "100% «nubes», así: ::error::\nx",
    "",
    "choice",
    "uno\r\ndos: 50%,\n::warning::",
    "",
    "a%0Ab",
)


def test_a_line_for_people_says_where_which_record_which_field_what_and_what_to_do() -> None:
    assert as_text(PROBLEM) == (
        "data/conferences/2024-malla.yml:3:11: error: «Malla curricular» · Personas › Persona: "
        "no existe «ana-peres» en data/speakers; ¿quiso decir «ana-perez»? [unknown_reference]\n"
        "    El id de su ficha en data/speakers. Ejemplo: ana-perez"
    )
    assert as_text(OF_A_FILE) == (
        "data/nube.yml: advertencia: las fichas van en la carpeta de su tipo [folder_stray]\n    Muévala."
    )


def test_an_annotation_marks_the_line_of_the_file() -> None:
    assert as_github(PROBLEM) == (
        "::error file=data/conferences/2024-malla.yml,line=3,col=11,"
        "title=Malla curricular · Personas › Persona::"
        "no existe «ana-peres» en data/speakers; ¿quiso decir «ana-perez»? [unknown_reference]%0A"
        "El id de su ficha en data/speakers. Ejemplo: ana-perez"
    )
    assert as_github(OF_A_FILE) == (
        "::warning file=data/nube.yml,title=folder_stray::"
        "las fichas van en la carpeta de su tipo [folder_stray]%0AMuévala."
    )


def test_nothing_in_a_record_can_end_an_annotation_or_begin_another() -> None:
    assert as_github(HOSTILE) == (
        "::error file=data/a%2Cb%3Ac%25%0A.yml,line=1,col=2,"
        "title=100%25 «nubes»%2C así%3A %3A%3Aerror%3A%3A%0Ax::"
        "uno%0D%0Ados: 50%25,%0A::warning:: [choice]%0Aa%250Ab"
    )


@given(st.builds(Problem, st.text(), st.integers(0, 9), st.just(1), st.text(), st.text(), st.just("c"), st.text()))
def test_an_annotation_is_always_one_line(problem) -> None:
    assert not set(as_github(problem)) & {"\r", "\n"}


def test_json_has_one_object_a_problem_with_every_attribute() -> None:
    assert json.loads(as_json([PROBLEM, OF_A_FILE])) == [
        {
            "path": "data/conferences/2024-malla.yml",
            "line": 3,
            "column": 11,
            "record": "Malla curricular",
            "field": "Personas › Persona",
            "code": "unknown_reference",
            "message": "no existe «ana-peres» en data/speakers; ¿quiso decir «ana-perez»?",
            "hint": "El id de su ficha en data/speakers. Ejemplo: ana-perez",
            "fix": "",
            "severity": "error",
            "repair": None,
        },
        {
            "path": "data/nube.yml",
            "line": 0,
            "column": 0,
            "record": "",
            "field": "",
            "code": "folder_stray",
            "message": "las fichas van en la carpeta de su tipo",
            "hint": "",
            "fix": "Muévala.",
            "severity": "warning",
            "repair": None,
        },
    ]
    assert as_json([]) == "[]\n"


def test_the_summary_counts_in_words() -> None:
    again = Problem("data/nube.yml", 2, 1, "", "", "c", "m")

    assert [summary(found) for found in ([], [PROBLEM], [OF_A_FILE], [PROBLEM, again, OF_A_FILE], [again] * 1200)] == [
        "Sin problemas",
        "1 error en 1 archivo",
        "1 advertencia en 1 archivo",
        "2 errores y 1 advertencia en 2 archivos",
        "1,200 errores en 1 archivo",
    ]


def test_problems_sort_by_file_line_and_column() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 5), ("a", 2, 10), ("a", 0, 0)]

    assert [(p.path, p.line, p.column) for p in sorted(Problem(*place, "", "", "c", "m") for place in places)] == [
        ("a", 0, 0),
        ("a", 2, 5),
        ("a", 2, 10),
        ("a", 10, 1),
        ("b", 1, 1),
    ]
