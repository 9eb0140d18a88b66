"""Read the data folder: every record checked, and what did not change taken from the last time.

In: the data folder and the cache. Out: a `Reading`: entries, records on demand, snapshots, every problem.
Never: stops at the first problem, or trusts what it remembers of a file that changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from acervo import files
from acervo.archive.holding import Holding, holdings, judged
from acervo.errors import Failure
from acervo.publishing import crew
from acervo.publishing.memory import Memory, Remembered
from acervo.publishing.shelf import Shelf, Tree, pack
from acervo.records.catalogue.entry import Entry
from acervo.records.checks import checking
from acervo.records.checks.loading import Filed, load_file
from acervo.records.problems import Problem

KEPT = "youtube/"
"""What the visits to YouTube write."""
_APART = ("schema/", checking.LEDGER, KEPT + "history/")


@dataclass(frozen=True, slots=True)
class Reading:
    """The data folder, read: every file judged by itself."""

    data: Path
    label: str
    """The folder's name as people know it, which starts the path of every problem they see."""
    ledger: tuple[str, ...]
    """Every address ever published."""
    entries: tuple[Entry, ...]
    shelf: Shelf
    """Trees of the records read this time."""
    holdings: Mapping[str, Holding]
    """What is kept of each video, by its id."""
    problems: tuple[Problem, ...]
    """Of each file by itself."""
    times: Mapping[str, int]
    """When each file of records was last written, in nanoseconds, by its path below `data`."""

    def judge(self) -> tuple[Problem, ...]:
        """Return every problem, of the files and between them, sorted, with paths as people know them."""
        between = checking.between(
            self.entries,
            self.ledger,
            lambda path: (self.data.parent / path).read_bytes(),
            self.problems,
            {video: held.snapshot.duration for video, held in self.holdings.items() if held.snapshot},
            [f"{self.data.name}/{text.path}" for held in self.holdings.values() for text in held.texts],
        )
        shown = (
            replace(problem, path=self.label + problem.path.removeprefix(self.data.name))
            for problem in (*self.problems, *between)
        )
        return tuple(sorted(shown))

    def tree(self, entry: Entry) -> Tree:
        """Return the tree of a record, from its file if it was not read this time.

        Raises Failure when the file changed since.
        """
        if (tree := self.shelf.get(entry.key)) is not None:
            return tree
        for filed in _again(self.data.parent, entry.path):
            if filed.entry.key == entry.key and filed.entry.digest == entry.digest:
                return filed.tree
        raise Failure(f"«{entry.path}» cambió mientras se construía el sitio: vuelva a intentarlo.")


class _File(NamedTuple):
    """What reading one file gave."""

    path: str
    remembered: Remembered
    packed: tuple[bytes, ...]
    problems: tuple[Problem, ...]


def read(data: Path, label: str, cache: Path | None = None) -> Reading:
    """Read every record and snapshot below `data`.

    label: the folder's name as people know it. cache: where to remember what was read, for the next time.
    """
    _again.cache_clear()
    present = files.survey(data)
    ledger = (data / checking.LEDGER).read_bytes() if checking.LEDGER in present else b""
    wanted = {path: stamp for path, stamp in present.items() if not path.startswith(_APART)}
    memory = Memory(cache) if cache else None
    past = memory.rows if memory else {}
    found = {path: past[path][1] for path, stamp in wanted.items() if path in past and past[path][0] == stamp}
    new = [path for path in wanted if path not in found]
    shelf = Shelf(cache)
    problems: list[Problem] = []
    for file in crew.spread(lambda path: _read_file(data, path), new):
        found[file.path] = file.remembered
        shelf.put(zip((entry.key for entry in file.remembered.entries), file.packed, strict=True))
        problems += file.problems
    if memory and new:
        troubled = {problem.path.removeprefix(f"{data.name}/") for problem in problems}
        memory.keep({path: (wanted[path], found[path]) for path in wanted if path not in troubled}, new)
    return Reading(
        data=data,
        label=label,
        ledger=tuple(ledger.decode("utf-8", "replace").splitlines()),
        entries=tuple(entry for path in wanted for entry in found[path].entries),
        shelf=shelf,
        holdings=holdings(kept for path in wanted if (kept := found[path].kept)),
        problems=tuple(problems),
        times={path: stamp.modified for path, stamp in wanted.items() if not path.startswith(KEPT)},
    )


@lru_cache(maxsize=8)
def _again(root: Path, path: str) -> tuple[Filed, ...]:
    """Load a file once more; the few last are kept, since all topics share one."""
    return load_file(path, (root / path).read_bytes()).records


def _read_file(data: Path, path: str) -> _File:
    content = (data / path).read_bytes()
    shown = f"{data.name}/{path}"
    if path.startswith(KEPT):
        kept, problems = judged(path, content, shown)
        return _File(path, Remembered((), kept), (), problems)
    records, problems = load_file(shown, content)
    entries = tuple(filed.entry for filed in records)
    return _File(path, Remembered(entries, None), tuple(pack(filed.tree) for filed in records), problems)
