"""Itineraries: how long the steps of a route take, as far as is known, and what comes after one of them.

In: steps, and the lengths of recordings that are known. Out: seconds, and how many steps nobody knows the time of.
Never: guesses the time that a document or a topic takes, or counts a gap as a step.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from acervo.archive.holding import Holding
from acervo.records.catalogue.entry import Entry, Key, Step


class Total(NamedTuple):
    """The time of several steps."""

    seconds: int
    """Of those whose time is known."""
    unknown: int
    """How many have no known time."""


def seen(entry: Entry, held: Holding) -> bool:
    """Tell whether the recording of a conference can be seen today."""
    copies = entry.copies or (held.snapshot.copies if held.snapshot else 0)
    return entry.state == "published" and bool(copies or (entry.video and not held.gone))


def lengths(keys: Iterable[Key], holdings: Mapping[Key, Holding]) -> tuple[tuple[str, int], ...]:
    """Return the seconds of the recordings whose length is known, by id, in order and each once."""
    found = ((id_, held.snapshot.duration) for kind, id_ in dict.fromkeys(keys)
             if (held := holdings.get((kind, id_))) and held.snapshot and held.snapshot.duration)  # fmt: skip
    return tuple(found)


def time_of(step: Step, known: Mapping[str, int]) -> int | None:
    """Return the seconds that a step takes, or None when nobody knows. known: lengths of recordings, by id."""
    kind, id_, start, end, _ = step
    if kind != "conferences":
        return None
    last = end or known.get(id_, 0)
    return last - start if last > start else None


def total(steps: Iterable[Step], known: Mapping[str, int]) -> Total:
    """Add up the time of steps; a gap is none."""
    times = [time_of(step, known) for step in steps if step[0]]
    return Total(sum(time or 0 for time in times), times.count(None))


def after(steps: Sequence[Step], key: Key) -> Step | None:
    """Return the first step, after the last that names a record, that names another one; gaps are passed over."""
    places = [place for place, step in enumerate(steps) if step[:2] == key]
    return next((step for step in steps[places[-1] :] if step[0] and step[:2] != key), None) if places else None
