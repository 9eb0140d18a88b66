"""From the answers of an issue form to a record: what was written, in the words that a record takes.

In: the answers, the names by which people call what the archive has, the day. Out: the tree of a record, its id, what
was written otherwise and what waits for a person. Never: writes a file, or judges the record (see `records.loading`).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from acervo.forge.body import Answers
from acervo.forge.questions import ID, fields, questions
from acervo.forge.writing import Tree, value_of
from acervo.records.catalogue.entry import Entry
from acervo.records.checks import filing
from acervo.records.checks.validation import validate
from acervo.records.models import dates
from acervo.records.models.fields import ID as AN_ID
from acervo.records.models.kinds import KINDS
from acervo.records.models.labels import inner_model, label
from acervo.records.problems import Finding
from acervo.records.text.words import fold

Names = Mapping[str, Mapping[str, str]]
"""By kind, the id of each name, folded; "" for a name that several have."""
Path = tuple[str, ...]
MOST_TURNS = 50
NO_CHOICE = "None"
"""What GitHub offers, and may write, where nothing is chosen of a list."""
_LONGEST_NOTE = 3_000
_LONGEST_ID = 60


class Change(NamedTuple):
    """A value that is written in another way than it was told."""

    label: str
    told: str
    written: str


class Answered(NamedTuple):
    """A record, as the answers tell it."""

    kind: str
    id: str
    tree: Tree
    changes: tuple[Change, ...]
    pending: tuple[tuple[str, str], ...]
    """Label and name of what has no record yet: it is kept in the notes."""
    strange: tuple[tuple[str, str], ...]
    """Label and line of what fits nowhere."""


def names(entries: Iterable[Entry]) -> Names:
    """Return by which names people may call the records of the archive."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for entry in entries:
        for name in {fold(entry.title), *map(fold, entry.names)}:
            same = found[entry.kind]
            same[name] = entry.id if same.get(name, entry.id) == entry.id else ""
    return found


def answer(kind: str, told: Answers, known: Names, today: str) -> Answered:
    """Make a record of the answers. today: ISO day."""
    by_id = {one.id: told.by_label.get(one.label, "") for one in questions(kind)}
    tree: Tree = {}
    strange: list[tuple[str, str]] = []
    for field in fields(kind):
        text = by_id[field["name"]]
        if text and not ("choices" in field and text == NO_CHOICE):
            written = value_of(kind, field, text)
            strange += ((field["label"], line) for line in written.strange)
            if written.value:
                tree[field["name"]] = written.value
    model = KINDS[kind].model
    changes: list[Change] = []
    pending = list(_name_ids(model, model, tree, (), known, changes))
    if pending:
        waiting = [f"{where}: «{name}» todavía no tiene ficha." for where, name in pending]
        tree["notes"] = "\n".join(filter(None, [tree.get("notes", ""), *waiting]))[:_LONGEST_NOTE].strip()
    tree["updated"] = today
    changes += _settle(kind, tree)
    if pending or not tree.get("sources"):
        tree["draft"] = "true"
    id_ = by_id[ID] or _id(tree)
    return Answered(kind, id_, tree, tuple(changes), tuple(pending), tuple(strange))


def _id(tree: Tree) -> str:
    """Return the id that a record would have: its year, if it has one, and its title."""
    stem = filing.suggest(str(tree.get("title", "")))
    head = stem[: _LONGEST_ID + 1]
    stem = stem if len(stem) <= _LONGEST_ID else head[: head.rfind("-")] if "-" in head else head[:_LONGEST_ID]
    try:
        year = str(dates.parse(str(tree["date"])).year)
    except (KeyError, dates.DateError):
        return stem
    return stem if year in stem.split("-") else f"{year}-{stem}"


def _name_ids(
    top: type[BaseModel], model: type[BaseModel], tree: Any, path: Path, known: Names, changes: list[Change]
) -> Iterator[tuple[str, str]]:
    """Put ids for names in a tree; take out, and yield, the names that no record has."""
    if not isinstance(tree, dict):
        return
    for name, info in model.model_fields.items():
        if name not in tree:
            continue
        extra, value, here = info.json_schema_extra, tree[name], (*path, name)
        if isinstance(extra, dict) and "refers_to" in extra:
            several = value if isinstance(value, list) else [value]
            ids = [_id_of(text, known[str(extra["refers_to"])]) for text in several]
            where = label(top, here)
            yield from ((where, text) for text, id_ in zip(several, ids, strict=True) if not id_)
            changes += (
                Change(where, text, id_) for text, id_ in zip(several, ids, strict=True) if id_ not in ("", text)
            )
            kept = [id_ for id_ in ids if id_]
            tree[name] = kept if isinstance(value, list) else "".join(kept)
        elif inner := inner_model(info.annotation):
            parts = value if isinstance(value, list) else [value]
            for place, part in enumerate(parts):
                yield from _name_ids(top, inner, part, (*here, str(place)), known, changes)
            if isinstance(value, list):
                tree[name] = [part for part in value if _whole(inner, part)]
        if not tree[name]:
            del tree[name]


def _id_of(text: str, known: Mapping[str, str]) -> str:
    """Return the id that a text is or names; what looks like an id is left for the rules to judge."""
    return text if AN_ID.match(text) else known.get(fold(" ".join(text.split())), "")


def _whole(model: type[BaseModel], part: Any) -> bool:
    """Tell whether a part still has the records that it cannot do without."""
    needed = [
        name
        for name, info in model.model_fields.items()
        if info.is_required() and isinstance(info.json_schema_extra, dict) and "refers_to" in info.json_schema_extra
    ]
    return not isinstance(part, dict) or all(part.get(name) for name in needed)


def _settle(kind: str, tree: Tree) -> Iterator[Change]:
    """Write in the tree what people surely meant: dates in words, choices by their labels; yield what is changed."""
    model = KINDS[kind].model
    for _ in range(MOST_TURNS):
        found = validate(model, tree)
        if not isinstance(found, list):
            return
        sure = [finding for finding in found if finding.details.get("certain") and finding.details.get("suggestion")]
        done = [change for finding in sure if finding.code != "unknown_field" and (change := _put(kind, tree, finding))]
        if not done:
            return
        yield from (change for change in done if change.written)


def _put(kind: str, tree: Tree, finding: Finding) -> Change | None:
    """Put the suggestion of a finding in its place; None when that changes nothing."""
    at: Any = tree
    *way, last = finding.path
    for key in way:
        at = at[int(key)] if isinstance(at, list) else at[key]
    place: Any = int(last) if isinstance(at, list) else last
    told, written = at[place], str(finding.details["suggestion"])
    if not isinstance(told, str) or told == written:
        return None
    at[place] = written
    by_label = finding.code == "choice"
    return Change(label(KINDS[kind].model, finding.path), told, "" if by_label else written)
