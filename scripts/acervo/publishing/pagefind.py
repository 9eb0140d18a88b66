"""Pagefind: the program that indexes finished pages, and the order its files are put in.

In: a folder of HTML pages, all of which are indexed. Out: the files of an index, by path, the same bytes for the same
pages. Never: indexes lists or chrome (pages mark their own body).

The command line is used because Pagefind's Python interface stalls on a thousand pages and more. Pagefind 1.5 writes
the values of its filters in an order that changes from run to run: they are put in order here. It also cuts its index
into large pieces, anywhere: of words that begin alike, which a question looks for together, some were then not found.
They are cut here where words stop beginning alike, and smaller, since a reader loads a piece for each word.
"""

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cbor2

from acervo import files
from acervo.errors import Failure

LANGUAGE = "es"
PROGRAM = "pagefind.js"
_LABELS = "dt"
"""What names the values of a table: the same words on every page, that would hide where they say something."""
_NEEDED = re.compile(
    rf"pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.{LANGUAGE}\.pagefind"
    r"|pagefind\.[^/]+\.pf_meta|(?:index|filter|fragment)/[^/]+"
)
"""What a search needs of all that Pagefind writes; the rest are finished interfaces, of which the site uses none."""
_FRAGMENT = re.compile(r"(?:.*/)?fragment/([^/]+)\.pf_fragment")
_MAGIC = b"pagefind_dcd"
"""What Pagefind puts before the data of each compressed file."""
_UNASKABLE = str.maketrans({'"': "”", "\\": "∖"})
"""Signs that Pagefind does not find again in a filter, and what a reader takes for them."""
_PIECES, _FILTERS = 2, 3
"""Places of the lists of pieces and of filters among the parts of the metadata."""
_ALIKE = 4
"""First letters that words of one piece may share."""
_PIECE = 6_000
"""Places of words after which a piece may end: some 8 kB, packed."""


def key() -> str:
    """Return what, beside the pages, an index depends on."""
    return f"pagefind {version('pagefind')} {LANGUAGE} in order, askable, without {_LABELS}, cut at {_PIECE}"


def index(pages: Path, output: Path) -> dict[str, Path]:
    """Index the pages of a folder into an empty one, and return where each file is, by its path in the index.

    Raises Failure with what Pagefind said when it failed.
    """
    done = subprocess.run(  # noqa: S603  # our own Python, no shell, paths of this project
        [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(output),
         "--exclude-selectors", _LABELS, "--force-language", LANGUAGE, "--quiet"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode or not (output / PROGRAM).is_file():
        raise Failure(f"Pagefind no pudo hacer el índice de búsqueda:\n{(done.stdout + done.stderr).strip()}")
    _rewrite(output)
    return {path: output / path for path in files.survey(output) if _NEEDED.fullmatch(path)}


def names(site: Path, index: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the path of each page of some indexes and the name they give it. index: paths of files in the site."""
    for path in index:
        if found := _FRAGMENT.fullmatch(path):
            page = json.loads(gzip.decompress((site / path).read_bytes()).removeprefix(_MAGIC))
            yield page["url"].lstrip("/"), found[1]


def _rewrite(output: Path) -> None:
    """Rewrite the filters with their values in order and the index in other pieces, and what names them."""
    entry_file = output / "pagefind-entry.json"
    entry = json.loads(entry_file.read_bytes())
    for language, facts in entry["languages"].items():
        metadata_file = output / f"pagefind.{facts['hash']}.pf_meta"
        metadata = _read(metadata_file)
        metadata[_PIECES] = [*_cut(output / "index", language, metadata[_PIECES])]
        metadata[_FILTERS] = sorted(_in_order(output / "filter", language, metadata[_FILTERS]))
        metadata_file.unlink()
        facts["hash"] = _write(output, language, "pf_meta", metadata, prefix="pagefind.")
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _in_order(folder: Path, language: str, filters: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """Rewrite filters with their values in order; yield the name of each and of its file."""
    for name, hash_ in filters:
        place = folder / f"{hash_}.pf_filter"
        _, values = _read(place)
        place.unlink()
        askable = sorted([value.translate(_UNASKABLE), pages] for value, pages in values)
        yield [name, _write(folder, language, "pf_filter", [name, askable])]


def _cut(folder: Path, language: str, pieces: Iterable[tuple[str, str, str]]) -> Iterator[list[str]]:
    """Cut an index anew; yield how the first and last words of each piece begin, and the name of its file.

    A reader loads, for a word, the first piece of which neither end is beyond it, as far as both have letters.
    """
    open_: list[Any] = []
    size = 0

    def closed() -> list[str]:
        name = _write(folder, language, "pf_index", [open_])
        return [open_[0][0][:_ALIKE], open_[-1][0][:_ALIKE], name]

    for _, _, hash_ in pieces:
        place = folder / f"{hash_}.pf_index"
        words = _read(place)[0]
        place.unlink()
        for word in words:
            if size >= _PIECE and not word[0].startswith(open_[-1][0][:_ALIKE]):
                yield closed()
                open_, size = [], 0
            open_.append(word)
            size += sum(1 + len(page[1]) for page in word[1])
    if open_:
        yield closed()


def _read(place: Path) -> Any:
    data = gzip.decompress(place.read_bytes())
    return cbor2.loads(data.removeprefix(_MAGIC))


def _write(folder: Path, language: str, ending: str, value: Any, prefix: str = "") -> str:
    """Write a file of the index under the hash of what it says, and return that name."""
    data = cbor2.dumps(value)
    hash_ = f"{language}_{blake2b(data, digest_size=5).hexdigest()}"
    (folder / f"{prefix}{hash_}.{ending}").write_bytes(gzip.compress(_MAGIC + data, mtime=0))
    return hash_
