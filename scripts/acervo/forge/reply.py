"""The answer to an issue that proposes a record: what became of it, in Markdown.

In: what was understood, and the problems. Out: Markdown with a hidden mark, by which the comment is found again.
Never: lets a text of the issue act: no mention, link or tag of it is live.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from acervo.forge.answering import Answered
from acervo.forge.markdown import block, code, ended, prose
from acervo.forge.review import Twin
from acervo.records.models.kinds import KINDS
from acervo.records.problems import Problem

MARK = "<!-- acervo:ficha -->"
"""First line of the comment."""
MOST = 40
"""Lines of a list."""
_LONGEST_RECORD = 20_000


class Answer(NamedTuple):
    """What became of an issue."""

    understood: Answered | None
    path: str
    """Of the record's file, or "" when none was written."""
    text: str
    """Of the record, written or not."""
    complaints: tuple[str, ...] = ()
    """Why nothing of the issue could be read, or where a person is needed."""
    problems: tuple[Problem, ...] = ()
    twins: tuple[Twin, ...] = ()
    """Records that it may be."""

    @property
    def written(self) -> bool:
        """Tell whether there is a record to propose."""
        return bool(self.path)


def reply(answer: Answer, proposal: str) -> str:
    """Return the comment. proposal: where the proposal can be seen, an address of our own; or ""."""
    return "\n".join([MARK, *_lines(answer, proposal), ""])


def _lines(answer: Answer, proposal: str) -> Iterator[str]:
    understood = answer.understood
    if answer.written and understood:
        label = KINDS[understood.kind].label.lower()
        yield f"Gracias. Con lo que escribió se preparó una ficha de {label}, {code(answer.path)}."
        if proposal:
            yield f"Puede verla y comentarla en [la propuesta]({proposal}), que una persona revisará."
        if "draft" in understood.tree:
            yield ""
            yield "Queda como **borrador**: no se publica hasta que alguien complete lo que falta."
    else:
        yield "Gracias. Todavía no se puede preparar la ficha: **hay que corregir lo que sigue.**"
        yield "Edite este aviso (los tres puntos de arriba › *Edit*); en cuanto lo guarde se intentará de nuevo."
    yield from _list("", answer.complaints)
    yield from _list(
        "¿Ya está en el acervo?",
        [f"Lo que propone {twin.why.label} que {code(twin.title)}, en {code(twin.file)}." for twin in answer.twins],
    )
    errors = [problem for problem in answer.problems if problem.severity == "error"]
    yield from _problems("Por corregir", errors)
    yield from _problems("Conviene revisar", [one for one in answer.problems if one.severity != "error"])
    if understood:
        yield from _list(
            "Todavía no tienen ficha (quedan en las notas)",
            [f"{prose(label)}: {code(name)}" for label, name in understood.pending],
        )
        yield from _list(
            "Se escribió de otro modo",
            [f"{prose(one.label)}: {code(one.told)} es {code(one.written)}" for one in understood.changes],
        )
        if "sources" not in understood.tree:
            yield from _list("", ["Falta la fuente: sin ella no se publica nada."])
    if answer.text:
        shown = answer.text[:_LONGEST_RECORD].rstrip("\n")
        yield from ("", "<details><summary>La ficha</summary>", "", block(shown, "yaml"), "", "</details>")


def _problems(title: str, problems: Sequence[Problem]) -> Iterator[str]:
    told = []
    for problem in problems:
        about = f"**{prose(problem.field)}**: " if problem.field else ""
        told.append(
            about + " ".join(prose(text) for text in (ended(problem.message), problem.fix, problem.hint) if text)
        )
    yield from _list(title, told)


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from ("", *([f"**{title}**", ""] if title else []))
        yield from (f"- {item}" for item in items[:MOST])
        if len(items) > MOST:
            yield f"- … y {len(items) - MOST:,} más."
