"""The template of a page as plain values, from which a browser lays out the same page with values of its own.

In: an environment, the name of a template, what is known beforehand of its names. Out: a `Stencil` of plain values.
Never: fills a template, keeps what only scripts read (`data-…`) or would ask for a file (`src`), or takes a template in
which elements are not closed where they were opened.

A text is a string. Everything else is a list that begins with a sign: `<` name, attributes, content; `?` test, then,
else; `*` names, list, test, content, otherwise; `=` value; `set` name, value; `call` macro, arguments, content. An
expression is a path (`view.article.title`) or a list that begins with a sign too. The browser knows each sign, and no
other (`editor/preview/stencil.js`).
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from jinja2 import Environment, nodes

from acervo.site.tags import Tags

Value = str | list[Any]
_SPACE = re.compile(r"\s+")
_COMPARED = {"eq": "==", "gt": ">", "in": "in"}
_FILTERS = frozenset({"join", "length"})
_NOT_KNOWN = object()


class Untold(ValueError):
    """A template says something for which there is no sign."""


class Stencil(NamedTuple):
    """A page to be laid out, and the macros it calls by name: parameters, their defaults, content."""

    body: list[Value]
    macros: dict[str, list[Any]]


class _File(NamedTuple):
    """A template being read: its name, its tree, and what it calls the templates it imports."""

    name: str
    tree: nodes.Template
    imports: Mapping[str, str]
    blocks: Mapping[str, nodes.Block]


class Cutter:
    """Makes the stencil of one template."""

    def __init__(
        self, templates: Environment, pieces: Iterable[str], known: Mapping[str, object], without: Collection[str]
    ) -> None:
        """Take the templates, the names of those whose macros are at hand everywhere, what is known, what to leave out.

        known: what names stand for, by their paths. without: macros, by the names of their template and their own.
        """
        self._templates = templates
        self._pieces = {name: f"{name}.html" for name in pieces}
        self._known = known
        self._without = without
        self._macros: dict[str, list[Any]] = {}
        self._files: dict[str, _File] = {}
        self._chain: list[_File] = []
        self._tags = Tags()
        self._above = ("", 0)
        """The block that `super()` stands for."""

    def cut(self, name: str) -> Stencil:
        """Return the stencil of a template."""
        self._chain = [self._file(name)]
        while extends := self._chain[-1].tree.find(nodes.Extends):
            self._chain.append(self._file(_constant(extends.template)))
        body = self._content(self._chain[-1].tree.body, self._chain[-1])
        return Stencil(body, self._macros)

    def _file(self, name: str) -> _File:
        if name not in self._files:
            loader = self._templates.loader
            assert loader is not None
            tree = self._templates.parse(loader.get_source(self._templates, name)[0])
            imports = {one.target: _constant(one.template) for one in tree.find_all(nodes.Import)}
            blocks = {one.name: one for one in tree.find_all(nodes.Block)}
            self._files[name] = _File(name, tree, self._pieces | imports, blocks)
        return self._files[name]

    def _content(self, found: Sequence[nodes.Node], file: _File) -> list[Value]:
        """Return what some nodes say, in a list of its own that ends as it began."""
        with self._tags.apart() as content:
            for node in found:
                self._node(node, file)
        return content

    def _node(self, node: nodes.Node, file: _File) -> None:
        match node:
            case nodes.Output():
                for one in node.nodes:
                    self._output(one, file)
            case nodes.If():
                self._if(node, file)
            case nodes.For():
                self._for(node, file)
            case nodes.Assign():
                assert isinstance(node.target, nodes.Name)
                self._tags.put(["set", node.target.name, self._value(node.node, file)])
            case nodes.Block():
                self._block(node.name, 0)
            case nodes.Include():
                inner = self._file(_constant(node.template))
                for each in inner.tree.body:
                    self._node(each, inner)
            case nodes.CallBlock():
                macro, arguments = self._call(node.call, file)
                self._tags.put(["call", macro, arguments, self._content(node.body, file)])
            case nodes.Import() | nodes.Macro() | nodes.Extends():
                pass
            case _:
                raise Untold(type(node).__name__)

    def _block(self, name: str, place: int) -> None:
        """Put a block as the nearest to the page defines it. place: how many definitions were passed over."""
        found = [file for file in self._chain if name in file.blocks]
        file = found[place]
        around, self._above = self._above, (name, place + 1)
        for one in file.blocks[name].body:
            self._node(one, file)
        self._above = around

    def _output(self, node: nodes.Node, file: _File) -> None:
        if isinstance(node, nodes.TemplateData):
            self._tags.feed(_SPACE.sub(" ", node.data))
        elif _calls(node, "caller"):
            self._tags.put(["caller"])
        elif _calls(node, "super"):
            self._block(*self._above)
        elif isinstance(node, nodes.Call) and not _formats(node):
            if ".".join(self._macro(node, file)) not in self._without:
                self._tags.put(["call", *self._call(node, file)])
        else:
            self._tags.put(["=", self._value(node, file)])

    def _if(self, node: nodes.If, file: _File) -> None:
        otherwise: Sequence[nodes.Node] = node.else_
        for other in reversed(node.elif_):
            otherwise = [nodes.If(other.test, other.body, [], list(otherwise))]
        known = self._fold(node.test, file)
        if known is not _NOT_KNOWN:
            for one in node.body if known else otherwise:
                self._node(one, file)
            return
        told = ["?", self._value(node.test, file), self._content(node.body, file)]
        self._tags.put([*told, self._content(otherwise, file)] if otherwise else told)

    def _for(self, node: nodes.For, file: _File) -> None:
        if self._fold(node.iter, file) in (None, False):
            return
        target = node.target
        names = [one.name for one in target.items] if isinstance(target, nodes.Tuple) else [target.name]  # type: ignore[attr-defined]  # a target has names only
        test = self._value(node.test, file) if node.test else ""
        told = [names, self._value(node.iter, file), test, self._content(node.body, file)]
        self._tags.put(["*", *told, self._content(node.else_, file)] if node.else_ else ["*", *told])

    def _fold(self, node: nodes.Node, file: _File) -> object:
        """Return what is known beforehand of a test."""
        match node:
            case nodes.Not():
                inner = self._fold(node.node, file)
                return inner if inner is _NOT_KNOWN else not inner
            case nodes.And() | nodes.Or():
                decides = isinstance(node, nodes.Or)
                sides = [self._fold(one, file) for one in (node.left, node.right)]
                if any(side is not _NOT_KNOWN and bool(side) is decides for side in sides):
                    return decides
                return _NOT_KNOWN
            case nodes.Name() | nodes.Getattr():
                path = self._value(node, file)
                return self._known.get(path, _NOT_KNOWN) if isinstance(path, str) else _NOT_KNOWN
        return _NOT_KNOWN

    def _call(self, node: nodes.Call, file: _File) -> list[Any]:
        """Return the name of a macro and its arguments; its content is read when it is first called."""
        where, name = self._macro(node, file)
        key = f"{where}.{name}"
        if key not in self._macros:
            inner = self._file(f"{where}.html")
            macro = next(one for one in inner.tree.find_all(nodes.Macro) if one.name == name)
            self._macros[key] = []
            names = [one.name for one in macro.args]
            defaults = [self._value(one, inner) for one in macro.defaults]
            around, self._tags = self._tags, Tags()
            self._macros[key] = [names, defaults, self._content(macro.body, inner)]
            self._tags = around
        given = [self._value(one, file) for one in node.args]
        return [key, given]

    @staticmethod
    def _macro(node: nodes.Call, file: _File) -> tuple[str, str]:
        """Return in which template a macro is, without its ending, and its name."""
        if isinstance(node.node, nodes.Getattr) and isinstance(node.node.node, nodes.Name):
            return file.imports[node.node.node.name].removesuffix(".html"), node.node.attr
        assert isinstance(node.node, nodes.Name)
        return file.name.removesuffix(".html"), node.node.name

    def _value(self, node: nodes.Node, file: _File) -> Value:
        def of(one: nodes.Node) -> Value:
            return self._value(one, file)

        match node:
            case nodes.Name():
                return node.name
            case nodes.Getattr():
                inner = of(node.node)
                return f"{inner}.{node.attr}" if isinstance(inner, str) else ["of", inner, ["k", node.attr]]
            case nodes.Getitem():
                return ["of", of(node.node), of(node.arg)]
            case nodes.Const():
                return ["k", node.value]
            case nodes.Not():
                if isinstance(node.node, nodes.Test) and node.node.name == "none":
                    return ["some", of(node.node.node)]
                return ["!", of(node.node)]
            case nodes.And():
                return ["&", of(node.left), of(node.right)]
            case nodes.Or():
                return ["|", of(node.left), of(node.right)]
            case nodes.Mul() | nodes.Add() | nodes.Sub():
                return [node.operator, of(node.left), of(node.right)]
            case nodes.CondExpr():
                return ["?", of(node.test), of(node.expr1), of(node.expr2) if node.expr2 else ["k", ""]]
            case nodes.Compare() if len(node.ops) == 1 and node.ops[0].op in _COMPARED:
                return [_COMPARED[node.ops[0].op], of(node.expr), of(node.ops[0].expr)]
            case nodes.Concat():
                return ["~", *map(of, node.nodes)]
            case nodes.Tuple():
                return ["()", *map(of, node.items)]
            case nodes.Filter() if node.name in _FILTERS and node.node is not None:
                return [node.name, of(node.node), *map(of, node.args)]
            case nodes.Call() if _formats(node):
                return ["{:,}", of(node.args[0])]
        raise Untold(str(node))


def _constant(node: nodes.Node) -> str:
    assert isinstance(node, nodes.Const)
    return str(node.value)


def _calls(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == name


def _formats(node: nodes.Call) -> bool:
    """Tell whether a call is `"{:,}".format(…)`."""
    made = node.node
    return isinstance(made, nodes.Getattr) and isinstance(made.node, nodes.Const) and made.node.value == "{:,}"
