"""A form's export, counted: who answered, what they answered, and what was left out and why.

In: rows of a sheet, what a person said of its columns. Out: a `Count`.
Never: keeps a row; keeps an answer that few gave, once counted.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import chain, islice
from os import urandom
from typing import NamedTuple

from acervo.evaluations.column import OUT, Column, Verdict, judge, system
from acervo.evaluations.sheet import Row, SheetError
from acervo.records.checks import privacy
from acervo.records.models.scales import recognized

_FIRST = 200
"""Rows by which it is known whether a column tells answers apart."""
_STEP = 1_000

Wish = Mapping[str, str]
"""What a person said of a column, by its letter or its heading, folded."""


class Count(NamedTuple):
    """What an export says, in numbers."""

    answered: int
    columns: tuple[tuple[Column, Verdict], ...]
    rows: int
    empty: int
    """Rows without an answer."""
    repeated: int
    """Rows equal to an earlier one, the time and the number of the answer included."""
    headings: int
    """Rows that repeat the headings."""


def count(rows: Iterable[Row], wishes: Wish, fold: Callable[[str], str], told: Callable[[int], None]) -> Count:
    """Count the answers of an export. fold: how headings are compared. told: hears of rows, as they are counted.

    Raises SheetError.
    """
    source = iter(rows)
    headings, source = _headings(source)
    columns = [Column(place, heading) for place, heading in enumerate(headings)]
    first = list(islice(source, _FIRST))
    _refuse_answers_as_headings(headings, first)
    asides = _asides(columns, first)
    telling = bool(asides)
    salt = urandom(16)
    seen: set[bytes] = set()
    total = empty = repeated = again = answered = 0
    for row in chain(first, source):
        total += 1
        if total % _STEP == 0:
            told(_STEP)
        cells = row.cells
        if len(cells) > len(columns):
            raise SheetError(
                f"El renglón {row.number:,} tiene más celdas que la cabecera: quizá un texto con comas sin comillas. "
                "Exporte otra vez las respuestas."
            )
        if list(cells) == headings[: len(cells)] and len(cells) > len(columns) // 2:
            again += 1
            continue
        if telling:
            mark = blake2b("\0".join(cells).encode("utf-8", "replace"), key=salt, digest_size=8).digest()
            if mark in seen:
                repeated += 1
                continue
            seen.add(mark)
        if not any(cell for place, cell in enumerate(cells) if place not in asides):
            empty += 1
            continue
        answered += 1
        for column, cell in zip(columns, cells, strict=False):
            if cell:
                column.add(cell)
    judged = tuple((column, judge(column, _wish(column, wishes, fold))) for column in columns)
    named = {wish for column, _ in judged for wish in (column.letter, fold(column.heading))}
    if lost := [wish for wish in wishes if wish not in named]:
        raise SheetError(f"No hay {len(lost)} de las columnas que se nombran: use su letra o su cabecera completa.")
    kept = tuple((column, verdict) for column, verdict in judged if column.heading or verdict.kind != OUT)
    return Count(answered, kept, total, empty, repeated, again)


def _wish(column: Column, wishes: Wish, fold: Callable[[str], str]) -> str:
    return wishes.get(column.letter) or wishes.get(fold(column.heading), "")


def _headings(source: Iterator[Row]) -> tuple[list[str], Iterator[Row]]:
    """Take the headings off the rows: past a title of one cell, and joined when they take two rows."""
    above = next(source, None)
    if above is None:
        raise SheetError("El archivo no tiene renglones: exporte otra vez las respuestas.")
    below = next(source, None)
    while below and _filled(above) == 1 and _filled(below) > 2:
        above, below = below, next(source, None)
    if below is None:
        raise SheetError("El archivo solo tiene la cabecera: no hay respuestas que contar.")
    if not _under(above, below):
        return list(above.cells), chain([below], source)
    width = max(len(above.cells), len(below.cells))
    joined, last = [], ""
    for place in range(width):
        top = above.cells[place] if place < len(above.cells) else ""
        under = below.cells[place] if place < len(below.cells) else ""
        last = top or last
        joined.append(f"{last}: {under}" if under and last and under != last else under or top)
    return joined, source


def _filled(row: Row) -> int:
    return sum(map(bool, row.cells))


def _under(above: Row, below: Row) -> bool:
    """Tell whether a second row goes on with the headings: it has words where the first has nothing."""
    width = max(len(above.cells), len(below.cells))
    holes = [place for place in range(width) if place >= len(above.cells) or not above.cells[place]]
    words = [below.cells[place] for place in holes if place < len(below.cells) and below.cells[place]]
    tops = {place: below.cells[place] for place in range(len(below.cells)) if place not in holes and below.cells[place]}
    plain = [word for word in (*words, *tops.values()) if recognized([word]) or word[0].isdigit() or "@" in word]
    return bool(words) and not plain and len(words) >= len(holes) - 1


def _refuse_answers_as_headings(headings: list[str], first: list[Row]) -> None:
    """Refuse a file without headings: what seems one would be somebody's answer."""
    told = [heading for heading in headings if heading]
    again = sum(list(row.cells) == headings for row in first)
    first = [row for row in first if list(row.cells) != headings]
    personal = any(privacy.looks_like(heading) for heading in told)
    as_below = sum(
        any(place < len(row.cells) and row.cells[place] == heading for row in first)
        for place, heading in enumerate(headings)
        if heading
    )
    if not told or personal or as_below * 2 > len(told) or again > len(first):
        raise SheetError("El primer renglón parece una respuesta, no los nombres de las columnas: agregue la cabecera.")


def _asides(columns: list[Column], first: list[Row]) -> frozenset[int]:
    """Return the places of the columns that tell one answer from another, or are of the form itself."""
    found = {column.place for column in columns if system(column.heading) or privacy.asked(column.heading)}
    for column in columns:
        probe = Column(column.place, column.heading)
        for row in first:
            if column.place < len(row.cells) and row.cells[column.place]:
                probe.add(row.cells[column.place])
        if probe.looked and probe.times * 2 > probe.looked:
            found.add(column.place)
    return frozenset(found)
