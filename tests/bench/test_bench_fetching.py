"""What the visits to YouTube cost: measured for real on a few videos, and judged against the targets."""

from dataclasses import replace
from pathlib import Path

from bench import fetching
from bench.fetching import Visit

FIRST = Visit(200, 4.0, 3.0, 800, ("new",), (66.0, 67.5, 68.0))
QUIET = Visit(200, 2.0, 1.6, 400, ("same",), (69.0, 69.0, 69.1))


def test_a_few_videos_are_visited_twice_by_the_real_extractor(tmp_path: Path) -> None:
    first, quiet = fetching.measure(tmp_path, 3)

    assert (first.videos, first.requests, first.changes) == (3, 12, ("new",))
    assert (quiet.videos, quiet.requests, quiet.changes) == (3, 6, ("same",))
    # The processor's seconds depend on what else runs here: `make bench-fetch` judges them.
    assert fetching.excess([replace(first, cpu=0.0), replace(quiet, cpu=0.0)]) == []


def test_the_table_tells_what_each_visit_cost() -> None:
    assert fetching.as_table([FIRST, QUIET]).splitlines()[2:] == [
        "|    200 | primera, todo es nuevo  |     4.00 |         20.0 |              15.0 |                 4.00 |"
        "                     66.0 |       67.5 |     68.0 |",
        "|    200 | otro día, sin novedades |     2.00 |         10.0 |               8.0 |                 2.00 |"
        "                     69.0 |       69.0 |     69.1 |",
    ]


def test_what_goes_beyond_the_targets_is_said() -> None:
    assert fetching.excess([FIRST, QUIET]) == []
    assert fetching.excess([FIRST, replace(QUIET, requests=401)]) == [
        "Una consulta sin novedades hizo más de 2 peticiones por video."
    ]
    assert fetching.excess([replace(FIRST, cpu=30.1), QUIET]) == [
        "La consulta «primera, todo es nuevo» usó más de 0.15 s de procesador por video."
    ]
    assert fetching.excess([FIRST, replace(QUIET, megabytes=(69.0, 90.0, 70.0))]) == [
        "La memoria de la consulta «otro día, sin novedades» creció 21.0 MB."
    ]
