"""The id of a new record of a conference: `2024-violencia-digital`.

In: title, video, date, the ids taken. Out: an id that is free, the same each time.
Never: takes an id that is or was of another record, or gives one that `records.filing` refuses.
"""

from collections.abc import Collection
from itertools import chain, count

from acervo.records.checks import filing
from acervo.records.models import dates

LONGEST = 60
"""Signs of the part that comes from the title."""


def new_id(title: str, video_id: str, date: str, taken: Collection[str]) -> str:
    """Return the first free id: year and title, then with month and day, then with a number.

    date: EDTF, or "" when unknown. taken: in lower case.
    """
    slug = _short(filing.suggest(title)) or f"video-{filing.suggest(video_id)}".rstrip("-")
    when = dates.parse(date).start.iso if date else ""
    names = [f"{when[:length]}-{slug}" for length in (4, 7, 10) if len(when) >= length] or [slug]
    if filing.id_problem(names[0]):
        names = [f"conferencia-{slug}"]
    numbered = (f"{names[0]}-{number}" for number in count(2))
    return next(id_ for id_ in chain(names, numbered) if id_ not in taken)


def _short(slug: str) -> str:
    """Cut a text after a whole word, if it has one."""
    if len(slug) <= LONGEST:
        return slug
    head = slug[: LONGEST + 1]
    return head[: head.rfind("-")] if "-" in head else head[:LONGEST]
