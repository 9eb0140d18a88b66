"""The verbs `format` and `fix`: records put in canonical form, or repaired where there is no doubt.

In: a project and the files or folders that are named. Out: files written whole, and what was done in Spanish.
Never: formats a record with errors, repairs what needs a person, or touches a file that is no record's.
"""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from acervo import files
from acervo.errors import Failure
from acervo.publishing import crew
from acervo.publishing.build import label
from acervo.publishing.theme import Project
from acervo.records.checks import filing
from acervo.records.checks.filing import Filing
from acervo.records.checks.loading import load_file
from acervo.records.problems import Problem
from acervo.records.writing.canonical import Unsettled, canonical
from acervo.records.writing.mending import Mended, mend


@dataclass(frozen=True, slots=True)
class Formatted:
    """What `format` did, or would do."""

    seen: int
    changed: tuple[str, ...]
    """Files that were not in canonical form, as people know them."""
    problems: tuple[Problem, ...]
    """Of the files that were left as they are."""

    def text(self, *, only_check: bool) -> str:
        """Return it in words."""
        told = "Falta dar formato" if only_check else "Con nuevo formato"
        lines = [f"{told}: {path}" for path in self.changed]
        left = len({problem.path for problem in self.problems})
        if left:
            lines.append(f"Sin tocar, hasta que se corrija: {_count(left)}.")
        if not self.changed and not left:
            lines.append(f"Todo en su forma: {_count(self.seen)}.")
        elif self.changed:
            lines.append(f"{_count(len(self.changed))} de {self.seen:,}.")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Fixed:
    """What `fix` did, or would do."""

    repaired: tuple[Problem, ...]
    left: tuple[Problem, ...]
    diff: str
    """Unified, of every changed file."""

    def text(self, *, only_show: bool) -> str:
        """Return it in words; what is left is told apart."""
        told = "Se repararía" if only_show else "Reparado"
        lines = [f"{told}: {one.path}:{one.line}: {one.message} [{one.code}]" for one in self.repaired]
        if not lines:
            lines = ["No hay nada que se pueda reparar sin duda."]
        if self.left:
            count = f"{len(self.left):,} {'problema' if len(self.left) == 1 else 'problemas'}"
            lines.append(f"{'Queda' if len(self.left) == 1 else 'Quedan'} {count} para una persona.")
        return "\n".join(lines)


def formatted(project: Project, named: Sequence[Path] = (), *, only_check: bool = False) -> Formatted:
    """Put records in canonical form. named: files or folders; none for all. only_check: write nothing."""
    found = list(_records(project, named))
    changed: list[str] = []
    problems: list[Problem] = []
    for (path, shown), (data, told) in zip(
        found, crew.spread(_formed, [_task(project, one) for one in found]), strict=True
    ):
        problems += (replace(problem, path=shown) for problem in told)
        if data is not None:
            changed.append(shown)
            if not only_check:
                files.write_whole(path, data)
    return Formatted(len(found), tuple(changed), tuple(sorted(problems)))


def fixed(project: Project, named: Sequence[Path] = (), *, only_show: bool = False) -> Fixed:
    """Repair records. named: files or folders; none for all. only_show: write nothing."""
    found = list(_records(project, named))
    repaired: list[Problem] = []
    left: list[Problem] = []
    diff: list[str] = []
    for (path, shown), (data, mended) in zip(
        found, crew.spread(_mended, [_task(project, one) for one in found]), strict=True
    ):
        repaired += (replace(problem, path=shown) for problem in mended.done)
        left += (replace(problem, path=shown) for problem in mended.left)
        if mended.data != data:
            diff += _diff(shown, data, mended.data)
            if not only_show:
                files.write_whole(path, mended.data)
    return Fixed(tuple(repaired), tuple(sorted(left)), "".join(diff))


def _task(project: Project, found: tuple[Path, str]) -> tuple[Path, str]:
    """Return a file and its path below the folder that holds the data folder."""
    return found[0], found[0].relative_to(project.data.parent).as_posix()


def _formed(task: tuple[Path, str]) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Return the new content of a file, or None for none; and its problems when it is left alone for them."""
    path, place = task
    data = path.read_bytes()
    filed = filing.place_of(place)
    if not isinstance(filed, Filing):
        return None, load_file(place, data).problems
    try:
        formed = canonical(data.decode("utf-8-sig"), filed.kind).encode()
    except (Unsettled, UnicodeDecodeError):
        return None, load_file(place, data).problems
    if formed == data:
        return None, ()
    problems = load_file(place, data).problems
    return (None, problems) if any(one.severity == "error" for one in problems) else (formed, ())


def _mended(task: tuple[Path, str]) -> tuple[bytes, Mended]:
    path, place = task
    data = path.read_bytes()
    return data, mend(place, data)


def _records(project: Project, named: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Yield each file that should be a record, with its path as people know it; each once, sorted."""
    data = project.data.resolve()
    wanted = [Path(path).absolute() for path in named] or [project.data]
    found: set[str] = set()
    for path in wanted:
        if not path.exists():
            raise Failure(f"No existe «{path}»: revise la ruta.")
        if not path.resolve().is_relative_to(data):
            raise Failure(f"«{path}» no está en la carpeta de las fichas, {label(project)}.")
        below = path.resolve().relative_to(data).as_posix()
        if path.is_dir():
            prefix = "" if below == "." else f"{below}/"
            found.update(prefix + name for name in files.survey(path))
        else:
            found.add(below)
    for below in sorted(found):
        if filing.place_of(f"{data.name}/{below}") is not None:
            yield project.data / below, f"{label(project)}/{below}"


def _diff(shown: str, old: bytes, new: bytes) -> Iterator[str]:
    """Yield the lines of a unified diff; bytes that are no text are shown as such."""
    before, after = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (old, new))
    for line in difflib.unified_diff(before, after, shown, shown):
        yield line if line.endswith("\n") else f"{line}\n"


def _count(number: int) -> str:
    return f"{number:,} {'archivo' if number == 1 else 'archivos'}"
