"""The repair of a problem: the stretch of text to replace and what to write there, when there is no doubt.

In: a problem's code, details and place in the text. Out: a value that any program can show or apply.
Never: guesses, or applies what it has not been asked to (see `mending`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from yaml.events import ScalarEvent, StreamEndEvent

from acervo.records.problems import Repair
from acervo.records.text import signs
from acervo.records.text.events import MAX_EVENTS, PARSE_ERRORS, PARSER
from acervo.records.text.proof import LINE_BREAK
from acervo.records.text.scalars import quoted, scalar


class Spot(NamedTuple):
    """Where a problem is, with what is written around it."""

    lines: Sequence[str]
    line: int
    column: int
    details: Mapping[str, object]

    @property
    def row(self) -> str:
        """Return the line itself."""
        return self.lines[self.line - 1] if 0 < self.line <= len(self.lines) else ""

    @property
    def next_row(self) -> str:
        """Return the next line that says something, or ""."""
        return next((row for row in self.lines[self.line :] if row.strip()), "")

    def instead(self, start: int, end: int, text: str) -> Repair:
        """Return the repair of a stretch of the line, by offsets."""
        return Repair(self.line, start + 1, self.line, end + 1, text)

    def without(self) -> Repair:
        """Return the repair that takes the line away."""
        return Repair(self.line, 1, self.line + 1, 1, "")


_FIELD = re.compile(r"(?P<margin>\s*(?:-\s+)*)(?P<key>[\w-]+)\s*:\s+(?P<value>\S.*?)\s*\Z")
_MARGIN = re.compile(r"[ ]*(?:-[ ]+)*")
_ITEM = re.compile(r"(?P<margin>\s*-\s+)(?P<value>\S.*?)\s*\Z")
_NOT_SPANISH = re.compile(r"[^\t\n\r -~áéíóúüñÁÉÍÓÚÜÑçÇ¿¡«»“”‘’–—°ºª…·•€\xa0]")
_BETWEEN_LETTERS = re.compile(r"[^\W\d_][“”‘–—°ºª…·•€][^\W\d_]")
"""What other encodings leave where Windows has a sign and they have a letter."""
_WORD_QUOTES = re.compile(r"[“”](?P<inside>[^“”]*)[”“]\Z")
"""What a word processor makes of the quotes of YAML."""


def of_text(code: str, spot: Spot) -> Repair | None:
    """Return the repair of a flaw of the text, or None."""
    mend = _MENDS.get(code)
    return mend(spot) if mend and spot.row else None


def of_value(text: str, line: int, column: int, value: str, *, bare: bool) -> Repair | None:
    """Return the repair that writes another text where one stands on a single line, or None.

    bare: whether the field takes numbers.
    """
    span = _scalar_at(text, line, column)
    return Repair(line, column, line, span, scalar(value, bare=bare)) if span else None


def of_key(text: str, line: int, column: int, name: str) -> Repair | None:
    """Return the repair of a field's name."""
    span = _scalar_at(text, line, column)
    return Repair(line, column, line, span, name) if span else None


def of_list(text: str, line: int, column: int, items: Sequence[str]) -> Repair | None:
    """Return the repair that makes a list of a text behind its key, or None."""
    row = LINE_BREAK.split(text)[line - 1]
    match = _FIELD.match(row)
    span = _scalar_at(text, line, column)
    if not match or not span or match.start("value") != column - 1 or span <= len(row.rstrip()):
        return None
    indent = " " * (len(match["margin"]) + 2)
    start = match.end("key") + row[match.end("key") :].index(":") + 1
    written = "".join(f"\n{indent}- {scalar(item)}" for item in items)
    return Repair(line, start + 1, line, len(row) + 1, written)


def legible(data: bytes) -> str | None:
    """Return the text of a file that is not in UTF-8, when it is in UTF-16 or holds only the signs of Spanish."""
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _NOT_SPANISH.search(text) or _BETWEEN_LETTERS.search(text) else text


def apply(text: str, repair: Repair) -> str:
    """Return the text with one repair made; lines end as they did."""
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]
    ends = [*starts, len(text)]

    def offset(line: int, column: int) -> int:
        return len(text) if line > len(starts) else min(starts[line - 1] + column - 1, ends[line])

    return text[: offset(repair.line, repair.column)] + repair.text + text[offset(repair.end_line, repair.end_column) :]


def _scalar_at(text: str, line: int, column: int) -> int:
    """Return the column after the text that begins at a place, on the same line; 0 when there is none."""
    try:
        parser = PARSER(signs.neutral(text))
        for _ in range(MAX_EVENTS):
            event = parser.get_event()
            if isinstance(event, StreamEndEvent):
                return 0
            start, end = event.start_mark, event.end_mark
            if isinstance(event, ScalarEvent) and (start.line, start.column) == (line - 1, column - 1):
                return end.column + 1 if end.line == start.line and end.column > start.column else 0
    except PARSE_ERRORS:
        return 0
    return 0


def _quote(spot: Spot) -> Repair | None:
    """Put quotes around all that stands behind a key or dash."""
    match = _FIELD.match(spot.row) or _ITEM.match(spot.row)
    if not match or _goes_on(spot, match["margin"]):
        return None
    value = match["value"]
    if enclosed := _WORD_QUOTES.match(value):
        value = enclosed["inside"]
    return (
        spot.instead(match.start("value"), len(spot.row), quoted(value.replace("\t", " ").strip()))
        if value[0] not in "\"'"
        else None
    )


def _goes_on(spot: Spot, margin: str) -> bool:
    """Tell whether the text goes on in the next line."""
    follows = spot.next_row
    return len(follows) - len(follows.lstrip()) > len(margin.split("-")[0]) and not _FIELD.match(follows + " x")


def _quote_sign(spot: Spot) -> Repair | None:
    """Quote a text that begins with a sign; what may be an anchor, an alias or a tag of YAML needs a person."""
    sign, value = spot.details.get("sign"), spot.row[spot.column - 1 :].strip()
    return None if sign in ("&", "!") or (sign == "*" and " " not in value) else _quote(spot)


def _quote_hash(spot: Spot) -> Repair | None:
    """Quote a text with a hashtag; what has a blank behind its `#` may be a comment."""
    behind = spot.row[spot.column : spot.column + 1]
    return _quote(spot) if behind.isalnum() else None


def _requote(spot: Spot) -> Repair | None:
    """Keep the quotes inside of quotes as signs of the text."""
    match = _FIELD.match(spot.row) or _ITEM.match(spot.row)
    if not match or len(match["value"]) < 2:
        return None
    value = match["value"]
    if value[0] != value[-1] or value[0] not in "\"'" or "\\" in value:
        if value[0] not in "\"'" or "\\" in value or value.count(value[0]) != 2:
            return None
        return spot.instead(match.start("value"), len(spot.row), quoted(value))
    return spot.instead(match.start("value"), len(spot.row), quoted(value[1:-1]))


def _close_quote(spot: Spot) -> Repair | None:
    """Close quotes at the end of their line, when the next one is another field."""
    match = _FIELD.match(spot.row) or _ITEM.match(spot.row)
    if not match or match["value"][0] not in "\"'" or match["value"].count(match["value"][0]) != 1:
        return None
    follows = spot.next_row
    if "\\" in match["value"] or (follows and not re.match(r"\s*(?:-\s|(?:-\s+)*[\w-]+\s*:(?:\s|\Z))", follows)):
        return None
    return spot.instead(match.start("value"), len(spot.row), quoted(match["value"][1:].strip()))


def _double_bar(spot: Spot) -> Repair | None:
    place = spot.row.rfind("\\", 0, spot.column)
    return spot.instead(place, place, "\\") if place >= 0 else None


def _untab(spot: Spot) -> Repair | None:
    """Write two spaces for each tab of the indentation."""
    margin = re.match(r"[ \t]*(?:-[ \t]+)?", spot.row)
    assert margin  # it may be empty
    above = spot.lines[spot.line - 2] if spot.line > 1 else ""
    beside = _FIELD.match(above) if not margin[0].strip(" \t") else None
    spaces = " " * len(beside["margin"]) if beside else margin[0].replace("\t", "  ")
    return spot.instead(0, margin.end(), spaces) if "\t" in margin[0] else None


def _space_after_colon(spot: Spot) -> Repair | None:
    match = re.match(r"\s*(?:-\s+)*[a-z_]+:(?=[^\s/:])", spot.row)
    return spot.instead(match.end(), match.end(), " ") if match else None


def _space_after_dash(spot: Spot) -> Repair | None:
    above = next((row for row in reversed(spot.lines[: spot.line - 1]) if row.strip()), "")
    dash = spot.row.find("-")
    listed = above.rstrip().endswith(":") or above.lstrip().startswith("- ")
    return spot.instead(dash + 1, dash + 1, " ") if listed and spot.row[dash + 1].isalnum() else None


def _list_below(spot: Spot) -> Repair | None:
    match = re.match(r"(\s*)[\w-]+:(\s+)-\s+\S", spot.row)
    if not match or _goes_on(spot, match[1]) or spot.next_row.lstrip().startswith("- "):
        return None
    return spot.instead(match.start(2), match.end(2), f"\n{match[1]}  ")


def _common_space(spot: Spot) -> Repair | None:
    sign = spot.row[spot.column - 1 : spot.column]
    if signs.BLANK.match(sign):
        return spot.instead(spot.column - 1, spot.column, " ")
    return spot.instead(spot.column - 1, spot.column, "") if signs.INVISIBLE.match(sign) else None


def _no_value(spot: Spot) -> Repair | None:
    """Take away a field that holds a sign of nothing."""
    match = _FIELD.match(spot.row)
    return spot.without() if match and not match["margin"].strip() and match["value"] == spot.details["value"] else None


def _once(spot: Spot) -> Repair | None:
    """Take away the second of two equal lines."""
    first = spot.details.get("first")
    if not isinstance(first, int) or not _FIELD.match(spot.row) or _goes_on(spot, spot.row[: spot.column - 1]):
        return None
    same = spot.lines[first - 1].strip() == spot.row.strip() and not spot.row.lstrip().startswith("-")
    return spot.without() if same and not re.search(r":\s*[|>]", spot.row) else None


def _align(spot: Spot) -> Repair | None:
    """Move a field by the one space that separates it from the fields above it."""
    above = next((row for row in reversed(spot.lines[: spot.line - 1]) if _FIELD.match(row + " x")), "")
    wanted, given = (len(row) - len(_MARGIN.sub("", row, count=1)) for row in (above, spot.row))
    if (wanted, given) == (1, 0) and above == spot.lines[0]:
        return Repair(1, 1, 1, 2, "")
    certain = above and abs(wanted - given) == 1 and "\t" not in above + spot.row and not above.rstrip().endswith(":")
    return spot.instead(0, given, " " * wanted) if certain and "-" not in spot.row[:given] else None


def _single(spot: Spot) -> Repair | None:
    """Take away a mark of the end with nothing behind it."""
    rest = "".join(spot.lines[spot.line :]).strip()
    return spot.without() if spot.row.strip() in ("---", "...") and not rest else None


def _converted(spot: Spot) -> Repair | None:
    """Undo the reading of UTF-8 as Windows-1252, when the whole line is of one piece."""
    try:
        right = spot.row.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return spot.instead(0, len(spot.row), right) if right != spot.row and not signs.garbled(right) else None


_MENDS: Mapping[str, Callable[[Spot], Repair | None]] = {
    "colon": _quote,
    "sign": _quote_sign,
    "hash": _quote_hash,
    "quotes": _requote,
    "quote_open": _close_quote,
    "escape": _double_bar,
    "tab": _untab,
    "glued_colon": _space_after_colon,
    "glued_dash": _space_after_dash,
    "dash_inside": _list_below,
    "odd_blank": _common_space,
    "invisible": _common_space,
    "null": _no_value,
    "duplicate": _once,
    "indent": _align,
    "documents": _single,
    "garbled": _converted,
}
"""Code of a flaw → its repair."""
