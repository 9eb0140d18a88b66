"""The scales on which people answer, step by step, and the words in which forms write their steps.

In: a scale, or the answers of a column as they were written. Out: steps in order, values, the scale that they are of.
Never: orders answers by how many chose them.
"""

from collections.abc import Collection, Mapping
from functools import cache

from acervo.records.models.fields import Choice
from acervo.records.text.words import fold

NO_ANSWER = "Sin respuesta"
"""Stands before the first step of every scale."""
REST = "Otras respuestas"
"""What the answers of an unordered list are called that do not stand alone."""


class Scale(Choice):
    """On what people answered."""

    AGREEMENT = "agreement", "Acuerdo, de «Muy en desacuerdo» a «Muy de acuerdo»"
    SATISFACTION = "satisfaction", "Satisfacción, de «Mucha insatisfacción» a «Mucha satisfacción»"
    QUALITY = "quality", "Calidad, de «Muy mala» a «Excelente»"
    FREQUENCY = "frequency", "Frecuencia, de «Nunca» a «Siempre»"
    AMOUNT = "amount", "Cantidad, de «Nada» a «Mucho»"
    ONE_TO_FIVE = "one_to_five", "De 1 a 5"
    ONE_TO_TEN = "one_to_ten", "De 1 a 10"
    ZERO_TO_TEN = "zero_to_ten", "De 0 a 10"
    ORDERED = "ordered", "Otra escala, del paso más bajo al más alto"
    OPTIONS = "options", "Opciones sin orden"


NAMED: Mapping[str, Scale] = {scale.value: scale for scale in Scale}

STEPS: Mapping[Scale, tuple[str, ...]] = {
    Scale.AGREEMENT: (
        "Muy en desacuerdo", "En desacuerdo", "Ni de acuerdo ni en desacuerdo", "De acuerdo", "Muy de acuerdo"
    ),
    Scale.SATISFACTION: (
        "Mucha insatisfacción", "Insatisfacción", "Ni satisfacción ni insatisfacción", "Satisfacción",
        "Mucha satisfacción",
    ),
    Scale.QUALITY: ("Muy mala", "Mala", "Regular", "Buena", "Excelente"),
    Scale.FREQUENCY: ("Nunca", "Casi nunca", "A veces", "Casi siempre", "Siempre"),
    Scale.AMOUNT: ("Nada", "Poco", "Algo", "Bastante", "Mucho"),
    Scale.ONE_TO_FIVE: tuple(map(str, range(1, 6))),
    Scale.ONE_TO_TEN: tuple(map(str, range(1, 11))),
    Scale.ZERO_TO_TEN: tuple(map(str, range(11))),
}  # fmt: skip
"""The steps of each scale of ours, from the lowest on."""

_SAID = {
    Scale.AGREEMENT: (
        ("totalmente en desacuerdo", "completamente en desacuerdo", "strongly disagree"),
        ("algo en desacuerdo", "parcialmente en desacuerdo", "disagree"),
        ("neutral", "indiferente", "ni de acuerdo, ni en desacuerdo", "neither agree nor disagree", "indeciso"),
        ("algo de acuerdo", "parcialmente de acuerdo", "agree"),
        ("totalmente de acuerdo", "completamente de acuerdo", "strongly agree"),
    ),
    Scale.SATISFACTION: (
        (
            *("muy insatisfecho", "muy insatisfecha", "muy insatisfecho/a", "nada satisfecho", "nada satisfecha"),
            "very dissatisfied",
        ),
        ("insatisfecho", "insatisfecha", "insatisfecho/a", "poco satisfecho", "poco satisfecha", "dissatisfied"),
        (
            *("neutral", "neutro", "ni satisfecho ni insatisfecho", "ni satisfecha ni insatisfecha"),
            "ni satisfecho/a ni insatisfecho/a",
        ),
        ("satisfecho", "satisfecha", "satisfecho/a", "satisfied"),
        (
            *("muy satisfecho", "muy satisfecha", "muy satisfecho/a", "totalmente satisfecho"),
            *("totalmente satisfecha", "very satisfied"),
        ),
    ),
    Scale.QUALITY: (
        ("muy malo", "pesimo", "pesima", "very poor"),
        ("malo", "deficiente", "poor"),
        ("aceptable", "suficiente", "fair"),
        ("bueno", "buena", "bien", "good"),
        ("muy bueno", "muy buena", "muy bien", "excellent"),
    ),
    Scale.FREQUENCY: (
        ("jamas", "never"),
        ("rara vez", "raramente", "rarely"),
        ("algunas veces", "ocasionalmente", "sometimes"),
        ("frecuentemente", "con frecuencia", "often"),
        ("always",),
    ),
    Scale.AMOUNT: (
        ("nada util", "nada claro", "nada probable", "en absoluto"),
        ("poco util", "poco claro", "poco probable", "muy poco"),
        ("medianamente", "mas o menos", "regular"),
        ("util", "claro", "probable"),
        ("muy util", "muy claro", "muy probable", "totalmente", "muchisimo"),
    ),
}
"""How else forms write each step, folded."""


def steps(scale: Scale) -> tuple[str, ...]:
    """Return the steps of a scale, that of no answer first; nothing for scales that bring their own."""
    own = STEPS.get(scale, ())
    return (NO_ANSWER, *own) if own else ()


def value(scale: Scale, step: str) -> int | None:
    """Return what a step counts for in a mean: its number, or its place from 1; None for no answer."""
    own = STEPS.get(scale, ())
    if step not in own:
        return None
    return int(step) if step.isdigit() else own.index(step) + 1


def recognized(answers: Collection[str], wanted: Scale | None = None) -> tuple[Scale, dict[str, str]] | None:
    """Return the scale that all answers are of, and the step of each; None when there is no such scale.

    answers: different ones, as written. Of several scales that would do, the first; a number alone is never a scale
    of ten when five are enough. wanted: the scale that a person chose.
    """
    if not answers:
        return None
    for scale in (wanted,) if wanted else STEPS:
        words = _words(scale)
        found = {answer: words.get(_plain(answer), "") for answer in answers}
        enough = wanted or len(set(found.values())) > 1 or not next(iter(found.values())).isdigit()
        if all(found.values()) and enough:
            return scale, found
    return None


def _plain(answer: str) -> str:
    """Fold an answer; a number keeps only its digits (`5 - Excelente` and `5.0` are `5`)."""
    text = " ".join(fold(answer).strip(" .¡!").split())
    head, _, tail = text.partition(" ")
    number = head.rstrip(".):-=")
    if number.isdigit() and (not tail or not tail.strip("-–—:=. ")[:1].isdigit()):
        return str(int(number)) if len(number) < 3 else text
    if text.endswith(".0") and text[:-2].isdigit():
        return str(int(text[:-2]))
    return text


@cache
def _words(scale: Scale) -> dict[str, str]:
    own = STEPS.get(scale, ())
    words = {fold(step): step for step in own}
    for step, others in zip(own, _SAID.get(scale, ()), strict=False):
        words |= dict.fromkeys(others, step)
    return words
