"""The site and its twin: two generations kept side by side, so that a new site appears in one step.

In: the files a build wants, each with a fingerprint of what it is made of. Out: the twin brought up to date, exchanged
with the site, and made a twin again.
Never: touches the site while it is being built, or trusts a folder that was not finished.

Creating files is what costs: twins share theirs (hard links), so a small change writes a few files and nothing else,
and a file is never rewritten in place.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import orjson

from acervo import files
from acervo.errors import Failure

COMPLETE = "build.json"
"""Written last into a finished generation: without it a folder is not a site."""


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class Made(NamedTuple):
    """A file of a generation: what it was made of, and what it says."""

    fingerprint: int
    digest: str
    size: int


def digest(data: bytes) -> str:
    """Return the digest by which contents are compared."""
    return blake2b(data, digest_size=16).hexdigest()


class Generations:
    """The site and its twin, and what is in them."""

    def __init__(self, site: Path, cache: Path) -> None:
        """Open both; a folder that is not known to be whole counts as empty."""
        files.recover(site)
        self.site = site
        self.twin = cache / "twin"
        self._ledger = cache / "generation.json"
        self.made = self._recall()
        """What the site holds, by path."""

    def begin(self) -> None:
        """Make the twin ready to be changed: from here on it is no twin until `finish`."""
        if not self.made:
            shutil.rmtree(self.twin, ignore_errors=True)
        elif _token(self.twin) != _token(self.site):
            shutil.rmtree(self.twin, ignore_errors=True)
            for path in self.made:
                share(self.site / path, self.twin / path)
        self.twin.mkdir(parents=True, exist_ok=True)
        (self.twin / COMPLETE).unlink(missing_ok=True)

    def kept(self, wanted: Mapping[str, int]) -> dict[str, Made]:
        """Return those of the wanted files (path → fingerprint) that both generations hold already."""
        return {
            path: made
            for path, fingerprint in wanted.items()
            if (made := self.made.get(path)) and made.fingerprint == fingerprint
        }

    def finish(self, made: dict[str, Made], facts: Mapping[str, object]) -> None:
        """Seal the twin, exchange it with the site, and make a twin of what was the site."""
        _prune(self.twin, (path for path in self.made if path not in made))
        token = digest("\n".join(f"{path}\t{file.digest}" for path, file in sorted(made.items())).encode())
        seal = json.dumps({**facts, "files": len(made), "digest": token}, indent=2, sort_keys=True) + "\n"
        state = {"token": token, "made": {path: tuple(file) for path, file in made.items()}}
        files.write_whole(self.twin / COMPLETE, seal.encode())
        self.site.parent.mkdir(parents=True, exist_ok=True)
        files.exchange(self.twin, self.site)
        with suppress(OSError):  # the site is published: without ledger or twin the next build only takes longer
            files.write_whole(self._ledger, orjson.dumps(state))
            self._level(made)

    def _level(self, made: Mapping[str, Made]) -> None:
        """Make the former site a twin of the new one, whose seal it gets last."""
        before = self.made if self.twin.is_dir() else {}
        (self.twin / COMPLETE).unlink(missing_ok=True)
        for path, file in made.items():
            old = before.get(path)
            if old is None or old.digest != file.digest:
                share(self.site / path, self.twin / path)
        _prune(self.twin, (path for path in before if path not in made))
        share(self.site / COMPLETE, self.twin / COMPLETE)

    def _recall(self) -> dict[str, Made]:
        try:
            state = orjson.loads(self._ledger.read_bytes())
            if state["token"] == _token(self.site):
                return {path: Made(*values) for path, values in state["made"].items()}
        except (OSError, ValueError, TypeError, KeyError):
            pass
        return {}


def put(target: Path, data: bytes) -> None:
    """Write a file of a generation as a new one: the old may be shared with the other generation."""
    name = str(target)
    try:
        place = os.open(name, _NEW, 0o644)
    except FileExistsError:
        target.unlink()
        place = os.open(name, _NEW, 0o644)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        place = os.open(name, _NEW, 0o644)
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[os.write(place, rest) :]
    finally:
        os.close(place)


def renew(folder: Path, path: str, data: bytes, fingerprint: int, held: Mapping[str, Made]) -> Made:
    """Write a file of a generation unless it holds the same already; return what it is. held: what the folder holds."""
    made = Made(fingerprint, digest(data), len(data))
    if path not in held or held[path].digest != made.digest:
        put(files.inside(folder, path), data)
    return made


def share(source: Path, target: Path) -> None:
    """Give a file a second name, or a copy where the file system has no second names."""
    try:
        os.link(source, target)
    except FileExistsError:
        target.unlink()
        share(source, target)
    except FileNotFoundError:
        if not source.exists():
            raise Failure(f"Falta «{source}»: alguien lo borró. Ejecute: acervo build --clean") from None
        target.parent.mkdir(parents=True, exist_ok=True)
        share(source, target)
    except OSError:
        target.unlink(missing_ok=True)
        shutil.copyfile(source, target)


def _prune(folder: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders that this leaves empty."""
    for path in paths:
        place = folder / path
        place.unlink(missing_ok=True)
        for parent in place.parents:
            if parent == folder:
                break
            try:
                parent.rmdir()
            except OSError:
                break


def _token(folder: Path) -> str:
    """Return the digest in a folder's seal, or "" when it has none that can be read."""
    try:
        seal = json.loads((folder / COMPLETE).read_bytes())
    except (OSError, ValueError):
        return ""
    token = seal.get("digest", "") if isinstance(seal, dict) else ""
    return token if isinstance(token, str) else ""
