"""The pieces that a record does not tell, of those that readers and the law ask for.

In: a checked record. Out: a number with one bit for each piece that is blank.
Never: knows whether the piece is due already, or what others hand down (see `archive.gaps`).
"""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from pydantic import BaseModel

from acervo.records.models.labels import inner_model
from acervo.records.models.parts import Record

UNKNOWN = "unknown"
"""How every closed list says that nothing is known."""


class Piece(NamedTuple):
    """Something that a record should tell."""

    code: str
    fields: tuple[str, ...]
    """Any of these tells it; the first that a kind has is the one to fill in."""
    kinds: frozenset[str]
    """The kinds of which it is asked; none for all that have the field."""


def _piece(code: str, fields: str, kinds: str = "") -> Piece:
    return Piece(code, tuple(fields.split()), frozenset(kinds.split()))


PIECES = (
    _piece("summary", "summary"),
    _piece("sources", "sources"),
    _piece("date", "date period", "conferences documents evaluations"),
    _piece("people", "people", "conferences"),
    _piece("office", "offices"),
    _piece("topics", "topics", "conferences documents"),
    _piece("institution", "institution", "conferences documents networks series"),
    _piece("description", "description"),
    _piece("recording", "recording.state"),
    _piece("link", "recording.youtube recording.copies"),
    _piece("captions", "recording.captions"),
    _piece("license", "recording.license"),
    _piece("permission", "recording.captions_permission"),
    _piece("consent", "consent"),
    _piece("sign_language", "recording.sign_language"),
)
"""In the order in which people are asked for them: the place of each is the place of its bit."""


def field_of(piece: Piece, kind: str, model: type[Record]) -> str:
    """Return the field that tells a piece, or "" when it is not asked of that kind."""
    if piece.kinds and kind not in piece.kinds:
        return ""
    return next((path for path in piece.fields if _has(model, path)), "")


def blanks(kind: str, record: Record) -> int:
    """Return the pieces that a record leaves blank, as bits."""
    found = 0
    for bit, fields in _readers(kind, type(record)):
        for read in fields:
            value = read(record)
            if value and value != UNKNOWN:
                break
        else:
            found |= bit
    return found


@cache
def _readers(kind: str, model: type[Record]) -> tuple[tuple[int, tuple[Callable[[Record], object], ...]], ...]:
    """Compile, once per model, what reads each piece that is asked of it."""
    return tuple(
        (1 << place, tuple(attrgetter(path) for path in piece.fields if _has(model, path)))
        for place, piece in enumerate(PIECES)
        if field_of(piece, kind, model)
    )


def _has(model: type[BaseModel], path: str) -> bool:
    part: type[BaseModel] | None = model
    for name in path.split("."):
        info = part.model_fields.get(name) if part else None
        if info is None:
            return False
        part = inner_model(info.annotation)
    return True
