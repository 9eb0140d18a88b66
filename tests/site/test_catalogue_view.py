"""The list of people: by letter when there are more than a handful, as they were found when there are not."""

from typing import Any

import pytest

from acervo.site.views.overviews.catalogue import HANDFUL, catalogue
from tests.site.opening import html, record, site


def people(*names: tuple[str, str]) -> dict[str, Any]:
    """Open the pages of an archive of these people, each a surname and a name."""
    return site({
        ("speakers", f"p{place}"): record("speakers", title=f"{given} {family}", family_name=family, given_name=given)
        for place, (family, given) in enumerate(names)
    })  # fmt: skip


def test_people_stand_under_the_letter_of_their_surname_past_its_particles() -> None:
    names = [("Pérez", f"Persona {place:02}") for place in range(HANDFUL - 2)]
    pages = people(("de la Cruz", "Yolanda"), ("Ñandú", "Ana"), ("Alanís", "Eva"), *names)

    view = catalogue(pages["personas/"])

    assert [(block.heading, block.id, [row.title for row in block.rows][:1]) for block in view.blocks] == [
        ("A", "letra-1", ["Eva Alanís"]),
        ("C", "letra-2", ["Yolanda de la Cruz"]),
        ("Ñ", "letra-3", ["Ana Ñandú"]),
        ("P", "letra-4", ["Persona 00 Pérez"]),
    ]
    page = html(pages["personas/"])
    assert '<li><a href="#letra-2">C</a></li>' in page
    assert '<h2 class="year" id="letra-2">C</h2>' in page


@pytest.mark.parametrize("count", [1, HANDFUL])
def test_a_handful_of_people_need_no_letters(count: int) -> None:
    pages = people(*[("Pérez", f"Persona {place:02}") for place in range(count)])

    assert [(block.heading, len(block.rows)) for block in catalogue(pages["personas/"]).blocks] == [("", count)]
    assert "letra-1" not in html(pages["personas/"])
