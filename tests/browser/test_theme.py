"""Colours, paper, narrow screens and the keyboard, on every kind of page, with and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sights import SIGHTS, settled
from visits import DESKTOP, PHONE, Scheme, Size, Visit

NARROW = (320, 640)
"""CSS pixels: a desktop window of 1280 enlarged four times (WCAG 1.4.10)."""
GROUND = "() => getComputedStyle(document.documentElement).backgroundColor"
WHITE, SLATE = "rgb(255, 255, 255)", "rgb(24, 26, 32)"
WATCH = """
new MutationObserver((_, watcher) => {
  if (!document.body) return;
  window.themeAtFirst = document.documentElement.dataset.theme ?? null;
  watcher.disconnect();
}).observe(document, { childList: true, subtree: true });
"""
"""Notes the theme when the body begins: before that nothing can be painted."""
OUTLINE = """() => {
  const it = document.activeElement;
  const style = getComputedStyle(it);
  const box = it.getBoundingClientRect();
  return {
    name: `${it.nodeName} ${it.id} ${it.textContent.trim().slice(0, 40)}`,
    // The browser draws its own rings inside a video's controls.
    outlined: it.nodeName === "VIDEO" || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    end: it === document.body,
  };
}"""

Open = Callable[..., Visit]


def ground(page: Page) -> str:
    """Return the colour behind the page."""
    return str(page.evaluate(GROUND))


def test_the_switch_goes_round_and_what_was_chosen_stays(size: Size, home: str, page: Open) -> None:
    at = page(home + SIGHTS["conference"], size).page
    switch = at.locator("button.theme")
    rounds = []
    for _ in range(3):
        switch.click()
        name = str(switch.get_attribute("aria-label")).partition(".")[0]
        at.goto(home + SIGHTS["document"])
        rounds.append((name, ground(at), at.evaluate("() => localStorage.length")))

    assert rounds == [
        ("Colores: claro", WHITE, 1),
        ("Colores: oscuro", SLATE, 1),
        ("Colores: automático", WHITE, 0),
    ]


def test_the_choice_beats_the_system(home: str, page: Open) -> None:
    at = page(home, DESKTOP, "dark").page
    before = ground(at)
    at.get_by_role("button", name="Colores: automático").click()

    assert (before, ground(at)) == (SLATE, WHITE)


def test_the_chosen_colours_are_there_before_anything_is_painted(home: str, page: Open) -> None:
    at = page(home).page
    at.evaluate("() => localStorage.setItem('acervo-theme', 'dark')")
    at.add_init_script(WATCH)
    at.goto(home + SIGHTS["conference"])

    assert at.evaluate("() => window.themeAtFirst") == "dark"


def test_a_strange_choice_in_the_storage_is_no_choice(home: str, page: Open) -> None:
    seen = page(home)
    seen.page.evaluate("() => localStorage.setItem('acervo-theme', '\"><script>')")
    seen.page.reload()

    assert ground(seen.page) == WHITE
    assert seen.complaints == []


@pytest.mark.parametrize(("scheme", "colour"), [("light", WHITE), ("dark", SLATE)])
def test_without_javascript_the_colours_of_the_system_hold(scheme: Scheme, colour: str, home: str, page: Open) -> None:
    at = page(home + SIGHTS["conference"], DESKTOP, scheme, javascript=False).page

    assert ground(at) == colour
    assert not at.locator("button.theme").is_visible()


@pytest.mark.parametrize("chosen", ["auto", "dark"])
def test_paper_gets_the_record_and_none_of_the_chrome(chosen: str, home: str, page: Open) -> None:
    at = page(home + SIGHTS["conference"], DESKTOP, "dark").page
    at.evaluate("chosen => { document.documentElement.dataset.theme = chosen }", chosen)
    at.emulate_media(media="print")
    chrome = at.locator("header.top nav, header.top form, header.top button, .trail, footer nav, .actions, .skip")
    kept = at.locator("article h1, .recording, .people, .sources")

    assert chrome.count() > 5
    assert [part.is_visible() for part in chrome.all()] == [False] * chrome.count()
    assert [part.is_visible() for part in kept.all()] == [True] * kept.count()
    assert ground(at) == WHITE


@pytest.mark.parametrize("sight", SIGHTS)
def test_a_narrow_screen_never_scrolls_sideways(sight: str, home: str, page: Open) -> None:
    at = settled(page(home + SIGHTS[sight], NARROW)).page
    at.locator("details").evaluate_all("all => all.forEach(it => { it.open = true })")
    widths = at.evaluate("() => [document.documentElement.scrollWidth, document.body.scrollWidth]")

    assert widths == [NARROW[0]] * 2


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_the_first_stop_of_the_keyboard_skips_to_the_content(javascript: bool, home: str, page: Open) -> None:
    at = page(home + SIGHTS["conference"], javascript=javascript).page
    skip = at.get_by_role("link", name="Saltar al contenido")
    at.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    at.keyboard.press("Enter")
    expect(at.locator("main")).to_be_focused()
    at.keyboard.press("Tab")

    assert at.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(
    "sight",
    [
        "home",
        "conference",
        "long document",
        "list of conferences",
        "second page of a series",
        "search with results",
    ],
)
def test_every_stop_of_the_keyboard_is_seen(sight: str, size: Size, home: str, page: Open) -> None:
    at = settled(page(home + SIGHTS[sight], size)).page
    stops = []
    for _ in range(200):
        at.keyboard.press("Tab")
        stop = at.evaluate(OUTLINE)
        if stop["end"]:
            break
        stops.append(stop)

    assert len(stops) > 15
    assert [stop for stop in stops if not (stop["outlined"] and stop["seen"])] == []


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_the_menu_of_a_phone_opens_and_leads_on(javascript: bool, home: str, page: Open) -> None:
    at = page(home + SIGHTS["conference"], PHONE, javascript=javascript).page
    link = at.get_by_role("navigation", name="Menú").get_by_role("link", name="Personas")
    assert not link.is_visible()
    at.locator(".menu summary").focus()
    at.keyboard.press("Enter")
    expect(link).to_be_visible()
    link.focus()
    at.keyboard.press("Enter")

    expect(at.locator("h1")).to_have_text("Personas")
