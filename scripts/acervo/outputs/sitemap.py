"""The sitemap and robots.txt: every page for search engines, with the day on which it really changed.

In: paths of pages with the ISO day of their last change, or "" when unknown. Out: files by path.
Never: gives a page the day of the build, or decides which pages to list (the caller leaves out those that say
that another moved or was withdrawn).
Source: sitemaps.org, protocol 0.9: at most 50,000 addresses in a file, each one escaped.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import chain
from urllib.parse import quote

from acervo.outputs.publication import Publication
from acervo.records.catalogue.entry import Key

MOST = 50_000
"""Addresses in one file."""
SITEMAP = "sitemap.xml"

_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_SIMPLE = re.compile(r"[A-Za-z0-9/._~-]*")
_KEPT = "/%:?&=+,;@!$'()*~"  # what an address already escaped may hold


def sitemap(pages: Iterable[tuple[str, str]], site: Publication) -> dict[str, bytes]:
    """Return `sitemap.xml`; with more than 50,000 pages, an index of that name and its numbered parts."""
    rows = list(pages)
    if len(rows) <= MOST:
        return {SITEMAP: _listing("urlset", "url", rows, site.url)}
    slices = [rows[start : start + MOST] for start in range(0, len(rows), MOST)]
    parts = {f"sitemap-{number}.xml": part for number, part in enumerate(slices, 1)}
    index = [(path, max(day for _, day in part)) for path, part in parts.items()]
    files = {path: _listing("urlset", "url", part, site.url) for path, part in parts.items()}
    return {SITEMAP: _listing("sitemapindex", "sitemap", index, site.url), **files}


def last_change(days: Mapping[Key, str], subject: Key | None, listed: Iterable[Key]) -> str:
    """Return the ISO day of a page's last change: of its record or of anything it lists; "" without either.

    days: by record, that of its own last change. A conference lists only its neighbours in the series, and those that
    are like it, whose changes are not its own.
    """
    if subject is None:
        return max(map(days.__getitem__, listed), default="")
    if subject[0] == "conferences":
        return days[subject]
    return max(map(days.__getitem__, chain((subject,), listed)))


def robots(site: Publication) -> dict[str, bytes]:
    """Return `robots.txt`: everything may be read, and here is the list."""
    return {"robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {_address(site.url)}{SITEMAP}\n".encode()}


def _listing(root: str, element: str, rows: Sequence[tuple[str, str]], url: str) -> bytes:
    base = escape(_address(url))
    lines = [
        f"<{element}><loc>{base}{path if _SIMPLE.fullmatch(path) else escape(quote(path))}</loc>"
        f"{f'<lastmod>{day}</lastmod>' if day else ''}</{element}>\n"
        for path, day in rows
    ]
    return f"{_OPENING.format(root)}{''.join(lines)}</{root}>\n".encode()


def _address(url: str) -> str:
    """Return an address with only the characters that an address may have."""
    return quote(url, safe=_KEPT)
