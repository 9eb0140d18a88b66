"""Days with their weekday and hours with their zone, in the words of a Spanish reader and for machines.

In: whole days as ISO text, hours as `HH:MM`, instants in UTC. Out: text.
Never: reads the clock; what is said here is always the time of central Mexico.
"""

from datetime import datetime

from acervo.archive.hours import central, instant
from acervo.records.models import dates as edtf
from acervo.site import dates
from acervo.site.dates import ZONE


def session(text: str, start: str, end: str) -> str:
    """Say when a session is: `lunes 25 de mayo de 2026, de 11:00 a 13:00 h (hora del centro de México)`."""
    hours = dates.hours(start, end)
    return ", ".join(part for part in (dates.day(text), hours) if part)


def moment(text: str) -> str:
    """Say a day with its hour, from `2026-05-04 09:00`: `lunes 4 de mayo de 2026 a las 9:00 h`."""
    on, _, hour = text.partition(" ")
    return f"{dates.day(on)} a la{'' if hour.startswith('01') else 's'} {hour.removeprefix('0')} h"


def window(opens: str, closes: str) -> str:
    """Say from when until when something is open, of which either may not be known."""
    if opens and opens[:10] == closes[:10]:
        return f"El {dates.day(opens[:10])}, de {opens[11:]} a {closes[11:]} h ({ZONE})."
    if opens and closes:
        return f"Del {moment(opens)} al {moment(closes)} ({ZONE})."
    if opens:
        return f"Desde el {moment(opens)} ({ZONE})."
    return f"Hasta el {moment(closes)} ({ZONE})." if closes else ""


def utc(at: datetime | None) -> str:
    """Write an instant for scripts: `2026-05-25T17:00Z`; "" for none."""
    return f"{at:%Y-%m-%dT%H:%M}Z" if at else ""


def with_offset(text: str, hour: str) -> str:
    """Write an hour of a day of central Mexico for machines: `2026-05-25T11:00:00-06:00` (ISO 8601)."""
    return central(instant(text, hour)).isoformat()


def certain(text: str) -> bool:
    """Tell whether a date is one whole day, without doubt."""
    return len(text) == 10 and edtf.parse(text).complete
