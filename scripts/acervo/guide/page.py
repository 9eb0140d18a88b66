"""What every generated page of the guide has: its head, its note, and text that cannot break out of its place.

In: lines of Markdown. Out: the text of a page. Never: knows what a page tells.
"""

import re

NOTE = "Esta página la escribe el programa con sus propias reglas: `make generate` la pone al día."

_BRACKET = re.compile(r"`[^`]*`|[\[\]]")
"""A bracket, or code, in which it stands for itself."""


def head(title: str, about: str) -> list[str]:
    """Begin a page; `tables: reference` keeps the examples in its tables out of the search of what was recorded."""
    front = ["---", f"title: {title}", f"description: {about}", "tables: reference", "---"]
    return [*front, "", f"# {title}", "", NOTE, ""]


def cell(text: str) -> str:
    """Return text as a cell of a table can hold it."""
    return " ".join(text.split()).replace("|", "\\|")


def link(text: str, target: str) -> str:
    """Return a link whose text may hold brackets."""
    inside = _BRACKET.sub(lambda found: found[0] if found[0].startswith("`") else f"\\{found[0]}", text)
    return f"[{inside}]({target})"


def whole(lines: list[str]) -> str:
    """Return a page that ends once."""
    return "\n".join(lines).rstrip("\n") + "\n"
