"""What the archive keeps of one video: what YouTube said of it, its captions, its picture.

In: the kept files, one by one. Out: what each is, and a `Holding` per video.
Never: opens a file itself, or asks whether the video still exists.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple

from acervo.archive import captions, snapshot
from acervo.archive.captions import CaptionError, CaptionState, Origin
from acervo.archive.snapshot import SnapshotError, Status
from acervo.records.catalogue.entry import Entry
from acervo.records.checks import messages
from acervo.records.models.conference import Permission
from acervo.records.problems import Problem

_GONE = frozenset(status.value for status in Status if not status.available)


class PictureError(ValueError):
    """A file that is no picture; the message is a Spanish sentence."""


class SnapshotFile(NamedTuple):
    """What is told of a snapshot without opening it again."""

    video: str
    path: str
    """Below the data folder, as of all files here."""
    digest: str
    status: str
    doubted: bool
    """Whether it was seen gone once, and another day has not confirmed it yet."""
    copies: int
    """How many copies elsewhere were found."""
    duration: int
    """Seconds, 0 when unknown."""


class CaptionFile(NamedTuple):
    """Captions kept of a video."""

    video: str
    path: str
    digest: str
    language: str
    origin: str
    state: str

    @property
    def human(self) -> bool:
        """Tell whether a person made or reviewed them (WCAG 1.2.2 does not accept automatic ones)."""
        return self.origin == Origin.MANUAL or self.state != CaptionState.AUTOMATIC


class PictureFile(NamedTuple):
    """The picture of a video."""

    video: str
    path: str
    digest: str


class Holding(NamedTuple):
    """All that is kept of one video."""

    snapshot: SnapshotFile | None = None
    captions: tuple[CaptionFile, ...] = ()
    """By language."""
    picture: PictureFile | None = None

    @property
    def gone(self) -> bool:
        """Tell whether the video is known not to be seen any more."""
        return bool(self.snapshot and self.snapshot.status in _GONE)

    @property
    def captioned(self) -> bool:
        """Tell whether there are captions by a person."""
        return any(track.human for track in self.captions)

    @property
    def files(self) -> tuple["KeptFile", ...]:
        """Return every file that is kept."""
        return tuple(file for file in (*self.texts, self.picture) if file)

    @property
    def texts(self) -> tuple["SnapshotFile | CaptionFile", ...]:
        """Return the files that hold words."""
        return (self.snapshot, *self.captions) if self.snapshot else self.captions


NOTHING = Holding()
NO_HOLDINGS: Mapping[str, Holding] = MappingProxyType({})
KeptFile = SnapshotFile | CaptionFile | PictureFile


def kept_file(path: str, content: bytes) -> KeptFile | None:
    """Tell what a file of `youtube/` is; None for one that says nothing of a video.

    Raises SnapshotError, CaptionError or PictureError for one that is spoilt or not where its name says.
    """
    *folders, name = path.split("/")[1:]
    video = snapshot.video_of(name)
    if video is None:
        return None
    digest = blake2b(content, digest_size=12).hexdigest()
    match folders, name.rpartition(".")[2]:
        case [], "json":
            return _snapshot_file(path, video, content, digest)
        case ["captions"], "vtt" if not name.endswith(".new.vtt"):
            return _caption_file(path, video, content, digest)
        case ["thumbnails"], "webp":
            if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
                raise PictureError("El archivo no es una imagen WebP.")
            return PictureFile(video, path, digest)
        case _:
            return None


def judged(path: str, content: bytes, shown: str) -> tuple[KeptFile | None, tuple[Problem, ...]]:
    """Tell what a file of `youtube/` is, or what is wrong with it. shown: its path as people know it."""
    try:
        return kept_file(path, content), ()
    except CaptionError as error:
        return None, (messages.problem("captions_file", shown, error.line, reason=str(error)),)
    except (SnapshotError, PictureError) as error:
        return None, (messages.problem("snapshot", shown, 1, reason=str(error)),)


def shown_captions(entry: Entry, held: Holding) -> tuple[CaptionFile, ...]:
    """Return the captions that may be published: those of a recording whose speakers or organisers agreed.

    The first are those that are read as its transcript: in Spanish when there are any.
    """
    if entry.permission != Permission.GRANTED:
        return ()
    return tuple(sorted(held.captions, key=lambda track: not track.language.startswith("es")))


def holdings(files: Iterable[KeptFile]) -> dict[str, Holding]:
    """Put together what is kept of each video."""
    by_video: dict[str, list[KeptFile]] = defaultdict(list)
    for file in files:
        by_video[file.video].append(file)
    return {video: _holding(kept) for video, kept in by_video.items()}


def _holding(files: Iterable[KeptFile]) -> Holding:
    about: SnapshotFile | None = None
    picture: PictureFile | None = None
    tracks: list[CaptionFile] = []
    for file in files:
        match file:
            case SnapshotFile():
                about = file
            case CaptionFile():
                tracks.append(file)
            case PictureFile():
                picture = file
    return Holding(about, tuple(sorted(tracks, key=lambda track: track.language)), picture)


def _snapshot_file(path: str, video: str, content: bytes, digest: str) -> SnapshotFile:
    said = snapshot.loads(content.decode("utf-8", "replace"))
    if said.id != video:
        raise SnapshotError(f"El archivo es de otro video ({said.id}).")
    status = said.status.value if said.status else ""
    return SnapshotFile(video, path, digest, status, said.pending is not None, len(said.copies), said.duration or 0)


def _caption_file(path: str, video: str, content: bytes, digest: str) -> CaptionFile:
    track = captions.loads(content.decode("utf-8", "replace"))
    if track.video != video:
        raise CaptionError(f"Los subtítulos son de otro video ({track.video}).", 1)
    if path != f"youtube/captions/{captions.file_name(video, track.language)}":
        raise CaptionError(f"El archivo dice que su idioma es «{track.language}», y su nombre dice otro.", 1)
    return CaptionFile(video, path, digest, track.language, track.origin.value, track.state.value)
