"""Taking part in a conference: in which stage it is, when it is by which clock, how one signs up and enters.

In: the opened record and the instant as of which its page is written. Out: a `SessionView`, or None when there is
nothing to tell. Never: writes an address that is private, or one whose window had closed by then.
"""

from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup

from acervo.archive import life
from acervo.archive.hours import day_of, instant
from acervo.archive.life import Stage, Window
from acervo.records.catalogue.entry import Entry
from acervo.records.models import moments
from acervo.records.models.conference import Conference, RecordingState
from acervo.records.models.moments import seconds
from acervo.records.models.session import EventStatus, PublicQuestion
from acervo.site import clock, dates, markdown, plain, wording
from acervo.site.page import Opened
from acervo.site.views.parts.lifeline import QUIET, turns_for_scripts
from acervo.site.views.parts.passages import heard_at

NO_LINK = {
    (True, False): "El enlace de acceso no se publica: lo envía la institución que organiza a quien se inscribe.",
    (True, True): "El enlace de acceso se envió a quien se inscribió.",
    (False, False): "",
    (False, True): "El enlace de acceso ya no se publica.",
}
"""What is said in place of a link, by whether it is private, and whether its hours are past."""
ANSWERED = "La institución publica aquí las preguntas sin el nombre ni otro dato de quien las hizo."


CLOSED, DURING = "La inscripción ya cerró.", "Durante la sesión."


class WindowView(NamedTuple):
    """A link that can be used from one instant to another."""

    href: str
    """Address, or "" when it is not written."""
    sentence: str
    """What is said in place of an address that is not written, or ""."""
    words: str
    """The window in words, or ""."""
    opens: str
    closes: str
    """Instants for scripts, or ""."""
    more: str
    """Places that there are, or the name of the platform; or ""."""
    note: str


class QuestionView(NamedTuple):
    """A question of the public and its answer."""

    question: Markup
    answer: Markup
    clock: str
    seconds: int
    href: str
    """Where the moment can be read or seen on the page, or ""."""


class SessionView(NamedTuple):
    """How one takes part in a session."""

    badge: str
    stage: str
    life: str
    """Its turns for scripts, or "" when time alone changes nothing."""
    ahead: bool
    """Whether it was still to come, or going on, when the page was written."""
    leads: bool
    """Whether the page begins with it: it is still to come, or was called off."""
    when: str
    starts: str
    ends: str
    """Instants for scripts: of one certain day with its hours, or ""."""
    day: str
    """The day on which it starts when it is known, or ""."""
    status: str
    reason: Markup
    previous: str
    registration: WindowView | None
    access: WindowView | None
    requirements: Markup
    accessibility: tuple[str, ...]


class QuestionsView(NamedTuple):
    """What the public asked, and how it was asked and told."""

    questions: tuple[QuestionView, ...]
    about: str
    moderation: Markup
    consent: Markup


def session(opened: Opened, record: Conference) -> SessionView | None:
    """Tell how one takes part in a conference; None for one that is over and says nothing of it."""
    entry, now = opened.entry, opened.as_of
    assert entry is not None
    settled, silent = life.settled(entry, day_of(now)), not _tells(record)
    if settled and silent and record.recording.state is not RecordingState.SCHEDULED:
        return None  # nearly all of an archive: what is left of them is their recording
    turns = life.life(entry)
    stage = life.stage_at(turns, now)
    changing = len(turns) > 1 and not settled
    if silent and not changing and (stage in QUIET or stage is Stage.PUBLISHED):
        return None
    date = record.date.text if record.date else ""
    called_off = stage in (Stage.CANCELLED, Stage.POSTPONED)
    hours = bool(record.start_time) and clock.certain(date)
    return SessionView(
        badge="" if stage in QUIET else stage.label,
        stage=stage.value,
        life=turns_for_scripts(turns) if changing else "",
        ahead=stage.ahead,
        leads=stage.ahead or called_off,
        when=wording.sentence(clock.session(date, record.start_time, record.end_time)) if date else "",
        starts=clock.utc(instant(date, record.start_time)) if hours and not called_off else "",
        ends=clock.utc(instant(date, record.end_time)) if hours and record.end_time and not called_off else "",
        day=date[:10] if record.date and record.date.complete and not called_off else "",
        status=record.status.label if record.status is not EventStatus.SCHEDULED else "",
        reason=plain.paragraphs(record.status_reason) if record.status_reason else Markup(),
        previous=wording.together([dates.day(one.text) for one in record.previous_dates]),
        registration=None if called_off else _registration(record, entry, now),
        access=None if called_off else _access(record, entry, now),
        requirements=plain.paragraphs(record.requirements) if record.requirements else Markup(),
        accessibility=tuple(one.label for one in record.accessibility),
    )


def questions(opened: Opened, record: Conference) -> QuestionsView | None:
    """Tell what the public asked, or None when nothing is said of it."""
    if not (record.questions or record.moderation or record.consent):
        return None
    return QuestionsView(
        questions=tuple(_question(opened, record, one) for one in record.questions),
        about=ANSWERED if record.questions else "",
        moderation=plain.paragraphs(record.moderation) if record.moderation else Markup(),
        consent=plain.paragraphs(record.consent) if record.consent else Markup(),
    )


def _question(opened: Opened, record: Conference, one: PublicQuestion) -> QuestionView:
    second = (seconds(one.at) or 0) if one.at else 0
    return QuestionView(
        question=plain.paragraphs(one.question),
        answer=markdown.html(one.answer) if one.answer else Markup(),
        clock=moments.text(second) if one.at else "",
        seconds=second,
        href=heard_at(second, opened, record) if one.at else "",
    )


def _tells(record: Conference) -> bool:
    return bool(
        record.status is not EventStatus.SCHEDULED
        or record.registration
        or record.access
        or record.requirements
        or record.accessibility
    )


def _registration(record: Conference, entry: Entry, now: datetime) -> WindowView | None:
    told, window = record.registration, life.registration(entry)
    if told is None or window is None:
        return None
    over = life.over(entry)
    late = window.state(now) == "closed" or (over is not None and now >= over)
    return WindowView(
        href="" if late else told.url,
        sentence=CLOSED if late else "",
        words=clock.window(told.opens, told.closes),
        opens=clock.utc(window.opens),
        closes=clock.utc(window.closes or over),
        more=f"{told.places:,} lugares" if told.places else "",
        note=told.note,
    )


def _access(record: Conference, entry: Entry, now: datetime) -> WindowView | None:
    told = record.access
    if told is None:
        return None
    window = life.access(entry) or Window(None, None)
    end = window.closes or life.over(entry)
    late = end is not None and now >= end
    shown = not told.private and bool(told.url) and not late
    sentence = "" if shown else NO_LINK[told.private, late]
    own = told.opens or told.closes
    return WindowView(
        href=told.url if shown else "",
        sentence=sentence,
        words=clock.window(told.opens, told.closes) if own else DURING if shown else "",
        opens=clock.utc(window.opens),
        closes=clock.utc(window.closes),
        more=told.platform,
        note=told.note,
    )
