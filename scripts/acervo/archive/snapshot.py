"""A snapshot: what YouTube said of one video, as it is kept in `data/youtube/`.

In: the text of one snapshot file. Out: a frozen `Snapshot`, or a `SnapshotError` with a Spanish sentence.
And back: the one text that a snapshot has, byte for byte.
Never: asks YouTube, touches the disk, or corrects what it reads (the writing side lives in `youtube`).
"""

import json
import re
from dataclasses import asdict, dataclass
from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from acervo.records.models.fields import CHANNEL_PATTERN, VIDEO_PATTERN, Choice

LONGEST_FILE = 1_000_000
"""Characters; a real snapshot has about 2,500."""

_VIDEO = re.compile(VIDEO_PATTERN)
_STEM = re.compile(r"v_([a-z0-9_-]{11})_([0-9a-f]{3})(?=\.|\Z)")
_FORBID = ConfigDict(extra="forbid", strict=True)

_Day = Annotated[str, Field(pattern=r"\A(\d{4}-\d{2}-\d{2})?\z")]
_Moment = Annotated[int, Field(ge=0, lt=2**40)]
_Second = Annotated[int, Field(ge=0, lt=10**8)]


class SnapshotError(ValueError):
    """Text that is no snapshot; the message is a Spanish sentence."""


class Status(Choice):
    """What is known of a video: whether a visitor can watch it, and if not, why."""

    OK = ("ok", "disponible")
    LIVE = ("live", "en vivo")
    UPCOMING = ("upcoming", "programado")
    POST_LIVE = ("post_live", "transmisión recién terminada")
    PRIVATE = ("private", "privado")
    REMOVED = ("removed", "retirado")
    TERMINATED = ("terminated", "cuenta cerrada por YouTube")
    MEMBERS_ONLY = ("members_only", "solo para miembros del canal")
    GEO_BLOCKED = ("geo_blocked", "no disponible en algunos países")
    AGE_RESTRICTED = ("age_restricted", "con restricción de edad")

    @property
    def available(self) -> bool:
        """Tell whether anybody can open the video, now or at its hour."""
        return self in (Status.OK, Status.LIVE, Status.UPCOMING, Status.POST_LIVE)


@dataclass(frozen=True, slots=True, order=True)
class Caption:
    """A track of captions that exists on YouTube: its language tag as YouTube writes it, and who made it."""

    __pydantic_config__: ClassVar[ConfigDict] = _FORBID

    lang: str
    kind: Literal["auto", "manual"]


@dataclass(frozen=True, slots=True, order=True)
class Chapter:
    """A part of the recording: second it starts at, and title."""

    __pydantic_config__: ClassVar[ConfigDict] = _FORBID

    start: _Second
    title: str


@dataclass(frozen=True, slots=True)
class Pending:
    """A change of status seen once, that waits for another day to agree.

    since: the day it was seen. last_seen: the last day the video was seen well before that, "" when unknown.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _FORBID

    status: Status
    since: _Day
    last_seen: _Day = ""


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """A copy of the video or of its page that somebody else keeps, found on the day `checked`."""

    __pydantic_config__: ClassVar[ConfigDict] = _FORBID

    source: Literal["archive.org", "web.archive.org"]
    url: Annotated[str, Field(pattern=r"\Ahttps://(web\.)?archive\.org/[!-~]{1,500}\z")]
    kind: Literal["video", "page"]
    checked: _Day


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """The picture kept in `data/youtube/thumbnails/`: digest of its WebP file, and its size in pixels."""

    __pydantic_config__: ClassVar[ConfigDict] = _FORBID

    sha256: Annotated[str, Field(pattern=r"\A[0-9a-f]{64}\z")]
    width: Annotated[int, Field(ge=1, le=4096)]
    height: Annotated[int, Field(ge=1, le=4096)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The stable facts of one video; what YouTube did not say is empty ("", (), or None for numbers).

    duration: seconds. timestamp, release_timestamp: seconds since 1970. upload_date: ISO day in UTC (perhaps
    the day after the one in Mexico). status: None until two visits agree on why a new video cannot be seen.
    status_since: the day the present status was first seen. last_seen: the last day that a video now gone was
    seen well. pending: a status that waits for confirmation. origin: who gave the fields when it was not yt-dlp.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _FORBID

    id: Annotated[str, Field(pattern=rf"\A{VIDEO_PATTERN}\z")]
    title: str = ""
    description: str = ""
    duration: _Second | None = None
    channel: str = ""
    channel_id: Annotated[str, Field(pattern=rf"\A({CHANNEL_PATTERN})?\z")] = ""
    uploader_id: str = ""
    upload_date: _Day = ""
    timestamp: _Moment | None = None
    release_timestamp: _Moment | None = None
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    creators: tuple[str, ...] = ()
    license: str = ""
    availability: str = ""
    live_status: str = ""
    media_type: str = ""
    age_limit: Annotated[int, Field(ge=0, le=99)] | None = None
    playable_in_embed: bool | None = None
    captions: tuple[Caption, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    status: Status | None = None
    status_since: _Day = ""
    last_seen: _Day = ""
    pending: Pending | None = None
    origin: Literal["", "oembed", "atom"] = ""
    copies: tuple[Copy, ...] = ()
    thumbnail: Thumbnail | None = None


@cache
def _reader() -> TypeAdapter[Snapshot]:
    """Return what reads a snapshot, made when the first one is read."""
    return TypeAdapter(Snapshot)


def stem(video_id: str) -> str:
    """Name a video so that ids that differ only by case never share a file, on any system.

    `v_<id in lower case>_<hexadecimal mask of the upper-case positions>`; it never begins with `-`.
    Raises ValueError if video_id is not 11 characters of a YouTube id.
    """
    if not _VIDEO.fullmatch(video_id):
        raise ValueError(video_id)
    mask = sum(1 << place for place, letter in enumerate(video_id) if letter.isupper())
    return f"v_{video_id.lower()}_{mask:03x}"


def video_of(name: str) -> str | None:
    """Return the video that a file is about, by the file's name; None when it is no name that `stem` gives."""
    match = _STEM.match(name)
    if not match:
        return None
    letters, mask = match[1], int(match[2], 16)
    video = "".join(letter.upper() if mask >> place & 1 else letter for place, letter in enumerate(letters))
    return video if stem(video) == match[0] else None


def file_name(video_id: str) -> str:
    """Name the file of a video's snapshot. Raises ValueError as `stem` does."""
    return stem(video_id) + ".json"


def loads(text: str) -> Snapshot:
    """Read the text of a snapshot file. Raises SnapshotError."""
    if len(text) > LONGEST_FILE:
        raise SnapshotError(f"El archivo tiene {len(text)} caracteres: no es una ficha de video.")
    try:
        return _reader().validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "string_unicode":
        raise SnapshotError("El archivo contiene caracteres que no son texto.")
    if first["type"] == "json_invalid":
        raise SnapshotError("El archivo no es JSON completo (¿un conflicto de Git sin resolver?).")
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "unexpected_keyword_argument":
        raise SnapshotError(f"El campo «{place}» no existe en las fichas de video.")
    if first["type"] in ("missing", "missing_argument"):
        raise SnapshotError(f"Falta el campo «{place}».")
    raise SnapshotError(f"El valor del campo «{place}» no es válido." if place else "El archivo no es un objeto JSON.")


def dumps(snapshot: Snapshot) -> str:
    """Return the text of a snapshot file: sorted keys, nothing empty, one final line break."""
    kept = {key: _full(value) for key, value in asdict(snapshot).items() if value not in ("", None, ())}
    return json.dumps(kept, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _full(value: object) -> object:
    """Leave empty texts out of a nested part."""
    return {key: part for key, part in value.items() if part != ""} if isinstance(value, dict) else value
