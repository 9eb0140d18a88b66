"""A review: what a proposal changes on the site, what its records lack, and what is wrong, as data.

In: what the review of a proposal found, or the JSON that says so. Out: a frozen `Review`, or a `ReviewError`.
Never: holds Markdown: who writes the comment reads this, and believes nothing else of a proposal.

The JSON may come from anybody: whoever proposes a change may change the program that reviews it.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from acervo.archive.duties import DUTIES
from acervo.records.models.fields import Choice

LONGEST_FILE = 1_000_000
"""Bytes of the JSON."""
MOST_PAGES = 300
MOST_REMARKS = 300
MOST_LACKS = len(DUTIES)

_Text = Annotated[str, Field(max_length=1_500)]
_Path = Annotated[str, Field(max_length=300)]
_Count = Annotated[int, Field(ge=0, lt=10**7)]
_Repaired = Annotated[str, Field(max_length=10_000)]


class ReviewError(ValueError):
    """Bytes that are no review."""


class Fate(Choice):
    """What becomes of a page."""

    ADDED = "added", "Página nueva"
    CHANGED = "changed", "Página que cambia"
    MOVED = "moved", "Cambia de dirección"
    WITHDRAWN = "withdrawn", "Se retira"
    RESTORED = "restored", "Vuelve a publicarse"
    LOST = "lost", "Deja de responder"
    BROKEN = "broken", "Tiene errores, así que no tendrá página"
    DRAFT = "draft", "Borrador, sin página"


class Likeness(Choice):
    """Why two records may be one."""

    VIDEO = "video", "tiene el mismo video"
    TITLE = "title", "tiene el mismo título"
    NAME = "name", "casi tiene el mismo nombre"
    WORDS = "words", "casi tiene el mismo título"
    DAY = "day", "es del mismo día y del mismo ciclo"


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Twin(_Told):
    """A record that may be the same one."""

    title: _Text
    file: _Path
    why: Likeness


class Lack(_Told):
    """Something that a record does not tell."""

    code: Annotated[str, Field(pattern="^(" + "|".join(DUTIES) + ")$")]
    field: Annotated[str, Field(max_length=100)]


class PageChange(_Told):
    """What becomes of the page of a record."""

    fate: Fate
    title: _Text
    file: _Path
    address: _Path
    """Below the root of the site; "" without page."""
    was: _Path = ""
    """Its former address."""
    lacks: Annotated[tuple[Lack, ...], Field(max_length=MOST_LACKS)] = ()
    twins: Annotated[tuple[Twin, ...], Field(max_length=10)] = ()


class Edit(_Told):
    """A repair, as whole lines."""

    first: Annotated[int, Field(ge=1, lt=10**6)]
    last: Annotated[int, Field(ge=1, lt=10**6)]
    text: _Repaired
    """Lines to put in their place, without the last line break; None of them when `gone`."""
    gone: bool = False


class Remark(_Told):
    """Something wrong."""

    file: _Path
    line: Annotated[int, Field(ge=0, lt=10**6)]
    """0 when it concerns the file as such."""
    grave: bool
    """Whether it keeps the proposal from being published."""
    record: _Text
    """Its title, or ""."""
    field: _Text
    message: _Text
    fix: _Text
    changed: bool
    """Whether the proposal changes that line, so that it can be commented on."""
    edit: Edit | None = None


class Review(_Told):
    """All of it."""

    records: _Count
    """In the archive, once the proposal is in."""
    pages: Annotated[tuple[PageChange, ...], Field(max_length=MOST_PAGES)] = ()
    more_pages: _Count = 0
    redirects: Annotated[tuple[tuple[_Path, _Path], ...], Field(max_length=MOST_PAGES)] = ()
    """New ones: from an address, to another."""
    touched: _Count = 0
    """Pages of other records that change because they name one of those, or are named by it."""
    remarks: Annotated[tuple[Remark, ...], Field(max_length=MOST_REMARKS)] = ()
    more_remarks: _Count = 0


def dumps(review: Review) -> str:
    """Return the JSON of a review."""
    return review.model_dump_json(indent=1) + "\n"


def loads(data: bytes) -> Review:
    """Read a review that anybody may have written. Raises ReviewError."""
    if len(data) > LONGEST_FILE:
        raise ReviewError(f"tiene {len(data):,} bytes y el límite es {LONGEST_FILE:,}")
    try:
        return Review.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise ReviewError(f"no tiene la forma esperada en «{'.'.join(map(str, first['loc']))[:80]}»") from None
