"""What a visit weighs on the wire: a page with all it needs, and a first search with its library."""

import gzip
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Request

import pages
from tests.browser.sights import settled
from tests.validity.trees import Site
from visits import PHONE, Visit

PAGE_MOST = 100_000
SEARCH_MOST = 300_000
NEEDED = "//link[@rel='stylesheet' or @rel='icon' or @rel='modulepreload']/@href | //script/@src | //img/@src"


def packed(site: Site, path: str) -> int:
    """Return the bytes of a file as a server sends them."""
    return len(gzip.compress((site.folder / path).read_bytes(), 6, mtime=0))


def test_every_page_with_all_it_needs_is_light(site: Site) -> None:
    weights = {}
    for path, page in site.whole.items():
        needed = {site.file(urljoin(site.address(path), str(one))) for one in page.root.xpath(NEEDED)}
        assert len(needed) >= 4
        weights[path] = sum(packed(site, one) for one in {path, *needed})

    assert {path: weight for path, weight in weights.items() if weight >= PAGE_MOST} == {}


def test_a_record_page_asks_for_no_more_than_it_names(fiction: Site, page: Callable[..., Visit]) -> None:
    path = "conferencias/2024-datos-abiertos-con-cuidado/index.html"
    weight, asked = _watched(fiction, page, path.removesuffix("index.html"), "")
    named = {urljoin(fiction.address(path), str(one)) for one in fiction.whole[path].root.xpath(NEEDED)}

    assert 5_000 < weight < PAGE_MOST
    assert {urlsplit(one).path for one in asked} - {urlsplit(one).path for one in named} == {
        urlsplit(fiction.address(path)).path
    }


def test_a_first_search_is_light(fiction: Site, page: Callable[..., Visit]) -> None:
    weight, asked = _watched(fiction, page, "buscar/", "género")

    assert any("pagefind" in address for address in asked)
    assert 5_000 < weight < SEARCH_MOST


def _watched(site: Site, page: Callable[..., Visit], address: str, words: str) -> tuple[int, list[str]]:
    """Open a page, search on it if there are words, and return the bytes received and what was asked for."""
    finished: list[Request] = []
    with pages.served(site.folder, urlsplit(site.url).path) as home:
        seen = page(home + "404.html", PHONE)
        seen.page.context.on("requestfinished", lambda request: finished.append(request))
        seen.page.goto(home + address)
        if words:
            seen.page.locator("#q").fill(words)
            seen.page.locator("#q").press("Enter")
        settled(seen)
        seen.page.wait_for_load_state("networkidle")
        sizes = [one.sizes() for one in finished]
    return sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes), [one.url for one in finished]
