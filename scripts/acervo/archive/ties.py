"""Ties: which institutions, networks, conferences and people belong together, for the picture of who works with whom.

In: the archive. Out: a `Web`: columns of records and the lines between neighbours.
Never: draws so much that nobody can read it: a large archive shows networks and institutions, with the rest counted.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from acervo.archive.archive import Archive
from acervo.records.catalogue.entry import Key

MOST = 40
"""Records of a kind that a column holds; of a kind that has more, those with most ties."""
SWEEPS = 4
"""Times that each column is put in the order of its neighbours: more change little."""
_KINDS = ("networks", "institutions", "conferences", "speakers")
_COARSE = 1_000
"""Parts of a place that are told apart: whole numbers are the same on every machine."""

Tie = tuple[Key, Key]
"""A record of one column, and one of another to its right."""


class Web(NamedTuple):
    """The picture before it is drawn."""

    columns: tuple[tuple[Key, ...], ...]
    """By kind, from left to right, each from top to bottom. Beside conferences, an institution without a line to any
    neighbour is left to the list."""
    ties: tuple[Tie, ...]
    """Of neighbouring columns; and of institutions and people, who have an office there and may be in no column."""
    counts: tuple[tuple[str, int], ...]
    """Of each institution, drawn or not, how many conferences and people name it: `conferences:` or `speakers:` and
    its id."""


def web(archive: Archive) -> Web:
    """Return the columns and the ties between each and the next.

    Conferences and people are drawn while there are no more than fit; then they are counted.
    """
    institutions = _most_tied(archive)
    columns: list[list[Key]] = [_joined(archive, institutions), institutions]
    if all(len(archive.order[kind]) <= MOST for kind in ("conferences", "speakers")):
        columns += [_joined(archive, institutions, "conferences")]
        talks = set(columns[2])
        columns += [[key for key in archive.order["speakers"] if talks.intersection(_talks(archive, key))]]
    ties = [tie for left, right in pairwise(columns) for tie in _between(archive, left, right)]
    if len(columns) > 2:
        tied = {key for tie in ties for key in tie}
        columns[1] = [key for key in institutions if key in tied]
    ordered = _ordered(columns, ties)
    if len(columns) > 2:
        ties += _between(archive, institutions, list(archive.order["speakers"]))
    return Web(ordered, tuple(dict.fromkeys(ties)), tuple(_counts(archive, institutions)))


def _talks(archive: Archive, person: Key) -> tuple[Key, ...]:
    return archive.named_by(person, "conferences")


def _most_tied(archive: Archive) -> list[Key]:
    """Return the institutions that networks, conferences or people name, the most named ones."""
    named = {
        key: sum(len(archive.named_by(key, kind)) for kind in ("networks", "conferences", "speakers"))
        for key in archive.order["institutions"]
    }
    return sorted([key for key in named if named[key]], key=lambda key: (-named[key], key))[:MOST]


def _joined(archive: Archive, institutions: list[Key], kind: str = "networks") -> list[Key]:
    """Return the networks, or records of another kind, that name any of the institutions, in reading order."""
    drawn = set(institutions)
    return [key for key in archive.order[kind] if drawn.intersection(archive.names[key])][:MOST]


def _between(archive: Archive, left: list[Key], right: list[Key]) -> Iterator[Tie]:
    """Yield the ties of two columns: whichever of the two names the other."""
    there = set(right)
    for key in left:
        for other in archive.names[key]:
            if other in there:
                yield key, other
    here = set(left)
    for key in right:
        for other in archive.names[key]:
            if other in here:
                yield other, key


def _ordered(columns: list[list[Key]], ties: list[Tie]) -> tuple[tuple[Key, ...], ...]:
    """Put each column in the order of the middles of its neighbours, to and fro, so that few lines cross.

    Source: the barycentre method of Sugiyama, Tagawa and Toda (1981).
    """
    near: dict[Key, list[Key]] = {key: [] for column in columns for key in column}
    for one, other in ties:
        near[one].append(other)
        near[other].append(one)
    places = {key: _COARSE * place // max(len(column), 1) for column in columns for place, key in enumerate(column)}
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else columns[::-1]:
            column.sort(key=lambda key: (_middle(key, near, places), key))
            places |= {key: _COARSE * place // len(column) for place, key in enumerate(column)}
    return tuple(map(tuple, columns))


def _middle(key: Key, near: Mapping[Key, list[Key]], places: Mapping[Key, int]) -> int:
    around = near[key] or [key]
    return sum(places[other] for other in around) // len(around)


def _counts(archive: Archive, institutions: list[Key]) -> Iterator[tuple[str, int]]:
    for key in institutions:
        yield f"conferences:{key[1]}", len(archive.named_by(key, "conferences"))
        yield f"speakers:{key[1]}", len(archive.named_by(key, "speakers"))
