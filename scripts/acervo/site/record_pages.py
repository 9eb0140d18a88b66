"""The pages of one record: its own, those of its long lists, its package, its former addresses.

In: the archive. Out: `Page`s. Never: opens the record.
"""

from collections.abc import Iterator

from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.archive.holding import NOTHING
from acervo.archive.itinerary import after, lengths, seen
from acervo.archive.shelves import shelves
from acervo.archive.tenures import Tenure
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.models.kinds import KINDS
from acervo.site.numbering import numbered
from acervo.site.page import Group, Page

RELATED = "conferences"
"""On the page of a conference, the group of those related to it."""
FOLLOWING = "following"
"""On the page of a conference, the group of what comes next in its routes."""
MOST_ROUTES = 12
"""Of the routes to which a conference belongs, how many its page names."""
MOST_TENURES = 100
"""Of those who held an office in an institution, how many its page names: the last known."""
SHEET = 30
"""How many recordings, documents and routes, of each, fit the package of a topic."""


def conference_page(archive: Archive, key: Key, near: tuple[Key, ...], short: str) -> Page:
    """Return the page of a conference. near: those related to it. short: its short address while it is announced."""
    listed = [*_neighbours(archive, key), (RELATED, near)]
    if key in archive.referrers:
        listed += _routes(archive, key)
        listed.append(("evaluations", archive.named_by(key, "evaluations")))
    groups = tuple([Group(name, keys, len(keys)) for name, keys in listed if keys])
    section = KINDS["conferences"].segment
    return Page(addresses.record(key), "conferences", section, key, groups, archive.names[key], 1, 1, short)


def record_pages(archive: Archive, key: Key, sheet: Page | None, held: tuple[Tenure, ...], size: int) -> Iterator[Page]:
    """Yield the pages of a record that is no conference: its own, and as many more as its lists need.

    sheet: the package of a topic. held: the tenures of a person or institution.
    """
    entry = archive.entries[key]
    path, section = addresses.record(key), KINDS[entry.kind].segment
    referrers = list(archive.referrers.get(key, {}).items())
    if entry.kind == "series" and (found := _surveys(archive, key)):
        referrers = [*(one for one in referrers if one[0] != "evaluations"), ("evaluations", found)]
    argument = sheet.path if sheet else ""
    known = lengths([step[:2] for step in entry.steps], archive.holdings) if entry.kind == "routes" else ()
    if entry.kind in ("documents", "networks"):
        known = shelves(archive, key)
    if entry.kind == "institutions":  # whoever names it holds an office there: they are told by their offices
        referrers = [one for one in referrers if one[0] != "speakers"]
        known = (("tenures", len(held)),) if held else ()
    elif entry.kind == "speakers":  # their own record tells the others
        held = tuple([one for one in held if not one.declared])
    cites = tuple(_citations(archive, key)) if entry.kind == "documents" else ()
    for page in numbered(path, entry.kind, section, key, archive.names[key], referrers, size, argument, known):
        if held and page.number == 1:
            yield _with_offices(page, held[:MOST_TENURES])
        else:
            yield page._replace(cites=cites) if cites else page


def _with_offices(page: Page, held: tuple[Tenure, ...]) -> Page:
    """Return the page of a person or an institution with the offices it tells of, and those who held them or where."""
    others = (
        (("speakers", one.person) for one in held)
        if page.template == "institutions"
        else (("institutions", one.institution) for one in held if one.institution)
    )
    return page._replace(tenures=held, others=tuple(dict.fromkeys((*page.others, *others))))


def _surveys(archive: Archive, key: Key) -> tuple[Key, ...]:
    """Return the evaluations of a series and of its conferences, in reading order."""
    every = archive.order["evaluations"]
    if not every:
        return ()
    own = set(archive.named_by(key, "evaluations"))
    own.update(*(archive.named_by(talk, "evaluations") for talk in archive.named_by(key, "conferences")))
    return tuple([one for one in every if one in own])


def packages(archive: Archive) -> Iterator[Page]:
    """Yield, for each topic of which there is something to see or read, the page of all that fits on one sheet."""
    visible = {
        key for key in archive.order["conferences"] if seen(archive.entries[key], archive.holdings.get(key, NOTHING))
    }
    section = KINDS["topics"].segment
    for topic in archive.order["topics"]:
        talks = tuple([key for key in archive.named_by(topic, "conferences") if key in visible])
        documents, routes = (archive.named_by(topic, kind) for kind in ("documents", "routes"))
        if talks or documents:
            listed = (("conferences", talks), ("documents", documents), ("routes", routes))
            groups = tuple(Group(name, keys[:SHEET], len(keys)) for name, keys in listed if keys)
            known = lengths(talks[:SHEET], archive.holdings)
            yield Page(addresses.package(topic), "package", section, topic, groups, (topic,), 1, 1, "", known)


def _routes(archive: Archive, key: Key) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """Yield the routes to which a conference belongs, and what comes next in each."""
    routes = archive.named_by(key, "routes")[:MOST_ROUTES]
    if routes:
        steps = (after(archive.entries[route].steps, key) for route in routes)
        following = dict.fromkeys(step[:2] for step in steps if step and step[:2] in archive.stamps)
        yield "routes", routes
        yield FOLLOWING, tuple(following)


def _citations(archive: Archive, document: Key) -> Iterator[tuple[str, Key]]:
    """Yield the parts of a document that others are founded on or routes read, each with who; "" for no part."""
    for kind, keys in archive.referrers.get(document, {}).items():
        if kind == "conferences":
            continue  # they have no legal basis, and may be many: their cards tell what they speak of
        for key in keys:
            entry = archive.entries[key]
            for place, named_kind, id_, article in entry.references:
                if (named_kind, id_) == document and place.startswith("legal_basis."):
                    yield article, key
            for *named, _, _, section in entry.steps:
                if tuple(named) == document:
                    yield section, key


def _neighbours(archive: Archive, key: Key) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """Yield the conference after and the one before, in the same series, as one-card groups."""
    if key not in archive.places:
        return
    series, place = archive.places[key]
    siblings = archive.named_by(series, "conferences")
    yield "next", siblings[place - 1 : place] if place else ()
    yield "previous", siblings[place + 1 : place + 2]


def withdrawal(entry: Entry) -> Page:
    """Return the notice of a record that was withdrawn, at its old address."""
    return Page(addresses.record(entry.key), "withdrawn", KINDS[entry.kind].segment, entry.key, (), (), 1, 1)


def redirect(entry: Entry, id_: str) -> Page:
    """Return the page of a former address: it leads to the record."""
    return Page(addresses.record((entry.kind, id_)), "redirect", KINDS[entry.kind].segment, entry.key, (), (), 1, 1)
