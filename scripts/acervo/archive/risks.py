"""The recordings that could be lost, or that not everybody can follow.

In: the published conferences and what is kept of their videos. Out: their keys by reason, in reading order.
Never: counts a recording that is nowhere published.
"""

from collections.abc import Iterable, Mapping

from acervo.archive.holding import NOTHING, Holding
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.models.conference import Captions, RecordingState

REASONS = ("gone", "doubted", "single", "uncaptioned")
"""The video cannot be seen; was seen gone once; has no copy elsewhere; has no captions by a person."""


def risks(conferences: Iterable[Entry], holdings: Mapping[Key, Holding]) -> dict[str, tuple[Key, ...]]:
    """Return the conferences at risk by reason; one may stand under several."""
    found: dict[str, list[Key]] = {reason: [] for reason in REASONS}
    for entry in conferences:
        key = entry.key
        for reason in _reasons(entry, holdings.get(key, NOTHING)):
            found[reason].append(key)
    return {reason: tuple(keys) for reason, keys in found.items()}


def _reasons(entry: Entry, held: Holding) -> Iterable[str]:
    if entry.video:
        if held.gone:
            yield "gone"
        elif held.snapshot and held.snapshot.doubted:
            yield "doubted"
        if (
            entry.state != RecordingState.SCHEDULED
            and not entry.copies
            and not (held.snapshot and held.snapshot.copies)
        ):
            yield "single"
    if entry.state == RecordingState.PUBLISHED and entry.captions != Captions.REVIEWED and not held.captioned:
        yield "uncaptioned"
