"""The recording of a conference: what is known of it, where it can be seen, what YouTube says of it.

In: the record's recording and the snapshot of its video. Out: a `RecordingView`. Never: loads anything from
YouTube, or treats automatic captions as captions.
"""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from acervo.archive.snapshot import Snapshot
from acervo.records.conference import Conference, Copy, Recording, RecordingState
from acervo.site import dates, plain, wording
from acervo.site.views.facts import Fact, labels, listed, said, table

WATCH = "https://www.youtube.com/watch?v="
PLAYER = "https://www.youtube-nocookie.com/embed/"
CHANNEL = "https://www.youtube.com/channel/"

_LABELS = labels(Recording)
_CONFERENCE = labels(Conference)
_MAKERS = {"auto": "automáticos", "manual": "hechos por una persona"}
_SENTENCES = {
    RecordingState.SCHEDULED: "Está programada: su grabación se verá aquí cuando se publique.",
    RecordingState.PUBLISHED: "La grabación está publicada.",
    RecordingState.NOT_RECORDED: "Esta conferencia no se grabó.",
    RecordingState.NOT_PUBLISHED: "Se grabó, pero la grabación no se publicó.",
    RecordingState.LOST: "La grabación se perdió. Esta ficha se conserva.",
    RecordingState.UNKNOWN: "No se sabe si existe una grabación de esta conferencia.",
}


class CopyView(NamedTuple):
    """A copy outside YouTube."""

    title: str
    href: str
    media_type: str
    playable: bool


class ChapterView(NamedTuple):
    """A part of the recording and the address that opens it there."""

    title: str
    clock: str
    seconds: int
    href: str


@dataclass(frozen=True, slots=True)
class RecordingView:
    """What a page shows of a recording."""

    sentence: str
    video: str
    """YouTube id, or ""."""
    watch: str
    player: str
    available: bool
    """Whether the video could be seen when YouTube was last asked (or was never asked)."""
    status: str
    duration: str
    copies: tuple[CopyView, ...]
    facts: tuple[Fact, ...]
    chapters: tuple[ChapterView, ...]
    original_title: str
    """The title on YouTube when it is not the record's."""
    original_text: Markup


def recording(conference: Conference, snapshot: Snapshot | None) -> RecordingView:
    """Say what is known of a conference's recording."""
    said_here = conference.recording
    video = said_here.youtube
    available = snapshot is None or snapshot.status is None or snapshot.status.available
    return RecordingView(
        sentence=_SENTENCES[said_here.state],
        video=video,
        watch=WATCH + video if video else "",
        player=PLAYER + video if video else "",
        available=available,
        status=_status(snapshot),
        duration=dates.duration(snapshot.duration) if snapshot and snapshot.duration else "",
        copies=tuple(_copy(one) for one in said_here.copies),
        facts=_facts(said_here, snapshot),
        chapters=_chapters(snapshot, video) if video else (),
        original_title=snapshot.title if snapshot and snapshot.title != conference.title else "",
        original_text=plain.paragraphs(snapshot.description)
        if snapshot and snapshot.description
        else Markup(),
    )


def _facts(here: Recording, snapshot: Snapshot | None) -> tuple[Fact, ...]:
    return table(
        said(_LABELS["state"], here.state.label),
        said("Duración", dates.duration(snapshot.duration) if snapshot and snapshot.duration else ""),
        said(_LABELS["language"], wording.language(here.language) if here.language else ""),
        said(_LABELS["captions"], here.captions.label),
        said(_LABELS["sign_language"], here.sign_language.label),
        said(_LABELS["license"], here.license.label),
        *_from_youtube(snapshot),
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


def _status(snapshot: Snapshot | None) -> str:
    if snapshot is None or snapshot.status is None or snapshot.status.available:
        return ""
    since = f" desde el {dates.in_words(snapshot.status_since)}" if snapshot.status_since else ""
    return f"El video no puede verse en YouTube{since}: {snapshot.status.label}."


def _chapters(snapshot: Snapshot | None, video: str) -> tuple[ChapterView, ...]:
    if snapshot is None:
        return ()
    return tuple(
        ChapterView(one.title, dates.clock(one.start), one.start, f"{WATCH}{video}&t={one.start}s")
        for one in snapshot.chapters
    )


def _copy(one: Copy) -> CopyView:
    return CopyView(one.title, one.url, one.media_type, one.media_type.startswith("video/"))
