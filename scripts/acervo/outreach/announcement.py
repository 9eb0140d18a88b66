"""The announcement: all that an invitation may say of a conference, in words.

In: a conference with what its series hands down, the titles of those it names, its addresses.
Out: an `Announcement`. Never: a private link, an address of a person, or a word that the record does not say.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from acervo.outreach import plain
from acervo.records.models.conference import Conference, ConferenceKind, Modality, RecordingState
from acervo.records.models.parts import Participation, Role
from acervo.records.models.series import Series
from acervo.records.models.session import EventStatus
from acervo.site import dates, wording

_FEMININE = frozenset({
    ConferenceKind.TALK, ConferenceKind.PRESENTATION,
})  # fmt: skip
_MODALITIES = {
    Modality.VIRTUAL: "En línea",
    Modality.IN_PERSON: "Presencial",
    Modality.HYBRID: "Presencial y en línea",
}
_INVITED = frozenset(Role) - {Role.MENTIONED, Role.ADDRESSEE, Role.AUTHOR, Role.RESPONSIBLE}
"""Those who take part in the session itself."""
_HELD = frozenset({
    RecordingState.PUBLISHED, RecordingState.NOT_PUBLISHED, RecordingState.LOST,
})  # fmt: skip

Title = Callable[[str, str], str]
"""Gives the title of a published record by its kind and id, or ""."""


class Guest(NamedTuple):
    """A person of the session and the office they hold."""

    name: str
    role: str
    office: str
    institution: str

    @property
    def post(self) -> str:
        """Return office and institution in one line."""
        return ", ".join(filter(None, (self.office, self.institution)))


class Signup(NamedTuple):
    """How to sign up."""

    url: str
    opens: str
    closes: str
    """Day and hour in words, or ""."""
    note: str


class Tone(NamedTuple):
    """How the series speaks."""

    greeting: str
    closing: str
    signature: str
    hashtags: tuple[str, ...]


class Entrance(NamedTuple):
    """By where one enters the session; told only just before it, and never when it is private."""

    url: str
    platform: str
    note: str


@dataclass(frozen=True, slots=True)
class Announcement:
    """A conference as it is announced. Every text is one line, but `reason`, `summary` and `closing`."""

    id: str
    title: str
    kind: str
    feminine: bool
    """Of the Spanish word of its kind: «la conferencia», «el foro»."""
    series: str
    institution: str
    iso: str
    """The first day, `2026-05-25`, or "" while there is no date."""
    day: str
    """`lunes 25 de mayo de 2026`, or "" while there is no date."""
    short_day: str
    """`lun 25 may`."""
    start: str
    end: str
    modality: str
    place: str
    guests: tuple[Guest, ...]
    summary: str
    audience: str
    requirements: str
    accessibility: tuple[str, ...]
    signup: Signup | None
    entrance: Entrance | None
    private: bool
    """Whether the link to enter is sent to those who sign up."""
    status: EventStatus
    reason: str
    previous: str
    """The days it was announced for before, in words."""
    held: bool
    recorded: bool
    """Whether its recording is published."""
    page: str
    """The whole address of its page."""
    short: str
    """The whole short address that leads there."""
    site: str
    tone: Tone

    @property
    def hours(self) -> str:
        """Say from what hour to what hour, without the zone."""
        if self.start and self.end:
            return f"{self.start} a {self.end} h"
        return f"{self.start} h" if self.start else ""

    @property
    def live(self) -> bool:
        """Tell whether people can still be invited to it."""
        return not self.held and self.status in (EventStatus.SCHEDULED, EventStatus.RESCHEDULED)

    @property
    def where(self) -> str:
        """Say how and where it is held."""
        return " · ".join(filter(None, (self.modality, self.place)))


def announcement(
    id_: str, record: Conference, series: Series | None, title: Title, site: str, page: str, short: str
) -> Announcement:
    """Gather what may be said of a conference. record: with its series' defaults. page, short: whole addresses."""
    start = record.date.start if record.date else None
    iso = start.first if start and start.day and not start.doubt and record.date else ""
    text = record.date.text if record.date else ""
    signup = record.registration
    access = record.access
    tone = series.outreach if series and series.outreach else None
    return Announcement(
        id=id_,
        title=plain.line(record.title),
        kind=record.kind.label,
        feminine=record.kind in _FEMININE,
        series=plain.line(title("series", record.series)) if record.series else "",
        institution=plain.line(title("institutions", record.institution)) if record.institution else "",
        iso=iso,
        day=dates.day(text) if iso else "",
        short_day=in_short(text) if iso else "",
        start=record.start_time,
        end=record.end_time,
        modality=_MODALITIES.get(record.modality, ""),
        place=plain.line(_place(record)),
        guests=tuple(_guests(record.people, title)),
        summary=plain.text(record.summary),
        audience=plain.line(record.audience),
        requirements=plain.line(record.requirements),
        accessibility=tuple(one.label for one in record.accessibility),
        signup=Signup(signup.url, moment(signup.opens), moment(signup.closes), plain.line(signup.note))
        if signup
        else None,
        entrance=Entrance(access.url, plain.line(access.platform), plain.line(access.note))
        if access and access.url and not access.private
        else None,
        private=bool(access and access.private),
        status=record.status,
        reason=plain.text(record.status_reason),
        previous=wording.together([dates.day(one.text) for one in record.previous_dates]),
        held=record.recording.state in _HELD,
        recorded=record.recording.state is RecordingState.PUBLISHED,
        page=page,
        short=short,
        site=site,
        tone=Tone(
            plain.line(tone.greeting), plain.text(tone.closing), plain.line(tone.signature),
            tuple(filter(None, map(plain.hashtag, tone.hashtags))),
        ) if tone else Tone("", "", "", ()),
    )  # fmt: skip


def in_short(text: str) -> str:
    """Say a day in as few letters as are understood: `lun 25 may`, `8-9 feb`."""
    first, _, last = text.partition("/")
    day, month = int(first[8:10]), dates.MONTHS[int(first[5:7]) - 1][:3]
    if not last or len(last) < 10:
        return f"{dates.day(first)[:3]} {day} {month}"
    until = dates.MONTHS[int(last[5:7]) - 1][:3]
    return f"{day}-{int(last[8:10])} {month}" if until == month else f"{day} {month}-{int(last[8:10])} {until}"


def moment(text: str) -> str:
    """Say a day and hour: `2026-05-24 18:00` → `domingo 24 de mayo de 2026, 18:00 h`."""
    return f"{dates.day(text[:10])}, {text[11:16]} h" if text else ""


def _place(record: Conference) -> str:
    return wording.place(record.place).removesuffix(", México") if record.modality is not Modality.VIRTUAL else ""


def _guests(people: Iterable[Participation], title: Title) -> Iterable[Guest]:
    for one in people:
        name = title("speakers", one.person)
        if name and one.role in _INVITED:
            institution = title("institutions", one.institution) if one.institution else ""
            yield Guest(plain.line(name), one.role.label, plain.line(one.office), plain.line(institution))
