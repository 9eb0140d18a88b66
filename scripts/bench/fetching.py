"""What a visit to YouTube costs, without YouTube: the real extractor over written answers, in a process of its own.

In: how many videos, where to work. Out: `Visit` values, and their table in Spanish.
Never: touches the network, or the repository.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from os import environ, pathsep
from pathlib import Path

from bench import table
from bench.process import run
from bench.project import ROOT

KINDS = ("primera, todo es nuevo", "otro día, sin novedades")
"""Names on screen of the visits, in the order in which they are made."""
MOST_REQUESTS = 2.0
MOST_CPU = 0.15
"""Seconds of the processor per video."""
MOST_GROWTH = 10.0
"""Megabytes that a visit may grow from its first video to its last."""
_HEAD = (
    "Videos",
    "Consulta",
    "Segundos",
    "ms por video",
    "CPU por video, ms",
    "Peticiones por video",
    "Memoria al principio, MB",
    "A la mitad",
    "Al final",
)


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit took. megabytes: of memory, from time to time."""

    videos: int
    seconds: float
    cpu: float
    requests: int
    changes: tuple[str, ...]
    megabytes: tuple[float, ...]

    @property
    def growth(self) -> float:
        """Megabytes between the first video and the most that was seen after it."""
        return max(self.megabytes) - self.megabytes[0]


def measure(folder: Path, videos: int) -> list[Visit]:
    """Visit so many fictional videos twice. Raises CommandError."""
    result = folder / "visits.json"
    command = [sys.executable, "-m", "tests.youtube.rounds", str(videos), str(folder), str(result)]
    run(command, ROOT, environ | {"PYTHONPATH": pathsep.join([str(ROOT), str(ROOT / "scripts")])})
    found = json.loads(result.read_text(encoding="utf-8"))
    return [Visit(**{**one, "changes": tuple(one["changes"]), "megabytes": tuple(one["megabytes"])}) for one in found]


def excess(visits: Sequence[Visit]) -> list[str]:
    """Say what goes beyond the targets: the requests of a visit without news; of each, processor and memory."""
    said = []
    quiet = visits[-1]
    if quiet.requests > MOST_REQUESTS * quiet.videos:
        said.append(f"Una consulta sin novedades hizo más de {MOST_REQUESTS:.0f} peticiones por video.")
    for name, visit in zip(KINDS, visits, strict=True):
        if visit.cpu > MOST_CPU * visit.videos:
            said.append(f"La consulta «{name}» usó más de {MOST_CPU} s de procesador por video.")
        if visit.growth > MOST_GROWTH:
            said.append(f"La memoria de la consulta «{name}» creció {visit.growth:.1f} MB.")
    return said


def as_table(visits: Sequence[Visit]) -> str:
    """Return the table, in Markdown."""
    rows = [
        (
            f"{visit.videos:,}",
            name,
            f"{visit.seconds:.2f}",
            f"{visit.seconds * 1_000 / visit.videos:.1f}",
            f"{visit.cpu * 1_000 / visit.videos:.1f}",
            f"{visit.requests / visit.videos:.2f}",
            f"{visit.megabytes[0]:,.1f}",
            f"{visit.megabytes[len(visit.megabytes) // 2]:,.1f}",
            f"{visit.megabytes[-1]:,.1f}",
        )
        for name, visit in zip(KINDS, visits, strict=True)
    ]
    return table.markdown(_HEAD, rows)
