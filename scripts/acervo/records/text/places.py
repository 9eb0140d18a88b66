"""Where each field of a record stands in its text: line and column of its key and of its value.

In: the text of a record. Out: positions by path, and the keys written twice.
Never: runs for a record without problems, or judges what it sees (see `reader`).
"""

from typing import NamedTuple

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from acervo.records.text import signs
from acervo.records.text.events import MAX_DEPTH, MAX_EVENTS, PARSE_ERRORS, PARSER, EventParser, Parser
from acervo.records.text.proof import LINE_BREAK

Path = tuple[str, ...]
"""Keys from the outside in; the position in a list counts from "0"."""
Position = tuple[int, int]
"""Line and column, from 1, in characters."""


class Place(NamedTuple):
    """Where one value stands."""

    key: Position
    """Of its key; of the value itself in a list."""
    value: Position
    """Of its first sign; of its key when the value is empty."""


class Places:
    """The places of one record."""

    def __init__(self, text: str, parser: Parser = PARSER) -> None:
        """Walk the text as far as it can be read."""
        self.by_path: dict[Path, Place] = {}
        self.repeated: dict[Position, Position] = {}
        """Place of a repeated key → place of the first one."""
        lines = LINE_BREAK.split(text)
        self._end = (len(lines), len(lines[-1]) + 1)
        try:
            self._walk(parser(signs.neutral(text)))
        except PARSE_ERRORS:
            return

    def value(self, path: Path) -> Position:
        """Return where a value stands, or the nearest thing around it that is written."""
        return self._nearest(path).value

    def key(self, path: Path) -> Position:
        """Return where a key stands, or the nearest thing around it that is written."""
        return self._nearest(path).key

    def path_on(self, line: int, column: int) -> Path:
        """Return the field whose value starts on a line, at a column or before it; () when none does."""
        starts = [
            (place.value[1], path)
            for path, place in self.by_path.items()
            if path and place.value[0] == line and place.value[1] <= column
        ]
        return max(starts, default=(0, ()))[1]

    def _nearest(self, path: Path) -> Place:
        while path not in self.by_path:
            if not path:
                return Place((1, 1), (1, 1))
            path = path[:-1]
        return self.by_path[path]

    def _walk(self, parser: EventParser) -> None:
        path: Path = ()
        count: int | None = None
        key: tuple[str, Position] | None = None
        stack: list[tuple[Path, int | None]] = []
        for _ in range(MAX_EVENTS):
            event = parser.get_event()
            kind = type(event)
            if kind is StreamEndEvent or kind is AliasEvent:
                return
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                path, count = stack.pop()
                continue
            if kind not in (ScalarEvent, MappingStartEvent, SequenceStartEvent):
                continue
            # libyaml tells of the empty value after a last `---` one line below the text.
            here = min((event.start_mark.line + 1, event.start_mark.column + 1), self._end)
            if stack and count is None and key is None:
                if kind is not ScalarEvent:
                    return
                key = (signs.visible(event.value).strip(), here)
                continue
            inner, start = path, here
            if count is not None:
                inner, count = (*path, str(count)), count + 1
            elif key:
                inner, start = (*path, key[0]), key[1]
            empty = kind is ScalarEvent and not event.value
            if key and inner in self.by_path:
                self.repeated[start] = self.by_path[inner].key
            else:
                self.by_path[inner] = Place(start, start if empty else here)
            key = None
            if kind is not ScalarEvent:
                stack.append((path, count))
                if len(stack) > MAX_DEPTH:
                    return
                path, count = inner, 0 if kind is SequenceStartEvent else None
