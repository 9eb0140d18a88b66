"""What a record says of taking part and of recurrence: taken, refused in words, and remembered whole."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.files import Stamp
from acervo.publishing.memory import Memory, Remembered
from acervo.records.checks.loading import load_file
from acervo.records.checks.validation import validate
from acervo.records.models import dates
from acervo.records.models.conference import Conference
from acervo.records.models.dates import DateError
from acervo.records.models.kinds import KINDS
from acervo.records.models.series import Series
from acervo.records.models.session import Session

DULL = {"title": "Una nube", "updated": "2026-01-15", "sources": [{"title": "Boletín ficticio"}]}
HEAD = "title: Una nube\nupdated: 2026-01-15\nsources: [{title: Boletín ficticio}]\n"
FULL = f"""{HEAD}date: 2026-06-10
start_time: "11:00"
end_time: "13:00"
status: rescheduled
status_reason: Sesión extraordinaria
previous_dates: [2026-05-25]
registration:
  url: https://ejemplo.mx/registro
  opens: 2026-05-04T09:00
  closes: 2026-06-09 18:00
  places: 120
  note: Se confirma por correo
access:
  url: https://ejemplo.mx/sala
  opens: 2026-06-10 10:45
  closes: 2026-06-10 13:00
  platform: Videollamada
requirements: Ninguno
accessibility: [live_captions, sign_language]
questions:
  - question: ¿A quién se avisa?
    answer: A la **Unidad**.
    at: 41:30
moderation: Por escrito
consent: Al inscribirse
recording: {{state: not_recorded, reason: Lo pidió la ponente}}
"""


def _codes(kind: str, **fields: object) -> list[tuple[str, str]]:
    found = validate(KINDS[kind].model, {**DULL, **fields})
    return [(".".join(finding.path), finding.code) for finding in found] if isinstance(found, list) else []


def test_all_that_is_said_of_taking_part_is_read() -> None:
    ((entry, tree),) = load_file("data/conferences/nube.yml", FULL.encode()).records
    record = Conference.model_validate(tree)

    assert record.registration is not None
    assert record.access is not None
    assert (record.registration.opens, record.registration.places) == ("2026-05-04 09:00", 120)
    assert (record.access.private, record.questions[0].at) == (False, "41:30")
    assert entry.session == Session(
        "11:00",
        "13:00",
        "rescheduled",
        ("2026-05-25",),
        ("2026-05-04 09:00", "2026-06-09 18:00"),
        ("2026-06-10 10:45", "2026-06-10 13:00"),
    )
    assert "ejemplo.mx" not in str(entry)


@pytest.mark.parametrize(
    ("told", "session"),
    [
        ("", ()),
        ("date: 2026-06-10\nstatus: scheduled\n", ()),
        ("access: {private: true, note: Llega por correo}\n", ()),
        ('start_time: "11:00"\n', Session("11:00")),
        ("registration: {url: https://ejemplo.mx/}\n", Session(registration=("", ""))),
    ],
)
def test_an_entry_keeps_a_session_only_where_something_is_said(told: str, session: object) -> None:
    ((entry, _),) = load_file("data/conferences/nube.yml", f"{HEAD}{told}".encode()).records

    assert entry.session == session


def test_a_session_is_remembered_as_it_was(tmp_path: Path) -> None:
    entries = tuple(filed.entry for filed in load_file("data/conferences/nube.yml", FULL.encode()).records)
    rows = {"conferences/nube.yml": (Stamp(10, time.time_ns() - 60_000_000_000), Remembered(entries, None))}
    Memory(tmp_path).keep(rows, rows)

    assert Memory(tmp_path).rows == rows


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-05-20 09:00Z", "time_zone"),
        ("2026-05-20T09:00-06:00", "time_zone"),
        ("2026-05-20T09:00:00.000+00:00", "time_zone"),
        ("2026-05-20 09:00 UTC", "time_zone"),
        ("2026-05-20", "day_time_shape"),
        ("2026-05 09:00", "day_time_shape"),
        ("2026-05-20 9:00", "day_time_shape"),
        ("2026-05-20  09:00", "day_time_shape"),
        ("2026-05-20 24:00", "day_time_shape"),
        ("2026-05-20?09:00", "day_time_shape"),
        ("2026-05-20 09:00\n", "day_time_shape"),
        ("09:00", "day_time_shape"),
        ("٢٠٢٦-05-20 09:00", "date_shape"),
        ("2026-02-29 09:00", "date_impossible"),
        ("2200-01-01 09:00", "date_year"),
    ],
)
def test_what_is_no_day_with_its_hour_says_why(text: str, reason: str) -> None:
    with pytest.raises(DateError) as refused:
        dates.day_time(text)

    assert refused.value.reason == reason
    assert _codes("conferences", registration={"url": "https://ejemplo.mx/", "opens": text}) == [
        ("registration.opens", reason)
    ]


@given(st.text(max_size=25) | st.from_regex(dates.DAY_TIME_PATTERN, fullmatch=True))
def test_any_text_is_a_day_with_its_hour_or_is_refused_with_a_reason(text: str) -> None:
    try:
        told = dates.day_time(text)
    except DateError:
        return

    assert dates.day_time(told) == told == text.replace("T", " ")


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"start_time": "11:00-06:00"}, [("start_time", "time_zone")]),
        ({"start_time": "11:00Z"}, [("start_time", "time_zone")]),
        ({"previous_dates": ["2026-05"]}, [("previous_dates.0", "date_whole")]),
        ({"registration": {}}, [("registration.url", "missing")]),
        ({"registration": {"url": "ejemplo"}}, [("registration.url", "url_shape")]),
        ({"registration": {"url": "https://ejemplo.mx/", "places": "1,200"}}, [("registration.places", "count_shape")]),
        ({"registration": {"url": "https://ejemplo.mx/", "places": "-1"}}, [("registration.places", "count_shape")]),
        ({"registration": {"url": "https://ejemplo.mx/", "places": "1٢"}}, [("registration.places", "count_shape")]),
        ({"registration": {"url": "https://ejemplo.mx/", "places": ["1"]}}, [("registration.places", "count_shape")]),
        ({"access": {"private": "sí"}}, [("access.private", "flag_shape")]),
        ({"accessibility": ["señas"]}, [("accessibility.0", "choice")]),
        ({"questions": [{"answer": "Sí"}]}, [("questions.0.question", "missing")]),
        ({"status": "postergada"}, [("status", "choice")]),
    ],
)
def test_a_conference_takes_only_what_its_fields_say(fields: dict[str, object], codes: list[tuple[str, str]]) -> None:
    assert _codes("conferences", **fields) == codes


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"schedule": {"day": "25"}}, [("schedule.starts", "missing")]),
        ({"schedule": {"starts": "2024-01"}}, [("schedule.starts", "date_whole")]),
        ({"schedule": {"starts": "2024-01-25", "weekday": "lunes"}}, [("schedule.weekday", "choice")]),
        ({"plans": [{"year": "24", "planned": "12"}]}, [("plans.0.year", "text_shape")]),
        ({"plans": [{"year": "2024", "planned": "doce"}]}, [("plans.0.planned", "count_shape")]),
    ],
)
def test_a_series_takes_only_what_its_fields_say(fields: dict[str, object], codes: list[tuple[str, str]]) -> None:
    assert _codes("series", institution="una-nube", **fields) == codes


def test_the_rule_of_a_series_is_read() -> None:
    schedule = {
        "day": "25",
        "on_weekend": "previous_working_day",
        "starts": "2024-01-25",
        "exceptions": [{"on": "2026-12-25", "moved_to": "2026-12-11", "reason": "Vacaciones"}],
    }
    tree = {
        **DULL,
        "institution": "una-nube",
        "schedule": schedule,
        "plans": [{"year": "2025", "planned": "12"}],
        "outreach": {"greeting": "Buenos días:", "hashtags": ["#Nubes"]},
    }
    series = Series.model_validate(tree)

    assert series.schedule is not None
    assert (series.schedule.frequency, series.schedule.day) == ("monthly", 25)
    assert series.schedule.exceptions[0].moved_to == dates.parse("2026-12-11")
    assert series.plans[0].planned == 12
