"""How many people a published figure must stand for, and how smaller figures are put together until they do.

In: counts of people, in an order that does not depend on them. Out: groups of which none is small.
Never: leaves a small figure to be computed from the others, or decides the order.

Sources: Handbook on Statistical Disclosure Control, 2nd ed., 5 «Frequency tables» (minimum frequency, table redesign,
differencing): https://sdctools.github.io/HandbookSDC/05-frequency-tables.html; LGPDPPSO 16 IX (dissociated data).

A hidden cell beside its total is no secret: whoever knows the total and the other cells computes it. So nothing is
hidden here, and cells are put together instead: every figure that is published, and every sum and difference of them,
is zero or stands for at least the minimum. Neither does the way of putting them together tell more, since it never
looks for the smallest or the nearest: within a group each cell may still be any of as many numbers as the minimum.
Zero is a small figure like any other: that nobody chose an answer is told of everybody who answered.
"""

from collections.abc import Sequence
from typing import NamedTuple

MINIMUM = 10
"""People that a figure stands for at the least; a site may ask for more, never for fewer."""


class Group(NamedTuple):
    """Cells one after the other, and how many people there are in all of them."""

    first: int
    """Place of the first cell, from 0."""
    last: int
    people: float


def small(count: float, minimum: int = MINIMUM) -> bool:
    """Tell whether a number of people is too small to be published."""
    return count < minimum


def told_apart(whole: float, part: float, minimum: int = MINIMUM) -> bool:
    """Tell whether a total and a part of it may stand side by side: what is left is nobody or enough people."""
    return whole == part or not small(whole - part, minimum)


def merged(counts: Sequence[float], minimum: int = MINIMUM) -> tuple[Group, ...]:
    """Put the cells of an ordered scale together with their neighbours, from the first on, until no group is small.

    What is left at the end joins the last group. Nothing, when all together are too few.
    """
    groups: list[Group] = []
    first, total = 0, 0.0
    for place, count in enumerate(counts):
        total += count
        if not small(total, minimum):
            groups.append(Group(first, place, total))
            first, total = place + 1, 0.0
    if first < len(counts) and groups:
        last = groups.pop()
        groups.append(Group(last.first, len(counts) - 1, last.people + total))
    return tuple(groups)


def pooled(counts: Sequence[float], minimum: int = MINIMUM) -> tuple[tuple[int, ...], float]:
    """Choose the cells of an unordered list that stand alone; the others lose their names and are one.

    Out: places of those that stand alone, and how many people there are in the rest: zero or enough. When there is a
    rest, the first of the list that could stand alone joins it, whatever its size, and the next, until the rest is
    twice the minimum: a rest of small cells alone tells too much of them when it is as large as they allow. Nothing
    stands alone when all that could had to join.
    """
    alone = [place for place, count in enumerate(counts) if not small(count, minimum)]
    if len(alone) == len(counts):
        return tuple(alone), 0
    rest = sum(count for count in counts if small(count, minimum))
    joined = False
    while alone and (not joined or small(rest, 2 * minimum)):
        rest, joined = rest + counts[alone.pop(0)], True
    return tuple(alone), rest if joined else 0
