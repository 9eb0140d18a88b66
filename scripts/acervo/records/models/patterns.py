"""How a channel writes its titles, in a notation that anyone can write: `"Ciclo Luna: {title} | {people}"`.

In: the text of a pattern, and titles. Out: a frozen `Pattern`, and where its places stand in a title.
Never: reads what stands in a place (only a number must look like one), or takes more than one pass over a title.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from acervo.records.text.words import fold

PLACES = ("title", "people", "date", "number", "anything")
"""What can be named in braces. `title` is required; only `anything` may come back, or stand for nothing."""

_OTHERS = "|".join(place for place in PLACES if place != "title")
_REST = rf"([^{{}}]|\{{({_OTHERS})\}})*"
PATTERN = rf"{_REST}\{{title\}}{_REST}"
"""The notation as a regular expression, as far as one can tell it."""

_PLACE = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"\d{1,4}[aero.]{0,3}( ?(/|de) ?\d{1,4})?|[ivxlcdm]{1,8}")
_KINDS = {"-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212", '"': "'«»‹›‘’‚‛“”„‟`", "|": "¦│┃❘∣ǀ"}
_ONE_KIND = {ord(other): sign for sign, others in _KINDS.items() for other in others}


class PatternError(ValueError):
    """Text that is no pattern; `reason` is the code of the sentence that says why."""

    def __init__(self, reason: str) -> None:
        """Keep the code: pattern_brace, pattern_place, pattern_twice, pattern_title or pattern_glued."""
        super().__init__(reason)
        self.reason = reason


class Span(NamedTuple):
    """Where a place stands in a title: from `start`, before `end`."""

    place: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern taken apart. literals: what stands before, between and after the places, made comparable."""

    text: str
    places: tuple[str, ...]
    literals: tuple[str, ...]

    def match(self, title: str) -> tuple[Span, ...]:
        """Return where the places stand in a title, in its order; nothing when it is not written like this.

        Capitals, accents, repeated spaces and kinds of dashes, quotes and bars do not count. `title` takes what
        the others leave: each of them ends at the first text that can follow it or, behind `title`, begins
        after the last that can precede it. So every literal is looked for once, and no title makes it slow.
        """
        flat, origins = _flat(title)
        begin, finish = len(flat) - len(flat.lstrip()), len(flat.rstrip())
        start, end = begin + len(self.literals[0]), finish - len(self.literals[-1])
        outside = flat.startswith(self.literals[0], begin) and flat.endswith(self.literals[-1], begin, finish)
        if start >= end or not outside:
            return ()
        found: list[Span] = []
        middle = self.places.index("title")
        for place, literal in zip(self.places[:middle], self.literals[1:], strict=False):
            at = flat.find(literal, start + (place != "anything"), end)
            if at < 0:
                return ()
            found.append(Span(place, start, at))
            start = at + len(literal)
        for place, literal in zip(self.places[:middle:-1], self.literals[-2::-1], strict=False):
            at = flat.rfind(literal, start, end - (place != "anything"))
            if at < 0:
                return ()
            found.append(Span(place, at + len(literal), end))
            end = at
        found.append(Span("title", start, end))
        if not all(_fits(place, flat[one:other].strip()) for place, one, other in found):
            return ()
        spans = (_trimmed(place, title, origins[one], origins[other]) for place, one, other in found)
        return tuple(sorted(spans, key=lambda span: span.start))


@lru_cache(maxsize=1_000)
def parse(text: str) -> Pattern:
    """Take a pattern apart. Raises PatternError."""
    pieces = _PLACE.split(text)
    texts, places = pieces[::2], tuple(pieces[1::2])
    if any("{" in one or "}" in one for one in texts):
        raise PatternError("pattern_brace")
    if not {*places} <= {*PLACES}:
        raise PatternError("pattern_place")
    if "title" not in places:
        raise PatternError("pattern_title")
    if any(places.count(place) > 1 for place in places if place != "anything"):
        raise PatternError("pattern_twice")
    literals = [_flat(one)[0] for one in texts]
    if not all(literal.strip() for literal in literals[1:-1]):
        raise PatternError("pattern_glued")
    literals[0], literals[-1] = literals[0].lstrip(), literals[-1].rstrip()
    return Pattern(text, places, tuple(literals))


def _flat(text: str) -> tuple[str, list[int]]:
    """Return text made comparable, and the position in `text` of each of its signs and of its end."""
    signs: list[str] = []
    origins: list[int] = []
    for position, written in enumerate(text):
        for sign in fold(unicodedata.normalize("NFKC", written)).translate(_ONE_KIND):
            blank = sign.isspace()
            if not (blank and signs and signs[-1] == " "):
                signs.append(" " if blank else sign)
                origins.append(position)
    return "".join(signs), [*origins, len(text)]


def _fits(place: str, text: str) -> bool:
    """Tell whether a text can stand in a place."""
    if place == "number":
        return _NUMBER.fullmatch(text) is not None
    return place == "anything" or text != ""


def _trimmed(place: str, text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(place, start, end)
