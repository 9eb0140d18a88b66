"""Accessibility that a machine can judge: axe-core at WCAG 2.0 to 2.2 A and AA, and its best practices.

Every kind of page, light and dark, phone and desktop. What axe cannot see is in the other tests of this folder.
"""

from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.sights import SIGHTS, settled
from visits import Size, Visit

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
BAD = """\
<!doctype html><html lang="es"><head><title>Mala</title></head><body><main><h1>Mala</h1>
<p style="color:#e68a00;background:#fff">Naranja sobre blanco</p><img src="data:,"><input>
<h4>Un salto</h4></main></body></html>"""


def violations(page: Page) -> dict[str, list[str]]:
    """Return what breaks a rule, by rule: the parts of the page, as axe points at them. Axe is already in the page."""
    found = page.evaluate("tags => axe.run({ runOnly: { type: 'tag', values: tags } })", TAGS)
    assert len(found["passes"]) > 10, "axe judged almost nothing"
    return {
        one["id"]: [f"{node['target']}: {node.get('failureSummary')}" for node in one["nodes"]]
        for one in found["violations"]
    }


@pytest.mark.parametrize("sight", SIGHTS)
def test_no_page_breaks_a_rule(sight: str, size: Size, home: str, page: Callable[..., Visit]) -> None:
    seen = settled(page(home + SIGHTS[sight], size))
    seen.page.evaluate(AXE_SCRIPT)
    light = violations(seen.page)
    seen.page.emulate_media(color_scheme="dark")
    dark = violations(seen.page)

    assert (light, dark) == ({}, {})


def test_a_bad_page_does_not_pass(page: Callable[..., Visit]) -> None:
    seen = page("about:blank")
    seen.page.set_content(BAD)
    seen.page.evaluate(AXE_SCRIPT)

    assert set(violations(seen.page)) >= {"color-contrast", "image-alt", "label", "heading-order"}
