"""The locks of the dependencies: whole, current, and without addresses.

In: the texts of requirements*.in and requirements*.txt, and what the installed packages say they need.
Out: Spanish findings. Never: asks a package index.
"""

import json
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from audit.verdict import Verdict, of_findings

LOCKS = ("requirements-build", "requirements", "requirements-dev")
NPM_LOCK = Path("scripts/audit/package-lock.json")
_ADDRESS = re.compile(r"\b(?:https?|file|git|ssh)\b\S*://|^\s*(?:-i|-f|--\S*index\S*|--find-links)\b", re.MULTILINE)
_PIN = re.compile(r"([A-Za-z0-9._-]+)==([^\s;]+)(?: ; (.+?))?((?: --hash=sha256:[0-9a-f]{64})*)\Z")


@dataclass(frozen=True, slots=True)
class Pin:
    """One locked package: its exact version, where it applies, and how many hashes vouch for it."""

    name: str
    version: str
    marker: str
    hashes: int

    @property
    def applies(self) -> bool:
        """Tell whether this machine installs it."""
        return not self.marker or Marker(self.marker).evaluate()


def locks(root: Path) -> Verdict:
    """Check the locks of the repository."""
    findings: list[str] = []
    known: list[Pin] = []
    for name in LOCKS:
        text = (root / f"{name}.txt").read_text(encoding="utf-8")
        known = [*known, *read(text)]
        findings += [f"{name}.txt: {found}" for found in faults(text)]
        findings += [f"{name}.txt: {found}" for found in stale((root / f"{name}.in").read_text("utf-8"), known)]
    findings += [f"{NPM_LOCK}: {found}" for found in npm_faults((root / NPM_LOCK).read_text(encoding="utf-8"))]
    return of_findings(findings, f"paquetes fijados con hash: {len(known)}")


def read(text: str) -> list[Pin]:
    """Read the pins of a lock."""
    return [
        Pin(canonicalize_name(pin[1]), pin[2], pin[3] or "", pin[4].count("--hash="))
        for line in _lines(text)
        if (pin := _PIN.match(line))
    ]


def faults(text: str) -> list[str]:
    """List what makes a lock unsafe: an address, a line that pins nothing, a pin that no hash vouches for."""
    found = [f"línea con una dirección: {match[0].strip()}" for match in _ADDRESS.finditer(text)]
    found += [f"línea que no fija una versión: {line}" for line in _lines(text) if not _PIN.match(line)]
    found += [f"{pin.name}=={pin.version} no tiene hash" for pin in read(text) if not pin.hashes]
    return found if read(text) else [*found, "no fija ningún paquete"]


def stale(wanted: str, pins: list[Pin]) -> list[str]:
    """List what people ask for, or what the pinned packages need here, that the lock does not hold."""
    here = {pin.name: pin for pin in pins if pin.applies}
    asked = [("se pide", Requirement(line)) for line in _lines(wanted) if not line.startswith("-c ")]
    found, seen = [], set()
    while asked:
        why, requirement = asked.pop()
        key = (canonicalize_name(requirement.name), str(requirement))
        if key in seen:
            continue
        seen.add(key)
        pin = here.get(key[0])
        if pin is None or not requirement.specifier.contains(Version(pin.version), prereleases=True):
            found.append(f"{why} {requirement} y el candado no lo tiene: make lock")
            continue
        asked += [(f"{pin.name} necesita", needed) for needed in _needs(pin, requirement.extras)]
    return sorted(found)


def npm_faults(text: str) -> list[str]:
    """List what makes the lock of npm unsafe: a package without its hash, or with an address."""
    packages = {path: entry for path, entry in json.loads(text)["packages"].items() if path}
    found = [f"{path} no tiene hash" for path, entry in packages.items() if not entry.get("integrity")]
    found += [f"{path} lleva una dirección" for path, entry in packages.items() if "://" in json.dumps(entry)]
    return found if packages else ["no fija ningún paquete"]


def _lines(text: str) -> list[str]:
    """Return the lines that say something, each joined with its continuations and spaced by single spaces."""
    whole = re.sub(r"^\s*#.*$|\s#.*$", "", text.replace("\\\n", " "), flags=re.MULTILINE)
    return [" ".join(line.split()) for line in whole.splitlines() if line.strip()]


def _needs(pin: Pin, extras: set[str]) -> list[Requirement]:
    """Return what the installed package of that very version needs on this machine."""
    try:
        package = metadata.distribution(pin.name)
    except metadata.PackageNotFoundError:
        return []
    if package.version != pin.version:
        return []
    needs = map(Requirement, package.requires or [])
    return [
        need
        for need in needs
        if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *extras))
    ]
