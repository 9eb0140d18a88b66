"""The verb `evaluation import`: the export of a form becomes an evaluation record, and nobody's answer stays.

In: a file that a person has, and what they say of it. Out: a report, and with their leave a record in data/evaluations.
Never: writes before it is told to, copies the file, repeats a personal datum, or replaces a record unasked.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from acervo import files
from acervo.errors import Failure
from acervo.evaluations import record, sheet
from acervo.evaluations.column import OUT
from acervo.evaluations.count import Count, count
from acervo.evaluations.record import Sheet, Written
from acervo.evaluations.sheet import SheetError
from acervo.publishing.build import Progress, label
from acervo.publishing.theme import Project
from acervo.records.checks import filing
from acervo.records.checks.disclosure import small
from acervo.records.checks.loading import Filed, load_file
from acervo.records.models.evaluation import EvaluationMoment
from acervo.records.models.scales import NAMED, Scale
from acervo.records.problems import as_text
from acervo.records.text.words import fold

FIELDS = {"conference": "conferences", "series": "series", "network": "networks", "document": "documents"}
_ENDINGS = {"before": "antes", "after": "al-terminar", "later": "meses-despues"}
_WORDS = {"before": "antes", "after": "al terminar", "later": "meses después"}


class Wish(NamedTuple):
    """What a person asks."""

    file: Path
    about: Mapping[str, str]
    """Field → id of what is evaluated."""
    moment: str
    months: int = 0
    date: str = ""
    title: str = ""
    id: str = ""
    instrument: str = ""
    version: str = ""
    invited: int = 0
    attended: bool = False
    method: str = ""
    source: str = ""
    sheet: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    """What each column is: its letter or heading, and a scale, `options`, `institution`, `gender` or `skip`."""
    write: bool = False
    force: bool = False


def evaluation(project: Project, wish: Wish, today: date, progress: Progress) -> str:
    """Count a form's export and return the report; write the record when asked. Raises Failure."""
    minimum = project.minimum
    if wish.moment == EvaluationMoment.LATER and not wish.months:
        raise Failure("Falta cuántos meses después se preguntó: agregue --months.")
    about = {field: _evaluated(project, field, id_) for field, id_ in wish.about.items() if id_}
    if not about:
        raise Failure("Falta qué se evaluó: agregue --conference, --series, --network o --document.")
    path = _place(project, wish, next(iter(about.values())))
    counted = _counted(wish, progress)
    if small(counted.answered, minimum):
        raise Failure(f"Respondieron menos de {minimum} personas: no se escribe nada.")
    if wish.invited and wish.invited < counted.answered and not wish.attended:
        raise Failure(f"Respondieron {counted.answered:,} personas y se invitó a {wish.invited:,}: revise --invited.")
    written = record.write(counted, _sheet(wish, about, today), minimum)
    shown = f"{label(project)}/evaluations/{path.name}"
    problems = load_file(f"data/evaluations/{path.name}", written.text.encode()).problems
    if errors := [problem for problem in problems if problem.severity == "error"]:
        raise Failure("La ficha que saldría tiene errores:\n" + "\n".join(map(as_text, errors)))
    report = _report(counted, written, minimum)
    if not wish.write:
        return f"{report}\n\nSeguiría esta ficha, {shown}:\n\n{written.text}\nNada se escribió. Si está bien: --write."
    files.write_whole(path, written.text.encode())
    return f"{report}\n\nEscrita: {shown}. Revísela, y ejecute make generate y make check."


def scales(told: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what `COLUMN=SCALE` says of each column. Raises Failure."""
    for one in told:
        name, _, scale = one.rpartition("=")
        if not name or scale not in set(NAMED) - {Scale.ORDERED.value}:
            raise Failure(
                "--scale se escribe COLUMNA=ESCALA, por ejemplo F=agreement. Vea «acervo evaluation import -h»."
            )
        yield name, scale


def _evaluated(project: Project, field: str, id_: str) -> Filed:
    """Return the record that is evaluated."""
    folder = FIELDS[field]
    path = project.data / folder / f"{id_}.yml"
    if filing.id_problem(id_) or not path.is_file():
        there = [one.stem for one in (project.data / folder).glob("*.yml")]
        near = difflib.get_close_matches(id_, there, 1)
        meant = f" ¿Quiso decir {near[0]}?" if near else ""
        raise Failure(f"No existe «{id_}» en {label(project)}/{folder}.{meant}")
    records = load_file(f"data/{folder}/{path.name}", path.read_bytes()).records
    if not records:
        raise Failure(f"{label(project)}/{folder}/{path.name} tiene errores: corríjalos primero (acervo check).")
    return records[0]


def _place(project: Project, wish: Wish, first: Filed) -> Path:
    id_ = wish.id or f"{first.entry.id[:60].strip('-')}-{_ENDINGS[wish.moment]}"
    if wrong := filing.id_problem(id_):
        raise Failure(f"«{id_}» no puede ser un id. {wrong.details.get('suggestion', '')}".strip())
    path = project.data / "evaluations" / f"{id_}.yml"
    if path.exists() and not wish.force:
        raise Failure(f"Ya existe {label(project)}/evaluations/{path.name}: elija otro con --id, o agregue --force.")
    return path


def _counted(wish: Wish, progress: Progress) -> Count:
    wishes = {name if name.isupper() and len(name) < 3 else fold(name): what for name, what in wish.columns}
    progress.phase("count")
    try:
        with wish.file.open("rb") as stream:
            return count(sheet.rows(stream, wish.sheet), wishes, fold, progress.step)
    except SheetError as error:
        raise Failure(str(error)) from None
    except FileNotFoundError:
        raise Failure(f"No existe «{wish.file}»: revise la ruta.") from None
    except IsADirectoryError:
        raise Failure(f"«{wish.file}» es una carpeta: indique el archivo de respuestas.") from None
    except OSError as error:
        raise Failure(f"No se puede leer «{wish.file}»: revise sus permisos ({error.strerror}).") from None


def _sheet(wish: Wish, about: Mapping[str, Filed], today: date) -> Sheet:
    first = next(iter(about.values()))
    when = (
        f"{wish.months} meses después" if wish.months > 1 else "un mes después" if wish.months else _WORDS[wish.moment]
    )
    named = [id_ for place, kind, id_, _ in first.entry.references if kind == "topics" and place.startswith("topics")]
    return Sheet(
        title=wish.title or f"Evaluación de «{first.entry.title}», {when}",
        about=tuple((field, filed.entry.id) for field, filed in about.items()),
        moment=wish.moment,
        months=wish.months,
        date=wish.date,
        instrument=wish.instrument,
        version=wish.version,
        invited=wish.invited,
        attended=wish.attended,
        method=wish.method,
        source=wish.source or "Respuestas del formulario, contadas sin datos personales",
        topics=tuple(dict.fromkeys(named)),
        updated=today.isoformat(),
    )


def _report(counted: Count, written: Written, minimum: int) -> str:
    who = f"{counted.answered:,} personas, de {counted.rows:,} renglones"
    apart = [
        f"{number:,} {words}"
        for number, words in (
            (counted.empty, "sin respuestas"),
            (counted.repeated, "repetidos"),
            (counted.headings, "con la cabecera otra vez"),
        )
        if number
    ]
    lines = [f"Se contaron {who}."]
    if apart:
        lines.append(f"No se contaron: {', '.join(apart)}.")
    lines += ["", f"Se publica ({len(written.questions)}):", *(f"  {one}" for one in written.questions)]
    out = [(column.named, verdict.reason) for column, verdict in counted.columns if verdict.kind == OUT]
    out += [(column.named if column else "--invited", reason) for column, reason in written.withheld]
    if out:
        lines += ["", f"Se descarta ({len(out)}):", *(f"  {name}: {reason}" for name, reason in out)]
    lines += ["", f"Ninguna cifra es de menos de {minimum} personas; las respuestas que eligieron pocas van juntas."]
    return "\n".join(lines)
