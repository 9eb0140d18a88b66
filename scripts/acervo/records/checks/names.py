"""Names of people that may be two ways of writing one: near-linear in their number.

In: names by id. Out: pairs of ids. Never: decides that two people are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from acervo.records.text.words import fold

_SHORTEST = 5
"""Letters of a word in which one wrong letter is a slip rather than another word."""
_END = 2
"""Letters at either end of a word: one slip leaves one of the ends as it was."""
_LARGEST_BLOCK = 300
"""Names that share all that and are more than these share it by custom: comparing them would never end."""

Words = tuple[str, ...]


def alike(names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the pairs of ids whose names have the same words in any order, but for at most one letter.

    Accents and capitals do not count. Names are only compared within blocks: those that share all words but
    one, and two letters at one end of that one.
    """
    folded = {id_: tuple(sorted(fold(name).replace("-", " ").split())) for id_, name in names.items()}
    same: dict[Words, list[str]] = defaultdict(list)
    for id_, words in folded.items():
        same[words].append(id_)
    pairs = {(ids[0], other) for ids in same.values() for other in ids[1:]}
    for block in _blocks(same).values():
        if 1 < len(block) <= _LARGEST_BLOCK:
            pairs.update(_near_pairs(block, same))
    return sorted(pairs)


def _blocks(same: Iterable[Words]) -> dict[tuple[Words, str, str], list[tuple[str, Words]]]:
    blocks: dict[tuple[Words, str, str], list[tuple[str, Words]]] = defaultdict(list)
    for words in same:
        for index, word in enumerate(words):
            if len(word) >= _SHORTEST - 1 and len(words) > 1:
                rest = words[:index] + words[index + 1 :]
                blocks[rest, word[:_END], ""].append((word, words))
                blocks[rest, "", word[-_END:]].append((word, words))
    return blocks


def _near_pairs(block: list[tuple[str, Words]], same: Mapping[Words, list[str]]) -> Iterable[tuple[str, str]]:
    ordered = sorted(block, key=lambda item: (len(item[0]), item))
    for index, (word, words) in enumerate(ordered):
        for other, other_words in ordered[index + 1 :]:
            if len(other) > len(word) + 1:
                break
            if len(other) >= _SHORTEST and _one_letter_apart(word, other):
                one, two = sorted((same[words][0], same[other_words][0]))
                yield one, two


def _one_letter_apart(short: str, long: str) -> bool:
    """Tell whether one letter more, less, other, or two swapped make one word the other."""
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        return True
    return short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
