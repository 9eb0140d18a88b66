"""A visit: order, manners, what stays on the disk whatever happens, and how it goes on after an accident."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from acervo.archive.snapshot import Pending, Snapshot, Status, dumps, file_name, loads
from acervo.youtube import channel
from acervo.youtube.answer import Silence
from acervo.youtube.extractor import Entry, Listing
from acervo.youtube.history import History
from acervo.youtube.history import loads as history_of
from acervo.youtube.ledger import Past
from acervo.youtube.report import Change, Report, Row, Stop
from acervo.youtube.store import CHECKED, LOCK, Store, StoreError
from acervo.youtube.visit import Step, fetch, fetch_all, fetch_availability, fetch_channels
from tests.youtube import answers as yt
from tests.youtube import hosts
from tests.youtube.replay import Answerer, Key, Reply, offline

DAY = date(2026, 11, 20)
NEXT_DAY = date(2026, 11, 21)
WEEK_LATER = date(2026, 11, 27)
MONTHS_LATER = date(2027, 3, 1)
A, B, C, D, E = (f"ficticio_0{last}" for last in "AEIMQ")
FIRST = ("watch", "player", "picture", "timedtext")
"""What the first visit to a video asks for; the following ones ask for the first two."""
DEAD_NETWORK = yt.everywhere((503, yt.HTML, b"x"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "youtube", tmp_path / "state")


def good(*ids: str, title: str = "Conferencia ficticia") -> Answerer:
    return hosts.good(ids, title=title)


def files(store: Store) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(store.folder.glob("*.*"))}


def everything(store: Store) -> dict[str, bytes]:
    """Return every file of the committed folder."""
    return {
        path.relative_to(store.folder).as_posix(): path.read_bytes()
        for path in sorted(store.folder.rglob("*"))
        if path.is_file()
    }


def titles(store: Store) -> dict[str, str]:
    return {found.id: found.title for found in map(loads, files(store).values())}


def test_a_visit_writes_one_file_per_video_and_says_so(store: Store) -> None:
    extractor, log = offline(good(A, "Ficticio_0A"))
    report = fetch([A, "Ficticio_0A", A], store, extractor, DAY)
    assert report == Report((Row(A, Status.OK, Change.NEW), Row("Ficticio_0A", Status.OK, Change.NEW)))
    assert sorted(files(store)) == ["v_ficticio_0a_400.json", "v_ficticio_0a_401.json"]
    assert titles(store) == {A: "Conferencia ficticia", "Ficticio_0A": "Conferencia ficticia"}
    assert hosts.asked(log) == [(what, one) for one in (A, "Ficticio_0A") for what in FIRST]
    assert not report.failed_here


def test_a_second_visit_touches_no_file(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    path = store.folder / file_name(A)
    os.utime(path, ns=(1, 1))
    before = everything(store)
    extractor, log = offline(good(A))
    report = fetch([A], store, extractor, NEXT_DAY)
    assert report.rows == (Row(A, Status.OK, Change.SAME),)
    assert path.stat().st_mtime_ns == 1
    assert everything(store) == before
    assert hosts.asked(log) == [("watch", A), ("player", A)]
    assert store.checked() == {A: Past(asked="2026-11-21", good="2026-11-21")}


def test_a_change_on_youtube_is_written(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    report = fetch([A], store, offline(good(A, title="Otro título"))[0], NEXT_DAY)
    assert report.rows == (Row(A, Status.OK, Change.UPDATED),)
    assert titles(store) == {A: "Otro título"}


def test_a_private_video_does_not_stop_the_visit_nor_lose_what_was_known(store: Store) -> None:
    fetch([A, B], store, offline(good(A, B))[0], DAY)
    before = loads(files(store)[file_name(A)])
    mixed = hosts.many({A: yt.private(), B: hosts.every(yt.video(B)), C: hosts.every(yt.video(C))})
    report = fetch([A, B, C], store, offline(mixed)[0], NEXT_DAY)
    assert [(row.id, row.state, row.change) for row in report.rows] == [
        (A, Status.PRIVATE, Change.UPDATED),
        (B, Status.OK, Change.UPDATED),
        (C, Status.OK, Change.NEW),
    ]
    doubt = Pending(Status.PRIVATE, "2026-11-21", "2026-11-20")
    assert loads(files(store)[file_name(A)]) == replace(before, pending=doubt)
    assert store.checked()[A] == Past(asked="2026-11-21", good="2026-11-20")


def test_the_first_block_ends_the_visit_and_oembed_tells_of_the_rest(store: Store) -> None:
    fetch([A, B, C], store, offline(good(A, B, C))[0], DAY)
    before = everything(store)
    servers = {A: yt.video(A, title="Conferencia ficticia"), C: yt.video(C), D: yt.video(D, title="Nueva")}
    refused = hosts.every(yt.video(B), watch=yt.bot_check(), player=yt.bot_check())
    server = hosts.many({one: hosts.every(v) for one, v in servers.items()} | {B: refused})
    extractor, log = offline(server)
    report = fetch([A, B, C, D], store, extractor, NEXT_DAY)
    why = "YouTube no quiso responder: Sign in to confirm you’re not a bot"
    assert report == Report(
        (
            Row(A, Status.OK, Change.SAME),
            Row(B, Status.OK, Change.SAME, notes=(why,), origin="oembed"),
            Row(C, Status.OK, Change.SAME, origin="oembed"),
            Row(D, Status.OK, Change.NEW, origin="oembed"),
        ),
        (),
        Stop.BLOCKED,
    )
    assert hosts.asked(log) == [
        *(("watch", A), ("player", A), ("watch", B), ("player", B)),
        *(("oembed", B), ("oembed", C), ("oembed", D)),
    ]
    assert {name: before[name] for name in before} == {name: everything(store)[name] for name in before}
    assert loads(files(store)[file_name(D)]) == Snapshot(
        id=D,
        title="Nueva",
        channel="Canal Ficticio",
        uploader_id="@canalficticio",
        status=Status.OK,
        status_since="2026-11-21",
        origin="oembed",
    )
    assert store.checked() == {
        A: Past(asked="2026-11-21", good="2026-11-21"),
        **{one: Past(asked="2026-11-20", looked="2026-11-21", good="2026-11-21") for one in (B, C)},
        D: Past(looked="2026-11-21", good="2026-11-21"),
    }
    assert not report.failed_here


def test_a_block_of_oembed_too_ends_the_visit_there(store: Store) -> None:
    extractor, log = offline(yt.everywhere(hosts.REFUSED))
    report = fetch([A, B, C], store, extractor, DAY)
    assert ([(row.id, row.state, row.origin) for row in report.rows], report.unvisited, report.stop) == (
        [(A, Silence.BLOCKED, "")],
        (B, C),
        Stop.BLOCKED,
    )
    assert hosts.asked(log) == [("watch", A), ("next", A), ("player", A), ("oembed", A)]
    assert everything(store) == {}


def test_a_refusal_stays_in_the_report_when_oembed_does_not_know(store: Store) -> None:
    forbidden = (401, yt.HTML, b"Unauthorized")
    refused = hosts.every(yt.video(A), watch=yt.bot_check(), player=yt.bot_check(), oembed=forbidden)
    extractor, _ = offline(hosts.many({A: refused, B: hosts.removed(B)}))
    report = fetch([A, B], store, extractor, DAY)
    assert report.rows == (
        Row(A, Silence.BLOCKED, Change.KEPT, "Sign in to confirm you’re not a bot"),
        Row(B, Status.REMOVED, Change.NEW, "oEmbed dice que el video no existe", origin="oembed"),
    )
    assert loads(files(store)[file_name(B)]) == Snapshot(id=B, pending=Pending(Status.REMOVED, "2026-11-20"))


def test_the_light_check_after_a_block_keeps_to_the_limit(store: Store) -> None:
    refused = hosts.every(yt.video(A), watch=yt.bot_check(), player=yt.bot_check())
    extractor, log = offline(hosts.many({A: refused, B: hosts.every(yt.video(B)), C: hosts.every(yt.video(C))}))
    report = fetch_all([A, B, C], store, extractor, DAY, limit=2)
    assert [row.id for row in report.rows] == [A, B]
    assert (report.unvisited, report.stop) == ((C,), Stop.BLOCKED)
    assert ("oembed", C) not in hosts.asked(log)


def test_three_faults_of_the_network_in_a_row_end_the_visit(store: Store) -> None:
    servers = {A: DEAD_NETWORK, B: DEAD_NETWORK, C: hosts.every(yt.video(C))}
    report = fetch([A, B, C], store, offline(hosts.many(servers, DEAD_NETWORK))[0], DAY)
    assert ([row.state for row in report.rows], report.stop) == (
        [Silence.NETWORK, Silence.NETWORK, Status.OK],
        None,
    )
    report = fetch([A, B, "ficticio_0U", C], store, offline(DEAD_NETWORK)[0], DAY)
    assert (len(report.rows), report.unvisited, report.stop) == (3, (C,), Stop.NETWORK)
    assert not report.failed_here
    assert titles(store) == {C: "Conferencia ficticia sobre cuidados"}


def test_an_answer_of_another_shape_is_one_row_and_the_visit_goes_on(store: Store) -> None:
    odd = yt.well(yt.video(A, details={"shortDescription": 5}))
    report = fetch([A, B], store, offline(hosts.many({A: odd, B: hosts.every(yt.video(B))}))[0], DAY)
    assert report.rows == (
        Row(A, Silence.ERROR, Change.KEPT, "AttributeError: 'int' object has no attribute 'strip'"),
        Row(B, Status.OK, Change.NEW),
    )


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        (b"<<<<<<< HEAD\n", "El archivo no es JSON completo (¿un conflicto de Git sin resolver?)."),
        (b"\xff", "El archivo no está en UTF-8."),
        (dumps(Snapshot(id=B)).encode(), f"El archivo es de otro video ({B})."),
    ],
)
def test_a_spoilt_file_is_reported_never_overwritten(store: Store, spoilt: bytes, why: str) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    path = store.folder / file_name(A)
    path.write_bytes(spoilt)
    extractor, log = offline(good(A, B))
    report = fetch([A, B], store, extractor, DAY)
    assert report.rows == (
        Row(A, None, Change.FAILED, f"no se pudo leer lo guardado. {why}"),
        Row(B, Status.OK, Change.NEW),
    )
    assert path.read_bytes() == spoilt
    assert report.failed_here
    assert {video_id for _, video_id in hosts.asked(log)} == {B}


def test_what_is_no_id_is_refused_before_the_first_request(store: Store) -> None:
    extractor, log = offline(good(A))
    with pytest.raises(ValueError, match="etc"):
        fetch([A, "../../etc"], store, extractor, DAY)
    assert log == []
    assert not store.folder.exists()


def test_progress_tells_each_video_before_and_after(store: Store) -> None:
    steps: list[Step] = []
    fetch([A, B], store, offline(good(A, B))[0], DAY, steps.append)
    done = Row(A, Status.OK, Change.NEW), Row(B, Status.OK, Change.NEW)
    assert steps == [Step(1, 2, A), Step(1, 2, A, done[0]), Step(2, 2, B), Step(2, 2, B, done[1])]


# Order


def test_unseen_videos_come_first_then_the_longest_unchecked(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], NEXT_DAY)
    fetch([B], store, offline(good(B))[0], DAY)
    report = fetch_all([A, B, C, D], store, offline(good(A, B, C, D))[0], MONTHS_LATER, limit=3)
    assert [row.id for row in report.rows] == [C, D, B]
    assert (report.unvisited, report.stop) == ((A,), None)


def test_visits_with_a_limit_reach_every_video_and_then_rest(store: Store) -> None:
    ids = [A, B, C, D, E]
    reports = [fetch_all(ids, store, offline(good(*ids))[0], DAY, limit=2) for _ in range(4)]
    assert [[row.id for row in report.rows] for report in reports] == [[A, B], [C, D], [E], []]
    assert [len(report.unvisited) for report in reports] == [3, 1, 0, 0]
    assert [report.resting for report in reports] == [0, 2, 4, 5]


def test_what_is_not_due_is_visited_only_when_somebody_insists(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    extractor, log = offline(good(A))
    assert fetch_all([A], store, extractor, NEXT_DAY) == Report((), resting=1)
    assert log == []
    assert fetch_all([A], store, extractor, NEXT_DAY, force=True).rows == (Row(A, Status.OK, Change.SAME),)
    assert fetch([A], store, extractor, NEXT_DAY).rows == (Row(A, Status.OK, Change.SAME),)


@pytest.mark.parametrize("server", [yt.everywhere(hosts.REFUSED), DEAD_NETWORK], ids=["blocked", "network"])
def test_a_video_that_was_not_answered_for_keeps_its_turn(store: Store, server: Answerer) -> None:
    fetch([A, B], store, offline(good(A, B))[0], DAY)
    fetch([A, B], store, offline(server)[0], NEXT_DAY)
    assert store.checked() == dict.fromkeys([A, B], Past(asked="2026-11-20", good="2026-11-20"))


@pytest.mark.parametrize(
    "ledger",
    [None, b"", b"{", b"[]", b'{"x": 1}', b'{"ficticio_0A": "2026-11-21"}', b"\xff", b"[" * 100_000],
    ids=["lost", "empty", "cut", "a list", "a number", "of before", "no text", "deep"],
)  # fmt: skip
def test_a_lost_or_spoilt_ledger_does_no_harm(store: Store, ledger: bytes | None) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    path = store.state / CHECKED
    path.unlink()
    if ledger is not None:
        path.write_bytes(ledger)
    report = fetch_all([A], store, offline(good(A))[0], NEXT_DAY)
    assert report.rows == (Row(A, Status.OK, Change.SAME),)
    assert store.checked() == {A: Past(asked="2026-11-21", good="2026-11-21")}


# Companions


def test_the_views_of_the_month_are_kept_apart_and_change_nothing_else(store: Store) -> None:
    views = hosts.many({A: hosts.every(yt.video(A, views=10))})
    more = hosts.many({A: hosts.every(yt.video(A, views=99))})
    for server, day in ((views, DAY), (more, NEXT_DAY), (more, date(2026, 12, 1))):
        report = fetch([A], store, offline(server)[0], day)
    assert report.rows == (Row(A, Status.OK, Change.SAME),)
    text = (store.folder / "history" / file_name(A)).read_text("utf-8")
    assert history_of(text) == History(A, {"2026-11": 10, "2026-12": 99})


def test_a_spoilt_history_is_told_and_left_for_a_person(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    path = store.folder / "history" / file_name(A)
    for spoilt, why in (
        (b"<<<<<<<", "El archivo no es JSON completo (¿un conflicto de Git sin resolver?)."),
        (b"\xff", "El archivo no está en UTF-8."),
        (b'{"id": "ficticio_0E", "views": {}}', f"El archivo es de otro video ({B})."),
    ):
        path.write_bytes(spoilt)
        report = fetch([A], store, offline(good(A))[0], NEXT_DAY)
        note = f"No se pudo leer el historial de vistas. {why}"
        assert report.rows == (Row(A, Status.OK, Change.SAME, notes=(note,)),)
        assert path.read_bytes() == spoilt


def test_picture_and_captions_come_with_the_first_record(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    found = loads(files(store)[file_name(A)])
    assert found.thumbnail is not None
    assert (found.thumbnail.width, found.thumbnail.height) == (320, 180)
    stem = file_name(A).removesuffix(".json")
    assert set(everything(store)) == {
        f"{stem}.json",
        f"history/{stem}.json",
        f"thumbnails/{stem}.webp",
        f"captions/{stem}.es-419.vtt",
    }


def test_a_lost_picture_is_fetched_again_and_no_news_is_written(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    before = everything(store)
    picture = next(store.folder.glob("thumbnails/*.webp"))
    picture.unlink()
    extractor, log = offline(good(A))
    report = fetch([A], store, extractor, NEXT_DAY)
    assert hosts.asked(log) == [("watch", A), ("player", A), ("picture", A)]
    assert everything(store) == before
    assert report.rows == (Row(A, Status.OK, Change.UPDATED),)


@pytest.mark.parametrize("refusing", ["picture", "timedtext"])
def test_a_refused_companion_stops_the_visit_after_keeping_the_record(store: Store, refusing: str) -> None:
    refused = hosts.every(yt.video(A), **{refusing: hosts.REFUSED})
    extractor, log = offline(hosts.many({A: refused, B: hosts.every(yt.video(B))}))
    report = fetch([A, B], store, extractor, DAY)
    assert [(row.id, row.state, row.change, row.origin) for row in report.rows] == [
        (A, Status.OK, Change.NEW, ""),
        (B, Status.OK, Change.NEW, "oembed"),
    ]
    assert len(report.rows[0].notes) == 1
    assert report.stop is Stop.BLOCKED
    assert hosts.asked(log)[-2:] == [(refusing, A), ("oembed", B)]
    assert store.checked()[A] == Past(asked="2026-11-20", good="2026-11-20", owing=True)
    again, _ = offline(good(A, B))
    assert [row.id for row in fetch_all([A, B], store, again, date(2026, 11, 27)).rows] == [B, A]
    assert store.checked()[A] == Past(asked="2026-11-27", good="2026-11-27")
    assert len(everything(store)) == 8


# Channels


def whole_channel(tabs: dict[str, Any], *ids: str) -> Answerer:
    lists, videos = yt.channel(tabs, {}), good(*ids)

    def answer(key: Key) -> Reply | None:
        return lists(key) if key["path"].endswith(("/resolve_url", "/browse")) else videos(key)

    return answer


TABS = {
    "videos": yt.tab("Videos", yt.listed([(A, "Uno"), (B, "Dos")])),
    "streams": yt.tab("Live", yt.listed([(C, "Tres")])),
}
CHANNEL = (channel.place(yt.CHANNEL_ID),)


def test_a_channel_is_listed_and_its_videos_visited(store: Store) -> None:
    extractor, _ = offline(whole_channel(TABS, A, B, C))
    report = fetch_channels(CHANNEL, store, extractor, DAY, limit=2)
    assert report == Report(
        (Row(A, Status.OK, Change.NEW), Row(B, Status.OK, Change.NEW)),
        (C,),
        listing=Listing(Status.OK, (Entry(A, "Uno"), Entry(B, "Dos"), Entry(C, "Tres"))),
    )
    extractor, _ = offline(whole_channel(TABS, A, B, C))
    again = fetch_channels(CHANNEL, store, extractor, DAY, limit=2)
    assert [row.id for row in again.rows] == [C]
    assert (again.unvisited, again.resting) == ((), 2)


def test_channels_that_share_videos_are_visited_as_one(store: Store) -> None:
    extractor, _ = offline(whole_channel(TABS, A, B, C))
    report = fetch_channels((*CHANNEL, channel.place("@canalficticio")), store, extractor, DAY)
    assert [row.id for row in report.rows] == [A, B, C]


FEED = yt.feed([yt.video(A, title="Uno"), yt.video(B, title="Dos")])


def refusing_lists(feed: Reply) -> Answerer:
    """Refuse everything of yt-dlp, answer the feed, and oEmbed for C."""

    def answer(key: Key) -> Reply | None:
        match hosts.kind(key):
            case "feed":
                return feed
            case "oembed":
                return yt.oembed(yt.video(C, title="Tres"))
            case _:
                return hosts.REFUSED

    return answer


def test_a_refused_list_is_asked_of_the_feed_and_yt_dlp_is_left_alone(store: Store) -> None:
    fetch([B], store, offline(good(B))[0], DAY)
    before = files(store)
    extractor, log = offline(refusing_lists(FEED))
    report = fetch_channels(CHANNEL, store, extractor, NEXT_DAY)
    assert report == Report(
        (Row(A, Status.OK, Change.NEW, origin="atom"), Row(B, Status.OK, Change.SAME, origin="atom")),
        (),
        Stop.BLOCKED,
        Listing(Status.OK, (Entry(A, "Uno"), Entry(B, "Dos"))),
        "atom",
    )
    assert [what for what, _ in hosts.asked(log)] == ["resolve_url", "feed"]
    found = loads(files(store)[file_name(A)])
    assert (found.title, found.upload_date, found.origin, found.status) == ("Uno", "2024-05-12", "atom", Status.OK)
    assert files(store)[file_name(B)] == before[file_name(B)]
    assert not report.failed_here


def test_a_list_refused_in_its_middle_is_completed_by_feed_and_oembed(store: Store) -> None:
    first = yt.channel(
        {"videos": yt.tab("Videos", yt.listed([(C, "Tres")], "siguiente"))}, {"siguiente": hosts.REFUSED}
    )
    others = refusing_lists(FEED)

    def answer(key: Key) -> Reply | None:
        return first(key) if key["path"].endswith(("/resolve_url", "/browse")) else others(key)

    extractor, log = offline(answer)
    report = fetch_channels(CHANNEL, store, extractor, DAY)
    assert [(row.id, row.origin) for row in report.rows] == [(A, "atom"), (B, "atom"), (C, "oembed")]
    assert [what for what, _ in hosts.asked(log)] == ["resolve_url", "browse", "browse", "feed", "oembed"]
    assert (report.stop, report.unvisited) == (Stop.BLOCKED, ())


def test_after_a_refusal_other_channels_are_asked_of_their_feeds_only(store: Store) -> None:
    extractor, log = offline(refusing_lists(FEED))
    fetch_channels((*CHANNEL, channel.place("@otrocanal"), channel.place("PLficticia_ficticia")), store, extractor, DAY)
    assert [what for what, _ in hosts.asked(log)] == ["resolve_url", "feed", "feed"]


@pytest.mark.parametrize(("status", "stop"), [(429, Stop.BLOCKED), (503, Stop.NETWORK)])
def test_a_channel_that_cannot_be_listed_is_left_alone(store: Store, status: int, stop: Stop) -> None:
    extractor, log = offline(yt.everywhere((status, yt.HTML, b"x")))
    report = fetch_channels(CHANNEL, store, extractor, DAY)
    assert (report.rows, report.unvisited, report.stop) == ((), (), stop)
    assert [what for what, _ in hosts.asked(log)] == ["resolve_url", "feed"][: 2 if status == 429 else 1]
    assert not report.failed_here


def test_an_interrupted_list_is_reported(store: Store) -> None:
    def interrupt(key: Key) -> Reply | None:
        raise KeyboardInterrupt

    report = fetch_channels(CHANNEL, store, offline(interrupt)[0], DAY)
    assert report == Report((), stop=Stop.INTERRUPTED)


# Availability


def test_the_light_check_costs_one_request_for_each_video_that_is_well(store: Store) -> None:
    fetch([A, B], store, offline(good(A, B))[0], DAY)
    before = everything(store)
    extractor, log = offline(good(A, B))
    report = fetch_availability([A, B], store, extractor, WEEK_LATER)
    assert {(row.id, row.state, row.change, row.origin) for row in report.rows} == {
        (one, Status.OK, Change.SAME, "oembed") for one in (A, B)
    }
    assert sorted(hosts.asked(log)) == [("oembed", A), ("oembed", B)]
    assert everything(store) == before
    assert store.checked() == dict.fromkeys([A, B], Past(asked="2026-11-20", looked="2026-11-27", good="2026-11-27"))
    assert fetch_availability([A, B], store, extractor, WEEK_LATER) == Report((), resting=2)
    assert [row.id for row in fetch_availability([A, B], store, extractor, WEEK_LATER, force=True, limit=1).rows]


def test_a_video_that_oembed_misses_is_asked_about_in_full_and_its_copies_are_kept(store: Store) -> None:
    fetch([A, B], store, offline(good(A, B))[0], DAY)
    copies = yt.places(yt.archived(A, recording=True, item=True))
    server = hosts.many({A: hosts.removed(A, archive=copies), B: hosts.every(yt.video(B))})
    extractor, log = offline(server)
    report = fetch_availability([A, B], store, extractor, WEEK_LATER)
    by_id = {row.id: row for row in report.rows}
    assert by_id[A] == Row(
        A,
        Status.REMOVED,
        Change.UPDATED,
        "Video unavailable. This video has been removed by the uploader",
        ("Copias nuevas en archive.org: 2.",),
    )
    assert [what for what, one in hosts.asked(log) if one == A] == ["oembed", "watch", "player", *["archive"] * 3]
    found = loads(files(store)[file_name(A)])
    assert found.pending == Pending(Status.REMOVED, "2026-11-27", "2026-11-20")
    assert [(copy.source, copy.kind, copy.checked) for copy in found.copies] == [
        ("archive.org", "video", "2026-11-27"),
        ("web.archive.org", "video", "2026-11-27"),
    ]
    again, log = offline(server)
    fetch_availability([A, B], store, again, date(2026, 12, 4))
    assert [what for what, one in hosts.asked(log) if one == A] == ["oembed", "watch", "player"]
    gone = loads(files(store)[file_name(A)])
    assert (gone.status, gone.status_since, gone.last_seen) == (Status.REMOVED, "2026-11-27", "2026-11-20")
    assert gone.copies == found.copies


def test_copies_of_every_video_are_looked_for_when_asked(store: Store) -> None:
    fetch([A, B], store, offline(good(A, B))[0], DAY)
    extractor, log = offline(good(A, B))
    report = fetch_availability([A, B], store, extractor, NEXT_DAY, copies=True)
    assert [what for what, _ in hosts.asked(log)] == ["oembed", *["archive"] * 3] * 2
    assert {row.change for row in report.rows} == {Change.SAME}
    assert {past.copies for past in store.checked().values()} == {"2026-11-21"}
    again, log = offline(good(A, B))
    assert fetch_availability([A, B], store, again, date(2026, 11, 22), copies=True).resting == 2
    assert log == []


def test_an_archive_that_does_not_answer_is_asked_once_and_tried_another_day(store: Store) -> None:
    servers = {one: hosts.removed(one, archive=(503, yt.HTML, b"x")) for one in (A, B)}
    extractor, log = offline(hosts.many(servers))
    report = fetch_availability([A, B], store, extractor, DAY)
    assert [len(row.notes) for row in report.rows] == [1, 0]
    assert [what for what, _ in hosts.asked(log)].count("archive") == 1
    assert {past.copies for past in store.checked().values()} == {""}


def test_a_video_that_may_not_be_embedded_is_well_if_yt_dlp_says_so(store: Store) -> None:
    unembeddable = hosts.every(yt.video(A), oembed=(401, yt.HTML, b"Unauthorized"))
    extractor, log = offline(hosts.many({A: unembeddable}))
    report = fetch_availability([A], store, extractor, DAY)
    assert report.rows == (Row(A, Status.OK, Change.NEW),)
    assert hosts.asked(log)[:3] == [("oembed", A), ("watch", A), ("player", A)]


def test_the_light_check_goes_on_without_yt_dlp_when_it_is_refused(store: Store) -> None:
    refused = {one: hosts.removed(one, watch=yt.bot_check(), player=yt.bot_check()) for one in (A, B)}
    extractor, log = offline(hosts.many(refused | {C: hosts.every(yt.video(C))}))
    report = fetch_availability([A, B, C], store, extractor, DAY)
    by_id = {row.id: row for row in report.rows}
    assert {one: (row.state, row.change, row.origin) for one, row in by_id.items()} == {
        A: (Status.REMOVED, Change.NEW, "oembed"),
        B: (Status.REMOVED, Change.NEW, "oembed"),
        C: (Status.OK, Change.NEW, "oembed"),
    }
    notes = [note for row in report.rows for note in row.notes]
    assert notes == ["yt-dlp: YouTube no quiso responder: Sign in to confirm you’re not a bot"]
    assert [what for what, _ in hosts.asked(log)].count("watch") == 1
    assert (report.stop, report.failed_here) == (Stop.BLOCKED, False)


def test_the_light_check_stops_when_oembed_refuses_or_nobody_answers(store: Store) -> None:
    report = fetch_availability([A, B], store, offline(yt.everywhere(hosts.REFUSED))[0], DAY)
    assert (len(report.rows), len(report.unvisited), report.stop) == (1, 1, Stop.BLOCKED)
    report = fetch_availability([A, B, C, D], store, offline(DEAD_NETWORK)[0], DAY)
    assert (len(report.rows), len(report.unvisited), report.stop) == (3, 1, Stop.NETWORK)
    assert everything(store) == {}


# Accidents


def test_an_interruption_leaves_good_files_and_says_what_was_done(store: Store) -> None:
    answer = good(A, B, C)

    def interrupt(key: Key) -> Reply | None:
        if key.get("videoId") == B:
            raise KeyboardInterrupt
        return answer(key)

    report = fetch([A, B, C], store, offline(interrupt)[0], DAY)
    assert report == Report((Row(A, Status.OK, Change.NEW),), (B, C), Stop.INTERRUPTED)
    assert list(titles(store)) == [A]
    again = fetch([B, C], store, offline(answer)[0], DAY)
    assert [row.change for row in again.rows] == [Change.NEW, Change.NEW]


def test_two_visits_at_once_are_refused(store: Store) -> None:
    store.state.mkdir(parents=True)
    extractor, log = offline(good(A))
    with (
        FileLock(store.state / LOCK),
        pytest.raises(StoreError, match=r"Ya hay otra consulta a YouTube en marcha\. Espere a que termine\."),
    ):
        fetch([A], store, extractor, DAY)
    with FileLock(store.state / LOCK), pytest.raises(StoreError):
        fetch_channels(CHANNEL, store, extractor, DAY)
    assert log == []


def test_the_lock_file_of_a_dead_process_holds_nobody_up(store: Store) -> None:
    store.state.mkdir(parents=True)
    script = (
        "import os, sys, filelock; lock = filelock.FileLock(sys.argv[1]); lock.acquire(); "
        "print('taken', flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", script, store.state / LOCK], capture_output=True, check=False)
    assert (done.stdout.strip(), done.returncode) == (b"taken", -signal.SIGKILL)
    assert (store.state / LOCK).exists()
    assert fetch([A], store, offline(good(A))[0], DAY).rows == (Row(A, Status.OK, Change.NEW),)


@pytest.mark.parametrize("kept_lines", [1, 4, 9])
def test_a_killed_visit_leaves_whole_files_and_the_next_one_completes_it(store: Store, kept_lines: int) -> None:
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.youtube.endless", store.folder, store.state],
        cwd=root,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(root), str(root / "scripts")])},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    for _ in range(kept_lines):
        assert process.stdout.readline()
    time.sleep(kept_lines / 1000)
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    whole = [path for path in store.folder.iterdir() if path.suffix == ".json"]
    assert len(whole) >= min(kept_lines, 10)
    for path in whole:
        text = path.read_text("utf-8")
        found = loads(text)
        assert (dumps(found), file_name(found.id)) == (text, path.name)
        assert found.title.startswith("Vuelta ")
    (store.folder / f".{file_name(A)}.99.tmp").write_text("{")
    ids = [f"fictici_{n}A" for n in range(10, 20)]
    report = fetch(ids, store, offline(good(*ids))[0], DAY)
    assert [row.state for row in report.rows] == [Status.OK] * 10
    assert titles(store) == dict.fromkeys(ids, "Conferencia ficticia")


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "youtube").write_text("no es una carpeta")
    extractor, log = offline(good(A))
    with pytest.raises(StoreError, match="No se puede escribir en «"):
        fetch([A], Store(tmp_path / "youtube", tmp_path / "state"), extractor, DAY)
    assert log == []


def test_the_ledger_and_the_lock_stay_out_of_the_committed_folder(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    assert list(files(store)) == [file_name(A)]
    assert json.loads((store.state / CHECKED).read_bytes()) == {A: {"asked": "2026-11-20", "good": "2026-11-20"}}
