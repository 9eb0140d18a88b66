"""Related talks: of each conference, a few others that share with it what few others share.

In: the conferences in reading order, and who names each person and topic. Out: by conference, keys of others.
Never: opens a record, costs more than a few passes over the conferences, or depends on anything but its arguments.

Whatever conferences can have in common (a person, a topic, two topics at once) is a circle of them, and the smaller the
circle, the more it tells (inverse document frequency: Spärck Jones, 1972). Every conference takes its fellows from its
smallest circles, and within a large one those nearest in time. Only those that find too few that way are compared by
the words of their titles and summaries.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations
from math import log, sqrt

from acervo.records.catalogue.entry import Entry, Key

MOST = 5
"""How many related talks a conference has."""
ALIKE = 0.15
"""From 0 to 1: how near two texts must be (the cosine of their weighted words)."""

_BEFORE = 2
"""Of the fellows in a large circle, how many come before it in reading order; the others come after."""
_WIDEST = 200
"""Conferences that share a word; one that more share tells too little to be worth its time."""

Circle = list[int]
"""The places of the conferences that share something, in reading order."""


def related(
    conferences: Sequence[Key], referrers: Mapping[Key, Mapping[str, tuple[Key, ...]]], entries: Mapping[Key, Entry]
) -> dict[Key, tuple[Key, ...]]:
    """Return up to five related conferences for each that has any.

    conferences: the published ones, in reading order. referrers: by record, who names it, by kind, in that order.
    """
    found: list[dict[int, None]] = [{place: None} for place in range(len(conferences))]
    for circle in sorted(_circles(conferences, referrers, entries), key=len):
        _gather(circle, found)
    lacking = [place for place, fellows in enumerate(found) if len(fellows) <= MOST]
    if lacking:
        _compare(lacking, found, [entries[key].roots for key in conferences])
    return {
        conferences[place]: tuple([conferences[other] for other in list(fellows)[1 : MOST + 1]])
        for place, fellows in enumerate(found)
        if len(fellows) > 1
    }


def _circles(
    conferences: Sequence[Key], referrers: Mapping[Key, Mapping[str, tuple[Key, ...]]], entries: Mapping[Key, Entry]
) -> Iterable[Circle]:
    """Return the circles of those who share a person, a topic or two topics."""
    places = {key: place for place, key in enumerate(conferences)}
    topics: list[list[int]] = [[] for _ in conferences]
    circles: list[Circle] = []
    for number, (key, by) in enumerate(referrers.items()):
        if key[0] not in ("speakers", "topics") or "conferences" not in by:
            continue
        entry = entries.get(key)
        if entry is None or not entry.published:
            continue
        circle = [places[conference] for conference in by["conferences"]]
        circles.append(circle)
        if key[0] == "topics":
            for place in circle:
                topics[place].append(number)
    pairs: dict[int, Circle] = defaultdict(list)
    for place, own in enumerate(topics):
        for one, other in combinations(own, 2):
            pairs[one << 32 | other].append(place)
    return chain(circles, pairs.values())


def _gather(circle: Circle, found: list[dict[int, None]]) -> None:
    """Give those who still lack fellows those of this circle.

    Each dict has the conference itself and then its fellows, the most telling first.
    """
    size = len(circle)
    if size < 2:
        return
    whole = dict.fromkeys(circle) if size <= MOST + 1 else None
    for index, place in enumerate(circle):
        fellows = found[place]
        if len(fellows) > MOST:
            continue
        if whole is None:
            first = min(max(index - _BEFORE, 0), size - MOST - 1)
            fellows.update(dict.fromkeys(circle[first : first + MOST + 1]))
        else:
            fellows.update(whole)


def _compare(lacking: Sequence[int], found: list[dict[int, None]], texts: Sequence[str]) -> None:
    """Complete the fellows of those who lack some with those whose texts are alike."""
    words = [text.split() for text in texts]
    holders: dict[str, Circle] = defaultdict(list)
    for place, own in enumerate(words):
        for word in own:
            holders[word].append(place)
    weight = {word: log(len(texts) / len(circle)) ** 2 for word, circle in holders.items()}
    for place in lacking:
        shared: dict[int, float] = defaultdict(float)
        for word in words[place]:
            if 1 < len(holders[word]) <= _WIDEST:
                for other in holders[word]:
                    shared[other] += weight[word]
        shared.pop(place, None)
        length = sum(weight[word] for word in words[place])
        near = sorted(
            (-common / sqrt(length * sum(weight[word] for word in words[other])), other)
            for other, common in shared.items()
            if common
        )
        found[place].update(dict.fromkeys(other for distance, other in near if -distance >= ALIKE))
