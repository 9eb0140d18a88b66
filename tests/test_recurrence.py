"""The dates that the rule of a series gives, and those for which nothing is documented."""

import calendar
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive import archive
from acervo.archive.prospects import prospects
from acervo.archive.recurrence import Expected, Occurrence, Slot, expected, occurrences, rule
from acervo.records.checks.agenda import gives
from acervo.records.models.schedule import Rule, Schedule, rule_of
from acervo.records.models.session import Session
from tests.records.entries import entry

LEAST = {"starts": "2024-01-25", "day": "25"}


def made(**told: Any) -> Rule:
    return rule_of(Schedule.model_validate({**LEAST, **told}))


def days(told: Rule, first: str, last: str) -> list[str]:
    return [one.day for one in occurrences(told, first, last)]


@pytest.mark.parametrize(
    ("on_weekend", "found"),
    [
        ("keep", ["2026-01-25", "2026-04-25", "2026-07-25"]),
        ("previous_working_day", ["2026-01-23", "2026-04-24", "2026-07-24"]),
        ("next_working_day", ["2026-01-26", "2026-04-27", "2026-07-27"]),
    ],
)
def test_a_weekend_is_kept_or_moved_as_the_rule_says(on_weekend: str, found: list[str]) -> None:
    told = made(on_weekend=on_weekend)

    assert [day for day in days(told, "2026-01-01", "2026-08-01") if day[5:7] in ("01", "04", "07")] == found


def test_a_month_without_the_day_has_it_on_its_last() -> None:
    assert days(made(day="31", starts="2024-01-01"), "2024-01-01", "2024-06-30") == [
        *("2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30")
    ]


def test_weeks_and_years_have_rules_too() -> None:
    weekly = made(frequency="weekly", day=None, weekday="wednesday", starts="2024-01-01", ends="2024-01-20")
    yearly = made(frequency="yearly", day=None, starts="2020-11-25")

    assert days(weekly, "2023-01-01", "2025-01-01") == ["2024-01-03", "2024-01-10", "2024-01-17"]
    assert days(yearly, "2021-01-01", "2023-12-31") == ["2021-11-25", "2022-11-25", "2023-11-25"]


def test_an_exception_moves_a_date_or_drops_it_even_from_far_away() -> None:
    told = made(
        exceptions=[
            {"on": "2026-12-25", "moved_to": "2027-02-01", "reason": "Vacaciones"},
            {"on": "2026-11-25", "reason": "Receso"},
        ]
    )

    assert occurrences(told, "2026-11-01", "2026-12-31") == (Occurrence("2026-11-25", "", "Receso"),)
    assert occurrences(told, "2027-02-01", "2027-02-10") == (Occurrence("2026-12-25", "2027-02-01", "Vacaciones"),)


def test_dates_moved_over_the_edge_of_the_days_asked_for_are_found_once() -> None:
    told = made(day="1", starts="2024-01-01", on_weekend="previous_working_day")

    assert days(told, "2025-05-01", "2025-05-31") == ["2025-05-01", "2025-05-30"]
    assert days(told, "2025-06-01", "2025-06-30") == []


def test_a_month_without_a_conference_is_a_gap_and_the_coming_ones_are_expected() -> None:
    told = made(starts="2026-01-25", exceptions=[{"on": "2026-03-25", "reason": "Receso"}])
    held = ["2026-01-30", "2026-02", "2026", "", "2026-06-25?"]

    assert expected(told, held, "2026-01-01", "2026-07-31", "2026-05-01", {"2026-07-25": "Nube"}) == (
        Expected("2026-03-25", Slot.DROPPED, "Receso"),
        Expected("2026-04-25", Slot.GAP, ""),
        Expected("2026-05-25", Slot.EXPECTED, ""),
        Expected("2026-07-25", Slot.PUT_OFF, "Nube"),
    )


def test_a_series_without_a_rule_promises_nothing() -> None:
    assert rule(entry("series/nubes")) is None
    assert prospects(archive.build([entry("series/nubes")])) == ()


def test_the_prospects_of_an_archive_end_a_year_after_its_own_day() -> None:
    series = entry("series/nubes", schedule=tuple(made(starts="2025-11-25", start_time="11:00")))
    named = (("series", "series", "nubes", ""),)
    put_off = Session(status="postponed", previous_dates=("2025-12-25",))
    told = [
        series,
        entry("conferences/una", date="2026-01-25", references=named, state="published"),
        entry("conferences/otra", date="", references=named, state="unknown", session=tuple(put_off)),
    ]

    found = prospects(archive.build(told))

    assert [(one.day, one.slot, one.reason) for one in found[:4]] == [
        ("2025-11-25", "gap", ""),
        ("2025-12-25", "put_off", "otra"),
        ("2026-02-25", "expected", ""),
        ("2026-03-25", "expected", ""),
    ]
    assert (found[-1].day, found[-1].series, found[-1].start_time) == ("2026-12-25", "nubes", "11:00")


RULES = st.builds(
    lambda frequency, day, weekday, on_weekend, starts: Schedule.model_validate(
        {
            "frequency": frequency,
            "day": str(day) if frequency == "monthly" else None,
            "weekday": weekday if frequency == "weekly" else None,
            "on_weekend": on_weekend,
            "starts": starts.isoformat(),
        }
    ),
    st.sampled_from(["monthly", "weekly", "yearly"]),
    st.integers(1, 31),
    st.sampled_from(["monday", "saturday", "sunday"]),
    st.sampled_from(["keep", "previous_working_day", "next_working_day"]),
    st.dates(date(2020, 1, 1), date(2024, 12, 31)),
)


@given(RULES, st.dates(date(2020, 1, 1), date(2028, 1, 1)))
def test_the_check_of_exceptions_and_the_library_agree_on_every_day(told: Schedule, first: date) -> None:
    last = first + timedelta(days=70)
    found = occurrences(rule_of(told), first.isoformat(), last.isoformat())

    assert all(gives(told, one.day) for one in found)
    assert all(first.isoformat() <= one.day <= last.isoformat() for one in found)
    assert len({one.rule for one in found}) == len(found)
    if told.on_weekend != "keep":
        assert all(date.fromisoformat(one.day).weekday() < calendar.SATURDAY for one in found)
    else:
        given_days = {(first + timedelta(days=one)).isoformat() for one in range(71)}
        assert {one.day for one in found} == {day for day in given_days if gives(told, day)}
