"""The page of a series.

In: the opened record. Out: a `SeriesView`. Never: computes dates from the recurrence.
"""

from typing import NamedTuple

from markupsafe import Markup

from acervo.records.headings import of_practice
from acervo.records.series import Coverage, Defaults, Series
from acervo.site import dates, markdown, wording
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.article import Article, Subject, article, common, mention, mentions, subject
from acervo.site.views.conference import feeds
from acervo.site.views.facts import Fact, contact, labels, named, said, table
from acervo.site.views.head import Feed
from acervo.site.views.original import Original
from acervo.site.views.practice import PracticeView, practice
from acervo.site.views.reach import Reach
from acervo.site.views.recording import CHANNEL
from acervo.site.views.schedule import ScheduleView, schedule
from acervo.site.views.sections import SectionView, anchors, sections

_LABELS = labels(Series)
_DEFAULTS = labels(Defaults)


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
    period = record.period.text if record.period else ""
    channel = CHANNEL + record.channel if record.channel else ""
    facts = table(
        named(_LABELS["institution"], about.reach.record("institutions", record.institution), "institucion"),
        said(_LABELS["recurrence"], record.recurrence),
        said(_LABELS["period"], dates.in_words(period)),
        said(_LABELS["coverage"], record.coverage.label),
        said(_LABELS["audience"], record.audience),
        said(_LABELS["web"], record.web, record.web),
        said(_LABELS["channel"], record.channel, channel),
    )
    parts = {heading.path: heading.title for heading in of_practice(record.practice)}
    ids = dict(zip(parts, anchors(parts.values()), strict=True))
    news = feeds(about.entry.id, record.title, about)
    return SeriesView(
        article=article(
            about, facts, _data(about, record), feeds=news, titles={"conferences": "Conferencias del ciclo"}
        ),
        description=markdown.html(record.description) if record.description else Markup(),
        practice=practice(record.practice, Original(record), ids),
        sections=sections(record.sections, list(parts.values())),
        schedule=schedule(record, about.reach),
        contact=contact(record.contact),
        handed_down=_handed_down(record.defaults, about.reach),
        partial=record.coverage is Coverage.PARTIAL,
        feeds=news,
        take_part=about.reach.to("participar/"),
    )


def _handed_down(defaults: Defaults, reach: Reach) -> tuple[Fact, ...]:
    """Say what the conferences have unless they say otherwise: only what the record states."""
    stated = defaults.model_fields_set
    return table(
        named(_DEFAULTS["institution"], reach.record("institutions", defaults.institution)),
        said(_DEFAULTS["modality"], defaults.modality.label) if "modality" in stated else None,
        said(_DEFAULTS["audience"], defaults.audience),
        said(_DEFAULTS["language"], wording.language(defaults.language) if defaults.language else ""),
        said(_DEFAULTS["license"], defaults.license.label) if "license" in stated else None,
        said(_DEFAULTS["captions_permission"], defaults.captions_permission.label)
        if "captions_permission" in stated
        else None,
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
