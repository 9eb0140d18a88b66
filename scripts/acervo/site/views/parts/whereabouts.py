"""Where a place leads: the page of its state.

In: a place of a published record. Out: a link. Never: leads to a state of which nothing is documented.
"""

from acervo.archive import addresses
from acervo.records.models.parts import Place
from acervo.site import wording
from acervo.site.views.parts.reach import Reach


def whereabouts(place: Place | None, reach: Reach) -> str:
    """Return the link to the page of a place's state, or ""; the record that has the place is on that page."""
    if place is None or place.state not in wording.STATES:
        return ""
    return reach.to(addresses.territory(wording.state_name(place.state)))
