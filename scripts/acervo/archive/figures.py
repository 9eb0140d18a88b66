"""The practice in figures: what was held and planned, recorded, reached and made accessible, counted from the entries.

In: the archive. Out: `Figure`s, each with what it was counted from. Never: gives a share of what nobody planned or
counted, or counts as held what was called off or is still to come.
Source of the formula: held / planned × 100 (POA 2024 of the Dirección de Igualdad of Jocotepec, "evaluación").
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from acervo.archive.archive import Archive
from acervo.archive.holding import NOTHING
from acervo.archive.itinerary import seen
from acervo.records.catalogue.entry import Entry, Key, Plan
from acervo.records.checks.disclosure import small
from acervo.records.models.conference import Captions, RecordingState, SignLanguage
from acervo.records.models.parts import NO_PART
from acervo.records.models.session import EventStatus, Session

_KIND, _ROLE = itemgetter(0), itemgetter(3)
"""Of a key, and of a reference: hundreds of thousands are looked at."""
_HELD_NEVER = frozenset({EventStatus.CANCELLED.value, EventStatus.POSTPONED.value})


class Figure(NamedTuple):
    """One figure."""

    code: str
    """Which: one of `LABELS`."""
    value: int
    n: int
    """How many records it was counted from."""
    of: int | None
    """The whole of which it is a part: what was planned, or all the recordings there are; None for a plain count."""
    series: str = ""
    """Id of the series it is about; "" for the whole archive."""
    year: str = ""
    source: str = ""
    """Who says the whole, when it is a plan."""

    @property
    def share(self) -> float | None:
        """Return value / of × 100, to one decimal; None where that says nothing."""
        return round(100 * self.value / self.of, 1) if self.of and self.code in SHARES else None


LABELS = {
    "held": "Conferencias realizadas",
    "planned": "Conferencias programadas",
    "held_undated": "Conferencias sin fecha conocida",
    "recordings": "Grabaciones que se pueden ver",
    "seconds_recorded": "Segundos grabados",
    "people": "Personas que participaron",
    "topics": "Temas tratados",
    "institutions": "Instituciones",
    "captions": "Grabaciones con subtítulos de una persona",
    "sign_language": "Grabaciones con Lengua de Señas Mexicana",
    "answers": "Respuestas a las evaluaciones",
}
"""What each figure counts, in the order in which they are told."""
SHARES = frozenset({"held", "recordings", "captions", "sign_language"})
"""Figures that are a part of a whole, and not only counted from it."""


def figures(archive: Archive) -> tuple[Figure, ...]:
    """Count everything, in a few passes over the conferences."""
    today = archive.as_of.date().isoformat()
    conferences = [archive.entries[key] for key in archive.order["conferences"]]
    held = [one for one in conferences if is_held(one, today)]
    known = {one.id: one for one in held}
    return (
        *_by_year("", (), held, today),
        *(
            figure
            for series in archive.order["series"]
            for figure in _by_year(series[1], archive.entries[series].plans, _of(archive, series, known), today)
        ),
        *_recorded(archive, held),
        *_reached(archive, held),
        *_answered(archive),
    )


def is_held(entry: Entry, today: str) -> bool:
    """Tell whether a conference has taken place, as far as its record says; `today` is an ISO day."""
    if entry.state == RecordingState.SCHEDULED or (entry.session and Session(*entry.session).status in _HELD_NEVER):
        return False
    if len(entry.date) == len(today):
        return entry.date <= today
    first = entry.date.partition("/")[0].rstrip("?~%")
    return first <= today[: len(first)]


def _of(archive: Archive, series: Key, held: Mapping[str, Entry]) -> list[Entry]:
    return [held[id_] for _, id_ in archive.named_by(series, "conferences") if id_ in held]


def _by_year(series: str, plans: tuple[Plan, ...], held: list[Entry], today: str) -> Iterator[Figure]:
    """Yield how many were held each year, newest first, beside what was planned; a year to come has only its plan."""
    counted = Counter(one.date[:4] for one in held if one.date)
    planned = {year: (number, source) for year, number, source in plans}
    for year in sorted(counted.keys() | planned.keys(), reverse=True):
        number, source = planned.get(year, (None, ""))
        if number is not None and year > today[:4]:
            yield Figure("planned", number, 1, None, series, year, source)
        else:
            yield Figure("held", counted[year], counted[year], number, series, year, source)
    yield Figure("held_undated", sum(not one.date for one in held), len(held), None, series)


def _recorded(archive: Archive, held: list[Entry]) -> Iterator[Figure]:
    published = [one for one in held if one.state == RecordingState.PUBLISHED]
    kept = [archive.holdings.get(one.key, NOTHING) for one in published]
    lengths = [video.snapshot.duration for video in kept if video.snapshot and video.snapshot.duration]
    shown = sum([seen(one, video) for one, video in zip(published, kept, strict=True)])
    # What is kept of a video may say more of its captions than its record does.
    captions = Counter(
        [
            Captions.REVIEWED.value if video.captions and video.captioned else one.captions
            for one, video in zip(published, kept, strict=True)
        ]
    )
    signed = Counter([one.sign_language for one in published])
    all_ = len(published)
    yield Figure("recordings", shown, len(held), len(held))
    yield Figure("seconds_recorded", sum(lengths), len(lengths), all_)
    yield Figure("captions", captions[Captions.REVIEWED], all_ - captions[Captions.UNKNOWN], all_)
    yield Figure("sign_language", signed[SignLanguage.YES], all_ - signed[SignLanguage.UNKNOWN], all_)


def _answered(archive: Archive) -> Iterator[Figure]:
    """Yield how many answered the evaluations, if there are any; a number that could point at somebody is left out."""
    evaluations = [archive.entries[key] for key in archive.order["evaluations"]]
    answered = [number for one in evaluations for _, _, _, number, _ in one.survey if not small(number)]
    if evaluations:
        yield Figure("answers", sum(answered), len(answered), len(evaluations))


def _reached(archive: Archive, held: list[Entry]) -> Iterator[Figure]:
    """Yield how many people, topics and institutions the conferences name; only what has a page counts."""
    named = [_taking_part(archive, one) for one in held]
    everything: set[Key] = set().union(*named)
    together = Counter([frozenset(map(_KIND, keys)) for keys in named])
    for code, kind in (("people", "speakers"), ("topics", "topics"), ("institutions", "institutions")):
        naming = sum(count for kinds, count in together.items() if kind in kinds)
        yield Figure(code, len(everything.intersection(archive.order[kind])), naming, len(held))


def _taking_part(archive: Archive, entry: Entry) -> Sequence[Key]:
    """Return what a conference names, but for those who are only mentioned or addressed, and their institutions."""
    named = archive.names[entry.key]
    if NO_PART.isdisjoint(map(_ROLE, entry.references)):
        return named
    taking = {(kind, id_) for _, kind, id_, role in entry.references if role not in NO_PART}
    return [key for key in named if key in taking]
