"""The pages of addresses that changed: a redirect to a record's new place, a notice of what was withdrawn.

In: the opened record. Out: `Redirect` or `WithdrawnView`. Never: repeats what was withdrawn.
"""

from typing import NamedTuple

from acervo.archive import addresses
from acervo.records.models.kinds import KINDS
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.views.parts.article import subject
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.provenance import report
from acervo.site.views.parts.reach import Link, reach

GONE = "Página retirada"
"""What stands in the place of the title, which may be a name."""


class Redirect(NamedTuple):
    """The page of an address that moved."""

    title: str
    reason: str
    """Why one is led there."""
    href: str
    canonical: str


class WithdrawnView(NamedTuple):
    """The page of a record that was withdrawn."""

    kind: str
    title: str
    date: str
    machine: str
    reason: str
    updated: str
    trail: tuple[Link, ...]
    report: str
    head: Head


def redirect(opened: Opened) -> Redirect:
    """Lead from a former address to the record's page."""
    entry = opened.entry
    assert entry is not None
    target = addresses.record(entry.key)
    way = reach(opened.page.path, opened.cards)
    short = opened.page.path.startswith(addresses.SHORT)
    reason = "Esta es la dirección corta de" if short else "Esta página cambió de dirección"
    return Redirect(GONE if entry.withdrawn else entry.title, reason, way.to(target), opened.settings.url + target)


def withdrawn(opened: Opened) -> WithdrawnView:
    """Say that a record was withdrawn, when and why."""
    about = subject(opened)
    notice, kind = about.record.withdrawn, KINDS[about.entry.kind]
    assert notice is not None
    way = about.reach
    return WithdrawnView(
        kind=kind.label,
        title=GONE,
        date=dates.in_words(notice.date.text),
        machine=notice.date.text,
        reason=notice.reason,
        updated=dates.in_words(about.record.updated.text),
        trail=(Link("Inicio", way.to("")), Link(kind.plural, way.to(addresses.section(kind.folder)))),
        report=report(about.entry, opened.settings),
        head=head(
            opened.page, opened.settings, GONE,
            "Esta página se retiró del acervo.", indexed=False,
        ),
    )  # fmt: skip
