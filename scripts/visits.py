"""One page open in the browser, kept to one host.

In: a running browser and an address. Out: the open page, what it asked of others, what it complained of.
Never: lets a request reach another host.
"""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Route

Size = tuple[int, int]
Scheme = Literal["light", "dark"]
PHONE: Size = (360, 740)
DESKTOP: Size = (1280, 900)


@dataclass(frozen=True, slots=True)
class Visit:
    """A page in the browser, the addresses of other hosts it asked for (all blocked), and its errors."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def close(self) -> None:
        """Close the page and forget its storage."""
        self.page.context.close()


def visit(
    browser: Browser, url: str, size: Size = DESKTOP, scheme: Scheme = "light", *, javascript: bool = True
) -> Visit:
    """Open an address with nothing stored; size in CSS pixels."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        java_script_enabled=javascript,
        locale="es-MX",
        reduced_motion="reduce",
        service_workers="block",
    )
    seen = Visit(context.new_page())
    home = urlsplit(url).netloc

    def guard(route: Route) -> None:
        if urlsplit(route.request.url).netloc in ("", home):
            route.continue_()
        else:
            seen.foreign.append(route.request.url)
            route.abort()

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            seen.complaints.append(message.text)

    context.route("**/*", guard)
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.on("console", listen)
    seen.page.goto(url)
    return seen
