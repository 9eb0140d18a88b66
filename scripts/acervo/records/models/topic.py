"""The fields of a topic: a term of the controlled vocabulary, with aliases and old names.

In: nothing. Out: a frozen model. Never: a topic without support (see `rules`).
"""

from acervo.records.models.fields import Id, Line, refers_to, several
from acervo.records.models.legal import Citation
from acervo.records.models.parts import Record


class Topic(Record):
    """A term; `title` is the preferred form (SKOS prefLabel), `summary` its scope note."""

    aliases: tuple[Line, ...] = several(
        "También llamado", "Otras formas y nombres anteriores; la búsqueda los encuentra.", ["Ley Olimpia"]
    )
    broader: Id = refers_to("topics", "Tema más amplio", "La clave del tema que lo contiene.", "violencias")
    legal_basis: tuple[Citation, ...] = several(
        "Fundamento", "Artículos que lo definen.", [{"title": "LGAMVLV", "article": "20 Quáter"}]
    )
