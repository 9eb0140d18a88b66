"""The fields of a conference record: one talk or session, recorded or not.

In: nothing. Out: frozen models. Never: joins with other records (see `archive`).
"""

from acervo.records.models.fields import (
    Choice,
    EdtfDate,
    Id,
    Line,
    Markdown,
    Moment,
    Paragraph,
    Part,
    Time,
    Url,
    Video,
    WholeDay,
    field,
    refer_to,
    refers_to,
    several,
)
from acervo.records.models.parts import Participation, Place, Record
from acervo.records.models.session import Access, EventStatus, PublicQuestion, Registration, SessionAccessibility


class ConferenceKind(Choice):
    """What kind of session it was."""

    TALK = "talk", "Conferencia"
    FORUM = "forum", "Foro"
    PANEL = "panel", "Panel"
    PRESENTATION = "presentation", "Presentación"
    MEETING = "meeting", "Encuentro"
    COURSE = "course", "Curso o diplomado"
    CEREMONY = "ceremony", "Acto"


class Modality(Choice):
    """Where one could take part (schema.org eventAttendanceMode)."""

    VIRTUAL = "virtual", "Virtual"
    IN_PERSON = "in_person", "Presencial"
    HYBRID = "hybrid", "Híbrida"
    UNKNOWN = "unknown", "Se desconoce"


class RecordingState(Choice):
    """What is known of the recording."""

    SCHEDULED = "scheduled", "Programada"
    PUBLISHED = "published", "Publicada"
    NOT_RECORDED = "not_recorded", "No se grabó"
    NOT_PUBLISHED = "not_published", "No se publicó"
    LOST = "lost", "Perdida"
    UNKNOWN = "unknown", "Se desconoce si existe"


class License(Choice):
    """Under which terms the recording may be reused (LFDA 27, 83: unknown unless granted)."""

    UNKNOWN = "unknown", "Se desconoce; todos los derechos reservados mientras no se aclare"
    YOUTUBE = "youtube", "Licencia estándar de YouTube"
    CC_BY = "cc-by", "Creative Commons Atribución (CC BY)"
    CC_BY_SA = "cc-by-sa", "Creative Commons Atribución-CompartirIgual (CC BY-SA)"
    CC_BY_NC = "cc-by-nc", "Creative Commons Atribución-NoComercial (CC BY-NC)"
    PUBLIC_DOMAIN = "public-domain", "Dominio público"


class Captions(Choice):
    """Captions of the recording (WCAG 1.2.2: automatic ones do not conform)."""

    UNKNOWN = "unknown", "Se desconoce"
    NONE = "none", "Sin subtítulos"
    AUTOMATIC = "automatic", "Subtítulos automáticos, sin revisar"
    REVIEWED = "reviewed", "Subtítulos revisados por una persona"


class SignLanguage(Choice):
    """Whether the recording has Lengua de Señas Mexicana."""

    UNKNOWN = "unknown", "Se desconoce"
    YES = "yes", "Con interpretación en Lengua de Señas Mexicana"
    NO = "no", "Sin interpretación en Lengua de Señas Mexicana"


class Permission(Choice):
    """Whether the words of a recording may be published as text (a person decides; the law protects who speaks)."""

    UNKNOWN = "unknown", "No consta"
    GRANTED = "granted", "Hay permiso de quien habla o de quien organiza"
    DENIED = "denied", "No hay permiso"


class Chapter(Part):
    """A part of the recording."""

    start: Moment = field("Empieza en", "Minutos y segundos, u horas, minutos y segundos.", "1:02:03", required=True)
    title: Line = field("Título del capítulo", "De qué trata esa parte.", "Preguntas del público", required=True)


class Passage(Part):
    """A stretch of the recording and what is spoken of in it (W3C, Media Fragments: a part named by its times)."""

    start: Moment = field("Empieza en", "Minutos y segundos, u horas, minutos y segundos.", "12:34", required=True)
    end: Moment = field("Termina en", "Se omite si sigue hasta el pasaje que empieza después.", "15:00")
    topics: tuple[Id, ...] = refer_to(
        "topics", "Temas del pasaje", "Claves de data/topics.yml; la primera le da su color.", ["consentimiento"]
    )
    document: Id = refers_to("documents", "Documento que se cita", "El id de su ficha en data/documents.", "lgamvlv")
    article: Line = field("Parte que se cita", "El artículo o la sección del documento, como se dice.", "Artículo 4")
    conference: Id = refers_to(
        "conferences", "Conferencia que se menciona", "El id de su ficha en data/conferences.", "2024-consentimiento"
    )
    note: Line = field("Nota del pasaje", "De qué se habla, en pocas palabras.", "Qué cambió con la reforma")


class Copy(Part):
    """A copy of the recording other than YouTube's."""

    title: Line = field("Nombre de la copia", "Dónde está.", "Micrositio de la Unidad Técnica", required=True)
    url: Url = field(
        "Dirección", "Dirección de la página o del archivo.", "https://www.senado.gob.mx/v.mp4", required=True
    )
    media_type: Line = field(
        "Tipo de archivo", "Tipo MIME, si es un archivo.", "video/mp4", pattern=r"^$|^[a-z]+/[a-z0-9.+-]+$"
    )


class Recording(Part):
    """The recording of a conference and what is known of it."""

    state: RecordingState = field(
        "Estado de la grabación", "Qué se sabe de ella.", "published", default=RecordingState.UNKNOWN
    )
    reason: Paragraph = field(
        "Por qué no hay grabación", "Si no se grabó o no se publicó.", "La ponente pidió que no se grabara"
    )
    youtube: Video = field("Video de YouTube", "Los 11 caracteres que identifican el video.", "aB3_dEfGh-w")
    copies: tuple[Copy, ...] = several(
        "Otras copias",
        "Copias fuera de YouTube.",
        [{"title": "Micrositio", "url": "https://www.senado.gob.mx/v.mp4"}],
    )
    chapters: tuple[Chapter, ...] = several(
        "Capítulos",
        "Las partes de la grabación, en orden; si están aquí, los de YouTube no se usan.",
        [{"start": "0:00", "title": "Bienvenida"}, {"start": "12:30", "title": "Preguntas"}],
    )
    passages: tuple[Passage, ...] = several(
        "De qué se habla",
        "Los pasajes que conviene encontrar: sus temas y lo que citan. No hace falta cubrir toda la grabación.",
        [{"start": "12:34", "topics": ["consentimiento"], "document": "lgamvlv", "article": "Artículo 4"}],
    )
    language: Line = field("Idioma", "Código del idioma que se habla.", "es", pattern=r"^$|^[a-z]{2,3}(-[A-Z]{2})?$")
    license: License = field("Licencia", "`unknown` mientras no haya constancia.", "unknown", default=License.UNKNOWN)
    captions: Captions = field(
        "Subtítulos", "Su estado; los automáticos no bastan.", "automatic", default=Captions.UNKNOWN
    )
    captions_permission: Permission = field(
        "Permiso para publicar los subtítulos",
        "`granted` solo si consta el permiso o la licencia; sin él se guardan y no se publican.",
        "granted",
        default=Permission.UNKNOWN,
    )
    sign_language: SignLanguage = field(
        "Lengua de Señas Mexicana",
        "Si la grabación tiene interpretación.",
        "yes",
        default=SignLanguage.UNKNOWN,
    )


class Conference(Record):
    """One talk or session, on one date (or a few days in a row), recorded or not."""

    kind: ConferenceKind = field("Tipo de sesión", "`talk` si es una conferencia.", "talk", default=ConferenceKind.TALK)
    series: Id = refers_to(
        "series", "Ciclo", "El id del ciclo; se omite si no es parte de ninguno.", "conferencias-dia-naranja"
    )
    date: EdtfDate | None = field(
        "Fecha",
        "Año, mes o día; con `?` si es dudosa; se omite si no se sabe. Dos días seguidos: `2024-02-08/2024-02-09`.",
        "2024-05-25",
        default=None,
    )
    start_time: Time = field("Hora de inicio", "Hora del centro de México, de 00:00 a 23:59.", "11:00")
    end_time: Time = field("Hora de término", "Hora del centro de México, de 00:00 a 23:59.", "13:00")
    status: EventStatus = field(
        "Estado de la sesión",
        "`scheduled` si sigue en pie o ya se hizo.",
        "rescheduled",
        default=EventStatus.SCHEDULED,
    )
    status_reason: Paragraph = field("Motivo del cambio", "Por qué se canceló o pospuso.", "Sesión extraordinaria")
    previous_dates: tuple[WholeDay, ...] = several(
        "Fechas anteriores", "Las que tuvo antes de posponerse; `date` es la nueva.", ["2026-05-25"]
    )
    registration: Registration | None = field(
        "Inscripción", "Cómo inscribirse y hasta cuándo.", {"url": "https://www.senado.gob.mx/registro"}, default=None
    )
    access: Access | None = field(
        "Acceso a la sesión", "Por dónde se entra, y en qué horas se muestra el enlace.", {"private": "true"},
        default=None,
    )  # fmt: skip
    requirements: Paragraph = field("Requisitos", "Qué se pide para participar.", "Ninguno")
    accessibility: tuple[SessionAccessibility, ...] = several(
        "Accesibilidad de la sesión", "Lo que ofrece la sesión misma, en vivo.", ["live_captions", "sign_language"]
    )
    people: tuple[Participation, ...] = several(
        "Personas", "Quiénes participaron y con qué cargo.", [{"person": "ana-perez", "role": "speaker"}]
    )
    institution: Id = refers_to("institutions", "Institución que organiza", "El id de la institución.", "senado-utig")
    networks: tuple[Id, ...] = refer_to("networks", "Redes", "Los ids de las redes que se reunieron.", ["rcmspen"])
    modality: Modality = field("Modalidad", "Dónde se pudo participar.", "virtual", default=Modality.UNKNOWN)
    place: Place | None = field(
        "Lugar", "Dónde fue, si fue presencial.", {"name": "Cancún", "state": "ROO"}, default=None
    )
    audience: Paragraph = field(
        "Público", "A quién se dirigió, como lo dice la fuente.", "Personal de apoyo legislativo"
    )
    description: Markdown = field("Descripción", "Markdown: lo que se trató.", "Se presentó…")
    recording: Recording = field(
        "Grabación",
        "Lo que se sabe de la grabación.",
        {"state": "published", "youtube": "aB3_dEfGh-w"},
        default=Recording(),
    )
    questions: tuple[PublicQuestion, ...] = several(
        "Preguntas del público",
        "Sin ningún dato de quien preguntó.",
        [{"question": "¿A quién se avisa?", "answer": "A la Unidad.", "at": "41:30"}],
    )
    moderation: Paragraph = field("Moderación", "Cómo se recibieron y eligieron las preguntas.", "Por escrito")
    consent: Paragraph = field(
        "Consentimiento", "Cómo se avisó al público que se grabaría y qué se haría con sus preguntas.", "Al inscribirse"
    )
