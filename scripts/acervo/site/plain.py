"""Plain text as HTML: paragraphs, line breaks and addresses that become links.

In: text as a person or YouTube wrote it. Out: HTML in which nothing but those three is markup.
Never: reads Markdown or HTML in it.
"""

import re

from markupsafe import Markup, escape

_PARAGRAPHS = re.compile(r"\n\s*\n")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`{}|\\^]+")
_TAIL = ".,;:!?)]»”’…"


def paragraphs(text: str) -> Markup:
    """Return the text in paragraphs, line by line, with its web addresses as links."""
    found = (part.strip() for part in _PARAGRAPHS.split(text.replace("\r\n", "\n").replace("\r", "\n")))
    return Markup("").join(Markup("<p>{}</p>").format(linked(part)) for part in found if part)


def linked(text: str) -> Markup:
    """Return one paragraph's HTML: each address a link, each line break a `<br>`."""
    if "://" not in text:
        return _broken(text)
    pieces, end = [], 0
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(_TAIL)
        if address.partition("://")[2]:
            pieces.append(_broken(text[end : match.start()]))
            pieces.append(Markup('<a href="{0}" rel="nofollow noopener ugc">{0}</a>').format(address))
            end = match.start() + len(address)
    pieces.append(_broken(text[end:]))
    return Markup("").join(pieces)


def _broken(text: str) -> Markup:
    return Markup("<br>\n").join(escape(line) for line in text.split("\n"))
