"""The gates of `make audit`: each opens for what is good and is able to stay shut."""

import re
import shutil
import subprocess
from importlib import metadata
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from audit import locks, packages, programs, traces, website
from audit.__main__ import GATES, report
from audit.verdict import Gate, Verdict

ROOT = Path(__file__).parents[1]
HASH = "--hash=sha256:" + "0123456789abcdef" * 4


def repository(root: Path, **files: str) -> Path:
    """A small repository with our own settings; `scripts__x_py="…"` writes scripts/x.py."""
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / "scripts").mkdir()
    (root / "tests").mkdir()
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_the_locks_are_whole_and_current():
    assert locks.locks(ROOT).findings == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["no fija ningún paquete"]),
        ("a==1\n", ["a==1 no tiene hash"]),
        (f"a>=1 {HASH}\n", [f"línea que no fija una versión: a>=1 {HASH}", "no fija ningún paquete"]),
        (
            f"--index-url x\na==1 {HASH}\n",
            ["línea con una dirección: --index-url", "línea que no fija una versión: --index-url x"],
        ),
        (
            f"a==1 \\\n    {HASH}\nb @ https://x.example/b.whl {HASH}\n",
            [
                "línea con una dirección: https://",
                f"línea que no fija una versión: b @ https://x.example/b.whl {HASH}",
            ],
        ),
        (f"# from https://x.example\na==1 {HASH}\n", ["línea con una dirección: https://"]),
    ],
)
def test_an_unsafe_lock_is_found_out(text, found):
    assert locks.faults(text) == found


@given(st.data())
def test_a_lock_that_loses_the_hashes_of_a_package_is_found_out(data):
    names = data.draw(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=6, unique=True))
    robbed = data.draw(st.sampled_from(names))
    text = "".join(f"{name}==1.0" + ("" if name == robbed else f" \\\n    {HASH}") + "\n" for name in names)

    assert locks.faults(text) == [f"{robbed}==1.0 no tiene hash"]
    assert [pin.name for pin in locks.read(text)] == names


def test_a_lock_that_no_longer_fits_what_is_asked_is_found_out():
    pins = locks.read(f"a==1.5 {HASH}\nb==2 ; python_version < '3' {HASH}\n")

    assert locks.stale("# why\na<2\n-c other.txt\n", pins) == []
    assert locks.stale("a>=2\nb\nc  # new\n", pins) == [
        "se pide a>=2 y el candado no lo tiene: make lock",
        "se pide b y el candado no lo tiene: make lock",
        "se pide c y el candado no lo tiene: make lock",
    ]


def test_a_lock_without_what_a_package_needs_is_found_out():
    version = metadata.version("rich")

    found = locks.stale("rich", locks.read(f"rich=={version} {HASH}\n"))

    assert "rich necesita" in found[0]


def test_an_unsafe_lock_of_npm_is_found_out():
    text = """{"packages": {"": {}, "node_modules/x": {"resolved": "https://x.example"},
        "node_modules/y": {"integrity": "sha512-0", "funding": [{"url": "https://y.example"}]}}}"""

    assert locks.npm_faults(text) == [
        "node_modules/x no tiene hash",
        "node_modules/x lleva una dirección",
        "node_modules/y lleva una dirección",
    ]
    assert locks.npm_faults('{"packages": {"": {}}}') == ["no fija ningún paquete"]


def test_the_gate_of_style_stays_shut_for_bad_code(tmp_path):
    good = repository(tmp_path, scripts__a_py='"""Good."""\n')

    assert programs.lint(good).passed
    (good / "scripts/b.py").write_text("import os\neval(input())\n", encoding="utf-8")
    assert "S307" in programs.lint(good).findings


def test_the_gate_of_layout_stays_shut_for_unformatted_code(tmp_path):
    good = repository(tmp_path, scripts__a_py='"""Good."""\n')

    assert programs.layout(good).passed
    (good / "scripts/b.py").write_text("x = {  'a':1 }\n", encoding="utf-8")
    assert "b.py" in programs.layout(good).findings


def test_the_gate_of_types_stays_shut_for_wrong_types(tmp_path):
    bad = repository(tmp_path, scripts__a_py='def f(x) -> int:\n    return "1"\n')

    assert {"no-untyped-def", "return-value"} <= set(re.findall(r"\[([\w-]+)\]", programs.types(bad).findings))


def site(root: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = root / "site" / name.replace("__", "/") / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    return root


HOME = '<!DOCTYPE html><link rel="canonical" href="https://x.example/archivo/">'


def test_the_gate_of_links_opens_for_a_whole_site_wherever_it_will_live(tmp_path):
    home = HOME + '<h1 id="a">x</h1><a href="temas/#t">1</a><a href="https://x.example/archivo/temas/">2</a>'
    root = site(tmp_path, **{".": home, "temas": '<h1 id="t">x</h1><a href="/archivo/#a">3</a><a href="..">4</a>'})
    (root / ".gitignore").write_text("site/\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)

    verdict = website.links(root)

    assert (verdict.findings, verdict.passed) == ("", True)
    assert int(verdict.detail.split()[-1]) >= 4


def test_the_gate_of_links_stays_shut_for_every_kind_of_dead_link(tmp_path):
    dead = (
        '<a href="nada/">1</a><a href="temas/#nada">2</a><a href="https://x.example/archivo/nunca/">3</a>'
        '<a href="/archivo/perdida/">4</a><img src="nada.png" alt="">'
    )
    root = site(tmp_path, **{".": HOME + dead, "temas": "<h1>x</h1>"})

    found = website.links(root).findings.splitlines()

    assert sorted(line.split(": ")[1].replace("/#", "#").rstrip("/") for line in found) == [
        "/nada",
        "/nada.png",
        "/nunca",
        "/perdida",
        "/temas#nada",
    ]


def test_the_gate_of_links_stays_shut_without_a_site_or_without_links(tmp_path):
    assert website.links(tmp_path) == Verdict(False, "falta el sitio: make build")

    assert not website.links(site(tmp_path, **{".": "<p>x</p>"})).passed


def test_the_gate_of_html_says_what_it_needs(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    verdict = website.html(tmp_path)

    assert (verdict.passed, verdict.detail) == (False, "falta java y npm")


def test_the_gate_of_the_syntax_of_workflows_says_what_it_needs(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert programs.syntax(tmp_path) == Verdict(
        False, "falta node y npm", "Instálelo: en Debian, apt install nodejs npm."
    )


def test_a_gate_says_which_package_is_not_installed(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.prefix", str(tmp_path))

    assert packages.lacking("vnu-jar/build/dist/vnu.jar", ()) == Verdict(
        False, "falta vnu-jar", "Ejecute make audit (no python -m audit): lo instala con npm."
    )


@pytest.mark.parametrize(
    "text",
    [
        "open('/ho" + "me/ana/x.yml')",
        "cp /Us" + "ers/ana/x .",
        "/wo" + "rk/main/scripts",
        "/ro" + "ot/.cache",
        "C:\\Us" + "ers\\ana",
        "fil" + "e:///opt/x",
        "https://py" + "pi.org/simple",
        "https://files.python" + "hosted.org/x",
        "https://registry.np" + "mjs.org/x",
    ],
)
def test_traces_of_a_machine_are_found(text):
    assert len(traces.machine_traces(f"uno\n{text}\n")) == 1
    assert traces.machine_traces(f"uno\n{text}\n")[0].startswith("2: ")


@pytest.mark.parametrize(
    "text",
    [
        "https://x.example/home/ana/",
        "https://x.example/wo" + "rk/main",
        "/conferencias/x/",
        "home/ana/",
        "~/x",
        "../wo" + "rk/x",
    ],
)
def test_addresses_of_the_web_are_no_traces(text):
    assert traces.machine_traces(text) == []


def test_the_gate_of_traces_stays_shut_for_a_token_and_for_a_path(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "limpio.txt").write_text("id: dQw4w9WgXcQ\n", encoding="utf-8")
    assert traces.traces(tmp_path) == Verdict(True, "archivos limpios: 1")

    (tmp_path / "token.txt").write_text("x\ntoken: gh" + "p_" + "a1B2" * 9 + "\n", encoding="utf-8")
    (tmp_path / "path.txt").write_text("/ho" + "me/ana/x\n", encoding="utf-8")

    assert traces.traces(tmp_path).findings.splitlines() == [
        "path.txt:1: huella de una máquina: /ho" + "me/ana/",
        "token.txt:2: parece un secreto: GitHub Token",
    ]


def test_the_gate_of_traces_stays_shut_where_git_knows_nothing(tmp_path):
    assert not traces.traces(tmp_path).passed


def test_the_report_shows_every_gate_and_a_gate_that_breaks_is_shut(tmp_path):
    def breaks(root: Path) -> Verdict:
        raise OSError("no hay disco")

    told = StringIO()
    gates = (
        Gate("Abre", lambda root: Verdict(True, "bien")),
        Gate("Rompe", breaks),
        Gate("Cierra", lambda root: Verdict(False, "mal", "x.py:1: [no] es marca")),
    )

    shut = report(gates, tmp_path, Console(file=told, width=100))

    lines = told.getvalue().splitlines()
    assert shut == 2
    assert [line for line in lines if "✔" in line or "✘" in line] == [
        line for line in lines if re.search(r"Abre .*bien|Rompe .*no pudo hacerse|Cierra .*mal", line)
    ]
    assert "OSError: no hay disco" in told.getvalue()
    assert "x.py:1: [no] es marca" in told.getvalue()
    assert lines[-1] == "2 de 3 controles sin pasar."


def test_no_two_gates_share_a_name():
    assert len({gate.name for gate in GATES}) == len(GATES) == 9
