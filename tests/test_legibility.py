"""What is worth a look in captions: each rule by what it says, at which line, and when it keeps silent."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.captions import CaptionState, Cue, Origin, Track, dumps, original
from acervo.archive.legibility import look

LONG_ROW = "Esta fila inventada tiene más de cuarenta y dos signos."
GOOD = (Cue(0, 3_000, "Buenas tardes a todas"), Cue(3_000, 6_000, "y a todos: esto es\nun ejemplo"))


def reviewed(*cues: Cue, credit: str = "Persona ficticia", **changes: object) -> Track:
    track = original("ejemplo0001", "es", Origin.IMPORTED, cues, CaptionState.REVIEWED, credit)
    return replace(track, **changes)  # type: ignore[arg-type]  # values of its fields


def told(track: Track, duration: int = 0) -> list[tuple[str, str, dict[str, object]]]:
    """Return what is told of a track: the row of the file, the code, the details."""
    text = dumps(track)
    rows = text.splitlines()
    _, flaws = look(text, lambda video: duration)
    return [(rows[flaw.line - 1], flaw.code, dict(flaw.details)) for flaw in flaws]


def test_good_captions_are_left_alone() -> None:
    assert told(reviewed(*GOOD), 6) == []


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        (
            Cue(5_000, 9_000, "se encima"),
            ("00:00:05.000 --> 00:00:09.000", "captions_overlap", {"start": "00:00:05.000", "end": "00:00:06.000"}),
        ),
        (
            Cue(6_000, 7_000, "veintiséis letras y signos"),
            ("00:00:06.000 --> 00:00:07.000", "captions_fast", {"speed": 26}),
        ),
        (
            Cue(6_000, 13_001, "se queda"),
            ("00:00:06.000 --> 00:00:13.001", "captions_long", {"seconds": 7}),
        ),
        (
            Cue(6_000, 9_000, "una\ndos\ntres"),
            ("00:00:06.000 --> 00:00:09.000", "captions_rows", {"rows": 3}),
        ),
        (Cue(6_000, 9_000, f"corta\n{LONG_ROW}"), (LONG_ROW, "captions_wide", {"width": 55})),
        (
            Cue(16_001, 18_000, "ya acabó"),
            ("00:00:16.001 --> 00:00:18.000", "captions_beyond", {"start": "00:00:16.001", "duration": "00:00:06.000"}),
        ),
    ],
)
def test_each_rule_tells_its_row(cue: Cue, expected: tuple[str, str, dict[str, object]]) -> None:
    assert told(reviewed(*GOOD, cue), 6) == [expected]


@pytest.mark.parametrize(
    "cue",
    [
        Cue(6_000, 7_000, "veinticinco letras, signo"),
        Cue(6_000, 13_000, "siete segundos"),
        Cue(6_000, 9_000, "x" * 42 + "\n" + "y" * 30),
        Cue(16_000, 18_000, "los reproductores redondean"),
    ],
)
def test_what_is_just_within_the_limit_is_left_alone(cue: Cue) -> None:
    assert told(reviewed(*GOOD, cue), 6) == []


def test_a_long_caption_covers_all_that_begin_under_it() -> None:
    cues = (Cue(0, 7_000, "larga"), Cue(1_000, 2_000, "una"), Cue(3_000, 4_000, "otra"))

    assert [code for _, code, _ in told(reviewed(*cues))] == ["captions_overlap"] * 2


def test_the_work_of_a_machine_is_judged_only_up_to_where_a_person_went() -> None:
    bad = [Cue(start, start + 8_000, LONG_ROW) for start in (0, 10_000, 20_000)]
    machine = original("ejemplo0001", "es", Origin.AUTOMATIC, bad, credit="Persona ficticia")

    assert told(machine) == []
    assert [row for row, code, _ in told(replace(machine, reviewed_until=10_001)) if code == "captions_long"] == [
        "00:00:00.000 --> 00:00:08.000",
        "00:00:10.000 --> 00:00:18.000",
    ]
    assert [code for _, code, _ in told(machine, 5)] == ["captions_beyond"]


@pytest.mark.parametrize(
    ("changes", "row"),
    [
        ({}, ["crédito:"]),
        ({"state": CaptionState.AUTOMATIC, "reviewed_until": 2_000}, ["crédito:"]),
        ({"origin": Origin.MANUAL}, []),
        ({"state": CaptionState.AUTOMATIC}, []),
    ],
)
def test_a_review_without_a_name_is_told_at_its_field(changes: dict[str, object], row: list[str]) -> None:
    assert [row for row, _, _ in told(reviewed(*GOOD, credit="", **changes))] == row


@given(st.lists(st.tuples(st.integers(0, 90_000), st.integers(1, 20_000), st.text("aé <&\n", min_size=1)), min_size=1))
def test_whatever_can_be_read_can_be_looked_at(drawn: list[tuple[int, int, str]]) -> None:
    cues = [Cue(start, start + length, f"a{text.strip()}".replace("\n", "")) for start, length, text in sorted(drawn)]
    cues = [cue._replace(text=" ".join(cue.text.split())) for cue in cues]
    lines = dumps(reviewed(*cues)).count("\n")
    _, flaws = look(dumps(reviewed(*cues)), lambda video: 30)

    assert all(1 <= flaw.line <= lines for flaw in flaws)
    assert flaws == sorted(flaws, key=lambda flaw: (flaw.line, flaw.code))
