"""The page of a topic.

In: the opened record. Out: a `TopicView`. Never: shows a term without its other names.
"""

from typing import NamedTuple

from acervo.archive import addresses
from acervo.records.models.topic import Topic
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.parts.article import Article, Subject, article, common, subject
from acervo.site.views.parts.facts import tell, told
from acervo.site.views.parts.legal import BasisView, basis
from acervo.site.views.parts.original import Original
from acervo.site.views.parts.passages import CitedView, cited
from acervo.site.views.records.conference import calendar

FACTS = told(Topic, ("aliases", "list"), ("broader", "record", "topics"))


class TopicView(NamedTuple):
    """A topic's page."""

    article: Article
    basis: tuple[BasisView, ...]
    cited: tuple[CitedView, ...]
    """Where recordings speak of it."""
    package: str
    """Where all that there is of it fits on one sheet, or ""."""


def topic(opened: Opened) -> TopicView:
    """Make the view of a topic."""
    about = subject(opened)
    record = about.record
    assert isinstance(record, Topic)
    titles = {"topics": "Temas más específicos o relacionados"}
    return TopicView(
        article=article(
            about,
            tell(FACTS, record, about.reach),
            _data(about, record),
            names=record.aliases,
            titles=titles,
            feeds=(calendar(record.title, about.reach.to(addresses.record(about.entry.key))),),
        ),
        basis=basis(record.legal_basis, Original(record), about.reach),
        cited=cited(opened, about.reach),
        package=about.reach.to(opened.page.argument) if opened.page.argument else "",
    )


def _data(about: Subject, record: Topic) -> Item:
    return item(
        "DefinedTerm",
        **common(about),
        alternateName=list(record.aliases),
        inDefinedTermSet=about.opened.settings.url + addresses.section("topics"),
    )
