"""The fields of a network record: institutions or people who work together.

In: nothing. Out: frozen models. Never: names private people as members.
"""

from acervo.records.models.fields import EdtfDate, Id, Line, field, refer_to, refers_to
from acervo.records.models.parts import Place
from acervo.records.models.programme import Programme


class Network(Programme):
    """A network with its objectives, stages, curriculum and groups."""

    acronym: Line = field("Siglas", "Si las usa.", "RCMSPEN")
    institution: Id = refers_to("institutions", "Institución que la impulsa", "El id de la institución.", "ine")
    members: tuple[Id, ...] = refer_to(
        "institutions", "Integrantes", "Ids de instituciones; nunca personas privadas.", ["ine-utigynd"]
    )
    place: Place | None = field("Lugar", "Dónde trabaja.", {"name": "Guadalajara", "state": "JAL"}, default=None)
    date: EdtfDate | None = field("Fecha de inicio", "Se omite si no se sabe.", "2019-12", default=None)
