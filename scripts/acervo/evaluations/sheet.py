"""The rows of an exported sheet, one by one: CSV in the encodings and with the commas of this world, or XLSX.

In: an open file and its name. Out: rows of clean texts, with their numbers. Never: evaluates a formula, keeps more
than a row, quotes a cell in an error, or writes anything.
"""

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, BinaryIO, NamedTuple

from acervo.records.text.signs import UNSEEN

LARGEST_FILE = 200_000_000
LARGEST_INSIDE = 500_000_000
"""Bytes of a workbook once unpacked."""
LARGEST_TEXTS = 100_000_000
"""Bytes of the texts that a workbook's cells share: those are read at once."""
MOST_PACKED = 200
"""Times that the bytes of a large part of a workbook may have been packed: more is a bomb."""
MOST_ENTRIES = 2_000
MOST_COLUMNS = 500
LONGEST_CELL = 50_000

_SAMPLE = 65_536
_CHUNK = 1 << 20
_DELIMITERS = (",", ";", "\t", "|")
_SEPARATOR = re.compile(r"sep=(.)\r?\n")
_WHOLE = re.compile(r"-?\d+\.0+\Z")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class SheetError(Exception):
    """A sheet that cannot be read; the text is a Spanish sentence."""


class Row(NamedTuple):
    """A row that is not empty."""

    number: int
    """In the file, from 1."""
    cells: tuple[str, ...]


def rows(stream: BinaryIO, sheet: str = "") -> Iterator[Row]:
    """Yield the rows of a sheet. sheet: which one of a workbook, by its name.

    Raises SheetError.
    """
    head = stream.read(_SAMPLE)
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    if not head.strip():
        raise SheetError("El archivo está vacío: exporte otra vez las respuestas.")
    if size > LARGEST_FILE:
        raise SheetError(f"El archivo pasa de {LARGEST_FILE // 1_000_000} MB: expórtelo por partes.")
    if head.startswith(_OLD_EXCEL):
        raise SheetError("Es un libro de Excel antiguo o con contraseña: guárdelo como .xlsx, sin contraseña.")
    found = _workbook(stream, sheet) if head.startswith(b"PK") else _separated(stream, head)
    for number, cells in found:
        clean = tuple(_clean(cell) for cell in cells)
        while clean and not clean[-1]:
            clean = clean[:-1]
        if len(clean) > MOST_COLUMNS:
            raise SheetError(f"El renglón {number:,} tiene más de {MOST_COLUMNS} columnas: revise la exportación.")
        if clean:
            yield Row(number, clean)


def _clean(cell: str) -> str:
    if len(cell) > LONGEST_CELL:
        cell = cell[:LONGEST_CELL]
    return " ".join(UNSEEN.sub(" ", cell).split())


def _separated(stream: BinaryIO, head: bytes) -> Iterator[tuple[int, list[str]]]:
    encoding = _encoding(stream, head)
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        sample = text.read(_SAMPLE)
        text.seek(0)
        declared = _SEPARATOR.match(sample.removeprefix("\ufeff"))
        if declared:
            text.readline()
        delimiter = declared[1] if declared else _delimiter(sample)
        csv.field_size_limit(1_000_000)
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield reader.line_num + bool(declared), cells
        except csv.Error as error:
            raise SheetError(_wrong_csv(str(error), reader.line_num)) from None
    except UnicodeError:
        raise SheetError("El archivo está cortado o dañado: exporte otra vez las respuestas.") from None
    finally:
        text.detach()


def _wrong_csv(error: str, line: int) -> str:
    if "unexpected end" in error:
        return "Hay unas comillas que no se cierran: el archivo está cortado. Exporte otra vez las respuestas."
    if "field larger" in error:
        return f"Cerca del renglón {line:,} hay una celda enorme, quizá por unas comillas sin cerrar."
    return (
        f"Cerca del renglón {line:,} hay texto después de unas comillas que cierran: exporte otra vez las respuestas."
    )


def _encoding(stream: BinaryIO, head: bytes) -> str:
    """Find out how a text was encoded: by its mark, by its zeros, else UTF-8 if all of it is, or that of Windows."""
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = head[0:200:2], head[1:200:2]
    if odd.count(0) > len(odd) // 2 and not even.count(0):
        return "utf-16-le"
    if even.count(0) > len(even) // 2 and not odd.count(0) and odd:
        return "utf-16-be"
    if b"\0" in head:
        raise SheetError("El archivo no es de texto: exporte las respuestas como CSV o XLSX.")
    decoder = codecs.getincrementaldecoder("utf-8")()
    windows = True
    utf8 = True
    while chunk := stream.read(_CHUNK):
        windows = windows and not re.search(rb"[\x81\x8d\x8f\x90\x9d]", chunk)
        if utf8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                utf8 = False
    stream.seek(0)
    return "utf-8" if utf8 else "cp1252" if windows else "latin-1"


def _delimiter(sample: str) -> str:
    """Choose the sign between cells: the one that cuts the first lines into most cells, as many in each."""

    def regular(sign: str) -> tuple[int, int]:
        found = []
        try:
            for cells in csv.reader(io.StringIO(sample, newline=""), delimiter=sign):
                found.append(len(cells))
                if len(found) == 40:
                    break
        except csv.Error:
            return 0, 0
        counted = [count for count in found[: -1 if len(found) > 2 else None] if count]
        alike = sum(count == max(counted, key=counted.count) for count in counted) if counted else 0
        return (alike * max(counted, key=counted.count), -len(found)) if counted and max(counted) > 1 else (0, 0)

    return max(_DELIMITERS, key=regular)


def _workbook(stream: BinaryIO, name: str) -> Iterator[tuple[int, list[str]]]:
    import openpyxl

    _refuse_bombs(stream)
    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        try:
            sheet = _sheet(book, name)
            sheet.reset_dimensions()
            for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
                yield number, [_text(value) for value in values]
        finally:
            book.close()
    except SheetError:
        raise
    except Exception:
        # The library lets through whatever its parsers raise, and their texts may quote the file.
        raise SheetError("El libro está cortado, dañado o no es de Excel: guárdelo otra vez como .xlsx.") from None


def _refuse_bombs(stream: BinaryIO) -> None:
    try:
        with zipfile.ZipFile(stream) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise SheetError("El libro está cortado, dañado o no es de Excel: guárdelo otra vez como .xlsx.") from None
    finally:
        stream.seek(0)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise SheetError("No es un libro de Excel (.xlsx): exporte las respuestas como CSV o XLSX.")
    large = [part for part in parts if part.file_size > 10_000_000]
    if (
        len(parts) > MOST_ENTRIES
        or sum(part.file_size for part in parts) > LARGEST_INSIDE
        or any(part.file_size > LARGEST_TEXTS for part in parts if "sharedStrings" in part.filename)
        or any(part.file_size > MOST_PACKED * max(part.compress_size, 1) for part in large)
    ):
        raise SheetError("El libro es demasiado grande por dentro: exporte las respuestas como CSV.")


def _sheet(book: Any, name: str) -> Any:
    if name:
        if name not in book.sheetnames:
            raise SheetError("El libro no tiene esa hoja: revise --sheet.")
        return book[name]
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        raise SheetError("El libro no tiene hojas a la vista.")
    if len(sheets) > 1:
        raise SheetError(f"El libro tiene {len(sheets)} hojas: diga con --sheet en cuál están las respuestas.")
    return sheets[0]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "Sí" if value else "No"
        case datetime() | date() | time():
            return value.isoformat()
        case float():
            text = repr(value)
            return text.partition(".")[0] if _WHOLE.match(text) else text
        case _:
            return str(value)
