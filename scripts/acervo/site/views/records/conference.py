"""The page of a conference.

In: the opened record, its series and snapshot. Out: a `ConferenceView`. Never: says a date or a person that
the record does not give.
"""

from typing import NamedTuple

from markupsafe import Markup

from acervo.archive import addresses
from acervo.archive.chapters import chapters
from acervo.archive.inheritance import inherit
from acervo.archive.snapshot import Snapshot
from acervo.records.models.conference import Conference, Modality
from acervo.records.models.series import Series
from acervo.records.models.session import EventStatus
from acervo.site import clock, dates, markdown, wording
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.parts.agenda import AgendaView, agenda
from acervo.site.views.parts.article import Article, Subject, article, common, mention, mentions, subject
from acervo.site.views.parts.facets import Facet, facets
from acervo.site.views.parts.facts import Told, tell, told
from acervo.site.views.parts.following import RouteLink, following, routes
from acervo.site.views.parts.head import Feed
from acervo.site.views.parts.organisers import Organisers, organisers
from acervo.site.views.parts.passages import PassagesView, passages
from acervo.site.views.parts.people import Participant, participants
from acervo.site.views.parts.reach import Link
from acervo.site.views.parts.recording import PLAYER, WATCH, RecordingView, recording
from acervo.site.views.parts.related import RelatedView
from acervo.site.views.parts.session import QuestionsView, SessionView, questions, session

FACTS = (
    *told(Conference, ("date", "date_at_all")),
    Told("Horario", "end_time", "hours"),
    *told(
        Conference,
        ("series", "record", "series"),
        ("institution", "record", "institutions", "institucion"),
        ("networks", "records", "networks"),
        ("modality", "label"),
        ("place", "place"),
        ("audience", "text"),
        ("kind", "label"),
    ),
)
_ATTENDANCE = {
    Modality.VIRTUAL: "https://schema.org/OnlineEventAttendanceMode",
    Modality.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    Modality.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}
_STATUS = {
    EventStatus.CANCELLED: "https://schema.org/EventCancelled",
    EventStatus.POSTPONED: "https://schema.org/EventPostponed",
    EventStatus.RESCHEDULED: "https://schema.org/EventRescheduled",
}
"""What stands as it was announced is so by default (schema.org, eventStatus)."""
_LICENSES = {
    "cc-by": "https://creativecommons.org/licenses/by/4.0/",
    "cc-by-sa": "https://creativecommons.org/licenses/by-sa/4.0/",
    "cc-by-nc": "https://creativecommons.org/licenses/by-nc/4.0/",
    "public-domain": "https://creativecommons.org/publicdomain/mark/1.0/",
}
_TEACHING = ("speaker", "panelist", "moderator", "host", "presider")
"""Roles of those who perform in a session."""


class ConferenceView(NamedTuple):
    """A conference's page."""

    article: Article
    people: tuple[Participant, ...]
    recording: RecordingView
    passages: PassagesView | None
    description: Markup
    facets: tuple[Facet, ...]
    session: SessionView | None
    agenda: AgendaView | None
    questions: QuestionsView | None
    next: tuple[RelatedView, ...]
    """What to see next, each with the reason."""
    routes: tuple[RouteLink, ...]
    previous: Link | None
    organisers: Organisers | None
    """What helps to announce it, while it is to come."""


def conference(opened: Opened) -> ConferenceView:
    """Make the view of a conference."""
    about = subject(opened)
    series = opened.handed_down
    assert isinstance(about.record, Conference)
    assert series is None or isinstance(series, Series)
    record = inherit(about.record, series)
    about = about._replace(record=record)
    way = about.reach
    date = record.date.text if record.date else ""
    cycle = way.record("series", record.series)
    participation = session(opened, record)
    events = agenda(opened, record) if participation and participation.ahead else None
    kit = organisers(opened, record, way) if opened.page.argument else None
    near = {group.name: group.cards[0] for group in opened.page.groups if group.cards}
    return ConferenceView(
        article=article(
            about,
            tell(FACTS, record, way),
            _data(about, record, opened.snapshot),
            date=dates.in_words(date) or wording.NO_DATE,
            machine=dates.machine(date),
            feeds=_feeds(record.series, cycle, about),
            picture=kit.picture if kit else "",
        ),
        people=participants(record.people, way),
        recording=recording(opened, record, way),
        passages=passages(opened, record, way),
        description=markdown.html(record.description) if record.description else Markup(),
        facets=facets(opened, record),
        session=participation,
        agenda=events,
        questions=questions(opened, record),
        next=following(opened, way, cycle),
        routes=routes(opened, way),
        previous=way.record(*near["previous"]) if "previous" in near else None,
        organisers=kit,
    )


def _feeds(id_: str, cycle: Link | None, about: Subject) -> tuple[Feed, ...]:
    return feeds(id_, cycle.text, about) if cycle else ()


def feeds(series: str, title: str, about: Subject) -> tuple[Feed, ...]:
    """Name the feeds of a series."""
    folder = about.reach.to(addresses.record(("series", series)))
    return (
        Feed(f"{title} (RSS)", folder + addresses.FEED, "application/rss+xml"),
        Feed(f"{title} (Atom)", folder + addresses.ATOM, "application/atom+xml"),
        calendar(title, folder),
    )


def calendar(title: str, folder: str) -> Feed:
    """Name the calendar of the conferences of a series, a topic or an institution."""
    return Feed(f"{title} (calendario)", folder + addresses.CALENDAR, "text/calendar")


def _data(about: Subject, record: Conference, snapshot: Snapshot | None) -> Item:
    date = record.date.text if record.date else ""
    start, end = dates.machine(date), dates.machine_end(date)
    if len(start) == 10 and record.start_time:
        if record.end_time and len(end or start) == 10:
            end = clock.with_offset(end or start, record.end_time)
        start = clock.with_offset(start, record.start_time)
    access = record.access
    return item(
        "Event",
        **common(about),
        startDate=start,
        endDate=end,
        previousStartDate=[one.text for one in record.previous_dates],
        eventStatus=_STATUS.get(record.status),
        doorTime=clock.with_offset(*access.opens.split()) if access and access.opens and not access.private else "",
        eventAttendanceMode=_ATTENDANCE.get(record.modality),
        location=_location(record),
        organizer=mention(about, "Organization", "institutions", record.institution),
        performer=mentions(
            about, "Person", "speakers", tuple(one.person for one in record.people if one.role in _TEACHING)
        ),
        superEvent=mention(about, "EventSeries", "series", record.series),
        about=mentions(about, "DefinedTerm", "topics", record.topics),
        inLanguage=record.recording.language,
        recordedIn=_video(record, snapshot),
    )


def _location(record: Conference) -> Item | None:
    if record.place is None:
        return None
    return item("Place", name=record.place.name, address=wording.place(record.place))


def _video(record: Conference, snapshot: Snapshot | None) -> Item | None:
    video = record.recording.youtube
    if not video:
        return None
    return item(
        "VideoObject",
        name=snapshot.title if snapshot and snapshot.title else record.title,
        description=record.summary,
        uploadDate=snapshot.upload_date if snapshot else "",
        duration=dates.iso_duration(snapshot.duration) if snapshot and snapshot.duration else "",
        embedUrl=PLAYER + video,
        url=WATCH + video,
        license=_LICENSES.get(record.recording.license),
        hasPart=[
            item("Clip", name=one.title, startOffset=one.start, url=f"{WATCH}{video}&t={one.start}s")
            for one in chapters(record, snapshot).marks
        ],
    )
