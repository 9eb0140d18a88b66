"""A project of its own for a test: the fictional archive with the real theme, in a temporary folder."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARCHIVE = ROOT / "tests" / "archive"
PATIENCE = 900
"""Seconds that a program may take before it counts as one that never ends: a shared machine is slow now and then."""


def copy(folder: Path) -> Path:
    """Copy the fictional archive and everything its build needs; return the folder of its mkdocs.yml."""
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    (folder / "scripts").mkdir()
    shutil.copytree(
        ROOT / "scripts" / "acervo",
        folder / "scripts" / "acervo",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "mkdocs.yml", folder)
    project = folder / "tests" / "archive"
    project.mkdir(parents=True)
    shutil.copy(ARCHIVE / "mkdocs.yml", project)
    for name in ("data", "content"):
        shutil.copytree(ARCHIVE / name, project / name)
    return project


def command(project: Path, *arguments: str) -> list[str]:
    """Return the command line that runs `acervo` on a project."""
    return [sys.executable, "-m", "acervo", "--config", str(project / "mkdocs.yml"), *arguments]


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `acervo` on a project."""
    return subprocess.run(
        command(project, *arguments),
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts"), **environment},
        capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip


def heed_interrupts() -> None:
    """Let Ctrl-C stop a program: a shell starts what it runs in the background, these tests perhaps, deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
