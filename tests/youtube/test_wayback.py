"""What archive.org keeps, through the real yt-dlp: copies are found, silence is never taken for absence."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yt_dlp.networking.exceptions import TransportError

from acervo.archive.snapshot import Copy, Snapshot, dumps, loads
from acervo.youtube import wayback
from tests.youtube import answers as yt
from tests.youtube.replay import Key, Reply, offline

ID = "-Ficticio0A"
OTHER_CASE = "-ficticio0A"
TODAY = date(2026, 11, 20)
WATCH = f"https://www.youtube.com/watch?v={ID}"
FIRST = ("20150415002341", f"http://www.youtube.com:80/watch?v={ID}&feature=youtu.be")

VIDEO_INFO = "web.archive.org/__wb/videoinfo"
CDX = "web.archive.org/cdx/search/cdx"
ITEM = f"archive.org/metadata/youtube-{ID}"
REQUESTS: list[Key] = [
    {"path": "/__wb/videoinfo", "vid": ID, "host": "web.archive.org"},
    {"path": "/cdx/search/cdx", "url": WATCH, "host": "web.archive.org"},
    {"path": f"/metadata/youtube-{ID}", "host": "archive.org"},
]

RECORDING = Copy(
    "web.archive.org",
    f"https://web.archive.org/web/2oe_/http://wayback-fakeurl.archive.org/yt/{ID}",
    "video",
    "2026-11-20",
)
PAGE = Copy("web.archive.org", f"https://web.archive.org/web/20150415002341/{WATCH}", "page", "2026-11-20")
WHOLE_ITEM = Copy("archive.org", f"https://archive.org/details/youtube-{ID}", "video", "2026-11-20")


def find(replies: dict[str, Reply], requests: int = 3) -> tuple[Copy, ...] | None:
    """Look for copies, and see to it that it costs these requests, in their order, and no more."""
    extractor, log = offline(yt.places(replies), retries=3)
    copies = wayback.find(ID, extractor, TODAY)
    assert [key for key, _ in log] == REQUESTS[:requests]
    return copies


def test_everything_that_is_kept_is_found() -> None:
    copies = find(yt.archived(ID, recording=True, captures=(FIRST,), item=True))

    assert copies == (WHOLE_ITEM, PAGE, RECORDING)
    kept = Snapshot(id=ID, copies=copies)
    assert loads(dumps(kept)) == kept


@pytest.mark.parametrize(
    ("kept", "copies"),
    [
        ({"recording": True}, (RECORDING,)),
        ({"captures": (FIRST,)}, (PAGE,)),
        ({"item": True}, (WHOLE_ITEM,)),
        ({}, ()),
    ],
)
def test_each_copy_is_found_by_itself_and_none_is_told_as_none(kept: dict[str, Any], copies: tuple[Copy, ...]) -> None:
    assert find(yt.archived(ID, **kept)) == copies


def test_the_index_is_asked_for_few_captures_of_just_this_video() -> None:
    assert wayback.captures(ID) == (
        "https://web.archive.org/cdx/search/cdx?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D-Ficticio0A&output=json"
        "&fl=timestamp%2Coriginal&filter=statuscode%3A200&filter=original%3A.%2A-Ficticio0A.%2A&limit=5"
    )


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize(
    "reply",
    [
        TransportError("timed out"),
        (403, yt.HTML, b""),
        (404, yt.HTML, b""),
        (429, yt.HTML, b""),
        (503, yt.HTML, b""),
        (204, yt.JSON, b""),
        (200, yt.JSON, b""),
        (200, yt.HTML, b"<html>Internet Archive: temporarily offline</html>"),
        (200, yt.JSON, b"\xff\xfe"),
        (200, yt.JSON, b"[" * 100_000),
        (200, yt.JSON, b"7"),
        (200, yt.JSON, b'"x"'),
        (200, yt.JSON, b'{"error": "busy"}'),
        (200, yt.JSON, b"0"),
        (200, yt.JSON, b"false"),
        (200, yt.JSON, b'["error"]'),
        (302, {"location": "https://web.archive.example/"}, b""),
    ],
    ids=lambda reply: repr(reply)[:40],
)
def test_an_answer_that_is_missing_or_odd_is_no_absence(reply: Reply, place: int) -> None:
    replies = yt.archived(ID, recording=True, captures=(FIRST,), item=True) | {[VIDEO_INFO, CDX, ITEM][place]: reply}
    extractor, log = offline(yt.places(replies), retries=3)

    assert wayback.find(ID, extractor, TODAY) is None
    assert [key for key, _ in log if "example" not in key["host"]] == REQUESTS[: place + 1]


@pytest.mark.parametrize("tree", [{}, [], None, {"formats": []}, {"formats": None}, {"formats": {"audio": [{}]}}])
def test_a_recording_without_formats_is_none(tree: Any) -> None:
    assert find(yt.archived(ID) | {VIDEO_INFO: yt.as_json(tree)}) == ()


def test_a_recording_in_parts_is_a_recording() -> None:
    tree = {"formats": {"video": [{"url": "https://x.example/"}], "audio": []}}

    assert find(yt.archived(ID) | {VIDEO_INFO: yt.as_json(tree)}) == (RECORDING,)


def test_the_first_capture_of_the_video_itself_is_the_one() -> None:
    captures = (
        ("20100101000000", f"https://www.youtube.com/watch?v={OTHER_CASE}"),
        ("20110101000000", f"https://example.org/watch?v={ID}"),
        ("2012", WATCH),
        ("2013/../../../x", WATCH),
        ("٢٠١٤٠١٠١٠٠٠٠٠٠", WATCH),
        FIRST,
        ("20160101000000", WATCH),
    )

    assert find(yt.archived(ID, captures=captures)) == (PAGE,)


@pytest.mark.parametrize(
    "rows", [[["timestamp", "original"]], [["timestamp", "original"], None, [], ["20150415002341"], {"a": 1}, [1, 2]]]
)
def test_rows_of_another_shape_are_passed_over(rows: Any) -> None:
    assert find(yt.archived(ID) | {CDX: yt.as_json(rows)}) == ()


def test_rows_under_other_names_are_an_odd_answer() -> None:
    assert find(yt.archived(ID) | {CDX: yt.as_json([["original", "timestamp"], [WATCH, "20150415002341"]])}, 2) is None


@pytest.mark.parametrize(
    "tree",
    [
        {"is_dark": True, "metadata": {"identifier": f"youtube-{ID}", "mediatype": "movies"}},
        {"metadata": {"identifier": f"youtube-{OTHER_CASE}", "mediatype": "movies"}},
        {"metadata": {"identifier": f"youtube-{ID}", "mediatype": "audio"}},
        {"metadata": {"identifier": f"youtube-{ID}"}},
        {"metadata": [f"youtube-{ID}"]},
        {"created": 1},
        [],
    ],
)
def test_an_item_that_is_dark_or_of_something_else_is_no_copy(tree: Any) -> None:
    assert find(yt.archived(ID) | {ITEM: yt.as_json(tree)}) == ()


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from([WATCH, "20150415002341"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["formats", "video", "metadata", "identifier", "is_dark"]), inner)
    ),
    max_leaves=10,
)


def test_whatever_it_tells_what_is_found_can_be_kept() -> None:
    replies: list[Reply] = []
    extractor, _ = offline(lambda key: replies[-1])

    @given(JSON_VALUES | st.lists(JSON_VALUES).map(lambda rows: [["timestamp", "original"], *rows]))
    def check(tree: Any) -> None:
        replies.append((200, yt.JSON, json.dumps(tree).encode()))
        copies = wayback.find(ID, extractor, TODAY)

        kept = Snapshot(id=ID, copies=copies or ())
        assert loads(dumps(kept)) == kept

    check()
