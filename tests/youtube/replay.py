"""The real extractor over written answers: no socket, no clock, no global state.

Tests look at the log: yt-dlp turns a missing answer into retries and warnings, never into a loud failure.
"""

import io
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from yt_dlp.networking.common import Request, RequestHandler, Response
from yt_dlp.networking.exceptions import HTTPError, TransportError

from acervo.youtube.extractor import Extractor

Key = dict[str, str]
Reply = tuple[int, dict[str, str], bytes] | Exception
Answerer = Callable[[Key], Reply | None]
Log = list[tuple[Key, int | None]]

USUAL_HOST = "www.youtube.com"
"""The key of a request tells its host only when it is another."""
IDENTIFYING = ("v", "lang", "kind", "url", "channel_id", "playlist_id", "vid")
"""What in a query tells one answer from another."""


def request_key(request: Request) -> Key:
    """Reduce a request to what identifies its answer."""
    url = urlsplit(request.url)
    query = dict(parse_qsl(url.query))
    key = {"path": url.path} | {name: query[name] for name in IDENTIFYING if name in query}
    if url.hostname != USUAL_HOST:
        key["host"] = url.hostname or ""
    if "/youtubei/" in url.path and isinstance(request.data, bytes):
        body = json.loads(request.data)
        key["client"] = body["context"]["client"]["clientName"]
        key |= {name: body[name] for name in ("videoId", "browseId", "continuation", "url") if name in body}
    return key


def offline(answer: Answerer, **options: Any) -> tuple[Extractor, Log]:
    """Return the real extractor, its only transport being `answer`, and the log of (request, status).

    As with a real transport, a redirection with a `location` is followed, and logged.
    """
    log: Log = []

    # yt-dlp wants the name of the class to end in RH; it ships no types.
    class ReplayRH(RequestHandler):  # type: ignore[misc]
        _SUPPORTED_URL_SCHEMES = ("http", "https")
        _SUPPORTED_PROXY_SCHEMES = None  # None accepts anything
        _SUPPORTED_FEATURES = None

        def _check_extensions(self, extensions: dict[str, Any]) -> None:
            super()._check_extensions(extensions)
            extensions.clear()

        def _send(self, request: Request) -> Response:
            key = request_key(request)
            reply = answer(key)
            if reply is None:
                reply = TransportError(f"no answer for {key}", handler=self)
            if isinstance(reply, Exception):
                log.append((key, None))
                raise reply
            status, headers, body = reply
            log.append((key, status))
            if 300 <= status < 400 and "location" in headers:
                return self._send(Request(headers["location"]))
            response = Response(io.BytesIO(body), request.url, headers, status)
            if not 200 <= status < 300:
                raise HTTPError(response)
            return response

    extractor = Extractor(**{"pause": 0, "retries": 0, **options})
    # Private, but the public way (registering a handler) is global and cannot be undone.
    extractor.ydl.__dict__["_request_director"] = extractor.ydl.build_request_director([ReplayRH])
    return extractor, log
