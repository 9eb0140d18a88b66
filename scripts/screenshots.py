"""The pictures of the README, taken from a built site.

In: the folder of a built site, and the folder of the pictures. Out: one PNG per line of PICTURES.
Never: takes a picture of a page that asked something of another host or complained.
"""

import sys
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Error, sync_playwright

from browser import BrowserMissing, launch
from pages import served
from visits import DESKTOP, PHONE, Scheme, Size, visit


class Picture(NamedTuple):
    """One picture: its file name, the page (`*` is the first record of its section), and how it is seen."""

    name: str
    address: str
    size: Size
    scheme: Scheme = "light"


PICTURES = (
    Picture("inicio", "", DESKTOP),
    Picture("inicio-oscuro", "", DESKTOP, "dark"),
    Picture("inicio-movil", "", PHONE),
    Picture("conferencia", "conferencias/*/", DESKTOP),
    Picture("conferencia-movil", "conferencias/*/", PHONE, "dark"),
    Picture("buscar", "buscar/?q=genero", DESKTOP),
    Picture("documento", "documentos/*/", DESKTOP),
)


class BadPicture(Exception):
    """A page that cannot be shown; the text is for people."""


def main(site: Path, folder: Path) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as home, sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        for picture in PICTURES:
            take(browser, home + first(site, picture.address), picture, folder / f"{picture.name}.png")
            print(folder / f"{picture.name}.png")
        browser.close()


def first(site: Path, address: str) -> str:
    """Put the first record of the section in the place of `*`."""
    section, star, rest = address.partition("*")
    if not star:
        return address
    records = sorted(page.parent.name for page in (site / section).glob("*/index.html"))
    if not records:
        raise BadPicture(f"No hay páginas en {section}: construya antes el sitio.")
    return section + records[0] + rest


def take(browser: Browser, url: str, picture: Picture, target: Path) -> None:
    """Open one page and keep what is seen without scrolling."""
    seen = visit(browser, url, picture.size, picture.scheme)
    seen.page.wait_for_load_state("networkidle")
    if seen.foreign or seen.complaints:
        raise BadPicture(f"{picture.name}: " + "; ".join(seen.foreign + seen.complaints))
    seen.page.screenshot(path=target, animations="disabled")
    seen.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Uso: python -m screenshots SITIO IMÁGENES (o make screenshots)")
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except (BadPicture, BrowserMissing, Error) as problem:
        sys.exit(str(problem))
