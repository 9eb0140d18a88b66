"""The search index, by Pagefind, over the finished pages.

In: a folder of HTML. Out: the files of the index, by path, the same bytes for the same pages.
Never: indexes lists or chrome (pages mark their own body).

The command line is used because Pagefind's Python interface stalls on a thousand pages and more. Pagefind 1.5 writes
the values of its filters in an order that changes from run to run: they are put in order here.
"""

import gzip
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cbor2
import orjson

from acervo import files
from acervo.errors import Failure

FOLDER = "pagefind"
_LABELS = "dt"
"""What names the values of a table: the same words on every page, that would hide where they say something."""
LANGUAGE = "es"
_FRAGMENTS = f"{FOLDER}/fragment/"
_MAGIC = b"pagefind_dcd"
"""What Pagefind puts before the data of each compressed file."""
_UNASKABLE = str.maketrans({'"': "”", "\\": "∖"})
"""Signs that Pagefind does not find again in a filter, and what a reader takes for them."""
_APART = re.compile(rb"<section\b[^>]*\bdata-pagefind-ignore\b[^>]*>")
"""How a section begins that Pagefind is told to pass over."""
_PLAIN = re.compile(r"[a-z0-9-]*")
_FILTERS = 3
"""Place of the list of filters among the parts of the metadata."""


def key() -> str:
    """Return what, beside the pages, the index depends on."""
    return f"pagefind {version('pagefind')} {LANGUAGE} in order, askable, without {_LABELS}"


def index(site: Path, pages: Iterable[str], output: Path) -> dict[str, Path]:
    """Index pages of a folder and return where each file of the index is, by its path in the site.

    Raises Failure with what Pagefind said when it failed.
    """
    shutil.rmtree(output, ignore_errors=True)
    done = subprocess.run(  # noqa: S603  # our own Python, no shell, paths of this project
        [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(output),
         "--glob", _glob(pages), "--exclude-selectors", _LABELS, "--force-language", LANGUAGE,
         "--quiet"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode or not (output / "pagefind.js").is_file():
        raise Failure(f"Pagefind no pudo hacer el índice de búsqueda:\n{(done.stdout + done.stderr).strip()}")
    _put_in_order(output)
    return {f"{FOLDER}/{path}": output / path for path in files.survey(output)}


def names(site: Path, index: Iterable[str]) -> dict[str, str]:
    """Return the name that an index gives to each page, by the page's path. index: the paths of its files.

    The folder may hold files of an earlier index beside them.
    """
    found = {}
    for path in index:
        if path.startswith(_FRAGMENTS):
            page = json.loads(gzip.decompress((site / path).read_bytes()).removeprefix(_MAGIC))
            found[page["url"].lstrip("/")] = path.removeprefix(_FRAGMENTS).removesuffix(".pf_fragment")
    return found


def seen(site: Path, pages: Mapping[str, str], place: Path) -> dict[str, str]:
    """Return the digest of what is indexed of each page, for the pages of which anything is.

    pages: the digest of each. place: the file that remembers what was seen of them the last time.
    """
    before: dict[str, tuple[str, str]] = {}
    with suppress(OSError, ValueError, AttributeError):
        before = dict(orjson.loads(place.read_bytes()).items())
    found = {}
    for path, whole in pages.items():
        known = before.get(path)
        found[path] = known if known and known[0] == whole else (whole, _seen((site / path).read_bytes()))
    files.write_whole(place, orjson.dumps(found))
    return {path: part for path, (_, part) in found.items() if part}


def _seen(page: bytes) -> str:
    """Return the digest of a page without the sections that Pagefind passes over, unless they have values for it."""
    if b"data-pagefind-body" not in page:
        return ""
    state = blake2b(digest_size=16)
    kept = 0
    for begin in _APART.finditer(page):
        end = page.find(b"</section>", begin.end())
        if begin.end() >= kept and end >= 0 and page.find(b"data-pagefind-", begin.end(), end) < 0:
            state.update(page[kept : begin.end()])
            kept = end
    state.update(page[kept:])
    return state.hexdigest()


def _glob(pages: Iterable[str]) -> str:
    """Return the pattern of Pagefind's that finds all these pages and few others.

    It would keep what it reads of others, lists above all, in memory to the end, and then leave them out.
    """
    return f"{{{','.join(sorted({_shape(path) for path in pages}))}}}"


def _shape(path: str) -> str:
    """Return the pattern of a page's path: its first folder, and as many below it."""
    first, *others = path.split("/")[:-1] or [""]
    return "/".join([first if _PLAIN.fullmatch(first) else "*", *("*" for _ in others), "*.html"]).lstrip("/")


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
