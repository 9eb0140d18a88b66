"""What the form reads while a record is written: the forms, the ids and titles of each kind, the texts of records.

In: the archive; the texts of the records of a file. Out: JSON by path. Never: opens a file, or gives what pages do not
publish: a record with notes, with an access, or of an evaluation is pasted by whoever edits it.

The texts of a kind are in 256 files at most, by a number made of the id: one record changed writes one file, and the
form fetches one. The index of ids and titles is one file a kind, fetched when a field that names it is first used.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple
from zlib import crc32

from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.records.models.kinds import KINDS
from acervo.records.writing.forms import form, words

_NOT_TOLD = frozenset({"evaluations"})
"""Kinds whose pages show less than their records."""
TOPICS = "00"
"""The one file of all topics."""
_NAME = "{:02x}"


class Texts(NamedTuple):
    """The records whose texts are in one file."""

    path: str
    sources: tuple[tuple[str, str], ...]
    """The id of each record, or the name of the kind when all share a file, and the path of that file."""


def forms() -> Iterator[tuple[str, bytes]]:
    """Yield the form of each kind, and what all forms need."""
    yield addresses.form("palabras"), _json(words())
    for kind in KINDS.values():
        yield addresses.form(kind.folder), _form(kind.folder)


def index(archive: Archive, kind: str) -> bytes:
    """Return the ids and titles of the published records of a kind, in reading order."""
    return _json([[key[1], archive.entries[key].title] for key in archive.order[kind]])


def plan(archive: Archive) -> Iterator[Texts]:
    """Yield the files of texts, without those of records that are withdrawn, name people who are, or are private."""
    for kind, keys in archive.order.items():
        entries = [archive.entries[key] for key in keys if key not in archive.discreet]
        if kind in _NOT_TOLD or not entries:
            continue
        if kind == "topics":
            told = () if any(entry.private for entry in entries) else ((kind, entries[0].path),)
            yield Texts(addresses.texts(kind, TOPICS), told)
            continue
        found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        for entry in entries:
            some = found[_number(entry.id)]
            if not entry.private:
                some.append((entry.id, entry.path))
        for number, some in found.items():
            yield Texts(addresses.texts(kind, _NAME.format(number)), tuple(some))


def texts(found: Mapping[str, str]) -> bytes:
    """Return the file of some texts. found: by id, each text."""
    return _json(found)


def shard(id_: str) -> str:
    """Return the file of a record, of 256 (the last byte of its CRC-32: the browser makes it too)."""
    return _NAME.format(_number(id_))


def _number(id_: str) -> int:
    return crc32(id_.encode()) & 255


@cache
def _form(kind: str) -> bytes:
    return _json(form(KINDS[kind]))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
