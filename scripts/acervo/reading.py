"""Read the data folder: every record checked, and what did not change taken from the last time.

In: the data folder and the cache. Out: a `Reading`: entries, the records' contents, snapshots, every problem.
Never: stops at the first problem, or trusts the cache for a file that changed.
"""

import marshal
import sys
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import pydantic

from acervo import crew, files
from acervo.archive import snapshot
from acervo.files import Stamp
from acervo.records import checking, messages
from acervo.records.entry import Entry, Key
from acervo.records.loading import load_file
from acervo.records.problems import Problem

SNAPSHOTS = "youtube/"
_APART = ("schema/", checking.LEDGER)
_RECENT = 20_000_000
"""Nanoseconds: a file this close to the cache's own time may have changed again without showing it."""


class Shelved(NamedTuple):
    """A record ready to be opened: its tree as marshal bytes, so that ten thousand cost little."""

    entry: Entry
    body: bytes


class Shot(NamedTuple):
    """A snapshot on the disk."""

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The data folder, read: every file judged by itself."""

    data: Path
    label: str
    """The folder's name as people know it, which starts the path of every problem they see."""
    ledger: tuple[str, ...]
    """Every address ever published."""
    entries: tuple[Entry, ...]
    bodies: dict[Key, bytes]
    shots: dict[str, Shot]
    """By video id."""
    problems: tuple[Problem, ...]
    """Of each file by itself."""

    def judge(self) -> tuple[Problem, ...]:
        """Return every problem, of the files and between them, sorted, with paths as people know them."""
        between = checking.between(
            self.entries, self.ledger, lambda path: (self.data.parent / path).read_bytes(), self.problems
        )
        shown = (
            replace(problem, path=self.label + problem.path.removeprefix(self.data.name))
            for problem in (*self.problems, *between)
        )
        return tuple(sorted(shown))


class _File(NamedTuple):
    """What reading one file gave."""

    path: str
    records: tuple[Shelved, ...]
    video: str
    """Of a snapshot."""
    digest: str
    problems: tuple[Problem, ...]


def read(data: Path, label: str, cache_folder: Path | None = None) -> Reading:
    """Read every record and snapshot below `data`.

    label: the folder's name as people know it, which starts every path in a problem.
    """
    present = files.survey(data)
    ledger = (data / checking.LEDGER).read_text(encoding="utf-8") if checking.LEDGER in present else ""
    wanted = {path: stamp for path, stamp in present.items() if not path.startswith(_APART)}
    remembered = _recall(cache_folder) if cache_folder else {}
    known = {path: remembered[path] for path, stamp in wanted.items() if remembered.get(path, _NOTHING)[0] == stamp}
    new = [path for path in wanted if path not in known]
    found = {path: file for path, (_, file) in known.items()}
    for file in crew.spread(lambda path: _read_file(data, path), new):
        found[file.path] = file
    if cache_folder and (new or len(known) != len(remembered)):
        _remember(cache_folder, {path: (wanted[path], file) for path, file in found.items() if not file.problems})
    ordered = [found[path] for path in sorted(found)]
    shelved = [record for file in ordered for record in file.records]
    entries = tuple(record.entry for record in shelved)
    return Reading(
        data=data,
        label=label,
        ledger=tuple(ledger.splitlines()),
        entries=entries,
        bodies={record.entry.key: record.body for record in shelved},
        shots={file.video: Shot(file.path, file.digest) for file in ordered if file.video},
        problems=tuple(problem for file in ordered for problem in file.problems),
    )


def _read_file(data: Path, path: str) -> _File:
    content = (data / path).read_bytes()
    shown = f"{data.name}/{path}"
    if path.startswith(SNAPSHOTS):
        return _read_snapshot(shown, path, content)
    loaded = load_file(shown, content)
    records = tuple(Shelved(filed.entry, marshal.dumps(filed.tree)) for filed in loaded.records)
    return _File(path, records, "", "", loaded.problems)


def _read_snapshot(shown: str, path: str, content: bytes) -> _File:
    if not path.endswith(".json"):
        return _File(path, (), "", "", ())
    try:
        video = snapshot.loads(content.decode("utf-8", "replace")).id
    except snapshot.SnapshotError as error:
        problem = messages.problem("snapshot", shown, 1, reason=str(error))
        return _File(path, (), "", "", (problem,))
    return _File(path, (), video, blake2b(content, digest_size=12).hexdigest(), ())


# The cache: what each file said, under the stamp it had. Plain tuples, since marshal knows no classes.

_NOTHING: tuple[Stamp | None, None] = (None, None)
_Remembered = dict[str, tuple[Stamp, _File]]


@cache
def program() -> str:
    """Return the digest of everything that decides what a record means: this program, its libraries, Python."""
    state = blake2b(f"{sys.version} {pydantic.VERSION}".encode(), digest_size=12)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        state.update(path.read_bytes())
    return state.hexdigest()


def _recall(folder: Path) -> _Remembered:
    place = folder / "records"
    try:
        modified = place.stat().st_mtime_ns
        version, rows = marshal.loads(place.read_bytes())  # noqa: S302  # written by this program for itself
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    if version != program():
        return {}
    return {
        path: (stamp, _unpack(path, row))
        for path, size, changed, row in rows
        if (stamp := Stamp(size, changed)).modified < modified - _RECENT
    }


def _remember(folder: Path, read: _Remembered) -> None:
    rows = [(path, *stamp, _pack(file)) for path, (stamp, file) in read.items()]
    files.write_whole(folder / "records", marshal.dumps((program(), rows)))


def _pack(file: _File) -> tuple[Any, ...]:
    return ([(tuple(record.entry), record.body) for record in file.records], file.video, file.digest)


def _unpack(path: str, row: tuple[Any, ...]) -> _File:
    records, video, digest = row
    return _File(path, tuple(Shelved(Entry._make(entry), body) for entry, body in records), video, digest, ())
