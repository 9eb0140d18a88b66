"""Where snapshots are kept: one file per video, replaced whole or not at all, by one visit at a time.

In: snapshots, and days of checking. Out: files in `folder` (committed) and `state` (not committed).
Never: leaves half a file, touches a file whose text stays the same, or deletes a snapshot.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from acervo import files
from acervo.archive import snapshot
from acervo.archive.snapshot import Snapshot, SnapshotError

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
            for leftover in (*self.folder.glob(".v_*.json.*.tmp"), *self.state.glob(f".{CHECKED}.*.tmp")):
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

    def has(self, video_id: str) -> bool:
        """Tell whether there is a snapshot of a video."""
        return (self.folder / snapshot.file_name(video_id)).is_file()

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

    def write(self, kept: Snapshot) -> bool:
        """Keep a snapshot; return whether its file changed. Raises OSError, and then the old file stays."""
        return files.write_if_changed(self.folder / snapshot.file_name(kept.id), snapshot.dumps(kept).encode())

    def checked(self) -> dict[str, str]:
        """Return the day of the last check of each video; nothing if the ledger is absent or spoilt."""
        try:
            ledger = json.loads((self.state / CHECKED).read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(ledger, dict):
            return {}
        return {video_id: day for video_id, day in ledger.items() if isinstance(day, str)}

    def mark(self, checked: Mapping[str, str]) -> None:
        """Write the ledger of checks. Raises OSError."""
        files.write_whole(self.state / CHECKED, (json.dumps(checked, indent=0, sort_keys=True) + "\n").encode())
