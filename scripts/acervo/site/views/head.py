"""The head of a page: title, description, addresses and structured data.

In: the page and its graph of schema.org items. Out: a `Head`. Never: describes what the page does not show.
"""

from dataclasses import dataclass

from markupsafe import Markup

from acervo.site.page import Page, Settings
from acervo.site.structured import Item, script

_SHEETS = {"conferences": ("assets/stylesheets/recording.css",)}
_SCRIPTS = {"conferences": ("assets/javascripts/recording.js",)}
_PRELOADS = {"conferences": ("assets/javascripts/players.js",)}
"""What only some pages load, by their template."""
_LONGEST = 180
"""Characters of a description that a search engine or a chat shows."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that tells news of the page."""

    title: str
    href: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says."""

    title: str
    full_title: str
    description: str
    canonical: str
    type: str
    """Open Graph type."""
    feeds: tuple[Feed, ...]
    previous: str
    following: str
    indexed: bool
    data: Markup
    sheets: tuple[str, ...]
    scripts: tuple[str, ...]
    preloads: tuple[str, ...]
    """Modules without which those scripts do not start."""


def head(
    page: Page,
    settings: Settings,
    title: str,
    description: str,
    items: tuple[Item, ...] = (),
    *,
    feeds: tuple[Feed, ...] = (),
    previous: str = "",
    following: str = "",
    indexed: bool = True,
    type_: str = "article",
) -> Head:
    """Make the head of a page."""
    up = "../" * page.path.count("/")
    return Head(
        title=title,
        full_title=f"{title} · {settings.name}" if title != settings.name else title,
        description=_shortened(description),
        canonical=f"{settings.url}{page.path}",
        type=type_,
        feeds=feeds,
        previous=previous,
        following=following,
        indexed=indexed,
        data=script(items),
        sheets=tuple(up + path for path in _SHEETS.get(page.template, ())),
        scripts=tuple(up + path for path in _SCRIPTS.get(page.template, ())),
        preloads=tuple(up + path for path in _PRELOADS.get(page.template, ())),
    )


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
