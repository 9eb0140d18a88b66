"""What a visit made elsewhere may bring into the archive: what is kept of videos, and new drafts. Nothing else.

In: a folder that holds what came, as the data folder holds it. Out: the good part copied into the data folder and into
a folder of its own, and why the rest stays out.
Never: replaces what a person wrote or corrected, or believes a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from acervo import files
from acervo.archive import captions, snapshot
from acervo.archive.captions import CaptionError
from acervo.archive.holding import PictureError, kept_file
from acervo.archive.snapshot import SnapshotError
from acervo.errors import Failure
from acervo.publishing.reading import KEPT
from acervo.publishing.theme import Project
from acervo.records.checks.loading import load_file
from acervo.youtube import history
from acervo.youtube.history import HistoryError

DRAFTS = "conferences/"
HISTORY = KEPT + "history/"


@dataclass(frozen=True, slots=True)
class Sifted:
    """What came. accepted: paths below the data folder. refused: paths and, in Spanish, why."""

    accepted: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]

    def text(self) -> str:
        """Return the summary for a person, without a final line break."""
        count = len(self.accepted)
        lines = [f"{count} {'archivo nuevo o cambiado' if count == 1 else 'archivos nuevos o cambiados'}."]
        lines += [f"  No se acepta {path}: {why}" for path, why in self.refused]
        return "\n".join(lines)


def sift(project: Project, found: Path, proposal: Path) -> Sifted:
    """Take from `found` what may be proposed; `proposal` must not exist, and then holds just that.

    Raises Failure when there is nothing to sift, for symbolic links, and when the proposal is in the way.
    """
    if not found.is_dir():
        raise Failure(f"No hay una carpeta «{found}» con lo que trajo la consulta.")
    if proposal.exists():
        raise Failure(f"«{proposal}» ya existe: bórrela o diga otra.")
    accepted: list[str] = []
    refused: list[tuple[str, str]] = []
    for path in files.survey(found):
        content = (found / path).read_bytes()
        here = files.inside(project.data, path)
        if here.is_file() and here.read_bytes() == content:
            continue
        if why := next(_objections(path, content, here), ""):
            refused.append((path, why))
            continue
        files.write_whole(here, content)
        files.write_whole(proposal / path, content)
        accepted.append(path)
    return Sifted(tuple(accepted), tuple(refused))


def _objections(path: str, content: bytes, here: Path) -> Iterator[str]:
    if path.startswith(DRAFTS):
        yield from _no_new_draft(path, content, here)
    elif path.startswith(HISTORY):
        try:
            said = history.loads(content.decode("utf-8", "replace"))
        except HistoryError as error:
            yield str(error)
        else:
            if path != HISTORY + snapshot.file_name(said.id):
                yield "las cifras son de otro video"
    elif path.startswith(KEPT):
        yield from _not_kept(path, content, here)
    else:
        yield "una consulta solo trae datos de videos y borradores nuevos"


def _no_new_draft(path: str, content: bytes, here: Path) -> Iterator[str]:
    if here.exists():
        yield "la ficha ya existe, y solo una persona puede cambiarla"
    records, problems = load_file(f"data/{path}", content)
    if len(records) != 1 or any(problem.severity == "error" for problem in problems):
        yield "no es una ficha sin errores"
    elif not records[0].entry.draft:
        yield "no es un borrador"


def _not_kept(path: str, content: bytes, here: Path) -> Iterator[str]:
    if path.endswith(".new.vtt"):
        yield from _spoilt(path.replace(".new.vtt", ".vtt"), content)
        return
    yield from _spoilt(path, content)
    if path.endswith(".vtt") and here.exists():
        try:
            if captions.corrected(captions.loads(here.read_text(encoding="utf-8", errors="replace"))):
                yield "una persona corrigió esos subtítulos"
        except CaptionError:
            yield "los subtítulos que ya hay no se pueden leer"


def _spoilt(path: str, content: bytes) -> Iterator[str]:
    try:
        if kept_file(path, content) is None:
            yield "no es de los archivos que escribe una consulta"
    except (SnapshotError, CaptionError, PictureError) as error:
        yield str(error)
