"""The search index, by Pagefind, over the finished pages.

In: a folder of HTML. Out: the files of the index, by path. Never: indexes lists or chrome (pages mark their own body).

The command line is used because Pagefind's Python interface stalls on a thousand pages and more.
"""

import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from acervo import files
from acervo.errors import Failure

FOLDER = "pagefind"
LANGUAGE = "es"


def key() -> str:
    """Return what, beside the pages, the index depends on."""
    return f"pagefind {version('pagefind')} {LANGUAGE}"


def index(site: Path, output: Path) -> dict[str, Path]:
    """Index a folder and return where each file of the index is, by its path in the site.

    Raises Failure with what Pagefind said when it failed.
    """
    shutil.rmtree(output, ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(output),
         "--force-language", LANGUAGE, "--quiet"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode or not (output / "pagefind.js").is_file():
        raise Failure(f"Pagefind no pudo hacer el índice de búsqueda:\n{(done.stdout + done.stderr).strip()}")
    return {f"{FOLDER}/{path}": output / path for path in files.survey(output)}
