"""The pages of addresses that changed: a redirect to a record's new place, a notice of what was withdrawn.

In: the opened record. Out: `Redirect` or `WithdrawnView`. Never: repeats what was withdrawn.
"""

from dataclasses import dataclass

from acervo.archive import addresses
from acervo.records.kinds import KINDS
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.views.article import subject
from acervo.site.views.head import Head, head
from acervo.site.views.provenance import report
from acervo.site.views.reach import Link, reach


@dataclass(frozen=True, slots=True)
class Redirect:
    """The page of an address that moved."""

    title: str
    href: str
    canonical: str


@dataclass(frozen=True, slots=True)
class WithdrawnView:
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
    return Redirect(entry.title, way.to(target), opened.settings.url + target)


def withdrawn(opened: Opened) -> WithdrawnView:
    """Say that a record was withdrawn, when and why."""
    about = subject(opened)
    notice, kind = about.record.withdrawn, KINDS[about.entry.kind]
    assert notice is not None
    way = about.reach
    return WithdrawnView(
        kind=kind.label,
        title=about.record.title,
        date=dates.in_words(notice.date.text),
        machine=notice.date.text,
        reason=notice.reason,
        updated=dates.in_words(about.record.updated.text),
        trail=(Link("Inicio", way.to("")), Link(kind.plural, way.to(addresses.section(kind.folder)))),
        report=report(about.entry, opened.settings),
        head=head(
            opened.page, opened.settings, f"Página retirada: {about.record.title}",
            "Esta página se retiró del acervo.", indexed=False,
        ),
    )  # fmt: skip
