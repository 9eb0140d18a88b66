"""One column of a form's export: what it asks, judged by its heading and by what was answered.

In: a heading and the cells under it. Out: counts of a few different answers, and a `Verdict`.
Never: keeps what people wrote freely: a column with many different answers forgets them all.
"""

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from acervo.records.checks import privacy
from acervo.records.models.scales import NAMED, Scale, recognized
from acervo.records.text.words import fold

MOST_VALUES = 400
"""Different answers that a column remembers: past them it is free text, and forgets."""
LONGEST_VALUE = 150
MOST_OPTIONS = 12
_LOOKED_AT = 2_000
"""Cells of a column that are looked at one by one for personal data, and of those that follow one in ten."""

SCALE, OPTIONS, INSTITUTION, GENDER, OUT = "scale", "options", "institution", "gender", "out"

_SYSTEM = (
    ("marcas de tiempo", (
        "marca temporal", "marca de tiempo", "timestamp", "hora de inicio", "hora de finalizacion", "start time",
        "completion time", "hora de la ultima modificacion", "fecha de envio", "fecha de inicio", "fecha y hora",
        "date submitted", "submitdate", "startdate", "datestamp", "fecha de la ultima accion", "last modified time",
        "fecha", "hora", "start date", "end date", "fecha de finalizacion",
    )),
    ("datos del sistema", (
        "id", "#", "no.", "num", "numero", "folio", "id de respuesta", "response id", "respondent id", "token",
        "seed", "semilla", "lastpage", "ultima pagina", "startlanguage", "lenguaje inicial", "idioma inicial",
        "collector id", "puntuacion total", "total points", "quiz feedback", "comentarios del cuestionario", "refurl",
        "url de referencia", "user agent", "language", "idioma",
    )),
)  # fmt: skip
_INSTITUTION = re.compile(
    r"\b(?:institucion|dependencia|organismo|organizacion|adscripcion|centro de trabajo|congreso)\b"
)
_GENDER = re.compile(r"\b(?:genero|sexo|identidad de genero)\b\s*[?:.]*\Z|\A(?:con que|cual es (?:su|tu)) genero\b")
_DATE = re.compile(
    r"(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
    r"(?:\s*[ap]\.?\s?m\.?)?(?:\s*(?:GMT|UTC|Z)\S*)?)?\Z",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"[34]\d{4}\.\d+\Z")
"""A day and its hour as Excel counts them, from 1982 to 2036."""
_LIST = re.compile(r";")
_LABEL = re.compile(r"[^\W_]|[¿¡«(]")


class Verdict(NamedTuple):
    """What a column is."""

    kind: str
    reason: str = ""
    """Why it is left out, in words."""
    scale: Scale | None = None
    steps: Mapping[str, str] = MappingProxyType({})


class Column:
    """A column, counted."""

    def __init__(self, place: int, heading: str) -> None:
        """Take a heading. place: from 0."""
        self.place = place
        self.heading = heading
        self.counts: Counter[str] = Counter()
        self.filled = 0
        self.free = False
        """Whether there were too many or too long answers."""
        self.hits: Counter[str] = Counter()
        self.times = 0
        self.looked = 0

    def add(self, cell: str) -> None:
        """Count a cell that is not empty."""
        self.filled += 1
        if self.filled <= _LOOKED_AT or self.filled % 10 == 0:
            self.looked += 1
            if _DATE.match(cell) or _SERIAL.match(cell):
                self.times += 1
            elif what := privacy.looks_like(cell):
                self.hits[what] += 1
        if self.free:
            return
        if len(cell) > LONGEST_VALUE:
            self._forget()
            return
        self.counts[cell] += 1
        if len(self.counts) > MOST_VALUES:
            self._forget()

    def _forget(self) -> None:
        self.free = True
        self.counts.clear()

    @property
    def letter(self) -> str:
        """Return the column's name in a sheet: A, B, … AA."""
        letters, rest = "", self.place + 1
        while rest:
            rest, place = divmod(rest - 1, 26)
            letters = chr(65 + place) + letters
        return letters

    @property
    def named(self) -> str:
        """Name the column for a person, by its heading only when that is nobody's datum."""
        shown = self.heading if not privacy.looks_like(self.heading) and not privacy.named(self.heading) else ""
        return f"{self.letter}, «{shown[:80]}»" if shown else self.letter


def system(heading: str) -> str:
    """Return what of the form itself a heading announces, or ""."""
    whole, *parts = privacy.headings(heading)
    if whole in ("no", "#"):
        return _SYSTEM[1][0]
    return next((what for what, words in _SYSTEM if whole in words or (parts and parts[0] in words)), "")


def judge(column: Column, wish: str = "") -> Verdict:
    """Say what a column is. wish: what a person said that it is (`skip`, one of the kinds, or a scale), or "".

    No wish makes a personal datum publishable.
    """
    if wish == "skip":
        return Verdict(OUT, "se pidió omitirla")
    if what := _personal(column):
        return Verdict(OUT, what)
    if not column.filled:
        return Verdict(OUT, "está vacía")
    if wish in (INSTITUTION, GENDER):
        return Verdict(OUT, "texto libre") if column.free else Verdict(wish)
    if not wish:
        if what := system(column.heading):
            return Verdict(OUT, what)
        if column.times * 2 > column.looked:
            return Verdict(OUT, "marcas de tiempo")
    if column.free:
        return Verdict(OUT, "texto libre")
    folded = fold(column.heading)
    if not wish and _GENDER.search(folded):
        return Verdict(GENDER)
    if not wish and _INSTITUTION.search(folded) and not recognized(column.counts):
        return Verdict(INSTITUTION)
    return _answers(column, wish)


def _personal(column: Column) -> str:
    """Return why a column is nobody else's business, or ""."""
    if what := privacy.asked(column.heading):
        return f"pide {what}"
    if column.hits:
        return f"tiene {column.hits.most_common(1)[0][0]}"
    if column.counts and privacy.of_persons(column.counts.keys()):
        return f"tiene {privacy.NAME}"
    return ""


def _answers(column: Column, wish: str) -> Verdict:
    wanted = NAMED.get(wish) if wish != Scale.OPTIONS else None
    if wish != Scale.OPTIONS:
        if found := recognized(column.counts, wanted):
            return Verdict(SCALE, "", *found)
        if wanted:
            return Verdict(OUT, f"sus respuestas no son de la escala {wanted.value}")
    if all(_number(value) for value in column.counts):
        return Verdict(OUT, "números que no son de una escala conocida")
    if sum(count for value, count in column.counts.items() if _LIST.search(value)) * 4 > column.filled:
        return Verdict(OUT, "varias respuestas en una celda")
    if len(column.counts) > MOST_OPTIONS or (not wish and len(column.counts) * 3 > column.filled):
        return Verdict(OUT, "texto libre")
    return Verdict(OPTIONS)


def _number(value: str) -> bool:
    return value.replace(".", "", 1).replace(",", "").lstrip("-").isdigit()


def label(value: str) -> bool:
    """Tell whether an answer may be published as it is written: it starts as words do, and names nobody."""
    return bool(_LABEL.match(value)) and not privacy.named(value) and not privacy.looks_like(value)
