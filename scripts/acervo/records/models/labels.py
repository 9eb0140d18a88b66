"""What an editor is told of a field: the Spanish label, hint and example that the schema gives it.

In: a model and the path of a field. Out: text. Never: words of its own.
"""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from acervo.records.models.fields import Choice


def label(model: type[BaseModel], path: tuple[str, ...]) -> str:
    """Return the labels on the way to a field, outermost first: `Personas › Persona`."""
    return " › ".join(info.title or name for name, info in _way(model, path))


def hint(model: type[BaseModel], path: tuple[str, ...]) -> str:
    """Return the hint of a field, with its example when that is one text; "" when there is no such field."""
    way = list(_way(model, path))
    if not way or way[-1][0] not in path[-2:]:
        return ""
    info = way[-1][1]
    examples = info.examples or [""]
    example = examples[0][0] if isinstance(examples[0], list) else examples[0]
    tail = f" Ejemplo: {example}" if isinstance(example, str) and example else ""
    return f"{info.description or ''}{tail}"


def names(model: type[BaseModel], path: tuple[str, ...]) -> list[str]:
    """Return the fields that the part of a record at a path can have."""
    return list(_part(model, path).model_fields)


def choices(model: type[BaseModel], path: tuple[str, ...]) -> list[Choice]:
    """Return the values that a field with a closed list takes."""
    way = list(_way(model, path))
    return choices_of(way[-1][1]) if way else []


def choices_of(info: FieldInfo) -> list[Choice]:
    """Return the values that a field takes, when its list is closed."""
    candidates = (info.annotation, *get_args(info.annotation))
    return [choice for kind in candidates if isinstance(kind, type) and issubclass(kind, Choice) for choice in kind]


def inner_model(annotation: object) -> type[BaseModel] | None:
    """Return the model of what a field holds, one or several; None when it holds no parts."""
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    return None


def _way(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[tuple[str, FieldInfo]]:
    for name in path:
        if name.isdigit():
            continue
        info = model.model_fields.get(name)
        if info is None:
            return
        yield name, info
        model = inner_model(info.annotation) or BaseModel


def _part(model: type[BaseModel], path: tuple[str, ...]) -> type[BaseModel]:
    for _, info in _way(model, path):
        model = inner_model(info.annotation) or model
    return model
