"""The pictures and captions that the site offers beside each conference.

In: the archive. Out: addresses and the kept file that answers each.
Never: offers captions without permission, or opens a file.
"""

from collections.abc import Iterator

from acervo.archive import addresses, captions
from acervo.archive.archive import Archive
from acervo.archive.holding import CaptionFile, KeptFile, shown_captions


def offered(kept: KeptFile, content: bytes) -> bytes:
    """Return a kept file as the site offers it.

    People may have edited captions in ways that this program understands and browsers do not.
    """
    return captions.dumps(captions.loads(content.decode())).encode() if isinstance(kept, CaptionFile) else content


def media(archive: Archive) -> Iterator[tuple[str, KeptFile]]:
    """Yield address and file of all that is offered."""
    for key, held in archive.holdings.items():
        entry = archive.entries[key]
        if not entry.published:
            continue
        if held.picture:
            yield addresses.picture(key), held.picture
        for track in shown_captions(entry, held):
            yield addresses.captions(key, track.language), track
