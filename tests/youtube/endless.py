"""A visit that begins again and again with new titles, until somebody kills it: one line per written video.

Usage: python -m tests.youtube.endless SNAPSHOTS STATE
"""

import sys
from datetime import date
from itertools import count
from pathlib import Path

from acervo.youtube.store import Store
from acervo.youtube.visit import Step, fetch
from tests.youtube import hosts
from tests.youtube.replay import offline

IDS = tuple(f"fictici_{n}A" for n in range(10, 20))
STORE = Store(Path(sys.argv[1]), Path(sys.argv[2]))


def show(step: Step) -> None:
    """Print the id of a video that was just kept."""
    if step.row:
        print(step.video_id, flush=True)


def turn(number: int) -> None:
    """Visit every video, each having a title of this turn."""
    title = f"Vuelta {number} " + "x" * 200
    fetch(IDS, STORE, offline(hosts.good(IDS, title=title))[0], date(2026, 11, 20), show)


for number in count():
    turn(number)
