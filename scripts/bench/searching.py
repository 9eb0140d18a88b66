"""What the search costs: making its indexes, and asking them.

In: how many talks, where to work. Out: `Index` and `Answer` values, what goes beyond the targets, tables in Spanish.
Never: leaves out the search of records: what is measured is all that a build does and a reader waits for.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from acervo.outputs import moments
from bench import speech, table
from bench.answer import FAST, SLOW, Answer
from bench.process import Cost
from bench.project import Project

COLD, CHANGED = "desde cero", "una charla cambiada"
RARE = 30_000
"""Rank of the rare word among those of the corpus: it is said some twice in a thousand talks."""
URL = "https://acervo.example/"


@dataclass(frozen=True, slots=True)
class Index:
    """What making the indexes took."""

    talks: int
    case: str
    seconds: float
    """Of the phase of the build that makes them."""
    megabytes: float
    """At the peak of the whole build, all processes together."""
    records: int
    """Bytes of the index of records."""
    moments: int
    """Bytes of the index of moments."""
    files: int
    """Files of the index of moments."""


@dataclass(frozen=True, slots=True)
class Searched:
    """All that was measured at one size."""

    indexes: tuple[Index, ...]
    answers: tuple[Answer, ...]


Ask = Callable[[Path, str, Iterable[tuple[str, str]], str], Iterable[Answer]]
"""Asks a site, at an address, some questions (kind and words), each after another question too (see `answers.ask`)."""


def measure(folder: Path, talks: int, ask: Ask, tell: Callable[[str], None]) -> Searched:
    """Build a synthetic archive with that many talks and ask it. Raises CommandError."""
    tell(f"{talks:,} charlas: se escriben")
    project = Project(folder / f"{talks}", talks, spoken=True)
    indexes = []
    for case in (COLD, CHANGED):
        tell(f"{talks:,} charlas: construcción {case}")
        if case == CHANGED:
            _correct(project.folder / "data")
        cost, report = project.build(index=True, watch=True)
        indexes.append(_index(project.site, talks, case, cost, report["phases"]))
    tell(f"{talks:,} charlas: preguntas en el navegador")
    return Searched(tuple(indexes), tuple(ask(project.site, URL, questions(project.site), "presupuesto")))


def questions(site: Path) -> list[tuple[str, str]]:
    """Return what is asked: its kind and its words."""
    return [
        ("palabra rara", speech.words()[RARE]),
        ("palabra frecuente", "mujeres"),
        ("dos palabras", "igualdad cuidados"),
        ("frase", f'"{_phrase(site)}"'),
    ]


def excess(found: Searched) -> list[str]:
    """Say what goes beyond the targets of the size."""
    said = []
    for index in found.indexes:
        most = 120 if index.case == COLD else 15
        if index.seconds > most:
            said.append(f"El índice {index.case} de {index.talks:,} charlas tardó más de {most} s.")
        if index.megabytes > 2_000:
            said.append(f"La construcción {index.case} de {index.talks:,} charlas pidió más de 2 GB.")
    large = found.indexes[0].talks > 1_000
    for one in found.answers:
        wire, again = (1_200_000, 1_200_000) if large else (300_000, 120_000)
        if one.page + one.wire > wire or one.again > again:
            said.append(f"«{one.question}» (línea {one.line}): {one.page + one.wire:,} bytes, luego {one.again:,}.")
        slowest = {FAST: 0.2, SLOW: 1.5}[one.line]
        if one.first > slowest:
            said.append(f"«{one.question}» (línea {one.line}): {one.first:.2f} s hasta lo primero, más de {slowest}.")
    return said


def tables(found: Sequence[Searched]) -> str:
    """Return both tables, in Markdown."""
    indexes = chain.from_iterable(one.indexes for one in found)
    head = ("Charlas", "Índice", "Segundos", "Memoria, MB", "De fichas, MB", "De momentos, MB", "Archivos")
    first = table.markdown(
        head,
        [
            (
                f"{one.talks:,}",
                one.case,
                f"{one.seconds:.1f}",
                f"{one.megabytes:,.0f}",
                f"{one.records / 1e6:.1f}",
                f"{one.moments / 1e6:.1f}",
                f"{one.files:,}",
            )
            for one in indexes
        ],
    )
    return first + "\n" + table.markdown(_ASKED, [_asked(one, each) for one in found for each in one.answers])


_ASKED = (
    "Charlas",
    "Pregunta",
    "Línea",
    "Página, kB",
    "Primera pregunta, kB",
    "Siguiente, kB",
    "Lo primero, s",
    "Todo, s",
)


def _asked(found: Searched, one: Answer) -> tuple[str, ...]:
    return (
        f"{found.indexes[0].talks:,}",
        one.question,
        one.line,
        f"{one.page / 1e3:.0f}",
        f"{one.wire / 1e3:.0f}",
        f"{one.again / 1e3:.0f}",
        f"{one.first:.2f}",
        f"{one.whole:.2f}",
    )


def _index(site: Path, talks: int, case: str, cost: Cost, phases: list[dict[str, float | str]]) -> Index:
    seconds = sum(float(phase["seconds"]) for phase in phases if phase["name"] == "index")
    records, said = (_sizes(site / name) for name in ("pagefind", moments.FOLDER))
    return Index(talks, case, seconds, cost.together or cost.largest, sum(records), sum(said), len(said))


def _sizes(folder: Path) -> list[int]:
    return [path.stat().st_size for path in folder.rglob("*") if path.is_file()]


def _correct(data: Path) -> None:
    """Correct one word of the captions of one talk."""
    tracks = sorted((data / "youtube" / "captions").iterdir())
    middle = tracks[len(tracks) // 2]
    head, mark, words = middle.read_text(encoding="utf-8").rpartition("\n\n00:")
    middle.write_text(f"{head}{mark}{words.rstrip()} corregida\n", encoding="utf-8")


def _phrase(site: Path) -> str:
    """Return four words that somebody said one after the other, of which the first and the last say something."""
    texts = sorted((site / moments.FOLDER / "textos").iterdir())
    common = set(speech.words()[:100])
    for passages, _ in moments.pieces(texts[len(texts) // 2].read_bytes()):
        for passage in passages:
            words = passage.text.replace(".", "").split()
            for first, *others, last in zip(words, words[1:], words[2:], words[3:], strict=False):
                if not {first, last} & common and common.issuperset(others):
                    return " ".join((first, *others, last))
    raise LookupError("nobody says such a phrase")
