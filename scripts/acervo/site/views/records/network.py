"""The page of a network.

In: the opened record. Out: a `NetworkView`. Never: names private people as members.
"""

from typing import NamedTuple

from acervo.records.models.network import Network
from acervo.site import dates, wording
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.parts.article import Article, Subject, article, common, mention, mentions, subject
from acervo.site.views.parts.facts import labels, tell, told
from acervo.site.views.parts.original import Original
from acervo.site.views.parts.programme import ProgrammeView, programme
from acervo.site.views.parts.reach import Link

_LABELS = labels(Network)
FACTS = told(
    Network,
    ("acronym", "text"),
    ("institution", "record", "institutions", "institucion"),
    ("date", "date_at_all"),
    ("place", "place_on_map"),
)


class NetworkView(NamedTuple):
    """A network's page."""

    article: Article
    members_title: str
    members: tuple[Link, ...]
    programme: ProgrammeView


def network(opened: Opened) -> NetworkView:
    """Make the view of a network."""
    about = subject(opened)
    record = about.record
    assert isinstance(record, Network)
    way = about.reach
    return NetworkView(
        article=article(
            about,
            tell(FACTS, record, way),
            _data(about, record),
            names=(record.acronym,) if record.acronym else (),
            titles={"conferences": "Encuentros y conferencias de la red", "documents": "Documentos de la red"},
        ),
        members_title=_LABELS["members"],
        members=way.records("institutions", record.members),
        programme=programme(record, Original(record), opened, way),
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
