"""The site and its spare: what is kept, what is copied, what is never trusted."""

from pathlib import Path

import pytest

from acervo import files
from acervo.errors import Failure
from acervo.publishing.generations import COMPLETE, Generations, Made, digest, put


def publish(root: Path, contents: dict[str, str], fingerprint: str = "f") -> list[str]:
    """Bring out a generation with these files; return which had to be made anew."""
    generations = Generations(root / "site", root / "cache")
    generations.begin()
    wanted = {path: f"{fingerprint}{text}" for path, text in contents.items()}
    made = generations.kept(wanted)
    missing = [path for path in wanted if path not in made]
    for path in missing:
        data = contents[path].encode()
        put(generations.twin / path, data)
        made[path] = Made(wanted[path], digest(data), len(data))
    generations.finish(made, {"pages": len(made)})
    return missing


def site(root: Path) -> dict[str, str]:
    folder = root / "site"
    return {path: (folder / path).read_text() for path in files.survey(folder) if path != COMPLETE}


def test_a_second_generation_makes_only_what_changed(tmp_path: Path) -> None:
    first = {"a/index.html": "1", "b/index.html": "2", "c.css": "3"}
    assert publish(tmp_path, first) == list(first)

    second = {"a/index.html": "1", "b/index.html": "new", "c.css": "3"}
    assert publish(tmp_path, second) == ["b/index.html"]
    assert site(tmp_path) == second


def test_every_later_generation_is_what_was_wanted_whatever_came_before(tmp_path: Path) -> None:
    history = [
        {"a": "1", "d/x": "1"},
        {"a": "2"},
        {"a": "1", "d/x": "1", "d/y": "2"},
        {"d/x": "9"},
        {"a": "1", "d/x": "1"},
        {"a": "1", "d/x": "1"},
    ]
    for contents in history:
        publish(tmp_path, contents)

        assert site(tmp_path) == contents


def test_folders_that_became_empty_are_gone(tmp_path: Path) -> None:
    publish(tmp_path, {"a/b/c/index.html": "1", "z": "1"})
    publish(tmp_path, {"z": "1"})
    publish(tmp_path, {"z": "1"})

    assert not (tmp_path / "site" / "a").exists()


def test_a_spare_that_was_not_finished_is_not_trusted(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1"})
    publish(tmp_path, {"a": "2"})
    generations = Generations(tmp_path / "site", tmp_path / "cache")
    generations.begin()
    put(generations.twin / "a", b"half")
    put(generations.twin / "scrap", b"half")

    assert site(tmp_path) == {"a": "2"}
    publish(tmp_path, {"a": "2"})
    assert site(tmp_path) == {"a": "2"}


def test_a_site_that_was_deleted_is_made_anew(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1"})
    (tmp_path / "site").rename(tmp_path / "gone")

    assert publish(tmp_path, {"a": "1"}) == ["a"]
    assert site(tmp_path) == {"a": "1"}


def test_both_generations_share_their_files_and_none_is_rewritten_in_place(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1", "b": "1"})
    publish(tmp_path, {"a": "2", "b": "1"})

    for name in ("a", "b", COMPLETE):
        assert (tmp_path / "site" / name).samefile(tmp_path / "cache" / "twin" / name)
    with (tmp_path / "site" / "a").open() as reader:
        publish(tmp_path, {"a": "3", "b": "1"})
        assert reader.read() == "2"


def test_a_file_deleted_from_both_generations_is_told_with_its_cure(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1", "b": "1"})
    (tmp_path / "site" / "a").unlink()
    (tmp_path / "cache" / "twin" / COMPLETE).unlink()

    with pytest.raises(Failure, match="acervo build --clean"):
        publish(tmp_path, {"a": "1", "b": "1"})


def test_a_spoilt_ledger_or_seal_counts_as_none(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1"})
    (tmp_path / "cache" / "generation.json").write_text("{")

    assert publish(tmp_path, {"a": "1"}) == ["a"]
    (tmp_path / "site" / COMPLETE).write_text("[]")
    assert publish(tmp_path, {"a": "1"}) == ["a"]
