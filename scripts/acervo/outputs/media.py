"""The pictures, captions and transcripts that the site offers beside each conference.

In: the archive, and where the site lives. Out: `Offer`s: an address, the kept file that answers it, how it is made.
Never: offers captions without permission, opens a file, or changes a word.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from acervo.archive import addresses, captions
from acervo.archive.archive import Archive
from acervo.archive.captions import Track
from acervo.archive.cues import stamp
from acervo.archive.holding import KeptFile, shown_captions
from acervo.archive.transcript import transcript
from acervo.outputs.publication import Publication
from acervo.records.catalogue.entry import Entry
from acervo.records.models import moments

WATCH = "https://www.youtube.com/watch?v="
_UNCHECKED = "Transcripción automática, sin revisar: puede tener errores."


class Offer(NamedTuple):
    """A file to download."""

    path: str
    kept: KeptFile
    make: Callable[[bytes], bytes]
    """Turns what is kept into what is offered."""
    told: str
    """All that it says besides what is kept, the site's settings aside."""


def media(archive: Archive, site: Publication) -> Iterator[Offer]:
    """Yield all that is offered."""
    for key, held in archive.holdings.items():
        entry = archive.entries[key]
        if not entry.published:
            continue
        if held.picture:
            yield Offer(addresses.picture(key), held.picture, bytes, "")
        for track in shown_captions(entry, held):
            language = track.language
            yield Offer(addresses.captions(key, language), track, _vtt, "")
            yield Offer(addresses.srt(key, language), track, _srt, "")
            head = heading(entry, site)
            yield Offer(addresses.plain(key, language), track, partial(_plain, head), head)


def srt(track: Track) -> str:
    """Write captions as SubRip does: a number, times with a comma, rows of text.

    The format has no way to escape: an arrow of the text, which would begin a cue, becomes the sign `→`.
    """
    return "".join(
        f"{number}\n{_comma(start)} --> {_comma(end)}\n{text.replace('-->', '→')}\n\n"
        for number, (start, end, text) in enumerate(track.cues, 1)
    )


def plain(text: str, head: str) -> str:
    """Write a file of captions as paragraphs, each with its moment, under what must be known to quote them.

    Raises CaptionError.
    """
    said = transcript("", text)
    about = [
        f"Idioma: {said.language}",
        f"Origen de los subtítulos: {said.origin.label}",
        f"Estado de los subtítulos: {said.state.label}",
        *([f"Crédito: {said.credit}"] if said.credit else []),
        *([_UNCHECKED] if said.by_machine else []),
    ]
    rows = (
        f"[{moments.text(start)}] {f'{speaker}: ' if speaker else ''}{words}"
        for start, _, speaker, words, _ in said.paragraphs
    )
    return "\n\n".join([head, "\n".join(about), *rows]) + "\n"


def heading(entry: Entry, site: Publication) -> str:
    """Name a conference, the page that stays, and the video that the words come from."""
    return f"{entry.title}\n{site.name}: {site.url}{addresses.record(entry.key)}\nVideo: {WATCH}{entry.video}"


def _vtt(content: bytes) -> bytes:
    """Return captions as browsers take them: people may have edited them in ways that only this program reads."""
    return captions.dumps(captions.loads(content.decode())).encode()


def _srt(content: bytes) -> bytes:
    return srt(captions.loads(content.decode())).encode()


def _plain(head: str, content: bytes) -> bytes:
    return plain(content.decode(), head).encode()


def _comma(moment: int) -> str:
    return stamp(moment).replace(".", ",")
