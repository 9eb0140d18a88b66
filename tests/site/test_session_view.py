"""What the page of a conference says of taking part, as of the day on which the archive was last looked at."""

import json
import re
from typing import Any

import pytest

from acervo.records.models.conference import Conference
from acervo.site.page import Opened
from acervo.site.views.parts.session import WindowView, questions, session
from tests.site.opening import html, record, site

SALA = "https://ejemplo.mx/sala"
TOLD = {
    "date": "2026-05-25",
    "start_time": "11:00",
    "end_time": "13:00",
    "registration": {
        "url": "https://ejemplo.mx/registro",
        "opens": "2026-05-04 09:00",
        "closes": "2026-05-24 18:00",
        "places": "1200",
        "note": "Llega un correo",
    },
    "access": {"url": SALA, "platform": "Videollamada", "opens": "2026-05-25 10:45", "closes": "2026-05-25 13:00"},
    "recording": {"state": "scheduled"},
}


def opened(day: str, **fields: Any) -> Opened:
    """Open the page of a talk in an archive that was last looked at, at noon, on a day."""
    records = {
        ("conferences", "charla"): record("conferences", **{**TOLD, **fields}),
        ("topics", "testigo"): record("topics", title="Testigo", updated=day),
    }
    return site(records)["conferencias/charla/"]


def view(day: str, **fields: Any) -> Any:
    page = opened(day, **fields)
    assert isinstance(page.record, Conference)
    return session(page, page.record)


def events(page: str) -> Any:
    """Return the event of a page's structured data."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    return next(one for one in json.loads(found[1])["@graph"] if one["@type"] == "Event")


@pytest.mark.parametrize(
    ("day", "badge", "ahead"),
    [
        ("2026-05-01", "Anunciada", True),
        ("2026-05-10", "Inscripción abierta", True),
        ("2026-05-25", "En vivo", True),
        ("2026-05-26", "Realizada, grabación pendiente", False),
        ("2027-05-26", "Realizada, grabación pendiente", False),
    ],
)
def test_the_badge_is_that_of_the_day(day: str, badge: str, ahead: bool) -> None:
    told = view(day)

    assert (told.badge, told.ahead) == (badge, ahead)
    assert told.when == "Lunes 25 de mayo de 2026, de 11:00 a 13:00 h (hora del centro de México)"
    assert (told.starts, told.ends, told.day) == ("2026-05-25T17:00Z", "2026-05-25T19:00Z", "2026-05-25")


def test_the_script_is_given_every_turn_while_there_are_any_to_come() -> None:
    assert view("2026-05-01").life == (
        "1900-01-01T00:00Z announced Anunciada;2026-05-04T15:00Z open Inscripción abierta;"
        "2026-05-25T00:00Z closed Inscripción cerrada;2026-05-25T06:00Z today Hoy;2026-05-25T17:00Z live En vivo;"
        "2026-05-25T19:00Z held Realizada, grabación pendiente"
    )
    assert view("2026-05-26").life == ""


def test_the_registration_is_linked_until_it_closes() -> None:
    days = ("lunes 4 de mayo de 2026 a las 9:00 h", "domingo 24 de mayo de 2026 a las 18:00 h")
    words = f"Del {days[0]} al {days[1]} (hora del centro de México)."

    assert view("2026-05-10").registration == WindowView(
        "https://ejemplo.mx/registro", "", words, "2026-05-04T15:00Z", "2026-05-25T00:00Z", "1,200 lugares",
        "Llega un correo",
    )  # fmt: skip
    assert view("2026-05-25").registration[:3] == ("", "La inscripción ya cerró.", words)
    assert view("2026-05-26", registration={"url": SALA}).registration[:3] == ("", "La inscripción ya cerró.", "")


def test_the_access_is_linked_until_its_window_is_past() -> None:
    before, after = view("2026-05-01").access, view("2026-05-26").access

    assert before == WindowView(
        SALA, "", "El lunes 25 de mayo de 2026, de 10:45 a 13:00 h (hora del centro de México).", "2026-05-25T16:45Z",
        "2026-05-25T19:00Z", "Videollamada", "",
    )  # fmt: skip
    assert (after.href, after.sentence) == ("", "El enlace de acceso ya no se publica.")
    assert SALA not in html(opened("2026-05-26"))


@pytest.mark.parametrize("day", ["2026-05-01", "2026-05-25", "2026-05-26"])
def test_a_private_link_reaches_no_page(day: str) -> None:
    page = html(opened(day, access={"url": SALA, "private": "true", "note": "Llega por correo"}))

    assert SALA not in page
    assert "Llega por correo" in page
    assert ("lo envía la institución que organiza" in page) == (day != "2026-05-26")


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_was_called_off_has_no_link_and_says_why(status: str) -> None:
    fields = {} if status == "cancelled" else {"date": None, "previous_dates": ["2026-05-25"], "access": None}
    page = html(opened("2026-05-01", status=status, status_reason="Se inundó la sala", **fields))

    assert "Se inundó la sala" in page
    assert "https://ejemplo.mx/registro" not in page
    assert SALA not in page
    assert "data-life" not in page


def test_a_new_date_tells_the_one_before_also_to_machines() -> None:
    page = html(opened("2026-05-01", status="rescheduled", previous_dates=["2026-04-24"]))
    event = events(page)

    assert "Antes: viernes 24 de abril de 2026." in page
    assert (event["eventStatus"], event["previousStartDate"]) == ("https://schema.org/EventRescheduled", ["2026-04-24"])
    assert (event["startDate"], event["endDate"]) == ("2026-05-25T11:00:00-06:00", "2026-05-25T13:00:00-06:00")
    assert event["doorTime"] == "2026-05-25T10:45:00-06:00"


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2022-10-29", "2022-10-29T11:00:00-05:00", "2022-10-29T13:00:00-05:00"),
        ("2022-10-31", "2022-10-31T11:00:00-06:00", "2022-10-31T13:00:00-06:00"),
        ("2024-02-29/2024-03-01", "2024-02-29T11:00:00-06:00", "2024-03-01T13:00:00-06:00"),
        ("2024-05", "2024-05", None),
    ],
)
def test_machines_are_told_the_offset_of_that_day(date: str, start: str, end: str | None) -> None:
    event = events(html(opened("2026-05-01", date=date, access=None, registration=None)))

    assert (event["startDate"], event.get("endDate")) == (start, end)


def test_a_talk_of_the_past_that_says_nothing_of_taking_part_has_no_such_section() -> None:
    plain = {"registration": None, "access": None}

    assert view("2026-06-01", recording={"state": "published", "youtube": "NubeFictici"}, **plain) is None
    assert view("2026-06-01", recording={"state": "unknown"}, **plain) is None
    assert view("2026-06-01", recording={"state": "not_recorded"}, **plain) is None
    assert view("2026-05-01", recording={"state": "unknown"}, **plain) is not None


def test_a_question_leads_to_its_moment_when_there_is_one_to_hear() -> None:
    asked = [{"question": "¿Y <b>si</b> no?", "answer": "Pues **sí**.", "at": "1:05"}, {"question": "¿Y luego?"}]
    heard = opened(
        "2026-06-01",
        questions=asked,
        recording={"state": "published", "youtube": "NubeFictici"},
        moderation="Por escrito",
    )
    silent = opened("2026-06-01", questions=asked)
    assert isinstance(heard.record, Conference)
    assert isinstance(silent.record, Conference)
    one, other = (questions(page, page.record) for page in (heard, silent))  # type: ignore[arg-type]  # as just asserted

    assert one is not None
    assert other is not None
    assert [(q.clock, q.href) for q in one.questions] == [
        ("1:05", "https://www.youtube.com/watch?v=NubeFictici&t=65s"),
        ("", ""),
    ]
    assert [q.href for q in other.questions] == ["", ""]
    assert one.questions[0].question == "<p>¿Y &lt;b&gt;si&lt;/b&gt; no?</p>"
    assert "En 1:05 de la grabación" in html(silent)
