"""The titled sections of a record, with anchors to link to.

In: sections in Markdown. Out: `SectionView`s whose anchors differ from each other and from the page's own.
Never: lets markup through that `site.markdown` does not allow.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from acervo.records.kinds import KINDS
from acervo.records.parts import Section
from acervo.records.words import fold
from acervo.site import markdown

OWN = frozenset(
    {
        *("contenido", "contenido-de-la-pagina", "descripcion", "grabacion", "capitulos", "personas"),
        *("conflictos", "recursos", "rarezas", "desconocido", "fuentes", "objetivo", "objetivos", "meta"),
        *("contenidos", "grupos", "etapas", "integrantes", "cargos", "nombres", "contacto", "herencia"),
        *("datos", "citar", *(f"lista-{kind}" for kind in KINDS)),
    }
)
"""Anchors that templates use themselves."""
_OTHER = re.compile(r"[^a-z0-9]+")
_TILDE = "\u0303"
_LONGEST = 60


class SectionView(NamedTuple):
    """A section as it is shown."""

    id: str
    title: str
    html: Markup


def sections(found: Iterable[Section]) -> tuple[SectionView, ...]:
    """Render sections and give each an anchor made of its title."""
    used = set(OWN)
    views = []
    for one in found:
        base = anchor = _slug(one.title)
        number = 2
        while anchor in used:
            anchor, number = f"{base}-{number}", number + 1
        used.add(anchor)
        views.append(SectionView(anchor, one.title, markdown.html(one.text)))
    return tuple(views)


@lru_cache(maxsize=1_024)
def _slug(title: str) -> str:
    words = _OTHER.sub("-", fold(title).replace(_TILDE, "")).strip("-")[:_LONGEST].strip("-")
    return words or "seccion"
