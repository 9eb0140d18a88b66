"""The synthetic archive of the benchmark is the same everywhere, valid, and of the shape it promises."""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive import archive, snapshot
from acervo.records.checks import checking
from acervo.records.text import reader
from acervo.site import pages
from bench import corpus, prose, sheet
from bench.chance import Dice, Ranks
from tests.projects import ROOT

THIRTY = "126a69596c68f8215d0abc43fb9bc948b801e976f4d757fb018ecf492cbc51e1"


def digest(conferences: int) -> str:
    state = hashlib.sha256()
    for path, text in corpus.files(conferences):
        state.update(f"{path}\n{text}\n".encode())
    return state.hexdigest()


def records(conferences: int) -> dict[str, bytes]:
    found = corpus.files(conferences)
    return {f"data/{path}": text.encode() for path, text in found if not path.startswith("youtube/")}


def test_the_same_size_gives_the_same_bytes_for_ever():
    assert digest(30) == THIRTY


def test_hash_seed_and_locale_change_nothing():
    code = "from tests.bench.test_corpus import digest; print(digest(30))"
    path = os.pathsep.join(map(str, (ROOT, ROOT / "scripts", ROOT / "tests")))
    odd = {"PYTHONPATH": path, "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    said = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **odd}, capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == THIRTY


def test_every_file_has_a_path_of_its_own():
    paths = Counter(path.lower() for path, _ in corpus.files(300))

    assert [path for path, times in paths.items() if times > 1] == []


def test_no_record_has_a_problem_not_even_a_warning():
    _, problems = checking.check_all(records(300), ())

    assert problems == []


def test_every_snapshot_reads_back_as_itself():
    shots = [(path, text) for path, text in corpus.files(30) if path.startswith("youtube/")]

    assert [
        (f"youtube/{snapshot.file_name(read.id)}", snapshot.dumps(read))
        for read in (snapshot.loads(text) for _, text in shots)
    ] == shots
    assert len(shots) == 15


@pytest.mark.parametrize("conferences", [1, 30, 100])
def test_the_archive_has_as_many_of_each_kind_as_it_says(conferences: int):
    filed, _ = checking.check_all(records(conferences), ())

    assert Counter(record.entry.kind for record in filed) == {
        "conferences": conferences,
        "speakers": max(1, round(conferences * 0.6)),
        "documents": 10 + conferences // 100,
        "institutions": 20,
        "series": 12,
        "networks": 8,
        "topics": 40,
    }


def test_a_thousand_conferences_make_some_two_thousand_pages():
    filed, _ = checking.check_all(records(1_000), ())

    assert 1_800 < len(pages.plan(archive.build(record.entry for record in filed), 50)) < 2_200


def test_every_person_takes_part_and_the_first_take_part_most():
    filed, _ = checking.check_all(records(500), ())
    joined = archive.build(record.entry for record in filed)
    talks = sorted(len(joined.named_by(key, "conferences")) for key in joined.order["speakers"])

    assert talks[0] >= 1
    assert talks[-1] > 4 * talks[len(talks) // 2]


def test_conferences_spread_over_fifteen_years_and_some_dates_are_not_whole():
    filed, _ = checking.check_all(records(500), ())
    dates = [record.entry.date for record in filed if record.entry.kind == "conferences"]

    assert {date[:4] for date in dates if date} == {str(year) for year in range(2010, 2025)}
    assert {len(date) for date in dates} == {0, 4, 7, 10}


@given(st.integers(0, 2**32))
def test_texts_are_as_long_as_real_ones(seed: int):
    dice = Dice(seed)
    lengths = len(prose.title(dice)), len(prose.summary(dice)), len(prose.description(dice))

    assert all(
        shortest <= length <= longest
        for length, (shortest, longest) in zip(lengths, (prose.TITLE, prose.SUMMARY, prose.DESCRIPTION), strict=True)
    )


@given(st.integers(0, 2**32), st.integers(1, 60), st.integers(0, 9))
def test_ranks_are_different_and_within_their_count(seed: int, count: int, wanted: int):
    found = Ranks(Dice(seed), count, 3).several(wanted)

    assert len(set(found)) == len(found) == min(wanted, count)
    assert set(found) <= set(range(count))


keys = st.from_regex("[a-z]{3,8}", fullmatch=True)
texts = st.text(st.sampled_from("aeñ: #-«»(),.;?0\"'\\\n"), min_size=1, max_size=20).map(str.strip).filter(bool)
sheets = st.recursive(
    st.dictionaries(keys, texts, min_size=1, max_size=4),
    lambda inner: st.dictionaries(
        keys, texts | inner | st.lists(texts | inner, min_size=1, max_size=3), min_size=1, max_size=3
    ),
    max_leaves=6,
)


@given(sheets)
def test_a_sheet_reads_back_as_it_was(record: dict[str, sheet.Value]):
    assert reader.read(sheet.sheet(record).encode()) == (record, ())


def test_writing_gives_the_files_and_their_number(tmp_path: Path):
    count = corpus.write(tmp_path / "data", 5)
    written = {
        path.relative_to(tmp_path / "data").as_posix(): path.read_text(encoding="utf-8")
        for path in (tmp_path / "data").rglob("*")
        if path.is_file()
    }

    assert written == dict(corpus.files(5))
    assert count == len(written)
