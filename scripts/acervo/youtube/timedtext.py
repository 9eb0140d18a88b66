"""The caption tracks of a video on YouTube: which there are, which is worth keeping, and what it says.

In: yt-dlp's dictionary, and the body of a track in the format json3 (neither is trusted). Out: links, and cues.
Never: takes a machine's translation, guesses what it cannot read, or loses or repeats a word.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qs, urlsplit

from acervo.archive.captions import canonical
from acervo.archive.cues import LAST_MOMENT, LONGEST_TEXT, Cue, clean
from acervo.youtube import plain

LONGEST_CUE = 10 * 60 * 1000
SHORTEST_CUE = 3_000
"""Milliseconds, for the last cue when the answer does not say how long it lasts."""

_MOST_ROWS = 10
"""On a screen; YouTube shows two."""
_PREFERRED = (("manual", "es"), ("auto", "es"), ("manual", "en"))
_HOST = re.compile(r"([\w-]+\.)*youtube\.com")


class TimedTextError(ValueError):
    """A body that is no track; the message is a Spanish sentence."""


class EmptyBody(TimedTextError):
    """An answer without a byte: YouTube does not give the track now, which says nothing of whether it exists."""


class Link(NamedTuple):
    """Where a track can be had, for some hours and from this computer only."""

    kind: Literal["auto", "manual"]
    lang: str
    """The language as YouTube writes it."""
    url: str


def tracks(info: Mapping[str, Any]) -> tuple[Link, ...]:
    """Return the real tracks by kind and language, else in YouTube's order: no translations, only those in json3."""
    return tuple(sorted(dict.fromkeys(_links(info)), key=lambda link: (link.kind, link.lang)))


def choose(links: Iterable[Link], region: str = "MX") -> Link | None:
    """Return the track to keep: Spanish by people (of the region first), by machine, or English by people."""
    wanted = [f"es-{region}".lower(), "es", "es-419"]

    def rank(link: Link) -> tuple[int, int]:
        tag = link.lang.lower()
        place = _PREFERRED.index((link.kind, tag.split("-")[0]))
        return place, wanted.index(tag) if tag in wanted else len(wanted)

    fit = [link for link in links if (link.kind, link.lang.lower().split("-")[0]) in _PREFERRED]
    return min(fit, key=rank, default=None)


def from_json3(body: bytes) -> tuple[Cue, ...]:
    """Return what a track says: every word once, no cue over the next one. Raises TimedTextError.

    Events without words open windows or break lines. A machine's lines stay on the screen while the next is said,
    so each is cut where the next begins; those that begin together become one.
    """
    if not body.strip():
        raise EmptyBody("YouTube respondió sin contenido; suele pasar y no significa que falten los subtítulos.")
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise TimedTextError("Los subtítulos no son JSON completo.") from None
    events = answer.get("events", []) if isinstance(answer, dict) else None
    if not isinstance(events, list):
        raise TimedTextError("Los subtítulos no tienen la forma de json3: falta la lista «events».")
    found: list[Cue] = []
    for cue in sorted(_said(events), key=lambda cue: cue.start):
        if found and found[-1].start == cue.start:
            last = found.pop()
            cue = Cue(cue.start, max(last.end, cue.end), plain.line(f"{last.text} {cue.text}", LONGEST_TEXT))
        found.append(cue)
    cut = [cue._replace(end=min(cue.end, following.start)) for cue, following in pairwise(found)]
    return (*cut, *found[-1:])


def unroll(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Return a rolling track without what it repeats: of each cue, the rows that the one before did not show.

    Text of several rows, spaces included: a blank first row tells that nothing was carried over. A cue that only
    repeats, but not at once, is somebody saying the same again.
    """
    found: list[Cue] = []
    shown: list[str] = []
    shown_until = 0
    for start, end, text in cues:
        rows = [" ".join(row.split()) for row in text.split("\n")]
        full = [row for row in rows if row]
        if not full:
            continue
        carried = 0 if not rows[0] else _overlap(shown, full)
        if carried == len(full) and start > shown_until:
            carried = 0
        shown, shown_until = full, end
        if full[carried:]:
            found.append(Cue(start, end, "\n".join(full[carried:])))
    return tuple(found)


def _links(info: Mapping[str, Any]) -> Iterator[Link]:
    """Yield the tracks in json3. yt-dlp's keys are no languages; the address of each names its language and kind."""
    for box in ("subtitles", "automatic_captions"):
        found = info.get(box)
        for key, formats in found.items() if isinstance(found, Mapping) else ():
            if box == "automatic_captions" and str(key).endswith("-orig"):
                continue
            link = _link(formats)
            if link:
                yield link


def _link(formats: object) -> Link | None:
    listed = [one for one in formats if isinstance(one, Mapping)] if isinstance(formats, list) else []
    url = next((one.get("url") for one in listed if one.get("ext") == "json3"), None)
    if not isinstance(url, str):
        return None
    try:
        parts = urlsplit(url)
        query = parse_qs(parts.query)
        lang = query.get("lang", [""])[0]
        canonical(lang)
    except ValueError:
        return None
    if parts.scheme != "https" or not _HOST.fullmatch(parts.hostname or "") or "tlang" in query:
        return None
    return Link("auto" if query.get("kind") == ["asr"] else "manual", lang, url)


def _said(events: list[Any]) -> Iterator[Cue]:
    for number, event in enumerate(events, 1):
        segments = event.get("segs", []) if isinstance(event, dict) else None
        if not isinstance(segments, list):
            raise TimedTextError(f"Los subtítulos no tienen la forma de json3: no se entiende el evento {number}.")
        words: list[Any] = [segment.get("utf8", "") if isinstance(segment, dict) else None for segment in segments]
        if not all(isinstance(word, str) for word in words):
            raise TimedTextError(f"Los subtítulos no tienen la forma de json3: el evento {number} no trae texto.")
        text = clean(plain.line(html.unescape("".join(words)), LONGEST_TEXT))
        if text:
            yield _cue(event, number, text)


def _cue(event: dict[str, Any], number: int, text: str) -> Cue:
    """Read the times of an event; as in all JSON made from protocol buffers, an absent number is zero."""
    start, lasts = event.get("tStartMs", 0), event.get("dDurationMs", 0)
    # A bool is an int for Python, and no time.
    if type(start) is not int or type(lasts) is not int or not 0 <= start < LAST_MOMENT:
        raise TimedTextError(
            f"Los subtítulos no tienen la forma de json3: el tiempo del evento {number} no es posible."
        )
    lasts = min(lasts, LONGEST_CUE) if lasts > 0 else SHORTEST_CUE
    return Cue(start, min(start + lasts, LAST_MOMENT), text)


def _overlap(shown: list[str], rows: list[str]) -> int:
    """Return how many of the last rows shown are the first ones of the next cue."""
    most = min(len(shown), len(rows), _MOST_ROWS)
    return max(count for count in range(most + 1) if count == 0 or shown[-count:] == rows[:count])
