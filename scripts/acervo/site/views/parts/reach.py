"""How a page reaches others: relative links to what its cards name.

In: a page's path and the cards it declares. Out: `Link`s. Never: links to a record without a page of its own.
"""

from collections.abc import Mapping
from typing import NamedTuple

from acervo.archive.card import Card
from acervo.records.catalogue.entry import Key


class Link(NamedTuple):
    """Words and where they lead; an empty `href` is no link."""

    text: str
    href: str = ""


class Reach(NamedTuple):
    """The page's way up to the site's root, and the records around it."""

    up: str
    cards: Mapping[Key, Card]

    def to(self, path: str) -> str:
        """Return the link to a path of the site."""
        return f"{self.up}{path}" or "./"

    def record(self, kind: str, id_: str) -> Link | None:
        """Return the link to a record, or None when it has no page."""
        card = self.cards.get((kind, id_)) if id_ else None
        return Link(card.title, self.up + card.path) if card else None

    def records(self, kind: str, ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Return the links to those of the records that have a page."""
        found = (self.record(kind, id_) for id_ in ids)
        return tuple(link for link in found if link)


def reach(path: str, cards: Mapping[Key, Card]) -> Reach:
    """Stand on a page and look around."""
    return Reach("../" * path.count("/"), cards)
