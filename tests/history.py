"""A repository of its own for a test: commits with the words, people and days that it wants.

In: a folder. Out: its history in git. Never: reads the settings of the machine or of its people.
"""

import os
import subprocess
from pathlib import Path

_DAY = 86_400


class Repository:
    """A folder under git, whose commits are one day apart from noon of 2 January 2026 in central Mexico."""

    def __init__(self, folder: Path) -> None:
        """Begin an empty history."""
        self.folder = folder
        self._second = 1_767_376_800
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, **environment: str) -> str:
        """Run git here and return what it says."""
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=True,
            env={
                "PATH": os.environ["PATH"], "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
                **environment,
            },
        )  # fmt: skip
        return done.stdout

    def commit(self, subject: str, name: str = "Ana Ejemplo") -> str:
        """Keep everything as it is now and return the commit's number."""
        who = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", name), ("EMAIL", "ana@ejemplo.example"), ("DATE", f"{self._second} +0000"))
        }
        self._second += _DAY
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "--message", subject, **who)
        return self.git("rev-parse", "HEAD").strip()
