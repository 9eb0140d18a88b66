"""The chapters of a recording: a list that opens it at each of them, and the line of time they share.

In: chapters, where the recording can be opened, how long it lasts. Out: `ChapterView`s and a `Timeline`.
Never: draws a line of which it does not know the end.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from acervo.archive.snapshot import Chapter
from acervo.records.models import moments


class Way(NamedTuple):
    """What precedes and what follows a second in the address that opens the recording there."""

    before: str
    after: str = ""


class ChapterView(NamedTuple):
    """A part of the recording and the address that opens it there."""

    title: str
    clock: str
    seconds: int
    href: str
    """Where its words are on the page, else `watch`."""
    watch: str = ""
    """The video at that second, or "" when it cannot be seen."""
    id: str = ""
    """Anchor of its words, or ""."""


class Bar(NamedTuple):
    """A chapter on the line: where it begins and how much it takes, in hundredths of the whole."""

    title: str
    start: str
    width: str


class Timeline(NamedTuple):
    """The line of time of a recording."""

    seconds: int
    bars: tuple[Bar, ...]
    words: str
    """What the drawing shows, for those who do not see it."""


def chapter(one: Chapter, place: int, way: Way | None, *, spoken: bool) -> ChapterView:
    """Return a chapter as it is listed. place: from 1. spoken: whether its words are on the page."""
    watch = f"{way.before}{one.start}{way.after}" if way else ""
    anchor = f"capitulo-{place}" if spoken else ""
    return ChapterView(one.title, moments.text(one.start), one.start, f"#{anchor}" if anchor else watch, watch, anchor)


def timeline(chapters: Sequence[ChapterView], duration: int) -> Timeline | None:
    """Draw the line of a recording of so many seconds; None with fewer than two chapters or without an end."""
    if len(chapters) < 2 or duration <= chapters[-1].seconds:
        return None
    ends = [*(one.seconds for one in chapters[1:]), duration]
    bars = (
        Bar(one.title, _percent(one.seconds, duration), _percent(end - one.seconds, duration))
        for one, end in zip(chapters, ends, strict=True)
    )
    words = "; ".join(
        f"{one.title}, de {one.clock} a {moments.text(end)}" for one, end in zip(chapters, ends, strict=True)
    )
    orderly = all(before.seconds < after.seconds for before, after in pairwise(chapters))
    return Timeline(duration, tuple(bars), f"Línea de tiempo de los capítulos: {words}.") if orderly else None


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.3f}%"
