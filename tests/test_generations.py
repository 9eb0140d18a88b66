"""The site and its spare: what is kept, what is copied, what is never trusted."""

from pathlib import Path

from acervo import files
from acervo.generations import COMPLETE, Generations, Made, digest


def publish(root: Path, contents: dict[str, str], fingerprint: str = "f") -> list[str]:
    """Bring out a generation with these files; return which had to be made anew."""
    generations = Generations(root / "site", root / "cache")
    generations.begin()
    wanted = {path: f"{fingerprint}{text}" for path, text in contents.items()}
    made = generations.kept(wanted)
    missing = [path for path in wanted if path not in made]
    for path in missing:
        data = contents[path].encode()
        place = generations.spare.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        made[path] = Made(wanted[path], digest(data), len(data))
    generations.prune(made)
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
    (generations.spare.folder / "a").write_text("half")
    (generations.spare.folder / "scrap").write_text("half")

    assert site(tmp_path) == {"a": "2"}
    publish(tmp_path, {"a": "2"})
    assert site(tmp_path) == {"a": "2"}


def test_a_site_that_was_deleted_is_made_anew(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1"})
    (tmp_path / "site").rename(tmp_path / "gone")

    assert publish(tmp_path, {"a": "1"}) == ["a"]
    assert site(tmp_path) == {"a": "1"}


def test_a_file_deleted_from_the_site_by_hand_is_made_anew_when_it_is_needed(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1", "b": "1"})
    (tmp_path / "site" / "a").unlink()

    assert publish(tmp_path, {"a": "1", "b": "1"}) == ["a"]
    assert site(tmp_path) == {"a": "1", "b": "1"}


def test_ledgers_of_generations_that_are_gone_are_dropped(tmp_path: Path) -> None:
    for text in "abcdef":
        publish(tmp_path, {"a": text})

    assert len(list((tmp_path / "cache" / "generations").iterdir())) == 2


def test_a_spoilt_ledger_or_seal_counts_as_none(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1"})
    for ledger in (tmp_path / "cache" / "generations").iterdir():
        ledger.write_text("{")

    assert publish(tmp_path, {"a": "1"}) == ["a"]
    (tmp_path / "site" / COMPLETE).write_text("[]")
    assert publish(tmp_path, {"a": "1"}) == ["a"]
