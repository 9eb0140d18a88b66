"""Words made safe to send: without turns of direction, line breaks in a line, or signs that mean something to an app.

In: text of a record, which passed the checks but may still be unfriendly. Out: text. Never: HTML, or a longer text.
"""

import re
import unicodedata

from acervo.records.text import signs

_NO_TAG = re.compile(r"[^\w]", re.UNICODE)
_MARKS = re.compile(r"[*_~`]")


def line(value: str) -> str:
    """Return a text in one line, composed, with nothing that cannot be seen."""
    return " ".join(signs.visible(signs.CONTROL.sub(" ", value)).split())


def text(value: str) -> str:
    """Return a text of several paragraphs, each in one line, with empty lines between."""
    return "\n\n".join(filter(None, map(line, re.split(r"\n\s*\n", value.replace("\r\n", "\n")))))


def hashtag(value: str) -> str:
    """Return a hashtag as networks take it: a number sign, then letters, digits and low lines."""
    tag = _NO_TAG.sub("", unicodedata.normalize("NFC", value))
    return f"#{tag}" if tag else ""


def unmarked(value: str) -> str:
    """Return a text without the signs by which WhatsApp makes letters bold, slanted, struck or of one width."""
    return " ".join(_MARKS.sub(" ", value).split())
