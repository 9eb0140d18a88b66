"""Every outcome that YouTube is known for, through the real extractor, with the requests that it cost."""

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from yt_dlp.networking.exceptions import TransportError

from acervo.archive.snapshot import Status
from acervo.youtube import answer, channel
from acervo.youtube.answer import Answer, Silence
from acervo.youtube.extractor import Entry, Listing
from tests.youtube import answers as yt
from tests.youtube.replay import Answerer, Key, Reply, offline

V = yt.video()
NEXT = yt.watch_next(V)
PLAYER = "/youtubei/v1/player"
NEXT_PATH = "/youtubei/v1/next"
UNAVAILABLE = "Video unavailable"
OTHER_COUNTRY = "The uploader has not made this video available in your country"
TERMINATED = "The YouTube account associated with this video has been terminated."
LIVE = {"isLive": True, "isLiveContent": True}
UPCOMING = {"isUpcoming": True, "isLiveContent": True}


def html(status: int, body: bytes = b"<html><body>x</body></html>") -> Reply:
    return status, yt.HTML, body


def api(status: int, body: Any) -> Reply:
    return status, yt.JSON, json.dumps(body).encode()


def refused(status: str, reason: str, subreason: str = "") -> Answerer:
    return yt.server(yt.player(None, status, reason, subreason))


RECIPES: dict[str, tuple[Answerer, Status | Silence, bool, list[str]]] = {
    "well": (yt.well(V), Status.OK, True, ["/watch", PLAYER]),
    "private": (yt.private(), Status.PRIVATE, False, ["/watch", PLAYER]),
    "removed by its owner": (
        yt.server(yt.player(None, "ERROR", UNAVAILABLE, "This video has been removed by the uploader")),
        Status.REMOVED,
        False,
        ["/watch", PLAYER],
    ),
    "account terminated": (
        yt.server(yt.player(None, "ERROR", UNAVAILABLE, TERMINATED)),
        Status.TERMINATED,
        False,
        ["/watch", PLAYER],
    ),
    "bot check": (yt.bot_check(), Silence.BLOCKED, False, ["/watch", PLAYER]),
    "bot check around good data": (
        yt.server(yt.player(None, "LOGIN_REQUIRED", "Sign in to confirm you’re not a bot"), NEXT),
        Silence.BLOCKED,
        False,
        ["/watch", PLAYER],
    ),
    "limit of a visitor": (
        yt.server(yt.player(None, "UNPLAYABLE", "This content isn't available, try again later.")),
        Silence.BLOCKED,
        False,
        ["/watch", PLAYER],
    ),
    "another video's answer": (
        yt.server(yt.player({**V, "id": "ficticio_0E"}), NEXT),
        Silence.BLOCKED,
        False,
        ["/watch", PLAYER],
    ),
    "age gate": (
        yt.server(
            yt.player({**V, "microformat": {"isFamilySafe": False}}, "LOGIN_REQUIRED", "Sign in to confirm your age"),
            NEXT,
        ),
        Status.AGE_RESTRICTED,
        True,
        ["/watch", PLAYER, PLAYER],
    ),
    "other countries, said by the web": (
        yt.server(
            yt.player({**V, "microformat": {"availableCountries": ["MX"]}}, "UNPLAYABLE", UNAVAILABLE, OTHER_COUNTRY),
            NEXT,
        ),
        Status.GEO_BLOCKED,
        True,
        ["/watch", PLAYER],
    ),
    "other countries, said by an app": (
        yt.server(yt.player(V, "UNPLAYABLE", OTHER_COUNTRY), NEXT),
        Status.GEO_BLOCKED,
        True,
        ["/watch", PLAYER],
    ),
    "members only": (
        yt.server(
            yt.player(V, "UNPLAYABLE", "This video is available to this channel's members on level: Una"),
            NEXT,
        ),
        Status.MEMBERS_ONLY,
        True,
        ["/watch", PLAYER],
    ),
    "upcoming": (
        yt.server(
            yt.player({**V, "details": UPCOMING}, "LIVE_STREAM_OFFLINE", "This live event will begin in 18 hours."),
            NEXT,
        ),
        Status.UPCOMING,
        True,
        ["/watch", PLAYER],
    ),
    "live": (yt.server(yt.player({**V, "details": LIVE}), NEXT), Status.LIVE, True, ["/watch", PLAYER]),
    "the app refuses, the page is fine": (
        yt.server(
            yt.player(V),
            NEXT,
            api=api(200, yt.player(None, "ERROR", "This video is not available")),
        ),
        Status.OK,
        True,
        ["/watch", PLAYER],
    ),
    "consent page": (
        yt.server(yt.player(V), NEXT, page=html(200)),
        Status.OK,
        True,
        ["/watch", NEXT_PATH, PLAYER],
    ),
    "429 on the page": (
        yt.server(yt.player(V), NEXT, page=html(429)),
        Status.OK,
        True,
        ["/watch", NEXT_PATH, PLAYER],
    ),
    "429 on the player": (
        yt.server(yt.player(V), NEXT, api=api(429, {})),
        Status.OK,
        True,
        ["/watch", PLAYER],
    ),
    "429 everywhere": (
        yt.everywhere(html(429)),
        Silence.BLOCKED,
        False,
        ["/watch", NEXT_PATH, PLAYER],
    ),
    "403 everywhere": (
        yt.everywhere(html(403)),
        Silence.BLOCKED,
        False,
        ["/watch", NEXT_PATH, PLAYER],
    ),
    "503 everywhere": (yt.everywhere(html(503)), Silence.NETWORK, False, ["/watch", NEXT_PATH]),
    "no connection": (
        yt.everywhere(TransportError("timed out")),
        Silence.NETWORK,
        False,
        ["/watch", NEXT_PATH],
    ),
    "private, in the words of before": (
        refused("LOGIN_REQUIRED", "Private video", "Sign in if you've been granted access to this video"),
        Status.PRIVATE,
        False,
        ["/watch", PLAYER],
    ),
    "unavailable": (
        refused("ERROR", "This video is unavailable"),
        Status.REMOVED,
        False,
        ["/watch", PLAYER],
    ),
    "removed by YouTube": (
        refused("ERROR", UNAVAILABLE, "This video has been removed for violating YouTube's Terms of Service"),
        Status.REMOVED,
        False,
        ["/watch", PLAYER],
    ),
    "removed for a claim": (
        refused("ERROR", UNAVAILABLE, "This video is no longer available due to a copyright claim by Una"),
        Status.REMOVED,
        False,
        ["/watch", PLAYER],
    ),
    "bot check, straight apostrophe": (
        refused("LOGIN_REQUIRED", "Sign in to confirm you're not a bot"),
        Silence.BLOCKED,
        False,
        ["/watch", PLAYER],
    ),
    "limit of a visitor around good data": (
        yt.server(yt.player(None, "UNPLAYABLE", "This content isn't available, try again later."), NEXT),
        Silence.BLOCKED,
        False,
        ["/watch", PLAYER],
    ),
    "private around a title": (
        yt.server(yt.player(None, "LOGIN_REQUIRED", "This video is private"), NEXT),
        Silence.PARTIAL,
        False,
        ["/watch", PLAYER],
    ),
    "inappropriate for some": (
        yt.server(
            yt.player(
                {**V, "microformat": {"isFamilySafe": False}},
                "UNPLAYABLE",
                "This video may be inappropriate for some users.",
            ),
            NEXT,
        ),
        Status.AGE_RESTRICTED,
        True,
        ["/watch", PLAYER, PLAYER],
    ),
    "for who pays for music": (
        yt.server(yt.player(V, "UNPLAYABLE", "This video is only available to Music Premium members"), NEXT),
        Status.MEMBERS_ONLY,
        True,
        ["/watch", PLAYER],
    ),
    "for who pays for it": (
        yt.server(yt.player(V, "UNPLAYABLE", "This video requires payment to watch."), NEXT),
        Status.MEMBERS_ONLY,
        True,
        ["/watch", PLAYER],
    ),
    "premiere": (
        yt.server(yt.player({**V, "details": UPCOMING}, "LIVE_STREAM_OFFLINE", "Premieres in 2 hours"), NEXT),
        Status.UPCOMING,
        True,
        ["/watch", PLAYER],
    ),
    "just ended": (
        yt.server(yt.player({**V, "details": {"isLiveContent": True, "isPostLiveDvr": True}}), NEXT),
        Status.POST_LIVE,
        True,
        ["/watch", PLAYER],
    ),
    "was live": (
        yt.server(yt.player({**V, "details": {"isLiveContent": True}}), NEXT),
        Status.OK,
        True,
        ["/watch", PLAYER],
    ),
    "page for robots with status 200": (
        yt.server(yt.player(V), NEXT, page=html(200, b"<html><title>Sorry...</title>unusual traffic, captcha</html>")),
        Status.OK,
        True,
        ["/watch", NEXT_PATH, PLAYER],
    ),
    "403 on the page": (
        yt.server(yt.player(V), NEXT, page=html(403)),
        Status.OK,
        True,
        ["/watch", NEXT_PATH, PLAYER],
    ),
    "503 on the page": (
        yt.server(yt.player(V), NEXT, page=html(503)),
        Status.OK,
        True,
        ["/watch", NEXT_PATH, PLAYER],
    ),
    "400 on the player": (
        yt.server(yt.player(V), NEXT, api=api(400, {})),
        Status.OK,
        True,
        ["/watch", PLAYER],
    ),
    "403 on the player": (
        yt.server(yt.player(V), NEXT, api=api(403, {})),
        Status.OK,
        True,
        ["/watch", PLAYER],
    ),
    "no title": (
        yt.server(yt.player({**V, "details": {"title": None}})),
        Silence.ERROR,
        False,
        ["/watch", PLAYER],
    ),
    "a title, but no player": (
        yt.server(yt.player({**V, "details": {"title": None}}), NEXT),
        Silence.PARTIAL,
        False,
        ["/watch", PLAYER],
    ),
    "no duration": (
        yt.server(yt.player({**V, "duration": 0}), NEXT),
        Silence.PARTIAL,
        False,
        ["/watch", PLAYER],
    ),
    "an answer of another shape": (
        yt.server(yt.player({**V, "details": {"shortDescription": 5}}), NEXT),
        Silence.ERROR,
        False,
        ["/watch", PLAYER],
    ),
    "a title that is no text": (
        yt.server(yt.player({**V, "details": {"title": ["x"]}}), NEXT),
        Silence.ERROR,
        False,
        ["/watch", PLAYER],
    ),
}


@pytest.mark.parametrize("name", RECIPES)
def test_every_outcome_is_told_apart_and_costs_what_it_should(name: str) -> None:
    server, state, has_record, paths = RECIPES[name]
    extractor, log = offline(server)
    got = extractor.video(V["id"])
    assert (got.state, got.info is not None) == (state, has_record)
    assert [key["path"] for key, _ in log] == paths
    assert (None in [status for _, status in log]) == (name == "no connection")


def test_the_reason_is_what_youtube_said_without_the_advice_of_yt_dlp() -> None:
    extractor, _ = offline(yt.private())
    assert extractor.video(V["id"]).reason == (
        "This video is private. If the owner of this video has granted you access, please sign in"
    )


def test_an_unknown_exception_of_yt_dlp_becomes_an_error_with_its_text() -> None:
    extractor, _ = offline(RECIPES["an answer of another shape"][0])
    got = extractor.video(V["id"])
    assert (got.state, got.info) == (Silence.ERROR, None)
    assert got.reason == "AttributeError: 'int' object has no attribute 'strip'"


def test_an_answer_about_another_video_says_nothing_of_this_one() -> None:
    extractor, _ = offline(yt.well(V))
    info = extractor.video(V["id"]).info
    assert answer.of_info("ficticio_0E", info, []) == Answer(Silence.ERROR, None, "la respuesta es de otro video")


def test_a_geographic_refusal_is_known_by_its_kind_whatever_its_words() -> None:
    refusal = answer.of_failure("ERROR: [youtube] ficticio_0A: No en su país", [], geo_restricted=True)
    assert refusal == Answer(Status.GEO_BLOCKED, None, "No en su país")


def test_what_one_video_caused_is_not_told_of_the_next() -> None:
    servers = {"ficticio_0A": yt.private(), "ficticio_0E": yt.well(yt.video("ficticio_0E"))}
    extractor, log = offline(yt.many(servers))
    assert [extractor.video(video_id).state for video_id in servers] == [Status.PRIVATE, Status.OK]
    assert len(log) == 4


def test_a_fault_of_the_network_is_tried_again_as_often_as_asked() -> None:
    extractor, log = offline(yt.everywhere(html(503)), retries=1)
    pauses = []
    pause = extractor.ydl.params["retry_sleep_functions"]["extractor"]
    extractor.ydl.params["retry_sleep_functions"] = {"extractor": lambda n: pauses.append(pause(n=n)) or 0}
    assert extractor.video(V["id"]).state is Silence.NETWORK
    assert pauses == [5, 5]
    assert [key["path"] for key, _ in log] == ["/watch", "/watch", NEXT_PATH, NEXT_PATH]


@pytest.mark.parametrize("status", [403, 429])
def test_a_refusal_is_never_insisted_upon(status: int) -> None:
    extractor, log = offline(yt.everywhere(html(status)), retries=3)
    assert extractor.video(V["id"]).state is Silence.BLOCKED
    assert [key["path"] for key, _ in log] == ["/watch", NEXT_PATH, PLAYER]


def test_a_pause_is_kept_before_each_request_after_the_first() -> None:
    extractor, log = offline(yt.well(V), pause=0.2)
    before = time.monotonic()
    assert extractor.video(V["id"]).state is Status.OK
    assert time.monotonic() - before >= 0.2 * (len(log) - 1)


def test_a_script_runtime_on_the_machine_costs_no_request_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deno = tmp_path / "deno"
    deno.write_text("#!/bin/sh\necho deno 2.9.0\n")
    deno.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    extractor, log = offline(yt.well(V))
    assert extractor.video(V["id"]).state is Status.OK
    assert len(log) == 2


PAGES = channel.pages(yt.CHANNEL_ID)
ONE, TWO, THREE = (Entry(f"ficticio_0{last}", f"Conferencia {last}") for last in "AEI")


def pairs(*entries: Entry) -> list[tuple[str, str]]:
    return [(entry.id, entry.title) for entry in entries]


def steps(log: list[tuple[Key, int | None]]) -> list[str]:
    return [key["path"].rsplit("/", 1)[-1] for key, _ in log]


def test_a_channel_lists_both_tabs_page_after_page_and_each_video_once() -> None:
    server = yt.channel(
        {
            "videos": yt.tab("Videos", yt.listed(pairs(ONE), "siguiente")),
            "streams": yt.tab("Live", yt.listed(pairs(ONE, THREE))),
        },
        {"siguiente": yt.more(yt.listed(pairs(TWO)))},
    )
    extractor, log = offline(server)
    assert extractor.listing(PAGES) == Listing(Status.OK, (ONE, TWO, THREE))
    assert steps(log) == ["resolve_url", "browse", "browse", "resolve_url", "browse"]
    assert [status for _, status in log] == [200] * 5


def test_a_channel_without_streams_is_listed_all_the_same() -> None:
    videos = yt.tab("Videos", yt.listed(pairs(ONE)))
    extractor, log = offline(yt.channel({"videos": videos, "streams": videos}, {}))
    assert extractor.listing(PAGES) == Listing(Status.OK, (ONE,))
    assert steps(log) == ["resolve_url", "browse"] * 2


def test_hostile_titles_of_a_list_become_plain_lines() -> None:
    items = yt.listed([("ficticio_0A", "<b>Uno</b>\n\u202edos\x00"), ("../../etc/x", "no"), ("ficticio_0E", "")])
    extractor, _ = offline(yt.channel({"videos": yt.tab("Videos", items)}, {}))
    assert extractor.listing(PAGES[:1]).entries == (
        Entry("ficticio_0A", "<b>Uno</b> dos"),
        Entry("ficticio_0E", ""),
    )


def alert(text: str) -> Answerer:
    page = {"alerts": [{"alertRenderer": {"type": "ERROR", "text": {"simpleText": text}}}]}
    return yt.channel({"videos": page, "streams": page}, {})


def test_a_terminated_channel_is_told_as_such() -> None:
    extractor, log = offline(alert("This account has been terminated for a violation."))
    listing = extractor.listing(PAGES)
    assert (listing.state, listing.entries) == (Status.TERMINATED, ())
    assert steps(log) == ["resolve_url", "browse"]


def test_an_absent_channel_is_told_as_such() -> None:
    extractor, _ = offline(alert("This channel does not exist."))
    assert extractor.listing(PAGES).state is Status.REMOVED


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The playlist does not exist.", Status.REMOVED),
        ("This playlist type is unviewable.", Silence.ERROR),
        ("This channel was removed because it violated our Community Guidelines.", Status.TERMINATED),
    ],
)
def test_a_list_that_is_not_there_is_told_as_such(text: str, state: Status | Silence) -> None:
    page = {"alerts": [{"alertRenderer": {"type": "ERROR", "text": {"simpleText": text}}}]}
    endpoint = {"endpoint": {"browseEndpoint": {"browseId": "VLPLficticia_ficticia"}}}
    extractor, log = offline(lambda key: api(200, endpoint if key["path"].endswith("/resolve_url") else page))
    listing = extractor.listing(channel.pages("PLficticia_ficticia"))
    assert (listing.state, listing.entries) == (state, ())
    assert text.rstrip(".") in listing.reason
    assert steps(log) == ["resolve_url", "browse"]


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        (html(429), Silence.BLOCKED),
        (html(503), Silence.NETWORK),
        (TransportError("timed out"), Silence.NETWORK),
        (html(404), Status.REMOVED),
    ],
)
def test_a_list_that_cannot_be_read_says_why(reply: Reply, state: Status | Silence) -> None:
    extractor, log = offline(yt.everywhere(reply))
    listing = extractor.listing(PAGES)
    assert (listing.state, listing.entries) == (state, ())
    assert steps(log) == ["resolve_url"]


@pytest.mark.parametrize(("status", "state"), [(429, Silence.BLOCKED), (503, Silence.NETWORK)])
def test_a_list_cut_in_its_middle_keeps_what_was_read_and_says_so(status: int, state: Silence) -> None:
    videos = yt.tab("Videos", yt.listed(pairs(ONE, TWO), "siguiente"))
    extractor, log = offline(yt.channel({"videos": videos}, {"siguiente": html(status)}))
    listing = extractor.listing(PAGES)
    assert (listing.state, listing.entries) == (state, (ONE, TWO))
    assert steps(log) == ["resolve_url", "browse", "browse"]
