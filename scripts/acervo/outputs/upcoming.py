"""What comes next, for other sites to show: a JSON of schema.org events, of all and of each series.

In: the archive, and what the site is called. Out: the files there are (`plan`), the bytes of each (`render`).
Never: reads the clock (whoever shows it leaves out what has passed since), or tells by which link one enters a session.
Sources: schema.org DataFeed and Event. Its own schema is overrides/assets/schemas/proximas.json.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.archive.card import Card
from acervo.archive.hours import central, instant
from acervo.archive.occasion import Occasion, has_days, occasion
from acervo.outputs.calendars import MEDIA_TYPE
from acervo.outputs.publication import Publication
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.models.parts import NO_PART
from acervo.records.models.session import EventStatus

LONGEST = 50
"""How many events a file holds, the soonest first."""
SCHEMA = "assets/schemas/proximas.json"
"""Where the theme keeps the schema of these files."""
_STATUS: Mapping[str, str] = {
    EventStatus.SCHEDULED: "EventScheduled",
    EventStatus.CANCELLED: "EventCancelled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.RESCHEDULED: "EventRescheduled",
}


class Upcoming(NamedTuple):
    """A file of what comes next."""

    path: str
    title: str
    link: str
    """Path of the page that shows the same to readers."""
    keys: tuple[Key, ...]
    """The conferences in it, the soonest first."""


def plan(archive: Archive, site: Publication) -> Iterator[Upcoming]:
    """Yield every file: that of all, and that of each series."""
    dated = [key for key in archive.upcoming if has_days(archive.entries[key].date)]
    yield Upcoming(addresses.UPCOMING, site.name, addresses.ALMANAC, tuple(dated[:LONGEST]))
    for series in archive.order["series"]:
        card = archive.cards[series]
        keys = [key for key in dated if key in archive.places and archive.places[key][0] == series]
        title = f"{card.title} · {site.name}"
        yield Upcoming(f"{card.path}{addresses.UPCOMING}", title, card.path, tuple(keys[:LONGEST]))


def render(upcoming: Upcoming, site: Publication, archive: Archive) -> bytes:
    """Return the file as JSON."""
    feed = {
        "$schema": site.url + SCHEMA,
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "@id": site.url + upcoming.path,
        "name": upcoming.title,
        "url": site.url + upcoming.link,
        "dateModified": central(archive.as_of).isoformat(),
        "dataFeedElement": [event(archive.entries[key], archive.cards[key], site) for key in upcoming.keys],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def event(entry: Entry, card: Card, site: Publication) -> dict[str, Any]:
    """Describe a conference as schema.org does; what is not known is left out."""
    when = occasion(entry)
    assert when is not None
    url = site.url + card.path
    found: dict[str, Any] = {
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": card.title,
        "description": card.summary,
        "startDate": _moment(when.first, when.start) if when.timed else when.first,
        "endDate": _end(when),
        "eventStatus": f"https://schema.org/{_STATUS[when.status]}",
        "previousStartDate": list(when.previous),
        "location": {"@type": "Place", "name": card.place[0]} if card.place[0] else None,
        "organizer": {"@type": "Organization", "name": card.institution} if card.institution else None,
        "superEvent": {"@type": "EventSeries", "name": card.series} if card.series else None,
        "performer": [
            {"@type": "Person", "name": name, "url": site.url + addresses.record(("speakers", id_))}
            for id_, name in dict.fromkeys((who.id, who.name) for who in card.people if who.role not in NO_PART)
        ],
        "subjectOf": {
            "@type": "MediaObject",
            "encodingFormat": MEDIA_TYPE,
            "contentUrl": site.url + addresses.event(entry.key),
        },
    }
    return {name: value for name, value in found.items() if value}


def _end(when: Occasion) -> str:
    """Return when it ends as far as is known: an hour, or the last of several days."""
    if when.timed:
        return _moment(when.last, when.end) if when.end else ""
    return when.last if when.last != when.first else ""


def _moment(day: str, hour: str) -> str:
    """Return an hour of central Mexico as an instant that all the world reads alike."""
    return central(instant(day, hour)).isoformat()
