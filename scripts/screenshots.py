"""The pictures of the README and of the editors' guide, taken from two built sites: the real one and the fictional one.

In: the folders of both sites, and those of the pictures. Out: one WebP per line of PICTURES.
Without loss, it weighs a third of what a PNG does.
Never: takes a picture of a page that is not there, asked something of another host or complained.
"""

import io
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Error, sync_playwright

from browser import BrowserMissing, launch
from pages import served
from visits import PHONE, Scheme, Size, visit

WIDE: Size = (1280, 720)
SMALL: Size = (800, 500)
FORM = "editar/?tipo=conferences"


class Picture(NamedTuple):
    """One picture: its file name, whose site, the page (`*` is the fullest record there), how it is seen."""

    name: str
    site: Literal["real", "demo"]
    address: str
    size: Size
    scheme: Scheme = "light"
    awaited: str = "h1"
    """What must be on the page before it is shown, as a CSS selector."""
    part: str = ""
    """What is shown, as a CSS selector; "" for what is seen without scrolling."""
    start: str = ""
    """What stands at the top, as a CSS selector; "" for the top of the page."""
    book: Literal["readme", "guide"] = "readme"


PICTURES = (
    Picture("inicio", "real", "", WIDE),
    Picture("documento", "real", "documentos/*/", WIDE),
    Picture("buscar", "real", "buscar/?q=genero", WIDE, awaited="#results h2"),
    Picture("conferencia", "demo", "conferencias/*/", WIDE),
    Picture("conferencia-movil", "demo", "conferencias/*/", PHONE, "dark"),
    Picture("pie-de-ficha", "demo", "conferencias/*/", SMALL, part=".record-foot", book="guide"),
    Picture("formulario", "demo", FORM, SMALL, awaited="#editor-form input", start="#editor-form", book="guide"),
    Picture("calidad", "demo", "calidad/", SMALL, start="#pendiente", book="guide"),
)


class BadPicture(Exception):
    """A page that cannot be shown; the text is for people."""


def main(sites: Mapping[str, Path], folders: Mapping[str, Path]) -> None:
    """Take every picture."""
    for site in sites.values():
        if not (site / "index.html").is_file():
            raise BadPicture(f"No hay un sitio en {site}: constrúyalo antes (make screenshots lo hace).")
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        homes = {name: stack.enter_context(served(site)) for name, site in sites.items()}
        browser = launch(stack.enter_context(sync_playwright()).chromium)
        stack.callback(browser.close)
        for picture in PICTURES:
            target = folders[picture.book] / f"{picture.name}.webp"
            url = homes[picture.site] + fullest(sites[picture.site], picture.address)
            take(browser, url, picture, target)
            print(target)


def fullest(site: Path, address: str) -> str:
    """Put in the place of `*` the record whose page is the longest in its section."""
    section, star, rest = address.partition("*")
    if not star:
        return address
    records = sorted((site / section).glob("*/index.html"), key=lambda page: (-page.stat().st_size, page))
    if not records:
        raise BadPicture(f"No hay páginas en {section}: construya antes el sitio.")
    return section + records[0].parent.name + rest


def take(browser: Browser, url: str, picture: Picture, target: Path) -> None:
    """Open one page and keep what is seen of it, or one part."""
    seen = visit(browser, url, picture.size, picture.scheme)
    seen.page.locator(picture.awaited).first.wait_for()
    seen.page.wait_for_load_state("networkidle")
    if seen.foreign or seen.complaints:
        raise BadPicture(f"{picture.name}: " + "; ".join(seen.foreign + seen.complaints))
    if picture.start:
        seen.page.locator(picture.start).first.evaluate("element => element.scrollIntoView()")
    shown = seen.page.locator(picture.part).first if picture.part else seen.page
    with Image.open(io.BytesIO(shown.screenshot(animations="disabled"))) as taken:
        taken.convert("RGB").save(target, "WEBP", lossless=True, method=6)
    seen.close()


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit("Uso: python -m screenshots SITIO SITIO_DE_EJEMPLO IMÁGENES IMÁGENES_DE_LA_GUÍA (o make screenshots)")
    real, demo, readme, guide = map(Path, sys.argv[1:])
    try:
        main({"real": real, "demo": demo}, {"readme": readme, "guide": guide})
    except (BadPicture, BrowserMissing, Error) as problem:
        sys.exit(str(problem))
