"""The occasion of a conference: on which days and at what hours it takes place, when that is known for certain.

In: a conference's entry. Out: an `Occasion`, or nothing when the date is incomplete, in doubt or absent.
Never: reads the clock, or makes up an hour that the record does not give.
"""

from typing import NamedTuple

from acervo.archive.life import session
from acervo.records.catalogue.entry import Entry
from acervo.records.models import dates
from acervo.records.models.session import EventStatus

CALLED_OFF = (EventStatus.CANCELLED, EventStatus.POSTPONED)
"""How a session stands that will not take place on its date."""


class Occasion(NamedTuple):
    """Days as ISO text; hours of central Mexico, "" when they are not known."""

    first: str
    last: str
    start: str
    end: str
    """After the start, or ""."""
    status: str
    previous: tuple[str, ...]
    """Days on which it was to take place before."""

    @property
    def timed(self) -> bool:
        """Tell whether it has an hour: two days share no hour, whatever the record says of them."""
        return bool(self.start) and self.first == self.last

    @property
    def called_off(self) -> bool:
        """Tell whether it will not take place on its date."""
        return self.status in CALLED_OFF


def occasion(entry: Entry) -> Occasion | None:
    """Return when a conference takes place."""
    if not has_days(entry.date):
        return None
    told = session(entry)
    start, end = told.start_time, told.end_time
    return Occasion(
        entry.date[:10], entry.date[-10:], start, end if start and end > start else "", told.status, told.previous_dates
    )


def has_days(date: str) -> bool:
    """Tell whether a date is of whole days and without doubt."""
    if len(date) == 10 and date[7] == "-":
        return True
    if len(date) != 21:
        return False
    parsed = dates.parse(date)
    return parsed.complete and parsed.end.day is not None and not parsed.end.doubt
