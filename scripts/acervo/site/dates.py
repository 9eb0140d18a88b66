"""Dates, hours and durations as a Spanish reader says them, and as machines read them.

In: EDTF text or `Date`, times as `HH:MM`, seconds. Out: text. Never: adds what the date does not say.
"""

from datetime import date as Calendar
from functools import lru_cache

from acervo.records.models import dates
from acervo.records.models.dates import Day

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
ZONE = "hora del centro de México"
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip


@lru_cache(maxsize=16_384)
def in_words(text: str) -> str:
    """Say an EDTF date: `2024-05-25` → `25 de mayo de 2024`; "" stays ""."""
    if not text:
        return ""
    date = dates.parse(text)
    start, end = date.start, date.end
    if "/" not in text:
        return _one(start)
    if start.doubt or end.doubt:
        return f"de {_one(start)} a {_one(end)}"
    if start.day and end.day:
        same_month = (start.year, start.month) == (end.year, end.month)
        if same_month and end.day == start.day:
            return _one(start)
        if same_month:
            return f"del {start.day} al {_one(end)}"
        return f"del {_short(start) if start.year == end.year else _one(start)} al {_one(end)}"
    if start.month and end.month and start.year == end.year and not start.day and not end.day:
        return f"de {MONTHS[start.month - 1]} a {_one(end)}"
    return f"de {_one(start)} a {_one(end)}"


@lru_cache(maxsize=16_384)
def machine(text: str) -> str:
    """Return the start of an EDTF date as HTML's `datetime` takes it, "" when in doubt or unknown."""
    if not text:
        return ""
    start = dates.parse(text).start
    return "" if start.doubt else start.iso


@lru_cache(maxsize=16_384)
def machine_end(text: str) -> str:
    """Return the end of a stretch of days as machines take it, or "" when there is none."""
    if "/" not in text:
        return ""
    end = dates.parse(text).end
    return "" if end.doubt else end.iso


@lru_cache(maxsize=16_384)
def day(text: str) -> str:
    """Say an EDTF date, a single day that is certain with its weekday: `lunes 25 de mayo de 2026`."""
    words = in_words(text)
    if len(text) != 10 or "/" in text:
        return words
    return f"{WEEKDAYS[Calendar.fromisoformat(text).weekday()]} {words}"


def hours(start: str, end: str) -> str:
    """Say from what hour to what hour, in the time of central Mexico."""
    if start and end:
        return f"de {start} a {end} h ({ZONE})"
    if start:
        return f"{start} h ({ZONE})"
    return f"hasta las {end} h ({ZONE})" if end else ""


def span(start: str, end: str) -> str:
    """Say since when and until when something was so, from two EDTF texts of which any may be empty."""
    if start and end:
        return f"{in_words(start)} – {in_words(end)}"
    if start:
        return f"desde {_article(start)}"
    return f"hasta {_article(end)}" if end else ""


def duration(seconds: int) -> str:
    """Say how long a recording is: `1 h 32 min`, `45 min`, `40 s`."""
    hours_, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    if hours_:
        return f"{hours_} h {minutes} min" if minutes else f"{hours_} h"
    return f"{minutes} min" if minutes else f"{seconds} s"


def iso_duration(seconds: int) -> str:
    """Write a duration as ISO 8601 does: `PT1H32M5S`."""
    hours_, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    parts = ((hours_, "H"), (minutes, "M"), (seconds, "S"))
    return "PT" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0S")


def _one(day: Day) -> str:
    words = f"{day.year}"
    if day.month:
        words = f"{MONTHS[day.month - 1]} de {words}"
    if day.day:
        words = f"{day.day} de {words}"
    return {"": words, "?": f"{words} (fecha dudosa)", "~": f"{words} (fecha aproximada)"}[day.doubt]


def _short(day: Day) -> str:
    assert day.month is not None
    return f"{day.day} de {MONTHS[day.month - 1]}"


def _article(text: str) -> str:
    words = in_words(text)
    return f"el {words}" if dates.parse(text).start.day and not words.startswith("del ") else words
