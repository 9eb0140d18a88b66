"""A template as plain values: what it says, in which order, and nothing that only scripts read."""

import json
import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from acervo.records.models.kinds import KINDS
from acervo.site import preview
from acervo.site.stencil import Cutter, Stencil, Untold
from acervo.site.views.parts.facts import WAYS
from tests.site.opening import TEMPLATES

MODULES = Path(__file__).parents[2] / "overrides" / "assets" / "javascripts" / "editor" / "preview"


def cut(known: dict[str, object] | None = None, without: frozenset[str] = frozenset(), **templates: str) -> Stencil:
    found = Environment(loader=DictLoader({f"{name}.html": text for name, text in templates.items()}), autoescape=True)
    return Cutter(found, ("pieces",), known or {}, without).cut("page.html")


def test_elements_hold_texts_values_choices_and_lists_in_their_order() -> None:
    page = (
        '<h{{ level }} id="a-{{ loop.index }}"{% if one %} class="x{% if two %} y{% endif %}"{% endif %}>Hola, '
        '{{ view.name }}</h{{ level }}><br>{% for text, href in list if text %}<a href="{{ href }}" rel="noopener" '
        'data-x="1">{{ text|join(", ") }}</a>{% else %}nada{% endfor %}'
    )

    assert cut(page=page).body == [
        ["<", ["h", ["=", "level"]], [
            ["id", ["a-", ["=", "loop.index"]]],
            ["?", "one", [["class", ["x", ["?", "two", [" y"]]]]]],
        ], ["Hola, ", ["=", "view.name"]]],
        ["<", "br", [], []],
        ["*", ["text", "href"], "list", "text", [
            ["<", "a", [["href", [["=", "href"]]]], [["=", ["join", "text", ["k", ", "]]]]],
        ], ["nada"]],
    ]  # fmt: skip


def test_what_is_hidden_or_asks_for_a_file_is_not_there() -> None:
    page = '<p><img src="x"><button hidden>Oír</button><span hidden>no</span><video src="{{ x }}" controls></video></p>'

    assert cut(page=page).body == [["<", "p", [], [["<", "video", [["controls"]], []]]]]


def test_a_page_is_its_frame_with_its_own_blocks_and_those_above() -> None:
    frame = "<main>{% block one %}uno{% endblock %}{% block two %}dos{% endblock %}</main>"
    page = '{% extends "frame.html" %}{% block two %}antes, {{ super() }}{% endblock %}'

    assert cut(page=page, frame=frame).body == [["<", "main", [], ["unoantes, dos"]]]


def test_a_macro_is_kept_once_and_its_call_has_its_arguments_and_content() -> None:
    pieces = '{% macro part(id, title="Parte") %}<h2>{{ title }}</h2>{{ caller() }}{% endmacro %}'
    page = '{% call pieces.part("a") %}uno{% endcall %}{{ pieces.part("b", view.x) }}'

    assert cut(page=page, pieces=pieces) == Stencil(
        [["call", "pieces.part", [["k", "a"]], ["uno"]], ["call", "pieces.part", [["k", "b"], "view.x"]]],
        {"pieces.part": [["id", "title"], [["k", "Parte"]], [["<", "h2", [], [["=", "title"]]], ["caller"]]]},
    )


def test_what_is_known_is_decided_and_what_is_left_out_is_not_read() -> None:
    pieces = "{% macro secret() %}{{ what|unheard_of }}{% endmacro %}"
    page = "{% if a.first %}uno{% else %}dos{% endif %}{% if a.gone and b %}tres{% endif %}{{ pieces.secret() }}"
    known = {"a.first": True, "a.gone": None}

    assert cut(known, frozenset({"pieces.secret"}), page=page, pieces=pieces).body == ["uno"]


@pytest.mark.parametrize("page", ["{{ x|upper }}", "{{ x // 2 }}", "{{ x is defined }}", "{{ x.y() }}"])
def test_what_has_no_sign_is_refused(page: str) -> None:
    with pytest.raises((Untold, KeyError)):
        cut(page=page)


@pytest.mark.parametrize("page", ["{% if x %}<p>{% endif %}</p>", '<a href="{% if x %}">{% endif %}</a>'])
def test_an_element_that_is_not_closed_where_it_was_opened_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="no cierra donde abre"):
        cut(page=page)


@pytest.mark.parametrize("kind", KINDS)
def test_the_browser_knows_every_sign_and_every_way_of_telling(kind: str) -> None:
    told = json.loads(preview.described(kind, TEMPLATES))
    script = (MODULES / "stencil.js").read_text(encoding="utf-8")
    ways = (MODULES / "facts.js").read_text(encoding="utf-8")
    signs = {match[1] for match in re.finditer(r'\["([^"]{1,6})",', json.dumps([told["body"], told["macros"]]))}
    known = set(re.findall(r'^  "?([^":\s]+)"?: \(', script, re.MULTILINE))

    assert {"&", "|", "!", "k", "join"} <= known
    assert signs & {"&", "|", "!", "?", "==", ">", "~", "()", "of", "some", "in", "{:,}", "+", "-"} <= known
    assert {row[2] for table in told["facts"].values() for row in table} <= set(WAYS)
    assert [way for way in WAYS if f"\n  {way}: (" not in ways] == []


def test_no_words_of_other_records_or_of_scripts_are_in_a_preview() -> None:
    told = {kind: preview.described(kind, TEMPLATES).decode() for kind in KINDS}

    assert [kind for kind, text in told.items() if "pagefind" in text or "data-" in text or '["src"' in text] == []
    assert [kind for kind, text in told.items() if "Qué ver después" in text or "Citar" in text] == []
