"""The verbs of whoever edits records: check them, begin them, put them in shape, see what they lack.

In: the configuration and arguments. Out: text for people, exit codes. Never: decides anything about records.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from acervo import console
from acervo.archive.duties import DUTIES
from acervo.console import Spanish, SpanishGroup, say
from acervo.publishing.theme import project
from acervo.records.models.kinds import KINDS


@click.command(cls=Spanish)
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True,
              help="text para personas, github para anotar una propuesta de cambio, json para programas.")  # fmt: skip
@click.pass_obj
def check(config: Path, form: str) -> None:
    """Revisa todas las fichas y dice todos los problemas a la vez.

    Termina con 1 si hay errores y con 0 si no hay ninguno o solo hay advertencias.
    """
    from acervo.editing import verdict

    problems, records = verdict.check(project(config))
    console.show_problems(problems, form, records)
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


class _New(SpanishGroup):
    """`new`, whose verbs come from the kinds of record; they are made when first asked for, since models are heavy."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the kinds."""
        from acervo.editing import asking

        return asking.kinds()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the verb of a kind."""
        from acervo.editing import asking

        return asking.verb(cmd_name, _write_new)


@click.group(cls=_New, invoke_without_command=True)
@click.pass_context
def new(context: click.Context) -> None:
    """Escribe una ficha nueva: pregunta cada dato en la terminal, o toma los que se digan como opciones.

    El tipo se dice como su carpeta o en español: «acervo new conferencia». Nunca escribe sobre una ficha que existe.
    """
    if context.invoked_subcommand is None:
        say(context.get_help())


def _write_new(config: Path, kind: str, told: dict[str, object], id_: str, everything: bool) -> None:
    """Ask for what was not told, and write the record."""
    from acervo.editing import asking, composing

    found = project(config)
    read = composing.read(found)
    tree = told or asking.ask(kind, read.entries, everything=everything)
    if not told and not id_:
        id_ = asking.ask_id(composing.proposed(read, kind, tree))
    done = composing.compose(found, read, kind, tree, id_, datetime.now(UTC).date())
    say(done.text())
    sys.exit(1 if any(problem.severity == "error" for problem in done.problems) else 0)


@click.command("format", cls=Spanish)
@click.argument("named", type=click.Path(path_type=Path), nargs=-1, metavar="[RUTA]...")
@click.option("--check", "only_check", is_flag=True, help="No escribe nada: dice qué archivos cambiarían.")
@click.pass_obj
def format_(config: Path, named: tuple[Path, ...], only_check: bool) -> None:
    """Escribe las fichas de una sola manera, sin cambiar lo que dicen y con sus comentarios.

    Sin RUTA, todas. Una ficha con errores se queda como está. Con --check termina con 1 si hay algo que cambiar; sin
    él, si algo se quedó sin tocar.
    """
    from acervo.editing import tidying

    done = tidying.formatted(project(config), named, only_check=only_check)
    console.show_problems(done.problems, "text", None)
    say(done.text(only_check=only_check))
    sys.exit(1 if done.problems or (only_check and done.changed) else 0)


@click.command(cls=Spanish)
@click.argument("named", type=click.Path(path_type=Path), nargs=-1, metavar="[RUTA]...")
@click.option("--dry-run", "only_show", is_flag=True, help="No escribe nada: muestra los renglones que cambiarían.")
@click.pass_obj
def fix(config: Path, named: tuple[Path, ...], only_show: bool) -> None:
    """Repara lo que no deja duda: comillas, fechas en palabras, espacios, sangrías, nombres de campos.

    Sin RUTA, todas las fichas. Cada reparación se revisa, y solo queda si hay menos problemas y nada más cambió.
    Termina con 1 si quedan errores para una persona.
    """
    from acervo.editing import tidying

    done = tidying.fixed(project(config), named, only_show=only_show)
    if only_show and done.diff:
        say(done.diff)
    console.show_problems(done.left, "text", None)
    say(done.text(only_show=only_show))
    sys.exit(1 if any(problem.severity == "error" for problem in done.left) else 0)


@click.command(cls=Spanish)
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(KINDS)), metavar="TIPO",
              help=f"Solo fichas de este tipo: {', '.join(KINDS)}. Puede repetirse.")  # fmt: skip
@click.option("--gap", "codes", multiple=True, type=click.Choice(list(DUTIES)), metavar="FALTA",
              help=f"Solo lo que falta de esta clase: {', '.join(DUTIES)}. Puede repetirse.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="text para personas, json para programas.")  # fmt: skip
@click.pass_obj
def todo(config: Path, kinds: tuple[str, ...], codes: tuple[str, ...], form: str) -> None:
    """Dice qué falta en las fichas publicadas, con el archivo y el campo en que se agrega.

    Es lo mismo que la página «Calidad del acervo», con la fecha de la ficha revisada más recientemente. Termina con 0
    aunque falten cosas: que algo falte no es un error.
    """
    from acervo.editing import todo as doing

    found = doing.todo(project(config), kinds, codes)
    click.echo(doing.as_json(found), nl=False) if form == "json" else say(doing.as_text(found))


@click.command(cls=Spanish)
@click.pass_obj
def generate(config: Path) -> None:
    """Escribe los esquemas de las fichas y el libro de direcciones."""
    from acervo.editing import checkup

    written = checkup.generate(project(config))
    say("\n".join(f"Escrito: {path}" for path in written) or "Todo estaba al día.")
