"""Hands on the form of the site, in a real browser: what a person presses to propose a talk.

In: a built site and what is known of the talk. Out: what it took, and the text that the form wrote.
Never: fills in a field without its keys.
"""

import time
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

import browser as browsers
from bench.editing import KIND, Talk, Way
from pages import served
from visits import DESKTOP, visit

PATIENCE = 30_000
"""Milliseconds that the form may take to answer."""


class Hands:
    """Clicks and keys, counted."""

    def __init__(self, page: Page) -> None:
        """Begin to count."""
        self.page = page
        self.keys = self.clicks = self.fields = 0

    def click(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()
        self.clicks += 1

    def write(self, label: str, text: str) -> None:
        """Go to a field and type."""
        self.page.get_by_label(label, exact=True).click()
        self.clicks += 1
        self.type(text)

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        self.page.keyboard.type(text)
        self.keys += len(text)
        self.fields += 1

    def choose(self, label: str, words: str) -> None:
        """Go to a field that names a record, type some of its words and take the first that has them."""
        self.page.get_by_role("combobox", name=label, exact=True).click()
        self.clicks += 1
        self.type(words)
        expect(self.page.locator(".found-ids:visible [role=option]").first).to_be_visible(timeout=PATIENCE)
        for key in ("ArrowDown", "Enter"):
            self.page.keyboard.press(key)
            self.keys += 1


def propose(site: Path, talk: Talk) -> Way:
    """Write the talk in the form of a site, as far as the link to GitHub."""
    with served(site) as home, sync_playwright() as player:
        browser = browsers.launch(player.chromium)
        began = time.perf_counter()
        seen = visit(browser, f"{home}editar/?tipo={KIND}", DESKTOP)
        hands = Hands(seen.page)
        hands.clicks += 2  # the link to the page, and the kind of record
        hands.write("Título (necesario)", talk.title)
        hands.choose("Ciclo", talk.series.partition("-")[2])
        hands.write("Fecha", talk.date)
        hands.write("Resumen claro", talk.summary)
        hands.click("Agregar: Temas")
        hands.choose("Temas 1", talk.topic.partition("-")[2])
        hands.write("Título de la fuente (necesario)", talk.source)
        hands.write("Dirección", talk.url)
        hands.click("Revisar y proponer")
        expect(seen.page.locator("#editor-github")).to_be_visible(timeout=PATIENCE)
        waited = time.perf_counter() - began
        text = seen.page.locator("#editor-text").text_content() or ""
        seen.close()
        browser.close()
    return Way("formulario", hands.keys, hands.clicks, hands.fields, waited, text)
