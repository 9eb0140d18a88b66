"""A drawing before it is SVG: areas, paths and lines of text, each with its place and colour.

In: shapes. Out: a `Drawing`, which the template `drawing.svg` writes out. Never: SVG, or a colour of its own.
"""

from dataclasses import dataclass
from typing import NamedTuple

from acervo.outreach.announcement import Announcement
from acervo.outreach.typeface import Face, Faces
from acervo.site.dates import ZONE


class Area(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0


class Disc(NamedTuple):
    """A circle; with a thickness, only its edge."""

    x: float
    y: float
    radius: float
    colour: str
    thickness: float = 0


class Path(NamedTuple):
    """A filled shape given as SVG path data, moved and enlarged."""

    d: str
    x: float
    y: float
    scale: float
    colour: str


class Line(NamedTuple):
    """A line of text."""

    text: str
    x: float
    y: float
    """Of its base line."""
    size: float
    family: str
    weight: int
    colour: str
    width: float
    """What it measures: another font, where this one is missing, is squeezed into it."""
    spacing: float = 0


class Font(NamedTuple):
    """A face that the drawing carries with it."""

    family: str
    weight: int
    data: str
    """WOFF in base64."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn, in order."""

    width: int
    height: int
    size: tuple[str, str]
    """How wide and high it is shown, as SVG says it: `210mm`, or in pixels."""
    title: str
    description: str
    areas: tuple[Area, ...]
    discs: tuple[Disc, ...]
    plates: tuple[Area, ...]
    """Areas above the discs."""
    paths: tuple[Path, ...]
    lines: tuple[Line, ...]
    fonts: tuple[Font, ...]
    clip: Area
    """Where the discs may be seen."""


def line(text: str, x: float, y: float, size: float, face: Face, colour: str, spacing: float = 0) -> Line:
    """Set a line of text."""
    measured = face.width(text, size) + spacing * len(text)
    return Line(text, x, y, size, face.family, face.weight, colour, round(measured, 1), spacing)


def carried(lines: tuple[Line, ...], faces: Faces) -> tuple[Font, ...]:
    """Return the letters that some lines need, by face."""
    wanted: dict[Face, list[str]] = {}
    for one in lines:
        wanted.setdefault(faces.of(one.family, one.weight), []).append(one.text)
    return tuple(Font(face.family, face.weight, face.subset(texts)) for face, texts in wanted.items())


def described(about: Announcement) -> str:
    """Say in words all that a picture of the conference may show."""
    people = "; ".join(", ".join(filter(None, (f"{one.role}: {one.name}", one.post))) for one in about.guests)
    parts = (
        f"{about.kind}: {about.title}",
        about.series,
        f"{about.day}, {about.hours} ({ZONE})" if about.hours else about.day,
        about.where,
        people,
        about.institution and f"Organiza: {about.institution}",
        f"El código QR lleva a {about.short}",
    )
    return ". ".join(filter(None, parts))


def address(whole: str) -> str:
    """Say an address as people type it."""
    return whole.removeprefix("https://").removeprefix("http://").rstrip("/")
