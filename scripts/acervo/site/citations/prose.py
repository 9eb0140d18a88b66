"""References for people to read: APA 7 and ISO 690, in Spanish.

In: a `Work`. Out: a `Reference`: text with a title to set in italics. Never: invents a date or a place, or abbreviates
a family name.

Sources. APA: Publication Manual, 7th edition (in Spanish, El Manual Moderno, 2021), by section: 9.8 authors, initials,
21 or more; 9.11 institutions; 9.12 the title first when there is no author; 9.14 and 9.17 dates, «s. f.»; 9.21 what it
is, in brackets; 9.29 and 9.30 publisher, archive; 10.4 reports; 10.5 sessions, with meeting and place; 10.12 recorded
talks and videos; 11.5 laws, by their name and upright; 8.11 to 8.17 and 8.28 in the text, with the moment.
ISO 690:2021 (UNE-ISO 690:2024): the order of the elements, creators up to three, [medium], date [consulta],
availability. It prescribes no punctuation.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from acervo.records.models import dates as calendar
from acervo.records.models.dates import Day
from acervo.records.text.words import fold
from acervo.site import dates
from acervo.site.citations.work import Person, Sort, Work, line

UNDATED = "s. f."
CONSULTED = "día, mes y año"
"""Stands for the day of reading, which only the reader's browser knows."""
MOST_IN_APA, FIRST_IN_APA = 20, 19
MOST_IN_ISO = 3

_BEFORE_I = re.compile(r"h?i(?![aeou])")
_WORD = re.compile(r"[^\W\d_]")


class Reference(NamedTuple):
    """A reference: the title goes in italics; the day of reading, when there is a tail, before the tail."""

    before: str
    title: str
    after: str
    tail: str = ""

    def __str__(self) -> str:
        """Return it as plain text."""
        consulted = f"{CONSULTED}{self.tail}" if self.tail else ""
        return f"{self.before}{self.title}{self.after}{consulted}"


def apa(work: Work) -> Reference:
    """Write a reference in APA 7."""
    day, title = f"({apa_date(work.date.text if work.date else '')})", line(work.title)
    authors = _apa_authors(work.authors) or line(work.institution)
    occasion = ", ".join(filter(None, (line(work.series), line(work.place))))
    source = _sentences(occasion, line(work.issuer), line(work.site) if work.site != work.institution else "")
    if work.sort is Sort.LAW:
        return Reference(f"{_stopped(title)} {day}. {source}{work.url}", "", "")
    what = f" [{line(work.described)}]. " if work.described else ". "
    if not authors:
        return Reference("", title, f"{what}{day}. {source}{work.url}")
    return Reference(f"{_stopped(authors)} {day}. ", title, f"{what}{source}{work.url}")


def in_text(work: Work) -> str:
    """Return author and year as they stand in the text, without parentheses: `Ruiz y Sol, 2023`."""
    names = [line(person.family) for person in work.authors]
    if work.sort is Sort.LAW or not (names or work.institution):
        who = line(work.title) if work.sort is Sort.LAW else f"«{line(work.title)}»"
    elif len(names) > 2:
        who = f"{names[0]} et al."
    else:
        who = _joined(names) if names else line(work.institution)
    return f"{who}, {_years(work.date.text) if work.date else UNDATED}"


def iso690(work: Work) -> Reference:
    """Write a reference in ISO 690, with a slot for the day of reading."""
    authors = _iso_authors(work.authors) or line(work.institution).upper()
    issuer = line(work.issuer)
    day = dates.in_words(work.date.text) if work.date else f"[{UNDATED}]"
    medium = "video en línea" if work.medium == "video" else "audio en línea" if work.medium else "en línea"
    what = ", ".join(filter(None, (line(work.kind), line(work.place))))
    series = _sentences(line(work.series))
    kept = f"Disponible en: {f'{line(work.site)}, ' if work.site else ''}{work.url}"
    also = f" {work.elsewhere}" if work.also else ""
    return Reference(
        f"{_stopped(authors)} " if authors and work.sort is not Sort.LAW else "",
        line(work.title),
        f" [{medium}]. {_sentences(what)}{f'{issuer}, ' if issuer else ''}{day} [consulta: ",
        f"]. {series}{kept}{also}",
    )


@lru_cache(maxsize=16_384)
def apa_date(text: str) -> str:
    """Say an EDTF date as APA does in Spanish: `2024, 25 de mayo`; "" is `s. f.`; doubts are marked."""
    if not text:
        return UNDATED
    date = calendar.parse(text)
    start, end = date.start, date.end
    if start == end:
        return _day(start)
    if start.doubt or end.doubt or start.year != end.year or not (start.month and end.month):
        return f"{_day(start)}–{_day(end)}"
    if not (start.day and end.day):
        return f"{start.year}, {_month(start)}–{_month(end)}"
    first = f"{start.day}" if start.month == end.month else f"{start.day} de {_month(start)}"
    return f"{start.year}, {first}–{end.day} de {_month(end)}"


@lru_cache(maxsize=4_096)
def _years(text: str) -> str:
    date = calendar.parse(text)
    first, last = (_doubted(str(day.year), day.doubt) for day in (date.start, date.end))
    return first if first == last else f"{first}–{last}"


def _day(day: Day) -> str:
    words = str(day.year)
    if day.month:
        words += f", {day.day} de {_month(day)}" if day.day else f", {_month(day)}"
    return _doubted(words, day.doubt)


def _month(day: Day) -> str:
    assert day.month is not None
    return dates.MONTHS[day.month - 1]


def _doubted(words: str, doubt: str) -> str:
    return {"": words, "?": f"¿{words}?", "~": f"ca. {words}"}[doubt]


def _apa_authors(people: Sequence[Person]) -> str:
    names = [_abbreviated(*person) for person in people]
    if len(names) > MOST_IN_APA:
        return f"{', '.join(names[:FIRST_IN_APA])}, … {names[-1]}"
    return _joined(names)


@lru_cache(maxsize=16_384)
def _abbreviated(family: str, given: str) -> str:
    """Return a name with initials: `De la Cruz Sol, M. del C.`; particles of the given name stay (RAE)."""
    initials = [_initial(word) for word in line(given).split(" ")]
    return ", ".join(filter(None, (line(family), " ".join(filter(None, initials)))))


def _initial(word: str) -> str:
    if word.islower():
        return word
    first = (_WORD.search(part) for part in word.split("-"))
    return "-".join(f"{letter.group()}." for letter in first if letter)


def _joined(names: Sequence[str]) -> str:
    """Join names with `y`, or `e` before the sound of i."""
    if len(names) < 2:
        return "".join(names)
    link = "e" if _BEFORE_I.match(fold(names[-1])) else "y"
    return f"{', '.join(names[:-1])} {link} {names[-1]}"


def _iso_authors(people: Sequence[Person]) -> str:
    if not people:
        return ""
    shown = people if len(people) <= MOST_IN_ISO else people[:1]
    names = [", ".join(filter(None, (line(one.family).upper(), line(one.given)))) for one in shown]
    return "; ".join(names) + ("" if len(people) <= MOST_IN_ISO else " et al.")


def _sentences(*parts: str) -> str:
    return "".join(f"{_stopped(part)} " for part in parts if part)


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
