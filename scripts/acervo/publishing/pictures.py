"""The card and the poster of the conferences that the site announces, and what they are made from.

In: the archive and the records as read. Out: announcements, and `Picture`s: an address and how its file is made.
Never: draws before it is asked to, or keeps what it drew.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from jinja2 import Environment

from acervo.archive import addresses, announced
from acervo.archive.archive import Archive
from acervo.archive.card import number_of
from acervo.archive.inheritance import inherit
from acervo.outreach import card, poster
from acervo.outreach.announcement import Announcement, announcement
from acervo.outreach.drawing import Drawing
from acervo.outreach.typeface import Faces
from acervo.publishing import engraving
from acervo.publishing.reading import Reading
from acervo.records.catalogue.entry import Key
from acervo.records.models.conference import Conference
from acervo.records.models.kinds import KINDS
from acervo.records.models.parts import Record
from acervo.records.models.series import Series
from acervo.site.page import Settings

PIXELS = {"tarjeta": card.WIDTH, "cartel": 1654}
"""How wide each PNG is: the poster has 200 dots an inch."""
DRAWN: dict[str, Callable[[Announcement, Faces], Drawing]] = {"tarjeta": card.card, "cartel": poster.poster}
"""What is drawn, by the name of its files."""


class Picture(NamedTuple):
    """A picture to be written."""

    path: str
    fingerprint: int
    make: Callable[[], bytes]


def announce(read: Reading, joined: Archive, key: Key, settings: Settings, short: str = "") -> Announcement:
    """Gather what may be said of a published conference. short: the path of its short address, if it has one."""
    references = {field: (kind, id_) for field, kind, id_, _ in joined.entries[key].references}
    series = _record(read, joined, references["series"]) if references.get("series") in joined.cards else None
    record = _record(read, joined, key)
    assert isinstance(record, Conference)
    assert series is None or isinstance(series, Series)
    page = addresses.record(key)
    return announcement(
        key[1],
        inherit(record, series),
        series,
        lambda kind, id_: joined.cards[kind, id_].title if (kind, id_) in joined.cards else "",
        settings.name,
        settings.url + page,
        settings.url + (short or page),
    )


def pictures(
    read: Reading, joined: Archive, settings: Settings, templates: Environment, base: int
) -> Iterator[Picture]:
    """Yield the pictures that the site offers. base: a number for theme, templates and program."""
    shorts = announced.near(joined)
    for key in announced.pictured(joined):
        stamps = [joined.stamps[one] for one in (key, *joined.names[key])]
        fingerprint = hash((base, number_of(engraving.key()), *stamps))
        made = partial(_drawn, read, joined, key, settings, shorts[key], templates)
        for name, address in (("tarjeta", addresses.card), ("cartel", addresses.poster)):
            yield Picture(address(key, "svg"), fingerprint, partial(made, name, "svg"))
            yield Picture(address(key, "png"), fingerprint, partial(made, name, "png"))


def drawn(about: Announcement, templates: Environment, name: str, form: str) -> bytes:
    """Draw one picture of a conference, as `svg` or `png`."""
    svg = engraving.svg(DRAWN[name](about, engraving.faces()), templates)
    return svg.encode() if form == "svg" else engraving.png(svg, PIXELS[name])


def _drawn(
    read: Reading, joined: Archive, key: Key, settings: Settings, short: str, templates: Environment, name: str,
    form: str,
) -> bytes:  # fmt: skip
    return drawn(announce(read, joined, key, settings, short), templates, name, form)


def _record(read: Reading, joined: Archive, key: Key) -> Record:
    return KINDS[key[0]].model.model_validate(read.tree(joined.entries[key]))
