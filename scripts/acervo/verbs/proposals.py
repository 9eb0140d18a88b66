"""The verbs of what arrives from outside: a form of an issue, a proposal of changes.

In: the configuration and arguments. Out: text, files for the forge, exit codes. Never: runs anything of a proposal.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from acervo.console import Spanish, say
from acervo.errors import Failure
from acervo.publishing.theme import project
from acervo.records.models.kinds import KINDS


@click.command("from-issue", cls=Spanish)
@click.option("--type", "kind", type=click.Choice(list(KINDS)), default=None, metavar="TIPO",
              help=f"Tipo de ficha: {', '.join(KINDS)}. Si no se dice, se ve en las preguntas.")  # fmt: skip
@click.option("--event", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="ARCHIVO",
              help="El suceso de GitHub (JSON) que trae el aviso; si no, el texto llega por la entrada.")  # fmt: skip
@click.option("--answer", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="CARPETA",
              help="Escribe la respuesta en CARPETA/comment.md, y lo escrito se copia a CARPETA/data.")  # fmt: skip
@click.pass_obj
def from_issue(config: Path, kind: str | None, event: Path | None, folder: Path | None) -> None:
    """Escribe la ficha que alguien propuso en un formulario de avisos (issue) de GitHub.

    Nunca reemplaza una ficha ni escribe fuera de data/. Sin fuentes, o con personas que no tienen ficha, queda como
    borrador. Si hay algo que corregir no escribe nada y dice qué. Termina con 1 si no escribió la ficha; con --answer
    termina con 0, porque también eso es una respuesta.
    """
    from acervo.proposals import intake

    issue = intake.event(event) if event else intake.Issue(intake.body(sys.stdin.buffer), "")
    found = project(config)
    answer = intake.receive(found, issue.body, kind or "", datetime.now(UTC).date().isoformat())
    say(intake.deliver(found, answer, issue.proposal, folder))
    sys.exit(0 if answer.written or folder else 1)


@click.command(cls=Spanish)
@click.option("--base", type=click.Path(path_type=Path, file_okay=False), metavar="CARPETA",
              help="Los datos antes de la propuesta.")  # fmt: skip
@click.option("--head", type=click.Path(path_type=Path, file_okay=False), metavar="CARPETA",
              help="Los datos con la propuesta (si no, los del acervo).")  # fmt: skip
@click.option("--write", "written", type=click.Path(path_type=Path, dir_okay=False), metavar="ARCHIVO",
              help="Guarda además la revisión como datos, en JSON.")  # fmt: skip
@click.option("--read", "told", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="ARCHIVO",
              help="En vez de comparar, toma una revisión guardada, aunque venga de otra parte.")  # fmt: skip
@click.option("--comments", type=click.Path(path_type=Path, file_okay=False), metavar="CARPETA",
              help="Escribe el resumen y los comentarios de los renglones para GitHub.")  # fmt: skip
@click.option("--preview", default="", metavar="DIRECCIÓN", help="Dónde se puede descargar el sitio.")
@click.pass_obj
def review(
    config: Path, base: Path | None, head: Path | None, written: Path | None, told: Path | None,
    comments: Path | None, preview: str,
) -> None:  # fmt: skip
    """Dice qué cambia en el sitio una propuesta: páginas, direcciones, lo que falta, posibles repetidas, problemas.

    Compara dos carpetas de datos, sin ejecutar nada de ellas. Termina con 0 aunque haya errores: de eso se encarga
    «acervo check».
    """
    from acervo.proposals import review as reviewing

    if (told is None) == (base is None):
        raise Failure("Diga una de dos: --base con los datos de antes, o --read con una revisión guardada.")
    found = project(config)
    if told:
        done = reviewing.read(told)
    else:
        assert base is not None  # one of the two is there
        done = reviewing.review(found, base, head or found.data)
    if written:
        reviewing.keep(done, written)
    if comments:
        reviewing.write(done, comments, preview)
    say(reviewing.text(done, preview))
