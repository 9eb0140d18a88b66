"""What changed in each record, when and why, as the history of its files tells it.

In: the lines of `git log` as `FORMAT` and `--patch --unified=0` give them. Out: `History` by the path of the file.
Never: runs git, shows an address of mail, or believes that what somebody wrote in a commit is fit to be shown as it is.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from acervo.archive.hours import day_of
from acervo.records.text.signs import one_line

FORMAT = "%x1eH%H %ct%n%x1eA%aN%n%x1eS%s"
"""Three lines a commit: number and second, author, subject. No line of a patch begins with their first sign."""
MOST = 10
"""Changes that are kept of each file, the newest."""
LONGEST = 160
"""Signs of a subject, or of a name, that are shown."""
OMITTED = "[omitido]"
_MAIL = re.compile(r"\S*[@＠﹫]\S*")
"""Anything with an at sign: an address, even a broken one, is nobody's business."""
_COMMIT = re.compile(rb"([0-9a-f]{40,64}) (\d{1,12})\Z")
_KEY = re.compile(rb"([a-z][a-z_]{0,40}):(?:\s|\Z)")
_HUNK = re.compile(rb"@@ -\S+ \+\S+ @@ ?(.*)\Z")
_FIRST, _LAST = "1970-01-02", "2199-12-31"


class Change(NamedTuple):
    """One change of a record."""

    commit: str
    day: str
    """ISO day, in central Mexico."""
    why: str
    who: str
    added: bool
    """Whether the record began with it."""
    fields: tuple[str, ...]
    """The fields that changed, in the order of the file."""


class History(NamedTuple):
    """The changes of a record."""

    changes: tuple[Change, ...] = ()
    """The newest first, `MOST` at the most."""
    total: int = 0


NO_HISTORY = History()
Histories = Mapping[str, History]
"""By path below the data folder."""


def since(history: History, day: str) -> History:
    """Return the changes of a history from a day on, as if those before had not been; "" leaves it whole."""
    if not day or not history.changes or history.changes[-1].day >= day:
        return history
    kept = tuple(one for one in history.changes if one.day >= day)
    return History(kept, len(kept))


def plain(text: str) -> str:
    """Return what somebody wrote in a commit as it can be shown: one line, short, without addresses of mail."""
    return one_line(_MAIL.sub(OMITTED, one_line(text, 2_000)), LONGEST)


def read(lines: Iterable[bytes], before: Histories | None = None) -> dict[str, History]:
    """Return the history of every file that the lines speak of, newest first.

    before: what was known of older commits.
    """
    reader = _Reader()
    for line in lines:
        reader.take(line.rstrip(b"\n"))
    reader.end_file()
    found = dict(before or {})
    for path, newer in reader.found.items():
        found[path] = join([newer, found.get(path, NO_HISTORY)])
    return found


def join(parts: Iterable[History]) -> History:
    """Return several histories as one, the newest first: those of a record that had other names before."""
    parts = list(parts)
    changes = [change for part in parts for change in part.changes]
    return History(tuple(changes[:MOST]), sum(part.total for part in parts))


class _Reader:
    """Takes the lines one by one."""

    def __init__(self) -> None:
        self.found: dict[str, History] = {}
        self._commit = self._day = self._who = self._why = ""
        self._path = ""
        self._added = self._gone = self._in_patch = False
        self._fields: dict[str, None] = {}
        self._around = self._current = ""
        self._sign = b""

    def take(self, line: bytes) -> None:
        first = line[:1]
        if first == b"\x1e":
            self._header(line)
        elif line.startswith(b"diff --git "):
            self.end_file()
            _, _, path = line.rpartition(b" b/")
            self._path = path.decode("utf-8", "replace")
        elif not self._in_patch:
            self._added |= line.startswith(b"new file mode")
            self._gone |= line.startswith(b"deleted file mode")
            self._in_patch = line.startswith(b"@@ ")
            if self._in_patch:
                self._hunk(line)
        elif first == b"@":
            self._hunk(line)
        elif first in (b"+", b"-") and not self._added:
            self._line(first, line[1:])

    def end_file(self) -> None:
        """Keep what the patch of a file told."""
        if self._path and self._day and not self._gone:
            old = self.found.get(self._path, NO_HISTORY)
            changes = old.changes
            if len(changes) < MOST:
                told = (self._commit, self._day, self._why, self._who, self._added, tuple(self._fields))
                changes = (*changes, Change(*told))
            self.found[self._path] = History(changes, old.total + 1)
        self._path = ""
        self._added = self._gone = self._in_patch = False
        self._fields = {}

    def _header(self, line: bytes) -> None:
        self.end_file()
        what, text = line[1:2], line[2:]
        if what == b"H":
            match = _COMMIT.match(text)
            self._commit = match[1].decode()[:12] if match else ""
            self._day = _day(int(match[2])) if match else ""
        elif what == b"A":
            self._who = plain(text.decode("utf-8", "replace"))
        else:
            self._why = plain(text.decode("utf-8", "replace"))

    def _hunk(self, line: bytes) -> None:
        match = _HUNK.match(line)
        key = _KEY.match(match[1]) if match else None
        self._around = self._current = key[1].decode() if key else ""
        self._sign = b""

    def _line(self, sign: bytes, text: bytes) -> None:
        if sign != self._sign:
            self._sign, self._current = sign, self._around
        if key := _KEY.match(text):
            self._current = key[1].decode()
        elif not text.strip() or text.startswith(b"#"):
            return
        if self._current:
            self._fields[self._current] = None


def _day(second: int) -> str:
    """Return the day of a second in central Mexico, or "" for one that nobody has lived."""
    try:
        day = day_of(datetime.fromtimestamp(second, UTC))
    except (OverflowError, ValueError, OSError):
        return ""
    return day if _FIRST <= day <= _LAST else ""
