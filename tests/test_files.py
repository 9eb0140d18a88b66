"""Files are written whole, folders exchanged in one step, links that lead out refused."""

import os
from pathlib import Path

import pytest

from acervo import files
from acervo.errors import Failure


def test_a_survey_lists_every_file_by_its_path_in_order(tmp_path: Path) -> None:
    for path in ("b/c.txt", "a.txt", "b/a.txt"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(path, encoding="utf-8")

    assert [(path, stamp.size) for path, stamp in files.survey(tmp_path).items()] == [
        ("a.txt", 5),
        ("b/a.txt", 7),
        ("b/c.txt", 7),
    ]


def test_a_symbolic_link_to_a_file_or_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").symlink_to("/etc/hostname")

    with pytest.raises(Failure, match="enlace simbólico"):
        files.survey(tmp_path)

    (tmp_path / "file").unlink()
    (tmp_path / "folder").symlink_to("/etc")

    with pytest.raises(Failure, match="enlace simbólico"):
        files.survey(tmp_path)


def test_what_is_neither_file_nor_folder_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube")

    with pytest.raises(Failure, match="no es un archivo ni una carpeta"):
        files.survey(tmp_path)


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/x", "a//x", "a/./x", "a\\x", "a\0x", ""])
def test_a_path_that_leaves_its_folder_is_refused(path: str, tmp_path: Path) -> None:
    with pytest.raises(Failure, match="saldría de la carpeta"):
        files.inside(tmp_path, path)


def test_a_path_within_its_folder_is_its_place(tmp_path: Path) -> None:
    assert files.inside(tmp_path, "a/b/index.html") == tmp_path / "a" / "b" / "index.html"


def test_writing_whole_leaves_the_new_text_and_nothing_else(tmp_path: Path) -> None:
    place = tmp_path / "new" / "file"
    files.write_whole(place, b"old")
    files.write_whole(place, b"new")

    assert place.read_bytes() == b"new"
    assert [path.name for path in place.parent.iterdir()] == ["file"]


def test_a_write_that_fails_leaves_the_old_text_and_no_scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "file"
    files.write_whole(place, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.write_whole(place, b"new")

    assert place.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_an_unchanged_text_is_not_written_again(tmp_path: Path) -> None:
    place = tmp_path / "file"
    assert files.write_if_changed(place, b"text")
    before = place.stat().st_ino

    assert not files.write_if_changed(place, b"text")
    assert place.stat().st_ino == before
    assert files.write_if_changed(place, b"other")


def test_two_holders_of_one_lock_are_one_too_many(tmp_path: Path) -> None:
    place = tmp_path / "lock"
    with (
        files.lock(place),
        pytest.raises(Failure, match="Otra construcción está en marcha"),
        files.lock(place),
    ):
        pass
    with files.lock(place):
        pass


def folder(place: Path, text: str) -> Path:
    place.mkdir()
    (place / "file").write_text(text, encoding="utf-8")
    return place


def test_two_folders_are_exchanged(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "one", "1"), folder(tmp_path / "other", "2")
    files.exchange(one, other)

    assert ((one / "file").read_text(), (other / "file").read_text()) == ("2", "1")


def test_where_the_system_cannot_swap_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_exchange_in_one_step", lambda one, other: False)
    one, other = folder(tmp_path / "one", "1"), folder(tmp_path / "other", "2")
    files.exchange(one, other)

    assert ((one / "file").read_text(), (other / "file").read_text()) == ("2", "1")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]


def test_a_folder_without_a_partner_is_moved(tmp_path: Path) -> None:
    one = folder(tmp_path / "one", "1")
    files.exchange(one, tmp_path / "other")

    assert not one.exists()
    assert (tmp_path / "other" / "file").read_text() == "1"


def test_a_folder_left_aside_by_a_crash_is_put_back(tmp_path: Path) -> None:
    folder(tmp_path / ".site.anterior", "old")
    files.recover(tmp_path / "site")

    assert (tmp_path / "site" / "file").read_text() == "old"
