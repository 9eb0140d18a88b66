"""The fields of an evaluation record: what a form asked, and how many people answered what.

In: nothing. Out: frozen models. Never: holds an answer of one person: aggregates only (LGPDPPSO 16 IX).
"""

from acervo.records.models.fields import (
    Choice,
    Count,
    EdtfDate,
    Id,
    Line,
    Paragraph,
    Part,
    Url,
    field,
    refers_to,
    several,
)
from acervo.records.models.parts import Record
from acervo.records.models.scales import Scale


class EvaluationMoment(Choice):
    """When people answered, seen from what is evaluated."""

    BEFORE = "before", "Antes"
    AFTER = "after", "Al terminar"
    LATER = "later", "Meses después"


class Counted(Choice):
    """Of whom it is told who they were."""

    ATTENDED = "attended", "Quienes asistieron"
    ANSWERED = "answered", "Quienes respondieron"


class Instrument(Part):
    """The form by which people were asked."""

    title: Line = field(
        "Nombre del instrumento", "Cómo se llama el cuestionario.", "Cuestionario de salida", required=True
    )
    version: Line = field("Versión", "Cuál de sus versiones se usó.", "2")
    url: Url = field(
        "Cuestionario en blanco", "Dónde leer las preguntas, nunca las respuestas.", "https://www.senado.gob.mx/c.pdf"
    )


class Answer(Part):
    """A step of a scale, or several in a row, and how many people chose it."""

    answer: Line = field("Respuesta", "El paso de la escala o la opción.", "Muy de acuerdo", required=True)
    through: Line = field(
        "Hasta",
        "El último paso, si son varios seguidos: los que tienen pocas respuestas se juntan con el de al lado.",
        "De acuerdo",
    )
    n: Count | None = field("Personas", "Cuántas respondieron eso.", "24", default=None)
    percent: Line = field(
        "Porcentaje",
        "Solo si la fuente no da personas: de 0 a 100.",
        "62.5",
        pattern=r"^$|^(100(\.0{1,2})?|[0-9]{1,2}(\.[0-9]{1,2})?)$",
    )


class Question(Part):
    """A closed question and its answers, counted."""

    question: Line = field("Pregunta", "Como está en el cuestionario.", "El tema fue claro", required=True)
    scale: Scale = field("Escala", "En qué se responde.", "agreement", required=True)
    answers: tuple[Answer, ...] = several(
        "Respuestas",
        "De la más baja a la más alta. Los pasos que faltan no estaban en el cuestionario.",
        [{"answer": "De acuerdo", "n": 12}, {"answer": "Muy de acuerdo", "n": 24}],
        required=True,
    )
    note: Paragraph = field("Nota de la pregunta", "Qué conviene saber al leerla.", "Se preguntó solo en línea")


class Share(Part):
    """Some of the people."""

    name: Line = field("Quiénes", "Una institución o un género; nunca una persona.", "Mujeres", required=True)
    n: Count = field("Cuántas personas", "Cuántas eran.", "31", required=True)


class Attendance(Part):
    """Who the people were, in numbers."""

    of: Counted = field("De quiénes", "De quién se cuenta.", "attended", default=Counted.ATTENDED)
    n: Count = field("Total de personas", "Cuántas eran en total.", "48", required=True)
    institutions: tuple[Share, ...] = several(
        "Por institución", "Cuántas de cada una.", [{"name": "Senado de la República", "n": 36}]
    )
    genders: tuple[Share, ...] = several("Por género", "Cuántas de cada uno.", [{"name": "Mujeres", "n": 31}])


class Evaluation(Record):
    """One evaluation: one form, answered once by a group of people."""

    conference: Id = refers_to("conferences", "Conferencia evaluada", "El id de su ficha.", "2024-consentimiento")
    series: Id = refers_to("series", "Ciclo evaluado", "El id de su ficha.", "conferencias-dia-naranja")
    network: Id = refers_to("networks", "Red evaluada", "El id de su ficha.", "rcmspen")
    document: Id = refers_to("documents", "Encuentro documentado", "El id del documento del encuentro.", "nota-imef")
    moment: EvaluationMoment = field("Momento", "Cuándo se preguntó.", "after", required=True)
    months: Count | None = field("Cuántos meses después", "Solo si el momento es `later`.", "4", default=None)
    date: EdtfDate | None = field("Fecha", "Cuándo se respondió.", "2024-05-25", default=None)
    instrument: Instrument | None = field(
        "Instrumento", "El cuestionario.", {"title": "Cuestionario de salida", "version": "2"}, default=None
    )
    invited: Count | None = field("Personas invitadas", "A cuántas se pidió responder.", "120", default=None)
    answered: Count | None = field("Personas que respondieron", "Cuántas respondieron.", "48", default=None)
    method: Paragraph = field(
        "Método", "Cómo se preguntó, y qué se dejó fuera.", "Formulario en línea, anónimo y voluntario."
    )
    questions: tuple[Question, ...] = several(
        "Preguntas",
        "Las preguntas cerradas. El texto libre no se publica.",
        [{"question": "El tema fue claro", "scale": "agreement", "answers": [{"answer": "De acuerdo", "n": 48}]}],
    )
    attendance: Attendance | None = field(
        "Participación", "Quiénes eran, en números.", {"of": "attended", "n": 48}, default=None
    )
