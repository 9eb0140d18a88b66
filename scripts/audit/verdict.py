"""What a gate is and what it says.

In: nothing. Out: frozen values. Never: runs anything.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a gate found: `detail` is one Spanish line, `findings` is everything, for who has to mend it."""

    passed: bool
    detail: str
    findings: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """A check with a Spanish name; `judge` takes the root of the repository."""

    name: str
    judge: Callable[[Path], Verdict]


def of_findings(findings: list[str], good: str) -> Verdict:
    """Pass with the line `good` when nothing was found; else count and list what was."""
    if not findings:
        return Verdict(True, good)
    plural = "hallazgo" if len(findings) == 1 else "hallazgos"
    return Verdict(False, f"{len(findings)} {plural}", "\n".join(findings))
