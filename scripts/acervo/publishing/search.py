"""The index of the records, made in the folder of a site: shards by years, of which only those that changed are made.

In: the archive, the finished pages, what the folder holds already. Out: the index's files, and what each was made of.
Never: makes anew a shard of which nothing changed that it holds.

    pagefind/shards.json    the names of the shards, newest first
    pagefind/<shard>/       a whole index of Pagefind's, with its program: the pages of some years, and a share of those
                            without date, so that words weigh nearly the same in each

Pagefind holds all that it indexes in memory, and weighs all that it finds before it tells any: shards bound the first,
and divide the second among the processors of whoever asks.
"""

import re
import shutil
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import orjson

from acervo import files
from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.archive.card import number_of
from acervo.publishing import pagefind
from acervo.publishing.generations import Made, renew, share

FOLDER = "pagefind"
SHARDS = f"{FOLDER}/shards.json"
LEAST = 5_000
"""Dated pages from which on a shard ends with its year."""
OLDEST = "inicio"
ALWAYS = (SHARDS, f"{FOLDER}/{OLDEST}/{pagefind.PROGRAM}")
"""Files of every index, which pages may ask for by name."""
_APART = re.compile(rb"<section\b[^>]*\bdata-pagefind-ignore\b[^>]*>")
"""How a section begins that Pagefind is told to pass over."""


class _Shard(NamedTuple):
    """Some pages, and the number that changes with what is indexed of them."""

    name: str
    pages: list[str]
    fingerprint: int


def index(
    joined: Archive, folder: Path, pages: Mapping[str, str], before: Mapping[str, Made], cache: Path
) -> dict[str, Made]:
    """Make the index in a folder that holds the pages and `before`; return all of it.

    pages: the digest of each. cache: the folder for what is remembered, and for work. Raises Failure when Pagefind
    does.
    """
    indexed = seen(folder, pages, cache / "searched")
    held = {path: made for path, made in before.items() if path.startswith(FOLDER + "/")}
    found: dict[str, Made] = {}
    shards = _shards(indexed, _years(joined))
    for shard in shards:
        own = f"{FOLDER}/{shard.name}/"
        kept = {path: made for path, made in held.items() if path.startswith(own)}
        if kept and all(made.fingerprint == shard.fingerprint for made in kept.values()):
            found |= kept
            continue
        for path, data in _made(shard, folder, cache / FOLDER):
            found[own + path] = renew(folder, own + path, data, shard.fingerprint, held)
    content = orjson.dumps([shard.name for shard in shards])
    found[SHARDS] = renew(folder, SHARDS, content, number_of(content.decode()), held)
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


def beginnings(years: Iterable[str], least: int) -> list[str]:
    """Return the first year of each shard but the oldest, in order. years: that of each dated page.

    least: dated pages from which on a shard ends with its year. A new page of the newest year
    moves no other.
    """
    found = []
    size = 0
    for year, count in sorted(Counter(years).items()):
        if size >= least:
            found.append(year)
            size = 0
        size += count
    return found


def _years(joined: Archive) -> dict[str, str]:
    """Return the year of each page of a published record that has a date, by the page's path."""
    return {
        f"{addresses.record(key)}index.html": joined.entries[key].date[:4]
        for keys in joined.order.values()
        for key in keys
        if joined.entries[key].date
    }


def _shards(indexed: Mapping[str, str], years: Mapping[str, str]) -> list[_Shard]:
    """Divide pages into shards, newest first. indexed: the digest of what is indexed of each."""
    begin = beginnings((years[path] for path in indexed if path in years), LEAST)
    divided: list[list[str]] = [[] for _ in (OLDEST, *begin)]
    for path in sorted(indexed):
        place = bisect_right(begin, years[path]) if path in years else number_of(path) % len(divided)
        divided[place].append(path)
    return [
        _Shard(name, pages, number_of("\n".join([pagefind.key(), *(f"{path} {indexed[path]}" for path in pages)])))
        for name, pages in reversed([*zip((OLDEST, *begin), divided, strict=True)])
    ]


def _made(shard: _Shard, folder: Path, work: Path) -> Iterable[tuple[str, bytes]]:
    """Yield the path and content of each file of a shard, made of the pages of a folder."""
    shutil.rmtree(work, ignore_errors=True)
    (work / "index").mkdir(parents=True)
    for path in shard.pages:
        share(folder / path, work / "pages" / path)
    for path, place in pagefind.index(work / "pages", work / "index").items():
        yield path, place.read_bytes()
    shutil.rmtree(work)


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
