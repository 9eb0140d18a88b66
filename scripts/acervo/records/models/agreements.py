"""What a meeting or review asked for and agreed, and what became of it.

In: nothing. Out: frozen models. Never: takes an agreement for done because its date has passed.
"""

from acervo.records.models.fields import Choice, EdtfDate, Id, Line, Paragraph, Part, Url, field, refers_to, several


class Observation(Part):
    """What somebody asked to change, and what was answered."""

    text: Paragraph = field("Observación", "Como está escrita.", "Incluir mecanismos de seguimiento", required=True)
    reply: Paragraph = field("Respuesta", "Si la fuente la da.", "Se está considerando")


class Review(Part):
    """A review of a proposal: where, when, by whom, with what observations."""

    text: Paragraph = field("Cómo se revisó", "Como lo dice la fuente.", "Se impactaron las observaciones…")
    date: EdtfDate | None = field("Fecha de la revisión", "Se omite si no se sabe.", "2020-09-02", default=None)
    session: Line = field("Sesión", "En cuál se revisó.", "Segunda Sesión Ordinaria de la Comisión")
    institution: Id = refers_to("institutions", "Quién la revisó", "El id de la institución.", "ine-comision-igualdad")
    person: Id = refers_to("speakers", "Persona que observó", "El id de su ficha.", "ana-perez")
    introduction: Paragraph = field("Entrada de la lista", "Como la escribe la fuente.", "Algunas observaciones…")
    observations: tuple[Observation, ...] = several("Observaciones", "En orden.", [{"text": "Definir el Reglamento"}])


class AgreementKind(Choice):
    """Whether all agreed or one promised."""

    AGREEMENT = "agreement", "Acuerdo"
    COMMITMENT = "commitment", "Compromiso"


class Progress(Choice):
    """How far an agreement has come, as far as a source tells."""

    UNKNOWN = "unknown", "Sin noticia de su cumplimiento"
    PENDING = "pending", "Pendiente"
    UNDER_WAY = "under_way", "En curso"
    DONE = "done", "Cumplido"
    DROPPED = "dropped", "No se cumplirá"


class FollowUp(Part):
    """What is known of an agreement on one day."""

    date: EdtfDate | None = field("Fecha del seguimiento", "Se omite si no se sabe.", "2024-03", default=None)
    text: Paragraph = field("Qué se sabe", "Con sus palabras.", "Se publicó el reglamento", required=True)
    source: Line = field("Quién lo dice", "La fuente, por su nombre.", "Boletín 12")
    url: Url = field("Dirección", "Dirección de esa fuente.", "https://www.senado.gob.mx/b12")


class Agreement(Part):
    """An agreement or commitment."""

    kind: AgreementKind = field(
        "Qué es", "Acuerdo de todas las partes o compromiso de una.", "commitment", default=AgreementKind.AGREEMENT
    )
    text: Paragraph = field("Qué se acordó", "Como lo dice la fuente.", "Publicar la agenda", required=True)
    responsible: Line = field("Responsable", "Como lo dice la fuente.", "La Comisión de Igualdad")
    institution: Id = refers_to(
        "institutions", "Institución responsable", "El id de la institución.", "conago-comision-igualdad"
    )
    due: EdtfDate | None = field("Para cuándo", "Se omite si no se dice.", "2024-03", default=None)
    state: Progress = field("Estado", "Lo último que se sabe.", "pending", default=Progress.UNKNOWN)
    follow_up: tuple[FollowUp, ...] = several("Seguimiento", "En orden.", [{"text": "Se publicó el reglamento"}])
