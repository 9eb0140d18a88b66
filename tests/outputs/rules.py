"""What RFC 4287 (Atom), RSS 2.0 and the sitemap protocol ask of a file: one rule, one line.

In: a file's bytes. Out: the rules it breaks. Each rule looks at the parsed tree and tells whether it holds.
"""

import re
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime

import feedparser
from lxml import etree
from lxml.etree import _Element as Element

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
_RFC_822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")
_ABSOLUTE = re.compile(r"https?://[\w.-]+(:\d+)?/[!-~]*")
_IRI = re.compile(r"(urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})|(https?://\S+)")

Rule = Callable[[Element], bool]


def texts(root: Element, path: str) -> list[str]:
    """Return the texts of the elements at a path; one with elements inside counts as no text."""
    return [("" if len(found) else found.text or "") for found in root.iterfind(path)]


def _one(node: Element, *names: str) -> bool:
    return all(len(found := texts(node, name)) == 1 and bool(found[0]) for name in names)


def _unique(values: list[str]) -> bool:
    return len(values) == len(set(values))


def _links(root: Element) -> Iterator[Element]:
    yield from root.iter(f"{ATOM}link")


def _alternates(node: Element) -> list[Element]:
    return [link for link in node.iterfind(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]


def _selves(node: Element) -> list[Element]:
    return [link for link in node.iterfind(f"{ATOM}link") if link.get("rel") == "self"]


def _weekday_holds(text: str) -> bool:
    return parsedate_to_datetime(text).strftime("%a") == text[:3]


_ENTRY, _PERSON = f"{ATOM}entry", (f"{ATOM}author", f"{ATOM}contributor")
_DATES = (f"{ATOM}updated", f"{ATOM}published")

ATOM_RULES: dict[str, Rule] = {
    "the root is an Atom feed": lambda root: root.tag == f"{ATOM}feed",
    "a feed has one id, title and updated": lambda root: _one(root, f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated"),
    "an entry has one id, title and updated": lambda root: all(
        _one(entry, f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated") for entry in root.iterfind(_ENTRY)
    ),
    "an entry has one summary and published at most": lambda root: all(
        len(texts(entry, f"{ATOM}{name}")) <= 1 for entry in root.iterfind(_ENTRY) for name in ("summary", "published")
    ),
    "a feed has an author": lambda root: bool(texts(root, f"{ATOM}author")),
    "a person has one name": lambda root: all(_one(person, f"{ATOM}name") for person in root.iter(*_PERSON)),
    "ids are absolute": lambda root: all(_IRI.fullmatch(found.text or "") for found in root.iter(f"{ATOM}id")),
    "ids are unique": lambda root: _unique([found.text or "" for found in root.iter(f"{ATOM}id")]),
    "dates are RFC 3339": lambda root: all(_RFC_3339.fullmatch(found.text or "") for found in root.iter(*_DATES)),
    "the feed is as new as its newest entry": lambda root: (
        texts(root, f"{ATOM}updated")
        == [max(texts(root, f"{_ENTRY}/{ATOM}updated"), default=root.findtext(f"{ATOM}updated"))]
    ),
    "nothing is published after it was updated": lambda root: all(
        entry.findtext(f"{ATOM}published", "") <= entry.findtext(f"{ATOM}updated", "")
        for entry in root.iterfind(_ENTRY)
    ),
    "a feed names itself once": lambda root: len(_selves(root)) == 1,
    "a feed has one page": lambda root: len(_alternates(root)) == 1,
    "an entry has one page": lambda root: all(len(_alternates(entry)) == 1 for entry in root.iterfind(_ENTRY)),
    "links are absolute": lambda root: all(_ABSOLUTE.fullmatch(link.get("href", "")) for link in _links(root)),
    "texts hold no markup": lambda root: (
        not any(
            len(found) or found.get("type", "text") != "text"
            for found in root.iter(f"{ATOM}title", f"{ATOM}summary", f"{ATOM}subtitle", f"{ATOM}name")
        )
    ),
    "categories have a term": lambda root: all(found.get("term") for found in root.iter(f"{ATOM}category")),
}

RSS_RULES: dict[str, Rule] = {
    "the root is RSS 2.0": lambda root: root.tag == "rss" and root.get("version") == "2.0",
    "there is one channel": lambda root: len(root.findall("channel")) == 1,
    "a channel has one title, link and description": lambda root: _one(
        root, "channel/title", "channel/link", "channel/description"
    ),
    "the language is Mexican Spanish": lambda root: texts(root, "channel/language") == ["es-mx"],
    "an item has one title and link": lambda root: all(_one(item, "title", "link") for item in root.iter("item")),
    "an item has one description at most": lambda root: all(
        len(item.findall("description")) <= 1 for item in root.iter("item")
    ),
    "an item has one guid that is no address": lambda root: all(
        [guid.get("isPermaLink") for guid in item.iterfind("guid")] == ["false"] for item in root.iter("item")
    ),
    "guids are unique": lambda root: _unique([guid.text or "" for guid in root.iter("guid")]),
    "dates are RFC 822": lambda root: all(
        _RFC_822.fullmatch(found.text or "") and _weekday_holds(found.text or "")
        for found in root.iter("pubDate", "lastBuildDate")
    ),
    "the channel has its date": lambda root: _one(root, "channel/lastBuildDate"),
    "links are absolute": lambda root: all(
        _ABSOLUTE.fullmatch(link.get("href") or link.text or "") for link in root.iter("link", f"{ATOM}link")
    ),
    "the channel names itself once and last links to its page": lambda root: (
        len(_selves(root[0])) == 1 and texts(root, "channel/link") != [_selves(root[0])[0].get("href")]
    ),
    "texts hold no elements": lambda root: not any(len(found) for found in root.iter("title", "description")),
    "descriptions hold no HTML": lambda root: not any("<" in (found.text or "") for found in root.iter("description")),
    "nobody has an address of mail": lambda root: root.find(".//author") is None,
}

SITEMAP_RULES: dict[str, Rule] = {
    "the root is a sitemap or an index of them": lambda root: (
        root.tag in (f"{SITEMAP}urlset", f"{SITEMAP}sitemapindex")
    ),
    "it holds only its own elements": lambda root: (
        {child.tag for child in root} <= {f"{SITEMAP}url" if root.tag.endswith("urlset") else f"{SITEMAP}sitemap"}
    ),
    "each has one address, then one day at most": lambda root: all(
        [part.tag for part in child] in ([f"{SITEMAP}loc"], [f"{SITEMAP}loc", f"{SITEMAP}lastmod"]) for child in root
    ),
    "addresses are absolute": lambda root: all(
        _ABSOLUTE.fullmatch(found.text or "") for found in root.iter(f"{SITEMAP}loc")
    ),
    "addresses are unique": lambda root: _unique([found.text or "" for found in root.iter(f"{SITEMAP}loc")]),
    "addresses are shorter than 2,048 characters": lambda root: all(
        len(found.text or "") < 2_048 for found in root.iter(f"{SITEMAP}loc")
    ),
    "days are ISO 8601": lambda root: all(
        re.fullmatch(r"\d{4}-\d\d-\d\d", found.text or "") for found in root.iter(f"{SITEMAP}lastmod")
    ),
    "it holds 50,000 at most": lambda root: len(root) <= 50_000,
}


def broken(xml: bytes, rules: dict[str, Rule]) -> list[str]:
    """Return the rules that a file breaks."""
    root = etree.fromstring(xml)
    return [name for name, holds in rules.items() if not holds(root)]


def feed_faults(xml: bytes) -> list[str]:
    """Return what is wrong with a feed, by our rules and by a reader's."""
    rules = RSS_RULES if b"<rss" in xml[:200] else ATOM_RULES
    read = feedparser.parse(xml)
    return broken(xml, rules) + ([f"feedparser: {read.bozo_exception}"] if read.bozo else [])
