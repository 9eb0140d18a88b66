"""What a model's refusal of a tree means: pydantic's errors as findings with codes and details of our own.

In: the tree of a record and its model. Out: the record, or findings.
Never: words them (see `messages`), or lets the library's English through.
"""

import difflib
import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from acervo.records import labels
from acervo.records.fields import Choice
from acervo.records.filing import suggest
from acervo.records.parts import Record
from acervo.records.problems import Finding
from acervo.records.words import fold

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
"""The library's error types that these models can raise, and our codes; types of our own validators stay as they are."""

_VIDEO_IN_ADDRESS = re.compile(r"(?:v=|youtu\.be/|/shorts/|/live/|/embed/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])")
_SPANISH_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z")
_DATE_IN_WORDS = re.compile(r"(?:(\d{1,2})\s+de\s+)?([a-z]+)\s+(?:de\s+|del\s+)?(\d{4})\Z")
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})\D*\Z")
_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
)


def validate(model: type[Record], tree: Mapping[str, Any]) -> Record | list[Finding]:
    """Return the checked record, or everything that is wrong with it."""
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        return [_finding(model, details) for details in error.errors(include_url=False)]


def _finding(model: type[Record], error: ErrorDetails) -> Finding:
    path = tuple(map(str, error["loc"]))
    kind = error["type"]
    code = SHAPES.get(kind, kind)
    value = error["input"]
    details = {"value": _short(value)}
    if code == "unknown_field":
        code, details = _unknown_field(model, path)
    elif code == "choice":
        details |= _choice(error)
    elif code in ("text_long", "list_long"):
        limit = (error.get("ctx") or {}).get("max_length", 0)
        details |= {"limit": f"{limit:,}", "length": f"{len(value):,}"}
    elif isinstance(value, str):
        details["suggestion"] = _SUGGESTIONS.get(code, _nothing)(value)
    return Finding(path, code, details)


def _unknown_field(model: type[Record], path: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    name = path[-1]
    if name == "<<":
        return "merge_key", {}
    possible = labels.names(model, path[:-1])
    by_label = {fold(labels.label(model, (*path[:-1], field)).rpartition(" › ")[2]): field for field in possible}
    wanted = fold(name).replace("_", " ")
    near = difflib.get_close_matches(name.lower(), possible, 1, 0.7)
    suggestion = near[0] if near else by_label.get(wanted, "")
    return "unknown_field", {"name": _short(name), "suggestion": suggestion, "fields": ", ".join(possible)}


def _choice(error: ErrorDetails) -> dict[str, str]:
    choices = _choices(error)
    wanted = fold(str(error["input"]))
    by_word = {fold(word): choice.value for choice in choices for word in (choice.value, choice.label)}
    near = difflib.get_close_matches(wanted, by_word, 1)
    return {
        "choices": "; ".join(f"`{choice.value}` ({choice.label})" for choice in choices),
        "suggestion": by_word[near[0]] if near else "",
    }
