"""The whole archive checked: every file, what must hold between records, and the addresses once published.

In: files as bytes, or entries already loaded. Out: records and every problem, sorted.
Never: reads the disk itself, or stops at the first problem.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from acervo.records.catalogue.entry import Entry, Key, sketch
from acervo.records.checks import filing, messages, rules, traces
from acervo.records.checks.desk import Desk
from acervo.records.checks.filing import Filing
from acervo.records.checks.loading import Filed, load_file, subject_of
from acervo.records.models.kinds import KINDS
from acervo.records.problems import Finding, Problem
from acervo.records.text.reader import read

LEDGER = "permalinks.txt"

_ADDRESS = re.compile(r"[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*/?\Z")


def check_all(files: Mapping[str, bytes], ledger: Iterable[str] = ()) -> tuple[list[Filed], list[Problem]]:
    """Load and check a whole archive.

    files: by path below the folder that holds the data folder. ledger: the lines of permalinks.txt.
    """
    loaded = [load_file(path, data) for path, data in files.items()]
    records = [record for file in loaded for record in file.records]
    problems = [problem for file in loaded for problem in file.problems]
    entries = [record.entry for record in records]
    return records, sorted([*problems, *between(entries, ledger, files.__getitem__, problems)])


def between(
    entries: Collection[Entry],
    ledger: Iterable[str],
    open_file: Callable[[str], bytes],
    known: Iterable[Problem] = (),
    durations: Mapping[str, int] = rules.NO_DURATIONS,
    kept: Iterable[str] = (),
) -> list[Problem]:
    """Return the problems between records, sorted.

    ledger: the lines of permalinks.txt. open_file: gives the bytes of a file with something to report.
    known: the problems of the files themselves, so that nobody is blamed for naming a record with errors.
    durations: of the videos, in seconds. kept: the paths of the texts that came from YouTube.
    """
    known = list(known)
    broken = broken_keys(known, entries, open_file)
    drafts = {entry.key for entry in entries if entry.draft}
    found = rules.check(entries, broken, _sketches(broken, known, open_file), durations)
    ledger = list(ledger)
    found += _hidden_again(entries, ledger)
    desks: dict[str, Desk] = {}
    problems = []
    for entry, finding in found:
        if entry.path not in desks:
            desks[entry.path] = Desk(entry.path, open_file(entry.path))
        problems.append(desks[entry.path].problem(subject_of(entry), finding))
    problems += traces.traces(entries, kept, open_file)
    folder = next((entry.path.split("/")[0] for entry in entries), "data")
    return sorted([*problems, *permalinks(ledger, addresses(entries), broken | drafts, f"{folder}/{LEDGER}")])


def _sketches(broken: Collection[Key], known: Iterable[Problem], open_file: Callable[[str], bytes]) -> Iterator[Entry]:
    """Yield what can be told of the records with errors, so that whom they name is checked in the same run."""
    for path in sorted({problem.path for problem in known}):
        place = filing.place_of(path)
        if not isinstance(place, Filing):
            continue
        tree = read(open_file(path)).tree or {}
        several = tree if place.kind == "topics" else {place.id: tree}
        for id_, fields in several.items():
            if (place.kind, id_) in broken and isinstance(fields, dict):
                yield sketch(place.kind, id_, path, fields)


def broken_keys(
    problems: Iterable[Problem], entries: Iterable[Entry], open_file: Callable[[str], bytes]
) -> frozenset[Key]:
    """Return the keys of records that exist and have errors; of all topics when their file cannot be read."""
    places = {problem.path: filing.place_of(problem.path) for problem in problems if problem.severity == "error"}
    keys: set[Key] = set()
    for path, place in places.items():
        if isinstance(place, Filing) and place.kind == "topics":
            tree = read(open_file(path)).tree
            keys.update(("topics", id_) for id_ in ([""] if tree is None else tree))
        elif isinstance(place, Filing):
            keys.add((place.kind, place.id))
    return frozenset(keys).difference(entry.key for entry in entries)


def addresses(entries: Iterable[Entry]) -> set[str]:
    """Return every address that answers: of records that are no drafts, by their present and former ids."""
    return {
        f"{KINDS[entry.kind].segment}/{id_}/"
        for entry in entries
        if not entry.draft
        for id_ in (entry.id, *entry.formerly)
    }


def permalinks(
    ledger: Iterable[str], living: Collection[str], broken: Collection[Key] = (), path: str = f"data/{LEDGER}"
) -> Iterator[Problem]:
    """No address of a record that was ever published is lost.

    ledger: one address a line (`conferencias/2024-malla/`); other pages' addresses are not judged here.
    """
    kinds = {kind.segment: kind.folder for kind in KINDS.values()}
    for number, line in enumerate(ledger, 1):
        address = line.strip()
        if not address:
            continue
        if not _ADDRESS.match(address):
            yield messages.problem("ledger_line", path, number, text=address[:60])
            continue
        segment, _, id_ = address.rstrip("/").partition("/")
        kind = kinds.get(segment)
        lost = kind and id_ and "/" not in id_ and address not in living
        if kind and lost and (kind, id_) not in broken and (kind, "") not in broken:
            yield messages.problem("lost_address", path, number, address=address, id=id_)


def _hidden_again(entries: Iterable[Entry], ledger: Iterable[str]) -> list[tuple[Entry, Finding]]:
    """Return the drafts that were published once."""
    published = {line.strip() for line in ledger}
    return [
        (entry, Finding(("draft",), "published_draft"))
        for entry in entries
        if entry.draft and f"{KINDS[entry.kind].segment}/{entry.id}/" in published
    ]
