"""What comes next, on the page of another portal: another host, its own texts, the visitor's clock."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

import pages
from tests.projects import ROOT

SCRIPT = (ROOT / "overrides" / "assets" / "javascripts" / "upcoming.js").read_text(encoding="utf-8")
AT = "archivo/"
"""The base path under which the archive is served."""
ITEMS = "[data-acervo-proximas] li"


def event(name: str, start: str, **more: object) -> dict[str, object]:
    return {
        "@type": "Event",
        "url": "https://acervo.example/una/",
        "name": name,
        "startDate": start,
        "eventStatus": "https://schema.org/EventScheduled",
    } | more


EVENTS = [
    event("Dos días", "2026-11-30", endDate="2026-12-01"),
    event("De tarde", "2026-12-23T18:00:00-06:00", endDate="2026-12-23T19:00:00-06:00"),
    event("Sin final", "2026-12-24T10:00:00-06:00"),
    event("Cancelada", "2026-12-25", eventStatus="https://schema.org/EventCancelled"),
    event("<img src=x onerror=window.pwn=1>", "2026-12-26", url="javascript:window.pwn=1"),
]


@contextmanager
def portal(folder: Path, browser: Browser, moment: str, *, events: object = EVENTS, more: str = "") -> Iterator[Page]:
    """Open a page of another portal that shows what comes next, at an instant of the visitor's clock."""
    home, there = folder / "archive", folder / "portal"
    (home / "assets" / "javascripts").mkdir(parents=True)
    (home / "assets" / "javascripts" / "upcoming.js").write_text(SCRIPT, encoding="utf-8")
    (home / "proximas.json").write_text(json.dumps({"dataFeedElement": events}), encoding="utf-8")
    there.mkdir()
    with pages.served(home, f"/{AT}") as archive, pages.served(there, "/portal/") as other:
        (there / "index.html").write_text(
            f"<!doctype html><title>Otro portal</title><p>Texto del portal.</p>"
            f'<div data-acervo-proximas="{archive}proximas.json"{more}>'
            f'<a href="{archive}">Próximas conferencias</a></div>'
            f'<script async referrerpolicy="no-referrer" src="{archive}assets/javascripts/upcoming.js"></script>',
            encoding="utf-8",
        )
        context = browser.new_context(locale="en-US", timezone_id="Asia/Tokyo")
        try:
            page = context.new_page()
            page.clock.set_fixed_time(moment)
            page.goto(other)
            yield page
        finally:
            context.close()


def shown(page: Page) -> list[str]:
    expect(page.locator("[data-acervo-listo]")).to_have_attribute("aria-busy", "false")
    return page.locator(ITEMS).all_inner_texts()


def test_a_page_of_another_host_shows_what_comes_next(tmp_path: Path, browser: Browser) -> None:
    with portal(tmp_path, browser, "2026-11-02T12:00:00-06:00") as page:
        assert shown(page) == [
            "Dos días\nlunes, 30 de noviembre de 2026 a martes, 1 de diciembre de 2026",
            "De tarde\nmiércoles, 23 de diciembre de 2026, de 18:00 a 19:00 h (hora del centro de México)",
            "Sin final\njueves, 24 de diciembre de 2026, 10:00 h (hora del centro de México)",
            "Cancelada\nviernes, 25 de diciembre de 2026 Cancelada.",
            "<img src=x onerror=window.pwn=1>\nsábado, 26 de diciembre de 2026",
        ]
        assert page.get_by_role("link").all_inner_texts() == [
            "Dos días", "De tarde", "Sin final", "Cancelada", "Próximas conferencias",
        ]  # fmt: skip
        assert page.evaluate("window.pwn") is None


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        ("2026-12-01T23:59:59-06:00", ["Dos días", "De tarde", "Sin final", "Cancelada", "<img"]),
        ("2026-12-02T00:00:00-06:00", ["De tarde", "Sin final", "Cancelada", "<img"]),
        ("2026-12-23T18:59:59-06:00", ["De tarde", "Sin final", "Cancelada", "<img"]),
        ("2026-12-23T19:00:00-06:00", ["Sin final", "Cancelada", "<img"]),
        ("2026-12-24T23:59:00-06:00", ["Sin final", "Cancelada", "<img"]),
        ("2026-12-25T00:00:00-06:00", ["Cancelada", "<img"]),
    ],
)
def test_what_has_passed_by_the_visitor_s_clock_is_left_out(
    moment: str, left: list[str], tmp_path: Path, browser: Browser
) -> None:
    with portal(tmp_path, browser, moment) as page:
        assert [text.split("\n")[0].split(" src")[0] for text in shown(page)] == left


def test_when_nothing_is_left_it_says_so_and_keeps_the_link(tmp_path: Path, browser: Browser) -> None:
    with portal(tmp_path, browser, "2027-01-01T00:00:00-06:00") as page:
        assert shown(page) == []
        assert page.locator("[data-acervo-proximas]").inner_text().split("\n") == [
            "Por ahora no hay conferencias anunciadas.", "", "Próximas conferencias",
        ]  # fmt: skip


def test_the_portal_says_how_many(tmp_path: Path, browser: Browser) -> None:
    with portal(tmp_path, browser, "2026-11-02T12:00:00-06:00", more=' data-cuantas="2"') as page:
        assert len(shown(page)) == 2


@pytest.mark.parametrize("events", [None, "texto", [{"name": "rota"}]])
def test_a_broken_answer_leaves_the_link(events: object, tmp_path: Path, browser: Browser) -> None:
    with portal(tmp_path, browser, "2026-11-02T12:00:00-06:00", events=events) as page:
        assert shown(page) == []
        assert page.locator("[data-acervo-proximas]").inner_text() == "Próximas conferencias"


def test_it_sends_and_keeps_nothing(tmp_path: Path, browser: Browser) -> None:
    asked: list[Request] = []
    with portal(tmp_path, browser, "2026-11-02T12:00:00-06:00") as page:
        page.on("request", lambda one: asked.append(one))
        page.reload()
        assert len(shown(page)) == 5
        [data] = [one for one in asked if one.url.endswith("proximas.json")]

        assert (data.method, data.post_data, "?" in data.url) == ("GET", None, False)
        assert [one.url for one in asked for name in ("cookie", "referer") if one.all_headers().get(name)] == []
        assert [one.resource_type for one in asked] == ["document", "script", "fetch"]
        assert page.context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_snippet_of_the_page_of_channels_is_what_works(fiction: Path) -> None:
    page = (fiction / "suscribirse" / "index.html").read_text(encoding="utf-8")
    snippet = unescape(page.partition('<pre class="snippet"><code>')[2].partition("</code>")[0])

    assert snippet.split("\n") == [
        '<div data-acervo-proximas="https://acervo.example/archivo/proximas.json" data-cuantas="5">',
        '<a href="https://acervo.example/archivo/calendario/">Próximas conferencias de Acervo Naranja</a>',
        "</div>",
        '<script async referrerpolicy="no-referrer" src="https://acervo.example/archivo/assets/javascripts/upcoming.js"></script>',
    ]
    assert (fiction / "assets" / "javascripts" / "upcoming.js").read_text(encoding="utf-8") == SCRIPT
    assert json.loads((fiction / "proximas.json").read_bytes())["dataFeedElement"] != []
