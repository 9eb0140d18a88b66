"""A moment of a recording, as people write it: `12:34`, `1:02:03`.

In: text. Out: seconds from the beginning, and back. Never: takes a lone number, or more than 59 seconds, for one.
"""

import re

PATTERN = r"([0-9]{1,2}:[0-5][0-9]|[0-9]{1,3}):[0-5][0-9]"
_MOMENT = re.compile(PATTERN)


def seconds(text: str) -> int | None:
    """Return the second that a moment names, or None when it is no moment."""
    if not _MOMENT.fullmatch(text):
        return None
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return total


def text(second: int) -> str:
    """Write a moment: `0:05`, `12:34`, `1:02:03`."""
    minutes, rest = divmod(second, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
