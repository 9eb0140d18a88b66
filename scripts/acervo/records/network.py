"""The fields of a network record: institutions or people who work together.

In: nothing. Out: frozen models. Never: names private people as members.
"""

from acervo.records.fields import EdtfDate, Id, Line, Paragraph, Part, field, refer_to, refers_to, several
from acervo.records.parts import Contact, Place, Record, Section


class Stage(Part):
    """A stage in the life of a network."""

    title: Line = field("Etapa", "Su nombre.", "Seguimiento", required=True)
    text: Paragraph = field("En qué consiste", "Como lo dice el documento.", "Se realizarán encuestas…")


class Network(Record):
    """A network with its objectives, stages, curriculum and groups."""

    acronym: Line = field("Siglas", "Si las usa.", "RCMSPEN")
    institution: Id = refers_to("institutions", "Institución que la impulsa", "El id de la institución.", "ine")
    members: tuple[Id, ...] = refer_to(
        "institutions", "Integrantes", "Ids de instituciones; nunca personas privadas.", ["ine-utigynd"]
    )
    place: Place | None = field("Lugar", "Dónde trabaja.", {"name": "Guadalajara", "state": "JAL"}, default=None)
    date: EdtfDate | None = field("Fecha de inicio", "Se omite si no se sabe.", "2019-12", default=None)
    objective: Paragraph = field("Objetivo general", "Como lo dice el documento.", "Generar un intercambio…")
    objectives: tuple[Paragraph, ...] = several("Objetivos o metas", "Uno por renglón.", ["Detectar barreras"])
    audience: Paragraph = field("Dirigida a", "Como lo dice el documento.", "Mujeres que ocupan puestos de Vocalía")
    goal: Paragraph = field("Meta esperada", "Como lo dice el documento.", "100 servidoras públicas")
    curriculum: tuple[Line, ...] = several("Contenidos o ejes", "Uno por renglón.", ["Perspectiva de Género"])
    groups: Paragraph = field("Grupos", "Cómo se integran.", "Grupos mixtos")
    stages: tuple[Stage, ...] = several("Etapas", "En orden.", [{"title": "Informe"}])
    sections: tuple[Section, ...] = several(
        "Secciones", "Lo demás, sección por sección.", [{"title": "¿Por qué una red?", "text": "…"}]
    )
    contact: Contact | None = field("Contacto", "Solo institucional.", {"phone": "36 38 52 87"}, default=None)
