"""The form that writes records, in a browser: by keyboard, for every kind, and never losing what was written."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from acervo.records.checks.loading import load_file
from acervo.records.models.kinds import KINDS
from acervo.records.writing.canonical import canonical
from acervo.records.writing.forms import form
from tests.browser.sights import REPOSITORY, settled
from tests.browser.test_axe import violations
from visits import DESKTOP, PHONE, Size, Visit

TALK = "2024-datos-abiertos-con-cuidado"
HOSTILE = '"><img src=x onerror="window.pwn=1"> {{7*7}} \'; # : ${x} <script>window.pwn=1</script>'
FILL = """() => { for (const one of document.querySelectorAll('#editor-form .group > .bar > .add')) one.click(); }"""
Open = Callable[..., Visit]


def opened(page: Open, home: str, address: str, size: Size = DESKTOP) -> Page:
    return settled(page(f"{home}editar/{address}", size)).page


def written(page: Page) -> str:
    return page.locator("#editor-text").text_content() or ""


def judged(page: Page) -> dict[str, list[str]]:
    page.emulate_media(color_scheme="light")
    light = violations(page)
    page.emulate_media(color_scheme="dark")
    return {**light, **violations(page)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_breaks_no_rule_empty_with_errors_or_with_everything_added(
    kind: str, size: Size, home: str, page: Open
) -> None:
    seen = opened(page, home, f"?tipo={kind}", size)
    seen.evaluate(AXE_SCRIPT)
    empty = judged(seen)
    seen.locator("#editor-check").click()
    expect(seen.locator("#editor-problems")).to_be_focused()
    wrong = judged(seen)
    seen.evaluate(FILL)
    full = judged(seen)

    assert (empty, wrong, full) == ({}, {}, {})
    assert seen.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "evaluations"])
def test_a_published_record_comes_back_as_the_program_would_write_it(
    kind: str, home: str, page: Open, fiction: Path
) -> None:
    data = fiction.parent / "data"
    paths = [data / "topics.yml"] if kind == "topics" else sorted((data / kind).glob("*.yml"))
    sources = [path.read_text(encoding="utf-8") for path in paths]
    script = """async ([base, kind, sources]) => {
      const at = (name) => import(`${base}assets/javascripts/editor/${name}.js`);
      const [{ part }, { read }, { written, group, entry }] =
        await Promise.all([at("fields"), at("reader"), at("writer")]);
      const form = await (await fetch(`${base}editar/formas/${kind}.json`)).json();
      const around = { form, load: async () => [], left() {}, said() {}, strange() { throw new Error("strange"); } };
      const again = (page) => {
        const sheet = part(form.model, around);
        if (!sheet.fill(page)) throw new Error("strange");
        return sheet.value();
      };
      return sources.map((source) => {
        const page = read(source);
        if (kind !== "topics") return written(again(page), form);
        const topics = page.entries.map((one) => entry(one.name, again(one.value), one.above, one.beside));
        return written(group(true, topics, page.below), form);
      });
    }"""
    seen = page(home)

    assert seen.page.evaluate(script, [home, kind, sources]) == [canonical(source, kind) for source in sources]


def test_a_new_talk_is_written_with_the_keyboard_alone(size: Size, home: str, page: Open) -> None:
    seen = opened(page, home, "?tipo=conferences", size)
    seen.get_by_label("Título (necesario)", exact=True).focus()
    keys = seen.keyboard
    keys.type("Una charla: con dos puntos")
    for text in ("", "", "luna"):
        keys.press("Tab")
        keys.type(text)
    expect(seen.locator(".found-ids [role=option]").first).to_be_visible()
    keys.press("ArrowDown")
    keys.press("Enter")
    keys.press("Tab")
    keys.type("25 de mayo de 2024")
    keys.press("Tab")
    expect(seen.locator(".error:visible")).to_contain_text("¿quiso decir «2024-05-25»?")
    keys.press("Shift+Tab")
    keys.press("Control+A")
    keys.type("2024-05-25")
    keys.press("Tab")
    expect(seen.locator(".error:visible")).to_have_count(0)
    seen.get_by_label("Título de la fuente (necesario)").focus()
    keys.type("Cartel inventado")
    seen.locator("#editor-check").focus()
    keys.press("Enter")
    expect(seen.locator("#editor-send")).to_be_focused()

    text = written(seen)
    today = re.search(r"updated: (.+)", text)
    assert today
    assert text == (
        'title: "Una charla: con dos puntos"\nseries: luna-de-ejemplo\ndate: 2024-05-25\n'
        f"sources:\n  - title: Cartel inventado\nupdated: {today[1]}\n"
    )
    name = "2024-una-charla-con-dos-puntos"
    assert load_file(f"data/conferences/{name}.yml", text.encode()).problems == ()
    address = urlsplit(seen.locator("#editor-github").get_attribute("href") or "")
    assert f"{address.scheme}://{address.netloc}{address.path}".startswith(f"{REPOSITORY}/new/main/")
    assert parse_qs(address.query) == {"filename": [f"{name}.yml"], "value": [text]}
    assert (seen.locator("#editor-mail").get_attribute("href") or "").startswith("mailto:acervo@ejemplo.example?")


def test_a_problem_is_told_beside_its_field_and_at_the_top_with_a_link(size: Size, home: str, page: Open) -> None:
    seen = opened(page, home, "?tipo=conferences", size)
    seen.locator("#editor-check").click()

    summary = seen.locator("#editor-problems")
    expect(summary.get_by_role("listitem")).to_have_text(
        ["Título: Falta este campo.", "Id de la ficha: Falta este campo."]
    )
    summary.get_by_role("link", name="Título").press("Enter")
    title = seen.get_by_label("Título (necesario)", exact=True)
    expect(title).to_be_focused()
    assert title.get_attribute("aria-invalid") == "true"
    described = title.get_attribute("aria-describedby") or ""
    assert "Falta este campo." in [seen.locator(f"#{id_}").text_content() for id_ in described.split()]
    expect(seen.locator("#editor-send")).to_be_hidden()


def test_a_link_opens_a_record_at_its_field_and_says_how_to_change_it(home: str, page: Open) -> None:
    seen = opened(page, home, f"?tipo=conferences&id={TALK}&campo=recording.license")
    expect(seen.locator(":focus")).to_have_value("cc-by-sa")
    seen.locator(":focus").select_option("cc-by")
    seen.locator("#editor-check").click()
    expect(seen.locator("#editor-send")).to_be_focused()

    assert "license: cc-by\n" in written(seen)
    href = seen.locator("#editor-github").get_attribute("href") or ""
    assert href.startswith(f"{REPOSITORY}/edit/main/")
    assert href.endswith(f"/conferences/{TALK}.yml")
    expect(seen.locator("#editor-steps")).to_contain_text("sustituya con él todo el contenido del archivo")


def test_what_the_site_does_not_publish_is_pasted(home: str, page: Open, fiction: Path) -> None:
    private = fiction.parent / "data" / "conferences" / "2026-naranja-de-noviembre.yml"
    seen = opened(page, home, "?tipo=conferences&id=2026-naranja-de-noviembre&campo=requirements")
    expect(seen.locator("#editor-away")).to_be_visible()
    expect(seen.locator("#editor-work")).to_be_hidden()
    seen.locator("#editor-pasted").fill("title: [")
    seen.locator("#editor-paste").click()
    expect(seen.locator("#editor-status")).to_contain_text("No se entiende el renglón 1.")
    seen.locator("#editor-pasted").fill(private.read_text(encoding="utf-8"))
    seen.locator("#editor-paste").click()
    expect(seen.locator("#editor-work")).to_be_visible()

    same = re.compile(r"updated: .*")
    assert same.sub("", written(seen)) == same.sub("", canonical(private.read_text(encoding="utf-8"), "conferences"))


def test_a_draft_survives_a_reload_until_it_is_erased(home: str, page: Open) -> None:
    seen = opened(page, home, "?tipo=speakers")
    seen.get_by_label("Título (necesario)", exact=True).fill("Persona de prueba")
    expect(seen.locator("#editor-kept")).to_have_text("Borrador guardado en este navegador.")
    seen.reload()
    title = seen.get_by_label("Título (necesario)", exact=True)
    expect(title).to_have_value("Persona de prueba")
    expect(seen.locator("#editor-status")).to_contain_text("Aquí está lo que dejó escrito")
    seen.locator("#editor-erase").click()
    expect(seen.locator("#editor-status")).to_have_text("")
    expect(title).to_have_value("")


def test_without_storage_the_form_works_and_says_so(home: str, page: Open) -> None:
    seen = page(home)
    seen.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    seen.page.goto(f"{home}editar/?tipo=speakers")
    seen.page.get_by_label("Título (necesario)", exact=True).fill("Persona de prueba")

    expect(seen.page.locator("#editor-kept")).to_contain_text("no guarda borradores")
    assert "title: Persona de prueba" in written(seen.page)
    assert seen.complaints == []


def test_items_are_added_moved_and_removed(home: str, page: Open) -> None:
    seen = opened(page, home, "?tipo=routes")
    seen.get_by_role("button", name="Agregar: Qué se aprende").press("Enter")
    seen.keyboard.type("Uno")
    seen.get_by_role("button", name="Agregar: Qué se aprende").press("Enter")
    seen.keyboard.type("Dos")
    seen.get_by_role("button", name="Subir: Qué se aprende 2").press("Enter")
    expect(seen.locator("#editor-text")).to_contain_text("goals:\n  - Dos\n  - Uno")
    seen.get_by_role("button", name="Quitar: Qué se aprende 1").press("Enter")
    expect(seen.locator("#editor-text")).to_contain_text("goals:\n  - Uno\n")
    expect(seen.get_by_role("button", name="Quitar: Qué se aprende 1")).to_be_focused()


def test_a_long_text_is_copied_because_no_address_takes_it(home: str, page: Open) -> None:
    seen = opened(page, home, "?tipo=speakers")
    seen.get_by_label("Título (necesario)", exact=True).fill("Persona de prueba")
    seen.get_by_label("Resumen claro").fill("Muy largo. " * 250)
    seen.get_by_label("Título de la fuente (necesario)").fill("Invención")
    fill_required(seen, "speakers")
    seen.locator("#editor-check").click()
    expect(seen.locator("#editor-send")).to_be_focused()

    assert "value=" in (seen.locator("#editor-github").get_attribute("href") or "")
    seen.get_by_label("Resumen claro").fill("Ñandú, ñoño. " * 230)
    expect(seen.locator("#editor-steps")).to_contain_text("primero cópielo")
    assert "value=" not in (seen.locator("#editor-github").get_attribute("href") or "")
    assert len(seen.locator("#editor-mail").get_attribute("href") or "") < 2_000


def fill_required(seen: Page, kind: str) -> None:
    """Fill what a kind requires of its own, with the example of each field."""
    for field in form(KINDS[kind])["parts"][KINDS[kind].model.__name__]:
        if field.get("required") and field["name"] not in ("title", "updated") and not field.get("many"):
            seen.get_by_label(f"{field['label']} (necesario)", exact=True).fill(field["example"])


def test_a_hostile_value_stays_text(home: str, page: Open) -> None:
    seen = page(f"{home}editar/?tipo=conferences")
    title = seen.page.get_by_label("Título (necesario)", exact=True)
    title.fill(HOSTILE)
    title.blur()
    seen.page.locator("#editor-check").click()
    expect(seen.page.locator("#editor-preview h1")).to_have_text(HOSTILE)

    tree = load_file("data/conferences/2024-prueba.yml", written(seen.page).encode())
    assert [problem.code for problem in tree.problems] == ["no_source"]
    assert seen.page.evaluate("window.pwn") is None
    assert (seen.foreign, seen.complaints) == ([], [])


def test_without_javascript_the_page_says_how_and_gives_a_text_of_every_kind(home: str, page: Open) -> None:
    seen = page(f"{home}editar/", PHONE, javascript=False).page
    expect(seen.locator("noscript .warning")).to_be_visible()
    samples = seen.locator("#sin-formulario ~ details")

    assert samples.locator("summary").all_text_contents() == [kind.label for kind in KINDS.values()]
    for kind, text in zip(KINDS, samples.locator("code").filter(has_text="title:").all_text_contents(), strict=True):
        assert canonical(text, kind) == text
        if kind != "evaluations":
            path = "data/topics.yml" if kind == "topics" else f"data/{kind}/una-de-prueba.yml"
            assert [problem.message for problem in load_file(path, text.encode()).problems] == []
