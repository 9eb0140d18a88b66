"""The verbs `check`, `captions check` and `generate`: what people wrote judged, and what follows from it written down.

In: a project. Out: problems, or the generated files. Never: builds the site, or repairs what a person wrote.

Generating and checking are one function: what `generate` would write is what `check` compares.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from acervo import files
from acervo.archive import addresses as places
from acervo.archive import announced, archive, legibility, snapshot
from acervo.archive import captions as tracks
from acervo.archive.captions import CaptionError
from acervo.archive.snapshot import SnapshotError
from acervo.forge import FORMS, templates
from acervo.publishing import crew, reading
from acervo.publishing.build import label
from acervo.publishing.reading import KEPT, Reading
from acervo.publishing.theme import Project
from acervo.records import manual, messages, schema
from acervo.records.checking import LEDGER, addresses
from acervo.records.entry import Key
from acervo.records.problems import Problem

GUIDE = "participar/guia"
"""The folder of the content that holds the editors' guide; without it, no page of it is generated."""
FEW = 3
"""How many warnings of a kind are told of each file of captions when all are checked."""

Shorts = Mapping[str, tuple[Key, ...]]
"""Every short address that answers, with the conferences it leads to (see `announced.shorts`)."""


def check(project: Project) -> tuple[list[Problem], int]:
    """Return every problem of the data folder, sorted, and how many records were read."""
    with crew.unhurried():
        read = reading.read(project.data, label(project), project.cache)
        shorts = _shorts(read)
        stale = [
            messages.problem(
                "new_addresses" if path == LEDGER else "stale_file",
                f"{label(project)}/{path}",
                command="make generate",
            )
            for path, text in _generated(read, shorts, project.data)
            if _text(project.data / path) != text
        ]
        stale += [
            messages.problem("stale_file", path, command="make generate")
            for place, path, text in (*_guide(project), *_forms(project))
            if _text(place) != text
        ]
        lost = _astray(read, shorts, f"{label(project)}/{LEDGER}")
        return sorted([*read.judge(), *stale, *lost]), len(read.entries)


def _shorts(read: Reading) -> Shorts:
    return announced.shorts(archive.build(read.entries), read.ledger)


def _astray(read: Reading, found: Shorts, path: str) -> Iterator[Problem]:
    """Yield the short addresses that lead nowhere or to two places; where files have errors, only the latter."""
    for address, keys in found.items():
        if len(keys) > 1:
            yield messages.problem("short_clash", path, address=address, one=keys[0][1], other=keys[1][1])
    if any(problem.severity == "error" for problem in read.problems):
        return
    drafted = {places.short(entry.id) for entry in read.entries if entry.draft}
    for number, line in enumerate(map(str.strip, read.ledger), 1):
        if line.startswith(places.SHORT) and line not in found and line not in drafted:
            yield messages.problem("lost_short", path, number, address=line)


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
        problems += found if named else _first_of_each(found, place)
    return sorted(problems), len(shown)


def _proofread(path: Path, place: str, kept: Path) -> list[Problem]:
    """Return the problems of one file of captions."""
    try:
        text = path.read_bytes().decode("utf-8")
        track, flaws = legibility.look(text, lambda video: _duration(kept / snapshot.file_name(video)))
    except UnicodeDecodeError:
        return [messages.problem("encoding", place)]
    except CaptionError as error:
        return [messages.problem("captions_file", place, error.line, reason=str(error))]
    name = tracks.file_name(track.video, track.language)
    found = [messages.problem(flaw.code, place, flaw.line, flaw.details) for flaw in flaws]
    if path.parent.resolve() != (kept / tracks.FOLDER).resolve():
        return found
    if path.name == tracks.file_name(track.video, track.language, newer=True):
        return [messages.problem("captions_newer", place, name=name)]
    return found if path.name == name else [messages.problem("captions_name", place, name=name), *found]


def _duration(path: Path) -> int:
    """Return how many seconds a video lasts; 0 when that is not known (a spoilt snapshot is told by `check`)."""
    try:
        return snapshot.loads(_text(path) or "").duration or 0
    except (SnapshotError, UnicodeDecodeError):
        return 0


def _first_of_each(found: Sequence[Problem], place: str) -> Iterator[Problem]:
    """Yield the problems of a file, but of each kind of warning only the first few, and say how many more."""
    seen: Counter[str] = Counter()
    for problem in found:
        seen[problem.code] += 1
        if problem.severity == "error" or seen[problem.code] <= FEW:
            yield problem
    more = sum(max(count - FEW, 0) for count in seen.values())
    if more:
        yield messages.problem("captions_more", place, 0, {"count": more, "path": place})


def generate(project: Project) -> list[str]:
    """Write the schemas, the ledger of addresses and the tables of the guide; return what changed."""
    read = reading.read(project.data, label(project), project.cache)
    return [
        f"{label(project)}/{path}"
        for path, text in _generated(read, _shorts(read), project.data)
        if files.write_if_changed(project.data / path, text.encode())
    ] + [
        path
        for place, path, text in (*_guide(project), *_forms(project))
        if files.write_if_changed(place, text.encode())
    ]


def _forms(project: Project) -> Iterator[tuple[Path, str, str]]:
    """Yield each issue form of the forge, as `_guide` does; none where the project has no folder of them."""
    folder = project.config.parent / FORMS
    if folder.is_dir():
        for name, text in templates.templates().items():
            yield folder / name, f"{FORMS}/{name}", text


def _guide(project: Project) -> Iterator[tuple[Path, str, str]]:
    """Yield each generated page of the editors' guide: where it is, its path as people know it, its text."""
    folder = project.content / GUIDE
    if folder.is_dir():
        for name, text in manual.manual().items():
            place = folder / name
            here = place.is_relative_to(Path.cwd())
            yield place, place.relative_to(Path.cwd()).as_posix() if here else str(place), text


def _generated(read: Reading, shorts: Shorts, data: Path) -> Iterator[tuple[str, str]]:
    """Yield each generated file, by its path in the data folder, with its text."""
    for name, text in schema.schemas().items():
        yield f"schema/{name}", text
    published = addresses(read.entries).union(shorts)
    known = set((_text(data / LEDGER) or "").split())
    yield LEDGER, "".join(f"{path}\n" for path in sorted(published | known))


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
