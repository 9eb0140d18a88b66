"""The tables of the benchmark, and their place in a document."""

from bench import table
from bench.measure import Measured

HEAD = (
    "Conferencias",
    "Construcción",
    "Páginas",
    "Segundos",
    "ms por página",
    "Memoria, MB",
    "Archivos",
    "Hechos de nuevo",
    "Sitio, MB",
)
ROW = Measured(
    conferences=10_000,
    case="cold",
    records=16_000,
    pages=17_000,
    files=17_100,
    bytes=229_000_000,
    written=17_100,
    seconds=3.4,
    every=(3.3, 3.4, 3.9),
    phases={"check": 1.0, "model": 0.25, "render": 2.0},
    largest=120.0,
    together=201.6,
)
PART = Measured(
    conferences=10_000,
    case="changed",
    records=16_000,
    pages=17_000,
    files=17_100,
    bytes=229_000_000,
    written=3,
    seconds=0.5,
    every=(0.5,),
    phases={"check": 0.3},
    largest=99.0,
    together=None,
)


def test_tables_tell_what_builds_cost_and_where():
    costs, phases = table.tables([ROW, PART]).rstrip("\n").split("\n\n")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in costs.splitlines()]
    spent = [[cell.strip() for cell in line.strip("|").split("|")] for line in phases.splitlines()]

    assert [cells[0], *cells[2:]] == [
        list(HEAD),
        ["10,000", "desde cero", "17,000", "3.40", "0.20", "202", "17,100", "17,100", "229.0"],
        ["10,000", "una ficha cambiada", "17,000", "0.50", "", "99", "17,100", "3", "229.0"],
    ]  # fmt: skip
    assert spent[2:] == [
        ["10,000", "desde cero", "1.00", "0.25", "0.00", "2.00", "0.00", "0.00", "0.00", "0.15"],
        ["10,000", "una ficha cambiada", "0.30", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.20"],
    ]
    assert len({len(line) for line in costs.splitlines()}) == 1


def test_tables_replace_what_stood_between_the_markers_and_nothing_else():
    document = f"antes\n{table.BEGIN}\nlo viejo\n{table.END}\ndespués\n"
    once = table.placed(document, "lo nuevo \\1")

    assert once == f"antes\n{table.BEGIN}\n\nlo nuevo \\1\n\n{table.END}\ndespués\n"
    assert table.placed(once, "lo nuevo \\1") == once


def test_a_document_without_both_markers_has_no_place():
    places = (f"{table.BEGIN}\n{table.END}", f"{table.END}\n{table.BEGIN}\n", table.BEGIN, "")

    assert [table.has_place(document) for document in places] == [True, False, False, False]
