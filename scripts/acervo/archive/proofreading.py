"""One file of captions, judged: what cannot be read, what is worth a look, and a name that is not its own.

In: the bytes of a file, its name, and where it is shown to be. Out: problems, in words.
Never: touches the disk, or repeats a kind of warning for ever unless somebody asks for all of them.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from acervo.archive import captions, legibility
from acervo.archive.captions import CaptionError
from acervo.records.checks import messages
from acervo.records.problems import Problem

FEW = 3
"""How many warnings of a kind are told of each file of captions when all are checked."""


def proofread(data: bytes, place: str, name: str, duration: Callable[[str], int]) -> list[Problem]:
    """Return the problems of one file.

    place: its path as people know it. name: that of a file among the kept ones, "" for one from elsewhere, which may
    have any. duration: gives the seconds of a video, 0 when unknown.
    """
    try:
        track, flaws = legibility.look(data.decode("utf-8"), duration)
    except UnicodeDecodeError:
        return [messages.problem("encoding", place)]
    except CaptionError as error:
        return [messages.problem("captions_file", place, error.line, reason=str(error))]
    own = captions.file_name(track.video, track.language)
    found = [messages.problem(flaw.code, place, flaw.line, flaw.details) for flaw in flaws]
    if name == captions.file_name(track.video, track.language, newer=True):
        return [messages.problem("captions_newer", place, name=own)]
    return found if name in ("", own) else [messages.problem("captions_name", place, name=own), *found]


def first_of_each(found: Sequence[Problem], place: str) -> Iterator[Problem]:
    """Yield the problems of a file, but of each kind of warning only the first few, and say how many more."""
    seen: Counter[str] = Counter()
    for problem in found:
        seen[problem.code] += 1
        if problem.severity == "error" or seen[problem.code] <= FEW:
            yield problem
    more = sum(max(count - FEW, 0) for count in seen.values())
    if more:
        yield messages.problem("captions_more", place, 0, {"count": more, "path": place})
