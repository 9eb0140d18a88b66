"""The card of a conference, for networks and chats: 1200 by 630 pixels (Open Graph's usual picture).

In: an announcement and the faces to set it in. Out: a `Drawing` in pixels. Never: a word that is not on its page.
"""

from acervo.outreach import qr
from acervo.outreach.announcement import Announcement, Guest
from acervo.outreach.contrast import ACCENT, FIELD, GLOW, INK, ON_FIELD, PAPER, QUIET, SOFT_ON_FIELD, WHITE
from acervo.outreach.drawing import Area, Disc, Drawing, Line, Path, address, carried, described, line
from acervo.outreach.lines import fit, wrap
from acervo.outreach.typeface import Faces
from acervo.site import wording

WIDTH, HEIGHT = 1200, 630
MARGIN = 64
INNER = WIDTH - 2 * MARGIN
FIELD_HEIGHT = 400
CODE = 168
TITLE_SIZES = range(92, 27, -2)
TITLE_HEIGHT = 255


def card(about: Announcement, faces: Faces) -> Drawing:
    """Draw a card."""
    lines: list[Line] = []
    _head(about, faces, lines)
    _foot(about, faces, lines)
    code = qr.code(about.short)
    x, y = WIDTH - MARGIN - CODE, FIELD_HEIGHT + (HEIGHT - FIELD_HEIGHT - CODE) / 2
    drawn = tuple(lines)
    return Drawing(
        width=WIDTH,
        height=HEIGHT,
        size=(str(WIDTH), str(HEIGHT)),
        title=f"{about.kind}: {about.title}",
        description=described(about),
        areas=(Area(0, 0, WIDTH, HEIGHT, PAPER), Area(0, 0, WIDTH, FIELD_HEIGHT, FIELD)),
        discs=tuple(Disc(WIDTH - 60, 10, radius, colour) for radius, colour in zip((470, 320, 180), GLOW, strict=True)),
        clip=Area(0, 0, WIDTH, FIELD_HEIGHT, FIELD),
        plates=(Area(x, y, CODE, CODE, WHITE, 10),),
        paths=(Path(code.path, x, y, CODE / code.side, INK),),
        lines=drawn,
        fonts=carried(drawn, faces),
    )


def _head(about: Announcement, faces: Faces, lines: list[Line]) -> None:
    kicker = faces.bold.drawable((about.series or about.kind).upper())
    size, rows = fit(kicker, faces.bold, INNER * 0.9, 30, range(25, 15, -1), 1.2)
    lines.append(line(rows[0], MARGIN, 84, size, faces.bold, SOFT_ON_FIELD, spacing=2))
    size, rows = fit(faces.title.drawable(about.title), faces.title, INNER, TITLE_HEIGHT, TITLE_SIZES, 1.12)
    top = FIELD_HEIGHT - 46 - (len(rows) - 1) * size * 1.12
    lines += [
        line(row, MARGIN, round(top + number * size * 1.12, 1), size, faces.title, ON_FIELD)
        for number, row in enumerate(rows)
    ]


def _foot(about: Announcement, faces: Faces, lines: list[Line]) -> None:
    width = INNER - CODE - 40
    when = wording.sentence(about.day)
    if about.hours:
        when += f", {about.hours}"
    size, rows = fit(when, faces.title, width, 50, range(40, 23, -1), 1.2)
    top = FIELD_HEIGHT + 66.0
    for row in rows:
        lines.append(line(row, MARGIN, top, size, faces.title, ACCENT))
        top += size * 1.15
    people = _named(about.guests, faces, width)
    for text, face, colour in (
        (people, faces.strong, INK),
        (_fitting(about, faces, width, HEIGHT - 72 - top - (34 if people else 0)), faces.plain, QUIET),
    ):
        for row in wrap(face.drawable(text), face, 26, width):
            lines.append(line(row, MARGIN, top, 26, face, colour))
            top += 34
    lines.append(line(address(about.short), MARGIN, HEIGHT - 34, 26, faces.bold, ACCENT))


def _fitting(about: Announcement, faces: Faces, width: float, height: float) -> str:
    """Say where it is and who organises it, or as much of that, part by part, as there is room for."""
    both = " · ".join(filter(None, (about.where, about.institution)))
    for text in (both, about.where, about.institution, about.modality):
        if text and 34 * len(wrap(faces.plain.drawable(text), faces.plain, 26, width)) <= height + 34:
            return text
    return ""


def _named(guests: tuple[Guest, ...], faces: Faces, width: float) -> str:
    """Name the people in one line, with their office when there is one person, or count those who have no room."""
    if len(guests) == 1 and faces.strong.width(whole := f"{guests[0].name}, {guests[0].post}", 26) <= width:
        return whole if guests[0].post else guests[0].name
    for shown in range(len(guests), 0, -1):
        more = len(guests) - shown
        names = [guest.name for guest in guests[:shown]]
        if more:
            names.append("una persona más" if more == 1 else f"{more} personas más")
        text = wording.together(names)
        if faces.strong.width(text, 26) <= width:
            return text
    return ""
