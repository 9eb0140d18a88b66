"""The signs of a text: which are refused, which are put right in silence or with a warning.

In: the text of a record, or of one value. Out: clean text, and the signs that deserve a word.
Never: changes a letter that a reader can see.
"""

import re
import unicodedata

_CONTROL = (
    "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "\ufff9-\ufffb\U000e0000-\U000e007f"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
)
_BLANK = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufeff"
_OTHER_SCRIPT = "\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff"

CONTROL = re.compile(f"[{_CONTROL}]")
"""Signs that no text needs: control codes, turns of direction (Trojan Source), non-characters."""
BLANK = re.compile(f"[{_BLANK}]")
"""Blanks that are not the common space."""
INVISIBLE = re.compile(f"[{_INVISIBLE}]")
"""Signs of no width, mostly left by copying from web pages."""
UNSEEN = re.compile(f"[{_CONTROL}{_BLANK}{_INVISIBLE}]")
"""All of the above."""
_UNCOMMON = re.compile(r"[^\t\n\r -\[\]-~¡-¬®-ÁÄ-ÿ–—‘’“”•…]")
"""Signs that a Spanish text rarely has: all that this module looks for, and the backslash that writes it."""

_GARBLED = re.compile("Ã[\x80-\xbf\u0152-\u2122]|Â[\xa1-\xbf]|�")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\xc0-\u024f\u1e00-\u1eff]")
_OTHER = re.compile(f"[{_OTHER_SCRIPT}]")


def suspect(text: str) -> bool:
    """Tell, fast, whether a text may hold any sign that this module looks for."""
    return _UNCOMMON.search(text) is not None


def neutral(text: str) -> str:
    """Return the text with common spaces for refused signs and odd blanks; same length, so positions hold."""
    return BLANK.sub(" ", CONTROL.sub(" ", text)).replace("\ufeff", "\u200b")


def visible(text: str) -> str:
    """Return the text without signs of no width, with common spaces, composed (NFC)."""
    return unicodedata.normalize("NFC", BLANK.sub(" ", INVISIBLE.sub("", text)))


def one_line(text: str, longest: int) -> str:
    """Return the text as a message can show it: one line, nothing unseen, at most so many signs."""
    line = " ".join(visible(CONTROL.sub(" ", text)).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def mixed_word(text: str) -> str:
    """Return the first word that mixes Latin letters with Greek or Cyrillic ones, or ""."""
    if not _OTHER.search(text):
        return ""
    words = (match.group() for match in _WORD.finditer(text))
    return next((word for word in words if _OTHER.search(word) and _LATIN.search(word)), "")


def garbled(text: str) -> str:
    """Return the first trace of a text read with the wrong encoding (`Ã©` for `é`), or ""."""
    match = _GARBLED.search(text)
    return match.group() if match else ""


def code_point(sign: str) -> str:
    """Return the sign's name in Unicode's notation: `U+202E`."""
    return f"U+{ord(sign):04X}"
