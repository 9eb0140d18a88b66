"""The practice in figures, counted by hand."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive import archive
from acervo.archive.figures import LABELS, Figure, figures, is_held
from acervo.archive.holding import CaptionFile, Holding, SnapshotFile
from acervo.records.catalogue.entry import Entry
from acervo.records.models.session import Session
from tests.records.entries import entry

TODAY = "2026-06-15"


def talk(id_: str, date: str = "", *names: tuple[str, str, str], **told: object) -> Entry:
    """Make a conference of the series `ciclo` that names others: kind, id, role."""
    own = tuple((f"named.{place}", *name) for place, name in enumerate(names))
    return entry(f"conferences/{id_}", date=date, references=(("series", "series", "ciclo", ""), *own), **told)


def told(entries: Iterable[Entry], kept: dict[str, Holding] | None = None) -> list[Figure]:
    clock = entry("topics/reloj", updated=TODAY)
    return list(figures(archive.build([clock, *entries], kept or {})))


def by_code(found: list[Figure]) -> dict[str, tuple[int, int, int | None]]:
    return {one.code: (one.value, one.n, one.of) for one in found if not (one.year or one.series)}


@pytest.mark.parametrize(
    ("date", "fields", "held"),
    [
        ("2026-06-15", {}, True),
        ("2026-06-16", {}, False),
        ("2026-06", {}, True),
        ("2026-07", {}, False),
        ("2026", {}, True),
        ("2027", {}, False),
        ("2024-05?", {}, True),
        ("2026-06-14/2026-06-20", {}, True),
        ("", {}, True),
        ("", {"state": "scheduled"}, False),
        ("2024-05-25", {"state": "scheduled"}, False),
        ("2024-05-25", {"session": tuple(Session(status="cancelled"))}, False),
        ("2024-05-25", {"session": tuple(Session(status="postponed"))}, False),
        ("2024-05-25", {"session": tuple(Session(status="rescheduled"))}, True),
        ("2024-05-25", {"state": "lost"}, True),
    ],
)
def test_a_conference_is_held_when_its_day_has_come_and_it_was_not_called_off(date, fields, held) -> None:
    assert is_held(talk("una", date, **fields), TODAY) is held


def test_held_against_planned_is_the_formula_of_document_4() -> None:
    plans = (("2024", 12, "Programa 2024"), ("2025", 4, ""), ("2026", 0, "Programa 2026"), ("2027", 6, "Programa 2027"))
    series = entry("series/ciclo", plans=plans)
    held = [talk(f"c{n}", f"2024-{n:02}-25") for n in range(1, 11)] + [talk("d1", "2023"), talk("d2", "2026-01")]
    found = [one for one in told([series, *held]) if one.series]

    assert [(one.code, one.year, one.value, one.of, one.share, one.source) for one in found] == [
        ("planned", "2027", 6, None, None, "Programa 2027"),
        ("held", "2026", 1, 0, None, "Programa 2026"),
        ("held", "2025", 0, 4, 0.0, ""),
        ("held", "2024", 10, 12, 83.3, "Programa 2024"),
        ("held", "2023", 1, None, None, ""),
        ("held_undated", "", 0, None, None, ""),
    ]


def test_a_series_of_which_nothing_is_known_is_told_all_the_same() -> None:
    found = [one for one in told([entry("series/ciclo"), talk("una")]) if one.series]

    assert found == [Figure("held_undated", 1, 1, None, "ciclo")]


def test_more_than_planned_is_more_than_a_hundred() -> None:
    series = entry("series/ciclo", plans=(("2024", 1, ""),))
    found = [one for one in told([series, talk("una", "2024-01-25"), talk("dos", "2024-02-25")]) if one.series]

    assert [one.share for one in found] == [200.0, None]


def test_each_figure_says_from_how_many_records_it_was_counted() -> None:
    person, other, place = ("speakers", "ana", "speaker"), ("speakers", "eva", "mentioned"), ("institutions", "uf", "")
    snapshot = SnapshotFile("Video000001", "youtube/v.json", "0" * 24, "ok", False, 0, 3600)
    by_hand = CaptionFile("Video000002", "youtube/captions/v.vtt", "0" * 24, "es", "manual", "automatic")
    found = by_code(
        told(
            [
                entry("speakers/ana"),
                entry("speakers/eva"),
                entry("institutions/uf"),
                entry("topics/luna"),
                talk("una", "2024", person, other, place, ("topics", "luna", ""), state="published",
                     video="Video000001", captions="automatic", sign_language="yes"),
                talk("dos", "2024", person, ("speakers", "nadie", "speaker"), state="published",
                     video="Video000002", captions="unknown", sign_language="unknown"),
                talk("tres", "", state="unknown", captions="unknown", sign_language="unknown"),
                talk("futura", "2027", other, place, state="scheduled"),
            ],
            {"Video000001": Holding(snapshot), "Video000002": Holding(captions=(by_hand,))},
        )
    )  # fmt: skip

    assert found == {
        "held_undated": (1, 3, None),
        "recordings": (2, 3, 3),
        "seconds_recorded": (3600, 1, 2),
        "captions": (1, 2, 2),
        "sign_language": (1, 1, 2),
        "people": (1, 2, 3),
        "topics": (1, 1, 3),
        "institutions": (1, 1, 3),
    }
    assert found.keys() | {"held", "planned", "answers"} == LABELS.keys()


def test_answers_that_could_point_at_somebody_are_not_in_the_sum() -> None:
    evaluations = [entry(f"evaluations/e{number}", survey=(("after", 0, 0, number, ()),)) for number in (0, 9, 10, 25)]

    assert by_code(told(evaluations))["answers"] == (35, 2, 4)
    assert "answers" not in by_code(told([]))


def test_an_empty_archive_has_figures_and_no_share() -> None:
    found = told([])

    assert {one.share for one in found} == {None}
    assert {one.value for one in found} == {0}


DATES = st.sampled_from(["", "2023", "2024-05", "2024-05-25", "2026-06-15", "2026-06-16", "2027"])
STATES = st.sampled_from(["published", "scheduled", "lost", "unknown"])


@given(st.lists(st.tuples(DATES, STATES, st.sampled_from(["yes", "no", "unknown"]), st.booleans())))
def test_no_part_is_more_than_its_whole_and_the_years_add_up(drawn) -> None:
    talks = [
        talk(f"charla-{place}", date, state=state, sign_language=signed, captions="reviewed", copies=int(copied))
        for place, (date, state, signed, copied) in enumerate(drawn)
    ]
    found = told(talks)
    held = sum(is_held(one, TODAY) for one in talks)

    for one in found:
        assert one.n >= 0
        if one.code in ("recordings", "captions", "sign_language"):
            assert one.value <= (one.of or 0)
            assert one.n <= (one.of or 0)
    years = sum(one.value for one in found if one.code == "held" and not one.series)
    assert years + by_code(found)["held_undated"][0] == held
