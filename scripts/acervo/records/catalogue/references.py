"""The references of a record: every other that it names, and where in it.

In: a checked record, or a tree that may be wrong in any way. Out: flat `Reference`s.
Never: asks whether what is named exists (see `rules`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from pydantic import BaseModel

from acervo.records.models.fields import ID
from acervo.records.models.labels import inner_model
from acervo.records.models.legal import Citation

Reference = tuple[str, str, str, str]
"""Where it stands (`people.0.person`), the kind and id it names, and the person's role, the article cited, or ""."""

Walk = Callable[[Any, str], Iterable[Reference]]


def references(record: BaseModel) -> Iterator[Reference]:
    """Yield every reference of a record to another, in the order of its fields."""
    for walk in _walks(type(record)):
        yield from walk(record, "")


def named_in(model: type[BaseModel], tree: object, prefix: str) -> Iterator[Reference]:
    """Yield what looks like a reference in a tree that may be wrong in any way."""
    if not isinstance(tree, Mapping):
        return
    for name, info in model.model_fields.items():
        value = tree.get(name)
        extra = info.json_schema_extra
        several = list(enumerate(value)) if isinstance(value, list) else []
        places = [(f"{prefix}{name}", value), *((f"{prefix}{name}.{index}", item) for index, item in several)]
        if isinstance(extra, dict) and "refers_to" in extra:
            for place, item in places:
                if isinstance(item, str) and ID.match(item):
                    yield place, str(extra["refers_to"]), item, ""
        elif inner := inner_model(info.annotation):
            for place, item in places:
                yield from named_in(inner, item, f"{place}.")


@cache
def _walks(model: type[BaseModel]) -> tuple[Walk, ...]:
    """Compile, once per model, the steps that find its references."""
    found: list[Walk] = []
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        if isinstance(extra, dict) and "refers_to" in extra:
            found.append(_direct(name, str(extra["refers_to"]), _detail(model)))
        elif (inner := inner_model(info.annotation)) and _walks(inner):
            found.append(_nested(name, inner))
    return tuple(found)


@lru_cache(maxsize=50_000)
def once(text: str) -> str:
    """Return one and the same value for equal texts: entries repeat a few of them ten thousand times."""
    return text


def _detail(model: type[BaseModel]) -> str:
    """Return the name of the field that tells more of a reference of a part, or ""."""
    return "role" if "role" in model.model_fields else "article" if model is Citation else ""


def _direct(name: str, kind: str, detail: str) -> Walk:
    def walk(part: Any, prefix: str) -> Iterator[Reference]:
        value = getattr(part, name)
        role = once(str(getattr(part, detail))) if detail else ""
        if isinstance(value, str):
            if value:
                yield once(f"{prefix}{name}"), kind, once(value), role
        else:
            for index, item in enumerate(value):
                yield once(f"{prefix}{name}.{index}"), kind, once(item), role

    return walk


def _nested(name: str, inner: type[BaseModel]) -> Walk:
    walks = _walks(inner)

    def walk(part: Any, prefix: str) -> Iterator[Reference]:
        value = getattr(part, name)
        if isinstance(value, inner):
            items = [(f"{prefix}{name}.", value)]
        else:
            items = [(f"{prefix}{name}.{index}.", item) for index, item in enumerate(value or ())]
        for place, item in items:
            for step in walks:
                yield from step(item, place)

    return walk
