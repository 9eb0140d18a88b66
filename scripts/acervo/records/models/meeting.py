"""A meeting as a document tells it: agenda, working tables, themes.

In: nothing. Out: frozen models. Never: says what other sources tell of the meeting.
"""

from acervo.records.models.fields import EdtfDate, Id, Line, Paragraph, Part, Time, field, refers_to, several
from acervo.records.models.figures import Figure
from acervo.records.models.parts import Place


class AgendaItem(Part):
    """A point of the agenda."""

    date: EdtfDate | None = field("Día", "Se omite si no se sabe.", "2023-10-26", default=None)
    start_time: Time = field("Hora", "De 00:00 a 23:59, si se sabe.", "10:00")
    title: Line = field("Punto", "Qué se hizo.", "Inauguración", required=True)
    text: Paragraph = field("Detalle", "Como lo dice la fuente.", "Se contó con la presencia de…")


class WorkingTable(Part):
    """A working table."""

    title: Line = field("Tema de la mesa", "Como está escrito.", "Igualdad entre mujeres y hombres", required=True)
    text: Paragraph = field("Qué trató", "Si la fuente lo dice.", "Propuestas sobre cuidados")


class Meeting(Part):
    """What a document tells of a meeting."""

    title: Line = field("Nombre del encuentro", "Como está escrito.", "Encuentro Nacional de Titulares", required=True)
    conference: Id = refers_to(
        "conferences", "Ficha del encuentro", "Su id en data/conferences.", "encuentro-titulares-imef-2023"
    )
    convened_by: Line = field("Quién convocó", "Como lo dice la fuente.", "Comisión de Igualdad de la CONAGO")
    convener: Id = refers_to(
        "institutions", "Institución que convocó", "El id de la institución.", "conago-comision-igualdad"
    )
    date: EdtfDate | None = field("Cuándo", "De cuándo a cuándo.", "2023-10-26/2023-10-27", default=None)
    place: Place | None = field("Dónde", "El lugar.", {"name": "Cancún", "state": "ROO"}, default=None)
    text: Paragraph = field("Cómo lo cuenta el documento", "Sus palabras.", "En seguimiento a la designación…")
    objective: Paragraph = field("Objetivo del encuentro", "Como lo dice la fuente.", "Construir la Agenda Nacional…")
    attendance: Figure | None = field(
        "Asistencia", "Como la dice la fuente.", {"text": "las titulares de las 32 IMEF"}, default=None
    )
    agenda: tuple[AgendaItem, ...] = several("Orden del día", "En orden.", [{"title": "Inauguración"}])
    highlights: tuple[Paragraph, ...] = several("Lo que se destacó", "Un párrafo por elemento.", ["Se destacó…"])
    tables_note: Paragraph = field("Las mesas, en el documento", "Sus palabras.", "Los temas de las mesas fueron…")
    tables: tuple[WorkingTable, ...] = several("Mesas de trabajo", "En orden.", [{"title": "Cuidados"}])
    themes_note: Paragraph = field("Los temas, en el documento", "Sus palabras.", "Tres fueron los temas…")
    themes: tuple[Paragraph, ...] = several("Temas relevantes", "Uno por renglón.", ["Avanzar en los cuidados"])


class GoodPractice(Part):
    """A good practice that a document names."""

    title: Line = field("Buena práctica", "Como está escrita.", "Senderos Seguros", required=True)
    text: Paragraph = field("En qué consiste", "Si la fuente lo dice.", "Iluminación de calles")
    place: Place | None = field("Dónde se hace", "El lugar.", {"name": "Ciudad de México"}, default=None)
