"""What the gates take from npm: pinned by hash in `package-lock.json`, put beside the environment by `make audit`.

In: a package's file. Out: its path, or the verdict of a gate that lacks it. Never: installs anything.
"""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from audit.verdict import Verdict

FOLDER = Path("npm/node_modules")
_HOMES = {"java": "default-jre-headless", "node": "nodejs", "npm": "npm"}
"""Programs that gates need, by the package of Debian that brings each."""


def place(file: str) -> Path:
    """Return where a file of a package is, whether it is there or not."""
    return Path(sys.prefix) / FOLDER / file


def lacking(file: str, programs: Sequence[str]) -> Verdict | None:
    """Return the verdict of a gate that cannot be judged for want of a program or a package; None when all is there."""
    missing = [name for name in programs if not shutil.which(name)]
    if missing:
        wanted = " ".join(_HOMES[name] for name in missing)
        return Verdict(False, f"falta {' y '.join(missing)}", f"Instálelo: en Debian, apt install {wanted}.")
    if not place(file).is_file():
        package = "/".join(file.split("/")[: 2 if file.startswith("@") else 1])
        return Verdict(False, f"falta {package}", "Ejecute make audit (no python -m audit): lo instala con npm.")
    return None
