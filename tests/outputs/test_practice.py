"""The data behind the practice in figures: read back by others, and safe in a spreadsheet."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.figures import LABELS, Figure
from acervo.outputs.practice import COLUMNS, as_csv, as_json

FIGURES = (
    Figure("held", 10, 10, 12, "ciclo-ficticio", "2024", 'Programa "2024", ficticio'),
    Figure("held", 1, 1, None, "", "2023"),
    Figure("people", 3, 2, 5),
)


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_table_says_each_figure_with_its_whole_and_its_date() -> None:
    data = as_csv(FIGURES, "2026-06-15")

    assert data.startswith("\ufeffcode,label,series,year,value,n,of,percent,source,date\r\n".encode())
    assert [tuple(row.values()) for row in table(data)] == [
        ("held", "Conferencias realizadas", "ciclo-ficticio", "2024", "10", "10", "12", "83.3",
         'Programa "2024", ficticio', "2026-06-15"),
        ("held", "Conferencias realizadas", "", "2023", "1", "1", "", "", "", "2026-06-15"),
        ("people", "Personas que participaron", "", "", "3", "2", "5", "", "", "2026-06-15"),
    ]  # fmt: skip


def test_the_json_says_the_same() -> None:
    found = json.loads(as_json(FIGURES, "2026-06-15"))

    assert found["date"] == "2026-06-15"
    assert found["figures"][1] == {
        "code": "held", "label": "Conferencias realizadas", "series": "", "year": "2023", "value": 1, "n": 1,
        "of": None, "percent": None, "source": "", "date": "2026-06-15",
    }  # fmt: skip
    assert [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in found["figures"]
    ] == table(as_csv(FIGURES, "2026-06-15"))


@given(
    st.lists(
        st.builds(
            Figure,
            st.sampled_from(sorted(LABELS)),
            st.integers(0, 10**9),
            st.integers(0, 10**9),
            st.none() | st.integers(0, 10**6),
            source=st.text(st.characters(codec="utf-8"), max_size=30)
            | st.sampled_from(["=1+1", "@SUM(A1)", "-2", "+3"]),
        )
    )
)
def test_whatever_a_source_says_stays_one_cell_and_no_formula(figures) -> None:
    rows = table(as_csv(figures, "2026-06-15"))

    assert [row["value"] for row in rows] == [str(one.value) for one in figures]
    assert all(tuple(row) == COLUMNS for row in rows)
    assert all(not row["source"].startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows)
    assert [row["source"].removeprefix("'") for row in rows] == [one.source.removeprefix("'") for one in figures]
