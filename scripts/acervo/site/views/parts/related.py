"""Related talks on the page of a conference: each with what it has in common with it.

In: the opened page and its cards. Out: `RelatedView`s. Never: says that talks are alike without saying why.
"""

from collections.abc import Mapping, Set
from typing import NamedTuple

from acervo.archive.card import Card
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.record_pages import RELATED
from acervo.site.views.parts.reach import Reach

ALIKE = "Textos parecidos"


class RelatedView(NamedTuple):
    """A related conference and why it is one."""

    title: str
    href: str
    date: str
    reason: str


def related(opened: Opened, reach: Reach) -> tuple[RelatedView, ...]:
    """Return the related conferences that the page declares, nearest first."""
    group = next((group for group in opened.page.groups if group.name == RELATED), None)
    entry = opened.entry
    if group is None or entry is None:
        return ()
    named = [(kind, id_) for _, kind, id_, _ in entry.references]
    people = {id_ for kind, id_ in named if kind == "speakers"}
    topics = {id_: card.title for kind, id_ in named if kind == "topics" and (card := opened.cards.get((kind, id_)))}
    up = reach.up
    return tuple(
        [
            RelatedView(one.title, up + one.path, dates.in_words(one.date), _reason(people, topics, one))
            for one in map(opened.cards.__getitem__, group.cards)
        ]
    )


def _reason(people: Set[str], topics: Mapping[str, str], other: Card) -> str:
    """Say what a conference has in common with another: people, topics, or at least words.

    people: ids of its own. topics: titles of its own, by id.
    """
    told = [
        _listed("Misma persona", "Mismas personas", [one.name for one in other.people if one.id in people]),
        _listed("Mismo tema", "Mismos temas", [topics[id_] for id_ in other.topics if id_ in topics]),
    ]
    return ". ".join(filter(None, told)) or ALIKE


def _listed(one: str, several: str, found: list[str]) -> str:
    distinct = list(dict.fromkeys(found))
    return f"{several if len(distinct) > 1 else one}: {', '.join(distinct)}" if distinct else ""
