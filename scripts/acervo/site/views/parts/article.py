"""What the pages of all records have in common: header, facts, lists that name it, provenance, head.

In: an opened record and what its own view adds. Out: an `Article`.
Never: anything about one record type only.
"""

from typing import NamedTuple

from markupsafe import Markup

from acervo.archive import addresses
from acervo.records.catalogue.entry import Entry
from acervo.records.models.kinds import KINDS
from acervo.records.models.parts import Record
from acervo.site import plain, wording
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.parts import pager as pagers
from acervo.site.views.parts.changes import ChangesView, changes
from acervo.site.views.parts.citation import CitationView, citation
from acervo.site.views.parts.facts import Fact
from acervo.site.views.parts.head import Feed, Head, head
from acervo.site.views.parts.pager import Pager
from acervo.site.views.parts.provenance import Provenance, provenance
from acervo.site.views.parts.reach import Link, Reach, reach
from acervo.site.views.parts.rows import Listing, listings
from acervo.site.views.parts.surveys import SurveyView, surveys


class Subject(NamedTuple):
    """A record with what surrounds it, made once per page."""

    opened: Opened
    entry: Entry
    record: Record
    reach: Reach
    url: str
    """Absolute address of the record's first page: its identity in structured data."""


class Article(NamedTuple):
    """The frame of a record's page."""

    kind: str
    label: str
    title: str
    facet: str
    """The search filter that its own title feeds (a person's page is found under that person), or ""."""
    lead: Markup
    names: tuple[str, ...]
    date: str
    machine: str
    year: str
    """The year it starts in, also when that is in doubt, or ""."""
    topics: tuple[Link, ...]
    trail: tuple[Link, ...]
    facts: tuple[Fact, ...]
    listings: tuple[Listing, ...]
    surveys: tuple[SurveyView, ...]
    """Evaluations of it."""
    pager: Pager | None
    first: bool
    """Whether this is the record's own page and not a further page of its lists."""
    citation: CitationView | None
    """How it is cited, on the own page of a conference or a document."""
    provenance: Provenance
    changes: ChangesView | None
    """What changed in its record, where that is known."""
    head: Head


FACETS = {"speakers": "persona", "institutions": "institucion", "series": "ciclo", "topics": "tema"}


def subject(opened: Opened) -> Subject:
    """Take what every view of a record needs out of an opened page."""
    entry, record = opened.entry, opened.record
    assert entry is not None
    assert record is not None
    return Subject(
        opened,
        entry,
        record,
        reach(opened.page.path, opened.cards),
        opened.settings.url + addresses.record(entry.key),
    )


def article(
    about: Subject,
    facts: tuple[Fact, ...],
    data: Item,
    *,
    date: str = "",
    machine: str = "",
    names: tuple[str, ...] = (),
    titles: dict[str, str] | None = None,
    feeds: tuple[Feed, ...] = (),
    picture: str = "",
) -> Article:
    """Make the frame of a record's page; `data` is the schema.org item that describes it."""
    opened, entry, record, way, _ = about
    page, settings = opened.page, opened.settings
    kind = KINDS[entry.kind]
    pages = pagers.pager(page, way)
    title = record.title if page.number == 1 else f"{record.title} (página {page.number})"
    origin = provenance(record, entry, settings, way)
    if origin.dossier:
        feeds = (*feeds, Feed(f"{record.title} (ficha en JSON)", origin.dossier, "application/json"))
    return Article(
        kind=kind.label,
        label=entry.label,
        title=record.title,
        facet=FACETS.get(entry.kind, ""),
        lead=plain.paragraphs(record.summary) if record.summary else Markup(),
        names=names,
        date=date,
        machine=machine,
        year=entry.date[:4],
        topics=way.records("topics", record.topics),
        trail=(Link("Inicio", way.to("")), Link(kind.plural, way.to(addresses.section(entry.kind)))),
        facts=facts,
        listings=listings(opened, way, titles) if entry.kind != "conferences" else (),
        surveys=surveys(opened, way) if page.number == 1 else (),
        pager=pages,
        first=page.number == 1,
        citation=citation(opened, record) if page.number == 1 else None,
        provenance=origin,
        changes=changes(opened, record) if opened.history.total else None,
        head=head(
            page, settings, title, record.summary or _described(entry, date), (data, crumbs(about)),
            picture=picture,
            feeds=feeds,
            previous=pages.previous.href if pages and pages.previous else "",
            following=pages.following.href if pages and pages.following else "",
        ),
    )  # fmt: skip


def crumbs(about: Subject) -> Item:
    """Describe the way from the home page to the record."""
    url, kind = about.opened.settings.url, KINDS[about.entry.kind]
    steps = (
        ("Inicio", url),
        (kind.plural, url + addresses.section(kind.folder)),
        (about.record.title, about.url),
    )
    return item(
        "BreadcrumbList",
        itemListElement=[
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(steps, 1)
        ],
    )


def common(about: Subject, **more: object) -> Item:
    """Return the properties that schema.org gives to everything."""
    record = about.record
    return {
        "id": about.url,
        "url": about.url,
        "name": record.title,
        "description": record.summary,
        **more,
    }


def mention(about: Subject, type_: str, kind: str, id_: str) -> Item | None:
    """Describe another record that has a page, by its name and address."""
    card = about.opened.cards.get((kind, id_)) if id_ else None
    if card is None:
        return None
    address = about.opened.settings.url + card.path
    return {"@type": type_, "@id": address, "name": card.title}


def mentions(about: Subject, type_: str, kind: str, ids: tuple[str, ...]) -> list[Item]:
    """Describe other records that have a page."""
    found = (mention(about, type_, kind, id_) for id_ in ids)
    return [one for one in found if one]


def _described(entry: Entry, date: str) -> str:
    return ". ".join(part for part in (f"{entry.label}: {entry.title}", date or wording.NO_DATE) if part)
