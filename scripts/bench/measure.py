"""What each kind of build costs: medians of several runs after a warm-up.

In: how many conferences, how many runs, where. Out: `Measured` values.
Never: counts a build whose site differs from that of a whole build.
"""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.process import Cost
from bench.project import Project

CASES = {
    "cold": "desde cero",
    "second": "segunda, una ficha cambiada",
    "unchanged": "sin cambios",
    "changed": "una ficha cambiada",
    "indexed": "desde cero, con búsqueda",
}
"""Kinds of build, in the order in which they are made, with their names on screen."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The medians of one kind of build at one size."""

    conferences: int
    case: str
    records: int
    pages: int
    files: int
    bytes: int
    written: int
    """Files made anew."""
    seconds: float
    every: tuple[float, ...]
    """Seconds of each run."""
    phases: dict[str, float]
    """Seconds by phase."""
    largest: float
    """Megabytes of the largest process."""
    together: float | None
    """Megabytes of all processes."""

    @property
    def whole(self) -> bool:
        """Tell whether the build makes every page."""
        return self.case in ("cold", "indexed")


def measure(folder: Path, conferences: int, runs: int, tell: Callable[[str], None]) -> list[Measured]:
    """Measure every kind of build of a synthetic archive in a folder of its own below `folder`.

    The first round is not timed: it warms the machine up, watches the memory, and compares each site with
    that of a whole build. Raises Difference and CommandError.
    """
    project = Project(folder / f"{conferences}", conferences)
    tell(f"{conferences:,} conferencias, {project.files:,} archivos: calentamiento, memoria y comparación")
    watched = _round(project, 0, watch=True)
    rounds = []
    for number in range(1, runs + 1):
        tell(f"{conferences:,} conferencias: vuelta {number} de {runs}")
        rounds.append(_round(project, number, watch=False))
    return [_median(conferences, case, watched[case], [done[case] for done in rounds]) for case in CASES]


Run = tuple[Cost, dict[str, Any]]


def _round(project: Project, number: int, *, watch: bool) -> dict[str, Run]:
    """Make every kind of build once, in order; with `watch`, look at memory and compare the sites."""
    done: dict[str, Run] = {}
    project.forget()
    for case in CASES:
        if case == "indexed":
            project.forget()
        if case in ("second", "changed"):
            project.change(2 * number + (case == "changed"))
        done[case] = project.build(index=case == "indexed", watch=watch)
        if watch and case in ("second", "unchanged", "changed"):
            project.check()
    return done


def _median(conferences: int, case: str, watched: Run, runs: list[Run]) -> Measured:
    seconds = tuple(cost.seconds for cost, _ in runs)
    report = runs[0][1]
    phases = [{phase["name"]: phase["seconds"] for phase in each["phases"]} for _, each in runs]
    return Measured(
        conferences=conferences,
        case=case,
        records=report["records"],
        pages=report["pages"],
        files=report["files"],
        bytes=report["bytes"],
        written=report["written"],
        seconds=statistics.median(seconds),
        every=seconds,
        phases={name: statistics.median(phase.get(name, 0.0) for phase in phases) for name in phases[0]},
        largest=max(cost.largest for cost, _ in (watched, *runs)),
        together=watched[0].together,
    )
