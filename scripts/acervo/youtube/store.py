"""Where snapshots are kept: one file per video, replaced whole or not at all, by one visit at a time.

In: snapshots, histories, and what is remembered of visits. Out: files in `folder` (committed) and `state` (not
committed). Never: leaves half a file, touches a file whose text stays the same, or deletes one.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from acervo import files
from acervo.archive import snapshot
from acervo.archive.snapshot import Snapshot, SnapshotError
from acervo.youtube import history, ledger
from acervo.youtube.history import History, HistoryError
from acervo.youtube.ledger import Past

CHECKED = "youtube-checked.json"
LOCK = "youtube.lock"


class StoreError(Exception):
    """The visit cannot start; the message is a Spanish sentence."""


class Store:
    """Two folders. folder: the snapshots (`data/youtube`). state: what may be lost (`.acervo`)."""

    def __init__(self, folder: Path, state: Path) -> None:
        """Remember the folders; they are made when first needed."""
        self.folder = folder
        self.state = state

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other visits out, and sweep what a killed one left half-written. Raises StoreError.

        The system releases the lock of a process that died, so a stale lock file holds nobody up.
        """
        lock = FileLock(self.state / LOCK, blocking=False)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.state.mkdir(parents=True, exist_ok=True)
            lock.acquire()
            for leftover in (*self.folder.glob("**/.v_*.tmp"), *self.state.glob(f".{CHECKED}.*.tmp")):
                leftover.unlink()
        except Timeout:
            raise StoreError("Ya hay otra consulta a YouTube en marcha. Espere a que termine.") from None
        except OSError as error:
            lock.release()
            raise StoreError(f"No se puede escribir en «{error.filename or self.state}».") from None
        try:
            yield
        finally:
            lock.release()

    def read(self, video_id: str) -> Snapshot | None:
        """Return the snapshot kept of a video, if any. Raises SnapshotError, OSError."""
        try:
            found = snapshot.loads((self.folder / snapshot.file_name(video_id)).read_bytes().decode())
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            raise SnapshotError("El archivo no está en UTF-8.") from None
        if found.id != video_id:
            raise SnapshotError(f"El archivo es de otro video ({found.id}).")
        return found

    def known(self, video_id: str) -> Snapshot | None:
        """Return the snapshot kept of a video, None if there is none that can be read."""
        try:
            return self.read(video_id)
        except (SnapshotError, OSError):
            return None

    def write(self, kept: Snapshot) -> bool:
        """Keep a snapshot; return whether its file changed. Raises OSError, and then the old file stays."""
        return files.write_if_changed(self.folder / snapshot.file_name(kept.id), snapshot.dumps(kept).encode())

    def history(self, video_id: str) -> History:
        """Return the history kept of a video, an empty one if there is none. Raises HistoryError, OSError."""
        try:
            found = history.loads(self._history(video_id).read_bytes().decode())
        except FileNotFoundError:
            return History(video_id)
        except UnicodeDecodeError:
            raise HistoryError("El archivo no está en UTF-8.") from None
        if found.id != video_id:
            raise HistoryError(f"El archivo es de otro video ({found.id}).")
        return found

    def write_history(self, kept: History) -> bool:
        """Keep a history; return whether its file changed. Raises OSError, and then the old file stays."""
        return files.write_if_changed(self._history(kept.id), history.dumps(kept).encode())

    def checked(self) -> dict[str, Past]:
        """Return what is remembered of each video; nothing if the ledger is absent or spoilt."""
        try:
            return ledger.loads((self.state / CHECKED).read_bytes())
        except OSError:
            return {}

    def mark(self, checked: Mapping[str, Past]) -> None:
        """Write what is remembered. Raises OSError."""
        files.write_whole(self.state / CHECKED, ledger.dumps(checked))

    def _history(self, video_id: str) -> Path:
        return self.folder / "history" / snapshot.file_name(video_id)
