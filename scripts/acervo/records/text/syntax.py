"""What a YAML parser's complaint means for the person who wrote the line.

In: the parser's error, the text, the last piece it understood. Out: a flaw with a code of our own.
Never: words it (see `messages`), reads further, or lets the parser's English through.
"""

import re
from collections.abc import Sequence

import yaml

from acervo.records.problems import Flaw

_KEY = r"^[\s-]*(?:[\w-]+|\"[^\"]*\"|'[^']*')"
_COLON_INSIDE = re.compile(_KEY + r"\s*:\s")
_GLUED_COLON = re.compile(_KEY + r":[^\s/]")
_GLUED_DASH = re.compile(r"^\s*-[^\s-]")
_SIGN = re.compile(r"(?:^|[:\-\[{,]\s+)([*&!@%`|>])")
_BRACKETED = re.compile(r"(?:^|[:\-]\s+)([\[{])[^\]}]*[\]}]\s*[^\s,\]}#]")
_RESERVED = frozenset("@`%*&!|>")


def explain(error: Exception, lines: Sequence[str], last: yaml.Event | None) -> Flaw:
    """Turn an error of the YAML parser into a flaw.

    lines: the text by lines. last: the last event before the error, which tells what was being written.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Flaw("unreadable", 1, 1)
    problem = str(getattr(error, "problem", ""))
    context = getattr(error, "context_mark", None) or mark
    line = lines[mark.line] if mark.line < len(lines) else ""
    sign = line[mark.column : mark.column + 1]
    here = (mark.line + 1, mark.column + 1)
    there = (context.line + 1, context.column + 1)

    if sign == "\t" or "tab character" in problem:
        return Flaw("tab", *here)
    if "unexpected end of stream" in problem or "unexpected document" in problem:
        return Flaw("quote_open", *there)
    if "escape" in problem or "hex" in problem:
        return Flaw("escape", *here)
    if lines[context.line : context.line + 1] and lines[context.line].startswith("%"):
        return Flaw("directive", *there)
    if "values are not allowed" in problem:
        return _colon(lines, mark.line, mark.column)
    if "could not find expected ':'" in problem:
        return _no_colon(lines, context.line, context.column)
    if "entries are not allowed" in problem:
        return Flaw("dash_inside", *here)
    if "did not find expected <document start>" in problem or "'<document start>'" in problem:
        return Flaw("documents" if line.startswith(("---", "...", "%")) or not _indented(lines) else "indent", *here)
    if "',' or" in problem:
        return Flaw("bracket", *there)
    if sign in _RESERVED and sign:
        return Flaw("sign", *here, {"sign": sign})
    if found := _SIGN.search(line):
        return Flaw("sign", mark.line + 1, found.start(1) + 1, {"sign": found.group(1)})
    if found := _BRACKETED.search(line):
        return Flaw("sign", mark.line + 1, found.start(1) + 1, {"sign": found.group(1)})
    if sign != ":" and ("expected key" in problem or "<block end>" in problem or "'-' indicator" in problem):
        return _misplaced(last, line, here)
    return Flaw("misplaced_sign", *here, {"sign": sign}) if sign.strip() else Flaw("unreadable", *here)


def _indented(lines: Sequence[str]) -> bool:
    """Tell whether the first line that says something does not begin at the margin."""
    return next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "").startswith(" ")


def _colon(lines: Sequence[str], row: int, column: int) -> Flaw:
    """Tell a colon inside a text from a key that stands too far to the right, or follows a glued colon."""
    before = lines[row][:column]
    if _COLON_INSIDE.match(before + ":"):
        return Flaw("colon", row + 1, column + 1)
    above = next((index for index in range(row - 1, -1, -1) if lines[index].strip()), None)
    if above is not None and not _COLON_INSIDE.match(lines[above] + " "):
        glued = _GLUED_COLON.match(lines[above])
        return Flaw("glued_colon", above + 1, glued.end() - 1) if glued else Flaw("no_colon", above + 1, 1)
    return Flaw("indent", row + 1, len(before) - len(before.lstrip()) + 1)


def _no_colon(lines: Sequence[str], row: int, column: int) -> Flaw:
    line = lines[row] if row < len(lines) else ""
    if glued := _GLUED_COLON.match(line):
        return Flaw("glued_colon", row + 1, glued.end() - 1)
    if _GLUED_DASH.match(line):
        return Flaw("glued_dash", row + 1, len(line) - len(line.lstrip()) + 1)
    return Flaw("no_colon", row + 1, column + 1)


def _misplaced(last: yaml.Event | None, line: str, here: tuple[int, int]) -> Flaw:
    """Tell text after a closing quote from a line with the wrong indentation."""
    starts_line = not line[: here[1] - 1].strip()
    if isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"') and not starts_line:
        start, end = last.start_mark, last.end_mark
        assert start is not None  # events of a parser have both
        assert end is not None
        code = "quotes" if start.line == end.line else "quote_open"
        return Flaw(code, start.line + 1, start.column + 1)
    return Flaw("indent" if starts_line else "unreadable", *here)
