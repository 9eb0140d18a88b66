"""The page of a network.

In: the opened record. Out: a `NetworkView`. Never: names private people as members.
"""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from acervo.records.network import Network
from acervo.site import dates, plain, wording
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.article import Article, Subject, article, common, mention, mentions, subject
from acervo.site.views.facts import Fact, contact, labels, named, said, table
from acervo.site.views.reach import Link
from acervo.site.views.sections import SectionView, sections

_LABELS = labels(Network)


class StageView(NamedTuple):
    """A stage in the life of a network."""

    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A network's page."""

    article: Article
    labels: dict[str, str]
    objective: Markup
    objectives: tuple[str, ...]
    goal: Markup
    curriculum: tuple[str, ...]
    groups: Markup
    stages: tuple[StageView, ...]
    members: tuple[Link, ...]
    sections: tuple[SectionView, ...]
    contact: tuple[Fact, ...]


def network(opened: Opened) -> NetworkView:
    """Make the view of a network."""
    about = subject(opened)
    record = about.record
    assert isinstance(record, Network)
    way = about.reach
    date = record.date.text if record.date else ""
    facts = table(
        said(_LABELS["acronym"], record.acronym),
        named(_LABELS["institution"], way.record("institutions", record.institution), "institucion"),
        said(_LABELS["date"], dates.in_words(date) or wording.NO_DATE),
        said(_LABELS["place"], wording.place(record.place)),
        said(_LABELS["audience"], record.audience),
    )
    return NetworkView(
        article=article(
            about,
            facts,
            _data(about, record),
            names=(record.acronym,) if record.acronym else (),
            titles={"documents": "Documentos de la red"},
        ),
        labels=_LABELS,
        objective=plain.paragraphs(record.objective),
        objectives=record.objectives,
        goal=plain.paragraphs(record.goal),
        curriculum=record.curriculum,
        groups=plain.paragraphs(record.groups),
        stages=tuple(StageView(one.title, plain.paragraphs(one.text)) for one in record.stages),
        members=way.records("institutions", record.members),
        sections=sections(record.sections),
        contact=contact(record.contact),
    )


def _data(about: Subject, record: Network) -> Item:
    return item(
        "Organization",
        **common(about),
        alternateName=record.acronym,
        parentOrganization=mention(about, "Organization", "institutions", record.institution),
        member=mentions(about, "Organization", "institutions", record.members),
        foundingDate=dates.machine(record.date.text) if record.date else "",
        location=wording.place(record.place),
        knowsAbout=mentions(about, "DefinedTerm", "topics", record.topics),
    )
