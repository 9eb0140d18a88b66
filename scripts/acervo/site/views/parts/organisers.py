"""What the page of a conference to come gives to whoever announces it: texts to copy, pictures to download.

In: the opened record. Out: an `Organisers`.
Never: a text that says more than the page, or a link to a file that the site does not offer.
"""

from typing import NamedTuple

from acervo.archive import addresses
from acervo.outreach.announcement import announcement
from acervo.outreach.texts import Text, texts
from acervo.records.models.conference import Conference
from acervo.records.models.series import Series
from acervo.site.page import Opened
from acervo.site.views.parts.reach import Link, Reach

SCRIPT = "assets/javascripts/organisers.js"
_SHOWN = ("whatsapp", "sms", "redes", "aviso")


class Copyable(NamedTuple):
    """A text to copy."""

    label: str
    length: str
    """How long it is, where somebody counts, or ""."""
    body: str


class Organisers(NamedTuple):
    """What helps to announce a conference."""

    texts: tuple[Copyable, ...]
    files: tuple[Link, ...]
    picture: str
    """Whole address of the card, or ""."""
    short: Link
    command: str
    script: str


def organisers(opened: Opened, record: Conference, way: Reach) -> Organisers:
    """Make the section of a conference that is announced. record: with what its series hands down."""
    entry, series, url = opened.entry, opened.handed_down, opened.settings.url
    assert entry is not None
    assert series is None or isinstance(series, Series)
    about = announcement(
        entry.id,
        record,
        series,
        lambda kind, id_: link.text if (link := way.record(kind, id_)) else "",
        opened.settings.name,
        url + addresses.record(entry.key),
        url + opened.page.argument,
    )
    forms = (
        ("Cartel para imprimir (SVG)", addresses.poster(entry.key, "svg")),
        ("Cartel (PNG)", addresses.poster(entry.key, "png")),
        ("Tarjeta para redes (PNG)", addresses.card(entry.key, "png")),
        ("Tarjeta (SVG)", addresses.card(entry.key, "svg")),
    )
    return Organisers(
        texts=tuple(_copyable(one) for one in texts(about) if one.name in _SHOWN),
        files=tuple(Link(text, way.to(path)) for text, path in forms) if about.live else (),
        picture=url + addresses.card(entry.key, "png") if about.live else "",
        short=Link(about.short, way.to(opened.page.argument)),
        command=f"acervo outreach {entry.id}",
        script=way.to(SCRIPT),
    )


def _copyable(one: Text) -> Copyable:
    return Copyable(one.label, f"{one.length} de {one.most} caracteres" if one.most else "", one.body)
