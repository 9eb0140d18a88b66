"""How one text is written in YAML: plain where it reads back as itself, else quoted; long ones folded.

In: a text as the reader of records gives it. Out: lines. Never: a comment, or a text that another parser would type.

The browser form (`editor/`) has the same rules, line by line: what changes here changes there.
"""

import re

WIDTH = 120
STEP = "  "
"""One level of indentation."""

_INDICATOR = "-?:,[]{}#&*!|>'\"%@`="
_SPLIT = re.compile(r": |:$| #|[\t\r\n]")
"""What ends a plain text before its end."""
_NUMBER = re.compile(
    r"[-+]?(?:\.\d|\d)[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+|[-+]?\.inf|\.nan", re.I | re.A
)
"""YAML 1.2 core schema, and the `_` of YAML 1.1."""
_SIXTIES = re.compile(r"[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?", re.A)
"""YAML 1.1 reads `12:30` as a number; many editors still do."""
_WORDS = frozenset({"~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<"})
_BOOLEANS = frozenset({"true", "false"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'["\\\n\r\t]')
_GAP = re.compile(r"(?<=\S) (?=\S)")
"""Where a folded text may go on in the next line: a line that began with a blank would be another text."""


def scalar(text: str, *, bare: bool = False) -> str:
    """Return a text on one line. bare: whether the field takes numbers and booleans, which are then not quoted."""
    return text if is_plain(text, bare=bare) else quoted(text)


def is_plain(text: str, *, bare: bool = False) -> bool:
    """Tell whether a text, written as it is, reads back as the same text."""
    if not text or text[0] in _INDICATOR or text != text.strip() or _SPLIT.search(text):
        return False
    lower = text.lower()
    if lower in _WORDS:
        return bare and text in _BOOLEANS
    if _NUMBER.fullmatch(text):
        return bare
    return not _SIXTIES.fullmatch(text)


def quoted(text: str) -> str:
    """Return a text between double quotes."""
    return '"' + _ESCAPED.sub(lambda sign: _ESCAPES[sign[0]], text) + '"'


def lines(prefix: str, text: str, indent: str, *, bare: bool = False, remark: str = "") -> list[str]:
    """Return the lines of a text behind its key or dash.

    prefix: the key or the dash, with its indentation. indent: that of the lines that follow, if any.
    remark: a comment on the same line, or ""; it never stands behind an unquoted text, which it could pass for.
    """
    behind = f"  {remark}" if remark else ""
    if "\n" in text and "\r" not in text:
        return [f"{prefix} |{behind}", *(indent + line if line else "" for line in text.split("\n"))]
    line = f"{prefix} {quoted(text) if remark else scalar(text, bare=bare)}"
    if len(line) > WIDTH and not re.search(r"[\t\r\n]", text):
        folded = _folded(text, WIDTH - len(indent))
        if len(folded) > 1:
            return [f"{prefix} >-{behind}", *(indent + part for part in folded)]
    return [line + behind]


def _folded(text: str, width: int) -> list[str]:
    """Cut a text at single spaces into lines of at most so many signs, or of one longer piece."""
    cut: list[str] = []
    for piece in _GAP.split(text):
        if cut and len(cut[-1]) + 1 + len(piece) <= width:
            cut[-1] += " " + piece
        else:
            cut.append(piece)
    return cut
