"""What a proposal changes on the site: the archive before and after, compared.

In: both archives, with every entry, drafts too. Out: the pages that change, new redirects, pages touched.
Never: looks at HTML, or at files that are no records.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from acervo.archive import addresses, gaps
from acervo.archive.archive import Archive
from acervo.archive.holding import NOTHING
from acervo.forge.likeness import Likenesses
from acervo.forge.review import Fate, Lack, PageChange, Twin
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.models.kinds import KINDS

_PAGE, _NOTICE, _NONE = "page", "notice", ""


class Side(NamedTuple):
    """The archive before the proposal, or after it."""

    archive: Archive
    entries: Mapping[Key, Entry]
    """Every entry by its key, drafts too."""
    broken: Mapping[Key, str] = {}  # never written to
    """The path of each record that is there and has errors."""


class Changes(NamedTuple):
    """What is different."""

    pages: tuple[PageChange, ...]
    """In the order of kinds and ids."""
    redirects: tuple[tuple[str, str], ...]
    touched: int


def compare(base: Side, head: Side) -> Changes:
    """Compare the archive before a proposal with the one after it."""
    alike = Likenesses(head.entries.values())
    before, after = _redirects(base), _redirects(head)
    pages: list[PageChange] = []
    keys: set[Key] = set()
    for key in sorted(base.entries.keys() | head.entries.keys() | head.broken.keys(), key=_place):
        fate = _fate(key, base, head, after)
        if fate is None:
            continue
        keys.add(key)
        if fate is Fate.BROKEN:
            title = base.entries[key].title if key in base.entries else key[1]
            pages.append(PageChange(fate=fate, title=title[:1_500], file=head.broken[key][:300], address=""))
            continue
        entry = head.entries.get(key) or base.entries[key]
        there = head.entries.get(key) is not None
        came_from = _came_from(key, base, head) if fate is Fate.MOVED else ""
        pages.append(
            PageChange(
                fate=fate,
                title=entry.title[:1_500],
                file=entry.path[:300],
                address=addresses.record(key) if fate is not Fate.DRAFT else "",
                was=came_from,
                lacks=_lacks(key, head) if there and fate not in (Fate.WITHDRAWN, Fate.LOST) else (),
                twins=_twins(key, alike) if there and key not in base.entries and not came_from else (),
            )
        )
    redirects = tuple(sorted((old, new) for old, new in after.items() if before.get(old) != new))
    return Changes(tuple(pages), redirects, len(_touched(keys, base) | _touched(keys, head)))


def _fate(key: Key, base: Side, head: Side, redirects: Mapping[str, str]) -> Fate | None:
    """Return what becomes of the page of a key; None for one that stays, or that moves and is told at its new place."""
    old, new = base.entries.get(key), head.entries.get(key)
    was, is_ = _state(old), _state(new)
    if key in head.broken:
        return Fate.BROKEN if key not in base.broken else None
    if not is_ and was:
        return None if addresses.record(key) in redirects else Fate.LOST
    if not is_:
        return Fate.DRAFT if new and (old is None or old.digest != new.digest) else None
    if is_ == _NOTICE:
        return Fate.WITHDRAWN if was != _NOTICE or old is None or old.digest != (new and new.digest) else None
    if was == _NOTICE:
        return Fate.RESTORED
    if not was:
        return Fate.MOVED if _came_from(key, base, head) else Fate.ADDED
    same = old and new and old.digest == new.digest and base.archive.holdings.get(key) == head.archive.holdings.get(key)
    return None if same else Fate.CHANGED


def _place(key: Key) -> tuple[int, str]:
    """Return where a key stands in the order in which readers meet the kinds."""
    return list(KINDS).index(key[0]), key[1]


def _state(entry: Entry | None) -> str:
    return _NONE if entry is None or entry.draft else _NOTICE if entry.withdrawn else _PAGE


def _came_from(key: Key, base: Side, head: Side) -> str:
    """Return the address that a record had under an id that it no longer has, or ""."""
    for id_ in head.entries[key].formerly:
        former = (key[0], id_)
        if _state(base.entries.get(former)) and not _state(head.entries.get(former)):
            return addresses.record(former)
    return ""


def _redirects(side: Side) -> dict[str, str]:
    """Return where each former address leads."""
    return {
        addresses.record((entry.kind, id_)): addresses.record(key)
        for key, entry in side.entries.items()
        if not entry.draft
        for id_ in entry.formerly
    }


def _lacks(key: Key, side: Side) -> tuple[Lack, ...]:
    entry = side.archive.entries.get(key, side.entries[key])
    mark = gaps.mark(entry, side.archive.holdings.get(key, NOTHING), gaps.limits(gaps.census_day(side.archive)))
    return tuple(Lack(code=gap.code, field=gap.fields[key[0]]) for gap in gaps.named(mark))


def _twins(key: Key, alike: Likenesses) -> tuple[Twin, ...]:
    return tuple(Twin(title=other.title, file=other.path, why=why) for other, why in alike.of(key))


def _touched(keys: set[Key], side: Side) -> set[Key]:
    """Return the other published records that name one of these, or that one of these names."""
    return set(_neighbours(keys, side)) - keys


def _neighbours(keys: set[Key], side: Side) -> Iterator[Key]:
    for key in keys:
        yield from side.archive.names.get(key, ())
        for others in side.archive.referrers.get(key, {}).values():
            yield from others
