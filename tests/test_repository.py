"""The repository itself: its verbs, what git keeps, and the libraries it asks for."""

import ast
import os
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from acervo.records.writing.canonical import canonical
from audit import programs

ROOT = Path(__file__).parents[1]
INPUTS = ("requirements-build.txt", "requirements.txt", "requirements-dev.txt", "pyproject.toml")
VERBS = re.findall(
    r"[\w-]+",
    "help setup serve check generate build demo fetch refresh sift from-issue review review-comments post test "
    "bench bench-fetch bench-search bench-edit audit lock format accept screenshots clean",
)


def make(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    outer = re.compile(r"MAKE|MFLAGS|GNUMAKE|(ARGS|VIDEO|CHANNEL|UPGRADE)$")
    clean = {name: value for name, value in os.environ.items() if not outer.match(name)}
    return subprocess.run(
        ["make", *words],
        cwd=folder,
        env=clean | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


# --- The verbs


def test_make_alone_explains_every_verb():
    told = make(ROOT).stdout

    assert re.findall(r"^  ([a-z-]+) +\S", told, re.MULTILINE) == VERBS


@pytest.fixture
def echoing(tmp_path):
    """A checkout whose Python only tells its arguments, one per line."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in INPUTS:
        (tmp_path / name).touch()
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n", encoding="utf-8")
    python.chmod(0o755)
    (tmp_path / ".venv/.ready").touch()
    (tmp_path / ".venv/.ready-dev").touch()
    return tmp_path


def test_make_fetch_gives_the_program_the_very_words_of_the_person(echoing):
    words = "https://youtu.be/aaaaaaaaaaa?si=x&t=3;echo$(id)* -bcdefghijk"

    asked = make(echoing, "fetch", "VIDEO=" + words.replace("$", "$$"))

    assert asked.stdout.splitlines() == ["-m", "acervo", "fetch", "--", *words.split()]


def test_make_fetch_asks_for_a_channel_or_for_everything(echoing):
    channel = "UC" + "a" * 22

    assert make(echoing, "fetch", "CHANNEL=" + channel).stdout.splitlines()[2:] == [
        "fetch",
        "--channel",
        channel,
    ]
    assert make(echoing, "fetch", "ARGS=--limit 3").stdout.splitlines()[2:] == [
        "fetch",
        "--limit",
        "3",
        "--all",
    ]


def test_make_test_looks_for_a_browser_first(echoing):
    assert make(echoing, "test").stdout.splitlines() == [
        "-m",
        "browser",
        "-m",
        "pytest",
        "-n",
        "auto",
        "--dist",
        "loadfile",
    ]


def test_make_stops_at_the_first_step_that_fails(echoing):
    (echoing / ".venv/bin/python").write_text("#!/bin/sh\necho $2; exit 3\n", encoding="utf-8")

    done = make(echoing, "test")

    assert (done.returncode, done.stdout.split()[:1], "pytest" in done.stdout) == (2, ["browser"], False)


def test_without_a_recent_python_make_says_what_to_install(tmp_path):
    (tmp_path / "bin").mkdir()
    for name in ("Makefile", *INPUTS):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("sh", "test", "rm"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))
    old = tmp_path / "bin/python3"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    done = subprocess.run(
        [shutil.which("make"), "setup"],
        cwd=tmp_path,
        env={"PATH": str(tmp_path / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "Falta Python 3.11 o posterior: instálelo (en Debian y Ubuntu: apt install python3 python3-venv)."
    )


def test_the_examination_can_be_run():
    script = ROOT / ".ci/run"

    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


# --- What git keeps


def test_git_ignores_what_is_built_and_nothing_that_is_written():
    paths = {
        "site/index.html": True,
        ".acervo/x": True,
        ".venv/bin/python": True,
        "node_modules/x": True,
        "scripts/acervo/site/pages.py": False,
        "tests/site/test_pages.py": False,
        "tests/archive/data/conferences/x.yml": False,
        "tests/archive/site/index.html": True,
        "data/youtube/v_x_0.json": False,
    }

    ignored = {
        path: subprocess.run(["git", "check-ignore", "-q", "--no-index", path], cwd=ROOT, check=False).returncode == 0
        for path in paths
    }

    assert ignored == paths


def test_the_repository_holds_no_links_that_leave_it():
    listed = programs.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT).stdout

    assert [path for path in listed.split("\0") if path and (ROOT / path).is_symlink()] == []


# --- Dependencies


def asked(*names: str) -> set[str]:
    lines = [line for name in names for line in (ROOT / f"{name}.in").read_text(encoding="utf-8").splitlines()]
    return {canonicalize_name(Requirement(line).name) for line in lines if line and line[0] not in "#-"}


def imported(folder: Path) -> set[str]:
    names = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize(
    ("folder", "locks_of"),
    [
        ("scripts/acervo", ["requirements"]),
        ("scripts/bench", ["requirements"]),
        ("scripts", ["requirements", "requirements-dev"]),
        ("tests", ["requirements", "requirements-dev"]),
    ],
)
def test_every_library_in_use_is_asked_for_by_name(folder, locks_of):
    providers = metadata.packages_distributions()
    ours = {path.stem for place in ("scripts", "tests") for path in (ROOT / place).iterdir()} | {"tests"}
    foreign = imported(ROOT / folder) - ours - set(sys.stdlib_module_names)

    unasked = {
        name
        for name in foreign
        if not {canonicalize_name(package) for package in providers.get(name, [])} & asked(*locks_of)
    }

    assert unasked == set()


def test_the_records_are_written_as_the_program_writes_them() -> None:
    records = [path for path in sorted((ROOT / "data").rglob("*.yml")) if path.parent.name != "youtube"]
    texts = {path: path.read_text(encoding="utf-8") for path in records}
    kinds = {path: "topics" if path.name == "topics.yml" else path.parent.name for path in records}

    assert [path.name for path in records if canonical(texts[path], kinds[path]) != texts[path]] == []
