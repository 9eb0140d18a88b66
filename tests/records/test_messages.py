"""Every code has its sentence, every sentence has what it needs, and none speaks English."""

import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic_core.core_schema import ErrorType

from acervo.records.checks import messages, validation
from acervo.records.checks.sentences import PARTS, SENTENCES
from acervo.records.models.fields import Choice
from acervo.records.models.kinds import KINDS

PACKAGE = Path(messages.__file__).parent
ENGLISH = re.compile(
    r"\b(the|should|must|is|not|input|valid|string|expected|found|while|field|required|value|extra|list|tuple|or|and|of)\b",
    re.IGNORECASE,
)
_RAISED_BY_SCHEMA = {
    "str": {"string_type"},
    "tuple": {"tuple_type"},
    "model": {"model_type"},
    "enum": {"enum"},
    "model-fields": {"missing", "extra_forbidden"},
}
_RAISED_BY_LIMIT = {
    ("str", "max_length"): "string_too_long",
    ("str", "min_length"): "string_too_short",
    ("str", "pattern"): "string_pattern_mismatch",
    ("tuple", "max_length"): "too_long",
    ("tuple", "min_length"): "too_short",
}
_OURS = ("function-plain", "dataclass")
"""Where the library hands over to our own parser of dates: what is inside raises only our codes."""
_UNSEEN_BY_EDITORS = {
    "default",
    "nullable",
    "function-after",
    *_OURS,
    "model-field",
    "is-instance",
    "definitions",
    "definition-ref",
}


def _nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema
        for name, inner in schema.items():
            if name not in ("metadata", "serialization", "function") and schema.get("type") not in _OURS:
                yield from _nodes(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from _nodes(inner)


def test_no_code_stands_in_two_parts_of_the_table() -> None:
    assert sum(map(len, PARTS)) == len(SENTENCES)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_error_that_the_models_can_raise_has_a_code_with_a_sentence(kind) -> None:
    nodes = list(_nodes(kind.model.__pydantic_core_schema__))
    types = {error for node in nodes for error in _RAISED_BY_SCHEMA.get(node["type"], ())}
    types |= {
        error
        for node in nodes
        for (of, limit), error in _RAISED_BY_LIMIT.items()
        if node["type"] == of and limit in node
    }

    assert {node["type"] for node in nodes} <= _RAISED_BY_SCHEMA.keys() | _UNSEEN_BY_EDITORS
    assert {validation.SHAPES[error] for error in types} <= SENTENCES.keys()


def test_every_code_written_in_the_program_has_a_sentence() -> None:
    calls = re.compile(
        r"(?:Flaw|Finding|Misfiled|_refuse|DateError|proof\.add|proof\.flaw|self\.add|messages\.problem)\(\s*"
        r"(?:\([^()]*(?:\([^()]*\))?[^()]*\),\s*)?f?[\"']([a-z_]+)[\"']"
    )
    written = {code for path in PACKAGE.glob("*.py") for code in calls.findall(path.read_text(encoding="utf-8"))}

    assert len(written) > 50
    assert {validation.SHAPES.get(code, code) for code in written} <= SENTENCES.keys()


def test_the_library_has_the_error_types_that_are_translated() -> None:
    assert validation.SHAPES.keys() <= {*get_args(ErrorType)}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_spanish_starts_small_and_ends_open_and_its_cure_is_a_sentence(code) -> None:
    sentence = SENTENCES[code]
    words = re.sub(r"`[^`]*`|\{\w+\}|«[^»]*»|acervo \w+|\([^)]*\)", " ", f"{sentence.message} {sentence.fix}")

    assert not ENGLISH.search(words.replace("draft", "").replace("withdrawn", ""))
    assert not sentence.message[:1].isupper()
    assert not sentence.message.endswith((".", "!"))
    assert sentence.fix == "" or sentence.fix.endswith((".", ".)", "}", "--all"))


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_shows_each_detail_that_it_names(code) -> None:
    template = f"{SENTENCES[code].message} {SENTENCES[code].fix}"
    details = {name: f"<{name}>" for _, name, _, _ in string.Formatter().parse(template) if name}
    words = messages.word(code, details)

    assert all(shown in f"{words.message} {words.fix}" for shown in details.values())
    assert "{" not in f"{words.message}{words.fix}".replace("{{", "")


def test_a_suggestion_ends_the_message_and_a_hostile_detail_stays_on_its_line() -> None:
    assert messages.word(
        "unknown_reference", {"id": "a\u202e\n{b}", "where": "data/x", "suggestion": "ab"}
    ) == messages.Words("no existe «a {b}» en data/x; ¿quiso decir «ab»?", "", "error", True)
    assert (
        messages.word("text_long", {"length": 12_345, "limit": 300}).message
        == "el texto tiene 12,345 signos y el límite es 300"
    )


def test_every_choice_has_a_label_of_its_own() -> None:
    for choices in Choice.__subclasses__():
        labels = [choice.label for choice in choices]

        assert all(labels)
        assert len({*labels}) == len(labels)
