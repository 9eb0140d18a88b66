"""The pages of the guide with every field of a kind of record: what goes there, and an example.

In: the models. Out: Markdown, the same on every machine. Never: says anything of a field that its model does not.
"""

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from acervo.guide.page import cell, head, whole
from acervo.records.models import labels
from acervo.records.models.kinds import Kind


def page(kind: Kind) -> str:
    """Return the page of a kind."""
    title = f"Campos de {kind.plural.lower()}"
    place = f"`data/{kind.folder}.yml`" if kind.folder == "topics" else f"`data/{kind.folder}/`, un archivo por ficha"
    lines = [*head(title, f"Todos los campos de las fichas de {kind.plural.lower()}."), f"Van en {place}.", ""]
    pending: list[tuple[str, str, type[BaseModel]]] = [("La ficha", "", kind.model)]
    seen: set[type[BaseModel]] = {kind.model}
    while pending:
        heading, path, model = pending.pop(0)
        lines += [f"## {heading}", ""]
        lines += [f"Dentro de `{path}`.", ""] if path else []
        lines += ["| campo | qué va |", "|---|---|"]
        for name, info in model.model_fields.items():
            needed = " (obligatorio)" if info.is_required() else ""
            lines.append(f"| `{name}`{needed} | {_told(info)}<br>Ejemplo: {_example(info)} |")
            inner = labels.inner_model(info.annotation)
            if inner and inner not in seen:
                seen.add(inner)
                pending.append((f"{info.title or name}", f"{path}.{name}" if path else name, inner))
        lines.append("")
    return whole(lines)


def _told(info: FieldInfo) -> str:
    told = f"**{info.title}.** {info.description}"
    chosen = [f"`{choice.value}`, {choice.label}" for choice in labels.choices_of(info)]
    return cell(f"{told} Valores: {'; '.join(chosen)}." if chosen else told)


def _example(info: FieldInfo) -> str:
    return f"`{cell(_flow((info.examples or [''])[0]))}`"


def _flow(value: object) -> str:
    """Return an example as it is written on one line."""
    match value:
        case dict():
            return "{" + ", ".join(f"{name}: {_flow(inner)}" for name, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case _:
            return str(value)
