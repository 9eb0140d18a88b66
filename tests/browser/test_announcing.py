"""Announcing a conference: the letter as a mail program shows it, and the section for whoever announces it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from acervo.outreach.announcement import Announcement
from acervo.outreach.mail import letter
from tests.browser.test_axe import violations
from tests.outreach.fiction import CANCELLED, CLARA, LONG_TITLE, LUNA, TALK, templates
from visits import DESKTOP, Scheme, Size, Visit

COMING = "conferencias/2026-naranja-de-noviembre/"
WORD = "Supercalifragilísticoespialidoso" * 5
LETTERS = {
    "invitation": TALK,
    "long": replace(TALK, title=LONG_TITLE, guests=(CLARA, LUNA) * 6),
    "one word": replace(TALK, title=WORD, summary=WORD, requirements=WORD),
    "cancelled": CANCELLED,
}
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 80))"""

Open = Callable[..., Visit]


def html(about: Announcement) -> str:
    return templates().get_template("mail.html").render(view=letter(about))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 600, 1280])
@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_fits_every_window_and_breaks_no_rule(name: str, width: int, scheme: Scheme, page: Open) -> None:
    seen = page("about:blank", (width, 800), scheme)
    seen.page.set_content(html(LETTERS[name]))
    seen.page.evaluate(AXE_SCRIPT)
    found = violations(seen.page)
    found.pop("region", None)  # a letter has no landmarks: mail programs put it within theirs
    found.pop("landmark-one-main", None)

    assert found == {}
    assert seen.page.evaluate(TOO_WIDE) == []
    assert (seen.foreign, seen.complaints) == ([], [])
    expect(seen.page.get_by_role("heading", level=1)).to_have_text(LETTERS[name].title)


def test_what_a_letter_asks_for_is_large_enough_to_touch(page: Open) -> None:
    seen = page("about:blank", (360, 740))
    seen.page.set_content(html(TALK))
    box = seen.page.get_by_role("link", name="Inscribirse").bounding_box()

    assert box is not None
    assert box["height"] >= 44


def test_the_texts_can_be_read_without_javascript_and_the_pictures_are_there(size: Size, home: str, page: Open) -> None:
    seen = page(home + COMING, size, javascript=False)
    seen.page.get_by_text("Para difundir", exact=True).click()
    section = seen.page.locator(".organisers")

    expect(section.locator("[data-copy]")).to_have_count(3)
    expect(section.locator("[data-copy=SMS]")).to_contain_text("Mie 25 nov, 11:00 h.")
    for link in section.get_by_role("link").all():
        answer = seen.page.request.get(link.evaluate("one => one.href"))
        assert answer.ok, link.text_content()
    picture = seen.page.locator('meta[property="og:image"]').get_attribute("content")
    assert picture == f"https://acervo.example/archivo/{COMING}tarjeta.png"


def test_a_text_is_copied_whole_with_its_lines(home: str, page: Open) -> None:
    seen = page(home + COMING, DESKTOP)
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.get_by_text("Para difundir", exact=True).click()
    seen.page.get_by_role("button", name="Copiar WhatsApp").click()

    expect(seen.page.locator(".organisers [role=status]")).to_have_text("WhatsApp: Copiado.")
    copied = seen.page.evaluate("() => navigator.clipboard.readText()")
    assert copied == seen.page.locator("[data-copy=WhatsApp]").text_content()
    assert "\n*Cuándo:* miércoles 25 de noviembre de 2026\n" in copied


def test_the_short_address_leads_to_the_page(home: str, page: Open) -> None:
    seen = page(home + COMING, DESKTOP)
    seen.page.get_by_text("Para difundir", exact=True).click()
    seen.page.locator(".organisers a").first.click()
    seen.page.wait_for_url(home + COMING)


def test_a_conference_that_is_past_has_no_such_section(home: str, page: Open) -> None:
    seen = page(f"{home}conferencias/2024-datos-abiertos-con-cuidado/", DESKTOP)

    expect(seen.page.locator(".organisers")).to_have_count(0)
    expect(seen.page.locator('meta[property="og:image"]')).to_have_count(0)
