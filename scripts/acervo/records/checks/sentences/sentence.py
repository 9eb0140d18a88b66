"""The words for one kind of problem.

In: nothing. Out: `Sentence`, `WARNING`. Never: logic.
"""

from typing import NamedTuple

from acervo.records.problems import Severity


class Sentence(NamedTuple):
    """Words for one kind of problem; both texts are templates over its details."""

    message: str
    fix: str = ""
    severity: Severity = "error"
    hint: bool = False
    """Whether the field's own hint and example help."""


WARNING: Severity = "warning"
