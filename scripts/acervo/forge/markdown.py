"""Texts of anybody in the Markdown of a comment: shown, and nothing of them acts.

In: any text. Out: Markdown (GitHub Flavored Markdown, 0.29) in which no mention, reference, link or tag is theirs.
Never: keeps a line break of a text that is shown within a line.
"""

import re

from acervo.records.text.signs import one_line

LONGEST = 300
"""Signs of a text shown within a line."""
_TICKS = re.compile(r"`+")
_PIECE = re.compile(r"«[^«»`]{1,300}»|`[^`]{1,300}`")
"""What our sentences quote: a value, or a piece of YAML."""
_SIGN = re.compile(r"[\\`*_{}\[\]<>#+\-!|~&@$^=]")
"""What Markdown, within a line, may take for more than a sign."""
_ACTING = re.compile(
    r"(?P<at>@)|(?P<number>#)(?=\w)|(?P<scheme>\w):(?=//)|(?P<www>w)(?=\.)|(?P<ticket>(?:GH|gh))-(?=\d)"
    r"|(?P<commit>[0-9a-fA-F]{6})(?=[0-9a-fA-F])|(?P<mail>mailto|xmpp)(?=:)"
)
"""Where the forge would begin a mention, a reference or a link: a sign of no width goes behind it."""
_GAP = "&#8203;"


def code(text: str, longest: int = LONGEST) -> str:
    """Return a text within a line as code: the forge looks for nothing in it."""
    line = one_line(text, longest) or "…"
    ticks = "`" * (max(map(len, _TICKS.findall(line)), default=0) + 1)
    pad = " " if line[0] == "`" or line[-1] == "`" else ""
    return f"{ticks}{pad}{line}{pad}{ticks}"


def prose(text: str, longest: int = LONGEST * 4) -> str:
    """Return a sentence within a line: what it quotes as code, the rest as letters that mean nothing else."""
    line = one_line(text, longest)
    told, last = [], 0
    for match in _PIECE.finditer(line):
        inside = code(match[0][1:-1])
        told += [_inert(line[last : match.start()]), inside if match[0][0] == "`" else f"«{inside}»"]
        last = match.end()
    return "".join([*told, _inert(line[last:])])


def ended(sentence: str) -> str:
    """Return a sentence with its full stop."""
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."


def block(text: str, language: str = "") -> str:
    """Return a text of several lines as a block of code that nothing in it can end."""
    ticks = "`" * max(3, max(map(len, _TICKS.findall(text)), default=0) + 1)
    return f"{ticks}{language}\n{text}\n{ticks}"


def _inert(text: str) -> str:
    gaps = _ACTING.sub(lambda match: f"{match[0]}\0", text)
    return _SIGN.sub(_escaped, gaps).replace("\0", _GAP)


def _escaped(sign: re.Match[str]) -> str:
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(sign[0], f"\\{sign[0]}")
