"""What a form must know of a kind of record: its fields in the order in which they are written, and what each takes.

In: the models. Out: plain values, the same on every machine, for the form of the site (`editor/`).
Never: says anything that the models do not; its Spanish is theirs.
"""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import AfterValidator, PlainValidator
from pydantic.fields import FieldInfo

from acervo.records.checks import filing
from acervo.records.checks.sentences import SENTENCES
from acervo.records.checks.validation import SHAPES
from acervo.records.models import dates, moments
from acervo.records.models.fields import CHANNEL_PATTERN, ID_LENGTH, ID_PATTERN, VIDEO_PATTERN, Choice, Part
from acervo.records.models.kinds import Kind
from acervo.records.models.labels import inner_model
from acervo.records.models.parts import Record
from acervo.records.writing.canonical import order, shape, write

Form = dict[str, Any]
Check = list[str | int]
_LONG = 300
"""Signs: a text that may have more is written in a box of several lines."""
_TYPED = ("moment", "time", "day_time", "flag", "count", "amount", "date", "whole_day", "video", "channel")
_TOGETHER = ("no_source", "one_version", "withdrawn_draft", "end_without_start", "end_before_start",
             "published_nowhere", "unknown_reference", "merge_key")  # fmt: skip
"""Problems between fields that the form tells too; the others are told on the proposal."""
_FIRST = ("title", "summary", "topics", "sources", "updated")
"""What every record has and every person fills in; the rest of what all have is for few."""
PATTERNS = {
    "id": ID_PATTERN,
    "time": dates.TIME_PATTERN,
    "moment": moments.PATTERN,
    "video": VIDEO_PATTERN,
    "channel": CHANNEL_PATTERN,
}
"""The shapes that a browser compares with, by the check that uses them."""
CHECKS = ("max", "pattern", "line", "id", "url", "time", "day_time", "count", "amount", "moment", "video", "channel",
          "title_pattern", "flag", "date", "whole_day")  # fmt: skip
"""Every check that a field may have: the browser has one of each, by the same name (`editor/checks.js`)."""


def form(kind: Kind) -> Form:
    """Return the form of a kind."""
    parts: dict[str, list[Form]] = {}
    _add(kind.model, parts)
    return {
        "kind": kind.folder,
        "label": kind.label,
        "plural": kind.plural,
        "segment": kind.segment,
        "model": kind.model.__name__,
        "last": [name for name in Record.model_fields if name not in _FIRST],
        "parts": parts,
        "names": list(kind.model.model_fields),
    }


def words() -> Form:
    """Return what every form needs: the sentences of the problems that it can tell, and the shapes of ids."""
    codes = {*SHAPES.values(), *_TOGETHER, *(code for code in SENTENCES if code.startswith(_TYPED))}
    codes |= {code for code in SENTENCES if code.startswith(("url_", "id_", "pattern_", "line_"))}
    told = {code: [SENTENCES[code].message, SENTENCES[code].fix, SENTENCES[code].hint] for code in sorted(codes)}
    return {
        "sentences": told,
        "patterns": PATTERNS,
        "id_length": list(ID_LENGTH),
        "reserved": sorted(filing.RESERVED_IDS),
        "years": [dates.EARLIEST_YEAR, dates.LATEST_YEAR],
    }


def _add(model: type[Part], parts: dict[str, list[Form]]) -> None:
    """Describe a model and those within it."""
    parts[model.__name__] = []
    known = shape(model)
    for name in order(model):
        inner = known.inner[name]
        parts[model.__name__].append(_field(model, name, inner, bare=name in known.bare))
        if inner and inner.__name__ not in parts:
            _add(inner, parts)


def _field(model: type[Part], name: str, inner: type[Part] | None, *, bare: bool) -> Form:
    info = model.model_fields[name]
    many = get_origin(info.annotation) is tuple
    told: Form = {"name": name, "label": info.title, "hint": info.description or ""}
    example = (info.examples or [""])[0]
    if isinstance(example, list):
        example = example[0] if example else ""
    if isinstance(example, str):
        told["example"] = example
    told |= {"required": True} if info.is_required() else {}
    if many:
        told["many"] = True
        told |= {name: found for name, of in (("most", "max_length"), ("least", "min_length"))
                 if (found := _limit(info.metadata, of))}  # fmt: skip
    told |= {"part": inner.__name__} if inner else {}
    if choices := _choices(info.annotation):
        told["choices"] = [[choice.value, choice.label] for choice in choices]
        told |= {"default": str(info.default)} if isinstance(info.default, Choice) else {}
    if isinstance(info.json_schema_extra, dict) and "refers_to" in info.json_schema_extra:
        told["refers"] = info.json_schema_extra["refers_to"]
    checks = list(_checks([*_inner_metadata(info.annotation), *([] if many else info.metadata)]))
    checks.sort(key=lambda check: check[0] != "max")
    if checks and not inner and not choices:
        told["checks"] = checks
        longest = next((int(limit) for check, *rest in checks for limit in rest if check == "max"), 0)
        told |= {"long": True} if longest > _LONG and ["url"] not in checks else {}
    if isinstance(info.default, str) and info.default and not choices:
        told["default"] = info.default
    return told | ({"bare": True} if bare else {})


def _checks(metadata: list[Any]) -> Iterator[Check]:
    """Yield the checks of a value in the order in which they are made."""
    for one in metadata:
        if longest := _limit([one], "max_length"):
            yield ["max", longest]
        elif isinstance(one, AfterValidator | PlainValidator):
            yield [getattr(one.func, "__name__", "").lstrip("_")]
        elif pattern := getattr(one, "pattern", None):
            yield ["pattern", str(pattern)]


def _inner_metadata(annotation: Any) -> list[Any]:
    """Return what is said of the items of a list, or of a value that may be missing."""
    found: list[Any] = []
    for candidate in get_args(annotation):
        for one in getattr(candidate, "__metadata__", ()):
            found += one.metadata if isinstance(one, FieldInfo) else [one]
    return found


def _limit(metadata: list[Any], name: str) -> int:
    """Return a limit of length, or 0."""
    return next((found for one in metadata if (found := getattr(one, name, None))), 0)


def _choices(annotation: Any) -> list[Choice]:
    if inner_model(annotation):
        return []
    candidates = (annotation, *get_args(annotation))
    return [choice for kind in candidates if isinstance(kind, type) and issubclass(kind, Choice) for choice in kind]


def sample(kind: Kind) -> str:
    """Return a text to begin a record of a kind with: what every record needs, each field with its example."""
    fields = kind.model.model_fields
    own = [name for name in order(kind.model) if name not in Record.model_fields and _starts(kind.model, name)]
    tree = {name: (fields[name].examples or [""])[0] for name in ("title", *own, "summary", "sources", "updated")}
    return write({"id-del-tema": tree} if kind.folder == "topics" else tree, kind.folder)


def _starts(model: type[Part], name: str) -> bool:
    """Tell whether a field belongs in a text to begin with: it is required, or a date."""
    info = model.model_fields[name]
    return info.is_required() or name == "date"
