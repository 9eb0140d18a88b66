"""A visit to fifty videos, that somebody will kill: one line for each video that was kept, and a wait for an answer.

Usage: python -m tests.youtube.fifty SNAPSHOTS STATE
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from acervo.youtube.extractor import Source
from acervo.youtube.report import Report
from acervo.youtube.store import Store
from acervo.youtube.visit import Step, fetch_all
from tests.youtube import hosts
from tests.youtube.replay import offline

IDS = tuple(f"ficti_{n:03}gA" for n in range(100, 150))
DAY = date(2026, 11, 20)


def show(step: Step) -> None:
    """Print the id of a video that was just kept; go on when a sign comes, so as not to end before who kills looks."""
    if step.row:
        print(step.video_id, flush=True)
        sys.stdin.read(1)


def visit(store: Store, source: Source, watch: Callable[[Step], None] = lambda _: None) -> Report:
    """Visit whatever has not been visited."""
    return fetch_all(IDS, store, source, DAY, watch)


if __name__ == "__main__":
    visit(Store(Path(sys.argv[1]), Path(sys.argv[2])), offline(hosts.good(IDS))[0], show)
