"""The fields of a document record: notes, reports, plans, presentations, protocols, laws.

In: nothing. Out: frozen models. Never: joins with other records (see `archive`).
"""

from acervo.records.fields import Choice, EdtfDate, Id, Line, Url, field, refer_to, refers_to, several
from acervo.records.parts import Contact, Participation, Place, Record, Section


class DocumentKind(Choice):
    """What kind of document it is."""

    PRACTICE = "practice", "Ficha de práctica"
    NOTE = "note", "Nota informativa"
    REPORT = "report", "Informe"
    PLAN = "plan", "Plan o programa"
    PRESENTATION = "presentation", "Presentación"
    PROTOCOL = "protocol", "Protocolo"
    AGREEMENT = "agreement", "Acuerdo"
    LAW = "law", "Ley"
    STUDY = "study", "Estudio"
    BULLETIN = "bulletin", "Boletín"


class Document(Record):
    """A document of a network, an institution or a meeting, with its contents by section."""

    kind: DocumentKind = field("Tipo de documento", "Qué es.", "note", required=True)
    institution: Id = refers_to("institutions", "Institución", "El id de quien lo emite.", "ine")
    place: Place | None = field(
        "Lugar", "A qué lugar se refiere.", {"name": "Guadalajara", "state": "JAL"}, default=None
    )
    date: EdtfDate | None = field(
        "Fecha", "La que lleva el documento; se omite si no tiene.", "2023-11-10", default=None
    )
    period: EdtfDate | None = field("Periodo", "El tiempo que abarca.", "2024-01-01/2024-12-31", default=None)
    people: tuple[Participation, ...] = several(
        "Personas",
        "Quienes lo firman, reciben o aparecen en él, por su cargo público.",
        [{"person": "ana-perez", "role": "author"}],
    )
    series: Id = refers_to("series", "Ciclo", "El id del ciclo que describe.", "conferencias-dia-naranja")
    networks: tuple[Id, ...] = refer_to("networks", "Redes", "Los ids de las redes de que trata.", ["rcmspen"])
    sections: tuple[Section, ...] = several(
        "Secciones", "El contenido, sección por sección.", [{"title": "Objetivo", "text": "Garantizar…"}]
    )
    contact: Contact | None = field(
        "Contacto", "El que da el documento; solo institucional.", {"phone": "36 38 52 87"}, default=None
    )
    file: Url = field(
        "Archivo o enlace",
        "Dónde leer el original.",
        "https://www.diputados.gob.mx/LeyesBiblio/pdf/LOCGEUM.pdf",
    )
    legal_basis: tuple[Line, ...] = several("Fundamento", "Artículos que lo fundan.", ["LOCGEUM 106, inciso d)"])
