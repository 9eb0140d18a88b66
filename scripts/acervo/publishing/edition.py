"""The edition: every file of the site, each with what it is made of and how to make it.

In: the archive, the records as read, the theme. Out: `Output`s by path. Never: makes a file before it is asked for, or
writes one.
"""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

from acervo import files
from acervo.archive import addresses, announced
from acervo.archive.archive import Archive
from acervo.archive.card import number_of
from acervo.errors import Failure
from acervo.outputs import calendars, dossiers, editing, feeds, practice, sitemap, upcoming
from acervo.outputs.media import Offer, media
from acervo.publishing import chronicle, memory, pictures
from acervo.publishing.reading import Reading
from acervo.publishing.rendering import Press
from acervo.publishing.theme import Project, Theme
from acervo.records.catalogue.entry import Key
from acervo.site import pages, preview
from acervo.site.page import Page
from acervo.site.render import environment
from acervo.site.shell import Shell

EDITORIAL_SHELLS = {"home": "index.html", "channels": "suscribirse/index.html"}
"""Editorial pages with a slot that the program fills."""


UNLISTED = ("redirect", "withdrawn", "gap", "gaps")
"""Templates of pages that are not for search engines: each has `noindex` in its head."""


_CARDS = attrgetter("cards")


class Output(NamedTuple):
    """One file of the site."""

    path: str
    fingerprint: int
    """A number for everything it is made of: the same number, the same bytes."""
    content: Callable[[], bytes]


def edition(project: Project, read: Reading, joined: Archive, themed: Theme) -> dict[str, Output]:
    """Return every file of the site by path; two for one path are refused."""
    base = _base(project.overrides / "acervo", themed)
    templates = _templates(project)
    histories = chronicle.read(project.data, project.cache) if themed.settings.history != "none" else {}
    press = Press(joined, read, project.data, themed.settings, _shells(themed), templates, histories)
    make = press.print  # bound once: every `press.print` would be an object of its own
    planned = pages.plan(joined, themed.settings.page_size, announced.shorts(joined, read.ledger))
    outputs = chain(
        (Output(addresses.output(page.path), press.fingerprint(page, base), partial(make, page)) for page in planned),
        (
            Output(
                one.path,
                hash((base, int(one.kept.digest[:15], 16), number_of(one.told))),
                partial(_offered, project.data / one.kept.path, one),
            )
            for one in media(joined, themed.settings)
        ),
        _channels(joined, themed, base),
        _to_come(joined, themed, base),
        _practice(planned),
        _dossiers(press, joined, themed, base),
        _writing(read, joined, base, templates),
        (Output(*one) for one in pictures.pictures(read, joined, themed.settings, templates, base)),
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
    compiled = project.cache / "templates" / memory.program()
    if not compiled.is_dir():  # what another program compiled is of no use to this one
        shutil.rmtree(compiled.parent, ignore_errors=True)
        compiled.mkdir(parents=True)
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


def _to_come(joined: Archive, themed: Theme, base: int) -> Iterator[Output]:
    """Yield the calendars, whose events name topics by their titles, and the files of what comes next."""
    settings, stamps = themed.settings, joined.stamps
    topics = number_of("\n".join([joined.entries[key].title for key in joined.order["topics"]]))
    for one in calendars.plan(joined, settings):
        told = number_of(f"{one.title} {one.description} {one.expected}") if one.title else 0
        rules = [stamps["series", date.series] for date in one.expected]
        fingerprint = hash((base, topics, told, *rules, *[stamps[key] for key in one.keys], *one.coming))
        yield Output(one.path, fingerprint, partial(calendars.render, one, settings, joined))
    for each in upcoming.plan(joined, settings):
        fingerprint = hash((base, number_of(f"{each.title} {joined.as_of}"), *[stamps[key] for key in each.keys]))
        yield Output(each.path, fingerprint, partial(upcoming.render, each, settings, joined))


def _practice(planned: list[Page]) -> Iterator[Output]:
    """Yield the data behind the practice in figures."""
    for page in planned:
        if page.template == "figures":
            for form, written in (("csv", practice.as_csv), ("json", practice.as_json)):
                data = written(page.practice, page.argument)
                yield Output(addresses.figures(form), _number(data), partial(bytes, data))


def _dossiers(press: Press, joined: Archive, themed: Theme, base: int) -> Iterator[Output]:
    """Yield documents and networks as data: each changes with its record and with the cards of those it names."""
    for key in dossiers.plan(joined):
        fingerprint = hash((base, joined.stamps[key], *[joined.stamps[other] for other in joined.names[key]]))
        yield Output(addresses.dossier(key), fingerprint, partial(_dossier, key, press, joined, themed))


def _dossier(key: Key, press: Press, joined: Archive, themed: Theme) -> bytes:
    return dossiers.render(key, press.record(key), joined.cards, themed.settings)


def _writing(read: Reading, joined: Archive, base: int, templates: Environment) -> Iterator[Output]:
    """Yield what the form reads: its fields, how it shows a page, the ids and titles of each kind, their texts."""
    for path, data in editing.forms():
        yield Output(path, _number(data), partial(bytes, data))
    for name in preview.NAMES:
        yield Output(
            addresses.preview(name), hash((base, number_of(name))), partial(preview.described, name, templates)
        )
    for kind in joined.order:
        named = chain.from_iterable([(key[1], joined.entries[key].title) for key in joined.order[kind]])
        fingerprint = hash((base, number_of("\n".join(named))))
        yield Output(addresses.index(kind), fingerprint, partial(editing.index, joined, kind))
    below = len(read.data.name) + 1
    for one in editing.plan(joined):
        # A comment may change and the record not: the file's own time tells.
        times = [read.times[place[below:]] for _, place in one.sources]
        fingerprint = hash((base, number_of("\n".join([place for _, place in one.sources])), *times))
        yield Output(one.path, fingerprint, partial(_texts, one, read.data.parent))


def _texts(one: editing.Texts, root: Path) -> bytes:
    return editing.texts({id_: (root / path).read_text(encoding="utf-8-sig") for id_, path in one.sources})


def _maps(joined: Archive, planned: list[Page], themed: Theme) -> Iterator[Output]:
    """Yield the sitemap and robots.txt."""
    drawn = {page.path for page in planned}
    days = {key: entry.updated for key, entry in joined.entries.items()}
    rows = [
        (page.path, sitemap.last_change(days, page.subject, chain.from_iterable(map(_CARDS, page.groups))))
        for page in planned
        if page.template not in UNLISTED
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
