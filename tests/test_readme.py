"""The README against the repository: its verbs, its links and pictures, its map, its examples."""

import re
from pathlib import Path

import pytest

from acervo.cli import acervo
from bench.table import has_place
from tests import projects
from tests.projects import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
PROGRAM = ROOT / "scripts" / "acervo"
MAP = README.partition("\n## El mapa\n")[2].partition("\n## ")[0]
RECORD = "data/conferences/2026-titulo-de-la-conferencia.yml"
HEAVIEST = 150_000
"""Bytes of a picture."""

NEIGHBOURS = {
    "mkdocs.yml": "site_name: Acervo de prueba\n",
    "data/topics.yml": (
        "igualdad-sustantiva:\n"
        "  title: Tema ficticio\n"
        "  sources: [{title: Fuente ficticia, url: https://fuente.example.org/}]\n"
        "  updated: 2026-11-20\n"
    ),
    "data/series/conferencias-dia-naranja.yml": (
        "title: Ciclo ficticio\n"
        "institution: oficina-ficticia\n"
        "sources: [{title: Fuente ficticia, url: https://fuente.example.org/}]\n"
        "updated: 2026-11-20\n"
    ),
    "data/institutions/oficina-ficticia.yml": (
        "title: Oficina ficticia\n"
        "level: federal\n"
        "sources: [{title: Fuente ficticia, url: https://fuente.example.org/}]\n"
        "updated: 2026-11-20\n"
    ),
}
"""What the record of the example names, as fiction under the ids of the real archive."""


def example(name: str) -> str:
    """Return the block of code that follows a mark."""
    found = re.search(rf"<!-- ejemplo:{name} -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found, f"no example {name}"
    return found[1]


def targets(document: str) -> set[str]:
    """Return what a document links to or shows, other sites left out."""
    found = re.findall(r"\]\(([^)#\s]+)", document) + re.findall(r'(?:src|href)="([^"#]+)"', document)
    return {target for target in found if "://" not in target and not target.startswith("mailto:")}


def written(document: str) -> str:
    """Return what a document shows as code."""
    fenced = re.findall(r"```\w*\n(.*?)```", document, re.DOTALL)
    return "\n".join(fenced + re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", document, flags=re.DOTALL)))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with what the example names, its schemas and its ledger in order."""
    for path, text in NEIGHBOURS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert projects.run(tmp_path, "generate").returncode == 0
    return tmp_path


def check(project: Path, text: str) -> tuple[int, str]:
    """Put a record into a project; return what `check` says, with paths as in the README."""
    (project / RECORD).parent.mkdir(exist_ok=True)
    (project / RECORD).write_text(text, encoding="utf-8")
    done = projects.run(project, "check")
    return done.returncode, done.stdout.replace(f"{project}/", "")


# --- Commands


def test_every_make_verb_of_the_readme_exists_and_every_verb_is_in_the_readme():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))

    assert set(re.findall(r"\bmake ([a-z-]+)", written(README))) == verbs
    assert set(re.findall(r"\bmake ([a-z-]+)", written(GUIDE))) <= verbs


@pytest.mark.parametrize("document", [README, GUIDE], ids=["readme", "guide"])
def test_every_verb_and_option_of_the_command_that_is_named_exists(document):
    within = [verb for group in acervo.commands.values() for verb in getattr(group, "commands", {}).values()]
    options = {name for verb in (*acervo.commands.values(), *within) for option in verb.params for name in option.opts}
    named = re.findall(r"(?:^|\s|bin/)acervo ([a-z][a-z-]*)\b", written(document), re.MULTILINE)

    assert set(named) - acervo.commands.keys() == set()
    assert set(re.findall(r"(?<!\S)--[a-z-]+|(?<=\")--[a-z-]+", written(document))) - options <= {
        "--help",
        "--markdown",
        "--videos",
    }


def test_the_benchmark_has_a_place_for_its_tables():
    assert has_place(README)


# --- Links, pictures and the map


@pytest.mark.parametrize(("document", "folder"), [(README, ROOT), (GUIDE, ROOT / ".github")], ids=["readme", "guide"])
def test_everything_linked_or_shown_is_there(document, folder):
    assert {target for target in targets(document) if not (folder / target).exists()} == set()


def test_every_picture_is_shown_with_words_and_is_light():
    pictures = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / ".github/pictures").iterdir()}
    described = dict(re.findall(r'<img src="([^"]+)" width="\d+%" alt="([^"]{20,})">', README))

    assert described.keys() == pictures.keys()
    assert {name: path.stat().st_size for name, path in pictures.items() if path.stat().st_size > HEAVIEST} == {}


def test_every_module_and_room_of_the_map_exists_and_none_is_missing():
    modules = {path.name for path in PROGRAM.rglob("*.py")}
    rooms = {path.name for path in PROGRAM.iterdir() if path.is_dir() and path.name != "__pycache__"}
    top = {path.name for path in PROGRAM.glob("*.py")} - {"__init__.py", "__main__.py"}
    listed = MAP.partition("\n1. ")[2].partition("\n**")[0]
    drawn = set(re.findall(r"\[(\w+)/\]", MAP))
    named = set(re.findall(r"`(\w+\.py)`", MAP))

    assert named - modules == set()
    assert drawn - rooms == set()
    assert top - named == set()
    assert re.findall(r"^\d+\. `(\w+)/`", "1. " + listed, re.MULTILINE) == sorted(
        rooms, key=lambda room: listed.find(f"`{room}/`")
    )


def test_every_folder_and_file_of_the_repository_that_is_named_exists():
    paths = re.findall(r"`((?:data|content|overrides|scripts|tests|\.github)/[\w./-]*)`", README + GUIDE)

    assert {path for path in paths if path != RECORD and not (ROOT / path).exists()} == set()


# --- Examples


def test_the_record_of_the_example_is_fine_once_its_address_is_written_down(project):
    assert check(project, example("ficha")) == (0, example("nueva"))
    assert projects.run(project, "generate").stdout.endswith("data/permalinks.txt\n")
    assert check(project, example("ficha")) == (0, "Todo bien: 4 fichas sin problemas.\n")


def test_the_mistake_of_the_example_is_told_in_just_these_lines(project):
    check(project, example("ficha"))
    projects.run(project, "generate")
    good, bad = re.search(r"^series: .*$", example("ficha"), re.MULTILINE), re.search(r"`(series: .*)`:", README)
    assert good
    assert bad

    assert check(project, example("ficha").replace(good[0], bad[1])) == (1, example("error"))
