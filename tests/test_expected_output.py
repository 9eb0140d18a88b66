"""The whole output of the fictional archive, file by file, against the one that was accepted.

When it changes on purpose: `make accept`, then look at the change with `git diff`.
"""

from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from tests.archive.edition import edition

EXPECTED = Path(__file__).parent / "archive" / "expected"
SHOWN_FILES, SHOWN_LINES = 5, 30
HOW = "Si el cambio es a propósito: make accept (pytest tests/test_expected_output.py --accept)"


def on_disk(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def write(files: dict[str, bytes], folder: Path) -> None:
    """Make a folder hold just these files."""
    for path in on_disk(folder).keys() - files.keys():
        (folder / path).unlink()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def differences(expected: dict[str, bytes], found: dict[str, bytes]) -> str:
    """Return in words how two sets of files differ, or "" when they do not."""
    missing, extra = sorted(expected.keys() - found.keys()), sorted(found.keys() - expected.keys())
    changed = sorted(path for path in expected.keys() & found.keys() if expected[path] != found[path])
    lines = [f"falta    {path}" for path in missing]
    lines += [f"sobra    {path}" for path in extra]
    lines += [f"cambió   {path}" for path in changed]
    for path in changed[:SHOWN_FILES]:
        old, new = (files[path].decode().splitlines() for files in (expected, found))
        lines += islice(unified_diff(old, new, f"esperado/{path}", f"hecho/{path}", "", "", 1, ""), SHOWN_LINES)
    return "\n".join([*lines, HOW]) if lines else ""


def test_the_fictional_archive_gives_the_output_that_was_accepted(accept: bool) -> None:
    found = edition()
    if accept:
        write(found, EXPECTED)

    if report := differences(on_disk(EXPECTED), found):
        pytest.fail(report, pytrace=False)


def test_differences_name_what_is_missing_extra_and_changed() -> None:
    expected = {"igual.html": b"a\n", "falta.html": b"b\n", "cambia.html": b"uno\ndos\ntres\n"}
    found = {"igual.html": b"a\n", "sobra.html": b"c\n", "cambia.html": b"uno\nDOS\ntres\n"}

    assert differences(expected, found) == (
        "falta    falta.html\n"
        "sobra    sobra.html\n"
        "cambió   cambia.html\n"
        "--- esperado/cambia.html\n"
        "+++ hecho/cambia.html\n"
        "@@ -1,3 +1,3 @@\n"
        " uno\n"
        "-dos\n"
        "+DOS\n"
        " tres\n"
        "Si el cambio es a propósito: make accept (pytest tests/test_expected_output.py --accept)"
    )


def test_equal_files_differ_in_nothing() -> None:
    assert differences({"a": b"1"}, {"a": b"1"}) == ""


def test_accepted_output_replaces_all_that_was_there(tmp_path: Path) -> None:
    write({"viejo/index.html": b"viejo", "index.html": b"antes"}, tmp_path)

    write({"index.html": b"ahora", "nuevo/index.html": b"nuevo"}, tmp_path)

    assert on_disk(tmp_path) == {"index.html": b"ahora", "nuevo/index.html": b"nuevo"}
