"""The life of a conference in the browser: by the visitor's clock, in the visitor's zone, and without JavaScript."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_axe import violations
from visits import DESKTOP, PHONE, Visit

TALK = "conferencias/2026-naranja-de-noviembre/"
"""25 November 2026, 11:00 to 13:00; registration until the 24th, 18:00; access from 10:45."""
LIVE = "conferencias/2026-naranja-extraordinaria/"
BADGE = ".session .stage"

At = Callable[..., Page]


@pytest.fixture
def at(browser: Browser, home: str) -> Iterator[At]:
    """Open a page at an instant, in a zone: `at(path, "2026-11-25T17:00Z", "Europe/Madrid")`.

    The clock stands still, however long the page takes to come; `going=True` lets it go on from there.
    """
    with ExitStack() as stack:

        def open_page(
            path: str, moment: str, zone: str = "America/Mexico_City", *, going: bool = False, **more: Any
        ) -> Page:
            size = more.pop("size", DESKTOP)
            context = browser.new_context(
                viewport={"width": size[0], "height": size[1]}, locale="es-MX", timezone_id=zone, **more
            )
            stack.callback(context.close)
            page = context.new_page()
            if going:
                page.clock.install(time=datetime.fromisoformat(moment))
            else:
                page.clock.set_fixed_time(datetime.fromisoformat(moment))
            page.goto(home + path)
            return page

        yield open_page


@pytest.mark.parametrize(
    ("moment", "badge", "left", "signing", "entering"),
    [
        ("2026-10-20T14:59:00Z", "Anunciada", "Faltan 36 días", False, False),
        ("2026-10-20T15:00:00Z", "Inscripción abierta", "Faltan 36 días", True, False),
        ("2026-11-24T23:59:59Z", "Inscripción abierta", "Es mañana", True, False),
        ("2026-11-25T00:00:00Z", "Inscripción cerrada", "Es mañana", False, False),
        ("2026-11-25T06:00:00Z", "Hoy", "Empieza en 11 horas", False, False),
        ("2026-11-25T16:45:00Z", "Hoy", "Empieza en 15 minutos", False, True),
        ("2026-11-25T16:59:30Z", "Hoy", "Empieza en 1 minuto", False, True),
        ("2026-11-25T17:00:00Z", "En vivo", "", False, True),
        ("2026-11-25T19:00:00Z", "Realizada, grabación pendiente", "", False, False),
        ("2027-11-25T19:00:00Z", "Realizada, grabación pendiente", "", False, False),
    ],
)
def test_the_page_is_right_at_every_boundary(
    moment: str, badge: str, left: str, signing: bool, entering: bool, at: At
) -> None:
    page = at(TALK, moment)

    expect(page.locator(BADGE)).to_have_text(badge)
    expect(page.locator(".until")).to_have_text(left)
    expect(page.get_by_role("link", name="Inscribirse")).to_be_visible(visible=signing)
    expect(page.get_by_role("link", name="Entrar a la sesión")).to_be_visible(visible=entering)


def test_a_page_that_stays_open_goes_on_and_tells_it(at: At) -> None:
    page = at(TALK, "2026-11-25T16:58:00Z", going=True)
    status = page.locator(".session [role=status]")
    expect(page.locator(BADGE)).to_have_text("Hoy")
    expect(status).to_have_text("")

    page.clock.run_for("02:01")
    expect(page.locator(BADGE)).to_have_text("En vivo")
    expect(status).to_have_text("Ahora: En vivo")

    page.clock.run_for("02:00:00")
    expect(page.locator(BADGE)).to_have_text("Realizada, grabación pendiente")
    expect(page.get_by_role("heading", name="La sesión", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Entrar a la sesión")).to_be_hidden()


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Europe/Madrid", "miércoles, 25 de noviembre, 18:00"),
        ("Pacific/Auckland", "jueves, 26 de noviembre, 06:00"),
        ("America/Tijuana", "miércoles, 25 de noviembre, 09:00"),
    ],
)
def test_a_visitor_elsewhere_reads_the_own_hour_and_the_same_stage(zone: str, said: str, at: At) -> None:
    page = at(TALK, "2026-11-25T17:00:00Z", zone)

    expect(page.locator(BADGE)).to_have_text("En vivo")
    expect(page.locator(".elsewhere")).to_contain_text("En la hora de su dispositivo")
    expect(page.locator(".elsewhere")).to_contain_text(said)


@pytest.mark.parametrize("zone", ["America/Mexico_City", "America/Monterrey", "America/Costa_Rica"])
def test_a_visitor_whose_clock_agrees_reads_one_hour_only(zone: str, at: At) -> None:
    page = at(TALK, "2026-11-20T17:00:00Z", zone)

    expect(page.locator(".until")).to_have_text("Faltan 5 días")
    expect(page.locator(".elsewhere")).to_be_hidden()


def test_without_javascript_the_links_stand_with_their_windows_in_words(home: str, page: Callable[..., Visit]) -> None:
    seen = page(home + TALK, javascript=False).page

    expect(seen.locator(BADGE)).to_have_text("Inscripción abierta")
    expect(seen.get_by_role("link", name="Inscribirse")).to_be_visible()
    expect(seen.get_by_role("link", name="Entrar a la sesión")).to_be_visible()
    expect(seen.locator(".session")).to_contain_text("El miércoles 25 de noviembre de 2026, de 10:45 a 13:00 h")
    expect(seen.locator(".until")).to_be_hidden()


def test_a_session_without_a_registration_is_live_when_the_archive_was_written(home: str, at: At) -> None:
    expect(at(LIVE, "2026-11-02T18:00:00Z").locator(BADGE)).to_contain_text("En vivo")
    expect(at(LIVE, "2026-11-01T18:00:00Z").locator(BADGE)).to_have_text("Anunciada")


def test_what_is_over_leaves_the_list_of_what_comes(at: At) -> None:
    before, after = at("", "2026-11-02T18:00:00Z"), at("", "2026-11-30T18:00:00Z")

    expect(before.locator(".next .row", has_text="Naranja extraordinaria")).to_be_visible()
    expect(before.locator(".next .badge").first).to_have_text("En vivo")
    expect(after.locator(".next .row", has_text="Naranja extraordinaria")).to_be_hidden()
    expect(after.locator(".next .row", has_text="Naranja de diciembre")).to_be_visible()


def test_a_month_with_nothing_left_leaves_the_calendar(at: At) -> None:
    page = at("calendario/", "2026-12-24T18:00:00Z")

    expect(page.get_by_role("heading", name="Diciembre de 2026")).to_be_hidden()
    expect(page.get_by_role("heading", name="Enero de 2027")).to_be_visible()


def test_the_calendar_is_walked_with_the_keyboard(at: At) -> None:
    page = at("calendario/2026/", "2026-11-02T18:00:00Z")
    page.get_by_role("link", name="2027").focus()
    page.keyboard.press("Tab")

    expect(page.locator(":focus")).to_have_attribute("aria-current", "page")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Calendario 2027")


@pytest.mark.parametrize("moment", ["2026-11-20T18:00:00Z", "2026-11-25T18:00:00Z", "2026-12-25T18:00:00Z"])
def test_no_stage_breaks_a_rule_of_axe(moment: str, at: At) -> None:
    page = at(TALK, moment, "Europe/Madrid", size=PHONE, going=True)
    page.clock.run_for(100)
    page.evaluate(AXE_SCRIPT)
    page.clock.resume()

    assert violations(page) == {}


def test_what_was_called_off_and_what_was_expected_leave_the_lists_of_what_comes_when_their_day_is_past(at: At) -> None:
    called_off = "Naranja que no será"
    before, after = (
        at("calendario/", f"2026-11-{moment}:00Z").locator(".row:visible") for moment in ("13T05:59", "13T06:00")
    )
    expected = at("calendario/", "2027-01-26T06:00:00Z").locator(".row.slot:visible .kicker time")

    expect(before.filter(has_text=called_off)).to_have_count(1)
    expect(after.filter(has_text=called_off)).to_have_count(0)
    expect(after.first).to_have_css("border-top-width", "0px")
    expect(expected.first).to_have_attribute("datetime", "2027-02-25")
    expect(at("", "2026-11-13T06:00:00Z").locator(".next")).not_to_contain_text(called_off, use_inner_text=True)
    expect(at("ciclos/naranja-de-ejemplo/", "2026-11-13T06:00:00Z").get_by_text(called_off)).to_be_visible()
