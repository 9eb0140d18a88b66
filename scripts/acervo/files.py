"""Reading and writing files so that nothing is half done and nothing leaves its folder.

In: paths and bytes. Out: surveys of folders, files written whole, folders exchanged in one step.
Never: follows a symbolic link, or leaves a half-written file under its final name.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from acervo.errors import Failure


class Stamp(NamedTuple):
    """What tells cheaply whether a file changed."""

    size: int
    modified: int
    """Nanoseconds."""


def survey(folder: Path) -> dict[str, Stamp]:
    """Return every file below a folder, by its path with `/`, sorted.

    Raises Failure for symbolic links and for anything that is neither file nor folder.
    """
    found: dict[str, Stamp] = {}
    pending = [("", str(folder))]
    while pending:
        prefix, place = pending.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                name = prefix + entry.name
                if entry.is_symlink():
                    raise Failure(
                        f"«{folder / name}» es un enlace simbólico y el acervo no los sigue: "
                        "ponga en su lugar el archivo mismo."
                    )
                if entry.is_dir():
                    pending.append((name + "/", entry.path))
                elif entry.is_file():
                    status = entry.stat()
                    found[name] = Stamp(status.st_size, status.st_mtime_ns)
                else:
                    raise Failure(f"«{folder / name}» no es un archivo ni una carpeta: quítelo de ahí.")
    return dict(sorted(found.items()))


def inside(folder: Path, path: str) -> Path:
    """Return the place of a relative path in a folder, and refuse one that would leave it."""
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or "\0" in path or any(part in ("", ".", "..") for part in parts):
        raise Failure(f"La ruta «{path}» saldría de la carpeta «{folder}»: no se escribe.")
    return folder / path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a crash, sees the old content or the new, never a mix."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write a file whole unless it already says just that; tell whether it was written."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
        return False
    write_whole(path, data)
    return True


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold a lock file; a second holder is refused at once, and a process that dies lets go of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(path, blocking=False):
            yield
    except Timeout:
        raise Failure("Otra construcción está en marcha en esta carpeta: espere a que termine.") from None


def exchange(one: Path, other: Path) -> None:
    """Swap two folders of one file system in a single step; if only one exists, move it.

    Linux: renameat2(2) with RENAME_EXCHANGE. macOS: renamex_np(2) with RENAME_SWAP. Elsewhere two renames, which
    leave a moment without the first folder (`recover` mends a crash in it).
    """
    if not other.exists():
        one.rename(other)
    elif not one.exists():
        other.rename(one)
    elif not _exchange_in_one_step(os.fsencode(one), os.fsencode(other)):
        aside = _aside(other)
        other.rename(aside)
        one.rename(other)
        aside.rename(one)


def recover(folder: Path) -> None:
    """Put back a folder that a crash in the middle of two renames left aside."""
    aside = _aside(folder)
    if aside.exists() and not folder.exists():
        aside.rename(folder)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.anterior")


def _exchange_in_one_step(one: bytes, other: bytes) -> bool:
    """Ask the system for an atomic swap; tell whether it has one."""
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        current, swap = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
        result = library.renameat2(current, one, current, other, swap)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        result = library.renamex_np(one, other, 2)  # RENAME_SWAP
    else:
        return False
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), os.fsdecode(one), None, os.fsdecode(other))
