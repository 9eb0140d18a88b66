"""What becomes of an answer: the stable facts of a video, merged with those that were known.

In: the dictionary of an answer (never trusted), the snapshot kept so far, the day. Out: the snapshot to keep.
Never: blanks a field because an answer lacked it; keeps addresses, counters or what changes by itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

from acervo.archive.snapshot import Caption, Chapter, Copy, Pending, Snapshot, Status
from acervo.records.models.fields import CHANNEL_PATTERN
from acervo.youtube import plain
from acervo.youtube.answer import Answer, Origin, Silence

LONGEST_TITLE = 300
LONGEST_DESCRIPTION = 20_000
LONGEST_DURATION = 7 * 24 * 3600
"""Seconds; YouTube takes uploads of 12 hours, and keeps streams of a few days."""
MOST_ITEMS = 300
_LONGEST_ITEM = 200
_EMPTY: tuple[object, ...] = ("", None, ())
_LOST = frozenset({Status.PRIVATE, Status.REMOVED, Status.TERMINATED})
_GONE = _LOST | {Status.MEMBERS_ONLY}
_FINER = frozenset(Status) - _LOST - {Status.OK}
"""What only yt-dlp can tell: others just know whether a video exists."""
_EARLIEST, _LATEST = 1_100_000_000, 7_258_118_400  # YouTube is born in 2005; no date beyond 2199

_CHANNEL = re.compile(CHANNEL_PATTERN)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")
_WORD = re.compile(r"[a-z_]{1,40}")
_INVENTED_CHAPTER = re.compile(r"<Untitled Chapter \d+>")


def normalise(video_id: str, info: Mapping[str, Any]) -> Snapshot:
    """Take from yt-dlp's dictionary what is stable and sound; whatever is not, is left empty.

    An answer that lost the watch page has no upload date; its age limit and kind are then mere defaults.
    """
    duration = _number(info.get("duration"), 1, LONGEST_DURATION)
    upload_date = _day(info.get("upload_date"))
    return Snapshot(
        id=video_id,
        title=plain.line(info.get("title"), LONGEST_TITLE),
        description=plain.paragraphs(info.get("description"), LONGEST_DESCRIPTION),
        duration=duration,
        channel=plain.line(info.get("channel"), LONGEST_TITLE),
        channel_id=_matching(_CHANNEL, info.get("channel_id")),
        uploader_id=plain.line(info.get("uploader_id"), _LONGEST_ITEM),
        upload_date=upload_date,
        timestamp=_number(info.get("timestamp"), _EARLIEST, _LATEST),
        release_timestamp=_number(info.get("release_timestamp"), _EARLIEST, _LATEST),
        tags=_texts(info.get("tags")),
        categories=_texts(info.get("categories")),
        creators=_texts(info.get("creators")),
        license=plain.line(info.get("license"), _LONGEST_ITEM),
        availability=_matching(_WORD, info.get("availability")),
        live_status=_matching(_WORD, info.get("live_status")),
        media_type=_matching(_WORD, info.get("media_type")) if upload_date else "",
        age_limit=_number(info.get("age_limit"), 0, 99) if upload_date else None,
        playable_in_embed=_flag(info.get("playable_in_embed")),
        captions=tuple(sorted(set(_captions(info))))[:MOST_ITEMS],
        chapters=tuple(sorted(set(_chapters(info.get("chapters"), duration))))[:MOST_ITEMS],
    )


def merge(old: Snapshot | None, video_id: str, answer: Answer, today: date, last_good: str = "") -> Snapshot | None:
    """Return what to keep of a video after an answer; None if nothing was known and nothing was learnt.

    A silence changes nothing. A record of yt-dlp replaces the fields that it has; one of anybody else fills those
    that are empty. A status that means "cannot be seen" is believed only when visits on two different days agree;
    one that means "can be seen", at once. last_good: the last day that the video was seen well, "" when unknown.
    """
    if isinstance(answer.state, Silence):
        return old
    known = old or Snapshot(id=video_id)
    if answer.info is not None:
        told = normalise(video_id, answer.info)
        known = _completed(known, told, answer.origin) if answer.origin else _refreshed(known, told)
    if answer.origin and not _can_tell(known, answer.state):
        return replace(known, pending=_still_doubted(known, answer.state))
    return _with_status(known, answer.state, today.isoformat(), last_good)


def with_copies(known: Snapshot, found: Iterable[Copy]) -> Snapshot:
    """Add copies that were found; those already known stay, with the day on which they were first found."""
    kept = {(copy.source, copy.url, copy.kind): copy for copy in (*found, *known.copies)}
    return replace(known, copies=tuple(sorted(kept.values()))[:MOST_ITEMS])


def gone(known: Snapshot) -> bool:
    """Tell whether a video is no longer public, or was seen so once."""
    return known.status in _GONE or (known.pending is not None and known.pending.status in _GONE)


def _refreshed(old: Snapshot, new: Snapshot) -> Snapshot:
    return replace(old, **_told(new), origin="")


def _completed(old: Snapshot, new: Snapshot, origin: Origin) -> Snapshot:
    """Fill what is empty. Who has a title and no origin has been told of by yt-dlp."""
    missing = {name: value for name, value in _told(new).items() if getattr(old, name) in _EMPTY}
    by_others_only = not old.title or old.origin
    return (
        replace(old, **missing, origin=old.origin or origin) if missing and by_others_only else replace(old, **missing)
    )


def _told(new: Snapshot) -> dict[str, Any]:
    values = {field.name: getattr(new, field.name) for field in fields(Snapshot)}
    return {name: value for name, value in values.items() if value not in _EMPTY}


def _can_tell(known: Snapshot, status: Status) -> bool:
    """Tell whether someone who only knows that a video exists has news for a snapshot."""
    waiting = known.pending.status if known.pending else None
    if status.available:
        return known.status not in _FINER and waiting not in _FINER
    return known.status not in _LOST and waiting not in _LOST - {status}


def _still_doubted(known: Snapshot, status: Status) -> Pending | None:
    """Drop a doubt about the existence of a video that exists."""
    exists = status.available and known.pending is not None and known.pending.status in _LOST
    return None if exists else known.pending


def _with_status(known: Snapshot, status: Status, today: str, last_good: str) -> Snapshot:
    if status == known.status:
        return replace(known, pending=None)
    if status.available:
        return replace(known, status=status, status_since=today, last_seen="", pending=None)
    last_seen = max(known.last_seen, known.pending.last_seen if known.pending else "", last_good)
    if known.pending is None or known.pending.status != status:
        return replace(known, pending=Pending(status, today, last_seen))
    if known.pending.since < today:
        return replace(known, status=status, status_since=known.pending.since, last_seen=last_seen, pending=None)
    return known


def _captions(info: Mapping[str, Any]) -> Iterator[Caption]:
    """Yield the real tracks.

    yt-dlp's keys are no languages, and most automatic tracks are machine translations. The address of each,
    even of a translation, names the language and the kind of the real track.
    """
    for key in ("subtitles", "automatic_captions"):
        tracks = info.get(key)
        for formats in tracks.values() if isinstance(tracks, Mapping) else ():
            first = formats[0] if isinstance(formats, list) and formats else None
            url = first.get("url") if isinstance(first, Mapping) else None
            query = _query(url)
            language = query.get("lang", [""])[0]
            if _LANGUAGE.fullmatch(language):
                yield Caption(language, "auto" if query.get("kind") == ["asr"] else "manual")


def _query(url: object) -> dict[str, list[str]]:
    try:
        return parse_qs(urlsplit(url).query) if isinstance(url, str) else {}
    except ValueError:
        return {}


def _chapters(chapters: object, duration: int | None) -> Iterator[Chapter]:
    for chapter in chapters if isinstance(chapters, list) else ():
        if not isinstance(chapter, Mapping):
            continue
        start = _number(chapter.get("start_time"), 0, (duration or LONGEST_DURATION) - 1)
        title = plain.line(chapter.get("title"), _LONGEST_ITEM)
        if start is not None and title and not _INVENTED_CHAPTER.fullmatch(title):
            yield Chapter(start, title)


def _texts(values: object) -> tuple[str, ...]:
    items = [plain.line(value, _LONGEST_ITEM) for value in values] if isinstance(values, list | tuple) else []
    return tuple(dict.fromkeys(item for item in items if item))[:MOST_ITEMS]


def _number(value: object, lowest: int, highest: int) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not lowest <= value <= highest:
        return None
    return int(value)


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _matching(pattern: re.Pattern[str], value: object) -> str:
    return value if isinstance(value, str) and pattern.fullmatch(value) else ""


def _day(value: object) -> str:
    """Return yt-dlp's `YYYYMMDD` as an ISO day."""
    if not isinstance(value, str) or not re.fullmatch(r"(20|21)[0-9]{6}", value):
        return ""
    try:
        return date(int(value[:4]), int(value[4:6]), int(value[6:])).isoformat()
    except ValueError:
        return ""
