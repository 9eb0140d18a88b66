"""The verbs `check`, `captions check` and `generate`: what people wrote judged, and what follows from it written down.

In: a project. Out: problems, or the generated files. Never: builds the site, or repairs what a person wrote.

Generating and checking are one function: what `generate` would write is what `check` compares.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from acervo import files
from acervo.archive import announced, archive, ledger, proofreading, snapshot
from acervo.archive import captions as tracks
from acervo.archive.ledger import Shorts
from acervo.archive.snapshot import SnapshotError
from acervo.editing.prescribed import prescribed
from acervo.forge import FORMS
from acervo.publishing import crew, reading
from acervo.publishing.build import label
from acervo.publishing.reading import KEPT, Reading
from acervo.publishing.theme import Project
from acervo.records.checks.checking import LEDGER
from acervo.records.problems import Problem

GUIDE = "participar/guia"
"""The folder of the content that holds the editors' guide; without it, no page of it is generated."""


def check(project: Project) -> tuple[list[Problem], int]:
    """Return every problem of the data folder, sorted, and how many records were read."""
    with crew.unhurried():
        read = reading.read(project.data, label(project), project.cache)
        shorts = _shorts(read)
        stale = chain.from_iterable(
            ledger.stale(path, _text(place), text, of_addresses=place == project.data / LEDGER)
            for place, path, text in _generated(project, read, shorts)
        )
        sound = all(problem.severity != "error" for problem in read.problems)
        lost = ledger.astray(read.entries, shorts, read.ledger, f"{label(project)}/{LEDGER}", sound=sound)
        return sorted([*read.judge(), *stale, *lost]), len(read.entries)


def _shorts(read: Reading) -> Shorts:
    return announced.shorts(archive.build(read.entries), read.ledger)


def captions(project: Project, named: Sequence[Path] = ()) -> tuple[list[Problem], int]:
    """Return the problems of the kept captions, sorted, and how many files were read.

    named: the files to look at, told in full; without any, all that are kept, of each kind of warning only the first
    few a file, and how many more there are.
    """
    folder = project.data / KEPT / tracks.FOLDER
    shown = {path: str(path) for path in named} or {
        path: f"{label(project)}/{KEPT}{tracks.FOLDER}/{path.name}" for path in sorted(folder.glob("*.vtt"))
    }
    problems: list[Problem] = []
    read = crew.spread(lambda path: _proofread(path, shown[path], project.data / KEPT), list(shown))
    for place, found in zip(shown.values(), read, strict=True):
        problems += found if named else proofreading.first_of_each(found, place)
    return sorted(problems), len(shown)


def _proofread(path: Path, place: str, kept: Path) -> list[Problem]:
    """Return the problems of one file of captions; one from elsewhere may have any name."""
    name = path.name if path.parent.resolve() == (kept / tracks.FOLDER).resolve() else ""
    return proofreading.proofread(
        path.read_bytes(), place, name, lambda video: _duration(kept / snapshot.file_name(video))
    )


def _duration(path: Path) -> int:
    """Return how many seconds a video lasts; 0 when that is not known (a spoilt snapshot is told by `check`)."""
    try:
        return snapshot.loads(_text(path) or "").duration or 0
    except (SnapshotError, UnicodeDecodeError):
        return 0


def generate(project: Project) -> list[str]:
    """Write the schemas, the ledger of addresses, the tables of the guide and the forms; return what changed."""
    read = reading.read(project.data, label(project), project.cache)
    return [
        path
        for place, path, text in _generated(project, read, _shorts(read))
        if files.write_if_changed(place, text.encode())
    ]


def _generated(project: Project, read: Reading, shorts: Shorts) -> Iterator[tuple[Path, str, str]]:
    """Yield each generated file: where it is, its path as people know it, its text.

    The guide and the forms are only of projects that have a folder for them.
    """
    yield from _each(project, "schemas", project.data / "schema", f"{label(project)}/schema")
    place = project.data / LEDGER
    yield place, f"{label(project)}/{LEDGER}", ledger.due(read.entries, shorts, (_text(place) or "").split())
    guide, forms = project.content / GUIDE, project.config.parent / FORMS
    if guide.is_dir():
        here = guide.is_relative_to(Path.cwd())
        yield from _each(project, "guide", guide, guide.relative_to(Path.cwd()).as_posix() if here else str(guide))
    if forms.is_dir():
        yield from _each(project, "forms", forms, FORMS)


def _each(project: Project, what: str, folder: Path, shown: str) -> Iterator[tuple[Path, str, str]]:
    for name, text in prescribed(what, project.cache).items():
        yield folder / name, f"{shown}/{name}", text


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
