"""The strict reader: what it gives back, what it refuses, and that nothing foreign escapes on any bytes."""

import unicodedata

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from acervo.records.checks.sentences import SENTENCES
from acervo.records.problems import Flaw
from acervo.records.text.events import PARSER
from acervo.records.text.reader import MAX_BYTES, Reading, read

GOOD = b"""\
# Una ficha ficticia
title: "Nubes: una mirada"
date: 2024-05-25
topics: [nubes, lluvia]
people:
  - person: zutana-nubosa
    office: 'Guardiana d''el agua'
summary: >-
  Las nubes pasan
  y la lluvia queda.
description: |
  Uno #1

  - dos
recording:
  state: published
"""

BOTH = pytest.mark.parametrize("parser", [PARSER, yaml.SafeLoader], ids=["libyaml", "python"])


@BOTH
def test_a_good_record_is_read_as_plain_texts_lists_and_dictionaries(parser) -> None:
    assert read(GOOD, parser) == Reading(
        {
            "title": "Nubes: una mirada",
            "date": "2024-05-25",
            "topics": ["nubes", "lluvia"],
            "people": [{"person": "zutana-nubosa", "office": "Guardiana d'el agua"}],
            "summary": "Las nubes pasan y la lluvia queda.",
            "description": "Uno #1\n\n- dos",
            "recording": {"state": "published"},
        },
        (),
    )


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "Null",
        "NULL",
        "012",
        "0155",
        "1:30:00",
        "18:30",
        "1.10",
        "1_000",
        ".nan",
        "2024-02-30",
        "12e456",
        "0x1F",
        "=",
        "-1",
    ],
)
@BOTH
def test_a_text_stays_the_text_that_was_written(text, parser) -> None:
    assert read(f"title: {text}\n".encode(), parser) == Reading({"title": text}, ())


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf" + GOOD, GOOD.replace(b"\n", b"\r\n"), GOOD.rstrip(b"\n"), b"---\n" + GOOD]
)
@BOTH
def test_a_mark_of_order_windows_line_ends_and_a_missing_last_line_end_change_nothing(data, parser) -> None:
    assert read(data, parser) == read(GOOD, parser)


def test_a_field_without_a_value_is_left_out() -> None:
    data = b'title:\nsummary: ""\nnotes: "  "\naudience: |\nplace:\n  name:\n  state: PUE\n'

    assert read(data) == Reading({"place": {"state": "PUE"}}, ())


def test_a_text_is_trimmed_and_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Niñez en acción")

    assert read(f'title: "  {decomposed}  "\nnotes: |\n  {decomposed}\n\n'.encode()) == Reading(
        {"title": "Niñez en acción", "notes": "Niñez en acción"}, ()
    )


@pytest.mark.parametrize(
    ("text", "flaws"),
    [
        (
            "title: A\ntitle: B\ntitle: C\n",
            [
                ("duplicate", 2, 1, {"key": "title", "first": 1}),
                ("duplicate", 3, 1, {"key": "title", "first": 1}),
            ],
        ),
        ("place:\n  name: A\n  name:\n", [("duplicate", 3, 3, {"key": "name", "first": 2})]),
        ("title:\ntitle: A\n", [("duplicate", 2, 1, {"key": "title", "first": 1})]),
        ("title: A # b\nnotes: C # d\n", [("hash", 1, 10, {}), ("hash", 2, 10, {})]),
        ("topics: [a, b # c\n  ]\n", [("hash", 1, 15, {})]),
        ("title: # a\n", [("hash", 1, 8, {})]),
        ("unknowns:\n  - #a\n  -\n", [("hash", 2, 5, {}), ("empty_item", 3, 4, {})]),
        ("title: &a b\nnotes: !c d\n", [("sign", 1, 8, {"sign": "&"}), ("sign", 2, 8, {"sign": "!"})]),
        ("place: !a\n  name: b\n", [("sign", 1, 8, {"sign": "!"})]),
        (
            "title: \u202eA\u2066\n",
            [("control", 1, 8, {"sign": "U+202E"}), ("control", 1, 10, {"sign": "U+2066"})],
        ),
        ("title: A # b\u202e\n", [("hash", 1, 10, {}), ("control", 1, 13, {"sign": "U+202E"})]),
        ("# \u200b\u00a0\ntitle: A\n", []),
        ("title: A\u2028B\n", [("control", 1, 9, {"sign": "U+2028"})]),
        (
            "title:\u00a0A\n\u00a0\u00a0\nnotes: b\n",
            [
                ("odd_blank", 1, 7, {"sign": "U+00A0"}),
                ("odd_blank", 2, 1, {"sign": "U+00A0"}),
                ("odd_blank", 2, 2, {"sign": "U+00A0"}),
            ],
        ),
        ("title: A\u00a0B\u00a0C\u200b\n", [("invisible", 1, 9, {"sign": "U+00A0"})]),
        ('title: "A\\_B\\u200b"\n', []),
        ('title: "A\\u202eB"\n', [("control", 1, 8, {"sign": "U+202E"})]),
        ("title: Νube\n", [("mixed_script", 1, 8, {"word": "Νube"})]),
        ("title: Νεφέλη y nube\n", []),
        ("title: ni\ufffdez\n", [("garbled", 1, 8, {"trace": "\ufffd"})]),
    ],
)
@BOTH
def test_every_flaw_that_leaves_the_text_legible_is_told_at_its_place(text, flaws, parser) -> None:
    tree, found = read(text.encode(), parser)

    assert (tree is None, list(found)) == (False, [Flaw(*flaw) for flaw in flaws])


def test_a_repeated_field_keeps_its_first_value_and_odd_signs_leave_the_text_clean() -> None:
    assert read("title: A\u00a0B\u200b\ntitle: C\n".encode()).tree == {"title": "A B"}


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        (b"x" * (MAX_BYTES + 1), Flaw("too_big", 1, 1, {"size": MAX_BYTES + 1, "limit": MAX_BYTES})),
        (b"title: [" + b"[" * 100_000, Flaw("too_deep", 1, 19, {"limit": 12})),
        (b"topics: [" + b"a," * 50_000, Flaw("too_many", 1, 39_998, {"limit": 20_000})),
        ("title: A\nsummary: ó".encode("latin-1"), Flaw("encoding", 2, 10)),
        ("title: A".encode("utf-16-le"), Flaw("encoding", 1, 1)),
        ("title: A".encode("utf-32"), Flaw("encoding", 1, 1)),
        (b"\n# nada\n---\n", Flaw("empty", 1, 1)),
        (b"a: &x [1]\nb: *x\n", Flaw("sign", 2, 4, {"sign": "*"})),
        (b"title: A\n? [b]\n: c\n", Flaw("key_shape", 2, 3)),
        (b'title: "A\nb', Flaw("quote_open", 1, 8)),
        (b"title: A\nnotes: >- b\n  c\n", Flaw("sign", 2, 8, {"sign": ">"})),
        (b"title: A\nnotes: & b\n", Flaw("sign", 2, 8, {"sign": "&"})),
    ],
)
def test_what_cannot_be_read_gives_no_tree_and_says_why(data, flaw) -> None:
    tree, flaws = read(data)

    assert (tree, flaws[-1]) == (None, flaw)


def _tree_of_texts(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and _tree_of_texts(inner) for key, inner in value.items())
    return isinstance(value, str) or (isinstance(value, list) and all(map(_tree_of_texts, value)))


def _sound(reading: Reading) -> bool:
    return (
        (reading.tree is not None or bool(reading.flaws))
        and (reading.tree is None or (isinstance(reading.tree, dict) and _tree_of_texts(reading.tree)))
        and all(flaw.code in SENTENCES and flaw.line >= 1 and flaw.column >= 1 for flaw in reading.flaws)
    )


@given(st.binary(max_size=400))
@example(b'a: "\\UFFFFFFFF"')
@example(b"a: \xed\xa0\x80")
@example(b"%TAG ! x\n%TAG ! y\n---\na: b")
@example(b"{a: b, ? c, : d}")
def test_any_bytes_give_a_tree_or_flaws_and_never_an_exception(data) -> None:
    assert _sound(read(data))
    assert _sound(read(data, yaml.SafeLoader))


@given(st.text(alphabet="ab:- \n\t#[]{},&*!|>'\"%@`?~<\\xu0é\u00a0\u200b\u202e.", max_size=80))
def test_any_heap_of_yaml_signs_gives_a_tree_or_flaws_and_never_an_exception(text) -> None:
    assert _sound(read(text.encode()))
    assert _sound(read(text.encode(), yaml.SafeLoader))


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 8), st.binary(max_size=4))
def test_a_good_record_with_some_bytes_changed_gives_a_tree_or_flaws(start, length, inserted) -> None:
    assert _sound(read(GOOD[:start] + inserted + GOOD[start + length :]))


_WORDS = (
    st.text(
        st.characters(exclude_categories=("C", "Z"), max_codepoint=0x24F) | st.sampled_from(" ñéü¿#:&*!|>'\"\\%@"),
        min_size=1,
        max_size=30,
    )
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(bool)
)
_TREES = st.dictionaries(
    _WORDS,
    st.recursive(
        _WORDS,
        lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(_WORDS, inner, min_size=1, max_size=3),
        max_leaves=6,
    ),
    min_size=1,
    max_size=4,
)


@given(_TREES, st.sampled_from(["'", '"']), st.booleans())
def test_what_is_written_between_quotes_is_read_back_equal(tree, quote, flow) -> None:
    text = yaml.safe_dump(tree, default_style=quote, default_flow_style=flow, allow_unicode=True, width=60)
    text = text.replace("!!str ", "")

    assert read(text.encode()).tree == tree
