"""The words that say what a text is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.text.words import roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Los cuidados y el cuidado", ("cuidad",)),
        ("Sobre la PARTICIPACIÓN política de las políticas", ("participacion", "politic")),
        ("Niñas, niños y niñez", ("nin\u0303", "nin\u0303ez")),
        ("También desde entonces", ()),
        ("de 2024 a 10 km", ()),
        ("", ()),
    ],
)
def test_number_gender_accents_and_grammar_are_left_out(text: str, expected: tuple[str, ...]) -> None:
    assert roots(text) == expected


@given(st.text())
def test_roots_are_distinct_words_without_spaces(text: str) -> None:
    found = roots(text)

    assert len(set(found)) == len(found)
    assert " ".join(found).split() == list(found)
