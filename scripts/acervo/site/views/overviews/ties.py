"""Who works with whom: a drawing in columns, and the list that says the same in words.

In: the page with its columns, ties and counts. Out: a `TiesView`. Never: draws a line that no record says.
"""

from collections.abc import Mapping
from typing import NamedTuple

from acervo.records.catalogue.entry import Key
from acervo.records.models.kinds import KINDS
from acervo.records.text.words import sort_key
from acervo.site import wording
from acervo.site.page import Opened
from acervo.site.structured import item
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.reach import Link, Reach, reach

TITLE = "Quién trabaja con quién"
ABOUT = "Qué instituciones, redes, conferencias y personas se nombran unas a otras en las fichas del acervo."
BOX, BETWEEN, ROW, HEAD = 244, 62, 34, 40
"""Measures in the drawing's own units: a box's width, the room for lines, a row's height, the headings' height."""
LETTERS = 28
"""How many letters of a name a box holds; the list has all of it."""
NAMED = 6
"""How many of each kind the list names of an institution; the others are counted."""


class Box(NamedTuple):
    """A record on the drawing."""

    x: int
    y: int
    label: str
    title: str


class Column(NamedTuple):
    """A column and its heading."""

    x: int
    title: str
    boxes: tuple[Box, ...]


class Names(NamedTuple):
    """Records of a kind that an institution is tied to."""

    what: str
    links: tuple[Link, ...]
    more: int
    """How many are not named."""


class Tied(NamedTuple):
    """An institution in the list."""

    link: Link
    names: tuple[Names, ...]


class TiesView(NamedTuple):
    """The page of who works with whom."""

    title: str
    about: str
    trail: tuple[Link, ...]
    width: int
    height: int
    box: int
    columns: tuple[Column, ...]
    lines: tuple[str, ...]
    """The path of each tie."""
    words: str
    whole: bool
    """Whether conferences and people are drawn, and not only counted."""
    list: tuple[Tied, ...]
    head: Head


def ties(opened: Opened) -> TiesView:
    """Make the view of who works with whom."""
    page, settings = opened.page, opened.settings
    way = reach(page.path, opened.cards)
    tallest = max((len(group.cards) for group in page.groups), default=0)
    columns = tuple(
        Column(
            place * (BOX + BETWEEN),
            KINDS[group.name].plural,
            tuple(_box(opened, key, place, row, len(group.cards), tallest) for row, key in enumerate(group.cards)),
        )
        for place, group in enumerate(page.groups)
    )
    boxes = {
        key: box
        for group, column in zip(page.groups, columns, strict=True)
        for key, box in zip(group.cards, column.boxes, strict=True)
    }
    told = ", ".join(wording.counted(group.name, len(group.cards)) for group in page.groups)
    url = settings.url + page.path
    return TiesView(
        title=TITLE,
        about=ABOUT,
        trail=(Link("Inicio", way.to("")),),
        width=max(len(columns) * (BOX + BETWEEN) - BETWEEN, 0),
        height=HEAD + tallest * ROW,
        box=BOX,
        columns=columns,
        lines=tuple(
            _path(boxes[one], boxes[other])
            for one, other in page.ties
            if one in boxes and other in boxes and boxes[other].x - boxes[one].x == BOX + BETWEEN
        ),
        words=f"Se dibujan {told}, con líneas entre quienes se nombran." if told else "",
        whole=any(group.name == "conferences" for group in page.groups),
        list=_list(opened, way),
        head=head(
            page, settings, TITLE, ABOUT,
            (item("CollectionPage", id=url, url=url, name=TITLE, description=ABOUT),),
            type_="website",
        ),
    )  # fmt: skip


def _box(opened: Opened, key: Key, place: int, row: int, rows: int, tallest: int) -> Box:
    """Put a record in its place; a column shorter than the tallest is spread as far."""
    title = opened.cards[key].title
    label = title if len(title) <= LETTERS else f"{title[: LETTERS - 1].rstrip()}…"
    y = HEAD + (2 * row + 1) * tallest * ROW // (2 * rows) - ROW // 2
    return Box(place * (BOX + BETWEEN), y, label, title)


def _path(one: Box, other: Box) -> str:
    left, right, middle = one.x + BOX, other.x, (one.x + BOX + other.x) // 2
    start, end = one.y + ROW // 2, other.y + ROW // 2
    return f"M{left} {start}C{middle} {start} {middle} {end} {right} {end}"


def _list(opened: Opened, way: Reach) -> tuple[Tied, ...]:
    page = opened.page
    counts = dict(page.figures)
    around: dict[Key, dict[str, list[Key]]] = {}
    for one, other in page.ties:
        for here, there in ((one, other), (other, one)):
            if here[0] == "institutions":
                around.setdefault(here, {}).setdefault(there[0], []).append(there)
    institutions = {("institutions", name.partition(":")[2]) for name in counts}
    ordered = sorted(institutions, key=lambda key: (sort_key(opened.cards[key].title), key))
    return tuple(_tied(opened, way, key, around.get(key, {}), counts) for key in ordered)


def _tied(opened: Opened, way: Reach, key: Key, around: Mapping[str, list[Key]], counts: Mapping[str, int]) -> Tied:
    names = []
    for kind in ("networks", "conferences", "speakers"):
        keys = list(dict.fromkeys(around.get(kind, ())))
        links = tuple(Link(opened.cards[one].title, way.to(opened.cards[one].path)) for one in keys[:NAMED])
        more = max(len(keys), counts.get(f"{kind}:{key[1]}", 0)) - len(links)
        if links or more:
            names.append(Names(KINDS[kind].plural, links, more))
    card = opened.cards[key]
    return Tied(Link(card.title, way.to(card.path)), tuple(names))
