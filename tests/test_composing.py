"""The verb `new`: by questions or by options, one new record in canonical form, or nothing at all."""

import datetime
import shutil
import signal
import subprocess
from pathlib import Path

import projects
import pytest
from click.testing import CliRunner, Result

from acervo.cli import acervo
from acervo.editing import composing
from acervo.errors import Failure
from acervo.publishing.theme import project as opened
from acervo.records.checks.loading import load_file
from acervo.records.models.kinds import KINDS
from acervo.records.writing.canonical import canonical
from acervo.records.writing.questions import Answer, answer, important, questions

TODAY = datetime.date(2026, 11, 20)
OPTIONS = [
    "--title", "Nubes: una mirada", "--date", "25 de mayo de 2024", "--start-time", "11 hrs",
    "--modality", "Presencial", "--topics", "cuidados",
    "--people", "person=clara-de-la-cruz-ejemplo; role=Ponente", "--recording-youtube",
    "https://youtu.be/aB3_dEfGh-1", "--recording-state", "published", "--summary", "Nubes inventadas.",
    "--sources", "title=Boletín ficticio; url=https://nube.example/",
]  # fmt: skip
WRITTEN = """\
title: "Nubes: una mirada"
date: 2024-05-25
start_time: "11:00"
# Institución que organiza: El id de la institución.
# institution: senado-utig
modality: in_person
summary: Nubes inventadas.
people:
  - person: clara-de-la-cruz-ejemplo
    role: speaker
# Descripción: Markdown: lo que se trató.
# description: Se presentó…
recording:
  state: published
  youtube: aB3_dEfGh-1
# Consentimiento: Cómo se avisó al público que se grabaría y qué se haría con sus preguntas.
# consent: Al inscribirse
topics:
  - cuidados
sources:
  - title: Boletín ficticio
    url: https://nube.example/
updated: {today}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with the records of the fictional archive."""
    shutil.copy(projects.ROOT / "mkdocs.yml", tmp_path)
    for name in ("overrides", "scripts"):
        (tmp_path / name).symlink_to(projects.ROOT / name)
    folder = tmp_path / "tests" / "archive"
    folder.mkdir(parents=True)
    shutil.copy(projects.ARCHIVE / "mkdocs.yml", folder)
    (folder / "content").symlink_to(projects.ARCHIVE / "content")
    shutil.copytree(projects.ARCHIVE / "data", folder / "data")
    return folder


def run(project: Path, *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(acervo, ["--config", str(project / "mkdocs.yml"), "new", *arguments], input=typed)


def typed_for(kind: str, told: dict[str, list[str]]) -> str:
    """Return what a person types: the answers to each question that is asked, and an empty line to the others."""
    lines: list[str] = []
    for one in questions(kind):
        if one.name in important(kind) or one.short:
            lines += told.get(one.name, [""])
    return "\n".join([*lines, "", ""])


def test_options_write_a_record_with_comments_where_something_is_missing(project: Path) -> None:
    result = run(project, "conferencia", *OPTIONS)
    path = project / "data" / "conferences" / "2024-nubes-una-mirada.yml"
    today = datetime.datetime.now(datetime.UTC).date().isoformat()

    assert result.exit_code == 0, result.output
    assert path.read_text() == WRITTEN.format(today=today)
    assert "Falta, si se sabe: Institución que organiza, Descripción, Consentimiento.\n" in result.output


def test_questions_write_the_same_record_as_options(project: Path) -> None:
    found = opened(project / "mkdocs.yml")
    told = {
        "title": ["", "Nubes: una mirada"],
        "date": ["mañana", "25 de mayo de 2024"],
        "start_time": ["11 hrs"],
        "modality": ["2"],
        "summary": ["Nubes inventadas."],
        "topics": ["cuidados", ""],
        "people": ["s", "clara cruz", "1", "Ponente", "", "", "", "n"],
        "recording": ["s", "2", "", "https://youtu.be/aB3_dEfGh-1", *[""] * 8],
        "sources": ["s", "Boletín ficticio", "https://nube.example/", "", "", "", "", "", "n"],
    }
    result = run(project, "conferences", typed=typed_for("conferences", told))
    path = found.data / "conferences" / "2024-nubes-una-mirada.yml"

    assert path.is_file(), result.output
    assert path.read_text() == WRITTEN.format(today=datetime.datetime.now(datetime.UTC).date().isoformat())


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "topics"])
def test_a_record_of_any_kind_begins_in_canonical_form_and_without_flaws(project: Path, kind: str) -> None:
    found = opened(project / "mkdocs.yml")
    read = composing.read(found)
    composing.compose(found, read, kind, {"title": "Nube de ejemplo para probar"}, "nube-de-ejemplo", TODAY)
    data = (found.data / kind / "nube-de-ejemplo.yml").read_bytes()

    assert canonical(data.decode(), kind).encode() == data
    assert {problem.code for problem in load_file(f"data/{kind}/nube-de-ejemplo.yml", data).problems} <= {
        "missing", "no_source", "list_empty", "evaluation_of_nothing",
    }  # fmt: skip


def test_a_topic_is_added_below_the_others(project: Path) -> None:
    path = project / "data" / "topics.yml"
    before = path.read_text()
    result = run(project, "tema", "--title", "Nubes altas", "--sources", "title=Boletín ficticio")

    assert "Escrita: " in result.output
    assert path.read_text().startswith(before)
    assert path.read_text().removeprefix(before).startswith("\nnubes-altas:\n  title: Nubes altas\n")


def test_nothing_is_overwritten(project: Path) -> None:
    found = opened(project / "mkdocs.yml")
    read = composing.read(found)
    composing.compose(found, read, "conferences", {"title": "Una nube"}, "nube-una", TODAY)
    before = projects.digests(found.data)

    for id_, reason in (
        ("nube-una", "ya es, o fue"),
        ("2024-violencia-en-linea", "ya es, o fue"),
        ("2024", "reservado"),
        ("Ñ", "id"),
    ):
        with pytest.raises(Failure, match=reason):
            composing.compose(found, composing.read(found), "conferences", {"title": "Otra"}, id_, TODAY)
    with pytest.raises(Failure, match="ya es, o fue"):
        composing.compose(found, read, "conferences", {"title": "Otra"}, "nube-una", TODAY)
    assert projects.digests(found.data) == before


def test_an_answer_that_does_not_serve_writes_nothing(project: Path) -> None:
    before = projects.digests(project / "data")

    assert "no es una fecha" in str(run(project, "conferencia", "--title", "Nube", "--date", "ayer").exception)
    assert "no se entiende en --people" in str(run(project, "conferencia", "--people", "clara").exception)
    assert run(project, "nubes").exit_code == 2
    assert projects.digests(project / "data") == before


def test_probable_duplicates_are_pointed_out(project: Path) -> None:
    found = opened(project / "mkdocs.yml")
    tree = {"title": "¿A quién nombra el lenguaje?", "recording": {"youtube": "Ejemplo0001"}, "date": "2023-05"}
    made = composing.compose(found, composing.read(found), "conferences", tree, "", TODAY)

    assert len(made.alike) == 1
    assert made.alike[0].endswith("(«¿A quién nombra el lenguaje?»): el mismo video, el mismo título, la misma fecha.")


def test_the_end_of_what_is_typed_writes_nothing(project: Path) -> None:
    before = projects.digests(project / "data")
    result = run(project, "conferencia", typed="Una nube\n1\n")

    assert result.exit_code == 1
    assert projects.digests(project / "data") == before


def test_ctrl_c_writes_nothing(project: Path) -> None:
    before = projects.digests(project / "data")
    with subprocess.Popen(
        projects.command(project, "new", "conferencia"),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={"PYTHONPATH": str(projects.ROOT / "scripts"), "PATH": "", "PYTHONUNBUFFERED": "1"},
        preexec_fn=projects.heed_interrupts,
    ) as running:  # fmt: skip
        assert running.stdin
        assert running.stdout
        running.stdin.write("Una nube\n")
        running.stdin.flush()
        while "Ciclo" not in running.stdout.readline():
            running.stdin.write("\n")
            running.stdin.flush()
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=projects.PATIENCE)

    assert (running.returncode, complaint.lstrip()) == (130, "Interrumpido. Lo que estaba terminado sigue entero.\n")
    assert projects.digests(project / "data") == before


def test_what_an_answer_means() -> None:
    by_name = {one.name: one for one in questions("conferences")}

    assert answer(by_name["kind"], "2") == answer(by_name["kind"], "FORO") == Answer("forum")
    assert answer(by_name["date"], "25 de mayo de 2024") == Answer("2024-05-25")
    assert answer(by_name["date"], "05/06/2024").refusal.startswith("«05/06/2024» no es una fecha")
    assert answer(by_name["title"], "  Una\xa0nube ") == Answer("Una nube")
    assert answer(by_name["kind"], "9").refusal.startswith("«9» no es uno de los valores posibles")
