"""The questions that a new record asks, made from the fields of its kind, and what an answer means.

In: a kind; the text of an answer. Out: questions in the order of the record, values, and refusals in words.
Never: asks by itself (see `asking`), or has a question of its own.
"""

import textwrap
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo

from acervo.records.catalogue.blanks import PIECES, field_of
from acervo.records.checks import messages
from acervo.records.checks.suggestions import FOR
from acervo.records.checks.validation import validate
from acervo.records.models import labels
from acervo.records.models.fields import Choice, Part
from acervo.records.models.kinds import KINDS
from acervo.records.models.labels import inner_model
from acervo.records.models.parts import Record
from acervo.records.problems import Finding
from acervo.records.text.scalars import WIDTH
from acervo.records.text.words import fold
from acervo.records.writing import canonical

LAST = "updated"
"""What comes from here on is about keeping the record, and nobody is asked."""


class Question(NamedTuple):
    """What to ask for one field."""

    owner: type[Part]
    name: str
    label: str
    hint: str
    example: str
    required: bool
    many: bool
    short: bool
    """Whether it is one text that fits on a line."""
    choices: tuple[Choice, ...]
    refers_to: str
    """The kind of the records it names, or ""."""
    parts: tuple["Question", ...]
    """Of what it is made; none for a text."""


class Answer(NamedTuple):
    """What an answer means."""

    value: str
    refusal: str = ""
    """Why it does not serve, in words."""


@cache
def questions(kind: str) -> tuple[Question, ...]:
    """Return the questions of a kind of record, in the order of its canonical form."""
    model = KINDS[kind].model
    names = canonical.order(model)
    return tuple(_question(model, name) for name in names[: names.index(LAST)])


@cache
def important(kind: str) -> frozenset[str]:
    """Return the fields that a record should tell: those it must have, and those whose lack the archive tells."""
    model: type[Record] = KINDS[kind].model
    required = {name for name, info in model.model_fields.items() if info.is_required()}
    pieces = {field_of(piece, kind, model).partition(".")[0] for piece in PIECES}
    return frozenset(required | pieces) - {"", LAST}


def answer(question: Question, text: str) -> Answer:
    """Return the value of an answer: for a choice its number, value or label; a date or hour in words is put right."""
    text = canonical.clean(text)
    if question.choices:
        told = {fold(word): one.value for one in question.choices for word in (one.value, one.label)}
        told |= {str(number): one.value for number, one in enumerate(question.choices, 1)}
        if fold(text) in told:
            return Answer(told[fold(text)])
    for tried in (text, *_meant(question, text)):
        refusal = _refusal(question, tried)
        if not refusal:
            return Answer(tried)
    return Answer(text, _refusal(question, text))


def notes(kind: str, tree: dict[str, Any]) -> dict[str, list[str]]:
    """Return, for each important field that a record lacks, the comment that tells what goes there."""
    lacking = [one for one in questions(kind) if one.name in important(kind) and not tree.get(one.name)]
    return {one.name: [*_remark(f"{one.label}: {one.hint}"), *_sample(one)] for one in lacking}


def _remark(text: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False, break_on_hyphens=False
    )


def _sample(question: Question) -> list[str]:
    """Return the field as it would be written, made a comment."""
    examples = question.owner.model_fields[question.name].examples or [""]
    group = canonical.write({question.name: examples[0]}, _kind_of(question.owner))
    return [f"# {line}".rstrip() for line in group.rstrip("\n").split("\n")]


def _kind_of(model: type[Part]) -> str:
    return next(kind.folder for kind in KINDS.values() if kind.model is model)


def _question(model: type[Part], name: str) -> Question:
    info = model.model_fields[name]
    inner = inner_model(info.annotation)
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return Question(
        owner=model,
        name=name,
        label=info.title or name,
        hint=info.description or "",
        example=_example(info),
        required=info.is_required(),
        many=tuple in (get_origin(info.annotation), *map(get_origin, get_args(info.annotation))),
        short=canonical.is_short(info),
        choices=tuple(labels.choices(model, (name,))),
        refers_to=str(extra.get("refers_to", "")),
        parts=tuple(_question(inner, part) for part in inner.model_fields) if inner and issubclass(inner, Part) else (),
    )


def _example(info: FieldInfo) -> str:
    """Return the example of a field when it is one text."""
    example: Any = (info.examples or [""])[0]
    example = example[0] if isinstance(example, list) else example
    return example if isinstance(example, str) else ""


def _meant(question: Question, text: str) -> list[str]:
    """Return what the text says without doubt, in the form that the field takes."""
    found = [FOR[finding.code](text) for finding in _findings(question, text) if finding.code in FOR]
    return [one.text for one in found if one.certain and one.text]


def _refusal(question: Question, text: str) -> str:
    words = [messages.word(finding.code, finding.details) for finding in _findings(question, text)]
    return " ".join(f"{one.message}. {one.fix}".strip() for one in words[:1])


def _findings(question: Question, text: str) -> list[Finding]:
    checked = validate(question.owner, {question.name: [text] if question.many else text})
    found = checked if isinstance(checked, list) else []
    return [finding for finding in found if finding.path[0] == question.name]
