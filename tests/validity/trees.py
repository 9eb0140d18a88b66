"""A built site as a browser reads it: every page parsed, every address known.

In: the folder of a site. Out: a `Site`. Never: mends what it reads.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

import html5lib
from html5lib.treebuilders import getTreeBuilder
from lxml.etree import _Element as Element

from acervo.records.models.kinds import KINDS

_BUILDER: Any = getTreeBuilder("lxml")


@dataclass(frozen=True)
class Leaf:
    """One page: its tree, and what the parser had to forgive."""

    root: Element
    errors: tuple[str, ...]

    @property
    def moved(self) -> bool:
        """Whether the page only says that another has a new address."""
        return bool(self.root.xpath("//meta[@http-equiv='refresh']"))

    @property
    def indexable(self) -> bool:
        """Whether search engines may list the page."""
        return not self.root.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")

    def one(self, path: str) -> str:
        """Return the only text or attribute at a path, without the space around it."""
        found = self.root.xpath(path)
        assert len(found) == 1, f"{path}: {found}"
        return str(found[0]).strip()


@dataclass(frozen=True)
class Site:
    """A finished site: its folder, the address under which it lives, and its pages by file."""

    folder: Path
    url: str
    pages: dict[str, Leaf]

    @property
    def whole(self) -> dict[str, Leaf]:
        """Return the pages that say something of their own: all but redirects."""
        return {path: page for path, page in self.pages.items() if not page.moved}

    def address(self, path: str) -> str:
        """Return where a file of the site lives."""
        return self.url + path.removesuffix("index.html")

    def file(self, address: str) -> str:
        """Return the file that answers an address of the site, or "" when none does."""
        path = urlsplit(address).path.removeprefix(urlsplit(self.url).path)
        path = f"{path}index.html" if not path or path.endswith("/") else path
        return path if (self.folder / path).is_file() else ""

    def links(self, path: str) -> set[str]:
        """Return every address of this site that a page names, absolute."""
        here = self.address(path)
        named = self.pages[path].root.xpath("//@href | //@src | //form/@action | //meta[@property='og:url']/@content")
        return {found for one in named if (found := urljoin(here, str(one))).startswith(self.url)}


def read(folder: Path, url: str) -> Site:
    """Parse every page of a site."""
    return Site(
        folder, url, {path.relative_to(folder).as_posix(): parse(path) for path in sorted(folder.rglob("*.html"))}
    )


def parse(path: Path) -> Leaf:
    """Parse one page as HTML says it must be parsed."""
    parser = html5lib.HTMLParser(tree=_BUILDER, namespaceHTMLElements=False)
    root = parser.parse(path.read_text(encoding="utf-8")).getroot()
    return Leaf(root, tuple(f"{place}: {name} {facts}" for place, name, facts in parser.errors))


def fragments(page: Leaf) -> set[str]:
    """Return where one can land on a page."""
    return {str(one) for one in page.root.xpath("//@id | //a/@name")}


def dead(site: Site, path: str) -> list[str]:
    """Return the links of a page that no file or no part of a file answers, sorted."""
    lost = []
    for link in site.links(path):
        bare, fragment = urldefrag(link)
        file = site.file(bare)
        if _opens_a_field(bare, fragment):
            continue
        if not file or (fragment and file in site.pages and fragment not in fragments(site.pages[file])):
            lost.append(link)
    return sorted(lost)


def _opens_a_field(bare: str, fragment: str) -> bool:
    """Tell whether a link leads to a field of a form, which the browser draws from the fields of the kind."""
    kind = parse_qs(urlsplit(bare).query).get("tipo", [""])[0]
    return kind in KINDS and fragment.partition(".")[0] in KINDS[kind].model.model_fields
