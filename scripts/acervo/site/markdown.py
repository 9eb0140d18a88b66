"""Editors' Markdown as safe HTML.

In: CommonMark with tables, and how deep its headings must start. Out: HTML with no script, no style and no
foreign frame, with links to http, https and mailto only.
Never: trusts what the Markdown library lets through: the HTML is sanitised after rendering (to escape first
and render later is unsafe).
"""

import re
from functools import lru_cache

import nh3
from cmarkgfm import markdown_to_html_with_extensions
from cmarkgfm.cmark import Options
from markupsafe import Markup

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TAGS = {
    "p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "table", "thead", "tbody", "tr", "th", "td", *_HEADINGS,
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_ALIGNED = {"align": {"left", "center", "right"}}
_EXTENSIONS = ["table", "strikethrough", "autolink"]
_TAG = re.compile(r"<[^>]*>?")
_BARE = {f"<{mark}>" for tag in _TAGS for mark in (tag, f"/{tag}", f"{tag} /")}
_SCROLL = '<div class="scroll" tabindex="0" role="group" aria-label="Tabla"><table>'
_CLASSES = tuple(
    (f'<{tag} align="{side}">', f'<{tag} class="{side}">')
    for tag in ("td", "th")
    for side in ("left", "center", "right")
)


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep what HTML defines: a list starts at a number."""
    return None if name == "start" and not (value.isascii() and value.isdigit() and len(value) < 7) else value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    tag_attribute_values={"td": _ALIGNED, "th": _ALIGNED},
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    link_rel="noopener",
)


@lru_cache(maxsize=256)
def html(text: str, level: int = 3) -> Markup:
    """Render Markdown whose highest heading becomes `<h{level}>`.

    HTML written in it is not dropped (its text may be a fact): it goes through the same sieve.
    """
    raw = markdown_to_html_with_extensions(text, options=Options.CMARK_OPT_UNSAFE, extensions=_EXTENSIONS)
    # With no HTML in the text and nothing but bare tags of the list in the result, there is nothing to sieve.
    harmless = "<" not in text and set(_TAG.findall(raw)) <= _BARE
    clean: str = raw if harmless else _CLEANER.clean(raw)
    if "<h" in clean:
        clean = _shift(clean, level)
    if "<table>" in clean:
        clean = clean.replace("<table>", _SCROLL).replace("</table>", "</table></div>")
        for obsolete, today in _CLASSES:
            clean = clean.replace(obsolete, today)
    return Markup(clean)  # noqa: S704  # the sieve has just passed it


def _shift(clean: str, level: int) -> str:
    """Move every heading down so that the highest one is at `level`, from the deepest on."""
    present = [depth for depth in range(1, 7) if f"<h{depth}>" in clean]
    if not present or present[0] == level:
        return clean
    moves = {depth: min(6, depth - present[0] + level) for depth in present}
    order = sorted(present, reverse=present[0] < level)
    for depth in order:
        clean = clean.replace(f"<h{depth}>", f"<h{moves[depth]}>").replace(f"</h{depth}>", f"</h{moves[depth]}>")
    return clean
