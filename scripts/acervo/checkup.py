"""The verbs `check` and `generate`: the records judged, and what follows from them written down.

In: a project. Out: problems, or the generated files. Never: builds the site or repairs a record.

Generating and checking are one function: what `generate` would write is what `check` compares.
"""

from collections.abc import Iterator
from pathlib import Path

from acervo import files, reading
from acervo.build import label
from acervo.reading import Reading
from acervo.records import messages, schema
from acervo.records.checking import LEDGER, addresses
from acervo.records.problems import Problem
from acervo.theme import Project


def check(project: Project) -> tuple[list[Problem], int]:
    """Return every problem of the data folder, sorted, and how many records were read."""
    read = reading.read(project.data, label(project), project.cache)
    stale = [
        messages.problem(
            "new_addresses" if path == LEDGER else "stale_file",
            f"{label(project)}/{path}",
            command="make generate",
        )
        for path, text in _generated(read, project.data)
        if _text(project.data / path) != text
    ]
    return sorted([*read.judge(), *stale]), len(read.entries)


def generate(project: Project) -> list[str]:
    """Write the schemas and the ledger of addresses; return what changed."""
    read = reading.read(project.data, label(project), project.cache)
    return [
        f"{label(project)}/{path}"
        for path, text in _generated(read, project.data)
        if files.write_if_changed(project.data / path, text.encode())
    ]


def _generated(read: Reading, data: Path) -> Iterator[tuple[str, str]]:
    """Yield each generated file, by its path in the data folder, with its text."""
    for name, text in schema.schemas().items():
        yield f"schema/{name}", text
    published = addresses(read.entries)
    known = set((_text(data / LEDGER) or "").split())
    yield LEDGER, "".join(f"{path}\n" for path in sorted(published | known))


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
