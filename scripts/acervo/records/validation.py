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
from acervo.records.signs import one_line
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
"""The library's error types that these models can raise → our codes; our own validators raise our codes."""

LONGEST_VALUE = 60
"""Signs of a wrong value that a message shows."""

_VIDEO_IN_ADDRESS = re.compile(r"(?:v=|youtu\.be/|/shorts/|/live/|/embed/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])")
_SPANISH_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z")
_DATE_IN_WORDS = re.compile(r"(?:(\d{1,2})\s+de\s+)?([a-z]+)\s+(?:de\s+|del\s+)?(\d{4})\Z")
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})\D*\Z")
_MONTHS = {
    month: number
    for number, month in enumerate(
        (
            *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
            *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
        ),
        1,
    )
}


def validate(model: type[Record], tree: Mapping[str, Any]) -> Record | list[Finding]:
    """Return the checked record, or everything that is wrong with it.

    A field that is missing because its name has a slip is told once, by its name.
    """
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        findings = [_finding(model, details) for details in error.errors(include_url=False)]
    meant = {
        (*finding.path[:-1], finding.details["suggestion"]) for finding in findings if finding.code == "unknown_field"
    }
    return [finding for finding in findings if finding.code != "missing" or finding.path not in meant]


def _finding(model: type[Record], error: ErrorDetails) -> Finding:
    path = tuple(map(str, error["loc"]))
    kind = error["type"]
    code = SHAPES.get(kind, kind)
    value = error["input"]
    details = {"value": one_line(str(value), LONGEST_VALUE), "shape": _shape(value)}
    if code == "unknown_field":
        code, details = _unknown_field(model, path)
    elif code == "choice":
        details |= _choice(model, path, error)
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
    return "unknown_field", {
        "name": one_line(name, LONGEST_VALUE),
        "suggestion": suggestion,
        "fields": ", ".join(possible),
    }


def _choice(model: type[Record], path: tuple[str, ...], error: ErrorDetails) -> dict[str, str]:
    choices: list[Choice] = list(labels.choices(model, path))
    wanted = fold(str(error["input"]))
    by_word = {fold(word): choice.value for choice in choices for word in (choice.value, choice.label)}
    near = difflib.get_close_matches(wanted, by_word, 1)
    return {
        "choices": "; ".join(f"`{choice.value}` ({choice.label})" for choice in choices),
        "suggestion": by_word[near[0]] if near else "",
    }


def _date_suggestion(text: str) -> str:
    """Return the ISO form of a date written as people write it in Mexico: day, month, year."""
    if match := _SPANISH_DATE.match(text.strip()):
        day, month, year = (int(part) for part in match.groups())
        return f"{year}-{month:02}-{day:02}" if month <= 12 and day <= 31 else ""
    match = _DATE_IN_WORDS.match(fold(text.strip()))
    if not match or match.group(2) not in _MONTHS:
        return ""
    return f"{match.group(3)}-{_MONTHS[match.group(2)]:02}" + (f"-{int(match.group(1)):02}" if match.group(1) else "")


def _time_suggestion(text: str) -> str:
    match = _TIME.match(text.strip())
    return f"{int(match.group(1)):02}:{match.group(2)}" if match and int(match.group(1)) < 24 else ""


def _video_suggestion(text: str) -> str:
    match = _VIDEO_IN_ADDRESS.search(text)
    return match.group(1) if match else ""


def _url_suggestion(text: str) -> str:
    bare = text.strip()
    return f"https://{bare}" if "." in bare and re.match(r"[\w.-]+(?:/\S*)?\Z", bare) else ""


def _nothing(_: str) -> str:
    return ""


_SUGGESTIONS = {
    "date_shape": _date_suggestion,
    "date_whole": _date_suggestion,
    "time_shape": _time_suggestion,
    "video_shape": _video_suggestion,
    "url_shape": _url_suggestion,
    "id_shape": suggest,
}


def _shape(value: object) -> str:
    return "varios campos" if isinstance(value, dict) else "una lista" if isinstance(value, list) else "un texto suelto"
