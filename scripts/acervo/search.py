"""The search index, by Pagefind, over the finished pages.

In: a folder of HTML. Out: the files of the index, by path, the same bytes for the same pages.
Never: indexes lists or chrome (pages mark their own body).

The command line is used because Pagefind's Python interface stalls on a thousand pages and more. Pagefind 1.5 writes
the values of its filters in an order that changes from run to run: they are put in order here.
"""

import gzip
import json
import shutil
import subprocess
import sys
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cbor2

from acervo import files
from acervo.errors import Failure

FOLDER = "pagefind"
LANGUAGE = "es"
_MAGIC = b"pagefind_dcd"
"""What Pagefind puts before the data of each compressed file."""
_UNASKABLE = str.maketrans({'"': "”", "\\": "∖"})
"""Signs that Pagefind does not find again in a filter, and what a reader takes for them."""
_FILTERS = 3
"""Place of the list of filters among the parts of the metadata."""


def key() -> str:
    """Return what, beside the pages, the index depends on."""
    return f"pagefind {version('pagefind')} {LANGUAGE} in order, askable"


def index(site: Path, output: Path) -> dict[str, Path]:
    """Index a folder and return where each file of the index is, by its path in the site.

    Raises Failure with what Pagefind said when it failed.
    """
    shutil.rmtree(output, ignore_errors=True)
    done = subprocess.run(  # noqa: S603  # our own Python, no shell, paths of this project
        [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(output),
         "--force-language", LANGUAGE, "--quiet"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode or not (output / "pagefind.js").is_file():
        raise Failure(f"Pagefind no pudo hacer el índice de búsqueda:\n{(done.stdout + done.stderr).strip()}")
    _put_in_order(output)
    return {f"{FOLDER}/{path}": output / path for path in files.survey(output)}


def _put_in_order(output: Path) -> None:
    """Rewrite the filters with their values in order, and what names them."""
    entry_file = output / "pagefind-entry.json"
    entry = json.loads(entry_file.read_bytes())
    for language, facts in entry["languages"].items():
        metadata_file = output / f"pagefind.{facts['hash']}.pf_meta"
        metadata = _read(metadata_file)
        filters = []
        for name, hash_ in metadata[_FILTERS]:
            place = output / "filter" / f"{hash_}.pf_filter"
            _, values = _read(place)
            place.unlink()
            askable = sorted([value.translate(_UNASKABLE), pages] for value, pages in values)
            filters.append([name, _write(output / "filter", language, "pf_filter", [name, askable])])
        metadata[_FILTERS] = sorted(filters)
        metadata_file.unlink()
        facts["hash"] = _write(output, language, "pf_meta", metadata, prefix="pagefind.")
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _read(place: Path) -> Any:
    data = gzip.decompress(place.read_bytes())
    return cbor2.loads(data.removeprefix(_MAGIC))


def _write(folder: Path, language: str, ending: str, value: Any, prefix: str = "") -> str:
    """Write a file of the index under the hash of what it says, and return that name."""
    data = cbor2.dumps(value)
    hash_ = f"{language}_{blake2b(data, digest_size=5).hexdigest()}"
    (folder / f"{prefix}{hash_}.{ending}").write_bytes(gzip.compress(_MAGIC + data, mtime=0))
    return hash_
