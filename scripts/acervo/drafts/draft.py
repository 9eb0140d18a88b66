"""The draft of a conference's record, from what YouTube tells of its recording.

In: a snapshot, the series it may belong to, the authority files, the ids taken, the day. Out: an id and YAML text.
Never: invents. Whatever is not certain is in doubt or in a comment, and every guess and suggestion says its reason.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from acervo.archive.snapshot import Snapshot, Status
from acervo.drafts import dating, naming
from acervo.drafts.dating import Guess
from acervo.drafts.manuscript import clean, comment, commented, field
from acervo.drafts.mentions import Authority, Mention
from acervo.records.catalogue.entry import Key
from acervo.records.models import dates
from acervo.records.models.patterns import Pattern, Span
from acervo.records.writing.canonical import canonical

WATCH = "https://www.youtube.com/watch?v="
LONGEST = 300
"""Signs of a title."""
MOST = 100
"""Mentions of a kind in one draft."""

_HIDDEN = frozenset({Status.PRIVATE, Status.REMOVED, Status.TERMINATED, Status.MEMBERS_ONLY})
_BETWEEN_PEOPLE = re.compile(r"[,;/&|•·]| (?:y|e|con) ", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")

_HEADER = (
    "Borrador de «acervo fetch», a partir de lo que dice YouTube. Los renglones que empiezan con # son razones y "
    "sugerencias: acepte una quitándole el «# », y borre las demás."
)
_NOTES = (
    "Confirme con una fuente el título, la fecha y las personas con su papel y su cargo; agregue el resumen y lo que "
    "falte. Al terminar, quite esta nota y draft."
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A series that a video may belong to. period: EDTF, or ""."""

    id: str
    period: str
    patterns: tuple[Pattern, ...]


class Draft(NamedTuple):
    """A record to be: its id, which names its file, and its YAML."""

    id: str
    text: str


class _Home(NamedTuple):
    """The series of a video, if it can be told, and how its title is made."""

    series: Candidate | None
    pattern: Pattern | None = None
    spans: tuple[Span, ...] = ()

    def span(self, place: str) -> Span | None:
        return next((span for span in self.spans if span.place == place), None)


class _Suggestion(NamedTuple):
    """A mention that is worth a line. where: Spanish. role: of a person."""

    mention: Mention
    where: str
    role: str


def is_public(video: Snapshot) -> bool:
    """Tell whether anyone may see the video, as far as is known: of others there is no draft."""
    return video.status not in _HIDDEN and (video.pending is None or video.pending.status not in _HIDDEN)


def draft(
    video: Snapshot, candidates: Sequence[Candidate], authority: Authority, taken: Collection[str], today: date
) -> Draft:
    """Write the draft of a video.

    candidates: series; the first with a pattern that the title follows, or the only one, is the video's.
    taken: ids that are or were of other conferences, in lower case.
    """
    told = clean(video.title, LONGEST)
    video = replace(video, title=told)
    home = _home(told, candidates)
    title = _text(told, home.span("title")) or told or f"Video {video.id}, sin título en YouTube"
    guess = dating.guess(video, _text(told, home.span("date")))
    named = list(authority.find(told))
    suggestions = _suggestions(named, authority.find(video.description), home)
    lines = [
        *comment(_HEADER),
        *_title(title, told, home),
        *_series_and_date(home, candidates, guess),
        *_people([one for one in suggestions if one.mention.key[0] == "speakers"], _strangers(told, home, named)),
        *_topics([one for one in suggestions if one.mention.key[0] == "topics"]),
        *_institutions([one for one in suggestions if one.mention.key[0] == "institutions"]),
        "recording:",
        f"  state: {'scheduled' if video.status is Status.UPCOMING else 'published'}",
        *field("youtube", video.id, "  "),
        *_source(video, today),
        "draft: true",
        *field("notes", _NOTES),
        f"updated: {today.isoformat()}",
    ]
    text = canonical("\n".join(lines) + "\n", "conferences")
    return Draft(naming.new_id(title, video.id, guess.text if guess else "", taken), text)


def _home(title: str, candidates: Sequence[Candidate]) -> _Home:
    for series in candidates:
        for pattern in series.patterns:
            home = _Home(series, pattern, pattern.match(title))
            when = home.span("date")
            if home.spans and (when is None or dating.says_a_day(_text(title, when))):
                return home
    return _Home(candidates[0] if len(candidates) == 1 else None)


def _text(title: str, span: Span | None) -> str:
    return title[span.start : span.end] if span else ""


def _title(title: str, told: str, home: _Home) -> Iterator[str]:
    if home.pattern and title != told:
        yield from comment(f"Título en YouTube: {told}")
        yield from comment(f"Patrón del ciclo: {home.pattern.text}")
    yield from field("title", title)


def _series_and_date(home: _Home, candidates: Sequence[Candidate], guess: Guess | None) -> Iterator[str]:
    """Yield both fields; what does not fit the other is left to a person.

    A title made as those of the series outweighs the guess of a date, and that one the mere channel.
    """
    series = home.series
    misfit = bool(series and guess and not _fits(guess, series.period))
    if series and misfit and not home.pattern:
        yield from comment(f"La fecha supuesta queda fuera del periodo del ciclo ({series.period}).")
        yield from commented(field("series", series.id))
    elif series:
        if not home.pattern:
            why = "el título no sigue sus patrones" if series.patterns else "el ciclo no tiene patrones de títulos"
            yield from comment(f"Confirme que es parte de este ciclo: {why}.")
        yield from field("series", series.id)
    elif candidates:
        yield from comment("El canal es de varios ciclos y el título no sigue los patrones de ninguno.")
        for candidate in candidates:
            yield from commented(field("series", candidate.id))
    if guess is None:
        yield from comment("Sin fecha: YouTube no dice ninguna.")
        return
    lines = [f"date: {guess.text}"]
    if misfit and series and home.pattern:
        yield from comment(f"Queda fuera del periodo del ciclo ({series.period}); fecha supuesta {guess.reason}.")
        lines = commented(lines)
    else:
        yield from comment(f"Fecha supuesta {guess.reason}; confírmela y quite el «?».")
    yield from lines


def _fits(guess: Guess, period: str) -> bool:
    """Tell whether a date may be one of the period (as `records.rules.dates_fit_the_series` judges it)."""
    if not period:
        return True
    day, limits = dates.parse(guess.text), dates.parse(period)
    early = day.end.last < limits.start.first and not limits.start.doubt
    return not early and not ("/" in period and day.start.first > limits.end.last and not limits.end.doubt)


def _suggestions(in_title: Iterable[Mention], elsewhere: Iterable[Mention], home: _Home) -> list[_Suggestion]:
    """Return each record that the title or the description names, once: in the place that says most of it."""
    people = home.span("people")
    found: list[_Suggestion] = []
    for mention in in_title:
        if people and people.start <= mention.start and mention.end <= people.end:
            found.append(_Suggestion(mention, "donde el título pone a las personas", "speaker"))
        elif not home.spans or any(span.start <= mention.start and mention.end <= span.end for span in home.spans):
            found.append(_Suggestion(mention, "en el título", "mentioned"))
    found.sort(key=lambda suggestion: suggestion.role == "mentioned")
    found += [_Suggestion(mention, "en la descripción", "mentioned") for mention in elsewhere]
    best: dict[Key, _Suggestion] = {}
    for suggestion in found:
        known = best.setdefault(suggestion.mention.key, suggestion)
        if known.mention.doubt and not suggestion.mention.doubt:
            best[suggestion.mention.key] = suggestion
    return list(best.values())


def _people(suggestions: Sequence[_Suggestion], strangers: Sequence[str]) -> Iterator[str]:
    if suggestions or strangers:
        yield "people:"
    for one in suggestions[:MOST]:
        yield from _reason(one)
        item = [f"  - person: {one.mention.key[1]}", f"    role: {one.role}"]
        yield from commented(item, "  ") if one.mention.doubt else item
    for name in strangers:
        yield from comment(f'Sin ficha todavía: "{name}"', "  ")


def _strangers(title: str, home: _Home, named: Iterable[Mention]) -> list[str]:
    """Return the names in the place of the people that are those of no record."""
    place = home.span("people")
    if place is None:
        return []
    known = [mention for mention in named if mention.key[0] == "speakers"]
    ends = [(match.start(), match.end()) for match in _BETWEEN_PEOPLE.finditer(title, place.start, place.end)]
    found: list[str] = []
    start = place.start
    for end, following in [*ends, (place.end, place.end)]:
        name = title[start:end].strip()
        if _LETTER.search(name) and not any(one.start < end and start < one.end for one in known):
            found.append(name)
        start = following
    return found


def _topics(suggestions: Sequence[_Suggestion]) -> Iterator[str]:
    if suggestions:
        yield "topics:"
    for one in suggestions[:MOST]:
        yield from _reason(one)
        item = [f"  - {one.mention.key[1]}"]
        yield from commented(item, "  ") if one.mention.doubt else item


def _institutions(suggestions: Sequence[_Suggestion]) -> Iterator[str]:
    """Tell of institutions: a text that names one does not say what it has to do with the conference."""
    named = [f"{one.mention.key[1]} (por «{one.mention.text}», {one.where})" for one in suggestions[:MOST]]
    if named:
        yield from comment(f"Instituciones que quizá tienen que ver: {'; '.join(named)}.")


def _reason(one: _Suggestion) -> list[str]:
    doubt = f"¿Es esta ficha? {one.mention.doubt.capitalize()}: " if one.mention.doubt else "Por "
    return comment(f"{doubt}«{one.mention.text}», {one.where}.", "  ")


def _source(video: Snapshot, today: date) -> Iterator[str]:
    supports = "El título y la fecha de publicación del video" if dating.upload_day(video) else "El título del video"
    yield "sources:"
    yield from field("title", video.title or f"Video {video.id} en YouTube", "  - ")
    yield f"    url: {WATCH}{video.id}"
    if channel := clean(video.channel, LONGEST):
        yield from field("publisher", channel, "    ")
    yield f"    accessed: {today.isoformat()}"
    yield f"    supports: {supports}."
