"""The people of a conference or a document, with the office each held then.

In: participations. Out: `Participant`s in the record's order. Never: shows the name of who has no page.
"""

from collections.abc import Iterable
from typing import NamedTuple

from acervo.records.models.parts import Participation
from acervo.site.views.parts.reach import Link, Reach

UNNAMED = "Persona sin ficha pública"


class Participant(NamedTuple):
    """One person, what they did, and their office of that day."""

    name: str
    href: str
    role: str
    office: str
    institution: Link | None
    written: str
    """The name as the source writes it, when it is another."""


def participants(people: Iterable[Participation], reach: Reach) -> tuple[Participant, ...]:
    """Join participations with the pages of the people and of their institutions.

    Of who has no page only the role is told: an office and a day say who it was.
    """
    found = []
    for one in people:
        link = reach.record("speakers", one.person)
        found.append(
            Participant(
                name=link.text if link else UNNAMED,
                href=link.href if link else "",
                role=one.role.label,
                office=one.office if link else "",
                institution=reach.record("institutions", one.institution) if link else None,
                written=one.name_as_written if link else "",
            )
        )
    return tuple(found)
