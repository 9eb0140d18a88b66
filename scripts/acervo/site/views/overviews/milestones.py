"""The line of time of networks and meetings: a drawing, and the list that says the same in words.

In: the page with its milestones and their cards. Out: a `MilestonesView`.
Never: draws a day that is not known: what has only a month or a year is as long as it, what has no date is only listed.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from acervo.archive.milestones import MEETING, NETWORK, TOLD, Milestone
from acervo.archive.tenures import day
from acervo.records.models.kinds import KINDS
from acervo.site import dates, wording
from acervo.site.page import Opened
from acervo.site.structured import item
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.reach import Link, Reach, reach

TITLE = "Línea de tiempo de redes y encuentros"
ABOUT = "Cuándo empezó cada red y cuándo hubo encuentros, según las fichas del acervo."
WORDS = {NETWORK: "Empieza la red", MEETING: "Encuentro", TOLD: "Encuentro que cuenta un documento"}
WIDTH, LANE, LEFT, NARROWEST = 960, 26, 10, 9
"""Measures of the drawing in its own units: width, height of a lane, margin, the least length of a mark."""
MOST_LANES = 14
"""How many marks have a lane and a name each; with more, meetings share lanes, and with many more they are bars."""
LETTERS = 64
"""Of a name beside a mark."""
_TICKS = 12
"""About how many years are named below the line."""
_LETTER = 8
"""The width of a letter, at most."""


class Mark(NamedTuple):
    """A milestone on the drawing."""

    x: int
    y: int
    width: int
    label: str
    """The name beside its mark, or ""."""
    label_x: int
    anchor: str
    """On which side of `label_x` it stands: `start` or `end`."""
    title: str


class Bar(NamedTuple):
    """The meetings of a year, drawn as a bar."""

    x: int
    y: int
    width: int
    height: int
    title: str


class Tick(NamedTuple):
    """A year below the line."""

    x: int
    name: str


class Drawing(NamedTuple):
    """The line of time as it is drawn."""

    width: int
    height: int
    base: int
    """Where the line of the years is."""
    networks: tuple[Mark, ...]
    meetings: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    words: str


class Line(NamedTuple):
    """A milestone in the list."""

    date: str
    machine: str
    what: str
    link: Link
    title: str
    """Of a meeting in a document, its name there, or ""."""


class Year(NamedTuple):
    """The milestones of a year."""

    name: str
    lines: tuple[Line, ...]


class MilestonesView(NamedTuple):
    """The line of time's page."""

    title: str
    about: str
    trail: tuple[Link, ...]
    drawing: Drawing | None
    years: tuple[Year, ...]
    more: int
    """How many older ones are drawn and not listed."""
    head: Head


def milestones(opened: Opened) -> MilestonesView:
    """Make the view of the line of time."""
    page, settings = opened.page, opened.settings
    way = reach(page.path, opened.cards)
    listed = [one for one in page.milestones if one.key in opened.cards]
    years = tuple(
        Year(name or wording.NO_DATE, tuple(_line(one, opened, way) for one in found))
        for name, found in groupby(listed, key=lambda one: one.date[:4])
    )
    url = settings.url + page.path
    return MilestonesView(
        title=TITLE,
        about=ABOUT,
        trail=(Link("Inicio", way.to("")),),
        drawing=_drawing([one for one in page.milestones if one.date], opened),
        years=years,
        more=len(page.milestones) - len(listed),
        head=head(
            page, settings, TITLE, ABOUT,
            (item("CollectionPage", id=url, url=url, name=TITLE, description=ABOUT),),
            type_="website",
        ),
    )  # fmt: skip


def _line(one: Milestone, opened: Opened, way: Reach) -> Line:
    card = opened.cards[one.key]
    link = Link(card.title, way.to(card.path))
    what = KINDS["networks"].label if one.what == NETWORK and not one.date else WORDS[one.what]
    return Line(dates.in_words(one.date), dates.machine(one.date), what, link, one.title)


def _drawing(found: Sequence[Milestone], opened: Opened) -> Drawing | None:
    """Draw what has a date; None when nothing has."""
    if not found:
        return None
    first, last = (int(of(day(one.date)[:4] for one in found)) for of in (min, max))
    months = (last - first + 1) * 12
    networks = [one for one in found if one.what == NETWORK and one.key in opened.cards][::-1]
    meetings = [one for one in found if one.what != NETWORK][::-1]
    networks = networks if len(networks) <= MOST_LANES else []
    spans = [_span(one.date, first, months) for one in meetings]
    alone = len(networks) + len(meetings) <= MOST_LANES
    levels = list(range(len(meetings)))[::-1] if alone else _levels(spans)
    crowded = max(levels, default=0) >= MOST_LANES
    height = LANE * (len(networks) + (MOST_LANES if crowded else max(levels, default=-1) + 1) + 1)
    base = height - LANE // 2
    step = max(1, (last - first + 1) // _TICKS)
    return Drawing(
        width=WIDTH,
        height=height + LANE,
        base=base,
        networks=tuple(
            _mark(one, _span(one.date, first, months), place * LANE, opened, named=True)
            for place, one in enumerate(networks)
        ),
        meetings=()
        if crowded
        else tuple(
            _mark(one, span, base - LANE * (level + 1), opened, named=alone)
            for one, span, level in zip(meetings, spans, levels, strict=True)
        ),
        bars=tuple(_bars(meetings, first, months, base)) if crowded else (),
        ticks=tuple(Tick(_x((year - first) * 12, months), str(year)) for year in range(first, last + 1, step)),
        words=f"De {first} a {last}: {len(networks)} redes y {len(meetings)} encuentros. La lista dice lo mismo.",
    )


def _x(month: int, months: int) -> int:
    return LEFT + (WIDTH - 2 * LEFT) * month // months


def _span(date: str, first: int, months: int) -> tuple[int, int]:
    """Return where a date begins and ends on the line: a day and a month are a month long, a year is a year."""
    parts = day(date).split("-")
    month = (int(parts[0]) - first) * 12 + (int(parts[1]) - 1 if len(parts) > 1 else 0)
    start, end = _x(month, months), _x(month + (1 if len(parts) > 1 else 12), months)
    return start, max(end - 2, start + NARROWEST)


def _levels(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Give each mark the lowest level on which it touches no other; they come in the order of their starts."""
    ends: list[int] = []
    found = []
    for start, end in spans:
        level = next((place for place, taken in enumerate(ends) if taken < start), len(ends))
        ends[level : level + 1] = [end]
        found.append(level)
    return found


def _mark(one: Milestone, span: tuple[int, int], y: int, opened: Opened, *, named: bool) -> Mark:
    """Draw a milestone on the lane that begins at a height, with its name on the side that has room."""
    start, end = span
    card = opened.cards.get(one.key)
    title = one.title or (card.title if card else WORDS[one.what])
    label = (title if len(title) <= LETTERS else f"{title[: LETTERS - 1].rstrip()}…") if named else ""
    room = WIDTH - end - LEFT >= len(label) * _LETTER
    return Mark(
        start, y + LANE // 4, end - start, label, end + 6 if room else start - 6,
        "start" if room else "end", f"{dates.in_words(one.date)}: {title}",
    )  # fmt: skip


def _bars(meetings: Sequence[Milestone], first: int, months: int, base: int) -> list[Bar]:
    counted = Counter(int(day(one.date)[:4]) for one in meetings)
    most, room = max(counted.values()), LANE * MOST_LANES - LANE
    found = []
    for year, count in sorted(counted.items()):
        x, height = _x((year - first) * 12, months), max(2, room * count // most)
        width = _x((year - first + 1) * 12, months) - x - 4
        found.append(Bar(x, base - LANE // 2 - height, max(width, 2), height, f"{year}: {count:,} encuentros"))
    return found
