"""What each file of the data folder said the last time, under the stamp it had.

In: what was read. Out: the same, for files that show no sign of a change. Never: outlives a change of the program, or
vouches for a file that could have changed without showing it.
"""

import marshal
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import pydantic

from acervo import files
from acervo.archive.holding import CaptionFile, KeptFile, PictureFile, SnapshotFile
from acervo.files import Stamp
from acervo.records.catalogue.entry import Entry

_RECENT = 20_000_000
"""Nanoseconds."""
_LENGTH = 8
"""Bytes before each frame that tell its length."""
_MOST_FRAMES = 50
"""After so many small additions the memory is written anew."""


class Remembered(NamedTuple):
    """What one file said: the entries of its records, or what it keeps of a video."""

    entries: tuple[Entry, ...]
    kept: KeptFile | None


_KEPT: Mapping[str, Callable[..., KeptFile]] = {
    kept.__name__: kept for kept in (SnapshotFile, CaptionFile, PictureFile)
}

Rows = Mapping[str, tuple[Stamp, Remembered]]
"""By path below the data folder."""


@cache
def program() -> str:
    """Return the digest of everything that decides what a record means: this program, its libraries, Python."""
    state = blake2b(f"{sys.version} {pydantic.VERSION}".encode(), digest_size=12)
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        state.update(path.read_bytes())
    return state.hexdigest()


class Memory:
    """What is remembered in a folder: a file of frames, of which the later ones win."""

    def __init__(self, folder: Path) -> None:
        """Recall; another program's memory, or one that cannot be read to its end, counts as none."""
        self._place = folder / "records"
        self.rows: dict[str, tuple[Stamp, Remembered]] = {}
        self._frames = 0
        try:
            self._recall()
        except (OSError, ValueError, EOFError, TypeError, LookupError):
            self.rows, self._frames = {}, 0

    def keep(self, read: Rows, changed: Collection[str]) -> None:
        """Keep what was read: only what changed where that is little, else everything.

        A file so new that it may change again within one tick of the clock is left out.
        """
        limit = time.time_ns() - _RECENT
        grow = 0 < self._frames < _MOST_FRAMES and len(changed) < len(read) // 10
        frame = [
            (
                path,
                *stamp,
                tuple([tuple(entry) for entry in file.entries]),
                (type(file.kept).__name__, *file.kept) if file.kept else None,
            )
            for path, (stamp, file) in ((path, read[path]) for path in (changed if grow else read) if path in read)
            if stamp.modified < limit
        ]
        if grow:
            with self._place.open("ab") as stream:
                stream.write(_framed(frame))
        else:
            files.write_whole(self._place, _framed(program()) + _framed(frame))

    def _recall(self) -> None:
        make = Entry._make
        version, *frames = _frames(self._place.read_bytes())
        if version != program():
            return
        for frame in frames:
            for path, size, modified, entries, kept in frame:
                remembered = Remembered(
                    tuple([make(entry) for entry in entries]), _KEPT[kept[0]](*kept[1:]) if kept else None
                )
                self.rows[path] = Stamp(size, modified), remembered
        self._frames = len(frames)


def _framed(value: Any) -> bytes:
    data = marshal.dumps(value)
    return len(data).to_bytes(_LENGTH) + data


def _frames(data: bytes) -> Iterator[Any]:
    """Yield the values of all frames. Raises ValueError, EOFError or TypeError when one is cut short."""
    view, place = memoryview(data), 0
    while place < len(view):
        start = place + _LENGTH
        place = start + int.from_bytes(view[place:start])
        if place > len(view):
            raise EOFError
        yield marshal.loads(view[start:place])  # noqa: S302  # written by this program for itself
