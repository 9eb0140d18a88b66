"""What it costs to propose a talk: by the form of the site, by an issue, and by the terminal.

In: a folder to work in, and hands for the browser. Out: a `Way` for each, and a table in Spanish.
Never: types as a person would; the seconds of a person are those of the Keystroke-Level Model, and those of the
program are measured. Nor waits for GitHub.

Source of the model: Card, Moran and Newell, The Psychology of Human-Computer Interaction (1983), chapter 8.
"""

import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from acervo.forge.questions import BAR, questions
from acervo.records.checks.loading import load_file
from acervo.records.text.reader import read
from bench import table
from bench.process import CommandError
from bench.project import ROOT, Project

KEY, CLICK, THOUGHT = 0.28, 1.3, 1.35
"""Seconds: of a key of somebody who types 40 words a minute, of a click with the way to it, of thinking what comes."""
KIND = "conferences"
SENTENCE = "Agrega la charla de la luz"
"""What is told of the proposal, whatever the way."""
REPOSITORY = "https://github.com/institucion/acervo"


class Talk(NamedTuple):
    """What is known of the talk that is proposed."""

    title: str = "La luz en las ventanas"
    series: str = "ciclo-sintetico-03"
    date: str = "2026-05-25"
    summary: str = "Explica por qué la luz que entra a un salón ayuda a escuchar."
    topic: str = "igualdad-sustantiva"
    source: str = "Cartel de la sesión"
    url: str = "https://acervo-sintetico.example/cartel/"


TALK = Talk()
ID = "2026-la-luz-en-las-ventanas"


@dataclass(frozen=True, slots=True)
class Way:
    """What one way asks of a person."""

    name: str
    keys: int
    clicks: int
    fields: int
    """Things to think of: fields to fill, and commands to remember."""
    waited: float
    """Seconds that the program took, measured."""
    text: str
    """The record that came of it."""

    @property
    def seconds(self) -> float:
        """Return the seconds of the person and of the program together."""
        return self.keys * KEY + self.clicks * CLICK + self.fields * THOUGHT + self.waited


Hands = Callable[[Path, Talk], Way]
"""Fills in the form of a site that was built (see `hands.propose`)."""


def measure(folder: Path, hands: Hands) -> list[Way]:
    """Propose the talk in every way to one synthetic archive; every way must give the same record.

    Raises CommandError when a way gives none, or another one.
    """
    project = Project(folder / "editar", 100)
    project.build(repository=REPOSITORY)
    ways = [_proposed(hands(project.site, TALK)), by_issue(project.folder), by_terminal(project.folder)]
    for way in ways:
        tree = read(way.text.encode()).tree
        problems = load_file(f"data/{KIND}/{ID}.yml", way.text.encode()).problems
        if problems or _said(tree) != _said(read(ways[0].text.encode()).tree):
            raise CommandError(f"{way.name}: {way.text}\n{problems}")
    return ways


def _said(tree: dict[str, object] | None) -> dict[str, object]:
    return {name: value for name, value in (tree or {}).items() if name != "updated"}


def _proposed(way: Way) -> Way:
    """Add what GitHub asks to propose a file that is filled in: a sentence, and the buttons of its two pages."""
    return replace(way, keys=way.keys + len(SENTENCE), clicks=way.clicks + 3, fields=way.fields + 1)


def by_issue(folder: Path) -> Way:
    """Answer the questions of the issue form, and let the program make the record of them."""
    told = {
        "title": TALK.title, "series": TALK.series, "date": TALK.date, "summary": TALK.summary, "topics": TALK.topic,
        "sources": f"{TALK.source} {BAR} {TALK.url}",
    }  # fmt: skip
    body = "\n".join(f"### {one.label}\n\n{told.get(one.id, '_No response_')}\n" for one in questions(KIND))
    began = time.perf_counter()
    done = _run(folder, ["from-issue", "--type", KIND], body)
    waited = time.perf_counter() - began
    # The form is reached by two links, each box by a click, and the title of the issue is the talk's too.
    keys = len(TALK.title) + sum(map(len, told.values()))
    return Way("aviso", keys, 2 + 1 + len(told) + 1, len(told) + 1, waited, _taken(folder, done))


def by_terminal(folder: Path) -> Way:
    """Answer the questions of `acervo new` in a terminal, and type the commands that propose what it wrote."""
    answers = {
        "Título": [TALK.title], "Ciclo": [TALK.series], "Fecha": [TALK.date], "Resumen claro": [TALK.summary],
        "Temas": [TALK.topic], "Fuentes": ["s"], "Título de la fuente": [TALK.source], "Dirección": [TALK.url],
    }  # fmt: skip
    first = "acervo new conferencia"
    more = [
        "acervo check", "git switch -c charla", "git add data", f'git commit -m "{SENTENCE}"',
        "git push -u origin charla", "gh pr create --fill",
    ]  # fmt: skip
    began = time.perf_counter()
    typed, asked, said = _answered(folder, ["new", KIND], answers)
    _run(folder, ["check"], "", fails=True)
    waited = time.perf_counter() - began
    keys = typed + sum(len(command) + 1 for command in (first, *more))
    return Way("terminal", keys, 0, asked + 1 + len(more), waited, _taken(folder, said))


def _answered(folder: Path, arguments: Sequence[str], answers: dict[str, list[str]]) -> tuple[int, int, str]:
    """Answer a program that asks; return the keys that were pressed, how many questions it had, and what it said."""
    left = {label: list(texts) for label, texts in answers.items()}
    child, place = pty.fork()
    if not child:
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(ROOT / "scripts")
        os.execv(sys.executable, [sys.executable, "-m", "acervo", *arguments])  # noqa: S606  # our own program
    said, asked, keys, label, questions_ = b"", b"", 0, "", 0
    while data := _heard(place):
        said, asked = said + data, asked + data
        if re.search(rb"(?:^|\n)> $|\[s/N\]: ?$|\nId \[.*\]: ?$", asked):
            found = re.findall(rb"(?m)^([^\n.]+?)(?: \(obligatorio\))?\. ", asked)
            label = found[-1].decode().strip() if found else label
            texts = left.get(label, [])
            text = texts.pop(0) if texts else ""
            os.write(place, f"{text}\r".encode())
            keys, questions_, asked = keys + len(text) + 1, questions_ + 1, b""
    os.waitpid(child, 0)
    os.close(place)
    return keys, questions_, said.decode(errors="replace")


def _heard(place: int) -> bytes:
    """Return what a program says next; nothing when it has ended (Linux says so with an error)."""
    try:
        return os.read(place, 4_096).replace(b"\r\n", b"\n")
    except OSError:
        return b""


def _run(folder: Path, arguments: Sequence[str], given: str, *, fails: bool = False) -> str:
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "acervo", *arguments], cwd=folder, input=given, capture_output=True, text=True,
        check=False, env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
    )  # fmt: skip
    if done.returncode and not fails:
        raise CommandError(done.stdout + done.stderr)
    return done.stdout


def _taken(folder: Path, said: str) -> str:
    """Take the record that was written out of the archive, so that the next way finds it as it was."""
    place = folder / "data" / KIND / f"{ID}.yml"
    if not place.is_file():
        raise CommandError(said)
    text = place.read_text(encoding="utf-8")
    place.unlink()
    return text


def as_table(found: Sequence[Way]) -> str:
    """Return the table, in Markdown."""
    head = ("Por", "Teclas", "Clics", "Campos y órdenes", "Del programa, s", "En total, s")
    return table.markdown(
        head,
        [
            (way.name, f"{way.keys:,}", str(way.clicks), str(way.fields), f"{way.waited:.1f}", f"{way.seconds:.0f}")
            for way in found
        ],
        words=0,
    )
