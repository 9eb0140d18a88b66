"""The recording of a conference: what is known of it, where it can be seen, what YouTube says of it.

In: the record's recording and what is kept of its video. Out: a `RecordingView`. Never: loads anything from
YouTube, or treats automatic captions as captions.
"""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from acervo.archive import addresses
from acervo.archive.chapters import chapters
from acervo.archive.holding import shown_captions
from acervo.archive.snapshot import Chapter, Snapshot
from acervo.records import moments
from acervo.records.conference import Conference, Copy, Permission, Recording, RecordingState
from acervo.site import dates, plain, wording
from acervo.site.page import Opened
from acervo.site.views.facts import Fact, labels, listed, said, table
from acervo.site.views.reach import Link, Reach
from acervo.site.views.tombstone import Tombstone, tombstone

WATCH = "https://www.youtube.com/watch?v="
PLAYER = "https://www.youtube-nocookie.com/embed/"
CHANNEL = "https://www.youtube.com/channel/"

_LABELS = labels(Recording)
_CONFERENCE = labels(Conference)
_MAKERS = {"auto": "automáticos", "manual": "hechos por una persona"}
_ORIGINS = {True: "de una persona", False: "automáticos, sin revisar"}
_MARKS = {
    "record": "",
    "youtube": "Los capítulos son los de YouTube.",
    "description": "Los capítulos son los que da la descripción del video.",
    "": "",
}
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


class Picture(NamedTuple):
    """The picture of the video, kept on the site."""

    href: str
    width: int
    height: int


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
    tombstone: Tombstone | None
    picture: Picture | None
    captions: tuple[Link, ...]
    """Captions to download."""
    duration: str
    copies: tuple[CopyView, ...]
    facts: tuple[Fact, ...]
    chapters: tuple[ChapterView, ...]
    marks: str
    """Who says the chapters, or ""."""
    original_title: str
    """The title on YouTube when it is not the record's."""
    original_text: Markup


def recording(opened: Opened, conference: Conference, reach: Reach) -> RecordingView:
    """Say what is known of a conference's recording. conference: with what its series hands down."""
    snapshot, said_here = opened.snapshot, conference.recording
    video = said_here.youtube
    found = chapters(conference, snapshot)
    return RecordingView(
        sentence=_SENTENCES[said_here.state],
        video=video,
        watch=WATCH + video if video else "",
        player=PLAYER + video if video else "",
        tombstone=tombstone(opened, conference, snapshot, found, reach),
        picture=_picture(opened, reach),
        captions=_captions(opened, reach),
        duration=dates.duration(snapshot.duration) if snapshot and snapshot.duration else "",
        copies=tuple(_copy(one) for one in said_here.copies),
        facts=_facts(said_here, snapshot),
        chapters=tuple(_chapter(one, "" if opened.holding.gone else video) for one in found.marks),
        marks=_MARKS[found.origin],
        original_title=snapshot.title if snapshot and snapshot.title != conference.title else "",
        original_text=plain.paragraphs(snapshot.description) if snapshot and snapshot.description else Markup(),
    )


def _facts(here: Recording, snapshot: Snapshot | None) -> tuple[Fact, ...]:
    return table(
        said(_LABELS["state"], here.state.label),
        said("Duración", dates.duration(snapshot.duration) if snapshot and snapshot.duration else ""),
        said(_LABELS["language"], wording.language(here.language) if here.language else ""),
        said(_LABELS["captions"], here.captions.label),
        said(_LABELS["captions_permission"], here.captions_permission.label)
        if here.captions_permission is not Permission.UNKNOWN
        else None,
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


def _chapter(one: Chapter, video: str) -> ChapterView:
    href = f"{WATCH}{video}&t={one.start}s" if video else ""
    return ChapterView(one.title, moments.text(one.start), one.start, href)


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
            f"subtítulos en {wording.language(track.language)} ({_ORIGINS[track.human]})",
            reach.to(addresses.captions(entry.key, track.language)),
        )
        for track in shown_captions(entry, opened.holding)
    )


def _copy(one: Copy) -> CopyView:
    return CopyView(one.title, one.url, one.media_type, one.media_type.startswith("video/"))
