"""The index of moments in a whole build: made of what is shown, kept where nothing changed, never half old."""

import json
import re
import zlib
from itertools import chain
from pathlib import Path

import pytest

from tests import projects

TALK = "2023-abrir-un-archivo"
CAPTIONS = "data/youtube/captions/v_ejemplo0001_000.es-MX.vtt"
LEAVE = "captions_permission: granted"


def build(project: Path, *arguments: str) -> None:
    done = projects.run(project, "build", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr


def index(project: Path) -> dict[str, str]:
    """Return the digests of the files of the index."""
    folder = project / "site" / "momentos"
    return projects.digests(folder) if folder.exists() else {}


def change(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional archive, built."""
    made = projects.copy(tmp_path)
    build(made)
    return made


def test_the_index_is_made_of_the_talks_whose_words_are_shown(project):
    texts = [path for path in index(project) if path.startswith("textos/")]
    shown = sorted(
        re.split("/", path.as_posix())[-2] for path in (project / "site" / "conferencias").glob("*/subtitulos.*.vtt")
    )

    assert sorted(re.sub(r"textos/(.*)\.[0-9a-f]{8}\.bin", r"\1", path) for path in texts) == shown
    assert TALK in shown


def test_each_talk_knows_the_name_of_its_page_in_the_search_of_records(project):
    site = project / "site"
    shards = json.loads(zlib.decompress((site / "momentos" / "shards.bin").read_bytes()))["shards"]
    pages = json.loads(zlib.decompress((site / "momentos" / "pages.bin").read_bytes()))

    assert [len(some) for some in pages] == [len(shard["paragraphs"]) for shard in shards]
    for name in chain.from_iterable(pages):
        assert (site / "pagefind" / "inicio" / "fragment" / f"{name}.pf_fragment").is_file()


def test_without_leave_to_publish_nothing_is_indexed(project):
    for place in (project / "data").rglob("*.yml"):
        if LEAVE in place.read_text(encoding="utf-8"):
            change(project, place.relative_to(project).as_posix(), LEAVE, "captions_permission: denied")
    build(project)

    assert [*index(project)] == ["shards.bin"]
    assert json.loads(zlib.decompress((project / "site" / "momentos" / "shards.bin").read_bytes()))["shards"] == []


def test_a_build_without_index_has_none_and_the_next_has_it_again(project):
    before = index(project)
    build(project, "--no-index")
    assert index(project) == {}
    build(project)

    assert index(project) == before


def test_a_corrected_word_gives_what_a_build_from_nothing_gives(project):
    before = index(project)
    change(project, CAPTIONS, "esta voz es inventada", "esta voz es ficticia")
    build(project)
    grown = index(project)
    build(project, "--clean")

    assert grown == index(project)
    assert grown.keys() != before.keys()


def test_an_unchanged_index_is_not_made_again(project):
    place = project / "site" / "momentos" / "shards.bin"
    before = {path: (project / "site" / "momentos" / path).stat().st_ino for path in index(project)}
    build(project)

    assert {path: (project / "site" / "momentos" / path).stat().st_ino for path in index(project)} == before
    assert place.is_file()
