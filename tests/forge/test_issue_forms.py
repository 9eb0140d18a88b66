"""The issue forms: within the limits of GitHub, of the models, and compared by `check`."""

import re
import shutil

import pytest
import yaml

from acervo.editing import checkup
from acervo.forge import FORMS as FOLDER
from acervo.forge.questions import NOT_ASKED, questions
from acervo.forge.templates import ERROR_FORM, templates
from acervo.records.models.kinds import KINDS
from tests.forge.small import project
from tests.projects import ROOT

FORMS = templates()
TOP = {"name", "description", "title", "labels", "body"}
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
}
BOOLEANS = {"y", "yes", "n", "no", "true", "false", "on", "off", "none"}


def parameterized(label: str) -> str:
    """As Rails makes a reference of a label."""
    plain = label.lower().translate(str.maketrans("áéíóúüñ", "aeiouun"))
    return re.sub(r"[^a-z0-9_-]+", "-", plain).strip("-")


def faults(text: str) -> list[str]:
    """Return what GitHub would not take of a form (Common validation errors when creating issue forms)."""
    form = yaml.safe_load(text)
    found = [f"key {key}" for key in form.keys() ^ TOP]
    found += [
        key for key in ("name", "description", "title") if not isinstance(form[key], str) or not form[key].strip()
    ]
    asked = [block for block in form["body"] if block["type"] != "markdown"]
    for block in form["body"]:
        found += [f"block {key}" for key in block.keys() - {"type", "id", "attributes", "validations"}]
        for key, value in block["attributes"].items():
            if key not in ATTRIBUTES[block["type"]]:
                found.append(f"attribute {key}")
            if key == "options":
                names = [str(option).lower() for option in value]
                if (
                    len(set(names)) < len(names)
                    or BOOLEANS & set(names)
                    or not all(isinstance(one, str) for one in value)
                ):
                    found.append(f"options {value}")
            elif not isinstance(value, str) or not value.strip():
                found.append(f"{key}: {value!r}")
    ids = [block["id"] for block in asked]
    references = [parameterized(block["attributes"]["label"]) for block in asked]
    found += [] if len(set(ids)) == len(ids) and all(re.fullmatch(r"[\w-]+", id_, re.A) for id_ in ids) else ["ids"]
    found += [] if len(set(references)) == len(references) and "" not in references else ["labels"]
    found += [word for word in ("password", "contraseña") if word in text.lower()]
    return found + ([] if asked else ["nothing asked"])


@pytest.mark.parametrize("name", FORMS)
def test_github_takes_each_form(name):
    assert faults(FORMS[name]) == []


def test_the_judge_of_forms_sees_what_github_would_refuse():
    bad = FORMS[ERROR_FORM].replace('placeholder: "https://…/conferencias/…/"', "placeholder: 2026-05-25")
    bad = bad.replace("id: record", "id: page").replace('"Otra cosa"', '"None"')

    found = faults(bad)

    assert "ids" in found
    assert [one.partition(":")[0].partition(" ")[0] for one in found] == ["placeholder", "options", "ids"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_asks_for_every_field_that_says_something_of_a_new_record(kind):
    asked = [one.id for one in questions(kind)]

    assert sorted(asked) == sorted({*KINDS[kind].model.model_fields, "id"} - NOT_ASKED)


def test_what_a_record_cannot_do_without_is_required():
    for kind in KINDS.values():
        required = {one.id for one in questions(kind.folder) if one.required}
        assert required == {name for name, info in kind.model.model_fields.items() if info.is_required()} - NOT_ASKED


def test_each_question_has_the_words_of_its_model():
    for kind in KINDS.values():
        for one in questions(kind.folder)[:-1]:
            info = kind.model.model_fields[one.id]
            assert one.label == info.title
            assert one.hint.startswith(info.description or "")


def test_the_form_for_errors_keeps_the_address_and_the_fields_that_pages_link_to():
    form = yaml.safe_load(FORMS["error.yml"])

    assert [block["id"] for block in form["body"][1:3]] == ["page", "record"]
    assert form["labels"] == ["error"]


def test_the_forms_of_the_repository_are_those_of_the_program():
    assert {path.name: path.read_text(encoding="utf-8") for path in (ROOT / FOLDER).glob("*.yml")} == {
        **FORMS,
        "config.yml": (ROOT / FOLDER / "config.yml").read_text(encoding="utf-8"),
    }


def test_a_form_that_was_changed_by_hand_fails_the_check_until_it_is_generated_again(tmp_path):
    found = project(tmp_path)
    shutil.copytree(ROOT / FOLDER, tmp_path / FOLDER)
    checkup.generate(found)
    place = tmp_path / FOLDER / "ficha-conferencias.yml"
    place.write_text(place.read_text(encoding="utf-8").replace("Título", "Titulo"), encoding="utf-8")

    stale = [(one.path, one.code, one.severity) for one in checkup.check(found)[0]]
    written = checkup.generate(found)

    assert stale == [(".github/ISSUE_TEMPLATE/ficha-conferencias.yml", "stale_file", "error")]
    assert written == [".github/ISSUE_TEMPLATE/ficha-conferencias.yml"]
    assert checkup.check(found)[0] == []


def test_a_project_without_a_folder_of_forms_gets_none(tmp_path):
    checkup.generate(project(tmp_path))

    assert not (tmp_path / ".github").exists()
