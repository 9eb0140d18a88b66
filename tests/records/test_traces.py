"""The name of somebody who was withdrawn is found wherever it still stands, however it is written."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.catalogue.entry import Entry
from acervo.records.checks.traces import traces
from tests.records.entries import entry

GONE = entry(
    "speakers/zenobia",
    title="Zenobia Apócrifa de la Nada",
    person=("Apócrifa de la Nada", "Zenobia"),
    names=("Cenobia A.",),
    withdrawn=True,
)
TALK = entry("conferences/charla")
VIDEO = "data/youtube/v_charla_000.json"


def told(texts: Mapping[str, str], *others: Entry) -> list[tuple[str, int]]:
    """Return path and line of every trace; the record of who was withdrawn has her name."""
    files = {GONE.path: "title: Zenobia Apócrifa de la Nada", TALK.path: "title: Charla", VIDEO: "{}"}
    files |= {one.path: f"title: {one.title}" for one in others} | texts
    found = traces([GONE, TALK, *others], [VIDEO], lambda path: files[path].encode())
    return [(problem.path, problem.line) for problem in found]


@pytest.mark.parametrize(
    "line",
    [
        "title: Homenaje a Zenobia Apócrifa de la Nada",
        "summary: con ZENOBIA APOCRIFA, y otras",
        "  name_as_written: zenobia apócrifa de la nada",
        "description: Cenobia A. abrió",
        "notes: (Zenobia Apócrifa)",
    ],
)
def test_a_name_is_found_in_the_line_where_it_stands(line: str) -> None:
    assert told({TALK.path: f"title: Charla\n{line}\nupdated: 2026-01-15\n"}) == [(TALK.path, 2)]


@pytest.mark.parametrize(
    "line",
    ["title: Zenobia", "title: La Apócrifa", "person: zenobia", "title: Zenobias Apócrifas", "title: Cenobia Ana"],
)
def test_half_a_name_is_none(line: str) -> None:
    assert told({TALK.path: line}) == []


def test_what_came_from_youtube_is_read_too() -> None:
    assert told({VIDEO: '{"title": "Charla con Zenobia Apócrifa"}'}) == [(VIDEO, 1)]


def test_the_first_names_of_somebody_else_are_no_trace() -> None:
    other = entry("speakers/otra", title="Zenobia Apócrifa Ejemplo", person=("Apócrifa Ejemplo", "Zenobia"))

    assert told({}, other) == []
    assert told({TALK.path: "title: Zenobia Apócrifa de la Nada"}, other) == [(TALK.path, 1)]


def test_no_text_is_opened_while_nobody_was_withdrawn() -> None:
    assert list(traces([TALK, GONE._replace(withdrawn=False)], [VIDEO], {}.__getitem__)) == []


def test_of_one_text_a_few_lines_are_enough() -> None:
    assert len(told({TALK.path: "Zenobia Apócrifa\n" * 40})) == 3


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_name_is_found_among_any_text(before: str, after: str) -> None:
    text = f"{before} zenobia apócrifa {after}"

    assert [path for path, _ in told({TALK.path: text})][:1] == [TALK.path]
