"""Trees put on the shelf come back as they were, wherever they are asked for."""

import os
from pathlib import Path

from acervo.publishing.shelf import Shelf, pack


def test_each_tree_comes_back_as_it_was_put(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put([(("topics", "uno"), pack({"title": "Uno", "aliases": ["1", "Ñandú 🧡"]}))])
    shelf.put([(("topics", "vacío"), pack({})), (("topics", "dos"), pack({"title": "Dos"}))])

    assert shelf.get(("topics", "uno")) == {"title": "Uno", "aliases": ["1", "Ñandú 🧡"]}
    assert shelf.get(("topics", "vacío")) == {}
    assert shelf.get(("topics", "dos")) == {"title": "Dos"}
    assert shelf.get(("topics", "tres")) is None


def test_a_shelf_leaves_nothing_in_its_folder(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "cache")
    shelf.put([(("topics", "uno"), pack({"title": "Uno"}))])

    assert list((tmp_path / "cache").iterdir()) == []


def test_a_forked_process_reads_without_moving_anyone_elses_place() -> None:
    shelf = Shelf()
    shelf.put([(("topics", str(number)), pack({"title": f"Tema {number}"})) for number in range(500)])
    child = os.fork()
    if child == 0:
        right = all(shelf.get(("topics", str(number))) == {"title": f"Tema {number}"} for number in range(500))
        os._exit(0 if right else 1)
    here = [shelf.get(("topics", str(number))) for number in range(500)]

    assert here == [{"title": f"Tema {number}"} for number in range(500)]
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
