"""What every record's page says of itself: sources, conflicts, oddities, unknowns, last change, corrections.

In: the opened record. Out: a `Provenance`. Never: leaves out a source or mends what it says.
"""

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from acervo.archive import addresses
from acervo.records.catalogue.entry import Entry
from acervo.records.models.parts import Confidence, Discrepancy, Record, Resource, Source
from acervo.site import dates, plain, wording
from acervo.site.page import Settings
from acervo.site.views.parts.editing import form
from acervo.site.views.parts.reach import Link, Reach

SURE = {Confidence.HIGH: "alta", Confidence.MEDIUM: "media"}


class SourceView(NamedTuple):
    """A source as it is listed."""

    title: str
    href: str
    publisher: str
    date: str
    accessed: str
    supports: str
    confidence: str


class VersionView(NamedTuple):
    """What one source says of a point in dispute."""

    says: str
    source: str
    href: str


class DiscrepancyView(NamedTuple):
    """A point in dispute and its versions."""

    about: str
    versions: tuple[VersionView, ...]


class OddityView(NamedTuple):
    """Words of the original and what is odd in them."""

    quote: str
    note: str


class ResourceView(NamedTuple):
    """Something to read, see or download."""

    title: str
    href: str
    language: str
    language_code: str
    note: Markup


class Provenance(NamedTuple):
    """Where a page's content comes from and how to correct it."""

    resources: tuple[ResourceView, ...]
    discrepancies: tuple[DiscrepancyView, ...]
    oddities: tuple[OddityView, ...]
    unknowns: tuple[str, ...]
    sources: tuple[SourceView, ...]
    updated: str
    updated_machine: str
    formerly: tuple[Link, ...]
    file: str
    """Path of the record's file in the repository."""
    dossier: str
    """Where the record is as data, or ""."""
    edit: str
    """Address of the form with the record, or of its file and line in the repository, or ""."""
    report: str
    """Address where an error is reported, or ""."""


def provenance(record: Record, entry: Entry, settings: Settings, reach: Reach) -> Provenance:
    """Gather what a record says of its own content."""
    return Provenance(
        resources=tuple(_resource(one) for one in record.resources),
        discrepancies=tuple(_discrepancy(one) for one in record.discrepancies),
        oddities=tuple(OddityView(one.quote, one.note) for one in record.oddities),
        unknowns=record.unknowns,
        sources=tuple(_source(one) for one in record.sources),
        updated=dates.in_words(record.updated.text),
        updated_machine=record.updated.text,
        formerly=tuple(Link(path, reach.to(path)) for path in _former(entry)),
        file=file(entry, settings),
        dossier=reach.to(addresses.dossier(entry.key)) if entry.kind in addresses.DOSSIERS else "",
        edit=edit(entry, settings, reach),
        report=report(entry, settings),
    )


def file(entry: Entry, settings: Settings) -> str:
    """Return the path of the record's file as the repository has it."""
    *_, folder, name = entry.path.split("/")
    return f"{settings.data}/{name if entry.kind == 'topics' else f'{folder}/{name}'}"


def edit(entry: Entry, settings: Settings, reach: Reach) -> str:
    """Return the address of the form with the record, or that edits its file, at its line; "" without a repository."""
    if settings.editor and settings.edit:
        return form(entry.key, settings, reach)
    return f"{settings.edit}{quote(file(entry, settings))}#L{entry.line}" if settings.edit else ""


def report(entry: Entry, settings: Settings) -> str:
    """Return the address that reports an error of the record, with its title filled in, or "".

    The title of what was withdrawn is left out.
    """
    if not settings.repository:
        return ""
    title = quote("Sobre una página retirada" if entry.withdrawn else f"Error en «{entry.title}»")
    page = _quoted(settings.url) + addresses.record(entry.key)
    record = quote(f"{file(entry, settings)}, renglón {entry.line}")
    return f"{settings.repository}/issues/new?template=error.yml&title={title}&page={page}&record={record}"


def _former(entry: Entry) -> list[str]:
    return [addresses.record((entry.kind, id_)) for id_ in entry.formerly]


@lru_cache(maxsize=8)
def _quoted(folder: str) -> str:
    return quote(folder)


def _source(source: Source) -> SourceView:
    return SourceView(
        title=source.title,
        href=source.url,
        publisher=source.publisher,
        date=dates.in_words(source.date.text) if source.date else "",
        accessed=dates.in_words(source.accessed.text) if source.accessed else "",
        supports=source.supports,
        confidence=f"{SURE[source.confidence]}: {source.confidence.label}",
    )


def _discrepancy(one: Discrepancy) -> DiscrepancyView:
    return DiscrepancyView(one.about, tuple(VersionView(v.says, v.source, v.url) for v in one.versions))


def _resource(one: Resource) -> ResourceView:
    name = wording.language(one.language) if one.language else ""
    return ResourceView(one.title, one.url, name, one.language, plain.linked(one.note))
