"""What comes next, for other sites: what is in each file, against its own schema."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from acervo.archive.archive import Archive
from acervo.outputs import upcoming
from acervo.outputs.upcoming import LONGEST, SCHEMA
from acervo.records.catalogue.entry import Entry
from tests.outputs.fiction import Site, archive, entry
from tests.outputs.test_calendars import AROUND, HOSTILE, TALK
from tests.projects import ROOT

SITE = Site()
RULES = json.loads((ROOT / "overrides" / SCHEMA).read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(RULES, format_checker=FormatChecker())
HOME = "https://ficticio.example/archivo/"


def written(joined: Archive) -> dict[str, Any]:
    """Return every file of an archive, by path."""
    return {one.path: json.loads(upcoming.render(one, SITE, joined)) for one in upcoming.plan(joined, SITE)}


def faults(found: object) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(found)]


def talk(id_: str, **fields: Any) -> Entry:
    return entry("conferences", id_, **({"updated": "2026-11-02"} | fields))


def test_the_file_of_a_series_is_this() -> None:
    found = written(archive(*AROUND, TALK, talk("suelta", date="2026-12-01")))

    assert [one["@id"] for one in found["proximas.json"]["dataFeedElement"]] == [
        f"{HOME}conferencias/suelta/",
        f"{HOME}conferencias/charla-ficticia/",
    ]
    assert found["ciclos/ciclo-ficticio/proximas.json"] == {
        "$schema": f"{HOME}assets/schemas/proximas.json",
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "@id": f"{HOME}ciclos/ciclo-ficticio/proximas.json",
        "name": "Ciclo ficticio · Acervo ficticio",
        "url": f"{HOME}ciclos/ciclo-ficticio/",
        "dateModified": "2026-11-02T12:00:00-06:00",
        "dataFeedElement": [
            {
                "@type": "Event",
                "@id": f"{HOME}conferencias/charla-ficticia/",
                "url": f"{HOME}conferencias/charla-ficticia/",
                "name": "Charla, con comas; y \\ más 🍊",
                "description": TALK.summary,
                "startDate": "2026-12-23T18:00:00-06:00",
                "endDate": "2026-12-23T19:30:00-06:00",
                "eventStatus": "https://schema.org/EventScheduled",
                "location": {"@type": "Place", "name": "Sala, la de siempre"},
                "organizer": {"@type": "Organization", "name": "Unidad, ficticia"},
                "superEvent": {"@type": "EventSeries", "name": "Ciclo ficticio"},
                "performer": [
                    {"@type": "Person", "name": "Ana Ficticia", "url": f"{HOME}personas/ana-ficticia/"},
                    {"@type": "Person", "name": "Berta Ficticia", "url": f"{HOME}personas/berta-ficticia/"},
                ],
                "subjectOf": {
                    "@type": "MediaObject",
                    "encodingFormat": "text/calendar",
                    "contentUrl": f"{HOME}conferencias/charla-ficticia/evento.ics",
                },
            }
        ],
    }


def test_every_file_is_as_its_schema_says() -> None:
    Draft202012Validator.check_schema(RULES)
    found = written(
        archive(
            *AROUND,
            TALK,
            talk("dos-dias", date="2026-12-01/2026-12-02", start_time="09:00"),
            talk("sin-final", date="2026-12-03", start_time="09:00"),
            talk("cancelada", date="2026-12-04", status="cancelled"),
            talk("cambiada", date="2026-12-05", status="rescheduled", previous_dates=["2026-11-05"]),
        )
    )

    assert [fault for one in found.values() for fault in faults(one)] == []
    assert [(one["startDate"], one.get("endDate")) for one in found["proximas.json"]["dataFeedElement"]] == [
        ("2026-12-01", "2026-12-02"),
        ("2026-12-03T09:00:00-06:00", None),
        ("2026-12-04", None),
        ("2026-12-05", None),
        ("2026-12-23T18:00:00-06:00", "2026-12-23T19:30:00-06:00"),
    ]


@pytest.mark.parametrize("change", [{"url": "javascript:alert(1)"}, {"startDate": "2026-12"}, {"name": ""}, {"x": 1}])
def test_the_schema_refuses_what_is_wrong(change: dict[str, object]) -> None:
    found = written(archive(*AROUND, TALK))["proximas.json"]
    found["dataFeedElement"][0] |= change

    assert faults(found) != []


def test_only_days_to_come_that_are_certain_are_told_the_soonest_first() -> None:
    found = written(
        archive(
            talk("pasada", date="2026-11-01"),
            talk("hoy-por-la-tarde", date="2026-11-02"),
            talk("algun-dia", date="2026-12", recording={"state": "scheduled"}),
            talk("quiza", date="2026-12-01?", recording={"state": "scheduled"}),
            talk("sin-fecha", recording={"state": "scheduled"}),
            talk("luego", date="2027-01-01"),
        )
    )

    assert [one["startDate"] for one in found["proximas.json"]["dataFeedElement"]] == ["2026-11-02", "2027-01-01"]


def test_a_file_holds_the_soonest() -> None:
    days = [(date(2027, 1, 1) + timedelta(days=number)).isoformat() for number in range(LONGEST + 9)]
    found = written(archive(*[talk(f"sesion-{day}", date=day) for day in days]))["proximas.json"]

    assert [one["startDate"] for one in found["dataFeedElement"]] == days[:LONGEST]
    assert faults(found) == []


def test_an_archive_without_anything_to_come_says_so() -> None:
    found = written(archive(AROUND[0]))

    assert [one["dataFeedElement"] for one in found.values()] == [[], []]
    assert [faults(one) for one in found.values()] == [[], []]


def test_the_link_to_the_session_is_never_told() -> None:
    assert "acceso-secreto" not in json.dumps(written(archive(*AROUND, TALK)))


@given(HOSTILE, st.sampled_from(["title", "summary"]))
def test_texts_stay_texts(value: str, field: str) -> None:
    found = written(archive(*AROUND, TALK._replace(**{field: value})))["proximas.json"]
    [told] = found["dataFeedElement"]

    assert told.get({"title": "name", "summary": "description"}[field], "") == value
