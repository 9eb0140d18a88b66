"""What is remembered of past visits, video by video, so that nobody is asked too often.

In: the bytes of the ledger. Out: a `Past` per video, and back.
Never: trusts what it reads: a ledger that is spoilt or of another shape counts as none.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Past:
    """What is remembered of one video; days are ISO text, "" for never.

    asked: the last day yt-dlp had an answer, good or bad. looked: the last day the light check had one. good: the
    last day the video was seen well. copies: the last day that copies were looked for elsewhere. owing: whether
    captions or picture could not be brought that day.
    """

    asked: str = ""
    looked: str = ""
    good: str = ""
    copies: str = ""
    owing: bool = False


_NAMES = tuple(field.name for field in fields(Past))


def loads(data: bytes) -> dict[str, Past]:
    """Read the ledger; what is not sound in it is left out."""
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {video_id: Past(**past) for video_id, past in read.items() if _sound(past)}


def dumps(ledger: Mapping[str, Past]) -> bytes:
    """Return the bytes of the ledger: sorted, nothing empty, in one line: it is written after every video."""
    kept = {
        video_id: {name: value for name in _NAMES if (value := getattr(past, name))}
        for video_id, past in sorted(ledger.items())
    }
    return json.dumps(kept).encode() + b"\n"


def _sound(past: Any) -> bool:
    if not isinstance(past, dict) or not past.keys() <= set(_NAMES):
        return False
    return all(isinstance(value, bool) if name == "owing" else _day(value) for name, value in past.items())


def _day(value: object) -> bool:
    if not isinstance(value, str) or len(value) != 10:
        return value == ""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
