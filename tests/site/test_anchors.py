"""Every section of a page has an anchor of its own, whatever its title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.site.views.parts.sections import OWN, anchors

PIECES = ["Acuerdo", "Etapa", "Objetivo", "Contenido", "Actividad", "Rareza"]
"""Titles whose numbered anchors are those of the pieces of parts."""


@pytest.mark.parametrize("title", PIECES)
def test_a_title_twice_that_is_also_the_name_of_a_piece_ends_with_two_anchors(title: str) -> None:
    first, second = anchors([title, title])

    assert first != second
    assert second == f"seccion-{title.lower()}-{3 if title.lower() in OWN else 2}"


@given(
    st.lists(st.sampled_from([*PIECES, "Acuerdo 2", "Fuentes", "Otra", "¿?", ""]) | st.text(max_size=8), max_size=12)
)
def test_no_two_sections_share_an_anchor_and_none_takes_one_of_the_page(titles: list[str]) -> None:
    given_ = anchors(titles)

    assert len({*given_} | OWN) == len(titles) + len(OWN)
