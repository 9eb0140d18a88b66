"""What people write in a box of text, taken apart: lists, parts told on one line or by name, several days on a line.

In: the text of an answer and the field that it is for. Out: a tree of texts, as records have.
Never: judges a value (see `acervo.records`); what it does not understand it hands back.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from acervo.forge.questions import BAR, Field, pieces
from acervo.records.checks import suggestions
from acervo.records.models import dates
from acervo.records.text.words import fold

Tree = dict[str, Any]
_BULLET = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
_NAMED = re.compile(r"\s*(?:[-*•]\s+)?\**([^:|*]{1,90})\**:\**(?:\s+|\Z)(.*)")
_BARS = re.compile(r"(?<!\\)\|")
_SEVERAL = re.compile(r"((?:\d{1,2}\s*,\s*)+\d{1,2}|\d{1,2})\s+(?:y|e)\s+(\d{1,2})(\s+de\s+.+)", re.IGNORECASE)
_DAYS = frozenset({"date", "whole_day"})


class Written(NamedTuple):
    """What an answer says."""

    value: Any
    """A text, a list or a part; "" when it says nothing."""
    strange: tuple[str, ...] = ()
    """Lines that fit nowhere."""


def value_of(kind: str, field: Field, text: str) -> Written:
    """Take an answer apart."""
    if "part" in field:
        parts, strange = _parts(kind, field["part"], text, many=bool(field.get("many")))
        return Written(parts if field.get("many") else (parts[0] if parts else ""), tuple(strange))
    return Written(_items(field, text) if field.get("many") else text)


def days(text: str) -> list[str]:
    """Return the days that a line names, each as people wrote it: `1, 8 y 15 de mayo de 2026` are three."""
    if match := _SEVERAL.fullmatch(text.strip()):
        return [f"{day.strip()}{match[3]}" for day in [*match[1].split(","), match[2]]]
    if (found := suggestions.date(text)).text and "/" not in found.text:
        return [text]
    return [part.strip() for part in re.split(r";|,(?!\s*\d{4}\b(?!-))|\s+y\s+", text) if part.strip()]


def _items(field: Field, text: str) -> list[str]:
    """Return the items of a list, one a line; ids and choices may share one, and so may days."""
    lines = [_BULLET.sub("", line, count=1).strip() for line in text.split("\n") if line.strip()]
    if _DAYS.intersection(str(check[0]) for check in field.get("checks", ())):
        return [_whole(day) for line in lines for day in days(line)]
    if "refers" in field:
        return [item.strip() for line in lines for item in _ids(line)]
    return [item.strip() for line in lines for item in (line.split(";") if "choices" in field else [line])]


def _ids(line: str) -> list[str]:
    """Cut a line at its semicolons, and at its commas where that leaves nothing but ids."""
    cut = re.split(r"[;,]", line)
    return cut if all(re.fullmatch(r"\s*[a-z0-9-]+\s*", part) for part in cut) else line.split(";")


def _whole(day: str) -> str:
    """Return a day in ISO form where there is no doubt, for the two ways in which records write days."""
    try:
        return dates.parse(day).text
    except dates.DateError:
        found = suggestions.date(day)
        return found.text if found.certain and found.text else day


def _parts(kind: str, part: str, text: str, *, many: bool, inner: bool = False) -> tuple[list[Tree], list[str]]:
    """Return the parts that a box tells, and the lines that fit nowhere."""
    known = pieces(kind, part, inner)
    by_label = {fold(one["label"]): one for one in known}
    texts: list[dict[str, list[str]]] = []
    strange: list[str] = []
    found: list[Tree] = []
    current: Field | None = None
    for line in text.split("\n"):
        match = _NAMED.fullmatch(line)
        field = by_label.get(fold(match[1].strip())) if match and not inner else None
        if match and field is not None:
            if not texts or (many and field["name"] in texts[-1]):
                texts.append({})
            texts[-1].setdefault(field["name"], []).append(match[2])
            current = field
        elif current is not None:
            texts[-1][current["name"]].append(line)
        elif many and line.strip():
            found.append(_on_one_line(kind, part, _BULLET.sub("", line, count=1), strange))
        elif line.strip():
            strange.append(line.strip())
    for one in texts:
        tree: Tree = {}
        for field in known:
            told = "\n".join(one.get(field["name"], ())).strip()
            if told:
                written = value_of(kind, field, told) if "part" not in field else _nested(kind, field, told)
                tree[field["name"]] = written.value
                strange += written.strange
        if tree:
            found.append(tree)
    return [tree for tree in found if tree], strange


def _nested(kind: str, field: Field, text: str) -> Written:
    """Take apart the parts within a part: one a line."""
    parts, strange = _parts(kind, field["part"], text, many=True, inner=True)
    return Written(parts, tuple(strange))


def _on_one_line(kind: str, part: str, line: str, strange: list[str]) -> Tree:
    """Return a part told on one line, its pieces in order with bars between."""
    cells = [cell.replace(f"\\{BAR}", BAR).strip() for cell in _BARS.split(line)]
    known: Sequence[Field] = pieces(kind, part, inner=True)
    if any(cells[len(known) :]):
        strange.append(line.strip())
    pairs = [(field, cell) for field, cell in zip(known, cells, strict=False) if cell]
    return {field["name"]: _cell(field, cell) for field, cell in pairs}


def _cell(field: Field, cell: str) -> Any:
    return [item.strip() for item in re.split("[;,]", cell) if item.strip()] if field.get("many") else cell
