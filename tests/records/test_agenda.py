"""Days and hours that contradict each other are told: of one session, of a rule, and of two sessions of a series."""

from typing import Any

import pytest

from acervo.records.checks import coherence, rules
from acervo.records.checks.loading import load_file
from acervo.records.models.kinds import KINDS
from acervo.records.models.session import Session
from acervo.records.problems import as_text
from tests.records.entries import entry

DULL = {"title": "Una nube", "updated": "2026-05-15", "sources": [{"title": "Boletín ficticio"}]}
URL = "https://ejemplo.mx/"


def codes(kind: str, **fields: Any) -> list[tuple[str, str]]:
    record = KINDS[kind].model.model_validate({**DULL, **fields})
    return [(".".join(finding.path), finding.code) for finding in coherence.check(record)]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"status": "scheduled", "date": "2026-05-25"}, []),
        ({"status": "scheduled", "previous_dates": ["2026-05-20"]}, [("previous_dates", "previous_unexplained")]),
        ({"status": "rescheduled", "date": "2026-06-01", "previous_dates": ["2026-05-25"]}, []),
        ({"status": "rescheduled", "date": "2026-06-01"}, [("status", "rescheduled_from_nowhere")]),
        ({"status": "rescheduled", "previous_dates": ["2026-05-25"]}, [("status", "rescheduled_nowhere")]),
        (
            {"status": "rescheduled", "date": "2026-06-01", "previous_dates": ["2026-05-25", "2026-06-01"]},
            [("previous_dates.1", "rescheduled_same")],
        ),
        ({"status": "postponed", "previous_dates": ["2026-05-25"]}, []),
        ({"status": "postponed", "date": "2026-05-15"}, []),
        ({"status": "postponed", "date": "2026-05-16"}, [("date", "postponed_ahead")]),
        ({"status": "postponed", "date": "2026-05"}, [("date", "postponed_ahead")]),
        (
            {"status": "cancelled", "recording": {"state": "published", "youtube": "NubeFictici"}},
            [("status", "cancelled_published")],
        ),
    ],
)
def test_what_a_status_says_of_dates(fields: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert codes("conferences", **fields) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"registration": {"url": URL, "opens": "2026-05-01 09:00", "closes": "2026-05-25 13:00"}}, []),
        (
            {"registration": {"url": URL, "opens": "2026-05-02 09:00", "closes": "2026-05-02T09:00"}},
            [("registration.closes", "window_order")],
        ),
        ({"registration": {"url": URL, "closes": "2026-05-25 13:01"}}, [("registration.closes", "registration_late")]),
        ({"registration": {"url": URL, "closes": "2026-06-25 13:01"}, "date": "2026-05"}, []),
        ({"access": {"url": URL}}, []),
        ({"access": {"private": "true"}, "date": None}, []),
        ({"access": {"note": "Por confirmar"}}, [("access", "access_nowhere")]),
        ({"access": {"private": "true", "url": URL}}, [("access.url", "access_exposed")]),
        ({"access": {"url": URL}, "date": None}, [("access", "access_without_day")]),
        (
            {"access": {"url": URL, "opens": "2026-05-25 10:00"}, "date": "2026-05-25?"},
            [("access", "access_without_day")],
        ),
        ({"access": {"url": URL}, "date": None, "status": "postponed"}, []),
        ({"access": {"url": URL, "opens": "2026-05-24 10:00"}}, [("access.opens", "access_another_day")]),
        ({"access": {"url": URL, "closes": "2026-05-26 10:00"}}, [("access.closes", "access_another_day")]),
        ({"access": {"url": URL, "closes": "2026-05-26 10:00"}, "date": "2026-05-25/2026-05-26"}, []),
    ],
)
def test_a_window_lies_where_it_can(fields: dict[str, Any], found: list[tuple[str, str]]) -> None:
    told = {"date": "2026-05-25", "start_time": "11:00", "end_time": "13:00", **fields}

    assert codes("conferences", **told) == found


@pytest.mark.parametrize(
    ("schedule", "found"),
    [
        ({"day": "25"}, []),
        ({}, [("schedule", "schedule_day")]),
        ({"day": "32"}, [("schedule", "schedule_day")]),
        ({"frequency": "weekly"}, [("schedule", "schedule_weekday")]),
        ({"frequency": "weekly", "weekday": "monday", "day": "3"}, [("schedule.day", "schedule_idle")]),
        ({"frequency": "yearly"}, []),
        ({"frequency": "yearly", "weekday": "monday"}, [("schedule.weekday", "schedule_idle")]),
        ({"day": "25", "ends": "2023-12-31"}, [("schedule.ends", "schedule_ends")]),
        ({"day": "25", "end_time": "11:00"}, [("schedule.end_time", "end_without_start")]),
        (
            {"day": "25", "start_time": "11:00", "end_time": "11:00"},
            [("schedule.end_time", "end_before_start")],
        ),
        ({"day": "25", "on_weekend": "previous_working_day", "exceptions": [{"on": "2026-07-24"}]}, []),
        ({"day": "25", "on_weekend": "previous_working_day", "exceptions": [{"on": "2026-07-25"}]}, []),
        ({"day": "25", "exceptions": [{"on": "2026-07-24"}]}, [("schedule.exceptions.0.on", "exception_elsewhere")]),
        ({"day": "25", "exceptions": [{"on": "2023-07-25"}]}, [("schedule.exceptions.0.on", "exception_elsewhere")]),
        (
            {"day": "25", "exceptions": [{"on": "2026-07-25", "moved_to": "2026-07-25"}, {"on": "2026-07-25"}]},
            [("schedule.exceptions.0.moved_to", "exception_same"), ("schedule.exceptions.1.on", "exception_twice")],
        ),
    ],
)
def test_a_rule_says_when(schedule: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert codes("series", institution="una-nube", schedule={"starts": "2024-01-25", **schedule}) == found


def test_a_year_is_planned_once() -> None:
    plans = [{"year": "2025", "planned": "12"}, {"year": "2026", "planned": "11"}, {"year": "2025", "planned": "9"}]

    assert codes("series", institution="una-nube", plans=plans) == [("plans.2.year", "plan_twice")]


def test_a_private_link_in_a_record_is_a_warning_and_the_record_is_kept() -> None:
    text = (
        "title: Una nube\ndate: 2026-05-25\naccess: {private: true, url: https://ejemplo.mx/sala}\n"
        "updated: 2026-05-15\nsources: [{title: Boletín ficticio}]\n"
    )
    loaded = load_file("data/conferences/nube.yml", text.encode())

    assert len(loaded.records) == 1
    assert [as_text(problem) for problem in loaded.problems] == [
        "data/conferences/nube.yml:3:30: advertencia: «Una nube» · Acceso a la sesión › Enlace de acceso: el enlace es "
        "privado y está escrito en la ficha, que cualquiera puede leer en el repositorio [access_exposed]\n"
        "    Quite `url` y deje `private: true`; el sitio no lo publica en ningún caso."
    ]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({}, {}, True),
        ({"start_time": "09:00"}, {}, True),
        ({}, {"start_time": "09:00"}, True),
        ({"start_time": "09:00"}, {"start_time": "09:00"}, True),
        ({"start_time": "09:00"}, {"start_time": "17:00"}, False),
        ({"status": "cancelled"}, {}, False),
        ({}, {"status": "postponed"}, False),
    ],
)
def test_two_sessions_of_a_series_on_a_day_say_another_hour_each(
    one: dict[str, str], other: dict[str, str], told: bool
) -> None:
    named = (("series", "series", "nubes", ""),)
    pair = [
        entry(f"conferences/nube-{number}", date="2026-05-25", references=named, session=tuple(Session(**fields)))
        for number, fields in enumerate((one, other))
    ]
    found = [
        (about.id, finding.code, finding.details)
        for about, finding in rules.check([entry("series/nubes"), *pair])
        if finding.code == "same_series_day"
    ]

    assert found == ([("nube-1", "same_series_day", {"path": "data/conferences/nube-0.yml"})] if told else [])
