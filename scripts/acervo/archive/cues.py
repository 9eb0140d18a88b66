"""Cues: what is said between two moments, and the grammar that WebVTT and SRT share.

In: the text of a file of captions. Out: blocks with the line they begin at, then times and rows; or a `CaptionError`.
Never: guesses a time, puts cues in another order, or loses a row in silence. Source: W3C, WebVTT, sections 4 and 6.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from acervo.records.text import signs

LAST_MOMENT = 7 * 24 * 3600 * 1000
"""Milliseconds; YouTube keeps streams of a few days."""
LONGEST_TEXT = 5_000
"""Characters of one cue; a real one has less than 200."""

_ARROW = "-->"
_BREAK = re.compile("\r\n|\r|\n")
_MOMENT = r"(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-9]{2})[.,]([0-9]{3})"
_LONE_MOMENT = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-9]{2})(?:[.,]([0-9]{3}))?")
_TIMES = re.compile(rf"\s*{_MOMENT}\s*-->\s*{_MOMENT}(?:\s.*)?")
_ASIDE = re.compile(r"(NOTE|STYLE|REGION)(\s|\Z)")
_HEADER = re.compile(r"WEBVTT(\s|\Z)")
_TIDY = re.compile("[!-~¡-¬®-ÁÄ-ÿ–—‘’“”•…]+(?:[ \n][!-~¡-¬®-ÁÄ-ÿ–—‘’“”•…]+)*")
"""What most cues are; they need no cleaning."""
_IDENTIFIER = re.compile(r"\S*[0-9]\S*")

_UNTIMED = (
    "Este texto no tiene tiempo. Si sigue al subtítulo de arriba, quite el renglón vacío que los separa; "
    "si no, escriba sobre él su tiempo, por ejemplo 00:01:02.500 --> 00:01:05.000."
)
_NO_TIMES = (
    "No se entiende el tiempo. Escríbalo como 00:01:02.500 --> 00:01:05.000, con tres cifras al final; "
    "si la flecha es parte del texto, escriba «→»."
)


class CaptionError(ValueError):
    """Captions that cannot be read. The message is a Spanish sentence with the remedy; `line` counts from 1."""

    def __init__(self, sentence: str, line: int) -> None:
        """Say what is wrong, and where."""
        super().__init__(sentence)
        self.line = line


class Cue(NamedTuple):
    """What is said from `start` to `end` (milliseconds). text: plain, of one or more rows."""

    start: int
    end: int
    text: str


class Block(NamedTuple):
    """Rows that stand together in a file, and the line of the first one, from 1."""

    line: int
    rows: tuple[str, ...]


class Timed(NamedTuple):
    """A cue as it is written: the line of its times, its times in milliseconds, and its rows."""

    line: int
    start: int
    end: int
    rows: tuple[str, ...]


def clean(text: str) -> str:
    """Return text as a cue holds it: rows of words, none of them empty, nothing unseen; twice changes nothing."""
    if _TIDY.fullmatch(text):
        return text
    if signs.suspect(text):
        text = signs.visible(signs.CONTROL.sub(" ", text))
    rows = (" ".join(row.split()) for row in _BREAK.split(text))
    return "\n".join(row for row in rows if row)


def stamp(moment: int) -> str:
    """Write milliseconds as WebVTT does."""
    seconds, milliseconds = divmod(moment, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}"


def moment(text: str) -> int | None:
    """Read a lone moment (`12:30`, `00:12:30`, `00:12:30.500`) as milliseconds; None for anything else."""
    match = _LONE_MOMENT.fullmatch(text.strip())
    if not match:
        return None
    hours, minutes, seconds, milliseconds = map(int, match.groups("0"))
    if max(minutes, seconds) > 59:
        return None
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds


def blocks(text: str, *, only_empty: bool = False) -> Iterator[Block]:
    """Split a file at its blank rows, and before every row of times, as browsers do.

    only_empty: rows of mere spaces belong to their block (the rolling captions of YouTube have them).
    """
    rows: list[str] = []
    first, arrows = 1, 0
    for line, row in enumerate(_BREAK.split(text.removeprefix("\ufeff")), 1):
        arrow = _ARROW in row
        if not row if only_empty else not row.strip():
            if rows:
                yield Block(first, tuple(rows))
            rows = []
            continue
        if arrow and rows and (len(rows) > 1 or _ARROW in rows[0] or _ASIDE.match(rows[0]) or _HEADER.match(rows[0])):
            # In SRT without blank rows the number of the next cue looks like text of the one before.
            numbered = len(rows) > 1 and rows[-1].strip() == str(arrows + 1)
            yield Block(first, tuple(rows[:-1] if numbered else rows))
            rows = rows[-1:] if numbered else []
            first = line - len(rows)
        if not rows:
            first = line
        rows.append(row)
        arrows += arrow
    if rows:
        yield Block(first, tuple(rows))


def has_times(block: Block) -> bool:
    """Tell whether a block is a cue."""
    return any(_ARROW in row for row in block.rows[:2])


def timed(found: Iterable[Block]) -> Iterator[Timed]:
    """Read the times of the cues, which begin in order; comments and styles are passed over. Raises CaptionError."""
    before = 0
    for block in found:
        if not has_times(block):
            if not _ASIDE.match(block.rows[0]):
                raise CaptionError(_UNTIMED, block.line)
            continue
        place = 0 if _ARROW in block.rows[0] else 1
        # A name of one word without figures may as well be the last word of the cue above.
        if place and not _IDENTIFIER.fullmatch(block.rows[0].strip()):
            raise CaptionError(_UNTIMED, block.line)
        line = block.line + place
        start, end = _times(block.rows[place], line)
        if start < before:
            raise CaptionError(
                f"Empieza en {stamp(start)}, antes que el anterior ({stamp(before)}): póngalos en orden.", line
            )
        before = start
        yield Timed(line, start, end, block.rows[place + 1 :])


def _times(row: str, line: int) -> tuple[int, int]:
    match = _TIMES.fullmatch(row)
    if not match:
        raise CaptionError(_NO_TIMES, line)
    h1, m1, s1, ms1, h2, m2, s2, ms2 = map(int, match.groups("0"))
    if max(m1, s1, m2, s2) > 59:
        raise CaptionError("Los minutos y los segundos llegan hasta 59: corrija el tiempo.", line)
    start, end = ((h1 * 60 + m1) * 60 + s1) * 1000 + ms1, ((h2 * 60 + m2) * 60 + s2) * 1000 + ms2
    if start >= end:
        raise CaptionError("Termina antes de empezar o al mismo tiempo: corrija el segundo tiempo.", line)
    if end > LAST_MOMENT:
        raise CaptionError(f"Ninguna grabación pasa de {stamp(LAST_MOMENT)}: corrija el tiempo.", line)
    return start, end
