"""A page of the site before it is laid out: where it lives, what it is about, what it may show.

In: nothing. Out: `Page`, and `Opened`, what a view receives. Never: HTML.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from acervo.archive.card import Card
from acervo.archive.changes import NO_HISTORY, History
from acervo.archive.figures import Figure
from acervo.archive.gaps import Census
from acervo.archive.holding import Holding
from acervo.archive.milestones import Milestone
from acervo.archive.prospects import Prospect
from acervo.archive.snapshot import Snapshot
from acervo.archive.tenures import Tenure
from acervo.archive.ties import Tie
from acervo.archive.transcript import Transcript
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.checks.disclosure import MINIMUM
from acervo.records.models.parts import Record


class Group(NamedTuple):
    """A titled list of cards on a page."""

    name: str
    """Code of the list; its heading is the template's."""
    cards: tuple[Key, ...]
    total: int
    """How many there are on all pages of this list."""


class Page(NamedTuple):
    """One page to be written."""

    path: str
    template: str
    """Name of the template under overrides/acervo/, without ending."""
    section: str
    """Which entry of the navigation it belongs to (an address segment), or ""."""
    subject: Key | None
    """The record it is about."""
    groups: tuple[Group, ...]
    others: tuple[Key, ...]
    """Further records it names: their cards may be shown."""
    number: int
    """Which page of a list this is, from 1."""
    pages: int
    """How many pages that list has."""
    argument: str = ""
    """What a list is about when it is no record: a kind, a year, a state; of a conference that is announced, its short
    address."""
    figures: tuple[tuple[str, int], ...] = ()
    """Counts to show: conferences by year on their lists, records by kind on the home page; on routes and packages, the
    seconds of recordings by id; on lists of what is missing, the gaps by id."""
    prospects: tuple[Prospect, ...] = ()
    """On the calendar, the dates of series for which there is no conference."""
    practice: tuple[Figure, ...] = ()
    """The practice in figures, on the page that shows it."""
    census: Census | None = None
    """All that is missing, counted, on the page that shows it."""
    cites: tuple[tuple[str, Key], ...] = ()
    """On the page of a document, the parts of it that others are founded on or read, each with who; "" for no part."""
    tenures: tuple[Tenure, ...] = ()
    """On the page of an institution, who held which office, newest first; on that of a person, what others tell."""
    milestones: tuple[Milestone, ...] = ()
    """On the line of time, what is drawn on it."""
    ties: tuple[Tie, ...] = ()
    """On the page of who works with whom, the lines between records."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the site is called and where it lives."""

    name: str
    url: str
    """Absolute address of the site, with a final slash."""
    description: str
    repository: str
    """Address of the repository, without final slash, or ""."""
    edit: str
    """What precedes a file's path in the repository's editor, or ""."""
    data: str
    """The data folder's path in the repository, without final slash."""
    banner: str
    """A notice on every page, or ""."""
    page_size: int
    license: str
    privacy: str = ""
    """Path of the page that says how to ask for a correction or to be withdrawn, or ""."""
    minimum: int = MINIMUM
    """People that a figure of an evaluation stands for at the least."""
    editor: str = ""
    """Path of the page that edits a record in a form, or ""."""
    contact: str = ""
    """Institutional address to which records are proposed by e-mail, or ""."""
    history: str = "dates"
    """What pages tell of the changes of their record: `none`, `dates` (and why) or `names` too."""
    history_since: str = ""
    """ISO day before which they tell of none, or ""."""


@dataclass(frozen=True, slots=True)
class Opened:
    """All that a view may look at: nothing else can make its page change."""

    page: Page
    settings: Settings
    entry: Entry | None
    record: Record | None
    handed_down: Record | None
    """The series of a conference."""
    holding: Holding
    """What is kept of the recording of a conference."""
    snapshot: Snapshot | None
    transcript: Transcript | None
    """What is said in the recording, when it may be published."""
    cards: Mapping[Key, Card]
    """Just the cards the page declares."""
    as_of: datetime
    """The instant as of which the page is written; what it says of it is in `Archive.standings`."""
    history: History = NO_HISTORY
    """What changed in the record, when the page tells it."""
