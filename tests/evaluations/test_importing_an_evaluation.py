"""From a form's export to a page: counted rightly, nobody told, and the hostile refused in Spanish."""

import io
import random
import re
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acervo.errors import Failure
from acervo.evaluations import sheet
from acervo.evaluations.count import Count, count
from acervo.evaluations.record import Sheet, write
from acervo.evaluations.sheet import SheetError
from acervo.gathering import evaluating
from acervo.gathering.evaluating import Wish
from acervo.publishing.build import Silence
from acervo.publishing.theme import Project
from acervo.records.checks.disclosure import MINIMUM
from acervo.records.checks.loading import load_file
from acervo.records.text.words import fold
from tests.evaluations.exports import SECRETS, STEPS, google, microsoft, text, workbook

TODAY = date(2026, 11, 20)
CONFERENCE = """\
title: Una charla ficticia
date: 2024-02-24
topics: [cuidados]
sources: [{title: Invención}]
updated: 2026-01-01
"""
PLAIN = Sheet(
    "Evaluación ficticia", (("conference", "una-charla"),), "after", 0, "", "", "", 0, False, "", "Invención", (),
    "2026-11-20",
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "data" / "conferences").mkdir(parents=True)
    (tmp_path / "data" / "conferences" / "una-charla.yml").write_text(CONFERENCE, encoding="utf-8")
    here = tmp_path / "mkdocs.yml"
    return Project(here, tmp_path, tmp_path, tmp_path / "data", tmp_path / "site", tmp_path / ".acervo")


def counted(data: bytes, **wishes: str) -> Count:
    return count(sheet.rows(io.BytesIO(data)), wishes, fold, lambda _: None)


def shown(data: bytes, **wishes: str) -> dict[str, str]:
    """Return what each column is taken for, by its letter."""
    return {column.letter: verdict.reason or verdict.kind for column, verdict in counted(data, **wishes).columns}


def ask(project: Project, data: bytes, name: str = "respuestas.csv", **more: object) -> str:
    place = project.config.with_name(name)
    place.write_bytes(data)
    wish = Wish(place, {"conference": "una-charla"}, "after")._replace(**more)
    return evaluating.evaluation(project, wish, TODAY, Silence())


EXPECTED = """\
title: Evaluación de «Una charla ficticia», al terminar
conference: una-charla
moment: after
answered: 60
questions:
  - question: El tema fue claro
    scale: agreement
    answers:
      - answer: Muy en desacuerdo
        through: En desacuerdo
        n: 10
      - answer: Ni de acuerdo ni en desacuerdo
        through: De acuerdo
        n: 20
      - answer: Muy de acuerdo
        n: 30
  - question: Del 1 al 10, ¿cuánto aprendió?
    scale: one_to_ten
    answers:
      - answer: "1"
        through: "6"
        n: 12
      - answer: "7"
        n: 12
      - answer: "8"
        n: 12
      - answer: "9"
        n: 12
      - answer: "10"
        n: 12
  - question: "¿Cómo participó?"
    scale: options
    answers:
      - answer: En línea
        n: 30
      - answer: Presencial
        n: 30
attendance:
  of: answered
  n: 60
  genders:
    - name: Hombres
      n: 30
    - name: Mujeres
      n: 30
topics: [cuidados]
sources:
  - title: Respuestas del formulario, contadas sin datos personales
updated: 2026-11-20
"""


def test_an_export_is_shown_first_and_written_when_asked(project: Project) -> None:
    place = project.data / "evaluations" / "una-charla-al-terminar.yml"
    before = ask(project, text(google()).encode())

    assert EXPECTED in before
    assert not place.exists()

    after = ask(project, text(google()).encode(), write=True)

    assert place.read_text(encoding="utf-8") == EXPECTED
    assert load_file("data/evaluations/una-charla-al-terminar.yml", place.read_bytes()).problems == ()
    for secret in SECRETS:
        assert secret not in before + after + EXPECTED
    assert [path.name for path in (project.data / "evaluations").iterdir()] == [place.name]


def test_the_report_says_what_is_left_out_and_why(project: Project) -> None:
    report = ask(project, text(google()).encode(), invited=64)

    for line in (
        "A, «Marca temporal»: marcas de tiempo",
        "B, «Dirección de correo electrónico»: pide un correo",
        "C, «Nombre completo»: pide el nombre de una persona",
        "D, «Institución»: son menos de 10 personas de cada uno",
        "I, «¿Qué mejoraría?»: texto libre",
        "J, «CURP»: pide una CURP",
        "K, «Celular»: pide un teléfono",
        "--invited: las personas invitadas: se deduciría que menos de 10 no respondieron",
    ):
        assert f"\n  {line}\n" in report


def test_nothing_is_replaced_unless_told_to(project: Project) -> None:
    ask(project, text(google()).encode(), write=True)
    with pytest.raises(Failure, match="--force"):
        ask(project, text(google(80)).encode(), write=True)
    ask(project, text(google(80)).encode(), write=True, force=True)

    assert "answered: 80" in (project.data / "evaluations" / "una-charla-al-terminar.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [
        ("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-16-le", ","), ("cp1252", ";"), ("latin-1", "|"),
    ],
)  # fmt: skip
def test_every_encoding_and_every_sign_between_cells_gives_the_same(encoding: str, delimiter: str) -> None:
    plain = counted(text(google()).encode())
    other = counted(text(google(), delimiter).encode(encoding))

    assert [(column.heading, column.counts) for column, _ in other.columns] == [
        (column.heading, column.counts) for column, _ in plain.columns
    ]


def test_a_workbook_of_microsoft_forms_with_dates_numbers_and_an_empty_column() -> None:
    assert shown(workbook(microsoft())) == {
        "A": "datos del sistema",
        "B": "marcas de tiempo",
        "C": "marcas de tiempo",
        "D": "pide un correo",
        "E": "pide el nombre de una persona",
        "F": "scale",
        "G": "scale",
    }


def test_limesurvey_codes_and_a_heading_of_two_rows() -> None:
    coded = [["id. ID de respuesta", "submitdate. Fecha de envío", "Q1. El tema fue claro"]]
    coded += [[str(place), "2024-05-20 10:00:00", STEPS[place % 5]] for place in range(30)]
    double = [["Marca temporal", "¿Qué le pareció?", "", ""], ["", "El tema", "El lugar", "La hora"]]
    double += [["20/05/2024 10:00", *[STEPS[(place + more) % 5] for more in range(3)]] for place in range(30)]

    assert shown(text(coded).encode()) == {"A": "datos del sistema", "B": "marcas de tiempo", "C": "scale"}
    assert [column.heading for column, verdict in counted(workbook(double)).columns if verdict.scale] == [
        "¿Qué le pareció?: El tema", "¿Qué le pareció?: El lugar", "¿Qué le pareció?: La hora"
    ]  # fmt: skip


def test_excel_serials_are_times_and_repeated_rows_and_headings_are_not_counted() -> None:
    rows = [["Cuándo", "Correo", "El tema fue claro"]]
    rows += [[f"4543{place % 9}.{place:03}1", f"p{place}@ejemplo.mx", STEPS[place % 5]] for place in range(40)]
    found = counted(text([*rows, *rows[1:4], rows[0], ["", "", ""], ["45431.5", "z@ejemplo.mx", ""]]).encode())

    assert (found.answered, found.repeated, found.headings, found.empty) == (40, 3, 1, 1)
    assert found.columns[0][1].reason == "marcas de tiempo"


def test_equal_answers_of_different_people_are_all_counted_when_nothing_tells_them_apart() -> None:
    rows = [["El tema fue claro", "El lugar fue bueno"], *[[STEPS[4], STEPS[3]]] * 15, *[[STEPS[3], STEPS[4]]] * 15]

    assert counted(text(rows).encode()).answered == 30


def test_a_person_may_say_what_a_column_is_but_not_publish_a_mail() -> None:
    rows = [["P1", "P2", "P3"], *[[str(1 + place % 5), f"Tema {place % 3}", "a@ejemplo.mx"] for place in range(60)]]
    data = text(rows).encode()

    assert shown(data) == {"A": "scale", "B": "options", "C": "tiene un correo"}
    assert shown(data, A="one_to_ten", B="skip", C="options") == {
        "A": "scale", "B": "se pidió omitirla", "C": "tiene un correo"
    }  # fmt: skip
    with pytest.raises(SheetError, match="No hay 1 de las columnas"):
        counted(data, Z="skip")


def zipped(*parts: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts:
            packed.writestr(name, data)
    return stream.getvalue()


BOOK = workbook(microsoft())
BOMB = zipped(("xl/workbook.xml", b"<w/>"), ("xl/worksheets/sheet1.xml", bytes(60_000_000)))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "está vacío"),
        (b"a,b\n", "solo tiene la cabecera"),
        (b'a,b\n1,"sin cerrar\n', "no se cierran"),
        (b'a,b\n"x"y,2\n', "después de unas comillas"),
        (b"El tema,Otro\n" + b"De acuerdo,1,2\n" * 20, "más celdas que la cabecera"),
        (b"ana@ejemplo.mx,5\nluz@ejemplo.mx,4\nsol@ejemplo.mx,4\n", "parece una respuesta"),
        (b"De acuerdo,Bueno\n" * 30, "parece una respuesta"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "Excel antiguo"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "no es de texto"),
        (BOOK[: len(BOOK) // 2], "cortado, dañado"),
        (zipped(("otro.txt", b"x")), "No es un libro"),
        (zipped(("xl/workbook.xml", b"<x/>")), "cortado, dañado"),
        (BOMB, "demasiado grande por dentro"),
        (workbook(microsoft(), more=["Otra"]), "2 hojas"),
    ],
)
def test_what_cannot_be_read_is_told_in_spanish(data: bytes, said: str) -> None:
    with pytest.raises(SheetError, match=said):
        counted(data)


def test_a_workbook_with_entities_that_grow_is_refused() -> None:
    evil = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    with zipfile.ZipFile(io.BytesIO(BOOK)) as book:
        parts = [(name, evil if "sheet1" in name else book.read(name)) for name in book.namelist()]

    with pytest.raises(SheetError, match="dañado"):
        counted(zipped(*parts))


def test_the_answers_of_few_people_are_not_told_at_all(project: Project) -> None:
    with pytest.raises(Failure, match="menos de 10 personas: no se escribe nada"):
        ask(project, text(google(9)).encode(), write=True)

    assert not (project.data / "evaluations").exists()


def test_what_is_evaluated_must_be_there(project: Project) -> None:
    with pytest.raises(Failure, match="¿Quiso decir una-charla"):
        ask(project, b"x", about={"conference": "una-charlas"})
    with pytest.raises(Failure, match="--months"):
        ask(project, b"x", moment="later")


def long(number: int) -> io.BytesIO:
    rows = (f"{place},De acuerdo,Me llamo Persona {place}\n" for place in range(number))
    return io.BytesIO(("ID,El tema fue claro,¿Qué mejoraría?\n" + "".join(rows)).encode())


def test_a_hundred_thousand_rows_are_counted_and_told_as_they_are() -> None:
    steps: list[int] = []

    assert count(sheet.rows(long(100_000)), {}, fold, steps.append).answered == 100_000
    assert steps == [1_000] * 100


def test_a_row_takes_no_more_memory_than_its_mark() -> None:
    stream = long(20_000)
    tracemalloc.start()
    found = count(sheet.rows(stream), {}, fold, lambda _: None)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert found.answered == 20_000
    assert peak < 20_000 * 250 + 2_000_000


@settings(max_examples=60)
@given(
    st.lists(st.integers(0, 40), min_size=5, max_size=5),
    st.lists(st.integers(1, 40), min_size=1, max_size=6),
    st.integers(0, 12),
)
def test_whatever_was_answered_no_small_figure_is_written_and_the_record_is_sound(
    steps: list[int], options: list[int], missing: int
) -> None:
    marks = [step for step, people in zip(STEPS, steps, strict=True) for _ in range(people)] + [""] * missing
    kinds = [f"Modo {chr(65 + place)}" for place, people in enumerate(options) for _ in range(people)]
    length = max(len(marks), len(kinds))
    random.Random(1).shuffle(kinds)
    rows = [
        [str(place), marks[place] if place < len(marks) else "", kinds[place] if place < len(kinds) else ""]
        for place in range(length)
    ]
    found = counted(text([["ID", "El tema fue claro", "Modo"], *rows]).encode())
    if found.answered < MINIMUM:
        return
    record = write(found, PLAIN, MINIMUM).text

    counts = [int(number) for number in re.findall(r"(?<=\bn: )\d+", record)]
    assert all(number >= MINIMUM for number in counts)
    assert load_file("data/evaluations/una.yml", record.encode()).problems == ()


@given(st.binary(max_size=2_000))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        found = counted(data)
    except SheetError:
        return

    assert found.answered <= found.rows


def test_the_words_of_an_answer_never_become_a_formula(project: Project) -> None:
    rows = [["ID", "Modo"], *[[str(place), "=1+1" if place % 2 else "@SUM(A1)"] for place in range(40)]]
    rows += [[str(place), "En línea"] for place in range(40, 80)]

    record = write(counted(text(rows).encode()), PLAIN, MINIMUM).text

    assert "=1" not in record
    assert "@SUM" not in record
    assert "- answer: Otras respuestas\n        n: 40" in record
    assert orjson.dumps(record)
