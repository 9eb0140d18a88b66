"""Cards of records as the rows of a list.

In: cards. Out: `Row`s and titled `Listing`s. Never: opens a record.
"""

from typing import NamedTuple

from acervo.archive.card import Card
from acervo.archive.life import Stage
from acervo.records.models.kinds import KINDS
from acervo.records.models.parts import Role
from acervo.site import dates, wording
from acervo.site.page import Group, Opened
from acervo.site.views.parts.lifeline import QUIET, day_past, turns_for_scripts
from acervo.site.views.parts.reach import Reach

_ROLES = {role.value: role.label for role in Role}
_BADGES = {stage.value: stage.label for stage in Stage if stage not in QUIET}
_NAMED = 4
"""How many people a row names."""


class Row(NamedTuple):
    """One record in a list."""

    title: str
    href: str
    label: str
    date: str
    machine: str
    year: str
    people: str
    institution: str
    place: str
    state: str
    summary: str
    life: str = ""
    """Its stages for scripts, while time may change them; or ""."""
    until: str = ""
    """Of one that was called off, the instant at which its day is past and a list of what comes leaves it out."""


class Listing(NamedTuple):
    """A titled list of rows, perhaps a part of a longer one."""

    code: str
    title: str
    rows: tuple[Row, ...]
    total: int


def row(card: Card, reach: Reach, about: str = "") -> Row:
    """Make the row of a card; `about` is the id of the person whose part in it is told."""
    dated = card.kind in ("conferences", "documents")
    return Row(
        title=card.title,
        href=reach.up + card.path,
        label=_role_of(about, card) or card.label,
        date=dates.in_words(card.date) or (wording.NO_DATE if card.kind == "conferences" else "") if dated else "",
        machine=dates.machine(card.date),
        year=card.date[:4],
        people=_people(card, about),
        institution=card.institution,
        place=wording.place_in_short(card.place) if card.place[0] or card.place[1] else "",
        state=_BADGES.get(card.stage, ""),
        summary=card.summary,
        life=turns_for_scripts(card.turns) if card.turns else "",
        until=day_past(card.date) if card.stage == Stage.CANCELLED else "",
    )


def listings(opened: Opened, reach: Reach, titles: dict[str, str] | None = None) -> tuple[Listing, ...]:
    """Make the lists of a record's page, each under the name of its kind or the one given."""
    entry = opened.entry
    about = entry.id if entry and entry.kind == "speakers" else ""
    return tuple(
        Listing(
            group.name,
            (titles or {}).get(group.name) or KINDS[group.name].plural,
            rows(group, opened, reach, about),
            group.total,
        )
        for group in opened.page.groups
        if group.name != "evaluations"  # told with their results (see `surveys`)
    )


def rows(group: Group, opened: Opened, reach: Reach, about: str = "") -> tuple[Row, ...]:
    """Make the rows of one group of a page."""
    cards = opened.cards
    return tuple(row(cards[key], reach, about) for key in group.cards)


def _role_of(person: str, card: Card) -> str:
    if not person:
        return ""
    roles = dict.fromkeys(_ROLES.get(one.role, "") for one in card.people if one.id == person)
    return " y ".join(role for role in roles if role)


def _people(card: Card, about: str) -> str:
    names = list(dict.fromkeys(one.name for one in card.people if one.id != about))
    if len(names) > _NAMED:
        rest = len(names) - _NAMED + 1
        return f"{', '.join(names[: _NAMED - 1])} y {rest} personas más"
    return wording.together(names)
