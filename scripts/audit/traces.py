"""What must never be published: paths of somebody's machine, addresses of package indexes, keys.

In: the files of the repository that git knows or would take. Out: Spanish findings.
Never: reads what git ignores.
"""

import json
import re
import sys
from pathlib import Path

from audit.programs import run
from audit.verdict import Verdict, of_findings

# A path is somebody's machine when it starts a word: https://example.org/home/x is an address, not a path.
_TRACE = re.compile(
    r"(?<![\w.~%/:-])(?:/(?:home|Users)/[A-Za-z][\w.-]*/|/(?:root|work|workspace)/[\w.-]|[A-Za-z]:\\Users\\\w)"
    r"|\bfile:///(?!\$)\w|https?://[\w.-]+/simple\b|https?://(?:files|registry)\.[\w.-]+/"
)
# Records broken on purpose: detect-secrets reads YAML as PyYAML does and dies of an impossible date.
_BROKEN = "tests/records/terrible/"
# Guesses by entropy or by the word «key» drown in hashes and ids; the shapes of real keys do not.
_GUESSES = ("Base64HighEntropyString", "HexHighEntropyString", "KeywordDetector")


def traces(root: Path) -> Verdict:
    """Check that no file of the repository tells of a machine or holds a key."""
    files = listed(root)
    if not files:
        return Verdict(False, "git no conoce ningún archivo")
    findings = [f"{path}:{found}" for path in files for found in machine_traces(_text(root / path))]
    return of_findings([*findings, *secrets(root, files)], f"archivos limpios: {len(files)}")


def listed(root: Path) -> list[str]:
    """List the files that git has or would take, links left out."""
    done = run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], root)
    paths = sorted(set(filter(None, done.stdout.split("\0"))))
    return [path for path in paths if (root / path).is_file() and not (root / path).is_symlink()]


def machine_traces(text: str) -> list[str]:
    """List `line: what` for every path of a machine or address of an index in a text."""
    return [
        f"{number}: huella de una máquina: {found[0]}"
        for number, line in enumerate(text.splitlines(), 1)
        if (found := _TRACE.search(line))
    ]


def secrets(root: Path, files: list[str]) -> list[str]:
    """List `path:line: kind` for everything that has the shape of a key, a token or a password."""
    command = [sys.executable, "-m", "detect_secrets", "scan", "--no-verify"]
    for guess in _GUESSES:
        command += ["--disable-plugin", guess]
    done = run([*command, *(path for path in files if not path.startswith(_BROKEN))], root)
    try:
        results = json.loads(done.stdout)["results"]
    except (ValueError, KeyError):
        return [f"detect-secrets: {done.stderr.strip()}"]
    return [
        f"{path}:{found['line_number']}: parece un secreto: {found['type']}"
        for path, several in results.items()
        for found in several
    ]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
