"""What the program writes of itself, whatever the records say: their schemas, the guide, the forms of the forge.

In: which of them, and the cache. Out: texts by the name of their file; they are remembered with the program's digest.
Never: reads a record, or trusts what another version of the program wrote.
"""

import marshal
from collections.abc import Callable, Mapping
from pathlib import Path

from acervo import files
from acervo.publishing.memory import program

Texts = dict[str, str]


def prescribed(what: str, cache: Path) -> Texts:
    """Return what the program writes of itself. what: one of `WRITERS`."""
    place = cache / f"prescribed-{what}"
    remembered = _recalled(place)
    if remembered is not None:
        return remembered
    texts = WRITERS[what]()
    files.write_whole(place, marshal.dumps((program(), texts)))
    return texts


def _recalled(place: Path) -> Texts | None:
    """Return what was kept; that of another program, or what cannot be read, counts as nothing."""
    try:
        by, texts = marshal.loads(place.read_bytes())  # noqa: S302  # written by this program for itself
        return {str(name): str(text) for name, text in texts.items()} if by == program() else None
    except (OSError, ValueError, EOFError, TypeError, AttributeError):
        return None


# Each is heavy, and needed only when the program has changed: what it is made of is imported then.


def _schemas() -> Texts:
    from acervo.records.writing import schema

    return schema.schemas()


def _guide() -> Texts:
    from acervo.guide import manual

    return manual.manual()


def _forms() -> Texts:
    from acervo.forge import templates

    return templates.templates()


WRITERS: Mapping[str, Callable[[], Texts]] = {"schemas": _schemas, "guide": _guide, "forms": _forms}
