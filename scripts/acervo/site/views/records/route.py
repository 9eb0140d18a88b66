"""The page of a route: its goals, its steps, how long they take, and the sheet to take along.

In: the opened record. Out: a `RouteView`. Never: promises a time that nobody measured, or hides a gap.
"""

from typing import NamedTuple

from acervo.archive.itinerary import total
from acervo.records.models.route import Route
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.parts.article import Article, Subject, article, common, mention, mentions, subject
from acervo.site.views.parts.facts import labels, said, table, tell, told
from acervo.site.views.parts.steps import PartView, in_words, parts

_LABELS = labels(Route)
AUDIENCE = told(Route, ("audience", "text"))
FACTS = told(
    Route,
    ("institution", "record", "institutions", "institucion"),
    ("networks", "records", "networks"),
    ("source_document", "record", "documents"),
)
"""What stands after how long it takes."""


class RouteView(NamedTuple):
    """A route's page."""

    article: Article
    labels: dict[str, str]
    goals: tuple[str, ...]
    parts: tuple[PartView, ...]
    time: str
    """How long all of it takes, as far as is known, or ""."""
    tasks: int
    """How many steps there are to do: all but the gaps."""
    gaps: int
    key: str
    """Under which a browser remembers the steps done."""


def route(opened: Opened) -> RouteView:
    """Make the view of a route."""
    about = subject(opened)
    record, entry = about.record, about.entry
    assert isinstance(record, Route)
    way = about.reach
    known = dict(opened.page.figures)
    time = in_words(entry.steps, known)
    gaps = sum(not kind for kind, *_ in entry.steps)
    facts = (
        *tell(AUDIENCE, record, way),
        *table(
            said("Duración", time[:1].upper() + time[1:]),
            said(_LABELS["steps"], _counted(len(record.steps) - gaps, gaps)),
        ),
        *tell(FACTS, record, way),
    )
    return RouteView(
        article=article(about, facts, _data(about, record, known)),
        labels=_LABELS,
        goals=record.goals,
        parts=tuple(parts(record.steps, entry.steps, known, way)),
        time=time,
        tasks=len(record.steps) - gaps,
        gaps=gaps,
        key=f"acervo-route:{entry.id}",
    )


def _counted(tasks: int, gaps: int) -> str:
    done = "1 paso" if tasks == 1 else f"{tasks:,} pasos"
    if not gaps:
        return done
    return f"{done}; falta material para 1 más" if gaps == 1 else f"{done}; falta material para {gaps:,} más"


def _data(about: Subject, record: Route, known: dict[str, int]) -> Item:
    time = total(about.entry.steps, known)
    return item(
        "LearningResource",
        **common(about),
        inLanguage="es",
        learningResourceType="Ruta",
        teaches=list(record.goals),
        audience=item("Audience", audienceType=record.audience) if record.audience else None,
        timeRequired="" if time.unknown or not time.seconds else dates.iso_duration(time.seconds),
        provider=mention(about, "Organization", "institutions", record.institution),
        isBasedOn=mention(about, "CreativeWork", "documents", record.source_document),
        about=mentions(about, "DefinedTerm", "topics", record.topics),
    )
