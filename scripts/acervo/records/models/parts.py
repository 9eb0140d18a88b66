"""The pieces that several record types share: sources, participation, links, oddities.

In: nothing. Out: frozen models. Never: anything about one record type only.
"""

from acervo.records.models.fields import (
    Choice,
    EdtfDate,
    Flag,
    Id,
    Line,
    Markdown,
    Paragraph,
    Part,
    Url,
    WholeDay,
    field,
    refer_to,
    refers_to,
    several,
)


class Confidence(Choice):
    """How well a source supports what it is given for."""

    HIGH = "high", "leída directamente"
    MEDIUM = "medium", "una sola nota o un enlace inferido"


class Source(Part):
    """Where a published fact comes from (LGTAIP 12: verifiable information)."""

    title: Line = field(
        "Título de la fuente", "Cómo se llama la página, nota o documento.", "Boletín 755", required=True
    )
    url: Url = field(
        "Dirección",
        "Dirección completa de la página; se omite si la fuente no está en línea.",
        "https://www.diputados.gob.mx/LeyesBiblio/pdf/LOCGEUM.pdf",
    )
    publisher: Line = field("Quién la publica", "Institución o medio.", "Senado de la República")
    date: EdtfDate | None = field("Fecha de la fuente", "Cuándo se publicó, si se sabe.", "2023-10-26", default=None)
    accessed: WholeDay | None = field("Fecha de consulta", "Día en que se leyó.", "2026-11-20", default=None)
    supports: Paragraph = field("Qué respalda", "Qué datos de la ficha salen de aquí.", "El título y la modalidad.")
    confidence: Confidence = field(
        "Confianza",
        "`high` si se leyó la fuente; `medium` si es una sola nota o un enlace inferido.",
        "high",
        default=Confidence.HIGH,
    )


class Role(Choice):
    """What a person did in a conference or for a document."""

    SPEAKER = "speaker", "Ponente"
    MODERATOR = "moderator", "Moderación"
    HOST = "host", "Bienvenida"
    PRESIDER = "presider", "Preside"
    PANELIST = "panelist", "Panelista"
    ORGANIZER = "organizer", "Organización"
    AUTHOR = "author", "Autoría"
    ADDRESSEE = "addressee", "Persona destinataria"
    RESPONSIBLE = "responsible", "Responsable"
    MENTIONED = "mentioned", "Se menciona"


NO_PART = frozenset({Role.ADDRESSEE, Role.MENTIONED})
"""Roles of people who did not take part."""


class Participation(Part):
    """A person, what they did, and the office they held then."""

    person: Id = refers_to("speakers", "Persona", "El id de su ficha en data/speakers.", "ana-perez", required=True)
    role: Role = field("Papel", "Qué hizo la persona aquí.", "speaker", default=Role.SPEAKER)
    office: Line = field(
        "Cargo de entonces", "El cargo que tenía ese día, como lo dice la fuente.", "Titular de la Unidad"
    )
    institution: Id = refers_to(
        "institutions", "Institución de entonces", "El id de la institución del cargo.", "senado"
    )
    name_as_written: Line = field(
        "Nombre como aparece",
        "Solo si la fuente escribe el nombre de otro modo; se muestra con «sic».",
        "Zulma",
    )


class Resource(Part):
    """Something to read, see or download beside the record."""

    title: Line = field("Título", "Qué es.", "Presentación en PDF", required=True)
    url: Url = field("Dirección", "Dirección completa.", "https://www.senado.gob.mx/presentacion.pdf", required=True)
    language: Line = field("Idioma", "Código del idioma si no es español.", "en")
    note: Paragraph = field("Nota", "Qué conviene saber antes de abrirlo.", "Página solo de 2024")


class Section(Part):
    """A titled piece of text, in Markdown."""

    title: Line = field("Título de la sección", "Como en el original, si lo tiene.", "Objetivo general", required=True)
    text: Markdown = field("Texto", "Markdown: párrafos, listas y tablas.", "Garantizar…", required=True)


class Oddity(Part):
    """What an original says wrongly or strangely: shown as «sic», never corrected in silence."""

    quote: Line = field("Cita", "Las palabras del original, tal cual.", "Prolgualdad", required=True)
    note: Paragraph = field(
        "Qué tiene de raro", "Qué debe saber quien lee.", "Con l minúscula en lugar de I", required=True
    )


class Version(Part):
    """What one source says of a point in dispute."""

    says: Paragraph = field("Qué dice", "El dato según esta fuente.", "24 de noviembre de 2025", required=True)
    source: Line = field("Quién lo dice", "La fuente, por su nombre.", "SemMéxico", required=True)
    url: Url = field("Dirección", "Dirección de esa fuente.", "https://semmexico.mx/?p=100869")


class Discrepancy(Part):
    """A point on which sources disagree: all versions are shown."""

    about: Line = field("Sobre qué", "El dato en que las fuentes difieren.", "Fecha de la clausura", required=True)
    versions: tuple[Version, ...] = several(
        "Versiones",
        "Lo que dice cada fuente; al menos dos.",
        [{"says": "24", "source": "CCO Noticias"}],
        required=True,
    )


class Withdrawal(Part):
    """Why and when a page was withdrawn; its address keeps answering with this notice."""

    date: WholeDay = field("Fecha de retiro", "Día en que se retiró.", "2026-11-20", required=True)
    reason: Paragraph = field(
        "Motivo", "Por qué se retiró, sin repetir lo retirado.", "A petición de la persona", required=True
    )


class Contact(Part):
    """How to reach an institution: never a private person (LGPDPPSO 10–12)."""

    email: Line = field(
        "Correo institucional",
        "Nunca un correo personal.",
        "unidaddegenero@senado.gob.mx",
        pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$",
    )
    phone: Line = field("Teléfono", "Como lo escribe la fuente.", "36 38 52 87")
    address: Line = field("Domicilio", "Como lo escribe la fuente.", "Calle Mitla No. 386, Colonia Monumental")
    web: Line = field("Sitio", "Como lo escribe la fuente.", "www.immg.gob.mx")


class Place(Part):
    """Where: town, state, country; only what is known."""

    name: Line = field("Lugar", "Recinto, localidad o municipio.", "Cancún")
    state: Line = field(
        "Entidad federativa", "Clave ISO de la entidad, de tres letras.", "ROO", pattern=r"^$|^[A-Z]{3}$"
    )
    country: Line = field("País", "Clave ISO de dos letras.", "MX", default="MX", pattern=r"^[A-Z]{2}$")


class Record(Part):
    """What every record has, whatever it describes."""

    title: Line = field("Título", "Como lo escribe la fuente.", "Guía para legislar", required=True)
    summary: Paragraph = field("Resumen claro", "De qué trata, en una o dos frases sencillas.", "Explica por qué…")
    topics: tuple[Id, ...] = refer_to("topics", "Temas", "Claves de data/topics.yml.", ["consentimiento"])
    sources: tuple[Source, ...] = several(
        "Fuentes",
        "De dónde sale cada dato publicado.",
        [{"title": "Boletín 755", "url": "https://www.senado.gob.mx/b755"}],
    )
    discrepancies: tuple[Discrepancy, ...] = several(
        "Datos en conflicto",
        "Puntos en que las fuentes no coinciden; se muestran todas.",
        [{"about": "Asistencia", "versions": [{"says": "las 32", "source": "Nota informativa"}]}],
    )
    oddities: tuple[Oddity, ...] = several(
        "Rarezas del original",
        "Lo que el original dice mal o de modo extraño; se muestra con «sic».",
        [{"quote": "Prolgualdad", "note": "Con l minúscula"}],
    )
    resources: tuple[Resource, ...] = several(
        "Recursos",
        "Materiales, lecturas y páginas relacionadas.",
        [{"title": "Presentación", "url": "https://www.senado.gob.mx/p.pdf"}],
    )
    unknowns: tuple[Line, ...] = several(
        "Lo que no se sabe",
        "Datos que se buscaron y no se encontraron; se muestran como desconocidos.",
        ["Fecha", "Ponentes"],
    )
    updated: WholeDay = field(
        "Última actualización",
        "El día en que alguien revisó esta ficha por última vez.",
        "2026-11-20",
        required=True,
    )
    formerly: tuple[Id, ...] = several(
        "Ids anteriores", "Ids que tuvo esta ficha; sus direcciones redirigen.", ["charla-consentimiento"]
    )
    withdrawn: Withdrawal | None = field(
        "Retirada",
        "Solo si la página se retira del acervo.",
        {"date": "2026-11-20", "reason": "A petición"},
        default=None,
    )
    draft: Flag = field("Borrador", "`true` mientras no deba publicarse.", "true", default=False)
    notes: Paragraph = field("Notas para editar", "Solo para quien edita; no se publica.", "Falta preguntar la fecha")
