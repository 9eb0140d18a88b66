"""The site and its spare: two generations kept side by side, so that a new site appears in one step.

In: the files a build wants, each with a fingerprint of what it is made of. Out: the spare brought up to date, file by
file, then exchanged with the site.
Never: touches the site while it is being built, or trusts a folder that was not finished.

Creating files is what costs, so the spare is never wiped: it is the site before last, and most of it still holds.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import orjson

from acervo import files

COMPLETE = "build.json"
"""Written last into a finished generation: without it a folder is not a site."""


class Made(NamedTuple):
    """A file of a generation: what it was made of, and what it says."""

    fingerprint: str
    digest: str
    size: int


@dataclass(slots=True)
class Generation:
    """A folder and what is known to be in it."""

    folder: Path
    made: dict[str, Made] = field(default_factory=dict)
    trusted: bool = False
    """Whether `made` is known to be what the folder holds."""


def digest(data: bytes) -> str:
    """Return the digest by which contents are compared."""
    return blake2b(data, digest_size=16).hexdigest()


class Generations:
    """The site, its spare, and their ledgers."""

    def __init__(self, site: Path, cache: Path) -> None:
        """Open both; whatever is not known to be whole counts as empty."""
        files.recover(site)
        self._ledgers = cache / "generations"
        self._spare_folder = cache / "spare"
        self.site = self._open(site)
        self.spare = self._open(self._spare_folder)

    @classmethod
    def over(cls, folder: Path, cache: Path) -> "Generations":
        """Open a folder that is to be completed in place: it is its own spare, and nothing is known of it."""
        opened = cls.__new__(cls)
        opened._ledgers = opened._spare_folder = cache
        opened.site = Generation(folder / ".none")
        opened.spare = Generation(folder)
        return opened

    def begin(self) -> None:
        """Make the spare ready to be changed: from here on it is not trusted until `finish`."""
        self.spare.folder.mkdir(parents=True, exist_ok=True)
        (self.spare.folder / COMPLETE).unlink(missing_ok=True)
        if not self.spare.trusted:
            self.spare.made = {}

    def kept(self, wanted: Mapping[str, str]) -> dict[str, Made]:
        """Return the wanted files (path → fingerprint) that the site already holds, and bring the spare level."""
        held: dict[str, Made] = {}
        for path, fingerprint in wanted.items():
            made = self.site.made.get(path)
            if made is None or made.fingerprint != fingerprint:
                continue
            spare = self.spare.made.get(path)
            if spare is None or spare.digest != made.digest:
                target = files.inside(self.spare.folder, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                try:
                    shutil.copyfile(self.site.folder / path, target)
                except FileNotFoundError:  # somebody took it away: it is made anew
                    continue
            held[path] = made
        return held

    def prune(self, wanted: Iterable[str]) -> None:
        """Remove from the spare what the new site does not have."""
        keep = set(wanted)
        present = self.spare.made if self.spare.trusted else files.survey(self.spare.folder)
        emptied = set()
        for path in present:
            if path not in keep:
                (self.spare.folder / path).unlink(missing_ok=True)
                emptied.add(os.path.dirname(path))  # noqa: PTH120  # a path of the site, with `/`, not of the disk
        for folder in sorted(emptied, key=len, reverse=True):
            while folder:
                try:
                    (self.spare.folder / folder).rmdir()
                except OSError:
                    break
                folder = os.path.dirname(folder)  # noqa: PTH120

    def finish(self, made: dict[str, Made], facts: Mapping[str, object]) -> None:
        """Seal the spare and exchange it with the site."""
        token = digest("\n".join(f"{path}\t{file.digest}" for path, file in sorted(made.items())).encode())
        state = {path: tuple(file) for path, file in made.items()}
        files.write_whole(self._ledgers / f"{token}.json", orjson.dumps(state))
        seal = json.dumps({**facts, "files": len(made), "digest": token}, indent=2, sort_keys=True) + "\n"
        files.write_whole(self.spare.folder / COMPLETE, seal.encode())
        self.site.folder.parent.mkdir(parents=True, exist_ok=True)
        files.exchange(self.spare.folder, self.site.folder)
        in_use = {token, _token(self._spare_folder)}
        for ledger in self._ledgers.glob("*.json"):
            if ledger.stem not in in_use:
                ledger.unlink()

    def _open(self, folder: Path) -> Generation:
        token = _token(folder)
        ledger = self._ledgers / f"{token}.json"
        if not token or not ledger.is_file():
            return Generation(folder)
        try:
            state = orjson.loads(ledger.read_bytes())
            made = {path: Made(*values) for path, values in state.items()}
        except (ValueError, TypeError):
            return Generation(folder)
        return Generation(folder, made, trusted=True)


def _token(folder: Path) -> str:
    """Return the digest in a folder's seal, or "" when it has none that can be read."""
    try:
        seal = json.loads((folder / COMPLETE).read_bytes())
    except (OSError, ValueError):
        return ""
    token = seal.get("digest", "") if isinstance(seal, dict) else ""
    return token if isinstance(token, str) and token.isalnum() else ""
