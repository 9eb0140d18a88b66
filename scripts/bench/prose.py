"""Spanish text put together by chance, as long as what archives hold.

In: dice. Out: titles, summaries, descriptions in Markdown, ids. Never: a sentence that states a fact.
"""

from bench import vocabulary as words
from bench.chance import Dice

TITLE, SUMMARY, DESCRIPTION = (40, 110), (150, 300), (400, 1_500)
"""Shortest and longest, in characters."""

_ASCII = str.maketrans("áéíóúüñ", "aeiouun")


def title(dice: Dice) -> str:
    """Return a title."""
    shortest, longest = TITLE
    while True:
        text = f"{dice.one(words.OPENINGS)} {subject(dice)} {dice.one(words.SCOPES)}"
        if dice.hit(0.6):
            text += f": {dice.one(words.ANGLES)}"
        text = contracted(text)
        if shortest <= len(text) <= longest:
            return text


def summary(dice: Dice) -> str:
    """Return a summary, in one line."""
    shortest, longest = SUMMARY
    text = f"Texto sintético sobre {subject(dice)} {dice.one(words.SCOPES)}."
    goal = shortest + dice.below(90)
    while len(text) < goal:
        longer = f"{text} {_sentence(dice)}"
        if len(longer) <= longest:
            text = longer
        elif len(text) >= shortest:
            break
    return text


def description(dice: Dice) -> str:
    """Return a Markdown text with paragraphs and lists."""
    shortest, longest = DESCRIPTION
    goal = shortest + dice.below(longest - shortest)
    text = f"{_sentence(dice)}\n{_sentence(dice)}"
    while True:
        block = _list(dice) if dice.hit(0.3) else f"{_sentence(dice)}\n{_sentence(dice)}"
        if len(text) >= shortest and len(text) + 2 + len(block) > goal:
            return text
        text += "\n\n" + block


def subject(dice: Dice) -> str:
    """Return what something may be about, with its article."""
    return dice.one(words.SUBJECTS)


def slug(text: str, longest: int) -> str:
    """Return an id made of a text."""
    plain = text.lower().translate(_ASCII)
    return "-".join("".join(sign if sign.isalnum() else " " for sign in plain).split())[:longest].rstrip("-")


def _list(dice: Dice) -> str:
    items = (f"- {subject(dice).capitalize()} {dice.one(words.SCOPES)}." for _ in range(3))
    return "\n".join((f"{dice.one(words.HEADINGS)}:", "", *items))


def _sentence(dice: Dice) -> str:
    middle = f" del programa {dice.one(words.SURNAMES)}" if dice.hit(0.25) else ""
    actor, verb = dice.one(words.ACTORS), dice.one(words.VERBS)
    return contracted(f"{actor}{middle} {verb} {subject(dice)} {dice.one(words.CIRCUMSTANCES)}.")


def contracted(text: str) -> str:
    """Return a text with «de el» and «a el» written as one word."""
    return text.replace(" de el ", " del ").replace(" a el ", " al ")
