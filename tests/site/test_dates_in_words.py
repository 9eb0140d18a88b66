"""Dates, hours and durations as a reader in Mexico says them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.models import moments
from acervo.records.models.dates import PATTERN, DateError, parse
from acervo.site import dates


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("2024", "2024"),
        ("2024-05", "mayo de 2024"),
        ("2024-05-25", "25 de mayo de 2024"),
        ("2024-09-01", "1 de septiembre de 2024"),
        ("2024?", "2024 (fecha dudosa)"),
        ("2024-05~", "mayo de 2024 (fecha aproximada)"),
        ("2024-02-08/2024-02-09", "del 8 al 9 de febrero de 2024"),
        ("2024-02-08/2024-02-08", "8 de febrero de 2024"),
        ("2024-01-30/2024-02-02", "del 30 de enero al 2 de febrero de 2024"),
        ("2023-12-30/2024-01-02", "del 30 de diciembre de 2023 al 2 de enero de 2024"),
        ("2024-05/2024-07", "de mayo a julio de 2024"),
        ("2023-11/2024-02", "de noviembre de 2023 a febrero de 2024"),
        ("2024/2026", "de 2024 a 2026"),
        ("2024?/2025", "de 2024 (fecha dudosa) a 2025"),
        ("2024/2024-05-03", "de 2024 a 3 de mayo de 2024"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(text, words):
    assert dates.in_words(text) == words


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("", "", ""),
        ("2024", "2024", ""),
        ("2024-05~", "", ""),
        ("2024-02-08/2024-02-09", "2024-02-08", "2024-02-09"),
        ("2024/2025?", "2024", ""),
    ],
)
def test_machines_get_no_date_that_is_in_doubt(text, start, end):
    assert (dates.machine(text), dates.machine_end(text)) == (start, end)


@given(st.from_regex(PATTERN, fullmatch=True))
def test_every_date_of_the_schema_can_be_said_with_its_years(text):
    try:
        date = parse(text)
    except DateError:
        return

    words = dates.in_words(text)

    assert str(date.end.year) in words
    assert ("dudosa" in words) == ("?" in text)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("11:00", "13:00", "de 11:00 a 13:00 h (hora del centro de México)"),
        ("11:00", "", "11:00 h (hora del centro de México)"),
        ("", "13:00", "hasta las 13:00 h (hora del centro de México)"),
        ("", "", ""),
    ],
)
def test_hours_name_their_time_zone(start, end, words):
    assert dates.hours(start, end) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-02-05", "2024-09-30", "5 de febrero de 2023 – 30 de septiembre de 2024"),
        ("2023", "", "desde 2023"),
        ("2023-02-05", "", "desde el 5 de febrero de 2023"),
        ("", "2024-09", "hasta septiembre de 2024"),
        ("", "2024-09-30", "hasta el 30 de septiembre de 2024"),
        ("", "", ""),
    ],
)
def test_a_span_says_only_the_ends_that_are_known(start, end, words):
    assert dates.span(start, end) == words


@pytest.mark.parametrize(
    ("seconds", "words", "clock", "iso"),
    [
        (0, "0 s", "0:00", "PT0S"),
        (40, "40 s", "0:40", "PT40S"),
        (2700, "45 min", "45:00", "PT45M"),
        (3600, "1 h", "1:00:00", "PT1H"),
        (5525, "1 h 32 min", "1:32:05", "PT1H32M5S"),
    ],
)
def test_durations_are_said_shown_and_told_to_machines(seconds, words, clock, iso):
    assert (dates.duration(seconds), moments.text(seconds), dates.iso_duration(seconds)) == (words, clock, iso)
