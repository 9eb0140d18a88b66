"""Records with every field filled, and what a page must show of each: made from the schema."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from acervo.records.models import fields, moments
from acervo.records.models.fields import Choice
from acervo.site import dates, wording

UNPUBLISHED = {"notes", "draft", "title_patterns", "ignored_videos"}
"""Fields that no page shows."""
ELSEWHERE = {"withdrawn", "outreach"}
"""A withdrawn record has a page of another kind, and invitations are no page; both have tests of their own."""
UNTIL_IT_IS_OVER = {"registration.url", "access.url"}
"""Addresses that a page tells only while they serve, with tests of their own."""
TEXTS = (fields.Line, fields.Paragraph, fields.Markdown)
CODES = {
    "language": ("pt", wording.language("pt")),
    "state": ("OAX", wording.state("OAX")),
    "country": ("CL", wording.COUNTRIES["CL"]),
    "media_type": ("video/mp4", "video/mp4"),
    "year": ("2031", "2031"),
    "percent": ("62.5", "62.5 %"),
    "email": ("buzon@ficticio.example", "buzon@ficticio.example"),
}
"""Fields with a pattern of their own, by name: as written, as shown."""


@dataclass
class Filled:
    """A record's fields as a tree, and the text or address that its page must show for each."""

    tree: dict[str, Any] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    """What the page must show, by the field's path."""
    named: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of every record it refers to."""


def fill(model: type[BaseModel], word: str = "palabra") -> Filled:
    """Fill every field of a model with a value of its own."""
    filled = Filled()
    filled.tree = _part(model, "", filled, (f"{word}{number:03}" for number in count(1)))
    return filled


def _part(model: type[BaseModel], path: str, filled: Filled, words: Iterator[str]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {
        name: _value(name, hints[name], info, f"{path}{name}", filled, words)
        for name, info in model.model_fields.items()
        if name not in UNPUBLISHED | ELSEWHERE
    }


def _value(name: str, hint: Any, info: Any, path: str, filled: Filled, words: Iterator[str]) -> Any:
    several = get_origin(hint) is tuple
    kind = get_args(hint)[0] if several else hint
    if get_origin(kind) is not None and type(None) in get_args(kind):
        kind = next(one for one in get_args(kind) if one is not type(None))
    value = _one(name, kind, info, path, filled, words)
    return [value] if several else value


def _one(name: str, kind: Any, info: Any, path: str, filled: Filled, words: Iterator[str]) -> Any:
    word = next(words)
    extra = info.json_schema_extra
    if extra and "refers_to" in extra:
        target = (extra["refers_to"], f"id-{word}")
        filled.named.append(target)
        filled.shown[path] = f"Ficha {target[1]}"
        return target[1]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _part(kind, f"{path}.", filled, words)
    if isinstance(kind, type) and issubclass(kind, Choice):
        chosen = list(kind)[1]
        filled.shown[path] = chosen.label
        return chosen.value
    number = int(word[-3:])
    if kind == fields.Id:
        filled.shown[path] = f"/id-{word}/"
        return f"id-{word}"
    if kind in (fields.EdtfDate, fields.WholeDay):
        day = f"{1900 + number}-05-17"
        filled.shown[path] = dates.in_words(day)
        return day
    if kind == fields.Time:
        filled.shown[path] = f"{number % 24:02}:17"
        return filled.shown[path]
    if kind == fields.DayTime:
        day = f"{1900 + number}-05-17"
        filled.shown[path] = f"{dates.in_words(day)} a las 11:17 h"
        return f"{day} 11:17"
    if kind == fields.Flag:
        return "true"
    if kind == fields.Count:
        filled.shown[path] = f"{20_000 + number:,}"
        return f"{20_000 + number}"
    if kind == fields.Amount:
        filled.shown[path] = f"{30_000 + number:,}.25"
        return f"{30_000 + number}.25"
    if kind == fields.Moment:
        filled.shown[path] = moments.text(number * 60 + 17)
        return f"{number}:17"
    if kind == fields.Url and path in UNTIL_IT_IS_OVER:
        return f"https://ficticio.example/{word}"
    if kind == fields.Url:
        filled.shown[path] = f'="https://ficticio.example/{word}"'
        return f"https://ficticio.example/{word}"
    if kind == fields.Video:
        filled.shown[path] = f"watch?v=v{word}"[:19]
        return f"v{word}"[:11].ljust(11, "_")
    if kind == fields.Channel:
        filled.shown[path] = f"UC{word}".ljust(24, "_")
        return filled.shown[path]
    if name in CODES:
        written, filled.shown[path] = CODES[name]
        return written
    assert kind in TEXTS, f"{path}: the test does not know how to fill {kind}"
    filled.shown[path] = word
    return word
