"""An issue becomes a record: what people write in a form, and what anybody may write in its place."""

import json
import shutil
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acervo.errors import Failure
from acervo.forge import writing
from acervo.forge.answering import Change
from acervo.forge.body import answers, kind_of
from acervo.forge.markdown import block, code, prose
from acervo.forge.questions import fields, questions
from acervo.forge.reply import MARK, reply
from acervo.forge.review import Likeness
from acervo.proposals.intake import event, receive
from acervo.publishing.theme import project as project_of
from acervo.records.models.kinds import KINDS
from acervo.records.text.reader import read
from acervo.records.writing.canonical import clean
from tests.forge import hostile
from tests.forge.small import RECORDS, body, living, project
from tests.projects import ROOT, copy, run

DAY = "2026-11-20"
PROPOSAL = "https://forja.example/acervo/acervo/pulls?q=1"
TOLD = {
    "title": "Género: una mirada",
    "kind": "Foro",
    "date": "Lunes 25 de mayo de 2026",
    "start_time": "5:30 pm",
    "topics": "linternas",
    "people": "Inés Prueba y Campo | Moderación | Titular",
    "recording": "Estado de la grabación: Publicada\nVideo de YouTube: https://www.youtube.com/watch?v=aB3_dEfGh-w\n"
    "Capítulos:\n0:00 | Bienvenida\n12:30 | Preguntas \\| respuestas\nIdioma:\n",
    "sources": "Boletín ficticio",
}
RECORD = """\
title: "Género: una mirada"
kind: forum
date: 2026-05-25
start_time: "17:30"
people:
  - person: ines-prueba
    role: moderator
    office: Titular
recording:
  state: published
  youtube: aB3_dEfGh-w
  chapters:
    - start: "0:00"
      title: Bienvenida
    - start: "12:30"
      title: Preguntas | respuestas
topics:
  - linternas
sources:
  - title: Boletín ficticio
updated: 2026-11-20
"""


def everything(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def plain(tree):
    """What the reader gives back of a tree: no empty values."""
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items() if value not in ("", [], {})}
    return [plain(item) for item in tree] if isinstance(tree, list) else clean(tree)


def test_answers_become_the_canonical_record(tmp_path):
    found = project(tmp_path)

    done = receive(found, body("conferences", TOLD), "", DAY)

    assert (done.complaints, done.problems) == ((), ())
    assert done.path.endswith("data/conferences/2026-genero-una-mirada.yml")
    assert (found.data / "conferences/2026-genero-una-mirada.yml").read_text(encoding="utf-8") == RECORD
    assert done.understood.changes == (
        Change("Personas › Persona", "Inés Prueba y Campo", "ines-prueba"),
        Change("Fecha", "Lunes 25 de mayo de 2026", "2026-05-25"),
        Change("Hora de inicio", "5:30 pm", "17:30"),
        Change("Grabación › Video de YouTube", "https://www.youtube.com/watch?v=aB3_dEfGh-w", "aB3_dEfGh-w"),
    )


def test_a_list_of_which_nothing_was_chosen_says_nothing(tmp_path):
    done = receive(
        project(tmp_path), body("conferences", TOLD | {"modality": "None", "kind": "_No response_"}), "", DAY
    )

    assert done.written
    assert done.understood.tree.keys() & {"modality", "kind"} == set()


def test_a_record_that_may_be_there_already_is_pointed_out(tmp_path):
    told = {"title": "Charla ficticia de mayo", "date": "2026-05-25", "sources": "Boletín ficticio", "id": "2026-otra"}

    done = receive(project(tmp_path), body("conferences", told), "", DAY)

    assert [(one.title, one.why) for one in done.twins] == [("Charla ficticia de mayo", Likeness.TITLE)]
    assert "tiene el mismo título que `Charla ficticia de mayo`" in reply(done, "")


def test_who_has_no_record_goes_to_the_notes_of_a_draft(tmp_path):
    done = receive(project(tmp_path), body("conferences", TOLD | {"people": "Dra. Nadie"}), "", DAY)

    tree = done.understood.tree
    assert (tree.get("people"), tree["notes"], tree["draft"]) == (
        None, "Personas › Persona: «Dra. Nadie» todavía no tiene ficha.", "true",
    )  # fmt: skip
    assert done.written


def test_without_a_source_it_is_a_draft(tmp_path):
    told = {key: text for key, text in TOLD.items() if key != "sources"}

    done = receive(project(tmp_path), body("conferences", told), "", DAY)

    assert done.written
    assert done.understood.tree["draft"] == "true"
    assert "borrador" in reply(done, "")


def test_errors_are_told_with_the_label_of_the_field_and_nothing_is_written(tmp_path):
    found = project(tmp_path)
    before = everything(found.data)

    done = receive(found, body("conferences", TOLD | {"date": "32 de mayo", "sources": "Boletín | x"}), "", DAY)

    assert not done.written
    assert {(one.field, one.code) for one in done.problems} == {
        ("Fecha", "date_shape"), ("Fuentes › Dirección", "url_shape"),
    }  # fmt: skip
    assert "**Fecha**" in reply(done, "")
    assert everything(found.data) == before


@pytest.mark.parametrize("id_", ["2026-charla", "../../fuera", "con", "/etc/passwd", "a", "2026"])
def test_no_record_is_replaced_and_no_other_place_is_written(tmp_path, id_):
    found = project(tmp_path)
    before = everything(tmp_path)

    done = receive(found, body("conferences", TOLD | {"id": id_}), "", DAY)

    kept = {path: data for path, data in everything(tmp_path).items() if not path.startswith(".acervo")}
    assert not done.written
    assert kept == before


def test_a_file_with_errors_is_not_replaced_either(tmp_path):
    found = project(tmp_path, RECORDS | {"conferences/2026-genero-una-mirada.yml": "title: [\n"})

    done = receive(found, body("conferences", TOLD), "", DAY)

    assert not done.written
    assert (found.data / "conferences/2026-genero-una-mirada.yml").read_text(encoding="utf-8") == "title: [\n"


def test_a_topic_is_added_below_the_others(tmp_path):
    found = project(tmp_path)
    told = {"title": "Faroles", "sources": "Boletín ficticio", "broader": "Linternas"}

    done = receive(found, body("topics", told), "", DAY)

    added = "faroles:\n  title: Faroles\n  broader: linternas\n"
    added += "  sources:\n    - title: Boletín ficticio\n  updated: 2026-11-20\n"
    assert done.written
    assert (found.data / "topics.yml").read_text(encoding="utf-8") == f"{RECORDS['topics.yml']}\n{added}"
    assert not receive(found, body("topics", told), "", DAY).written


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_of_record_is_seen_in_the_questions(kind):
    assert kind_of(body(kind, {})) == kind


def test_other_issues_have_no_kind():
    assert [kind_of(text) for text in ("", "Hola", "### Título\n\nx", "### \n" * 50)] == [""] * 4


def test_a_heading_in_an_answer_leaves_a_doubt_and_nothing_is_written(tmp_path):
    done = receive(project(tmp_path), body("conferences", TOLD | {"summary": "Uno\n### Fecha\n2020"}), "", DAY)

    assert not done.written
    assert any("**Fecha**" in one for one in done.complaints)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("1, 8 y 15 de mayo de 2026", ["2026-05-01", "2026-05-08", "2026-05-15"]),
        ("25 y 26 de mayo de 2026", ["2026-05-25", "2026-05-26"]),
        ("2026-05-25; 26 de mayo de 2026", ["2026-05-25", "2026-05-26"]),
        ("25 de mayo de 2026 y 3 de junio de 2026", ["2026-05-25", "2026-06-03"]),
        ("lunes 25 de mayo de 2026", ["2026-05-25"]),
        ("2026-05-25, 2026-05-26", ["2026-05-25", "2026-05-26"]),
        ("en mayo", ["en mayo"]),
    ],
)
def test_several_days_may_share_a_line(line, days):
    field = {"name": "previous_dates", "many": True, "checks": [["date"], ["whole_day"]]}

    assert writing.value_of("conferences", field, line).value == days


def test_parts_are_told_by_name_or_on_one_line():
    (field,) = [one for one in fields("conferences") if one["name"] == "sources"]

    named = writing.value_of(
        "conferences", field, "**Título de la fuente**: Uno\nDirección: https://a.example\n\n- Título de la fuente: Dos"
    )
    lined = writing.value_of("conferences", field, "- Uno | https://a.example\n2. Dos")

    assert named.value == lined.value == [{"title": "Uno", "url": "https://a.example"}, {"title": "Dos"}]


def test_a_line_that_fits_nowhere_is_told(tmp_path):
    done = receive(project(tmp_path), body("conferences", TOLD | {"place": "por ahí"}), "", DAY)

    assert done.complaints == ("**Lugar**: no se entiende este renglón: `por ahí`",)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), kind=st.sampled_from(list(KINDS)))
def test_a_hostile_body_writes_nothing_outside_and_nothing_of_it_acts(tmp_path_factory, data, kind):
    folder = tmp_path_factory.mktemp("acervo")
    found = project(folder)
    before = everything(folder)
    told = {one.id: data.draw(hostile.texts) for one in questions(kind) if data.draw(st.booleans())}
    text = body(kind, told) if data.draw(st.booleans()) else data.draw(hostile.texts) + body(kind, told)[40:]

    done = receive(found, text, kind, DAY)
    comment = reply(done, PROPOSAL)

    new = {path: content for path, content in everything(folder).items() if before.get(path) != content}
    new = {path for path in new if not path.startswith(".acervo/")}
    expected = "data/topics.yml" if kind == "topics" else f"data/{kind}/"
    assert [path for path in new if not path.startswith(expected)] == []
    assert len(new) == int(done.written)
    assert before.keys() <= everything(folder).keys()
    assert living(comment, frozenset({PROPOSAL})) == []
    assert comment.startswith(MARK + "\n")
    if done.text:
        tree = read(done.text.encode("utf-8", "surrogatepass")).tree
        assert tree == (
            {done.understood.id: plain(done.understood.tree)} if kind == "topics" else plain(done.understood.tree)
        )
    shutil.rmtree(folder)


@settings(max_examples=300, deadline=None)
@given(hostile.texts)
def test_no_text_acts_in_a_comment(text):
    assert living(f"- {code(text)}\n- x {prose(text)}\n\n{block(clean(text))}\n") == []


@settings(max_examples=100, deadline=None)
@given(hostile.texts, hostile.texts)
def test_what_is_written_in_two_boxes_reads_back_as_it_was(title, summary):
    told = body("conferences", {"title": title, "summary": summary})
    found = answers(told, [one.label for one in questions("conferences")])
    if not found.doubtful:
        expected = {"Título": title, "Resumen claro": summary}
        kept = {label: clean("\n".join(line.rstrip() for line in cleaned(text))) for label, text in expected.items()}
        assert found.by_label == {label: text for label, text in kept.items() if text not in ("", "_No response_")}


def cleaned(text):
    return text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")


def test_a_body_that_is_too_long_is_refused(tmp_path):
    done = receive(project(tmp_path), "x" * 70_001, "conferences", DAY)

    assert done.complaints == ("El aviso tiene 70,001 signos y el límite es 70,000: pase lo largo a un documento.",)


def test_the_event_tells_the_body_and_where_the_proposal_will_be(tmp_path):
    place = tmp_path / "event.json"
    told = {"issue": {"body": "Hola", "number": 12}, "repository": {"html_url": "https://github.com/a/b"}}
    place.write_text(json.dumps(told), encoding="utf-8")

    assert event(place) == ("Hola", "https://github.com/a/b/pulls?q=is%3Apr+head%3Aficha%2F12")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"issue": 1}', '{"issue": {"body": 1, "number": "x"}}', "[" * 9_000]
)
def test_what_is_no_event_is_refused_in_a_sentence(tmp_path, text):
    (tmp_path / "event.json").write_text(text, encoding="utf-8")

    with pytest.raises(Failure, match="no es el suceso"):
        event(tmp_path / "event.json")


def test_the_command_writes_the_answer_the_record_and_its_copy(tmp_path):
    found = copy(tmp_path)
    told = {"issue": {"body": body("conferences", TOLD | {"topics": "", "people": "", "recording": ""}), "number": 7},
            "repository": {"html_url": "https://github.com/a/b"}}  # fmt: skip
    (tmp_path / "event.json").write_text(json.dumps(told), encoding="utf-8")

    done = run(found, "from-issue", "--event", str(tmp_path / "event.json"), "--answer", str(tmp_path / "answer"))

    name = "conferences/2026-genero-una-mirada.yml"
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(everything(tmp_path / "answer")) == ["comment.md", f"data/{name}"]
    assert (tmp_path / "answer/data" / name).read_bytes() == (project_of(found / "mkdocs.yml").data / name).read_bytes()


def test_the_command_reads_a_body_and_tells_what_to_correct(tmp_path):
    command = [sys.executable, "-m", "acervo", "--config", str(ROOT / "tests/archive/mkdocs.yml"), "from-issue"]
    done = subprocess.run(
        [*command, "--type", "conferences"], input=b"\xff\0hola @x", capture_output=True, check=False,
        cwd=ROOT, env={"PYTHONPATH": str(ROOT / "scripts"), "PATH": ""},
    )  # fmt: skip

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert "hay que corregir" in done.stdout.decode()
