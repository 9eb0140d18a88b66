"""Where things stand: lines and columns as an editor counts them, from 1 and in characters."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.text.events import PARSER
from acervo.records.text.places import Place, Places

BLOCK = """\
# comentario con acentos: áéíóú
title: "Año de nubes"
place:
  name: Nube Alta

  # otro comentario
  state: PUE
people:
  - person: zutana
    office: Guardiana
  - person: mengano
"""


@pytest.mark.parametrize("parser", [PARSER, yaml.SafeLoader], ids=["libyaml", "python"])
@pytest.mark.parametrize("text", [BLOCK, BLOCK.replace("\n", "\r\n")], ids=["lf", "crlf"])
def test_blocks_stand_where_their_keys_and_values_are_written(text, parser) -> None:
    assert Places(text, parser).by_path == {
        (): Place((2, 1), (2, 1)),
        ("title",): Place((2, 1), (2, 8)),
        ("place",): Place((3, 1), (4, 3)),
        ("place", "name"): Place((4, 3), (4, 9)),
        ("place", "state"): Place((7, 3), (7, 10)),
        ("people",): Place((8, 1), (9, 3)),
        ("people", "0"): Place((9, 5), (9, 5)),
        ("people", "0", "person"): Place((9, 5), (9, 13)),
        ("people", "0", "office"): Place((10, 5), (10, 13)),
        ("people", "1"): Place((11, 5), (11, 5)),
        ("people", "1", "person"): Place((11, 5), (11, 13)),
    }


def test_columns_count_characters_after_accents_and_signs_of_four_bytes() -> None:
    text = "{title: ñandú 🌧 azul, notes: é, topics: [á, b]}\n"

    assert Places(text).by_path == {
        (): Place((1, 1), (1, 1)),
        ("title",): Place((1, 2), (1, 9)),
        ("notes",): Place((1, 23), (1, 30)),
        ("topics",): Place((1, 33), (1, 41)),
        ("topics", "0"): Place((1, 42), (1, 42)),
        ("topics", "1"): Place((1, 45), (1, 45)),
    }


def test_an_empty_value_stands_at_its_key_and_an_absent_one_at_what_should_hold_it() -> None:
    places = Places("title:\nplace:\n  name: Nube\n")

    assert places.value(("title",)) == (1, 1)
    assert places.value(("place", "state")) == (3, 3)
    assert places.key(("place", "state")) == (2, 1)
    assert places.value(("recording", "youtube")) == (1, 1)


def test_the_first_of_two_equal_keys_keeps_its_place_and_the_second_points_to_it() -> None:
    places = Places("title: A\nplace: {name: B}\n\ntitle: C\n")

    assert places.value(("title",)) == (1, 8)
    assert places.repeated == {(4, 1): (1, 1)}


def test_an_empty_document_at_the_end_stands_in_its_last_line() -> None:
    assert Places("---").by_path == {(): Place((1, 4), (1, 4))}
    assert Places("title: A\n---\n").by_path[()] == Place((3, 1), (3, 1))


def test_a_place_in_a_line_is_the_field_whose_value_starts_there() -> None:
    places = Places("title: A b c\npeople:\n  - person: d # e\n")

    assert places.path_on(1, 11) == ("title",)
    assert places.path_on(3, 15) == ("people", "0", "person")
    assert places.path_on(9, 1) == ()


@given(st.text(alphabet="ab:- \n\t#[]{},&*!|>'\"%?~é\u00a0\u200b", max_size=60))
def test_any_text_has_places_as_far_as_it_can_be_read(text) -> None:
    lines = text.count("\n") + 1

    assert all(1 <= line <= lines for place in Places(text).by_path.values() for line, _ in place)
