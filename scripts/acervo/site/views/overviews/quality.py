"""The quality of the archive: what is missing, where, and how to mend it.

In: the pages of what is missing. Out: a `QualityView`, a `GapView` or a `GapsView`.
Never: decides what is missing (see `archive.gaps`), or blames who wrote a record.
"""

from collections.abc import Iterable
from typing import NamedTuple

from acervo.archive import addresses
from acervo.archive.card import Card
from acervo.archive.duties import DUTIES
from acervo.archive.gaps import GAPS, Coverage, Tally, named
from acervo.records.catalogue.entry import Key
from acervo.records.models.kinds import KINDS
from acervo.site import dates, wording
from acervo.site.overviews import NAMES
from acervo.site.page import Opened, Settings
from acervo.site.pages import NO_YEAR
from acervo.site.views.parts import pager as pagers
from acervo.site.views.parts.editing import at
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.pager import Pager
from acervo.site.views.parts.reach import Link, Reach, reach

TITLE = "Calidad del acervo"
ABOUT = "Lo que todavía falta en las fichas publicadas, y dónde completarlo."


class Cell(NamedTuple):
    """How many records of a kind have a gap."""

    number: str
    of: str
    share: str
    kind: str
    href: str
    """The list of the kind."""


class Missing(NamedTuple):
    """A gap and where it is found."""

    title: str
    href: str
    """"" when nobody has it."""
    rule: str
    cells: tuple[Cell, ...]
    none: bool


class YearRow(NamedTuple):
    """How complete the conferences of a year are."""

    name: str
    href: str
    counts: tuple[str, ...]
    """Conferences, recordings, captions, licences, summaries, sources."""
    share: str
    width: str
    """Of the bar, in hundredths."""


class Piece(NamedTuple):
    """Something that a record lacks, and where it is added."""

    name: str
    href: str


class RecordRow(NamedTuple):
    """A record and what it lacks."""

    title: str
    href: str
    date: str
    pieces: tuple[Piece, ...]


class Part(NamedTuple):
    """Records of one kind with a gap."""

    heading: str
    code: str
    total: str
    rows: tuple[RecordRow, ...]
    more: Link | None
    """The whole list, when these are only the first."""


class QualityView(NamedTuple):
    """The count of everything that is missing."""

    title: str
    about: str
    trail: tuple[Link, ...]
    date: str
    machine: str
    records: str
    complete: str
    share: str
    missing: tuple[Missing, ...]
    fulfilled: tuple[Missing, ...]
    """What is asked and nobody lacks."""
    kinds: tuple[Link, ...]
    years: tuple[YearRow, ...]
    head: Head


class GapView(NamedTuple):
    """The records with one gap."""

    title: str
    ask: str
    rule: str
    trail: tuple[Link, ...]
    parts: tuple[Part, ...]
    head: Head


class GapsView(NamedTuple):
    """What each record of a kind lacks."""

    title: str
    trail: tuple[Link, ...]
    total: str
    rows: tuple[RecordRow, ...]
    pager: Pager | None
    head: Head


def quality(opened: Opened) -> QualityView:
    """Make the view of the count."""
    page, census = opened.page, opened.page.census
    assert census is not None
    way = reach(page.path, opened.cards)
    asked = tuple(_missing(code, [one for one in census.tallies if one.gap == code], way) for code in GAPS)
    kinds = dict.fromkeys(one.kind for one in census.tallies)
    return QualityView(
        title=TITLE,
        about=ABOUT,
        trail=(Link("Inicio", way.to("")),),
        date=dates.in_words(census.date),
        machine=census.date,
        records=f"{census.records:,}",
        complete=f"{census.complete:,}",
        share=_percent(census.complete, census.records),
        missing=tuple(one for one in asked if not one.none),
        fulfilled=tuple(one for one in asked if one.none and one.cells),
        kinds=tuple(Link(KINDS[kind].plural, way.to(addresses.quality(kind))) for kind in kinds),
        years=tuple(_year(one, way) for one in census.years),
        head=head(page, opened.settings, TITLE, ABOUT, type_="website"),
    )


def gap(opened: Opened) -> GapView:
    """Make the view of the records with one gap."""
    page = opened.page
    way, duty = reach(page.path, opened.cards), DUTIES[page.argument]
    return GapView(
        title=duty.title,
        ask=duty.ask,
        rule=duty.rule,
        trail=_trail(way),
        parts=tuple(
            Part(
                KINDS[group.name].plural,
                KINDS[group.name].segment,
                f"{group.total:,}",
                tuple(_row(opened.cards[key], (page.argument,), opened.settings, way) for key in group.cards),
                Link(
                    f"Son las primeras {len(group.cards)}. Vea lo que falta en cada ficha",
                    way.to(addresses.quality(group.name)),
                )
                if group.total > len(group.cards)
                else None,
            )
            for group in page.groups
        ),
        head=head(page, opened.settings, f"{duty.title} · {TITLE}", duty.ask, indexed=False, type_="website"),
    )


def gaps(opened: Opened) -> GapsView:
    """Make the view of what each record of a kind lacks."""
    page = opened.page
    way, kind = reach(page.path, opened.cards), KINDS[page.argument]
    pages = pagers.pager(page, way)
    title = f"{kind.plural}: lo que falta"
    numbered = f"{title} (página {page.number} de {page.pages})" if page.number > 1 else title
    return GapsView(
        title=title,
        trail=_trail(way),
        total=wording.counted(kind.folder, page.groups[0].total),
        rows=tuple(
            _row(opened.cards[kind.folder, id_], (one.code for one in named(bits)), opened.settings, way)
            for id_, bits in page.figures
        ),
        pager=pages,
        head=head(
            page, opened.settings, numbered, ABOUT,
            previous=pages.previous.href if pages and pages.previous else "",
            following=pages.following.href if pages and pages.following else "",
            indexed=False, type_="website",
        ),
    )  # fmt: skip


def _trail(way: Reach) -> tuple[Link, ...]:
    return Link("Inicio", way.to("")), Link(TITLE, way.to(addresses.QUALITY))


def _missing(code: str, tallies: list[Tally], way: Reach) -> Missing:
    duty = DUTIES[code]
    none = not any(one.number for one in tallies)
    return Missing(
        title=duty.title,
        href="" if none else way.to(addresses.gap(NAMES[code])),
        rule=duty.rule,
        cells=tuple(
            Cell(
                f"{one.number:,}", f"{one.of:,}", _percent(one.number, one.of), KINDS[one.kind].plural,
                way.to(addresses.quality(one.kind)),
            )
            for one in tallies
            if one.of and (one.number or none)
        ),
        none=none,
    )  # fmt: skip


def _year(one: Coverage, way: Reach) -> YearRow:
    counts = (one.total, one.recordings, one.captions, one.licenses, one.summaries, one.sources)
    return YearRow(
        name=one.year or "Sin fecha",
        href=way.to(f"{addresses.section('conferences')}{one.year or NO_YEAR}/"),
        counts=tuple(f"{number:,}" for number in counts),
        share=_percent(one.told, one.asked),
        width=f"{100 * one.told / one.asked:.1f}" if one.asked else "0.0",
    )


def _row(card: Card, codes: Iterable[str], settings: Settings, way: Reach) -> RecordRow:
    dated = card.date and card.kind in ("conferences", "documents", "evaluations")
    return RecordRow(
        title=card.title,
        href=way.to(card.path),
        date=dates.in_words(card.date) if dated else "",
        pieces=tuple(_piece(card.key, code, settings, way) for code in codes),
    )


def _piece(key: Key, code: str, settings: Settings, way: Reach) -> Piece:
    return Piece(DUTIES[code].name, at(key, GAPS[code].fields[key[0]], settings, way))


def _percent(part: int, whole: int) -> str:
    """Return a share as people read it, in one piece; never 0 or 100 % of what is not none or all."""
    if not whole:
        return ""
    rounded = round(100 * part / whole)
    if part and not rounded:
        return "menos de 1\u00a0%"
    return f"{99 if rounded == 100 and part < whole else rounded}\u00a0%"
