"""A run's cost is seen from outside, and a command that fails says why."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.process import CommandError, family, run

EATER = "import time; held = bytearray(60_000_000); time.sleep(0.5)"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {EATER!r}], check=True)"
MEASURER = f"""
import os, sys
from pathlib import Path
sys.path[:0] = {sys.path!r}
from bench.process import run
cost = run([sys.executable, "-c", {PARENT!r}], Path.cwd(), os.environ, watch=True)
print(cost.largest, cost.together)
"""
"""Linux lets a process begin with the peak of the one that started it: the measuring one must be small."""


def test_seconds_are_those_of_the_whole_process(tmp_path: Path):
    began = time.perf_counter()
    cost = run([sys.executable, "-c", "import time; time.sleep(0.4)"], tmp_path, os.environ)

    assert 0.4 <= cost.seconds <= time.perf_counter() - began
    assert cost.together is None


def test_the_memory_of_a_child_process_counts(tmp_path: Path):
    done = subprocess.run([sys.executable, "-c", MEASURER], cwd=tmp_path, capture_output=True, text=True, check=True)
    largest, together = map(float, done.stdout.split())

    assert 60 < largest < 200
    assert largest <= together < 250


def test_a_command_that_fails_gives_what_it_said(tmp_path: Path):
    with pytest.raises(CommandError, match=r"^se acabó$"):
        run([sys.executable, "-c", "raise SystemExit('se acabó')"], tmp_path, os.environ)


def test_a_family_is_a_process_and_its_descendants():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        found = family(os.getpid())
        child.communicate(b"\n")

    assert found[0] == os.getpid()
    assert child.pid in found
