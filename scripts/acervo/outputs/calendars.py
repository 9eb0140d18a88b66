"""Calendars to subscribe to, and the file of each single event: iCalendar.

In: the archive, and what the site is called. Out: the calendars there are (`plan`), the bytes of each (`render`).
Never: reads the clock, opens a record, or tells by which link one enters a session. Every date comes from the records,
so the same records give the same bytes.
Sources: RFC 5545 (iCalendar), RFC 7986 (names, colours and how often to ask); X-WR-* and X-PUBLISHED-TTL are what
Google, Apple and Microsoft read instead.

An event is written here and not by the library icalendar: with it, one took 170 µs (here, 14), and version 7.3 turned
a `\\N` within a title into a line break. The tests read every calendar back with that library and with another.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.archive.card import Card, Mention
from acervo.archive.occasion import Occasion, has_days, occasion
from acervo.archive.prospects import Prospect, prospects
from acervo.archive.recurrence import Slot
from acervo.outputs.content_lines import line, text
from acervo.outputs.feeds import identifier
from acervo.outputs.publication import Publication
from acervo.outputs.zone import VTIMEZONE, ZONE
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.models.parts import NO_PART, Role
from acervo.records.models.session import EventStatus

LONGEST = 150
"""How many conferences a calendar holds, the newest by their date; of those to come, all."""
KEPT_FOR = timedelta(days=366)
"""How long after it is past an event keeps a file of its own: whoever added it learns what became of it."""
MEDIA_TYPE = "text/calendar"
_CALLED_OFF = {EventStatus.CANCELLED.value: "Cancelada: ", EventStatus.POSTPONED.value: "Pospuesta: "}
_ROLES = {role.value: role.label for role in Role}
_FIRST_DAY = date(2000, 1, 1).toordinal()
"""What SEQUENCE counts days from."""
_NOON = "T180000Z"  # noon of central Mexico, as the day on which a record was updated counts everywhere here
_ASK_AGAIN = "P1D"
_COLOUR = "darkorange"
_ALARMS = {True: ("-P1D", "-PT1H"), False: ("-PT15H",)}
"""When to remind, by whether the hour is known: a day and an hour before; else at nine in the morning of the day
before."""


class Calendar(NamedTuple):
    """A calendar to be written."""

    path: str
    title: str
    description: str
    """"" for the file of a single event: whoever opens it adds it to a calendar of their own."""
    link: str
    """Path of the page that shows the same to readers."""
    keys: tuple[Key, ...]
    """The conferences in it, newest first."""
    coming: tuple[bool, ...]
    """Of each, whether it is still to come as of the archive's own instant."""
    expected: tuple[Prospect, ...] = ()
    """Dates to come that the rule of a series gives and for which no conference is announced."""


def plan(archive: Archive, site: Publication) -> Iterator[Calendar]:
    """Yield every calendar: of all, of each series, topic and institution, and of the events that are not long past."""
    entries, cards = archive.entries, archive.cards
    expected = tuple([one for one in prospects(archive) if one.slot == Slot.EXPECTED])
    coming = frozenset([key for key in archive.upcoming if has_days(entries[key].date)])

    def calendar(
        path: str, title: str, description: str, link: str, keys: Iterable[Key], expected: tuple[Prospect, ...]
    ) -> Calendar:
        dated = (key for key in keys if has_days(entries[key].date))
        held = tuple(islice(dated, max(LONGEST, len(coming))))
        return Calendar(path, title, description, link, held, tuple([key in coming for key in held]), expected)

    everything = archive.order["conferences"]
    about = f"Las conferencias de {site.name}: las que vienen y las más recientes."
    yield calendar(addresses.CALENDAR, site.name, about, addresses.ALMANAC, everything, expected)
    for kind, what in (("series", "del ciclo"), ("topics", "del tema"), ("institutions", "de")):
        for key in archive.order[kind]:
            found: Iterable[Key] = archive.named_by(key, "conferences")
            if kind == "institutions":
                found = _held_by(key[1], found, entries)
            title, path = cards[key].title, cards[key].path
            name, about = f"{title} · {site.name}", f"Las conferencias {what} {title}."
            own = tuple([one for one in expected if kind == "series" and one.series == key[1]])
            yield calendar(f"{path}{addresses.CALENDAR}", name, about, path, found, own)
    for key in offered(archive):
        path = addresses.record(key)
        yield Calendar(addresses.event(key), "", "", path, (key,), (key in coming,))


def offered(archive: Archive) -> tuple[Key, ...]:
    """Return the conferences whose event has a file of its own."""
    since = (archive.as_of - KEPT_FOR).date().isoformat()
    return tuple(
        key
        for key in archive.order["conferences"]
        if (day := archive.entries[key].date)[-10:] >= since and has_days(day)
    )


def render(calendar: Calendar, site: Publication, archive: Archive) -> bytes:
    """Return the calendar as iCalendar."""
    entries, cards = archive.entries, archive.cards
    topics = {key[1]: cards[key].title for key in archive.order["topics"]}
    head = _head(calendar, site, max((entries[key].updated for key in calendar.keys), default=""))
    events = (
        event(entries[key], cards[key], topics, site, remind=coming)
        for key, coming in zip(calendar.keys, calendar.coming, strict=True)
    )
    dates = (_prospect(one, archive.entries["series", one.series], site) for one in calendar.expected)
    return "".join(["BEGIN:VCALENDAR\r\n", *head, VTIMEZONE, *events, *dates, "END:VCALENDAR\r\n"]).encode()


def event(entry: Entry, card: Card, topics: Mapping[str, str], site: Publication, *, remind: bool) -> str:
    """Write one event. topics: the title of each by its id. remind: whether it asks to be announced beforehand."""
    when = occasion(entry)
    assert when is not None
    url = site.url + card.path
    title = _CALLED_OFF.get(when.status, "") + card.title
    categories = (card.label, *(topics[id_] for id_ in card.topics if id_ in topics))
    return "".join([
        "BEGIN:VEVENT\r\n",
        line("UID", uid(entry)),
        f"DTSTAMP:{_stamp(entry.updated)}\r\n",
        f"SEQUENCE:{date.fromisoformat(entry.updated).toordinal() - _FIRST_DAY}\r\n",
        f"STATUS:{'CANCELLED' if when.called_off else 'CONFIRMED'}\r\n",
        *_times(when),
        line("SUMMARY", text(title)),
        line("DESCRIPTION", _description(card, when, url)),
        *([line("LOCATION", text(card.place[0]))] if card.place[0] else []),
        line("URL", url),
        line("CATEGORIES", ",".join(map(text, categories))),
        *(_reminders(title, timed=when.timed) if remind and not when.called_off else []),
        "END:VEVENT\r\n",
    ])  # fmt: skip


def _prospect(one: Prospect, series: Entry, site: Publication) -> str:
    """Write a date on which a series is expected to meet."""
    path = addresses.record(series.key)
    about = "Así lo da la regla del ciclo; todavía no se anuncia la conferencia."
    said = filter(None, (about, one.reason, f"Página: {site.url}{path}"))
    return "".join([
        "BEGIN:VEVENT\r\n",
        line("UID", f"{uid(series)}-{one.day}"),
        f"DTSTAMP:{_stamp(series.updated)}\r\n",
        "STATUS:TENTATIVE\r\n",
        *_times(Occasion(one.day, one.day, one.start_time, one.end_time, EventStatus.SCHEDULED, ())),
        line("SUMMARY", text(f"{series.title}: fecha prevista")),
        line("DESCRIPTION", r"\n".join(map(text, said))),
        line("URL", site.url + path),
        "END:VEVENT\r\n",
    ])  # fmt: skip


def uid(entry: Entry) -> str:
    """Return the name of an event for ever: it outlives a move to another host, and a new id of its record.

    It is that of the record's page in the feeds (RFC 7986, 5.3: no host in it), made of the first id that it had.
    """
    first = entry.formerly[0] if entry.formerly else entry.id
    return identifier(addresses.record((entry.kind, first))).removeprefix("urn:uuid:")


def _head(calendar: Calendar, site: Publication, updated: str) -> Iterator[str]:
    yield "VERSION:2.0\r\n"
    yield "PRODID:-//Acervo Naranja//acervo//ES\r\n"
    yield "CALSCALE:GREGORIAN\r\n"
    if not calendar.description:
        return
    name, about = text(calendar.title), text(calendar.description)
    yield line("UID", identifier(calendar.path).removeprefix("urn:uuid:"))
    if updated:
        yield f"LAST-MODIFIED:{_stamp(updated)}\r\n"
    yield line("NAME", name)
    yield line("X-WR-CALNAME", name)
    yield line("DESCRIPTION", about)
    yield line("X-WR-CALDESC", about)
    yield line("URL", site.url + calendar.link)
    yield line("SOURCE;VALUE=URI", site.url + calendar.path)
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{_ASK_AGAIN}\r\n"
    yield f"X-PUBLISHED-TTL:{_ASK_AGAIN}\r\n"
    yield f"COLOR:{_COLOUR}\r\n"
    yield f"X-WR-TIMEZONE:{ZONE}\r\n"


def _times(when: Occasion) -> Iterator[str]:
    """Say when it is: hours where they are known, else whole days, which nobody is busy for."""
    if when.timed:
        yield f"DTSTART;TZID={ZONE}:{_local(when.first, when.start)}\r\n"
        if when.end:
            yield f"DTEND;TZID={ZONE}:{_local(when.last, when.end)}\r\n"
        return
    after = date.fromisoformat(when.last) + timedelta(days=1)
    yield f"DTSTART;VALUE=DATE:{when.first.replace('-', '')}\r\n"
    yield f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}\r\n"
    yield "TRANSP:TRANSPARENT\r\n"


def _description(card: Card, when: Occasion, url: str) -> str:
    """Say the rest in words, escaped: not every calendar shows more than these."""
    people = "; ".join(map(_participant, (one for one in card.people if one.role not in NO_PART)))
    hours = f"{when.start} a {when.end}" if when.end else when.start
    facts = (
        ("Antes se anunció para", ", ".join(when.previous)),
        ("Horario", f"{hours}, hora del centro de México" if hours and not when.timed else ""),
        ("Participan", people),
        ("Ciclo", card.series),
        ("Organiza", card.institution),
        ("Página", url),
    )
    said = (card.summary, *[f"{label}: {value}" for label, value in facts if value])
    return r"\n".join([text(paragraph) for paragraph in said if paragraph])


def _participant(who: Mention) -> str:
    return who.name if who.role == Role.SPEAKER else f"{who.name} ({_ROLES[who.role].lower()})"


def _reminders(title: str, *, timed: bool) -> Iterator[str]:
    for before in _ALARMS[timed]:
        yield f"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:{before}\r\n"
        yield line("DESCRIPTION", text(title))
        yield "END:VALARM\r\n"


def _held_by(institution: str, keys: Iterable[Key], entries: Mapping[Key, Entry]) -> Iterator[Key]:
    """Yield the conferences that an institution holds; those where only its people speak are not its own."""
    own = ("institution", "institutions", institution, "")
    return (key for key in keys if own in entries[key].references)


def _local(day: str, hour: str) -> str:
    return f"{day.replace('-', '')}T{hour.replace(':', '')}00"


def _stamp(day: str) -> str:
    return day.replace("-", "") + _NOON
