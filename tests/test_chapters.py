"""The chapters of a recording: people's first, then YouTube's, then those that a description tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.chapters import Chapters, chapters, described
from acervo.archive.snapshot import Chapter, Snapshot
from acervo.records.models import moments
from acervo.records.models.conference import Conference

OF_YOUTUBE = (Chapter(0, "Inicio"), Chapter(600, "Preguntas"), Chapter(5_400, "Despedida"))
TOLD = "Conferencia ficticia\n\n0:00 Bienvenida\n(12:30) - Lo que se dijo\n• 1:02:03 | Preguntas\n\nGracias."


def conference(*marks: tuple[str, str]) -> Conference:
    recording = {"state": "lost", "chapters": [{"start": start, "title": title} for start, title in marks]}
    return Conference.model_validate({"title": "Ficticia", "updated": "2026-01-02", "recording": recording})


def snapshot(duration: int | None = 7_200, marks: tuple[Chapter, ...] = OF_YOUTUBE, told: str = "") -> Snapshot:
    return Snapshot(id="ejemplo0001", duration=duration, chapters=marks, description=told)


def test_what_people_wrote_wins() -> None:
    found = chapters(conference(("0:00", "Apertura"), ("1:30", "Tema")), snapshot(told=TOLD))
    assert found == Chapters((Chapter(0, "Apertura"), Chapter(90, "Tema")), "record")


def test_youtube_comes_next() -> None:
    assert chapters(conference(), snapshot(told=TOLD)) == Chapters(OF_YOUTUBE, "youtube")


def test_a_description_comes_last() -> None:
    expected = (Chapter(0, "Bienvenida"), Chapter(750, "Lo que se dijo"), Chapter(3_723, "Preguntas"))
    assert chapters(conference(), snapshot(marks=(), told=TOLD)) == Chapters(expected, "description")


def test_nothing_known_is_no_chapters() -> None:
    assert chapters(conference(), None) == Chapters((), "")


def test_a_chapter_beyond_the_end_is_left_out() -> None:
    found = chapters(conference(("0:00", "Apertura"), ("2:00:00", "Nunca")), snapshot())
    assert found == Chapters((Chapter(0, "Apertura"),), "record")


def test_an_unknown_duration_leaves_out_nothing() -> None:
    assert chapters(conference(), snapshot(None)) == Chapters(OF_YOUTUBE, "youtube")


@pytest.mark.parametrize(
    "told",
    [
        "",
        "La sesión empieza a las 11:00 en punto",
        "0:00 Uno\n0:30 Dos",
        "0:10 Uno\n0:30 Dos\n0:50 Tres",
        "0:00 Uno\n0:05 Dos\n0:50 Tres",
        "0:00 Uno\n0:50 Dos\n0:30 Tres",
        "0:00\n0:30\n0:50",
    ],
    ids=["nothing", "an hour", "two", "no beginning", "too short", "out of order", "no titles"],
)
def test_times_that_break_the_rules_are_mentions(told: str) -> None:
    assert described(told) == []


@given(st.text(max_size=2_000))
def test_any_description_gives_chapters_in_order_or_none(told: str) -> None:
    starts = [chapter.start for chapter in described(told)]
    assert starts == sorted(set(starts))


@given(st.integers(0, 359_999))
def test_a_moment_is_read_as_it_was_written(second: int) -> None:
    assert moments.seconds(moments.text(second)) == second


@pytest.mark.parametrize("text", ["", "5", "1:2", "1:60", "1:60:00", "1:120:00", "-1:00", "1:00 ", "١:٠٠", "100:00:00"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    assert moments.seconds(text) is None
