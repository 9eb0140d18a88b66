"""Long lists cut into pages.

In: the lists of a page, and how many cards fit. Out: one `Page` for each part, with its address.
Never: an empty page beyond the first.
"""

from collections.abc import Iterator
from math import ceil

from acervo.archive import addresses
from acervo.records.catalogue.entry import Key
from acervo.site.page import Group, Page


def numbered(
    path: str,
    template: str,
    section: str,
    subject: Key | None,
    others: tuple[Key, ...],
    groups: list[tuple[str, tuple[Key, ...]]],
    size: int,
    argument: str = "",
    figures: tuple[tuple[str, int], ...] = (),
) -> Iterator[Page]:
    """Yield one page per `size` cards of the longest group; a record's page is the first of them."""
    groups = [(name, keys) for name, keys in groups if keys]
    pages = ceil(max([len(keys) for _, keys in groups], default=0) / size) or 1
    for number in range(1, pages + 1):
        first, end = (number - 1) * size, number * size
        slices = tuple([Group(name, keys[first:end], len(keys)) for name, keys in groups])
        yield Page(
            addresses.numbered(path, number),
            template,
            section,
            subject,
            slices,
            others,
            number,
            pages,
            argument,
            figures,
        )
