"""The recording of a conference: what is known of it, where it can be seen, what is said in it, what YouTube says.

In: the record's recording and what is kept of its video. Out: a `RecordingView`. Never: loads anything from
YouTube, or treats automatic captions as captions.
"""

from typing import NamedTuple

from markupsafe import Markup

from acervo.archive import addresses
from acervo.archive.chapters import chapters
from acervo.archive.holding import shown_captions
from acervo.archive.snapshot import Chapter, Snapshot
from acervo.archive.transcript import Transcript
from acervo.records.models.conference import Conference, Copy, Recording, RecordingState
from acervo.records.models.session import EventStatus
from acervo.site import dates, plain, wording
from acervo.site.page import Opened
from acervo.site.views.parts.facts import Fact, listed, said, table, tell, told
from acervo.site.views.parts.reach import Link, Reach
from acervo.site.views.parts.timeline import ChapterView, Timeline, Way, chapter, timeline
from acervo.site.views.parts.tombstone import Tombstone, tombstone
from acervo.site.views.parts.transcript import TranscriptView, spoken
from acervo.site.views.parts.transcript import view as words

WATCH = "https://www.youtube.com/watch?v="
PLAYER = "https://www.youtube-nocookie.com/embed/"
CHANNEL = "https://www.youtube.com/channel/"

STATE = told(Recording, ("state", "label"), ("reason", "text"))
DETAILS = told(
    Recording,
    ("language", "language"),
    ("captions", "label"),
    ("captions_permission", "label_if_known"),
    ("sign_language", "label"),
    ("license", "label"),
)
"""What the record says of a recording: before its length and after it."""
_MAKERS = {"auto": "automáticos", "manual": "hechos por una persona"}
_ORIGINS = {True: "de una persona", False: "de una máquina, sin revisar"}
_DOWNLOADS = (
    ("subtítulos", "VTT", addresses.captions),
    ("subtítulos", "SRT", addresses.srt),
    ("transcripción", "TXT", addresses.plain),
)
"""What can be taken home of a track: what it is, its form, its address."""
_MARKS = {
    "record": "",
    "youtube": "Los capítulos son los de YouTube.",
    "description": "Los capítulos son los que da la descripción del video.",
    "": "",
}
SENTENCES = {
    RecordingState.SCHEDULED: "Está programada: su grabación se verá aquí cuando se publique.",
    RecordingState.PUBLISHED: "La grabación está publicada.",
    RecordingState.NOT_RECORDED: "Esta conferencia no se grabó.",
    RecordingState.NOT_PUBLISHED: "Se grabó, pero la grabación no se publicó.",
    RecordingState.LOST: "La grabación se perdió. Esta ficha se conserva.",
    RecordingState.UNKNOWN: "No se sabe si existe una grabación de esta conferencia.",
}


CALLED_OFF = {
    EventStatus.CANCELLED: "No hay grabación: la sesión se canceló.",
    EventStatus.POSTPONED: "Todavía no hay grabación: la sesión se pospuso.",
}


class CopyView(NamedTuple):
    """A copy outside YouTube."""

    title: str
    href: str
    media_type: str
    player: str
    """What plays it here: `video`, `audio`, or "" for a page or another file."""


class Track(NamedTuple):
    """Captions that a player of the site's own may show."""

    href: str
    language: str
    label: str


class Picture(NamedTuple):
    """The picture of the video, kept on the site."""

    href: str
    width: int
    height: int


class RecordingView(NamedTuple):
    """What a page shows of a recording."""

    sentence: str
    video: str
    """YouTube id, or ""."""
    watch: str
    player: str
    tombstone: Tombstone | None
    picture: Picture | None
    captions: tuple[Link, ...]
    """Captions to download."""
    duration: str
    copies: tuple[CopyView, ...]
    own: bool
    """Whether one of the copies plays on the page."""
    tracks: tuple[Track, ...]
    facts: tuple[Fact, ...]
    chapters: tuple[ChapterView, ...]
    timeline: Timeline | None
    marks: str
    """Who says the chapters, or ""."""
    original_title: str
    """The title on YouTube when it is not the record's."""
    original_text: Markup
    transcript: TranscriptView | None


def recording(opened: Opened, conference: Conference, reach: Reach) -> RecordingView:
    """Say what is known of a conference's recording. conference: with what its series hands down."""
    snapshot, said_here = opened.snapshot, conference.recording
    video, transcript = said_here.youtube, opened.transcript
    found = chapters(conference, snapshot)
    copies = tuple(_copy(one, opened, reach) for one in said_here.copies)
    marks = _chapters(found.marks, transcript, _way(opened, video, copies))
    return RecordingView(
        sentence=CALLED_OFF.get(conference.status) or SENTENCES[said_here.state],
        video=video,
        watch=WATCH + video if video else "",
        player=PLAYER + video if video else "",
        tombstone=tombstone(opened, conference, snapshot, found, reach),
        picture=_picture(opened, reach),
        captions=_captions(opened, reach),
        duration=dates.duration(snapshot.duration) if snapshot and snapshot.duration else "",
        copies=copies,
        own=any(one.player for one in copies),
        tracks=_tracks(opened, reach),
        facts=_facts(said_here, snapshot, reach),
        chapters=marks,
        timeline=timeline(marks, _length(snapshot, transcript)),
        marks=_MARKS[found.origin],
        original_title=snapshot.title if snapshot and snapshot.title != conference.title else "",
        original_text=plain.paragraphs(snapshot.description) if snapshot and snapshot.description else Markup(),
        transcript=words(transcript, marks, opened.settings) if transcript else None,
    )


def _facts(here: Recording, snapshot: Snapshot | None, reach: Reach) -> tuple[Fact, ...]:
    length = dates.duration(snapshot.duration) if snapshot and snapshot.duration else ""
    return (
        *tell(STATE, here, reach),
        *table(said("Duración", length)),
        *tell(DETAILS, here, reach),
        *table(*_from_youtube(snapshot)),
    )


def _from_youtube(snapshot: Snapshot | None) -> tuple[Fact | None, ...]:
    if snapshot is None:
        return ()
    channel = CHANNEL + snapshot.channel_id if snapshot.channel_id else ""
    tracks = tuple(f"{wording.language(one.lang)}, {_MAKERS[one.kind]}" for one in snapshot.captions)
    return (
        said("Canal", snapshot.channel or snapshot.channel_id, channel),
        said("Publicado en YouTube", dates.in_words(snapshot.upload_date)),
        listed("Subtítulos en YouTube", tracks),
    )


def _chapters(marks: tuple[Chapter, ...], transcript: Transcript | None, way: Way | None) -> tuple[ChapterView, ...]:
    heard = spoken(transcript, [one.start for one in marks]) if transcript else frozenset()
    return tuple(chapter(one, place + 1, way, spoken=place in heard) for place, one in enumerate(marks))


def _way(opened: Opened, video: str, copies: tuple[CopyView, ...]) -> Way | None:
    """Return how the recording is opened at a second, or None when it cannot be seen."""
    if video and not opened.holding.gone:
        return Way(f"{WATCH}{video}&t=", "s")
    return next((Way(f"{one.href}#t=") for one in copies if one.player), None)


def _length(snapshot: Snapshot | None, transcript: Transcript | None) -> int:
    """Return how many seconds the recording lasts, as far as is known."""
    said = transcript.paragraphs[-1].end if transcript and transcript.paragraphs else 0
    return max(snapshot.duration or 0 if snapshot else 0, said)


def _picture(opened: Opened, reach: Reach) -> Picture | None:
    size = opened.snapshot.thumbnail if opened.snapshot else None
    if size is None or opened.holding.picture is None or opened.entry is None:
        return None
    return Picture(reach.to(addresses.picture(opened.entry.key)), size.width, size.height)


def _captions(opened: Opened, reach: Reach) -> tuple[Link, ...]:
    entry = opened.entry
    if entry is None:
        return ()
    return tuple(
        Link(
            f"{what} en {wording.language(track.language)}, {_ORIGINS[track.human]} ({form})",
            reach.to(address(entry.key, track.language)),
        )
        for track in shown_captions(entry, opened.holding)
        for what, form, address in _DOWNLOADS
    )


def _tracks(opened: Opened, reach: Reach) -> tuple[Track, ...]:
    entry = opened.entry
    if entry is None:
        return ()
    return tuple(
        Track(reach.to(addresses.captions(entry.key, one.language)), one.language, wording.language(one.language))
        for one in shown_captions(entry, opened.holding)
    )


def _copy(one: Copy, opened: Opened, reach: Reach) -> CopyView:
    """Return a copy; one that the site keeps itself is linked from here, so that it plays wherever the site is."""
    here = opened.settings.url
    href = reach.to(one.url.removeprefix(here)) if one.url.startswith(here) else one.url
    family = one.media_type.partition("/")[0]
    return CopyView(one.title, href, one.media_type, family if family in ("video", "audio") else "")
