"""A meeting as a document tells it: facts, agenda, tables, themes.

In: a meeting, the words of its source, the cards of the page. Out: a `MeetingView`.
Never: settles a point on which sources differ.
"""

from typing import NamedTuple

from markupsafe import Markup

from acervo.records.models.meeting import AgendaItem, Meeting
from acervo.site import dates, wording
from acervo.site.views.parts.facts import Fact, labels, tell, told
from acervo.site.views.parts.original import Original
from acervo.site.views.parts.practice import StepView
from acervo.site.views.parts.provenance import VersionView
from acervo.site.views.parts.reach import Reach

_LABELS = labels(Meeting)
FACTS = told(
    Meeting,
    ("conference", "record", "conferences"),
    ("convened_by", "text"),
    ("convener", "record", "institutions", "institucion"),
    ("date", "date"),
    ("place", "place"),
)


class AgendaView(NamedTuple):
    """A point of the agenda."""

    day: str
    machine: str
    """The day as machines read it, or ""."""
    time: str
    title: Markup
    html: Markup


class AttendanceView(NamedTuple):
    """Who came, and what other sources say of it."""

    number: str
    html: Markup
    rivals: tuple[VersionView, ...]


class MeetingView(NamedTuple):
    """What a document tells of a meeting."""

    labels: dict[str, str]
    title: Markup
    facts: tuple[Fact, ...]
    html: Markup
    objective: Markup
    attendance: AttendanceView | None
    agenda: tuple[AgendaView, ...]
    timed: bool
    """Whether any point of the agenda has its hour."""
    highlights: tuple[Markup, ...]
    tables_note: Markup
    tables: tuple[StepView, ...]
    themes_note: Markup
    themes: tuple[Markup, ...]


def meeting(record: Meeting | None, words: Original, way: Reach) -> MeetingView | None:
    """Make the view of a meeting, if there is one."""
    if record is None:
        return None
    attendance = record.attendance
    return MeetingView(
        labels=_LABELS,
        title=words.line(record.title),
        facts=tell(FACTS, record, way),
        html=words.text(record.text),
        objective=words.text(record.objective),
        attendance=AttendanceView(
            f"{attendance.number:,}" if attendance.number is not None else "",
            words.line(attendance.text),
            words.rivals(attendance.text),
        )
        if attendance
        else None,
        agenda=tuple(_point(one, words) for one in record.agenda),
        timed=any(one.start_time for one in record.agenda),
        highlights=tuple(words.text(one) for one in record.highlights),
        tables_note=words.text(record.tables_note),
        tables=tuple(StepView(words.line(one.title), words.text(one.text)) for one in record.tables),
        themes_note=words.text(record.themes_note),
        themes=tuple(words.text(one) for one in record.themes),
    )


def _point(one: AgendaItem, words: Original) -> AgendaView:
    text = one.date.text if one.date else ""
    return AgendaView(
        dates.in_words(text) or wording.NO_DATE,
        dates.machine(text),
        f"{one.start_time} h" if one.start_time else "",
        words.line(one.title),
        words.text(one.text),
    )
