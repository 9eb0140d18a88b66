"""Passages: what a recording speaks of and when, and where recordings speak of a record.

In: a conference, its transcript and the cards its page declares; or the cards of those that cite a record.
Out: a `PassagesView` (a bar and the list that says the same in words), or `CitedView`s.
Never: tells by colour alone, or links to a second that cannot be shown.
"""

from collections.abc import Sequence
from typing import NamedTuple

from acervo.archive.card import Card
from acervo.records.catalogue.entry import Key, starts_at
from acervo.records.models import moments
from acervo.records.models.conference import Conference, Passage
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.views.parts.reach import Link, Reach
from acervo.site.views.parts.recording import WATCH

COLOURS = (
    "#2f7fd1", "#c8501e", "#1f8f5f", "#a8559e", "#8f7a1a", "#c2436b", "#5f6fd0", "#15898f",
)  # fmt: skip
"""Of topics, in the order in which they appear; each has 3:1 on the grounds of both themes (WCAG 1.4.11)."""
GREY = "#7d7f86"
"""Of a passage without topic."""
WIDTH, LANE, NARROWEST = 1_000, 16, 4
"""Measures of the bar in its own units: its width, the height of a lane, the least width of a stretch."""
_LAST = 60
"""Seconds that a passage without end lasts when nobody knows where the recording ends."""


class Stretch(NamedTuple):
    """A passage as it is drawn."""

    x: int
    y: int
    width: int
    colour: str
    title: str


class PassageView(NamedTuple):
    """A passage in words."""

    anchor: str
    """"" for a second that a passage above has taken."""
    start: str
    end: str
    seconds: int
    href: str
    """The paragraph of the transcript that is spoken then, else the video or a copy at that second, else ""."""
    colour: str
    topics: tuple[Link, ...]
    document: Link | None
    article: str
    conference: Link | None
    note: str


class PassagesView(NamedTuple):
    """What a recording speaks of."""

    width: int
    height: int
    lane: int
    bar: tuple[Stretch, ...]
    list: tuple[PassageView, ...]


class MomentView(NamedTuple):
    """A second at which a recording speaks of something."""

    clock: str
    href: str
    article: str


class CitedView(NamedTuple):
    """A recording that speaks of a record."""

    title: str
    href: str
    date: str
    moments: tuple[MomentView, ...]


def passages(opened: Opened, conference: Conference, reach: Reach) -> PassagesView | None:
    """Make the view of a conference's passages, in the order of time; None when it has none."""
    found = sorted(conference.recording.passages, key=starts_at)
    if not found:
        return None
    spans = _spans(found, _duration(opened, found))
    total = max(end for _, end in spans)
    colours = _colours(found)
    lanes = _lanes(spans)
    views = tuple(_passage(one, opened, conference, reach, colours) for one in found)
    views = tuple(
        view if place == 0 or view.seconds != views[place - 1].seconds else view._replace(anchor="")
        for place, view in enumerate(views)
    )
    return PassagesView(
        width=WIDTH,
        height=(max(lanes) + 1) * LANE,
        lane=LANE,
        bar=tuple(_stretch(span, total, lane, view) for span, lane, view in zip(spans, lanes, views, strict=True)),
        list=views,
    )


def cited(opened: Opened, reach: Reach) -> tuple[CitedView, ...]:
    """Say in which conferences, of those that the page lists, and at which seconds its record is spoken of."""
    entry = opened.entry
    assert entry is not None
    cards = (opened.cards[key] for group in opened.page.groups if group.name == "conferences" for key in group.cards)
    views = ((card, moments_of(card, entry.key, reach.up)) for card in cards)
    return tuple(
        CitedView(card.title, reach.to(card.path), dates.in_words(card.date), found) for card, found in views if found
    )


def moments_of(card: Card, key: Key, up: str) -> tuple[MomentView, ...]:
    """Return the seconds at which a conference speaks of a record. up: the way to the site's root."""
    return tuple(
        MomentView(moments.text(second), f"{up}{card.path}?t={second}#{_anchor(second)}", article)
        for kind, id_, second, article in card.moments
        if (kind, id_) == key
    )


def _anchor(second: int) -> str:
    return f"pasaje-{second}"


def _duration(opened: Opened, found: Sequence[Passage]) -> int:
    """Return how many seconds the recording lasts: as YouTube says, or else as far as is known."""
    if opened.snapshot and opened.snapshot.duration:
        return opened.snapshot.duration
    told = [_end(one) or starts_at(one) + _LAST for one in found]
    return max(*told, opened.transcript.paragraphs[-1].end if opened.transcript else 0)


def _end(passage: Passage) -> int | None:
    return moments.seconds(passage.end) if passage.end else None


def _spans(found: Sequence[Passage], duration: int) -> list[tuple[int, int]]:
    """Return the seconds from which to which each passage goes; one without end, to the start of a later one."""
    starts = sorted({starts_at(one) for one in found})
    later = dict(zip(starts, [*starts[1:], duration], strict=True))
    return [(start := starts_at(one), max(_end(one) or later[start], start + 1)) for one in found]


def _lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Give each span the first lane in which nothing overlaps it; spans come in the order of their starts."""
    ends: list[int] = []
    lanes = []
    for start, end in spans:
        lane = next((place for place, taken in enumerate(ends) if taken <= start), len(ends))
        ends[lane : lane + 1] = [end]
        lanes.append(lane)
    return lanes


def _colours(found: Sequence[Passage]) -> dict[str, str]:
    """Give each topic that comes first in a passage a colour."""
    topics = dict.fromkeys(one.topics[0] for one in found if one.topics)
    return {topic: COLOURS[place % len(COLOURS)] for place, topic in enumerate(topics)}


def _stretch(span: tuple[int, int], total: int, lane: int, view: PassageView) -> Stretch:
    start, end = (second * WIDTH // total for second in span)
    width = max(end - start - 1, NARROWEST)  # one unit stays free, so that neighbours can be told apart
    words = (
        ", ".join(link.text for link in view.topics) or view.note or (view.document or view.conference or Link("")).text
    )
    return Stretch(min(start, WIDTH - width), lane * LANE, width, view.colour, f"{view.start} {words}".rstrip())


def _passage(
    one: Passage, opened: Opened, conference: Conference, reach: Reach, colours: dict[str, str]
) -> PassageView:
    start, end = starts_at(one), _end(one)
    return PassageView(
        anchor=_anchor(start),
        start=moments.text(start),
        end=moments.text(end) if end else "",
        seconds=start,
        href=heard_at(start, opened, conference),
        colour=colours[one.topics[0]] if one.topics else GREY,
        topics=reach.records("topics", one.topics),
        document=reach.record("documents", one.document),
        article=one.article,
        conference=reach.record("conferences", one.conference),
        note=one.note,
    )


def heard_at(second: int, opened: Opened, conference: Conference) -> str:
    """Return where a second of the recording can be read on the page or played, "" when nowhere."""
    said = opened.transcript.paragraphs if opened.transcript else ()
    if said and said[0].start <= second < said[-1].end:
        return f"#t-{max(paragraph.start for paragraph in said if paragraph.start <= second)}"
    recording = conference.recording
    if recording.youtube and not opened.holding.gone:
        return f"{WATCH}{recording.youtube}&t={second}s"
    played = (copy.url for copy in recording.copies if copy.media_type.startswith(("video/", "audio/")))
    return next((f"{url}#t={second}" for url in played), "")
