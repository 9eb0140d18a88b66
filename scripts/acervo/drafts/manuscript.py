"""YAML as an editor of records writes it: plain where it can be, quoted where it must, wrapped at 120 columns.

In: names of fields and texts of strangers, clean or not. Out: lines that the reader of records takes without a flaw.
Never: puts a comment behind a value (there it could pass for a part of it), or lets a text out of its field.
"""

import re
import textwrap

from acervo.records.text import signs
from acervo.youtube import plain

WIDTH = 120

_PLAIN = re.compile(r"[^\W\d_][\w ,.;()¿?¡!/«»“”–—%+…-]*")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def clean(text: str, longest: int) -> str:
    """Return text of one line, as the reader of records will give it back; at most so many signs."""
    return signs.one_line(plain.line(text, longest), longest)


def field(name: str, value: str, indent: str = "") -> list[str]:
    """Return the lines of a field with a text of one line; a long one is folded. value: clean."""
    line = f"{indent}{name}: {_scalar(value)}"
    if len(line) <= WIDTH:
        return [line]
    return [f"{indent}{name}: >-", *_wrapped(value, " " * (len(indent) + 2))]


def comment(text: str, indent: str = "") -> list[str]:
    """Return a text as lines that say nothing to the reader."""
    return _wrapped(clean(text, 2_000), f"{indent}# ")


def commented(lines: list[str], indent: str = "") -> list[str]:
    """Return lines of YAML made comments: without the `# ` they are as they were."""
    return [f"{indent}# {line.removeprefix(indent)}" for line in lines]


def _scalar(value: str) -> str:
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
