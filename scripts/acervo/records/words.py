"""Words compared and ordered as a Spanish reader does it.

In: text. Out: folded text for comparing, sort keys for ordering. Never: changes what is shown.
"""

import re
import unicodedata

_PARTICLE = re.compile(r"(?:de las|de los|de la|del|de|la|las|los|y)\s+", re.IGNORECASE)
_MARKS = re.compile("[\u0300-\u0302\u0304-\u036f]")
_SIGNS = re.compile("[^\\w \uffff]|_")
_TILDE = "\u0303"


def fold(text: str) -> str:
    """Return text without capitals or accents; `ñ` stays a letter of its own, as n + tilde."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFD", text.casefold()))


def sort_key(text: str) -> str:
    """Return the key that orders titles and names: accents aside, `ñ` after `n`, signs left out."""
    folded = fold(text).replace("n" + _TILDE, "n\uffff").replace(_TILDE, "")
    return _SIGNS.sub("", folded).strip()


def surname_key(family_name: str, given_name: str) -> str:
    """Return the key that orders people by surname, past its particles (`De la Cruz` under C)."""
    bare = family_name
    while match := _PARTICLE.match(bare):
        bare = bare[match.end() :]
    return f"{sort_key(bare or family_name)}, {sort_key(given_name)}"
