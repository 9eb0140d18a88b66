"""The server and the browser that other tests stand on."""

import gzip
import http.client
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from browser import BrowserMissing, candidates, installers, launch
from browser import __file__ as browser_file
from visits import DESKTOP, PHONE


def ask(url: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    got = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return got


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "temas").mkdir(parents=True)
    (folder / "index.html").write_text(
        "<!DOCTYPE html><title>Inicio</title><p>Hola</p>"
        '<img src="https://otra.example/x.png"><a href="temas/">Temas</a>'
        "<script>document.body.append(matchMedia('(prefers-color-scheme: dark)').matches)</script>",
        encoding="utf-8",
    )
    (folder / "temas/index.html").write_text("<!DOCTYPE html><title>Temas</title>", encoding="utf-8")
    (folder / "sola.html").write_text("sola", encoding="utf-8")
    (folder / "ciclo.ics").write_bytes(b"BEGIN:VCALENDAR\r\n")
    (folder / "404.html").write_text("no está", encoding="utf-8")
    (tmp_path / "secreto.txt").write_text("secreto", encoding="utf-8")
    (folder / "enlace.txt").symlink_to(tmp_path / "secreto.txt")
    return folder


def test_a_folder_answers_as_github_pages_would(served, site):
    home = served(site)

    answers = {
        path: (status, headers.get("location", ""), body.decode())
        for path in (
            "/archivo",
            "/archivo?q=1",
            "/archivo/temas",
            "/archivo/temas/",
            "/archivo/sola",
            "/archivo/nada/",
            "/archivo/404",
            "/otro/",
        )
        for status, headers, body in [ask(home, path)]
    }

    assert answers == {
        "/archivo": (301, "/archivo/", ""),
        "/archivo?q=1": (301, "/archivo/?q=1", ""),
        "/archivo/temas": (301, "/archivo/temas/", ""),
        "/archivo/temas/": (200, "", "<!DOCTYPE html><title>Temas</title>"),
        "/archivo/sola": (200, "", "sola"),
        "/archivo/nada/": (404, "", "no está"),
        "/archivo/404": (200, "", "no está"),
        "/otro/": (404, "", ""),
    }


@pytest.mark.parametrize(
    "path",
    [
        "/archivo/../secreto.txt",
        "/archivo/%2e%2e/secreto.txt",
        "/archivo/..%2fsecreto.txt",
        "/archivo//../../secreto.txt",
        "/archivo/enlace.txt",
        "/archivo/%00",
        "/archivo/" + "a" * 5000,
        "/archivo/%ff%fe",
    ],
)
def test_nothing_outside_the_folder_is_served(served, site, path):
    status, _, body = ask(served(site), path)

    assert (status, body.decode()) == (404, "no está")


def test_text_travels_compressed_only_when_the_reader_can_unpack_it(served, site):
    home = served(site)

    _, packed, body = ask(home, "/archivo/sola", **{"Accept-Encoding": "gzip"})
    _, plain, text = ask(home, "/archivo/sola")
    _, head, nothing = ask(home, "/archivo/sola", method="HEAD")
    _, calendar, _ = ask(home, "/archivo/ciclo.ics")

    assert (packed["content-encoding"], gzip.decompress(body)) == ("gzip", b"sola")
    assert ("content-encoding" not in plain, text) == (True, b"sola")
    assert (head["content-length"], nothing) == ("4", b"")
    assert calendar["content-type"] == "text/calendar; charset=utf-8"


def test_a_prefix_without_its_slashes_is_refused(served, site):
    with pytest.raises(ValueError, match="slash"):
        served(site, "archivo")


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
@pytest.mark.parametrize(("scheme", "dark"), [("light", "false"), ("dark", "true")])
def test_a_page_opens_as_asked_and_reaches_no_other_host(page, served, site, size, scheme, dark):
    seen = page(served(site), size, scheme)

    assert seen.page.viewport_size == {"width": size[0], "height": size[1]}
    assert dark in seen.page.inner_text("body")
    assert seen.foreign == ["https://otra.example/x.png"]
    assert len(seen.complaints) == 1


def test_a_page_without_javascript_runs_no_script(page, served, site):
    seen = page(served(site), javascript=False)

    assert seen.page.locator("body").inner_text().split() == ["Hola", "Temas"]


def test_a_browser_that_cannot_run_is_a_clear_failure(browser, monkeypatch, tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("ACERVO_BROWSER", str(broken))

    assert list(candidates(browser.browser_type)) == [str(broken)]
    with pytest.raises(BrowserMissing, match="Falta un navegador Chromium"):
        launch(browser.browser_type)
    done = subprocess.run([sys.executable, browser_file], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "El programa que nombra ACERVO_BROWSER no funciona como navegador: corrija la variable o quítela.\n"
    )


def test_playwrights_own_installer_is_the_last_resort():
    commands = [" ".join(command) for command in installers()]

    assert commands[-1].endswith("-m playwright install chromium")
