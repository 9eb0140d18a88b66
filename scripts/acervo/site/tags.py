"""The tags of a template, between whose pieces values and choices stand: from text to elements within elements.

In: text of a template and what stands between it, in order. Out: lists of texts and elements.
Never: reads a page (a template is well made), or keeps what only scripts read or would ask for a file.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_VOID = frozenset({"br", "hr", "img", "input", "track"})
_LEFT_OUT = frozenset({"img", "track", "button", "template"})
"""Elements of a page that ask for files, or that only scripts use."""
_NOT_KEPT = re.compile(r"data-|src$|rel$|hreflang$|download$|preload$|loading$|decoding$|preserveAspectRatio$")
_TEXT = re.compile(r"[^<]+")
_NAME = re.compile(r"[a-zA-Z0-9]*")
_BETWEEN = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"""([a-zA-Z:-]+)(=")?""")
_INSIDE = re.compile(r'[^"]*')


class Tags:
    """A reader that stops wherever a template puts something between its text."""

    def __init__(self) -> None:
        """Begin outside of any tag."""
        self._content: list[Any] = []
        self._open: list[tuple[list[Any], list[Any]]] = []
        self._mode = "text"
        self._attributes: list[Any] = []
        self._parts: list[Any] = []
        self._element: list[Any] = []

    @contextmanager
    def apart(self) -> Iterator[list[Any]]:
        """Gather what is read meanwhile in a list of its own, of the same sort as where the reader stands."""
        if self._mode == "name":  # what is chosen after a name is an attribute
            self._named()
        mode, depth = self._mode, len(self._open)
        name = {"text": "_content", "tag": "_attributes", "inside": "_parts"}[mode]
        before: list[Any] = getattr(self, name)
        gathered: list[Any] = []
        setattr(self, name, gathered)
        yield gathered
        if (self._mode, len(self._open)) != (mode, depth):
            raise ValueError(f"Una plantilla no cierra donde abre: {gathered}")
        setattr(self, name, before)

    def put(self, value: list[Any]) -> None:
        """Put a value where the reader stands: in a text, between attributes, within one, in a name."""
        if self._mode != "shut":
            {"text": self._content, "tag": self._attributes, "inside": self._parts, "name": self._parts}[
                self._mode
            ].append(value)

    def feed(self, text: str) -> None:
        """Read a piece of text."""
        at = 0
        while at < len(text):
            at = getattr(self, f"_{self._mode}")(text, at)

    def _text(self, text: str, at: int) -> int:
        if found := _TEXT.match(text, at):
            if self._content and isinstance(self._content[-1], str):
                self._content[-1] += found[0]
            else:
                self._content.append(found[0])
            return found.end()
        if text.startswith("</", at):
            self._mode = "shut"
            return at + 2
        self._mode, self._parts, self._attributes = "name", [], []
        return at + 1

    def _name(self, text: str, at: int) -> int:
        found = _NAME.match(text, at)
        assert found is not None
        if found[0]:
            self._parts.append(found[0])
            return found.end()
        self._named()
        return at

    def _named(self) -> None:
        plain = len(self._parts) == 1 and isinstance(self._parts[0], str)
        self._element = ["<", self._parts[0] if plain else self._parts, self._attributes]
        self._mode = "tag"

    def _tag(self, text: str, at: int) -> int:
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing too
        if at == len(text):
            return at
        if text[at] in ">/":
            self._begin(alone=text[at] == "/" or str(self._element[1]) in _VOID)
            return text.index(">", at) + 1
        found = _ATTRIBUTE.match(text, at)
        if found is None:
            raise ValueError(f"Una plantilla tiene un atributo que no se entiende: {text[at:]}")
        self._parts = []
        self._attributes.append([found[1], self._parts] if found[2] else [found[1]])
        self._mode = "inside" if found[2] else "tag"
        return found.end()

    def _inside(self, text: str, at: int) -> int:
        found = _INSIDE.match(text, at)
        assert found is not None
        if found[0]:
            self._parts.append(found[0])
        if found.end() == len(text):
            return found.end()
        self._mode = "tag"
        return found.end() + 1

    def _shut(self, text: str, at: int) -> int:
        end = text.find(">", at)
        if end < 0:  # the name of the element is a value
            return len(text)
        self._content = self._open.pop()[0]
        self._mode = "text"
        return end + 1

    def _begin(self, *, alone: bool) -> None:
        self._mode = "text"
        kept = [one for one in self._attributes if one[0] == "?" or not _NOT_KEPT.match(one[0])]
        kept = [one for one in kept if one[0] != "?" or any(not _NOT_KEPT.match(each[0]) for each in one[2])]
        hidden = ["hidden"] in kept
        content: list[Any] = []
        made = [*self._element[:2], kept, content]
        if not (hidden or str(self._element[1]) in _LEFT_OUT):
            self._content.append(made)
        if not alone:
            self._open.append((self._content, content))
            self._content = content
