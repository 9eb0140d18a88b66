"""The fields of a series record: a cycle of conferences with a recurrence, and the defaults it hands down.

In: nothing. Out: frozen models. Never: computes dates from the recurrence.
"""

from acervo.records.models.conference import License, Modality, Permission
from acervo.records.models.fields import (
    Channel,
    Choice,
    EdtfDate,
    Id,
    Line,
    Markdown,
    Paragraph,
    Part,
    TitlePattern,
    Url,
    Video,
    field,
    refers_to,
    several,
)
from acervo.records.models.parts import Contact, Record, Section
from acervo.records.models.practice import Practice
from acervo.records.models.schedule import Outreach, Plan, Schedule


class Coverage(Choice):
    """How much of the series the archive holds."""

    PARTIAL = "partial", "Parcial: faltan conferencias por documentar"
    COMPLETE = "complete", "Completo"


class Defaults(Part):
    """What the conferences of the series have unless they say otherwise."""

    institution: Id = refers_to("institutions", "Institución que organiza", "El id de la institución.", "senado-utig")
    modality: Modality = field("Modalidad", "La usual del ciclo.", "virtual", default=Modality.UNKNOWN)
    audience: Paragraph = field("Público", "El usual del ciclo.", "Población en general")
    language: Line = field("Idioma", "Código del idioma que se habla.", "es", default="")
    license: License = field("Licencia", "La de sus grabaciones.", "unknown", default=License.UNKNOWN)
    captions_permission: Permission = field(
        "Permiso para publicar los subtítulos",
        "`granted` si consta para todas sus grabaciones; una conferencia puede decir otra cosa.",
        "granted",
        default=Permission.UNKNOWN,
    )


class Series(Record):
    """A cycle of conferences."""

    institution: Id = refers_to(
        "institutions", "Institución que organiza", "El id de la institución.", "senado-utig", required=True
    )
    recurrence: Line = field("Periodicidad", "Cada cuándo, como lo dice la fuente.", "Cada mes, en el Día Naranja")
    schedule: Schedule | None = field(
        "Regla de las fechas",
        "Cada cuándo, como datos, para calcular las fechas que vienen.",
        {"frequency": "monthly", "day": "25", "on_weekend": "previous_working_day", "starts": "2024-01-25"},
        default=None,
    )
    plans: tuple[Plan, ...] = several(
        "Conferencias programadas", "Cuántas se programaron cada año.", [{"year": "2025", "planned": "12"}]
    )
    outreach: Outreach | None = field(
        "Tono de las invitaciones", "Cómo saluda, se despide y firma el ciclo.", {"greeting": "Buenos días:"},
        default=None,
    )  # fmt: skip
    period: EdtfDate | None = field("Desde", "Cuándo empezó, o de cuándo a cuándo.", "2022", default=None)
    coverage: Coverage = field("Cobertura", "Cuánto del ciclo está en el acervo.", "partial", default=Coverage.PARTIAL)
    audience: Paragraph = field("Público", "A quién se dirige.", "Población en general")
    description: Markdown = field("Descripción", "Markdown.", "La práctica consiste en…")
    practice: Practice | None = field(
        "Ficha de la práctica", "Sus preguntas y respuestas.", {"scope": "Nacional"}, default=None
    )
    sections: tuple[Section, ...] = several(
        "Secciones", "Lo demás, sección por sección.", [{"title": "Cómo funciona", "text": "…"}]
    )
    channel: Channel = field("Canal de YouTube", "El identificador que empieza con UC.", "UCaaaaaaaaaaaaaaaaaaaaaa")
    title_patterns: tuple[TitlePattern, ...] = several(
        "Patrones de los títulos",
        "Cómo titula el canal los videos del ciclo, entre comillas; sirve para los borradores y no se publica. Lo que "
        "cambia va entre llaves: `{title}`, que nunca falta, `{people}`, `{date}`, `{number}` o `{anything}`, "
        "que es cualquier cosa.",
        ["Ciclo Luna: {title} | {people} | {date}"],
    )
    ignored_videos: tuple[Video, ...] = several(
        "Videos que no son del acervo",
        "Videos del canal que no son de este acervo: no vuelven a tener borrador; no se publica.",
        ["aB3_dEfGh-w"],
    )
    web: Url = field("Página del ciclo", "Su página oficial.", "https://unidadgenero.senado.gob.mx/")
    contact: Contact | None = field(
        "Contacto", "Solo institucional.", {"email": "unidaddegenero@senado.gob.mx"}, default=None
    )
    defaults: Defaults = field(
        "Valores por omisión", "Lo que heredan sus conferencias.", {"modality": "virtual"}, default=Defaults()
    )
