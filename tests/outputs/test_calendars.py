"""The calendars: what is in each, byte for byte, and what two other programs read in them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from icalendar import Calendar as Parsed

from acervo.archive.archive import Archive
from acervo.outputs import calendars
from acervo.outputs.calendars import LONGEST, Calendar, uid
from acervo.outputs.zone import VTIMEZONE
from acervo.records.catalogue.entry import Entry
from tests.outputs.fiction import Site, archive, entry

SITE = Site()
MEXICO = ZoneInfo("America/Mexico_City")
SERIES = entry("series", "ciclo-ficticio", title="Ciclo ficticio")
UNIT = entry("institutions", "unidad-ficticia", title="Unidad, ficticia")
TOPIC = entry("topics", "cuidados", title="Cuidados; y más")
PEOPLE = (
    entry("speakers", "ana-ficticia", title="Ana Ficticia"),
    entry("speakers", "berta-ficticia", title="Berta Ficticia"),
)
AROUND = (SERIES, UNIT, TOPIC, *PEOPLE)
TALK = entry(
    "conferences",
    "charla-ficticia",
    title="Charla, con comas; y \\ más 🍊",
    summary="Trata de todo. " * 6,
    series="ciclo-ficticio",
    institution="unidad-ficticia",
    topics=["cuidados"],
    date="2026-12-23",
    start_time="18:00",
    end_time="19:30",
    place={"name": "Sala, la de siempre"},
    people=[{"person": "ana-ficticia"}, {"person": "berta-ficticia", "role": "moderator"}],
    access={"url": "https://acceso-secreto.example/sala"},
    registration={"url": "https://registro.example/", "opens": "2026-12-01 09:00", "closes": "2026-12-22 09:00"},
    recording={"state": "scheduled"},
    updated="2026-11-02",
)
WHOLE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Acervo Naranja//acervo//ES
CALSCALE:GREGORIAN
{zone}BEGIN:VEVENT
UID:23ba1a0b-f5e2-52ec-96c1-eeabd864008f
DTSTAMP:20261102T180000Z
SEQUENCE:9802
STATUS:CONFIRMED
DTSTART;TZID=America/Mexico_City:20261223T180000
DTEND;TZID=America/Mexico_City:20261223T193000
SUMMARY:Charla\\, con comas\\; y \\\\ más 🍊
DESCRIPTION:Trata de todo. Trata de todo. Trata de todo. Trata de todo. Tra
 ta de todo. Trata de todo. \\nParticipan: Ana Ficticia\\; Berta Ficticia (mo
 deración)\\nCiclo: Ciclo ficticio\\nOrganiza: Unidad\\, ficticia\\nPágina: h
 ttps://ficticio.example/archivo/conferencias/charla-ficticia/
LOCATION:Sala\\, la de siempre
URL:https://ficticio.example/archivo/conferencias/charla-ficticia/
CATEGORIES:Conferencia,Cuidados\\; y más
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-P1D
DESCRIPTION:Charla\\, con comas\\; y \\\\ más 🍊
END:VALARM
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT1H
DESCRIPTION:Charla\\, con comas\\; y \\\\ más 🍊
END:VALARM
END:VEVENT
END:VCALENDAR
"""

HOSTILE = st.lists(
    st.sampled_from([
        "END:VCALENDAR", "BEGIN:VEVENT", "\r\n", "\n", "\r", ";", ",", "\\", "\\n", "\\N", ":", '"', "^n", "=",
        "ATTACH:https://malo.example/", "\u202e", "\u2066", "\u2028", "\x85", "🍊", "👩🏽‍🦽", "ñ", "palabra ", " ",
        "\t", "\0",
    ]),
    max_size=60,
).map("".join)  # fmt: skip


def plan(joined: Archive) -> dict[str, Calendar]:
    """Plan the calendars of an archive, by path."""
    return {one.path: one for one in calendars.plan(joined, SITE)}


def written(*entries: Entry, path: str = "calendario.ics") -> str:
    """Write a calendar of a small archive."""
    joined = archive(*entries)
    return calendars.render(plan(joined)[path], SITE, joined).decode()


def talk(**fields: Any) -> Entry:
    return entry("conferences", "una-charla", **({"title": "Una charla", "updated": "2026-11-02"} | fields))


def read(content: str) -> list[Event]:
    """Read the events as the library ical does."""
    return IcsCalendarStream.calendar_from_ics(content).events


def test_the_file_of_an_event_is_this() -> None:
    content = written(*AROUND, TALK, path="conferencias/charla-ficticia/evento.ics")

    assert content == WHOLE.format(zone=VTIMEZONE.replace("\r\n", "\n")).replace("\n", "\r\n")


def test_a_calendar_says_what_it_is_and_how_often_to_ask() -> None:
    head = written(*AROUND, TALK, path="ciclos/ciclo-ficticio/calendario.ics").partition("BEGIN:VTIMEZONE")[0]

    assert head.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Acervo Naranja//acervo//ES",
        "CALSCALE:GREGORIAN",
        "UID:49292b5e-2b9a-595e-9973-847ec6dc3a62",
        "LAST-MODIFIED:20261102T180000Z",
        "NAME:Ciclo ficticio · Acervo ficticio",
        "X-WR-CALNAME:Ciclo ficticio · Acervo ficticio",
        "DESCRIPTION:Las conferencias del ciclo Ciclo ficticio.",
        "X-WR-CALDESC:Las conferencias del ciclo Ciclo ficticio.",
        "URL:https://ficticio.example/archivo/ciclos/ciclo-ficticio/",
        "SOURCE;VALUE=URI:https://ficticio.example/archivo/ciclos/ciclo-ficticio/cal",
        " endario.ics",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
        "COLOR:darkorange",
        "X-WR-TIMEZONE:America/Mexico_City",
        "",
    ]


def test_there_is_a_calendar_of_all_of_each_series_topic_and_institution_and_of_each_event() -> None:
    month = entry("conferences", "solo-el-mes", date="2026-12", topics=["cuidados"])
    doubt = entry("conferences", "con-duda", date="2026-12-01?")
    guest = entry(
        "conferences", "con-visita", date="2026-01-01", updated="2026-11-02",
        people=[{"person": "ana-ficticia", "institution": "unidad-ficticia"}],
    )  # fmt: skip
    old = entry("conferences", "antigua", date="2025-10-31", updated="2026-11-02")
    planned = plan(archive(*AROUND, TALK, month, doubt, guest, old))

    assert {path: ([key[1] for key in one.keys], one.coming) for path, one in planned.items()} == {
        "calendario.ics": (["charla-ficticia", "con-visita", "antigua"], (True, False, False)),
        "ciclos/ciclo-ficticio/calendario.ics": (["charla-ficticia"], (True,)),
        "temas/cuidados/calendario.ics": (["charla-ficticia"], (True,)),
        "instituciones/unidad-ficticia/calendario.ics": (["charla-ficticia"], (True,)),
        "conferencias/charla-ficticia/evento.ics": (["charla-ficticia"], (True,)),
        "conferencias/con-visita/evento.ics": (["con-visita"], (False,)),
    }


def test_a_series_hands_its_institution_down() -> None:
    series = entry("series", "ciclo-ficticio", title="Ciclo", defaults={"institution": "unidad-ficticia"})
    planned = plan(archive(series, UNIT, talk(series="ciclo-ficticio", date="2026-01-01")))

    assert len(planned["instituciones/unidad-ficticia/calendario.ics"].keys) == 1


def test_a_calendar_holds_the_newest_and_everything_to_come() -> None:
    first = date(2020, 1, 1)
    past = [
        entry("conferences", f"sesion-{number}", date=(first + timedelta(days=number)).isoformat())
        for number in range(LONGEST + 5)
    ]
    kept = plan(archive(*past))["calendario.ics"]
    ahead = plan(archive(*[one._replace(updated="2019-01-01") for one in past]))["calendario.ics"]

    assert [key[1] for key in kept.keys] == [f"sesion-{number}" for number in range(LONGEST + 4, 4, -1)]
    assert (len(ahead.keys), all(ahead.coming)) == (LONGEST + 5, True)


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({"date": "2026-12-23"}, date(2026, 12, 23), date(2026, 12, 24)),
        ({"date": "2026-12-31"}, date(2026, 12, 31), date(2027, 1, 1)),
        ({"date": "2024-02-28/2024-02-29"}, date(2024, 2, 28), date(2024, 3, 1)),
        ({"date": "2026-12-23/2026-12-24", "start_time": "09:00"}, date(2026, 12, 23), date(2026, 12, 25)),
        (
            {"date": "2022-10-29", "start_time": "23:00", "end_time": "23:30"},
            datetime(2022, 10, 29, 23, tzinfo=MEXICO),
            datetime(2022, 10, 29, 23, 30, tzinfo=MEXICO),
        ),
        (
            {"date": "2022-10-30", "start_time": "11:00", "end_time": "13:00"},
            datetime(2022, 10, 30, 17, tzinfo=UTC),
            datetime(2022, 10, 30, 19, tzinfo=UTC),
        ),
        (
            {"date": "2022-10-29", "start_time": "11:00", "end_time": "13:00"},
            datetime(2022, 10, 29, 16, tzinfo=UTC),
            datetime(2022, 10, 29, 18, tzinfo=UTC),
        ),
    ],
)
def test_two_programs_read_when_it_is(fields: dict[str, str], start: date, end: date) -> None:
    content = written(talk(**fields))
    [one], [other] = read(content), Parsed.from_ical(content).events

    assert (one.dtstart, one.dtend) == (start, end)
    assert (other["DTSTART"].dt, other["DTEND"].dt) == (start, end)


def test_no_end_is_made_up() -> None:
    content = written(talk(date="2026-12-23", start_time="18:00"))

    assert "DTSTART;TZID=America/Mexico_City:20261223T180000\r\n" in content
    assert "DTEND" not in content


@pytest.mark.parametrize(
    ("status", "said", "title"),
    [
        ("scheduled", "CONFIRMED", "Una charla"),
        ("rescheduled", "CONFIRMED", "Una charla"),
        ("cancelled", "CANCELLED", "Cancelada: Una charla"),
        ("postponed", "CANCELLED", "Pospuesta: Una charla"),
    ],
)
def test_whoever_has_the_event_learns_how_it_stands(status: str, said: str, title: str) -> None:
    [event] = read(written(talk(date="2026-12-23", status=status, previous_dates=["2026-11-25"])))

    assert (event.status, event.summary, len(event.alarm)) == (said, title, 0 if said == "CANCELLED" else 1)
    assert event.description == (
        "Antes se anunció para: 2026-11-25\nPágina: https://ficticio.example/archivo/conferencias/una-charla/"
    )


@pytest.mark.parametrize(
    ("updated", "fields", "alarms"),
    [
        ("2026-12-20", {}, [timedelta(hours=-15)]),
        ("2026-12-20", {"start_time": "18:00"}, [timedelta(days=-1), timedelta(hours=-1)]),
        ("2026-12-23", {"start_time": "12:00", "end_time": "12:01"}, [timedelta(days=-1), timedelta(hours=-1)]),
        ("2026-12-23", {"start_time": "11:00", "end_time": "12:00"}, []),
        ("2026-12-24", {}, []),
    ],
)
def test_only_what_is_to_come_asks_to_be_announced(
    updated: str, fields: dict[str, str], alarms: list[timedelta]
) -> None:
    [event] = read(written(talk(date="2026-12-23", updated=updated, **fields)))

    assert [alarm.trigger for alarm in event.alarm] == alarms


def test_an_event_keeps_its_name_when_its_record_gets_another_id() -> None:
    before, after = talk(), entry("conferences", "otro-nombre", formerly=["una-charla", "otra-mas"])

    assert uid(before) == uid(after) == "4828565f-7654-5dd2-9b9c-2c6b08700106"
    assert "ficticio.example" not in uid(before)


def test_a_later_revision_has_a_higher_sequence() -> None:
    sequences = [
        read(written(talk(date="2026-12-23", updated=day)))[0].sequence
        for day in ("2000-01-01", "2024-02-29", "2024-03-01", "2026-11-02")
    ]

    assert sequences == [0, 8825, 8826, 9802]


def test_a_date_that_the_rule_gives_is_tentative_until_its_conference_is_announced() -> None:
    schedule = {
        "frequency": "monthly", "day": "25", "starts": "2026-01-25", "start_time": "11:00",
        "exceptions": [{"on": "2026-12-25", "moved_to": "2026-12-11", "reason": "Vacaciones; ficticias"}],
    }  # fmt: skip
    series = entry("series", "ciclo-ficticio", title="Ciclo", schedule=schedule, updated="2026-11-02")
    announced = talk(series="ciclo-ficticio", date="2026-11-25")
    for path in ("calendario.ics", "ciclos/ciclo-ficticio/calendario.ics"):
        events = read(written(series, announced, path=path))
        expected = [one for one in events if one.status == "TENTATIVE"]

        assert len(events) == 1 + len(expected) == 12
        assert (expected[0].uid, expected[0].summary, expected[0].start, expected[0].alarm) == (
            f"{uid(series)}-2026-12-11",
            "Ciclo: fecha prevista",
            datetime(2026, 12, 11, 11, tzinfo=MEXICO),
            [],
        )
        assert expected[0].description == (
            "Así lo da la regla del ciclo; todavía no se anuncia la conferencia.\nVacaciones; ficticias\n"
            "Página: https://ficticio.example/archivo/ciclos/ciclo-ficticio/"
        )


def test_the_link_to_the_session_is_never_told() -> None:
    joined = archive(*AROUND, TALK)

    for one in plan(joined).values():
        assert b"acceso-secreto" not in calendars.render(one, SITE, joined)


@given(title=HOSTILE, summary=HOSTILE, place=HOSTILE)
def test_no_text_of_a_record_becomes_anything_else(title: str, summary: str, place: str) -> None:
    hostile = TALK._replace(title=title, summary=summary, place=(place, ""))
    topic, person = TOPIC._replace(title=title), PEOPLE[0]._replace(title=place)
    content = written(SERIES._replace(title=title), UNIT._replace(title=title), topic, person, PEOPLE[1], hostile)
    lines = content.split("\r\n")
    parsed = Parsed.from_ical(content)

    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any(sign in line for line in lines for sign in "\r\n\0\x85\u2028\u202e\u2066")
    assert [part.name for part in parsed.walk() if part.name not in ("VTIMEZONE", "STANDARD", "DAYLIGHT")] == [
        "VCALENDAR", "VEVENT", "VALARM", "VALARM",
    ]  # fmt: skip
    assert set(parsed.events[0]) == {
        "UID", "DTSTAMP", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "CATEGORIES",
        *(["LOCATION"] if place else []),
    }  # fmt: skip
    assert len(read(content)) == 1


@given(st.integers(0, 200), st.sampled_from(["🍊", "ñ", "\\", ";", "👩🏽‍🦽"]))
def test_a_sign_at_the_fold_is_read_whole(length: int, sign: str) -> None:
    title = "x" * length + sign * 3 + "fin"
    [event] = read(written(talk(title=title, date="2026-12-23")))

    assert event.summary == title
