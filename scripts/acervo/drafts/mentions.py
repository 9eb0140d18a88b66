"""Whom and what a text names, by the authority files: people, institutions and topics of the archive.

In: the entries of records, and texts. Out: mentions, each with the words that were found.
Never: guesses beyond the names, surnames and other forms that the records have; whatever is doubtful is marked so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from acervo.records.catalogue.entry import Entry, Key
from acervo.records.text.words import PARTICLES, sort_key

KINDS = ("speakers", "institutions", "topics")
SHORT = 5
"""Letters; a form with fewer may be any other word or acronym."""

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ .'’-]{1,2}")

Words = tuple[str, ...]


class Name(NamedTuple):
    """A form under which a record may be named. doubt: Spanish, why it may not be this one; or ""."""

    key: Key
    words: Words
    doubt: str = ""


class Mention(NamedTuple):
    """A record that a text may name: where, in what words, and why that is doubtful, or ""."""

    key: Key
    start: int
    end: int
    text: str
    doubt: str


class Authority:
    """The names that can be recognised."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take the people, institutions and topics among the entries; what was withdrawn is not named again."""
        names = {name for entry in entries if entry.kind in KINDS and not entry.withdrawn for name in _names(entry)}
        self._by_first: dict[str, list[Name]] = defaultdict(list)
        for name in sorted(names, key=lambda name: (-len(name.words), name.key, name.doubt)):
            self._by_first[name.words[0]].append(name)

    def find(self, text: str) -> Iterator[Mention]:
        """Yield what a text names, from its start to its end.

        Whole words only, capitals and accents aside. A longer name hides those inside it, so that an
        institution does not pass for the topic it is called after.
        """
        found = list(_WORD.finditer(text))
        words = [sort_key(match.group()) for match in found]
        at = 0
        while at < len(found):
            names = [name for name in self._by_first.get(words[at], ()) if _is_at(name.words, words, at)]
            names = [name for name in names if _is_one(text, found[at : at + len(name.words)])]
            longest = [name for name in names if len(name.words) == len(names[0].words)]
            if longest:
                span = found[at].start(), found[at + len(longest[0].words) - 1].end()
                yield from (Mention(key, *span, text[slice(*span)], doubt) for key, doubt in _judged(longest))
            at += len(longest[0].words) if longest else 1


def _judged(names: Iterable[Name]) -> Iterator[tuple[Key, str]]:
    """Yield each record of the same name once, with the least doubt there is."""
    least: dict[Key, str] = {}
    for name in names:  # without doubt comes first
        least.setdefault(name.key, name.doubt)
    certain = [key for key, doubt in least.items() if not doubt]
    for key, doubt in least.items():
        several = sum(kind == key[0] for kind, _ in certain) > 1
        yield key, doubt or ("más de una ficha se llama así" if several else "")


def _is_at(name: Words, words: list[str], at: int) -> bool:
    return tuple(words[at : at + len(name)]) == name


def _is_one(text: str, found: list[re.Match[str]]) -> bool:
    """Tell whether nothing but blanks and the signs of a name stand between words."""
    return all(_GAP.fullmatch(text, one.end(), other.start()) for one, other in pairwise(found))


def _names(entry: Entry) -> Iterator[Name]:
    for form in (entry.title, *entry.names):
        words = _words(form)
        if not words:
            continue
        person = entry.kind == "speakers"
        doubtful = sum(map(len, words)) < SHORT or (person and len(words) == 1)
        yield Name(entry.key, words, "es una forma muy corta" if doubtful else "")
    if entry.kind == "speakers":
        yield from _parts(entry)


def _parts(entry: Entry) -> Iterator[Name]:
    """Yield what is often left of a name: without a given name, a surname, or all given names."""
    words = _words(entry.title)
    given = _words(entry.sort.partition(", ")[2])
    surnames = words[len(given) :]
    if not given or words[: len(given)] != given or not set(surnames) - PARTICLES:
        return
    first = surnames[: next(i for i, word in enumerate(surnames) if word not in PARTICLES) + 1]
    for some in {given, given[:1]}:
        for other in {first, surnames}:
            yield Name(entry.key, some + other, "falta una parte del nombre")
    if len(surnames) > len(first):
        yield Name(entry.key, surnames, "solo coinciden los apellidos")


def _words(text: str) -> Words:
    return tuple(sort_key(word) for word in _WORD.findall(text))
