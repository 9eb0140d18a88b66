"""The map of the 32 states as tiles, with what is documented in each, and the page of one state.

In: the page with its counts, or with the cards of a state. Out: a `TerritoryView` or a `StateView`.
Never: tells by colour alone, or takes the place of an institution for that of all it does.
"""

from math import ceil
from typing import NamedTuple

from acervo.archive import addresses
from acervo.records.models.kinds import KINDS
from acervo.site import wording
from acervo.site.page import Opened
from acervo.site.structured import item
from acervo.site.views.parts import pager as pagers
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.pager import Pager
from acervo.site.views.parts.reach import Link, Reach, reach
from acervo.site.views.parts.rows import Listing, listings

TITLE = "México por entidades"
ABOUT = "Qué documenta el acervo en cada una de las 32 entidades, según el lugar que dice cada ficha."
TILES = (
    ("BCN", "SON", "CHH"),
    ("BCS", "SIN", "DUR", "COA", "NLE", "TAM"),
    ("", "NAY", "ZAC", "SLP"),
    ("", "JAL", "AGU", "GUA", "QUE", "HID", "VER"),
    ("", "COL", "MIC", "MEX", "CMX", "TLA", "PUE", "", "YUC"),
    ("", "", "", "GRO", "MOR", "OAX", "TAB", "CAM", "ROO"),
    ("", "", "", "", "", "", "CHP"),
)
"""The states where a map would have them, row by row from the north, each the size of any other."""
SIZE, GAP = 100, 8
"""Of a tile and between tiles, in the drawing's own units."""
_DARKEST = 3


class Tile(NamedTuple):
    """A state on the map."""

    x: int
    y: int
    code: str
    shade: int
    """From 0, for nothing, to 3."""
    number: str
    href: str
    """The page of the state; "" when nothing of it is documented."""
    words: str
    """What the tile says, with the name of the state."""


class StateRow(NamedTuple):
    """A state in the table."""

    name: Link
    counts: tuple[str, ...]
    total: str


class TerritoryView(NamedTuple):
    """The map and its table."""

    title: str
    about: str
    trail: tuple[Link, ...]
    width: int
    height: int
    size: int
    tiles: tuple[Tile, ...]
    words: str
    """What the drawing shows, for those who do not see it."""
    columns: tuple[str, ...]
    rows: tuple[StateRow, ...]
    empty: tuple[str, ...]
    """Names of the states of which nothing is documented."""
    head: Head


class StateView(NamedTuple):
    """What is documented in a state."""

    title: str
    trail: tuple[Link, ...]
    counts: tuple[str, ...]
    listings: tuple[Listing, ...]
    pager: Pager | None
    head: Head


def territory(opened: Opened) -> TerritoryView:
    """Make the view of the map."""
    page, settings = opened.page, opened.settings
    way = reach(page.path, opened.cards)
    told = dict(page.figures)
    kinds = tuple(dict.fromkeys(kind for kind in KINDS if any(code.endswith(f":{kind}") for code in told)))
    counts = {code: tuple(told.get(f"{code}:{kind}", 0) for kind in kinds) for code in wording.STATES}
    most = max(map(sum, counts.values()))
    known = sorted((code for code in counts if sum(counts[code])), key=wording.state_name)
    url = settings.url + page.path
    return TerritoryView(
        title=TITLE,
        about=ABOUT,
        trail=(Link("Inicio", way.to("")),),
        width=max(map(len, TILES)) * (SIZE + GAP) - GAP,
        height=len(TILES) * (SIZE + GAP) - GAP,
        size=SIZE,
        tiles=tuple(
            _tile(x, y, code, sum(counts[code]), most, way)
            for y, row in enumerate(TILES)
            for x, code in enumerate(row)
            if code
        ),
        words=f"Mapa de las 32 entidades en cuadros. Hay fichas de {len(known)}; la tabla dice cuántas y de qué.",
        columns=tuple(KINDS[kind].plural for kind in kinds),
        rows=tuple(
            StateRow(
                Link(wording.STATES[code], _page(code, way)),
                tuple(f"{count:,}" if count else "—" for count in counts[code]),
                f"{sum(counts[code]):,}",
            )
            for code in known
        ),
        empty=tuple(wording.STATES[one] for one in sorted(wording.STATES, key=wording.state_name) if one not in known),
        head=head(
            page, settings, TITLE, ABOUT,
            (item("CollectionPage", id=url, url=url, name=TITLE, description=ABOUT),),
            type_="website",
        ),
    )  # fmt: skip


def state(opened: Opened) -> StateView:
    """Make the view of a state."""
    page, settings = opened.page, opened.settings
    way = reach(page.path, opened.cards)
    name = wording.STATES[page.argument]
    counts = tuple(wording.counted(group.name, group.total) for group in page.groups)
    about = f"Lo que el acervo documenta en {name}: {', '.join(counts)}."
    title = name if page.number == 1 else f"{name} (página {page.number} de {page.pages})"
    pages = pagers.pager(page, way)
    url = settings.url + page.path
    return StateView(
        title=name,
        trail=(Link("Inicio", way.to("")), Link(TITLE, way.to(addresses.TERRITORY))),
        counts=counts,
        listings=listings(opened, way),
        pager=pages,
        head=head(
            page, settings, title, about,
            (item("CollectionPage", id=url, url=url, name=title, description=about),),
            previous=pages.previous.href if pages and pages.previous else "",
            following=pages.following.href if pages and pages.following else "",
            type_="website",
        ),
    )  # fmt: skip


def _tile(x: int, y: int, code: str, count: int, most: int, way: Reach) -> Tile:
    """Put a state in its column and row of the map."""
    records = "1 ficha" if count == 1 else f"{count:,} fichas"
    return Tile(
        x * (SIZE + GAP),
        y * (SIZE + GAP),
        code,
        _shade(count, most),
        f"{count:,}",
        _page(code, way) if count else "",
        f"{code} {records}: {wording.STATES[code]}",
    )


def _page(code: str, way: Reach) -> str:
    return way.to(addresses.territory(wording.state_name(code)))


def _shade(count: int, most: int) -> int:
    """Return how dark a tile is: 0 for nothing, else its part of what has most, in steps."""
    return ceil(count * _DARKEST / most) if count else 0
