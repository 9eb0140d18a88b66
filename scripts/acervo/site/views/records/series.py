"""The page of a series.

In: the opened record. Out: a `SeriesView`. Never: computes dates from the recurrence.
"""

from typing import NamedTuple

from markupsafe import Markup

from acervo.records.catalogue.headings import of_practice
from acervo.records.models.series import Coverage, Defaults, Series
from acervo.site import dates, markdown
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.parts.article import Article, Subject, article, common, mention, mentions, subject
from acervo.site.views.parts.facts import Fact, contact, tell, told
from acervo.site.views.parts.head import Feed
from acervo.site.views.parts.original import Original
from acervo.site.views.parts.practice import PracticeView, practice
from acervo.site.views.parts.recording import CHANNEL
from acervo.site.views.parts.schedule import ScheduleView, schedule
from acervo.site.views.parts.sections import SectionView, anchors, sections
from acervo.site.views.records.conference import feeds

FACTS = told(
    Series,
    ("institution", "record", "institutions", "institucion"),
    ("recurrence", "text"),
    ("period", "date"),
    ("coverage", "label"),
    ("audience", "text"),
    ("web", "link"),
    ("channel", "below", CHANNEL),
)
HANDED_DOWN = told(
    Defaults,
    ("institution", "record", "institutions"),
    ("modality", "label_if_said"),
    ("audience", "text"),
    ("language", "language"),
    ("license", "label_if_said"),
    ("captions_permission", "label_if_said"),
)
"""What the conferences have unless they say otherwise: only what the record states."""


class SeriesView(NamedTuple):
    """A series' page."""

    article: Article
    description: Markup
    practice: PracticeView | None
    sections: tuple[SectionView, ...]
    schedule: ScheduleView | None
    contact: tuple[Fact, ...]
    handed_down: tuple[Fact, ...]
    partial: bool
    feeds: tuple[Feed, ...]
    take_part: str
    """Address of the page that tells how to propose what is missing."""


def series(opened: Opened) -> SeriesView:
    """Make the view of a series."""
    about = subject(opened)
    record = about.record
    assert isinstance(record, Series)
    way = about.reach
    parts = {heading.path: heading.title for heading in of_practice(record.practice)}
    ids = dict(zip(parts, anchors(parts.values()), strict=True))
    news = feeds(about.entry.id, record.title, about)
    return SeriesView(
        article=article(
            about,
            tell(FACTS, record, way),
            _data(about, record),
            feeds=news,
            titles={"conferences": "Conferencias del ciclo"},
        ),
        description=markdown.html(record.description) if record.description else Markup(),
        practice=practice(record.practice, Original(record), ids, way),
        sections=sections(record.sections, list(parts.values())),
        schedule=schedule(record, way),
        contact=contact(record.contact, way),
        handed_down=tell(HANDED_DOWN, record.defaults, way),
        partial=record.coverage is Coverage.PARTIAL,
        feeds=news,
        take_part=way.to("participar/"),
    )


def _data(about: Subject, record: Series) -> Item:
    period = record.period.text if record.period else ""
    channel = CHANNEL + record.channel if record.channel else ""
    return item(
        "EventSeries",
        **common(about),
        startDate=dates.machine(period),
        endDate=dates.machine_end(period),
        organizer=mention(about, "Organization", "institutions", record.institution),
        about=mentions(about, "DefinedTerm", "topics", record.topics),
        sameAs=[address for address in (record.web, channel) if address],
    )
