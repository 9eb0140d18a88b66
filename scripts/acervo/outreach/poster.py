"""The poster of a conference, for paper: A4, upright.

In: an announcement and the faces to set it in. Out: a `Drawing` in tenths of a millimetre.
Never: leaves anybody out in silence, or cuts the title.
"""

from collections.abc import Sequence
from typing import NamedTuple

from acervo.outreach import qr
from acervo.outreach.announcement import Announcement, Guest
from acervo.outreach.contrast import ACCENT, FIELD, GLOW, INK, ON_FIELD, PAPER, QUIET, SOFT_ON_FIELD, WHITE
from acervo.outreach.drawing import Area, Disc, Drawing, Line, Path, address, carried, described, line
from acervo.outreach.lines import fit, wrap
from acervo.outreach.typeface import Faces
from acervo.site import wording
from acervo.site.dates import ZONE

WIDTH, HEIGHT = 2100, 2970
MARGIN = 150
INNER = WIDTH - 2 * MARGIN
TITLE_SIZES = range(260, 66, -4)
CODE = 430
FOOT = HEIGHT - MARGIN - CODE
"""Where the code and what is beside it start."""
SHARES = ((1180, 980), (980, 800), (800, 640), (680, 540))
"""Where the title ends, if it is short, and how high it may be: it makes room when many people take part."""
SCALES = (1.25, 1.12, 1.0, 0.9, 0.82, 0.75, 0.68, 0.62, 0.56)
LEGIBLE = 0.75
"""Below this scale of the people, the title makes room instead."""
GAP = 90
MOST = 40
"""More people than a poster can name."""
FEW = 4
"""People who stand below one another; more stand in two columns."""


class _Table(NamedTuple):
    """The people, set."""

    lines: list[Line]
    end: float
    whole: bool
    """Whether everybody is there, in letters that are large enough."""


def poster(about: Announcement, faces: Faces) -> Drawing:
    """Draw a poster."""
    for floor, height in SHARES:
        lines: list[Line] = []
        field = _head(about, faces, lines, floor, height)
        below = _when(about, faces, lines, field + 165)
        people = _people(about.guests, faces, below + 120, FOOT - 70)
        if people.whole:
            break
    lines += people.lines
    _summary(about, faces, lines, people.end + 50, FOOT - 60)
    _foot(about, faces, lines)
    code = qr.code(about.short)
    side = WIDTH - MARGIN - CODE
    drawn = tuple(lines)
    return Drawing(
        width=WIDTH,
        height=HEIGHT,
        size=("210mm", "297mm"),
        title=f"Cartel: {about.title}",
        description=described(about),
        areas=(Area(0, 0, WIDTH, HEIGHT, PAPER), Area(0, 0, WIDTH, field, FIELD)),
        discs=tuple(
            Disc(WIDTH - 130, 60, radius, colour) for radius, colour in zip((1180, 820, 470), GLOW, strict=True)
        ),
        clip=Area(0, 0, WIDTH, field, FIELD),
        plates=(Area(side, FOOT, CODE, CODE, WHITE, 28),),
        paths=(Path(code.path, side, FOOT, CODE / code.side, INK),),
        lines=drawn,
        fonts=carried(drawn, faces),
    )


def _head(about: Announcement, faces: Faces, lines: list[Line], floor: float, height: float) -> float:
    """Set what stands on the field: the series, the kind and the title; return where the field ends."""
    top = 205.0
    for text in wrap(faces.bold.drawable(about.series.upper()), faces.bold, 50, INNER * 0.86):
        lines.append(line(text, MARGIN, top, 50, faces.bold, ON_FIELD, spacing=5))
        top += 66
    lines.append(line(about.kind, MARGIN, top, 50, faces.plain, SOFT_ON_FIELD))
    size, rows = fit(faces.title.drawable(about.title), faces.title, INNER, height, TITLE_SIZES, 1.12)
    first = max(top + 60 + size, floor - (len(rows) - 1) * size * 1.12)
    for number, row in enumerate(rows):
        top = first + number * size * 1.12
        lines.append(line(row, MARGIN, top, size, faces.title, ON_FIELD))
    return top + 70 + size * 0.4


def _when(about: Announcement, faces: Faces, lines: list[Line], top: float) -> float:
    """Set day, hours and place; return the base line of the last."""
    last = top
    day = wording.sentence(about.day)
    size, rows = fit(day, faces.title, INNER, 240, range(118, 60, -2), 1.1)
    for row in rows:
        lines.append(line(row, MARGIN, top, size, faces.title, ACCENT))
        last, top = top, top + size * 1.1
    if about.hours:
        lines.append(line(about.hours, MARGIN, top, 76, faces.bold, INK))
        after = MARGIN + faces.bold.width(about.hours, 76) + 26
        lines.append(line(ZONE, after, top, 46, faces.plain, QUIET))
        last, top = top, top + 84
    for text in wrap(faces.strong.drawable(about.where), faces.strong, 54, INNER):
        lines.append(line(text, MARGIN, top, 54, faces.strong, INK))
        last, top = top, top + 66
    return last


def _people(guests: Sequence[Guest], faces: Faces, top: float, bottom: float) -> _Table:
    """Set the people as large as they fit; those for whom there is no room are counted."""
    if len(guests) <= MOST:
        for scale in SCALES:
            lines, end = _table(guests, 0, faces, scale, top)
            if end <= bottom:
                return _Table(lines, end, scale >= LEGIBLE)
    best = _Table([], top - 60, not guests)
    fewest, most = 0, min(len(guests), MOST)
    while fewest < most:
        shown = (fewest + most + 1) // 2
        lines, end = _table(guests[:shown], len(guests) - shown, faces, SCALES[-1], top)
        if end <= bottom:
            fewest, best = shown, _Table(lines, end, whole=False)
        else:
            most = shown - 1
    return best


def _table(guests: Sequence[Guest], more: int, faces: Faces, scale: float, top: float) -> tuple[list[Line], float]:
    """Return the lines of the people at a scale, and where they end."""
    columns = 1 if len(guests) <= FEW else 2
    width = (INNER - GAP * (columns - 1)) / columns
    each = -(-len(guests) // columns)
    lines: list[Line] = []
    end = top
    for column in range(columns):
        x, y = MARGIN + column * (width + GAP), top
        for guest in guests[column * each : (column + 1) * each]:
            lines.append(line(guest.role, x, y, 40 * scale, faces.strong, ACCENT))
            y += 64 * scale
            for text in wrap(faces.bold.drawable(guest.name), faces.bold, 62 * scale, width):
                lines.append(line(text, x, y, 62 * scale, faces.bold, INK))
                y += 62 * scale
            y -= 6 * scale
            for text in wrap(faces.plain.drawable(guest.post), faces.plain, 46 * scale, width):
                lines.append(line(text, x, y, 46 * scale, faces.plain, QUIET))
                y += 54 * scale
            y += 38 * scale
        end = max(end, y)
    if more:
        words = "y una persona más" if more == 1 else f"y {more} personas más"
        lines.append(line(words, MARGIN, end, 46 * scale, faces.strong, INK))
        end += 80 * scale
    return lines, end - 80 * scale


def _summary(about: Announcement, faces: Faces, lines: list[Line], top: float, bottom: float) -> None:
    """Set what it is about where the people leave room for all of it, and nothing of it elsewhere."""
    text = faces.plain.drawable(" ".join(about.summary.split()))
    for size in (60, 56, 52, 48, 44) if text else ():
        rows = wrap(text, faces.plain, size, INNER * 0.94)
        if top + len(rows) * size * 1.32 <= bottom:
            lines += [
                line(row, MARGIN, top + number * size * 1.32 + size * 0.6, size, faces.plain, INK)
                for number, row in enumerate(rows)
            ]
            return


def _foot(about: Announcement, faces: Faces, lines: list[Line]) -> None:
    """Set what stands beside the code: where to learn more, accessibility, who organises."""
    width = INNER - CODE - GAP
    above = "Inscripción e información" if about.signup else "Más información"
    lines.append(line(above, MARGIN, FOOT + 52, 46, faces.plain, QUIET))
    size, rows = fit(address(about.short), faces.bold, width, 130, range(62, 34, -2), 1.1)
    top = FOOT + 56.0
    for row in rows:
        top += size * 1.15
        lines.append(line(row, MARGIN, top, size, faces.bold, ACCENT))
    low = FOOT + CODE - 6.0
    for size, face, colour, text in (
        (48, faces.bold, INK, about.institution),
        (40, faces.plain, QUIET, " · ".join(about.accessibility)),
    ):
        for row in reversed(wrap(face.drawable(text), face, size, width)):
            if low - size > top:
                lines.append(line(row, MARGIN, low, size, face, colour))
                low -= size * 1.2
        low -= 14
