"""What is said in the synthetic recordings is the same everywhere, and its words are as frequent as in speech."""

from collections import Counter
from hashlib import sha256

import pytest

from acervo.archive.transcript import transcript
from acervo.outputs.terms import terms
from bench import corpus, searching, speech
from bench.answer import FAST, SLOW, Answer
from bench.chance import Dice
from bench.searching import CHANGED, COLD, Index, Searched

DIGEST = "38125f8acd1611a899c5081e966153bb2133722bcba85946f82c611e0657cfd7"


def test_the_same_dice_give_the_same_talk_for_ever():
    said = " ".join(speech.talk(Dice(8)))

    assert sha256(said.encode()).hexdigest() == DIGEST


def test_half_of_what_is_said_are_the_hundred_commonest_words():
    said = Counter(word for seed in range(5) for word in speech.talk(Dice(seed)))
    commonest = sum(said[word] for word in speech.words()[:100])

    assert 0.45 < commonest / said.total() < 0.6
    assert len(speech.words()) == len(set(speech.words())) == speech.FORMS


def test_every_talk_is_captioned_with_leave_to_publish_and_as_long_as_promised():
    files = dict(speech.spoken(corpus.files(6)))
    tracks = {path: text for path, text in files.items() if path.endswith(".vtt")}
    records = [text for path, text in files.items() if path.startswith("conferences/")]

    assert len(tracks) == len(records) == 6
    assert [text for text in records if "  captions_permission: granted\n" not in text] == []
    for path, text in tracks.items():
        read = transcript(path, text)
        said = " ".join(paragraph.text for paragraph in read.paragraphs)
        assert speech.TALK <= len(said.encode()) < speech.TALK * 1.1
        assert len(terms(said)) == len(said.split())


# --- What goes beyond the targets

SOUND = Searched(
    (Index(1_000, COLD, 119, 1_999, 1, 1, 1), Index(1_000, CHANGED, 14, 1_999, 1, 1, 1)),
    (
        Answer("palabra", "x", FAST, 150_000, 150_000, 0.2, 1.0, 120_000, 5),
        Answer("palabra", "x", SLOW, 150_000, 150_000, 1.5, 9.0, 120_000, 5),
    ),
)


def test_what_keeps_to_the_targets_is_not_complained_of():
    assert searching.excess(SOUND) == []


@pytest.mark.parametrize(
    ("index", "answer", "complaint"),
    [
        (Index(1_000, COLD, 121, 10, 1, 1, 1), None, "tardó más de 120 s"),
        (Index(1_000, CHANGED, 16, 10, 1, 1, 1), None, "tardó más de 15 s"),
        (Index(1_000, COLD, 1, 2_001, 1, 1, 1), None, "más de 2 GB"),
        (None, Answer("frase", "x", FAST, 150_000, 150_001, 0.1, 1.0, 0, 5), "300,001 bytes"),
        (None, Answer("frase", "x", FAST, 0, 0, 0.1, 1.0, 120_001, 5), "120,001"),
        (None, Answer("frase", "x", FAST, 0, 0, 0.21, 1.0, 0, 5), "0.21 s"),
        (None, Answer("frase", "x", SLOW, 0, 0, 1.51, 1.0, 0, 5), "1.51 s"),
    ],
)
def test_what_goes_beyond_a_target_is_told(index, answer, complaint):
    found = Searched((index,) if index else SOUND.indexes, (answer,) if answer else ())

    assert [complaint in sentence for sentence in searching.excess(found)] == [True]


def test_ten_thousand_talks_may_answer_with_more():
    index = Index(10_000, COLD, 1, 1, 1, 1, 1)
    answer = Answer("frase", "x", FAST, 200_000, 1_000_000, 0.1, 1.0, 1_200_000, 5)

    assert searching.excess(Searched((index,), (answer,))) == []


def test_the_tables_have_a_row_for_each_measure():
    text = searching.tables([SOUND])

    assert text.count("\n| ") == 4 + 1
    assert "| palabra" in text
