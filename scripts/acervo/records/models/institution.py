"""The fields of an institution record: an office or body, its place, its names past and present.

In: nothing. Out: frozen models. Never: joins with other records (see `archive`).
"""

from acervo.records.models.fields import Choice, EdtfDate, Id, Line, Part, Url, field, refers_to, several
from acervo.records.models.legal import Citation
from acervo.records.models.parts import Contact, Place, Record


class Level(Choice):
    """The order of government an institution belongs to."""

    FEDERAL = "federal", "Federal"
    STATE = "state", "Estatal"
    MUNICIPAL = "municipal", "Municipal"
    AUTONOMOUS = "autonomous", "Organismo autónomo"
    INTERGOVERNMENTAL = "intergovernmental", "Intergubernamental"
    INTERNATIONAL = "international", "Internacional"
    CIVIL = "civil", "Sociedad civil"
    ACADEMIC = "academic", "Académica"


class Name(Part):
    """A name an institution had."""

    name: Line = field("Nombre", "Como se llamaba.", "Unidad de Género", required=True)
    start: EdtfDate | None = field("Desde", "Si se sabe.", "2014-10-16", default=None)
    end: EdtfDate | None = field("Hasta", "Si se sabe.", "2017-12-07", default=None)
    note: Line = field("Nota", "Qué pasó con el nombre.", "Acuerdo del 16 de octubre de 2014")


class Institution(Record):
    """An office or body; `title` is its present name."""

    acronym: Line = field("Siglas", "Si las usa.", "UTIG")
    level: Level = field("Orden de gobierno", "A cuál pertenece.", "federal", required=True)
    place: Place | None = field(
        "Lugar", "Dónde está o a qué lugar sirve.", {"name": "Jocotepec", "state": "JAL"}, default=None
    )
    parent: Id = refers_to("institutions", "Forma parte de", "El id de la institución mayor.", "senado")
    former_names: tuple[Name, ...] = several(
        "Nombres anteriores", "Con fechas, si se saben.", [{"name": "Unidad de Género"}]
    )
    aliases: tuple[Line, ...] = several("También llamada", "Otras formas en que se le nombra.", ["Cámara de Senadores"])
    successor: Id = refers_to(
        "institutions", "Hoy", "El id de la institución que hoy tiene sus funciones.", "secretaria-mujeres"
    )
    web: Url = field("Sitio", "Su página.", "https://unidadgenero.senado.gob.mx/")
    contact: Contact | None = field(
        "Contacto", "Solo institucional.", {"email": "unidaddegenero@senado.gob.mx"}, default=None
    )
    legal_basis: tuple[Citation, ...] = several(
        "Fundamento", "Artículos que la crean o rigen.", [{"title": "LOCGEUM", "article": "106, inciso d)"}]
    )
