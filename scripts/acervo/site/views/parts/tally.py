"""The answers to one question as a chart, a table and a mean, of which nothing stands for too few people.

In: what was counted, and the minimum. Out: `Asked`: finished values. Never: shows or averages a figure that
`disclosure` would not: a mean is computed from what is shown, so it cannot tell what is not.
"""

from collections.abc import Sequence
from math import ceil, floor
from typing import NamedTuple

from acervo.records.catalogue.survey import Counts, Survey, Tally
from acervo.records.checks.disclosure import merged, pooled
from acervo.records.models.evaluation import EvaluationMoment
from acervo.records.models.scales import NAMED, NO_ANSWER, REST, STEPS, Scale, steps, value

_SHADES = 5
_ROOM = 12.0
"""Percent of the chart's width that a number needs to be written in its bar."""
_MOMENTS = {one.value: one.label for one in EvaluationMoment}


class Bar(NamedTuple):
    """An answer, in words and as a part of the chart."""

    label: str
    n: str
    percent: str
    start: str
    width: str
    middle: str
    inside: bool
    """Whether its number fits its bar."""
    shade: str
    """Its place in the scale: `s1` to `s5`, or `s0` for what has none."""


class Mean(NamedTuple):
    """The mean, or between which two values it is."""

    low: float
    high: float
    top: int
    """The highest value of the scale."""

    @property
    def text(self) -> str:
        """Say it to one decimal, the interval never narrower than it is."""
        if self.low == self.high:
            return f"{self.low:.1f} de {self.top}"
        low, high = floor(self.low * 10 + 1e-9) / 10, ceil(self.high * 10 - 1e-9) / 10
        return f"entre {low:.1f} y {high:.1f} de {self.top}" if low != high else f"{low:.1f} de {self.top}"


class Asked(NamedTuple):
    """A question and its answers, ready to be laid out."""

    question: str
    scale: str
    bars: tuple[Bar, ...]
    """Nothing when they cannot be told."""
    mean: str
    total: str
    by_percent: bool
    words: str
    """What the chart shows, for those who do not see it."""
    together: bool
    """Whether some answers had to be put together."""
    note: str


def asked(tally: Tally, minimum: int, *, typed: Sequence[str] = (), note: str = "", by_percent: bool = False) -> Asked:
    """Make the chart of a question. typed: percentages that the record itself gives, by answer."""
    question, name, answers = tally
    scale = NAMED[name]
    cells = grouped(tally, minimum)
    total = sum(cell[2] for cell in cells)
    own = dict(zip(((one[0], one[1]) for one in answers), typed, strict=False))
    bars: list[Bar] = []
    start = 0.0
    for first, last, count in cells:
        width = 100 * count / total
        percent = own.get((first, last)) or f"{width:.0f}"
        bars.append(
            Bar(
                label=_label(first, last, scale),
                n="" if by_percent else f"{count:,.0f}",
                percent=f"{percent} %",
                start=f"{start:.2f}%",
                width=f"{width:.2f}%",
                middle=f"{start + width / 2:.2f}%",
                inside=width >= _ROOM,
                shade=_shade(first, last, scale),
            )
        )
        start += width
    found = mean(tally, minimum)
    told = "; ".join(f"{bar.label}, {bar.percent}" + (f" ({bar.n})" if bar.n else "") for bar in bars)
    return Asked(
        question=question,
        scale=scale.label,
        bars=tuple(bars),
        mean=found.text if found else "",
        total="" if by_percent or not bars else f"{total:,.0f}",
        by_percent=by_percent,
        words=f"{question}: {told}.",
        together=any(first != last for first, last, _ in cells) or any(first == REST for first, _, _ in cells),
        note=note,
    )


def grouped(tally: Tally, minimum: int) -> tuple[Counts, ...]:
    """Return the answers as they may be told; nothing when they are all one."""
    _, scale, answers = tally
    counts = [count for _, _, count in answers]
    if scale == Scale.OPTIONS:
        alone, rest = pooled(counts, minimum)
        others = ((REST, REST, rest),) if rest else ()
        return (*(answers[place] for place in alone), *others) if alone else ()
    groups = merged(counts, minimum)
    if len(groups) < 2 and len(answers) > 1:
        return ()
    return tuple((answers[one.first][0], answers[one.last][1], one.people) for one in groups)


def mean(tally: Tally, minimum: int) -> Mean | None:
    """Return the mean of what is told, or the interval in which it must be; None when there is no such thing."""
    scale = NAMED[tally[1]]
    if scale not in STEPS:
        return None
    sure, doubtful, whole = [0.0, 0.0], 0.0, 0.0
    for first, last, count in grouped(tally, minimum):
        if last == NO_ANSWER:
            continue
        low = value(scale, STEPS[scale][0] if first == NO_ANSWER else first)
        high = value(scale, last)
        if low is None or high is None:
            return None
        if first == NO_ANSWER:
            doubtful = count
            edge = (float(low), float(high))
        else:
            whole += count
            sure = [sure[0] + low * count, sure[1] + high * count]
    if not whole:
        return None
    lows, highs = [sure[0] / whole], [sure[1] / whole]
    if doubtful:
        lows.append((sure[0] + edge[0] * doubtful) / (whole + doubtful))
        highs.append((sure[1] + edge[1] * doubtful) / (whole + doubtful))
    top = value(scale, STEPS[scale][-1])
    assert top is not None
    return Mean(min(lows), max(highs), top)


def moment(survey: Survey) -> str:
    """Say when people answered: `Antes`, `4 meses después`."""
    code, months, *_ = survey
    if code != EvaluationMoment.LATER or not months:
        return _MOMENTS[code]
    return "Un mes después" if months == 1 else f"{months} meses después"


def _label(first: str, last: str, scale: Scale) -> str:
    if first == last:
        return first
    own = steps(scale)
    if first in own and last in own and own.index(last) - own.index(first) == 1:
        return f"{first} o {last[0].lower()}{last[1:]}"
    return f"De «{first}» a «{last}»"


def _shade(first: str, last: str, scale: Scale) -> str:
    own = STEPS.get(scale, ())
    if first not in own or last not in own or len(own) < 2:
        return "s0"
    middle = (own.index(first) + own.index(last)) / 2 / (len(own) - 1)
    return f"s{1 + round(middle * (_SHADES - 1))}"
