"""oEmbed: what YouTube tells a page that wants to embed a video. It may answer when yt-dlp is refused.

In: the id of a video, and whom to ask. Out: an `Answer` that knows the title and the channel; one request.
Never: takes a refusal for news: a private video and one that may not be embedded are refused alike.
"""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from acervo.archive.snapshot import Status
from acervo.records.models.fields import CHANNEL_PATTERN
from acervo.youtube import plain
from acervo.youtube.answer import Answer, Silence
from acervo.youtube.extractor import Source
from acervo.youtube.snapshot import LONGEST_TITLE
from acervo.youtube.video_id import AddressError, youtube_url

LONGEST_BODY = 100_000
"""Bytes; a real answer has about 700."""

_CHANNEL = re.compile(CHANNEL_PATTERN)
_HANDLE = re.compile(r"@[\w.·-]{3,100}")
_PICTURED = re.compile(r"/vi(?:_webp)?/([A-Za-z0-9_-]{11})/")
_AMBIGUOUS = "oEmbed no lo muestra: el video es privado o no se deja insertar"


def address(video_id: str) -> str:
    """Return where oEmbed tells of a video."""
    watch = f"https://www.youtube.com/watch?v={video_id}"
    return f"https://www.youtube.com/oembed?format=json&url={quote(watch, safe='')}"


def ask(video_id: str, source: Source) -> Answer:
    """Ask oEmbed about one video. Every outcome is an Answer whose origin is "oembed"."""
    reply = source.get(address(video_id))
    match reply.code:
        case 200:
            return _told(video_id, reply.body)
        case 401 | 403:
            return _answer(Silence.PARTIAL, _AMBIGUOUS)
        case 404:
            return _answer(Status.REMOVED, "oEmbed dice que el video no existe")
        case 400:
            return _answer(Silence.ERROR, "oEmbed dice que no es el identificador de un video")
        case 429:
            return _answer(Silence.BLOCKED, reply.reason)
        case code if code == 0 or code >= 500:
            return _answer(Silence.NETWORK, reply.reason)
        case code:
            return _answer(Silence.ERROR, reply.reason or f"oEmbed respondió {code}")


def _told(video_id: str, body: bytes) -> Answer:
    if body[:20].strip() in (b"Forbidden", b"Unauthorized"):
        return _answer(Silence.PARTIAL, _AMBIGUOUS)
    try:
        told = json.loads(body) if len(body) <= LONGEST_BODY else None
    except (ValueError, RecursionError):
        told = None
    told = told if isinstance(told, dict) else {}
    title = plain.line(told.get("title"), LONGEST_TITLE)
    if not title:
        return _answer(Silence.PARTIAL, "la respuesta de oEmbed no trae el título")
    pictured = _PICTURED.search(str(told.get("thumbnail_url")))
    if pictured and pictured[1] != video_id:
        return _answer(Silence.ERROR, "la respuesta de oEmbed es de otro video")
    channel = plain.line(told.get("author_name"), LONGEST_TITLE)
    info = {"id": video_id, "title": title, "channel": channel, **_author(told.get("author_url"))}
    return _answer(Status.OK, "", {key: value for key, value in info.items() if value})


def _author(url: object) -> dict[str, str]:
    """Take the handle, or the id, of a channel from its address."""
    try:
        steps = unquote(youtube_url(url if isinstance(url, str) else "").path).strip("/").split("/")
    except AddressError:
        return {}
    if len(steps) == 1 and _HANDLE.fullmatch(steps[0]):
        return {"uploader_id": steps[0]}
    if len(steps) == 2 and steps[0] == "channel" and _CHANNEL.fullmatch(steps[1]):
        return {"channel_id": steps[1]}
    return {}


def _answer(state: Status | Silence, reason: str, info: Mapping[str, Any] | None = None) -> Answer:
    return Answer(state, info, reason, "oembed")
