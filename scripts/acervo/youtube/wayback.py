"""What archive.org keeps of a video: its recording, its page, an item of its own.

In: the id of a video, whom to ask, the day. Out: the copies found; three requests at most.
Never: takes silence for absence (None says that archive.org did not answer properly); fetches a copy.
"""

import json
import re
from datetime import date
from typing import Any
from urllib.parse import urlencode

from acervo.archive.snapshot import Copy
from acervo.youtube.extractor import Source
from acervo.youtube.video_id import AddressError, parse

_MOMENT = re.compile(r"(19|20)[0-9]{12}")


class _NoAnswer(Exception):
    """archive.org did not answer, or not in the way it does."""


def find(video_id: str, source: Source, today: date) -> tuple[Copy, ...] | None:
    """Return the copies of a video, sorted; () when archive.org tells that it has none.

    None when one of its answers was missing or odd; nothing more is asked then, and another visit can try.
    """
    day = today.isoformat()
    try:
        copies = (_recording(video_id, source, day), _page(video_id, source, day), _item(video_id, source, day))
    except _NoAnswer:
        return None
    return tuple(sorted(copy for copy in copies if copy))


def _recording(video_id: str, source: Source, day: str) -> Copy | None:
    """Look for the recording in the Wayback Machine. Its index tells formats: a list, or lists by kind."""
    query = urlencode({"vtype": "youtube", "vid": video_id})
    formats = _object(source, f"https://web.archive.org/__wb/videoinfo?{query}").get("formats")
    if not (formats.get("video") if isinstance(formats, dict) else formats):
        return None
    url = f"https://web.archive.org/web/2oe_/http://wayback-fakeurl.archive.org/yt/{video_id}"
    return Copy("web.archive.org", url, "video", day)


def captures(video_id: str) -> str:
    """Return where the index of the Wayback Machine tells the first good captures of a video's page.

    The first, because later ones may only show that the video is gone. The index folds letters, so that it mixes
    videos whose ids differ by case: a regular expression, which must match all of the address, tells them apart.
    """
    query = [
        ("url", _watch(video_id)),
        ("output", "json"),
        ("fl", "timestamp,original"),
        ("filter", "statuscode:200"),
        ("filter", f"original:.*{video_id}.*"),
        ("limit", "5"),
    ]
    return "https://web.archive.org/cdx/search/cdx?" + urlencode(query)


def _page(video_id: str, source: Source, day: str) -> Copy | None:
    rows = _json(source, captures(video_id))
    if not isinstance(rows, list) or rows[:1] not in ([], [["timestamp", "original"]]):
        raise _NoAnswer
    for row in rows[1:]:
        match row:
            case [str(moment), str(original)] if _MOMENT.fullmatch(moment) and _names(original, video_id):
                return Copy("web.archive.org", f"https://web.archive.org/web/{moment}/{_watch(video_id)}", "page", day)
    return None


def _item(video_id: str, source: Source, day: str) -> Copy | None:
    """Look for the item that tubeup and its like make: `youtube-<id>`. A withdrawn one is "dark", and has no copy."""
    name = f"youtube-{video_id}"
    told = _object(source, f"https://archive.org/metadata/{name}")
    about = told.get("metadata")
    if told.get("is_dark") or not isinstance(about, dict):
        return None
    if (about.get("identifier"), about.get("mediatype")) != (name, "movies"):
        return None
    return Copy("archive.org", f"https://archive.org/details/{name}", "video", day)


def _object(source: Source, url: str) -> dict[str, Any]:
    """Return the JSON object that stands at an address; an empty one may be written in other ways."""
    told = _json(source, url)
    if told is None or told == []:
        return {}
    if not isinstance(told, dict) or "error" in told:
        raise _NoAnswer
    return told


def _json(source: Source, url: str) -> Any:
    """Return the JSON that stands at an address. Raises _NoAnswer."""
    reply = source.get(url)
    if reply.code != 200:
        raise _NoAnswer
    try:
        return json.loads(reply.body)
    except (ValueError, RecursionError):
        raise _NoAnswer from None


def _watch(video_id: str) -> str:
    return f"https://www.youtube.com/watch?v={video_id}"


def _names(address: str, video_id: str) -> bool:
    try:
        return parse(address) == video_id
    except AddressError:
        return False
