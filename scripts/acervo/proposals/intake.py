"""The verb `from-issue`: an issue that a form made becomes the file of a record, or sentences that say why not.

In: a project, the body of an issue or the event that brings it. Out: a new file below the data folder, and an answer.
Never: replaces a file, writes outside of the data folder, or gives a text of the issue to another program.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from acervo import files
from acervo.errors import Failure
from acervo.forge.answering import Answered, answer, names
from acervo.forge.body import LONGEST, answers, kind_of
from acervo.forge.likeness import Likenesses
from acervo.forge.markdown import code, prose
from acervo.forge.questions import questions
from acervo.forge.reply import Answer, reply
from acervo.forge.review import Twin
from acervo.publishing import reading
from acervo.publishing.build import label
from acervo.publishing.reading import Reading
from acervo.publishing.theme import Project
from acervo.records.checks import checking, filing, messages
from acervo.records.checks.filing import TOPICS_FILE, Misfiled
from acervo.records.checks.loading import load_file
from acervo.records.problems import Problem
from acervo.records.text.reader import read as read_tree
from acervo.records.writing import canonical

COMMENT = "comment.md"
BRANCH = "ficha/{number}"
"""Of the proposal of an issue; the workflow gives its branch the same name."""
_LARGEST_EVENT = 5_000_000
"""Bytes: GitHub sends at most 25 MB, an issue's event has some 20 KB."""
_REPOSITORY = re.compile(r"https://[a-z0-9.-]+/[\w.-]+/[\w.-]+", re.ASCII)


class Issue(NamedTuple):
    """What an event says of an issue."""

    body: str
    proposal: str
    """Where the proposal of its record can be seen, or ""."""


def event(path: Path) -> Issue:
    """Read the event of an issue. Raises Failure when the file is none."""
    if path.stat().st_size > _LARGEST_EVENT:
        raise Failure(f"«{path}» es demasiado grande para ser el aviso de un flujo.")
    try:
        told: Any = json.loads(path.read_bytes())
        body, number = told["issue"]["body"] or "", told["issue"]["number"]
        repository = told["repository"]["html_url"]
    except (ValueError, TypeError, LookupError, RecursionError):
        body, number, repository = None, 0, ""
    if not isinstance(body, str) or not isinstance(number, int) or not isinstance(repository, str):
        raise Failure(f"«{path}» no es el suceso de un aviso (issue) de GitHub.")
    known = _REPOSITORY.fullmatch(repository) and number > 0
    branch = BRANCH.format(number=number).replace("/", "%2F")
    return Issue(body, f"{repository}/pulls?q=is%3Apr+head%3A{branch}" if known else "")


def body(stream: BinaryIO) -> str:
    """Read the body of an issue; more than a body may have is left unread."""
    return stream.read(LONGEST * 4 + 4).decode("utf-8", "replace")


def deliver(project: Project, answer: Answer, proposal: str, folder: Path | None) -> str:
    """Return the answer for a person; write it, and a copy of what was written, into a folder if one is given."""
    text = reply(answer, proposal)
    if folder:
        files.write_whole(folder.absolute() / COMMENT, text.encode())
        if answer.path:
            below = answer.path.removeprefix(f"{label(project)}/")
            files.write_whole(folder.absolute() / "data" / below, files.inside(project.data, below).read_bytes())
    return text.partition("\n")[2].rstrip("\n")


def receive(project: Project, body: str, kind: str, today: str) -> Answer:
    """Write the record that an issue tells of, unless it has errors. kind: folder, or "" to see it by its questions."""
    if len(body) > LONGEST:
        return _refused(
            f"El aviso tiene {len(body):,} signos y el límite es {LONGEST:,}: pase lo largo a un documento."
        )
    kind = kind or kind_of(body)
    if not kind:
        return _refused(
            "Este aviso no tiene las preguntas de ningún formulario: ábralo de nuevo con uno de «Proponer una ficha» y "
            "conteste debajo de cada pregunta."
        )
    told = answers(body, [one.label for one in questions(kind)])
    read = reading.read(project.data, label(project), project.cache)
    understood = answer(kind, told, names(read.entries), today)
    doubts = [
        f"**{prose(title)}** está dos veces como título, o fuera de su lugar: quite de sus respuestas los renglones "
        "que empiezan con `###`."
        for title in told.doubtful
    ]
    doubts += [f"**{prose(where)}**: no se entiende este renglón: {code(line)}" for where, line in understood.strange]
    return _judged(project, read, understood, tuple(doubts))


def _judged(project: Project, read: Reading, understood: Answered, doubts: tuple[str, ...]) -> Answer:
    """Judge a record as if it were there, and write it when it has no errors."""
    kind, id_ = understood.kind, understood.id
    wrong = filing.id_problem(id_) if id_ else None
    if not id_ and "title" in understood.tree:
        doubts = (*doubts, "Del título no sale un id: escriba uno en **Id de la ficha**.")
    if any((entry.kind, entry.id) == (kind, id_) for entry in read.entries):
        doubts = (*doubts, f"Ya hay una ficha con el id {code(id_)}: si es otra, escriba otro id; si es la misma, "
                           "corríjala desde su página.")  # fmt: skip
    below = TOPICS_FILE if kind == "topics" else f"{kind}/{id_ if id_ and not wrong else 'sin-id'}.yml"
    place = files.inside(project.data, below)
    alone, whole = _texts(kind, understood, place)
    shown = f"{project.data.name}/{below}"
    problems = list(_problems(read, shown, whole.encode("utf-8", "replace"), kind, id_))
    if isinstance(wrong, Misfiled):
        problems.append(messages.problem(wrong.code, shown, 0, wrong.details))
    if kind != "topics" and (place.exists() or place.is_symlink()) and not doubts:
        doubts = (f"Ya hay un archivo {code(shown)}: escriba otro id.",)
    problems = sorted(
        {replace(one, path=label(project) + one.path.removeprefix(project.data.name)) for one in problems}
    )
    if doubts or not id_ or any(problem.severity == "error" for problem in problems):
        return Answer(understood, "", alone, doubts, tuple(problems))
    _write(place, whole.encode(), new=kind != "topics")
    twins = _twins(read, shown, whole.encode(), kind, id_)
    return Answer(understood, f"{label(project)}/{below}", alone, (), tuple(problems), twins)


def _texts(kind: str, understood: Answered, place: Path) -> tuple[str, str]:
    """Return the text of the record, and that of its file, which all topics share."""
    if kind != "topics":
        text = canonical.write(understood.tree, kind)
        return text, text
    text = canonical.write({understood.id: understood.tree}, kind)
    before = place.read_text(encoding="utf-8").rstrip("\n") if place.is_file() and not place.is_symlink() else ""
    return text, f"{before}\n\n{text}" if before else text


def _problems(read: Reading, path: str, data: bytes, kind: str, id_: str) -> Iterator[Problem]:
    """Yield the problems of a new record, by itself and among the others."""
    found, problems = load_file(path, data)
    before = set() if kind != "topics" else {one.id for one in read.entries if one.kind == "topics"}
    tree = read_tree(data).tree or {}
    yield from (one for one in problems if kind != "topics" or _about(one, tree, id_))
    new = [filed.entry for filed in found if filed.entry.id == id_ and filed.entry.id not in before]
    others = [entry for entry in read.entries if entry.path != path]
    same = [entry for entry in read.entries if entry.path == path]
    root = read.data.parent
    for one in checking.between(
        [*others, *same, *new],
        read.ledger,
        lambda name: data if name == path else (root / name).read_bytes(),
        [*read.problems, *problems],
    ):
        if one.path == path and (kind != "topics" or _about(one, tree, id_)):
            yield one


def _twins(read: Reading, path: str, data: bytes, kind: str, id_: str) -> tuple[Twin, ...]:
    """Return the records that a new one may be."""
    entries = {entry.key: entry for entry in read.entries}
    entries |= {filed.entry.key: filed.entry for filed in load_file(path, data).records}
    return tuple(
        Twin(title=other.title, file=(read.label + other.path.removeprefix(read.data.name))[:300], why=why)
        for other, why in Likenesses(entries.values()).of((kind, id_))
    )


def _about(problem: Problem, tree: dict[str, Any], id_: str) -> bool:
    """Tell whether a problem of the file of topics is about one of them."""
    fields = tree.get(id_)
    title = fields.get("title") if isinstance(fields, dict) else id_
    return problem.record in (title, id_, "")


def _write(place: Path, data: bytes, *, new: bool) -> None:
    """Write a file; a new one only where there is none, in one step."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if not new:
        files.write_whole(place, data)
        return
    try:
        with place.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise Failure(f"«{place}» ya existe: no se reemplaza.") from None


def _refused(why: str) -> Answer:
    return Answer(None, "", "", (why,))
