"""The machine a measurement was made on, as far as it matters for reading the numbers.

In: the folder of the measurement. Out: one line in Spanish. Never: names the machine or its folders.
"""

import platform
from pathlib import Path

from acervo.publishing.crew import processors


def describe(folder: Path) -> str:
    """Return processors, Python, system and kind of disk."""
    kind = file_system(folder)
    disk = {"tmpfs": "disco en memoria"}.get(kind, f"disco {kind}" if kind else "disco")
    return f"{processors()} procesadores, Python {platform.python_version()}, {platform.system()}, {disk}"


def file_system(folder: Path) -> str:
    """Return the kind of file system a folder is on, or "" where the system does not tell (Linux does)."""
    try:
        rows = [line.split() for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return ""
    place = folder.resolve()
    holding = [(len(row[1]), row[2]) for row in rows if place.is_relative_to(row[1])]
    return max(holding, default=(0, ""))[1]
