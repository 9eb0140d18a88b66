"""The conversation with YouTube: the only module that knows yt-dlp.

In: the id of a video, or the addresses that list a channel. Out: an `Answer`, or a `Listing`.
Never: downloads media, sends cookies, insists after a refusal, or lets an exception of yt-dlp escape.
"""

import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from urllib.parse import urlsplit

from acervo.archive.snapshot import Status
from acervo.records.models.fields import VIDEO_PATTERN
from acervo.youtube import answer, plain
from acervo.youtube.answer import Answer, Silence

PAUSE = 1.5
"""Seconds between requests; fewer is impolite, and is soon answered with a block."""
MOST_ENTRIES = 20_000
LONGEST_BODY = 10_000_000
"""Bytes of one address; the captions of an hour take about 500,000."""

_VIDEO = re.compile(VIDEO_PATTERN)
_ELSEWHERE = "la dirección llevó a otro sitio"


@dataclass(frozen=True, slots=True)
class Entry:
    """A video in a list: its id and its title (plain text, perhaps empty)."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What a channel lists. state: OK, or why the list is empty or cut."""

    state: Status | Silence
    entries: tuple[Entry, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What one address answered. code: the status of HTTP, 0 when nobody answered, and then `reason` says why."""

    code: int
    body: bytes = b""
    reason: str = ""


class Source(Protocol):
    """Whoever can be asked about videos, channels and single addresses."""

    def video(self, video_id: str) -> Answer:
        """Ask about one video."""

    def listing(self, pages: Iterable[str]) -> Listing:
        """Ask for the videos that pages list."""

    def get(self, url: str) -> Reply:
        """Ask for what stands at one address."""


class _Warnings:
    """A logger of yt-dlp that keeps the warnings: there, and only there, stand the codes of HTTP."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def debug(self, text: str) -> None:
        """Ignore: chatter."""

    def info(self, text: str) -> None:
        """Ignore: chatter."""

    def warning(self, text: str) -> None:
        """Keep."""
        self.texts.append(text)

    def error(self, text: str) -> None:
        """Ignore: the same text is raised."""


def options(pause: float = PAUSE, retries: int = 2) -> dict[str, Any]:
    """Return what yt-dlp is told (each reason was measured with yt-dlp 2026.10.26).

    No `lang`: English keeps original titles and finds the licence. No JavaScript runtime: it only helps with
    formats, and makes six requests of two. No formats is no error: metadata is what is wanted.
    """
    return {
        "quiet": True,
        "color": "never",
        "ignoreconfig": True,
        "cachedir": False,
        "noplaylist": True,
        "skip_download": True,
        "ignore_no_formats_error": True,
        "js_runtimes": {},
        "socket_timeout": 20,
        "extractor_retries": retries,
        "sleep_interval_requests": pause,
        "retry_sleep_functions": {"extractor": lambda n: min(60, 5 * 2**n)},
        "extractor_args": {
            "youtube": {"player_skip": ["js", "configs"], "skip": ["hls", "dash", "translated_subs"]},
            "youtubetab": {"skip": ["webpage"]},
        },
    }


class Extractor:
    """One guest of YouTube: a single `YoutubeDL`, so that a run is one visitor asking one thing at a time."""

    def __init__(self, pause: float = PAUSE, retries: int = 2) -> None:
        """Prepare yt-dlp, without a request. pause: seconds between requests. retries: of failed ones."""
        import yt_dlp
        from yt_dlp.utils import DownloadError, ExtractorError, GeoRestrictedError

        self._warnings = _Warnings()
        self._sleep = partial(time.sleep, pause)
        self._refusals: tuple[type[Exception], ...] = (DownloadError, ExtractorError)
        self._geo_restricted: type[Exception] = GeoRestrictedError
        self.ydl: Any = yt_dlp.YoutubeDL({**options(pause, retries), "logger": self._warnings})

    def video(self, video_id: str) -> Answer:
        """Ask about one video. Every outcome is an Answer."""
        self._warnings.texts.clear()
        try:
            # Without process=False a private video comes back as a good one titled "youtube video #<id>".
            info = self.ydl.extract_info(
                f"https://www.youtube.com/watch?v={video_id}", ie_key="Youtube", download=False, process=False
            )
        except Exception as error:  # yt-dlp wraps its own errors only; a changed page can raise anything
            return self._failure(error)
        return answer.of_info(video_id, info, self._warnings.texts)

    def listing(self, pages: Iterable[str]) -> Listing:
        """Ask for the videos that pages list, each once, in their order; a channel may lack a tab."""
        found: dict[str, Entry] = {}
        for page in pages:
            self._warnings.texts.clear()
            try:
                info = self.ydl.extract_info(page, ie_key="YoutubeTab", download=False, process=False)
                self._collect(info, found)
            except Exception as error:  # as in `video`; here the next page of a list can fail too
                if "This channel does not have a" in str(error):
                    continue
                refusal = self._failure(error)
                absent = "HTTP Error 404" in str(error)  # the way of telling that there is no such @name
                return Listing(Status.REMOVED if absent else refusal.state, tuple(found.values()), refusal.reason)
            told = answer.of_failure(" ".join(self._warnings.texts), ())
            if told.state in (Silence.BLOCKED, Silence.NETWORK):
                return Listing(told.state, tuple(found.values()), told.reason)
        return Listing(Status.OK, tuple(found.values()))

    def get(self, url: str) -> Reply:
        """Ask for one address (a caption track, a thumbnail, oEmbed…), after the pause that every request has.

        Every outcome is a Reply. Code 0, as if nobody had answered: an address without https (not asked), an
        answer of another site than the one asked, more than LONGEST_BODY bytes, and whatever breaks on the way.
        """
        if not url.startswith("https://"):
            return Reply(0, reason="la dirección no empieza con https://")
        self._sleep()
        try:
            return self._reply(url)
        except Exception as error:  # yt-dlp promises its own errors only; a body can break in any way
            return Reply(0, reason=plain.line(str(error) or type(error).__name__, 300))

    def _reply(self, url: str) -> Reply:
        from yt_dlp.networking.exceptions import HTTPError

        try:
            with self.ydl.urlopen(url) as response:
                if _site(response.url) != _site(url):
                    return Reply(0, reason=_ELSEWHERE)
                body = response.read(LONGEST_BODY + 1)
                code = int(response.status)
        except HTTPError as error:
            error.close()
            # Google's page for robots stands on another site, and answers 429.
            if error.status != 429 and _site(error.response.url) != _site(url):
                return Reply(0, reason=_ELSEWHERE)
            return Reply(int(error.status), reason=plain.line(str(error), 300))
        return Reply(code, body) if len(body) <= LONGEST_BODY else Reply(0, reason="la respuesta es demasiado larga")

    def _collect(self, info: Mapping[str, Any] | None, found: dict[str, Entry]) -> None:
        if not info or info.get("entries") is None:
            raise ValueError("la página no es una lista")
        for entry in info["entries"]:
            video_id = str(entry.get("id")) if entry else ""
            if _VIDEO.fullmatch(video_id) and entry.get("ie_key") == "Youtube" and video_id not in found:
                found[video_id] = Entry(video_id, plain.line(entry.get("title"), 300))
            if len(found) >= MOST_ENTRIES:
                return

    def _failure(self, error: Exception) -> Answer:
        if not isinstance(error, self._refusals):
            return answer.of_surprise(error)
        cause = (getattr(error, "exc_info", None) or (None, error))[1]
        return answer.of_failure(
            str(error), self._warnings.texts, geo_restricted=isinstance(cause, self._geo_restricted)
        )


def _site(url: str) -> tuple[str, str]:
    """Return what the addresses of one site share: the scheme, and the last two parts of the host."""
    parts = urlsplit(url)
    return parts.scheme, ".".join((parts.hostname or "").split(".")[-2:])
