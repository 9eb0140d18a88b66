"""The lists: one kind of record, or the conferences of one year.

In: a page of a list. Out: a `ListView`. Never: is indexed by the search: it would find every record twice.
"""

from itertools import groupby
from typing import NamedTuple

from acervo.archive import addresses
from acervo.archive.card import Card
from acervo.records.models.kinds import KINDS
from acervo.records.text.words import letter, surname_key
from acervo.site import dates, wording
from acervo.site.page import Opened
from acervo.site.pages import NO_YEAR
from acervo.site.structured import Item, item
from acervo.site.views.overviews.milestones import TITLE as MILESTONES
from acervo.site.views.overviews.risks import TITLE as RISKS
from acervo.site.views.overviews.territory import TITLE as TERRITORY
from acervo.site.views.overviews.ties import TITLE as TIES
from acervo.site.views.parts import pager as pagers
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.pager import Pager
from acervo.site.views.parts.reach import Link, Reach, reach
from acervo.site.views.parts.rows import Row, row

_PICTURES = ((MILESTONES, addresses.MILESTONES), (TIES, addresses.TIES), (TERRITORY, addresses.TERRITORY))
HANDFUL = 12
"""People that a list may have without a letter over each part of it."""
_BESIDE = {"conferences": ((RISKS, addresses.RISKS), *_PICTURES[:1]), "networks": _PICTURES, "institutions": _PICTURES}
"""By kind, other pages about the same records."""


class Year(NamedTuple):
    """A year of conferences, to go to."""

    name: str
    href: str
    number: int
    current: bool


class Block(NamedTuple):
    """Rows under a heading (a year, or the letter of a surname), or without one."""

    heading: str
    rows: tuple[Row, ...]
    id: str = ""
    """Anchor of a letter, or ""."""


class ListView(NamedTuple):
    """A list's page."""

    title: str
    about: str
    total: str
    updated: str
    trail: tuple[Link, ...]
    years: tuple[Year, ...]
    blocks: tuple[Block, ...]
    compact: bool
    """Whether rows are names rather than cards."""
    pager: Pager | None
    beside: tuple[Link, ...]
    """Other pages about the same records."""
    head: Head


def catalogue(opened: Opened) -> ListView:
    """Make the view of a list."""
    page, settings = opened.page, opened.settings
    way = reach(page.path, opened.cards)
    group = page.groups[0] if page.groups else None
    kind = page.argument if page.argument in KINDS else "conferences"
    year = "" if page.argument in KINDS else page.argument
    total = group.total if group else 0
    title = _title(kind, year)
    pages = pagers.pager(page, way)
    cards = [opened.cards[key] for key in group.cards] if group else []
    found = tuple(row(card, way) for card in cards)
    about = "" if year else wording.ABOUT[kind]
    numbered = f"{title} (página {page.number} de {page.pages})" if page.number > 1 else title
    return ListView(
        title=title,
        about=about,
        total=wording.counted(kind, total),
        updated=dates.in_words(_updated(opened)),
        trail=_trail(way, kind, year),
        years=_years(page.figures, way, year),
        blocks=_by_letter(found, cards) if kind == "speakers" and total > HANDFUL else _blocks(found, kind, year),
        compact=kind in ("speakers", "topics"),
        pager=pages,
        beside=tuple(Link(text, way.to(path)) for text, path in _BESIDE.get(kind, ())) if not year else (),
        head=head(
            page, settings, numbered, about or f"{title}: {wording.counted(kind, total)}.",
            (_data(opened, numbered, about),),
            previous=pages.previous.href if pages and pages.previous else "",
            following=pages.following.href if pages and pages.following else "",
            type_="website",
        ),
    )  # fmt: skip


def _data(opened: Opened, name: str, about: str) -> Item:
    site = opened.settings
    url = site.url + opened.page.path
    whole = {"@type": "WebSite", "@id": site.url, "name": site.name}
    return item("CollectionPage", id=url, url=url, name=name, description=about, isPartOf=whole)


def _updated(opened: Opened) -> str:
    """Return the newest day on which a record of this page was revised."""
    return max((opened.cards[key].updated for group in opened.page.groups for key in group.cards), default="")


def _title(kind: str, year: str) -> str:
    plural = KINDS[kind].plural
    if not year:
        return plural
    return f"{plural} sin fecha conocida" if year == NO_YEAR else f"{plural} de {year}"


def _trail(way: Reach, kind: str, year: str) -> tuple[Link, ...]:
    home = Link("Inicio", way.to(""))
    return (home, Link(KINDS[kind].plural, way.to(addresses.section(kind)))) if year else (home,)


def _years(figures: tuple[tuple[str, int], ...], way: Reach, current: str) -> tuple[Year, ...]:
    folder = way.to(addresses.section("conferences"))
    return tuple(
        Year("Sin fecha" if name == NO_YEAR else name, f"{folder}{name}/", count, name == current)
        for name, count in figures
    )


def _blocks(found: tuple[Row, ...], kind: str, year: str) -> tuple[Block, ...]:
    if kind != "conferences" or year:
        return (Block("", found),) if found else ()
    return tuple(Block(name or wording.NO_DATE, tuple(part)) for name, part in groupby(found, lambda row: row.year))


def _by_letter(found: tuple[Row, ...], people: list[Card]) -> tuple[Block, ...]:
    """Put people under the letters of their surnames, past the particles: `De la Cruz` is under C."""
    parts = groupby(zip(found, people, strict=True), lambda pair: letter(surname_key(*pair[1].person)))
    return tuple(
        Block(sign, tuple([one for one, _ in part]), f"letra-{place}") for place, (sign, part) in enumerate(parts, 1)
    )
