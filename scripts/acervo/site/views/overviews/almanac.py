"""The calendar: what comes, and each year month by month, with the dates for which there is no conference.

In: a calendar page with its conferences and prospects. Out: an `AlmanacView`.
Never: says that nothing took place: a date without a conference is one that nobody has documented.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from acervo.archive import addresses
from acervo.archive.prospects import Prospect
from acervo.archive.recurrence import Slot
from acervo.records.models import dates as edtf
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.lifeline import day_past
from acervo.site.views.parts.reach import Link, Reach, reach
from acervo.site.views.parts.rows import Row, row

TITLE = "Calendario"
ABOUT = "Las conferencias que vienen, y las de cada año, mes por mes."
LATER = "9999"
"""What sorts after every month."""
_SLOTS = {slot.value: slot for slot in Slot}
_GAPS = (
    "«Sin conferencia documentada» quiere decir que la regla del ciclo da esa fecha y el acervo no tiene una "
    "conferencia de entonces. No quiere decir que no la hubo: si usted la conoce, puede"
)
_EXPECTED = "Las fechas previstas salen de la regla de cada ciclo; no son un anuncio."


class Line(NamedTuple):
    """A day of the calendar: a conference, or a date of a series without one."""

    row: Row | None
    day: str
    machine: str
    series: Link | None
    slot: str
    """What is known of a date without conference, in words."""
    code: str
    note: str
    """Of a conference its series; of a date, its hours and the reason; or ""."""
    until: str
    """The instant from which a list of what comes leaves it out; or "" when its stage tells."""


class Month(NamedTuple):
    """A month and what it has."""

    id: str
    heading: str
    lines: tuple[Line, ...]


class Year(NamedTuple):
    """A year among the others."""

    name: str
    href: str
    number: int
    current: bool


class AlmanacView(NamedTuple):
    """A page of the calendar."""

    title: str
    about: str
    trail: tuple[Link, ...]
    months: tuple[Month, ...]
    coming: bool
    """Whether it tells what comes, rather than a year."""
    years: tuple[Year, ...]
    gaps: str
    expected: str
    take_part: str
    subscribe: str
    head: Head


def almanac(opened: Opened) -> AlmanacView:
    """Make the view of a page of the calendar."""
    page = opened.page
    way = reach(page.path, opened.cards)
    year = page.argument
    title = f"{TITLE} {year}" if year else TITLE
    about = f"Conferencias de {year}, mes por mes." if year else ABOUT
    slots = {one.slot for one in page.prospects}
    return AlmanacView(
        title=title,
        about=about,
        trail=(Link("Inicio", way.to("")), *((Link(TITLE, way.to(addresses.ALMANAC)),) if year else ())),
        months=_months(opened, way),
        coming=not year,
        years=tuple(
            Year(name, way.to(addresses.almanac(int(name))), number, name == year) for name, number in page.figures
        ),
        gaps=_GAPS if Slot.GAP in slots else "",
        expected=_EXPECTED if Slot.EXPECTED in slots else "",
        take_part=way.to("participar/"),
        subscribe=way.to("suscribirse/"),
        head=head(page, opened.settings, title, about, type_="website"),
    )


def _months(opened: Opened, way: Reach) -> tuple[Month, ...]:
    found: dict[str, list[tuple[str, Line]]] = defaultdict(list)
    for group in opened.page.groups:
        for key in group.cards:
            card = opened.cards[key]
            start = edtf.parse(card.date).start if card.date else None
            month = start.first[:7] if start and start.month else f"{start.first[:4]}-99" if start else LATER
            told = row(card, way)
            line = Line(told, dates.day(card.date) or told.date, told.machine, None, "", "", card.series, told.until)
            found[month].append((start.first if start else LATER, line))
    for one in opened.page.prospects:
        found[one.day[:7]].append((one.day, _without(one, way)))
    return tuple(
        Month(f"mes-{month}" if month != LATER else "sin-fecha", _heading(month), _in_order(lines))
        for month, lines in sorted(found.items())
    )


def _in_order(lines: Iterable[tuple[str, Line]]) -> tuple[Line, ...]:
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))


def _without(one: Prospect, way: Reach) -> Line:
    slot = _SLOTS[one.slot]
    hours = dates.hours(one.start_time, one.end_time) if slot is Slot.EXPECTED else ""
    note = ". ".join(part for part in (hours, one.reason) if part)
    series = way.record("series", one.series)
    return Line(None, dates.day(one.day), one.day, series, slot.label, slot.value, note, day_past(one.day))


def _heading(month: str) -> str:
    if month == LATER:
        return "Sin fecha todavía"
    year, number = month.split("-")
    if number == "99":
        return f"{year}, sin mes conocido"
    return f"{dates.MONTHS[int(number) - 1].capitalize()} de {year}"
