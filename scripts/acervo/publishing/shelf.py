"""Where the trees of the records read this time wait on the disk until their pages are made.

In: trees by key. Out: the same, one at a time, in this process or in one forked from it.
Never: outlives the build, or holds in memory what ten thousand records say.
"""

import marshal
import os
import tempfile
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from acervo.records.catalogue.entry import Key

Tree = dict[str, Any]


def pack(tree: Tree) -> bytes:
    """Return a tree as bytes, so that it travels cheaply between processes."""
    return marshal.dumps(tree)


class Shelf:
    """Packed trees in a file without a name: it goes with the last process that holds it."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open an empty shelf; folder: on whose disk, or the system's own for what is temporary."""
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  # open as long as the shelf
        weakref.finalize(self, self._file.close)
        self._places: dict[Key, tuple[int, int]] = {}
        self._end = 0

    def put(self, packed: Iterable[tuple[Key, bytes]]) -> None:
        """Put packed trees away."""
        for key, tree in packed:
            self._file.write(tree)
            self._places[key] = self._end, len(tree)
            self._end += len(tree)
        self._file.flush()  # a fork would write what is left behind once more

    def get(self, key: Key) -> Tree | None:
        """Return the tree of a record, or None when it is not here."""
        if key not in self._places:
            return None
        start, length = self._places[key]
        packed = os.pread(self._file.fileno(), length, start)  # without a position of its own, which forks would share
        tree: Tree = marshal.loads(packed)  # noqa: S302  # written by this program for itself
        return tree
