"""The sheet of a practice: its short facts, and its questions with their answers.

In: a practice and the words of its source. Out: a `PracticeView`. Never: shows a question without an answer.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup

from acervo.records.models.practice import Practice
from acervo.records.models.stages import Step
from acervo.site.views.parts.facts import Fact, labels, tell, told
from acervo.site.views.parts.original import Original
from acervo.site.views.parts.reach import Reach

_LABELS = labels(Practice)
FACTS = told(Practice, ("since", "text"), ("where", "text"), ("scope", "text"))
_SHORT = frozenset(fact.field for fact in FACTS)


class StepView(NamedTuple):
    """A step and what it consists of."""

    title: Markup
    html: Markup


class QuestionView(NamedTuple):
    """A question with its answer: a text, a list, or steps."""

    id: str
    title: str
    html: Markup
    items: tuple[Markup, ...]
    steps: tuple[StepView, ...]


class PracticeView(NamedTuple):
    """The sheet of a practice."""

    id: str
    facts: tuple[Fact, ...]
    questions: tuple[QuestionView, ...]


def practice(record: Practice | None, words: Original, ids: Mapping[str, str], way: Reach) -> PracticeView | None:
    """Make the view of a practice, if there is one. ids: the anchor of each part, by its path."""
    if record is None:
        return None
    questions = []
    for name in type(record).model_fields:
        answer = getattr(record, name)
        if not answer or name in _SHORT:
            continue
        html = words.text(answer) if isinstance(answer, str) else Markup()
        listed = answer if isinstance(answer, tuple) else ()
        items = tuple(words.line(one) for one in listed if isinstance(one, str))
        told = steps((one for one in listed if isinstance(one, Step)), words)
        questions.append(QuestionView(ids[f"practice.{name}"], _LABELS[name], html, items, told))
    return PracticeView(ids.get("practice", ""), tell(FACTS, record, way), tuple(questions))


def steps(found: Iterable[Step], words: Original) -> tuple[StepView, ...]:
    """Make the views of steps."""
    return tuple(StepView(words.line(one.title), words.text(one.text)) for one in found)
