"""Internal links of a finished page: each must lead to a file of the site.

In: a page's HTML, its path, the paths the site answers. Out: the links that lead nowhere. Never: looks at other sites.
"""

import re
from collections.abc import Collection
from posixpath import normpath

_LINK = re.compile(r' (?:href|src)="([^"#?]*)')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//")


def broken(html: str, path: str, answers: Collection[str]) -> list[str]:
    """Return the internal links of a page that no path in `answers` answers.

    `answers` holds what links may say: `conferencias/x/` for a page, `assets/a.css` for a file, "" for the home page.
    """
    up = "../" * path.count("/")
    return sorted(link for link in set(_LINK.findall(html)) if link and not _answered(link, path, up, answers))


def _answered(link: str, path: str, up: str, answers: Collection[str]) -> bool:
    if up and link.startswith(up):
        target = link[len(up) :]
        if target in answers:
            return True
    if _OUTSIDE.match(link):
        return True
    folder = path.rpartition("/")[0]
    target = normpath(f"{folder}/{link}").lstrip("/")
    target = "" if target == "." else target
    return target in answers or f"{target}/" in answers
