"""Which pages the site has, and what each may show.

In: the archive. Out: every `Page`, in the order of its address. Never: opens a record or writes HTML.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from math import ceil

from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.archive.related import related
from acervo.records.entry import Entry, Key
from acervo.records.kinds import KINDS
from acervo.site.page import Group, Page

NEWEST = 6
"""How many of each kind the home page shows."""
NO_YEAR = "sin-fecha"
RELATED = "conferences"
"""On the page of a conference, the group of those related to it."""


def plan(archive: Archive, page_size: int) -> list[Page]:
    """Return every page the program fills: home, lists, records, redirects, withdrawal notices."""
    near = related(archive.order["conferences"], archive.referrers, archive.entries)
    pages = chain(
        [_home(archive), _channels(archive)],
        _numbered(addresses.RISKS, "risks", "", None, (), list(archive.risks.items()), page_size),
        *(_lists(archive, kind, page_size) for kind in KINDS),
        *(_record(archive, entry, near, page_size) for entry in archive.entries.values()),
        (_redirect(entry, id_) for entry in archive.entries.values() for id_ in entry.formerly),
    )
    return sorted(pages, key=lambda page: page.path)


def _home(archive: Archive) -> Page:
    conferences = archive.order["conferences"]
    scheduled = [key for key in conferences if archive.entries[key].state == "scheduled"]
    past = [key for key in conferences if archive.entries[key].state != "scheduled"]
    groups = [Group("next", tuple(reversed(scheduled[-NEWEST:])), len(scheduled))]
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


def _lists(archive: Archive, kind: str, size: int) -> Iterator[Page]:
    section = KINDS[kind].segment
    figures: tuple[tuple[str, int], ...] = ()
    if kind == "conferences":
        years = {str(year) if year else NO_YEAR: keys for year, keys in archive.years().items()}
        figures = tuple((year, len(keys)) for year, keys in years.items())
        for year, keys in years.items():
            yield from _numbered(
                f"{addresses.section(kind)}{year}/", "list", section, None, (), [(kind, keys)], size, year, figures
            )
    yield from _numbered(
        addresses.section(kind), "list", section, None, (), [(kind, archive.order[kind])], size, kind, figures
    )


def _record(archive: Archive, entry: Entry, near: Mapping[Key, tuple[Key, ...]], size: int) -> Iterator[Page]:
    key = entry.key
    path, section = addresses.record(key), KINDS[entry.kind].segment
    if entry.withdrawn:
        yield Page(path, "withdrawn", section, key, (), (), 1, 1)
        return
    if entry.kind == "conferences":
        groups = _neighbours(archive, key)
        if alike := near.get(key):
            groups.append(Group(RELATED, alike, len(alike)))
        yield Page(path, entry.kind, section, key, tuple(groups), archive.names[key], 1, 1)
        return
    referrers = list(archive.referrers.get(key, {}).items())
    yield from _numbered(path, entry.kind, section, key, archive.names[key], referrers, size)


def _neighbours(archive: Archive, key: Key) -> list[Group]:
    """Return the conference after and the one before, in the same series, as groups of one card."""
    if key not in archive.places:
        return []
    series, place = archive.places[key]
    siblings = archive.named_by(series, "conferences")
    found = [("next", siblings[place - 1 : place] if place else ()), ("previous", siblings[place + 1 : place + 2])]
    return [Group(name, keys, 1) for name, keys in found if keys]


def _numbered(
    path: str,
    template: str,
    section: str,
    subject: Key | None,
    others: tuple[Key, ...],
    groups: list[tuple[str, tuple[Key, ...]]],
    size: int,
    argument: str = "",
    figures: tuple[tuple[str, int], ...] = (),
) -> Iterator[Page]:
    """Yield one page per `size` cards of the longest group; a record's page is the first of them."""
    groups = [(name, keys) for name, keys in groups if keys]
    pages = ceil(max([len(keys) for _, keys in groups], default=0) / size) or 1
    for number in range(1, pages + 1):
        first, end = (number - 1) * size, number * size
        slices = tuple([Group(name, keys[first:end], len(keys)) for name, keys in groups])
        yield Page(
            addresses.numbered(path, number),
            template,
            section,
            subject,
            slices,
            others,
            number,
            pages,
            argument,
            figures,
        )


def _redirect(entry: Entry, id_: str) -> Page:
    return Page(addresses.record((entry.kind, id_)), "redirect", KINDS[entry.kind].segment, entry.key, (), (), 1, 1)
