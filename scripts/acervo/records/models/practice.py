"""The sheet of a practice: the questions that it answers, in the words of its form.

In: nothing. Out: frozen models. Never: answers a question that the sheet leaves open.
"""

from acervo.records.models.fields import Line, Paragraph, Part, field, several
from acervo.records.models.stages import Step


class Practice(Part):
    """A practice, question by question."""

    since: Line = field("¿Cuándo surge?", "Como lo escribe la ficha.", "2022-Actualidad")
    where: Line = field("¿Dónde surge?", "Como lo escribe la ficha.", "México")
    scope: Line = field("Alcance", "Como lo escribe la ficha.", "Nacional")
    what: Paragraph = field("¿Qué es?", "La respuesta de la ficha.", "Es una iniciativa de difusión…")
    purpose: Paragraph = field("¿Para qué?", "La respuesta de la ficha.", "La iniciativa contribuye…")
    participants: tuple[Line, ...] = several("¿Quiénes participan?", "Uno por renglón.", ["Población en General"])
    reason: Paragraph = field("¿Por qué se desarrolló el ejercicio?", "La respuesta de la ficha.", "Para construir…")
    done: Paragraph = field("¿Qué se hizo?", "La respuesta de la ficha.", "La práctica consiste en…")
    openness: Paragraph = field(
        "¿De qué manera esta práctica contribuye a la apertura gubernamental?",
        "La respuesta de la ficha.",
        "Esta práctica promueve…",
    )
    benefits: tuple[Paragraph, ...] = several("¿Cuáles fueron los beneficios?", "Uno por renglón.", ["Mejor acceso"])
    steps: tuple[Step, ...] = several(
        "¿Cómo funciona?", "Los pasos, en orden.", [{"title": "Participación en la Conferencia"}]
    )
