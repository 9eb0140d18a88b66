"""The fields of a document record: notes, reports, plans, presentations, protocols, laws.

In: nothing. Out: frozen models. Never: joins with other records (see `archive`).
"""

from acervo.records.models.fields import (
    Choice,
    EdtfDate,
    Id,
    Line,
    Paragraph,
    Part,
    Url,
    field,
    refer_to,
    refers_to,
    several,
)
from acervo.records.models.meeting import Meeting
from acervo.records.models.parts import Participation, Place
from acervo.records.models.practice import Practice
from acervo.records.models.programme import Programme


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


class Particular(Part):
    """A line of the head or foot of a document, as it is written there."""

    label: Line = field("Dato", "Cómo se llama, en el documento o para quien lee.", "Asunto", required=True)
    text: Paragraph = field("Como está escrito", "Las palabras del documento.", "NOTA INFORMATIVA", required=True)


class Document(Programme):
    """A document of a network, an institution or a meeting, with its contents part by part."""

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
    particulars: tuple[Particular, ...] = several(
        "Datos del original", "Membrete, asunto, firma…, como están escritos.", [{"label": "Tipo", "text": "NOTA"}]
    )
    practice: Practice | None = field(
        "Ficha de la práctica", "Sus preguntas y respuestas.", {"scope": "Nacional"}, default=None
    )
    meeting: Meeting | None = field(
        "El encuentro", "Lo que el documento cuenta de uno.", {"title": "Encuentro Nacional de Titulares"}, default=None
    )
    file: Url = field(
        "Archivo o enlace",
        "Dónde leer el original.",
        "https://www.diputados.gob.mx/LeyesBiblio/pdf/LOCGEUM.pdf",
    )
