"""What every test may ask for: a browser, a served folder, and whether new output is accepted."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

import browser as browsers
import pages
from tests.browser.sights import PATIENCE
from visits import DESKTOP, Scheme, Size, Visit, visit

# A shared machine is slow now and then: no deadline, and the same examples for everyone.
settings.register_profile("acervo", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("acervo")
expect.set_options(timeout=PATIENCE)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="keep the new output as the expected one")


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether the run accepts new expected output."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium; without one the test fails and says what to install."""
    with sync_playwright() as playwright:
        try:
            running = browsers.launch(playwright.chromium)
        except browsers.BrowserMissing as missing:
            pytest.fail(str(missing), pytrace=False)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open addresses, other hosts blocked: `page(url, PHONE, "dark", javascript=False)` gives a Visit."""
    with ExitStack() as stack:

        def open_page(url: str, size: Size = DESKTOP, scheme: Scheme = "light", *, javascript: bool = True) -> Visit:
            opened = visit(browser, url, size, scheme, javascript=javascript)
            stack.callback(opened.close)
            return opened

        yield open_page


@pytest.fixture
def served() -> Iterator[Callable[..., str]]:
    """Serve a folder as GitHub Pages does: `served(folder, prefix="/archivo/")` gives its home's address."""
    with ExitStack() as stack:
        yield lambda folder, prefix="/archivo/": stack.enter_context(pages.served(Path(folder), prefix))
