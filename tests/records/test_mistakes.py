"""Mistakes that real people make in a record: what each is told, and what `acervo fix` makes of it where it is certain.

The records are in `mistakes/written.txt`; what is told and repaired, in `mistakes/told.txt`.
To accept new answers: `make accept`, then look at `git diff`.
"""

import codecs
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.checks.loading import load_file
from acervo.records.problems import as_text
from acervo.records.text.reader import read
from acervo.records.writing.mending import Mended, mend

FOLDER = Path(__file__).parent / "mistakes"
TOLD = FOLDER / "told.txt"
_SIGN = re.compile(r"⟨([0-9A-F]{4})⟩")
_UNSEEN = re.compile("[\0\r\t\xa0\xad\u200b\u202e\ufeff\ufffd]")


def records() -> dict[str, bytes]:
    """Return each wrong record by its path."""
    found: dict[str, bytes] = {}
    for block in (FOLDER / "written.txt").read_text(encoding="utf-8").rstrip("\n").split("\n=== ")[1:]:
        head, newline, text = block.partition("\n")
        text += newline
        name, _, codec = head.partition(" ")
        said = _SIGN.sub(lambda sign: chr(int(sign[1], 16)), text)
        data = (
            codecs.BOM_UTF16_BE + said.encode("utf-16-be")
            if codec == "utf-16-be-bom"
            else said.encode(codec or "utf-8")
        )
        found[f"data/{name}.yml"] = data
    return found


RECORDS = records()


def told(path: str, data: bytes) -> str:
    """Return what an editor reads of a wrong record, and its repaired text with what is left."""
    mended = mend(path, data)
    lines = [f"=== {path}", *map(as_text, load_file(path, data).problems)]
    if mended.done:
        repaired = _UNSEEN.sub(lambda sign: f"⟨{ord(sign[0]):04X}⟩", mended.data.decode())
        left = f", quedan {len(mended.left)}" if mended.left else ""
        lines += [f"--- reparada: {', '.join(problem.code for problem in mended.done)}{left}", repaired.rstrip("\n")]
    return "\n".join(lines) + "\n"


def test_every_mistake_is_told_and_repaired_in_these_exact_words(accept: bool) -> None:
    text = "".join(told(path, data) for path, data in RECORDS.items())
    if accept:
        TOLD.write_text(text, encoding="utf-8")

    assert text == TOLD.read_text(encoding="utf-8")


def test_there_are_enough_mistakes() -> None:
    assert len(RECORDS) >= 150


@pytest.mark.parametrize("path", RECORDS)
def test_a_repair_leaves_less_to_mend_and_is_made_once(path: str) -> None:
    mended = mend(path, RECORDS[path])
    again = mend(path, mended.data)

    assert again == Mended(mended.data, (), mended.left)
    assert all(problem.repair is None or problem in mended.left for problem in mended.left)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_mended_without_a_fall(data: bytes) -> None:
    mended = mend("data/conferences/nube.yml", data)

    assert mend("data/conferences/nube.yml", mended.data).left == mended.left


@given(st.sampled_from(sorted(RECORDS)), st.integers(0, 200), st.binary(max_size=3))
def test_a_wrong_record_made_worse_is_mended_without_a_fall(path: str, place: int, noise: bytes) -> None:
    data = RECORDS[path]
    worse = data[:place] + noise + data[place + 1 :]
    mended = mend(path, worse)

    assert len(mended.done) == 0 or mended.data != worse


@pytest.mark.parametrize("path", RECORDS)
def test_a_repair_changes_no_more_fields_than_it_cures_problems(path: str) -> None:
    mended = mend(path, RECORDS[path])
    before, after = read(RECORDS[path]).tree, read(mended.data).tree
    changed = {
        name for name in {*(before or ()), *(after or ())} if (before or {}).get(name) != (after or {}).get(name)
    }

    assert before is None or len(changed) <= 2 * len(mended.done)
