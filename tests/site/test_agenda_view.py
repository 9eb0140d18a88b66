"""Adding a conference to a calendar: only what is still to come, with the right hours, and nothing loaded."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from acervo.site.page import Opened
from acervo.site.render import render
from acervo.site.viewing import view_of
from acervo.site.views.parts.agenda import AgendaView
from acervo.site.views.parts.head import Head
from acervo.site.views.records.conference import conference
from tests.site.opening import SHELLS, TEMPLATES, record, site

KEY = ("conferences", "charla-ficticia")
PATH = "conferencias/charla-ficticia/"
HOSTILE = 'Una & otra «charla»; "con" <todo> 100% #1 + ñandú 🍊'


def agenda(**fields: Any) -> AgendaView | None:
    """Return what the page of one conference says, written as of noon of 2 November 2026."""
    one = record("conferences", **({"updated": "2026-11-02", "title": "Charla"} | fields))
    return conference(site({KEY: one})[PATH]).agenda


def heads(opened: Opened) -> Head:
    head: Head = view_of(opened).article.head
    return head


def said(address: str) -> dict[str, str]:
    return {name: value for name, [value] in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


def test_each_link_says_the_same_to_its_calendar() -> None:
    found = agenda(
        title=HOSTILE, summary=HOSTILE, date="2026-12-23", start_time="18:00", end_time="19:30",
        place={"name": "Villa & Ejemplo"},
    )  # fmt: skip
    about = f"{HOSTILE}\n\nhttps://ficticio.example/archivo/conferencias/charla-ficticia/"
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": HOSTILE,
        "startdt": "2026-12-23T18:00:00-06:00",
        "enddt": "2026-12-23T19:30:00-06:00",
        "body": about,
        "location": "Villa & Ejemplo, México",
    }

    assert found is not None
    assert (found.file, found.until) == ("evento.ics", "2026-12-24T01:30Z")
    assert said(found.google) == {
        "action": "TEMPLATE",
        "text": HOSTILE,
        "dates": "20261223T180000/20261223T193000",
        "ctz": "America/Mexico_City",
        "details": about,
        "location": "Villa & Ejemplo, México",
    }
    assert said(found.outlook) == said(found.office) == outlook
    assert "+" not in found.google + found.outlook + found.office  # Outlook shows it as a plus
    assert [urlsplit(one).netloc for one in (found.google, found.outlook, found.office)] == [
        "calendar.google.com", "outlook.live.com", "outlook.office.com",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "google", "outlook"),
    [
        ({"date": "2026-12-31"}, "20261231/20270101", ("2026-12-31", "2027-01-01", "true")),
        ({"date": "2026-12-30/2026-12-31"}, "20261230/20270101", ("2026-12-30", "2027-01-01", "true")),
        (
            {"date": "2026-12-23", "start_time": "18:00"},
            "20261223T180000/20261223T180000",
            ("2026-12-23T18:00:00-06:00", None, None),
        ),
    ],
)
def test_days_are_whole_and_no_end_is_made_up(
    fields: dict[str, str], google: str, outlook: tuple[str | None, ...]
) -> None:
    found = agenda(**fields)

    assert found is not None
    told = said(found.outlook)
    assert said(found.google)["dates"] == google
    assert tuple(told.get(name) for name in ("startdt", "enddt", "allday")) == outlook


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "2026-11-01"},
        {"date": "2026-12"},
        {"date": "2026-12-23?"},
        {},
        {"date": "2026-11-02", "start_time": "11:00", "end_time": "12:00"},
        {"date": "2026-12-23", "status": "cancelled"},
        {"date": "2026-12-23", "status": "postponed"},
    ],
)
def test_what_is_past_in_doubt_or_called_off_is_not_added(fields: dict[str, str]) -> None:
    assert agenda(**fields) is None


def test_a_long_summary_does_not_make_an_address_that_no_browser_takes() -> None:
    found = agenda(date="2026-12-23", summary="ñ" * 2_000)

    assert found is not None
    assert max(map(len, (found.google, found.outlook, found.office))) < 4_500


def test_the_page_has_plain_links_and_the_link_to_the_session_is_in_none() -> None:
    one = record(
        "conferences", updated="2026-11-02", date="2026-12-23", start_time="18:00",
        access={"url": "https://acceso-secreto.example/sala", "private": "true"},
    )  # fmt: skip
    page = render(site({KEY: one})[PATH], SHELLS, TEMPLATES)

    assert '<a href="evento.ics" type="text/calendar">' in page
    assert page.count('rel="noopener noreferrer"') == 3
    assert "acceso-secreto" not in page


def test_pages_name_their_calendars() -> None:
    opened = site({
        ("series", "ciclo-ficticio"): record("series", title="Ciclo"),
        ("topics", "cuidados"): record("topics", title="Cuidados"),
        ("institutions", "unidad"): record("institutions", title="Unidad"),
        KEY: record("conferences", series="ciclo-ficticio"),
    })  # fmt: skip
    pages = ("ciclos/ciclo-ficticio/", "temas/cuidados/", "instituciones/unidad/", PATH)
    found = {
        path: [feed.href for feed in heads(opened[path]).feeds if feed.media_type == "text/calendar"] for path in pages
    }

    assert found == {
        "ciclos/ciclo-ficticio/": ["../../ciclos/ciclo-ficticio/calendario.ics"],
        "temas/cuidados/": ["../../temas/cuidados/calendario.ics"],
        "instituciones/unidad/": ["../../instituciones/unidad/calendario.ics"],
        PATH: ["../../ciclos/ciclo-ficticio/calendario.ics"],
    }
