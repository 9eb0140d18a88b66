"""Accidents: a visit killed, a disk that fails, a connection that breaks. What was good stays; nothing is half done."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from yt_dlp.networking.exceptions import TransportError

from acervo.archive.snapshot import Snapshot, loads
from acervo.youtube.report import Change, Report, Stop
from acervo.youtube.store import Store
from acervo.youtube.visit import fetch
from tests.youtube import answers as yt
from tests.youtube import fifty, hosts
from tests.youtube.replay import Answerer, Key, Reply, offline

ROOT = Path(__file__).parents[2]
KILLS = 5
BEFORE, AFTER = date(2026, 11, 20), date(2026, 12, 1)
A, B, C = (f"ficticio_0{last}" for last in "AEI")


def everything(store: Store) -> dict[str, bytes]:
    """Return every file that is kept, what is hidden included."""
    return {
        path.relative_to(store.folder).as_posix(): path.read_bytes()
        for path in sorted(store.folder.rglob("*"))
        if path.is_file()
    }


# Killed


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a visit to fifty videos leaves when nothing happens."""
    folder = tmp_path_factory.mktemp("undisturbed")
    store = Store(folder / "youtube", folder / "state")
    report = fifty.visit(store, offline(hosts.good(fifty.IDS))[0])
    assert Counter(row.change for row in report.rows) == {Change.NEW: 50}
    return everything(store)


def killed(store: Store, kept: int, later: float) -> None:
    """Run a visit in a process of its own; kill it some moment after it kept so many videos."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.youtube.fifty", store.folder, store.state],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "scripts")])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("." * (kept + 1))
    process.stdin.flush()
    for _ in range(kept):
        assert process.stdout.readline()
    time.sleep(later)
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("seed", [1, 2])
def test_a_visit_killed_again_and_again_ends_as_if_nothing_had_happened(
    tmp_path: Path, undisturbed: dict[str, bytes], seed: int
) -> None:
    chance = Random(seed)
    store = Store(tmp_path / "youtube", tmp_path / "state")
    for _ in range(KILLS):
        killed(store, chance.randrange(1, 9), chance.random() * 0.1)
        whole = {name: text for name, text in everything(store).items() if not Path(name).name.startswith(".")}
        assert {name: undisturbed[name] for name in whole} == whole
    (store.folder / "captions" / ".v_x.vtt.99.tmp").write_text("WEBVTT")
    done = len(store.checked())
    extractor, log = offline(hosts.good(fifty.IDS))
    report = fifty.visit(store, extractor)
    assert everything(store) == undisturbed
    assert (report.resting, len(report.rows), report.unvisited, report.stop) == (done, 50 - done, (), None)
    assert {video_id for _, video_id in hosts.asked(log)} == {row.id for row in report.rows}
    assert all(status == 200 for _, status in log)
    assert done >= KILLS
    assert [path.name for path in store.state.iterdir() if path.suffix == ".tmp"] == []


# One thing fails


def known(video_id: str, *, late: bool) -> Answerer:
    """Answer well for a video that has another title, more views and another track some days later."""
    tracks = [("es", "asr", "Spanish (auto-generated)"), ("en", "", "English")]
    features = {"title": "Después", "captions": tracks} if late else {"title": "Antes", "captions": tracks[:1]}
    words = hosts.captions("Lo que se dijo después" if late else "Lo que se dijo antes")
    return hosts.every(yt.video(video_id, **features), timedtext=words)


OLD = hosts.many({one: known(one, late=False) for one in (A, B)})
NEW = hosts.many({one: known(one, late=True) for one in (A, B, C)})


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """A folder with two known videos, its files, and those that it would have after a good visit to three."""
    folder = tmp_path_factory.mktemp("states")
    store = Store(folder / "youtube", folder / "state")
    fetch([A, B], store, offline(OLD)[0], BEFORE)
    old = everything(store)
    later = copy_of(folder, folder.parent / "later")
    report = fetch([A, B, C], later, offline(NEW)[0], AFTER)
    assert [row.change for row in report.rows] == [Change.UPDATED, Change.UPDATED, Change.NEW]
    new = everything(later)
    assert {name: text for name, text in new.items() if old.get(name) == text}.keys() == {
        name for name in old if name.startswith("thumbnails/")
    }
    return folder, old, new


def copy_of(folder: Path, place: Path) -> Store:
    shutil.copytree(folder, place)
    return Store(place / "youtube", place / "state")


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


def assert_told(report: Report) -> None:
    """Every video is told of once, and each reading of the report can be made."""
    assert sorted([*(row.id for row in report.rows), *report.unvisited]) == [A, B, C]
    assert report.text()
    assert report.json()
    assert report.markdown()


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_whichever_write_fails_each_file_is_the_old_one_or_the_new_one(
    tmp_path: Path, states: tuple[Path, dict[str, bytes], dict[str, bytes]], name: str
) -> None:
    folder, old, new = states
    failures = 0
    while True:
        store = copy_of(folder, tmp_path / f"{failures}")
        with full_disk_at(failures + 1, name) as calls:
            report = fetch([A, B, C], store, offline(NEW)[0], AFTER)
        if calls[0] <= failures:
            break
        failures += 1
        left = everything(store)
        assert all(text in (old.get(file), new[file]) for file, text in left.items())
        assert old.keys() <= left.keys()
        assert (report.stop, report.failed_here) == (Stop.DISK, True)
        assert_told(report)
        fetch([A, B, C], store, offline(NEW)[0], AFTER)
        assert everything(store) == new
    assert failures == 3 + 3 + 4 + 3  # captions, history, snapshot; also a picture for the new one; thrice the ledger
    assert everything(store) == new


def broken(
    answer: Answerer, reply: Reply | KeyboardInterrupt, which: Callable[[int], bool]
) -> tuple[Answerer, list[int]]:
    """Let some requests have another reply; also return how many were made."""
    made = [0]

    def answering(key: Key) -> Reply | None:
        made[0] += 1
        if not which(made[0]):
            return answer(key)
        if isinstance(reply, KeyboardInterrupt):
            raise reply
        return reply

    return answering, made


MANY = 1_000_000
"""More requests than any visit makes."""
BREAKS: dict[str, tuple[Reply | KeyboardInterrupt, bool, set[Stop | None]]] = {
    "one is lost": (TransportError("timed out"), False, {None}),
    "one is refused": (hosts.REFUSED, False, {None, Stop.BLOCKED}),
    "the connection is gone": (TransportError("timed out"), True, {None, Stop.NETWORK}),
    "all are refused": (hosts.REFUSED, True, {None, Stop.BLOCKED}),
    "a person interrupts": (KeyboardInterrupt(), False, {Stop.INTERRUPTED}),
}


@pytest.mark.parametrize("name", BREAKS)
def test_whichever_request_fails_nothing_good_is_lost_and_the_next_visit_completes_it(
    tmp_path: Path, states: tuple[Path, dict[str, bytes], dict[str, bytes]], name: str
) -> None:
    folder, old, new = states
    reply, for_ever, stops = BREAKS[name]
    requests = 0
    while True:
        store = copy_of(folder, tmp_path / f"{requests}")
        answer, made = broken(NEW, reply, range(requests + 1, MANY if for_ever else requests + 2).__contains__)
        report = fetch([A, B, C], store, offline(answer)[0], AFTER)
        if made[0] <= requests:
            break
        requests += 1
        left = everything(store)
        assert old.keys() <= left.keys()
        for file, text in left.items():
            if "/" in file:
                assert text in (old.get(file), new[file])
            else:
                assert_mixed_by_fields(text, old.get(file), new[file])
        assert report.stop in stops
        assert not report.failed_here
        assert_told(report)
        fetch([A, B, C], store, offline(NEW)[0], AFTER)
        assert everything(store) == new
    assert requests == 3 + 3 + 4
    assert everything(store) == new


def assert_mixed_by_fields(text: bytes, old: bytes | None, new: bytes) -> None:
    """A snapshot after half an answer has in each field what it had, what is new, or nothing if it had nothing."""
    found, after = loads(text.decode()), loads(new.decode())
    before = loads(old.decode()) if old else Snapshot(id=found.id)
    for field in fields(Snapshot):
        value = getattr(found, field.name)
        if field.name == "origin" and value:
            assert old is None
            continue
        if field.name == "status_since" and old is None:
            continue
        assert value in (getattr(before, field.name), getattr(after, field.name)), field.name
