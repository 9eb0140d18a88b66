"""The questions of an issue form: what is asked for a new record, one question a field.

In: a kind of record. Out: `Question`s in the order in which a record is written. Never: words that the models have.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from acervo.records.models.kinds import KINDS
from acervo.records.writing.forms import form

ID = "id"
NOT_ASKED = frozenset({"updated", "formerly", "withdrawn", "draft"})
"""Fields that say nothing of a new record, or that the program fills in."""
BAR = "|"
"""Between the pieces of a part that is told on one line."""

Field = dict[str, Any]
"""A field, as `records.forms` describes it."""


class Question(NamedTuple):
    """A question, as the forge asks it."""

    id: str
    label: str
    hint: str
    shape: str
    """`input`, `textarea` or `dropdown`."""
    required: bool = False
    example: str = ""
    options: tuple[str, ...] = ()
    value: str = ""
    """What the box already says."""


@cache
def questions(kind: str) -> tuple[Question, ...]:
    """Return the questions of a kind."""
    return (*(_question(kind, field) for field in fields(kind)), _id(kind))


@cache
def fields(kind: str) -> tuple[Field, ...]:
    """Return the fields of a kind that are asked for."""
    described = form(KINDS[kind])
    return tuple(one for one in described["parts"][described["model"]] if one["name"] not in NOT_ASKED)


@cache
def pieces(kind: str, part: str, inner: bool = False) -> tuple[Field, ...]:
    """Return the fields of a part that a box of text can tell. inner: of a part within a part, told on one line."""
    parts = form(KINDS[kind])["parts"]
    return tuple(one for one in parts[part] if "part" not in one or (not inner and one.get("many")))


def line_of(kind: str, part: str) -> str:
    """Return what a line with a whole part looks like: the labels of its pieces."""
    return f" {BAR} ".join(one["label"] for one in pieces(kind, part, inner=True))


def _question(kind: str, field: Field) -> Question:
    hint, required = field["hint"], bool(field.get("required"))
    if "part" in field:
        told = " ".join([hint, *_about_part(kind, field)])
        value = "" if field.get("many") else "".join(f"{one['label']}: \n" for one in pieces(kind, field["part"]))
        return Question(field["name"], field["label"], told, "textarea", required, value=value)
    if "refers" in field:
        hint = f"{hint} También sirve el nombre."
    if "choices" in field and not field.get("many"):
        labels = tuple(label for _, label in field["choices"])
        return Question(field["name"], field["label"], hint, "dropdown", required, options=labels)
    example = field.get("example", "")
    if field.get("many"):
        hint = " ".join([hint, "Una cosa por renglón.", *_choices(field)])
        return Question(field["name"], field["label"], hint, "textarea", required, example)
    shape = "textarea" if field.get("long") else "input"
    return Question(field["name"], field["label"], hint, shape, required, example)


def _id(kind: str) -> Question:
    label = KINDS[kind].label.lower()
    return Question(
        ID,
        "Id de la ficha",
        "El nombre de su archivo y de su dirección: minúsculas sin acentos, números y guiones. "
        f"Si lo deja vacío, sale del título ({label}).",
        "input",
    )


def _about_part(kind: str, field: Field) -> Iterator[str]:
    """Tell how a part is written in a box of text."""
    inside = pieces(kind, field["part"])
    nested = [one for one in inside if "part" in one]
    if not field.get("many"):
        yield "Escriba junto a cada nombre lo que sepa y deje lo demás como está."
    elif nested:
        yield "Escriba «nombre: dato» en cada renglón; al repetir el primer nombre empieza otra cosa. Nombres: "
        yield ", ".join(one["label"] for one in inside) + "."
    else:
        yield f"Una por renglón: {line_of(kind, field['part'])}. Lo que no se sabe se deja vacío."
    for one in nested:
        yield f"En «{one['label']}», una por renglón: {line_of(kind, one['part'])}."
    for one in inside:
        for told in _choices(one):
            yield f"«{one['label']}»: {told[0].lower()}{told[1:]}"


def _choices(field: Field) -> Iterator[str]:
    if "choices" in field:
        yield "Se elige entre " + "; ".join(label for _, label in field["choices"]) + "."
