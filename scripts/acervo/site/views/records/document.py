"""The page of a document.

In: the opened record. Out: a `DocumentView`. Never: mends what the original says.
"""

from typing import NamedTuple

from markupsafe import Markup

from acervo.records.models.document import Document, DocumentKind
from acervo.records.models.parts import Role
from acervo.site import dates, wording
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.parts.article import Article, Subject, article, common, mention, mentions, subject
from acervo.site.views.parts.facts import tell, told
from acervo.site.views.parts.legal import CitingView, citing
from acervo.site.views.parts.meeting import MeetingView, meeting
from acervo.site.views.parts.original import Original
from acervo.site.views.parts.people import Participant, participants
from acervo.site.views.parts.practice import PracticeView, practice
from acervo.site.views.parts.programme import ProgrammeView, programme

FACTS = told(
    Document,
    ("kind", "label"),
    ("institution", "record", "institutions", "institucion"),
    ("date", "date_or", "period"),
    ("period", "date"),
    ("place", "place"),
    ("series", "record", "series"),
    ("networks", "records", "networks"),
    ("file", "link", "Leer el original"),
)
_TYPES = {
    DocumentKind.REPORT: "Report",
    DocumentKind.STUDY: "Report",
    DocumentKind.LAW: "Legislation",
    DocumentKind.PRESENTATION: "PresentationDigitalDocument",
}


class ParticularView(NamedTuple):
    """A line of the original's head or foot."""

    label: str
    html: Markup


class DocumentView(NamedTuple):
    """A document's page."""

    article: Article
    people: tuple[Participant, ...]
    particulars: tuple[ParticularView, ...]
    practice: PracticeView | None
    meeting: MeetingView | None
    programme: ProgrammeView
    file: str
    citing: tuple[CitingView, ...]
    """Who cites it, part by part."""


def document(opened: Opened) -> DocumentView:
    """Make the view of a document."""
    about = subject(opened)
    record = about.record
    assert isinstance(record, Document)
    way = about.reach
    date = record.date.text if record.date else ""
    period = record.period.text if record.period else ""
    words = Original(record)
    particulars = tuple(ParticularView(one.label, words.line(one.text)) for one in record.particulars)
    parts = programme(record, words, opened, way)
    return DocumentView(
        article=article(
            about,
            tell(FACTS, record, way),
            _data(about, record),
            date=dates.in_words(date or period) or wording.NO_DATE,
            machine=dates.machine(date or period),
        ),
        people=participants(record.people, way),
        particulars=particulars,
        practice=practice(record.practice, words, parts.ids, way),
        meeting=meeting(record.meeting, words, way),
        programme=parts,
        file=record.file,
        citing=citing(opened, way),
    )


def _data(about: Subject, record: Document) -> Item:
    authors = tuple(one.person for one in record.people if one.role is Role.AUTHOR)
    return item(
        _TYPES.get(record.kind, "CreativeWork"),
        **common(about),
        genre=record.kind.label,
        inLanguage="es",
        datePublished=dates.machine(record.date.text) if record.date else "",
        temporalCoverage=record.period.text if record.period else "",
        publisher=mention(about, "Organization", "institutions", record.institution),
        author=mentions(about, "Person", "speakers", authors),
        about=mentions(about, "DefinedTerm", "topics", record.topics),
        spatialCoverage=wording.place(record.place),
        isBasedOn=record.file,
    )
