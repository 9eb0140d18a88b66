"""From counted answers to the text of an evaluation record, in which no figure is of too few people.

In: a `Count`, and what a person said of the evaluation. Out: YAML, and what could not be told and why.
Never: writes an answer in the words of few, or a figure below the minimum.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from acervo.drafts import manuscript
from acervo.evaluations.column import GENDER, INSTITUTION, OPTIONS, SCALE, Column, Verdict, label
from acervo.evaluations.count import Count
from acervo.records.checks.disclosure import merged, pooled, told_apart
from acervo.records.models.scales import NO_ANSWER, REST, STEPS, Scale
from acervo.records.text.words import fold, sort_key

_GENDERS = {
    "Mujeres": ("mujer", "mujeres", "femenino", "femenina", "f", "female", "woman"),
    "Hombres": ("hombre", "hombres", "masculino", "masculina", "m", "male", "man"),
    "Personas no binarias": ("no binario", "no binaria", "no binarie", "persona no binaria", "nb", "x", "non-binary"),
    "Prefirieron no decirlo": ("prefiero no decirlo", "prefiero no decir", "prefiero no responder", "no contesto"),
}
_NO_DATUM = "Sin dato"
_OTHERS = "Otras"

Cells = list[tuple[str, str, int]]
"""First and last step, and how many people."""


class Sheet(NamedTuple):
    """What a person says of the evaluation."""

    title: str
    about: tuple[tuple[str, str], ...]
    """Fields and ids of what is evaluated."""
    moment: str
    months: int
    date: str
    instrument: str
    version: str
    invited: int
    attended: bool
    """Whether the rows are those who attended, and answered nothing."""
    method: str
    source: str
    topics: tuple[str, ...]
    updated: str


class Written(NamedTuple):
    """A record, and what of its sheet is not in it."""

    text: str
    questions: tuple[str, ...]
    """What is in it, in words, one line a question."""
    withheld: tuple[tuple[Column | None, str], ...]


def write(count: Count, sheet: Sheet, minimum: int) -> Written:
    """Write the record of counted answers."""
    lines = manuscript.field("title", manuscript.clean(sheet.title, 300))
    for name, id_ in sheet.about:
        lines += manuscript.field(name, id_)
    lines.append(f"moment: {sheet.moment}")
    if sheet.months:
        lines.append(f"months: {sheet.months}")
    if sheet.date:
        lines.append(f"date: {sheet.date}")
    if sheet.instrument:
        lines.append("instrument:")
        lines += manuscript.field("title", manuscript.clean(sheet.instrument, 300), "  ")
        lines += manuscript.field("version", manuscript.clean(sheet.version, 300), "  ") if sheet.version else []
    withheld: list[tuple[Column | None, str]] = []
    if not sheet.attended:
        if sheet.invited and told_apart(sheet.invited, count.answered, minimum):
            lines.append(f"invited: {sheet.invited}")
        elif sheet.invited:
            withheld.append((None, f"las personas invitadas: se deduciría que menos de {minimum} no respondieron"))
        lines.append(f"answered: {count.answered}")
    if sheet.method:
        lines += manuscript.field("method", manuscript.clean(sheet.method, 2_900))
    told: list[str] = []
    if not sheet.attended:
        asked = list(_questions(count, minimum, withheld, told))
        lines += ["questions:", *asked] if asked else []
    lines += _attendance(count, sheet.attended, minimum, withheld, told)
    if sheet.topics:
        lines.append(f"topics: [{', '.join(sheet.topics)}]")
    lines.append("sources:")
    lines += _item(manuscript.field("title", manuscript.clean(sheet.source, 300), "    "))
    lines.append(f"updated: {sheet.updated}")
    return Written("\n".join(lines) + "\n", tuple(told), tuple(withheld))


def _item(lines: Sequence[str]) -> list[str]:
    """Make lines the first of an element of a list, two columns to the left of where they are."""
    first = lines[0]
    indent = len(first) - len(first.lstrip())
    return [f"{first[: indent - 2]}- {first[indent:]}", *lines[1:]]


def _questions(count: Count, minimum: int, withheld: list[tuple[Column | None, str]], told: list[str]) -> Iterable[str]:
    for column, verdict in count.columns:
        if verdict.kind not in (SCALE, OPTIONS):
            continue
        missing = count.answered - column.filled
        if verdict.scale:
            cells, scale = _steps(column, verdict, missing, minimum), verdict.scale
        else:
            cells, scale = _options(column, missing, minimum), Scale.OPTIONS
        if not cells:
            withheld.append((column, f"casi todas las respuestas son la misma, o son menos de {minimum} de cada una"))
            continue
        yield from _item(manuscript.field("question", manuscript.clean(column.heading, 300), "    "))
        yield f"    scale: {scale.value}"
        yield "    answers:"
        for first, last, people in cells:
            yield from _item(manuscript.field("answer", first, "        "))
            if last != first:
                yield from manuscript.field("through", last, "        ")
            yield f"        n: {people}"
        shown = "; ".join(f"{first}{f' a {last}' if last != first else ''}, {people}" for first, last, people in cells)
        told.append(f"{column.named} ({scale.value}): {shown}")


def _steps(column: Column, verdict: Verdict, missing: int, minimum: int) -> Cells:
    assert verdict.scale is not None
    own = STEPS[verdict.scale]
    totals = dict.fromkeys((NO_ANSWER, *own) if missing else own, 0)
    if missing:
        totals[NO_ANSWER] = missing
    for value, people in column.counts.items():
        totals[verdict.steps[value]] += people
    names = list(totals)
    groups = merged(list(totals.values()), minimum)
    return [(names[one.first], names[one.last], int(one.people)) for one in groups] if len(groups) > 1 else []


def _options(column: Column, missing: int, minimum: int) -> Cells:
    totals = dict(column.counts)
    if missing:
        totals[NO_ANSWER] = totals.get(NO_ANSWER, 0) + missing
    return [(name, name, people) for name, people in _apart(totals, REST, minimum)] if len(totals) > 1 else []


def _apart(totals: dict[str, int], rest_name: str, minimum: int) -> list[tuple[str, int]]:
    """Tell the answers that may stand alone by their names, and the rest as one."""
    names = sorted(totals, key=lambda name: (sort_key(name), name))
    alone, rest = pooled([totals[name] for name in names], minimum)
    kept = [(names[place], totals[names[place]]) for place in alone if label(names[place])]
    rest += sum(totals[names[place]] for place in alone if not label(names[place]))
    same = sum(people for name, people in kept if fold(name) == fold(rest_name))
    kept = [(name, people) for name, people in kept if fold(name) != fold(rest_name)]
    rest += same
    if not kept:
        return []
    return [*kept, (rest_name, int(rest))] if rest else kept


def _attendance(
    count: Count, attended: bool, minimum: int, withheld: list[tuple[Column | None, str]], told: list[str]
) -> list[str]:
    lines: list[str] = []
    for field, kind in (("institutions", INSTITUTION), ("genders", GENDER)):
        found = [column for column, verdict in count.columns if verdict.kind == kind]
        for column in found[1:]:
            withheld.append((column, "ya hay otra columna de lo mismo; elija con --institution o --gender"))
        for column in found[:1]:
            shares = _apart(_people(column, kind, count.answered - column.filled), _OTHERS, minimum)
            if not shares:
                withheld.append((column, f"son menos de {minimum} personas de cada uno"))
                continue
            lines.append(f"  {field}:")
            for name, people in shares:
                lines += [*_item(manuscript.field("name", manuscript.clean(name, 300), "      ")), f"      n: {people}"]
            told.append(f"{column.named}: " + "; ".join(f"{name}, {people}" for name, people in shares))
    if not lines and not attended:
        return []
    return ["attendance:", f"  of: {'attended' if attended else 'answered'}", f"  n: {count.answered}", *lines]


def _people(column: Column, kind: str, missing: int) -> dict[str, int]:
    """Count people by what they are, one name for each way of writing it."""
    totals: dict[str, int] = {}
    written: dict[str, str] = {}
    known = {word: name for name, words in _GENDERS.items() for word in words} if kind == GENDER else {}
    for value, people in sorted(column.counts.items(), key=lambda one: (-one[1], one[0])):
        plain = fold(value).strip(" .")
        name = known.get(plain) or (_OTHERS if kind == GENDER else written.setdefault(plain, value))
        totals[name] = totals.get(name, 0) + people
    if missing:
        totals[_NO_DATUM] = totals.get(_NO_DATUM, 0) + missing
    return totals
