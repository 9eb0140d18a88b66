"""The search as a visitor uses it, on a phone and on a desktop, with mouse, with keyboard, and without JavaScript."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.sights import PATIENCE, SIGHTS, settled
from visits import PHONE, Size, Visit

SECTIONS = ("conferencias", "ciclos", "documentos", "redes", "instituciones", "personas", "temas")

Open = Callable[..., Visit]


def status(page: Page) -> Locator:
    """Return the line that tells how many results there are."""
    return page.locator("#search-status")


def titles(page: Page) -> list[str]:
    """Return the titles of the results shown."""
    return page.locator("#results h2 a").all_inner_texts()


def all_titles(page: Page) -> list[str]:
    """Show every result and return their titles."""
    while page.locator("#more").is_visible():
        before = page.locator("#results h2").count()
        page.locator("#more").click()
        expect(page.locator("#results h2").nth(before)).to_be_attached(timeout=PATIENCE)
    return titles(page)


def query(page: Page) -> dict[str, list[str]]:
    """Return what the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def choose(page: Page, name: str, value: str) -> None:
    """Choose a value of a filter, opening the filters where they are folded; wait for the results."""
    if not page.locator("#filter-form").is_visible():
        page.locator("#filters summary").click()
    unfold = page.locator(f'#filter-form button.all[name="{name}"]')
    if unfold.count():
        unfold.click()
    page.locator(f'#filter-form input[name="{name}"][value="{value}"]').check()
    answered(page)


def answered(page: Page) -> None:
    """Wait for the results of what was last asked."""
    expect(page.locator("#results")).to_have_attribute("aria-busy", "false", timeout=PATIENCE)


def focused(page: Page, script: str) -> object:
    """Return what a script says of the part that has the focus."""
    return page.evaluate(f"() => {{ const it = document.activeElement; return {script}; }}")


def test_a_word_without_its_accent_finds_the_word_with_it(size: Size, home: str, page: Open) -> None:
    bare = settled(page(home + "buscar/?q=genero", size)).page
    found = all_titles(bare)
    marked = bare.locator("#results mark").all_inner_texts()
    accented = settled(page(home + "buscar/?q=género", size)).page

    assert "Igualdad de género" in found
    assert "género" in [word.lower() for word in marked]
    assert sorted(found) == sorted(all_titles(accented))


def test_typing_searches_and_the_address_follows(size: Size, home: str, page: Open) -> None:
    at = settled(page(home + "buscar/", size)).page
    at.locator("#q").press_sequentially("abrir un archivo", delay=20)
    expect(status(at)).to_contain_text("para «abrir un archivo»", timeout=PATIENCE)

    assert query(at) == {"q": ["abrir un archivo"]}
    assert titles(at)[0] == "Abrir un archivo: cómo se guarda lo que se dijo"


def test_an_address_with_words_opens_with_their_results(size: Size, home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=cuidados", size)).page

    assert at.locator("#q").input_value() == "cuidados"
    assert "Foro de cuidados de Villa Ejemplo" in titles(at)
    assert re.fullmatch(r"\d+ resultados para «cuidados»", status(at).inner_text())


def test_every_result_says_what_kind_it_is(home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=ejemplo")).page
    found = all_titles(at)
    kinds = at.locator("#results > li .kicker > span:first-child").all_inner_texts()

    assert len(kinds) == len(found) > 20
    assert {"Persona", "Institución"} <= set(kinds)
    assert "" not in kinds
    assert f"{len(kinds)} resultados" in status(at).inner_text()


def test_a_result_opens_its_page(size: Size, home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=merienda", size)).page
    first = titles(at)[0]
    at.locator("#results h2 a").first.click()

    expect(at.locator("h1")).to_have_text(first, timeout=PATIENCE)
    at.go_back()
    expect(at.locator("#results h2 a").first).to_have_text(first, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("name", "value", "found", "left_out"),
    [
        ("tipo", "Tema", "Igualdad de género", "Tomar la palabra, participar y decidir"),
        ("anio", "2025", "Tomar la palabra, participar y decidir", "Igualdad de género"),
        ("tema", "Participación política", "Tomar la palabra, participar y decidir", "Perspectiva de género"),
        (
            "persona",
            "Clara De la Cruz Ejemplo",
            "Tomar la palabra, participar y decidir",
            "Igualdad de género",
        ),
        (
            "institucion",
            "Tribunal Autónomo de Muestra",
            "Tomar la palabra, participar y decidir",
            "Igualdad de género",
        ),
    ],
)
def test_a_filter_narrows_and_lives_in_the_address(
    name: str, value: str, found: str, left_out: str, home: str, page: Open
) -> None:
    at = settled(page(home + "buscar/?q=genero")).page
    choose(at, name, value)
    narrowed = titles(at)

    assert query(at) == {"q": ["genero"], name: [value]}
    assert found in narrowed
    assert left_out not in narrowed
    assert titles(settled(page(at.url)).page) == narrowed


def test_filters_together_leave_what_fits_them_all(size: Size, home: str, page: Open) -> None:
    at = settled(page(home + "buscar/", size)).page
    chosen = {
        "tipo": "Conferencia",
        "anio": "2025",
        "tema": "Igualdad de género",
        "persona": "Marcela Álvarez de Muestra",
        "institucion": "Tribunal Autónomo de Muestra",
    }
    for name, value in chosen.items():
        choose(at, name, value)

    assert status(at).inner_text() == "1 resultado"
    assert titles(at) == ["Tomar la palabra, participar y decidir"]
    assert query(at) == {name: [value] for name, value in chosen.items()}


def test_two_values_of_one_filter_widen_it(home: str, page: Open) -> None:
    both = settled(page(home + "buscar/?anio=2023&anio=2025")).page
    counts = [
        int(status(settled(page(f"{home}buscar/?anio={year}")).page).inner_text().split()[0]) for year in (2023, 2025)
    ]

    assert status(both).inner_text() == f"{sum(counts)} resultados"


def test_what_was_chosen_can_be_taken_back(size: Size, home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=genero&tipo=Tema", size)).page
    whole = status(settled(page(home + "buscar/?q=genero", size)).page).inner_text()
    at.get_by_role("button", name="Quitar el filtro Tipo: Tema").click()
    expect(status(at)).to_have_text(whole, timeout=PATIENCE)

    assert query(at) == {"q": ["genero"]}
    assert at.locator("#active-filters button").count() == 0
    at.go_back()
    expect(at.locator("#active-filters button")).to_have_count(1, timeout=PATIENCE)


def test_an_emptied_search_shows_the_way_to_begin(size: Size, home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=genero", size)).page
    at.locator("#q").fill("")
    expect(status(at)).to_have_text("", timeout=PATIENCE)

    assert query(at) == {}
    assert titles(at) == []
    assert at.locator("#search-help").is_visible()


def test_without_results_the_page_says_what_to_try(size: Size, home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=xyzzy", size)).page
    lists = at.locator("#search-help a").evaluate_all("links => links.map(link => link.href)")

    assert status(at).inner_text().startswith("Ningún resultado para «xyzzy». Pruebe con menos palabras")
    assert set(lists) >= {f"{home}{section}/" for section in SECTIONS}
    assert at.locator("#results > li").count() == 0


def test_the_keyboard_alone_finds_filters_and_opens(home: str, page: Open) -> None:
    at = settled(page(home + "buscar/")).page
    at.keyboard.press("/")
    assert focused(at, "it.id") == "q"
    at.keyboard.type("cuidados")
    at.keyboard.press("Enter")
    expect(status(at)).to_contain_text("para «cuidados»", timeout=PATIENCE)
    _tab_to(at, "it.name === 'tipo' && it.value === 'Documento'")
    at.keyboard.press("Space")
    expect(at.locator("#active-filters button")).to_have_count(1, timeout=PATIENCE)
    assert focused(at, "it.value") == "Documento"
    _tab_to(at, "it.matches('#results h2 a')")
    title = str(focused(at, "it.textContent"))
    at.keyboard.press("Enter")

    expect(at.locator("h1")).to_have_text(title, timeout=PATIENCE)


def test_more_results_come_by_the_keyboard_and_keep_the_place(home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=ejemplo")).page
    before = len(titles(at))
    at.locator("#more").focus()
    at.keyboard.press("Enter")
    expect(at.locator("#results h2 a").nth(before)).to_be_focused(timeout=PATIENCE)


@pytest.mark.parametrize(
    "sight", ["home", "conference", "list of topics", "search with filters", "editorial page", "lost page"]
)
def test_every_page_has_one_box_that_leads_to_the_results(sight: str, home: str, page: Open) -> None:
    at = settled(page(home + SIGHTS[sight], PHONE)).page
    box = at.locator('input[type="search"]:visible')
    assert box.count() == 1
    assert box.get_attribute("name") == "q"
    assert box.evaluate("it => [it.form.action.split('?')[0], it.form.method]") == [home + "buscar/", "get"]
    at.keyboard.press("/")
    expect(box).to_be_focused()
    at.keyboard.type("cuidados")
    at.keyboard.press("Enter")

    at.wait_for_url(re.compile(r"/buscar/\?q=cuidados(&|$)"))
    expect(status(at)).to_contain_text("resultados para «cuidados»", timeout=PATIENCE)


def test_without_javascript_the_page_says_so_and_offers_the_lists(size: Size, home: str, page: Open) -> None:
    at = page(home + "buscar/?q=genero", size, javascript=False).page
    offered = [at.locator(f'main a[href$="/{section}/"]').first for section in SECTIONS]

    expect(at.locator("main .warning")).to_contain_text("La búsqueda necesita JavaScript")
    assert [link.is_visible() for link in offered] == [True] * len(SECTIONS)
    assert not at.locator("#search-app").is_visible()
    offered[0].click()
    expect(at.locator("h1")).to_have_text("Conferencias")


def test_an_index_that_does_not_come_is_told(home: str, page: Open) -> None:
    seen = page(home)
    seen.page.context.route("**/pagefind/*", lambda route: route.abort())
    seen.page.goto(home + "buscar/?q=genero")

    expect(status(seen.page)).to_have_text(
        "La búsqueda no está disponible ahora. Puede recorrer las listas del menú.", timeout=PATIENCE
    )


def _tab_to(at: Page, condition: str) -> None:
    for _ in range(80):
        at.keyboard.press("Tab")
        if focused(at, condition):
            return
    pytest.fail(f"80 steps of Tab do not reach {condition}")
