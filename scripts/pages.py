"""A folder served as GitHub Pages serves it: under a prefix, compressed, with its own 404 page.

In: a folder and a prefix. Out: an address on this machine, while the `with` block lasts.
Never: serves outside the folder, follows a link out of it, or answers another machine.
Source of the behaviour: GitHub Pages as measured in public (slash added to folders, `page` for `page.html`,
404.html with status 404, ten minutes of cache, gzip for text, and a part of any other file for a range of its bytes).
"""

import gzip
import mimetypes
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

TYPES = {
    ".atom": "application/atom+xml",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".rss": "application/rss+xml",
    ".vtt": "text/vtt; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".xml": "application/xml",
}
COMPRESSED = (
    "text/",
    "application/javascript",
    "application/json",
    "application/xml",
    "image/svg+xml",
    "application/wasm",
)


NOTHING_MORE: Mapping[str, str] = MappingProxyType({})
_RANGE = re.compile(r"bytes=([0-9]{1,15})-([0-9]{1,15})?")


class Answer(BaseHTTPRequestHandler):
    """One request answered from a folder."""

    timeout = 10

    def __init__(self, folder: Path, prefix: str, *rest: object) -> None:
        """Keep what to serve and where; the base class then answers at once."""
        self.folder, self.prefix = folder, prefix
        super().__init__(*rest)  # type: ignore[arg-type]  # socketserver's own three arguments

    def do_GET(self) -> None:
        """Answer with a file, a redirect to the folder's slash, or the 404 page."""
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        if path + "/" == self.prefix:
            return self._redirect(self.prefix, parts.query)
        if not path.startswith(self.prefix):
            return self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"")
        asked = self._inside(path.removeprefix(self.prefix))
        if asked and asked.is_dir():
            if not path.endswith("/"):
                return self._redirect(parts.path + "/", parts.query)
            asked = self._inside(path.removeprefix(self.prefix) + "index.html")
        elif asked and not asked.exists() and not path.endswith("/"):
            asked = asked.with_name(asked.name + ".html")
        if asked and asked.is_file():
            return self._file(HTTPStatus.OK, asked)
        lost = self.folder / "404.html"
        if lost.is_file():
            return self._file(HTTPStatus.NOT_FOUND, lost)
        return self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"404")

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: whoever serves also looks."""

    def _inside(self, relative: str) -> Path | None:
        """Return the path asked for, or None when it leaves the folder or no disk could hold it."""
        if "\0" in relative:
            return None
        try:
            path = (self.folder / relative.lstrip("/")).resolve()
            path.exists()  # a name too long for the disk raises here
        except (OSError, RuntimeError):
            return None
        return path if path.is_relative_to(self.folder) else None

    def _redirect(self, path: str, query: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", "/" + path.lstrip("/") + (f"?{query}" if query else ""))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _file(self, status: HTTPStatus, path: Path) -> None:
        guessed = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        kind = TYPES.get(path.suffix, f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed)
        body = path.read_bytes()
        part = _RANGE.fullmatch(self.headers.get("Range", ""))
        if part and status is HTTPStatus.OK and not kind.startswith(COMPRESSED) and int(part[1]) < len(body):
            first, last = int(part[1]), min(int(part[2] or len(body)), len(body) - 1)
            place = {"Content-Range": f"bytes {first}-{last}/{len(body)}"}
            return self._send(HTTPStatus.PARTIAL_CONTENT, kind, body[first : last + 1], place)
        return self._send(status, kind, body)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, more: Mapping[str, str] = NOTHING_MORE) -> None:
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name, value)
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """A server that does not complain when the browser hangs up."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a closed connection: tests look at what arrived."""


@contextmanager
def served(folder: Path, prefix: str = "/archivo/", answer: type[Answer] = Answer) -> Iterator[str]:
    """Serve `folder` under `prefix` (it begins and ends with a slash); give the address of its home."""
    if not (prefix.startswith("/") and prefix.endswith("/")):
        raise ValueError("prefix must begin and end with a slash")
    server = Server(("127.0.0.1", 0), partial(answer, folder.resolve(strict=True), prefix))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
