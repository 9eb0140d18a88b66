"""The records of the five founding documents say what the originals say, errors included.

The originals are not kept here; their words are in `originals/`, one phrase to a line, without Markdown.
This is the one test of what real records say: the originals are finished and will not change, and an edit
that loses or mends their words must not pass unseen.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from acervo.records.document import Document
from acervo.records.reader import read

HERE = Path(__file__).parent
DOCUMENTS = HERE.parents[1] / "data" / "documents"

PRACTICE = "practica-conferencias-dia-naranja"
GUADALAJARA = "red-interinstitucional-genero-guadalajara"
COACHING = "red-coaching-rcmspen"
MEETING = "informe-encuentro-imef-2023"
PLAN = "poa-2024-igualdad-jocotepec"
FOUNDING = (PRACTICE, GUADALAJARA, COACHING, MEETING, PLAN)

PHRASES = [
    (document, phrase)
    for document in FOUNDING
    for phrase in (HERE / "originals" / f"{document}.txt").read_text(encoding="utf-8").splitlines()
]

QUOTES = [
    (
        PRACTICE,
        "A partir de la puesta en marcha de Conozco Mi consumo, se han generado los siguientes beneficios:",
    ),
    (PRACTICE, "al interior del Senado de la República"),
    (PRACTICE, "https://unidadgenero.senado.gob.mx/actividades/conferencias-dia-naranja/videos-naranja-2024"),
    (PRACTICE, "https://www.youtube.com/channel/UCOop-fLLP6Ow-XkY4xbuogQ/content"),
    (PRACTICE, "Teléfono: 5345-3000, 5130-2200 Ext: 5973 (55) y 5345 3000 Ext. 5971"),
    (PRACTICE, "en el marco del día Naranja de cada mes"),
    (GUADALAJARA, "Prolgualdad"),
    (GUADALAJARA, "existen poco nodos de interconexión"),
    (GUADALAJARA, "problemáticas internas y externas que nos transversan"),
    (GUADALAJARA, "el ejercicio efectivo del derechos humanos de las mujeres"),
    (GUADALAJARA, "identificar a las y los servidores públicos"),
    (GUADALAJARA, "Modelo Único de Atención (MUAV)"),
    (GUADALAJARA, "Tels. 36 38 52 87, 88 y 89"),
    (GUADALAJARA, "Red Interinstitucional de Género"),
    (COACHING, "grupos mixtos de entre 35 mujeres"),
    (COACHING, "Ruta crítica y fechas clave"),
    (COACHING, "reunión nacional, reuniones grupales y regionales"),
    (COACHING, "Delimitar la finalidad de la mentoría"),
    (COACHING, "recopilará los informes de cada grupo y realizar un informe general"),
    (MEETING, "la preevención de las violencias"),
    (MEETING, "se revalorado"),
    (MEETING, "SECRETARIA DE LAS MUJERES"),
    (MEETING, "las 32 IMEF"),
    (MEETING, "las buenas practicas"),
    (PLAN, "ACTIVIDAD 5: Papelería/ Material de trabajo"),
    (PLAN, "Inversión: $700,000.00"),
    (PLAN, "Directos: 20,000 Personas"),
    (PLAN, "Proceso de duelo (negociación, ira, negociación, depresión, aceptación)"),
    (PLAN, "Talleres de tanatología en el mes de diciembre"),
    (PLAN, "No. Act. Realizadas/No. Act. Proyectadas * 100"),
    (PLAN, "Programa de iluminarias e infraestructura"),
    (PLAN, "Inversión: 15,000.00"),
]

SIC = re.compile(r"\s*\*\(sic\)\*")
OUR_MARKS = re.compile(r"(?<!\\)\*(?!\s)|(?<![\s\\])\*|[«»`\\]")


@cache
def record(document: str) -> Document:
    return Document.model_validate(read((DOCUMENTS / f"{document}.yml").read_bytes()).tree)


def bare(text: str) -> str:
    """Leave the original's words: no «sic», no Markdown, no quotation marks of ours, single spaces."""
    return " ".join(OUR_MARKS.sub("", SIC.sub("", text)).replace("|", " ").split())


@cache
def words(document: str) -> str:
    found = record(document)
    return bare("\n".join((found.title, *(f"{section.title}\n{section.text}" for section in found.sections))))


@pytest.mark.parametrize(("document", "phrase"), PHRASES)
def test_what_the_original_says_is_in_the_record(document: str, phrase: str) -> None:
    assert phrase in words(document)


@pytest.mark.parametrize(("document", "quote"), QUOTES)
def test_what_the_original_says_strangely_is_quoted_once_and_explained(document: str, quote: str) -> None:
    explained = [bool(oddity.note) for oddity in record(document).oddities if oddity.quote == quote]

    assert explained == [True]


@pytest.mark.parametrize(
    ("document", "date", "period"),
    [
        (PRACTICE, None, None),
        (GUADALAJARA, None, None),
        (COACHING, None, None),
        (MEETING, "2023-11-10", None),
        (PLAN, "2023-11-03", "2024-01-01/2024-12-31"),
    ],
)
def test_a_record_has_the_dates_that_its_original_bears_and_no_others(
    document: str, date: str | None, period: str | None
) -> None:
    found = record(document)

    assert (found.date and found.date.text, found.period and found.period.text) == (date, period)


def test_words_pasted_from_another_practice_are_quoted_and_never_told_as_a_fact() -> None:
    told = record(PRACTICE).model_copy(update={"oddities": ()})

    assert "Conozco Mi consumo" not in str(told)


def test_each_activity_keeps_the_label_that_the_original_gave_it() -> None:
    titles = [section.title for section in record(PLAN).sections]

    assert [title for title in titles if title.startswith("ACTIVIDAD")] == [
        "ACTIVIDAD 1: Atención integral y especializada a mujeres víctimas de violencia",
        "ACTIVIDAD 2: Elaboración de Convenios con áreas gubernamentales y asociaciones civiles",
        "ACTIVIDAD 3: TRANSPARENCIA",
        "ACTIVIDAD 4: Talleres de Salud mental",
        "ACTIVIDAD 5: GASOLINA",
        "ACTIVIDAD 5 (sic, la segunda con esa etiqueta): Papelería/ Material de trabajo",
    ]


def test_both_versions_of_the_attendance_are_shown() -> None:
    (point,) = record(MEETING).discrepancies

    assert [version.says for version in point.versions] == [
        "«las titulares de las 32 IMEF»",
        "«casi todo el país» (cita a Inmujeres)",
    ]


@pytest.mark.parametrize("courtesy", ["Distinguido", "cordial saludo", "ATENTAMENTE"])
def test_courtesies_of_the_letter_are_left_out(courtesy: str) -> None:
    assert courtesy not in words(MEETING)
