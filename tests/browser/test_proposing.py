"""The benchmark of editing: every way to propose a talk is walked to its end, and all give the same record."""

import os
import subprocess
import sys

from tests.projects import PATIENCE, ROOT


def test_the_form_the_issue_and_the_terminal_propose_the_same_talk() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "edit"], capture_output=True, text=True, check=False, timeout=PATIENCE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
    )  # fmt: skip
    rows = [[cell.strip() for cell in line.split("|")[1:4]] for line in done.stdout.splitlines()[4:]]

    assert done.stderr == ""
    assert rows == [["formulario", "204", "14"], ["aviso", "214", "10"], ["terminal", "375", "0"]]
