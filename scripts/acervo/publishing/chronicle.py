"""The history of the records, read from git once for each state of the repository.

In: the data folder, the cache. Out: `Histories`, by path below the data folder; empty without git, in a shallow clone
or outside a repository. Never: fails a build, reaches the network, or tells what is not committed.

The same commit gives the same histories: limits are of commits and bytes, never of time.
"""

import marshal
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from acervo import files
from acervo.archive import changes
from acervo.archive.changes import FORMAT, Change, Histories, History
from acervo.publishing import memory
from acervo.records.models.kinds import KINDS

MOST_COMMITS = 5_000
MOST_BYTES = 200_000_000
"""Of the output of git: ten thousand records written twenty times."""
_SAFE = (
    "--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c",
    "protocol.allow=never", "-c", "log.showSignature=false", "-c", "i18n.logOutputEncoding=UTF-8",
)  # fmt: skip
_FOLDERS = tuple(kind for kind in KINDS if kind != "topics")
"""All topics share one file, which does not tell whose change it was."""
_LOG = (
    "log", f"--format={FORMAT}", "--patch", "--unified=0", "--text", "--no-renames", "--no-color", "--no-ext-diff",
    "--no-textconv", "--no-notes", "--diff-merges=off", "--submodule=short", "--src-prefix=a/", "--dst-prefix=b/",
    "--relative", f"--max-count={MOST_COMMITS}",
)  # fmt: skip


def read(data: Path, cache: Path) -> Histories:
    """Return the history of every file below `data`; what an earlier build read is kept in `cache`."""
    git = shutil.which("git")
    if git is None:
        return {}
    said = _ask(git, data, "rev-parse", "--is-shallow-repository", "HEAD").split()
    if len(said) != 2 or said[0] != "false":
        return {}
    head = said[1]
    place = cache / "history"
    known, commits, older = _recall(place)
    if known == head:
        return older
    grown = known and commits < MOST_COMMITS and _ask(git, data, "merge-base", known, head).strip() == known
    span = f"{known}..{head}" if grown else head
    log = _log(git, data, span, older if grown else {})
    if log is None:
        return {}
    found, more = log
    _keep(place, head, more + (commits if grown else 0), found)
    return found


def _ask(git: str, data: Path, *arguments: str) -> str:
    """Return what git says, or "" when it refuses."""
    done = subprocess.run(  # noqa: S603  # no shell; every argument is ours
        [git, *_SAFE, *arguments], cwd=data, env=_environment(), stdin=subprocess.DEVNULL, capture_output=True,
        check=False,
    )  # fmt: skip
    return done.stdout.decode("ascii", "replace") if done.returncode == 0 else ""


def _log(git: str, data: Path, span: str, older: Histories) -> tuple[dict[str, History], int] | None:
    """Return the histories with those of a span of commits, and how many these are; None when git failed."""
    with subprocess.Popen(  # noqa: S603  # no shell; every argument is ours
        [git, *_SAFE, *_LOG, span, "--", *_FOLDERS], cwd=data, env=_environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        lines = _Bounded(process.stdout)
        found = changes.read(lines, older)
        if lines.cut:
            process.kill()
    return (found, lines.commits) if lines.cut or process.returncode == 0 else None


class _Bounded:
    """The lines of a stream, up to so many bytes. One that was cut counts as full: nothing is added to it later."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.cut = False
        self.commits = 0

    def __iter__(self) -> Iterator[bytes]:
        left = MOST_BYTES
        for line in self._stream:
            left -= len(line)
            self.commits += line.startswith(b"\x1eH")
            if left < 0:
                self.cut, self.commits = True, MOST_COMMITS
                return
            yield line


def _environment() -> dict[str, str]:
    """Return an environment in which git asks nobody, fetches nothing and takes no lock."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8",
    }  # fmt: skip


def _recall(place: Path) -> tuple[str, int, dict[str, History]]:
    """Return the commit, how many led to it and the histories; another program's, or spoilt ones, count as none."""
    try:
        program, head, commits, rows = marshal.loads(place.read_bytes())  # noqa: S302  # written by this program for itself
        if program != memory.program():
            return "", 0, {}
        return (
            head,
            commits,
            {path: History(tuple([Change(*change) for change in found]), total) for path, found, total in rows},
        )
    except (OSError, ValueError, EOFError, TypeError):
        return "", 0, {}


def _keep(place: Path, head: str, commits: int, found: Histories) -> None:
    rows = [(path, tuple([tuple(change) for change in one.changes]), one.total) for path, one in found.items()]
    files.write_whole(place, marshal.dumps((memory.program(), head, commits, rows)))
