"""The day of a conference, guessed from what YouTube tells of its recording.

In: a title, a description, the hours that YouTube gives. Out: an uncertain date (EDTF, with `?`), and its reason.
Never: takes a guess for a fact, or a year from anywhere but the text and YouTube's own dates.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from acervo.archive.snapshot import Snapshot, Status
from acervo.records.models import dates

LATE = timedelta(days=366)
"""After a conference, its recording is hardly uploaded later: older days in a description are of other things."""

_BEYOND = int(datetime(dates.LATEST_YEAR, 12, 31, tzinfo=UTC).timestamp())
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul"),
            *("agosto|ago", "septiembre|setiembre|sept|sep", "octubre|oct", "noviembre|nov", "diciembre|dic"),
        ),
        1,
    )
    for name in names.split("|")
}
_DAY = r"(?<!\d)(?:(?P<first>\d{1,2})(?: y | al | a | ?[-–] ?))?(?P<day>\d{1,2})(?:º|°|o|ro|er)?"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\b\.?"
_IN_WORDS = re.compile(
    rf"(?:{_DAY}(?: de | del mes de | ))?(?<![^\W_]){_MONTH},? (?:de |del |del año )?(?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_WITHOUT_YEAR = re.compile(rf"{_DAY}(?: de | )(?<![^\W_]){_MONTH}", re.IGNORECASE)
_IN_NUMBERS = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})(?![\d/-])")
_ISO = re.compile(r"(?<![\d/.-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d/-])")


class Guess(NamedTuple):
    """A date in doubt. text: EDTF, with `?`. reason: Spanish, the end of a sentence that begins with «supuesta»."""

    text: str
    reason: str


class _Read(NamedTuple):
    """A date found in a text, as EDTF without doubt, and the words that say it."""

    text: str
    words: str


def guess(video: Snapshot, place: str = "") -> Guess | None:
    """Return the most likely date of what a video shows.

    place: what stands in its title where its pattern has the date. In this order: that, the rest of the title,
    the hour of transmission, a lone day in the description, the day of upload.
    """
    uploaded = upload_day(video)
    if read := (_first(place) or _first(video.title)):
        return _guess(read, f"por el título: «{read.words}»")
    if read := _yearless(place, uploaded):
        return _guess(read, f"por el título («{read.words}») y por el año en que se subió")
    if start := _in_mexico(video.release_timestamp):
        return Guess(f"{start:%Y-%m-%d}?", f"por la transmisión ({start:%Y-%m-%d, %H:%M}, hora del centro de México)")
    if video.status is Status.UPCOMING:
        return None
    if uploaded and (read := _lone(video.description, uploaded)):
        return _guess(read, f"por la descripción: «{read.words}»")
    if uploaded:
        zone = "del centro de México" if _in_mexico(video.timestamp) else "UTC"
        return Guess(f"{uploaded}?", f"por el día en que se subió ({uploaded}, hora {zone})")
    return None


def says_a_day(text: str) -> bool:
    """Tell whether a text can stand where a title has its date: a month at least, or a day of any year."""
    return bool(_first(text) or _WITHOUT_YEAR.search(text))


def upload_day(video: Snapshot) -> date | None:
    """Return the day of upload: in Mexico when the hour is known, else as YouTube tells it, in UTC."""
    if moment := _in_mexico(video.timestamp):
        return moment.date()
    try:
        return date.fromisoformat(dates.parse(video.upload_date).text)
    except ValueError:
        return None


def _guess(read: _Read, reason: str) -> Guess:
    return Guess("/".join(f"{day}?" for day in read.text.split("/")), reason)


def _first(text: str) -> _Read | None:
    """Return the first date that a text says to the day, or else the first to the month."""
    found = list(_read(text))
    return next((read for read in found if len(read.text) > len("2024-05")), found[0] if found else None)


def _lone(text: str, uploaded: date) -> _Read | None:
    """Return the day that a text says, if it is one only, and one on which the recording may have been made."""
    earliest, latest = (uploaded - LATE).isoformat(), (uploaded + timedelta(days=1)).isoformat()
    found = {read.text: read for read in _read(text) if len(read.text) > 7 and earliest <= read.text[:10] <= latest}
    return next(iter(found.values())) if len(found) == 1 else None


def _read(text: str) -> Iterator[_Read]:
    plain = " ".join(text.split())
    for form in (_IN_WORDS, _IN_NUMBERS, _ISO):
        for match in form.finditer(plain):
            if read := _of(match, match["year"]):
                yield read


def _yearless(text: str, uploaded: date | None) -> _Read | None:
    """Return the last day before the upload that has the day and month that a text says."""
    match = _WITHOUT_YEAR.search(" ".join(text.split()))
    if not match or not uploaded:
        return None
    for year in (uploaded.year, uploaded.year - 1):
        read = _of(match, str(year))
        if read and read.text[:10] <= (uploaded + timedelta(days=1)).isoformat():
            return read
    return None


def _of(match: re.Match[str], year: str) -> _Read | None:
    told = match.groupdict()
    month = int(told["month"]) if told["month"].isdecimal() else _MONTHS.get(told["month"].lower(), 0)
    days = [f"{year}-{month:02}-{int(day):02}" for day in (told.get("first"), told.get("day")) if day]
    text = "/".join(days) or f"{year}-{month:02}"
    try:
        dates.parse(text)
    except dates.DateError:
        return None
    return _Read(text, match.group().strip())


def _in_mexico(moment: int | None) -> datetime | None:
    """Return a moment of the years that dates have, on the clocks of central Mexico."""
    return datetime.fromtimestamp(moment, _zone()) if moment is not None and moment < _BEYOND else None


@cache
def _zone() -> ZoneInfo:
    """Return the time of central Mexico, as its law had it on each day (summer time until October of 2022)."""
    return ZoneInfo("America/Mexico_City")
