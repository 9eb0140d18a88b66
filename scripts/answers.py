"""What a search costs whoever asks: bytes and time, in a real browser, on a fast line and on a slow phone.

In: a finished site, its questions. Out: an `Answer` per question and line. Never: counts what the browser kept from
an earlier question, unless the question is asked on the same page.
"""

import threading
import time
from collections.abc import Iterable, Iterator
from io import BufferedIOBase
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

import browser as browsers
import pages
from bench.answer import FAST, SLOW, Answer
from visits import PHONE

LINES = {FAST: (0.0, 0.0, 1), SLOW: (0.15, 1_638_400 / 8, 4)}
"""Seconds of delay of each request, bytes a second (0: all the machine can), how many times slower the processor is.

The slow one is the phone on slow 4G of Lighthouse: 150 ms, 1.6 Mbps, 4 times slower.
"""
_PACKET = 4_096
PATIENCE = 120_000
"""Milliseconds."""
_ASK = """
async (words) => {
  const began = performance.now();
  const ids = ["results", "search-status", "moment-list", "moments-status"];
  const [list, status, moments, said] = ids.map((id) => document.getElementById(id));
  const seen = {};
  const look = () => {
    const now = performance.now() - began;
    const told = status.textContent;
    if (list.children.length || moments.children.length || said.textContent) seen.first ??= now;
    const busy = [list, moments].some((one) => one.getAttribute("aria-busy") !== "false");
    if (told.includes(words) && !busy) seen.whole ??= now;
    if (busy) delete seen.whole;
  };
  const watcher = new MutationObserver(look);
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  watcher.observe(document.querySelector(".found"), everything);
  if (words !== document.getElementById("q").value) {
    document.getElementById("q").value = words;
    document.getElementById("search-form").requestSubmit();
  }
  look();
  const quiet = () => seen.first && seen.whole && performance.now() - began - seen.whole > 700;
  while (!quiet() && performance.now() - began < 60_000) await new Promise((go) => setTimeout(go, 50));
  watcher.disconnect();
  return { ...seen, records: list.children.length, talks: moments.children.length };
}
"""


class Line:
    """The line between the site and the browser: it counts every byte, and is as slow as it is told to be.

    The server does this, since what a worker of the page asks for escapes the browser's own count and its brake.
    """

    def __init__(self) -> None:
        """Begin to count on a fast line."""
        self.bytes = 0
        self.delay, self.rate = 0.0, 0.0
        self._free = 0.0
        self._lock = threading.Lock()

    def carry(self, stream: BufferedIOBase, data: bytes) -> None:
        """Write data at the speed of the line."""
        for start in range(0, len(data), _PACKET):
            packet = data[start : start + _PACKET]
            with self._lock:
                self.bytes += len(packet)
                self._free = max(self._free, time.monotonic()) + (len(packet) / self.rate if self.rate else 0)
                wait = self._free - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            stream.write(packet)


class _Carried:
    """A stream of answers that goes over a line."""

    def __init__(self, line: Line, stream: BufferedIOBase) -> None:
        self._line = line
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, data: bytes) -> None:
        self._line.carry(self._stream, data)


def over(line: Line) -> type[pages.Answer]:
    """Return answers that go over a line."""

    class Answered(pages.Answer):
        def setup(self) -> None:
            super().setup()
            self.wfile = _Carried(line, self.wfile)  # type: ignore[assignment]  # all that is used of a stream

        def do_GET(self) -> None:
            time.sleep(line.delay)
            super().do_GET()

    return Answered


def ask(site: Path, url: str, questions: Iterable[tuple[str, str]], warming: str) -> Iterator[Answer]:
    """Ask every question on every line. warming: another question, asked before when counting the bytes of a next one.

    Raises LookupError when an answer does not come within a minute.
    """
    way = Line()
    with pages.served(site, urlsplit(url).path or "/", over(way)) as home, sync_playwright() as playwright:
        browser = browsers.launch(playwright.chromium)
        try:
            for question, words in questions:
                for line in LINES:
                    way.delay, way.rate, slower = LINES[line]
                    yield _answer(browser, home, way, (line, slower), question, words, warming)
        finally:
            browser.close()


def _answer(
    browser: Browser, home: str, way: Line, line: tuple[str, int], question: str, words: str, warming: str
) -> Answer:
    name, slower = line
    page = _open(browser, home, slower, way)
    opened = way.bytes
    told = page.evaluate(_ASK, words)
    if not told.keys() >= {"first", "whole"}:
        raise LookupError(f"no answer to {words}: {told}")
    wire = way.bytes - opened
    page.context.close()
    page = _open(browser, home, slower, way)
    page.evaluate(_ASK, warming)
    before = way.bytes
    page.evaluate(_ASK, words)
    again = way.bytes - before
    page.context.close()
    return Answer(question, words, name, opened, wire, told["first"] / 1000, told["whole"] / 1000, again, told["talks"])


def _open(browser: Browser, home: str, slower: int, way: Line) -> Page:
    """Open the page of the search, with nothing kept, and wait until it can be asked."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, service_workers="block")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    way.bytes = 0
    page.goto(f"{home}buscar/")
    page.locator("#results[aria-busy='false']").wait_for(state="attached")
    page.locator("#q").focus()  # as whoever is about to write
    carried = -1
    while carried != way.bytes:  # what the page loads by itself, it has loaded
        carried = way.bytes
        page.wait_for_timeout(800)
    return page
