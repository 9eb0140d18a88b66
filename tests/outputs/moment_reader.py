"""The files of the index of moments read back, from what their description says and nothing else of the program.

In: files by path. Out: where a term is said, and the words of a paragraph. Never: shares code with what wrote them.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

Place = tuple[str, int]
"""Id of a talk and number of a paragraph in it."""


class Reader:
    """A shard."""

    def __init__(self, files: Mapping[str, bytes], name: str) -> None:
        self._files = files
        self._folder = f"momentos/{name}"
        [router] = (one for one in self._json("momentos/shards.bin")["shards"] if one["name"] == name)
        self.firsts: list[str] = router["blocks"]
        self.common: list[str] = router["common"]
        self.frequent: list[str] = router["frequent"]
        self.counts: list[int] = router["paragraphs"]

    def row(self, talk: int) -> list[Any]:
        rows: list[list[Any]] = self._json(f"{self._folder}/talks-{talk // 16}.bin")
        return rows[talk % 16]

    def find(self, term: str) -> list[Place]:
        """Return where a term is said, reading only the block that may hold it."""
        numbers = [number for number, first in enumerate(self.firsts) if units(first) <= units(term)]
        return self._block(numbers[-1]).get(term, []) if numbers else []

    def everything(self) -> dict[str, list[Place]]:
        """Return where each term is said, and make sure that the blocks are in order."""
        found: dict[str, list[Place]] = {}
        for number, first in enumerate(self.firsts):
            block = self._block(number)
            assert next(iter(block)) == first
            found |= block
        assert list(found) == sorted(found, key=units)
        return found

    def said_at(self, term: str) -> dict[Place, list[int]]:
        """Return where a term stands in each paragraph that says it; nothing for one that is too common."""
        numbers = [number for number, first in enumerate(self.firsts) if units(first) <= units(term)]
        block = self._block(numbers[-1])
        taken = _Bytes(zlib.decompress(self._files[f"{self._folder}/{numbers[-1]}-places.bin"]))
        lengths = dict(zip(block, [taken.one() for _ in block], strict=True))
        own = {word: taken.take(length) for word, length in lengths.items()}[term]
        assert taken.rest == b""
        found: dict[Place, list[int]] = {}
        steps = iter(own)
        for place in block[term] if own else ():
            at, more = 0, True
            found[place] = []
            while more:
                byte = next(steps)
                at += byte & 127
                if byte != 127:
                    found[place].append(at)
                    more = byte > 127
        assert list(steps) == []
        return found

    def passage(self, talk: int, paragraph: int) -> list[Any]:
        """Return a paragraph as it is told, reading only its piece."""
        *_, text, ends = self.row(talk)
        first = start = 0
        for last, end in zip(ends[::2], ends[1::2], strict=True):
            if paragraph < last:
                rows = json.loads(zlib.decompress(self._files[f"momentos/textos/{text}.bin"][start:end]))
                passage: list[Any] = rows[paragraph - first]
                return passage
            first, start = last, end
        raise IndexError(paragraph)

    def _block(self, number: int) -> dict[str, list[Place]]:
        numbers = _Bytes(zlib.decompress(self._files[f"{self._folder}/{number}.bin"]))
        words = numbers.take(numbers.one()).decode().split(" ")
        lengths = [numbers.one() for _ in words]
        found = {
            word: list(map(self._place, numbers.steps(length))) for word, length in zip(words, lengths, strict=True)
        }
        assert numbers.rest == b""
        return found

    def _place(self, number: int) -> Place:
        talk = 0
        while number >= self.counts[talk]:
            number -= self.counts[talk]
            talk += 1
        return self.row(talk)[0], number

    def _json(self, path: str) -> Any:
        return json.loads(zlib.decompress(self._files[path]))


class _Bytes:
    def __init__(self, rest: bytes) -> None:
        self.rest = rest

    def take(self, count: int) -> bytes:
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def one(self) -> int:
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def steps(self, length: int) -> Iterator[int]:
        """Yield the numbers of which each step of this many bytes is the distance from the one before."""
        steps, at = _Bytes(self.take(length)), 0
        while steps.rest:
            at += steps.one()
            yield at


def units(text: str) -> list[int]:
    """Return a text as JavaScript compares it."""
    data = text.encode("utf-16-be")
    return [int.from_bytes(data[place : place + 2]) for place in range(0, len(data), 2)]
