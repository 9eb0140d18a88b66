"""The body of an issue that a form made: a heading for each question, and below it the answer.

In: Markdown from anybody. Out: the answers by label, as text, and the headings that leave a doubt.
Never: renders Markdown, or believes a heading that stands out of order.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from acervo.forge.questions import questions
from acervo.records.models.kinds import KINDS
from acervo.records.writing.canonical import clean

LONGEST = 70_000
"""Characters: GitHub takes 65,536."""
NO_ANSWER = "_No response_"
"""What GitHub writes below a question without answer."""
_HEADING = re.compile(r"### (.+)")


class Answers(NamedTuple):
    """What a body says."""

    by_label: dict[str, str]
    """Questions without an answer left out."""
    doubtful: tuple[str, ...]
    """Labels that stand as a heading twice or out of order: the answers around them may be mixed up."""


def kind_of(body: str) -> str:
    """Return the kind of record whose questions the body has, in full; "" when there is none."""
    found = {match[1].strip() for line in _lines(body) if (match := _HEADING.fullmatch(line))}
    asked = {kind: {one.label for one in questions(kind)} for kind in KINDS}
    shared = {kind: len(labels & found) / len(labels) for kind, labels in asked.items()}
    best = max(shared, key=lambda kind: (shared[kind], len(asked[kind])))
    return best if shared[best] > 0.5 else ""


def answers(body: str, labels: Iterable[str]) -> Answers:
    """Take a body apart. labels: of the questions, in the order of the form."""
    order = {label: place for place, label in enumerate(labels)}
    texts: dict[str, list[str]] = {}
    doubtful: list[str] = []
    current, last = "", -1
    for line in _lines(body):
        match = _HEADING.fullmatch(line)
        label = match[1].strip() if match else ""
        if label in order and order[label] > last:
            current, last = label, order[label]
            texts[current] = []
            continue
        if label in order:
            doubtful.append(label)
        if current:
            texts[current].append(line)
    kept = {label: clean("\n".join(lines)) for label, lines in texts.items()}
    return Answers(
        {label: text for label, text in kept.items() if text not in ("", NO_ANSWER)}, tuple(dict.fromkeys(doubtful))
    )


def _lines(body: str) -> list[str]:
    """Return the lines of a body without blanks at their ends."""
    whole = body.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
    return [line.rstrip() for line in whole.split("\n")]
