"""What one can subscribe to: the feeds and the calendars, of the whole archive and of each series.

In: the page of channels. Out: a `ChannelsView`. Never: explains what a feed is (the editorial page does).
"""

from typing import NamedTuple

from acervo.archive import addresses
from acervo.site.page import Opened
from acervo.site.views.parts.reach import reach

_SCRIPT = "assets/javascripts/upcoming.js"


class Channel(NamedTuple):
    """What one can subscribe to, in each format, by relative and by whole address."""

    title: str
    page: str
    rss: str
    atom: str
    rss_address: str
    calendar: str
    calendar_address: str
    upcoming_address: str


class ChannelsView(NamedTuple):
    """The list of feeds and calendars, and what another portal needs to show what comes next."""

    channels: tuple[Channel, ...]
    name: str
    coming: str
    """Whole address of the page of what comes next."""
    script: str
    """Whole address of the script for other portals."""


def channels(opened: Opened) -> ChannelsView:
    """Make the view of the list of feeds."""
    way, settings = reach(opened.page.path, opened.cards), opened.settings

    def channel(title: str, folder: str) -> Channel:
        rss, atom, calendar = (folder + name for name in (addresses.FEED, addresses.ATOM, addresses.CALENDAR))
        return Channel(
            title,
            way.to(folder),
            way.to(rss),
            way.to(atom),
            settings.url + rss,
            way.to(calendar),
            settings.url + calendar,
            f"{settings.url}{folder}{addresses.UPCOMING}",
        )

    found = [channel("Todo el acervo", "")]
    found += [
        channel(opened.cards[key].title, opened.cards[key].path) for group in opened.page.groups for key in group.cards
    ]
    return ChannelsView(tuple(found), settings.name, settings.url + addresses.ALMANAC, settings.url + _SCRIPT)
