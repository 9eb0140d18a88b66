"""The verb `captions import`: captions that come from elsewhere, kept as those of a video.

In: a file that a person has, and the video it belongs to. Out: a file in data/youtube/captions, and a sentence.
Never: asks YouTube, or replaces what a person corrected unless told to.
"""

from collections.abc import Sequence
from pathlib import Path

from acervo import files
from acervo.archive import captions as tracks
from acervo.archive.captions import CaptionError, CaptionState, Cue, Origin, Track
from acervo.archive.cues import stamp
from acervo.archive.snapshot import Snapshot, SnapshotError
from acervo.errors import Failure
from acervo.publishing.theme import Project
from acervo.youtube import captioning, subtitles, video_id
from acervo.youtube.store import Store, StoreError
from acervo.youtube.subtitles import SubtitleError

TOLERANCE = 10
"""Seconds that captions may go on after the end of their video: players round, and transcripts have no last time."""


def captions(
    project: Project,
    file: Path,
    video: str,
    language: str = "es",
    credit: str = "",
    state: CaptionState = CaptionState.AUTOMATIC,
    replace: bool = False,
) -> str:
    """Keep the captions of a file as those of a video, and return a sentence that says so.

    video: its id or any address of it. language: a tag of BCP 47. credit: who made or reviewed them. replace: even
    captions that a person corrected. Raises Failure.
    """
    store = Store(project.data / "youtube", project.cache)
    try:
        id_ = video_id.parse(video)
        cues = subtitles.read(file.name, _bytes(file))
        track = tracks.original(id_, _tag(language), Origin.IMPORTED, cues, state, tracks.credit_line(credit))
        path = store.folder / tracks.FOLDER / tracks.file_name(id_, track.language)
        with store.locked():
            _refuse_another_length(cues, store.read(id_))
            if not replace:
                _refuse_to_lose(path, track)
            changed = files.write_if_changed(path, _content(track))
    except SubtitleError as error:
        raise Failure(f"{file}:{error.line}: {error}") from None
    except SnapshotError as error:
        raise Failure(f"No se puede leer lo que se sabe del video {id_}. {error}") from None
    except (video_id.AddressError, StoreError) as error:
        raise Failure(str(error)) from None
    shown = f"{project.data.name}/youtube/{tracks.FOLDER}/{path.name}"
    if not changed:
        return f"{shown} ya tenía estos {len(cues):,} subtítulos; no cambió."
    return f"{len(cues):,} subtítulos de {id_} («{track.language}», {state.label}) quedaron en {shown}."


def _bytes(file: Path) -> bytes:
    """Read the file, or as much of it as shows that it is too large."""
    try:
        with file.open("rb") as stream:
            return stream.read(subtitles.LARGEST_FILE + 1)
    except FileNotFoundError:
        raise Failure(f"No existe «{file}»: revise la ruta.") from None
    except IsADirectoryError:
        raise Failure(f"«{file}» es una carpeta: indique el archivo de subtítulos.") from None
    except OSError as error:
        raise Failure(f"No se puede leer «{file}»: revise sus permisos ({error.strerror}).") from None


def _tag(language: str) -> str:
    try:
        return tracks.canonical(language.strip())
    except ValueError:
        quoted = video_id.excerpt(language)
        raise Failure(f"«{quoted}» no es la clave de un idioma: escriba, por ejemplo, es, es-MX o en.") from None


def _content(track: Track) -> bytes:
    try:
        return tracks.dumps(track).encode()
    except ValueError:
        raise Failure(f"Son demasiados subtítulos: caben {tracks.LONGEST_FILE:,} caracteres.") from None


def _refuse_another_length(cues: Sequence[Cue], known: Snapshot | None) -> None:
    """Refuse what goes on after the end of the video, when that is known: it is likely of another one."""
    end = max(cue.end for cue in cues)
    if known and known.duration and end > (known.duration + TOLERANCE) * 1000:
        raise Failure(
            f"Los subtítulos llegan a {stamp(end)} y el video dura {stamp(known.duration * 1000)}: "
            "revise que sean de este video."
        )


def _refuse_to_lose(path: Path, track: Track) -> None:
    try:
        here = captioning.read(path)
    except CaptionError as error:
        raise Failure(
            f"Ya hay un archivo «{path.name}» que no se puede leer. Renglón {error.line}: {error} "
            "Corríjalo, o reemplácelo con --replace."
        ) from None
    if here and here != track and tracks.corrected(here):
        raise Failure(
            f"«{path.name}» ya tiene subtítulos que una persona revisó o corrigió: no se reemplazan. "
            "Si es lo que quiere, añada --replace."
        )
