"""The build: check → model → shell → render → index → verify → publish.

In: a project. Out: its finished site, exchanged with the old one in a single step, and an `Outcome`.
Never: asks the network or the clock what to write, or leaves a site that is not whole.
"""

import json
import resource
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from acervo import files
from acervo.archive import archive
from acervo.archive.archive import Archive
from acervo.errors import Failure
from acervo.publishing import crew, moments, reading, rendering, search, theme
from acervo.publishing.edition import Output, edition
from acervo.publishing.generations import Generations, Made
from acervo.publishing.links import Links
from acervo.publishing.rendering import Written
from acervo.publishing.theme import Project
from acervo.records.problems import Problem, as_text


class Progress(Protocol):
    """Whoever tells a person how far the build is."""

    def phase(self, name: str, total: int = 0) -> None:
        """Begin a phase; `total` is how many steps it has, 0 when it has none to count."""

    def step(self, count: int = 1) -> None:
        """Count steps done."""


class Silence:
    """Progress that nobody hears."""

    def phase(self, name: str, total: int = 0) -> None:
        """Begin a phase in silence."""

    def step(self, count: int = 1) -> None:
        """Count in silence."""


@dataclass(slots=True)
class Outcome:
    """What a build did."""

    problems: tuple[Problem, ...] = ()
    published: bool = False
    records: int = 0
    pages: int = 0
    written: int = 0
    """Files made anew; the others were as they should be."""
    files: int = 0
    bytes: int = 0
    phases: dict[str, float] = field(default_factory=dict)
    """Seconds by phase, in order."""
    workings: object = field(default=None, repr=False)
    """What the build held in memory: whoever holds the outcome decides when to spend the time of letting it go."""

    @property
    def errors(self) -> int:
        """Return how many problems forbade the build."""
        return sum(problem.severity == "error" for problem in self.problems)

    def as_json(self) -> str:
        """Return the outcome for machines."""
        peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        values = asdict(replace(self, workings=None))
        del values["workings"]
        values["phases"] = [{"name": name, "seconds": round(spent, 4)} for name, spent in self.phases.items()]
        values["peak_memory_mb"] = round(peak / (1024 if sys.platform == "linux" else 1024 * 1024), 1)
        return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


class _Stopwatch:
    """Seconds by phase, told to the progress as they begin."""

    def __init__(self, progress: Progress, phases: dict[str, float]) -> None:
        self.progress = progress
        self._phases = phases

    @contextmanager
    def phase(self, name: str, total: int = 0) -> Iterator[None]:
        self.progress.phase(name, total)
        began = time.perf_counter()
        try:
            yield
        finally:
            self._phases[name] = self._phases.get(name, 0.0) + time.perf_counter() - began


def build(project: Project, *, index: bool = True, progress: Progress | None = None) -> Outcome:
    """Build the site and publish it; with errors in the records nothing is written.

    Raises Failure when something other than a record is wrong.
    """
    outcome = Outcome()
    watch = _Stopwatch(progress or Silence(), outcome.phases)
    with files.lock(project.cache / "lock"), crew.unhurried():
        rendering_theme = theme.Rendering(project)
        try:
            with watch.phase("check"):
                read = reading.read(project.data, label(project), project.cache)
            with crew.aside(read.judge) as judged:
                with watch.phase("model"):
                    joined = archive.build(read.entries, read.holdings)
                    read = replace(read, entries=())  # those of the archive took their place: both would be memory
                with watch.phase("shell"):
                    themed = rendering_theme.result()
                with watch.phase("model"):
                    wanted = edition(project, read, joined, themed)
                with watch.phase("check"):
                    outcome.problems = judged()
        finally:
            rendering_theme.cancel()
        if outcome.errors:
            return outcome
        generations = Generations(project.site, project.cache)
        generations.begin()
        held = generations.kept({path: output.fingerprint for path, output in wanted.items()})
        made = _produce(wanted, held, generations.twin, urlsplit(themed.settings.url).path, watch, outcome)
        with watch.phase("index"):
            if index:
                made |= _index(project, joined, generations.twin, made, generations.made, project.cache)
        with watch.phase("verify"):
            _verify(made, wanted)
        with watch.phase("publish"):
            outcome.records, outcome.pages = len(joined.stamps), sum(path.endswith(".html") for path in made)
            outcome.files, outcome.bytes = len(made), sum(file.size for file in made.values())
            generations.finish(made, {"pages": outcome.pages, "records": outcome.records})
            outcome.workings = read, joined, wanted, made, generations
        outcome.published = True
    return outcome


def complete(config: Any) -> Outcome:
    """Put the records into the folder that MkDocs has just written, for `mkdocs build` and `mkdocs serve`.

    config: the loaded MkDocs configuration. Raises Failure when the records have errors.
    """
    project = theme.project(Path(config["config_file_path"]), site=Path(config["site_dir"]))
    watch = _Stopwatch(Silence(), {})
    outcome = Outcome(phases={})
    read = reading.read(project.data, label(project))
    outcome.problems = read.judge()
    if outcome.errors:
        raise Failure("\n".join(as_text(problem) for problem in outcome.problems))
    joined = archive.build(read.entries, read.holdings)
    themed = theme.collect(project.site, theme.settings(config), key="mkdocs")
    wanted = edition(project, read, joined, themed)
    for path in files.survey(project.site):
        if path not in wanted:
            (project.site / path).unlink()
    base = urlsplit(themed.settings.url).path
    made = _produce(wanted, {}, project.site, base, watch, outcome)
    _index(project, joined, project.site, made, {}, project.cache / "mkdocs")
    return outcome


def forget(project: Project) -> None:
    """Drop what earlier builds remembered; the site itself stays until the next one replaces it."""
    with files.lock(project.cache / "lock"):
        for name in ("theme", "templates", "twin", search.FOLDER):
            shutil.rmtree(project.cache / name, ignore_errors=True)
        for name in ("records", "searched", "generation.json"):
            (project.cache / name).unlink(missing_ok=True)


def label(project: Project) -> str:
    """Return the data folder's name as people see it in messages: from where they stand, if it is below."""
    here = Path.cwd()
    return project.data.relative_to(here).as_posix() if project.data.is_relative_to(here) else str(project.data)


def _produce(
    wanted: Mapping[str, Output],
    held: Mapping[str, Made],
    folder: Path,
    base: str,
    watch: _Stopwatch,
    outcome: Outcome,
) -> dict[str, Made]:
    """Make every wanted file that is not held, and return what all of them are."""
    missing = [output for path, output in wanted.items() if path not in held]
    links = Links({path.removesuffix("index.html") for path in wanted}.union(wanted, search.ALWAYS), base)
    made = dict(held)
    broken: list[Written] = []

    def write(output: Output) -> Written:
        return rendering.write(output.content, output.path, output.fingerprint, folder, links)

    with watch.phase("render", len(missing)):
        for written in crew.spread(write, missing):
            made[written.path] = written.made
            if written.broken:
                broken.append(written)
            watch.progress.step()
    outcome.written = len(missing)
    if broken:
        lines = "\n".join(f"  {written.path}: {', '.join(written.broken)}" for written in broken[:20])
        raise Failure(f"Hay enlaces internos que no llevan a ninguna página:\n{lines}")
    return made


def _index(
    project: Project,
    joined: Archive,
    folder: Path,
    made: Mapping[str, Made],
    before: Mapping[str, Made],
    cache: Path,
) -> dict[str, Made]:
    """Make the search indexes of a folder, of its records and of the moments of its recordings."""
    pages = {path: file.digest for path, file in made.items() if path.endswith(".html")}
    records = search.index(joined, folder, pages, before, cache)
    return records | moments.index(joined, project.data, folder, before, records.keys())


def _verify(made: Mapping[str, Made], wanted: Mapping[str, Output]) -> None:
    """Make sure that nothing is missing before the site is exchanged."""
    lost = [path for path in wanted if path not in made]
    if lost:
        raise Failure(f"Faltan {len(lost)} archivos en el sitio, el primero «{lost[0]}»: no se publica.")
