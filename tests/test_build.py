"""The build as a whole: same inputs, same bytes; the old site stays until the new one is whole."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from acervo import files
from acervo.errors import Failure
from acervo.publishing import build as building
from acervo.publishing.theme import project as project_of
from tests import projects


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site was just built."""
    project = projects.copy(tmp_path_factory.mktemp("built"))
    done = projects.run(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def change(project: Path, title: str) -> None:
    """Give a conference another title."""
    record = sorted((project / "data" / "conferences").glob("*.yml"))[0]
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [f'title: "{title}"\n' if line.startswith("title:") else line for line in lines]
    record.write_text("".join(changed), encoding="utf-8")


def test_another_path_zone_locale_and_hash_seed_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = projects.copy(tmp_path / "otra carpeta ñ")
    done = projects.run(other, "build", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7", LANG="et_EE")

    assert done.returncode == 0, done.stdout + done.stderr
    assert projects.digests(other / "site") == projects.digests(built / "site")


def test_building_again_changes_nothing_and_makes_nothing_anew(built: Path) -> None:
    before = projects.digests(built / "site")
    done = projects.run(built, "build")

    assert "0 hechos de nuevo" in done.stdout
    assert projects.digests(built / "site") == before


def test_one_changed_record_gives_the_bytes_of_a_full_build(tmp_path: Path) -> None:
    project = projects.copy(tmp_path / "a")
    assert projects.run(project, "build").returncode == 0
    for title in ("Otro título (ficticio)", "Y otro más, con ñandú (ficticio)", "Otro título (ficticio)"):
        change(project, title)
        assert projects.run(project, "build").returncode == 0
        step_by_step = projects.digests(project / "site")

        assert projects.run(project, "build", "--clean").returncode == 0
        assert projects.digests(project / "site") == step_by_step


def test_a_record_taken_away_takes_its_page_along_when_the_ledger_lets_it(tmp_path: Path) -> None:
    project = projects.copy(tmp_path / "a")
    (project / "data" / "permalinks.txt").unlink(missing_ok=True)
    extra = project / "data" / "topics.yml"
    text = extra.read_text(encoding="utf-8")
    extra.write_text(
        text.rstrip("\n") + '\ntema-pasajero:\n  title: "Tema pasajero (ficticio)"\n  updated: 2026-01-01\n'
        '  sources:\n    - title: "Invención"\n',
        encoding="utf-8",
    )
    done = projects.run(project, "build", "--no-index")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "site" / "temas" / "tema-pasajero" / "index.html").is_file()
    extra.write_text(text, encoding="utf-8")
    assert projects.run(project, "build", "--no-index").returncode == 0

    assert not (project / "site" / "temas" / "tema-pasajero").exists()
    step_by_step = projects.digests(project / "site")
    assert projects.run(project, "build", "--no-index", "--clean").returncode == 0
    assert projects.digests(project / "site") == step_by_step


def test_an_error_in_a_record_is_told_and_the_old_site_stays(tmp_path: Path) -> None:
    project = projects.copy(tmp_path / "a")
    assert projects.run(project, "build", "--no-index").returncode == 0
    before = projects.digests(project / "site")
    (project / "data" / "conferences" / "rota.yml").write_text("titel: x\n", encoding="utf-8")
    done = projects.run(project, "build", "--no-index")

    assert done.returncode == 1
    assert "rota.yml:1:1: error:" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert projects.digests(project / "site") == before


@pytest.mark.parametrize("place", ["data/conferences/enlace.yml", "content/enlace.md", "../../overrides/enlace.css"])
def test_a_symbolic_link_anywhere_is_refused_in_one_sentence(place: str, tmp_path: Path) -> None:
    project = projects.copy(tmp_path / "a")
    (project / place).symlink_to("/etc/hostname")
    done = projects.run(project, "build", "--no-index")

    assert done.returncode == 1
    assert "es un enlace simbólico" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (project / "site").exists()


def test_killed_at_any_moment_it_leaves_the_old_site_whole(tmp_path: Path) -> None:
    project = projects.copy(tmp_path / "a")
    assert projects.run(project, "build").returncode == 0
    began = time.monotonic()
    change(project, "Medida (ficticia)")
    assert projects.run(project, "build").returncode == 0
    usual = time.monotonic() - began
    moments = random.Random(25)  # the same moments in every run
    states = [projects.digests(project / "site")]
    for number in range(8):
        change(project, f"Título número {number} (ficticio)")
        process = subprocess.Popen(
            projects.command(project, "build"),
            env={**os.environ, "PYTHONPATH": str(projects.ROOT / "scripts")},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        time.sleep(usual * moments.random() * 1.1)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        found = projects.digests(project / "site")

        full = projects.copy(tmp_path / f"full{number}")
        change(full, f"Título número {number} (ficticio)")
        assert projects.run(full, "build").returncode == 0
        states.append(projects.digests(full / "site"))
        assert found in states


def test_whichever_write_fails_the_site_is_the_old_one_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every place where the build writes fails once, as on a full disk; after it, the next build mends everything."""
    project = projects.copy(tmp_path / "a")
    found = project_of(project / "mkdocs.yml")
    building.build(found, index=False)
    sites = [projects.digests(found.site)]
    writes = limit = 0

    def fails(original: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            nonlocal writes
            reads = original is os_open and not int(str(arguments[1])) & os.O_CREAT
            writes += not reads
            if writes == limit and not reads:
                raise OSError(28, "No space left on device", str(arguments[0]))
            return original(*arguments, **named)

        return call

    os_open = os.open
    for owner, name in (
        (os, "open"),
        (os, "link"),
        (Path, "replace"),
        (Path, "mkdir"),
        (Path, "rename"),
        (Path, "rmdir"),
    ):
        monkeypatch.setattr(owner, name, fails(getattr(owner, name)))
    outcomes = set()
    while writes >= limit:
        limit += 1
        change(project, f"Antes de la falla {limit} (ficticio)")
        writes = 0
        try:
            building.build(found, index=False)
        except OSError:
            assert projects.digests(found.site) == sites[-1], f"write {limit}"
            outcomes.add("old")
        else:
            sites.append(projects.digests(found.site))
            outcomes.add("new")
        writes_then, writes = writes, -1_000_000
        building.build(found, index=False)
        sites.append(projects.digests(found.site))
        writes = writes_then

    assert outcomes == {"old", "new"}
    monkeypatch.undo()
    building.forget(found)
    building.build(found, index=False)
    assert projects.digests(found.site) == sites[-1]


def test_two_builds_at_once_are_one_too_many(built: Path) -> None:
    found = project_of(built / "mkdocs.yml")
    with files.lock(found.cache / "lock"), pytest.raises(Failure, match="Otra construcción"):
        building.build(found)


def test_mkdocs_build_gives_the_whole_site_too(built: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-f", str(built / "mkdocs.yml"),
         "-d", str(tmp_path / "s")],
        env={**os.environ, "PYTHONPATH": str(projects.ROOT / "scripts")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr

    ours = projects.digests(built / "site")
    del ours["build.json"]
    assert projects.digests(tmp_path / "s") == ours
