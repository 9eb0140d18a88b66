"""What `make serve` promises: whatever changes is made anew, and the browser reloads by itself."""

import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import projects
from visits import Visit

PATIENCE = projects.PATIENCE * 1_000
"""Milliseconds in which the site is made anew."""
RECORD = "data/conferences/2023-abrir-un-archivo.yml"
ADDRESS = "conferencias/2023-abrir-un-archivo/"


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[tuple[Path, str, subprocess.Popen[str]]]:
    """A project that is being served: its folder, its address, its server."""
    project = projects.copy(tmp_path)
    with subprocess.Popen(
        projects.command(project, "serve", "--port", "0"),
        env={**os.environ, "PYTHONPATH": str(projects.ROOT / "scripts"), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=projects.heed_interrupts,
    ) as server:  # fmt: skip
        assert server.stdout
        said = []
        for line in server.stdout:
            said.append(line)
            if found := re.search(r"Abra (http://\S+)", line):
                yield project, found.group(1), server
                break
        else:
            pytest.fail("".join(said))
        server.kill()


def change(place: Path, pattern: str, text: str) -> str:
    """Replace the first match in a file; return what the file said before."""
    before = place.read_text(encoding="utf-8")
    after = re.sub(pattern, text, before, count=1, flags=re.MULTILINE)
    assert after != before
    place.write_text(after, encoding="utf-8")
    return before


def test_a_changed_record_template_or_page_reloads_the_browser(
    serving: tuple[Path, str, subprocess.Popen[str]], page: Callable[..., Visit]
) -> None:
    project, home, server = serving
    seen = page(home + ADDRESS)
    good = change(project / RECORD, "^title:.*", 'title: "Cambió mientras se miraba (ficticia)"')
    expect(seen.page.locator("h1")).to_have_text("Cambió mientras se miraba (ficticia)", timeout=PATIENCE)

    change(project / RECORD, "^title:", "titel:")
    change(project.parent.parent / "overrides" / "acervo" / "conferences.html", r"\Z", "{# nada #}")
    (project / RECORD).write_text(good, encoding="utf-8")
    expect(seen.page.locator("h1")).to_have_text(re.compile("Abrir un archivo"), timeout=PATIENCE)

    other = page(f"{home}acerca/")  # the first may be reloading
    change(project / "content" / "acerca" / "index.md", "Todo lo que hay aquí", "Todo lo de aquí")
    expect(other.page.locator("main")).to_contain_text("Todo lo de aquí es ficticio", timeout=PATIENCE)

    assert [text for one in (seen, other) for text in one.complaints if "Content Security" in text] == []
    server.send_signal(signal.SIGINT)
    said, _ = server.communicate(timeout=projects.PATIENCE)
    assert "Traceback" not in said
    assert said.rstrip().endswith("Hasta luego.")
    assert server.returncode == 0


def test_a_player_may_ask_for_a_part_of_a_video(
    serving: tuple[Path, str, subprocess.Popen[str]], page: Callable[..., Visit]
) -> None:
    project, home, _ = serving
    video = (project / "content" / "medios" / "clausura.webm").read_bytes()
    seen = page(home)
    got = seen.page.evaluate(
        """async () => {
          const answer = await fetch("medios/clausura.webm", { headers: { Range: "bytes=100-" } });
          return [answer.status, answer.headers.get("Content-Range"), (await answer.arrayBuffer()).byteLength];
        }"""
    )

    assert got == [206, f"bytes 100-{len(video) - 1}/{len(video)}", len(video) - 100]
