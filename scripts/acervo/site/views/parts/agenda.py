"""Adding a conference to one's own calendar: its file, and links to the calendars that most people have.

In: the opened record of a conference that is still to come. Out: an `AgendaView`, or None.
Never: loads anything of another site (they are links), or tells by which link one enters the session.
Sources: what the three sites take in an address, as they are used in public; none of them documents it.
"""

from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import quote, urlencode

from acervo.archive import addresses
from acervo.archive.hours import CENTRAL
from acervo.archive.life import over
from acervo.archive.occasion import Occasion, occasion
from acervo.records.models.conference import Conference
from acervo.site import clock, wording
from acervo.site.page import Opened

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose"
OFFICE = "https://outlook.office.com/calendar/0/deeplink/compose"
_LONGEST = 600
"""Characters of a summary that an address can carry without becoming too long for some browser."""


class AgendaView(NamedTuple):
    """How to add a conference to a calendar."""

    file: str
    google: str
    outlook: str
    office: str
    until: str
    """The instant from which there is nothing to add any more, for scripts."""


def agenda(opened: Opened, record: Conference) -> AgendaView | None:
    """Tell how to add a conference that is still to come; None when its day is not known for certain."""
    entry = opened.entry
    assert entry is not None
    when = occasion(entry)
    if when is None:
        return None
    url = opened.settings.url + addresses.record(entry.key)
    summary = record.summary if len(record.summary) <= _LONGEST else f"{record.summary[:_LONGEST]}…"
    about = f"{summary}\n\n{url}" if summary else url
    place = wording.place(record.place)
    google = {
        "action": "TEMPLATE",
        "text": record.title,
        "dates": "/".join(_compact(when)),
        "ctz": CENTRAL.key,
        "details": about,
        "location": place,
    }
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": record.title,
        **_hours(when),
        "body": about,
        "location": place,
    }
    return AgendaView(
        file=addresses.event(entry.key).rpartition("/")[2],
        google=_address(GOOGLE, google),
        outlook=_address(OUTLOOK, outlook),
        office=_address(OFFICE, outlook),
        until=clock.utc(over(entry)),
    )


def _compact(when: Occasion) -> tuple[str, str]:
    """Return start and end as Google takes them: hours of its zone, or days, the last one excluded."""
    if when.timed:
        first, last = f"{when.first}T{when.start}00", f"{when.last}T{when.end or when.start}00"
    else:
        first, last = when.first, _day_after(when.last)
    return first.replace("-", "").replace(":", ""), last.replace("-", "").replace(":", "")


def _hours(when: Occasion) -> dict[str, str]:
    """Return start and end as Outlook takes them: instants, or days, the last one excluded."""
    if not when.timed:
        return {"startdt": when.first, "enddt": _day_after(when.last), "allday": "true"}
    ends = {"enddt": clock.with_offset(when.last, when.end)} if when.end else {}
    return {"startdt": clock.with_offset(when.first, when.start), **ends}


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _address(base: str, said: dict[str, str]) -> str:
    return f"{base}?{urlencode({name: value for name, value in said.items() if value}, quote_via=quote)}"
