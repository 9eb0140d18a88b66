"""The search as a visitor uses it, on a phone and on a desktop, with mouse, with keyboard, and without JavaScript."""

import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page, Route, expect

import pages
from acervo.archive import captions
from acervo.archive.captions import CaptionState, Cue, Origin
from acervo.outputs.terms import terms
from acervo.publishing import build as building
from acervo.publishing import search
from acervo.publishing.theme import project as project_of
from tests import projects
from tests.browser import sights
from tests.browser.sights import PATIENCE, SIGHTS, settled
from tests.browser.test_axe import violations
from visits import DESKTOP, PHONE, Size, Visit

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
    """Return what the address asks for, as the page has it now: the driver hears of it later."""
    return parse_qs(str(page.evaluate("() => location.search.slice(1)")))


def choose(page: Page, name: str, value: str) -> None:
    """Choose a value of a filter, opening the filters where they are folded; wait for the results."""
    if not page.locator("#filter-form").is_visible():
        page.locator("#filters summary").click()
    expect(page.locator("#filter-form fieldset").first).to_be_visible(timeout=PATIENCE)
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
    assert "Abrir un archivo: cómo se guarda lo que se dijo" in titles(at)[:2]


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
    assert titles(settled(page(at.evaluate("() => location.href"))).page) == narrowed


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
    expect(at.locator("#active-filters button")).to_have_count(0)
    at.go_back()
    expect(at.locator("#active-filters button")).to_have_count(1, timeout=PATIENCE)


def test_folded_filters_cost_nothing_until_they_are_opened(home: str, page: Open) -> None:
    at = page(home, PHONE).page
    asked: list[str] = []
    at.context.on("request", lambda request: asked.append(request.url))
    at.goto(home + "buscar/?q=genero")
    answered(at)
    at.wait_for_load_state("networkidle")
    before = [url for url in asked if url.endswith(".pf_filter")]
    choose(at, "tipo", "Tema")

    assert before == []
    assert [url for url in asked if url.endswith(".pf_filter")] != []
    assert "Igualdad de género" in titles(at)


def test_an_emptied_search_shows_the_way_to_begin(size: Size, home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=genero", size)).page
    at.locator("#q").fill("")
    expect(status(at)).to_have_text("", timeout=PATIENCE)

    assert query(at) == {}
    assert titles(at) == []
    expect(at.locator("#search-help")).to_be_visible()


def test_without_results_the_page_says_what_to_try(size: Size, home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=xyzzy", size)).page
    lists = at.locator("#search-help a").evaluate_all("links => links.map(link => link.href)")

    assert status(at).inner_text().startswith("Ningún resultado para «xyzzy». Pruebe con menos palabras")
    assert set(lists) >= {f"{home}{section}/" for section in SECTIONS}
    assert at.locator("#results > li").count() == 0


def test_the_keyboard_alone_finds_filters_and_opens(home: str, page: Open) -> None:
    at = settled(page(home + "buscar/")).page
    at.keyboard.press("/")
    expect(at.locator("#q")).to_be_focused()
    at.keyboard.type("cuidados")
    at.keyboard.press("Enter")
    expect(status(at)).to_contain_text("para «cuidados»", timeout=PATIENCE)
    answered(at)
    _tab_to(at, "it.name === 'tipo' && it.value === 'Documento'")
    at.keyboard.press("Space")
    expect(at.locator("#active-filters button")).to_have_count(1, timeout=PATIENCE)
    answered(at)
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


def test_more_results_asked_for_twice_at_once_come_once(home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=ejemplo")).page
    at.locator("#more").evaluate("it => { it.click(); it.click(); }")
    expect(at.locator("#results h2 a").nth(10)).to_be_focused()
    expect(at.locator("#more")).to_be_enabled()
    shown = at.locator("#results h2 a").evaluate_all("all => all.map(it => it.href)")

    assert len(shown) == len(set(shown)) == 20


def test_a_filter_taken_back_stays_so_when_another_is_chosen_at_once(home: str, page: Open) -> None:
    at = settled(page(home + "buscar/?q=genero&tipo=Tema")).page
    at.evaluate(
        """() => {
          document.querySelector("#active-filters button").click();
          document.querySelector('#filter-form input[name="tipo"][value="Conferencia"]').click();
        }"""
    )
    answered(at)

    assert query(at) == {"q": ["genero"], "tipo": ["Conferencia"]}
    expect(at.locator("#active-filters button")).to_have_count(1)


@pytest.mark.parametrize(
    "sight", ["home", "conference", "list of topics", "search with filters", "editorial page", "lost page"]
)
def test_every_page_has_one_box_that_leads_to_the_results(sight: str, home: str, page: Open) -> None:
    at = settled(page(home + SIGHTS[sight], PHONE)).page
    box = at.locator('input[type="search"]:visible')
    expect(box).to_have_count(1)
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
    seen.page.context.route("**/pagefind/**", lambda route: route.abort())
    seen.page.goto(home + "buscar/?q=genero")

    told = "La búsqueda no está disponible ahora. Puede recorrer las listas del menú."
    expect(status(seen.page)).to_have_text(told, timeout=PATIENCE)
    seen.page.locator("#q").fill("cuidados")
    seen.page.locator("#q").press("Enter")
    expect(status(seen.page)).to_have_text(told)


def test_what_is_asked_before_the_index_has_come_waits_for_it(home: str, page: Open) -> None:
    seen = page(home)
    held: list[Route] = []
    place = "**/pagefind/*/pagefind.js"
    seen.page.context.route(place, lambda route: held.append(route))
    seen.page.goto(home + "buscar/")
    seen.page.locator("#q").fill("cuidados")
    seen.page.locator("#q").press("Enter")
    expect(status(seen.page)).to_have_text("Buscando…")
    seen.page.context.unroute(place)  # the page asks for it beforehand, and a worker when it comes to it
    for route in held:
        route.continue_()

    expect(status(seen.page)).to_contain_text("resultados para «cuidados»")
    assert seen.complaints == []


def test_a_browser_without_workers_of_modules_searches_as_well(home: str, page: Open) -> None:
    at = page(home).page
    at.context.route("**/shard-worker.js", lambda route: route.abort())
    at.goto(home + "buscar/?q=genero")
    answered(at)

    assert "Igualdad de género" in titles(at)


# --- Shards: the index of many records in parts, asked at once


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the fictional archive with its index in several shards."""
    project = sights.lay_out(tmp_path_factory.mktemp("divided"))
    sights.finish(project)
    building.forget(project_of(project / "mkdocs.yml"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "LEAST", 3)
        patch.setenv("ACERVO_SITE_URL", sights.URL)
        patch.setenv("ACERVO_REPO_URL", sights.REPOSITORY)
        building.build(project_of(project / "mkdocs.yml"))
    assert len(json.loads((project / "site" / search.SHARDS).read_bytes())) > 2
    with pages.served(project / "site", urlsplit(sights.URL).path) as address:
        yield address


def counts(page: Page) -> dict[str, str]:
    """Return how many records the filters offer for each value."""
    offered = page.locator("#filter-form label")
    return dict(text.rsplit("\n", 1) for text in offered.all_inner_texts())


def answer(page: Page, home: str, asked: str) -> tuple[str, list[str], dict[str, str]]:
    """Return what a search says, all its titles, and the counts of its filters."""
    page.goto(f"{home}buscar/?{asked}")
    answered(page)
    expect(page.locator("#filter-form fieldset").first).to_be_visible(timeout=PATIENCE)
    return status(page).inner_text(), all_titles(page), counts(page)


def dates(page: Page) -> list[str]:
    """Return the kind and date of the results whose date is certain: only they have a place in the order of dates."""
    told = page.locator("#results .kicker").all_inner_texts()
    return [text for text in told if re.search(r"\d", text) and "(" not in text]


@pytest.mark.parametrize("old", [False, True], ids=["workers", "no-workers"])
def test_shards_answer_as_one_index_would(old: bool, home: str, divided: str, page: Open) -> None:
    whole, parts = page(home, DESKTOP).page, page(divided, DESKTOP).page
    if old:
        parts.context.route("**/shard-worker.js", lambda route: route.abort())
    for asked in (
        "q=genero",
        "q=lenguaje incluyente",  # of which some shards have only a word
        'q="antes de grabar, no después"',
        "tipo=Foro&tipo=Conferencia",
        "q=datos&anio=2024",
        "q=unicornio",
    ):
        for order in ("", "&orden=fecha"):
            told, found, offered = answer(parts, divided, asked + order)
            expected = answer(whole, home, asked + order)

            assert (told, sorted(found), offered) == (expected[0], sorted(expected[1]), expected[2])
            assert not order or dates(parts) == dates(whole)


def test_shards_share_one_program(divided: str, page: Open) -> None:
    seen = page(divided, DESKTOP)
    asked: list[str] = []
    seen.page.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    seen.page.goto(f"{divided}buscar/?q=genero")
    answered(seen.page)

    compiled = {path for path in asked if path.endswith("wasm.es.pagefind")}
    assert len(compiled) == 1
    assert len([path for path in asked if path.endswith(".pf_meta")]) > 2


# --- Moments: what was said in the recordings

HOSTILE = '<img src=x onerror="document.title=1"> & "comillas" </script>'
TALKS = {
    "2031-niñez": ("prueba00001", Origin.AUTOMATIC, "2031-05-04", [
        "Buenas tardes, aquí se habla de la niñez sin acentos",
        f"y de un símbolo raro: {HOSTILE}.",
        *["Palabras de relleno que no dicen nada."] * 20,
        "La peso de la prueba",
        "ficticia es un ejemplo de frase exacta.",
        *["Más relleno que tampoco dice nada."] * 12,
        "La prueba de que el peso cuenta no es la frase.",
    ]),
    "2032-pruebas": ("prueba00002", Origin.MANUAL, "2032-06-07", [
        "Quien da peso a la prueba con la mano no dice la frase, y habla de la luciérnaga.",
        *["Relleno de la segunda charla."] * 40,
        "Al final se dice luciérnaga otra vez, y también niñez.",
    ]),
}  # fmt: skip
"""Fictional talks: video, origin of the captions, date, and what is said, a cue of two seconds each."""
_RECORD = """\
title: Charla inventada de {year} para buscar en lo dicho
kind: talk
date: {date}
place: {{name: Villa Ejemplo, state: {state}}}
summary: Inventada.
recording:
  state: published
  youtube: {video}
  captions_permission: granted
sources:
  - title: Invención
updated: 2026-10-30
"""


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a fictional archive with more that was said."""
    project = projects.copy(tmp_path_factory.mktemp("spoken"))
    for name, (video, origin, date, rows) in TALKS.items():
        id_ = f"{date[:4]}-charla"
        state = {"2031": "ROO", "2032": "YUC"}[date[:4]]
        record = _RECORD.format(year=date[:4], date=date, video=video, state=state)
        (project / "data" / "conferences" / f"{id_}.yml").write_text(record, encoding="utf-8")
        cues = [Cue(place * 2_000, place * 2_000 + 1_900, row) for place, row in enumerate(rows)]
        track = captions.original(video, "es", origin, cues, CaptionState.AUTOMATIC)
        place = project / "data" / "youtube" / "captions" / captions.file_name(video, "es")
        place.write_text(captions.dumps(track), encoding="utf-8")
        assert name.startswith(date[:4])
    with pages.served(sights.finish(project), urlsplit(sights.URL).path) as address:
        yield address


def said(page: Page) -> list[str]:
    """Wait for the moments of what was last asked; return the titles of their talks."""
    answered(page)
    expect(page.locator("#moment-list")).to_have_attribute("aria-busy", "false", timeout=PATIENCE)
    return page.locator("#moment-list h3 a").all_inner_texts()


def moments(page: Page) -> list[tuple[str, list[str], str]]:
    """Return the moments shown: second in the address, words marked, and what is shown."""
    found = page.locator("#moment-list .moments a")
    return [
        (
            urlsplit(link.get_attribute("href") or "").fragment,
            link.locator("mark").all_inner_texts(),
            link.inner_text(),
        )
        for link in found.all()
    ]


def first(year: int) -> str:
    """Return the title of a fictional talk."""
    return f"Charla inventada de {year} para buscar en lo dicho"


def ask(open_page: Open, spoken: str, query: str, size: Size = PHONE) -> Page:
    at: Page = settled(open_page(f"{spoken}buscar/?{query}", size)).page
    said(at)
    return at


def test_a_word_that_was_said_leads_to_its_second(size: Size, spoken: str, page: Open) -> None:
    at = ask(page, spoken, "q=luciernaga", size)

    assert said(at) == [first(2032)]
    assert [(where, marked) for where, marked, _ in moments(at)] == [
        ("t-0", ["luciérnaga"]),
        ("t-46", ["luciérnaga"]),
    ]
    assert status(at).inner_text() == "Ninguna ficha dice «luciernaga»; sí se dijo en las grabaciones."
    at.locator("#moment-list .moments a").last.click()
    expect(at.locator("h1")).to_have_text(first(2032), timeout=PATIENCE)
    expect(at).to_have_url(f"{spoken}conferencias/2032-charla/?q=luciernaga#t-46")


def test_an_eñe_is_found_with_and_without_its_tilde(spoken: str, page: Open) -> None:
    found = [(said(at), [marked for _, marked, _ in moments(at)]) for at in (
        ask(page, spoken, "q=niñez"), ask(page, spoken, "q=NINEZ"))]  # fmt: skip

    assert found[0] == found[1]
    assert sorted(found[0][0]) == [first(2031), first(2032)]
    assert found[0][1] == [["niñez"], ["niñez"]]


def test_what_a_machine_heard_is_labelled(spoken: str, page: Open) -> None:
    at = ask(page, spoken, "q=niñez")
    badges = {
        row.locator("h3").inner_text(): row.locator(".badge").all_inner_texts()
        for row in at.locator("#moment-list > li").all()
    }

    assert badges == {first(2031): ["texto automático"], first(2032): []}


def test_an_exact_phrase_is_found_only_where_it_was_said(spoken: str, page: Open) -> None:
    loose = ask(page, spoken, "q=peso prueba")
    exact = ask(page, spoken, 'q="peso de la prueba"')

    assert sorted(said(loose)) == [first(2031), first(2032)]
    assert said(exact) == [first(2031)]
    assert [(where, marked) for where, marked, _ in moments(exact)] == [("t-0", ["peso de la prueba"])]


def test_a_phrase_that_goes_on_in_the_next_paragraph_is_found_where_it_begins(spoken: str, page: Open) -> None:
    at = ask(page, spoken, 'q="peso de la prueba ficticia"')

    assert [(where, marked) for where, marked, _ in moments(at)] == [("t-0", ["peso de la prueba ficticia"])]


def test_nothing_that_was_said_becomes_a_part_of_the_page(spoken: str, page: Open) -> None:
    seen = settled(page(f"{spoken}buscar/?q=simbolo"))
    assert said(seen.page) == [first(2031)]

    assert HOSTILE in moments(seen.page)[0][2]
    assert seen.page.locator("#moment-list img, #moment-list script").count() == 0
    assert seen.foreign == []
    assert seen.complaints == []


def test_a_filter_narrows_what_was_said(spoken: str, page: Open) -> None:
    at = ask(page, spoken, "q=niñez&anio=2032")

    assert said(at) == [first(2032)]
    assert said(ask(page, spoken, "q=niñez&tipo=Tema")) == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("estado", "Yucatán", [first(2032)]),
        ("tiene", "Transcripción", [first(2031), first(2032)]),
        ("tiene", "Subtítulos hechos o revisados por personas", [first(2032)]),
    ],
)
def test_what_a_recording_has_is_a_filter(name: str, value: str, expected: list[str], spoken: str, page: Open) -> None:
    at = ask(page, spoken, "q=niñez")
    at.goto(f"{spoken}buscar/?q=inventada")
    answered(at)
    choose(at, name, value)

    assert set(expected) <= set(all_titles(at))
    assert sorted(said(ask(page, spoken, f"q=niñez&{name}={value}"))) == expected


def test_newest_first_orders_records_and_moments_and_lives_in_the_address(spoken: str, page: Open) -> None:
    at = ask(page, spoken, "q=niñez")
    at.locator("#order").select_option("fecha")
    expect(at).to_have_url(re.compile("orden=fecha"))
    answered(at)
    assert said(at) == [first(2032), first(2031)]

    at.goto(f"{spoken}buscar/?tipo=Conferencia&orden=fecha")
    answered(at)
    years = [re.findall(r"\d{4}", text) for text in at.locator("#results > li .kicker").all_inner_texts()]
    assert at.locator("#order").input_value() == "fecha"
    assert years[0] == ["2032"]
    assert years == sorted(years, reverse=True)


def test_a_slip_of_the_pen_is_met_with_the_word_that_was_said(spoken: str, page: Open) -> None:
    at = ask(page, spoken, "q=lusiernaga")
    offer = at.get_by_role("link", name="¿Quiso decir «luciernaga»?")
    expect(offer).to_be_visible(timeout=PATIENCE)
    offer.click()

    at.wait_for_url(re.compile("q=luciernaga"))
    assert said(settled(Visit(at)).page) == [first(2032)]


def test_an_empty_answer_with_filters_offers_to_drop_them(spoken: str, page: Open) -> None:
    at = ask(page, spoken, "q=luciernaga&tipo=Tema")
    at.get_by_role("link", name="Buscar sin filtros").click()

    at.wait_for_url(re.compile(r"\?q=luciernaga$"))
    assert said(settled(Visit(at)).page) == [first(2032)]


def test_moments_break_no_rule_of_accessibility(size: Size, spoken: str, page: Open) -> None:
    at = ask(page, spoken, "q=niñez", size)
    at.evaluate(AXE_SCRIPT)
    light = violations(at)
    at.emulate_media(color_scheme="dark")

    assert (light, violations(at)) == ({}, {})


def test_a_word_half_typed_finds_what_begins_with_it(spoken: str, page: Open) -> None:
    at = ask(page, spoken, "q=lucier")

    assert said(at) == [first(2032)]
    assert "empiezan con «lucier»" in at.locator("#moments-status").inner_text()


def test_a_server_without_ranges_serves_as_well(spoken: str, page: Open) -> None:
    at = page(spoken)
    at.page.context.route(
        "**/textos/*", lambda route: route.continue_(headers={**route.request.headers, "range": "no"})
    )
    at.page.goto(f"{spoken}buscar/?q=luciernaga")

    assert said(at.page) == [first(2032)]
    assert [where for where, _, _ in moments(at.page)] == ["t-0", "t-46"]


def test_moments_that_do_not_come_leave_the_records(spoken: str, page: Open) -> None:
    at = page(spoken).page
    at.context.route("**/momentos/**", lambda route: route.abort())
    at.goto(f"{spoken}buscar/?q=genero")
    expect(at.locator("#moments-status")).to_have_text(
        "Lo que se dijo en las grabaciones no se puede buscar ahora.", timeout=PATIENCE
    )

    assert "Igualdad de género" in titles(at)


def test_the_page_and_the_index_fold_words_alike(home: str, page: Open) -> None:
    texts = [
        "Género GÉNERO ge\u0301nero", "pingüino ñandú Ñ", "COVID-19 sub_rayado 4.º 1ª", "ﬁn ½ Ⅷ ™ ß İstanbul ΟΔΟΣ",
        "𐐀𐐨 𝒜 日本語 हिन्दी שלום مرحبا", "a" * 100 + " " + "𐐀" * 100, "", HOSTILE, "ga\u00adrra uno\u200bdos",
    ]  # fmt: skip
    at = page(home).page
    told = at.evaluate(
        """async ([place, texts]) => {
          const query = await import(place);
          return texts.map((text) => [query.terms(text), query.places(text, query.parse(text)).length]);
        }""",
        [home + "assets/javascripts/query.js", texts],
    )

    assert [found for found, _ in told] == [terms(text) for text in texts]
    assert [bool(count) for _, count in told] == [bool(terms(text)) for text in texts], json.dumps(told)


def test_a_phrase_of_records_is_asked_for_only_when_a_record_says_its_telling_words(home: str, page: Open) -> None:
    at = page(home).page
    asked = at.evaluate(
        """async ([place, all]) => {
          const { forRecords } = await import(place);
          return all.map((one) => forRecords(one));
        }""",
        [
            home + "assets/javascripts/query.js",
            ["violencia de género", "de la", "«carga de la prueba»", '"de la"', 'igualdad "de género"', "", "+ y"],
        ],
    )

    assert asked == [
        {"words": "violencia género", "rough": ""},
        {"words": "de la", "rough": ""},
        {"words": '"carga de la prueba"', "rough": "carga prueba"},
        {"words": '"de la"', "rough": ""},
        {"words": 'igualdad género"', "rough": ""},
        {"words": "", "rough": ""},
        {"words": "+ y", "rough": ""},
    ]


def test_a_phrase_that_no_record_says_is_told_so_and_one_that_some_say_finds_them(home: str, page: Open) -> None:
    at = page(f'{home}buscar/?q="antes de grabar, no después"').page
    answered(at)
    assert titles(at) == ["Accesible desde el principio"]

    at.goto(f'{home}buscar/?q="grabar antes de"')
    answered(at)
    assert titles(at) == []
    expect(status(at)).to_contain_text("Ningún resultado")


def test_the_names_of_the_facts_of_a_page_are_no_words_of_it(home: str, page: Open) -> None:
    at = page(f"{home}buscar/?q=modalidad").page
    answered(at)

    assert titles(at) == ["Mesa sobre masculinidades y otras lunas"]  # which says that it is unknown


def _tab_to(at: Page, condition: str) -> None:
    for _ in range(80):
        at.keyboard.press("Tab")
        if focused(at, condition):
            return
    pytest.fail(f"80 steps of Tab do not reach {condition}")
