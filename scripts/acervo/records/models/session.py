"""What a conference record says of taking part: how it stands, its registration, its access, its questions.

In: nothing. Out: frozen models, and the few flat facts of them that the catalogue keeps.
Never: knows what time it is, or computes a state (see `archive.life`).
"""

from typing import NamedTuple

from acervo.records.models.fields import (
    Choice,
    Count,
    DayTime,
    Flag,
    Line,
    Markdown,
    Moment,
    Paragraph,
    Part,
    Url,
    field,
)


class EventStatus(Choice):
    """How the session stands (schema.org EventStatusType)."""

    SCHEDULED = "scheduled", "En pie"
    RESCHEDULED = "rescheduled", "Pospuesta, con fecha nueva"
    POSTPONED = "postponed", "Pospuesta, sin fecha nueva"
    CANCELLED = "cancelled", "Cancelada"


class SessionAccessibility(Choice):
    """What the session itself offers, live (schema.org accessibilityFeature of an event)."""

    LIVE_CAPTIONS = "live_captions", "Subtítulos en vivo"
    SIGN_LANGUAGE = "sign_language", "Interpretación en Lengua de Señas Mexicana"
    STEP_FREE = "step_free", "Acceso sin escalones"
    INDUCTION_LOOP = "induction_loop", "Bucle de inducción para aparatos auditivos"
    ACCESSIBLE_MATERIALS = "accessible_materials", "Materiales accesibles"
    AUDIO_DESCRIPTION = "audio_description", "Audiodescripción"
    EASY_LANGUAGE = "easy_language", "Lenguaje claro o lectura fácil"
    QUIET_SPACE = "quiet_space", "Espacio de calma"


class Registration(Part):
    """How to sign up, and until when."""

    url: Url = field(
        "Página de inscripción", "Donde se llena el registro.", "https://www.senado.gob.mx/registro", required=True
    )
    opens: DayTime = field("Abre", "Día y hora del centro de México; se omite si no se sabe.", "2026-05-04 09:00")
    closes: DayTime = field("Cierra", "Día y hora del centro de México; se omite si no se sabe.", "2026-05-24 18:00")
    places: Count | None = field("Lugares", "Cuántos hay, si son limitados.", "120", default=None)
    note: Paragraph = field("Nota de inscripción", "Lo que conviene saber antes.", "Se confirma por correo")


class Access(Part):
    """How to enter the session, and in which hours the link is shown."""

    url: Url = field(
        "Enlace de acceso",
        "Solo si es público: las fichas se publican con el sitio. El que se envía a cada persona no se escribe.",
        "https://www.youtube.com/live/aB3_dEfGh-w",
    )
    private: Flag = field(
        "Acceso privado", "`true` si el enlace se envía a quien se inscribe: nunca se publica.", "true", default=False
    )
    opens: DayTime = field(
        "Se muestra desde", "Día y hora del centro de México; si se omite, desde la hora de inicio.", "2026-05-25 10:45"
    )
    closes: DayTime = field(
        "Se muestra hasta",
        "Día y hora del centro de México; si se omite, hasta la hora de término.",
        "2026-05-25 13:00",
    )
    platform: Line = field("Plataforma", "El nombre del servicio.", "YouTube")
    note: Paragraph = field("Nota de acceso", "Lo que conviene saber para entrar.", "No hace falta cuenta")


class PublicQuestion(Part):
    """A question of the public and its answer, without saying who asked (LGPDPPSO 3)."""

    question: Paragraph = field(
        "Pregunta", "Sin el nombre ni otro dato de quien preguntó.", "¿Qué hago si el acoso es por mensajes?",
        required=True,
    )  # fmt: skip
    answer: Markdown = field("Respuesta", "Markdown: lo que se respondió, resumido.", "La ley protege…")
    at: Moment = field("Momento de la pregunta", "Cuándo se hizo, en la grabación.", "1:02:03")


class Session(NamedTuple):
    """What the catalogue keeps of a session: flat, and no address of anything."""

    start_time: str = ""
    end_time: str = ""
    status: str = EventStatus.SCHEDULED.value
    previous_dates: tuple[str, ...] = ()
    registration: tuple[str, str] | None = None
    """When it opens and closes, `2026-05-20 09:00` or ""; None when there is none."""
    access: tuple[str, str] | None = None
    """From when until when its link is shown, as written; None when there is none, or it is private."""
