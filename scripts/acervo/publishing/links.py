"""Internal links of a finished page: each must lead to a file of the site.

In: a page's HTML, its path, what the site answers. Out: the links that lead nowhere. Never: looks at other sites.
"""

import re
from collections.abc import Collection
from posixpath import normpath

_LINK = re.compile(rb' (?:href|src)="([^"#?]*)')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//")


class Links:
    """The links of many pages of one site: what is known to lead somewhere is not looked up again."""

    def __init__(self, answers: Collection[str], base: str = "/") -> None:
        """Keep what links may lead to.

        answers: `conferencias/x/` for a page, `assets/a.css` for a file, "" for the home page.
        base: the path under which the site is served; only 404.html needs to know it.
        """
        self._answers = answers
        self._base = base
        self._good: dict[int, set[bytes]] = {}

    def broken(self, html: bytes, path: str) -> list[str]:
        """Return the internal links of a page (UTF-8) that lead nowhere, sorted."""
        depth = path.count("/")
        good = self._good.setdefault(depth, {b""})
        lost = []
        for written in set(_LINK.findall(html)).difference(good):
            link = written.decode()
            if link.startswith("../" * depth) and link[3 * depth :] in self._answers:
                good.add(written)
            elif not self._answered(link, path):
                lost.append(link)
        return sorted(lost)

    def _answered(self, link: str, path: str) -> bool:
        if _OUTSIDE.match(link):
            return True
        if link.startswith("/"):
            if not link.startswith(self._base):
                return False
            target = link.removeprefix(self._base)
        else:
            target = normpath(f"{path.rpartition('/')[0]}/{link}").lstrip("/")
        target = "" if target == "." else target
        return target in self._answers or f"{target}/" in self._answers
