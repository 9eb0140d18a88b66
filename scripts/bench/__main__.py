"""The command `python -m bench`: measure the build, the search or the visits to YouTube, or write a synthetic archive.

In: arguments. Out: tables in Spanish; 1 when a build fails or gives other bytes than a whole build, and when a visit
or a search costs more than it should.
Never: leaves its work folder behind.
"""

import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import click

from acervo.console import Spanish, SpanishGroup, complain, in_spanish, say
from bench import corpus, editing, fetching, machine, searching, table
from bench.measure import Measured, measure
from bench.process import CommandError
from bench.project import Difference


class Sizes(click.ParamType[tuple[int, ...]]):
    """Whole numbers from 1, separated by commas."""

    name = "números"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:
        """Return the numbers."""
        sizes = str(value).split(",")
        if not all(size.isdecimal() and int(size) for size in sizes):
            self.fail("números", param, ctx)
        return tuple(map(int, sizes))


PATH = click.Path(path_type=Path)


@click.group(cls=SpanishGroup, invoke_without_command=True, subcommand_metavar="[VERBO]")
@click.option("--sizes", type=Sizes(), default="100,1000,10000", metavar="N,N…",
              help="Cuántas conferencias (si no, 100,1000,10000).")  # fmt: skip
@click.option("--runs", type=click.IntRange(1), default=3, metavar="N", help="Cuántas veces se mide (si no, 3).")
@click.option("--json", "values", type=PATH, metavar="ARCHIVO", help="Escribe además los números en JSON.")
@click.option("--markdown", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="ARCHIVO",
              help="Pone las tablas en ese archivo, entre las marcas bench:inicio y bench:fin.")  # fmt: skip
@click.option("--disk", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="CARPETA",
              help="Carpeta donde trabajar (si no, la temporal del sistema).")  # fmt: skip
@click.pass_context
def bench(
    context: click.Context, sizes: tuple[int, ...], runs: int, values: Path | None, markdown: Path | None,
    disk: Path | None,
) -> None:  # fmt: skip
    """Mide cuánto tarda y cuánta memoria pide la construcción de un acervo sintético."""
    if context.invoked_subcommand:
        return
    if markdown and not table.has_place(markdown.read_text(encoding="utf-8")):
        raise click.ClickException(f"«{markdown}» no tiene las marcas {table.BEGIN} y {table.END}.")
    with tempfile.TemporaryDirectory(prefix="acervo-bench-", dir=disk) as folder:
        place = machine.describe(Path(folder))
        found = [row for size in sizes for row in measure(Path(folder), size, runs, complain)]
    text = f"{_heading(place, runs)}\n\n{table.tables(found)}"
    say(text.rstrip("\n"))
    if values:
        values.write_text(_as_json(place, found), encoding="utf-8")
    if markdown:
        markdown.write_text(table.placed(markdown.read_text(encoding="utf-8"), text), encoding="utf-8")


@bench.command("corpus", cls=Spanish)
@click.argument("count", type=click.IntRange(1), metavar="CUÁNTAS")
@click.argument("folder", type=PATH, metavar="CARPETA")
def write_corpus(count: int, folder: Path) -> None:
    """Escribe las fichas de un acervo sintético con tantas conferencias en una carpeta nueva."""
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException("La carpeta no está vacía.")
    say(f"{corpus.write(folder, count):,} archivos escritos.")


@bench.command("fetch", cls=Spanish)
@click.option("--videos", type=click.IntRange(1, 600_000), default=200, metavar="N", help="Cuántos (si no, 200).")
def measure_fetch(videos: int) -> None:
    """Mide las consultas a YouTube con el yt-dlp real y respuestas escritas: sin red ni pausas."""
    with tempfile.TemporaryDirectory(prefix="acervo-bench-") as folder:
        place = machine.describe(Path(folder))
        found = fetching.measure(Path(folder), videos)
    say(f"{place}. Sin red ni pausas: con la pausa usual, cada petición toma además 1.5 s.\n")
    say(fetching.as_table(found).rstrip("\n"))
    for sentence in (beyond := fetching.excess(found)):
        complain(sentence)
    sys.exit(1 if beyond else 0)


@bench.command("search", cls=Spanish)
@click.option("--sizes", type=Sizes(), default="1000,10000", metavar="N,N…",
              help="Cuántas charlas (si no, 1000,10000).")  # fmt: skip
@click.option("--disk", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="CARPETA",
              help="Carpeta donde trabajar (si no, la temporal del sistema).")  # fmt: skip
def measure_search(sizes: tuple[int, ...], disk: Path | None) -> None:
    """Mide los índices de búsqueda y las respuestas en el navegador, con charlas de 30 kB de transcripción."""
    from answers import ask  # the browser is there only with the tools of the tests

    with tempfile.TemporaryDirectory(prefix="acervo-bench-", dir=disk) as folder:
        place = machine.describe(Path(folder))
        found = [searching.measure(Path(folder), size, ask, complain) for size in sizes]
    say(f"{place}. Línea lenta: 150 ms, 1.6 Mb/s y un procesador 4 veces más lento.\n")
    say(searching.tables(found).rstrip("\n"))
    beyond = [sentence for one in found for sentence in searching.excess(one)]
    for sentence in beyond:
        complain(sentence)
    sys.exit(1 if beyond else 0)


@bench.command("edit", cls=Spanish)
def measure_edit() -> None:
    """Mide cuántas teclas y segundos pide proponer una conferencia: por el formulario, un aviso o la terminal."""
    from hands import propose  # the browser is there only with the tools of the tests

    with tempfile.TemporaryDirectory(prefix="acervo-bench-") as folder:
        place = machine.describe(Path(folder))
        found = editing.measure(Path(folder), propose)
    say(f"{place}. Lo que tarda GitHub no se cuenta.\n")
    say(editing.as_table(found).rstrip("\n"))


def _heading(place: str, runs: int) -> str:
    rounds = "Una vuelta" if runs == 1 else f"Mediana de {runs} vueltas"
    sentences = (
        f"{rounds} después de una de calentamiento. {place}.",
        "La memoria es la de todos los procesos juntos en su punto más alto.",
        "Cada sitio hecho por partes se comparó, byte por byte, con uno hecho de cero.",
    )
    return "\n".join(sentences)


def _as_json(place: str, found: list[Measured]) -> str:
    values = {"machine": place, "builds": [asdict(row) for row in found]}
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Run the command; a failure is a Spanish sentence."""
    try:
        bench.main(prog_name="python -m bench", standalone_mode=False)
    except click.exceptions.Exit as finished:
        sys.exit(finished.exit_code)
    except click.ClickException as error:
        complain(in_spanish(error).replace("«acervo --help»", "«python -m bench --help»"))
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        complain("Interrumpido.")
        sys.exit(130)
    except CommandError as error:
        complain(f"La construcción falló:\n{error}")
        sys.exit(1)
    except Difference as error:
        complain(f"El sitio hecho por partes no es igual al hecho de cero:\n{error}")
        sys.exit(1)


if __name__ == "__main__":
    main()
