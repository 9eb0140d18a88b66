"""The browser of the tests and the screenshots: the system's, or one that an installer gives.

In: what is on PATH, and ACERVO_BROWSER (a program's path) when someone wants a certain one.
Out: a running Chromium, or a Spanish sentence that says what to do.
Never: skips in silence, or lets the browser talk to anyone on its own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Error, sync_playwright

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chrome", "chromium-browser", "microsoft-edge")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = (
    "Falta un navegador Chromium para las pruebas y no se pudo instalar. Instale uno "
    "(en Debian: apt install chromium; en otros sistemas: Google Chrome) "
    "o diga dónde está con la variable ACERVO_BROWSER."
)
UNUSABLE = "El programa que nombra ACERVO_BROWSER no funciona como navegador: corrija la variable o quítela."


class BrowserMissing(Exception):
    """No browser could be started; the text is for people."""


def candidates(chromium: BrowserType) -> Iterator[str]:
    """Yield the programs worth trying, the best first; a browser named by ACERVO_BROWSER is the only one."""
    if chosen := os.environ.get("ACERVO_BROWSER"):
        yield chosen
        return
    yield from filter(None, map(shutil.which, NAMES))
    for path in (MAC, Path(chromium.executable_path)):
        if path.exists():
            yield str(path)


def launch(chromium: BrowserType) -> Browser:
    """Start the first browser that works, without a window.

    Raises BrowserMissing when none does: a program on PATH may still be unable to run (Ubuntu's
    chromium-browser is a package of another kind, which cannot see the profile given to it).
    """
    for program in candidates(chromium):
        try:
            return chromium.launch(executable_path=program, args=ARGUMENTS)
        except Error:
            continue
    raise BrowserMissing(MISSING)


def installers() -> Iterator[list[str]]:
    """Yield the commands that may bring a browser here, the system's first; none asks for a password."""
    root = root_words()
    if root is not None and shutil.which("apt-get"):
        yield [*root, "apt-get", "update", "-q"]
        yield [*root, "apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"]
        yield [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    yield [sys.executable, "-m", "playwright", "install", "chromium"]


def root_words() -> list[str] | None:
    """Return what to put before a command of the administrator, or None when nobody here may give one."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:  # noqa: S603  # found on PATH, no shell, nothing of others in it
        return [sudo, "-n"]
    return None


def provide() -> str:
    """Find a browser that works, or install one; return its version.

    Raises BrowserMissing after every installer has been tried.
    """
    with sync_playwright() as playwright:
        if version := _version(playwright.chromium):
            return version
        if os.environ.get("ACERVO_BROWSER"):
            raise BrowserMissing(UNUSABLE)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in installers():
            print("Sin navegador para las pruebas; se intenta: " + " ".join(command), flush=True)
            done = subprocess.run(command, stdin=subprocess.DEVNULL, env=quiet, check=False)  # noqa: S603  # fixed words
            if done.returncode == 0 and (version := _version(playwright.chromium)):
                return version
    raise BrowserMissing(MISSING)


def _version(chromium: BrowserType) -> str:
    try:
        browser = launch(chromium)
    except BrowserMissing:
        return ""
    version = browser.version
    browser.close()
    return version


if __name__ == "__main__":
    try:
        print("Navegador de las pruebas: Chromium " + provide())
    except BrowserMissing as missing:
        sys.exit(str(missing))
