"""What a person sees in the terminal: progress, problems, summaries, and the command's help in Spanish.

In: outcomes and problems. Out: text. Never: decides what is right or wrong.
"""

import errno
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from acervo.records.problems import Problem, as_github, as_json, as_text, summary

if TYPE_CHECKING:
    from acervo.publishing.build import Outcome

PHASES = {
    "check": "Revisa las fichas",
    "model": "Une el acervo",
    "shell": "Prepara la plantilla",
    "render": "Escribe las páginas",
    "index": "Hace el índice de búsqueda",
    "verify": "Comprueba el resultado",
    "publish": "Publica",
    "fetch": "Pregunta a YouTube",
    "light": "Pregunta a oEmbed",
    "count": "Cuenta las respuestas",
    "draw": "Dibuja el cartel y la tarjeta",
}
HELP = "Muestra esta ayuda y termina."
_REDRAW = 0.1
"""Seconds between two drawings of the progress."""


_SMALL_PRINT = re.compile(r"\[(?:default: [^\]]*|required|x>=[^\]]*)\]\Z")
"""What click adds to the help of an option."""


def _in_words(extra: re.Match[str]) -> str:
    words = extra[0].replace("default: ", "si no, ").replace("required", "obligatorio")
    return words.replace("x>=", "desde ")


class _Formatter(click.HelpFormatter):
    """Help with Spanish headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(
            prog,
            args.replace("[OPTIONS]", "[OPCIONES]").replace("COMMAND [ARGS]", "VERBO [ARGUMENTOS]"),
            "Uso: ",
        )

    def write_heading(self, heading: str) -> None:
        super().write_heading({"Options": "Opciones", "Commands": "Verbos"}.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _SMALL_PRINT.sub(_in_words, text)) for name, text in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class Spanish(click.Command):
    """A verb whose help is in Spanish."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's own help option, described in Spanish."""
        return _described(super().get_help_option(ctx))


class SpanishGroup(click.Group):
    """The command, whose help is in Spanish and lists the verbs in the order in which they are used."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's own help option, described in Spanish."""
        return _described(super().get_help_option(ctx))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs as they were declared."""
        return list(self.commands)


def _described(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = HELP
    return option


def in_spanish(error: click.ClickException) -> str:
    """Say in Spanish what was wrong with the arguments."""
    match error:
        case click.exceptions.NoSuchOption():
            close = f" ¿Quiso decir {', '.join(error.possibilities)}?" if error.possibilities else ""
            said = f"No existe la opción {error.option_name}.{close}"
        case click.exceptions.MissingParameter():
            said = f"Falta {error.param.get_error_hint(error.ctx) if error.param and error.ctx else 'un argumento'}."
        case click.exceptions.BadParameter():
            name = error.param.opts[0] if error.param else "un argumento"
            said = f"El valor de {name} no sirve: {_expected(error.param)}."
        case click.exceptions.UsageError() if "No such command" in error.message:
            said = "No existe ese verbo."
        case click.exceptions.UsageError():
            said = "No se entiende la orden: sobra o falta un argumento."
        case _:
            said = error.format_message()
    return f"{said} Vea «acervo --help»."


def _expected(parameter: click.Parameter | None) -> str:
    kind = parameter.type if parameter else None
    if isinstance(kind, click.Choice):
        return "se espera uno de " + ", ".join(map(str, kind.choices))
    if isinstance(kind, click.IntRange | click.FloatRange):
        return f"se espera un número desde {kind.min}"
    return "se espera un número" if kind in (click.INT, click.FLOAT) else "revise cómo está escrito"


def of_the_system(error: OSError) -> str:
    """Say in Spanish what the operating system refused."""
    reasons = {
        errno.ENOSPC: "no queda espacio en el disco; libere espacio y vuelva a intentarlo",
        errno.EACCES: "no hay permiso; revise de quién es el archivo",
        errno.EROFS: "el disco es de solo lectura",
        errno.ENOENT: "no existe; revise la ruta",
        errno.EADDRINUSE: "ese puerto ya está en uso; pruebe con otro: --port 8001",
    }
    place = f"«{error.filename}»: " if error.filename else ""
    return f"{place}{reasons.get(error.errno or 0, os.strerror(error.errno) if error.errno else str(error))}."


def say(text: str) -> None:
    """Print for a person."""
    click.echo(text)


def complain(text: str) -> None:
    """Print an error for a person."""
    click.echo(text, err=True)


def leave() -> NoReturn:
    """End well at once: taking apart the values of a large archive one by one costs more than building a page."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def show_problems(problems: Sequence[Problem], form: str, records: int | None) -> None:
    """Print problems in the form asked for; `records` tells how many were checked when all is well."""
    if form == "json":
        click.echo(as_json(problems), nl=False)
        return
    write = as_github if form == "github" else as_text
    for problem in problems:
        click.echo(write(problem))
    if problems:
        say(("" if form == "github" else "\n") + summary(problems) + ".")
    elif records is not None:
        say(f"Todo bien: {records:,} fichas sin problemas.")


def show_outcome(outcome: "Outcome", site: Path) -> None:
    """Print what a build did."""
    phases = " · ".join(f"{PHASES[name].lower()} {spent:.2f}" for name, spent in outcome.phases.items())
    say(
        f"Sitio listo en {site}: {outcome.pages:,} páginas, {outcome.files:,} archivos, {outcome.bytes / 1e6:.1f} MB; "
        f"{outcome.written:,} hechos de nuevo.\n"
        f"{sum(outcome.phases.values()):.2f} s ({phases})."
    )


class _Quiet:
    """Progress where no person watches."""

    def phase(self, name: str, total: int = 0) -> None:
        """Say nothing."""

    def step(self, count: int = 1) -> None:
        """Say nothing."""


class _Bar:
    """Progress as a bar that is redrawn as steps are counted, without a thread of its own (the build forks)."""

    def __init__(self, bars: Any) -> None:
        self._bars = bars
        self._task: Any = None
        self._drawn = 0.0

    def phase(self, name: str, total: int = 0) -> None:
        """Begin a phase."""
        if self._task is not None:
            self._bars.remove_task(self._task)
        self._task = self._bars.add_task(PHASES.get(name, name), total=total or None)
        self._draw()

    def step(self, count: int = 1) -> None:
        """Count steps, redrawing now and then."""
        self._bars.advance(self._task, count)
        if time.monotonic() - self._drawn >= _REDRAW:
            self._draw()

    def _draw(self) -> None:
        self._bars.refresh()
        self._drawn = time.monotonic()


def time_left(done: int, total: float | None, elapsed: float, expected: float) -> str:
    """Say how long a phase will still take. elapsed: its seconds so far. expected: seconds per step, before measuring.

    The expectation weighs as much as two measured steps, so that the first ones do not mislead.
    """
    if not total or (not expected and not done):
        return ""
    weight = 2 if expected else 0
    seconds = (expected * weight + elapsed) / (weight + done) * (total - done)
    if seconds < 90:
        return f"faltan {seconds:.0f} s"
    return f"faltan {seconds / 60:.0f} min" if seconds < 5400 else f"faltan {seconds / 3600:.1f} h"


@contextmanager
def progress(expected: float = 0.0) -> Iterator[_Bar | _Quiet]:
    """Show progress on a terminal, and nothing in a log. expected: seconds that a step should take, if known."""
    if not sys.stderr.isatty():
        yield _Quiet()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
    from rich.text import Text

    class Left(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(time_left(int(task.completed), task.total, task.elapsed or 0.0, expected))

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Left())
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as bars:
        yield _Bar(bars)
