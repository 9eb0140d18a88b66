"""Pages that look over the whole archive: its practice, its time, its ties, its places, its gaps.

In: the archive. Out: `Page`s. Never: counts anything itself (see `archive`).
"""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from types import MappingProxyType

from acervo.archive import addresses, gaps
from acervo.archive.archive import Archive
from acervo.archive.figures import figures
from acervo.archive.milestones import milestones
from acervo.archive.ties import web
from acervo.records.catalogue.entry import Key
from acervo.records.models.kinds import KINDS
from acervo.site import wording
from acervo.site.numbering import numbered
from acervo.site.page import Group, Page

NAMES: Mapping[str, str] = MappingProxyType({
    "summary": "resumen", "sources": "fuentes", "date": "fecha", "people": "personas", "office": "cargo",
    "topics": "temas", "institution": "institucion", "description": "descripcion", "recording": "grabacion",
    "link": "enlace", "captions": "subtitulos", "license": "licencia", "permission": "permiso",
    "consent": "consentimiento", "sign_language": "lengua-de-senas", "overdue": "vencidas", "late": "quince-dias",
    "stale": "tres-meses",
})  # fmt: skip
"""What addresses call each gap."""
LONGEST_LINE = 120
"""How many meetings the line of time names; it draws and counts them all."""
PLACED = ("conferences", "documents", "networks", "institutions")
"""Kinds whose records may be of a state."""


def figures_page(archive: Archive) -> Page:
    """Return the page of the practice in figures."""
    found = figures(archive)
    told = dict.fromkeys(("series", one.series) for one in found if one.series)
    today = archive.as_of.date().isoformat()
    return Page(addresses.FIGURES, "figures", "", None, (), tuple(told), 1, 1, today, practice=found)


def milestones_page(archive: Archive) -> Page:
    """Return the line of time of networks and meetings."""
    found = milestones(archive)
    named = [one.key for one in found[:LONGEST_LINE]]
    groups = (Group(kind, tuple(key for key in named if key[0] == kind), 0) for kind in PLACED[:3])
    drawn = tuple(group for group in groups if group.cards)
    return Page(addresses.MILESTONES, "milestones", KINDS["networks"].segment, None, drawn, (), 1, 1, milestones=found)


def ties_page(archive: Archive) -> Page:
    """Return the picture of who works with whom."""
    found = web(archive)
    groups = tuple(Group(keys[0][0], keys, len(archive.order[keys[0][0]])) for keys in found.columns if keys)
    section = KINDS["institutions"].segment
    drawn = {key for keys in found.columns for key in keys}
    listed = chain((("institutions", name.partition(":")[2]) for name, _ in found.counts), *found.ties)
    named = tuple(dict.fromkeys(key for key in listed if key not in drawn))
    return Page(addresses.TIES, "ties", section, None, groups, named, 1, 1, figures=found.counts, ties=found.ties)


def territory_pages(archive: Archive, size: int) -> Iterator[Page]:
    """Yield the map of the 32 states, and what is documented in each that has something."""
    placed: dict[str, dict[str, list[Key]]] = {}
    for kind in PLACED:
        for key in archive.order[kind]:
            if (code := archive.entries[key].place[1]) in wording.STATES:
                placed.setdefault(code, {}).setdefault(kind, []).append(key)
    section = KINDS["institutions"].segment
    figures = tuple((f"{code}:{kind}", len(keys)) for code in placed for kind, keys in placed[code].items())
    yield Page(addresses.TERRITORY, "territory", section, None, (), (), 1, 1, figures=tuple(sorted(figures)))
    for code, kinds in placed.items():
        listed = [(kind, tuple(keys)) for kind, keys in kinds.items()]
        path = addresses.territory(wording.state_name(code))
        yield from numbered(path, "state", section, None, (), listed, size, code)


def quality_pages(archive: Archive, size: int) -> Iterator[Page]:
    """Yield what is missing: the count, by gap the first records that have it, and by kind what each record lacks.

    The lists by kind have every record, also complete ones, so that completing one changes its own page alone.
    """
    marks = gaps.every(archive)
    census = gaps.census(archive, marks)
    section = addresses.QUALITY.rstrip("/")
    yield Page(addresses.QUALITY, "quality", section, None, (), (), 1, 1, census=census)
    for gap in gaps.GAPS.values():
        groups = []
        for tally in census.tallies:
            if tally.gap == gap.code and tally.number:
                keys = (key for key in archive.order[tally.kind] if marks[key] & gap.bit)
                groups.append(Group(tally.kind, tuple(islice(keys, size)), tally.number))
        if groups:
            yield Page(addresses.gap(NAMES[gap.code]), "gap", section, None, tuple(groups), (), 1, 1, gap.code)
    for kind in KINDS:
        for page in numbered(
            addresses.quality(kind), "gaps", section, None, (), [(kind, archive.order[kind])], size, kind
        ):
            told = tuple((key[1], marks[key]) for group in page.groups for key in group.cards)
            if told:
                yield page._replace(figures=told)
