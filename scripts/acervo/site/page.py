"""A page of the site before it is laid out: where it lives, what it is about, what it may show.

In: nothing. Out: `Page`, and `Opened`, what a view receives. Never: HTML.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from acervo.archive.card import Card
from acervo.archive.holding import Holding
from acervo.archive.snapshot import Snapshot
from acervo.archive.transcript import Transcript
from acervo.records.entry import Entry, Key
from acervo.records.parts import Record


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
    """What a list is about when it is no record: a kind or a year."""
    figures: tuple[tuple[str, int], ...] = ()
    """Counts to show: conferences by year on their lists, records by kind on the home page."""


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
