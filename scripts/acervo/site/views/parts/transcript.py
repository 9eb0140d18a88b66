"""The words of a recording as its page shows them: paragraphs with a moment each, under the chapters they belong to.

In: a `Transcript`, the chapters of the recording, the site's settings. Out: a `TranscriptView`.
Never: changes a word, or shows a machine's words without saying so.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from acervo.archive.captions import CaptionState
from acervo.archive.transcript import Paragraph, Transcript
from acervo.records.models import moments
from acervo.site import wording
from acervo.site.page import Settings
from acervo.site.views.parts.timeline import ChapterView

BY_MACHINE = "Subtítulos automáticos, sin revisar por una persona"
_STATES = {
    CaptionState.AUTOMATIC: "Subtítulos hechos por una persona",
    CaptionState.REVIEWED: "Subtítulos revisados por una persona",
    CaptionState.VALIDATED: "Subtítulos validados",
}


class ParagraphView(NamedTuple):
    """What is said in a stretch of the recording, and the address of that moment on the page."""

    id: str
    """Anchor: `t-754`."""
    seconds: int
    end: int
    clock: str
    speaker: str
    text: str
    correct: str
    """Address that edits its line in the repository, or ""."""


class PartView(NamedTuple):
    """The paragraphs of a chapter; those before the first chapter have none (`chapter` is None)."""

    chapter: ChapterView | None
    paragraphs: tuple[ParagraphView, ...]


class TranscriptView(NamedTuple):
    """The words of a recording in one language."""

    state: str
    """How far people answer for the words."""
    by_machine: bool
    credit: str
    language: str
    """A tag of BCP 47, for the browser."""
    foreign: str
    """The language's name when it is not Spanish, or ""."""
    parts: tuple[PartView, ...]


def view(transcript: Transcript, chapters: Sequence[ChapterView], settings: Settings) -> TranscriptView:
    """Lay a transcript out under the chapters of its recording."""
    said = [_paragraph(transcript.path, one, settings) for one in transcript.paragraphs]
    return TranscriptView(
        state=BY_MACHINE if transcript.by_machine else _STATES[transcript.state],
        by_machine=transcript.by_machine,
        credit=transcript.credit,
        language=transcript.language,
        foreign="" if transcript.language.startswith("es") else wording.language(transcript.language),
        parts=tuple(_parts(said, chapters)),
    )


def spoken(transcript: Transcript, starts: Sequence[int]) -> frozenset[int]:
    """Return the places of the chapters in which something is said: those have a heading in the transcript.

    starts: the second at which each chapter begins.
    """
    return frozenset(_place(one.start, one.end, starts) for one in transcript.paragraphs) - {-1}


def _parts(said: Sequence[ParagraphView], chapters: Sequence[ChapterView]) -> Iterator[PartView]:
    """Yield the parts in which something is said, in order."""
    starts = [one.seconds for one in chapters]
    by_chapter: dict[int, list[ParagraphView]] = {}
    for one in said:
        by_chapter.setdefault(_place(one.seconds, one.end, starts), []).append(one)
    for place, paragraphs in sorted(by_chapter.items()):
        yield PartView(chapters[place] if place >= 0 else None, tuple(paragraphs))


def _place(start: int, end: int, starts: Sequence[int]) -> int:
    """Return the place of the chapter in which the middle of a paragraph lies, -1 before the first."""
    return bisect_right(starts, (start + end) / 2) - 1


def _paragraph(path: str, one: Paragraph, settings: Settings) -> ParagraphView:
    correct = f"{settings.edit}{quote(f'{settings.data}/{path}')}#L{one.line}" if settings.edit else ""
    return ParagraphView(f"t-{one.start}", one.start, one.end, moments.text(one.start), one.speaker, one.text, correct)
