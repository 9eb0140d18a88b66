"""The lines of a calendar file: a name, a value, what must be escaped, and where a long line is folded.

In: texts. Out: lines that end in CRLF, none longer than 75 octets.
Never: lets a value begin a line of its own.
Source: RFC 5545, 3.1 (content lines) and 3.3.11 (text).
"""

import re

from acervo.records.text import signs

LONGEST = 75
"""Octets of a line, its end left out."""

_BREAK = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")


def text(value: str) -> str:
    r"""Escape a text: `\`, `;`, `,` and line breaks; control codes and turns of direction are left out."""
    if not value.isprintable():
        value = signs.CONTROL.sub("", _BREAK.sub("\n", value))
    return value.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def line(name: str, value: str) -> str:
    """Write a property whose value is escaped already, or needs no escaping, folded where it is long."""
    whole = f"{name}:{value}"
    if whole.isascii() and len(whole) <= LONGEST:
        return whole + "\r\n"
    data = whole.encode()
    if len(data) <= LONGEST:
        return whole + "\r\n"
    parts, start, room = [], 0, LONGEST
    while len(data) - start > room:
        end = _before(data, start + room)
        parts.append(data[start:end])
        start, room = end, LONGEST - 1
    parts.append(data[start:])
    return b"\r\n ".join(parts).decode() + "\r\n"


def _before(data: bytes, end: int) -> int:
    """Return where to fold so that neither a sign nor an escape is cut in two."""
    while data[end] & 0xC0 == 0x80:
        end -= 1
    slashes = end - len(data[:end].rstrip(b"\\"))
    return end - slashes % 2
