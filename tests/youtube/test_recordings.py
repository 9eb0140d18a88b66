"""The real extractor over answers that somebody recorded, which are never part of the repository.

ACERVO_RECORDINGS names a folder with one folder per video, named by its id: `watch.html`, `player.json`, `next.json`
(whichever there are; what is missing is answered with 404) and, if known, `state.txt` with the outcome expected.
Without the variable these tests are not collected.
"""

import os
from datetime import date
from pathlib import Path

import pytest

from acervo.archive import snapshot as kept
from acervo.youtube.answer import Silence
from acervo.youtube.snapshot import merge
from tests.youtube import answers as yt
from tests.youtube.conftest import RECORDINGS
from tests.youtube.replay import Answerer, Key, Reply, offline

VIDEOS = sorted(path for path in Path(os.environ[RECORDINGS]).iterdir() if path.is_dir())
DAY = date(2026, 11, 20)


def recorded(folder: Path) -> Answerer:
    """Answer with what was recorded of one video."""
    files = {"/watch": ("watch.html", yt.HTML), "/player": ("player.json", yt.JSON), "/next": ("next.json", yt.JSON)}

    def answer(key: Key) -> Reply:
        for ending, (name, headers) in files.items():
            if key["path"].endswith(ending) and (folder / name).is_file():
                return 200, headers, (folder / name).read_bytes()
        return 404, yt.JSON, b"{}"

    return answer


@pytest.mark.parametrize("folder", VIDEOS, ids=lambda folder: folder.name)
def test_a_recorded_answer_is_understood_and_kept(folder: Path) -> None:
    extractor, log = offline(recorded(folder))
    answer = extractor.video(folder.name)
    expected = folder / "state.txt"

    assert [key for key, status in log if status is None] == []
    assert answer.state is not Silence.ERROR, answer.reason
    if expected.is_file():
        assert answer.state.value == expected.read_text(encoding="utf-8").strip()
    if (found := merge(None, folder.name, answer, DAY)) is not None:
        assert kept.loads(kept.dumps(found)) == found
        assert merge(found, folder.name, answer, DAY) == found


def test_there_is_something_to_read() -> None:
    assert VIDEOS != []
