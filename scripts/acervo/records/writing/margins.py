"""A record's text as a tree that keeps its comments: each with the field it stands by.

In: the text of a record that the strict reader took without an error. Out: groups of entries with their margins.
Never: judges the text (see `reader`), or loses a comment.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from acervo.records.text import signs
from acervo.records.text.events import MAX_EVENTS, PARSER, Parser
from acervo.records.text.proof import LINE_BREAK

BLANK = ""
"""A line of a margin with nothing in it; every other one begins with `#`."""


@dataclass(slots=True)
class Entry:
    """A field with its value, or an item of a list, and the comments around it."""

    name: str
    """"" for an item."""
    above: list[str]
    """Lines of comment and blank lines before it."""
    value: "str | Group" = ""
    beside: str = ""
    """The comment on its own line."""


@dataclass(slots=True)
class Group:
    """The fields of a mapping, or the items of a list."""

    keyed: bool
    entries: list[Entry] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    """Comments after the last entry."""


@dataclass(slots=True)
class _Open:
    """A group that is being read."""

    group: Group
    column: int
    flow: bool
    owner: Entry | None
    key: Entry | None = None
    """The field whose value comes next."""


def read_margins(text: str, parser: Parser = PARSER) -> Group:
    """Return the fields of a record with their comments. text: without errors for `reader.read`."""
    return _Walk(LINE_BREAK.sub("\n", text.removeprefix("\ufeff"))).walk(parser)


class _Walk:
    """One pass over the events of a text; what lies between two of them is its margin."""

    def __init__(self, text: str) -> None:
        self.text = signs.neutral(text)
        self.starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self.root = Group(keyed=True)
        self.open: list[_Open] = []
        self.cursor = 0
        self.pending: list[tuple[int, str]] = []
        """Column and text of the lines that no entry has yet."""
        self.last: Entry | None = None
        self.last_line = -1

    def walk(self, parser: Parser) -> Group:
        events = parser(self.text)
        for _ in range(MAX_EVENTS):
            event = events.get_event()
            kind = type(event)
            self._gap(event.start_mark.index)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._start(event, keyed=kind is MappingStartEvent)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._end(event)
            elif kind is DocumentStartEvent and event.explicit:
                self.cursor = event.end_mark.index
            elif kind is StreamEndEvent:
                break
        self.root.below += self._take()
        return self.root

    def _gap(self, end: int) -> None:
        """Collect the comments and blank lines up to the next event."""
        if end <= self.cursor:
            return
        between = self.text[self.cursor : end]
        if "#" not in between and between.count("\n") < 2:
            self.cursor = end
            return
        segments = between.split("\n")
        place = self.cursor
        for number, segment in enumerate(segments):
            column = segment.find("#")
            if column >= 0:
                self._comment(place + column, segment[column:].rstrip())
            elif 0 < number < len(segments) - 1 and not segment.strip():
                self.pending.append((0, BLANK))
            place += len(segment) + 1
        self.cursor = end

    def _comment(self, place: int, text: str) -> None:
        row = bisect_right(self.starts, place) - 1
        if self.last is None or row != self.last_line:
            self.pending.append((place - self.starts[row], text))
        elif self.last.beside:
            self.last.above.append(text)
        else:
            self.last.beside = text

    def _take(self) -> list[str]:
        taken = [text for _, text in self.pending]
        self.pending.clear()
        return taken

    def _entry(self, *, inner: bool) -> Entry:
        """Return the entry that a value belongs to. inner: whether the value's own entries take what is pending."""
        here = self.open[-1]
        if here.key:
            entry, here.key = here.key, None
            if not inner:
                entry.above += self._take()
            return entry
        entry = Entry("", self._take())
        here.group.entries.append(entry)
        return entry

    def _scalar(self, event: Any) -> None:
        here = self.open[-1]
        start, end = event.start_mark.index, event.end_mark.index
        value = event.value.strip()
        if value and signs.suspect(value):
            value = signs.visible(value).strip()
        if here.group.keyed and not here.key:
            self._inside(here)
            entry = here.key = Entry(value, self._take())
            here.group.entries.append(entry)
        else:
            entry = self._entry(inner=False)
            entry.value = value
        if event.style in ("|", ">"):
            written = self.text[start:end].rstrip()
            header, _, _ = written.partition("\n")
            mark = header.find("#")
            if mark >= 0 and not entry.beside:
                entry.beside = header[mark:].rstrip()
            end = start + len(written)
            self.last_line = event.start_mark.line + written.count("\n")
        else:
            self.last_line = event.end_mark.line
        self.last, self.cursor = entry, max(self.cursor, end)

    def _start(self, event: Any, *, keyed: bool) -> None:
        flow = bool(event.flow_style)
        if self.open:
            owner = self._entry(inner=not flow)
            group = owner.value = Group(keyed)
        else:
            owner, group = None, self.root
        self.open.append(_Open(group, event.start_mark.column, flow, owner))
        if flow:
            self.cursor = event.end_mark.index
            self.last, self.last_line = owner, event.end_mark.line

    def _inside(self, here: _Open) -> None:
        """Give to a field without a value the deeper comments below it: they are values that wait for somebody."""
        empty = here.group.keyed and not here.flow and here.group.entries and here.group.entries[-1].value == ""
        own = 0
        for index, (column, text) in enumerate(self.pending if empty else [], 1):
            if text != BLANK and column <= here.column:
                break
            own = index if text != BLANK else own
        if own:
            here.group.entries[-1].value = Group(keyed=False, below=[text for _, text in self.pending[:own]])
            del self.pending[:own]

    def _end(self, event: Any) -> None:
        """Close a group: the comments that stand at its column or deeper are its own."""
        closed = self.open.pop()
        self._inside(closed)
        outer = self.open[-1].column if self.open else -1
        if closed.flow:
            self.cursor = event.end_mark.index
            self.last, self.last_line = closed.owner, event.end_mark.line
            closed.group.below += self._take()
        elif closed.column > outer:
            own = 0
            for index, (column, text) in enumerate(self.pending, 1):
                if text != BLANK and column < closed.column:
                    break
                own = index if text != BLANK else own
            closed.group.below += [text for _, text in self.pending[:own]]
            del self.pending[:own]
