"""Problems put into words, by the table of sentences.

In: a code and its details. Out: the sentence, what to do instead, and how grave it is.
Never: decides that something is a problem, or holds a sentence of its own (see `sentences`).
"""

from collections.abc import Mapping
from typing import NamedTuple

from acervo.records.checks.sentences import SENTENCES
from acervo.records.problems import Problem, Severity
from acervo.records.text.signs import one_line

LONGEST_DETAIL = 400
"""Signs of a detail that a message shows: enough for a list of fields."""

_SUGGESTION_IS_ENOUGH = frozenset({"unknown_field", "folder_unknown"})


class Words(NamedTuple):
    """A problem in words."""

    message: str
    fix: str
    severity: Severity
    hint: bool


def word(code: str, details: Mapping[str, object]) -> Words:
    """Put a problem into words; a suggestion, when there is one, ends the message."""
    sentence = SENTENCES[code]
    shown = {
        name: f"{value:,}" if isinstance(value, int) else one_line(str(value), LONGEST_DETAIL)
        for name, value in details.items()
    }
    message = sentence.message.format_map(shown)
    fix = sentence.fix.format_map(shown)
    suggestion = shown.get("suggestion")
    if suggestion and "{suggestion}" not in sentence.fix:
        message = f"{message}; ¿quiso decir «{suggestion}»?"
        fix = "" if code in _SUGGESTION_IS_ENOUGH else fix
    return Words(message, fix, sentence.severity, sentence.hint)


def problem(
    code: str, path: str, line: int = 0, details: Mapping[str, object] | None = None, **more: object
) -> Problem:
    """Return a problem of a file as such, or of one of its lines, that no record is to blame for."""
    words = word(code, {**(details or {}), **more})
    return Problem(path, line, 1 if line else 0, "", "", code, words.message, "", words.fix, words.severity)
