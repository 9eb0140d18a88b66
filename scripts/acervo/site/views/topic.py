"""The page of a topic.

In: the opened record. Out: a `TopicView`. Never: shows a term without its other names.
"""

from dataclasses import dataclass

from acervo.archive import addresses
from acervo.records.topic import Topic
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.article import Article, Subject, article, common, subject
from acervo.site.views.facts import labels, listed, named, table
from acervo.site.views.passages import CitedView, cited

_LABELS = labels(Topic)


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic's page."""

    article: Article
    cited: tuple[CitedView, ...]
    """Where recordings speak of it."""


def topic(opened: Opened) -> TopicView:
    """Make the view of a topic."""
    about = subject(opened)
    record = about.record
    assert isinstance(record, Topic)
    facts = table(
        listed(_LABELS["aliases"], record.aliases),
        named(_LABELS["broader"], about.reach.record("topics", record.broader)),
        listed(_LABELS["legal_basis"], record.legal_basis),
    )
    titles = {"topics": "Temas más específicos o relacionados"}
    return TopicView(
        article=article(about, facts, _data(about, record), names=record.aliases, titles=titles),
        cited=cited(opened, about.reach),
    )


def _data(about: Subject, record: Topic) -> Item:
    return item(
        "DefinedTerm",
        **common(about),
        alternateName=list(record.aliases),
        inDefinedTermSet=about.opened.settings.url + addresses.section("topics"),
    )
