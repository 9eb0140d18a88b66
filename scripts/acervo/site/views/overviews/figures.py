"""The practice in figures, each with what it was counted from.

In: the page with its figures. Out: a `FiguresView`. Never: counts (see `archive.figures`), or gives a share without
saying of what.
"""

from collections.abc import Iterable
from typing import NamedTuple

from acervo.archive import addresses
from acervo.archive.figures import LABELS, Figure
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.structured import item
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.reach import Link, Reach, reach

TITLE = "La práctica en cifras"
ABOUT = "Cuánto se hizo, a quién alcanzó y quiénes pueden seguirlo, contado de las fichas de este acervo."
WHOLE = "Todo el acervo"
_BASES = {
    "recordings": "de {of} conferencias realizadas",
    "seconds_recorded": "suma de {n} grabaciones con duración conocida, de {of} publicadas",
    "people": "en {n} conferencias que dicen quién participó, de {of}",
    "topics": "en {n} conferencias que dicen sus temas, de {of}",
    "institutions": "organizan o participan en {n} conferencias, de {of}",
    "captions": "de {of} grabaciones publicadas; de {n} se sabe si los tienen",
    "sign_language": "de {of} grabaciones publicadas; de {n} se sabe si la tienen",
    "answers": "en {n} de {of} evaluaciones; las que tienen muy pocas no se cuentan",
}
"""From what each figure is counted."""
_HEADLINES = ("recordings", "seconds_recorded", "people", "topics", "institutions")
_EVALUATION = "answers"
_ACCESS = ("captions", "sign_language")


class Count(NamedTuple):
    """One figure in words."""

    number: str
    label: str
    basis: str
    share: str
    """`83.3 %`, or ""."""
    width: str
    """Of its bar, in hundredths of the whole; "" without a share."""


class Year(NamedTuple):
    """What was held and planned in a year."""

    name: str
    held: str
    """"" for a year to come."""
    planned: str
    share: str
    source: str
    held_width: str
    """Of the bar of what was held, in hundredths of the longest."""
    planned_width: str
    """Of the bar of what was planned; "" without a plan."""


class Calendar(NamedTuple):
    """The years of a series, or of the whole archive."""

    code: str
    title: Link
    years: tuple[Year, ...]
    planned: bool
    """Whether any year has a plan."""
    undated: int
    """Of how many conferences nobody knows the year."""


class FiguresView(NamedTuple):
    """The page of the practice in figures."""

    title: str
    about: str
    trail: tuple[Link, ...]
    date: str
    machine: str
    counts: tuple[Count, ...]
    calendars: tuple[Calendar, ...]
    access: tuple[Count, ...]
    data: tuple[Link, ...]
    head: Head


def figures(opened: Opened) -> FiguresView:
    """Make the view of the practice in figures."""
    page, settings = opened.page, opened.settings
    way = reach(page.path, opened.cards)
    told = {one.code: one for one in page.practice if not (one.year or one.series)}
    first = Count(f"{told['held_undated'].n:,}", LABELS["held"], "con ficha en este acervo", "", "")
    url = settings.url + page.path
    forms = tuple((form.upper(), addresses.figures(form)) for form in ("csv", "json"))
    return FiguresView(
        title=TITLE,
        about=ABOUT,
        trail=(Link("Inicio", way.to("")),),
        date=dates.in_words(page.argument),
        machine=page.argument,
        counts=(first, *(_count(told[code]) for code in (*_HEADLINES, _EVALUATION) if code in told)),
        calendars=tuple(_calendars(page.practice, way, page.argument[:4])),
        access=tuple(_count(told[code]) for code in _ACCESS if told[code].of),
        data=tuple(Link(form, way.to(path)) for form, path in forms),
        head=head(
            page, settings, TITLE, ABOUT,
            (
                item(
                    "Dataset", id=url, url=url, name=f"{TITLE} · {settings.name}", description=ABOUT, license="",
                    dateModified=page.argument,
                    distribution=[
                        item("DataDownload", encodingFormat=form, contentUrl=settings.url + path)
                        for (_, path), form in zip(forms, ("text/csv", "application/json"), strict=True)
                    ],
                ),
            ),
            type_="website",
        ),
    )  # fmt: skip


def _count(one: Figure) -> Count:
    number = f"{one.value:,}"
    if one.code == "seconds_recorded":
        number = dates.duration(one.value) if one.value else "0 min"
    label = "Tiempo grabado" if one.code == "seconds_recorded" else LABELS[one.code]
    basis = _BASES[one.code].format(n=f"{one.n:,}", of=f"{one.of or 0:,}")
    share = one.share
    return Count(number, label, basis, _percent(share), f"{share:.1f}" if share is not None else "")


def _calendars(practice: Iterable[Figure], way: Reach, current: str) -> Iterable[Calendar]:
    found: dict[str, list[Figure]] = {}
    undated: dict[str, int] = {}
    for one in practice:
        if one.year:
            found.setdefault(one.series, []).append(one)
        elif one.code == "held_undated":
            undated[one.series] = one.value
    for series, count in undated.items():
        years = found.get(series, [])
        title = (way.record("series", series) or Link(series)) if series else Link(WHOLE)
        longest = max((max(one.value, one.of or 0) for one in years), default=0) or 1
        planned = any(one.of is not None or one.code == "planned" for one in years)
        rows = tuple(_year(one, longest, current) for one in years)
        yield Calendar(series or "todo", title, rows, planned, count)


def _year(one: Figure, longest: int, current: str) -> Year:
    plan = one.value if one.code == "planned" else one.of
    held = one.value if one.code == "held" else None
    return Year(
        name=f"{one.year}, en curso" if one.year == current else one.year,
        held="" if held is None else f"{held:,}",
        planned="" if plan is None else f"{plan:,}",
        share=_percent(one.share),
        source=one.source,
        held_width=f"{100 * (held or 0) / longest:.1f}",
        planned_width="" if plan is None else f"{100 * plan / longest:.1f}",
    )


def _percent(share: float | None) -> str:
    """Return a share as people read it, in one piece."""
    return "" if share is None else f"{share:.1f}".removesuffix(".0") + "\u00a0%"
