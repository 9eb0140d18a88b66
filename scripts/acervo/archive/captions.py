"""The kept captions of a recording: one clean WebVTT file per language, which a person can correct by hand.

In: the text of a file of `data/youtube/captions/`. Out: a frozen `Track`, or a `CaptionError` that tells the line.
And back: the one text that a track has, byte for byte; browsers take it as it is.
Never: touches the disk, or takes what a person did for the work of a machine.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from acervo.archive import snapshot
from acervo.archive.cues import (
    LAST_MOMENT,
    LONGEST_TEXT,
    Block,
    Timed,
    blocks,
    clean,
    has_times,
    moment,
    stamp,
    timed,
)
from acervo.archive.cues import CaptionError as CaptionError  # readers of tracks need no other module
from acervo.archive.cues import Cue as Cue
from acervo.records.models.fields import VIDEO_PATTERN, Choice
from acervo.records.text import signs

LONGEST_FILE = 5_000_000
"""Characters; the captions of an hour have about 100,000."""
LONGEST_CREDIT = 300
FOLDER = "captions"
"""Where the files stand, in `data/youtube/`."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")
_VIDEO = re.compile(VIDEO_PATTERN)
_DIGEST = re.compile(r"([0-9a-f]{32})?")
_FIELD = re.compile(r"(?:NOTE\s+)?(language|video|origen|estado|revisado|cr[eé]dito|huella)\s*:(.*)", re.IGNORECASE)
_UNTIL = "hasta "
_REQUIRED = ("language", "video", "origen", "estado")
_HOW = (
    "Para corregir, cambie las palabras sin tocar los tiempos; si se detiene a la mitad, agregue bajo «estado» el "
    "renglón «revisado: hasta 00:12:30»; al terminar de revisar, escriba «revisado» en «estado» y, si quiere, su "
    "nombre en «crédito»."
)


class CaptionState(Choice):
    """How far people answer for the words."""

    AUTOMATIC = ("automatic", "automático")
    REVIEWED = ("reviewed", "revisado")
    VALIDATED = ("validated", "validado")


class Origin(Choice):
    """Where the track comes from: people on YouTube, its machine, or a file from elsewhere."""

    MANUAL = ("manual", "manual")
    AUTOMATIC = ("automatic", "automático")
    IMPORTED = ("imported", "importado")


@dataclass(frozen=True, slots=True)
class Track:
    """The captions of a video in a language. Raises ValueError for a value that a file cannot hold.

    language: a canonical tag of BCP 47. credit: who made or reviewed it, one line, "" when unknown. digest: that of
    the track as its source gave it, "" when lost. cues: one or more, in the order they begin. reviewed_until: the
    millisecond up to which a person reviewed a track that is not reviewed as a whole, None when nobody says so.
    """

    video: str
    language: str
    origin: Origin
    state: CaptionState
    credit: str
    digest: str
    cues: tuple[Cue, ...]
    reviewed_until: int | None = None

    def __post_init__(self) -> None:
        """Hold the line: whatever can be built can be written and read back."""
        if not (
            _VIDEO.fullmatch(self.video)
            and canonical(self.language) == self.language
            and credit_line(self.credit) == self.credit
            and _DIGEST.fullmatch(self.digest)
            and self.cues
            and (self.reviewed_until is None or 0 < self.reviewed_until <= LAST_MOMENT)
        ):
            raise ValueError("not the values of a track")
        before = 0
        for start, end, text in self.cues:
            sound = before <= start < end <= LAST_MOMENT and 0 < len(text) <= LONGEST_TEXT
            if not sound or clean(text) != text:
                raise ValueError(f"not a cue after {before}: {start}, {end}, {text[:50]!r}")
            before = start


def original(
    video: str,
    language: str,
    origin: Origin,
    cues: Iterable[Cue],
    state: CaptionState = CaptionState.AUTOMATIC,
    credit: str = "",
) -> Track:
    """Make a track as its source gives it, with its digest. Raises ValueError as `Track` does."""
    track = Track(video, language, origin, state, credit, "", tuple(cues))
    return replace(track, digest=_digest(track))


def corrected(track: Track) -> bool:
    """Tell whether a person answers for the track or changed anything in it, be it one word.

    The tracks that people wrote on YouTube are reviewed from birth; that alone is no correction.
    """
    vouched = track.state is not CaptionState.AUTOMATIC and track.origin is not Origin.MANUAL
    return vouched or track.reviewed_until is not None or _digest(track) != track.digest


def share(track: Track) -> int:
    """Return how much of the spoken time people made or reviewed, in whole percents, rounded down."""
    if track.state is not CaptionState.AUTOMATIC or track.origin is Origin.MANUAL:
        return 100
    until = track.reviewed_until or 0
    spoken = sum(cue.end - cue.start for cue in track.cues)
    return sum(max(min(cue.end, until) - cue.start, 0) for cue in track.cues) * 100 // spoken


def field_line(text: str, *names: str) -> int:
    """Return the line in the head of a file of the first field, of those named, that it has, or 1; without accents."""
    found: dict[str, int] = {}
    for line, row in enumerate(re.split("\r\n|\r|\n", text), 1):
        if "-->" in row:
            break
        if field := _FIELD.fullmatch(row.strip()):
            found.setdefault(_plain(field[1]), line)
    return next((found[name] for name in names if name in found), 1)


def canonical(tag: str) -> str:
    """Return a tag of BCP 47 with its customary capitals (`es-MX`, `zh-Hans`). Raises ValueError for what is none."""
    if not _LANGUAGE.fullmatch(tag):
        raise ValueError(f"not a language: {tag!r}")
    first, *rest = tag.lower().split("-")
    capitals = (part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest)
    return "-".join([first, *capitals])


def credit_line(text: str) -> str:
    """Return a credit as a file holds it: one line, bounded, without the arrow that would begin a cue."""
    line = clean(text).replace("\n", " ").replace("-->", "→")
    return line if len(line) <= LONGEST_CREDIT else line[: LONGEST_CREDIT - 1].rstrip() + "…"


def file_name(video: str, language: str, *, newer: bool = False) -> str:
    """Name the file of a track; newer: the one beside it, with what a machine said later. Raises ValueError."""
    return f"{snapshot.stem(video)}.{canonical(language)}{'.new' if newer else ''}.vtt"


def dumps(track: Track) -> str:
    """Return the text of the file. Raises ValueError when it would be too long to be read back."""
    head = (
        f"WEBVTT\nKind: captions\nLanguage: {track.language}\n\nNOTE\n"
        f"video: {track.video}\norigen: {track.origin.label}\nestado: {track.state.label}\n{_reviewed(track)}"
        f"crédito: {track.credit}".rstrip()
        + f"\nhuella: {track.digest}".rstrip()
        + f"\n\nNOTE\n{_HOW}\n"
    )
    cues = (f"\n{stamp(start)} --> {stamp(end)}\n{_escaped(text)}\n" for start, end, text in track.cues)
    text = head + "".join(cues)
    if len(text) > LONGEST_FILE:
        raise ValueError(f"a track of {len(text)} characters")
    return text


def loads(text: str) -> Track:
    """Read the text of a file, also one that people edited. Raises CaptionError."""
    return located(text)[0]


def located(text: str) -> tuple[Track, tuple[int, ...]]:
    """Read the text of a file, and tell the line of the times of each cue. Raises CaptionError."""
    if len(text) > LONGEST_FILE:
        raise CaptionError(f"El archivo tiene {len(text):,} caracteres y caben {LONGEST_FILE:,}: no son subtítulos.", 1)
    found = list(blocks(text))
    if not found or not re.match(r"WEBVTT(\s|\Z)", found[0].rows[0]):
        raise CaptionError("El archivo debe empezar con «WEBVTT»: escríbalo solo en el primer renglón.", 1)
    first_cue = next((place for place, block in enumerate(found) if has_times(block)), len(found))
    if first_cue == len(found):
        raise CaptionError("No hay ningún subtítulo: recupere el archivo anterior.", found[-1].line)
    values = _fields(found[:first_cue])
    written = [(cue, place.line) for place in timed(found[first_cue:]) if (cue := _cue(place)).text]
    if not written:
        raise CaptionError("Ningún subtítulo tiene texto: recupere el archivo anterior.", found[first_cue].line)
    cues, lines = zip(*written, strict=True)
    return Track(cues=cues, **values), lines


def _digest(track: Track) -> str:
    parts = [track.video, track.language, track.origin, track.state, track.credit, track.cues]
    return blake2b(json.dumps(parts, ensure_ascii=False).encode(), digest_size=16).hexdigest()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _fields(found: list[Block]) -> dict[str, Any]:
    """Read what stands before the first cue: fields wherever they are, and comments."""
    told: dict[str, tuple[int, str]] = {}
    for number, block in enumerate(found):
        comment = number == 0 or block.rows[0].startswith("NOTE")
        for line, row in enumerate(block.rows, block.line):
            field = _FIELD.fullmatch(row.strip())
            if field:
                name = _plain(field[1])
                if name in told:
                    raise CaptionError(f"«{field[1]}» ya está en el renglón {told[name][0]}: deje solo uno.", line)
                told[name] = line, field[2].strip()
            elif not comment and not row.lower().startswith("kind:"):
                raise CaptionError("Este texto no tiene tiempo ni es un dato: bórrelo o escriba «NOTE» sobre él.", line)
    for name in _REQUIRED:
        if name not in told:
            label = "Language" if name == "language" else name
            raise CaptionError(f"Falta el renglón «{label}: …» antes del primer subtítulo: escríbalo de nuevo.", 1)
    return {
        "video": _sound(_VIDEO, told["video"], "el id de un video: son los 11 caracteres del nombre en YouTube"),
        "language": _language(*told["language"]),
        "origin": _choice(Origin, "origen", *told["origen"]),
        "state": _choice(CaptionState, "estado", *told["estado"]),
        "reviewed_until": _until(*told.get("revisado", (1, ""))),
        "credit": _credit(*told.get("credito", (1, ""))),
        "digest": _sound(_DIGEST, told.get("huella", (1, "")), "una huella: déjela como estaba o borre el renglón"),
    }


def _sound(pattern: re.Pattern[str], told: tuple[int, str], what: str) -> str:
    line, value = told
    if not pattern.fullmatch(value):
        raise CaptionError(f"«{signs.one_line(value, 60)}» no es {what}.", line)
    return value


def _language(line: int, value: str) -> str:
    try:
        return canonical(value)
    except ValueError:
        quoted = signs.one_line(value, 60)
        raise CaptionError(f"«{quoted}» no es un idioma: escriba su clave, por ejemplo es.", line) from None


def _credit(line: int, value: str) -> str:
    _refuse_unseen(line, value)
    if len(clean(value)) > LONGEST_CREDIT:
        raise CaptionError(f"El crédito pasa de {LONGEST_CREDIT} caracteres: acórtelo.", line)
    return credit_line(value)


def _until(line: int, value: str) -> int | None:
    if not value:
        return None
    until = moment(value[len(_UNTIL) :]) if _plain(value).startswith(_UNTIL) else None
    if not until or until > LAST_MOMENT:
        quoted = signs.one_line(value, 60)
        raise CaptionError(f"«{quoted}» no dice hasta dónde se revisó: escriba por ejemplo «hasta 00:12:30».", line)
    return until


def _reviewed(track: Track) -> str:
    if track.reviewed_until is None:
        return ""
    return f"revisado: {_UNTIL}{stamp(track.reviewed_until).removesuffix('.000')}\n"


def _choice(kind: type[Choice], name: str, line: int, value: str) -> Choice:
    for choice in kind:
        if _plain(value) == _plain(choice.label):
            return choice
    labels = ", ".join(f"«{choice.label}»" for choice in kind)
    raise CaptionError(f"«{signs.one_line(value, 60)}» no es un valor de «{name}»: escriba uno de {labels}.", line)


def _cue(found: Timed) -> Cue:
    text = clean("\n".join([_row(line, row) for line, row in enumerate(found.rows, found.line + 1)]))
    if len(text) > LONGEST_TEXT:
        raise CaptionError(f"El subtítulo pasa de {LONGEST_TEXT:,} caracteres: divídalo en varios.", found.line)
    return Cue(found.start, found.end, text)


def _row(line: int, row: str) -> str:
    if row.startswith("<<<<<<<"):
        raise CaptionError("Hay un conflicto de Git sin resolver: deje solo una de las dos versiones.", line)
    if "<" in row:
        raise CaptionError("Aquí no se usan etiquetas: quítelas, y si «<» es parte del texto, escriba «&lt;».", line)
    if "&" in row:
        row = html.unescape(row)
    _refuse_unseen(line, row)
    return row


def _refuse_unseen(line: int, text: str) -> None:
    if signs.suspect(text) and (sign := signs.CONTROL.search(text)):
        name = signs.code_point(sign.group())
        raise CaptionError(f"Hay un signo que no se ve ({name}): escriba de nuevo el renglón.", line)


def _plain(word: str) -> str:
    """Return a word as people may write it: without accents, in lower case."""
    letters = unicodedata.normalize("NFD", word.strip().lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
