"""The verb `todo`: what is missing in the published records, with the file and the field where each thing is added.

In: a project, which kinds and gaps are wanted. Out: `Task`s, as text or as JSON. Never: changes a record, or says that
something is missing that the page of quality does not say.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

from acervo.archive import archive, gaps
from acervo.archive.duties import DUTIES
from acervo.publishing import reading
from acervo.publishing.build import label
from acervo.publishing.theme import Project
from acervo.records.models.kinds import KINDS
from acervo.records.models.labels import label as label_of


class Task(NamedTuple):
    """One thing to add to one record."""

    file: str
    """Path of the record's file, from where people stand."""
    line: int
    """Where the record starts in it."""
    kind: str
    id: str
    title: str
    gap: str
    field: str
    """The field, from the record down: `recording.license`."""
    label: str
    """The labels on the way to it."""
    ask: str


class Tasks(NamedTuple):
    """Everything to do, and as of which day."""

    date: str
    tasks: tuple[Task, ...]
    records: int
    """Records that something is missing in."""


def todo(project: Project, kinds: Iterable[str] = (), codes: Iterable[str] = ()) -> Tasks:
    """Return what is missing, by kind in reading order. kinds, codes: only these; without any, all."""
    read = reading.read(project.data, label(project), project.cache)
    joined = archive.build(read.entries, read.holdings)
    wanted, asked = frozenset(kinds) or KINDS.keys(), frozenset(codes) or gaps.GAPS.keys()
    found = []
    for key, mark in gaps.every(joined).items():
        if key[0] not in wanted:
            continue
        entry = joined.entries[key]
        file = read.label + entry.path.removeprefix(read.data.name)
        for gap in gaps.named(mark):
            if gap.code in asked:
                field = gap.fields[entry.kind]
                words = label_of(KINDS[entry.kind].model, tuple(field.split(".")))
                found.append(
                    Task(file, entry.line, *key, entry.title, gap.code, field, words, DUTIES[gap.code].ask)
                )  # fmt: skip
    records = len({(task.kind, task.id) for task in found})
    return Tasks(gaps.census_day(joined), tuple(found), records)


def as_json(tasks: Tasks) -> str:
    """Return the tasks for machines."""
    values = {"date": tasks.date, "records": tasks.records, "tasks": [task._asdict() for task in tasks.tasks]}
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def as_text(tasks: Tasks) -> str:
    """Return the tasks for people: a record, and below it what it lacks."""
    lines = []
    before = ("", "")
    for task in tasks.tasks:
        if (task.kind, task.id) != before:
            before = task.kind, task.id
            lines.append(f"{task.file}:{task.line}: «{task.title}»")
        lines.append(f"    {task.label} ({task.field}): {task.ask}")
    if not lines:
        return f"Nada pendiente al {tasks.date}."
    things = "una cosa" if len(tasks.tasks) == 1 else f"{len(tasks.tasks):,} cosas"
    records = "una ficha" if tasks.records == 1 else f"{tasks.records:,} fichas"
    return "\n".join([*lines, "", f"Al {tasks.date} faltan {things} en {records}."])
