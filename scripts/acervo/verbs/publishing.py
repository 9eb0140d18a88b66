"""The verbs of what goes out: the site, and what makes a conference known.

In: the configuration and arguments. Out: a finished site or kit, text for people, exit codes. Never: sends anything.
"""

import sys
from pathlib import Path

import click

from acervo import console, files
from acervo.console import Spanish, say
from acervo.publishing.theme import project


@click.command(cls=Spanish)
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
    from acervo.publishing import build as building

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


@click.command(cls=Spanish)
@click.option("--port", default=8000, show_default=True, help="Puerto de esta máquina.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Dirección en que escucha.")
@click.pass_obj
def serve(config: Path, port: int, host: str) -> None:
    """Construye el sitio, lo sirve aquí y lo rehace cada vez que algo cambia."""
    from acervo.publishing import serve as serving

    serving.serve(project(config), host, port)


@click.command(cls=Spanish)
@click.argument("id_", metavar="ID")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="CARPETA",
              help="Dónde escribir (si no, difusion/ID/, que git no guarda).")  # fmt: skip
@click.pass_obj
def outreach(config: Path, id_: str, out: Path | None) -> None:
    """Escribe lo necesario para difundir una conferencia.

    ID es el nombre de su ficha. De ella y del tono de su ciclo salen el correo (listo para enviar, en HTML y sin
    formato), los textos para WhatsApp, SMS y redes, los recordatorios, el cartel y la tarjeta con su código QR. De una
    conferencia cancelada o pospuesta, el aviso; de una con grabación, el mensaje que la ofrece. No envía nada.
    """
    from acervo.publishing import kits

    with console.progress() as progress:
        done = kits.outreach(project(config), id_, out, progress)
    say(done.text())
