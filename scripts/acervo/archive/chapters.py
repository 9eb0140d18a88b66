"""The chapters of a recording: those of its record, else YouTube's, else those that its description tells.

In: a conference and the snapshot of its video. Out: `Chapter`s in order, and who says so.
Never: mixes two origins, or keeps a chapter beyond the end.
Source of the rules for descriptions: YouTube Help, "Video chapters" (three or more, the first at 0:00, in order, ten
seconds or longer).
"""

import re
from itertools import pairwise
from typing import NamedTuple

from acervo.archive.snapshot import Chapter, Snapshot
from acervo.records.models import moments
from acervo.records.models.conference import Conference

FEWEST, SHORTEST = 3, 10
"""Chapters of a description, and seconds of each: fewer or shorter are no chapters but mentions."""

_LINE = re.compile(rf"[\s\-–—•*·(\[]*({moments.PATTERN})[)\]]?[\s\-–—:|.]*(\S.*)")


class Chapters(NamedTuple):
    """The chapters of a recording. origin: `record`, `youtube`, `description`, or "" when there are none."""

    marks: tuple[Chapter, ...]
    origin: str


def chapters(conference: Conference, snapshot: Snapshot | None) -> Chapters:
    """Return the chapters of a conference's recording."""
    duration = snapshot.duration if snapshot else None
    of_people = [Chapter(moments.seconds(one.start) or 0, one.title) for one in conference.recording.chapters]
    found = (
        ("record", of_people),
        ("youtube", list(snapshot.chapters) if snapshot else []),
        ("description", described(snapshot.description) if snapshot else []),
    )
    for origin, marks in found:
        if kept := tuple(mark for mark in marks if duration is None or mark.start < duration):
            return Chapters(kept, origin)
    return Chapters((), "")


def described(text: str) -> list[Chapter]:
    """Return the chapters that the lines of a description tell, none if they break YouTube's rules."""
    found: list[Chapter] = []
    for line in text.splitlines():
        if match := _LINE.fullmatch(line.strip()[:300]):
            found.append(Chapter(moments.seconds(match[1]) or 0, match[3].strip()))
    starts = [chapter.start for chapter in found]
    spans = [later - earlier for earlier, later in pairwise(starts)]
    sound = len(found) >= FEWEST and starts[0] == 0 and min(spans) >= SHORTEST
    return found if sound else []
