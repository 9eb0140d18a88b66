"""Citing: the page in every format, and a selected passage with its minute; by keyboard, copied, printed."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.test_axe import violations
from visits import Size, Visit

ACT = "conferencias/2025-acto-de-clausura/"
DOCUMENT = "documentos/informe-de-cuidados/"
ADDRESS = f"https://acervo.example/archivo/{ACT}"
APA = (
    "Unidad de Igualdad de Ejemplo. (2025, 4 de diciembre). Acto de clausura del año imaginario [Acto; video]. "
    f"Ciclo Luna de Ejemplo, Patio del Instituto Ficticio de Prueba, México. Acervo Naranja. {ADDRESS}"
)
FIRST = "Buenas tardes. Esta voz es de una máquina"
SELECT = """([first, from, last, to]) => {
  const words = [...document.querySelectorAll(".moment .words")];
  const range = document.createRange();
  range.setStart(words[first].firstChild, from);
  range.setEnd(words[last].firstChild, to);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  return Promise.all(["text/plain", "text/html"].map(async type => (await item.getType(type)).text()));
}"""
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip

Open = Callable[..., Visit]


def today() -> str:
    now = date.today()
    return f"{now.day} de {MONTHS[now.month - 1]} de {now.year}"


def opened(seen: Visit) -> Page:
    """Let the page use the clipboard, and unfold how it is cited."""
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.get_by_text("Citar", exact=True).click()
    return seen.page


def passage(seen: Visit, *place: int) -> Page:
    """Select words of the transcript: paragraph and sign where they begin, and where they end."""
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.evaluate(SELECT, place)
    expect(seen.page.locator(".cite-status")).to_be_attached()  # what cites is loaded when words are selected
    return seen.page


def test_every_format_is_text_without_javascript(size: Size, home: str, page: Open) -> None:
    seen = page(home + ACT, size, javascript=False)
    seen.page.get_by_text("Citar", exact=True).click()
    formats = seen.page.locator(".cite [data-format]")
    names = [one.get_attribute("data-format") for one in formats.all() if one.is_visible()]

    assert names == ["apa", "iso690", "link", "bib", "ris", "json"]
    expect(formats.first).to_have_text(APA)
    expect(seen.page.locator(".consulted")).to_have_text("día, mes y año")
    assert seen.page.locator(".cite button").count() == 0


def test_a_click_copies_a_reference_with_its_italics_and_says_so(home: str, page: Open) -> None:
    seen = page(home + ACT)
    at = opened(seen)
    at.get_by_role("button", name="Copiar APA 7").click()

    expect(at.locator(".cite").get_by_role("status")).to_have_text("APA 7: Copiado.")
    assert at.evaluate(CLIPBOARD) == [
        APA,
        f"<p>{APA.replace('Acto de clausura del año imaginario', '<i>Acto de clausura del año imaginario</i>')}</p>",
    ]
    assert (seen.complaints, seen.foreign) == ([], [])


def test_the_day_of_reading_is_the_reader_s(home: str, page: Open) -> None:
    at = opened(page(home + DOCUMENT))
    at.get_by_role("button", name="Copiar ISO 690").click()
    expect(at.locator(".cite").get_by_role("status")).to_have_text("ISO 690: Copiado.")

    assert f"[consulta: {today()}]. Disponible en: Acervo Naranja, " in at.evaluate(CLIPBOARD)[0]


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_a_reference_is_downloaded_as_its_format_wants_it(ending: str, home: str, page: Open) -> None:
    at = opened(page(home + ACT))
    with at.expect_download() as waiting:
        at.get_by_role("button", name=f"Descargar .{ending}").click()
    shown = at.locator(f'[data-format="{ending}"]').text_content()

    assert shown is not None
    assert waiting.value.suggested_filename == f"2025-acto-de-clausura.{ending}"
    content = Path(waiting.value.path()).read_bytes().decode()
    assert content == (shown.replace("\n", "\r\n") if ending == "ris" else shown)


def test_a_passage_is_quoted_with_its_speaker_its_minute_and_its_address(size: Size, home: str, page: Open) -> None:
    seen = page(home + ACT, size)
    at = passage(seen, 0, 3, 0, len(FIRST) - 3)
    at.get_by_role("button", name="Citar este pasaje").click()
    dialog = at.get_by_role("dialog", name="Citar este pasaje")
    dialog.get_by_role("button", name="Copiar APA 7").click()

    expect(dialog.get_by_role("status")).to_have_text("APA 7: Copiado.")
    assert at.evaluate(CLIPBOARD)[0].split("\n\n") == [
        f"Marcela Álvarez de Muestra: «{FIRST}» (Unidad de Igualdad de Ejemplo, 2025, min 0:00).",
        f"{APA}#t-0",
    ]
    expect(dialog.get_by_text("Min 0:00. Subtítulos revisados por una persona.")).to_be_visible()
    assert (seen.complaints, seen.foreign) == ([], [])


def test_a_passage_of_several_voices_says_who_says_what_and_from_when_to_when(home: str, page: Open) -> None:
    at = passage(page(home + ACT), 1, 8, 2, 19)
    at.get_by_role("button", name="Citar este pasaje").click()
    dialog = at.get_by_role("dialog")
    moments = at.locator(".moment")
    first = moments.nth(1).get_attribute("id")
    clocks = [moments.nth(place).locator(".clock").inner_text() for place in (1, 2)]
    dialog.get_by_role("button", name="Copiar ISO 690").click()
    expect(dialog.get_by_role("status")).to_have_text("ISO 690: Copiado.")

    assert at.evaluate(CLIPBOARD)[0].split("\n\n") == [
        "Tomás del Río Inventado: «queda una pregunta. ¿En qué minuto se habló de la carga de la prueba ficticia?» "
        "Marcela Álvarez de Muestra: «En este mismo minuto»",
        "UNIDAD DE IGUALDAD DE EJEMPLO. Acto de clausura del año imaginario [video en línea]. Acto, Patio del "
        f"Instituto Ficticio de Prueba, México. 4 de diciembre de 2025, min {'–'.join(clocks)} [consulta: {today()}]. "
        f"Ciclo Luna de Ejemplo. Disponible en: Acervo Naranja, {ADDRESS}#{first}",
    ]
    link = dialog.get_by_role("link")
    assert link.get_attribute("href") == f"{ADDRESS}#{first}"


def test_words_of_a_machine_are_never_quoted_without_saying_so(home: str, page: Open) -> None:
    seen = page(home + ACT)
    seen.page.locator(".transcript .state").evaluate("it => it.classList.add('machine')")
    at = passage(seen, 0, 0, 0, 13)
    at.get_by_role("button", name="Citar este pasaje").click()

    expect(at.get_by_role("dialog")).to_contain_text(
        "«Buenas tardes» [transcripción automática, sin revisar] (Unidad de Igualdad de Ejemplo, 2025, min 0:00)."
    )


def test_quotation_marks_within_a_quotation_are_of_the_second_kind(home: str, page: Open) -> None:
    seen = page(home + ACT)
    seen.page.locator(".words").first.evaluate("it => { it.textContent = 'Dijo «sí» y ya.'; }")
    at = passage(seen, 0, 0, 0, 15)
    at.get_by_role("button", name="Citar este pasaje").click()

    expect(at.get_by_role("dialog")).to_contain_text("«Dijo “sí” y ya.»")


def test_the_keyboard_alone_cites_a_passage(home: str, page: Open) -> None:
    seen = page(home + ACT)
    at = passage(seen, 0, 0, 0, 5)
    for _ in range(8):
        at.keyboard.press("Shift+ArrowRight")
    button = at.get_by_role("button", name="Citar este pasaje")
    expect(button).to_be_visible()
    expect(at.locator(".transcript > [role=status]")).to_contain_text("Pasaje seleccionado")
    at.keyboard.press("Tab")
    expect(button).to_be_focused()
    at.keyboard.press("Enter")
    dialog = at.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Citar este pasaje")).to_be_focused()
    expect(dialog).to_contain_text("«Buenas tardes»")
    at.keyboard.press("Tab")
    expect(dialog.get_by_role("button", name="Copiar APA 7")).to_be_focused()
    at.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_have_text("APA 7: Copiado.")
    at.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()


def test_the_button_is_there_only_while_words_of_the_transcript_are_selected(home: str, page: Open) -> None:
    at = passage(page(home + ACT), 0, 0, 1, 5)
    button = at.get_by_role("button", name="Citar este pasaje")
    expect(button).to_be_visible()
    at.evaluate("getSelection().removeAllRanges()")
    expect(button).to_be_hidden()
    at.evaluate(
        """() => new Promise(done => {
          const later = () => setTimeout(done, 400);  // set after the page's own timer, and longer
          document.addEventListener("selectionchange", later, { once: true });
          getSelection().selectAllChildren(document.querySelector("h1"));
        })"""
    )
    expect(button).to_be_hidden()


def test_without_a_clipboard_the_reader_is_told_to_copy_by_hand(home: str, page: Open) -> None:
    seen = page(home + ACT)
    seen.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    seen.page.get_by_text("Citar", exact=True).click()
    seen.page.get_by_role("button", name="Copiar APA 7").click()

    expect(seen.page.locator(".cite").get_by_role("status")).to_have_text(
        "APA 7: El navegador no dejó copiar: seleccione el texto y cópielo."
    )


def test_neither_what_is_unfolded_nor_the_box_breaks_a_rule(size: Size, home: str, page: Open) -> None:
    seen = page(home + ACT, size)
    at = opened(seen)
    expect(at.get_by_role("button", name="Copiar APA 7")).to_be_visible()
    at.evaluate(AXE_SCRIPT)
    found = {"unfolded": violations(at)}
    passage(seen, 0, 0, 1, 5)
    expect(at.get_by_role("button", name="Citar este pasaje")).to_be_visible()
    found["button"] = violations(at)
    at.get_by_role("button", name="Citar este pasaje").click()
    for scheme in ("light", "dark"):
        at.emulate_media(color_scheme=scheme)
        found[scheme] = violations(at)

    assert {state: wrong for state, wrong in found.items() if wrong} == {}
    assert at.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = at.get_by_role("dialog").bounding_box()
    assert box is not None
    assert box["width"] <= size[0]


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_printed_page_says_how_it_is_cited_and_where_it_is(javascript: bool, home: str, page: Open) -> None:
    seen = page(home + ACT, javascript=javascript)
    seen.page.emulate_media(media="print")
    shown = [one for one in seen.page.locator(".cite [data-format]").all() if one.is_visible()]

    assert [re.sub(r"\s+", " ", one.inner_text()) for one in shown] == [APA]
    assert [one for one in seen.page.locator(".cite button, .cite summary").all() if one.is_visible()] == []
