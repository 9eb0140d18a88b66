"""Serve the site here and make it anew whenever something changes.

In: a project. Out: a local server with live reload, until Ctrl-C. Never: serves anything but the finished site.

The server is MkDocs' own, which adds its reload script to the pages as it sends them, never to the files.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from acervo import console
from acervo.errors import Failure
from acervo.publishing import theme
from acervo.publishing.build import build
from acervo.publishing.theme import Project

_RANGE = re.compile(r"bytes=([0-9]{1,15})-([0-9]{1,15})?")
_MEDIA = ("video/", "audio/")


def serve(project: Project, host: str, port: int) -> None:
    """Build, serve, and rebuild on every change to records, pages, templates or settings."""

    def rebuild(*_: object) -> None:
        try:
            outcome = build(project)
        except Failure as failure:
            console.complain(str(failure))
            return
        console.show_problems(outcome.problems, "text", None)
        if outcome.published:
            console.show_outcome(outcome, project.site)
        else:
            console.complain("Se sigue mostrando el sitio anterior hasta que se corrijan los errores.")

    rebuild()
    if not (project.site / "index.html").is_file():
        raise Failure("Todavía no hay un sitio que mostrar: corrija los errores y vuelva a intentarlo.")
    path = urlsplit(theme.Rendering(project).result().settings.url).path
    server = LiveReloadServer(rebuild, host, port, str(project.site), mount_path=path)
    permit_reload(server)
    permit_seeking(server)
    server.error_handler = lambda code: _error_page(project.site, code)
    for place in (project.data, project.content, project.overrides, project.config):
        server.watch(str(place))
    announce(server, host, path)
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs types it only in part
    except KeyboardInterrupt:
        console.say("Hasta luego.")
    finally:
        server.shutdown()


def announce(server: Any, host: str, path: str) -> None:
    """Say where the site is once the server takes connections there, not before; port 0 is whichever is free."""
    activate = server.server_activate

    def activated() -> None:
        activate()
        address = f"http://{host}:{server.server_port}{path}"
        console.say(f"\nAbra {address} — se actualiza solo con cada cambio; Ctrl-C para terminar.")

    server.server_activate = activated


def permit_reload(server: Any) -> None:
    """Let the server's own reload script run: the pages' policy allows no inline script but one of this hash."""
    inject = server._inject_js_into_html

    def injected(content: bytes, epoch: float) -> bytes:
        page: bytes = inject(content, epoch)
        start = page.rindex(b"<script>") + len(b"<script>")
        script = page[start : page.index(b"</script>", start)]
        token = b"'sha256-" + b64encode(sha256(script).digest()) + b"'"
        return page.replace(b"script-src 'self'", b"script-src 'self' " + token, 1)

    server._inject_js_into_html = injected


def permit_seeking(server: Any) -> None:
    """Let players move in a recording: they ask for a range of its bytes, of which MkDocs' server knows nothing."""
    serve_whole = server.serve_request

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        told: list[tuple[str, list[tuple[str, str]]]] = []
        body: Iterable[bytes] = serve_whole(environ, lambda *words: told.append(words))
        status, headers = told[0]
        asked = _RANGE.fullmatch(environ.get("HTTP_RANGE", ""))
        if not asked or not status.startswith("200") or not dict(headers)["Content-Type"].startswith(_MEDIA):
            start_response(status, headers)
            return body
        whole = b"".join(body)
        first, last = int(asked[1]), min(int(asked[2] or len(whole)), len(whole) - 1)
        kept = [(name, value) for name, value in headers if name != "Content-Length"]
        place = [("Content-Range", f"bytes {first}-{last}/{len(whole)}"), ("Accept-Ranges", "bytes")]
        start_response("206 Partial Content", kept + place)
        return [whole[first : last + 1]]

    server.set_app(answer)


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
