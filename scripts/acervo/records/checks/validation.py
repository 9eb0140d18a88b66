"""What a model's refusal of a tree means: pydantic's errors as findings with codes and details of our own.

In: the tree of a record and its model. Out: the record, or findings.
Never: words them (see `messages`), or lets the library's English through.
"""

import difflib
import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from acervo.records.checks.suggestions import FOR, NOTHING
from acervo.records.models import labels
from acervo.records.models.fields import ID, Choice, Part
from acervo.records.problems import Finding
from acervo.records.text.signs import one_line
from acervo.records.text.words import fold

Model = TypeVar("Model", bound=Part)

SHAPES = {
    "model_type": "not_fields",
    "model_attributes_type": "not_fields",
    "tuple_type": "not_list",
    "list_type": "not_list",
    "string_type": "not_text",
    "enum": "choice",
    "too_short": "list_empty",
    "too_long": "list_long",
    "string_too_long": "text_long",
    "string_pattern_mismatch": "text_shape",
    "extra_forbidden": "unknown_field",
    "missing": "missing",
}
"""The library's error types that these models can raise → our codes; our own validators raise our codes."""

LONGEST_VALUE = 60
"""Signs of a wrong value that a message shows."""


def validate(model: type[Model], tree: Mapping[str, Any]) -> Model | list[Finding]:
    """Return the checked record, or everything that is wrong with it.

    A field that is missing because its name has a slip is told once, by its name; a list of which every element is
    wrong is not told to be empty as well.
    """
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        told = error.errors(include_url=False)
        findings = [
            _finding(model, details) for details in told if details["type"] != "too_short" or not details["input"]
        ]
    meant = {
        (*finding.path[:-1], finding.details["suggestion"]) for finding in findings if finding.code == "unknown_field"
    }
    return [finding for finding in findings if finding.code != "missing" or finding.path not in meant]


def _finding(model: type[Part], error: ErrorDetails) -> Finding:
    path = tuple(map(str, error["loc"]))
    kind = error["type"]
    code = SHAPES.get(kind, kind)
    value = error["input"]
    details: dict[str, object] = {"value": one_line(str(value), LONGEST_VALUE), "shape": _shape(value)}
    if code == "unknown_field":
        code, details = _unknown_field(model, path)
    elif code == "choice":
        details |= _choice(model, path, error)
    elif code in ("text_long", "list_long"):
        limit = (error.get("ctx") or {}).get("max_length", 0)
        details |= {"limit": f"{limit:,}", "length": f"{len(value):,}"}
    elif code == "not_list" and isinstance(value, str) and value.startswith("-"):
        code = "glued_dash"
    elif code == "not_list" and isinstance(value, str):
        details["items"] = _items(model, path, value)
    elif isinstance(value, str):
        details["suggestion"], certain = FOR[code](value) if code in FOR else NOTHING
        details |= {"certain": True} if certain else {}
    return Finding(path, code, details)


def _unknown_field(model: type[Part], path: tuple[str, ...]) -> tuple[str, dict[str, object]]:
    name = path[-1]
    if name == "<<":
        return "merge_key", {}
    possible = labels.names(model, path[:-1])
    by_label = {fold(labels.label(model, (*path[:-1], field)).rpartition(" › ")[2]): field for field in possible}
    wanted = fold(name).replace("_", " ")
    near = difflib.get_close_matches(name.lower(), possible, 1, 0.7)
    meant = by_label.get(wanted) or (re.sub(r"[\s-]", "_", fold(name)) if name.lower() != name or "-" in name else "")
    certain = meant in possible
    suggestion = meant if certain and meant else near[0] if near else ""
    return "unknown_field", {
        "name": one_line(name, LONGEST_VALUE),
        "suggestion": suggestion,
        "fields": ", ".join(possible),
    } | ({"certain": True} if certain else {})


def _choice(model: type[Part], path: tuple[str, ...], error: ErrorDetails) -> dict[str, object]:
    choices: list[Choice] = list(labels.choices(model, path))
    wanted = fold(str(error["input"]))
    by_word = {fold(word): choice.value for choice in choices for word in (choice.value, choice.label)}
    near = difflib.get_close_matches(wanted, by_word, 1, 0.65)
    return {
        "choices": "; ".join(f"`{choice.value}` ({choice.label})" for choice in choices),
        "suggestion": by_word[near[0]] if near else "",
    } | ({"certain": True} if wanted in by_word else {})


def _items(model: type[Part], path: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Return the items of a list that was written as a text: one, or ids with commas; () when there is no telling."""
    if "\n" in text or labels.names(model, path) != labels.names(model, path[:-1]):
        return ()
    parts = tuple(part.strip() for part in re.split(r"[,;]", text))
    return parts if len(parts) == 1 or all(map(ID.match, parts)) else ()


def _shape(value: object) -> str:
    return "varios campos" if isinstance(value, dict) else "una lista" if isinstance(value, list) else "un texto suelto"
