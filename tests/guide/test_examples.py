"""Every example of the guide is told its message by what checks an archive, and put right it is told nothing."""

import shutil
from pathlib import Path

import pytest

from acervo.editing import checkup
from acervo.guide import setting, trial
from acervo.guide.example import Example, Fate, Unshown
from acervo.guide.examples import EXAMPLES, PARTS
from acervo.publishing.theme import project
from acervo.records.checks.sentences import SENTENCES
from acervo.records.problems import Problem

SHOWN = {code: example for code, example in EXAMPLES.items() if isinstance(example, Example)}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache with what the program writes of itself, which is the same for all examples."""
    found = _project(tmp_path_factory.mktemp("cache"))
    checkup.generate(project(found))
    return found.parent / ".acervo"


def _project(folder: Path) -> Path:
    config = folder / "mkdocs.yml"
    config.write_text("site_name: Acervo ficticio\nextra:\n  acervo:\n    data: data\n", encoding="utf-8")
    (folder / "data").mkdir()
    return config


def _on_disk(folder: Path, files: setting.Whole, cache: Path) -> list[Problem]:
    """Return what the two verbs tell of files on a disk; no schema is kept there but that of an example."""
    config = _project(folder)
    shutil.copytree(cache, folder / ".acervo")
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    found = project(config)
    told = {*checkup.check(found)[0], *checkup.captions(found)[0]}
    return sorted(one for one in told if one.path in files or not one.path.startswith("data/schema/"))


def test_every_message_has_an_example_in_one_part_and_none_is_of_a_message_that_is_no_more() -> None:
    assert EXAMPLES.keys() == SENTENCES.keys()
    assert sum(map(len, PARTS)) == len(EXAMPLES)


def test_only_what_cannot_happen_has_no_example() -> None:
    assert [code for code, example in EXAMPLES.items() if isinstance(example, Unshown)] == ["id_twice"]


@pytest.mark.parametrize("code", SHOWN)
def test_an_example_is_told_its_message_and_no_other(code: str) -> None:
    example = SHOWN[code]

    assert {problem.code for problem in trial.told(setting.wrong(example))} == {code, *example.also}


@pytest.mark.parametrize("code", SHOWN)
def test_an_example_put_right_is_told_nothing(code: str) -> None:
    assert trial.told(setting.right(SHOWN[code])) == []


@pytest.mark.parametrize("code", SHOWN)
def test_the_verbs_tell_the_same_of_the_files_of_an_example(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path
) -> None:
    for name, files in (("wrong", setting.wrong(SHOWN[code])), ("right", setting.right(SHOWN[code]))):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.chdir(folder)

        assert _on_disk(folder, files, cache) == trial.told(files)


@pytest.mark.parametrize("code", SHOWN)
def test_what_is_shown_is_what_the_files_say(code: str) -> None:
    example = SHOWN[code]
    wrong, right = setting.wrong(example), setting.right(example)

    for files, shown in ((wrong, example.wrong), (right, example.right)):
        for path, text in shown.items():
            if text is Fate.GONE:
                assert path not in files
            elif isinstance(text, bytes):
                assert files[path] == text
            elif isinstance(text, str):
                assert {*text.splitlines()} <= {*files[path].decode().splitlines()}
    assert wrong != right


def test_no_example_says_anything_of_anybody() -> None:
    texts = [str(text) for one in SHOWN.values() for files in (one.wrong, one.right) for text in files.values()]
    addresses = [word for text in texts for word in text.split() if "//" in word]

    assert addresses
    assert {one for one in addresses if "ejemplo.example" not in one} == {"https://youtu.be/aB3_dEfGh-w"}
