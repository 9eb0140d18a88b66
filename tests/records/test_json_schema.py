"""The JSON Schema of each kind: complete, Spanish, stable, and true to what the models take."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from acervo.records.models.fields import Choice
from acervo.records.models.kinds import KINDS
from acervo.records.models.labels import inner_model
from acervo.records.writing.schema import schemas


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for info in model.model_fields.values():
        if inner := inner_model(info.annotation):
            yield from _models(inner)


MODELS = sorted({inner for kind in KINDS.values() for inner in _models(kind.model)}, key=lambda model: model.__name__)


def test_there_is_one_schema_a_kind_and_it_is_the_same_each_time() -> None:
    assert [*schemas()] == [f"{kind}.json" for kind in KINDS]
    assert schemas() == schemas()


def test_no_two_parts_have_one_name() -> None:
    names = [model.__name__ for model in MODELS]

    assert sorted(set(names)) == names


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_has_its_label_and_its_hint_and_nothing_is_for_programmers(kind) -> None:
    schema = json.loads(schemas()[f"{kind.folder}.json"])
    record = schema["additionalProperties"] if kind.folder == "topics" else schema
    names = {choice.__name__ for choice in Choice.__subclasses__()}

    assert {name: (node["title"], node["description"]) for name, node in record["properties"].items()} == {
        name: (info.title, info.description) for name, info in kind.model.model_fields.items()
    }
    assert record["additionalProperties"] is False
    assert all(("enum" in part) == (name in names) for name, part in schema["$defs"].items())
    assert not re.search(r'"(?:Return|What|Where|How|Which|The) ', schemas()[f"{kind.folder}.json"])


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_reference_inside_a_schema_leads_somewhere(kind) -> None:
    text = schemas()[f"{kind.folder}.json"]
    named = {f"#/$defs/{name}" for name in json.loads(text)["$defs"]}

    assert {*re.findall(r'"\$ref": "([^"]*)"', text)} <= named
    assert "null" not in text


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_example_is_a_value_that_the_field_takes(model) -> None:
    examples: dict[str, Any] = {name: info.examples[0] for name, info in model.model_fields.items()}

    assert model.model_validate(examples).model_fields_set == examples.keys()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_example_fits_the_pattern_that_the_schema_gives(model) -> None:
    properties = model.model_json_schema()["properties"]
    unfit = [
        (name, node["examples"][0])
        for name, node in properties.items()
        for pattern in [node.get("pattern", "")]
        if pattern and not re.search(pattern, node["examples"][0])
    ]

    assert unfit == []
