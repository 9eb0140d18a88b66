"""The edition: every file of the site, each with what it is made of and how to make it.

In: the archive, the records as read, the theme. Out: `Output`s by path. Never: makes a file before it is asked for, or
writes one.
"""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

from acervo import files, memory
from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.archive.card import number_of
from acervo.errors import Failure
from acervo.outputs import feeds, sitemap
from acervo.outputs.media import Offer, media
from acervo.reading import Reading
from acervo.rendering import Press
from acervo.site import pages
from acervo.site.page import Page
from acervo.site.render import environment
from acervo.site.shell import Shell
from acervo.theme import Project, Theme

EDITORIAL_SHELLS = {"home": "index.html", "channels": "suscribirse/index.html"}
"""Editorial pages with a slot that the program fills."""


class Output(NamedTuple):
    """One file of the site."""

    path: str
    fingerprint: int
    """A number for everything it is made of: the same number, the same bytes."""
    content: Callable[[], bytes]


def edition(project: Project, read: Reading, joined: Archive, themed: Theme) -> dict[str, Output]:
    """Return every file of the site by path; two for one path are refused."""
    base = _base(project.overrides / "acervo", themed)
    press = Press(joined, read, project.data, themed.settings, _shells(themed), _templates(project))
    planned = pages.plan(joined, themed.settings.page_size)
    outputs = chain(
        (
            Output(addresses.output(page.path), press.fingerprint(page, base), partial(press.print, page))
            for page in planned
        ),
        (
            Output(
                one.path,
                hash((base, int(one.kept.digest[:15], 16), number_of(one.told))),
                partial(_offered, project.data / one.kept.path, one),
            )
            for one in media(joined, themed.settings)
        ),
        _channels(joined, themed, base),
        _maps(joined, planned, themed),
        _of_the_theme(themed),
    )
    wanted: dict[str, Output] = {}
    for output in outputs:
        if output.path in wanted:
            raise Failure(f"Dos páginas tienen la misma dirección: «{output.path}». Cambie el nombre de una.")
        wanted[output.path] = output
    return wanted


def _base(templates: Path, themed: Theme) -> int:
    """Return a number for what every page depends on: theme, templates, settings, program."""
    state = blake2b(f"{themed.key} {memory.program()} {themed.settings}".encode(), digest_size=16)
    for path in files.survey(templates):
        state.update(path.encode() + (templates / path).read_bytes())
    return number_of(state.hexdigest())


def _shells(themed: Theme) -> dict[str, Shell]:
    shells = {"record": Shell(themed.shell, depth=1)}
    for name, path in EDITORIAL_SHELLS.items():
        if path in themed.files:
            shells[name] = Shell(themed.files[path].decode(), depth=path.count("/"))
    return shells


def _templates(project: Project) -> Environment:
    compiled = project.cache / "templates"
    compiled.mkdir(parents=True, exist_ok=True)
    return environment(FileSystemLoader(project.overrides / "acervo"), FileSystemBytecodeCache(str(compiled)))


def _of_the_theme(themed: Theme) -> Iterator[Output]:
    """Yield the theme's own files; its pages get their links to the archive."""
    for path, data in themed.files.items():
        if path not in EDITORIAL_SHELLS.values():
            content = partial(_linked, data, path.count("/")) if path.endswith(".html") else partial(bytes, data)
            yield Output(path, _number(data), content)


def _offered(place: Path, offer: Offer) -> bytes:
    return offer.make(place.read_bytes())


def _linked(page: bytes, depth: int) -> bytes:
    return Shell(page.decode(), depth).fill({}, depth, "").encode()


def _channels(joined: Archive, themed: Theme, base: int) -> Iterator[Output]:
    """Yield the feeds."""
    for feed in feeds.plan(joined, themed.settings):
        fingerprint = hash((base, number_of(str(feed)), *(joined.stamps[key] for key in feed.keys)))
        yield Output(feed.path, fingerprint, partial(feeds.render, feed, themed.settings, joined.cards))


def _maps(joined: Archive, planned: list[Page], themed: Theme) -> Iterator[Output]:
    """Yield the sitemap and robots.txt."""
    drawn = {page.path for page in planned}
    days = {key: entry.updated for key, entry in joined.entries.items()}
    rows = [
        (page.path, sitemap.last_change(days, page.subject, chain.from_iterable([one.cards for one in page.groups])))
        for page in planned
        if page.template not in ("redirect", "withdrawn")
    ]
    for path in themed.files:
        folder = path.removesuffix("index.html")
        if folder != path and folder not in drawn:
            rows.append((folder, ""))
    maps = sitemap.sitemap(sorted(rows), themed.settings) | sitemap.robots(themed.settings)
    for path, data in maps.items():
        yield Output(path, _number(data), partial(bytes, data))


def _number(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest()) >> 4
