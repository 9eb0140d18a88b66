"""A file of records with every repair made that leaves no doubt, one by one, each judged by its result.

In: a path and bytes. Out: bytes, what was repaired and what is left for a person.
Never: keeps a repair that leaves as many problems, or that changes what another field says.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from acervo.records.checks import filing, repairs
from acervo.records.checks.filing import Filing
from acervo.records.checks.loading import load_file
from acervo.records.checks.validation import validate
from acervo.records.models.kinds import KINDS
from acervo.records.problems import Problem, Repair
from acervo.records.text.reader import MAX_BYTES, Reading, read

MOST = 200
"""Repairs of one file: the rest is for another run."""
_OTHER_SHAPE = frozenset({"not_text", "not_list", "not_fields"})


class Mended(NamedTuple):
    """A file after its repairs."""

    data: bytes
    done: tuple[Problem, ...]
    """The problems that are cured, in the order of their repairs."""
    left: tuple[Problem, ...]
    """Those that need a person, sorted."""


def mend(path: str, data: bytes) -> Mended:
    """Repair one file. path: below the folder that holds the data folder, with `/`."""
    done: list[Problem] = []
    problems = load_file(path, data).problems
    if any(problem.code == "encoding" for problem in problems) and len(data) <= MAX_BYTES:
        text = repairs.legible(data)
        if text is None:
            return Mended(data, (), problems)
        done += (problem for problem in problems if problem.code == "encoding")
        data = text.encode()
        problems = load_file(path, data).problems
    refused: set[tuple[str, Repair]] = set()
    while len(done) < MOST:
        step = _step(path, data, problems, refused)
        if step is None:
            break
        data, cured, problems = step
        done.append(cured)
    return Mended(data, tuple(done), problems)


def _step(
    path: str, data: bytes, problems: tuple[Problem, ...], refused: set[tuple[str, Repair]]
) -> tuple[bytes, Problem, tuple[Problem, ...]] | None:
    """Return the file with the first repair that serves, the problem it cures and those that are left."""
    for problem in problems:
        if problem.repair is None or (problem.code, problem.repair) in refused:
            continue
        text = data.decode("utf-8", "surrogateescape")
        mark = text[:1] == "\ufeff"
        tried = ("\ufeff" * mark + repairs.apply(text[mark:], problem.repair)).encode("utf-8", "surrogateescape")
        after = load_file(path, tried).problems
        if _serves(path, problem, read(data), problems, read(tried), after):
            return tried, problem, after
        refused.add((problem.code, problem.repair))
    return None


def _serves(
    path: str, cured: Problem, old: Reading, before: tuple[Problem, ...], new: Reading, after: tuple[Problem, ...]
) -> bool:
    """Tell whether a repair leaves fewer problems, or lets the reader get further, and touches nothing else."""
    news = set(after).difference(before)
    if any(one.code in _OTHER_SHAPE and 0 <= one.line - cured.line <= 1 for one in news):
        return False
    if old.tree is None:
        return new.tree is not None or _reach(new) > _reach(old)
    if new.tree is None:
        return False
    changes = list(_changes(old.tree, new.tree))
    better = _weight(after) < _weight(before) or _sound(path, new) > _sound(path, old)
    if cured.code == "unknown_field":  # under its right name a value is judged for the first time
        return len(changes) <= 2 and (better or {one.line for one in news} == {cured.line})
    return better and len(changes) <= 1


def _sound(path: str, reading: Reading) -> int:
    """Return how many records have a sound shape: only those are judged further, so their problems are news."""
    filed = filing.place_of(path)
    if not isinstance(filed, Filing) or reading.tree is None:
        return 0
    records = list(reading.tree.values()) if filed.kind == "topics" else [reading.tree]
    return sum(not isinstance(validate(KINDS[filed.kind].model, record), list) for record in records)


def _weight(problems: tuple[Problem, ...]) -> tuple[int, int]:
    errors = sum(problem.severity == "error" for problem in problems)
    return errors, len(problems) - errors


def _reach(reading: Reading) -> tuple[int, int]:
    """Return the place of the flaw at which the reader stopped."""
    return max(((flaw.line, flaw.column) for flaw in reading.flaws), default=(0, 0))


def _changes(old: Any, new: Any) -> Iterator[None]:
    """Yield once for each value that differs between two trees."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() | new.keys():
            if key in old and key in new:
                yield from _changes(old[key], new[key])
            else:
                yield None
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            yield from _changes(one, other)
    elif old != new:
        yield None
