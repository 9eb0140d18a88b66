"""What lists and charts know of an evaluation: when it was, how many answered, and their answers to each question.

In: a checked evaluation. Out: a flat `Survey`. Never: rounds, averages, or hides anything (see `disclosure`).
"""

from acervo.records.models.evaluation import Evaluation

Counts = tuple[str, str, float]
"""The first and the last step of an answer, and how many people gave it."""

Tally = tuple[str, str, tuple[Counts, ...]]
"""A question, its scale, and its answers from the lowest on."""

Survey = tuple[str, int, int, int, tuple[Tally, ...]]
"""Moment, months after, people invited and people who answered (0 when unknown), and the questions."""


def surveyed(record: Evaluation) -> Survey:
    """Return what an evaluation counted; percentages become people."""
    answered = record.answered or 0
    tallies = tuple(
        (
            question.question,
            question.scale.value,
            tuple(
                (
                    one.answer,
                    one.through or one.answer,
                    float(one.percent or 0) * answered / 100 if one.n is None else float(one.n),
                )
                for one in question.answers
            ),
        )
        for question in record.questions
    )
    return record.moment.value, record.months or 0, record.invited or 0, answered, tallies
