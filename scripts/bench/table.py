"""The measurements as tables in Spanish, on the screen and in the README.

In: measured values. Out: Markdown. Never: measures.
"""

import re
from collections.abc import Iterable, Sequence

from acervo.console import PHASES
from bench.measure import CASES, Measured

BEGIN, END = "<!-- bench:inicio -->", "<!-- bench:fin -->"
_BETWEEN = re.compile(f"({re.escape(BEGIN)}\n).*?({re.escape(END)})", re.DOTALL)
_COSTS = (
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
_PHASES = ("check", "model", "shell", "render", "index", "verify", "publish")


def tables(found: Sequence[Measured]) -> str:
    """Return both tables: what each build costs, and in which phase."""
    return f"{_costs(found)}\n{_phases(found)}"


def has_place(document: str) -> bool:
    """Tell whether a document has the markers."""
    return bool(_BETWEEN.search(document))


def placed(document: str, text: str) -> str:
    """Return a document with the text between its markers."""
    return _BETWEEN.sub(lambda match: f"{match[1]}\n{text.strip()}\n\n{match[2]}", document, count=1)


def _costs(found: Iterable[Measured]) -> str:
    rows = [
        (
            f"{row.conferences:,}",
            CASES[row.case],
            f"{row.pages:,}",
            f"{row.seconds:.2f}",
            f"{row.seconds * 1_000 / row.pages:.2f}" if row.whole else "",
            f"{row.largest if row.together is None else row.together:,.0f}",
            f"{row.files:,}",
            f"{row.written:,}",
            f"{row.bytes / 1e6:,.1f}",
        )
        for row in found
    ]
    return markdown(_COSTS, rows)


def _phases(found: Iterable[Measured]) -> str:
    head = ("Conferencias", "Segundos por fase", *(PHASES[name] for name in _PHASES), "Arranque y resto")
    rows = [
        (
            f"{row.conferences:,}",
            CASES[row.case],
            *(f"{row.phases.get(name, 0.0):.2f}" for name in _PHASES),
            f"{max(0.0, row.seconds - sum(row.phases.values())):.2f}",
        )
        for row in found
    ]
    return markdown(head, rows)


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> str:
    """Lay out a table of numbers. words: the place of the column that is words."""
    every = [head, *rows]
    widths = [max(len(row[column]) for row in every) for column in range(len(head))]
    lines = [_row(row, widths, words) for row in every]
    rule = "|".join(f"{'-' * (width + 1)}{'-' if column == words else ':'}" for column, width in enumerate(widths))
    return "\n".join((lines[0], f"|{rule}|", *lines[1:])) + "\n"


def _row(cells: Sequence[str], widths: Sequence[int], words: int) -> str:
    padded = (
        cell.ljust(width) if column == words else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"
