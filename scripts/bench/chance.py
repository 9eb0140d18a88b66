"""Chance that falls the same way on every machine and under every Python.

In: a seed. Out: numbers and picks. Never: uses a source whose numbers Python does not promise to repeat (only
`random()`; Python documentation, random, Notes on Reproducibility).
"""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


class Dice:
    """Chance that falls the same way everywhere."""

    def __init__(self, seed: int) -> None:
        """Start a run of chances."""
        self.random = Random(seed).random  # noqa: S311  # it is no secret

    def below(self, limit: int) -> int:
        """Return a whole number from 0 to limit - 1."""
        return int(self.random() * limit)

    def one(self, items: Sequence[Item]) -> Item:
        """Return one of the items."""
        return items[int(self.random() * len(items))]

    def hit(self, share: float) -> bool:
        """Tell whether something that happens in this share of cases happens now."""
        return self.random() < share


class Ranks:
    """Numbers from 0 to count - 1 of which the first come up most often (Zipf–Mandelbrot, exponent 1)."""

    def __init__(self, dice: Dice, count: int, flat: int) -> None:
        """Prepare the weights; the greater `flat`, the less the first stand out."""
        self.dice = dice
        self.sums = list(accumulate(1 / (rank + flat) for rank in range(1, count + 1)))

    def one(self) -> int:
        """Return one number."""
        return bisect(self.sums, self.dice.random() * self.sums[-1], hi=len(self.sums) - 1)

    def several(self, count: int, first: int | None = None) -> list[int]:
        """Return different numbers, `first` before the others if it is given."""
        found = {} if first is None else {first: None}
        while len(found) < min(count, len(self.sums)):
            found[self.one()] = None
        return list(found)
