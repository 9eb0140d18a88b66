"""The YAML parser of the archive, as a stream of events, and the bounds within which it is pulled.

In: text. Out: events of PyYAML, by libyaml when it is there.
Never: composes, constructs or resolves anything.
"""

from collections.abc import Callable
from typing import Any, Protocol

import yaml


class EventParser(Protocol):
    """What is needed of a YAML parser."""

    def get_event(self) -> Any:
        """Return the next event."""


Parser = Callable[[str], EventParser]

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml: same answers, slower
    PARSER: Parser = yaml.SafeLoader
else:
    PARSER = CParser

MAX_DEPTH = 12
"""Of collections within collections; libyaml's own work grows with the square of it."""
MAX_EVENTS = 20_000
"""About twice the values of a record."""

PARSE_ERRORS = (yaml.YAMLError, ValueError, OverflowError, RecursionError)
"""All that PyYAML raises on a text: its own errors, and Python's on escapes of impossible signs."""
