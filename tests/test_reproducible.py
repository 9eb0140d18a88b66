"""The same records give the same bytes, whatever the process that makes them.

Every edition is made by a process of its own: other hash seed, time zone, locale, folder, order of the files.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.archive.edition import DATA

ROOT = Path(__file__).parent.parent
CIRCUMSTANCES = {
    "chance": {"PYTHONHASHSEED": "1"},
    "other chance": {"PYTHONHASHSEED": "4242"},
    "east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    "west": {"TZ": "Pacific/Niue", "LC_ALL": "tr_TR.UTF-8"},
    "no unicode": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "another day": {"SOURCE_DATE_EPOCH": "1"},
}


def digests(data: Path, folder: Path, **circumstances: str) -> dict[str, str]:
    """Return the digest of every file of an edition made by another process."""
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'scripts'}"} | circumstances
    finished = subprocess.run(
        [sys.executable, "-m", "tests.archive.edition", str(data)],
        cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    found: dict[str, str] = json.loads(finished.stdout)
    return found


@pytest.fixture(scope="module")
def reference() -> dict[str, str]:
    return digests(DATA, ROOT, PYTHONHASHSEED="0", TZ="America/Mexico_City", LC_ALL="es_MX.UTF-8")


@pytest.mark.parametrize("name", CIRCUMSTANCES)
def test_circumstances_change_no_byte(name: str, reference: dict[str, str], tmp_path: Path) -> None:
    assert digests(DATA, tmp_path, **CIRCUMSTANCES[name]) == reference


def test_neither_place_nor_order_of_the_files_changes_a_byte(reference: dict[str, str], tmp_path: Path) -> None:
    copy = tmp_path / "otra carpeta" / "datos"
    for path in sorted(DATA.rglob("*"), reverse=True):
        if path.is_file():
            target = copy / path.relative_to(DATA)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)

    assert digests(copy, tmp_path) == reference


def test_a_changed_record_is_noticed(reference: dict[str, str], tmp_path: Path) -> None:
    copy = shutil.copytree(DATA, tmp_path / "data")
    record = copy / "speakers" / "persona-ejemplo-uno.yml"
    record.write_text(record.read_text(encoding="utf-8") + "summary: Ahora con resumen.\n", encoding="utf-8")

    changed = {path for path, digest in digests(copy, tmp_path).items() if digest != reference[path]}

    assert "personas/persona-ejemplo-uno/index.html" in changed
    assert "temas/cuidados/index.html" not in changed
