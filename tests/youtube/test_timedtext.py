"""The tracks of a video, the choice among them, and what they say: every word once, in order."""

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.captions import Origin, dumps, loads, original
from acervo.archive.cues import LAST_MOMENT, LONGEST_TEXT, Cue
from acervo.youtube import snapshot
from acervo.youtube.timedtext import (
    LONGEST_CUE,
    SHORTEST_CUE,
    EmptyBody,
    Link,
    TimedTextError,
    choose,
    from_json3,
    tracks,
    unroll,
)
from tests.youtube import answers
from tests.youtube.replay import offline

URL = "https://www.youtube.com/api/timedtext?v=ficticio_0A&fmt=json3"
WORDS = st.lists(st.sampled_from(["sí", "no", "«paz»", "R&D", "<i>", "a-->b", "ñandú", "🟠"]), min_size=1, max_size=4)


def body(*events: object) -> bytes:
    return json.dumps({"wireMagic": "pb3", "events": events}).encode()


def said(start: int, lasts: int, *words: str, **more: object) -> dict[str, object]:
    return {"tStartMs": start, "dDurationMs": lasts, "segs": [{"utf8": word, "tOffsetMs": 9} for word in words]} | more


def track(key: str, query: str, ext: str = "json3", host: str = "https://www.youtube.com") -> dict[str, Any]:
    return {key: [{"ext": "vtt", "url": "x"}, {"ext": ext, "url": f"{host}/api/timedtext?v=ficticio_0A{query}"}]}


def test_the_real_extractor_shows_the_real_tracks_only() -> None:
    captions = [("es", "asr", "Spanish (auto-generated)"), ("es-419", "", "Latin America"), ("en", "", "English")]
    extractor, log = offline(answers.well(answers.video(captions=captions)))

    info = extractor.video("ficticio_0A").info

    assert info is not None
    assert any("tlang" in str(formats) for formats in info["automatic_captions"].values())
    found = tracks(info)
    assert [(link.kind, link.lang) for link in found] == [("auto", "es"), ("manual", "en"), ("manual", "es-419")]
    assert all("fmt=json3" in link.url for link in found)
    assert {(link.lang, link.kind) for link in found} == {
        (caption.lang, caption.kind) for caption in snapshot.normalise("ficticio_0A", info).captions
    }
    assert [status for _, status in log] == [200, 200]


def test_language_and_kind_come_from_the_address() -> None:
    info = {
        "subtitles": track("es-x9", "&lang=es-MX") | track("fr", "&lang=fr", ext="srv1"),
        "automatic_captions": track("es", "&lang=es&kind=asr") | track("es-orig", "&lang=es&kind=asr&x=1"),
    }

    assert [(link.kind, link.lang) for link in tracks(info)] == [("auto", "es"), ("manual", "es-MX")]


@pytest.mark.parametrize(
    "info",
    [
        {},
        {"subtitles": None, "automatic_captions": []},
        {"subtitles": {"es": None, "en": [None, 7, {"ext": "json3"}, {"ext": "json3", "url": 3}]}},
        {"automatic_captions": track("fr", "&lang=es&kind=asr&tlang=fr")},
        {"subtitles": track("es", "&lang=../../es")},
        {"subtitles": track("es", "")},
        {"subtitles": track("es", "&lang=es", host="http://www.youtube.com")},
        {"subtitles": track("es", "&lang=es", host="https://youtube.com.example.org")},
        {"subtitles": track("es", "&lang=es", host="https://[")},
        {"subtitles": track("es", "&lang=es", host="file:/etc/passwd#")},
    ],
)
def test_what_is_no_track_of_youtube_is_left_out(info: dict[str, Any]) -> None:
    assert tracks(info) == ()


@pytest.mark.parametrize(
    ("there", "chosen"),
    [
        ("manual es-ES, manual es-419, manual es, manual es-MX, auto es", "manual es-MX"),
        ("manual es-ES, manual es-419, manual es, auto es-MX", "manual es"),
        ("manual es-ES, manual es-419, auto es", "manual es-419"),
        ("manual es-ES, auto es, manual en", "manual es-ES"),
        ("manual en, auto es", "auto es"),
        ("manual en-US, auto en", "manual en-US"),
        ("manual ES-mx, manual es", "manual ES-mx"),
        ("auto en, auto ja, manual fr, manual est, manual eng", ""),
        ("", ""),
    ],
)
def test_the_best_track_is_chosen(there: str, chosen: str) -> None:
    links = [Link(*text.split(), URL) for text in there.split(", ") if text]  # type: ignore[call-arg,arg-type]  # kind, lang

    for order in (links, links[::-1]):
        link = choose(order)
        assert (f"{link.kind} {link.lang}" if link else "") == chosen


def test_the_region_can_be_another() -> None:
    links = [Link("manual", lang, URL) for lang in ("es", "es-ES", "es-MX")]

    assert choose(links, region="ES") == links[1]


def test_an_automatic_track_gives_each_line_once_without_overlap() -> None:
    window = {"tStartMs": 0, "dDurationMs": 99_000, "id": 1, "wpWinPosId": 1}
    answer = body(
        window,
        said(160, 4_000, "buenas", " tardes"),
        said(2_150, 10, "\n", aAppend=1),
        said(2_160, 4_000, "a", " todas&amp;todos\n", "sí"),
        said(9_000, 1_000, "sí"),
    )

    assert from_json3(answer) == (
        Cue(160, 2_160, "buenas tardes"),
        Cue(2_160, 6_160, "a todas&todos sí"),
        Cue(9_000, 10_000, "sí"),
    )


def test_entities_are_unescaped_once_and_tricks_are_taken_out() -> None:
    answer = body(said(0, 1_000, "&amp;lt;b&amp;gt; \u202eal revés\u202c\x00\x1b[31m &#39;sí&#39;\u200b\ufeff"))

    assert from_json3(answer) == (Cue(0, 1_000, "&lt;b&gt; al revés 'sí'"),)


def test_events_that_begin_together_or_out_of_order_lose_nothing() -> None:
    timeless = {"segs": [{"utf8": "cero"}]}
    answer = body(said(5_000, 1_000, "tres"), said(0, 9_000, "uno"), said(0, 8_000, "dos"), timeless)

    assert from_json3(answer) == (Cue(0, 5_000, "uno dos cero"), Cue(5_000, 6_000, "tres"))


@pytest.mark.parametrize(
    ("lasts", "end"), [(0, SHORTEST_CUE), (-5, SHORTEST_CUE), (10**18, LONGEST_CUE), (1, 1), (10**4000, LONGEST_CUE)]
)
def test_an_absurd_duration_is_bounded(lasts: int, end: int) -> None:
    assert from_json3(body(said(0, lasts, "sí"))) == (Cue(0, end, "sí"),)


def test_a_text_without_end_is_cut_where_all_can_see_it() -> None:
    (cue,) = from_json3(body(said(0, 1_000, "palabra " * 12_500)))

    assert len(cue.text) <= LONGEST_TEXT
    assert cue.text.endswith("palabra…")


def test_a_track_without_words_is_no_error() -> None:
    assert from_json3(b'{"wireMagic":"pb3"}') == from_json3(body({"tStartMs": 0}, said(0, 5, "\n"))) == ()


@pytest.mark.parametrize("empty", [b"", b"  \n"])
def test_an_empty_body_says_nothing_of_the_track(empty: bytes) -> None:
    with pytest.raises(EmptyBody, match="no significa que falten"):
        from_json3(empty)


@pytest.mark.parametrize(
    "broken",
    [
        b"<html>429</html>",
        b'{"events": [',
        b"\xff\xfe\xff",
        b"[" * 100_000,
        b"[]",
        b"7",
        b'{"events": {}}',
        b'{"events": null}',
        body(3),
        body({"segs": 7}),
        body({"segs": [7]}),
        body({"segs": [{"utf8": 7}]}),
        body(said(0, 1, "a") | {"tStartMs": "0"}),
        body(said(0, 1, "a") | {"tStartMs": 1.5}),
        body(said(0, 1, "a") | {"tStartMs": True}),
        body(said(0, 1, "a") | {"tStartMs": None}),
        body(said(0, 1, "a") | {"dDurationMs": "1"}),
        body(said(-1, 1, "a")),
        body(said(LAST_MOMENT, 1, "a")),
        body(said(0, 1, "a")).replace(b'"tStartMs": 0', b'"tStartMs": NaN'),
        body(said(0, 1, "a")).replace(b'"tStartMs": 0', b'"tStartMs": ' + b"9" * 5_000),
    ],
    ids=range(21),
)
def test_a_broken_body_is_refused_in_spanish(broken: bytes) -> None:
    with pytest.raises(TimedTextError, match=r"Los subtítulos no (tienen la forma de json3|son JSON completo)"):
        from_json3(broken)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["tStartMs", "dDurationMs", "segs", "utf8", "aAppend"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(st.lists(JSON, max_size=4))
def test_no_body_raises_anything_but_its_own_error(events: list[object]) -> None:
    try:
        cues = from_json3(body(*events))
    except TimedTextError:
        return
    assert not cues or loads(dumps(original("ficticio_0A", "es", Origin.AUTOMATIC, cues))).cues == cues


@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(-10, 9_000), WORDS), min_size=1, max_size=12))
def test_every_word_is_kept_once_and_times_go_forward(lines: list[tuple[int, int, list[str]]]) -> None:
    events = [said(start, lasts, *(f" {word}" for word in words)) for start, lasts, words in lines]

    cues = from_json3(body(*events))
    kept = loads(dumps(original("ficticio_0A", "es", Origin.AUTOMATIC, cues))).cues

    spoken = [word for _, _, words in sorted(lines, key=lambda line: line[0]) for word in words]
    assert " ".join(cue.text for cue in kept).split() == spoken
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert all(cue.start < cue.end for cue in kept)


def test_what_a_rolling_track_repeats_is_dropped_and_what_people_repeat_is_not() -> None:
    cues = [
        Cue(0, 10, " \nsí"),
        Cue(10, 20, "sí\n "),
        Cue(20, 30, "sí\nsí"),
        Cue(30, 40, "sí\n"),
        Cue(40, 50, "sí\nno"),
        Cue(60, 70, "no"),
        Cue(70, 80, " \nno"),
        Cue(80, 90, " \n "),
    ]

    assert unroll(cues) == (
        Cue(0, 10, "sí"),
        Cue(20, 30, "sí"),
        Cue(40, 50, "no"),
        Cue(60, 70, "no"),
        Cue(70, 80, "no"),
    )


def test_a_monstrous_rolling_track_takes_no_time() -> None:
    rows = "\n".join(["sí"] * 100_000)

    assert len(unroll([Cue(0, 1, rows), Cue(1, 2, rows)])) == 2
