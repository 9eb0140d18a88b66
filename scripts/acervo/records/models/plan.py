"""A work plan: where it wants to go, lines of action, activities with money and people, how it is evaluated.

In: nothing. Out: frozen models. Never: adds up or reconciles its figures (see `sums`).
"""

from acervo.records.models.fields import Choice, Count, EdtfDate, Id, Line, Paragraph, Part, field, refers_to, several
from acervo.records.models.figures import Beneficiaries, Money


class Swot(Part):
    """Strengths and weaknesses within, opportunities and threats without."""

    strengths: tuple[Paragraph, ...] = several("Fortalezas", "Una por renglón.", ["Equipo con experiencia"])
    weaknesses: tuple[Paragraph, ...] = several("Debilidades", "Una por renglón.", ["Personal insuficiente"])
    opportunities: tuple[Paragraph, ...] = several("Oportunidades", "Una por renglón.", ["Recursos para proyectos"])
    threats: tuple[Paragraph, ...] = several("Amenazas", "Una por renglón.", ["Apatía"])


class Cadence(Choice):
    """How often something is evaluated."""

    MONTHLY = "monthly", "Mensual"
    BIMONTHLY = "bimonthly", "Bimestral"
    QUARTERLY = "quarterly", "Trimestral"
    BIANNUAL = "biannual", "Semestral"
    YEARLY = "yearly", "Anual"


class ActionLine(Part):
    """A line of action, with what it consists of."""

    title: Line = field("Línea de acción", "Su nombre, si lo tiene.", "Calles y espacios públicos sin acoso")
    actions: tuple[Paragraph, ...] = several("Acciones", "Una por renglón.", ["Establecer puntos seguros"])


class Outcome(Part):
    """How many actions were planned and held in one period."""

    period: EdtfDate = field("Periodo", "De qué mes a qué mes.", "2024-01/2024-03", required=True)
    planned: Count = field("Proyectadas", "Cuántas se proyectaron.", "4", required=True)
    held: Count = field("Realizadas", "Cuántas se realizaron.", "3", required=True)
    source: Line = field("Quién lo dice", "La fuente, por su nombre.", "Informe trimestral")
    note: Paragraph = field("Nota", "Lo que conviene saber.", "Una se pospuso")


class Activity(Part):
    """An activity of a plan."""

    label: Line = field("Etiqueta", "Como la numera el documento, aunque la repita.", "ACTIVIDAD 5")
    title: Line = field("Actividad", "Su nombre.", "Talleres de Salud mental", required=True)
    axis: Line = field("Eje de la actividad", "Del plan de desarrollo.", "Derechos Humanos, Inclusión e Igualdad")
    lines: tuple[ActionLine, ...] = several(
        "Líneas de acción de la actividad", "Con título o sin él.", [{"actions": ["Duelo"]}]
    )
    goal: Paragraph = field("Metas de la actividad", "Como lo dice el documento.", "Brindar atención oportuna…")
    indicator: Line = field("Indicador", "Con qué se mide.", "Número de convenios")
    budget: Money | None = field("Inversión de la actividad", "La suya.", {"amount": "30000.00"}, default=None)
    beneficiaries: Beneficiaries | None = field(
        "Personas beneficiadas por la actividad", "Las suyas.", {"direct": {"text": "7,500"}}, default=None
    )
    period: EdtfDate | None = field(
        "Periodo de la actividad", "De cuándo a cuándo.", "2024-01-01/2024-12-31", default=None
    )
    period_text: Line = field("Periodo, como está escrito", "Sus palabras.", "del 01 de enero de 2024 al…")
    cadence: Cadence | None = field(
        "Temporalidad de la evaluación", "Cada cuándo se evalúa.", "quarterly", default=None
    )
    responsible: Line = field("Responsable", "Como lo dice el documento.", "Área de psicología")
    outcomes: tuple[Outcome, ...] = several(
        "Lo realizado", "Por periodo, con fuente.", [{"period": "2024-01/2024-03", "planned": "4", "held": "3"}]
    )


class Assessment(Part):
    """Who evaluates the plan, and how."""

    by: Line = field("Quién evalúa", "Como lo dice el documento.", "Dirección de Planeación")
    institution: Id = refers_to(
        "institutions", "Institución que evalúa", "El id de la institución.", "jocotepec-direccion-planeacion"
    )
    formula: Line = field("Fórmula", "Como está escrita.", "No. Act. Realizadas/No. Act. Proyectadas * 100")
    text: Paragraph = field("Cómo se evalúa", "Como lo dice el documento.", "Mediante la fórmula…")


class WorkPlan(Part):
    """A plan of work with its activities."""

    vision: Paragraph = field("Visión", "Como lo dice el documento.", "Ser una institución sólida…")
    mission: Paragraph = field("Misión", "Como lo dice el documento.", "Transversalizar la perspectiva…")
    purpose: Paragraph = field("Objetivo o fin", "Como lo dice el documento.", "Elaborar políticas públicas…")
    programme: Line = field("Programa", "Su nombre.", "Empoderamiento de las mujeres")
    strategy: Paragraph = field("Estrategia", "Como lo dice el documento.", "Establecer la igualdad sustantiva…")
    axis: Line = field("Eje", "Del plan de desarrollo.", "Derechos Humanos, Inclusión e Igualdad")
    goal: Paragraph = field("Metas", "Como lo dice el documento.", "Programas y acciones específicos…")
    budget: Money | None = field("Inversión", "La de todo el plan.", {"amount": "700000.00"}, default=None)
    beneficiaries: Beneficiaries | None = field(
        "Personas beneficiadas", "Las de todo el plan.", {"direct": {"text": "15,000"}}, default=None
    )
    period: EdtfDate | None = field("Periodo del plan", "De cuándo a cuándo.", "2024-01-01/2024-12-31", default=None)
    period_text: Line = field("Periodo, como está escrito", "Sus palabras.", "1ero de enero de 2024 al…")
    cadence: Cadence | None = field(
        "Temporalidad de la evaluación", "Cada cuándo se evalúa.", "quarterly", default=None
    )
    lines: tuple[ActionLine, ...] = several("Líneas de acción", "Con sus acciones.", [{"title": "Calles seguras"}])
    activities: tuple[Activity, ...] = several("Actividades", "En el orden del documento.", [{"title": "Talleres"}])
    evaluation: Assessment | None = field(
        "Evaluación", "Quién la hace y cómo.", {"by": "Dirección de Planeación"}, default=None
    )
