"""Words compared and ordered as a Spanish reader does it.

In: text. Out: folded text and roots for comparing, sort keys for ordering. Never: changes what is shown.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import dropwhile

PARTICLES = frozenset({"de", "del", "la", "las", "los", "y"})
"""Words before a surname by which nobody looks for it."""
_MARKS = re.compile("[\u0300-\u0302\u0304-\u036f]")
_SIGNS = re.compile("[^\\w \uffff]|_")
_TILDE = "\u0303"
_LONG_WORD = re.compile("[a-z\u0303]{5,}")
_ENDING = re.compile("(?:[aeo]s?|s)\\Z")
_GRAMMAR = frozenset({
    "acerca", "ademas", "algun", "alguna", "algunas", "algunos", "ambas", "ambos", "antes", "aquel", "aquella",
    "aquellas", "aquello", "aquellos", "aunque", "cerca", "cierta", "cierto", "contra", "cuales", "cualquier",
    "cualquiera", "cuando", "cuanta", "cuantas", "cuanto", "cuantos", "debajo", "demas", "dentro", "desde", "despues",
    "donde", "durante", "ellas", "ellos", "encima", "entonces", "entre", "estar", "estas", "estos", "fuera", "fueron",
    "haber", "habia", "hacer", "hacia", "hasta", "luego", "mediante", "menos", "mientras", "misma", "mismas", "mismo",
    "mismos", "mucha", "muchas", "mucho", "muchos", "ninguna", "ninguno", "nosotras", "nosotros", "nuestra",
    "nuestras", "nuestro", "nuestros", "nunca", "otras", "otros", "parte", "partir", "pocas", "pocos", "porque",
    "primera", "primero", "propia", "propio", "puede", "pueden", "segun", "siempre", "sigue", "siguiente", "sobre",
    "solamente", "tambien", "tampoco", "tanta", "tanto", "tener", "tiene", "tienen", "todas", "todavia", "todos",
    "traves", "ustedes", "varias", "varios", "vuelve",
})  # fmt: skip
"""Words that are about nothing, folded."""


def fold(text: str) -> str:
    """Return text without capitals or accents; `ñ` stays a letter of its own, as n + tilde."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFD", text.casefold()))


def roots(text: str) -> tuple[str, ...]:
    """Return the distinct words of a text that say what it is about, folded and without their endings.

    Short words and those of grammar are left out; number and gender are cut off (`inventadas` is `inventad`).
    """
    return tuple(dict.fromkeys(filter(None, map(_root, _LONG_WORD.findall(fold(text))))))


@lru_cache(maxsize=50_000)
def _root(word: str) -> str:
    """Return the root of a folded word, or "" for one of grammar."""
    return "" if word in _GRAMMAR else _ENDING.sub("", word)


def sort_key(text: str) -> str:
    """Return the key that orders titles and names: accents aside, `ñ` after `n`, signs left out."""
    folded = fold(text).replace("n" + _TILDE, "n\uffff").replace(_TILDE, "")
    return _SIGNS.sub("", folded).strip()


def letter(key: str) -> str:
    """Return the letter under which a sort key stands, in capitals: `Ñ` has its own; "#" for what is no letter."""
    if key.startswith("n\uffff"):
        return "Ñ"
    return key[0].upper() if key[:1].isalpha() else "#"


def surname_key(family_name: str, given_name: str) -> str:
    """Return the key that orders people by surname, past its particles (`De la Cruz` under C)."""
    *words, last = family_name.split() or [""]
    bare = [*dropwhile(lambda word: word.lower() in PARTICLES, words), last]
    return f"{sort_key(' '.join(bare))}, {sort_key(given_name)}"
