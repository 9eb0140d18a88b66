"""The verb `new`: a record written for the first time, in canonical form, with comments where something is missing.

In: a project, a kind, what was answered, the day. Out: one new file (or one more topic), and what is to be done.
Never: overwrites a record, reads the clock, or writes before everything is answered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from acervo import files
from acervo.drafts.naming import new_id
from acervo.editing import checkup
from acervo.errors import Failure
from acervo.publishing import reading
from acervo.publishing.build import label
from acervo.publishing.reading import Reading
from acervo.publishing.theme import Project
from acervo.records.catalogue.entry import Entry
from acervo.records.checks import filing, messages
from acervo.records.checks.names import alike
from acervo.records.models import dates
from acervo.records.models.kinds import KINDS
from acervo.records.problems import Problem, as_text
from acervo.records.text.words import sort_key
from acervo.records.writing.canonical import write
from acervo.records.writing.questions import important, notes, questions

TOPICS = "topics"
_DATED = "conferences"
"""The kind whose ids begin with the year."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What came of it."""

    path: str
    """As people know it."""
    problems: tuple[Problem, ...]
    lacking: tuple[str, ...]
    """Labels of the important fields that are still empty."""
    alike: tuple[str, ...]
    """Records that may be the same, in words."""

    def text(self) -> str:
        """Return it in words."""
        lines = [f"Escrita: {self.path}"]
        lines += [f"Quizá ya existe: {other}" for other in self.alike]
        lines += map(as_text, self.problems)
        if self.lacking:
            lines.append(f"Falta, si se sabe: {', '.join(self.lacking)}.")
        lines.append("Complétela y ejecute «acervo check»; si hay direcciones nuevas, «acervo generate».")
        return "\n".join(lines)


def read(project: Project) -> Reading:
    """Return the archive as it is now."""
    return reading.read(project.data, label(project), project.cache)


def proposed(found: Reading, kind: str, tree: Mapping[str, Any]) -> str:
    """Return a free id made from the title, and of a conference from its date and video."""
    title, day = str(tree.get("title", "")), str(tree.get("date", ""))
    taken = _taken(found, kind)
    if kind == _DATED:
        recording = tree.get("recording")
        video = str(recording.get("youtube", "")) if isinstance(recording, Mapping) else ""
        return new_id(title, video, day if _is_date(day) else "", taken)
    id_ = new_id(title, "", "", taken)
    return id_ if filing.suggest(title) else ""


def compose(project: Project, found: Reading, kind: str, tree: Mapping[str, Any], id_: str, today: date) -> Composed:
    """Write a record. tree: what was answered. id_: "" for the one proposed. Raises Failure."""
    whole: dict[str, Any] = {**tree, "updated": today.isoformat()}
    id_ = id_ or proposed(found, kind, whole)
    _refuse(found, kind, id_)
    path = project.data / (f"{TOPICS}.yml" if kind == TOPICS else f"{kind}/{id_}.yml")
    others = tuple(_alike(found, kind, whole))
    first = 1
    if kind == TOPICS:
        before = path.read_text(encoding="utf-8").rstrip() if path.is_file() else ""
        text = write({id_: whole}, kind)
        text = f"{before}\n\n{text}" if before else text
        first = before.count("\n") + 2
    else:
        text = write(whole, kind, notes(kind, whole))
    files.write_whole(path, text.encode())
    shown = _shown(project, path)
    problems, _ = checkup.check(project)
    asked = {one.name: one.label for one in questions(kind)}
    return Composed(
        shown,
        tuple(one for one in problems if one.path == shown and (one.line >= first or not one.line)),
        tuple(asked[name] for name in asked if name in important(kind) and not whole.get(name)),
        others,
    )


def _refuse(found: Reading, kind: str, id_: str) -> None:
    """Refuse an id that no record can have, or that one has or had."""
    if not id_:
        raise Failure("Sin título no se puede proponer un id: escriba el título, o el id con --id.")
    if wrong := filing.id_problem(id_):
        words = messages.word(wrong.code, wrong.details)
        raise Failure(f"{words.message[:1].upper()}{words.message[1:]}. {words.fix}")
    if id_ in _taken(found, kind):
        raise Failure(f"El id «{id_}» ya es, o fue, de otra ficha: elija otro con --id.")


def _taken(found: Reading, kind: str) -> set[str]:
    """Return, in lower case, every id that a record of a kind has or had, and every name that a file has."""
    ids = [id_ for entry in found.entries if entry.kind == kind for id_ in (entry.id, *entry.formerly)]
    segment = f"{KINDS[kind].segment}/"
    once = [line.strip().removeprefix(segment).strip("/") for line in found.ledger if line.strip().startswith(segment)]
    present = [path.name.partition(".")[0] for path in (found.data / kind).glob("*")]
    return {id_.lower() for id_ in (*ids, *once, *present)}


def _alike(found: Reading, kind: str, tree: Mapping[str, Any]) -> Iterator[str]:
    """Yield the records of the kind with the same video, title or day, or a person's name that is nearly the same."""
    recording = tree.get("recording")
    video = recording.get("youtube", "") if isinstance(recording, Mapping) else ""
    title, day, series = sort_key(str(tree.get("title", ""))), tree.get("date"), tree.get("series", "")
    near = {other for pair in alike(_names(found, kind, str(tree.get("title", "")))) if "" in pair for other in pair}
    for entry in found.entries:
        if entry.kind != kind:
            continue
        same = [
            *(["el mismo video"] if video and entry.video == video else []),
            *(["el mismo título"] if title and sort_key(entry.title) == title else []),
            *(["un nombre casi igual"] if entry.id in near and sort_key(entry.title) != title else []),
            *(
                ["la misma fecha"]
                if day and entry.date == day and (not series or _of(entry, "series") in ("", series))
                else []
            ),
        ]
        if same:
            shown = found.label + entry.path.removeprefix(found.data.name)
            yield f"{shown} («{entry.title}»): {', '.join(same)}."


def _names(found: Reading, kind: str, title: str) -> dict[str, str]:
    """Return the names of people by id, with the new one under ""; nothing for other kinds."""
    if kind != "speakers":
        return {}
    return {entry.id: entry.title for entry in found.entries if entry.kind == kind} | {"": title}


def _of(entry: Entry, kind: str) -> str:
    return next((id_ for _, of, id_, *_ in entry.references if of == kind), "")


def _is_date(text: str) -> bool:
    try:
        dates.parse(text)
    except dates.DateError:
        return False
    return True


def _shown(project: Project, path: Path) -> str:
    return f"{label(project)}/{path.relative_to(project.data).as_posix()}"
