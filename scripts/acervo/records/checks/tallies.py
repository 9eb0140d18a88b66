"""What an evaluation says against itself, and what in it may not be published.

In: a checked evaluation. Out: findings. Never: repeats a personal datum, or looks at another record.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from acervo.records.checks import privacy
from acervo.records.checks.disclosure import MINIMUM, small, told_apart
from acervo.records.models.evaluation import Attendance, Counted, Evaluation, EvaluationMoment, Question
from acervo.records.models.scales import Scale, steps
from acervo.records.problems import Finding

_ROUNDING = Decimal("0.5")
"""Of a percentage without decimals, how far it may be from the truth."""


def is_about_something(evaluation: Evaluation) -> Iterator[Finding]:
    """An evaluation is of a conference, a series, a network or a meeting that a document tells of."""
    if not (evaluation.conference or evaluation.series or evaluation.network or evaluation.document):
        yield Finding(("conference",), "evaluation_of_nothing")


def months_are_of_later(evaluation: Evaluation) -> Iterator[Finding]:
    """Only an evaluation of months later says how many, and it does."""
    later = evaluation.moment is EvaluationMoment.LATER
    if later and not evaluation.months:
        yield Finding(("moment",), "months_missing")
    elif evaluation.months is not None and not later:
        yield Finding(("months",), "months_besides")


def no_more_answered_than_were_invited(evaluation: Evaluation) -> Iterator[Finding]:
    """Those who answered are among those who were invited."""
    if evaluation.invited is not None and evaluation.answered is not None and evaluation.answered > evaluation.invited:
        details = {"answered": evaluation.answered, "invited": evaluation.invited}
        yield Finding(("answered",), "more_answered", details)


def questions_have_somebody_who_answered(evaluation: Evaluation) -> Iterator[Finding]:
    """There are no answers without the number of people who answered."""
    if evaluation.questions and evaluation.answered is None:
        yield Finding(("questions",), "answered_missing")


def counts_add_up(evaluation: Evaluation) -> Iterator[Finding]:
    """The answers to a question are as many as the people who answered, those without answer included."""
    for index, question in enumerate(evaluation.questions):
        place = ("questions", str(index), "answers")
        yield from _one_measure(question, place)
        counts = [one.n for one in question.answers if one.n is not None]
        percents = [Decimal(one.percent) for one in question.answers if one.percent]
        if len(counts) == len(question.answers) and evaluation.answered is not None:
            if sum(counts) != evaluation.answered:
                yield Finding(place, "counts_sum", {"sum": sum(counts), "answered": evaluation.answered})
        elif len(percents) == len(question.answers) and not counts:
            finest = max(len(one.percent.partition(".")[2]) for one in question.answers)
            slack = _ROUNDING * len(percents) / 10**finest
            if abs(sum(percents) - 100) > slack:
                yield Finding(place, "percents_sum", {"sum": str(sum(percents))})
    if evaluation.attendance:
        yield from _shares_add_up(evaluation.attendance, evaluation.answered)


def _one_measure(question: Question, place: tuple[str, ...]) -> Iterator[Finding]:
    kinds = {(one.n is not None, bool(one.percent)) for one in question.answers}
    if kinds not in ({(True, False)}, {(False, True)}):
        yield Finding(place, "answers_measure")


def _shares_add_up(attendance: Attendance, answered: int | None) -> Iterator[Finding]:
    if attendance.of is Counted.ANSWERED and answered is not None and attendance.n != answered:
        yield Finding(("attendance", "n"), "attendance_answered", {"n": attendance.n, "answered": answered})
    for name, shares in (("institutions", attendance.institutions), ("genders", attendance.genders)):
        total = sum(share.n for share in shares)
        if shares and total != attendance.n:
            yield Finding(("attendance", name), "shares_sum", {"sum": total, "n": attendance.n})


def answers_are_steps_of_the_scale(evaluation: Evaluation) -> Iterator[Finding]:
    """The answers on a scale of ours are its steps, each once and from the lowest on."""
    for index, question in enumerate(evaluation.questions):
        own = steps(question.scale)
        last = -1
        for place, one in enumerate(question.answers):
            path = ("questions", str(index), "answers", str(place))
            if one.through and question.scale is Scale.OPTIONS:
                yield Finding((*path, "through"), "through_options")
            for name, step in (("answer", one.answer), ("through", one.through)):
                if not own or not step:
                    continue
                if step not in own:
                    details = {"value": step, "steps": "; ".join(f"«{known}»" for known in own)}
                    yield Finding((*path, name), "step_unknown", details)
                elif own.index(step) <= last:
                    yield Finding((*path, name), "step_order", {"value": step})
                last = max(last, own.index(step) if step in own else last)


def nothing_small_is_told(evaluation: Evaluation) -> Iterator[Finding]:
    """No figure stands for fewer people than the minimum, and none such can be computed (see `disclosure`)."""
    for name in ("invited", "answered"):
        count = getattr(evaluation, name)
        if count is not None and small(count):
            yield Finding((name,), "few_people", {"minimum": MINIMUM})
    invited, answered = evaluation.invited or 0, evaluation.answered or 0
    if answered and invited > answered and not told_apart(invited, answered):
        yield Finding(("invited",), "few_missing", {"minimum": MINIMUM})
    for index, question in enumerate(evaluation.questions):
        for place, one in enumerate(question.answers):
            percent = float(one.percent or 0) / 100 * (evaluation.answered or 0)
            count = percent if one.n is None else one.n
            if small(round(count)):
                path = ("questions", str(index), "answers", str(place), "percent" if one.n is None else "n")
                code = "few_answers_option" if question.scale is Scale.OPTIONS else "few_answers"
                yield Finding(path, code, {"minimum": MINIMUM})
    if evaluation.attendance:
        yield from _small_shares(evaluation.attendance)


def _small_shares(attendance: Attendance) -> Iterator[Finding]:
    if small(attendance.n):
        yield Finding(("attendance", "n"), "few_people", {"minimum": MINIMUM})
    for name, shares in (("institutions", attendance.institutions), ("genders", attendance.genders)):
        for index, share in enumerate(shares):
            if small(share.n):
                yield Finding(("attendance", name, str(index), "n"), "few_share", {"minimum": MINIMUM})


def nobody_is_told(evaluation: Evaluation) -> Iterator[Finding]:
    """No text of an evaluation holds a mail, a telephone, a CURP, an RFC or the name of a person."""
    free = [("title",), ("summary",), ("method",), ("notes",)]
    texts: list[tuple[tuple[str, ...], str]] = [(path, getattr(evaluation, path[0])) for path in free]
    texts += [(("unknowns", str(index)), one) for index, one in enumerate(evaluation.unknowns)]
    labels: list[tuple[tuple[str, ...], str]] = []
    for index, question in enumerate(evaluation.questions):
        place = ("questions", str(index))
        if what := privacy.asked(question.question):
            yield Finding((*place, "question"), "personal_question", {"what": what})
        texts += [((*place, "question"), question.question), ((*place, "note"), question.note)]
        for number, one in enumerate(question.answers):
            way = (*place, "answers", str(number))
            labels += [((*way, "answer"), one.answer), ((*way, "through"), one.through)]
    if evaluation.attendance:
        labels += _names(evaluation.attendance)
    for path, text in (*texts, *labels):
        if what := privacy.looks_like(text):
            yield Finding(path, "personal_text", {"what": what})
    for path, text in labels:
        if privacy.named(text):
            yield Finding(path, "personal_name")


def _names(attendance: Attendance) -> Sequence[tuple[tuple[str, ...], str]]:
    shares = {"institutions": attendance.institutions, "genders": attendance.genders}
    return [
        (("attendance", name, str(index), "name"), share.name)
        for name, found in shares.items()
        for index, share in enumerate(found)
    ]


CHECKS = (
    is_about_something,
    months_are_of_later,
    no_more_answered_than_were_invited,
    questions_have_somebody_who_answered,
    counts_add_up,
    answers_are_steps_of_the_scale,
    nothing_small_is_told,
    nobody_is_told,
)
