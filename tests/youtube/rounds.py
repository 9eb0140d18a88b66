"""Two visits to many fictional videos, the first and one with nothing new, measured from within.

Usage: python -m tests.youtube.rounds VIDEOS FOLDER RESULT (a JSON file with a list, one object per visit)
"""

import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from acervo.youtube.store import Store
from acervo.youtube.visit import Step, fetch_all
from tests.youtube import answers as yt
from tests.youtube import hosts
from tests.youtube.replay import Key, Reply, offline

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def ids(count: int) -> Iterator[str]:
    """Yield as many ids of fictional videos as asked for."""
    for number in range(count):
        thousands, rest = divmod(number, 1_000)
        yield f"fict{LETTERS[thousands // 26]}{LETTERS[thousands % 26]}_{rest:03}A"


def memory() -> float:
    """Return the megabytes (10⁶ bytes) that the process has now (proc(5)); 0 where nobody tells."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
    except OSError:
        return 0.0


def answer(key: Key) -> Reply | None:
    """Answer well for any video."""
    return hosts.every(yt.video(hosts.subject(key)))(key)


def visit(count: int, store: Store, today: date) -> dict[str, Any]:
    """Visit every video; return what that cost."""
    extractor, log = offline(answer)
    requests = 0
    megabytes: list[float] = []

    def watch(step: Step) -> None:
        nonlocal requests
        requests += len(log)
        log.clear()
        if step.row and (step.position - 1) % max(1, count // 20) == 0:
            megabytes.append(memory())

    began, busy = time.perf_counter(), time.process_time()
    report = fetch_all(ids(count), store, extractor, today, watch, force=True)
    return {
        "videos": len(report.rows),
        "seconds": time.perf_counter() - began,
        "cpu": time.process_time() - busy,
        "requests": requests,
        "changes": sorted({row.change.value for row in report.rows}),
        "megabytes": [*megabytes, memory()],
    }


if __name__ == "__main__":
    many, folder = int(sys.argv[1]), Path(sys.argv[2])
    place = Store(folder / "youtube", folder / "state")
    rounds = [visit(many, place, day) for day in (date(2026, 11, 20), date(2026, 11, 21))]
    Path(sys.argv[3]).write_text(json.dumps(rounds), encoding="utf-8")
