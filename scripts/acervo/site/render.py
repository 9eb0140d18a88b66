"""From an opened page to its HTML: the view of its type, the template of its type, the slots of its shell.

In: `Opened`, the shells by name, a template environment. Out: the whole page as text.
Never: decides what a page shows (views do) or how it looks (templates do); reads a file itself.
"""

from collections.abc import Mapping
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]  # escape's own first step, not exported

from acervo.site.page import Opened
from acervo.site.shell import Shell
from acervo.site.viewing import view_of
from acervo.site.views.parts.head import Head


class _Generator(CodeGenerator):
    """Compiles templates as Jinja does, but for the call that escapes."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.text(")


class _Environment(Environment):
    """Escapes texts without a detour through `Markup`: a page has 150 of them, and that was a fifth of its time."""

    code_generator_class = _Generator

    @staticmethod
    def text(value: object) -> str:
        """Return a value as HTML: a plain text escaped, markup as it is."""
        if type(value) is str:
            return _escape_inner(value)
        return value if type(value) is Markup else str(escape(value))


def environment(loader: BaseLoader, cache: BytecodeCache | None = None) -> Environment:
    """Make the environment of the templates: everything is escaped, nothing may be undefined.

    The macros of `PIECES` are at hand in every template under their file's name: an import costs each page 4 µs.
    """
    templates = _Environment(
        loader=loader,
        bytecode_cache=cache,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    for name in PIECES:
        templates.globals[name] = templates.get_template(f"{name}.html").module
    return templates


PIECES = ("pieces", "head", "cite", "facets", "passages", "transcript")
"""Templates that only define macros; one may call those of the ones before it."""
_OWN_HEADS = frozenset({
    "almanac", "list", "results", "risks", "withdrawn", "package", "figures", "milestones", "territory", "state",
    "ties", "editor", "quality", "gap", "gaps",
})  # fmt: skip
"""Pages that are not the page of a record: their views have a head of their own."""
_EDITORIAL = {"home": "inicio", "channels": "canales"}
"""Pages that people write in content/, and the slot that each leaves to the program."""


def render(opened: Opened, shells: Mapping[str, Shell], templates: Environment) -> str:
    """Return the HTML of a page.

    Shells: `record` for all records and lists, `home` and `channels` for those pages; redirects need none.
    """
    page = opened.page
    view = view_of(opened)
    body: str = templates.get_template(f"{page.template}.html").render(view=view)
    if page.template == "redirect":
        return body
    depth = page.path.count("/")
    if page.template in _EDITORIAL:
        return shells[page.template].fill({_EDITORIAL[page.template]: body}, depth, page.section)
    head: Head = view.head if page.template in _OWN_HEADS else view.article.head
    heads: Any = templates.globals["head"]
    slots = {
        "title": str(escape(head.full_title)),
        "head": heads.head(head),
        "body": body,
    }
    return shells["record"].fill(slots, depth, page.section)
