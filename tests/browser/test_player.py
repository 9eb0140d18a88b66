"""Nothing of YouTube before the reader asks for it; then its player, named and private.

That no kind of page asks another host for anything is in test_console.py.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser import double
from tests.browser.sights import PATIENCE, SIGHTS
from visits import Size, Visit

ADDRESS = SIGHTS["conference"]
TITLE = "Datos abiertos, con cuidado"
VIDEO = "-ejemplo001"
EMBED = f"https://www.youtube-nocookie.com/embed/{VIDEO}"

Open = Callable[..., Visit]

HAS_FOCUS = "it => it === document.activeElement"
"""Whether an element has the focus of its page. `to_be_focused` asks as well whether the window has it, and a headless
Chromium that is slow forgets that when what is inside the frame is refused: measured, with the focus in its place."""


def test_a_click_brings_the_player_named_and_private(size: Size, home: str, page: Open) -> None:
    seen = page(home + ADDRESS, size)
    assert seen.foreign == []
    with seen.page.expect_event("requestfailed"):  # YouTube is asked, and kept away
        seen.page.get_by_role("button", name="Ver en YouTube aquí").click()
    frame = seen.page.locator("iframe")
    expect(frame).to_be_visible()

    assert frame.evaluate(HAS_FOCUS)
    assert frame.evaluate("it => [it.src.split('?')[0], it.title, it.referrerPolicy]") == [
        EMBED,
        f"Video: {TITLE}",
        "strict-origin-when-cross-origin",
    ]
    assert {address.split("?")[0] for address in seen.foreign} == {EMBED}
    assert seen.page.get_by_role("button", name="Ver en YouTube aquí").count() == 0
    box = frame.bounding_box()
    assert box is not None
    assert 250 < box["width"] <= size[0]
    assert abs(box["width"] / box["height"] - 16 / 9) < 0.05


def test_the_keyboard_opens_the_player(home: str, page: Open) -> None:
    seen = page(home + ADDRESS)
    seen.page.get_by_role("button", name="Ver en YouTube aquí").focus()
    seen.page.keyboard.press("Enter")
    frame = seen.page.locator("iframe")
    expect(frame).to_be_visible()

    assert frame.evaluate(HAS_FOCUS)


def test_a_chapter_opens_the_player_there(home: str, page: Open) -> None:
    seen = page(home + ADDRESS)
    chapter = seen.page.get_by_role("link", name=re.compile("Qué publicar"))
    assert chapter.get_attribute("href") == f"https://www.youtube.com/watch?v={VIDEO}&t=1260s"
    chapter.click()

    expect(seen.page.locator("iframe")).to_have_attribute("src", re.compile(r"[?&]start=1260\b"), timeout=PATIENCE)
    assert seen.page.url == home + ADDRESS


def test_an_embed_that_does_not_answer_is_moved_by_its_address(home: str, page: Open) -> None:
    seen = page(home + ADDRESS)
    seen.page.get_by_role("button", name="Ver en YouTube aquí").click()
    seen.page.get_by_role("link", name=re.compile("Qué publicar")).click()

    expect(seen.page.locator("iframe")).to_have_attribute("src", re.compile(r"[?&]start=1260\b"), timeout=PATIENCE)
    assert seen.page.locator("iframe").count() == 1


def test_a_chapter_moves_an_open_player_by_message(home: str, page: Open) -> None:
    seen = page(home + ADDRESS)
    asked = double.answer(seen.page)
    seen.page.get_by_role("button", name="Ver en YouTube aquí").click()
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_visible(timeout=PATIENCE)
    seen.page.get_by_role("link", name=re.compile("Qué publicar")).click()
    expect(seen.page.locator(".now-clock")).to_have_text("21:00 de 1:30:00")

    assert double.heard(seen.page) == [["seekTo", 1260, True], ["playVideo"]]
    assert len(asked) == 1


def test_two_players_do_not_speak_at_once(home: str, page: Open) -> None:
    seen = page(home + ADDRESS)
    double.answer(seen.page)
    seen.page.get_by_role("button", name="Ver en YouTube aquí").click()
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_visible(timeout=PATIENCE)
    seen.page.locator("video").evaluate(
        """it => new Promise(done => {
          it.addEventListener("play", done, { once: true });
          it.play().catch(() => {});
        })"""
    )

    assert double.heard(seen.page) == [["pauseVideo"]]


def test_without_javascript_the_video_is_a_plain_link(size: Size, home: str, page: Open) -> None:
    seen = page(home + ADDRESS, size, javascript=False)
    link = seen.page.get_by_role("link", name=re.compile(f"^Abrir en YouTube ?: {TITLE}$"))

    expect(link).to_be_visible()
    assert link.get_attribute("href") == f"https://www.youtube.com/watch?v={VIDEO}"
    assert link.get_attribute("rel") == "noopener"
    assert seen.page.get_by_role("button", name="Ver en YouTube aquí").count() == 0
    assert seen.foreign == []


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_copy_of_our_own_plays_by_itself_when_asked(javascript: bool, home: str, page: Open) -> None:
    seen = page(home + ADDRESS, javascript=javascript)
    video = seen.page.locator("video")

    assert video.evaluate("it => [it.src, it.controls, it.autoplay, it.preload]") == [
        "https://up.example.org/datos.mp4",
        True,
        False,
        "none",
    ]
    assert seen.page.get_by_role("link", name="Copia de la universidad ficticia").is_visible()
    assert seen.foreign == []


def test_a_video_that_is_gone_offers_no_player(home: str, page: Open) -> None:
    seen = page(home + SIGHTS["conference whose video is gone"])

    assert seen.page.locator("[data-player], iframe").count() == 0
    expect(seen.page.locator(".recording .tombstone")).to_contain_text("Esta ficha se conserva")
