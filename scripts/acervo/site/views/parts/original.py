"""The words of a source as a page shows them, with a mark at what its oddities tell of.

In: a record. Out: HTML of its texts, in the order of the page; what an oddity quotes is marked where it stands first.
Never: corrects a word, or marks one that no oddity quotes.
"""

import re

from markupsafe import Markup

from acervo.records.models.parts import Record
from acervo.site import plain
from acervo.site.views.parts.provenance import VersionView

_PARAGRAPHS = re.compile(r"\n\s*\n")


class Original:
    """The texts of one record."""

    def __init__(self, record: Record) -> None:
        """Take the record's oddities, none of them marked yet, and its points in conflict."""
        self._places = {one.quote: place for place, one in reversed(list(enumerate(record.oddities, 1)))}
        longest_first = sorted(self._places, key=lambda quote: (-len(quote), quote))
        self._quotes = re.compile(f"({'|'.join(map(re.escape, longest_first))})") if longest_first else None
        self._discrepancies = record.discrepancies

    def line(self, text: str) -> Markup:
        """Return a text as HTML without paragraphs."""
        if self._quotes is None:
            return plain.linked(text)
        return Markup().join(map(self._piece, self._quotes.split(text)))

    def text(self, text: str) -> Markup:
        """Return a text as HTML in paragraphs."""
        parts = (part.strip() for part in _PARAGRAPHS.split(text))
        return Markup().join(Markup("<p>{}</p>").format(self.line(part)) for part in parts if part)

    def rivals(self, text: str) -> tuple[VersionView, ...]:
        """Return what other sources say of a point for which one version says this text."""
        for point in self._discrepancies:
            versions = [VersionView(one.says, one.source, one.url) for one in point.versions]
            if text and any(text in one.says for one in versions):
                return tuple(one for one in versions if text not in one.says)
        return ()

    def _piece(self, piece: str) -> Markup:
        place = self._places.pop(piece, None)
        shown = plain.linked(piece)
        if place is None:
            return shown
        return shown + Markup(' <a class="sic" href="#rareza-{}">(<i lang="la">sic</i>)</a>').format(place)
