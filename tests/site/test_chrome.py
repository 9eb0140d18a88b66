"""The theme around every page: escaped, whole without JavaScript, and asking nothing of anybody else."""

from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.site.danger import dangers

ROOT = Path(__file__).parent.parent.parent
PAYLOAD = "</title><img src=x onerror=alert(1)>\"'&<script>alert(1)</script>"
CONTENT = {
    "index.md": "# Inicio\n\nBienvenida.\n\n<!-- acervo:inicio -->\n",
    "buscar.md": "Escriba una palabra.\n",
    "suscribirse.md": "# Suscribirse\n\n<!-- acervo:canales -->\n",
    "otra.md": "Texto con [enlace](suscribirse.md) y [ficha](acervo:temas/cuidados).\n\n| a |\n|---|\n| b |\n",
    "guia.md": "| campo | ejemplo |\n|---|---|\n| a | b |\n",
    "acervo-shell.md": "",
}
EXPECTED_META = {"<meta http-equiv>", "<form>"}
"""What our own chrome has of what `dangers` looks for: the policy and the search forms."""


def page(name, text, **meta):
    own = {"acervo-shell.md": {"template": "shell.html"}, "guia.md": {"tables": "reference"}}.get(name, {})
    front = yaml.safe_dump({"title": f"{name} {PAYLOAD}", "description": PAYLOAD} | own | meta)
    return f"---\n{front}---\n{text}"


@pytest.fixture(scope="module")
def chrome(tmp_path_factory):
    """Every page that MkDocs makes of hostile settings and titles, by path."""
    folder = tmp_path_factory.mktemp("chrome")
    (folder / "content").mkdir()
    for name, text in CONTENT.items():
        (folder / "content" / name).write_text(page(name, text), encoding="utf-8")
    settings = {
        "site_name": f"Acervo {PAYLOAD}",
        "site_description": PAYLOAD,
        "site_url": "https://ficticio.example/archivo/",
        "repo_url": "https://forja.example/acervo",
        "docs_dir": "content",
        "theme": {"name": "material", "custom_dir": str(ROOT / "overrides"), "language": "es", "font": False},
        "plugins": [],
        "nav": [{"Inicio": "index.md"}, {f"Otra {PAYLOAD}": "otra.md"}],
        "extra": {"acervo": {"banner": PAYLOAD, "responsible": PAYLOAD, "license": PAYLOAD}},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
    return {
        path.relative_to(folder / "site").as_posix(): path.read_text(encoding="utf-8")
        for path in (folder / "site").rglob("*.html")
    }


def nodes(page, tag):
    return list(html5lib.parse(page, namespaceHTMLElements=False).iter(tag))


def test_no_title_name_or_notice_runs(chrome):
    found = {}
    for path, html in chrome.items():
        scripts = [node for node in nodes(html, "script") if node.text]
        found[path] = [what for what in dangers(html) if what not in EXPECTED_META | {"<script>"}]
        found[path] = [what for what in found[path] if "svg" not in what and "acervo:" not in what]
        assert scripts == [], f"{path} has a script of its own"

    assert {path: what for path, what in found.items() if what} == {}
    assert sorted(chrome) == [
        "404.html",
        "acervo-shell/index.html",
        "buscar/index.html",
        "guia/index.html",
        "index.html",
        "otra/index.html",
        "suscribirse/index.html",
    ]


def test_nothing_is_asked_of_another_host(chrome):
    for html in chrome.values():
        sources = [node.get("src") for tag in ("script", "img", "iframe", "video") for node in nodes(html, tag)]
        sheets = [node.get("href") for node in nodes(html, "link") if node.get("rel") == "stylesheet"]
        assert [address for address in sources + sheets if urlsplit(address).netloc] == []


def test_the_policy_allows_no_inline_script_and_no_frame_but_the_player(chrome):
    policies = {
        node.get("content")
        for html in chrome.values()
        for node in nodes(html, "meta")
        if node.get("http-equiv") == "Content-Security-Policy"
    }
    rules = dict(rule.strip().split(" ", 1) for rule in policies.pop().split(";"))

    assert policies == set()
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert rules["frame-src"] == "https://www.youtube-nocookie.com"
    assert rules["style-src"] == "'self'"


def test_the_shell_has_its_slots_where_records_go(chrome):
    html = chrome["acervo-shell/index.html"]

    assert "<title><!--acervo:title--></title>" in html
    assert html.index("<!--acervo:head-->") < html.index("</head>") < html.index("<main")
    assert html.index("<main") < html.index("<!--acervo:body-->") < html.index("</main>")
    assert "canonical" not in html
    assert html.count("data-section=") == 18
    assert len(html.encode()) < 9_000


def test_the_slots_of_the_editorial_pages_survive(chrome):
    assert "acervo:inicio" in chrome["index.html"]
    assert "acervo:canales" in chrome["suscribirse/index.html"]


def test_the_search_does_not_read_the_tables_of_examples_and_reads_all_others(chrome):
    ignored = {
        path: [table.get("data-pagefind-ignore") for table in nodes(chrome[path], "table")]
        for path in ("guia/index.html", "otra/index.html")
    }

    assert ignored == {"guia/index.html": [""], "otra/index.html": [None]}


def test_the_links_of_the_lost_page_work_at_any_depth(chrome):
    local = [
        address
        for tag, name in (("a", "href"), ("link", "href"), ("script", "src"), ("form", "action"))
        for node in nodes(chrome["404.html"], tag)
        if (address := node.get(name)) and not address.startswith(("#", "https:"))
    ]

    assert local
    assert [address for address in local if not address.startswith("/archivo/")] == []


def test_every_page_has_one_heading_one_main_and_a_way_past_the_menu(chrome):
    for path, html in chrome.items():
        if path == "acervo-shell/index.html":
            continue
        assert (path, len(nodes(html, "h1")), len(nodes(html, "main"))) == (path, 1, 1)
        assert nodes(html, "a")[0].get("href") == "#contenido"


def test_without_javascript_the_search_offers_the_lists(chrome):
    fallback = chrome["buscar/index.html"].partition("<noscript>")[2].partition("</noscript>")[0]

    assert 'href="../conferencias/"' in fallback
    assert "necesita JavaScript" in fallback
