"""An honorific stands in a field of its own, so that a name is found and ordered as a name."""

import pytest

from acervo.records.checks.coherence import check
from tests.site.opening import record

SOURCES = [{"title": "Fuente ficticia"}]


def told(title: str, given: str = "Ana") -> list[tuple[tuple[str, ...], object]]:
    person = record("speakers", title=title, given_name=given, sources=SOURCES)
    return [(one.path, one.details["honorific"]) for one in check(person) if one.code == "honorific_in_name"]


@pytest.mark.parametrize(
    ("title", "honorific"),
    [
        ("Dra. Ana Ficticia", "Dra."),
        ("DR. Ano Ficticio", "DR."),
        ("Mtro. Ano Ficticio", "Mtro."),
        ("Senadora Ana Ficticia", "Senadora"),
        ("C. Ana Ficticia", "C."),
    ],
)
def test_a_name_that_begins_with_an_honorific_is_told(title: str, honorific: str) -> None:
    assert told(title) == [(("title",), honorific)]


@pytest.mark.parametrize(
    "title", ["Ana Ficticia", "Draco Ficticio", "Maestre Ficticio", "C Ficticio", "Ana Dra. Ficticia"]
)
def test_a_name_that_only_looks_like_one_is_left_alone(title: str) -> None:
    assert told(title) == []


def test_the_given_name_is_looked_at_too() -> None:
    assert told("Ana Ficticia", "Lic. Ana") == [(("given_name",), "Lic.")]
