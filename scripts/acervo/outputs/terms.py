"""The terms of a text: what its words are for whoever searches.

In: text. Out: terms, in order: lower case, without accents, `ñ` as `n`, each at most `LONGEST` signs.
Never: anything that the script of the search page (`query.js`) does not do in just the same way.
"""

import re
import unicodedata

LONGEST = 48

_MARKS = re.compile("[\u0300-\u036f]+")
_TERM = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return text as it is compared. Source of the forms: Unicode Standard Annex 15 (NFKD)."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()


def terms(text: str) -> list[str]:
    """Return the terms of a text."""
    return [term[:LONGEST] for term in _TERM.findall(fold(text))]
