"""The id of a video, from whatever a person pastes.

In: an id of 11 characters, or an address of YouTube in any of its known shapes. Out: the id.
Never: asks YouTube whether the video exists.
"""

import re
from urllib.parse import SplitResult, parse_qs, urlsplit

from acervo.records.models.fields import VIDEO_PATTERN
from acervo.youtube import plain

HOSTS = frozenset(
    {"youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com", "gaming.youtube.com"}
    | {"youtube-nocookie.com", "www.youtube-nocookie.com", "youtu.be", "www.youtu.be"}
)
LAST_CHARACTERS = "AEIMQUYcgkosw048"
"""An id is a number of 64 bits in base 64: the eleventh character carries four bits, so only 16 are possible.
Holds for the 116 ids of YouTube that yt-dlp 2026.10.26 has in its own tests."""

_ID = re.compile(VIDEO_PATTERN)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LOOKS_LIKE_ADDRESS = re.compile(r"[a-z]+:|//|[\w-]+(\.[\w-]+)+(/|\Z)", re.IGNORECASE)
_LONGEST = 2_000
_BEFORE_ID = frozenset({"shorts", "live", "embed", "v", "e", "vi", "watch"})
_NOT_IDS = frozenset({"videoseries", "live_stream"})
_HOW = "Escriba la dirección del video (https://www.youtube.com/watch?v=…) o los 11 caracteres de su id."


class AddressError(ValueError):
    """Text that is not what was asked for; the message is a Spanish sentence."""


def parse(text: str) -> str:
    """Return the id of the video that text names. Raises AddressError."""
    text = text.strip()
    if _ID.fullmatch(text):
        return _possible(text, text)
    if text.startswith("@") or re.fullmatch(r"UC[\w-]{22}", text):
        raise AddressError(f"«{excerpt(text)}» es un canal, no un video. {_HOW}")
    if re.fullmatch(r"(PL|UU|FL|OLAK5uy_)[\w-]{10,}", text):
        raise AddressError(f"«{excerpt(text)}» es una lista de reproducción, no un video. {_HOW}")
    if not _LOOKS_LIKE_ADDRESS.match(text):
        raise AddressError(f"«{excerpt(text)}» no es un video de YouTube. {_HOW}")
    return _possible(_candidate(youtube_url(text), text), text)


def youtube_url(text: str) -> SplitResult:
    """Split an address of YouTube, written with or without its scheme. Raises AddressError for any other."""
    address = text if _SCHEME.match(text) and "://" in text else "https://" + text.lstrip("/")
    try:
        if len(address) > _LONGEST or re.search(r"[\s\x00-\x1f\\]", address):
            raise ValueError
        url = urlsplit(address)
        host, port = (url.hostname or "").rstrip("."), url.port
    except ValueError:
        raise AddressError(f"«{excerpt(text)}» no es una dirección válida. {_HOW}") from None
    if url.scheme not in ("http", "https"):
        raise AddressError(f"«{excerpt(text)}» no es una dirección de la web (http o https). {_HOW}")
    if host not in HOSTS or port not in (None, 80, 443) or "@" in url.netloc:
        raise AddressError(f"«{excerpt(text)}» no es una dirección de YouTube, sino de «{excerpt(url.netloc)}». {_HOW}")
    return url


def excerpt(text: str) -> str:
    """Return what can be quoted of a text that somebody typed."""
    return plain.line(text, 80)


def _candidate(url: SplitResult, text: str) -> str:
    query = parse_qs(url.query)
    steps = [re.split("[&?]", step)[0] for step in url.path.split("/") if step]
    head = steps[0] if steps else ""
    if (url.hostname or "").endswith("youtu.be"):
        return head
    if head in _BEFORE_ID and len(steps) > 1 and steps[1] not in _NOT_IDS:
        return steps[1]
    if head == "watch" and len(set(query.get("v", ()))) == 1:
        return query["v"][0]
    if head == "playlist" or "list" in query:
        raise AddressError(f"«{excerpt(text)}» es una lista de reproducción, no un video. {_HOW}")
    if head in ("channel", "c", "user") or head.startswith("@") or "live_stream" in steps:
        raise AddressError(f"«{excerpt(text)}» es un canal, no un video. {_HOW}")
    if head == "clip":
        raise AddressError(
            f"«{excerpt(text)}» es un fragmento compartido; abra el video completo y copie su dirección."
        )
    raise AddressError(f"«{excerpt(text)}» es una página de YouTube, pero no la de un video. {_HOW}")


def _possible(candidate: str, text: str) -> str:
    if not _ID.fullmatch(candidate):
        raise AddressError(
            f"«{excerpt(text)}» no lleva un identificador de video completo: son 11 letras sin acento, "
            f"cifras, guiones o guiones bajos. {_HOW}"
        )
    if candidate[-1] not in LAST_CHARACTERS:
        raise AddressError(
            f"«{excerpt(candidate)}» tiene 11 caracteres, pero no puede ser el identificador de un video: "
            f"ninguno termina en «{candidate[-1]}». {_HOW}"
        )
    return candidate
