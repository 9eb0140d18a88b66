"""Records that may be one are found by video, title, name and day; others are left alone."""

import pytest

from acervo.forge.likeness import Likenesses
from acervo.forge.review import Likeness
from acervo.records.checks.loading import load_file
from tests.forge.small import PERSON, TALK

SERIES = "series: luna-ficticia\n"
VIDEO = "recording:\n  state: published\n  youtube: aB3_dEfGh-w\n"
LONG = TALK.replace("Charla ficticia de mayo", "Cuidados y linternas en las bibliotecas públicas imaginarias")
NAMED = "Linternas y cuidados en la biblioteca pública imaginaria"


def entries(records):
    return [load_file(f"data/{path}", text.encode()).records[0].entry for path, text in records.items()]


def likeness(kind, one, other):
    found = Likenesses(entries({f"{kind}/2026-una.yml": one, f"{kind}/2026-dos.yml": other}))
    return [(entry.id, why) for entry, why in found.of((kind, "2026-una"))]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (TALK + VIDEO, LONG.replace("05-25", "06-25") + VIDEO, Likeness.VIDEO),
        (TALK, TALK.replace("Charla ficticia", "CHARLA FICTÍCIA").replace("05-25", "06-25"), Likeness.TITLE),
        (LONG, LONG.replace("Cuidados y linternas en las bibliotecas públicas imaginarias", NAMED), Likeness.WORDS),
        (TALK + SERIES, LONG + SERIES, Likeness.DAY),
        (TALK + SERIES + VIDEO, TALK + SERIES + VIDEO, Likeness.VIDEO),
    ],
)
def test_conferences_that_may_be_one_are_told_with_the_best_reason(one, other, why):
    assert likeness("conferences", one, other) == [("2026-dos", why)]


@pytest.mark.parametrize(
    "other",
    [
        LONG,
        LONG.replace("05-25", "06-25") + SERIES,
        TALK.replace("Charla ficticia de mayo", "Charla de nadie").replace("05-25", "06-25") + SERIES,
    ],
)
def test_others_are_left_alone(other):
    assert likeness("conferences", TALK + SERIES, other) == []


def test_the_same_words_on_two_days_are_two_sessions():
    other = LONG.replace("Cuidados y linternas en las bibliotecas públicas imaginarias", NAMED).replace(
        "05-25", "06-25"
    )

    assert likeness("conferences", LONG, other) == []


def test_people_whose_names_are_nearly_the_same_are_told():
    other = PERSON.replace("title: Inés Prueba y Campo", "title: Ines Pruebas y Campo")

    assert likeness("speakers", PERSON, other) == [("2026-dos", Likeness.NAME)]
