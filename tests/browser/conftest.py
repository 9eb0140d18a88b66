"""The fictional archive built once and served for every test of this folder."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import pages
from tests.browser import sights
from visits import DESKTOP, PHONE, Size


@pytest.fixture(scope="session")
def fiction(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the fictional archive's site."""
    return sights.build(tmp_path_factory.mktemp("fiction"))


@pytest.fixture(scope="session")
def home(fiction: Path) -> Iterator[str]:
    """The address of its home page."""
    with pages.served(fiction, urlsplit(sights.URL).path) as address:
        yield address


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def size(request: pytest.FixtureRequest) -> Size:
    """The size of the window, in CSS pixels."""
    found: Size = request.param
    return found
