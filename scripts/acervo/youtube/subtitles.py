"""Captions that come from elsewhere: a file in one of the usual formats.

In: the name and the bytes of a .vtt, .srt, .json3 or .txt file. Out: cues, or a `SubtitleError` that tells the line.
Never: invents a time, or drops in silence what it does not understand. (That is why no library reads them: those tried
pass over broken cues without a word, or refuse them without saying where.)
"""

import codecs
import html
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from acervo.archive.cues import LAST_MOMENT, LONGEST_TEXT, CaptionError, Cue, Timed, blocks, clean, stamp, timed
from acervo.youtube import plain, timedtext
from acervo.youtube.timedtext import TimedTextError

LARGEST_FILE = 10_000_000
"""Bytes; an hour in json3 has about 500,000."""
LAST_CUE = 5_000
"""Milliseconds that the last line of a transcript stays: its end is written nowhere."""

_TAG = re.compile(r"</?(?:[biucs]|v|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<[0-9:.]{5,}>|\{\\an?[0-9]\}", re.IGNORECASE)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]([^<>\n]*)>", re.IGNORECASE)
_ROLLING = re.compile(r"<[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}>")
_STAMP = re.compile(r"\s*(\[)?(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-9]{2})(?:[.,]([0-9]{1,3}))?(?(1)\])(?:\s+(.*))?")
_BREAK = re.compile("\r\n|\r|\n")
_FORMATS = ".vtt, .srt, .json3 o .txt"


class SubtitleError(ValueError):
    """A file that cannot be read. The message is a Spanish sentence with the remedy; `line` counts from 1."""

    def __init__(self, sentence: str, line: int = 1) -> None:
        """Say what is wrong, and where."""
        super().__init__(sentence)
        self.line = line


def read(name: str, data: bytes) -> tuple[Cue, ...]:
    """Return the cues of a file, in order, as a kept track holds them; at least one. Raises SubtitleError."""
    suffix = PurePath(name).suffix.lower()
    if len(data) > LARGEST_FILE:
        raise SubtitleError(f"El archivo pesa {len(data):,} bytes y caben {LARGEST_FILE:,}: no parecen subtítulos.")
    try:
        if suffix == ".json3":
            found = timedtext.from_json3(data)
        elif suffix in (".vtt", ".srt", ".txt"):
            found = _written(suffix, _decoded(data))
        else:
            raise SubtitleError(f"No se conoce el formato «{plain.line(suffix, 20)}»: use un archivo {_FORMATS}.")
    except CaptionError as error:
        raise SubtitleError(str(error), error.line) from None
    except TimedTextError as error:
        raise SubtitleError(str(error)) from None
    if not found:
        raise SubtitleError("El archivo no trae ningún subtítulo con texto: revise que sea el que quería.")
    return found


def _written(suffix: str, text: str) -> tuple[Cue, ...]:
    """Read a text; one that says it is WebVTT is believed, whatever its name."""
    if text.startswith("WEBVTT"):
        suffix = ".vtt"
    elif suffix == ".vtt":
        raise SubtitleError("Un archivo .vtt empieza con «WEBVTT»: escríbalo en el primer renglón, o use .srt.")
    if suffix == ".txt":
        return _transcript(text)
    rolling = suffix == ".vtt" and _ROLLING.search(text) is not None
    found = blocks(text, only_empty=rolling)
    if suffix == ".vtt":
        next(found)
    cues = _cues(timed(found))
    tidy = (cue._replace(text=_tidy(cue.text)) for cue in (timedtext.unroll(cues) if rolling else cues))
    return tuple(cue for cue in tidy if cue.text)


def _decoded(data: bytes) -> str:
    """Read bytes as UTF-8, as UTF-16 when they begin so, or else as old Windows programs write Spanish."""
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if utf_16 else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
        break
    raise SubtitleError("El archivo no es texto, o está en una codificación desconocida: guárdelo como UTF-8.")


def _cues(found: Iterable[Timed]) -> Iterator[Cue]:
    """Yield cues without tags, their blank rows included; a speaker is named when another one spoke before."""
    speaker = ""
    for line, start, end, rows in found:
        before, *voices = _VOICE.split("\n".join(rows))
        said = [before]
        if not voices:
            speaker = ""
        for name, words in zip(voices[::2], voices[1::2], strict=True):
            said.append(words if name.strip() == speaker else f"{name.strip()}: {words}")
            speaker = name.strip()
        text = html.unescape(_TAG.sub("", "".join(said)))
        if len(text) > LONGEST_TEXT:
            raise SubtitleError(f"El subtítulo pasa de {LONGEST_TEXT:,} caracteres: divídalo en varios.", line)
        yield Cue(start, end, text)


def _tidy(text: str) -> str:
    return clean(plain.paragraphs(text, LONGEST_TEXT))


def _transcript(text: str) -> tuple[Cue, ...]:
    """Read a transcript as YouTube shows it: a time, alone or before its text, and text until the next time.

    The first time tells how the others are written, so that «8:30» in the middle of a text stays text.
    """
    told: list[tuple[int, list[str]]] = []
    bracketed = inline = False
    length = 0
    for line, row in enumerate(_BREAK.split(text), 1):
        match = _STAMP.fullmatch(row)
        if match and not told:
            bracketed, inline = bool(match[1]), bool(match[6])
        if match and bool(match[1]) == bracketed and (inline or not match[6]):
            moment = _moment(match, line)
            if told and moment < told[-1][0]:
                before = stamp(told[-1][0])
                raise SubtitleError(f"Empieza antes que el anterior ({before}): póngalos en orden.", line)
            if not told or moment > told[-1][0]:
                told.append((moment, []))
            told[-1][1].append(match[6] or "")
            length = len(row)
        elif told:
            told[-1][1].append(row)
            length += len(row) + 1
        elif row.strip():
            raise SubtitleError(
                "Este texto no tiene tiempo, y no se puede inventar: escriba antes el momento en que se dice, "
                "por ejemplo 0:12, o borre el renglón.",
                line,
            )
        if length > LONGEST_TEXT:
            raise SubtitleError(f"Van {LONGEST_TEXT:,} caracteres desde el último tiempo: escriba otro aquí.", line)
    moments = [moment for moment, _ in told]
    ends = [*moments[1:], *(moment + LAST_CUE for moment in moments[-1:])]
    tidy = [Cue(start, end, _tidy("\n".join(rows))) for (start, rows), end in zip(told, ends, strict=True)]
    return tuple(cue for cue in tidy if cue.text)


def _moment(match: re.Match[str], line: int) -> int:
    hours, minutes, seconds = int(match[2] or 0), int(match[3]), int(match[4])
    if seconds > 59 or (match[2] and minutes > 59):
        raise SubtitleError("Los minutos y los segundos llegan hasta 59: corrija el tiempo.", line)
    moment = ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((match[5] or "0").ljust(3, "0"))
    if moment + LAST_CUE > LAST_MOMENT:
        raise SubtitleError(f"Ninguna grabación pasa de {stamp(LAST_MOMENT)}: corrija el tiempo.", line)
    return moment
