"""The edge that draws: the fonts that packages bring, a drawing as SVG, an SVG as PNG.

In: drawings. Out: bytes, the same on every machine. Never: uses a font of the system, or decides what is drawn.
"""

from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from jinja2 import Environment

from acervo.errors import Failure
from acervo.outreach.drawing import Drawing
from acervo.outreach.typeface import Face, Faces

_SERIF = ("font_source_serif_pro", "Source Serif Pro", "SourceSerifPro")
_SANS = ("font_source_sans_pro", "Source Sans Pro", "SourceSansPro")
_FILES = ((_SERIF, "Bold", 700), (_SANS, "Regular", 400), (_SANS, "Semibold", 600), (_SANS, "Bold", 700))


@cache
def faces() -> Faces:
    """Return the faces of the drawings (Source Serif and Source Sans, SIL Open Font License 1.1)."""
    found = (
        Face(family, weight, path.read_bytes())
        for ((_, family, _), _, weight), path in zip(_FILES, _paths(), strict=True)
    )
    return Faces(*found)


def svg(drawing: Drawing, templates: Environment) -> str:
    """Write a drawing as SVG, with its texts as text and the letters they need."""
    return templates.get_template("drawing.svg").render(view=drawing)


def png(svg_text: str, width: int) -> bytes:
    """Paint an SVG as PNG, so many pixels wide."""
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg_text, width=width, dpi=96, skip_system_fonts=True, font_files=[str(path) for path in _paths()]
    )


@cache
def key() -> str:
    """Return what tells one way of drawing from another: the versions of all that takes part in it."""
    names = ("resvg-py", "segno", "fonttools", "font-source-sans-pro", "font-source-serif-pro")
    return " ".join(f"{name}={version(name)}" for name in names)


@cache
def _paths() -> tuple[Path, ...]:
    return tuple(_folder(package) / f"{name}-{style}.ttf" for (package, _, name), style, _ in _FILES)


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise Failure(f"Falta la tipografía «{package.replace('_', '-')}»: ejecute «make setup».")
    return Path(spec.origin).parent / "files"
