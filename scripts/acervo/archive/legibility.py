"""What in a track of captions is worth a person's look: one function a rule, whose docstring is the rule.

In: a track that can be read, the text it was read from, the duration of its video. Out: flaws, each at its line.
Never: judges what no person answers for (a machine's work as it came), or words a problem (see `messages`).

Source of the limits: Netflix, Timed Text Style Guide, General Requirements (seven seconds, two rows) and English
Template (42 characters a row, 17 characters a second).
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from acervo.archive import captions
from acervo.archive.captions import CaptionState, Cue, Origin, Track
from acervo.archive.cues import stamp
from acervo.records.problems import Flaw

FASTEST = 25
"""Characters a second: half as many again as the guide asks for, which recorded speech often passes a little."""
LONGEST = 7_000
"""Milliseconds."""
MOST_ROWS, WIDEST = 2, 42
TOLERANCE = 10
"""Seconds that captions may go on after the end of their video: players round."""


class Proof(NamedTuple):
    """A track to be looked at."""

    track: Track
    text: str
    """Of its file."""
    lines: tuple[int, ...]
    """Of the times of each cue."""
    duration: int
    """Of the video, in seconds; 0 when unknown."""

    @property
    def vouched(self) -> Iterator[tuple[Cue, int]]:
        """Yield the cues that people made or reviewed, each with its line."""
        track = self.track
        whole = captions.share(track) == 100
        for cue, line in zip(track.cues, self.lines, strict=True):
            if whole or cue.start < (track.reviewed_until or 0):
                yield cue, line


def one_at_a_time(proof: Proof) -> Iterator[Flaw]:
    """A caption begins when the one before has ended."""
    end = 0
    for cue, line in proof.vouched:
        if cue.start < end:
            yield Flaw("captions_overlap", line, 1, {"start": stamp(cue.start), "end": stamp(end)})
        end = max(end, cue.end)


def time_to_read(proof: Proof) -> Iterator[Flaw]:
    """A caption stays long enough to be read."""
    for cue, line in proof.vouched:
        speed = len(cue.text.replace("\n", " ")) * 1000 // (cue.end - cue.start)
        if speed > FASTEST:
            yield Flaw("captions_fast", line, 1, {"speed": speed})


def not_too_long(proof: Proof) -> Iterator[Flaw]:
    """A caption does not stay after it has been read."""
    for cue, line in proof.vouched:
        if cue.end - cue.start > LONGEST:
            yield Flaw("captions_long", line, 1, {"seconds": round((cue.end - cue.start) / 1000)})


def few_short_rows(proof: Proof) -> Iterator[Flaw]:
    """A caption has at most two rows of 42 characters."""
    for cue, line in proof.vouched:
        rows = cue.text.split("\n")
        if len(rows) > MOST_ROWS:
            yield Flaw("captions_rows", line, 1, {"rows": len(rows)})
        for place, row in enumerate(rows, line + 1):
            if len(row) > WIDEST:
                yield Flaw("captions_wide", place, 1, {"width": len(row)})


def within_the_video(proof: Proof) -> Iterator[Flaw]:
    """No caption begins after the end of the video, whoever made it; the first that does is told."""
    if not proof.duration:
        return
    for cue, line in zip(proof.track.cues, proof.lines, strict=True):
        if cue.start > (proof.duration + TOLERANCE) * 1000:
            details = {"start": stamp(cue.start), "duration": stamp(proof.duration * 1000)}
            yield Flaw("captions_beyond", line, 1, details)
            return


def credit_where_due(proof: Proof) -> Iterator[Flaw]:
    """A track that somebody reviewed says who; those that came from people on YouTube need not."""
    track = proof.track
    reviewed = track.state is not CaptionState.AUTOMATIC or track.reviewed_until is not None
    if reviewed and track.origin is not Origin.MANUAL and not track.credit:
        yield Flaw("captions_credit", captions.field_line(proof.text, "credito", "estado"), 1)


RULES: tuple[Callable[[Proof], Iterator[Flaw]], ...] = (
    one_at_a_time,
    time_to_read,
    not_too_long,
    few_short_rows,
    within_the_video,
    credit_where_due,
)


def look(text: str, duration: Callable[[str], int] = lambda video: 0) -> tuple[Track, list[Flaw]]:
    """Read the text of a file of captions, and return its track with what is worth a look. Raises CaptionError.

    duration: gives the seconds of a video, 0 when unknown.
    """
    track, lines = captions.located(text)
    proof = Proof(track, text, lines, duration(track.video))
    return track, sorted((flaw for rule in RULES for flaw in rule(proof)), key=lambda flaw: (flaw.line, flaw.code))
