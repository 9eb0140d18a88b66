"""What must hold between records: one function a rule, whose docstring is the rule.

In: the entries of checked records. Out: findings, each with the entry it is about.
Never: opens a record, words a problem (see `messages`), or costs more than a few passes over the entries.
"""

import difflib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from acervo.records.catalogue.entry import Entry, Key
from acervo.records.checks.names import alike
from acervo.records.models import dates, moments
from acervo.records.models.session import EventStatus
from acervo.records.problems import Finding
from acervo.records.text.words import fold

Found = tuple[Entry, Finding]
NO_DURATIONS: Mapping[str, int] = MappingProxyType({})

_MAX_SUGGESTIONS = 50
"""Unknown ids for which a near one is sought: each search reads all ids."""
_UPWARDS = frozenset({"broader", "parent", "successor"})
"""Fields that lead from a record to one of its own kind that contains or follows it."""


class Catalogue:
    """All entries, with the indexes that rules share."""

    def __init__(
        self,
        entries: Iterable[Entry],
        broken: Collection[Key] = (),
        sketches: Iterable[Entry] = (),
        durations: Mapping[str, int] = NO_DURATIONS,
    ) -> None:
        """Take the entries of usable records, and the keys of those that are there and have errors.

        A broken key with the id "" stands for all records of its kind. Of broken records there may be sketches,
        which tell whom they name. durations: seconds by video.
        """
        self.durations = durations
        self.entries: Sequence[Entry] = sorted(entries, key=lambda entry: (entry.path, entry.line, entry.id))
        self.by_key: dict[Key, Entry] = {entry.key: entry for entry in self.entries}
        self.broken = frozenset(broken)
        self.sketches = tuple(sketches)
        self._suggested: dict[Key, str] = {}

    @cached_property
    def former(self) -> dict[Key, list[Entry]]:
        """Return the records that once had a key."""
        former: dict[Key, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for id_ in entry.formerly:
                former[entry.kind, id_].append(entry)
        return former

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = defaultdict(list)
        for kind, id_ in self.by_key:
            ids[kind].append(id_)
        return ids

    def there(self, key: Key) -> bool:
        """Tell whether a record is there, usable or not."""
        return key in self.by_key or key in self.broken or (key[0], "") in self.broken

    def suggestion(self, key: Key) -> str:
        """Return the id that somebody may have meant: a former one's present id, or the nearest."""
        if key in self.former:
            return self.former[key][0].id
        if key not in self._suggested and len(self._suggested) < _MAX_SUGGESTIONS:
            near = difflib.get_close_matches(key[1], self._ids[key[0]], 1, 0.75)
            self._suggested[key] = near[0] if near else ""
        return self._suggested.get(key, "")


def references_exist(catalogue: Catalogue) -> Iterator[Found]:
    """Every id that a record names is the id of a record of the kind that belongs there."""
    for entry in (*catalogue.entries, *catalogue.sketches):
        for place, kind, id_, _ in entry.references:
            key = kind, id_
            if key not in catalogue.by_key and not catalogue.there(key):
                where = "data/topics.yml" if kind == "topics" else f"data/{kind}"
                details = {"id": id_, "where": where, "suggestion": catalogue.suggestion(key)}
                yield entry, Finding(tuple(place.split(".")), "unknown_reference", details)


def references_are_public(catalogue: Catalogue) -> Iterator[Found]:
    """Nothing published refers to a draft or to a withdrawn record, but for people.

    Who asked to be withdrawn took part all the same: pages say that somebody did, and not who.
    """
    hidden = {
        entry.key: entry
        for entry in catalogue.entries
        if not entry.published and (entry.draft or entry.kind != "speakers")
    }
    if not hidden:
        return
    for entry in catalogue.entries:
        if not entry.published:
            continue
        for place, kind, id_, _ in entry.references:
            if target := hidden.get((kind, id_)):
                code = "refers_to_withdrawn" if target.withdrawn else "refers_to_draft"
                yield entry, Finding(tuple(place.split(".")), code, {"id": id_, "path": target.path})


def references_do_not_turn_in_circles(catalogue: Catalogue) -> Iterator[Found]:
    """No topic is broader than itself, no institution part or successor of itself, at any distance."""
    for field in sorted(_UPWARDS):
        up = {
            entry.key: (kind, id_)
            for entry in catalogue.entries
            for place, kind, id_, _ in entry.references
            if place == field
        }
        cleared: set[Key] = set()
        for start in up:
            trail: dict[Key, None] = {}
            key = start
            while key in up and key not in trail and key not in cleared:
                trail[key] = None
                key = up[key]
            if key in trail:
                circle = [*trail][[*trail].index(key) :]
                last = catalogue.by_key[max(circle)]
                yield (
                    last,
                    Finding((field,), "circle", {"circle": " → ".join(id_ for _, id_ in [*circle, key])}),
                )
            cleared.update(trail)


def one_video_is_one_record(catalogue: Catalogue) -> Iterator[Found]:
    """A YouTube video is the recording of one conference only."""
    first: dict[str, Entry] = {}
    for entry in catalogue.entries:
        if entry.video and first.setdefault(entry.video, entry) is not entry:
            details = {"video": entry.video, "path": first[entry.video].path}
            yield entry, Finding(("recording", "youtube"), "video_twice", details)


def chapters_fit_the_recording(catalogue: Catalogue) -> Iterator[Found]:
    """The chapters of a record start before its recording ends, when its duration is known."""
    for entry in catalogue.entries:
        duration = catalogue.durations.get(entry.video) if entry.ends else None
        if duration and entry.ends >= duration:
            yield entry, Finding(("recording", "chapters"), "chapter_beyond", {"duration": moments.text(duration)})


def passages_fit_the_recording(catalogue: Catalogue) -> Iterator[Found]:
    """The passages of a record end with its recording at the latest, when its duration is known."""
    for entry in catalogue.entries:
        duration = catalogue.durations.get(entry.video) if entry.passages_end else None
        if duration and entry.passages_end >= duration:
            yield entry, Finding(("recording", "passages"), "passage_beyond", {"duration": moments.text(duration)})


def steps_fit_what_they_name(catalogue: Catalogue) -> Iterator[Found]:
    """A step of a route stays within its recording, when its length is known, and reads a section that is there."""
    for entry in catalogue.entries:
        for index, (kind, id_, start, end, section) in enumerate(entry.steps):
            named = catalogue.by_key.get((kind, id_))
            if named is None:
                continue
            place = ("steps", str(index))
            length = catalogue.durations.get(named.video) if named.video else None
            if length and (end > length or start >= length):
                details = {"moment": moments.text(max(start, end)), "id": id_, "duration": moments.text(length)}
                yield entry, Finding((*place, "end" if end > length else "start"), "step_beyond", details)
            if section and kind == "documents" and section not in named.sections:
                code = "step_section_unknown" if named.sections else "step_without_sections"
                details = {
                    "section": section,
                    "path": named.path,
                    "suggestion": "".join(difflib.get_close_matches(section, named.sections, 1)),
                    "sections": "; ".join(f"«{title}»" for title in named.sections),
                }
                yield entry, Finding((*place, "section"), code, details)


def ids_are_unique(catalogue: Catalogue) -> Iterator[Found]:
    """Ids are unique within a kind, capitals aside; a former id is of one record, and of no living one."""
    first: dict[Key, Entry] = {}
    for entry in catalogue.entries:
        key = entry.kind, entry.id.lower()
        if first.setdefault(key, entry) is not entry:
            yield entry, Finding((), "id_twice", {"id": entry.id, "path": first[key].path})
    for (kind, id_), holders in catalogue.former.items():
        living = first.get((kind, id_))
        for holder in holders:
            place = ("formerly", str(holder.formerly.index(id_)))
            if living:
                yield holder, Finding(place, "former_id_living", {"id": id_, "path": living.path})
            elif holder is not holders[0]:
                yield holder, Finding(place, "former_id_twice", {"id": id_, "path": holders[0].path})


def names_are_distinct(catalogue: Catalogue) -> Iterator[Found]:
    """No two names of people differ only in accents, capitals, order or one letter.

    Unless one of the records lists the other's name among its variants.
    """
    people = {entry.id: entry for entry in catalogue.entries if entry.kind == "speakers"}
    for one, other in alike({id_: entry.title for id_, entry in people.items()}):
        first, second = people[one], people[other]
        if second.title not in first.names and first.title not in second.names:
            yield second, Finding(("title",), "names_alike", {"other": first.title, "path": first.path})


def topics_are_distinct(catalogue: Catalogue) -> Iterator[Found]:
    """No two topics have the same name, capitals and accents aside."""
    first: dict[str, Entry] = {}
    for entry in catalogue.entries:
        if entry.kind == "topics" and first.setdefault(fold(entry.title), entry) is not entry:
            yield entry, Finding(("title",), "topics_alike", {"other": first[fold(entry.title)].id})


def dates_fit_the_series(catalogue: Catalogue) -> Iterator[Found]:
    """A conference is not before its series began, nor after it ended, as far as is known for certain."""
    for entry in catalogue.entries:
        if entry.kind != "conferences" or not entry.date:
            continue
        series_ids = (id_ for place, _, id_, _ in entry.references if place == "series")
        series = catalogue.by_key.get(("series", next(series_ids, "")))
        if series is None or not series.date:
            continue
        date, period = dates.parse(entry.date), dates.parse(series.date)
        details = {"date": entry.date, "period": series.date, "path": series.path}
        if date.end.last < period.start.first and not period.start.doubt:
            yield entry, Finding(("date",), "before_series", details)
        elif "/" in series.date and date.start.first > period.end.last and not period.end.doubt:
            yield entry, Finding(("date",), "after_series", details)


def a_series_has_one_session_a_day(catalogue: Catalogue) -> Iterator[Found]:
    """Two conferences of a series on one day are two sessions only if each says another hour.

    It is no error: a series may meet twice on a day. Those that were cancelled or put off do not count.
    """
    first: dict[tuple[str, str, str], Entry] = {}
    for entry in catalogue.entries:
        if entry.kind != "conferences" or len(entry.date) != 10 or entry.withdrawn:
            continue
        series = next((id_ for place, _, id_, _ in entry.references if place == "series"), "")
        hour, status = (entry.session[0], entry.session[2]) if entry.session else ("", "")
        if not series or status in (EventStatus.CANCELLED, EventStatus.POSTPONED):
            continue
        day = (series, entry.date)
        other = first.get((*day, "")) or first.get((*day, hour)) or (None if hour else first.get((*day, "*")))
        if other:
            yield entry, Finding(("date",), "same_series_day", {"path": other.path})
        first.setdefault((*day, hour), entry)
        first.setdefault((*day, "*"), entry)


RULES: tuple[Callable[[Catalogue], Iterator[Found]], ...] = (
    references_exist,
    references_are_public,
    references_do_not_turn_in_circles,
    one_video_is_one_record,
    chapters_fit_the_recording,
    passages_fit_the_recording,
    steps_fit_what_they_name,
    ids_are_unique,
    names_are_distinct,
    topics_are_distinct,
    dates_fit_the_series,
    a_series_has_one_session_a_day,
)


def check(
    entries: Iterable[Entry],
    broken: Collection[Key] = (),
    sketches: Iterable[Entry] = (),
    durations: Mapping[str, int] = NO_DURATIONS,
) -> list[Found]:
    """Return everything that does not hold between records.

    broken: keys of records that exist and have errors of their own; an id "" stands for all of a kind.
    sketches: of those, what can be told of whom they name. durations: of the videos, in seconds.
    """
    catalogue = Catalogue(entries, broken, sketches, durations)
    return [found for rule in RULES for found in rule(catalogue)]
