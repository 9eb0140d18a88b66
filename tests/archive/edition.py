"""One edition of the fictional archive: every file of its site but the theme's, made without MkDocs.

In: the data folder. Out: the files by path. Never: writes anything.
`python -m tests.archive.edition FOLDER` prints the digest of each, to compare editions of other processes.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from jinja2 import FileSystemLoader

from acervo.archive import addresses, announced, archive
from acervo.archive.archive import Archive
from acervo.outputs import feeds, sitemap
from acervo.outputs.media import media
from acervo.publishing import reading
from acervo.publishing.edition import UNLISTED
from acervo.publishing.rendering import Press
from acervo.site import pages
from acervo.site.page import Page, Settings
from acervo.site.render import environment
from acervo.site.shell import Shell

HERE = Path(__file__).parent
DATA = HERE / "data"
TEMPLATES = HERE.parent.parent / "overrides" / "acervo"
SETTINGS = Settings(
    name="Acervo de ejemplo",
    url="https://acervo.example/archivo/",
    description="Un acervo ficticio, para pruebas",
    repository="https://forja.example/acervo",
    edit="https://forja.example/acervo/edit/main/",
    data="tests/archive/data",
    banner="Datos de ejemplo, ficticios",
    page_size=5,
    license="",
)
SHELL = """\
<!doctype html>
<html lang="es-MX">
<head>
<title><!--acervo:title--></title>
<!--acervo:head-->
</head>
<body>
<nav><a href="../">Inicio</a> <a href="acervo:conferencias" data-section="conferencias">Conferencias</a></nav>
<main>
<!--acervo:{body}-->
</main>
</body>
</html>
"""
"""The least that a theme gives: the slots, a link up, and a section to mark."""
SHELLS = {
    "record": Shell(SHELL.format(body="body"), depth=1),
    "home": Shell(SHELL.format(body="inicio"), depth=1),
    "channels": Shell(SHELL.format(body="canales"), depth=1),
}


def edition(data: Path = DATA) -> dict[str, bytes]:
    """Return every file that the program makes of the fictional archive, by path."""
    read = reading.read(data, "data")
    assert read.problems == (), "\n".join(map(str, read.problems))
    joined = archive.build(read.entries, read.holdings)
    planned = pages.plan(joined, SETTINGS.page_size, announced.shorts(joined, read.ledger))
    press = Press(joined, read, data, SETTINGS, SHELLS, environment(FileSystemLoader(TEMPLATES)))
    files = {addresses.output(page.path): press.print(page) for page in planned}
    files |= {feed.path: feeds.render(feed, SETTINGS, joined.cards) for feed in feeds.plan(joined, SETTINGS)}
    files |= {offer.path: offer.make((data / offer.kept.path).read_bytes()) for offer in media(joined, SETTINGS)}
    return files | sitemap.sitemap(_rows(planned, joined), SETTINGS) | sitemap.robots(SETTINGS)


def _rows(planned: list[Page], joined: Archive) -> Iterator[tuple[str, str]]:
    """Yield the pages for the sitemap with the day of their newest change."""
    days = {key: entry.updated for key, entry in joined.entries.items()}
    for page in planned:
        if page.template not in UNLISTED:
            listed = (key for group in page.groups for key in group.cards)
            yield page.path, sitemap.last_change(days, page.subject, listed)


if __name__ == "__main__":
    made = edition(Path(sys.argv[1]))
    print(json.dumps({path: hashlib.sha256(content).hexdigest() for path, content in made.items()}))
