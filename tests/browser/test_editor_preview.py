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
from playwright.sync_api import Page, expect

from acervo.records.kinds import KINDS
from acervo.site import dates, markdown
from tests.browser.test_axe import violations
from visits import DESKTOP, Size, Visit

Open = Callable[..., Visit]
KINDS_TOLD = [kind for kind in KINDS if kind != "evaluations"]
NOON = "T12:00:00-06:00"
HELPERS = (Path(__file__).parent / "extract.js").read_text(encoding="utf-8")
DRAW = """async ([base, kind, records]) => {
  %s
  const at = (name) => import(`${base}assets/javascripts/editor/${name}.js`);
  const [{ Preview }, { read }, { treeOf }] = await Promise.all([at("preview/page"), at("reader"), at("writer")]);
  const load = async (path) => (await fetch(`${base}editar/${path}`)).json();
  const [form, checks] = await Promise.all([load(`formas/${kind}.json`), load("formas/palabras.json")]);
  const told = [];
  for (const { id, text, path } of records) {
    const page = read(text);
    const tree = kind === "topics" ? treeOf(page.entries.find((one) => one.name === id).value) : treeOf(page);
    const place = document.createElement("div");
    const preview = new Preview({ form, checks, settings: { data: "data" }, place, around: { load } });
    preview.show(tree, id);
    await preview.settled();
    const real = new DOMParser().parseFromString(await (await fetch(base + path)).text(), "text/html");
    told.push([said(place, tree), said(real, tree)]);
  }
  return told;
}""" % HELPERS


def sources(fiction: Path, kind: str) -> list[dict[str, str]]:
    """Return the records of a kind that have a page: id, text, path of the page."""
    data = fiction.parent / "data"
    if kind == "topics":
        text = (data / "topics.yml").read_text(encoding="utf-8")
        found = {id_: text for id_ in yaml.safe_load(text)}
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
    seen = page(home)
    seen.page.clock.set_fixed_time(noon(fiction))
    told = seen.page.evaluate(DRAW, [home, kind, records])

    assert records
    assert {one["id"]: preview for one, (preview, _) in zip(records, told, strict=True)} == {
        one["id"]: real for one, (_, real) in zip(records, told, strict=True)
    }
