"""The Atom feed of a channel or of a playlist: its newest videos, when yt-dlp is refused.

In: the id of a channel or of a playlist, and whom to ask. Out: a `Listing` of at most 15 videos, and an `Answer`
for each; one request.
Never: takes a missing feed, or a video missing in it, for news; lets XML declare an entity.
"""

import re
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

from acervo.archive.snapshot import Status
from acervo.records.models.fields import CHANNEL_PATTERN, VIDEO_PATTERN
from acervo.youtube import plain
from acervo.youtube.answer import LONGEST_REASON, Answer, Silence
from acervo.youtube.extractor import Entry, Listing, Source
from acervo.youtube.snapshot import LONGEST_DESCRIPTION, LONGEST_TITLE

LONGEST_BODY = 2_000_000
"""Bytes; fifteen descriptions of the length that YouTube allows take 300,000."""
MOST_ENTRIES = 15
FIRST_YEAR = 2005
"""The first video of YouTube is of that year."""

_ATOM = "{http://www.w3.org/2005/Atom}"
_YT = "{http://www.youtube.com/xml/schemas/2015}"
_MEDIA = "{http://search.yahoo.com/mrss/}"
_VIDEO = re.compile(VIDEO_PATTERN)
_CHANNEL = re.compile(CHANNEL_PATTERN)
_PLAYLIST = re.compile(r"[A-Za-z0-9_-]{12,80}")


def address(identifier: str) -> str:
    """Return where the feed of a channel (UC…) or of a playlist stands. Raises ValueError for what is neither."""
    if _CHANNEL.fullmatch(identifier):
        return f"https://www.youtube.com/feeds/videos.xml?channel_id={identifier}"
    if _PLAYLIST.fullmatch(identifier):
        return f"https://www.youtube.com/feeds/videos.xml?playlist_id={identifier}"
    raise ValueError(identifier)


def ask(identifier: str, source: Source) -> tuple[Listing, tuple[Answer, ...]]:
    """Ask for the newest videos: the list, in its order, and what it tells of each (origin "atom").

    A feed that is not there proves nothing: at times YouTube answers 404 or 500 for every channel.
    Raises ValueError as `address` does.
    """
    reply = source.get(address(identifier))
    if reply.code != 200:
        return _silent(_silence(reply.code), reply.reason or f"respondió {reply.code}")
    try:
        feed = _parse(reply.body)
    except (ValueError, LookupError, ElementTree.ParseError):
        return _silent(Silence.PARTIAL, "la respuesta no es una lista Atom completa")
    # A feed tells its channel without the "UC"; an entry tells it whole.
    told = (feed.findtext(f"{_YT}channelId") or "").strip()
    if _CHANNEL.fullmatch(identifier) and told not in ("", identifier, identifier.removeprefix("UC")):
        return _silent(Silence.ERROR, "la respuesta es de otro canal")
    known = {info["id"]: info for info in map(_info, feed.findall(f"{_ATOM}entry")) if info}
    infos = list(known.values())[:MOST_ENTRIES]
    entries = tuple(Entry(info["id"], info.get("title", "")) for info in infos)
    return Listing(Status.OK, entries), tuple(Answer(Status.OK, info, "", "atom") for info in infos if "title" in info)


def _silence(code: int) -> Silence:
    if code in (403, 429):
        return Silence.BLOCKED
    return Silence.NETWORK if code in (0, 404) or code >= 500 else Silence.ERROR


def _silent(state: Silence, reason: str) -> tuple[Listing, tuple[Answer, ...]]:
    return Listing(state, (), plain.line(f"lista de novedades (Atom): {reason}", LONGEST_REASON)), ()


class _Builder(ElementTree.TreeBuilder):
    """Refuses a document that declares anything, so that no entity can grow, or read a file."""

    def doctype(self, name: str, pubid: str, system: str) -> None:
        """Refuse."""
        raise ValueError("DOCTYPE")


def _parse(body: bytes) -> ElementTree.Element:
    """Return the root of a feed. Raises ValueError, LookupError (encodings), ElementTree.ParseError."""
    if len(body) > LONGEST_BODY:
        raise ValueError("demasiado larga")
    parser = ElementTree.XMLParser(target=_Builder())  # noqa: S314 (the builder refuses what makes XML dangerous)
    parser.feed(body)
    root = parser.close()
    if not isinstance(root, ElementTree.Element) or root.tag != f"{_ATOM}feed":
        raise ValueError("no es Atom")
    return root


def _info(entry: ElementTree.Element) -> dict[str, Any]:
    """Return what a feed tells of a video, in the words of yt-dlp; nothing when it has no sound id."""
    video_id = _text(entry, f"{_YT}videoId")
    if not _VIDEO.fullmatch(video_id):
        return {}
    channel_id = _text(entry, f"{_YT}channelId")
    published = _moment(_text(entry, f"{_ATOM}published"))
    description = _text(entry, f"{_MEDIA}group/{_MEDIA}description")
    told = {
        "id": video_id,
        "title": plain.line(_text(entry, f"{_ATOM}title"), LONGEST_TITLE),
        "description": plain.paragraphs(description, LONGEST_DESCRIPTION),
        "channel": plain.line(_text(entry, f"{_ATOM}author/{_ATOM}name"), LONGEST_TITLE),
        "channel_id": channel_id if _CHANNEL.fullmatch(channel_id) else "",
        "timestamp": published and int(published.timestamp()),
        "upload_date": published and f"{published:%Y%m%d}",
    }
    return {key: value for key, value in told.items() if value}


def _text(element: ElementTree.Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _moment(text: str) -> datetime | None:
    """Return a moment of Atom (RFC 3339) in UTC; none when it is no date, or does not tell its zone."""
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo and moment.year >= FIRST_YEAR else None
    except (ValueError, OverflowError):
        return None
