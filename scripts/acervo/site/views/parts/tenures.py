"""Who held which office, as the page of an institution and the page of a person tell it.

In: tenures and the cards of the page. Out: `OfficeHeld`s, and the days of a tenure in words.
Never: says more of a period than the sources do.
"""

from typing import NamedTuple

from acervo.archive.tenures import Tenure
from acervo.records.text.words import fold
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.views.parts.reach import Link, Reach


class Holder(NamedTuple):
    """Somebody who held an office."""

    person: Link
    span: str
    seen: str


class OfficeHeld(NamedTuple):
    """An office of an institution, and who held it, the last first."""

    title: str
    holders: tuple[Holder, ...]


def offices_of(opened: Opened, reach: Reach) -> tuple[OfficeHeld, ...]:
    """Return the offices of an institution's page, those last known first."""
    found: dict[str, tuple[str, list[Holder]]] = {}
    for one in opened.page.tenures:
        if person := reach.record("speakers", one.person):
            _, holders = found.setdefault(fold(one.office), (one.office, []))
            holders.append(Holder(person, dates.span(one.start, one.end), seen(one)))
    return tuple(OfficeHeld(title, tuple(holders)) for title, holders in found.values())


def seen(one: Tenure) -> str:
    """Say on which days somebody tells of a tenure: `el 3 de mayo de 2023`, `2021 y 2024`; "" when on none."""
    first, last = dates.in_words(one.first), dates.in_words(one.last)
    told = f"{first} y {last}" if first and last and first != last else first or last
    several = f"en {one.records} fichas" if one.records > 1 else ""
    return ", ".join(filter(None, (told or ("" if several or not one.records else "sin fecha"), several)))
