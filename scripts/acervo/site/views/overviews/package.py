"""The package of a topic: what there is to see and read of it, on one sheet to hand to those who will use it.

In: the opened page of the package. Out: a `PackageView`. Never: lists a recording that cannot be seen.
"""

from typing import NamedTuple

from acervo.archive import addresses
from acervo.archive.itinerary import Total
from acervo.records.models.kinds import KINDS
from acervo.site import dates, wording
from acervo.site.page import Opened
from acervo.site.structured import item
from acervo.site.views.parts.article import subject
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.passages import MomentView, moments_of
from acervo.site.views.parts.reach import Link
from acervo.site.views.parts.steps import worded

ABOUT = "Lo que el acervo tiene de este tema, en una hoja para enlaces de género y para quien capacita."
HEADINGS = {"conferences": "Para ver", "documents": "Para leer", "routes": "Para aprender en orden"}


class Piece(NamedTuple):
    """One thing of the package."""

    title: str
    href: str
    address: str
    """Its whole address, for paper."""
    detail: str
    """What it is, when and by whom, in one line."""
    time: str
    """How long it takes, or ""."""
    moments: tuple[MomentView, ...]
    """Where a recording speaks of the topic, when its record says so."""


class Pile(NamedTuple):
    """The things of one kind."""

    code: str
    heading: str
    pieces: tuple[Piece, ...]
    rest: int
    """How many more there are on the topic's page."""


class PackageView(NamedTuple):
    """A topic's package."""

    title: str
    about: str
    topic: Link
    summary: str
    trail: tuple[Link, ...]
    time: str
    """How long the recordings take, as far as is known, or ""."""
    piles: tuple[Pile, ...]
    address: str
    updated: str
    updated_machine: str
    """When what the sheet shows was last revised: of its topic or of anything it lists."""
    head: Head


def package(opened: Opened) -> PackageView:
    """Make the view of a topic's package."""
    about = subject(opened)
    page, settings, way = opened.page, opened.settings, about.reach
    known = dict(page.figures)
    title = f"Paquete: {about.record.title}"
    topic = Link(about.record.title, way.to(addresses.record(about.entry.key)))
    section = Link(KINDS["topics"].plural, way.to(addresses.section("topics")))
    url = settings.url + page.path
    updated = max(card.updated for card in opened.cards.values())
    return PackageView(
        title=title,
        about=ABOUT,
        topic=topic,
        summary=about.record.summary,
        trail=(Link("Inicio", way.to("")), section, topic),
        time=_time(opened, known),
        piles=tuple(_pile(opened, group.name, known) for group in page.groups),
        address=url,
        updated=dates.in_words(updated),
        updated_machine=updated,
        head=head(
            page, settings, title, about.record.summary or ABOUT,
            (item("CollectionPage", id=url, url=url, name=title, description=ABOUT, about=about.record.title),),
            type_="website",
        ),
    )  # fmt: skip


def _time(opened: Opened, known: dict[str, int]) -> str:
    talks = [id_ for group in opened.page.groups if group.name == "conferences" for _, id_ in group.cards]
    return worded(Total(sum(known.values()), sum(id_ not in known for id_ in talks)), "una grabación", "grabaciones")


def _pile(opened: Opened, kind: str, known: dict[str, int]) -> Pile:
    group = next(group for group in opened.page.groups if group.name == kind)
    pieces = tuple(_piece(opened, kind, id_, known) for _, id_ in group.cards)
    return Pile(kind, HEADINGS[kind], pieces, group.total - len(pieces))


def _piece(opened: Opened, kind: str, id_: str, known: dict[str, int]) -> Piece:
    assert opened.entry is not None
    card = opened.cards[kind, id_]
    up = "../" * opened.page.path.count("/")
    when = dates.in_words(card.date) or (wording.NO_DATE if kind == "conferences" else "")
    who = ", ".join(dict.fromkeys(one.name for one in card.people)) if kind == "conferences" else ""
    return Piece(
        title=card.title,
        href=up + card.path,
        address=opened.settings.url + card.path,
        detail=". ".join(filter(None, (card.label, when, who or card.institution))),
        time=dates.duration(known[id_]) if kind == "conferences" and id_ in known else "",
        moments=moments_of(card, opened.entry.key, up),
    )
