"""Which pages the site has, and what each may show.

In: the archive. Out: every `Page`, in the order of its address. Never: opens a record or writes HTML.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from operator import itemgetter
from types import MappingProxyType

from acervo.archive import addresses, announced
from acervo.archive.archive import Archive
from acervo.archive.hours import day_of
from acervo.archive.prospects import Prospect, prospects
from acervo.archive.related import related
from acervo.archive.tenures import tenures
from acervo.records.catalogue.entry import Key
from acervo.records.models.kinds import KINDS
from acervo.site.numbering import numbered
from acervo.site.overviews import figures_page, milestones_page, quality_pages, territory_pages, ties_page
from acervo.site.page import Group, Page
from acervo.site.record_pages import conference_page, packages, record_pages, redirect, withdrawal

NEWEST = 6
"""How many of each kind the home page shows."""
NO_YEAR = "sin-fecha"
_PATH = itemgetter(0)
"""Of a page."""
NO_SHORTS: Mapping[str, tuple[Key, ...]] = MappingProxyType({})
COMPARED = "compared"
"""On the first page of the evaluations, the group of those whose answers are compared."""


def plan(archive: Archive, page_size: int, shorts: Mapping[str, tuple[Key, ...]] = NO_SHORTS) -> list[Page]:
    """Return every page the program fills: home, lists, records, redirects, withdrawal notices.

    shorts: the short addresses, each with the conference it leads to.
    """
    near = related(archive.order["conferences"], archive.referrers, archive.entries)
    sheets = {page.subject: page for page in packages(archive)}
    held = tenures(archive)
    coming = announced.near(archive)
    pages = chain(
        [_home(archive), _channels(archive)],
        numbered(addresses.RISKS, "risks", "", None, (), list(archive.risks.items()), page_size),
        [_editor(), figures_page(archive), milestones_page(archive), ties_page(archive)],
        territory_pages(archive, page_size),
        quality_pages(archive, page_size),
        _almanac(archive),
        *(_lists(archive, kind, page_size) for kind in KINDS),
        (conference_page(archive, key, near.get(key, ()), coming.get(key, "")) for key in archive.order["conferences"]),
        *(
            record_pages(archive, key, sheets.get(key), held.get(key, ()), page_size)
            for kind, keys in archive.order.items()
            if kind != "conferences"
            for key in keys
        ),
        (withdrawal(entry) for entry in archive.entries.values() if entry.withdrawn),
        sheets.values(),
        (redirect(entry, id_) for entry in archive.entries.values() for id_ in entry.formerly),
        (Page(path, "redirect", "", key, (), (), 1, 1) for path, keys in shorts.items() for key in keys),
    )
    return sorted(pages, key=_PATH)


def _home(archive: Archive) -> Page:
    conferences = archive.order["conferences"]
    coming = set(archive.upcoming)
    past = [key for key in conferences if key not in coming]
    groups = [Group("next", archive.upcoming[:NEWEST], len(archive.upcoming))]
    groups.append(Group("conferences", tuple(past[:NEWEST]), len(past)))
    groups += [
        Group(kind, archive.order[kind][:NEWEST], len(archive.order[kind])) for kind in KINDS if kind != "conferences"
    ]
    figures = tuple((kind, len(archive.order[kind])) for kind in KINDS)
    return Page("", "home", "", None, tuple(groups), (), 1, 1, figures=figures)


def _channels(archive: Archive) -> Page:
    """Return the page that explains the feeds and lists those of each series."""
    series = archive.order["series"]
    return Page("suscribirse/", "channels", "", None, (Group("series", series, len(series)),), (), 1, 1)


def _almanac(archive: Archive) -> Iterator[Page]:
    """Yield the calendar: what comes, and each year that has a conference or a date of a series."""
    dated = prospects(archive)
    years: dict[str, tuple[Key, ...]] = {str(year): keys for year, keys in archive.years().items() if year}
    figures = tuple(
        (year, len(years.get(year, ()))) for year in sorted({*years, *(one.day[:4] for one in dated)}, reverse=True)
    )
    now = day_of(archive.as_of)
    coming = tuple(one for one in dated if one.day >= now)
    yield _month_by_month(addresses.ALMANAC, archive.upcoming, coming, "", figures)
    for year, _ in figures:
        told = tuple(one for one in dated if one.day.startswith(year))
        yield _month_by_month(addresses.almanac(int(year)), years.get(year, ()), told, year, figures)


def _month_by_month(
    path: str, keys: tuple[Key, ...], told: tuple[Prospect, ...], year: str, figures: tuple[tuple[str, int], ...]
) -> Page:
    series = tuple(dict.fromkeys(("series", one.series) for one in told))
    groups = (Group("conferences", keys, len(keys)),) if keys else ()
    section = addresses.ALMANAC.rstrip("/")
    return Page(path, "almanac", section, None, groups, series, 1, 1, year, figures, prospects=told)


def _editor() -> Page:
    """Return the page that writes records."""
    return Page(addresses.EDITOR, "editor", addresses.EDITOR.rstrip("/"), None, (), (), 1, 1)


def _results(archive: Archive, size: int) -> Iterator[Page]:
    """Yield the list of the evaluations, if there are any; its first page compares them, and so needs them all."""
    found = archive.order["evaluations"]
    if not found:
        return
    section = KINDS["evaluations"].segment
    topics = dict.fromkeys(other for key in found for other in archive.names[key] if other[0] == "topics")
    listed = [("evaluations", found)]
    for page in numbered(addresses.section("evaluations"), "results", section, None, (), listed, size):
        if page.number > 1:
            yield page
        else:
            yield page._replace(groups=(*page.groups, Group(COMPARED, found, len(found))), others=tuple(topics))


def _lists(archive: Archive, kind: str, size: int) -> Iterator[Page]:
    if kind == "evaluations":
        yield from _results(archive, size)
        return
    section = KINDS[kind].segment
    figures: tuple[tuple[str, int], ...] = ()
    if kind == "conferences":
        years = {str(year) if year else NO_YEAR: keys for year, keys in archive.years().items()}
        figures = tuple((year, len(keys)) for year, keys in years.items())
        for year, keys in years.items():
            yield from numbered(
                f"{addresses.section(kind)}{year}/", "list", section, None, (), [(kind, keys)], size, year, figures
            )
    yield from numbered(
        addresses.section(kind), "list", section, None, (), [(kind, archive.order[kind])], size, kind, figures
    )
