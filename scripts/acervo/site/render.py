"""From an opened page to its HTML: the view of its type, the template of its type, the slots of its shell.

In: `Opened`, the shells by name, a template environment. Out: the whole page as text.
Never: decides what a page shows (views do) or how it looks (templates do); reads a file itself.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined
from markupsafe import escape

from acervo.site.page import Opened
from acervo.site.shell import Shell
from acervo.site.views.catalogue import catalogue
from acervo.site.views.channels import channels
from acervo.site.views.conference import conference
from acervo.site.views.document import document
from acervo.site.views.head import Head
from acervo.site.views.home import home
from acervo.site.views.institution import institution
from acervo.site.views.network import network
from acervo.site.views.notice import redirect, withdrawn
from acervo.site.views.person import person
from acervo.site.views.series import series
from acervo.site.views.topic import topic

VIEWS: Mapping[str, Callable[[Opened], Any]] = {
    "home": home,
    "channels": channels,
    "list": catalogue,
    "conferences": conference,
    "speakers": person,
    "documents": document,
    "networks": network,
    "institutions": institution,
    "series": series,
    "topics": topic,
    "withdrawn": withdrawn,
    "redirect": redirect,
}
"""The view of each page, by the name of its template."""


def environment(loader: BaseLoader, cache: BytecodeCache | None = None) -> Environment:
    """Make the environment of the templates: everything is escaped, nothing may be undefined."""
    return Environment(
        loader=loader,
        bytecode_cache=cache,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


_EDITORIAL = {"home": "inicio", "channels": "canales"}
"""Pages that people write in content/, and the slot that each leaves to the program."""


def render(opened: Opened, shells: Mapping[str, Shell], templates: Environment) -> str:
    """Return the HTML of a page.

    Shells: `record` for all records and lists, `home` and `channels` for those pages; redirects need none.
    """
    page = opened.page
    view = VIEWS[page.template](opened)
    body: str = templates.get_template(f"{page.template}.html").render(view=view)
    if page.template == "redirect":
        return body
    depth = page.path.count("/")
    if page.template in _EDITORIAL:
        return shells[page.template].fill({_EDITORIAL[page.template]: body}, depth, page.section)
    head: Head = view.head if page.template in ("list", "withdrawn") else view.article.head
    slots = {
        "title": str(escape(head.full_title)),
        "head": templates.get_template("head.html").render(head=head),
        "body": body,
    }
    return shells["record"].fill(slots, depth, page.section)
