"""A problem of a record, and the forms in which it is told: text, GitHub annotation, JSON.

In: what was found, where, and its words. Out: frozen values and text.
Never: words a problem (see `messages`).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from dataclasses import field as attribute
from typing import Literal, NamedTuple

from acervo.records.text.signs import one_line

Severity = Literal["error", "warning"]
SEVERITIES: Mapping[str, str] = {"error": "error", "warning": "advertencia"}


class Flaw(NamedTuple):
    """Something wrong at a place of a text, before it is put into words."""

    code: str
    line: int
    """From 1."""
    column: int
    """From 1, counted in characters."""
    details: Mapping[str, object] = {}  # never written to


class Finding(NamedTuple):
    """Something wrong in a field of a record, before it is located in the text and put into words."""

    path: tuple[str, ...]
    """Keys from the outside in; positions in a list count from "0"."""
    code: str
    details: Mapping[str, object] = {}  # never written to


class Repair(NamedTuple):
    """An edit of a text that cures a problem; lines and columns from 1, in characters, the end not included."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a record, in words; sorts by file, line and column."""

    path: str
    line: int
    """From 1; 0 when it concerns the file as such."""
    column: int
    """From 1, counted in characters; 0 when it concerns the file as such."""
    record: str
    """Title of the record, or ""."""
    field: str
    """Labels of the field, outermost first, joined by `›`; or ""."""
    code: str
    message: str
    hint: str = ""
    """What the field holds, with an example; or ""."""
    fix: str = ""
    """What to write or type instead; or ""."""
    severity: Severity = "error"
    repair: Repair | None = attribute(default=None, compare=False)
    """The edit that cures it, where there is no doubt."""


def as_text(problem: Problem) -> str:
    """Return the problem as one line, with a second, indented one when there is a fix or a hint."""
    path = one_line(problem.path, len(problem.path))
    place = f"{path}:{problem.line}:{problem.column}" if problem.line else path
    about = " · ".join(filter(None, (f"«{problem.record}»" if problem.record else "", problem.field)))
    parts = (place, SEVERITIES[problem.severity], about, f"{problem.message} [{problem.code}]")
    first = ": ".join(filter(None, parts))
    advice = _advice(problem)
    return f"{first}\n    {advice}" if advice else first


def as_github(problem: Problem) -> str:
    """Return the problem as a workflow command that annotates the file's line."""
    properties = [f"file={_property(problem.path)}"]
    if problem.line:
        properties += [f"line={problem.line}", f"col={problem.column}"]
    title = " · ".join(filter(None, (problem.record, problem.field))) or problem.code
    properties.append(f"title={_property(title)}")
    body = "\n".join(filter(None, (f"{problem.message} [{problem.code}]", _advice(problem))))
    return f"::{problem.severity} {','.join(properties)}::{_data(body)}"


def as_json(problems: Iterable[Problem]) -> str:
    """Return the problems as a JSON list of objects, one key per attribute, with a final newline."""
    told = [asdict(one) | {"repair": one.repair._asdict() if one.repair else None} for one in problems]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def summary(problems: Iterable[Problem]) -> str:
    """Return the count in words: `3 errores y 1 advertencia en 2 archivos`."""
    found = list(problems)
    if not found:
        return "Sin problemas"
    errors = sum(problem.severity == "error" for problem in found)
    counts = [
        _count(number, singular, plural)
        for number, singular, plural in (
            (errors, "error", "errores"),
            (len(found) - errors, "advertencia", "advertencias"),
        )
        if number
    ]
    return f"{' y '.join(counts)} en {_count(len({problem.path for problem in found}), 'archivo', 'archivos')}"


def _advice(problem: Problem) -> str:
    return " ".join(filter(None, (problem.fix, problem.hint)))


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number:,} {singular if number == 1 else plural}"


def _data(text: str) -> str:
    """Escape the message of a workflow command (GitHub: actions/toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property of a workflow command (GitHub: actions/toolkit, command.ts)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
