"""A visit: order, manners, what stays on the disk whatever happens, and how it goes on after an accident."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.snapshot import Pending, Snapshot, Status, dumps, file_name, loads
from acervo.youtube import channel
from acervo.youtube.answer import Silence
from acervo.youtube.extractor import Entry, Listing
from acervo.youtube.report import Change, Report, Row, Stop
from acervo.youtube.store import CHECKED, LOCK, Store, StoreError
from acervo.youtube.visit import Step, fetch, fetch_all, fetch_channel, oldest_first
from tests.youtube import answers as yt
from tests.youtube.replay import Answerer, Key, Reply, offline

DAY = date(2026, 11, 20)
NEXT_DAY = date(2026, 11, 21)
A, B, C, D, E = (f"ficticio_0{last}" for last in "AEIMQ")
DEAD_NETWORK = yt.everywhere((503, yt.HTML, b"x"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "youtube", tmp_path / "state")


def good(*ids: str, title: str = "Conferencia ficticia") -> Answerer:
    return yt.many({video_id: yt.well(yt.video(video_id, title=title)) for video_id in ids})


def files(store: Store) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(store.folder.iterdir())}


def titles(store: Store) -> dict[str, str]:
    return {found.id: found.title for found in map(loads, files(store).values())}


def test_a_visit_writes_one_file_per_video_and_says_so(store: Store) -> None:
    extractor, log = offline(good(A, "Ficticio_0A"))
    report = fetch([A, "Ficticio_0A", A], store, extractor, DAY)
    assert report == Report((Row(A, Status.OK, Change.NEW), Row("Ficticio_0A", Status.OK, Change.NEW)))
    assert sorted(files(store)) == ["v_ficticio_0a_400.json", "v_ficticio_0a_401.json"]
    assert titles(store) == {A: "Conferencia ficticia", "Ficticio_0A": "Conferencia ficticia"}
    assert len(log) == 4
    assert not report.failed_here


def test_a_second_visit_touches_no_file(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    path = store.folder / file_name(A)
    os.utime(path, ns=(1, 1))
    report = fetch([A], store, offline(good(A))[0], NEXT_DAY)
    assert report.rows == (Row(A, Status.OK, Change.SAME),)
    assert path.stat().st_mtime_ns == 1
    assert store.checked() == {A: "2026-11-21"}


def test_a_change_on_youtube_is_written(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    report = fetch([A], store, offline(good(A, title="Otro título"))[0], NEXT_DAY)
    assert report.rows == (Row(A, Status.OK, Change.UPDATED),)
    assert titles(store) == {A: "Otro título"}


def test_a_private_video_does_not_stop_the_visit_nor_lose_what_was_known(store: Store) -> None:
    fetch([A, B], store, offline(good(A, B))[0], DAY)
    before = loads(files(store)[file_name(A)])
    mixed = yt.many({A: yt.private(), B: yt.well(yt.video(B)), C: yt.well(yt.video(C))})
    report = fetch([A, B, C], store, offline(mixed)[0], NEXT_DAY)
    assert [(row.id, row.state, row.change) for row in report.rows] == [
        (A, Status.PRIVATE, Change.UPDATED),
        (B, Status.OK, Change.UPDATED),
        (C, Status.OK, Change.NEW),
    ]
    assert loads(files(store)[file_name(A)]) == replace(before, pending=Pending(Status.PRIVATE, "2026-11-21"))


def test_the_first_block_ends_the_visit(store: Store) -> None:
    fetch([A, B, C], store, offline(good(A, B, C))[0], DAY)
    before = files(store)
    extractor, log = offline(yt.many({A: yt.well(yt.video(A, title="Conferencia ficticia")), B: yt.bot_check()}))
    report = fetch([A, B, C, D], store, extractor, NEXT_DAY)
    assert report == Report(
        (
            Row(A, Status.OK, Change.SAME),
            Row(B, Silence.BLOCKED, Change.KEPT, "Sign in to confirm you’re not a bot"),
        ),
        (C, D),
        Stop.BLOCKED,
    )
    assert files(store) == before
    assert {key.get("v") or key["videoId"] for key, _ in log} == {A, B}
    assert not report.failed_here


def test_three_faults_of_the_network_in_a_row_end_the_visit(store: Store) -> None:
    servers = {A: DEAD_NETWORK, B: DEAD_NETWORK, C: yt.well(yt.video(C))}
    report = fetch([A, B, C], store, offline(yt.many(servers))[0], DAY)
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
    report = fetch([A, B], store, offline(yt.many({A: odd, B: yt.well(yt.video(B))}))[0], DAY)
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
    assert len(log) == 2


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
    report = fetch_all([A, B, C, D], store, offline(good(A, B, C, D))[0], NEXT_DAY, limit=3)
    assert [row.id for row in report.rows] == [C, D, B]
    assert (report.unvisited, report.stop) == ((A,), None)


def test_visits_with_a_limit_reach_every_video(store: Store) -> None:
    ids = [A, B, C, D, E]
    seen = [row.id for _ in range(3) for row in fetch_all(ids, store, offline(good(*ids))[0], DAY, limit=2).rows]
    assert set(seen) == set(ids)


@pytest.mark.parametrize("server", [yt.bot_check(), DEAD_NETWORK], ids=["blocked", "network"])
def test_a_video_that_was_not_answered_for_keeps_its_turn(store: Store, server: Answerer) -> None:
    fetch([A, B], store, offline(good(A, B))[0], DAY)
    fetch([A, B], store, offline(server)[0], NEXT_DAY)
    assert store.checked() == {A: "2026-11-20", B: "2026-11-20"}


@pytest.mark.parametrize("ledger", [None, b"", b"{", b"[]", b'{"x": 1}', b"\xff", b"[" * 100_000])
def test_a_lost_or_spoilt_ledger_does_no_harm(store: Store, ledger: bytes | None) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    path = store.state / CHECKED
    path.unlink()
    if ledger is not None:
        path.write_bytes(ledger)
    report = fetch_all([A], store, offline(good(A))[0], NEXT_DAY)
    assert report.rows == (Row(A, Status.OK, Change.SAME),)
    assert store.checked() == {A: "2026-11-21"}


@given(
    st.lists(st.sampled_from([A, B, C, D, E])),
    st.sets(st.sampled_from([A, B, C, D, E])),
    st.dictionaries(st.sampled_from([A, B, C, D, E]), st.dates().map(date.isoformat)),
)
def test_the_order_loses_nobody_and_is_always_the_same(
    ids: list[str], stored: set[str], checked: dict[str, str]
) -> None:
    queue = oldest_first(ids, stored.__contains__, checked)
    assert sorted(queue) == sorted(set(ids))
    assert oldest_first(queue, stored.__contains__, checked) == queue
    days = [checked.get(video_id, "") if video_id in stored else "" for video_id in queue]
    assert days == sorted(days)


# Channels


def whole_channel(tabs: dict[str, Any], *ids: str) -> Answerer:
    lists, videos = yt.channel(tabs, {}), good(*ids)

    def answer(key: Key) -> Reply | None:
        return lists(key) if key["path"].endswith(("/resolve_url", "/browse")) else videos(key)

    return answer


def test_a_channel_is_listed_and_its_videos_visited(store: Store) -> None:
    tabs = {
        "videos": yt.tab("Videos", yt.listed([(A, "Uno"), (B, "Dos")])),
        "streams": yt.tab("Live", yt.listed([(C, "Tres")])),
    }
    extractor, _ = offline(whole_channel(tabs, A, B, C))
    report = fetch_channel(channel.pages(yt.CHANNEL_ID), store, extractor, DAY, limit=2)
    assert report == Report(
        (Row(A, Status.OK, Change.NEW), Row(B, Status.OK, Change.NEW)),
        (C,),
        listing=Listing(Status.OK, (Entry(A, "Uno"), Entry(B, "Dos"), Entry(C, "Tres"))),
    )


@pytest.mark.parametrize(("status", "stop"), [(429, Stop.BLOCKED), (503, Stop.NETWORK)])
def test_a_channel_that_cannot_be_listed_is_left_alone(store: Store, status: int, stop: Stop) -> None:
    extractor, log = offline(yt.everywhere((status, yt.HTML, b"x")))
    report = fetch_channel(channel.pages(yt.CHANNEL_ID), store, extractor, DAY)
    assert (report.rows, report.unvisited, report.stop) == ((), (), stop)
    assert len(log) == 1
    assert not report.failed_here


def test_an_interrupted_list_is_reported(store: Store) -> None:
    def interrupt(key: Key) -> Reply | None:
        raise KeyboardInterrupt

    report = fetch_channel(channel.pages(yt.CHANNEL_ID), store, offline(interrupt)[0], DAY)
    assert report == Report((), stop=Stop.INTERRUPTED)


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
        fetch_channel(channel.pages(yt.CHANNEL_ID), store, extractor, DAY)
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


@contextmanager
def full_disk_at(n: int, name: str) -> Iterator[list[int]]:
    """Let the n-th call of a function of `os` fail as on a full disk."""
    calls = [0]
    original: Callable[..., Any] = getattr(os, name)

    def counted(*arguments: Any, **options: Any) -> Any:
        calls[0] += 1
        if calls[0] == n:
            raise OSError(errno.ENOSPC, "No space left on device")
        return original(*arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, name, counted)
        yield calls


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_whichever_write_fails_each_file_is_the_old_one_or_the_new_one(tmp_path: Path, name: str) -> None:
    failures = 0
    while True:
        store = Store(tmp_path / f"{failures}", tmp_path / f"{failures}-state")
        fetch([A, B], store, offline(good(A, B, title="Antes"))[0], DAY)
        old = files(store)
        with full_disk_at(failures + 1, name) as calls:
            report = fetch([A, B, C], store, offline(good(A, B, C, title="Después"))[0], NEXT_DAY)
        if calls[0] <= failures:
            break
        failures += 1
        left = files(store)
        assert (report.stop, report.failed_here) == (Stop.DISK, True)
        for file, text in left.items():
            assert text == old.get(file) or loads(text).title == "Después"
        assert set(old) <= set(left)
        assert len(report.rows) + len(report.unvisited) == 3
        fetch([A, B, C], store, offline(good(A, B, C, title="Después"))[0], NEXT_DAY)
        assert titles(store) == dict.fromkeys([A, B, C], "Después")
    assert failures == 6
    assert titles(store) == dict.fromkeys([A, B, C], "Después")


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "youtube").write_text("no es una carpeta")
    extractor, log = offline(good(A))
    with pytest.raises(StoreError, match="No se puede escribir en «"):
        fetch([A], Store(tmp_path / "youtube", tmp_path / "state"), extractor, DAY)
    assert log == []


def test_the_ledger_and_the_lock_stay_out_of_the_committed_folder(store: Store) -> None:
    fetch([A], store, offline(good(A))[0], DAY)
    assert list(files(store)) == [file_name(A)]
    assert json.loads((store.state / CHECKED).read_bytes()) == {A: "2026-11-20"}
