"""The headings of a record's page: its parts, in the order of the page, and then its own sections.

In: a record with parts. Out: `Heading`s, by which others can link into its page.
Never: a heading for a part that the record does not have.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from acervo.records.models.document import Document
from acervo.records.models.parts import Section
from acervo.records.models.plan import WorkPlan
from acervo.records.models.practice import Practice
from acervo.records.models.programme import Programme

PARTS = (
    "particulars", "practice", "objective", "objectives", "audience", "eligible", "goal", "groups", "curriculum",
    "duration", "stages", "surveys", "review", "meeting", "good_practices", "swot", "plan", "agreements",
    "legal_basis", "context",
)  # fmt: skip
WITHIN = {
    "practice": ("what", "purpose", "participants", "reason", "done", "openness", "benefits", "steps"),
    "meeting": ("agenda", "highlights", "tables", "themes"),
    "plan": ("lines", "activities", "budget", "beneficiaries", "evaluation"),
}
"""Parts of parts that have headings of their own."""
SHORT = ("since", "where", "scope")
"""The fields of a practice that stand under its own heading."""


class Heading(NamedTuple):
    """A heading: the part that it opens (`plan.activities`), or "" for a section, and its words."""

    path: str
    title: str


def headings(record: Programme) -> tuple[Heading, ...]:
    """Return the headings of a document's or network's page."""
    parts = (heading for name in PARTS for heading in _of(record, name))
    return (*parts, *of_sections(record.sections))


def of_practice(practice: Practice | None) -> Iterator[Heading]:
    """Yield the headings of the sheet of a practice."""
    if practice is None:
        return
    if any(getattr(practice, name) for name in SHORT):
        yield Heading("practice", _title(Document, "practice"))
    yield from _within(practice, "practice")


def of_sections(sections: tuple[Section, ...]) -> Iterator[Heading]:
    """Yield the headings of sections."""
    return (Heading("", one.title) for one in sections)


def _of(record: Programme, name: str) -> Iterator[Heading]:
    value = getattr(record, name, None)
    if name == "practice":
        yield from of_practice(value)
    elif value:
        yield Heading(name, _title(type(record), name))
        if name in WITHIN:
            yield from _within(value, name)


def _within(part: BaseModel, name: str) -> Iterator[Heading]:
    for inner in WITHIN[name]:
        if _told(part, inner):
            yield Heading(f"{name}.{inner}", _title(type(part), inner))


def _told(part: BaseModel, name: str) -> bool:
    """Tell whether a part says something; of a plan's money and people, its activities may be those who do.

    The evaluation of a plan always has its place: what was held may not be recorded yet, and that is said there.
    """
    if isinstance(part, WorkPlan) and name in ("budget", "beneficiaries"):
        return any(getattr(one, name) for one in (part, *part.activities))
    if name in ("tables", "themes"):
        return bool(getattr(part, name) or getattr(part, f"{name}_note"))
    return name == "evaluation" or bool(getattr(part, name))


def _title(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].title or name
