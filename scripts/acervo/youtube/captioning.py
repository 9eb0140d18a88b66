"""The captions of a video, fetched when YouTube has something new and kept where a person may correct them.

In: what a visit learnt, what was known, whom to ask. Out: at most one file written, and what to tell in the report.
Never: asks twice, writes over what a person did, or takes a silence for the absence of captions.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from acervo import files
from acervo.archive import captions
from acervo.archive.captions import CaptionError, CaptionState, Origin, Track
from acervo.archive.snapshot import Snapshot
from acervo.youtube import timedtext
from acervo.youtube.extractor import Reply, Source
from acervo.youtube.keeping import Kept
from acervo.youtube.timedtext import Link, TimedTextError

_REFUSALS = (403, 429)
_BORN = {"auto": (Origin.AUTOMATIC, CaptionState.AUTOMATIC), "manual": (Origin.MANUAL, CaptionState.REVIEWED)}


def keep(video_id: str, info: Mapping[str, Any], known: Snapshot | None, folder: Path, source: Source) -> Kept:
    """Keep the best track of a video; one request at most. Raises OSError, and then the old file stays.

    info: yt-dlp's dictionary. known: the snapshot from before this visit. folder: `data/youtube`. A track is asked for
    when there is no file of its language, or when the tracks on YouTube are others than those known.
    """
    links = timedtext.tracks(info)
    link = timedtext.choose(links)
    if link is None:
        return Kept()
    path = folder / captions.FOLDER / captions.file_name(video_id, link.lang)
    try:
        here = read(path)
        if here and (here.video, here.language) != (video_id, captions.canonical(link.lang)):
            raise CaptionError(f"Dice que es de {here.video} en «{here.language}», y su nombre dice otra cosa.", 1)
    except CaptionError as error:
        return Kept((f"«{path.name}» no se puede leer y no se toca. Renglón {error.line}: {error}",))
    if here and not _wanted(here, link, links, known):
        return Kept()
    reply = source.get(link.url)
    if reply.code in _REFUSALS:
        return Kept((f"YouTube no quiso dar los subtítulos ({reply.code}).",), blocked=True)
    try:
        track, content = _fetched(video_id, link, reply)
    except TimedTextError as error:
        return Kept((str(error),))
    if here and _a_persons(here):
        return Kept() if track.digest == here.digest else _beside(path, content)
    return Kept(changed=files.write_if_changed(path, content))


def read(path: Path) -> Track | None:
    """Return the track in a file, if there is one. Raises CaptionError, OSError."""
    try:
        return captions.loads(path.read_bytes().decode())
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise CaptionError("El archivo no está en UTF-8: guárdelo así.", line) from None


def _wanted(here: Track, link: Link, links: Iterable[Link], known: Snapshot | None) -> bool:
    """Tell whether to ask for a track although there is one of its language."""
    if here.origin is Origin.MANUAL and link.kind == "auto":
        return False
    if here.origin is Origin.AUTOMATIC and link.kind == "manual" and not _a_persons(here):
        return True
    told = {(link.lang, link.kind) for link in links}
    return known is None or told != {(caption.lang, caption.kind) for caption in known.captions}


def _a_persons(track: Track) -> bool:
    return track.origin is Origin.IMPORTED or captions.corrected(track)


def _fetched(video_id: str, link: Link, reply: Reply) -> tuple[Track, bytes]:
    """Read what YouTube answered; the track, and its file. Raises TimedTextError."""
    if reply.code != 200:
        reason = f"YouTube respondió {reply.code}" if reply.code else reply.reason or "nadie respondió"
        raise TimedTextError(f"No se pudieron traer los subtítulos: {reason}.")
    cues = timedtext.from_json3(reply.body)
    if not cues:
        raise TimedTextError("Los subtítulos que dio YouTube no traen texto.")
    origin, state = _BORN[link.kind]
    track = captions.original(video_id, captions.canonical(link.lang), origin, cues, state)
    try:
        return track, captions.dumps(track).encode()
    except ValueError:
        raise TimedTextError("Los subtítulos que dio YouTube son demasiado largos.") from None


def _beside(path: Path, content: bytes) -> Kept:
    """Put a newer track beside the one that is a person's, and tell it once."""
    beside = path.with_suffix(".new.vtt")
    try:
        touched = (already := read(beside)) is not None and captions.corrected(already)
    except CaptionError:
        touched = True
    if touched:
        return Kept((f"Hay subtítulos más nuevos, y «{beside.name}» tiene cambios de una persona: no se toca.",))
    if not files.write_if_changed(beside, content):
        return Kept()
    note = f"«{path.name}» es de una persona y no se toca; lo nuevo de YouTube queda en «{beside.name}»."
    return Kept((note,), changed=True)
