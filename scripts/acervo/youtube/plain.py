"""Plain text out of whatever strangers typed: no control characters, no tricks of direction, bounded.

In: any value of an answer. Out: clean text, "" when there is none; cleaning twice changes nothing.
Never: escapes for HTML or any other format (who writes a format escapes for it).
"""

import re
import unicodedata

_LINE_BREAK = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls (tab and line feed stay)
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible and bidi
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, noncharacters
    "\U000e0000-\U000e0fff"  # tag characters: text that nobody sees
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17))
    + "]"
)
_ESCAPE_SEQUENCE = re.compile("\x1b\\[[0-9;]*m")
_SPACES = re.compile(r"\s+")


def line(value: object, longest: int) -> str:
    """Return text of one line, at most `longest` characters (an ellipsis tells that it was cut)."""
    return _cut(_SPACES.sub(" ", _clean(value)).strip(), longest)


def paragraphs(value: object, longest: int) -> str:
    """Return text of several lines, at most `longest` characters."""
    text = "\n".join(row.rstrip() for row in _clean(value).split("\n"))
    return _cut(text.strip(), longest)


def _clean(value: object) -> str:
    if not isinstance(value, str):
        return ""
    text = _LINE_BREAK.sub("\n", _ESCAPE_SEQUENCE.sub("", value))
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
