"""A record as the YAML an editor would write.

In: a dictionary of texts, lists and dictionaries. Out: its YAML.
Never: reads YAML, or keeps blanks around a text.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

Item = str | Mapping[str, "Value"]
Value = Item | Sequence[Item]

_PLAIN = re.compile(r"[\w(](?:[^:#]|:(?=[^ ]))*")
"""What needs no quotes between its line breaks."""


def sheet(record: Mapping[str, Value]) -> str:
    """Return the text of a record file. Empty values are left out."""
    return "\n".join(_mapping(record, "")) + "\n"


def _mapping(values: Mapping[str, Value], margin: str) -> Iterator[str]:
    for name, value in values.items():
        if not value:
            continue
        if isinstance(value, str):
            yield from _text(f"{margin}{name}:", value, margin + "  ")
        elif isinstance(value, Mapping):
            yield f"{margin}{name}:"
            yield from _mapping(value, margin + "  ")
        else:
            yield f"{margin}{name}:"
            yield from _list(value, margin + "  ")


def _list(values: Sequence[Item], margin: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield from _text(f"{margin}-", value, margin + "  ")
        else:
            first, *others = _mapping(value, margin + "  ")
            yield f"{margin}- {first.lstrip()}"
            yield from others


def _text(start: str, text: str, margin: str) -> Iterator[str]:
    if "\n" in text:
        yield f"{start} |"
        yield from (margin + line if line else "" for line in text.split("\n"))
    elif _PLAIN.fullmatch(text):
        yield f"{start} {text}"
    else:
        yield f"{start} {json.dumps(text, ensure_ascii=False)}"
