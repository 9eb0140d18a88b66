"""Every word of every transcript is found where it is said, and nowhere else."""

import json
import os
import re
import subprocess
import sys
import unicodedata
import zlib
from collections import defaultdict
from hashlib import sha256

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from acervo.archive.transcript import Paragraph
from acervo.outputs import moments
from acervo.outputs.moments import Router, Talk
from acervo.outputs.terms import LONGEST, fold, terms
from tests.outputs.moment_reader import Place, Reader
from tests.projects import ROOT

HOSTILE = (
    "<script>alert(1)</script> --> &amp; ]]> \\0 %s {{ x }}",
    "La peña, la PENA y la pen\u0303a: ¿pingüino?",
    "\u202ederecha\u202c a izquierda \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "𝒜 𐐀𐐨 ﬁn ½ Ⅷ ™ ß İstanbul ΟΔΟΣ 日本語 हिन्दी",
    "a" * 5_000,
    "sub_rayado guion-medio ga\u00adrra uno.dos'tres",
    "",
)
WORDS = ["género", "genero", "Género", "año", "ano", "de", "la", "𐐨", "ﬃ", "z" * 60, "١٢٣", "e\u0301l"]

word = st.sampled_from(WORDS) | st.text(max_size=12)
texts = st.lists(word, max_size=30).map(" ".join) | st.sampled_from(HOSTILE)
talks_of_texts = st.lists(st.lists(texts, min_size=1, max_size=6), min_size=1, max_size=40)


def said(number: int, words: list[str], year: str = "2026") -> tuple[Talk, bytes]:
    """Return a talk and the file of its words."""
    id_ = f"charla-{number}"
    talk = Talk(id_, f"Charla {number}", "Conferencia", "2026", year, number % 2 == 0, "es", f"{id_}.0")
    paragraphs = [Paragraph(place * 45, place * 45 + 44, "", text, place + 1) for place, text in enumerate(words)]
    return talk, moments.text(paragraphs)


def indexed(talks: list[list[str]]) -> Reader:
    """Index talks, given as the texts of their paragraphs, as one shard."""
    made = [said(number, words) for number, words in enumerate(talks)]
    router, files = moments.shard("x", [talk for talk, _ in made], [data for _, data in made])
    texts = {moments.text_path(talk.text): data for talk, data in made}
    return Reader({**files, **texts, moments.LIST: moments.list_file([router])}, "x")


def reference(talks: list[list[str]]) -> dict[str, list[Place]]:
    """Return where each term is said, by looking."""
    found: dict[str, list[Place]] = defaultdict(list)
    for number, words in enumerate(talks):
        for place, text in enumerate(words):
            for term in sorted(set(terms(text))):
                found[term].append((f"charla-{number}", place))
    return dict(found)


@given(talks_of_texts)
@example([list(HOSTILE)])
@example([[""]])
def test_every_word_is_found_where_it_is_said_and_nowhere_else(talks):
    reader, expected = indexed(talks), reference(talks)

    assert reader.everything() == expected
    assert {term: reader.find(term) for term in expected} == expected


@given(talks_of_texts)
@example([["a " * 400 + "b", "b " + "c " * 300 + "b c"]])
def test_every_word_stands_in_its_paragraph_where_it_is_said(talks):
    reader = indexed(talks)
    found = {
        (f"charla-{number}", place): terms(text)
        for number, words in enumerate(talks)
        for place, text in enumerate(words)
    }

    told = {term: {} if term in reader.frequent else reader.said_at(term) for term in reference(talks)}
    assert told == {
        term: {}
        if term in reader.frequent
        else {
            place: [at for at, word in enumerate(words) if word == term]
            for place, words in found.items()
            if term in words
        }
        for term in told
    }


@given(talks_of_texts, st.text(min_size=1, max_size=8))
def test_a_word_that_nobody_said_is_not_found(talks, other):
    reader, expected = indexed(talks), reference(talks)

    assert {term: reader.find(term) for term in {*terms(other), "zzz", ""} - expected.keys() if reader.find(term)} == {}


@given(talks_of_texts)
def test_every_passage_comes_back_word_for_word(talks):
    reader = indexed(talks)

    assert [[reader.passage(number, place) for place in range(len(words))] for number, words in enumerate(talks)] == [
        [[place * 45, "", text] for place, text in enumerate(words)] for words in talks
    ]


def test_a_shard_of_many_blocks_finds_every_word():
    numbers = [[f"palabra{place:05} común {place % 7} {'texto ' * 30}" for place in range(start, start + 40)]
               for start in range(0, 8_000, 40)]  # fmt: skip
    reader = indexed(numbers)

    assert len(reader.firsts) > 10
    assert reader.everything() == reference(numbers)
    assert reader.find("palabra04321") == [("charla-108", 1)]
    assert reader.common == ["comun", "texto"]
    assert reader.frequent == ["0", "1", "2", "3", "4", "5", "6", "comun", "texto"]
    assert reader.said_at("comun") == {}
    assert reader.said_at("palabra04321") == {("charla-108", 1): [0]}


def test_a_term_said_everywhere_does_not_weigh_on_its_neighbours():
    talks = [[f"comun{place} común"] * 50 for place in range(100)]
    made = [said(number, words) for number, words in enumerate(talks)]
    router, files = moments.shard("x", [talk for talk, _ in made], [data for _, data in made])
    reader = Reader({**files, moments.LIST: moments.list_file([router])}, "x")

    assert reader.firsts == ["comun", "comun0"]
    assert reader.find("comun1") == [("charla-1", place) for place in range(50)]


# --- Terms


@given(st.text(max_size=300))
def test_folding_twice_changes_nothing_and_terms_stand_alone(text):
    found = terms(text)

    assert all(terms(term) == [term] for term in found)
    assert all(0 < len(term) <= LONGEST for term in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Género, GÉNERO y ge\u0301nero", ["genero", "genero", "y", "genero"]),
        ("El niño en Cancún", ["el", "nino", "en", "cancun"]),
        ("pingüino", ["pinguino"]),
        ("Art. 4.º y 1ª", ["art", "4", "o", "y", "1a"]),
        ("COVID-19 sub_rayado", ["covid", "19", "sub", "rayado"]),
        ("…—¿?", []),
    ],
)
def test_terms_are_the_words_as_a_spanish_reader_types_them(text, expected):
    assert terms(text) == expected


def test_folding_leaves_out_every_accent_of_spanish():
    every = "áéíóúüñÁÉÍÓÚÜÑ"

    assert fold(every) == fold(unicodedata.normalize("NFD", every)) == "aeiouunaeiouun"


# --- Same talks, same bytes


def test_the_same_talks_give_the_same_bytes_whatever_the_hash_seed():
    code = (
        "from tests.outputs.test_moments import digest_of_a_shard\n"
        "print(digest_of_a_shard())"
    )  # fmt: skip
    path = os.pathsep.join(map(str, (ROOT, ROOT / "scripts")))
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "77")
    }

    assert told == {digest_of_a_shard() + "\n"}


def digest_of_a_shard() -> str:
    made = [said(number, [f"{text} {number}" for text in HOSTILE]) for number in range(30)]
    state = sha256()
    router, files = moments.shard("x", [talk for talk, _ in made], [data for _, data in made])
    for path, data in [*files.items(), (moments.LIST, moments.list_file([router]))]:
        state.update(path.encode() + data)
    return state.hexdigest()


# --- Shards


def talk(number: int, year: int) -> Talk:
    return said(number, [""], str(year))[0]


@given(st.lists(st.integers(2010, 2026), min_size=1, max_size=60), st.integers(1, 5), st.integers(5, 12))
def test_shards_hold_every_talk_once_in_order(years, least, most):
    talks = [talk(number, year) for number, year in enumerate(sorted(years, reverse=True))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moments, "LEAST", least)
        patch.setattr(moments, "MOST", most)
        shards = moments.shards(talks)
        grown = moments.shards([talk(1_000, 2027), *talks])

    assert [one for shard in shards for one in shard] == talks
    assert max(map(len, shards)) <= most
    assert grown[-len(shards) + 1 :] == shards[1:] or len(shards) == 1


def test_the_list_of_shards_says_all_of_their_routers():
    routers = [Router("2026-ab", ["a", "ñu"], ["a"], ["a", "b"], [3, 0]), Router("2025-cd", [], [], [], [])]
    data = moments.list_file(routers)

    assert json.loads(zlib.decompress(data)) == {
        "format": 3,
        "shards": [
            {"name": "2026-ab", "blocks": ["a", "ñu"], "common": ["a"], "frequent": ["a", "b"], "paragraphs": [3, 0]},
            {"name": "2025-cd", "blocks": [], "common": [], "frequent": [], "paragraphs": []},
        ],
    }
    assert moments.routers(data) == routers


def test_no_name_of_a_file_needs_escaping():
    made = [said(number, ["a b c"]) for number in range(20)]
    paths = list(moments.shard("2026-ab", [one for one, _ in made], [data for _, data in made])[1])

    assert [path for path in paths if not re.fullmatch(r"[a-z0-9./-]+", path)] == []
    assert len(paths) == 4
