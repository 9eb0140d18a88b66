"""The entry of a record in the catalogue: what the rest of the archive knows of it without opening it.

In: a checked record and where it stands. Out: a flat `Entry`, cheap to keep, compare and store.
Never: holds what only the record's own page shows.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from acervo.records.catalogue.blanks import blanks
from acervo.records.catalogue.headings import headings
from acervo.records.catalogue.post import Post, posts
from acervo.records.catalogue.references import Reference, named_in, once, references
from acervo.records.catalogue.survey import Survey, surveyed
from acervo.records.models.conference import Chapter, Conference, Passage, Recording
from acervo.records.models.document import Document
from acervo.records.models.evaluation import Evaluation
from acervo.records.models.institution import Institution
from acervo.records.models.kinds import KINDS
from acervo.records.models.moments import seconds
from acervo.records.models.network import Network
from acervo.records.models.parts import Record
from acervo.records.models.route import Route, RouteStep
from acervo.records.models.schedule import rule_of
from acervo.records.models.series import Series
from acervo.records.models.session import Session
from acervo.records.models.speaker import Speaker
from acervo.records.models.topic import Topic
from acervo.records.text.words import roots, sort_key, surname_key

Key = tuple[str, str]
"""A record's kind (its folder) and id."""


Moment = tuple[str, str, int, str]
"""The kind and id that a passage of a recording names, the second where it starts, and the article it cites or ""."""

PLAIN = Session()
"""Of a session of which nothing but a date is told."""

Step = tuple[str, str, int, int, str]
"""The kind and id that a step of a route names ("" for a gap), its first and last second, 0 for what is not said, and
the title of the section to be read or ""."""

Plan = tuple[str, int, str]
"""A year, how many conferences were planned in it, and who says so."""

MOST_ROOTS = 60
"""Words of a title and summary that are kept for comparing; few have more than 40."""


UNPUBLISHED = frozenset({"notes", "access"})
"""Fields that only editors see, or that may hold a private link."""


class Entry(NamedTuple):
    """What the catalogue knows of one record."""

    kind: str
    id: str
    path: str
    line: int
    """Where the record starts in its file, from 1 (only topics share a file)."""
    digest: str
    """Of the record's own text: equal digests, equal records."""
    title: str
    sort: str
    label: str
    """What it is, in words: `Foro`, `Nota informativa`, `Persona`."""
    date: str
    """EDTF text, or "" when unknown."""
    updated: str
    summary: str
    names: tuple[str, ...]
    """Other names by which people look for it."""
    video: str
    state: str
    """State of the recording; "" for what is no conference."""
    copies: int
    """How many copies of the recording there are outside YouTube."""
    captions: str
    """State of its captions; "" for what is no conference."""
    permission: str
    """Whether its captions may be published; of a series, what it hands down; "" when nothing is said."""
    ends: int
    """The second at which its last chapter starts."""
    passages_end: int
    """The last second that its passages speak of."""
    place: tuple[str, str]
    """Name and code of the state, or two empty texts."""
    draft: bool
    withdrawn: bool
    formerly: tuple[str, ...]
    references: tuple[Reference, ...]
    moments: tuple[Moment, ...]
    """Where its recording speaks of topics, documents and other conferences, in the order of time."""
    roots: str
    """Of a conference, the roots of the words of its title and summary, with spaces between; else ""."""
    person: tuple[str, str] = ("", "")
    """Family name and given name; two empty texts for what is no person."""
    steps: tuple[Step, ...] = ()
    """Of a route, in order."""
    sections: tuple[str, ...] = ()
    """The headings of a document's page: its parts and sections."""
    plans: tuple[Plan, ...] = ()
    """Of a series, how many conferences were planned each year."""
    survey: tuple[Survey, ...] = ()
    """Of an evaluation, what was answered, once; else nothing."""
    sign_language: str = ""
    """Whether its recording has sign language; "" for what is no conference."""
    session: tuple[Any, ...] = ()
    """The fields of a `session.Session`; nothing for what is no conference, or one that says nothing of them."""
    schedule: tuple[Any, ...] = ()
    """The fields of the `schedule.Rule` of a series; nothing when it has none."""
    posts: tuple[Post, ...] = ()
    """The offices that it says people held."""
    meeting: tuple[str, str] = ("", "")
    """Of a document that tells of a meeting, its name and date; else two empty texts."""
    blanks: int = 0
    """Which of `blanks.PIECES` it does not tell, a bit for each."""
    private: bool = False
    """Whether its text says what pages do not: notes for whoever edits it, or by which link one enters."""

    @property
    def key(self) -> Key:
        """Return kind and id."""
        return self.kind, self.id

    @property
    def published(self) -> bool:
        """Tell whether it has a page of its own with content."""
        return not (self.draft or self.withdrawn)


def describe(kind: str, id_: str, path: str, line: int, digest: str, record: Record) -> Entry:
    """Make the entry of a checked record."""
    date = getattr(record, "date", None) or getattr(record, "period", None)
    place = getattr(record, "place", None)
    recording = record.recording if isinstance(record, Conference) else None
    return Entry(
        kind=once(kind),
        id=id_,
        path=path,
        line=line,
        digest=digest,
        title=record.title,
        sort=surname_key(record.family_name, record.given_name)
        if isinstance(record, Speaker)
        else sort_key(record.title),
        label=record.kind.label if isinstance(record, Conference | Document) else KINDS[kind].label,
        date=date.text if date else "",
        updated=record.updated.text,
        summary=record.summary,
        names=_names(record),
        video=recording.youtube if recording else "",
        state=recording.state.value if recording else "",
        copies=len(recording.copies) if recording else 0,
        captions=recording.captions.value if recording else "",
        permission=_permission(record),
        ends=max(map(starts_at, recording.chapters), default=0) if recording else 0,
        passages_end=max(map(_last_second, recording.passages), default=0) if recording else 0,
        place=(place.name, place.state) if place else ("", ""),
        draft=record.draft,
        withdrawn=record.withdrawn is not None,
        formerly=record.formerly,
        references=tuple(references(record)),
        moments=tuple(_moments(recording)) if recording else (),
        roots=" ".join(roots(f"{record.title} {record.summary}")[:MOST_ROOTS]) if recording else "",
        person=(record.family_name, record.given_name) if isinstance(record, Speaker) else ("", ""),
        steps=tuple(_step(one) for one in record.steps) if isinstance(record, Route) else (),
        sections=tuple(one.title for one in headings(record)) if isinstance(record, Document) else (),
        plans=tuple((one.year, one.planned, one.source) for one in record.plans) if isinstance(record, Series) else (),
        survey=(surveyed(record),) if isinstance(record, Evaluation) else (),
        sign_language=recording.sign_language.value if recording else "",
        session=_session(record) if isinstance(record, Conference) else (),
        schedule=tuple(rule_of(record.schedule)) if isinstance(record, Series) and record.schedule else (),
        posts=posts(id_, record),
        meeting=_meeting(record) if isinstance(record, Document) else ("", ""),
        blanks=blanks(kind, record),
        private=not UNPUBLISHED.isdisjoint(record.model_fields_set),
    )


def _meeting(document: Document) -> tuple[str, str]:
    told = document.meeting
    if told is None:
        return "", ""
    date = told.date or document.date
    return told.title, date.text if date else ""


def _session(conference: Conference) -> tuple[Any, ...]:
    registration, access = conference.registration, conference.access
    told = Session(
        conference.start_time,
        conference.end_time,
        conference.status.value,
        tuple([day.text for day in conference.previous_dates]),
        (registration.opens, registration.closes) if registration else None,
        (access.opens, access.closes) if access and not access.private else None,
    )
    return () if told == PLAIN else tuple(told)


def _moments(recording: Recording) -> Iterator[Moment]:
    for passage in sorted(recording.passages, key=starts_at):
        start = starts_at(passage)
        for topic in passage.topics:
            yield "topics", topic, start, ""
        if passage.document:
            yield "documents", passage.document, start, passage.article
        if passage.conference:
            yield "conferences", passage.conference, start, ""


def _step(step: RouteStep) -> Step:
    """Return a step as others may know it; one that breaks the rules is what it says first."""
    start, end = ((seconds(moment) or 0) if moment else 0 for moment in (step.start, step.end))
    named = (("conferences", step.conference), ("documents", step.document), ("topics", step.topic))
    kind, id_ = next((key for key in named if key[1]), ("", ""))
    return kind, id_, start, end, step.section


def starts_at(part: Chapter | Passage) -> int:
    """Return the second at which a part of a recording starts."""
    return seconds(part.start) or 0


def _last_second(passage: Passage) -> int:
    end = seconds(passage.end) if passage.end else None
    return starts_at(passage) if end is None else end - 1


def _permission(record: Record) -> str:
    match record:
        case Conference() if "captions_permission" in record.recording.model_fields_set:
            return str(record.recording.captions_permission)
        case Series() if "captions_permission" in record.defaults.model_fields_set:
            return str(record.defaults.captions_permission)
        case _:
            return ""


def sketch(kind: str, id_: str, path: str, tree: Mapping[str, Any]) -> Entry:
    """Make the entry of a record with errors: whom it names is known, nothing else can be relied on."""
    title = tree.get("title", "")
    blank = dict.fromkeys(
        ("digest", "sort", "label", "date", "updated", "summary", "video", "state", "captions", "permission", "roots"),
        "",
    )
    return Entry(
        kind=kind,
        id=id_,
        path=path,
        line=1,
        title=title if isinstance(title, str) else "",
        names=(),
        copies=0,
        ends=0,
        passages_end=0,
        place=("", ""),
        draft=True,
        withdrawn=False,
        formerly=(),
        references=tuple(named_in(KINDS[kind].model, tree, "")),
        moments=(),
        person=("", ""),
        steps=(),
        sections=(),
        plans=(),
        survey=(),
        session=(),
        schedule=(),
        blanks=0,
        private=False,
        posts=(),
        meeting=("", ""),
        **blank,
    )


def _names(record: Record) -> tuple[str, ...]:
    match record:
        case Speaker():
            return record.variants
        case Institution():
            former = (name.name for name in record.former_names)
            return tuple(filter(None, (record.acronym, *record.aliases, *former)))
        case Network():
            return (record.acronym,) if record.acronym else ()
        case Topic():
            return record.aliases
        case _:
            return ()
