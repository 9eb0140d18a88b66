"""Dates as an archive knows them: incomplete, uncertain, or a stretch of days.

In: text in EDTF level 1 (Library of Congress, Extended Date/Time Format), the part that records use:
`2024`, `2024-05`, `2024-05-25`, each with `?` (uncertain) or `~` (approximate), and `start/end`.
Out: a frozen `Date` that sorts by its first possible day.
Never: reads the clock, completes a date, or turns text into a date that the text does not state.
"""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

PATTERN = r"\d{4}(-\d{2}(-\d{2})?)?[?~]?(/\d{4}(-\d{2}(-\d{2})?)?[?~]?)?"
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~])?\Z")
TIME_PATTERN = r"([01]\d|2[0-3]):[0-5]\d"
_TIME = re.compile(TIME_PATTERN + r"\Z", re.ASCII)
DAY_TIME_PATTERN = r"\d{4}-\d{2}-\d{2}[T ]" + TIME_PATTERN
_ZONE = re.compile(r".*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)\S*\Z", re.IGNORECASE)
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199


class DateError(ValueError):
    """Text that is no date; `reason` is the code of the sentence that says why."""

    def __init__(self, reason: str) -> None:
        """Keep the code: date_shape, date_impossible, date_year or date_order."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Day:
    """One end of a date: a year, perhaps a month, perhaps a day of the month."""

    year: int
    month: int | None = None
    day: int | None = None
    doubt: str = ""

    @property
    def first(self) -> str:
        """Return the first possible day as ISO text, for sorting and for machines that need one."""
        return f"{self.year:04}-{self.month or 1:02}-{self.day or 1:02}"

    @property
    def last(self) -> str:
        """Return the last possible day as ISO text."""
        month = self.month or 12
        return f"{self.year:04}-{month:02}-{self.day or calendar.monthrange(self.year, month)[1]:02}"

    @property
    def iso(self) -> str:
        """Return as much as is known, as schema.org and Atom accept it: `2024`, `2024-05` or `2024-05-25`."""
        return self.first[: 10 if self.day else 7 if self.month else 4]


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a stretch of days, with the text as the record has it."""

    text: str
    start: Day
    end: Day

    def __str__(self) -> str:
        """Return the text as written."""
        return self.text

    def __lt__(self, other: "Date") -> bool:
        """Order by the first possible day, then by the text."""
        return (self.start.first, self.text) < (other.start.first, other.text)

    @property
    def year(self) -> int:
        """Return the year it starts in."""
        return self.start.year

    @property
    def complete(self) -> bool:
        """Tell whether the starting day is known to the day and without doubt."""
        return self.start.day is not None and not self.start.doubt


@lru_cache(maxsize=20_000)
def parse(text: str) -> Date:
    """Read one EDTF date; the same text gives the same value.

    Raises DateError with `date_shape`, `date_impossible`, `date_year` or `date_order`.
    """
    ends = [_day(part) for part in text.split("/")]
    if len(ends) > 2:
        raise DateError("date_shape")
    if ends[-1].last < ends[0].first:
        raise DateError("date_order")
    return Date(text, ends[0], ends[-1])


def is_time(text: str) -> bool:
    """Tell whether text is a time of the day from 00:00 to 23:59."""
    return bool(_TIME.match(text))


def has_zone(text: str) -> bool:
    """Tell whether text ends in an hour with a zone: `11:00Z`, `11:00-06:00`, `11:00 UTC`."""
    return bool(_ZONE.match(text))


def day_time(text: str) -> str:
    """Return a day with its hour as `2026-05-20 09:00`; equal moments, equal texts, and they sort by time.

    Raises DateError with `day_time_shape`, `time_zone`, `date_impossible` or `date_year`.
    """
    if has_zone(text):
        raise DateError("time_zone")
    day, hour = text[:10], text[11:]
    if text[10:11] not in ("T", " ") or not is_time(hour) or not _DAY.match(day) or len(day) != 10:
        raise DateError("day_time_shape")
    return f"{parse(day).text} {hour}"


def _day(text: str) -> Day:
    match = _DAY.match(text)
    if not match or not text.isascii():
        raise DateError("date_shape")
    year, month, day = (int(part) if part else None for part in match.group(1, 2, 3))
    assert year is not None
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise DateError("date_year")
    if month is not None and not 1 <= month <= 12:
        raise DateError("date_impossible")
    if day is not None and month is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise DateError("date_impossible")
    return Day(year, month, day, match.group(4) or "")
