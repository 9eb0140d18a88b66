"""The poster and the card: what they say, whether it can be read, whether the code leads where it should."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from acervo.outreach import qr
from acervo.outreach.announcement import Announcement
from acervo.outreach.card import card
from acervo.outreach.contrast import ENOUGH, PAIRS, contrast
from acervo.outreach.drawing import Drawing
from acervo.outreach.lines import fit, wrap
from acervo.outreach.poster import poster
from acervo.publishing import engraving
from tests.outreach.fiction import CLARA, HOSTILE_TITLES, LONG_TITLE, LUNA, TALK, templates

SVG = "{http://www.w3.org/2000/svg}"
MANY = tuple((CLARA, LUNA)[number % 2]._replace(name=f"Persona Ficticia {number}") for number in range(12))
CASES = {
    "as usual": TALK,
    "a title of three hundred signs": replace(TALK, title=LONG_TITLE),
    "twelve people": replace(TALK, guests=MANY),
    "both": replace(TALK, title=LONG_TITLE, guests=MANY, place="Salón de Actos de Villa Ejemplo, Jalisco"),
    "nobody": replace(TALK, guests=()),
    "no hours": replace(TALK, start="", end=""),
    "nothing but a title and a day": replace(
        TALK, guests=(), start="", end="", modality="", series="", institution="", summary="", accessibility=(),
        signup=None,
    ),
}  # fmt: skip
DRAW = {"poster": (poster, 1654, (1654, 2340)), "card": (card, 1200, (1200, 630))}


def drawn(name: str, about: Announcement) -> Drawing:
    return DRAW[name][0](about, engraving.faces())


def said(drawing: Drawing) -> str:
    return " ".join(line.text for line in drawing.lines)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", DRAW)
def test_every_line_is_inside_and_none_touches_another(name: str, case: str) -> None:
    drawing = drawn(name, CASES[case])

    for line in drawing.lines:
        assert line.x > 0
        assert line.x + line.width < drawing.width
        assert line.size < line.y < drawing.height
    plate = drawing.plates[0]
    for line in drawing.lines:
        beside = line.x + line.width < plate.x or line.y < plate.y or line.y - line.size > plate.y + plate.height
        assert beside, line.text
    columns = {line.x for line in drawing.lines}
    for x in columns:
        rows = sorted((line.y, line.size) for line in drawing.lines if line.x == x)
        for (above, _), (below, size) in pairwise(rows):
            assert below - above > size * 0.8, (x, above, below)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", DRAW)
def test_the_title_is_whole_and_so_is_the_address(name: str, case: str) -> None:
    about = CASES[case]

    assert about.title in said(drawn(name, about))
    assert "acervo.example/archivo/c/k7m2pq" in said(drawn(name, about))


def test_a_poster_names_everybody_with_their_post() -> None:
    words = said(drawn("poster", CASES["both"]))

    for guest in MANY:
        assert guest.name in words
    assert "Lunes 25 de mayo de 2026 11:00 a 13:00 h hora del centro de México En línea · Salón de Actos" in words


def test_whoever_has_no_room_is_counted() -> None:
    crowd = tuple(CLARA._replace(name=f"Persona Ficticia {number}") for number in range(60))
    words = said(drawn("poster", replace(TALK, guests=crowd)))
    shown = sum(f"Persona Ficticia {number} " in words for number in range(60))

    assert 12 < shown < 60
    assert f"y {60 - shown} personas más" in words
    assert "Persona Ficticia 0, Persona Ficticia 1, Persona Ficticia 2 y 9 personas más" in said(
        drawn("card", CASES["twelve people"])
    )


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(text: str, ground: str) -> None:
    assert contrast(text, ground) >= ENOUGH


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("name", DRAW)
def test_the_colours_drawn_are_those_whose_contrast_was_computed(name: str) -> None:
    drawing = drawn(name, TALK)
    grounds = {area.colour for area in drawing.areas} | {disc.colour for disc in drawing.discs}

    assert {line.colour for line in drawing.lines} <= {text for text, _ in PAIRS}
    assert grounds <= {ground for _, ground in PAIRS}


@pytest.mark.parametrize("title", [*HOSTILE_TITLES, LONG_TITLE])
@pytest.mark.parametrize("name", DRAW)
def test_the_svg_is_whole_with_its_texts_as_text_and_runs_nothing(name: str, title: str) -> None:
    about = replace(TALK, title=" ".join("".join(sign for sign in title if sign.isprintable() or sign == " ").split()))
    svg = engraving.svg(drawn(name, about), templates())
    root = ElementTree.fromstring(svg)
    texts = [node.text for node in root.iter(f"{SVG}text")]

    assert texts == [line.text for line in drawn(name, about).lines]
    assert about.title in (root.findtext(f"{SVG}title") or "")
    assert about.title in (root.findtext(f"{SVG}desc") or "")
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
        "svg", "title", "desc", "style", "clipPath", "rect", "g", "circle", "path", "text",
    }  # fmt: skip
    assert set(re.findall(r"url\((\w+:?[^;)]*)", svg)) <= {"data:font/woff"}


@pytest.mark.parametrize("name", DRAW)
@pytest.mark.parametrize("case", CASES)
def test_the_png_has_its_size_and_its_code_leads_to_the_short_address(name: str, case: str) -> None:
    _, width, size = DRAW[name]
    png = engraving.png(engraving.svg(drawn(name, CASES[case]), templates()), width)
    picture = Image.open(BytesIO(png))

    assert picture.size == size
    assert [found.text for found in zxingcpp.read_barcodes(picture.convert("RGB"))] == [TALK.short]


def test_the_same_conference_gives_the_same_bytes() -> None:
    first, second = (engraving.svg(drawn("card", TALK), templates()) for _ in range(2))

    assert first == second
    assert engraving.png(first, 1200) == engraving.png(second, 1200)


@settings(max_examples=40)
@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-./", min_size=1, max_size=120))
def test_any_address_is_decoded_back_from_its_code(path: str) -> None:
    address = f"https://acervo.example/{path}"
    code = qr.code(address)
    rows = [[255] * code.side for _ in range(code.side)]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path):
        rows[int(y)][int(x) : int(x) + int(length)] = [0] * int(length)
    picture = Image.frombytes("L", (code.side, code.side), bytes(sign for row in rows for sign in row))

    assert (
        zxingcpp.read_barcode(picture.resize((code.side * 4, code.side * 4), Image.Resampling.NEAREST)).text == address
    )


@given(st.text(st.characters(codec="latin-1"), max_size=200), st.integers(20, 120), st.integers(200, 1800))
def test_wrapping_loses_no_letter_and_leaves_no_line_too_wide(text: str, size: int, width: int) -> None:
    face = engraving.faces().title
    text = face.drawable(text)
    lines = wrap(text, face, size, width)

    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(face.width(line, size) <= width for line in lines)


def test_a_title_is_as_large_as_fits_without_breaking_a_word() -> None:
    face = engraving.faces().title
    size, lines = fit("Corresponsabilidad", face, 900, 1000, range(300, 20, -2), 1.1)

    assert lines == ("Corresponsabilidad",)
    assert face.width(lines[0], size) <= 900 < face.width(lines[0], size + 2)


def test_what_a_face_has_not_leaves_no_box_and_no_hole() -> None:
    face = engraving.faces().plain

    assert face.drawable("Merienda 🍊, para todas 👩🏽‍🏫.") == "Merienda, para todas."
    assert face.drawable("日本") == "日本"
