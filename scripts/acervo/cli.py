"""The command `acervo`: its verbs in the order in which they are used, and how it ends.

In: arguments. Out: Spanish text, and 0 (well), 1 (the records or YouTube's answers need a person) or 2 (the command
could not be understood). Never: decides anything about records; each verb is a few lines around one function.
"""

import gc
import sys
from pathlib import Path

import click

from acervo import __version__, console
from acervo.console import SpanishGroup
from acervo.errors import Failure
from acervo.verbs import editing, gathering, proposals, publishing


@click.group(cls=SpanishGroup, context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 100})
@click.version_option(__version__, message="Acervo Naranja %(version)s", help="Muestra la versión y termina.")
@click.option(
    "--config", "config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), metavar="ARCHIVO",
    help="Archivo de configuración del acervo; si no se dice, mkdocs.yml.",
)  # fmt: skip
@click.pass_context
def acervo(context: click.Context, config: Path) -> None:
    """Acervo Naranja: de fichas YAML a un sitio que cualquiera puede buscar, seguir y conservar.

    El camino usual de quien edita: cambie una ficha en data/, ejecute «acervo check», mire el resultado con
    «acervo serve» y proponga el cambio. Para publicar basta «acervo build»: el sitio queda en site/.
    """
    context.obj = config


for _verb in (
    editing.check,
    editing.new,
    editing.format_,
    editing.fix,
    publishing.build,
    publishing.serve,
    gathering.fetch,
    gathering.captions,
    publishing.outreach,
    gathering.evaluation,
    gathering.sift,
    editing.todo,
    proposals.from_issue,
    proposals.review,
    editing.generate,
):
    acervo.add_command(_verb)


_PATIENCE = 20_000
"""New objects before the garbage collector looks: with the usual 700 it takes a tenth of the time to load a verb, whose
modules stay."""


def main() -> None:
    """Run the command; a failure is a Spanish sentence, never a traceback."""
    gc.set_threshold(_PATIENCE)
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
