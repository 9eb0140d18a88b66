"""Evaluations on the pages of what was evaluated, and of all of them: what each says in a few words.

In: cards of evaluations. Out: `SurveyView`s. Never: opens a record, or tells a figure of too few people.
"""

from collections.abc import Iterable
from typing import NamedTuple

from acervo.archive.card import Card
from acervo.records.checks.disclosure import small
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.views.parts import tally
from acervo.site.views.parts.reach import Reach

GROUP = "evaluations"


class Result(NamedTuple):
    """A question and its mean."""

    question: str
    mean: str


class SurveyView(NamedTuple):
    """One evaluation in a list."""

    title: str
    href: str
    moment: str
    date: str
    machine: str
    answered: str
    results: tuple[Result, ...]


def surveys(opened: Opened, reach: Reach) -> tuple[SurveyView, ...]:
    """Return the evaluations that a page declares."""
    for group in opened.page.groups:
        if group.name == GROUP:
            return listed((opened.cards[key] for key in group.cards), opened.settings.minimum, reach)
    return ()


def listed(cards: Iterable[Card], minimum: int, reach: Reach) -> tuple[SurveyView, ...]:
    """Return evaluations as they are listed."""
    return tuple(_view(card, minimum, reach) for card in cards if card.survey)


def _view(card: Card, minimum: int, reach: Reach) -> SurveyView:
    (survey,) = card.survey
    answered, tallies = survey[3], survey[4]
    enough = not small(answered, minimum)
    means = ((one[0], tally.mean(one, minimum)) for one in tallies) if enough else ()
    return SurveyView(
        title=card.title,
        href=reach.up + card.path,
        moment=tally.moment(survey),
        date=dates.in_words(card.date),
        machine=dates.machine(card.date),
        answered=f"{answered:,}" if enough else "",
        results=tuple(Result(question, found.text) for question, found in means if found),
    )
