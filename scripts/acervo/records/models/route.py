"""The fields of a route record: an itinerary through recordings, documents and topics, with its gaps.

In: nothing. Out: frozen models. Never: adds up times, or knows whether what a step names is there (see `rules`).
"""

from acervo.records.models.fields import Id, Line, Moment, Paragraph, Part, field, refer_to, refers_to, several
from acervo.records.models.parts import Record


class RouteStep(Part):
    """One step: a stretch of a recording, a section of a document, a topic, or what is missing."""

    part: Line = field(
        "Parte de la ruta",
        "El nombre de la parte que empieza en este paso; se omite si sigue en la misma.",
        "1. Perspectiva de Género",
    )
    title: Line = field(
        "Título del paso", "Se omite si basta el nombre de lo que se ve o se lee.", "Qué es el consentimiento"
    )
    conference: Id = refers_to(
        "conferences", "Conferencia que se ve", "El id de su ficha en data/conferences.", "2024-consentimiento"
    )
    start: Moment = field("Desde el momento", "Se omite si se ve desde el principio.", "12:34")
    end: Moment = field("Hasta el momento", "Se omite si se ve hasta el final.", "15:00")
    document: Id = refers_to(
        "documents", "Documento que se lee", "El id de su ficha en data/documents.", "practica-conferencias-dia-naranja"
    )
    section: Line = field(
        "Sección que se lee",
        "El título de una sección de la ficha del documento; se omite si se lee completo.",
        "Objetivo general",
    )
    topic: Id = refers_to(
        "topics", "Tema que se recorre", "Su clave en data/topics.yml: lo que haya de él.", "consentimiento"
    )
    gap: Paragraph = field(
        "Lo que falta", "Qué debería estar aquí y el acervo no tiene.", "No hay ninguna grabación sobre este contenido."
    )
    note: Paragraph = field("Nota del paso", "En qué fijarse, o qué hacer después.", "Compare con su reglamento.")


class Route(Record):
    """An itinerary of steps, with its goals and for whom it is."""

    goals: tuple[Paragraph, ...] = several(
        "Qué se aprende", "Los objetivos, uno por renglón.", ["Reconocer qué es el consentimiento"]
    )
    audience: Paragraph = field("Para quién es", "A quién le sirve.", "Enlaces de género")
    institution: Id = refers_to("institutions", "Institución que la propone", "El id de la institución.", "senado-utig")
    networks: tuple[Id, ...] = refer_to("networks", "Redes a las que sirve", "Los ids de las redes.", ["rcmspen"])
    source_document: Id = refers_to(
        "documents", "Documento de que parte", "El id del documento que da sus contenidos.", "red-coaching-rcmspen"
    )
    steps: tuple[RouteStep, ...] = several(
        "Pasos",
        "En orden. Cada uno es una conferencia, un documento, un tema o lo que falta.",
        [{"conference": "2024-consentimiento", "start": "12:34", "end": "15:00"}],
        required=True,
    )
