"""What a person probably meant by a value that its field does not take: a date in words, an hour with its `am`.

In: the text of a value. Out: a suggestion, and whether there is no other way to read it.
Never: changes a record (see `repairs`), or guesses where two readings are as good.
"""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

from acervo.records.checks.filing import suggest
from acervo.records.models import dates
from acervo.records.text.words import fold


class Suggestion(NamedTuple):
    """What to write instead."""

    text: str
    """"" when there is no telling."""
    certain: bool = True


NOTHING = Suggestion("", False)

_NAMES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_MONTHS = {name: number for number, name in enumerate(_NAMES.split(), 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"setiembre": 9, "sept": 9, "set": 9}
_WEEKDAY = re.compile(r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b,?\s*")
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.–-]\s*(\d{1,2})\s*[/.–-]\s*(\d{4})\Z", re.A)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/.–-]\s*(\d{1,2})(?:\s*[/.–-]\s*(\d{1,2}))?\Z", re.A)
_MONTH = r"([a-z]+)\.?"
_IN_WORDS = re.compile(
    rf"(?:(\d{{1,2}})(?:o|º|°|ro)?(?:\s+de\s+|[\s/-]+))?{_MONTH},?(?:\s+de\s+|\s+del\s+|[\s/-]+)(\d{{4}})\Z", re.A
)
_MONTH_FIRST = re.compile(rf"{_MONTH}\s+(\d{{1,2}}),?\s+(?:de\s+|del\s+)?(\d{{4}})\Z", re.A)
_DAYS = re.compile(
    rf"(?:del?\s+)?(\d{{1,2}})(?:\s+(?:y|al?|e)\s+|\s*[-–]\s*)(?:el\s+)?(\d{{1,2}})\s+de\s+{_MONTH}\s+(?:de\s+|del\s+)?(\d{{4}})\Z",
    re.A,
)
_ABOUT = re.compile(r"(?:hacia|circa|ca\.|c\.|alrededor de|aproximadamente)\s+(\d{4})\Z", re.A)
_TIME = re.compile(
    r"(?:a\s+las?\s+)?(\d{1,2})(?:[:.h]\s?(\d{2}))?(?::\d{2})?\s*"
    r"(hrs?\.?|horas|h|a\.?\s?m\.?|p\.?\s?m\.?|de la (?:manana|tarde|noche))?\.?\Z",
    re.A,
)
_VIDEO = re.compile(r"(?:v=|youtu\.be/|/shorts/|/live/|/embed/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])")
_FILE = re.compile(r".*/|\.ya?ml\Z")
"""What a path has around the id of its record."""
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?\Z", re.I)


def date(text: str) -> Suggestion:
    """Return the EDTF form of a date as people write it in Mexico: day, month, year."""
    plain = _WEEKDAY.sub("", " ".join(fold(text).split()).rstrip("."), count=1)
    if match := _ABOUT.match(plain):
        return _valid(f"{match[1]}~")
    if match := _NUMBERS.match(plain):
        day, month, year = match.groups()
        return _whole(year, int(month), day, certain=int(day) > 12 or int(day) == int(month))
    if match := _YEAR_FIRST.match(plain):
        return _whole(match[1], int(match[2]), match[3])
    if match := _IN_WORDS.match(plain):
        return _whole(match[3], _MONTHS.get(match[2], 0), match[1])
    if match := _MONTH_FIRST.match(plain):
        return _whole(match[3], _MONTHS.get(match[1], 0), match[2])
    if match := _DAYS.match(plain):
        ends = [_whole(match[4], _MONTHS.get(match[3], 0), day).text for day in match.group(1, 2)]
        return _valid("/".join(ends)) if all(ends) else NOTHING
    return NOTHING


def day(text: str) -> Suggestion:
    """Return the ISO form of one whole day."""
    found = date(text)
    return found if len(found.text) == 10 else NOTHING


def time(text: str) -> Suggestion:
    """Return an hour of the day as `17:30`; one of 1 to 11 with neither `am` nor two digits may be of the evening."""
    match = _TIME.match(" ".join(fold(text).split()))
    if not match:
        return NOTHING
    hour, minutes, half = int(match[1]), match[2] or "00", re.sub(r"[\s.]", "", match[3] or "")
    if half in ("pm", "delatarde", "delanoche") and hour < 12:
        hour += 12
    elif half in ("am", "delamanana") and hour == 12:
        hour = 0
    if not half and not match[2]:
        return NOTHING
    told = f"{hour:02}:{minutes}"
    return Suggestion(told) if dates.is_time(told) else NOTHING


def video(text: str) -> Suggestion:
    """Return the id of the video that an address leads to."""
    match = _VIDEO.search(text)
    return Suggestion(match[1]) if match else NOTHING


def url(text: str) -> Suggestion:
    """Return an address with its scheme, and its blanks as they are written in one."""
    bare = text.strip().strip("<>")
    if re.match(r"https?://[^\s/]+\.[^\s/]+/", bare, re.I):
        whole = quote(bare, safe="/:?#[]@!$&'()*+,;=%~")
        return Suggestion(whole, "  " not in bare) if whole != text and "http" not in bare[4:] else NOTHING
    if _HOST.match(bare) and "@" not in bare:
        return Suggestion(f"https://{bare}", bare.startswith("www.") or "/" in bare)
    return NOTHING


def id_(text: str) -> Suggestion:
    """Return the text as an id is written."""
    name = _FILE.sub("", text)
    return Suggestion(suggest(name), bool(re.fullmatch(r"[\w -]+", name)))


def flag(text: str) -> Suggestion:
    """Return `true` or `false` for a yes or a no."""
    told = {
        "si": "true",
        "yes": "true",
        "verdadero": "true",
        "no": "false",
        "falso": "false",
        "true": "true",
        "false": "false",
    }
    return Suggestion(told[fold(text)]) if fold(text) in told else NOTHING


FOR: dict[str, Callable[[str], Suggestion]] = {
    "date_shape": date,
    "date_whole": day,
    "time_shape": time,
    "video_shape": video,
    "url_shape": url,
    "id_shape": id_,
    "flag_shape": flag,
}
"""Code of a problem → what to suggest."""


def _whole(year: str, month: int, day: str | None, *, certain: bool = True) -> Suggestion:
    return _valid(f"{year}-{month:02}" + (f"-{int(day):02}" if day else ""), certain=certain)


def _valid(text: str, *, certain: bool = True) -> Suggestion:
    try:
        dates.parse(text)
    except dates.DateError:
        return NOTHING
    return Suggestion(text, certain)
