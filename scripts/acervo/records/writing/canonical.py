"""The canonical form of a record: one way to write what it says, with the comments of people where they stood.

In: the text of a record, or its tree; the kind of record. Out: text. Never: changes what a record says, or judges it.

The fields come in one order, empty ones are left out, two spaces a level, lists one item a line. The browser form
(`editor/`) has the same rules, line by line: what changes here changes there.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from acervo.records.checks.sentences import SENTENCES
from acervo.records.models.fields import Part
from acervo.records.models.kinds import KINDS
from acervo.records.models.labels import inner_model
from acervo.records.models.parts import Record
from acervo.records.text import signs
from acervo.records.text.reader import read
from acervo.records.text.scalars import STEP, lines, scalar
from acervo.records.writing.margins import BLANK, Entry, Group, read_margins

Model = type[Part]
_ONE_LINE = 300
"""Signs: a field that takes more is a longer one."""
_UNSURE = frozenset({"hash_line"})
"""Warnings of text that may be lost: a person must look before it is moved."""


NO_NOTES: Mapping[str, Sequence[str]] = MappingProxyType({})


class Unsettled(ValueError):
    """The text has no canonical form yet: the reader found errors in it."""


class Shape(NamedTuple):
    """What the writer knows of a part of a record."""

    order: Mapping[str, int]
    """Position of each field."""
    inner: Mapping[str, Model | None]
    bare: frozenset[str]
    """Fields that take numbers or booleans."""


@cache
def shape(model: Model) -> Shape:
    """Return the shape of a model."""
    fields = model.model_fields
    return Shape(
        {name: place for place, name in enumerate(order(model))},
        {name: _inner(info) for name, info in fields.items()},
        frozenset(name for name, info in fields.items() if _types(info) & {"integer", "number", "boolean"}),
    )


def order(model: Model) -> list[str]:
    """Return the fields of a model as they are written.

    A part: as declared. A record: its title, what fits on a line of its own kind, the summary, the rest of its kind,
    topics, and what every record ends with.
    """
    if not issubclass(model, Record):
        return list(model.model_fields)
    own = [name for name in model.model_fields if name not in Record.model_fields]
    short = [name for name in own if is_short(model.model_fields[name])]
    first = ["title", *short, "summary", *(name for name in own if name not in short), "topics"]
    return [*first, *(name for name in Record.model_fields if name not in first)]


def canonical(text: str, kind: str) -> str:
    """Return the canonical form of a file of records; the same text again when it already has it.

    kind: folder; "topics" for the file of all topics. Raises Unsettled when the reader finds errors in the text.
    """
    tree, flaws = read(text.encode("utf-8", "surrogatepass"))
    if tree is None or any(SENTENCES[flaw.code].severity == "error" or flaw.code in _UNSURE for flaw in flaws):
        raise Unsettled
    page = read_margins(text)
    head = _head(page)
    written = _fields(page, None if kind == "topics" else KINDS[kind].model, "", topics=kind == "topics")
    return "\n".join([*head, *written, ""])


def write(tree: Mapping[str, Any], kind: str, notes: Mapping[str, Sequence[str]] = NO_NOTES) -> str:
    """Return the text of a record from its tree of dictionaries, lists and texts; what it cannot say is cleaned.

    notes: lines of comment, each with its `#`, by the name of a field of the record; they stand where it does or would.
    """
    page = _group(tree)
    if notes:
        _annotate(page, KINDS[kind].model, notes)
    return "\n".join([*_fields(page, None if kind == "topics" else KINDS[kind].model, "", topics=kind == "topics"), ""])


def _annotate(page: Group, model: Model, notes: Mapping[str, Sequence[str]]) -> None:
    """Put notes above the fields they are about, or above the next one that is written."""
    by_name = {entry.name: entry for entry in page.entries}
    waiting: list[str] = []
    for name in order(model):
        waiting += notes.get(name, ())
        if name in by_name:
            by_name[name].above[:0] = waiting
            waiting = []
    page.below += waiting


def clean(text: str) -> str:
    """Return a text as the reader of records will give it back."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return signs.visible(signs.CONTROL.sub(" ", text)).strip()


def _group(value: Mapping[str, Any] | Sequence[Any]) -> Group:
    pairs = value.items() if isinstance(value, Mapping) else [("", item) for item in value]
    entries = [Entry(clean(name), [], _value(inner)) for name, inner in pairs]
    return Group(isinstance(value, Mapping), entries)


def _value(value: Any) -> str | Group:
    if isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str)):
        return _group(value)
    return clean(
        {True: "true", False: "false", None: ""}.get(value, str(value)) if not isinstance(value, str) else value
    )


def _head(page: Group) -> list[str]:
    """Take from the first field what stands above it and apart from it: it is about the file."""
    if not page.entries:
        return []
    above = page.entries[0].above
    apart = max((place for place, line in enumerate(above) if line == BLANK), default=-1)
    head, page.entries[0].above = above[: apart + 1], above[apart + 1 :]
    head = _tidy(head, first=True)
    return head if any(head) else []


def _fields(group: Group, model: Model | None, indent: str, *, topics: bool = False) -> list[str]:
    """Return the lines of a mapping."""
    known = shape(model) if model else Shape({}, {}, frozenset())
    kept, left = _written(group)
    kept.sort(key=lambda entry: known.order.get(entry.name, len(known.order)))
    written: list[str] = []
    for entry in kept:
        written += [indent + line if line else "" for line in _tidy(entry.above, first=not written)]
        prefix = f"{indent}{scalar(entry.name)}:"
        inner = KINDS["topics"].model if topics else known.inner.get(entry.name)
        written += _valued(prefix, entry, inner, indent, bare=entry.name in known.bare)
    return written + [indent + line if line else "" for line in _tidy(left, first=not written, last=True)]


def _items(group: Group, model: Model | None, indent: str, *, bare: bool) -> list[str]:
    """Return the lines of a list."""
    written: list[str] = []
    for entry in group.entries:
        value, above = entry.value, entry.above
        if isinstance(value, Group) and value.entries:
            inner, first = _hoisted(value, model, indent + STEP, bare=bare)
            above = [*above, *first]
            body = [f"{indent}- {inner[0].lstrip(' ')}", *inner[1:]]
        else:
            body = _valued(f"{indent}-", entry, model, indent, bare=bare)
        written += [indent + line if line else "" for line in _tidy(above, first=not written)] + body
        if entry.beside and isinstance(value, Group) and value.entries:
            written.insert(len(written) - len(body), indent + entry.beside)
    return written + [indent + line if line else "" for line in _tidy(group.below, first=not written, last=True)]


def _hoisted(group: Group, model: Model | None, indent: str, *, bare: bool) -> tuple[list[str], list[str]]:
    """Return the lines of a group that begins behind a dash, and the comments that must stand above the dash."""
    inner = _fields(group, model, indent) if group.keyed else _items(group, model, indent, bare=bare)
    first = next((place for place, line in enumerate(inner) if line.strip() and not line.startswith(f"{indent}#")), 0)
    return inner[first:], [line.strip() for line in inner[:first]]


def _valued(prefix: str, entry: Entry, model: Model | None, indent: str, *, bare: bool) -> list[str]:
    """Return the lines of a key or dash with its value."""
    value = entry.value
    if isinstance(value, str):
        return lines(prefix, value, indent + STEP, bare=bare, remark=entry.beside)
    behind = f"  {entry.beside}" if entry.beside else ""
    inner = _fields(value, model, indent + STEP) if value.keyed else _items(value, model, indent + STEP, bare=bare)
    waiting = entry.name and not value.keyed and not value.entries
    if not waiting and all(not line or line.startswith(f"{indent}{STEP}#") for line in inner):
        above = [indent + line.strip() for line in inner if line]
        return [*above, f"{prefix} {'{}' if value.keyed else '[]'}{behind}"]
    return [prefix + behind, *inner]


def _written(group: Group) -> tuple[list[Entry], list[str]]:
    """Return the entries that say something, and the comments after them; those of the others go to the next one.

    A list of nothing but comments stays: they are items that wait for somebody.
    """
    kept: list[Entry] = []
    carried: list[str] = []
    for entry in group.entries:
        value = entry.value
        if value == "" or (isinstance(value, Group) and not (value.keyed or value.entries or value.below)):
            carried += [*entry.above, *filter(None, [entry.beside])]
        else:
            entry.above = [*carried, *entry.above]
            carried = []
            kept.append(entry)
    return kept, [*carried, *group.below]


def _tidy(margin: list[str], *, first: bool = False, last: bool = False) -> list[str]:
    """Return a margin with one blank line where there were several; none at the start or the end of a group."""
    tidy: list[str] = []
    for line in margin:
        if line != BLANK or (tidy[-1] != BLANK if tidy else not first):
            tidy.append(line)
    while last and tidy and tidy[-1] == BLANK:
        tidy.pop()
    return tidy


def _inner(info: FieldInfo) -> Model | None:
    found = inner_model(info.annotation)
    return found if found and issubclass(found, Part) else None


def is_short(info: FieldInfo) -> bool:
    """Tell whether a field holds one text that fits on a line."""
    if inner_model(info.annotation) or get_origin(info.annotation) is tuple:
        return False
    return all(getattr(limit, "max_length", None) is None or limit.max_length <= _ONE_LINE for limit in info.metadata)


def _types(info: FieldInfo) -> set[str]:
    """Return the JSON types that a field says it takes."""
    pending: list[Any] = [info.annotation, *info.metadata]
    found: set[str] = set()
    while pending:
        piece = pending.pop()
        if isinstance(piece, WithJsonSchema):
            told = (piece.json_schema or {}).get("type", ())
            found.update([told] if isinstance(told, str) else told)
        else:
            pending += [*get_args(piece), *getattr(piece, "__metadata__", ())]
    return found
