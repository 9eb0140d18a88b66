"""The verbs of what comes in: answers of YouTube, captions, evaluations, what another machine brought.

In: the configuration and arguments. Out: kept files, text for people, exit codes. Never: loses what was kept.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from acervo import console, files
from acervo.console import Spanish, SpanishGroup, say
from acervo.publishing.theme import project


@click.command(cls=Spanish)
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
    from acervo.gathering import fetching

    wish = fetching.Wish(videos, everything, channel, series, availability, copies, force, limit, pause)
    today = datetime.now(UTC).date()
    with console.progress(expected=(1 if availability else 2) * (pause + 0.5)) as progress:
        done = fetching.fetch(project(config), wish, today, progress)
    if report:
        text = done.markdown() if report.suffix == ".md" else done.json()
        files.write_whole(report.absolute(), text.encode())
    say(done.text())
    sys.exit(1 if done.failed_here else 0)


@click.group(cls=SpanishGroup)
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
    from acervo.editing import checkup

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
    from acervo.archive.captions import CaptionState
    from acervo.gathering import importing

    states = {one.value: one for one in CaptionState}
    say(importing.captions(project(config), file, video, language, credit, states[state], replace))


@click.group(cls=SpanishGroup)
def evaluation() -> None:
    """Las evaluaciones: de las respuestas de un formulario a una ficha de cifras, sin datos de nadie."""


@evaluation.command("import", cls=Spanish)
@click.argument("file", type=click.Path(path_type=Path), metavar="ARCHIVO")
@click.option("--conference", default="", metavar="ID", help="La conferencia que se evaluó.")
@click.option("--series", default="", metavar="ID", help="El ciclo que se evaluó.")
@click.option("--network", default="", metavar="ID", help="La red que se evaluó.")
@click.option("--document", default="", metavar="ID", help="El documento del encuentro que se evaluó.")
@click.option("--moment", type=click.Choice(["before", "after", "later"]), required=True,
              help="Cuándo se preguntó: antes, al terminar o meses después.")  # fmt: skip
@click.option("--months", type=click.IntRange(1), default=None, metavar="N", help="Con later: cuántos meses después.")
@click.option("--date", default="", metavar="FECHA", help="Cuándo se respondió, como 2026-05 o 2026-05-25.")
@click.option("--invited", type=click.IntRange(1), default=None, metavar="N", help="A cuántas personas se invitó.")
@click.option("--instrument", default="", metavar="TEXTO", help="Cómo se llama el cuestionario.")
@click.option("--version", default="", metavar="TEXTO", help="La versión del cuestionario.")
@click.option("--method", default="", metavar="TEXTO", help="Cómo se preguntó.")
@click.option("--source", default="", metavar="TEXTO", help="De dónde salen las cifras.")
@click.option("--title", default="", metavar="TEXTO", help="El título de la ficha.")
@click.option("--id", "id_", default="", metavar="ID",
              help="El id de la ficha (si no, el de lo evaluado y el momento).")  # fmt: skip
@click.option("--attended", is_flag=True, help="Es una lista de asistencia: cuenta a quienes asistieron.")
@click.option("--sheet", default="", metavar="HOJA", help="La hoja del libro, si tiene varias.")
@click.option("--scale", "scales", multiple=True, metavar="COLUMNA=ESCALA",
              help="Qué escala es una columna (su letra o su cabecera): agreement, satisfaction, quality, frequency, "
                   "amount, one_to_five, one_to_ten, zero_to_ten u options.")  # fmt: skip
@click.option("--institution", multiple=True, metavar="COLUMNA", help="La columna de la institución.")
@click.option("--gender", multiple=True, metavar="COLUMNA", help="La columna del género.")
@click.option("--skip", multiple=True, metavar="COLUMNA", help="Una columna que no se publica.")
@click.option("--write", is_flag=True, help="Escribe la ficha; si no, solo la muestra.")
@click.option("--force", is_flag=True, help="Reemplaza la ficha si ya existe.")
@click.pass_obj
def import_evaluation(
    config: Path, file: Path, conference: str, series: str, network: str, document: str, moment: str,
    months: int | None, date: str, invited: int | None, instrument: str, version: str, method: str, source: str,
    title: str, id_: str, attended: bool, sheet: str, scales: tuple[str, ...], institution: tuple[str, ...],
    gender: tuple[str, ...], skip: tuple[str, ...], write: bool, force: bool,
) -> None:  # fmt: skip
    """Cuenta las respuestas de un formulario (.csv o .xlsx) y muestra la ficha que saldría; con --write, la escribe.

    Sirven las exportaciones de Google Forms, Microsoft Forms y LimeSurvey. Nombres, correos, teléfonos, CURP, fechas y
    texto libre se descartan, y el informe dice qué columnas y por qué. Las respuestas de pocas personas se juntan.
    """
    from acervo.gathering import evaluating

    columns = [*(("institution", name) for name in institution), *(("gender", name) for name in gender)]
    columns += [("skip", name) for name in skip]
    wish = evaluating.Wish(
        file=file,
        about={"conference": conference, "series": series, "network": network, "document": document},
        moment=moment, months=months or 0, date=date, title=title, id=id_, instrument=instrument, version=version,
        invited=invited or 0, attended=attended, method=method, source=source, sheet=sheet,
        columns=(*((name, what) for what, name in columns), *evaluating.scales(scales)), write=write, force=force,
    )  # fmt: skip
    with console.progress() as progress:
        done = evaluating.evaluation(project(config), wish, datetime.now(UTC).date(), progress)
    say(done)


@click.command(cls=Spanish)
@click.argument("found", type=click.Path(path_type=Path), metavar="CARPETA")
@click.argument("proposal", type=click.Path(path_type=Path), metavar="PROPUESTA")
@click.pass_obj
def sift(config: Path, found: Path, proposal: Path) -> None:
    """Aparta, de lo que trajo una consulta hecha en otra máquina, lo que puede entrar.

    CARPETA tiene lo traído, como está en data/. Entran los datos de videos y los borradores nuevos; nunca algo que
    cambie lo que escribió una persona. Lo que entra se copia también a PROPUESTA, una carpeta nueva.
    """
    from acervo.gathering import sifting

    say(sifting.sift(project(config), found, proposal).text())
