"""No figure of too few people, whoever computes: by property, and by an attacker who tries every archive there is."""

from collections import defaultdict
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.checks.disclosure import MINIMUM, merged, pooled, told_apart

COUNTS = st.lists(st.integers(0, 60), min_size=1, max_size=12)
FEW = 10
"""The largest count of the small worlds; what touches their edge is not judged."""


@given(COUNTS)
def test_no_group_of_a_scale_is_small_and_nobody_is_lost(counts: list[int]) -> None:
    groups = merged(counts)

    assert all(group.people >= MINIMUM for group in groups)
    assert sum(group.people for group in groups) == (sum(counts) if groups else 0)
    assert all(one.last + 1 == two.first for one, two in pairwise(groups))
    assert bool(groups) == (sum(counts) >= MINIMUM)


@given(COUNTS)
def test_what_stands_alone_is_not_small_and_neither_is_the_rest(counts: list[int]) -> None:
    alone, rest = pooled(counts)

    assert all(counts[place] >= MINIMUM for place in alone)
    assert rest == 0 or rest >= MINIMUM
    assert not alone or sum(counts[place] for place in alone) + rest == sum(counts)


@given(COUNTS)
def test_every_sum_and_difference_of_what_is_told_is_nobody_or_enough(counts: list[int]) -> None:
    groups = [group.people for group in merged(counts)]
    total = sum(groups)

    for chosen in product((False, True), repeat=min(len(groups), 6)):
        part = sum(group for group, taken in zip(groups, chosen, strict=False) if taken)
        assert part == 0 or part >= MINIMUM
        assert told_apart(total, part)


@pytest.mark.parametrize(("minimum", "cells"), [(3, 2), (3, 3), (3, 4), (4, 3)])
def test_whoever_knows_the_rule_and_the_total_cannot_narrow_a_step_that_is_together_with_another(
    minimum: int, cells: int
) -> None:
    worlds = defaultdict(list)
    for counts in product(range(FEW + 1), repeat=cells):
        worlds[sum(counts), merged(counts, minimum)].append(counts)

    for (_, groups), alike in worlds.items():
        if max(map(max, alike)) < FEW:
            for group in groups:
                if group.first < group.last:
                    for place in range(group.first, group.last + 1):
                        assert len({counts[place] for counts in alike}) >= minimum, (groups, alike)


@pytest.mark.parametrize(("minimum", "cells"), [(3, 3), (3, 4), (4, 3)])
def test_whoever_knows_the_options_and_the_total_cannot_narrow_one_that_is_with_the_rest(
    minimum: int, cells: int
) -> None:
    worlds = defaultdict(list)
    for counts in product(range(FEW + 3), repeat=cells):
        alone, rest = pooled(counts, minimum)
        if alone:
            worlds[alone, tuple(counts[place] for place in alone), rest].append(counts)

    for (alone, _, _), alike in worlds.items():
        if max(map(max, alike)) < FEW + 2:
            for place in set(range(cells)) - set(alone):
                assert len({counts[place] for counts in alike}) >= minimum, alike


def test_a_small_cell_is_never_hidden_alone_beside_its_total() -> None:
    assert pooled([3, 40, 50], 10) == ((2,), 43)
    assert merged([3, 40, 50], 10) == ((0, 1, 43), (2, 2, 50))
    assert merged([40, 50, 3], 10) == ((0, 0, 40), (1, 2, 53))
    assert merged([4, 5], 10) == ()
    assert pooled([4, 50], 10) == ((), 54)
