"""The titled sections of a record, with anchors to link to.

In: sections in Markdown. Out: `SectionView`s whose anchors differ from each other and from the page's own.
Never: lets markup through that `site.markdown` does not allow.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from acervo.records.models.kinds import KINDS
from acervo.records.models.parts import Section
from acervo.records.text.words import fold
from acervo.site import markdown

OWN = frozenset(
    {
        *("contenido", "contenido-de-la-pagina", "descripcion", "grabacion", "capitulos", "personas"),
        *("conflictos", "recursos", "rarezas", "desconocido", "fuentes"),
        *("fundamento", "quien-lo-cita", "integrantes", "cargos", "nombres", "contacto", "herencia"),
        *("datos", "citar", "evaluaciones", *(f"lista-{kind}" for kind in KINDS)),
    }
)
"""Anchors that templates use themselves."""
_NUMBERED = re.compile(r"(?:actividad|acuerdo|contenido|etapa|objetivo|rareza)-\d+\Z")
"""Anchors of the pieces of parts."""
_OTHER = re.compile(r"[^a-z0-9]+")
_TILDE = "\u0303"
_LONGEST = 60


class SectionView(NamedTuple):
    """A section as it is shown."""

    id: str
    title: str
    html: Markup


def sections(found: Iterable[Section], before: Sequence[str] = ()) -> tuple[SectionView, ...]:
    """Render sections and give each an anchor made of its title. before: headings of the page that choose first."""
    listed = tuple(found)
    given = anchors([*before, *(one.title for one in listed)])[len(before) :]
    return tuple(
        SectionView(anchor, one.title, markdown.html(one.text)) for anchor, one in zip(given, listed, strict=True)
    )


def anchors(titles: Iterable[str]) -> tuple[str, ...]:
    """Return the anchors of the sections of one page, by their titles and in their order."""
    used = set(OWN)
    given = []
    for title in titles:
        anchor = _slug(title)
        # A second `acuerdo` must not be `acuerdo-2`, which is a piece of a part.
        base = f"seccion-{anchor}" if _NUMBERED.match(f"{anchor}-2") else anchor
        number = 2
        while anchor in used or _NUMBERED.match(anchor):
            anchor, number = f"{base}-{number}", number + 1
        used.add(anchor)
        given.append(anchor)
    return tuple(given)


@lru_cache(maxsize=1_024)
def _slug(title: str) -> str:
    words = _OTHER.sub("-", fold(title).replace(_TILDE, "")).strip("-")[:_LONGEST].strip("-")
    return words or "seccion"
