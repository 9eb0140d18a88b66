"""Feeds to subscribe to: RSS 2.0 and Atom, for the whole archive and for each series.

In: the archive, and what the site is called. Out: the feeds there are (`plan`), the bytes of each (`render`).
Never: reads the clock. Every date comes from the records, so the same records give the same bytes.
Sources: RFC 4287 (Atom); RSS 2.0 and its Advisory Board's profile (descriptions are HTML, titles plain text).
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta, timezone
from heapq import nlargest
from html import escape
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.archive.card import Card
from acervo.outputs.publication import Publication
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.models import dates
from acervo.records.models.parts import NO_PART, Role

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry

LONGEST = 50
"""How many records a feed shows."""
KINDS = ("conferences", "documents")
LANGUAGE = "es-mx"
MEDIA_TYPE = {"rss": "application/rss+xml", "atom": "application/atom+xml"}
AUTHORS = frozenset({Role.SPEAKER, Role.PANELIST, Role.AUTHOR})
NEVER = "1970-01-01"
"""The day of a feed in an archive where nothing was ever revised: Atom wants one."""

_NOON = time(12, tzinfo=timezone(timedelta(hours=-6)))  # Mexico City, the same all year since 2022-10-30


class Feed(NamedTuple):
    """A feed to be written."""

    path: str
    format: Literal["rss", "atom"]
    title: str
    description: str
    link: str
    """Path of the page that shows the same to readers."""
    related: str
    """Path of the same feed in the other format."""
    updated: str
    """ISO day on which the newest change was made."""
    keys: tuple[Key, ...]
    """The records shown, newest change first."""


def plan(archive: Archive, site: Publication) -> list[Feed]:
    """Return every feed: two for the whole archive and two for each series."""
    cards = archive.cards
    everything = list(chain.from_iterable(archive.order[kind] for kind in KINDS))
    newest = max((archive.entries[key].updated for key in everything), default=NEVER)
    about = site.description or f"Lo más nuevo en {site.name}."
    feeds = _pair("", site.name, about, _latest(everything, archive.entries), cards, newest)
    for series in archive.order["series"]:
        card = cards[series]
        title = f"{card.title} · {site.name}"
        description = card.summary or f"Conferencias del ciclo «{card.title}»."
        keys = _latest(archive.named_by(series, "conferences"), archive.entries)
        feeds += _pair(card.path, title, description, keys, cards, card.updated)
    return feeds


def render(feed: Feed, site: Publication, cards: Mapping[Key, Card]) -> bytes:
    """Return the feed as XML; `cards` holds those of its keys."""
    from feedgen.feed import FeedGenerator  # costs 50 to 100 ms: only a build that writes a feed pays for it

    generator = FeedGenerator()
    generator.id(identifier(feed.path))
    generator.title(feed.title)
    generator.description(_plain(feed, feed.description))
    generator.language(LANGUAGE)
    generator.generator("acervo")
    generator.docs("https://www.rssboard.org/rss-specification")
    generator.author({"name": site.name})
    generator.updated(_noon(feed.updated))
    other = MEDIA_TYPE["atom" if feed.format == "rss" else "rss"]
    generator.link(href=site.url + feed.path, rel="self", type=MEDIA_TYPE[feed.format])
    generator.link(href=site.url + feed.related, rel="related", type=other)
    # The last link becomes the channel's in RSS.
    generator.link(href=site.url + feed.link, rel="alternate", type="text/html")
    generator.load_extension("dc", atom=False, rss=True)
    for key in feed.keys:
        _fill(generator.add_entry(order="append"), feed, site, cards[key])
    xml: bytes = generator.rss_str(pretty=True) if feed.format == "rss" else generator.atom_str(pretty=True)
    return xml


def _pair(
    folder: str, title: str, description: str, keys: tuple[Key, ...], cards: Mapping[Key, Card], fallback: str
) -> list[Feed]:
    rss, atom = f"{folder}{addresses.FEED}", f"{folder}{addresses.ATOM}"
    updated = cards[keys[0]].updated if keys else fallback
    return [
        Feed(rss, "rss", title, description, folder, atom, updated, keys),
        Feed(atom, "atom", title, description, folder, rss, updated, keys),
    ]


def _latest(keys: Iterable[Key], entries: Mapping[Key, Entry]) -> tuple[Key, ...]:
    """Return the records last changed: by change, then by their own date, newest first, then by key."""

    def moment(key: Key) -> tuple[str, str]:
        entry = entries[key]
        return entry.updated, _first_day(entry.date)

    return tuple(nlargest(LONGEST, sorted(keys), key=moment))


def _first_day(text: str) -> str:
    return text if len(text) in (0, 10) else dates.parse(text).start.first


def _fill(entry: "FeedEntry", feed: Feed, site: Publication, card: Card) -> None:
    updated = _noon(card.updated)
    entry.id(identifier(card.path))
    entry.title(card.title)
    entry.link(href=site.url + card.path, rel="alternate", type="text/html")
    if card.summary:
        entry.description(_plain(feed, card.summary), isSummary=True)
    entry.updated(updated)
    entry.published(min(updated, _noon(happened)) if (happened := _complete_day(card.date)) else updated)
    entry.category(term=card.label)
    for name, path, wrote in _people(card):
        person = {"name": name, "uri": site.url + path}
        if wrote:
            entry.author(person)
            entry.dc.dc_creator(name)
        else:
            entry.contributor(person)
            entry.dc.dc_contributor(name)


def _people(card: Card) -> Iterable[tuple[str, str, bool]]:
    """Yield those who took part, each once: name, path, and whether as an author."""
    wrote = dict.fromkeys((who.id, who.name) for who in card.people if who.role in AUTHORS)
    took_part = dict.fromkeys((who.id, who.name) for who in card.people if who.role not in NO_PART)
    for id_, name in wrote | took_part:
        yield name, addresses.record(("speakers", id_)), (id_, name) in wrote


def _plain(feed: Feed, text: str) -> str:
    """Return plain text as the format wants it: RSS descriptions are HTML, Atom's texts are not."""
    return escape(text, quote=False) if feed.format == "rss" else text


def _complete_day(text: str) -> str:
    """Return the ISO day on which something began, or "" unless it is known to the day and without doubt."""
    parsed = dates.parse(text) if text else None
    return parsed.start.first if parsed and parsed.complete else ""


def _noon(day: str) -> datetime:
    """Return noon of an ISO day in Mexico City: records know days, feeds want instants."""
    return datetime.combine(date.fromisoformat(day), _NOON)


def identifier(path: str) -> str:
    """Return an identifier that stays the same when the site moves to another host."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, 'acervo-naranja:' + path)}"
