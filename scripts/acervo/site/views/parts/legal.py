"""The legal basis of a record as its page lists it; and on the page of a document, who cites which part of it.

In: citations and the cards of the page. Out: `BasisView`s and `CitingView`s.
Never: names a part that nobody names.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from acervo.archive.card import Card
from acervo.records.catalogue.entry import Key
from acervo.records.models.document import DocumentKind
from acervo.records.models.legal import Citation
from acervo.records.text.words import fold
from acervo.site.page import Opened
from acervo.site.views.parts.original import Original
from acervo.site.views.parts.passages import MomentView, moments_of
from acervo.site.views.parts.reach import Link, Reach

_ARTICLE = re.compile(r"^(?:articulos?|arts?)\b\.?")
_NUMBERED = re.compile(r"(\d+)|(\D+)")


class BasisView(NamedTuple):
    """A law or document, the part of it that is cited, and where its record is."""

    title: Markup
    article: Markup
    document: Link | None
    other: str
    """The title of the document's own record, when the citation names it otherwise, or ""."""
    quote: Markup


class CiterView(NamedTuple):
    """Who cites a part of a document."""

    what: str
    """What it is, in words: `Red`, `Conferencia`."""
    link: Link
    moments: tuple[MomentView, ...]
    """Of a conference, when its recording speaks of that part."""


class CitingView(NamedTuple):
    """A part of a document and who cites it."""

    part: str
    """As it is cited, or "" for the whole."""
    by: tuple[CiterView, ...]


def citing(opened: Opened, reach: Reach) -> tuple[CitingView, ...]:
    """Say who, of those that the page lists, cites which part of the page's document, in the order of the parts.

    `40` and `Artículo 40` are the same part.
    """
    entry = opened.entry
    assert entry is not None
    law = entry.label == DocumentKind.LAW.label
    parts: dict[str, set[str]] = {}
    found: dict[str, dict[Key, list[MomentView]]] = {}
    for part, key in opened.page.cites:
        if key in opened.cards:
            _note(part, key, (), parts, found)
    for group in opened.page.groups:
        for key in group.cards if group.name == "conferences" else ():
            for part, moments in _moments_by_part(opened.cards[key], entry.key, reach.up).items():
                _note(part, key, moments, parts, found)
    return tuple(
        CitingView(
            _named(max(sorted(parts[code]), key=len), law=law),
            tuple(_citer(opened.cards[key], tuple(moments), reach) for key, moments in found[code].items()),
        )
        for code in sorted(found, key=lambda code: (not code, _natural(code)))
    )


def _moments_by_part(card: Card, document: Key, up: str) -> dict[str, list[MomentView]]:
    found: dict[str, list[MomentView]] = {}
    for one in moments_of(card, document, up):
        found.setdefault(one.article, []).append(one)
    return found


def _note(
    part: str,
    key: Key,
    moments: Iterable[MomentView],
    parts: dict[str, set[str]],
    found: dict[str, dict[Key, list[MomentView]]],
) -> None:
    code = _ARTICLE.sub("", fold(part)).strip(" .")
    parts.setdefault(code, set()).add(part)
    found.setdefault(code, {}).setdefault(key, []).extend(moments)


def _citer(card: Card, moments: tuple[MomentView, ...], reach: Reach) -> CiterView:
    return CiterView(card.label, Link(card.title, reach.to(card.path)), moments)


def _named(part: str, *, law: bool) -> str:
    """Return the name of a part; of a law, a number by itself is an article's."""
    return f"Artículo {part}" if law and part[:1].isdecimal() else part


def _natural(code: str) -> tuple[tuple[int, str], ...]:
    """Return what orders parts as people count: `9` before `10`."""
    return tuple((int(number or 0), word) for number, word in _NUMBERED.findall(code))


def basis(found: Iterable[Citation], words: Original, reach: Reach) -> tuple[BasisView, ...]:
    """Make the list of what a record is founded on."""
    return tuple(_cited(one, words, reach.record("documents", one.document)) for one in found)


def _cited(one: Citation, words: Original, document: Link | None) -> BasisView:
    other = document.text if document and document.text != one.title else ""
    # The title may be a link already: what an oddity says of it is marked in the quote and the article.
    title = Markup.escape(one.title) if document else words.line(one.title)
    return BasisView(title, words.line(one.article), document, other, words.text(one.quote))
