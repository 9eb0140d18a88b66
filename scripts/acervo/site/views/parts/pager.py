"""The pages of a long list: where one is and where one can go.

In: the number of this page, how many there are, the list's path. Out: a `Pager`, or None for a list of one
page. Never: decides how long a page is.
"""

from typing import NamedTuple

from acervo.archive import addresses
from acervo.site.page import Page
from acervo.site.views.parts.reach import Link, Reach

_AROUND = 2


class Step(NamedTuple):
    """A numbered page; `gap` tells that numbers are left out before it."""

    number: int
    href: str
    current: bool
    gap: bool


class Pager(NamedTuple):
    """Where this page stands among those of its list."""

    number: int
    pages: int
    previous: Link | None
    following: Link | None
    steps: tuple[Step, ...]


def first_page(page: Page) -> str:
    """Return the path of the list's first page."""
    return page.path.removesuffix(f"{addresses.PAGE}/{page.number}/") if page.number > 1 else page.path


def pager(page: Page, reach: Reach) -> Pager | None:
    """Tell how to move within a list."""
    if page.pages < 2:
        return None
    base = first_page(page)

    def href(number: int) -> str:
        return reach.to(addresses.numbered(base, number))

    near = range(max(1, page.number - _AROUND), min(page.pages, page.number + _AROUND) + 1)
    numbers = sorted({1, *near, page.pages})
    return Pager(
        number=page.number,
        pages=page.pages,
        previous=Link("Anterior", href(page.number - 1)) if page.number > 1 else None,
        following=Link("Siguiente", href(page.number + 1)) if page.number < page.pages else None,
        steps=tuple(
            Step(number, href(number), number == page.number, number - before > 1)
            for before, number in zip([0, *numbers], numbers, strict=False)
        ),
    )
