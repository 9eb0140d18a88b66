"""The life of a conference: in which stage it is at any instant, from what its record says and nothing else.

In: an entry, an instant. Out: turns (an instant in UTC, the stage that begins there), windows, the stage at an instant.
Never: reads the clock, or claims what the record does not say: an end without its hour, a day in doubt, a recording.

One day and its hours: announced, its registration if there is one, today, live between the hours, and then what the
record knows of the recording. Without an end hour it is "today" until midnight and never live. Of several days only
"today" is told, from the first to the last. A month, a year or a day in doubt is announced and, once past, over; while
it may be going on, only who announced it (`recording: scheduled`) is believed.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from acervo.archive.hours import day_of, instant, midnight_after
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.models import dates
from acervo.records.models.conference import RecordingState
from acervo.records.models.dates import Date
from acervo.records.models.fields import Choice
from acervo.records.models.session import EventStatus, Session

EVER = datetime(1900, 1, 1, tzinfo=UTC)
"""Where the first turn stands: before anything that an archive holds."""


class Stage(Choice):
    """Where a conference is in its life."""

    UNKNOWN = "unknown", "Se desconoce"
    ANNOUNCED = "announced", "Anunciada"
    OPEN = "open", "Inscripción abierta"
    CLOSED = "closed", "Inscripción cerrada"
    TODAY = "today", "Hoy"
    LIVE = "live", "En vivo"
    HELD = "held", "Realizada, grabación pendiente"
    PAST = "past", "Realizada"
    PUBLISHED = "published", "Con grabación"
    WITHOUT = "without", "Sin grabación"
    CANCELLED = "cancelled", "Cancelada"
    POSTPONED = "postponed", "Pospuesta"

    @property
    def ahead(self) -> bool:
        """Tell whether it is still to come, or going on."""
        return self in _AHEAD


_AHEAD = frozenset({Stage.ANNOUNCED, Stage.OPEN, Stage.CLOSED, Stage.TODAY, Stage.LIVE})
_STANDING = {EventStatus.CANCELLED.value: Stage.CANCELLED, EventStatus.POSTPONED.value: Stage.POSTPONED}
_AFTER = {
    RecordingState.SCHEDULED.value: Stage.HELD,
    RecordingState.PUBLISHED.value: Stage.PUBLISHED,
    RecordingState.NOT_RECORDED.value: Stage.WITHOUT,
    RecordingState.NOT_PUBLISHED.value: Stage.WITHOUT,
    RecordingState.LOST.value: Stage.WITHOUT,
    RecordingState.UNKNOWN.value: Stage.PAST,
}
"""What follows a session, by what is known of its recording."""


_WHATEVER_THE_DATE = frozenset({Stage.CANCELLED, Stage.POSTPONED, Stage.PUBLISHED})


class Turn(NamedTuple):
    """A stage and the instant, in UTC, at which it begins."""

    at: datetime
    stage: Stage


class Window(NamedTuple):
    """From when until when something is open; None where it is not known."""

    opens: datetime | None
    closes: datetime | None

    def state(self, moment: datetime) -> str:
        """Return `before`, `open` or `closed`; "" when nothing is known that could tell."""
        if self.closes and moment >= self.closes:
            return "closed"
        if self.opens and moment < self.opens:
            return "before"
        return "open" if self.opens or self.closes else ""


def session(entry: Entry) -> Session:
    """Return what an entry keeps of its session."""
    return Session(*entry.session)


def life(entry: Entry) -> tuple[Turn, ...]:
    """Return the turns of a conference, the earliest first; there is always one, and no two begin at once."""
    about = session(entry)
    after = _STANDING.get(about.status) or _AFTER.get(entry.state, Stage.PAST)
    if after in _WHATEVER_THE_DATE:
        return (Turn(EVER, after),)
    announced = after is Stage.HELD
    if not entry.date:
        return (Turn(EVER, Stage.ANNOUNCED if announced else after if after is Stage.WITHOUT else Stage.UNKNOWN),)
    date = dates.parse(entry.date)
    if not _certain(date):
        first, over = instant(date.start.first, "00:00"), midnight_after(date.end.last)
        doubt = bool(date.start.doubt or date.end.doubt)
        unsure = after if after is Stage.WITHOUT else Stage.UNKNOWN
        turns = [Turn(first, Stage.ANNOUNCED if announced else unsure), Turn(over, unsure if doubt else after)]
    else:
        turns = [*_day(date, about), Turn(_end(date, about), after)]
    return _in_order([Turn(EVER, Stage.ANNOUNCED), *_signing_up(about, turns[0].at), *turns])


def stage_at(turns: tuple[Turn, ...], moment: datetime) -> Stage:
    """Return the stage at an instant; before the first turn, that of the first."""
    found = turns[0].stage
    for turn in turns[1:]:
        if turn.at > moment:
            break
        found = turn.stage
    return found


def over(entry: Entry) -> datetime | None:
    """Return the instant at which the session is over for certain, None when it has no date."""
    if not entry.date:
        return None
    date = dates.parse(entry.date)
    return _end(date, session(entry)) if _certain(date) else midnight_after(date.end.last)


def registration(entry: Entry) -> Window | None:
    """Return the window in which one can sign up; None when there is no registration."""
    told = session(entry).registration
    return Window(_moment(told[0]), _moment(told[1])) if told else None


def access(entry: Entry) -> Window | None:
    """Return the window in which the link to the session is shown; None when there is none that may be.

    What the record leaves out is the session's own hour, and without one its day.
    """
    about = session(entry)
    if not about.access or not entry.date:
        return None
    date = dates.parse(entry.date)
    opens, closes = about.access
    return Window(
        _moment(opens) or instant(date.start.first, about.start_time or "00:00"),
        _moment(closes) or _end(date, about),
    )


def settled(entry: Entry, day: str) -> bool:
    """Tell, cheaply, that from a day on (`2026-05-20`) nothing about a conference changes by time alone."""
    last = entry.date.rpartition("/")[2].rstrip("?~")
    return bool(last) and last < day[: len(last)]


def standing(entry: Entry, moment: datetime) -> tuple[Stage, str, str]:
    """Return all that pages say of a conference at an instant: its stage, and the states of its two windows."""
    signing, entering = registration(entry), access(entry)
    return (
        stage_at(life(entry), moment),
        signing.state(moment) if signing else "",
        entering.state(moment) if entering else "",
    )


def standings(conferences: Iterable[Entry], moment: datetime) -> dict[Key, str]:
    """Return what pages say of each conference at an instant, of those of which time alone may still change it."""
    day = day_of(moment)
    return {entry.key: " ".join(standing(entry, moment)) for entry in conferences if not settled(entry, day)}


def upcoming(conferences: Iterable[Entry], moment: datetime) -> list[Entry]:
    """Return the conferences that are still to come, or going on, the soonest first; those without date last.

    One that was cancelled stays until its day has passed: whoever planned to go must find it.
    """
    found, day = [], day_of(moment)
    for entry in conferences:
        if settled(entry, day):
            continue
        stage = stage_at(life(entry), moment)
        end = over(entry)
        if stage.ahead or (stage is Stage.CANCELLED and end and end > moment):
            found.append(entry)
    return sorted(found, key=_soonest)


def _soonest(entry: Entry) -> tuple[str, str, str]:
    first = dates.parse(entry.date).start.first if entry.date else "9999"
    return first, session(entry).start_time, entry.sort


def _certain(date: Date) -> bool:
    """Tell whether both ends of a date are days, and none in doubt."""
    return all(end.day is not None and not end.doubt for end in (date.start, date.end))


def _has_hours(date: Date, about: Session) -> bool:
    """Tell whether a session has both its hours; on one day, in their order."""
    start, end = about.start_time, about.end_time
    return bool(start and end) and (date.start != date.end or start < end)


def _day(date: Date, about: Session) -> list[Turn]:
    turns = [Turn(instant(date.start.first, "00:00"), Stage.TODAY)]
    if date.start == date.end and _has_hours(date, about):
        turns.append(Turn(instant(date.start.first, about.start_time), Stage.LIVE))
    return turns


def _end(date: Date, about: Session) -> datetime:
    """Return when the last day is over: at its hour, or at midnight when none is told."""
    if _certain(date) and _has_hours(date, about):
        return instant(date.end.last, about.end_time)
    return midnight_after(date.end.last)


def _signing_up(about: Session, day: datetime) -> list[Turn]:
    """Return the turns of the registration that come before the day of the session."""
    if about.registration is None:
        return []
    opens, closes = map(_moment, about.registration)
    turns = []
    if opens or closes:
        turns.append(Turn(opens or EVER, Stage.OPEN))
    if closes:
        turns.append(Turn(closes, Stage.CLOSED))
    return [turn for turn in turns if turn.at < day]


def _moment(text: str) -> datetime | None:
    return instant(*text.split(" ")) if text else None


def _in_order(turns: list[Turn]) -> tuple[Turn, ...]:
    """Put turns in the order of time; of those at one instant the last counts, and none repeats the stage before."""
    latest = {turn.at: turn.stage for turn in sorted(turns, key=lambda turn: turn.at)}
    kept: list[Turn] = []
    for at, stage in latest.items():
        if not kept or kept[-1].stage is not stage:
            kept.append(Turn(at, stage))
    return tuple(kept)
