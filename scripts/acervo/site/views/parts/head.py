"""The head of a page: title, description, addresses and structured data.

In: the page and its graph of schema.org items. Out: a `Head`. Never: describes what the page does not show.
"""

from typing import NamedTuple

from markupsafe import Markup

from acervo.site.page import Page, Settings
from acervo.site.structured import Item, script

_EVALUATION = ("assets/stylesheets/evaluation.css",)
_ROUTE = ("assets/stylesheets/route.css",)
_PARTS = ("assets/stylesheets/parts.css",)
_PICTURES = ("assets/stylesheets/pictures.css",)
_QUALITY = ("assets/stylesheets/quality.css",)
SHEETS = {
    "conferences": ("assets/stylesheets/recording.css",),
    "evaluations": _EVALUATION,
    "results": _EVALUATION,
    "routes": _ROUTE,
    "package": _ROUTE,
    "figures": _ROUTE,
    "territory": _PICTURES,
    "milestones": _PICTURES,
    "ties": _PICTURES,
    "quality": _QUALITY,
    "gap": _QUALITY,
    "gaps": _QUALITY,
    "documents": _PARTS,
    "networks": _PARTS,
    "series": _PARTS,
    "institutions": _PARTS,
    "topics": _PARTS,
    "editor": ("assets/stylesheets/editor.css",),
}
_SCRIPTS = {
    "editor": ("assets/javascripts/editor.js",),
    "conferences": ("assets/javascripts/recording.js",),
    "routes": ("assets/javascripts/route.js",),
    "package": ("assets/javascripts/route.js",),
}
_PRELOADS = {"conferences": ("assets/javascripts/players.js",)}
"""What only some pages load, by their template."""
_LONGEST = 180
"""Characters of a description that a search engine or a chat shows."""


class Feed(NamedTuple):
    """The same or news of it in another form: a feed, a calendar, a file of data."""

    title: str
    href: str
    media_type: str


class Head(NamedTuple):
    """What the head of a page says."""

    title: str
    full_title: str
    description: str
    canonical: str
    type: str
    """Open Graph type."""
    picture: str
    """Address of the picture that networks show with a link to the page, or ""."""
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
    picture: str = "",
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
        picture=picture,
        feeds=feeds,
        previous=previous,
        following=following,
        indexed=indexed,
        data=script(items),
        sheets=tuple(up + path for path in SHEETS.get(page.template, ())),
        scripts=tuple(up + path for path in _SCRIPTS.get(page.template, ())),
        preloads=tuple(up + path for path in _PRELOADS.get(page.template, ())),
    )


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
