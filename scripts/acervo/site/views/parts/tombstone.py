"""What stands in the place of a video that can no longer be seen: when, why, what remains, where else it may be.

In: the opened conference and what was kept of its video. Out: a `Tombstone`. Never: says more than YouTube or
archive.org said, or offers captions that may not be published.
"""

from typing import NamedTuple

from acervo.archive import addresses
from acervo.archive.chapters import Chapters
from acervo.archive.holding import shown_captions
from acervo.archive.snapshot import Copy, Snapshot
from acervo.records.models.conference import Conference
from acervo.site import dates, wording
from acervo.site.page import Opened
from acervo.site.views.parts.facts import Fact, said, table
from acervo.site.views.parts.provenance import report
from acervo.site.views.parts.reach import Link, Reach

_KINDS = {"video": "El video, en {source}", "page": "La página del video, en {source}"}


class FoundCopy(NamedTuple):
    """A copy that somebody else keeps."""

    what: str
    href: str
    checked: str


class Tombstone(NamedTuple):
    """What is left of a recording."""

    facts: tuple[Fact, ...]
    keeps: tuple[Link, ...]
    """What the archive keeps, with where it is on the site."""
    copies: tuple[FoundCopy, ...]
    report: str
    """Where a copy is reported, or ""."""


def tombstone(
    opened: Opened, record: Conference, snapshot: Snapshot | None, marks: Chapters, reach: Reach
) -> Tombstone | None:
    """Return what is left of a video known to be gone, or None while it can be seen."""
    if snapshot is None or snapshot.status is None or snapshot.status.available or opened.entry is None:
        return None
    return Tombstone(
        facts=table(
            said("Motivo", snapshot.status.label),
            said("No puede verse desde", dates.in_words(snapshot.status_since)),
            said("Se vio por última vez", dates.in_words(snapshot.last_seen)),
        ),
        keeps=tuple(_keeps(opened, record, snapshot, marks, reach)),
        copies=tuple(_copy(one) for one in snapshot.copies),
        report=report(opened.entry, opened.settings),
    )


def _keeps(opened: Opened, record: Conference, snapshot: Snapshot, marks: Chapters, reach: Reach) -> list[Link]:
    entry, held = opened.entry, opened.holding
    assert entry is not None
    shown = shown_captions(entry, held)
    found = [
        Link(
            f"Sus subtítulos en {wording.language(track.language)}"
            + ("" if track in shown else ", que no se publican sin permiso"),
            reach.to(addresses.captions(entry.key, track.language)) if track in shown else "",
        )
        for track in held.captions
    ]
    if held.picture:
        found.append(Link("Su imagen", reach.to(addresses.picture(entry.key))))
    if marks.marks:
        found.append(Link("Sus capítulos", "#capitulos"))
    if record.resources:
        found.append(Link("Sus materiales y lecturas", "#recursos"))
    if snapshot.description:
        found.append(Link("La descripción que tenía en YouTube", "#youtube"))
    return found


def _copy(one: Copy) -> FoundCopy:
    return FoundCopy(_KINDS[one.kind].format(source=one.source), one.url, dates.in_words(one.checked))
