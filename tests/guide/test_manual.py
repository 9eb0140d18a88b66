"""The generated pages of the editors' guide say every field and every message, and are kept up to date."""

import re
from pathlib import Path

import pytest
import yaml

from acervo.guide.example import Unshown
from acervo.guide.examples import EXAMPLES
from acervo.guide.manual import manual
from acervo.guide.messages import SECTIONS
from acervo.guide.page import link
from acervo.records.checks.sentences import SENTENCES
from acervo.records.models.kinds import KINDS
from acervo.records.writing.schema import schemas
from tests import projects

PAGES = manual()
SECTION_PAGES = {f"mensajes-{section.name}.md": section for section in SECTIONS}
BLOCKS = [block for name in SECTION_PAGES for block in PAGES[name].split("\n## ")[1:]]
SHOWN = "\n".join(BLOCKS)


def test_every_message_is_there_with_its_name_and_its_cure() -> None:
    told = [re.match(r'<span id="(\w+)"></span>.+\n\n`\[\1\]`, (error|advertencia)\.\n', block) for block in BLOCKS]

    assert [match[1] for match in told if match] == list(SENTENCES)
    assert all("\n**Remedio.** " in block for block in BLOCKS)
    assert "{suggestion}" not in SHOWN


def test_the_index_leads_to_every_message_on_the_page_of_its_section() -> None:
    listed = re.findall(r"^- `\[(\w+)\]` \[.+\]\((mensajes-[a-z]+\.md)#(\w+)\)$", PAGES["mensajes.md"], re.MULTILINE)

    assert [code for code, _, _ in listed] == list(SENTENCES)
    assert all(code == anchor and f'\n## <span id="{code}"></span>' in PAGES[file] for code, file, anchor in listed)
    assert re.findall(r"^## (.+)$", PAGES["mensajes.md"], re.MULTILINE) == [section.title for section in SECTIONS]


@pytest.mark.parametrize(("code", "block"), list(zip(SENTENCES, BLOCKS, strict=True)), ids=SENTENCES)
def test_every_message_is_shown_with_something_wrong_and_the_same_put_right(code: str, block: str) -> None:
    example = EXAMPLES[code]
    before, _, after = block.partition("\n**Remedio.** ")

    if isinstance(example, Unshown):
        assert f"\n**Ejemplo.** {example.why}\n" in before
    else:
        assert re.search(r"^Por ejemplo(, en `[^`]+`:\n\n    .|:\n\n    .|: \w)", before, re.MULTILINE)
        assert re.search(r"^Así(, en `[^`]+`:\n\n    .|:\n\n    .|: \w)", after, re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_begins_with_what_mkdocs_reads_of_it(name: str) -> None:
    _, front, rest = PAGES[name].split("---\n", 2)
    told = yaml.safe_load(front)

    assert told.keys() == {"title", "description", "tables"}
    assert rest.startswith(f"\n# {told['title']}\n")


def test_sections_begin_with_messages_that_exist_in_their_order() -> None:
    places = [list(SENTENCES).index(section.first) for section in SECTIONS]

    assert places == sorted(places)
    assert places[0] == 0


def test_brackets_in_a_message_do_not_break_its_link() -> None:
    assert link("Aquí no puede ir «]» ni `[x]`", "a.md#b") == "[Aquí no puede ir «\\]» ni `[x]`](a.md#b)"


def test_a_sign_that_nobody_sees_is_named_where_it_stands() -> None:
    assert "    title: Cui⟨U+200B⟩dar\n" in SHOWN
    assert "    ⟨tabulador⟩- cuidados\n" in SHOWN
    assert not re.search(r"[\t\u00a0\u200b\u202e]", SHOWN)


def test_a_heading_is_what_the_example_is_told() -> None:
    assert "</span>Aquí va un texto, no varios campos\n" in SHOWN
    assert "</span>data/documents/ley-ejemplo.yml no tiene secciones\n" in SHOWN


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
