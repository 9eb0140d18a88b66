"""The review of a proposal: two archives compared, the comment it becomes, and data of anybody read strictly."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acervo.archive.duties import DUTIES
from acervo.errors import Failure
from acervo.forge.repairing import as_lines, changed_lines
from acervo.forge.review import (
    Edit,
    Fate,
    Lack,
    Likeness,
    PageChange,
    Remark,
    Review,
    ReviewError,
    Twin,
    dumps,
    loads,
)
from acervo.forge.summary import LONGEST, MARK, MOST_COMMENTS, comments, summary
from acervo.proposals import review as reviewing
from acervo.records.checks.repairs import apply
from acervo.records.problems import Repair
from tests.forge import hostile
from tests.forge.small import PERSON, RECORDS, TALK, living, project, write
from tests.projects import ROOT, run

PREVIEW = "https://forja.example/acervo/acervo/actions/runs/1#artifacts"
OTHER = TALK.replace("Charla ficticia de mayo", "Faroles, linternas y velas").replace("2026-05-25", "2026-06-25")
THIRD = TALK.replace("Charla ficticia de mayo", "Otra").replace("2026-05-25", "2026-07-25")
BASE = RECORDS | {"conferences/2026-faroles.yml": OTHER, "conferences/2026-otra.yml": THIRD}


def reviewed(tmp_path, base, head):
    found = project(tmp_path / "project")
    done = reviewing.review(found, write(tmp_path / "base", base), write(tmp_path / "head", head))
    label = done.model_dump_json().replace(f"{found.data}", "data")
    return Review.model_validate_json(label.replace(found.data.as_posix().strip("/"), "data"))


def lacks(*codes):
    places = {"recording": "recording.state", "office": "offices"}
    return tuple(Lack(code=code, field=places.get(code, code)) for code in codes)


def test_nothing_changed_is_said(tmp_path):
    done = reviewed(tmp_path, BASE, BASE)

    assert done == Review(records=5)
    assert "no cambia ninguna ficha" in summary(done, PREVIEW)


def test_two_archives_are_compared_page_by_page(tmp_path):
    head = dict(BASE)
    head["conferences/2026-charla.yml"] = TALK.replace("nadie dio", "nadie oyó")
    head["conferences/2026-velas.yml"] = head.pop("conferences/2026-faroles.yml") + "formerly:\n  - 2026-faroles\n"
    head["conferences/2026-otra.yml"] += "withdrawn:\n  date: 2026-11-20\n  reason: A petición\n"
    head["conferences/2026-otra-vez.yml"] = TALK
    head["speakers/ana-borrador.yml"] = PERSON.replace("Inés", "Ana") + "draft: true\n"

    done = reviewed(tmp_path, BASE, head)

    missing = lacks("topics", "institution", "description", "recording")
    place = "data/conferences"
    assert done.model_copy(update={"remarks": ()}) == Review(
        records=7,
        pages=(
            PageChange(fate=Fate.CHANGED, title="Charla ficticia de mayo", file=f"{place}/2026-charla.yml",
                       address="conferencias/2026-charla/", lacks=missing),
            PageChange(fate=Fate.WITHDRAWN, title="Otra", file=f"{place}/2026-otra.yml",
                       address="conferencias/2026-otra/"),
            PageChange(fate=Fate.ADDED, title="Charla ficticia de mayo", file=f"{place}/2026-otra-vez.yml",
                       address="conferencias/2026-otra-vez/", lacks=missing,
                       twins=(Twin(title="Charla ficticia de mayo", file=f"{place}/2026-charla.yml",
                                   why=Likeness.TITLE),)),
            PageChange(fate=Fate.MOVED, title="Faroles, linternas y velas", file=f"{place}/2026-velas.yml",
                       address="conferencias/2026-velas/", was="conferencias/2026-faroles/", lacks=missing),
            PageChange(fate=Fate.DRAFT, title="Ana Prueba y Campo", file="data/speakers/ana-borrador.yml",
                       address="", lacks=lacks("summary", "office")),
        ),
        redirects=(("conferencias/2026-faroles/", "conferencias/2026-velas/"),),
        touched=1,
    )  # fmt: skip


def test_a_record_that_is_gone_or_spoilt_is_told_apart(tmp_path):
    head = {**BASE, "conferences/2026-otra.yml": THIRD + "mal: x\n"}
    del head["conferences/2026-charla.yml"]

    done = reviewed(tmp_path, BASE, head)

    assert {(page.fate, page.file) for page in done.pages} == {
        (Fate.LOST, "data/conferences/2026-charla.yml"),
        (Fate.BROKEN, "data/conferences/2026-otra.yml"),
    }
    assert [(one.file, one.line, one.grave, one.changed) for one in done.remarks] == [
        ("data/conferences/2026-otra.yml", 9, True, True)
    ]


def test_what_was_already_wrong_elsewhere_is_not_told_again(tmp_path):
    base = {**BASE, "conferences/2026-otra.yml": THIRD + "mal: x\n"}
    head = {**base, "conferences/2026-charla.yml": TALK.replace("nadie", "alguien")}

    assert reviewed(tmp_path, base, head).remarks == ()


def test_a_sure_repair_becomes_a_suggestion_on_its_line(tmp_path):
    head = {**BASE, "conferences/2026-otra.yml": THIRD.replace("2026-07-25", "25 de julio de 2026")}

    (comment,) = comments(reviewed(tmp_path, BASE, head))

    assert {key: value for key, value in comment.items() if key != "body"} == {
        "path": "data/conferences/2026-otra.yml", "side": "RIGHT", "line": 2,
    }  # fmt: skip
    assert comment["body"].endswith("\n\n```suggestion\ndate: 2026-07-25\n```")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_repair_as_lines_is_the_repair(data):
    text = data.draw(st.lists(st.text("ab ", max_size=4), min_size=1, max_size=5).map("\n".join))
    lines = text.split("\n")
    line = data.draw(st.integers(1, len(lines)))
    end_line = data.draw(st.integers(line, len(lines) + (line < len(lines))))
    column = data.draw(st.integers(1, len(lines[line - 1]) + 1))
    longest = len(lines[end_line - 1]) + 1 if end_line <= len(lines) else 1
    end = data.draw(st.integers(column if end_line == line else 1, longest))
    repair = Repair(line, column, end_line, end, data.draw(st.text("x\n", max_size=3)))

    edit = as_lines(text, repair)

    kept = [] if edit.gone else edit.text.split("\n")
    assert "\n".join([*lines[: edit.first - 1], *kept, *lines[edit.last :]]).rstrip("\n") == apply(text, repair).rstrip(
        "\n"
    )


def test_the_lines_of_a_file_that_change_are_known():
    assert changed_lines(None, "a\nb\n") == {1, 2, 3}
    assert changed_lines("a\nb\nc\n", "a\nB\nc\nd\n") == {2, 4}
    assert changed_lines("a\nb\n", "a\n") == set()


def test_the_mark_is_the_first_line_and_stays_the_same():
    assert MARK == "<!-- acervo:revision -->"
    assert summary(Review(records=1), "").split("\n")[0] == MARK


def test_a_long_review_is_cut_to_what_github_takes():
    page = PageChange(fate=Fate.ADDED, title="ñ" * 1_500, file="f", address="a/",
                      lacks=tuple(Lack(code=code, field="x" * 100) for code in DUTIES))  # fmt: skip
    remark = Remark(file="data/x.yml", line=1, grave=True, record="r" * 80, field="f", message="m" * 1_500,
                    fix="x" * 1_500, changed=True)  # fmt: skip
    done = Review(records=1, pages=(page,) * 300, remarks=(remark,) * 300)

    assert len(summary(done, PREVIEW)) <= LONGEST
    assert living(summary(done, PREVIEW), frozenset({PREVIEW})) == []
    assert len(comments(done)) == MOST_COMMENTS


names = hostile.texts.map(lambda text: text.encode("utf-8", "replace").decode()[:300])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_of_a_hostile_review_acts(data):
    def draw(kind, **given_):
        values = {key: data.draw(names) if value is str else value for key, value in given_.items()}
        return kind(**values)

    edit = draw(Edit, first=1, last=2, text=str, gone=data.draw(st.booleans()))
    done = Review(
        records=1,
        pages=(draw(PageChange, fate=data.draw(st.sampled_from(list(Fate))), title=str, file=str, address=str, was=str,
                    lacks=(draw(Lack, code="summary", field="@octocat"),),
                    twins=(draw(Twin, title=str, file=str, why=Likeness.TITLE),)),),
        redirects=((data.draw(names), data.draw(names)),),
        remarks=(draw(Remark, file="data/x.yml", line=1, grave=data.draw(st.booleans()), record=str, field=str,
                      message=str, fix=str, changed=True, edit=edit),),
    )  # fmt: skip

    assert loads(dumps(done).encode()) == done
    assert living(summary(done, PREVIEW), frozenset({PREVIEW})) == []
    assert [living(one["body"]) for one in comments(done)] == [[]]


@pytest.mark.parametrize("path", ["../x.yml", "/etc/passwd", "data/../x.yml", "data//x.yml", "-x/y", "data/ñ.yml", ""])
def test_a_strange_path_gets_no_comment_on_its_line(path):
    remark = Remark(file=path, line=1, grave=True, record="", field="", message="m", fix="", changed=True)

    assert comments(Review(records=1, remarks=(remark,))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"records": -1},
        {"records": "1"},
        {"more": 1},
        {"pages": [{"fate": "added"}]},
        {"pages": [{"fate": "otra", "title": "", "file": "", "address": ""}]},
        {"redirects": [["a", "b", "c"]]},
        {"remarks": [{}] * 301},
        {"pages": [{"fate": "added", "title": "x" * 1_501, "file": "", "address": ""}]},
        {"pages": [{"fate": "added", "title": "", "file": "", "address": "",
                    "lacks": [{"code": "otra", "field": ""}]}]},
    ],
)  # fmt: skip
def test_what_is_no_review_is_refused(change):
    with pytest.raises(ReviewError, match="no tiene la forma esperada"):
        loads(json.dumps({"records": 1} | change).encode())


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60) | hostile.texts.map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_a_review_or_refused(data):
    with pytest.raises(ReviewError):
        loads(data)


def test_a_review_that_is_too_big_is_not_even_read(tmp_path):
    place = tmp_path / "review.json"
    place.write_bytes(b" " * 1_000_001)

    with pytest.raises(Failure, match="no es una revisión"):
        reviewing.read(place)


def test_the_command_keeps_a_review_and_words_it_from_what_it_kept(tmp_path):
    write(tmp_path / "base", BASE)
    write(tmp_path / "head", {**BASE, "conferences/2026-otra.yml": THIRD.replace("Otra", "Otra @octocat")})
    archive = ROOT / "tests/archive"

    done = run(archive, "review", "--base", str(tmp_path / "base/data"), "--head", str(tmp_path / "head/data"),
               "--write", str(tmp_path / "review.json"))  # fmt: skip
    worded = run(archive, "review", "--read", str(tmp_path / "review.json"), "--comments", str(tmp_path / "answer"),
                 "--preview", PREVIEW)  # fmt: skip

    comment = (tmp_path / "answer/comment.md").read_text(encoding="utf-8")
    assert (done.returncode, done.stderr, worded.returncode, worded.stderr) == (0, "", 0, "")
    assert "`Otra @octocat`: `conferencias/2026-otra/`" in comment
    assert comment.startswith(MARK)
    assert json.loads((tmp_path / "answer/remarks.json").read_text(encoding="utf-8")) == []
    assert living(comment, frozenset({PREVIEW})) == []


def test_the_command_says_what_it_needs():
    done = run(ROOT / "tests/archive", "review")

    assert (done.returncode, "--base" in done.stderr) == (1, True)
