"""The command `acervo`: its verbs, their options, what they print and their exit codes.

In: arguments. Out: Spanish text, and 0 (well), 1 (the records or YouTube's answers need a person) or 2 (the command
could not be understood). Never: decides anything about records; each verb is a few lines around one function.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from acervo import __version__, console, files
from acervo.console import Spanish, SpanishGroup, say
from acervo.errors import Failure
from acervo.theme import project

CONFIG = click.option(
    "--config", "config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), metavar="ARCHIVO",
    help="Archivo de configuración del acervo; si no se dice, mkdocs.yml.",
)  # fmt: skip


@click.group(cls=SpanishGroup, context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 100})
@click.version_option(__version__, message="Acervo Naranja %(version)s", help="Muestra la versión y termina.")
@CONFIG
@click.pass_context
def acervo(context: click.Context, config: Path) -> None:
    """Acervo Naranja: de fichas YAML a un sitio que cualquiera puede buscar, seguir y conservar.

    El camino usual de quien edita: cambie una ficha en data/, ejecute «acervo check», mire el resultado con
    «acervo serve» y proponga el cambio. Para publicar basta «acervo build»: el sitio queda en site/.
    """
    context.obj = config


@acervo.command(cls=Spanish)
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True,
              help="text para personas, github para anotar una propuesta de cambio, json para programas.")  # fmt: skip
@click.pass_obj
def check(config: Path, form: str) -> None:
    """Revisa todas las fichas y dice todos los problemas a la vez.

    Termina con 1 si hay errores y con 0 si no hay ninguno o solo hay advertencias.
    """
    from acervo import checkup

    found = project(config)
    problems, records = checkup.check(found)
    console.show_problems(problems, form, records)
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


@acervo.command(cls=Spanish)
@click.option("--site", type=click.Path(path_type=Path), help="Carpeta del sitio terminado (si no, site/).")
@click.option("--cache", type=click.Path(path_type=Path), help="Carpeta de trabajo (si no, .acervo/).")
@click.option("--index/--no-index", default=True, help="Con o sin el índice de búsqueda.")
@click.option("--clean", is_flag=True, help="Olvida lo aprendido en construcciones anteriores.")
@click.option("--report", type=click.Path(path_type=Path), help="Escribe además un informe en JSON.")
@click.pass_obj
def build(config: Path, site: Path | None, cache: Path | None, index: bool, clean: bool, report: Path | None) -> None:
    """Construye el sitio completo y lo cambia por el anterior de una vez.

    Si una ficha tiene errores no se escribe nada. Si algo falla a la mitad, el sitio anterior queda entero.
    """
    from acervo import build as building

    found = project(config, site, cache)
    if clean:
        building.forget(found)
    with console.progress() as progress:
        outcome = building.build(found, index=index, progress=progress)
    if report:
        files.write_whole(report.absolute(), outcome.as_json().encode())
    console.show_problems(outcome.problems, "text", None)
    if not outcome.published:
        say("No se construyó nada: corrija los errores y vuelva a intentarlo. El sitio anterior sigue como estaba.")
        sys.exit(1)
    console.show_outcome(outcome, found.site)
    console.leave()


@acervo.command(cls=Spanish)
@click.option("--port", default=8000, show_default=True, help="Puerto de esta máquina.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Dirección en que escucha.")
@click.pass_obj
def serve(config: Path, port: int, host: str) -> None:
    """Construye el sitio, lo sirve aquí y lo rehace cada vez que algo cambia."""
    from acervo import serve as serving

    serving.serve(project(config), host, port)


@acervo.command(cls=Spanish)
@click.argument("videos", nargs=-1, metavar="[VIDEO]...")
@click.option("--all", "everything", is_flag=True, help="Todos los videos que nombran las fichas.")
@click.option("--channel", help="Todos los videos de un canal (identificador UC…, @nombre o dirección).")
@click.option("--limit", type=click.IntRange(1), default=40, show_default=True, help="Cuántos como máximo.")
@click.option("--pause", type=click.FloatRange(0), default=1.5, show_default=True,
              help="Segundos entre peticiones.")  # fmt: skip
@click.option("--report", type=click.Path(path_type=Path), help="Escribe además un informe (.json o .md).")
@click.pass_obj
def fetch(
    config: Path, videos: tuple[str, ...], everything: bool, channel: str | None, limit: int, pause: float,
    report: Path | None,
) -> None:  # fmt: skip
    """Pregunta a YouTube por los videos y guarda sus respuestas.

    Quedan en data/youtube/, un archivo por video. Nada de lo que ya se sabía se pierde: un video privado, borrado o
    bloqueado no cambia lo guardado. Si YouTube no responde, termina con 0 y se puede volver a intentar otro día.
    """
    from acervo import fetching

    today = datetime.now(UTC).date()
    with console.progress() as progress:
        done = fetching.fetch(project(config), videos, everything, channel, limit, pause, today, progress)
    if report:
        text = done.markdown() if report.suffix == ".md" else done.json()
        files.write_whole(report.absolute(), text.encode())
    say(done.text())
    sys.exit(1 if done.failed_here else 0)


@acervo.command(cls=Spanish)
@click.pass_obj
def generate(config: Path) -> None:
    """Escribe los esquemas de las fichas y el libro de direcciones."""
    from acervo import checkup

    written = checkup.generate(project(config))
    say("\n".join(f"Escrito: {path}" for path in written) or "Todo estaba al día.")


def main() -> None:
    """Run the command; a failure is a Spanish sentence, never a traceback."""
    try:
        acervo.main(prog_name="acervo", standalone_mode=False)
    except click.exceptions.Exit as finished:
        sys.exit(finished.exit_code)
    except click.ClickException as error:
        console.complain(console.in_spanish(error))
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        console.complain("Interrumpido. Lo que estaba terminado sigue entero.")
        sys.exit(130)
    except Failure as failure:
        console.complain(str(failure))
        sys.exit(1)
    except OSError as error:
        console.complain(console.of_the_system(error))
        sys.exit(1)
