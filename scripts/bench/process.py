"""A program run and measured from outside.

In: a command. Out: what it cost: seconds, and memory as the operating system counts it.
Never: measures time and watches memory at once, since watching takes time from what is watched.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.02
"""Seconds between two looks at the memory."""
_UNIT = 1024 if sys.platform == "linux" else 1
"""Bytes in the unit of ru_maxrss (getrusage(2): kilobytes on Linux, bytes on macOS)."""


class CommandError(Exception):
    """The command did not end well; the message holds what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    seconds: float
    largest: float
    """Megabytes (10⁶ bytes) at the peak of the largest process."""
    together: float | None
    """Megabytes at the peak of all processes, what they share counted once; None when nobody looked."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], *, watch: bool = False) -> Cost:
    """Run a command to its end and return its cost; `watch` looks at the memory of all its processes.

    Raises CommandError when it ends with anything but 0.
    """
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603  # the command is the benchmark's own
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        watcher = Watcher(process.pid) if watch and Path("/proc/self/smaps_rollup").exists() else None
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        finally:
            if watcher:
                watcher.stop()
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise CommandError(said.read().decode(errors="replace").strip())
    largest = usage.ru_maxrss * _UNIT / 1e6
    return Cost(seconds, largest, max(watcher.peak / 1e6, largest) if watcher else None)


class Watcher:
    """A thread that looks at the memory of a process and its descendants again and again (Linux)."""

    def __init__(self, pid: int) -> None:
        """Begin to look."""
        self.peak = 0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End looking."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(EVERY):
            self.peak = max(self.peak, sum(map(_share, family(self._pid))))


def family(pid: int) -> list[int]:
    """Return a process and all its living descendants."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):  # it has just ended
                continue
            children.setdefault(parent, []).append(int(folder.name))
    found = [pid]
    for member in found:
        found += children.get(member, [])
    return found


def _share(pid: int) -> int:
    """Return the bytes of a process, with its part of what it shares (proc(5): Pss)."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:")), 0)
