"""What is kept of a video besides its data: views of the month, picture, captions.

In: the dictionary of yt-dlp, the snapshot before it and the one to keep. Out: that one with its picture, and a `Kept`.
Never: costs a request when nothing is new, goes on asking after YouTube refused, or loses a record to a surprise.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from acervo.archive.snapshot import Snapshot, Thumbnail, stem
from acervo.youtube import captioning, history, plain, thumbnail
from acervo.youtube.extractor import Source
from acervo.youtube.history import HistoryError
from acervo.youtube.keeping import Kept
from acervo.youtube.store import Store


def keep(
    info: Mapping[str, Any], before: Snapshot | None, kept: Snapshot, store: Store, source: Source, today: date
) -> tuple[Snapshot, Kept]:
    """Keep what comes with a record, before the record itself: a visit cut off here begins here again.

    Raises OSError for the disk; what is whole by then stays.
    """
    views = _count(info, kept.id, store, today)
    shown, picture = _picture(kept, store, source)
    tracks = Kept() if picture.blocked else _tracks(info, before, kept.id, store, source)
    blocked = picture.blocked or tracks.blocked
    missed = blocked or (tracks.notes and not tracks.changed)
    # Tracks that could not be brought stay unknown, so that the next visit sees that there is something new.
    captions = before.captions if missed and before else kept.captions
    return replace(kept, thumbnail=shown or kept.thumbnail, captions=captions), Kept(
        (*views, *picture.notes, *tracks.notes), blocked, picture.changed or tracks.changed
    )


def _count(info: Mapping[str, Any], video_id: str, store: Store, today: date) -> tuple[str, ...]:
    """Keep the views of the month; a file that cannot be understood stays as it is."""
    try:
        store.write_history(history.add(store.history(video_id), info, today))
    except HistoryError as error:
        return (f"No se pudo leer el historial de vistas. {error}",)
    return ()


def _picture(kept: Snapshot, store: Store, source: Source) -> tuple[Thumbnail | None, Kept]:
    if kept.thumbnail and (store.folder / thumbnail.FOLDER / f"{stem(kept.id)}.webp").is_file():
        return kept.thumbnail, Kept()
    try:
        return thumbnail.keep(kept.id, store.folder, source)
    except OSError:
        raise
    except Exception as error:  # what a stranger sends can surprise any reader of pictures
        return None, _surprise("la miniatura", error)


def _tracks(info: Mapping[str, Any], before: Snapshot | None, video_id: str, store: Store, source: Source) -> Kept:
    try:
        return captioning.keep(video_id, info, before, store.folder, source)
    except OSError:
        raise
    except Exception as error:  # as above
        return _surprise("los subtítulos", error)


def _surprise(what: str, error: Exception) -> Kept:
    return Kept((plain.line(f"No se entendió {what}: {type(error).__name__}: {error}", 300),))
