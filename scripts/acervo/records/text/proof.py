"""The proof-reading of a record's text: signs and comments that do not say what they seem to say.

In: a text and the parser's events. Out: clean values and flaws.
Never: reads what the parser has not reached, or looks at sound texts twice.
"""

import re
from typing import Any

from acervo.records.problems import Flaw
from acervo.records.text import signs

LINE_BREAK = re.compile(r"\r\n|\r|\n")
MAX_SIGNS = 20
"""Signs that are told of one text: the rest is more of the same."""

_CUT = re.compile(r"[ \t]+#")
_GLUED_COMMENT = re.compile(r"([ \t]*)#[^\s#]")
_MARGIN = re.compile(r"[ \t]*(?:-[ \t]+)*")


class Proof:
    """What is noticed while one text is read."""

    def __init__(self, text: str) -> None:
        """Decide how closely the text must be read."""
        self.careful = signs.suspect(text)
        self.hashes = "#" in text
        self.original = text
        self.text = signs.neutral(text) if self.careful else text
        self.flaws: list[Flaw] = []
        self._spans: list[tuple[int, int]] = []
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """Return the text by lines, as YAML 1.2 breaks them."""
        if self._lines is None:
            self._lines = LINE_BREAK.split(self.text)
        return self._lines

    def flaw(self, code: str, event: Any, **details: object) -> Flaw:
        """Return a flaw at the start of an event."""
        return Flaw(code, event.start_mark.line + 1, event.start_mark.column + 1, details)

    def add(self, code: str, event: Any, **details: object) -> None:
        """Note a flaw at the start of an event."""
        self.flaws.append(self.flaw(code, event, **details))

    def read_end(self, event: Any) -> None:
        """Look after an unquoted text for a `#` that cuts it, on its line or on the next, deeper one."""
        end = event.end_mark
        if end.line >= len(self.lines):
            return
        if cut := _CUT.match(self.lines[end.line], end.column):
            self.flaws.append(Flaw("hash", end.line + 1, cut.end()))
        elif event.value and end.line + 1 < len(self.lines) and not self.lines[end.line][end.column :].strip():
            margin = _MARGIN.match(self.lines[event.start_mark.line])
            comment = _GLUED_COMMENT.match(self.lines[end.line + 1])
            if margin and comment and len(comment.group(1)) > len(margin.group()):
                self.flaws.append(Flaw("hash_line", end.line + 2, len(comment.group(1)) + 1))

    def read_empty_item(self, event: Any) -> None:
        """Note an item of a list with nothing in it, unless a `#` emptied it."""
        line = event.start_mark.line + 1
        if not any(flaw.code == "hash" and flaw.line == line for flaw in self.flaws):
            self.add("empty_item", event)

    def read_value(self, value: str, event: Any) -> str:
        """Return the value without signs that nobody sees; note what it may hide."""
        self._spans.append((event.start_mark.index, event.end_mark.index))
        if not signs.suspect(value):
            return value
        if escaped := signs.CONTROL.search(value):
            self.add("control", event, sign=signs.code_point(escaped.group()))
            value = signs.CONTROL.sub(" ", value)
        value = signs.visible(value).strip()
        if word := signs.mixed_word(value):
            self.add("mixed_script", event, word=word)
        if trace := signs.garbled(value):
            self.add("garbled", event, trace=trace)
        return value

    def read_signs(self, *, whole: bool) -> None:
        """Note the signs that nobody sees, MAX_SIGNS at most; one a value, since one cure serves all.

        whole: whether the parser reached the end. Where it did not, only signs refused everywhere are told.
        """
        spans = iter(self._spans)
        span = next(spans, None)
        told: set[tuple[int, int]] = set()
        row, start, noted = 0, 0, 0
        for found in signs.UNSEEN.finditer(self.original):
            place = found.start()
            while span and span[1] <= place:
                span = next(spans, None)
            for line_break in LINE_BREAK.finditer(self.original, start, place):
                row, start = row + 1, line_break.end()
            inside = span if span and span[0] <= place else None
            code = _code_of(found.group(), inside is not None, "#" in self.original[start:place])
            beyond = span is None and not whole
            if not code or (code != "control" and (beyond or inside in told)):
                continue
            if inside:
                told.add(inside)
            self.flaws.append(Flaw(code, row + 1, place - start + 1, {"sign": signs.code_point(found.group())}))
            noted += 1
            if noted == MAX_SIGNS:
                return


def _code_of(sign: str, inside: bool, after_hash: bool) -> str:
    """Return what a sign is: refused anywhere, harmless in a value, misleading outside; "" in a comment."""
    if signs.CONTROL.match(sign):
        return "control"
    if inside:
        return "invisible"
    if after_hash:
        return ""
    return "odd_blank" if signs.BLANK.match(sign) else "invisible"
