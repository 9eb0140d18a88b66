"""Records that may be one: by video, by title, by name, by day.

In: entries of the archive. Out: for a new one, the others that it may be. Never: decides that two records are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from acervo.forge.review import Likeness
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.checks import names
from acervo.records.text.words import fold, roots

ENOUGH = 0.8
"""Of the words that two titles have, how many both have."""
_FEWEST = 2
"""Words of a title below which nothing can be said."""
MOST = 10


class Likenesses:
    """Which records are like which, among all of an archive."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take every entry, drafts too."""
        self._entries = {entry.key: entry for entry in entries}
        self._by_video: dict[str, list[Key]] = defaultdict(list)
        self._by_title: dict[tuple[str, str], list[Key]] = defaultdict(list)
        self._by_root: dict[tuple[str, str], list[Key]] = defaultdict(list)
        self._by_day: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key, entry in self._entries.items():
            if entry.video:
                self._by_video[entry.video].append(key)
            self._by_title[entry.kind, fold(entry.title)].append(key)
            for root in roots(entry.title):
                self._by_root[entry.kind, root].append(key)
            if day := _day(entry):
                self._by_day[day].append(key)
        people = {entry.id: entry.title for entry in self._entries.values() if entry.kind == "speakers"}
        self._alike: dict[str, set[str]] = defaultdict(set)
        for one, other in names.alike(people):
            self._alike[one].add(other)
            self._alike[other].add(one)

    def of(self, key: Key) -> list[tuple[Entry, Likeness]]:
        """Return the other records that one may be, each once, with the best reason, the surest first."""
        found: dict[Key, Likeness] = {}
        for other, why in self._found(self._entries[key]):
            if other != key:
                found.setdefault(other, why)
        return [(self._entries[other], why) for other, why in list(found.items())[:MOST]]

    def _found(self, entry: Entry) -> Iterator[tuple[Key, Likeness]]:
        if entry.video:
            yield from ((key, Likeness.VIDEO) for key in self._by_video[entry.video])
        yield from ((key, Likeness.TITLE) for key in self._by_title[entry.kind, fold(entry.title)])
        if entry.kind == "speakers":
            yield from ((("speakers", id_), Likeness.NAME) for id_ in sorted(self._alike[entry.id]))
        else:
            yield from ((key, Likeness.WORDS) for key in self._near(entry))
        if day := _day(entry):
            yield from ((key, Likeness.DAY) for key in self._by_day[day])

    def _near(self, entry: Entry) -> list[Key]:
        """Return the records whose titles have nearly the same words and no other date."""
        own = set(roots(entry.title))
        if len(own) < _FEWEST:
            return []
        candidates = sorted({key for root in own for key in self._by_root[entry.kind, root]})
        return [
            key
            for key in candidates
            if _same_words(own, self._entries[key]) and _may_be_one_day(entry, self._entries[key])
        ]


def _day(entry: Entry) -> tuple[str, str] | None:
    """Return the series and the whole day of a conference."""
    series = next((id_ for field, _, id_, _ in entry.references if field == "series"), "")
    return (series, entry.date) if entry.kind == "conferences" and series and len(entry.date) == 10 else None


def _same_words(own: set[str], other: Entry) -> bool:
    both = set(roots(other.title))
    return len(own & both) >= ENOUGH * len(own | both)


def _may_be_one_day(one: Entry, other: Entry) -> bool:
    """Tell whether nothing is said of their dates that keeps two records from being one."""
    return not one.date or not other.date or one.date == other.date
