"""The verbs `format` and `fix`, and what `check` remembers: what they write, what they leave alone, what they say."""

import os
import shutil
from pathlib import Path

import projects
import pytest
from click.testing import CliRunner, Result

from acervo.cli import acervo
from acervo.forge import FORMS

WRONG = "title: Nubes: una mirada\ndate: 25 de mayo de 2024\ndraft: true\nupdated: 2026-01-15\n"
RIGHT = 'title: "Nubes: una mirada"\ndate: 2024-05-25\ndraft: true\nupdated: 2026-01-15\n'
UNTIDY = "# De prueba.\ndraft: true\nupdated: 2026-01-15   \ntitle: 'Una nube'\n"
TIDY = "title: Una nube\nupdated: 2026-01-15\n# De prueba.\ndraft: true\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small project: the settings and templates of the real one, and no record yet."""
    shutil.copy(projects.ROOT / "mkdocs.yml", tmp_path)
    for name in ("overrides", "scripts", "content"):
        (tmp_path / name).symlink_to(projects.ROOT / name)
    folder = tmp_path / "tests" / "archive"
    folder.mkdir(parents=True)
    shutil.copy(projects.ARCHIVE / "mkdocs.yml", folder)
    (folder / "content").symlink_to(projects.ARCHIVE / "content")
    (folder / "data" / "conferences").mkdir(parents=True)
    return folder


def run(project: Path, *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(acervo, ["--config", str(project / "mkdocs.yml"), *arguments], input=typed)


def record(project: Path, name: str, text: str) -> Path:
    path = project / "data" / "conferences" / f"{name}.yml"
    path.write_bytes(text.encode())
    return path


def test_format_writes_what_is_not_in_its_form_and_says_which(project: Path) -> None:
    untidy, tidy = record(project, "nube-una", UNTIDY), record(project, "nube-dos", TIDY)

    first = run(project, "format")
    again = run(project, "format")

    assert (first.exit_code, untidy.read_text(), tidy.read_text()) == (0, TIDY, TIDY)
    assert first.output == f"Con nuevo formato: {untidy}\n1 archivo de 2.\n"
    assert (again.exit_code, again.output) == (0, "Todo en su forma: 2 archivos.\n")


def test_format_check_writes_nothing_and_names_the_files(project: Path) -> None:
    untidy = record(project, "nube-una", UNTIDY)

    result = run(project, "format", "--check")

    assert (result.exit_code, untidy.read_text()) == (1, UNTIDY)
    assert result.output == f"Falta dar formato: {untidy}\n1 archivo de 1.\n"


def test_format_leaves_a_record_with_errors_alone_and_says_why(project: Path) -> None:
    wrong, untidy = record(project, "nube-mala", WRONG), record(project, "nube-una", UNTIDY)

    result = run(project, "format")

    assert (result.exit_code, wrong.read_text(), untidy.read_text()) == (1, WRONG, TIDY)
    assert f"{wrong}:1:13: error" in result.output
    assert "Sin tocar, hasta que se corrija: 1 archivo." in result.output


def test_format_does_what_it_is_told_and_nothing_else(project: Path) -> None:
    one, other = record(project, "nube-una", UNTIDY), record(project, "nube-dos", UNTIDY)

    assert run(project, "format", str(one)).exit_code == 0
    assert (one.read_text(), other.read_text()) == (TIDY, UNTIDY)
    assert run(project, "format", str(project / "data" / "conferences")).exit_code == 0
    assert other.read_text() == TIDY


def test_format_refuses_what_is_no_record_of_this_archive(project: Path) -> None:
    outside = project / "nube.yml"
    outside.write_text(UNTIDY)

    assert "no está en la carpeta de las fichas" in str(run(project, "format", str(outside)).exception)
    assert "No existe" in str(run(project, "fix", str(project / "data" / "no.yml")).exception)
    assert outside.read_text() == UNTIDY


def test_fix_repairs_what_leaves_no_doubt_and_says_what(project: Path) -> None:
    wrong = record(project, "nube-mala", WRONG)

    result = run(project, "fix")

    assert (result.exit_code, wrong.read_text()) == (0, RIGHT)
    assert [line.rpartition(" ")[2] for line in result.output.splitlines()] == ["[colon]", "[date_shape]"]
    assert run(project, "fix").output == "No hay nada que se pueda reparar sin duda.\n"


def test_fix_dry_run_shows_the_lines_and_writes_nothing(project: Path) -> None:
    wrong = record(project, "nube-mala", WRONG)

    result = run(project, "fix", "--dry-run")

    assert wrong.read_text() == WRONG
    assert '-title: Nubes: una mirada\n-date: 25 de mayo de 2024\n+title: "Nubes: una mirada"\n' in result.output
    assert "Se repararía: " in result.output


def test_fix_leaves_for_a_person_what_it_cannot_know(project: Path) -> None:
    text = "title: Una nube\ndate: 05/06/2024\ndraft: true\nupdated: 2026-01-15\n"
    doubtful = record(project, "nube-dudosa", text)

    result = run(project, "fix")

    assert (result.exit_code, doubtful.read_text()) == (1, text)
    assert "Queda 1 problema para una persona." in result.output


def test_check_says_the_same_when_nothing_changed_and_anew_when_something_did(project: Path) -> None:
    wrong = record(project, "nube-mala", WRONG)
    for path in (project / "data").rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    first = run(project, "check", "--format", "json")
    kept = project / ".acervo" / "verdict"
    again = run(project, "check", "--format", "json")
    written = kept.stat().st_mtime_ns

    assert again.output == first.output
    assert '"repair": {' in first.output
    assert kept.stat().st_mtime_ns == written

    wrong.write_text(RIGHT)
    assert run(project, "check", "--format", "json").output != first.output
    kept.write_bytes(b"spoilt")
    assert "[colon]" not in run(project, "check").output


def test_check_sees_an_issue_form_that_was_changed_by_hand(project: Path) -> None:
    form = project / FORMS / "error.yml"
    form.parent.mkdir(parents=True)
    run(project, "generate")
    for path in (*(project / "data").rglob("*"), *form.parent.iterdir()):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    before = run(project, "check")
    form.write_text("name: Otro\n")

    assert "Todo bien" in before.output
    assert "error.yml: error: no corresponde" in run(project, "check").output


def test_check_does_not_remember_what_may_still_change_under_one_stamp(project: Path) -> None:
    new = record(project, "nube-mala", WRONG)
    os.utime(new, (2_000_000_000, 2_000_000_000))
    run(project, "check")

    assert not (project / ".acervo" / "verdict").exists()
