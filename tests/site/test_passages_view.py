"""Passages on their conference's page, and on the pages of what they cite: in words, in colour, at the right second."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.captions import CaptionState, Origin
from acervo.archive.holding import Holding, SnapshotFile
from acervo.archive.snapshot import Snapshot, Status
from acervo.archive.transcript import Paragraph, Transcript
from acervo.records.models.conference import Conference
from acervo.records.models.moments import text as moment
from acervo.site.page import Opened
from acervo.site.views.parts.passages import (
    COLOURS,
    GREY,
    LANE,
    WIDTH,
    CitedView,
    MomentView,
    PassagesView,
    Stretch,
    cited,
    passages,
)
from acervo.site.views.parts.reach import Link, reach
from tests.site.opening import html, record, site

NAMED = {
    ("topics", "luna"): record("topics", title="Luna (ficticia)"),
    ("topics", "sol"): record("topics", title="Sol (ficticio)"),
    ("documents", "ley-ficticia"): record("documents", title="Ley ficticia"),
    ("conferences", "otra-charla"): record("conferences", title="Otra charla"),
}
VIDEO = "ejemplo0001"


def opened(*written: dict[str, object], path: str = "conferencias/una-charla/", **recording: object) -> Opened:
    talk = record(
        "conferences", title="Una charla", date="2024-05-25", recording={"passages": list(written), **recording}
    )
    return site({("conferences", "una-charla"): talk, **NAMED})[path]


def view(page: Opened) -> PassagesView | None:
    assert isinstance(page.record, Conference)
    return passages(page, page.record, reach(page.page.path, page.cards))


def lasting(page: Opened, seconds: int) -> Opened:
    return replace(page, snapshot=Snapshot(id=VIDEO, duration=seconds, status=Status.OK))


def said(*starts: int, end: int) -> Transcript:
    ends = [*starts[1:], end]
    spoken = tuple(Paragraph(start, end_, "", "Palabras", 1) for start, end_ in zip(starts, ends, strict=True))
    return Transcript("a.vtt", "es", Origin.MANUAL, CaptionState.REVIEWED, "", spoken)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_conference_without_passages_shows_nothing() -> None:
    assert view(opened()) is None


def test_a_passage_says_everything_in_words() -> None:
    page = opened(
        {"start": "10:00", "note": "Sin tema"},
        {
            "start": "0:30",
            "end": "5:00",
            "topics": ["luna", "sol"],
            "document": "ley-ficticia",
            "article": "Artículo 4",
            "conference": "otra-charla",
        },
        youtube=VIDEO,
    )
    found = view(lasting(page, 1_200))

    assert found is not None
    assert [one._asdict() for one in found.list] == [
        {
            "anchor": "pasaje-30",
            "start": "0:30",
            "end": "5:00",
            "seconds": 30,
            "href": f"https://www.youtube.com/watch?v={VIDEO}&t=30s",
            "colour": COLOURS[0],
            "topics": (Link("Luna (ficticia)", "../../temas/luna/"), Link("Sol (ficticio)", "../../temas/sol/")),
            "document": Link("Ley ficticia", "../../documentos/ley-ficticia/"),
            "article": "Artículo 4",
            "conference": Link("Otra charla", "../../conferencias/otra-charla/"),
            "note": "",
        },
        {
            "anchor": "pasaje-600",
            "start": "10:00",
            "end": "",
            "seconds": 600,
            "href": f"https://www.youtube.com/watch?v={VIDEO}&t=600s",
            "colour": GREY,
            "topics": (),
            "document": None,
            "article": "",
            "conference": None,
            "note": "Sin tema",
        },
    ]
    assert found.bar == (
        Stretch(25, 0, 224, COLOURS[0], "0:30 Luna (ficticia), Sol (ficticio)"),
        Stretch(500, 0, 499, GREY, "10:00 Sin tema"),
    )
    assert (found.width, found.height, found.lane) == (WIDTH, LANE, LANE)


def test_one_topic_has_one_colour_and_overlapping_passages_lie_in_lanes() -> None:
    found = view(
        opened(
            {"start": "0:00", "end": "0:30", "topics": ["luna"]},
            {"start": "0:10", "end": "0:20", "topics": ["sol"]},
            {"start": "0:30", "end": "1:00", "topics": ["luna"]},
        )
    )

    assert found is not None
    assert [(one.y, one.colour) for one in found.bar] == [(0, COLOURS[0]), (LANE, COLOURS[1]), (0, COLOURS[0])]
    assert found.height == 2 * LANE


@pytest.mark.parametrize(("start", "href"), [("0:10", "#t-10"), ("0:54", "#t-10"), ("0:55", "#t-55")])
def test_a_moment_leads_to_the_paragraph_that_is_spoken_then(start: str, href: str) -> None:
    page = replace(opened({"start": start, "note": "x"}, youtube=VIDEO), transcript=said(10, 55, end=80))
    found = view(page)

    assert found is not None
    assert found.list[0].href == href


@pytest.mark.parametrize("start", ["0:09", "1:20"])
def test_before_and_after_the_transcript_a_moment_leads_to_the_video(start: str) -> None:
    page = replace(opened({"start": start, "note": "x"}, youtube=VIDEO), transcript=said(10, 55, end=80))
    found = view(page)

    assert found is not None
    assert found.list[0].href.startswith("https://www.youtube.com/watch?v=")


def test_a_moment_of_a_lost_video_leads_to_a_copy_that_plays_or_nowhere() -> None:
    gone = Holding(SnapshotFile("a", "a.json", "0", Status.PRIVATE.value, False, 0, 60))
    copies = [
        {"title": "Página", "url": "https://a.example/v"},
        {"title": "Copia", "url": "https://a.example/v.mp4", "media_type": "video/mp4"},
    ]
    hrefs = [
        found.list[0].href
        for kept in ([], copies)
        if (found := view(replace(opened({"start": "0:30", "note": "x"}, youtube=VIDEO, copies=kept), holding=gone)))
    ]

    assert hrefs == ["", "https://a.example/v.mp4#t=30"]


def test_two_passages_at_one_second_have_one_anchor() -> None:
    found = view(opened({"start": "0:30", "note": "una"}, {"start": "0:30", "note": "otra"}))

    assert found is not None
    assert [one.anchor for one in found.list] == ["pasaje-30", ""]


def test_what_is_cited_lists_talk_and_moments() -> None:
    passages_ = (
        {"start": "10:00", "document": "ley-ficticia", "article": "Artículo 4"},
        {"start": "0:30", "document": "ley-ficticia", "topics": ["luna"]},
    )
    document = opened(*passages_, path="documentos/ley-ficticia/")
    topic = opened(*passages_, path="temas/luna/")
    talk = "../../conferencias/una-charla/"

    assert cited(document, reach(document.page.path, document.cards)) == (
        CitedView(
            "Una charla",
            talk,
            "25 de mayo de 2024",
            (
                MomentView("0:30", f"{talk}?t=30#pasaje-30", ""),
                MomentView("10:00", f"{talk}?t=600#pasaje-600", "Artículo 4"),
            ),
        ),
    )
    assert [one.moments for one in cited(topic, reach(topic.page.path, topic.cards))] == [
        (MomentView("0:30", f"{talk}?t=30#pasaje-30", ""),)
    ]
    assert "Quién lo cita</h2>" in html(document)
    assert f'href="{talk}?t=30#pasaje-30"' in html(topic)


def test_a_topic_of_the_whole_talk_cites_no_moment() -> None:
    talk = record("conferences", topics=["luna"])
    page = site({("conferences", "una-charla"): talk, **NAMED})["temas/luna/"]

    assert cited(page, reach(page.page.path, page.cards)) == ()
    assert "en las grabaciones" not in html(page)


@pytest.mark.parametrize("colour", [*COLOURS, GREY])
@pytest.mark.parametrize("ground", ["#ffffff", "#faf6f2", "#181a20", "#1f222a"])
def test_colours_stand_out_on_the_grounds_of_both_themes(colour: str, ground: str) -> None:
    darker, lighter = sorted((luminance(colour), luminance(ground)))

    assert (lighter + 0.05) / (darker + 0.05) >= 3


@given(
    st.lists(st.tuples(st.integers(0, 9_000), st.none() | st.integers(1, 9_000)), min_size=1, max_size=40),
    st.none() | st.integers(1, 9_999),
)
def test_every_stretch_lies_within_the_bar_and_none_on_another(
    drawn: list[tuple[int, int | None]], duration: int | None
) -> None:
    written = [
        {"start": moment(start), "note": "x", **({"end": moment(start + length)} if length else {})}
        for start, length in drawn
    ]
    page = opened(*written)
    found = view(lasting(page, duration) if duration else page)

    assert found is not None
    assert len(found.bar) == len(found.list) == len(drawn)
    for one in found.bar:
        assert 0 <= one.x <= one.x + one.width <= WIDTH
        assert 0 <= one.y <= found.height - LANE
    anchors = [one.anchor for one in found.list if one.anchor]
    assert len(set(anchors)) == len(anchors) == len({start for start, _ in drawn})


def test_the_sheet_has_the_grounds_that_the_colours_were_measured_on(request: pytest.FixtureRequest) -> None:
    sheet = (request.config.rootpath / "overrides" / "assets" / "stylesheets" / "acervo.css").read_text("utf-8")

    assert {*re.findall(r"--(?:ground|soft): (#[0-9a-f]{6});", sheet)} == {"#ffffff", "#faf6f2", "#181a20", "#1f222a"}
