"""The questions of `acervo new` in a terminal, and the same as options of the command.

In: what a person types, or options. Out: the tree of a record. Never: writes; Ctrl-C leaves everything as it was.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from acervo.console import Spanish, say
from acervo.errors import Failure
from acervo.records.catalogue.entry import Entry
from acervo.records.models.kinds import KINDS
from acervo.records.text.words import fold
from acervo.records.writing.questions import Question, answer, important, questions

MANY = 9
"""Records that a search shows at a time."""
_YES = frozenset({"s", "si", "y", "yes"})


Write = Callable[[Path, str, dict[str, Any], str, bool], None]
"""What is done with the answers: configuration, kind, tree of the options, id, and whether to ask for everything."""


def kinds() -> list[str]:
    """Return the kinds of record, by their folders."""
    return list(KINDS)


def verb(name: str, write: Write) -> click.Command | None:
    """Return the verb of a kind, by its folder or by its name in Spanish, singular or plural; None for another name."""
    wanted = fold(name)
    for kind in KINDS.values():
        if wanted in (kind.folder, fold(kind.label), fold(kind.plural)):
            return _verb(kind.folder, write)
    return None


def _verb(kind: str, write: Write) -> click.Command:
    @click.pass_obj
    def run(config: Path, /, id_: str, everything: bool, **given: Any) -> None:
        write(config, kind, from_options(kind, given), id_, everything)

    params: list[click.Parameter] = [
        click.Option(["--id", "id_"], default="", metavar="ID", help="El id de la ficha (si no, uno del título)."),
        click.Option(["--all", "everything"], is_flag=True, help="Pregunta por todos los campos."),
    ]
    help_ = f"Escribe una ficha nueva: {KINDS[kind].label}."
    return Spanish(kind, callback=run, params=[*params, *_options(kind)], help=help_)


def from_options(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tree that options tell. Raises Failure for a value that does not serve."""
    tree: dict[str, Any] = {}
    for question in questions(kind):
        if not question.parts:
            told = given.get(question.name)
            if told:
                tree[question.name] = _each(question, told)
        elif question.many:
            if told := given.get(question.name):
                tree[question.name] = [_part(question, text) for text in told]
        else:
            inner = {
                one.name: _each(one, value)
                for one in question.parts
                if not one.parts and (value := given.get(f"{question.name}_{one.name}"))
            }
            if inner:
                tree[question.name] = inner
    return tree


def ask(kind: str, entries: Iterable[Entry], *, everything: bool) -> dict[str, Any]:
    """Ask a person for the fields of a record; everything: also those that few records have."""
    say(f"Ficha nueva: {KINDS[kind].label}. Enter deja un campo vacío; Ctrl-C termina sin escribir nada.")
    known = list(entries)
    tree: dict[str, Any] = {}
    for question in questions(kind):
        if everything or question.name in important(kind) or question.short:
            value = _asked(question, known)
            if value:
                tree[question.name] = value
    return tree


def ask_id(proposed: str) -> str:
    """Ask for the id, with one to begin with."""
    say("\nEl id es el nombre del archivo y parte de la dirección; después no se cambia.")
    return str(click.prompt("Id", default=proposed)).strip()


def _asked(question: Question, entries: Sequence[Entry]) -> Any:
    """Return the value of a field; "" or an empty list for none."""
    say("")
    say(f"{question.label}{' (obligatorio)' if question.required else ''}. {question.hint}")
    if not question.parts:
        _show(question)
        if not question.many:
            return _text(question, entries)
        return list(iter(lambda: _text(question._replace(required=False), entries), ""))
    found: list[dict[str, Any]] = []
    while _yes("¿Agregar otra?" if found else "¿Agregar?"):
        inner = {one.name: value for one in question.parts if (value := _asked(one, entries))}
        if inner:
            found.append(inner)
        if not question.many:
            break
    return found if question.many else (found[0] if found else "")


def _show(question: Question) -> None:
    if question.choices:
        for number, one in enumerate(question.choices, 1):
            say(f"  {number}. {one.label} ({one.value})")
    elif question.refers_to:
        say("  Escriba parte del nombre para buscar, o el id.")
    elif question.example:
        say(f"  Ejemplo: {question.example}")


def _text(question: Question, entries: Sequence[Entry]) -> str:
    """Ask until the answer serves."""
    while True:
        typed = str(click.prompt(">", default="", show_default=False, prompt_suffix=" ")).strip()
        if not typed:
            if not question.required:
                return ""
            say("  Este campo es obligatorio.")
            continue
        if question.refers_to:
            typed = _found(question.refers_to, typed, entries)
            if not typed:
                continue
        given = answer(question, typed)
        if not given.refusal:
            if given.value != typed:
                say(f"  {given.value}")
            return given.value
        say(f"  {given.refusal}")


def _found(kind: str, typed: str, entries: Sequence[Entry]) -> str:
    """Return the id of the record that a person means; "" to ask again."""
    same = [entry for entry in entries if entry.kind == kind]
    if any(entry.id == typed for entry in same):
        return typed
    words = fold(typed).split()
    names = [(entry, fold(" ".join((entry.id, entry.title, *entry.names)))) for entry in same]
    near = [entry for entry, name in names if all(word in name for word in words)]
    if not near:
        say("  No hay ninguna ficha así; escriba otras palabras, o deje el campo vacío.")
        return ""
    for number, entry in enumerate(near[:MANY], 1):
        say(f"  {number}. {entry.title} ({entry.id})")
    if len(near) > MANY:
        say(f"  … y {len(near) - MANY:,} más: escriba otra palabra.")
    chosen = str(click.prompt("  Número", default="", show_default=False)).strip()
    return near[int(chosen) - 1].id if chosen.isdecimal() and 1 <= int(chosen) <= min(MANY, len(near)) else ""


def _yes(text: str) -> bool:
    return fold(str(click.prompt(f"{text} [s/N]", default="", show_default=False)).strip()) in _YES


def _options(kind: str) -> list[click.Parameter]:
    """Return an option for each field; of the parts of a group, one for each."""
    made: list[click.Parameter] = []
    for one in questions(kind):
        if one.parts and not one.many:
            made += [_option(part, f"{one.name}_{part.name}") for part in one.parts if not part.parts]
        else:
            made.append(_option(one, one.name))
    return made


def _option(question: Question, name: str) -> click.Option:
    fields = "; ".join(f"{one.name}=…" for one in question.parts)
    told = f" Así: «{fields}»." if fields else ""
    return click.Option(
        [f"--{name.replace('_', '-')}", name], multiple=question.many, default=None if question.many else "",
        metavar="TEXTO", help=f"{question.label}. {question.hint}{told}",
    )  # fmt: skip


def _each(question: Question, told: Any) -> Any:
    values = [_value(question, text) for text in ([told] if isinstance(told, str) else told)]
    return values if question.many else values[0]


def _part(question: Question, text: str) -> dict[str, Any]:
    """Return a part from `campo=valor; campo=valor`."""
    by_name = {one.name: one for one in question.parts if not one.parts}
    found: dict[str, Any] = {}
    for piece in text.split(";"):
        name, equals, value = (side.strip() for side in piece.partition("="))
        if not equals or name not in by_name:
            raise Failure(
                f"«{piece.strip()}» no se entiende en --{question.name}: use {', '.join(by_name)}, así: campo=valor."
            )
        one = by_name[name]
        found[name] = _each(one, value.split(",") if one.many else value)
    return found


def _value(question: Question, text: str) -> str:
    given = answer(question, text)
    if given.refusal:
        raise Failure(f"{question.label}: {given.refusal}")
    return given.value
