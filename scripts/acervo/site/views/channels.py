"""The feeds to subscribe to: the whole archive's and each series'.

In: the page of channels. Out: a `ChannelsView`. Never: explains what a feed is (the editorial page does).
"""

from dataclasses import dataclass
from typing import NamedTuple

from acervo.archive import addresses
from acervo.site.page import Opened
from acervo.site.views.reach import reach


class Channel(NamedTuple):
    """What one can subscribe to, in both formats, by relative and by whole address."""

    title: str
    page: str
    rss: str
    atom: str
    rss_address: str


@dataclass(frozen=True, slots=True)
class ChannelsView:
    """The list of feeds."""

    channels: tuple[Channel, ...]


def channels(opened: Opened) -> ChannelsView:
    """Make the view of the list of feeds."""
    way, url = reach(opened.page.path, opened.cards), opened.settings.url

    def channel(title: str, folder: str) -> Channel:
        rss, atom = folder + addresses.FEED, folder + addresses.ATOM
        return Channel(title, way.to(folder), way.to(rss), way.to(atom), url + rss)

    found = [channel("Todo el acervo", "")]
    found += [
        channel(opened.cards[key].title, opened.cards[key].path) for group in opened.page.groups for key in group.cards
    ]
    return ChannelsView(tuple(found))
