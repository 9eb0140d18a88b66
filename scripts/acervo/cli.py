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
@click.option("--all", "everything", is_flag=True, help="Los videos que nombran las fichas y que ya toca consultar.")
@click.option("--channel", is_flag=False, flag_value="", metavar="[CANAL]",
              help="Los videos de un canal o lista (identificador, @nombre o dirección) y borradores de ficha de los "
                   "que falten; sin valor, los canales de los ciclos.")  # fmt: skip
@click.option("--series", default="", metavar="CICLO",
              help="Con --channel: el ciclo al que pertenecen (si no, el que tiene ese canal).")  # fmt: skip
@click.option("--availability", is_flag=True, help="Solo comprueba que las grabaciones sigan en YouTube.")
@click.option("--copies", is_flag=True,
              help="Con --availability: busca copias en archive.org de todas, no solo de las perdidas.")  # fmt: skip
@click.option("--force", is_flag=True, help="También los que se consultaron hace poco.")
@click.option("--limit", type=click.IntRange(1), metavar="N",
              help="Cuántos como máximo (si no, 40; con --availability, todos).")  # fmt: skip
@click.option("--pause", type=click.FloatRange(0), default=1.5, show_default=True, metavar="S",
              help="Segundos entre peticiones.")  # fmt: skip
@click.option("--report", type=click.Path(path_type=Path), metavar="ARCHIVO",
              help="Escribe además un informe (.json o .md).")  # fmt: skip
@click.pass_obj
def fetch(
    config: Path, videos: tuple[str, ...], everything: bool, channel: str | None, series: str, availability: bool,
    copies: bool, force: bool, limit: int | None, pause: float, report: Path | None,
) -> None:  # fmt: skip
    """Pregunta a YouTube por los videos y guarda sus respuestas.

    Quedan en data/youtube/: datos, vistas por mes, subtítulos y miniatura. Nada de lo que ya se sabía se pierde: un
    video privado, borrado o bloqueado no cambia lo guardado. Si YouTube no responde, termina con 0; la misma orden,
    otro día, sigue donde se quedó.
    """
    from acervo import fetching

    wish = fetching.Wish(videos, everything, channel, series, availability, copies, force, limit, pause)
    today = datetime.now(UTC).date()
    with console.progress(expected=(1 if availability else 2) * (pause + 0.5)) as progress:
        done = fetching.fetch(project(config), wish, today, progress)
    if report:
        text = done.markdown() if report.suffix == ".md" else done.json()
        files.write_whole(report.absolute(), text.encode())
    say(done.text())
    sys.exit(1 if done.failed_here else 0)


@acervo.group(cls=SpanishGroup)
def captions() -> None:
    """Los subtítulos que se guardan: revisarlos, o agregar los que vienen de otra parte."""


@captions.command("check", cls=Spanish)
@click.argument("named", type=click.Path(path_type=Path), nargs=-1, metavar="[ARCHIVO]...")
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True,
              help="text para personas, github para anotar una propuesta de cambio, json para programas.")  # fmt: skip
@click.pass_obj
def check_captions(config: Path, named: tuple[Path, ...], form: str) -> None:
    """Revisa los subtítulos guardados, o solo los archivos que se nombren.

    Dice qué renglones no se entienden y cuáles conviene que mire una persona: los que se enciman, los que no da tiempo
    de leer, los que pasan del final. De lo que hizo una máquina y nadie ha revisado no juzga la forma. Termina con 1
    si hay errores y con 0 si no hay ninguno o solo hay advertencias.
    """
    from acervo import checkup

    problems, count = checkup.captions(project(config), named)
    console.show_problems(problems, form, None)
    if not problems and form != "json":
        say(f"Todo bien: {count:,} {'archivo' if count == 1 else 'archivos'} de subtítulos sin problemas.")
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


@captions.command("import", cls=Spanish)
@click.argument("file", type=click.Path(path_type=Path), metavar="ARCHIVO")
@click.option("--video", required=True, metavar="VIDEO", help="El video: su identificador o su dirección.")
@click.option("--language", default="es", show_default=True, metavar="IDIOMA", help="Idioma, como es o es-MX.")
@click.option("--credit", default="", metavar="TEXTO", help="Quién los hizo o los revisó.")
@click.option("--state", type=click.Choice(["automatic", "reviewed", "validated"]), default="automatic",
              show_default=True, help="Si nadie los ha revisado, los revisó o los aprobó una persona.")  # fmt: skip
@click.option("--replace", is_flag=True, help="Reemplaza también los que una persona corrigió.")
@click.pass_obj
def import_captions(
    config: Path, file: Path, video: str, language: str, credit: str, state: str, replace: bool
) -> None:  # fmt: skip
    """Guarda los subtítulos de un archivo (.vtt, .srt, .json3 o .txt) como los de un video.

    Quedan en data/youtube/captions/, limpios y en WebVTT. Lo que una persona corrigió no se reemplaza sin --replace.
    """
    from acervo import importing
    from acervo.archive.captions import CaptionState

    states = {one.value: one for one in CaptionState}
    say(importing.captions(project(config), file, video, language, credit, states[state], replace))


@acervo.command(cls=Spanish)
@click.argument("found", type=click.Path(path_type=Path), metavar="CARPETA")
@click.argument("proposal", type=click.Path(path_type=Path), metavar="PROPUESTA")
@click.pass_obj
def sift(config: Path, found: Path, proposal: Path) -> None:
    """Aparta, de lo que trajo una consulta hecha en otra máquina, lo que puede entrar.

    CARPETA tiene lo traído, como está en data/. Entran los datos de videos y los borradores nuevos; nunca algo que
    cambie lo que escribió una persona. Lo que entra se copia también a PROPUESTA, una carpeta nueva.
    """
    from acervo import sifting

    say(sifting.sift(project(config), found, proposal).text())


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
