"""The generated pages of the editors' guide say every field and every message, and their examples are true."""

import re
from pathlib import Path

import pytest

from acervo.records.kinds import KINDS
from acervo.records.loading import load_file
from acervo.records.manual import SECTIONS, manual
from acervo.records.samples import DETAILS, EXAMPLES, OF_A_CODE
from acervo.records.schema import schemas
from acervo.records.sentences import SENTENCES
from tests import projects

PAGES = manual()
ALONE = {"top_list", "top_text"}
REST = {"title": "title: Cuidar", "updated": "updated: 2026-11-20", "sources": "sources:\n  - title: Nota"}
WITHOUT = {"no_source": "sources", "missing": "title"}
"""What an example must lack to be told its message."""


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_record_like_the_example_is_told_the_message(code: str) -> None:
    written = {line.partition(":")[0] for line in EXAMPLES[code].splitlines()}
    rest = [] if code in ALONE else [text for name, text in REST.items() if name not in {*written, WITHOUT.get(code)}]
    _, problems = load_file("data/conferences/una-ficha.yml", "\n".join([EXAMPLES[code], *rest, ""]).encode())

    assert code in {problem.code for problem in problems}


def test_every_message_is_there_with_its_name_and_its_cure() -> None:
    blocks = PAGES["mensajes.md"].split("\n### ")[1:]
    told = [re.search(r"^`\[(\w+)\]`, (error|advertencia)\.$", block, re.MULTILINE) for block in blocks]

    assert [match[1] for match in told if match] == list(SENTENCES)
    assert all("\n**Remedio.** " in block for block in blocks)
    assert "{suggestion}" not in PAGES["mensajes.md"]


def test_sections_begin_with_messages_that_exist_in_their_order() -> None:
    places = [list(SENTENCES).index(code) for code in SECTIONS]

    assert places == sorted(places)
    assert places[0] == 0


def test_nothing_is_kept_for_a_message_or_a_detail_that_is_no_more() -> None:
    wanted = {name for sentence in SENTENCES.values() for name in re.findall(r"\{(\w+)\}", "".join(sentence[:2]))}

    assert {*OF_A_CODE, *EXAMPLES} <= SENTENCES.keys()
    assert wanted <= DETAILS.keys()
    assert {name for details in OF_A_CODE.values() for name in details} <= wanted


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_of_a_kind_is_in_its_table(kind) -> None:
    page = PAGES[f"campos-{kind.segment}.md"]
    names = set(re.findall(r'^ +"(\w+)": \{$', schemas()[f"{kind.folder}.json"], re.MULTILINE))
    fields = {name for name in names if name[0].islower()} - {"properties", "items", "additionalProperties"}

    assert set(kind.model.model_fields) <= fields | {"topics"}
    for name in kind.model.model_fields:
        assert f"| `{name}`" in page


def test_a_stale_page_of_the_guide_fails_the_check_and_generate_mends_it(tmp_path: Path) -> None:
    project = projects.copy(tmp_path)
    guide = project / "content" / "participar" / "guia"
    assert "mensajes.md" not in projects.run(project, "check").stdout
    guide.mkdir(parents=True)
    (guide / "mensajes.md").write_text("Viejo", encoding="utf-8")
    before, made, after = (projects.run(project, verb) for verb in ("check", "generate", "check"))

    assert before.returncode == 1
    assert "participar/guia/mensajes.md: error: no corresponde" in before.stdout
    assert "mensajes.md" in made.stdout
    assert "mensajes.md" not in after.stdout
    assert {path.name: path.read_text(encoding="utf-8") for path in guide.iterdir()} == PAGES


def test_the_guide_of_this_archive_is_up_to_date() -> None:
    folder = projects.ROOT / "content" / "participar" / "guia"

    assert {name: (folder / name).read_text(encoding="utf-8") for name in PAGES} == PAGES
