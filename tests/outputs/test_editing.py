"""What the form reads: every field as the models have it, the texts of records, and nothing that pages do not tell."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive import archive
from acervo.outputs import editing
from acervo.records.catalogue.entry import describe
from acervo.records.checks.sentences import SENTENCES
from acervo.records.models.kinds import KINDS
from acervo.records.writing.forms import CHECKS, form, sample, words
from tests.site.opening import record

MODULES = Path(__file__).parents[2] / "overrides" / "assets" / "javascripts" / "editor"


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_has_every_field_of_its_models_and_no_check_that_browsers_lack(kind: str) -> None:
    made = form(KINDS[kind])
    checks = {check for fields in made["parts"].values() for one in fields for check, *_ in one.get("checks", [])}
    script = (MODULES / "checks.js").read_text(encoding="utf-8")

    assert {field["name"] for field in made["parts"][made["model"]]} == set(KINDS[kind].model.model_fields)
    assert all(field["label"] and field["hint"] for fields in made["parts"].values() for field in fields)
    assert {field["part"] for fields in made["parts"].values() for field in fields if "part" in field} <= set(
        made["parts"]
    )
    assert checks <= set(CHECKS)
    assert [check for check in CHECKS if f"\n  {check}: (" not in script] == []


def test_every_field_that_holds_a_text_says_what_it_takes() -> None:
    silent = [
        (name, field["name"])
        for kind in KINDS.values()
        for name, fields in form(kind)["parts"].items()
        for field in fields
        if not {"part", "choices", "checks"} & field.keys()
    ]

    assert silent == []


def test_the_words_are_those_of_the_program() -> None:
    told = words()["sentences"]

    assert {code: SENTENCES[code].message for code in told} == {code: text for code, (text, *_) in told.items()}
    assert {"missing", "date_shape", "url_shape", "no_source", "id_name", "unknown_reference"} <= told.keys()


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_a_record_is_in_one_of_256_files(id_: str) -> None:
    assert 0 <= int(editing.shard(id_), 16) < 256
    assert len(editing.shard(id_)) == 2


def test_what_only_editors_see_is_in_no_file() -> None:
    told: dict[str, dict[str, object]] = {"una": {}, "dos": {"notes": "x"}, "tres": {"access": {"private": True}}}
    joined = archive.build(
        describe("conferences", id_, f"data/conferences/{id_}.yml", 1, "0" * 32, record("conferences", **fields))
        for id_, fields in told.items()
    )

    assert [one.sources for one in editing.plan(joined) if one.sources] == [(("una", "data/conferences/una.yml"),)]


def test_the_topics_share_one_file_which_none_is_in_when_one_has_notes() -> None:
    rain, cloud = (
        describe("topics", id_, "data/topics.yml", 1, "0" * 32, record("topics", **fields))
        for id_, fields in (("lluvia", {}), ("nube", {"notes": "x"}))
    )

    assert [list(editing.plan(archive.build(entries))) for entries in ([rain], [rain, cloud])] == [
        [editing.Texts("editar/fichas/topics/00.json", (("topics", "data/topics.yml"),))],
        [editing.Texts("editar/fichas/topics/00.json", ())],
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_to_begin_with_names_every_field_that_is_needed(kind: str) -> None:
    text = sample(KINDS[kind])
    needed = [name for name, info in KINDS[kind].model.model_fields.items() if info.is_required()]

    assert [name for name in needed if f"{name}:" not in text] == []
