"""What `check` said the last time, told again when nothing that it reads has changed since.

In: a project. Out: its problems and how many records it has.
Never: judges (see `checkup`), or vouches for files that could have changed without showing it.
"""

import marshal
import time
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from acervo import files
from acervo.files import Stamp
from acervo.forge import FORMS
from acervo.publishing.memory import program
from acervo.publishing.theme import Project
from acervo.records.problems import Problem, Repair

_RECENT = 20_000_000
"""Nanoseconds within which a file may change twice under one stamp."""
_NAME = "verdict"

Verdict = tuple[list[Problem], int]
_FIELDS = tuple(Problem.__dataclass_fields__)


def check(project: Project) -> Verdict:
    """Return every problem of the data folder, sorted, and how many records were read."""
    place = project.cache / _NAME
    key, newest = _key(project)
    remembered = _recalled(place, key)
    if remembered is not None:
        return remembered
    from acervo.editing import checkup  # it brings the site's views along, and is not needed when nothing changed

    problems, records = checkup.check(project)
    if newest < time.time_ns() - _RECENT and key == _key(project)[0]:
        rows = [tuple(_plain(getattr(problem, name)) for name in _FIELDS) for problem in problems]
        files.write_whole(place, marshal.dumps((key, rows, records)))
    return problems, records


def _problem(told: dict[str, Any]) -> Problem:
    return Problem(**told | {"repair": Repair(*told["repair"]) if told["repair"] else None})


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, Repair) else value


def _key(project: Project) -> tuple[str, int]:
    """Return the digest of all that decides the verdict, and when the newest file of it changed."""
    state = blake2b(f"{program()} {project} {Path.cwd()}".encode(), digest_size=16)
    newest = 0
    for name, stamp in _stamps(project):
        state.update(f"{name}\0{stamp.size}\0{stamp.modified}\n".encode())
        newest = max(newest, stamp.modified)
    return state.hexdigest(), newest


def _stamps(project: Project) -> Iterator[tuple[str, Stamp]]:
    for folder in (project.data, project.content, project.config.parent / FORMS):
        if folder.is_dir():
            yield from files.survey(folder).items()


def _recalled(place: Path, key: str) -> Verdict | None:
    """Return the verdict that was kept under a key; another one, or one that cannot be read, counts as none."""
    try:
        kept, rows, records = marshal.loads(place.read_bytes())  # noqa: S302  # written by this program for itself
        if kept != key:
            return None
        problems = [_problem(dict(zip(_FIELDS, row, strict=True))) for row in rows]
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return problems, records
