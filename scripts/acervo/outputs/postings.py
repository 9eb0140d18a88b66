"""Postings: which paragraphs say a term, and at which places of them, in blocks of which a reader fetches a few.

In: paragraphs, by number, in order. Out: blocks of bytes and the first term of each.
Never: keeps a paragraph's words in their order, or depends on the order in which Python walks a set.

A block, compressed (zlib): the length of its terms in bytes, its terms in UTF-8 with spaces between, the length of the
postings of each, and the postings one after the other: how far each paragraph is from the one before. All numbers are
variable: seven bits a byte, the least first, with the eighth bit on all but the last byte. Terms are in the order of
their UTF-16 units, which is that of the browsers.

Beside each block stand the places of its terms, for whoever looks for a phrase, compressed too: the length of those of
each term, and the places themselves, paragraph by paragraph, counted in terms from 0. A byte for each: how far it is
from the one before, with the eighth bit on when the paragraph has another; 127 only moves on by 127.
"""

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain
from operator import sub
from typing import NamedTuple

from acervo.outputs.terms import terms

BLOCK = 6_000
"""Bytes after which a block ends, before it is compressed."""
LARGE = 3_000
"""Bytes of postings of a term that has a block of its own: whoever looks for its neighbours does not pay for it."""


_STEP, _MORE = 127, 128


class _Row(NamedTuple):
    """A term and its bytes."""

    term: str
    paragraphs: bytes
    places: bytes


class Block(NamedTuple):
    """A stretch of the vocabulary."""

    first: str
    data: bytes
    places: bytes


class Postings:
    """The paragraphs of each term, gathered paragraph by paragraph."""

    def __init__(self) -> None:
        """Begin without any."""
        self._found: defaultdict[str, list[int]] = defaultdict(list)
        self._places: defaultdict[str, bytearray] = defaultdict(bytearray)
        self.paragraphs = 0

    def add(self, text: str) -> None:
        """Add the next paragraph."""
        here: defaultdict[str, list[int]] = defaultdict(list)
        for place, term in enumerate(terms(text)):
            here[term].append(place)
        for term, places in here.items():
            self._found[term].append(self.paragraphs)
            if len(places) == 1 and places[0] < _STEP:
                self._places[term].append(places[0])
            else:
                self._places[term] += _stepped(places)
        self.paragraphs += 1

    def common(self, share: float) -> list[str]:
        """Return the terms that more than this share of the paragraphs say, in order."""
        least = share * self.paragraphs
        return sorted(term for term, numbers in self._found.items() if len(numbers) > least)

    def blocks(self, placeless: Collection[str] = ()) -> Iterable[Block]:
        """Yield the blocks, in order. placeless: terms of which nobody needs the places."""
        open_: list[_Row] = []
        size = 0
        for term in sorted(self._found, key=_units):
            packed = _packed(self._found[term])
            large = len(packed) >= LARGE
            if open_ and (large or size >= BLOCK):
                yield _block(open_)
                open_, size = [], 0
            open_.append(_Row(term, packed, b"" if term in placeless else bytes(self._places[term])))
            size += BLOCK if large else len(term) + len(packed)
        if open_:
            yield _block(open_)


def varint(number: int) -> bytes:
    """Return a whole number in as few bytes as it needs."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def _units(term: str) -> bytes:
    return term.encode("utf-16-be", "surrogatepass")


def _packed(numbers: list[int]) -> bytes:
    steps = [numbers[0], *map(sub, numbers[1:], numbers)]
    return bytes(steps) if max(steps) < 128 else b"".join(map(varint, steps))


def _stepped(places: list[int]) -> bytes:
    """Return the places of a term in one paragraph."""
    out = bytearray()
    before = 0
    for place in places:
        steps, rest = divmod(place - before, _STEP)
        out += bytes([_STEP] * steps)
        out.append(rest | _MORE)
        before = place
    out[-1] ^= _MORE
    return bytes(out)


def _block(rows: list[_Row]) -> Block:
    words = " ".join(row.term for row in rows).encode()
    lengths = (varint(len(row.paragraphs)) for row in rows)
    whole = chain((varint(len(words)), words), lengths, (row.paragraphs for row in rows))
    places = chain((varint(len(row.places)) for row in rows), (row.places for row in rows))
    return Block(rows[0].term, zlib.compress(b"".join(whole), 9), zlib.compress(b"".join(places), 9))
