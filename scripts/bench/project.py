"""A project of its own for the benchmark: the real theme and pages around a synthetic archive.

In: the repository, a folder, how many conferences. Out: a folder that `acervo` builds.
Never: touches the repository.
"""

import hashlib
import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

from bench import corpus, speech
from bench.process import Cost, run

ROOT = Path(__file__).resolve().parents[2]
_RECORD_LINK = re.compile(rb"\(acervo:([a-z]+)/[^)]*\)")
NOTICE = "Datos sintéticos para medir la construcción"


class Project:
    """A folder with a synthetic archive, and the command that builds it."""

    def __init__(self, folder: Path, conferences: int, *, spoken: bool = False) -> None:
        """Write the project; `folder` must not exist. spoken: with what is said in every recording."""
        folder.mkdir()
        self.folder = folder
        self.site = folder / "site"
        found = corpus.files(conferences)
        self.files = corpus.put(folder / "data", speech.spoken(found) if spoken else found)
        shutil.copytree(ROOT / "overrides", folder / "overrides")
        shutil.copytree(ROOT / "content", folder / "content", copy_function=_copy_page)
        config = {
            "INHERIT": str(ROOT / "mkdocs.yml"),
            "docs_dir": "content",
            "theme": {"custom_dir": "overrides"},
            "hooks": [str(ROOT / "scripts" / "acervo" / "publishing" / "hook.py")],
            "extra": {"acervo": {"data": "data", "banner": NOTICE}},
        }
        (folder / "mkdocs.yml").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
        records = sorted((folder / "data" / "conferences").iterdir())
        self._middle = records[len(records) // 2]

    def build(self, *, index: bool = False, watch: bool = False, repository: str = "") -> tuple[Cost, dict[str, Any]]:
        """Build the site as a process of its own; return its cost and its report. Raises CommandError.

        repository: the address where its pages offer to edit the records.
        """
        cache = self.folder / ".acervo"
        return self._build(self.site, cache, index=index, watch=watch, repository=repository)

    def forget(self) -> None:
        """Remove the site and everything earlier builds remembered."""
        for name in ("site", ".acervo"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def change(self, number: int) -> None:
        """Give the middle conference another title."""
        _, _, rest = self._middle.read_text(encoding="utf-8").partition("\n")
        self._middle.write_text(f"title: Título cambiado {number} veces para medir\n{rest}", encoding="utf-8")

    def check(self) -> None:
        """Compare the site, byte for byte, with one built from nothing. Raises Difference."""
        site, cache = self.folder / "site-limpio", self.folder / ".acervo-limpio"
        self._build(site, cache, index=False, watch=False)
        ours, clean = digests(self.site), digests(site)
        differing = sorted(path for path in ours.keys() | clean.keys() if ours.get(path) != clean.get(path))
        shutil.rmtree(site)
        shutil.rmtree(cache)
        if differing:
            raise Difference(differing)

    def _build(
        self, site: Path, cache: Path, *, index: bool, watch: bool, repository: str = ""
    ) -> tuple[Cost, dict[str, Any]]:
        report = self.folder / "report.json"
        command = [sys.executable, "-m", "acervo", "--config", "mkdocs.yml", "build"]
        command += ["--index" if index else "--no-index", "--report", str(report)]
        command += ["--site", str(site), "--cache", str(cache)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "ACERVO_REPO_URL": repository}
        cost = run(command, self.folder, environment, watch=watch)
        return cost, json.loads(report.read_text(encoding="utf-8"))


def _copy_page(source: str, target: str) -> None:
    """Copy an editorial page; links to real records, which are not there, lead to their section."""
    text = Path(source).read_bytes()
    Path(target).write_bytes(_RECORD_LINK.sub(rb"(acervo:\1)", text))


class Difference(Exception):
    """A site that grew by small builds is not what a whole build gives; holds the paths that differ."""


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
