"""The parts that documents and networks share: what is wanted, for whom, what is taught, in which stages.

In: nothing. Out: a frozen model. Never: requires a part: what the source does not say is left out.
"""

from acervo.records.models.agreements import Agreement, Review
from acervo.records.models.curriculum import Content
from acervo.records.models.fields import Line, Markdown, Paragraph, Part, field, several
from acervo.records.models.figures import Figure
from acervo.records.models.legal import Citation
from acervo.records.models.meeting import GoodPractice
from acervo.records.models.parts import Contact, Record, Section
from acervo.records.models.plan import Swot, WorkPlan
from acervo.records.models.stages import PlannedStage, Survey


class Groups(Part):
    """How people are put together."""

    text: Paragraph = field("Cómo se integran", "Como lo dice la fuente.", "Grupos mixtos", required=True)
    universe: Figure | None = field(
        "Universo", "Cuántas personas podrían estar.", {"text": "498 mujeres", "number": "498"}, default=None
    )


class Programme(Record):
    """A record that may tell of a programme, part by part."""

    sections: tuple[Section, ...] = several(
        "Secciones", "Lo que no cabe en otra parte, sección por sección.", [{"title": "¿Por qué?", "text": "…"}]
    )
    objective: Paragraph = field("Objetivo general", "Como lo dice la fuente.", "Generar un intercambio…")
    objectives: tuple[Paragraph, ...] = several("Objetivos o metas", "Uno por renglón.", ["Detectar barreras"])
    audience: Paragraph = field("Dirigida a", "Como lo dice la fuente.", "Mujeres que ocupan puestos de Vocalía")
    eligible: tuple[Line, ...] = several("Quiénes pueden participar", "Uno por renglón.", ["Vocalía Ejecutiva"])
    groups: Groups | None = field("Grupos", "Cómo se integran.", {"text": "Grupos mixtos"}, default=None)
    goal: Figure | None = field(
        "Meta esperada", "Como lo dice la fuente.", {"text": "100 servidoras públicas", "number": "100"}, default=None
    )
    duration: Paragraph = field("Duración", "Como la dice la fuente.", "Se propone que dure 6 meses")
    curriculum: tuple[Content, ...] = several(
        "Contenidos o ejes", "En orden.", [{"title": "Liderazgo", "topics": ["liderazgo"]}]
    )
    stages: tuple[PlannedStage, ...] = several("Etapas", "En orden.", [{"title": "Informe"}])
    surveys: tuple[Survey, ...] = several("Encuestas por momento", "En orden.", [{"moment": "before"}])
    review: Review | None = field(
        "Revisión y observaciones", "Qué se observó y qué se respondió.", {"session": "Segunda"}, default=None
    )
    good_practices: tuple[GoodPractice, ...] = several(
        "Buenas prácticas", "Las que nombra la fuente.", [{"title": "Senderos Seguros"}]
    )
    swot: Swot | None = field("FODA", "El análisis de la fuente.", {"threats": ["Apatía"]}, default=None)
    plan: WorkPlan | None = field("Plan", "Líneas, actividades y dinero.", {"programme": "Igualdad"}, default=None)
    agreements: tuple[Agreement, ...] = several(
        "Acuerdos y compromisos", "Con su seguimiento.", [{"text": "Publicar la agenda"}]
    )
    legal_basis: tuple[Citation, ...] = several(
        "Fundamento", "Leyes, artículos y programas en que se funda.", [{"title": "LOCGEUM", "article": "106"}]
    )
    context: Markdown = field("Qué dicen otras fuentes", "Markdown; aparte de lo que dice el documento.", "En 2023…")
    contact: Contact | None = field(
        "Contacto", "El que da la fuente; solo institucional.", {"phone": "36 38 52 87"}, default=None
    )
