"""The pages of YouTube that list a channel or a playlist, from whatever a person pastes.

In: a channel id, a handle, a playlist id, or the address of one of them. Out: a channel id, or addresses.
Never: asks YouTube whether they exist.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote

from acervo.records.models.fields import CHANNEL_PATTERN
from acervo.youtube.video_id import AddressError, excerpt, youtube_url

TABS = ("videos", "streams")

_SITE = "https://www.youtube.com/"
_CHANNEL = re.compile(CHANNEL_PATTERN)
_HANDLE = re.compile(r"@[\w.·-]{3,100}")
_NAME = re.compile(r"[\w.-]{1,100}")
_PLAYLIST = re.compile(r"(PL|UU|FL|OLAK5uy_)[A-Za-z0-9_-]{10,60}")
_HOW = "Escriba el identificador del canal (UC y 22 caracteres), su @nombre, o la dirección de un canal o lista."


@dataclass(frozen=True, slots=True)
class Place:
    """Where videos are listed. pages: addresses. feed: the id under which an Atom feed exists, "" when unknown."""

    pages: tuple[str, ...]
    feed: str = ""


def place(text: str) -> Place:
    """Return where the channel or playlist that text names lists its videos. Raises AddressError."""
    found = pages(text)
    last = unquote(found[0].removeprefix(_SITE))
    feed = last.removeprefix("playlist?list=").removeprefix("channel/").removesuffix(f"/{TABS[0]}")
    return Place(found, feed if _PLAYLIST.fullmatch(feed) or _CHANNEL.fullmatch(feed) else "")


def parse(text: str) -> str:
    """Return the channel id that text is or that its address holds. Raises AddressError."""
    text = text.strip()
    candidate = text
    if "/" in text:
        steps = [step for step in youtube_url(text).path.split("/") if step]
        candidate = steps[1] if len(steps) > 1 and steps[0] == "channel" else ""
    if not _CHANNEL.fullmatch(candidate):
        raise AddressError(
            f"«{excerpt(text)}» no es el identificador de un canal: empieza con UC y lo siguen 22 caracteres."
        )
    return candidate


def pages(text: str) -> tuple[str, ...]:
    """Return the addresses that together list the channel (recordings and streams) or the playlist.

    Raises AddressError.
    """
    text = text.strip()
    if _PLAYLIST.fullmatch(text):
        return (f"{_SITE}playlist?list={text}",)
    if _CHANNEL.fullmatch(text):
        return _tabs(f"channel/{text}")
    if _HANDLE.fullmatch(text):
        return _tabs(quote(text, safe="@"))
    if "/" not in text:
        raise AddressError(f"«{excerpt(text)}» no es un canal ni una lista de YouTube. {_HOW}")
    url = youtube_url(text)
    playlist = parse_qs(url.query).get("list", [""])[0]
    if _PLAYLIST.fullmatch(playlist):
        return (f"{_SITE}playlist?list={playlist}",)
    steps = [unquote(step) for step in url.path.split("/") if step]
    if steps and _HANDLE.fullmatch(steps[0]):
        return _tabs(quote(steps[0], safe="@"))
    if len(steps) > 1 and steps[0] == "channel" and _CHANNEL.fullmatch(steps[1]):
        return _tabs(f"channel/{steps[1]}")
    if len(steps) > 1 and steps[0] in ("c", "user") and _NAME.fullmatch(steps[1]):
        return _tabs(f"{steps[0]}/{quote(steps[1])}")
    raise AddressError(f"«{excerpt(text)}» no es un canal ni una lista de YouTube. {_HOW}")


def _tabs(path: str) -> tuple[str, ...]:
    return tuple(f"{_SITE}{path}/{tab}" for tab in TABS)
