"""One file of records, checked: its entries, its trees, and every problem of it at once.

In: a path and bytes. Out: checked records, and problems in words and at their places.
Never: touches the disk, or compares records with one another (see `rules`).
"""

from hashlib import blake2b
from typing import Any, NamedTuple

import orjson

from acervo.records.catalogue.entry import Entry, describe
from acervo.records.checks import coherence, filing, messages, privacy
from acervo.records.checks.desk import Desk, Subject
from acervo.records.checks.filing import Misfiled
from acervo.records.checks.sentences import SENTENCES
from acervo.records.checks.validation import validate
from acervo.records.models.kinds import KINDS
from acervo.records.problems import Finding, Problem
from acervo.records.text.reader import read

Tree = dict[str, Any]


class Filed(NamedTuple):
    """A record that passed its own checks, with the tree it was read from."""

    entry: Entry
    tree: Tree
    """`KINDS[entry.kind].model.model_validate(tree)` gives the record."""


class Loaded(NamedTuple):
    """What one file gave."""

    records: tuple[Filed, ...]
    problems: tuple[Problem, ...]
    """Sorted."""


def load_file(path: str, data: bytes) -> Loaded:
    """Load one file.

    path: below the folder that holds the data folder, with `/`: `data/conferences/2024-malla.yml`.
    A file that is no business of editors (snapshots, schemas, the ledger) gives nothing. A record with errors
    is left out; one with nothing but warnings is kept.
    """
    place = filing.place_of(path)
    if place is None:
        return Loaded((), ())
    if isinstance(place, Misfiled):
        return Loaded((), (messages.problem(place.code, path, 0, place.details),))
    tree, flaws = read(data)
    desk = Desk(path, data, flaws)
    if flaws:
        desk.note_flaws(place.kind)
    if b"@" in data:
        desk.problems += (messages.problem("private_mail", path, line) for line in privacy.private_mails(data))
    sound = tree is not None and not (flaws and desk.flawed_lines)
    if place.kind == "topics":
        found = [_topic(desk, id_, fields) for id_, fields in (tree or {}).items()]
    else:
        found = [] if tree is None else [_record(desk, Subject(place.kind), place.id, tree)]
    return Loaded(tuple(filed for filed in found if filed and sound), tuple(sorted(desk.problems)))


def subject_of(entry: Entry) -> Subject:
    """Return the record of an entry, as the subject of a problem."""
    return Subject(entry.kind, entry.title, (entry.id,) if entry.kind == "topics" else ())


def digest(tree: Tree) -> str:
    """Return 32 hexadecimal digits that tell a record's content from any other; order of fields aside."""
    return blake2b(orjson.dumps(tree, option=orjson.OPT_SORT_KEYS), digest_size=16).hexdigest()


def _topic(desk: Desk, id_: str, fields: Any) -> Filed | None:
    title = fields.get("title", "") if isinstance(fields, dict) else ""
    subject = Subject("topics", title if isinstance(title, str) else "", (id_,))
    if wrong := filing.id_problem(id_):
        desk.note(subject, Finding((), wrong.code, wrong.details))
        return None
    return _record(desk, subject, id_, fields)


def _record(desk: Desk, subject: Subject, id_: str, tree: Any) -> Filed | None:
    record = validate(KINDS[subject.kind].model, tree)
    if isinstance(record, list):
        title = tree.get("title", "") if isinstance(tree, dict) else ""
        about = subject._replace(title=title if isinstance(title, str) else "")
        for finding in record:
            desk.note(about, finding)
        return None
    findings = list(coherence.check(record))
    for finding in findings:
        desk.note(subject._replace(title=record.title), finding)
    if any(SENTENCES[finding.code].severity == "error" for finding in findings):
        return None
    line = desk.places.key(subject.prefix)[0] if subject.prefix else 1
    return Filed(describe(subject.kind, id_, desk.path, line, digest(tree), record), tree)
