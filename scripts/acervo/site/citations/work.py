"""A work as those who cite it need it: who, when, what, where. Every format is written from this one value.

In: nothing. Out: `Work`. Never: knows a record, completes what is absent, or turns a doubt into a fact.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from acervo.records.models.dates import Date
from acervo.records.text import signs


class Sort(StrEnum):
    """What a work is to the formats: each has its own names for these."""

    SESSION = "session"
    """A conference, forum or the like, whether or not its recording can be heard."""
    RECORDING = "recording"
    """A session with a video to watch."""
    REPORT = "report"
    DOCUMENT = "document"
    LAW = "law"


class Person(NamedTuple):
    """A person's name as bibliographies take it apart."""

    family: str
    given: str


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to cite; "" and empty tuples stand for what is not known."""

    key: str
    """Its name among the works of the archive: `conferencias:2024-una-charla`."""
    sort: Sort
    authors: tuple[Person, ...]
    institution: str
    """Who organised or issued it: the author when no person is."""
    date: Date | None
    title: str
    kind: str
    """What it is, in words: `Conferencia virtual`."""
    medium: str
    """`video`, `audio` or ""."""
    series: str
    place: str
    site: str
    """The name of the site that keeps the page."""
    url: str
    """The permanent address of the page."""
    also: str
    """Another address: the video's or the original document's."""
    language: str
    """Code of the language that is spoken or written."""

    @property
    def issuer(self) -> str:
        """Return the institution where it is not the author (APA 7, 9.29: a name is not said twice)."""
        return self.institution if self.authors or self.sort is Sort.LAW else ""

    @property
    def described(self) -> str:
        """Return what it is and what carries it."""
        return "; ".join(filter(None, (self.kind, self.medium)))

    @property
    def elsewhere(self) -> str:
        """Say where else it is, or ""."""
        if not self.also:
            return ""
        return f"{'También en' if self.medium else 'Original'}: {self.also}"


def line(text: str) -> str:
    """Return a text on one line, without control codes or turns of direction: no format can be broken by it."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(signs.CONTROL.sub(" ", text).split())
