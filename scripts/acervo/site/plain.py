"""Plain text as HTML: paragraphs, line breaks and addresses that become links.

In: text as a person or YouTube wrote it. Out: HTML in which nothing but those three is markup.
Never: reads Markdown or HTML in it.
"""

import re
from html import escape

from markupsafe import Markup

_PARAGRAPHS = re.compile(r"\n\s*\n")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`{}|\\^]+")
_TAIL = ".,;:!?)]»”’…"


def paragraphs(text: str) -> Markup:
    """Return the text in paragraphs, line by line, with its web addresses as links."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = _PARAGRAPHS.split(text) if "\n" in text else (text,)
    found = "".join([f"<p>{_linked(part.strip())}</p>" for part in parts if part and not part.isspace()])
    return Markup(found)  # noqa: S704  # every piece was escaped


def linked(text: str) -> Markup:
    """Return one paragraph's HTML: each address a link, each line break a `<br>`."""
    return Markup(_linked(text))  # noqa: S704  # every piece was escaped


def _linked(text: str) -> str:
    if "://" not in text:
        return _broken(text)
    pieces: list[str] = []
    end = 0
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(_TAIL)
        if address.partition("://")[2]:
            shown = escape(address)
            pieces += (
                _broken(text[end : match.start()]),
                f'<a href="{shown}" rel="nofollow noopener ugc">{shown}</a>',
            )
            end = match.start() + len(address)
    pieces.append(_broken(text[end:]))
    return "".join(pieces)


def _broken(text: str) -> str:
    escaped = escape(text)
    return escaped.replace("\n", "<br>\n") if "\n" in escaped else escaped
