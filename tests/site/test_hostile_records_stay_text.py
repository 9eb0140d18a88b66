"""Whatever a record or YouTube says, no script of theirs runs in any page."""

import json
import re
from dataclasses import replace

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acervo.archive.snapshot import Caption, Chapter, Snapshot, Status
from acervo.records.models.kinds import KINDS
from acervo.site.structured import item, script
from tests.site.danger import dangers
from tests.site.filling import fill
from tests.site.opening import html, record, site

PAYLOADS = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "--><svg onload=alert(1)>",
    "<!--acervo:head-->",
    "</title><script>alert(1)</script>",
    "</textarea></style></noscript><iframe src=javascript:alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;",
    "&#x3c;script>",
    "]]>",
]
LINES = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
"""The signs that a field of one line takes."""
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def hostile(tree, payload):
    """Put the payload into every free text of a filled record."""
    if isinstance(tree, dict):
        return {name: hostile(value, payload) for name, value in tree.items()}
    if isinstance(tree, list):
        return [hostile(value, payload) for value in tree]
    return tree + payload if re.fullmatch(r"palabra\d{3}", tree) else tree


def snapshot(video, text):
    return Snapshot(
        id=video,
        title=text,
        description=f"{text}\n\nhttps://a.example/{text}",
        channel=text,
        duration=60,
        captions=(Caption(text, "auto"),),
        chapters=(Chapter(0, text), Chapter(30, text)),
        status=Status.OK,
    )


def pages_of(kind, payload):
    filled = fill(KINDS[kind].model)
    records = {one: record(one[0], title=f"Ficha {one[1]}{payload}") for one in filled.named}
    full = record(kind, **hostile(filled.tree, payload))
    records[kind, "ficha-llena"] = full
    video = full.recording.youtube if kind == "conferences" else ""
    return site(records, {video: snapshot(video, payload)} if video else None)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_runs_on_any_page_that_shows_it(kind, payload):
    found = {}
    for path, opened in pages_of(kind, payload).items():
        if opened.page.template != "redirect":
            found[path] = dangers(html(opened))

    assert {path: what for path, what in found.items() if what} == {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_shown_as_the_text_it_is(kind, payload):
    opened = pages_of(kind, payload)
    path = next(path for path, one in opened.items() if one.page.subject == (kind, "ficha-llena"))

    seen = html5lib.parse(html(opened[path]), namespaceHTMLElements=False)

    assert "".join(seen.find(".//h1").itertext()).endswith(payload)


@given(st.sampled_from(sorted(KINDS)), st.text(LINES, max_size=60))
@settings(max_examples=60)
def test_no_text_at_all_runs_on_a_page(kind, text):
    opened = pages_of(kind, text)

    assert [dangers(html(one)) for one in opened.values() if one.page.template == kind] == [[]] * (
        1 + sum(one[0] == kind for one in fill(KINDS[kind].model).named)
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_redirect_and_a_notice_escape_their_titles(payload):
    moved = record("topics", title=f"Tema{payload}", formerly=["tema-de-antes"])
    gone = record("topics", title=f"Tema{payload}", withdrawn={"date": "2025-01-02", "reason": payload})
    pages = site({("topics", "tema-nuevo"): moved, ("topics", "tema-ido"): gone})

    redirect = html(pages["temas/tema-de-antes/"])

    assert [what for what in dangers(redirect) if what != "<meta http-equiv>"] == []
    assert dangers(html(pages["temas/tema-ido/"])) == []


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text()) | st.integers(0, 2**50)))
def test_no_text_breaks_out_of_structured_data(properties):
    text = str(script([properties]))

    assert not set("<>&") & set(text)
    assert json.loads(text) == {"@context": "https://schema.org", "@graph": [properties]}


def test_structured_data_leaves_out_what_is_not_known_but_keeps_zero():
    made = item("Clip", id="https://a.example/", name="", url=None, about=[], hasPart={}, startOffset=0)

    assert made == {"@type": "Clip", "@id": "https://a.example/", "startOffset": 0}


@pytest.mark.parametrize("kind", KINDS)
def test_the_structured_data_of_every_page_is_json_without_empty_values(kind):
    def empty(value):
        if isinstance(value, dict):
            return not value or any(map(empty, value.values()))
        if isinstance(value, list):
            return not value or any(map(empty, value))
        return value in ("", None)

    for opened in pages_of(kind, "").values():
        for text in JSON_LD.findall(html(opened)):
            assert not empty(json.loads(text))


def test_without_a_repository_no_page_offers_to_edit():
    opened = site({("topics", "cuidados"): record("topics", title="Cuidados")})["temas/cuidados/"]
    alone = replace(opened, settings=replace(opened.settings, repository="", edit=""))

    assert "Editar esta ficha" in html(opened)
    assert "Editar esta ficha" not in html(alone)
    assert "Avisar de un error" not in html(alone)
