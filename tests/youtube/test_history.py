"""The history of a video: a figure a month, in a file that does not change by itself."""

import json
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.youtube.history import LONGEST_FILE, MOST_VIEWS, History, HistoryError, add, dumps, loads

ID = "ficticio_0A"
DAY = date(2026, 11, 20)


def test_the_first_figure_of_each_month_stays() -> None:
    history = add(History(ID), {"view_count": 1234}, DAY)
    assert history == History(ID, {"2026-11": 1234})
    assert add(history, {"view_count": 5000}, date(2026, 11, 30)) is history
    assert add(history, {"view_count": 900}, date(2026, 12, 1)) == History(ID, {"2026-11": 1234, "2026-12": 900})


def test_the_file_has_the_months_in_order_and_a_final_line_break() -> None:
    assert dumps(History(ID, {"2026-12": 9, "2026-02": 7})) == (
        '{\n  "id": "ficticio_0A",\n  "views": {\n    "2026-02": 7,\n    "2026-12": 9\n  }\n}\n'
    )


@pytest.mark.parametrize("views", [None, True, -1, 1.5, float("nan"), "1234", [1], {}, MOST_VIEWS + 1, 10**99])
def test_absurd_figures_are_left_out(views: object) -> None:
    assert add(History(ID), {"view_count": views}, DAY) == History(ID)


def test_an_answer_without_views_says_nothing() -> None:
    assert add(History(ID), {}, DAY) == History(ID)


@given(st.lists(st.tuples(st.integers(-5, MOST_VIEWS + 5), st.integers(0, 800)), max_size=12))
def test_what_is_written_reads_the_same_and_a_second_visit_changes_no_byte(visits: list[tuple[int, int]]) -> None:
    history = History(ID)
    for views, days in visits:
        history = add(history, {"view_count": views}, DAY + timedelta(days))
    text = dumps(history)
    assert loads(text) == history
    assert dumps(loads(text)) == text
    for views, days in visits:
        history = add(history, {"view_count": views + 1}, DAY + timedelta(days))
    sound = {f"{DAY + timedelta(days):%Y-%m}" for views, days in visits if 0 <= views <= MOST_VIEWS}
    assert sound <= set(history.views)
    assert all(history.views[month] == count for month, count in loads(text).views.items())


def spoilt(**changes: Any) -> str:
    return json.dumps({"id": ID, "views": {"2026-11": 1}} | changes)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<<<<<<< HEAD\n", "El archivo no es JSON completo (¿un conflicto de Git sin resolver?)."),
        ("", "El archivo no es JSON completo (¿un conflicto de Git sin resolver?)."),
        ("[" * 50_000, "El archivo no es JSON completo (¿un conflicto de Git sin resolver?)."),
        ("[]", "El archivo no es un historial: se esperan solo «id» y «views»."),
        (spoilt(likes={}), "El archivo no es un historial: se esperan solo «id» y «views»."),
        (spoilt(views=[]), "El archivo no es un historial: se esperan solo «id» y «views»."),
        (spoilt(id="../../x"), "El valor del campo «id» no es válido."),
        (spoilt(id=5), "El valor del campo «id» no es válido."),
        (spoilt(views={"2026-13": 1}), "El valor del mes «2026-13» no es válido."),
        (spoilt(views={"٢٠٢٦-11": 1}), "El valor del mes «٢٠٢٦-11» no es válido."),
        (spoilt(views={"2026-11": -1}), "El valor del mes «2026-11» no es válido."),
        (spoilt(views={"2026-11": True}), "El valor del mes «2026-11» no es válido."),
        ('{"id": "ficticio_0A", "views": {"2026-11": NaN}}', "El valor del mes «2026-11» no es válido."),
        ('{"id": "ficticio_0A", "views": {"2026-11": 1, "2026-11": 2}}', "Un mes o un campo está dos veces."),
        ("x" * (LONGEST_FILE + 1), f"El archivo tiene {LONGEST_FILE + 1} caracteres: no es un historial de vistas."),
    ],
)
def test_a_file_that_is_no_history_is_refused_with_a_sentence(text: str, why: str) -> None:
    with pytest.raises(HistoryError) as refused:
        loads(text)
    assert str(refused.value) == why


@given(st.text() | st.binary().map(lambda data: data.decode("utf-8", "replace")))
def test_any_other_text_is_refused_or_read_never_a_surprise(text: str) -> None:
    with suppress(HistoryError):
        assert isinstance(loads(text), History)
