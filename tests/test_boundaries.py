"""The line around the core: what each room of the program may know. The list of edges is the architecture.

`records`, `archive`, `site` and `outputs` reach no network, clock, disk, MkDocs or other program; a room
knows only those before it; no module is a drawer; nothing goes in circles.
"""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent.parent / "scripts" / "acervo"

PURE = frozenset({
    "ast", "bisect", "calendar", "collections", "contextlib", "copy", "dataclasses", "datetime",
    "decimal", "difflib", "enum", "fractions", "functools", "graphlib", "hashlib", "heapq", "html",
    "itertools", "json", "marshal", "math", "numbers", "operator", "posixpath", "re", "statistics",
    "string", "struct", "textwrap", "types", "typing", "unicodedata", "urllib.parse", "uuid",
    "xml.sax.saxutils", "zlib",
})  # fmt: skip
"""The standard library that only computes. What is not here, the core may not import."""
LIBRARIES = {
    "records": frozenset({"orjson", "pydantic", "pydantic_core", "yaml"}),
    # zoneinfo: the hours of records are those of central Mexico. dateutil: the recurrence of a series (RFC 5545).
    "archive": frozenset({"dateutil", "pydantic", "pydantic_core", "zoneinfo"}),
    # importlib: the view of a page, by its name in a table, when it is first needed.
    "site": frozenset({"cmarkgfm", "importlib", "jinja2", "markupsafe", "nh3", "orjson", "pydantic"}),
    "outputs": frozenset({"feedgen"}),
    "drafts": frozenset({"zoneinfo"}),
    # A form's export is read from a stream that is handed in; a salt of its own makes the marks of its rows.
    "evaluations": frozenset({"codecs", "csv", "io", "openpyxl", "os.urandom", "zipfile"}),
    "forge": frozenset({"pydantic"}),
    "guide": frozenset({"pydantic"}),
    # email: a message of MIME. fontTools: the widths of letters. segno: QR codes. io, base64: bytes in memory.
    "outreach": frozenset({"base64", "email", "fontTools", "io", "segno"}),
}
"""Libraries of other people, by the room that has a use for them."""
ROOMS = {
    "records": (),
    "archive": ("acervo.records",),
    # The texts of the section for organisers; the outreach room says dates and places with the words of the site.
    "outreach": ("acervo.records", "acervo.site.dates", "acervo.site.wording"),
    "site": ("acervo.records", "acervo.archive", "acervo.outreach.announcement", "acervo.outreach.texts"),
    "outputs": ("acervo.records", "acervo.archive"),
    "forge": ("acervo.records", "acervo.archive"),
    "guide": ("acervo.records", "acervo.archive"),
    "drafts": ("acervo.records", "acervo.archive.snapshot", "acervo.youtube.plain"),
    "evaluations": ("acervo.records", "acervo.drafts.manuscript"),
    "youtube": (
        "acervo.archive.snapshot",
        "acervo.archive.captions",
        "acervo.archive.cues",
        "acervo.records.models.fields",
        "acervo.records.text.signs",
        "acervo.files",
    ),
}
"""What each room may know of the program, besides itself. The workshops know all of them."""
WORKSHOPS = {"publishing": (), "editing": ("publishing",), "gathering": ("publishing",), "proposals": ("publishing",)}
"""Rooms that read and write files, the disk, the clock or other programs, and the other workshops each may know."""
INNER = {
    "records": ("text", "models", "catalogue", "checks", "writing"),
    "site.views": ("parts", "records", "overviews"),
}
"""Rooms within a room, in the order in which they may know each other: each knows those before it."""
DOORWAYS = frozenset({"verbs"})
"""Rooms that know all, as `cli` does: what people type, apart from what it does."""
READING_CLOCKS = frozenset({"now", "today", "utcnow", "uuid1", "uuid4", "FileSystemLoader", "PackageLoader"})
"""Names within allowed modules that read the clock, chance or the disk."""
DOORS = frozenset({"open", "exec", "eval", "compile", "print", "input", "__import__", "breakpoint"})
"""Built-in functions that leave the core."""
DRAWERS = frozenset({"base", "common", "core", "helper", "helpers", "lib", "misc", "shared", "tools", "util", "utils"})


def imports(tree: ast.AST, module: str, *, package: bool = False) -> Iterator[str]:
    """Yield every name a module imports, in full, from anywhere in it (`import` in a function counts)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")[: (-node.level or None) if not package else (1 - node.level or None)]
            origin = ".".join([*above, *filter(None, [node.module])]) if node.level else node.module or ""
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def within(name: str, allowed: frozenset[str] | tuple[str, ...]) -> bool:
    return any(name == known or name.startswith(f"{known}.") for known in allowed)


def offences(source: str, room: str) -> list[str]:
    """Return what a module of the core does that its room may not: an import, a clock, a door."""
    tree = ast.parse(source)
    module = f"acervo.{room}.module"
    known = (*ROOMS[room], f"acervo.{room}")
    found = [name for name in imports(tree, module) if name.startswith("acervo") and not within(name, known)]
    if room != "youtube":
        allowed = PURE | LIBRARIES[room] | {"acervo"}
        found += [name for name in imports(tree, module) if not within(name, allowed)]
        for node in ast.walk(tree):
            name = getattr(node, "attr", None) or getattr(node, "name", None)
            if isinstance(node, ast.Attribute | ast.alias) and name in READING_CLOCKS:
                found.append(str(name))
            if isinstance(node, ast.Name) and node.id in DOORS:
                found.append(f"{node.id}()")
    return found


def modules() -> dict[str, Path]:
    """Return every module of the program by its full name."""
    return {
        ".".join(("acervo", *path.relative_to(PROGRAM).with_suffix("").parts)).removesuffix(".__init__"): path
        for path in sorted(PROGRAM.rglob("*.py"))
    }


def edges() -> dict[str, set[str]]:
    """Return what each module of the program knows of the others."""
    paths = modules()
    found: dict[str, set[str]] = {}
    for module, path in paths.items():
        names = imports(ast.parse(path.read_text(encoding="utf-8")), module, package=path.stem == "__init__")
        # `from acervo.site import dates` names a module, `from acervo.site.dates import words` a part of one.
        known = {name if name in paths else name.rpartition(".")[0] for name in names if within(name, ("acervo",))}
        found[module] = known & paths.keys() - {module}
    return found


def cycle(graph: dict[str, set[str]]) -> list[str]:
    """Return a circle of modules that know each other, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_what_it_may(room: str) -> None:
    found = {
        module: wrong
        for module, path in modules().items()
        if module.startswith(f"acervo.{room}") and (wrong := offences(path.read_text(encoding="utf-8"), room))
    }

    assert found == {}


def test_every_folder_of_the_program_is_a_room_with_a_line_around_it() -> None:
    assert {path.parent.name for path in PROGRAM.glob("*/__init__.py")} == {*ROOMS, *WORKSHOPS, *DOORWAYS}


@pytest.mark.parametrize("room", INNER)
def test_a_room_within_a_room_knows_only_those_before_it(room: str) -> None:
    places = [f"acervo.{room}.{inner}" for inner in INNER[room]]
    found = {
        (module, one)
        for module, known in edges().items()
        for at, place in enumerate(places)
        if within(module, (place,))
        for one in known
        if within(one, tuple(places[at + 1 :]))
    }

    assert found == set()
    assert {path.parent.name for path in (PROGRAM / room.replace(".", "/")).glob("*/__init__.py")} == set(INNER[room])


@pytest.mark.parametrize("room", WORKSHOPS)
def test_a_workshop_knows_no_other_but_the_one_that_publishes(room: str) -> None:
    others = tuple(f"acervo.{other}" for other in WORKSHOPS if other not in (room, *WORKSHOPS[room]))
    knowing = {module: known for module, known in edges().items() if within(module, (f"acervo.{room}",))}

    assert knowing
    assert {(module, one) for module, known in knowing.items() for one in known if within(one, others)} == set()


def test_nobody_knows_the_verbs_but_the_command() -> None:
    knowing = {module for module, known in edges().items() if any(within(one, ("acervo.verbs",)) for one in known)}

    assert {module for module in knowing if not within(module, ("acervo.verbs",))} == {"acervo.cli"}


def test_nothing_goes_in_circles() -> None:
    assert cycle(edges()) == []


def test_no_module_is_a_drawer() -> None:
    assert [module for module in modules() if set(module.split(".")) & DRAWERS] == []


def test_every_module_says_what_it_gives_and_what_it_never_does() -> None:
    silent = [
        module
        for module, path in modules().items()
        if path.stem not in ("__init__", "__main__")
        and "Never" not in (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "")
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("room", "line", "offence"),
    [
        ("records", "import socket", "socket"),
        ("records", "import urllib.request", "urllib.request"),
        ("records", "from urllib import request", "urllib.request"),
        ("archive", "from http.client import HTTPSConnection", "http.client.HTTPSConnection"),
        ("outputs", "import time", "time"),
        ("outputs", "from time import perf_counter", "time.perf_counter"),
        ("outputs", "import datetime\nx = datetime.datetime.now()", "now"),
        ("outputs", "from datetime import date as d\nx = d.today()", "today"),
        ("outputs", "from datetime import datetime\nf = datetime.utcnow", "utcnow"),
        ("outputs", "from uuid import uuid4", "uuid4"),
        ("archive", "from pathlib import Path", "pathlib.Path"),
        ("archive", "import os.path", "os.path"),
        ("site", "import io", "io"),
        ("site", "def f():\n    with open('x') as y:\n        pass", "open()"),
        ("site", "from jinja2 import FileSystemLoader", "FileSystemLoader"),
        ("site", "import jinja2\nx = jinja2.PackageLoader('x')", "PackageLoader"),
        ("site", "x = __import__('os')", "__import__()"),
        ("site", "def f():\n    import subprocess", "subprocess"),
        ("site", "from mkdocs.config import load_config", "mkdocs.config.load_config"),
        ("records", "import importlib", "importlib"),
        ("outputs", "import random", "random"),
        ("outputs", "import yt_dlp", "yt_dlp"),
        ("outputs", "import jinja2", "jinja2"),
        ("records", "from acervo.archive.card import Card", "acervo.archive.card.Card"),
        ("records", "from acervo import archive", "acervo.archive"),
        ("records", "from ..archive import card", "acervo.archive.card"),
        ("archive", "from acervo.site import pages", "acervo.site.pages"),
        ("site", "from acervo.outputs import feeds", "acervo.outputs.feeds"),
        ("outputs", "from acervo.site.page import Settings", "acervo.site.page.Settings"),
        ("outputs", "import acervo.files", "acervo.files"),
        ("site", "if True:\n    from acervo.publishing import build", "acervo.publishing.build"),
        ("youtube", "from acervo.archive.archive import Archive", "acervo.archive.archive.Archive"),
        ("youtube", "from acervo.publishing import build", "acervo.publishing.build"),
    ],
)
def test_whoever_crosses_the_line_is_found(room: str, line: str, offence: str) -> None:
    assert offence in offences(f'"""A room."""\n{line}\n', room)


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("records", "from urllib.parse import urlsplit"),
        ("records", "import re\nx = re.compile('x')"),
        ("archive", "from acervo.records.catalogue.entry import Key"),
        ("site", "from acervo.archive import addresses"),
        ("outputs", "from datetime import date, time\nx = date.fromisoformat('2026-01-02')"),
        ("outputs", "from acervo.outputs.publication import Publication"),
        ("youtube", "import subprocess\nfrom acervo.archive.snapshot import Snapshot"),
    ],
)
def test_whoever_stays_within_it_is_left_alone(room: str, line: str) -> None:
    assert offences(f'"""A room."""\n{line}\n', room) == []


def test_a_circle_is_found_and_named() -> None:
    circle = cycle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})

    assert sorted(set(circle)) == ["a", "b", "c"]


def test_relative_imports_are_followed_to_what_they_name() -> None:
    tree = ast.parse("from . import card\nfrom .card import draw\nfrom ..records import dates")

    assert list(imports(tree, "acervo.archive.archive")) == [
        "acervo.archive.card",
        "acervo.archive.card.draw",
        "acervo.records.dates",
    ]
    assert list(imports(ast.parse("from . import card"), "acervo.archive", package=True)) == ["acervo.archive.card"]
