"""The transcript of a recording: what its captions say, as paragraphs that can be read, linked to and corrected.

In: a track of captions and the file it stands in. Out: a frozen `Transcript`.
Never: changes, loses or repeats a word; takes a machine's words for a person's.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from acervo.archive import captions
from acervo.archive.captions import CaptionState, Cue, Origin, Track

ABOUT, LONGEST = 45, 75
"""Seconds after which a paragraph ends with its sentence, and after which it ends anyway."""

_SPEAKER = re.compile(
    r"((?:[A-ZÁÉÍÓÚÜÑ][\w.’'-]*)(?: (?:(?:de|del|la|las|los|y) )*[A-ZÁÉÍÓÚÜÑ][\w.’'-]*){0,5}): (?=\S)"
)
_SENTENCE_END = re.compile(r"[.!?…][»”\")]?\Z")


class Paragraph(NamedTuple):
    """What is said in a stretch of the recording."""

    start: int
    """Seconds, rounded down."""
    end: int
    """Seconds, rounded up."""
    speaker: str
    """As the captions name them, or ""; told only where the voice changes."""
    text: str
    line: int
    """Line of its first cue in the file, from 1."""


class Transcript(NamedTuple):
    """The words of a recording in one language."""

    path: str
    """Of the file of captions, below the data folder."""
    language: str
    origin: Origin
    state: CaptionState
    credit: str
    paragraphs: tuple[Paragraph, ...]
    share: int = 0
    """How much of the spoken time people made or reviewed, in whole percents."""

    @property
    def by_machine(self) -> bool:
        """Tell whether no person answers for the words."""
        return self.origin is not Origin.MANUAL and self.state is CaptionState.AUTOMATIC


def transcript(path: str, text: str) -> Transcript:
    """Read a file of captions as a transcript. Raises CaptionError."""
    track, lines = captions.located(text)
    return Transcript(
        path=path,
        language=track.language,
        origin=track.origin,
        state=track.state,
        credit=track.credit,
        paragraphs=tuple(paragraphs(track, lines)),
        share=captions.share(track),
    )


def paragraphs(track: Track, lines: Sequence[int]) -> Iterable[Paragraph]:
    """Yield the paragraphs of a track, each of a second of its own; lines: of each of its cues in the file."""
    open_: list[tuple[Cue, int]] = []
    speaker, before = "", -1
    for cue, line in zip(track.cues, lines, strict=True):
        voice = _SPEAKER.match(cue.text)
        if open_ and (voice or _is_full([one for one, _ in open_], cue)):
            paragraph = _closed(open_, speaker, before)
            open_, speaker, before = [], "", paragraph.start
            yield paragraph
        if voice:
            speaker = voice[1]
            cue = cue._replace(text=cue.text[voice.end() :])
        open_.append((cue, line))
    if open_:
        yield _closed(open_, speaker, before)


def _is_full(cues: Sequence[Cue], following: Cue) -> bool:
    spent = (following.start - cues[0].start) / 1000
    return spent >= LONGEST or (spent >= ABOUT and _SENTENCE_END.search(cues[-1].text) is not None)


def _closed(cues: Sequence[tuple[Cue, int]], speaker: str, before: int) -> Paragraph:
    text = " ".join(cue.text.replace("\n", " ") for cue, _ in cues)
    start = max(cues[0][0].start // 1000, before + 1)
    end = max(start + 1, *(-(-cue.end // 1000) for cue, _ in cues))
    return Paragraph(start, end, speaker, text, cues[0][1])
