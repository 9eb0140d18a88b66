"""Exports of forms that nobody filled in, in the shapes of Google Forms, Microsoft Forms and LimeSurvey.

In: how many answers. Out: bytes. Never: a real person's datum: every name, mail and number is invented.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

STEPS = ("Muy en desacuerdo", "En desacuerdo", "Ni de acuerdo ni en desacuerdo", "De acuerdo", "Muy de acuerdo")
GOOGLE = (
    "Marca temporal", "Dirección de correo electrónico", "Nombre completo", "Institución", "Género",
    "El tema fue claro", "Del 1 al 10, ¿cuánto aprendió?", "¿Cómo participó?", "¿Qué mejoraría?", "CURP", "Celular",
)  # fmt: skip
SECRETS = (
    "@ejemplo",
    "persona1",
    "María Prueba",
    "GOMC900101HDFRRL",
    "55 1234",
    "me llamo",
    "HYPERLINK",
    "2024/02",
    "Consultoría",
)
"""Pieces of what must never leave the sheet."""


def google(number: int = 60) -> list[list[str]]:
    """Return the rows of an export, with its headings."""
    rows = [list(GOOGLE)]
    for place in range(number):
        rows.append([
            f"2024/02/{1 + place % 28} 5:{place % 60:02}:10 p. m. GMT-6",
            f"persona{place}@ejemplo.mx",
            f"María Prueba {place}",
            "Senado de Ejemplo" if place % 3 else f"Consultoría {place}",
            "Mujer" if place % 2 else "Hombre",
            STEPS[4 if place % 2 else 3 if place % 4 else place % 3],
            str(6 + place % 5),
            "En línea" if place % 2 else "Presencial",
            f'=HYPERLINK("http://x","{place}") me llamo\nPersona',
            f"GOMC900101HDFRRL{place % 90 + 10}",
            f"55 1234 {1000 + place}",
        ])  # fmt: skip
    return rows


def text(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """Return rows as CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def workbook(rows: Iterable[Sequence[Any]], *, title: str = "Respuestas", more: Sequence[str] = ()) -> bytes:
    """Return rows as a workbook; more: names of further, empty sheets."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for name in more:
        book.create_sheet(name)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def microsoft(number: int = 40) -> list[list[Any]]:
    """Return the rows of an export of Microsoft Forms: real dates, an id, and numbers."""
    start = datetime(2024, 5, 20, 9, 0)
    rows: list[list[Any]] = [
        ["ID", "Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre", "¿Cómo califica la sesión?",
         "Estrellas"]
    ]  # fmt: skip
    for place in range(number):
        when = start + timedelta(minutes=place)
        score = ("Excelente", "Buena", "Regular")[place % 3]
        rows.append([place + 1, when, when, "anonymous", "", score, 3 + place % 3])
    return rows
