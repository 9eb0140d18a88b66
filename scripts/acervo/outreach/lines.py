"""Lines of text in a width: where they break, and how large they may be.

In: text, a face, a width. Out: lines, evenly filled. Never: loses a letter, or breaks a word that fits in a line.
"""

from collections.abc import Iterable

from acervo.outreach.typeface import Face

NARROWER = 0.97
"""How much the width shrinks at each attempt to fill the lines evenly."""
LONGEST_WORD = 32
"""Letters of the longest word that is never broken: Spanish has hardly any of 24."""


def wrap(text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    """Break a text into as few lines as it takes, all of about the same length."""
    lines = _greedy(text, face, size, width)
    widest = max((face.width(word, size) for word in text.split()), default=0)
    while len(lines) > 1 and width * NARROWER >= widest:
        width *= NARROWER
        narrower = _greedy(text, face, size, width)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def fit(
    text: str, face: Face, width: float, height: float, sizes: Iterable[int], leading: float
) -> tuple[int, tuple[str, ...]]:
    """Return the largest of the sizes at which a text fits in a box, and its lines; the smallest if none does."""
    words = [word for word in text.split() if len(word) <= LONGEST_WORD]
    widest = max((face.width(word, 1) for word in words), default=0)
    size = 0
    lines: tuple[str, ...] = ()
    for size in sizes:
        if widest * size > width:
            continue
        lines = wrap(text, face, size, width)
        if len(lines) * size * leading <= height:
            break
    return size, lines or wrap(text, face, size, width)


def _greedy(text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if face.width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, face, size, width)
        lines += full
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, face: Face, size: float, width: float) -> list[str]:
    """Cut a word that is wider than a line."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and face.width(pieces[-1] + sign, size) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces
