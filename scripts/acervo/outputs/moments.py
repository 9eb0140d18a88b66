"""The index of moments: where in the recordings each word is said, as files that a browser fetches one by one.

In: talks with their paragraphs, newest first. Out: files by path, for one shard of the talks, and the list of shards.
Never: opens a file, or depends on anything but what it is given: same talks, same bytes.

    momentos/shards.bin              {"format": …, "shards": the router of each, newest first}: which blocks there are,
                                     in one answer
    momentos/<shard>/<n>.bin         block n of the postings (see `postings`); paragraphs are numbered through
    momentos/<shard>/<n>-places.bin  the places of the terms of that block, but for frequent ones
    momentos/<shard>/talks-<n>.bin   what is told of `TALKS` talks: rows as `row` gives them
    momentos/pages.bin               the name that the search of records gives to the page of each talk, by shard
    momentos/textos/<talk>.bin       the paragraphs of a talk in pieces, of which a reader may fetch one by its bytes

All are compressed (zlib); list, talks and pieces hold JSON. The names of shards and texts change with
what they hold, so that nobody reads half of an old index and half of a new one.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from acervo.archive.transcript import Paragraph
from acervo.outputs.postings import Postings

FOLDER = "momentos"
LIST = f"{FOLDER}/shards.bin"
PAGES = f"{FOLDER}/pages.bin"
FORMAT = 3
"""Goes up when the files change their shape."""
TALKS = 16
"""Talks in a file of what is told of them."""
COMMON, FREQUENT, FEW = 0.5, 0.08, 200
"""Share of paragraphs that a term must pass to be looked up only when nothing rarer is asked; share from which its
places, many bytes that tell little, are not kept; and how many paragraphs a shard must have for either."""
LEAST, MOST = 1_500, 2_000
"""Talks of a shard: from the least on it ends with its year; it never passes the most. A new talk makes one shard anew,
and a question asks each; ten thousand talks fit the six connections a browser opens."""
PIECE = 2_000
"""Characters of paragraphs after which a piece ends."""


class Passage(NamedTuple):
    """A paragraph as it is found: the second it begins at, who speaks or "", and the words."""

    start: int
    speaker: str
    text: str


class Talk(NamedTuple):
    """What is told of a talk beside its words."""

    id: str
    title: str
    label: str
    date: str
    """In words."""
    year: str
    """"" when unknown."""
    by_machine: bool
    """Whether no person answers for the words."""
    language: str
    text: str
    """Name of the file of its words."""


class Router(NamedTuple):
    """What a reader of a shard knows before asking for any block."""

    name: str
    blocks: list[str]
    """The first term of each."""
    common: list[str]
    frequent: list[str]
    paragraphs: list[int]
    """How many, by talk."""


def text_path(name: str) -> str:
    """Return the path of a file of words."""
    return f"{FOLDER}/textos/{name}.bin"


def text(paragraphs: Iterable[Paragraph]) -> bytes:
    """Return the file of the words of a talk."""
    return b"".join(map(_compressed, _pieces(paragraphs)))


def pieces(data: bytes) -> Iterator[tuple[list[Passage], int]]:
    """Yield the passages of each piece of a file of words, and the byte after its last."""
    rest = data
    while rest:
        reader = zlib.decompressobj()
        rows = json.loads(reader.decompress(rest))
        rest = reader.unused_data
        yield [Passage(*row) for row in rows], len(data) - len(rest)


def shards(talks: Sequence[Talk]) -> list[list[Talk]]:
    """Divide talks (newest first) into shards, so that a new talk changes the newest and leaves the others alone."""
    found: list[list[Talk]] = []
    for talk in reversed(talks):
        last = found[-1] if found else []
        ended = len(last) >= LEAST and last[-1].year != talk.year
        if not found or ended or len(last) >= MOST:
            found.append([])
        found[-1].append(talk)
    return [shard[::-1] for shard in reversed(found)]


def shard(name: str, talks: Sequence[Talk], texts: Iterable[bytes]) -> tuple[Router, dict[str, bytes]]:
    """Return the router of a shard and its files by path. texts: the file of words of each talk."""
    postings = Postings()
    rows: list[list[object]] = []
    counts: list[int] = []
    for talk, data in zip(talks, texts, strict=True):
        before = postings.paragraphs
        ends: list[tuple[int, int]] = []
        for passages, end in pieces(data):
            for passage in passages:
                postings.add(passage.text)
            ends.append((postings.paragraphs - before, end))
        rows.append(row(talk, ends))
        counts.append(postings.paragraphs - before)
    firsts = []
    files = {}
    common, frequent = (postings.common(share) if postings.paragraphs >= FEW else [] for share in (COMMON, FREQUENT))
    for number, block in enumerate(postings.blocks(frozenset(frequent))):
        firsts.append(block.first)
        files[f"{FOLDER}/{name}/{number}.bin"] = block.data
        files[f"{FOLDER}/{name}/{number}-places.bin"] = block.places
    for number, start in enumerate(range(0, len(rows), TALKS)):
        files[f"{FOLDER}/{name}/talks-{number}.bin"] = _compressed(rows[start : start + TALKS])
    return Router(name, firsts, common, frequent, counts), files


def row(talk: Talk, ends: Sequence[tuple[int, int]]) -> list[object]:
    """Return what a reader is told of a talk; ends: the paragraph and the byte after each piece of its words."""
    told = [talk.id, talk.title, talk.label, talk.date, int(talk.by_machine), talk.language, talk.text]
    return [*told, list(chain.from_iterable(ends))]


def list_file(routers: Iterable[Router]) -> bytes:
    """Return the list of shards, given newest first."""
    return _compressed({"format": FORMAT, "shards": [router._asdict() for router in routers]})


def routers(data: bytes) -> list[Router]:
    """Return the routers of a list of shards that was made with this format."""
    return [Router(**told) for told in json.loads(zlib.decompress(data))["shards"]]


def pages_file(names: Iterable[Sequence[str]]) -> bytes:
    """Return the file of the names of the talks' pages, by shard."""
    return _compressed([list(some) for some in names])


def _pieces(paragraphs: Iterable[Paragraph]) -> Iterator[list[Passage]]:
    open_: list[Passage] = []
    size = 0
    for one in paragraphs:
        open_.append(Passage(one.start, one.speaker, one.text))
        size += len(one.text)
        if size >= PIECE:
            yield open_
            open_, size = [], 0
    if open_:
        yield open_


def _compressed(value: object) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 9)
