"""The home page: what is next, what is newest, and the ways in.

In: the home page's groups and figures. Out: a `HomeView`. Never: tells a record that is not in the archive.
"""

from typing import NamedTuple

from acervo.archive import addresses
from acervo.records.models.kinds import KINDS
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.views.parts.reach import reach
from acervo.site.views.parts.rows import Listing, listings


class Way(NamedTuple):
    """A way into the archive."""

    title: str
    href: str
    number: int


class HomeView(NamedTuple):
    """The home page."""

    ways: tuple[Way, ...]
    next: Listing | None
    newest: Listing | None
    documents: Listing | None
    series: Listing | None
    networks: Listing | None
    topics: Listing | None
    more: dict[str, str]
    """Addresses of the whole lists, by kind."""
    figures: str
    """Address of the practice in figures."""
    calendar: str
    updated: str


def home(opened: Opened) -> HomeView:
    """Make the view of the home page."""
    way = reach(opened.page.path, opened.cards)
    titles = {"next": "Próximas conferencias", "conferences": "Conferencias más recientes", "topics": "Temas"}
    lists = {one.code: one for one in listings(opened, way, titles) if one.rows}
    return HomeView(
        ways=tuple(
            Way(KINDS[kind].label if count == 1 else KINDS[kind].plural, way.to(addresses.section(kind)), count)
            for kind, count in opened.page.figures
            if count
        ),
        next=lists.get("next"),
        newest=lists.get("conferences"),
        documents=lists.get("documents"),
        series=lists.get("series"),
        networks=lists.get("networks"),
        topics=lists.get("topics"),
        more={kind: way.to(addresses.section(kind)) for kind in KINDS},
        figures=way.to(addresses.FIGURES),
        calendar=way.to(addresses.ALMANAC),
        updated=dates.in_words(max((card.updated for card in opened.cards.values()), default="")),
    )
