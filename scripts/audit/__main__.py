"""Judge the repository at every gate, and print one table.

In: the repository around this file, with its site built.
Out: a table in Spanish; 1 when a gate does not open.
Never: stops at the first gate, or changes a file.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from audit import locks, programs, traces, website
from audit.verdict import Gate, Verdict

ROOT = Path(__file__).resolve().parents[2]
GATES = (
    Gate("Estilo del código (ruff)", programs.lint),
    Gate("Formato del código (ruff)", programs.layout),
    Gate("Tipos (mypy --strict)", programs.types),
    Gate("Seguridad de los flujos (zizmor)", programs.workflows),
    Gate("Sintaxis de los flujos (actionlint)", programs.syntax),
    Gate("Candados de dependencias", locks.locks),
    Gate("Secretos y huellas de máquinas", traces.traces),
    Gate("Enlaces internos (lychee)", website.links),
    Gate("HTML válido (Nu Html Checker)", website.html),
)


def safely(gate: Gate, root: Path) -> Verdict:
    """Judge at one gate; a gate that breaks is a gate that does not open."""
    try:
        return gate.judge(root)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return Verdict(False, "el control no pudo hacerse", f"{type(error).__name__}: {error}")


def report(gates: Sequence[Gate], root: Path, console: Console) -> int:
    """Judge at every gate and print what was found; return how many did not open."""
    table = Table("", "Control", "Resultado", "Segundos", title="Auditoría")
    failed = 0
    for gate in gates:
        start = time.perf_counter()
        verdict = safely(gate, root)
        failed += not verdict.passed
        if verdict.findings:
            console.rule(Text(gate.name), align="left")
            console.print(Text(verdict.findings), soft_wrap=True)
        mark = Text("✔", "green") if verdict.passed else Text("✘", "bold red")
        table.add_row(mark, gate.name, Text(verdict.detail), f"{time.perf_counter() - start:.1f}")
    console.print(table)
    console.print(f"{failed} de {len(gates)} controles sin pasar." if failed else f"Los {len(gates)} controles pasan.")
    return failed


if __name__ == "__main__":
    sys.exit(1 if report(GATES, ROOT, Console()) else 0)
