"""The stages of a programme, the steps within them, and its surveys by moment.

In: nothing. Out: frozen models. Never: turns a relative date into a day.
"""

from acervo.records.models.fields import Choice, EdtfDate, Id, Line, Paragraph, Part, field, refers_to, several


class Step(Part):
    """A step, with its name."""

    title: Line = field("Paso", "Su nombre.", "Reunión Nacional (apertura)", required=True)
    text: Paragraph = field("En qué consiste", "Como lo dice la fuente.", "Será la reunión de inicio…")


class PlannedStage(Part):
    """A stage in the life of a network or programme."""

    title: Line = field("Etapa", "Su nombre.", "Seguimiento", required=True)
    period: EdtfDate | None = field(
        "Fecha o periodo", "Se omite si la fuente no la da.", "2020-10/2020-12", default=None
    )
    after: Line = field(
        "Cuándo, respecto de otra cosa", "Si la fuente lo dice así.", "4 meses después de la conclusión"
    )
    responsible: Line = field("Responsable", "Como lo dice la fuente.", "La Unidad Técnica")
    institution: Id = refers_to("institutions", "Institución responsable", "El id de la institución.", "ine-utigynd")
    text: Paragraph = field("En qué consiste", "Como lo dice la fuente.", "Se realizarán encuestas…")
    steps: tuple[Step, ...] = several("Pasos", "Los de la etapa, en orden.", [{"title": "Primera sesión grupal"}])


class SurveyMoment(Choice):
    """When people are asked."""

    BEFORE = "before", "Antes"
    DURING = "during", "Durante"
    END = "end", "Al terminar"
    LATER = "later", "Tiempo después"


class Survey(Part):
    """A survey at one moment."""

    moment: SurveyMoment = field("Momento", "Cuándo se pregunta.", "before", required=True)
    text: Line = field("Cuándo, como lo dice la fuente", "Sus palabras.", "antes de la primera sesión grupal")
    asked: Line = field("A quién se pregunta", "Como lo dice la fuente.", "A las integrantes de la Red")
