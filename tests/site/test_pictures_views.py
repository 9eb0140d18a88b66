"""The drawings of states, of time and of ties: what they draw, and the words that say the same."""

import html as escaping
import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acervo.archive.milestones import MEETING, Milestone
from acervo.records.models.kinds import KINDS
from acervo.site import wording
from acervo.site.views.overviews.milestones import WIDTH, milestones
from acervo.site.views.overviews.territory import TILES, state, territory
from acervo.site.views.overviews.ties import BETWEEN, BOX, ties
from acervo.site.views.parts.reach import Link
from tests.site.danger import dangers
from tests.site.opening import html, record, site

OAXACA = {"name": "San Ficticio", "state": "OAX"}
PAYLOAD = '"><script>alert(1)</script>'


def test_each_of_the_32_states_has_one_tile_and_an_address_of_its_own() -> None:
    codes = [code for row in TILES for code in row if code]

    assert sorted(codes) == sorted(wording.STATES)
    assert len(set(map(wording.state_name, wording.STATES))) == 32
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", wording.state_name(code)) for code in codes)


def test_the_map_counts_what_says_its_state_and_names_the_states_without_records() -> None:
    pages = site({
        ("institutions", "una"): record("institutions", place=OAXACA),
        ("conferences", "una"): record("conferences", place=OAXACA),
        ("conferences", "otra"): record("conferences", place={"name": "Lugar", "state": "JAL"}),
        ("conferences", "sin-entidad"): record("conferences", place={"name": "Lugar"}),
        ("conferences", "de-otro-lado"): record("conferences", place={"name": "Lugar", "state": "XXX"}),
    })  # fmt: skip

    view = territory(pages["entidades/"])

    assert view.columns == ("Conferencias", "Instituciones")
    assert [(row.name, row.counts, row.total) for row in view.rows] == [
        (Link("Jalisco", "../entidades/jalisco/"), ("1", "—"), "1"),
        (Link("Oaxaca", "../entidades/oaxaca/"), ("1", "1"), "2"),
    ]
    assert {tile.code: (tile.number, tile.shade) for tile in view.tiles if tile.number != "0"} == {
        "JAL": ("1", 2), "OAX": ("2", 3),
    }  # fmt: skip
    assert {(tile.href, tile.words) for tile in view.tiles if tile.href} == {
        ("../entidades/jalisco/", "JAL 1 ficha: Jalisco"),
        ("../entidades/oaxaca/", "OAX 2 fichas: Oaxaca"),
    }
    assert len(view.empty) == 30
    assert sorted(path for path in pages if path.startswith("entidades/")) == [
        "entidades/", "entidades/jalisco/", "entidades/oaxaca/",
    ]  # fmt: skip


def test_a_state_lists_all_that_is_of_it_and_its_records_lead_there() -> None:
    pages = site({
        ("institutions", "una"): record("institutions", title="Una institución", place=OAXACA),
        ("networks", "red"): record("networks", title="Una red", place=OAXACA),
    })  # fmt: skip

    view = state(pages["entidades/oaxaca/"])

    assert [(list_.code, [row.title for row in list_.rows]) for list_ in view.listings] == [
        ("networks", ["Una red"]),
        ("institutions", ["Una institución"]),
    ]
    assert view.counts == ("una red", "una institución")
    assert '<a href="../../entidades/oaxaca/">' in html(pages["instituciones/una/"])
    assert '<a href="../../entidades/oaxaca/">' in html(pages["redes/red/"])


def line(*dates: str):
    """Return the view of a line of time with a meeting on each date."""
    found = {
        ("conferences", f"c{place}"): record("conferences", kind="meeting", **({"date": date} if date else {}))
        for place, date in enumerate(dates)
    }
    return milestones(site(found)["linea-de-tiempo/"])


def test_what_has_a_year_is_as_long_as_it_and_what_has_no_date_is_only_listed() -> None:
    view = line("2021", "2022-06", "")
    assert view.drawing is not None
    year, month = view.drawing.meetings

    assert [tick.name for tick in view.drawing.ticks] == ["2021", "2022"]
    assert (year.x, month.x) == (10, 675)
    assert year.width > 11 * month.width
    assert [one.name for one in view.years] == ["2022", "2021", wording.NO_DATE]


@pytest.mark.parametrize("dates", [(), ("",)])
def test_nothing_is_drawn_of_no_date(dates: tuple[str, ...]) -> None:
    assert line(*dates).drawing is None


def test_too_many_meetings_become_bars_of_years_and_the_older_ones_are_counted() -> None:
    view = line(*["2020-01-02"] * 100, *["2021-01-02"] * 50)
    assert view.drawing is not None

    assert view.drawing.meetings == ()
    assert [bar.title for bar in view.drawing.bars] == ["2020: 100 encuentros", "2021: 50 encuentros"]
    assert view.drawing.bars[0].height == 2 * view.drawing.bars[1].height
    assert view.more == 30


@given(
    st.lists(st.sampled_from(["1999", "2003-01", "2003-02-28", "2020?", "2024-12-31", "2024"]), min_size=1, max_size=20)
)
@settings(max_examples=30, deadline=None)
def test_marks_stay_on_the_drawing_and_never_lie_on_one_another(dates: list[str]) -> None:
    drawing = line(*dates).drawing
    assert drawing is not None

    for one in drawing.meetings:
        assert one.x >= 0
        assert one.x + one.width <= WIDTH
        assert 0 <= one.y < drawing.base
    for one, other in combinations(drawing.meetings, 2):
        assert one.y != other.y or one.x + one.width <= other.x or other.x + other.width <= one.x


def test_ties_are_drawn_between_neighbouring_columns_and_all_are_in_the_list() -> None:
    view = ties(
        site({
            ("networks", "red"): record("networks", title="Red", members=["una"]),
            ("institutions", "una"): record("institutions", title="Una"),
            ("conferences", "charla"): record(
                "conferences", title="Charla", institution="una", people=[{"person": "ana"}]
            ),
            ("speakers", "ana"): record(
                "speakers", title="Ana", offices=[{"title": "Titular", "institution": "una"}]
            ),
        })["relaciones/"]
    )  # fmt: skip

    assert [column.title for column in view.columns] == ["Redes", "Instituciones", "Conferencias", "Personas"]
    assert view.width == 4 * BOX + 3 * BETWEEN
    assert len(view.lines) == 3
    assert [(one.link.text, [(names.what, names.links[0].text) for names in one.names]) for one in view.list] == [
        ("Una", [("Redes", "Red"), ("Conferencias", "Charla"), ("Personas", "Ana")])
    ]


def test_who_has_no_line_is_only_in_the_list_which_is_in_spanish_order() -> None:
    view = ties(
        site({
            ("institutions", "camara"): record("institutions", title="Cámara"),
            ("institutions", "cimas"): record("institutions", title="Cimas"),
            ("conferences", "charla"): record("conferences", title="Charla", institution="cimas"),
            ("speakers", "ana"): record(
                "speakers", title="Ana", offices=[{"title": "Titular", "institution": "camara"}]
            ),
        })["relaciones/"]
    )  # fmt: skip

    assert [[box.label for box in column.boxes] for column in view.columns] == [["Cimas"], ["Charla"]]
    assert [
        (one.link.text, [(names.what, [link.text for link in names.links]) for names in one.names]) for one in view.list
    ] == [
        ("Cámara", [("Personas", ["Ana"])]),
        ("Cimas", [("Conferencias", ["Charla"])]),
    ]


def test_every_number_of_a_drawing_is_whole() -> None:
    """Whole numbers are the same on every machine."""
    pages = site({
        ("networks", "red"): record("networks", members=["una", "dos"], date="2020-05"),
        ("institutions", "una"): record("institutions", place=OAXACA),
        ("institutions", "dos"): record("institutions"),
        ("conferences", "charla"): record("conferences", kind="meeting", institution="una", date="2023"),
    })  # fmt: skip

    for path in ("entidades/", "linea-de-tiempo/", "relaciones/"):
        drawn = re.findall(r'<svg class="picture".*?</svg>', html(pages[path]), re.DOTALL)
        numbers = re.findall(r'\s(?:x|y|d|width|height|viewBox)="([^"]*)"', "".join(drawn))
        assert numbers
        assert [one for one in numbers if "." in one] == []


@pytest.mark.parametrize("path", ["entidades/", "entidades/oaxaca/", "linea-de-tiempo/", "relaciones/"])
def test_a_hostile_name_stays_text(path: str) -> None:
    title = f"Ficha {PAYLOAD}"
    pages = site({
        ("networks", "red"): record("networks", title=title, members=["una"], date="2020-05", place=OAXACA),
        ("institutions", "una"): record("institutions", title=title, place=OAXACA),
        ("conferences", "charla"): record("conferences", title=title, kind="meeting", institution="una", date="2023"),
        ("documents", "nota"): record("documents", title=title, meeting={"title": title, "date": "2021"}),
    })  # fmt: skip

    page = html(pages[path])

    assert dangers(page) == []
    assert path == "entidades/" or PAYLOAD in escaping.unescape(page)


def test_an_empty_archive_has_pages_that_say_so() -> None:
    pages = site({})

    assert "Ninguna ficha dice todavía de qué entidad es." in html(pages["entidades/"])
    assert "Todavía no hay redes ni encuentros." in html(pages["linea-de-tiempo/"])
    assert "Ninguna institución está unida todavía a otra ficha." in html(pages["relaciones/"])


def test_a_line_of_time_needs_only_what_it_lists() -> None:
    opened = site({("conferences", "una"): record("conferences", kind="meeting", date="2023-10")})["linea-de-tiempo/"]

    assert opened.page.milestones == (Milestone("2023-10", MEETING, ("conferences", "una"), ""),)
    assert set(opened.cards) == {("conferences", "una")}
    assert {group.name for group in opened.page.groups} <= set(KINDS)
