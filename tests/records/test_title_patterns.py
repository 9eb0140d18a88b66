"""A pattern says how a channel writes its titles: what it takes, what it refuses, and what it finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.checks.validation import validate
from acervo.records.models import patterns
from acervo.records.models.kinds import KINDS
from acervo.records.models.patterns import PATTERN, PLACES, PatternError
from acervo.records.problems import Finding

FULL = "Ciclo Nube {number}: {title} | {people} | {date}"


def places(pattern: str, title: str) -> dict[str, str]:
    """Return what stands in each place of a title."""
    return {place: title[start:end] for place, start, end in patterns.parse(pattern).match(title)}


@pytest.mark.parametrize(
    ("pattern", "title", "found"),
    [
        (
            FULL,
            "Ciclo Nube 12: Abrir la nube | Ana Inventada y Eva Ficticia | 25 de mayo de 2024",
            {
                "number": "12",
                "title": "Abrir la nube",
                "people": "Ana Inventada y Eva Ficticia",
                "date": "25 de mayo de 2024",
            },
        ),
        # Capitals, accents, spaces, and kinds of dashes, quotes and bars do not count; what is found is as written.
        (
            "Sesión – «{title}» | {people}",
            'SESION   - "Qué ES una nube" ｜  Íñigo Ñandú',
            {"title": "Qué ES una nube", "people": "Íñigo Ñandú"},
        ),
        ("Ciclo: {title}", "𝗖𝗶𝗰𝗹𝗼： 𝗡𝘂𝗯𝗲", {"title": "𝗡𝘂𝗯𝗲"}),
        ("{title}", "  Una nube  ", {"title": "Una nube"}),
        # The title takes what the others leave.
        ("{title} | {date}", "Agua | Aire | mayo 2024", {"title": "Agua | Aire", "date": "mayo 2024"}),
        ("{title}|{people}", " Agua  |  Ana Ñ. ", {"title": "Agua", "people": "Ana Ñ."}),
        ("{number}. {title}", "3. Agua. Aire", {"number": "3", "title": "Agua. Aire"}),
        ("{anything} - {title} - {anything}", "a - b - c - d", {"anything": "d", "title": "b - c"}),
        ("{anything}Nube: {title}", "Nube: agua", {"anything": "", "title": "agua"}),
        ("Sesión {number}: {title}", "Sesión XIV: agua", {"number": "XIV", "title": "agua"}),
        ("{number} sesión: {title}", "2ª sesión: agua", {"number": "2ª", "title": "agua"}),
    ],
)
def test_a_title_that_follows_a_pattern_gives_what_stands_in_its_places(pattern, title, found) -> None:
    assert places(pattern, title) == found


@pytest.mark.parametrize(
    ("pattern", "title"),
    [
        (FULL, "Otro ciclo 12: Agua | Ana | mayo"),
        (FULL, "Ciclo Nube 12: Agua | Ana"),
        ("Ciclo: {title}", "Ciclo:"),
        ("Ciclo: {title}", "Ciclo:   "),
        ("{title} | {people}", "Agua | "),
        ("{people} | {title}", " | Agua"),
        ("{number}: {title}", "Violencia digital: agua"),
        ("año {title}", "ano nuevo"),
        ("aa{title}aa", "aaa"),
        ("{title}", ""),
    ],
)
def test_a_title_that_does_not_follow_it_gives_nothing(pattern, title) -> None:
    assert patterns.parse(pattern).match(title) == ()


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "pattern_title"),
        ("Ciclo: {people}", "pattern_title"),
        ("{título}", "pattern_place"),
        ("{Title}", "pattern_place"),
        ("{title} {}", "pattern_place"),
        ("{title", "pattern_brace"),
        ("title}", "pattern_brace"),
        ("{{title}}", "pattern_brace"),
        ("{title} y {title}", "pattern_twice"),
        ("{title}{people}", "pattern_glued"),
        ("{title}  {people}", "pattern_glued"),
        ("{title}\u0301{people}", "pattern_glued"),
    ],
)
def test_what_is_no_pattern_says_why(pattern, reason) -> None:
    with pytest.raises(PatternError) as refused:
        patterns.parse(pattern)

    assert refused.value.reason == reason


@given(
    literals=st.lists(st.text("abc -|:«»{}"), min_size=1, max_size=5),
    named=st.lists(st.sampled_from([*PLACES, "otro"]), max_size=4),
)
def test_the_expression_of_the_schema_takes_every_pattern_that_we_take(literals, named) -> None:
    text = literals[0] + "".join(
        "{" + place + "}" + literal for place, literal in zip(named, literals[1:], strict=False)
    )
    try:
        patterns.parse(text)
    except PatternError as refused:
        if refused.reason in ("pattern_twice", "pattern_glued"):
            return
        assert not re.fullmatch(PATTERN, text)
    else:
        assert re.fullmatch(PATTERN, text)


WORD = st.text("abñÁ ", min_size=1).filter(lambda text: text.strip() == text)


@given(title=WORD, people=WORD, before=st.text("xyz ", max_size=5))
def test_what_was_put_into_the_places_comes_out_of_them(title, people, before) -> None:
    written = f"{before} : {title} // {people}"

    assert places(f"{before} : {{title}} // {{people}}", written) == {"title": title, "people": people}


@given(
    title=st.text(max_size=300),
    pattern=st.sampled_from([FULL, "{title} a {date}", "{anything}-{title}-{people}x", "{title}"]),
)
def test_any_title_is_cut_into_pieces_of_itself_in_order_or_not_at_all(title, pattern) -> None:
    spans = patterns.parse(pattern).match(title)

    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(title[span.start : span.end].strip() == title[span.start : span.end] for span in spans)


def test_a_series_takes_patterns_and_ignored_videos_and_refuses_what_is_neither() -> None:
    sound = {
        "title": "Ciclo Nube",
        "institution": "instituto-inventado",
        "updated": "2026-01-15",
        "title_patterns": [FULL, "{title} | Ciclo Nube"],
        "ignored_videos": ["-ficticio0A"],
    }

    record = validate(KINDS["series"].model, sound)
    assert (record.title_patterns, record.ignored_videos) == ((FULL, "{title} | Ciclo Nube"), ("-ficticio0A",))
    assert validate(KINDS["series"].model, sound | {"title_patterns": ["{title}", "{ponente}"]}) == [
        Finding(
            ("title_patterns", "1"),
            "pattern_place",
            {"value": "{ponente}", "shape": "un texto suelto", "suggestion": ""},
        )
    ]
    assert validate(KINDS["series"].model, sound | {"ignored_videos": ["youtu.be/-ficticio0A"]}) == [
        Finding(
            ("ignored_videos", "0"),
            "video_shape",
            {"value": "youtu.be/-ficticio0A", "shape": "un texto suelto", "suggestion": "-ficticio0A", "certain": True},
        )
    ]
