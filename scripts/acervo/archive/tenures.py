"""Tenures: who held which office where and when, put together from people's records and from what they took part in.

In: the archive. Out: `Tenure`s by person and by institution, newest first.
Never: says that an office was held on a day of which no record speaks, or names who has no page.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from acervo.archive.archive import Archive
from acervo.records.catalogue.entry import Key
from acervo.records.catalogue.post import Post
from acervo.records.text.words import fold

_DOUBTS = "?~%"
_Office = tuple[str, str, str]
"""A person, an institution, and the words of an office, folded."""


class Tenure(NamedTuple):
    """An office of a person; dates are EDTF text, or ""."""

    office: str
    person: str
    institution: str
    """Id, or "" when it is not said or has no page."""
    start: str
    end: str
    first: str
    """The first day on which somebody says they held it, besides their own record's period."""
    last: str
    """The last such day; the same as `first` when there is one."""
    records: int
    """How many conferences and documents say so."""
    declared: bool
    """Whether the person's own record tells of it."""


@lru_cache(maxsize=20_000)
def day(date: str) -> str:
    """Return the day on which a date begins, as text that can be compared; "" stays so."""
    return date.partition("/")[0].rstrip(_DOUBTS)


def tenures(archive: Archive) -> dict[Key, tuple[Tenure, ...]]:
    """Return the tenures of every published person and institution that has any, the newest first.

    An office is the same when person, institution and words are, capitals and accents aside.
    """
    periods, told = _by_office(archive, "speakers"), _by_office(archive, "conferences", "documents")
    of_people: dict[str, list[tuple[str, Tenure]]] = defaultdict(list)
    of_institutions: dict[str, list[tuple[str, Tenure]]] = defaultdict(list)
    for office in told | periods:
        person, where, _ = office
        for tenure in _joined(person, where, periods.get(office, ()), told.get(office, ())):
            dated = newest(tenure), tenure
            of_people[person].append(dated)
            if where:
                of_institutions[where].append(dated)
    return {
        (kind, id_): tuple([tenure for _, tenure in sorted(held, reverse=True)])
        for kind, found in (("speakers", of_people), ("institutions", of_institutions))
        for id_, held in found.items()
    }


def _by_office(archive: Archive, *kinds: str) -> dict[_Office, list[Post]]:
    """Return what the records of some kinds tell of each office of those who have a page, in reading order."""
    people = frozenset(id_ for _, id_ in archive.order["speakers"])
    institutions = frozenset(id_ for _, id_ in archive.order["institutions"])
    found: dict[_Office, list[Post]] = {}
    same: dict[tuple[str, ...], list[Post]] = {}  # by the words as written: most offices are told again and again
    for key in chain.from_iterable([archive.order[kind] for kind in kinds]):
        for post in archive.entries[key].posts:
            told = same.get(post[:3])
            if told is None:
                person, office, where = post[:3]
                name = person, where if where in institutions else "", _folded(office)
                told = same[post[:3]] = found.setdefault(name, []) if person in people else []
            told.append(post)
    return found


def newest(one: Tenure) -> str:
    """Return the last day that is known of a tenure, as text that can be compared."""
    return max(day(one.start), day(one.end), day(one.last)) if one.declared else day(one.last)


def _joined(person: str, where: str, periods: Sequence[Post], told: Sequence[Post]) -> Iterator[Tenure]:
    """Yield the periods that the person's own record tells, and with each the days on which others say so.

    A day goes with the period that holds it, else with the first; without a period it stands alone.
    """
    if not periods:
        first, last = _ends([post[5] for post in told])
        yield Tenure(told[0][1], person, where, "", "", first, last, len(told), False)
        return
    days: list[list[str]] = [[] for _ in periods]
    if len(periods) == 1:
        days[0] = [post[5] for post in told]
    else:
        for *_, seen in told:
            holding = (at for at, (_, _, _, start, end, _) in enumerate(periods) if _within(start, end, seen))
            days[next(holding, 0)].append(seen)
    for (_, office, _, start, end, shown), others in zip(periods, days, strict=True):
        first, last = _ends([*others, shown])
        yield Tenure(office, person, where, start, end, first, last, len(others), True)


def _ends(dates: Sequence[str]) -> tuple[str, str]:
    """Return the first and the last of the known dates, or two empty texts; the same when they begin at once."""
    known = [date for date in dates if date]
    if len(known) < 2:
        only = known[0] if known else ""
        return only, only
    days = list(map(day, known))
    return known[days.index(min(days))], known[days.index(max(days))]


def _within(start: str, end: str, seen: str) -> bool:
    """Tell whether a day is within a period, as far as all three say."""
    when, first, last = day(seen), day(start), end.rpartition("/")[2].rstrip(_DOUBTS)
    return bool(when and (first or last)) and first[: len(when)] <= when and (not last or when[: len(last)] <= last)


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    return fold(text)
