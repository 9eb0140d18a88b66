"""The data behind the practice in figures, for spreadsheets and for programs.

In: the figures, as the page shows them. Out: CSV (RFC 4180, with the mark that spreadsheets need for UTF-8) and JSON.
Never: counts anything itself, or writes a cell that a spreadsheet would run.
"""

import json
from collections.abc import Iterable, Mapping

from acervo.archive.figures import LABELS, Figure

COLUMNS = ("code", "label", "series", "year", "value", "n", "of", "percent", "source", "date")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""


def rows(figures: Iterable[Figure], date: str) -> list[dict[str, object]]:
    """Return one row a figure. date: the ISO day as of which they were counted."""
    return [
        {
            "code": one.code,
            "label": LABELS[one.code],
            "series": one.series,
            "year": one.year,
            "value": one.value,
            "n": one.n,
            "of": one.of,
            "percent": one.share,
            "source": one.source,
            "date": date,
        }
        for one in figures
    ]


def as_csv(figures: Iterable[Figure], date: str) -> bytes:
    """Write the figures as a table; what is unknown is an empty cell."""
    lines = [",".join(COLUMNS), *(",".join(_cell(row, name) for name in COLUMNS) for row in rows(figures, date))]
    return ("\ufeff" + "".join(f"{line}\r\n" for line in lines)).encode()


def as_json(figures: Iterable[Figure], date: str) -> bytes:
    """Write the figures as a list of objects; what is unknown is null."""
    found = {"date": date, "formula": "value / of * 100", "figures": rows(figures, date)}
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _cell(row: Mapping[str, object], name: str) -> str:
    value = row[name]
    if value is None:
        return ""
    text = f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else str(value)
    return '"{}"'.format(text.replace('"', '""')) if any(sign in text for sign in ',"\r\n') else text
