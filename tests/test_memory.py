"""What was read is remembered, and nothing is remembered that could be wrong."""

import os
import time
from pathlib import Path

import pytest

from acervo.archive.holding import CaptionFile, PictureFile, SnapshotFile
from acervo.files import Stamp
from acervo.publishing import memory
from acervo.publishing.memory import Memory, Remembered

OLD = time.time_ns() - 60_000_000_000


def row(digest: str, modified: int = OLD) -> tuple[Stamp, Remembered]:
    return Stamp(10, modified), Remembered((), PictureFile("ejemplo0001", "youtube/thumbnails/ficticia.webp", digest))


def test_nothing_is_remembered_in_an_empty_folder(tmp_path: Path) -> None:
    assert Memory(tmp_path).rows == {}


def test_what_was_kept_is_recalled_and_later_additions_win(tmp_path: Path) -> None:
    rows = {f"a{number}": row("1") for number in range(100)}
    Memory(tmp_path).keep(rows, list(rows))
    size = (tmp_path / "records").stat().st_size
    rows["a7"] = row("2")
    Memory(tmp_path).keep(rows, ["a7"])

    assert Memory(tmp_path).rows == rows
    assert (tmp_path / "records").stat().st_size < size * 1.1


def test_after_many_additions_the_memory_is_written_anew(tmp_path: Path) -> None:
    rows = {f"a{number}": row("1") for number in range(20)}
    for number in range(200):
        rows["a7"] = row(str(number))
        Memory(tmp_path).keep(rows, ["a7"])

    assert Memory(tmp_path).rows == rows
    assert (tmp_path / "records").stat().st_size < 10_000


def test_a_file_that_was_just_written_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now)
    rows = {"old": row("1"), "new": row("1", now)}
    Memory(tmp_path).keep(rows, list(rows))

    assert list(Memory(tmp_path).rows) == ["old"]


def test_a_memory_cut_short_counts_as_none(tmp_path: Path) -> None:
    rows = {f"a{number}": row("1") for number in range(100)}
    Memory(tmp_path).keep(rows, list(rows))
    place = tmp_path / "records"
    whole = place.read_bytes()
    for length in (0, 1, 20, len(whole) // 2, len(whole) - 1):
        place.write_bytes(whole[:length])

        assert Memory(tmp_path).rows == {}
    place.write_bytes(os.urandom(500))
    assert Memory(tmp_path).rows == {}


def test_another_program_remembers_nothing_of_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {"a": row("1")}
    Memory(tmp_path).keep(rows, ["a"])
    monkeypatch.setattr(memory, "program", lambda: "otro")

    assert Memory(tmp_path).rows == {}


def test_what_is_kept_of_a_video_is_recalled_as_it_was(tmp_path: Path) -> None:
    kept = {
        "youtube/v.json": SnapshotFile("ejemplo0001", "youtube/v.json", "a", "private", True, 2, 60),
        "youtube/captions/v.vtt": CaptionFile("ejemplo0001", "youtube/captions/v.vtt", "b", "es", "manual", "reviewed"),
        "youtube/thumbnails/v.webp": PictureFile("ejemplo0001", "youtube/thumbnails/v.webp", "c"),
        "youtube/README.md": None,
    }
    rows = {path: (Stamp(10, OLD), Remembered((), file)) for path, file in kept.items()}
    Memory(tmp_path).keep(rows, kept)

    assert Memory(tmp_path).rows == rows
