"""The preview of the form says what the page of the record says, and does no harm while it is written."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.base import AXE_SCRIPT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from acervo.archive import addresses
from acervo.records.models.kinds import KINDS
from acervo.records.writing.forms import form
from acervo.site import dates, markdown
from tests.browser.test_axe import violations
from tests.site.filling import fill
from tests.site.opening import html, record, site
from visits import Size, Visit

Open = Callable[..., Visit]
KINDS_TOLD = [kind for kind in KINDS if kind != "evaluations"]
NOON = "T12:00:00-06:00"
HELPERS = (Path(__file__).parent / "extract.js").read_text(encoding="utf-8")
DRAW = """async ([base, kind, records]) => {
  HELPERS
  const at = (name) => import(`${base}assets/javascripts/editor/${name}.js`);
  const [{ Preview }, { read }, { treeOf }] = await Promise.all([at("preview/page"), at("reader"), at("writer")]);
  const fetched = async (path) => (await fetch(`${base}editar/${path}`)).json();
  const [form, checks] = await Promise.all([fetched(`formas/${kind}.json`), fetched("formas/palabras.json")]);
  const written = ({ id, text, tree }) =>
    tree ?? (kind === "topics" ? treeOf(read(text).entries.find((one) => one.name === id).value) : treeOf(read(text)));
  const told = [];
  for (const one of records) {
    const load = async (path) => one.titles?.[path] ?? fetched(path);
    const place = document.createElement("div");
    const preview = new Preview({ form, checks, settings: { data: "data" }, place, around: { load } });
    preview.show(written(one), one.id);
    await preview.settled();
    const html = one.html ?? (await (await fetch(base + one.path)).text());
    told.push([place, new DOMParser().parseFromString(html, "text/html")].map((page) => said(page, written(one))));
  }
  return told;
}""".replace("HELPERS", HELPERS)


def sources(fiction: Path, kind: str) -> list[dict[str, str]]:
    """Return the records of a kind that have a page: id, text, path of the page."""
    data = fiction.parent / "data"
    if kind == "topics":
        text = (data / "topics.yml").read_text(encoding="utf-8")
        found = dict.fromkeys(yaml.safe_load(text), text)
    else:
        found = {path.stem: path.read_text(encoding="utf-8") for path in sorted((data / kind).glob("*.yml"))}
    pages = {id_: f"{KINDS[kind].segment}/{id_}/" for id_ in found}
    return [
        {"id": id_, "text": text, "path": pages[id_]}
        for id_, text in found.items()
        if (page := fiction / pages[id_] / "index.html").is_file() and 'class="record"' in page.read_text("utf-8")
    ]


def noon(fiction: Path) -> str:
    """Return the instant as of which the site is written."""
    data = fiction.parent / "data"
    days = [day for path in data.rglob("*.yml") for day in re.findall(r"updated: (\S+)", path.read_text("utf-8"))]
    return max(days) + NOON


@pytest.mark.parametrize("kind", KINDS_TOLD)
def test_the_preview_of_every_record_says_what_its_page_says(kind: str, home: str, page: Open, fiction: Path) -> None:
    records = sources(fiction, kind)
    seen = page(f"{home}editar/")
    seen.page.clock.set_fixed_time(noon(fiction))
    told = seen.page.evaluate(DRAW, [home, kind, records])

    assert records
    assert {one["id"]: preview for one, (preview, _) in zip(records, told, strict=True)} == {
        one["id"]: real for one, (_, real) in zip(records, told, strict=True)
    }


@pytest.mark.parametrize("kind", KINDS_TOLD)
def test_the_preview_of_a_record_with_every_field_says_what_its_page_says(kind: str, home: str, page: Open) -> None:
    filled = fill(KINDS[kind].model)
    key = (kind, "ficha-llena")
    records = {target: record(target[0], title=f"Ficha {target[1]}") for target in filled.named}
    records[key] = record(kind, **filled.tree)
    opened = site(records)[addresses.record(key)]
    titles: dict[str, list[list[str]]] = {}
    for (named, id_), one in records.items():
        titles.setdefault(f"fichas/{named}.json", []).append([id_, one.title])
    seen = page(f"{home}editar/")
    seen.page.clock.set_fixed_time(opened.as_of)
    given = {"id": key[1], "tree": filled.tree, "html": html(opened), "titles": titles}
    [(preview, real)] = seen.page.evaluate(DRAW, [home, kind, [given]])
    if kind == "topics":  # one file holds them all
        real["file"] = "data/topics.yml"

    assert preview == real


TYPED = [
    "2024",
    "2024-0",
    "2024-13?",
    "2024/",
    "2024-05-25/2024-05-26",
    "/",
    "~",
    "11:",
    "9",
    "0:0",
    "1:02:03",
    "1,2",
    "-1",
    "1e9",
    "javascript:alert(1)",
    "JaVaScRiPt:window.pwn=1//",
    "data:text/html,<script>window.pwn=1</script>",
    "//malo.example/x",
    "https://",
    "https://malo.example/x.mp4",
    "video/mp4",
    "<img src=https://malo.example onerror=window.pwn=1>",
    "<script>window.pwn=1</script>",
    "[x](javascript:window.pwn=1) ![y](https://malo.example/y.png)",
    "<iframe src=//malo.example>",
    "a\u202eb\u2066c",
    "| a | b |\n|---|",
    "- a\n  - b\n1) c",
    "> x\ny\n> z",
    "**a*b_c__",
    "``` \n`",
    "# #\n===",
    "[",
    "](",
    "\\",
    "{{ 7*7 }}",
    "published",
    "true",
    "constructor",
    "__proto__",
]
CAREFUL = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None)


def trees(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return records of a kind as they may be while somebody types: parts missing, values half written or hostile."""
    parts = form(KINDS[kind])["parts"]

    def value(field: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        texts = st.sampled_from(TYPED) | st.sampled_from([choice for choice, _ in field.get("choices", [["", ""]])])
        one = part(field["part"], depth - 1) if "part" in field else texts.filter(bool)
        return st.lists(one, min_size=1, max_size=2) if field.get("many") else one

    def part(name: str, depth: int) -> st.SearchStrategy[Any]:
        known = {field["name"]: value(field, depth) for field in parts[name] if depth or "part" not in field}
        return st.fixed_dictionaries({}, optional=known)

    return part(KINDS[kind].model.__name__, 3)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_half_typed_or_hostile_is_shown_as_text_and_does_nothing(kind: str, home: str, page: Open) -> None:
    seen = page(f"{home}editar/")
    script = """async ([base, kind, trees]) => {
      const at = (name) => import(`${base}assets/javascripts/editor/${name}.js`);
      const { Preview } = await at("preview/page");
      const fetched = async (path) => (await fetch(`${base}editar/${path}`)).json();
      const [form, checks] = await Promise.all([fetched(`formas/${kind}.json`), fetched("formas/palabras.json")]);
      const load = async (path) => (path.startsWith("fichas/") ? [] : fetched(path));
      const place = document.body.appendChild(document.createElement("div"));
      const preview = new Preview({ form, checks, settings: { data: "data" }, place, around: { load } });
      await preview.settled();
      const wrong = [];
      for (const tree of trees) {
        preview.show(tree, "una-ficha");
        const bad = [...place.querySelectorAll("script, iframe, img, object, embed, [src], [style], [onerror]")];
        const led = [...place.querySelectorAll("[href]")].map((one) => one.getAttribute("href"));
        const far = led.filter((href) => !/^(?:https?:|mailto:|\\.\\.\\/|#vista-)/i.test(href));
        const same = [...place.querySelectorAll("a[href]:not([href^='#'])")].filter((one) => one.target !== "_blank");
        if (!place.querySelector("article.record h1") || bad.length || far.length || same.length) {
          wrong.push([place.textContent.slice(0, 80), bad.length, far, same.length]);
        }
      }
      place.remove();
      return wrong;
    }"""

    @CAREFUL
    @given(st.lists(trees(kind), min_size=10, max_size=10))
    def tried(found: list[dict[str, Any]]) -> None:
        assert seen.page.evaluate(script, [home, kind, found]) == []

    tried()
    assert seen.page.evaluate("window.pwn") is None
    assert (seen.foreign, seen.complaints) == ([], [])


PROSE = [
    "Uno *dos* **tres** ***cuatro*** _cinco_ `seis`.",
    "a\nb  \nc\\\nd",
    "# Uno\n\n### Dos\n\ntexto",
    "Uno\n===\n\nDos\n---\n\nx",
    "- a\n- b\n  - c\n  - d\n- e",
    "- a\n\n- b\n\n  otra cosa\n",
    "3. a\n4. b\n\n   - c",
    "> Una *cita*\n> en dos\nrenglones\n\nfin",
    "[a](https://a.example/x?y=1&z=2) <https://b.example/> y https://c.example/d.",
    "Escriba a ana@ejemplo.example, o www.ejemplo.example.",
    "| a | b |\n|:--|--:|\n| *1* | 2 |\n| 3 |",
    "~~no~~ sí",
    "```\ncódigo <b>\n```\n\n    más\n",
    "a\n\n---\n\nb",
    "\\*no\\* &amp; 5 < 6 > 4",
    "**Turno:** de 1 a 2 * 3 * 4",
    "snake_case_word y 2*3*4",
    "«*bien*», (_ya_)",
    "[x](javascript:alert(1))",
    "1) a\n2) b",
    "* a\n+ b",
    "texto\n- lista\n",
    "texto\n2. no es lista",
    "#sin espacio",
    "Fin de #\n",
    "a **b *c* d** e",
    "**a*",
    "[a [b](https://x.example) c",
]


def test_markdown_looks_as_on_the_page(home: str, page: Open) -> None:
    seen = page(f"{home}editar/")
    script = """async ([base, texts, made]) => {
      const { prose } = await import(`${base}assets/javascripts/editor/preview/prose.js`);
      const plain = (root) => {
        const told = [];
        const walk = (node) => {
          if (node.nodeType === Node.TEXT_NODE) told.push(node.data);
          else {
            const href = node.getAttribute("href");
            told.push(`<${node.localName}${href ? ` ${href}` : ""}${node.className ? ` ${node.className}` : ""}>`);
            node.childNodes.forEach(walk);
            told.push("</>");
          }
        };
        root.childNodes.forEach(walk);
        return told.join("").replace(/\\s+/g, " ").replace(/ ?(<[^>]*>) ?/g, "$1");
      };
      return texts.map((text, place) => {
        const mine = document.createElement("div");
        mine.append(...prose(text));
        const theirs = new DOMParser().parseFromString(made[place], "text/html").body;
        return [plain(mine), plain(theirs)];
      });
    }"""
    told = seen.page.evaluate(script, [home, PROSE, [str(markdown.html(text)) for text in PROSE]])

    assert [mine for mine, _ in told] == [theirs for _, theirs in told]


DATES = [
    *("", "2024", "2024-05", "2024-05-25", "2024?", "2024-05~", "2024/2026", "2024-05/2024-06", "2024?/2025"),
    *("2024-05-25/2024-05-26", "2024-05-25/2024-06-01", "2024-12-30/2025-01-02", "2024-05-25/2024-05-25"),
    *("2024-05/2025-06", "2024/2025~"),
]


def test_dates_are_said_as_on_the_page(home: str, page: Open) -> None:
    script = """async ([base, texts]) => {
      const [{ Dates }, words, checks] = await Promise.all([
        import(`${base}assets/javascripts/editor/preview/dates.js`),
        ...["paginas", "formas"].map(async (name) => (await fetch(`${base}editar/${name}/palabras.json`)).json()),
      ]);
      const dates = new Dates(words, checks);
      const spans = (text) => [dates.span(text, ""), dates.span("", text)];
      const ways = (text) => [dates.inWords(text), dates.machine(text), dates.day(text), ...spans(text)];
      return texts.map(ways);
    }"""
    told = page(f"{home}editar/").page.evaluate(script, [home, DATES])

    assert told == [
        [dates.in_words(text), dates.machine(text), dates.day(text), dates.span(text, ""), dates.span("", text)]
        for text in DATES
    ]


def test_the_preview_follows_what_is_typed_and_stands_below_the_form(size: Size, home: str, page: Open) -> None:
    seen = page(f"{home}editar/?tipo=conferences", size)
    region = seen.page.get_by_role("region", name="Vista previa")
    seen.page.get_by_label("Título (necesario)", exact=True).fill("Una charla que empieza")
    seen.page.get_by_label("Fecha", exact=True).fill("2024-05-25")
    expect(region.get_by_role("heading", name="Una charla que empieza")).to_have_attribute("aria-level", "3")
    expect(region.get_by_role("heading", name="Datos", exact=True)).to_have_attribute("aria-level", "4")
    expect(region.locator(".kicker")).to_have_text("Conferencia 25 de mayo de 2024")
    expect(region.locator("dl.facts").first).to_contain_text("Fecha 25 de mayo de 2024")
    expect(region).to_contain_text("Lo que viene de otras fichas o de YouTube se agrega al publicarla.")
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert (seen.foreign, seen.complaints) == ([], [])


@pytest.mark.parametrize(
    "address",
    ["conferences&id=2026-naranja-de-agosto", "documents&id=plan-de-cuidados", "speakers&id=luna-ejemplo-ficticia"],
)
def test_a_preview_breaks_no_rule(address: str, size: Size, home: str, page: Open) -> None:
    seen = page(f"{home}editar/?tipo={address}", size).page
    expect(seen.locator("#editor-preview article.record h1")).to_be_visible()
    seen.wait_for_load_state("networkidle")
    seen.evaluate(AXE_SCRIPT)
    light = violations(seen)
    seen.emulate_media(color_scheme="dark")

    assert (light, violations(seen)) == ({}, {})
    assert seen.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_link_of_the_preview_opens_beside_the_form_and_a_place_within_it_stays(home: str, page: Open) -> None:
    seen = page(f"{home}editar/?tipo=documents&id=plan-de-cuidados").page
    seen.get_by_label("Título (necesario)", exact=True).fill("Lo que llevo escrito")
    place = seen.locator("#editor-preview .contents a").first
    expect(place).to_be_visible()
    place.press("Enter")
    with seen.expect_popup() as opened:
        seen.locator("#editor-preview .record-aside .facts a").first.press("Enter")

    assert "/instituciones/" in opened.value.url
    assert opened.value.evaluate("window.opener") is None
    expect(seen.get_by_label("Título (necesario)", exact=True)).to_have_value("Lo que llevo escrito")
