"""All evaluations together: the same question over time and by topic, and the list of them.

In: the page that lists the evaluations, and their cards. Out: a `ResultsView`.
Never: compares questions that were not asked in the same words on the same scale.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from acervo.archive.card import Card
from acervo.records.checks.disclosure import small
from acervo.records.models import dates as edtf
from acervo.records.models.scales import NAMED, STEPS, Scale, value
from acervo.records.text.words import fold
from acervo.site import dates, wording
from acervo.site.page import Opened
from acervo.site.pages import COMPARED
from acervo.site.structured import item
from acervo.site.views.parts import pager as pagers
from acervo.site.views.parts import tally
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.pager import Pager
from acervo.site.views.parts.reach import Link, Reach, reach
from acervo.site.views.parts.surveys import GROUP, SurveyView, listed
from acervo.site.views.parts.tally import Mean

TITLE = "Evaluaciones"
ABOUT = "Lo que respondieron quienes participaron, contado de modo que nadie pueda reconocerse."
MOST_QUESTIONS = 12
"""How many questions are compared: those asked most often."""
MOST_LINES = 50
"""How many evaluations the chart and the table of a question show: the newest. By topic, all count."""
_EDGE = 4.0
"""Percent of a chart's width and height that stays free on each side."""


class Point(NamedTuple):
    """An evaluation in a chart of time."""

    x: str
    y: str
    top: str
    bottom: str
    """Where the interval of the mean ends; both equal `y` when the mean is exact."""


class Leg(NamedTuple):
    """The way from one point to the next."""

    x1: str
    y1: str
    x2: str
    y2: str


class Line(NamedTuple):
    """An evaluation in the table of a question."""

    title: str
    href: str
    moment: str
    date: str
    answered: str
    mean: str


class Topic(NamedTuple):
    """A topic in the table of a question."""

    link: Link
    evaluations: int
    answered: str
    mean: str
    start: str
    width: str


class Repeated(NamedTuple):
    """A question that was asked in several evaluations."""

    question: str
    scale: str
    points: tuple[Point, ...]
    legs: tuple[Leg, ...]
    low: str
    high: str
    first: str
    last: str
    words: str
    lines: tuple[Line, ...]
    older: str
    """How many evaluations asked it before those that are shown, or ""."""
    topics: tuple[Topic, ...]


class ResultsView(NamedTuple):
    """The page of all evaluations."""

    title: str
    about: str
    total: str
    minimum: int
    trail: tuple[Link, ...]
    repeated: tuple[Repeated, ...]
    """Only on the first page of the list."""
    surveys: tuple[SurveyView, ...]
    pager: Pager | None
    head: Head


class _Measure(NamedTuple):
    card: Card
    mean: Mean
    answered: int
    moment: str


def results(opened: Opened) -> ResultsView:
    """Make the view of all evaluations."""
    page, settings = opened.page, opened.settings
    way = reach(page.path, opened.cards)
    groups = {group.name: [opened.cards[key] for key in group.cards] for group in page.groups}
    pages = pagers.pager(page, way)
    title = f"{TITLE} (página {page.number} de {page.pages})" if page.number > 1 else TITLE
    url = settings.url + page.path
    whole = {"@type": "WebSite", "@id": settings.url, "name": settings.name}
    data = item("CollectionPage", id=url, url=url, name=title, description=ABOUT, isPartOf=whole)
    return ResultsView(
        title=TITLE,
        about=ABOUT,
        total=wording.counted("evaluations", page.groups[0].total),
        minimum=settings.minimum,
        trail=(Link("Inicio", way.to("")),),
        repeated=tuple(_repeated(groups.get(COMPARED, ()), settings.minimum, way)),
        surveys=listed(groups[GROUP], settings.minimum, way),
        pager=pages,
        head=head(
            page, settings, title, ABOUT, (data,),
            previous=pages.previous.href if pages and pages.previous else "",
            following=pages.following.href if pages and pages.following else "",
            type_="website",
        ),
    )  # fmt: skip


def _repeated(cards: Iterable[Card], minimum: int, way: Reach) -> Iterable[Repeated]:
    """Yield the questions with a mean in two evaluations or more, those asked most often first."""
    found: dict[tuple[str, str], list[_Measure]] = defaultdict(list)
    words: dict[tuple[str, str], str] = {}
    for card in cards:
        for survey in card.survey:
            if small(survey[3], minimum):
                continue
            for one in survey[4]:
                key = fold(one[0]), one[1]
                if (mean := tally.mean(one, minimum)) is not None:
                    found[key].append(_Measure(card, mean, survey[3], tally.moment(survey)))
                    words.setdefault(key, one[0])
    again = [key for key, measures in found.items() if len(measures) > 1]
    for key in sorted(again, key=lambda key: (-len(found[key]), key))[:MOST_QUESTIONS]:
        yield _over_time(words[key], NAMED[key[1]], found[key], way)


def _over_time(question: str, scale: Scale, measures: Sequence[_Measure], way: Reach) -> Repeated:
    low, high = (value(scale, STEPS[scale][end]) or 0 for end in (0, -1))
    every = sorted(measures, key=lambda one: (_day(one.card), one.card.id))
    ordered = every[-MOST_LINES:]
    dated = [one for one in ordered if one.card.date]
    days = [_day(one.card) for one in dated]
    span = (days[-1] - days[0]) if days else 0
    points = tuple(_point(one.mean, (day - days[0]) / span if span else 0.5, low, high)
                   for one, day in zip(dated, days, strict=True))  # fmt: skip
    told = "; ".join(f"{dates.in_words(one.card.date)}, {one.mean.text}" for one in dated)
    return Repeated(
        question=question,
        scale=scale.label,
        points=points if len(points) > 1 else (),
        legs=tuple(Leg(one.x, one.y, two.x, two.y) for one, two in pairwise(points)),
        low=str(low),
        high=str(high),
        first=dates.in_words(dated[0].card.date) if dated else "",
        last=dates.in_words(dated[-1].card.date) if dated else "",
        words=f"{question}, media en cada evaluación: {told}.",
        lines=tuple(
            Line(
                one.card.title,
                way.up + one.card.path,
                one.moment,
                dates.in_words(one.card.date) or wording.NO_DATE,
                f"{one.answered:,}",
                one.mean.text,
            )
            for one in ordered
        ),
        older=f"{len(every) - len(ordered):,}" if len(every) > len(ordered) else "",
        topics=tuple(_topics(every, low, high, way)),
    )


def _topics(measures: Sequence[_Measure], low: int, high: int, way: Reach) -> Iterable[Topic]:
    """Yield the mean by topic: of its evaluations, each as heavy as the people who answered."""
    found: dict[str, list[_Measure]] = defaultdict(list)
    for one in measures:
        for topic in one.card.topics:
            found[topic].append(one)
    for topic, about in sorted(found.items()):
        link = way.record("topics", topic)
        if link is None:
            continue
        answered = sum(one.answered for one in about)
        least = sum(one.mean.low * one.answered for one in about) / answered
        most = sum(one.mean.high * one.answered for one in about) / answered
        start = 100 * (least - low) / (high - low)
        width = max(100 * (most - low) / (high - low) - start, 0.0)
        mean = Mean(least, most, high)
        yield Topic(link, len(about), f"{answered:,}", mean.text, f"{start:.2f}%", f"{width:.2f}%")


def _point(mean: Mean, share: float, low: int, high: int) -> Point:
    def height(of: float) -> str:
        return f"{100 - _EDGE - (100 - 2 * _EDGE) * (of - low) / (high - low):.2f}%"

    x = f"{_EDGE + (100 - 2 * _EDGE) * share:.2f}%"
    return Point(x, height((mean.low + mean.high) / 2), height(mean.high), height(mean.low))


def _day(card: Card) -> int:
    return date.fromisoformat(edtf.parse(card.date).start.first).toordinal() if card.date else 0
