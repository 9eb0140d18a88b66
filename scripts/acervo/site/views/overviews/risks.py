"""The recordings at risk: what an institution should save, copy or caption before it is late.

In: the page of risks. Out: a `RisksView`. Never: decides what is at risk (see `archive.risks`).
"""

from typing import NamedTuple

from acervo.archive.risks import REASONS
from acervo.site.page import Opened
from acervo.site.views.parts import pager as pagers
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.pager import Pager
from acervo.site.views.parts.reach import Link, reach
from acervo.site.views.parts.rows import Row, rows

TITLE = "Grabaciones en riesgo"
ABOUT = "Grabaciones que podrían perderse, o que no todas las personas pueden seguir."
HEADINGS = {
    "gone": ("Ya no pueden verse", "Su video se retiró. La ficha conserva lo que se pudo guardar."),
    "doubted": ("En duda", "La última vez que se preguntó no pudieron verse; falta confirmarlo otro día."),
    "single": ("Con una sola fuente", "Solo están en YouTube: si de ahí se retiran, no se conoce otra copia."),
    "uncaptioned": (
        "Sin subtítulos hechos o revisados por una persona",
        "Los subtítulos automáticos no bastan para quien los necesita.",
    ),
}


class Risk(NamedTuple):
    """The recordings under one risk, on this page."""

    code: str
    heading: str
    about: str
    rows: tuple[Row, ...]
    total: int


class RisksView(NamedTuple):
    """The page of recordings at risk."""

    title: str
    about: str
    trail: tuple[Link, ...]
    risks: tuple[Risk, ...]
    pager: Pager | None
    head: Head


def risks(opened: Opened) -> RisksView:
    """Make the view of the recordings at risk."""
    page = opened.page
    way = reach(page.path, opened.cards)
    pages = pagers.pager(page, way)
    groups = {group.name: group for group in page.groups}
    numbered = f"{TITLE} (página {page.number} de {page.pages})" if page.number > 1 else TITLE
    return RisksView(
        title=TITLE,
        about=ABOUT,
        trail=(Link("Inicio", way.to("")),),
        risks=tuple(
            Risk(code, *HEADINGS[code], rows(groups[code], opened, way), groups[code].total)
            for code in REASONS
            if code in groups and groups[code].cards
        ),
        pager=pages,
        head=head(
            page, opened.settings, numbered, ABOUT,
            previous=pages.previous.href if pages and pages.previous else "",
            following=pages.following.href if pages and pages.following else "",
            type_="website",
        ),
    )  # fmt: skip
