"""The automatic WebVTT of YouTube, made from lines: each is said once and shown up to three times."""

from collections.abc import Sequence
from itertools import pairwise

from acervo.archive.cues import stamp

Line = tuple[int, str]
"""Milliseconds at which it begins, and its words."""


def rolling(lines: Sequence[Line], end: int) -> str:
    """Write what YouTube gives: the line before above, the new one with a tag before each word, a cue of 10 ms."""
    text = "WEBVTT\nKind: captions\nLanguage: es\n"
    above = " "
    for (start, said), (following, _) in pairwise([*lines, (end, "")]):
        first, *words = said.split()
        tagged = first + "".join(f"<{stamp(start + 1)}><c> {word}</c>" for word in words)
        times = f"{stamp(start)} --> {stamp(following - 10)} align:start position:0%"
        text += f"\n{times}\n{above}\n{tagged}\n"
        text += f"\n{stamp(following - 10)} --> {stamp(following)} align:start position:0%\n{said}\n \n"
        above = said
    return text
