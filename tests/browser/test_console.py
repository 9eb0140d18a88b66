"""A silent console, no cookie, and no script but our own, whatever the records and YouTube say."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
import yaml
from playwright.sync_api import Page, expect
from pydantic import BaseModel

import pages
from acervo.archive.addresses import section
from acervo.records.models import fields
from acervo.records.models.evaluation import Answer
from acervo.records.models.fields import Choice
from acervo.records.models.kinds import KINDS
from acervo.records.models.route import RouteStep
from tests import projects
from tests.browser import sights
from tests.browser.sights import SIGHTS, settled
from visits import Visit

Open = Callable[..., Visit]

PAYLOAD = (
    " <img src=x onerror=window.pwn=1></title></script><script>window.pwn=1</script>"
    '"\'onmouseover=window.pwn=1 autofocus onfocus=window.pwn=1 x="<svg onload=window.pwn=1>-->&lt;b&gt;{{7*7}}'
)
"""What is added to every line of text."""
MARKDOWN = f"""\


[x](javascript:window.pwn=1) [x][1] [x](vbscript:x) [x](data:text/html,<script>window.pwn=1</script>)
[x](//evil.example) <javascript:window.pwn=1> ![x](x){{onerror=window.pwn=1}} [x](y){{onclick=window.pwn=1}}
<a href=" javascript:window.pwn=1">x</a>

[1]: javascript:window.pwn=1

# título {{onmouseover=window.pwn=1}}

párrafo
{{: onclick="window.pwn=1"}}

<div markdown=1 onclick=window.pwn=1>{PAYLOAD}</div>

<iframe srcdoc="<script>parent.pwn=1</script>"></iframe><style>*{{display:none}}</style><base href="//evil.example/">
<form action="//evil.example"><input name=x></form><object data="x"></object><math><mtext></mtext></math>

``` {{onclick=window.pwn=1}}
{PAYLOAD}
```

[TOC] !!! note --8<-- "mkdocs.yml" {{{{ cycler.__init__.__globals__ }}}} {{% raw %}} :tada: ==x== ++x++

Setext
===

---
"""
MARKUP = "<img src=x onerror=window.pwn=1>"
PROBE = """() => {
  const own = Element.prototype.getAttributeNames;
  const bad = [];
  for (const it of document.querySelectorAll("*")) {
    for (const name of own.call(it)) if (/^on|^srcdoc$|^style$/i.test(name)) bad.push(`${it.nodeName} ${name}`);
    for (const name of ["href", "src", "action", "formaction", "data"]) {
      const value = it.getAttribute(name);
      if (!value) continue;
      const { protocol, hostname } = new URL(value, document.baseURI);
      if (!/^(https?:|mailto:)$/.test(protocol) || hostname === "evil.example") bad.push(`${it.nodeName} ${value}`);
    }
    if (it.nodeName === "IMG" && it.getAttribute("src") === "x") bad.push("IMG x");
    if (/^(IFRAME|OBJECT|EMBED|BASE|STYLE|MATH|FRAME)$/.test(it.nodeName)) bad.push(it.nodeName);
    if (it.nodeName === "SCRIPT" && !it.src && it.type !== "application/ld+json") bad.push(`SCRIPT ${it.text}`);
  }
  return { bad, pwn: window.pwn ?? null, title: document.title, text: document.querySelector("main").innerText };
}"""
"""What could run, load or send beyond what templates write, and whether something ran."""


def test_every_kind_of_record_and_of_list_is_looked_at() -> None:
    seen = set(SIGHTS.values())
    records = {kind: [one for one in seen if one.startswith(section(kind)) and one != section(kind)] for kind in KINDS}

    assert [kind for kind, found in records.items() if not found] == []
    assert {section("conferences"), section("topics"), section("speakers")} < seen


@pytest.mark.parametrize("sight", SIGHTS)
def test_no_page_complains_keeps_anything_or_asks_another_host(sight: str, home: str, page: Open) -> None:
    seen = page(home + SIGHTS[sight])
    settled(seen)
    seen.page.mouse.wheel(0, 20_000)
    seen.page.wait_for_load_state("networkidle")
    kept = seen.page.evaluate("() => [document.cookie, localStorage.length, sessionStorage.length]")
    missing = ["404"] if sight == "lost page" else []

    assert [re.findall(r"\b404\b", text) or text for text in seen.complaints] == [missing] * len(missing)
    assert seen.page.context.cookies() == []
    assert kept == ["", 0, 0]
    assert seen.foreign == []
    assert seen.page.locator("iframe").count() == 0


def test_a_page_that_breaks_the_policy_is_heard(page: Open, served: Callable[..., str], tmp_path: Path) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'
    (tmp_path / "index.html").write_text(
        f"<!doctype html><title>x</title>{policy}<main>{MARKUP}<img src='https://otro.example/x.png'></main>",
        encoding="utf-8",
    )
    seen = page(served(tmp_path))
    seen.page.wait_for_load_state("networkidle")
    found = seen.page.evaluate(PROBE)

    assert any("Content Security Policy" in text for text in seen.complaints)
    assert seen.foreign == ["https://otro.example/x.png"]
    assert found["bad"] == ["IMG onerror", "IMG x"]


def test_a_page_that_runs_the_payload_is_noticed(page: Open, served: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><main>{PAYLOAD}</main>", encoding="utf-8")
    seen = page(served(tmp_path))
    seen.page.wait_for_load_state("networkidle")

    assert seen.page.evaluate(PROBE)["pwn"] == 1


# The same archive with the payload in every text.


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of which every text is an attack."""
    project = projects.copy(tmp_path_factory.mktemp("hostile"))
    for place in (project / "data").rglob("*.yml"):
        tree = yaml.load(place.read_text(encoding="utf-8"), yaml.BaseLoader)
        if place.name == "topics.yml":
            tree = {name: poisoned(one, KINDS["topics"].model) for name, one in tree.items()}
        else:
            tree = poisoned(tree, KINDS[place.parent.name].model)
        text = yaml.dump(tree, Dumper=Plain, allow_unicode=True, default_style='"', width=10_000)
        place.write_text(text, encoding="utf-8")
    for place in (project / "data" / "youtube").glob("*.json"):
        told = json.loads(place.read_text(encoding="utf-8"))
        told |= {name: told[name] + PAYLOAD for name in ("title", "description", "channel") if name in told}
        for chapter in told.get("chapters", []):
            chapter["title"] += PAYLOAD
        place.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    with pages.served(sights.finish(project), "/archivo/") as address:
        yield address


class Plain(yaml.SafeDumper):
    """Writes records as an editor may: without anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


CHOSEN = frozenset({(Answer, "answer"), (Answer, "through")})
"""Texts that must be one of the steps of a scale: no other can be written there."""
WRITTEN = frozenset(
    section["title"]
    for place in (projects.ARCHIVE / "data").rglob("documents/*.yml")
    for section in yaml.load(place.read_text(encoding="utf-8"), yaml.BaseLoader).get("sections", [])
)
"""Titles of sections that people wrote; a route may also name those that are the same in all documents."""


def poisoned(tree: Any, model: type[BaseModel]) -> Any:
    """Return a record's tree with the payload after every free text that its model takes."""
    hints = get_type_hints(model, include_extras=True)
    return {
        name: value
        if (model, name) in CHOSEN or (model is RouteStep and name == "section" and value not in WRITTEN)
        else _poisoned(value, hints[name], model.model_fields[name])
        for name, value in tree.items()
    }


def _poisoned(value: Any, hint: Any, info: Any) -> Any:
    if isinstance(value, list):
        return [_poisoned(one, get_args(hint)[0], info) for one in value]
    if isinstance(value, dict):
        inner = next(one for one in (hint, *get_args(hint)) if isinstance(one, type) and issubclass(one, BaseModel))
        return poisoned(value, inner)
    free = hint in (fields.Line, fields.Paragraph, fields.Markdown) and not isinstance(hint, Choice)
    extra = info.json_schema_extra or {}
    if (
        not free
        or "refers_to" in extra
        or any(hasattr(one, "pattern") for one in info.metadata)
        or get_origin(hint) is tuple
    ):
        return value
    return value + (MARKDOWN if hint == fields.Markdown else PAYLOAD)


def probe(page: Page) -> dict[str, Any]:
    """Return what could run on the page, after touching all of it."""
    page.evaluate(
        """() => { for (const it of document.querySelectorAll("main *"))
             for (const what of ["mouseover", "focus", "mouseenter"]) it.dispatchEvent(new Event(what)); }"""
    )
    found: dict[str, Any] = page.evaluate(PROBE)
    return found


OUR_WORDS = frozenset({"map of the states", "quality"})
"""Sights that show words of ours and counts, and no text of any record; those that they lead to are sights too."""


@pytest.mark.parametrize(
    "sight", [one for one in SIGHTS if one not in ("long document", "editorial page", "lost page")]
)
def test_no_text_of_a_record_runs_anywhere(sight: str, hostile: str, page: Open) -> None:
    seen = settled(page(hostile + SIGHTS[sight]))
    if sight == "form of a record":
        seen.page.get_by_role("combobox", name="Ciclo").press_sequentially("luna")
        expect(seen.page.locator(".found-ids [role=option]").first).to_be_visible()
    found = probe(seen.page)

    assert (found["bad"], found["pwn"]) == ([], None)
    assert seen.complaints == []
    assert seen.foreign == []
    assert (MARKUP in found["text"]) == (sight not in OUR_WORDS)


@pytest.mark.parametrize(
    "words", [MARKUP, "onerror", "</script><script>window.pwn=1</script>", '"><svg onload=window.pwn=1>']
)
def test_no_words_of_a_search_run(words: str, hostile: str, page: Open) -> None:
    seen = page(hostile)
    address = seen.page.evaluate("words => 'buscar/?q=' + encodeURIComponent(words) + '#' + words", words)
    seen.page.goto(hostile + str(address))
    settled(seen)
    linked = probe(seen.page)
    seen.page.goto(hostile + "buscar/")
    settled(seen)
    seen.page.locator("#q").fill(words)
    seen.page.locator("#q").press("Enter")
    expect(seen.page.locator("#search-status")).to_contain_text(f"«{words}»")
    settled(seen)
    typed = probe(seen.page)

    assert (linked["bad"], linked["pwn"], typed["bad"], typed["pwn"]) == ([], None, [], None)
    assert f"«{words}»" in linked["text"]
    assert f"«{words}»" in typed["text"]
    assert seen.complaints == []


def test_a_hostile_filter_is_text_and_finds_what_it_counts(hostile: str, page: Open) -> None:
    seen = settled(page(hostile + "buscar/?q=onerror"))
    label = seen.page.locator('#filter-form label:has(input[name="tema"])').first
    counted = label.locator("span").last.inner_text()
    label.click()
    expect(seen.page.locator("#active-filters button")).to_have_count(1)
    settled(seen)
    found = probe(seen.page)

    assert (found["bad"], found["pwn"]) == ([], None)
    assert seen.complaints == []
    assert MARKUP in label.inner_text()
    assert MARKUP in seen.page.locator("#active-filters").inner_text()
    assert seen.page.locator("#search-status").inner_text().split()[0] == counted
    assert MARKUP in seen.page.locator("#results h2").first.inner_text()


def test_the_player_of_a_hostile_title_is_only_a_player(hostile: str, page: Open) -> None:
    seen = page(hostile + SIGHTS["conference"])
    seen.page.get_by_role("button", name="Ver en YouTube aquí").click()
    frame = seen.page.locator("iframe")

    assert str(frame.get_attribute("src")).startswith("https://www.youtube-nocookie.com/embed/-ejemplo001?")
    assert MARKUP in str(frame.get_attribute("title"))
    assert seen.page.evaluate("() => window.pwn ?? null") is None
