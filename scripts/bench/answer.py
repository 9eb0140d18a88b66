"""What one question to the search took, as it is measured in a browser (`answers.py`, outside of the benchmark's room).

In: nothing. Out: the shape `Answer` and the names of the lines. Never: measures.
"""

from dataclasses import dataclass

FAST, SLOW = "rápida", "lenta"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question took."""

    question: str
    words: str
    line: str
    page: int
    """Bytes of the page of the search before anything is asked."""
    wire: int
    """Bytes of a first question, the page left out."""
    first: float
    """Seconds until the first result, from when it is asked."""
    whole: float
    """Seconds until records and moments are there."""
    again: int
    """Bytes of the same question when another was asked before."""
    talks: int
    """How many talks were shown with their moments."""
