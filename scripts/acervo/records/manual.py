"""The tables of the editors' guide: every field of every kind, every message with an example and its cure.

In: the models and the table of sentences. Out: Markdown by file name, the same on every machine.
Never: says anything of a field or a message that the program does not say itself.
"""

import string
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from acervo.records import labels, messages
from acervo.records.filing import suggest
from acervo.records.kinds import KINDS, Kind
from acervo.records.samples import DETAILS, EXAMPLES, OF_A_CODE
from acervo.records.sentences import SENTENCES

NOTE = "Esta página la escribe el programa con sus propias reglas: `make generate` la pone al día."
SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "too_big": "El archivo",
        "tab": "La forma de escribir",
        "control": "Signos que no se ven o no son los que parecen",
        "file_hidden": "Nombres de archivos y carpetas",
        "missing": "Un campo",
        "no_source": "Una ficha consigo misma",
        "evaluation_of_nothing": "Evaluaciones",
        "unknown_reference": "Una ficha con las demás",
        "captions_overlap": "Subtítulos",
    }
)
"""The first message of each section, in the order of the table of sentences."""


def manual() -> dict[str, str]:
    """Return the generated pages of the guide by the name of their file."""
    pages = {f"campos-{kind.segment}.md": _fields(kind) for kind in KINDS.values()}
    return pages | {"mensajes.md": _messages()}


def _fields(kind: Kind) -> str:
    title = f"Campos de {kind.plural.lower()}"
    place = f"`data/{kind.folder}.yml`" if kind.folder == "topics" else f"`data/{kind.folder}/`, un archivo por ficha"
    lines = [*_head(title, f"Todos los campos de las fichas de {kind.plural.lower()}."), f"Van en {place}.", ""]
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
    return _text(lines)


def _told(info: FieldInfo) -> str:
    told = f"**{info.title}.** {info.description}"
    chosen = [f"`{choice.value}`, {choice.label}" for choice in labels.choices_of(info)]
    return _cell(f"{told} Valores: {'; '.join(chosen)}." if chosen else told)


def _example(info: FieldInfo) -> str:
    return f"`{_cell(_flow((info.examples or [''])[0]))}`"


def _flow(value: object) -> str:
    """Return an example as it is written on one line."""
    match value:
        case dict():
            return "{" + ", ".join(f"{name}: {_flow(inner)}" for name, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case _:
            return str(value)


def _messages() -> str:
    lines = _head("Qué quiere decir cada mensaje", "Los mensajes de la revisión, con un ejemplo y su remedio.")
    lines += [
        "Cada mensaje empieza con el archivo, el renglón y la columna, y termina con su nombre entre corchetes.",
        "Búsquelo aquí por ese nombre. Los **errores** impiden publicar; las **advertencias**, no.",
        "",
        *(f"- [{heading}](#{suggest(heading)})" for heading in SECTIONS.values()),
        "",
    ]
    for code in SENTENCES:
        if code in SECTIONS:
            lines += [f"## {SECTIONS[code]}", ""]
        lines += _message(code)
    return _text(lines)


def _message(code: str) -> Iterator[str]:
    details = {name: OF_A_CODE.get(code, {}).get(name, DETAILS.get(name, "…")) for name in _wanted(code)}
    words = messages.word(code, details)
    grave = "error" if words.severity == "error" else "advertencia"
    yield f"### {words.message[0].upper()}{words.message[1:]}"
    yield ""
    yield f"`[{code}]`, {grave}."
    yield ""
    if code in EXAMPLES:
        yield from ("Por ejemplo:", "", *(f"    {line}" for line in EXAMPLES[code].splitlines()), "")
    more = "El mensaje repite qué va en ese campo y un ejemplo." if words.hint else ""
    cure = " ".join(filter(None, [words.fix, more]))
    yield f"**Remedio.** {cure or 'Corrija el valor.'}"
    yield ""


def _wanted(code: str) -> list[str]:
    sentence = SENTENCES[code]
    parts = string.Formatter().parse(f"{sentence.message} {sentence.fix}")
    return [name for _, name, _, _ in parts if name]


def _head(title: str, about: str) -> list[str]:
    """Begin a page; `tables: reference` keeps the examples in its tables out of the search of what was recorded."""
    front = ["---", f"title: {title}", f"description: {about}", "tables: reference", "---"]
    return [*front, "", f"# {title}", "", NOTE, ""]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _text(lines: list[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"
