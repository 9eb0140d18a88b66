"""What to see next: after a conference, the next step of its routes, the next of its series, and those related to it.

In: the opened page of a conference and its cards. Out: `RelatedView`s, each once and with its reason, and the routes to
which the conference belongs. Never: chooses them (see `site.pages`).
"""

from typing import NamedTuple

from acervo.archive.itinerary import after
from acervo.records.catalogue.entry import Key
from acervo.site import dates, wording
from acervo.site.page import Opened
from acervo.site.record_pages import RELATED
from acervo.site.views.parts.reach import Link, Reach
from acervo.site.views.parts.related import RelatedView, related
from acervo.site.views.parts.steps import address


class RouteLink(NamedTuple):
    """A route to which a conference belongs."""

    title: str
    href: str
    steps: str
    """Which of its steps it is: `paso 3 de 8`."""


def following(opened: Opened, reach: Reach, cycle: Link | None) -> tuple[RelatedView, ...]:
    """Return what to see after a conference. cycle: its series, if it has one."""
    groups = {group.name: group.cards for group in opened.page.groups}
    found: dict[Key, RelatedView] = {}
    if "routes" in groups:
        found |= _in_routes(opened, groups["routes"], reach)
    for key in groups.get("next", ()):
        card = opened.cards[key]
        reason = f"Siguiente del ciclo «{cycle.text}»" if cycle else "Siguiente del mismo ciclo"
        found.setdefault(key, RelatedView(card.title, reach.to(card.path), dates.in_words(card.date), reason))
    for key, one in zip(groups.get(RELATED, ()), related(opened, reach), strict=True):
        found.setdefault(key, one)
    return tuple(found.values())


def routes(opened: Opened, reach: Reach) -> tuple[RouteLink, ...]:
    """Return the routes to which the conference of a page belongs, with its place in each."""
    listed = next((group.cards for group in opened.page.groups if group.name == "routes"), ())
    cards = (opened.cards[key] for key in listed)
    return tuple(RouteLink(card.title, reach.to(card.path), _places(opened, card.key)) for card in cards)


def _places(opened: Opened, route: Key) -> str:
    assert opened.entry is not None
    steps = [step for step in opened.cards[route].steps if step[0]]
    own = [str(number) for number, step in enumerate(steps, 1) if step[:2] == opened.entry.key]
    if not own:
        return ""
    return f"{'paso' if len(own) == 1 else 'pasos'} {wording.together(own)} de {len(steps)}"


def _in_routes(opened: Opened, listed: tuple[Key, ...], reach: Reach) -> dict[Key, RelatedView]:
    """Return what comes next in each route, the first reason for each."""
    assert opened.entry is not None
    found: dict[Key, RelatedView] = {}
    for route in listed:
        card = opened.cards[route]
        step = after(card.steps, opened.entry.key)
        target = opened.cards.get(step[:2]) if step else None
        if step and target:
            reason = f"Sigue en la ruta «{card.title}»"
            one = RelatedView(target.title, address(step, target, reach), dates.in_words(target.date), reason)
            found.setdefault(target.key, one)
    return found
