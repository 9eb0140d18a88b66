"""A page of the theme with empty slots, split once and filled many times.

In: the HTML of one page that the theme rendered, with slots marked `<!--acervo:NAME-->` and links to the archive's own
pages written `href="acervo:conferencias"`. Out: the page with its slots filled, at any depth and in any section.
Never: parses what it is given, or changes more of it than links, the current section and the slots.
"""

import re
from collections.abc import Mapping

SLOT = re.compile(r"<!--\s*acervo:([a-z]+)\s*-->")
_OWN_LINK = re.compile(r'href="acervo:([a-z0-9/#.-]*)"')


class Shell:
    """One page of the theme, ready to be filled."""

    def __init__(self, html: str, depth: int) -> None:
        """Keep the theme's HTML, rendered `depth` folders below the root; nothing of a record is in it."""
        self._html = html
        self._depth = depth
        self._variants: dict[tuple[int, str], list[str]] = {}

    def fill(self, slots: Mapping[str, str], depth: int, section: str) -> str:
        """Return the page with each slot replaced by its HTML; a slot that is not given becomes empty."""
        pieces = self._variants.get((depth, section)) or self._split(depth, section)
        return "".join([slots.get(piece, "") if index % 2 else piece for index, piece in enumerate(pieces)])

    def _split(self, depth: int, section: str) -> list[str]:
        """Make the page for a depth and a section once: as many variants as those are kept."""
        html = self._html
        if depth != self._depth:
            html = html.replace('="' + "../" * self._depth, '="' + ("../" * depth or "./"))
        if section:
            html = html.replace(f'data-section="{section}"', f'data-section="{section}" aria-current="true"')
        html = _OWN_LINK.sub(lambda match: f'href="{"../" * depth}{_folder(match.group(1))}"', html)
        return self._variants.setdefault((depth, section), SLOT.split(html))


def _folder(target: str) -> str:
    """Return the address of an archive page as a link says it: with its final slash, its fragment after it."""
    path, mark, fragment = target.partition("#")
    bare = not path or path.endswith("/") or "." in path.rpartition("/")[2]
    return f"{path}{'' if bare else '/'}{mark}{fragment}" or "./"
