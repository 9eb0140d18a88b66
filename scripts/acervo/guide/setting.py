"""The small fictional archive around every example, and what each file has besides the part that an example shows.

In: an example. Out: whole files, as bytes by path. Never: judges them (see `trial`).
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from acervo.archive import announced, archive, ledger
from acervo.guide.example import PLACES, Example, Fate
from acervo.guide.trial import load
from acervo.records.checks import filing
from acervo.records.checks.filing import Filing
from acervo.records.models.kinds import KINDS
from acervo.records.text.reader import read
from acervo.records.writing import schema

Whole = Mapping[str, bytes]

_OF_ALL = {"title": "Cuidar", "updated": "2026-11-20", "sources": "[{title: Nota de ejemplo}]"}
_OF_KIND: Mapping[str, Mapping[str, str]] = {
    "speakers": {"title": "Ana Ejemplo", "given_name": "Ana", "family_name": "Ejemplo"},
    "documents": {"kind": "plan"},
    "institutions": {"level": "federal"},
    "series": {"institution": "oficina-ejemplo"},
    "routes": {"steps": "[{conference: 2024-cuidar}]"},
    "evaluations": {"conference": "2024-cuidar", "moment": "after"},
}
"""What a record needs, as it is written."""
_HEAD = """\
WEBVTT
Language: es

NOTE
video: aB3_dEfGh-w
origen: importado
estado: revisado
crédito: Ana Ejemplo

"""
_AROUND: Mapping[str, str] = MappingProxyType({
    "data/topics.yml": "cuidados:\n  title: Cuidados\ntrabajo:\n  title: Trabajo\n",
    "data/institutions/oficina-ejemplo.yml": "title: Oficina de ejemplo",
    "data/series/ciclo-ejemplo.yml": "title: Ciclo de ejemplo",
    "data/conferences/2024-cuidar.yml": "title: Cuidar hoy\ndate: 2024-05-25",
    "data/documents/ley-ejemplo.yml": "title: Ley de ejemplo\nkind: law",
    "data/speakers/ana-ejemplo.yml": "title: Ana Ejemplo",
})  # fmt: skip
"""What records of examples name."""


def wrong(example: Example) -> Whole:
    """Return the archive of an example that is told its message."""
    return _whole({**_AROUND, **example.beside, **example.wrong}, example.lacks)


def right(example: Example) -> Whole:
    """Return the same archive put right."""
    files = {**_AROUND, **example.beside, **example.wrong, **example.right}
    return _whole(
        {path: _anew(path) if text is Fate.ANEW else text for path, text in files.items() if text is not Fate.GONE}
    )


def _anew(path: str) -> str:
    """Return the text of a schema as the program writes it."""
    return schema.text(KINDS[path.rpartition("/")[2].removesuffix(".json")])


def _whole(files: Mapping[str, str | bytes], lacks: tuple[str, ...] = ()) -> Whole:
    told = files.get(PLACES["ledger"], "")
    assert isinstance(told, str)  # the ledger of an example is always shown
    data = {path: _file(path, text, lacks) for path, text in files.items() if path != PLACES["ledger"]}
    known = {path: data[path] for path in _AROUND} if told else data
    return data | {PLACES["ledger"]: _ledger(known, told)}


@lru_cache(maxsize=64)
def _file(path: str, text: str | bytes, lacks: tuple[str, ...]) -> bytes:
    if isinstance(text, bytes):
        return text
    place = filing.place_of(path)
    if isinstance(place, Filing):
        return _record(place.kind, text, lacks).encode()
    head = _HEAD if path.endswith(".vtt") and not text.startswith("WEBVTT") else ""
    return f"{head}{text.rstrip()}\n".encode()


def _record(kind: str, text: str, lacks: tuple[str, ...]) -> str:
    """Add what a record lacks at the end of its text, if that can be read to its end."""
    rest = {name: value for name, value in {**_OF_ALL, **_OF_KIND.get(kind, {})}.items() if name not in lacks}
    if kind != "topics":
        return _full(text, read(text.encode()).tree, rest, "")
    topics = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    trees = ((topic, (read(topic.encode()).tree or {}).values()) for topic in topics if topic)
    return "".join(_full(topic, next(iter(values), None), rest, "  ") for topic, values in trees)


def _full(text: str, tree: object, rest: Mapping[str, str], margin: str) -> str:
    lines = [f"{margin}{name}: {rest[name]}" for name in rest if name not in tree] if isinstance(tree, dict) else []
    return "\n".join([text.rstrip("\n"), *lines, ""])


def _ledger(files: Whole, told: str) -> bytes:
    """Return the ledger that is due; only of the archive around, where an example shows more of it."""
    entries = [filed.entry for path, data in files.items() for filed in load(path, data).records]
    lines: Iterable[str] = [line for line in told.splitlines() if line]
    return ledger.due(entries, announced.shorts(archive.build(entries), lines), lines).encode()
