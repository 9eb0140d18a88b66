"""Whose turn it is: what is due, in what order, and what is remembered of past visits."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.snapshot import Pending, Snapshot, Status
from acervo.youtube import ledger
from acervo.youtube.ledger import Past
from acervo.youtube.schedule import COPIES, GONE, SELDOM, WEEKLY, glances, search_due, visits

DAY = date(2026, 11, 20)
A, B, C, D, E = (f"ficticio_0{last}" for last in "AEIMQ")
MANY = [f"fictic_{n:03}A" for n in range(500)]


def ago(days: int) -> str:
    return (DAY - timedelta(days)).isoformat()


def seen(video_id: str, uploaded: int = 1000, status: Status | None = Status.OK, **more: Any) -> Snapshot:
    return Snapshot(id=video_id, title="Ficticia", upload_date=ago(uploaded), status=status, **more)


def due(snapshot: Snapshot | None, past: Past) -> bool:
    return bool(visits([A], lambda _: snapshot, {A: past}, DAY))


def first_due(snapshot: Snapshot | None, *, owing: bool = False) -> int:
    """Return after how many days a video is asked about again."""
    return next(days for days in range(1, 1000) if due(snapshot, Past(asked=ago(days), owing=owing)))


CASES = {
    "old and well": (seen(A), SELDOM),
    "young": (seen(A, uploaded=59), WEEKLY),
    "just no longer young": (seen(A, uploaded=60), SELDOM),
    "of an unknown day": (Snapshot(id=A, title="x", status=Status.OK), WEEKLY),
    "of an impossible day": (Snapshot(id=A, title="x", status=Status.OK, upload_date="2026-02-31"), WEEKLY),
    "yet to come": (seen(A, uploaded=-30, status=Status.UPCOMING), WEEKLY),
    "live for months": (seen(A, status=Status.LIVE), WEEKLY),
    "private": (seen(A, status=Status.PRIVATE), GONE),
    "young and removed": (seen(A, uploaded=3, status=Status.REMOVED), GONE),
    "for members": (seen(A, status=Status.MEMBERS_ONLY), GONE),
    "in doubt": (seen(A, pending=Pending(Status.PRIVATE, ago(1))), 1),
    "known only by others": (seen(A, origin="oembed"), 1),
    "asked in vain": (None, 1),
}


@pytest.mark.parametrize("name", CASES)
def test_each_kind_of_video_has_its_period(name: str) -> None:
    snapshot, period = CASES[name]
    assert period - period // 3 <= first_due(snapshot) <= period
    assert due(snapshot, Past())
    assert not due(snapshot, Past(asked=DAY.isoformat()))


def test_a_video_whose_captions_could_not_be_brought_is_asked_about_weekly() -> None:
    assert first_due(seen(A), owing=True) <= WEEKLY < first_due(seen(A))


def test_a_day_still_to_come_is_a_wrong_clock_and_holds_nobody_up() -> None:
    assert due(seen(A), Past(asked=ago(-5)))


def test_videos_first_seen_on_one_day_spread_over_the_following_weeks() -> None:
    days = Counter(
        next(
            wait
            for wait in range(1, 100)
            if visits([video_id], seen, {video_id: Past(asked=ago(wait))}, DAY)
        )
        for video_id in MANY
    )  # fmt: skip
    assert set(days) == set(range(SELDOM - SELDOM // 3, SELDOM + 1))
    assert max(days.values()) < 40


def test_those_never_seen_come_first_as_given_then_the_longest_unvisited() -> None:
    known = {A: seen(A), B: seen(B), E: seen(E)}
    past = {A: Past(asked=ago(100)), B: Past(asked=ago(300)), E: Past(asked=ago(1))}
    assert visits([A, D, B, C, D, E], known.get, past, DAY) == [D, C, B, A]
    assert visits([A, D, B, C, E], known.get, past, DAY, force=True) == [D, C, B, A, E]


def test_one_that_never_answers_does_not_keep_the_others_waiting() -> None:
    past = {A: Past(asked=ago(1)), B: Past(asked=ago(200))}
    assert visits([A, B], {B: seen(B)}.get, past, DAY) == [B, A]


def test_what_was_asked_about_today_is_not_asked_again_until_somebody_insists() -> None:
    past = {video_id: Past(asked=DAY.isoformat()) for video_id in (A, B)}
    assert visits([A, B, C], lambda _: None, past, DAY) == [C]
    assert set(visits([A, B, C], lambda _: None, past, DAY, force=True)) == {A, B, C}


@given(
    st.lists(st.sampled_from([A, B, C, D, E])),
    st.sets(st.sampled_from([A, B, C, D, E])),
    st.dictionaries(st.sampled_from([A, B, C, D, E]), st.dates().map(lambda day: Past(asked=day.isoformat()))),
)
def test_the_order_loses_nobody_and_is_always_the_same(
    ids: list[str], stored: set[str], past: dict[str, Past]
) -> None:  # fmt: skip
    def known(video_id: str) -> Snapshot | None:
        return seen(video_id) if video_id in stored else None

    queue = visits(ids, known, past, DAY, force=True)
    assert sorted(queue) == sorted(set(ids))
    assert visits(queue, known, past, DAY, force=True) == queue
    days = [past.get(video_id, Past()).asked for video_id in queue]
    assert days == sorted(days)
    assert set(visits(ids, known, past, DAY)) <= set(queue)


# Light checks


def test_a_light_check_is_due_after_a_week_without_any_answer() -> None:
    past = {
        A: Past(asked=ago(8), looked=ago(7)),
        B: Past(asked=ago(6), looked=ago(90)),
        C: Past(asked=ago(90), looked=ago(6)),
        D: Past(asked=ago(20)),
    }
    assert glances([A, B, C, D, E, A], past, DAY) == [E, D, A]
    assert set(glances([A, B, C, D, E], past, DAY, force=True)) == {A, B, C, D, E}


def test_copies_are_due_once_in_a_long_while() -> None:
    assert search_due(Past(), DAY)
    assert not search_due(Past(copies=ago(COPIES - 1)), DAY)
    assert search_due(Past(copies=ago(COPIES)), DAY)
    past = {A: Past(asked=ago(1)), B: Past(asked=ago(1), copies=ago(5))}
    assert glances([A, B], past, DAY, copies=True) == [A]
    assert glances([A, B], past, DAY) == []


# The ledger

PASTS = st.builds(
    Past, *[st.just("") | st.dates().map(date.isoformat)] * 4, st.booleans()
)  # fmt: skip


@given(st.dictionaries(st.text(max_size=12), PASTS))
def test_what_is_remembered_reads_the_same(past: dict[str, Past]) -> None:
    assert ledger.loads(ledger.dumps(past)) == past
    assert ledger.dumps(ledger.loads(ledger.dumps(past))) == ledger.dumps(past)


def test_the_ledger_is_short_and_in_order() -> None:
    past = {B: Past(asked="2026-11-20", owing=True), A: Past(good="2026-11-19")}
    assert ledger.dumps(past) == (
        b'{"ficticio_0A": {"good": "2026-11-19"}, "ficticio_0E": {"asked": "2026-11-20", "owing": true}}\n'
    )


@pytest.mark.parametrize(
    "past",
    [
        '"2026-11-20"',
        "5",
        '{"asked": 5}',
        '{"asked": "ayer"}',
        '{"asked": "2026-02-31"}',
        '{"owing": "x"}',
        '{"otro": ""}',
    ],
)
def test_an_entry_of_another_shape_counts_as_none(past: str) -> None:
    read = ledger.loads(f'{{"{A}": {past}, "{B}": {{"asked": "2026-11-20"}}}}'.encode())
    assert read == {B: Past(asked="2026-11-20")}


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_a_ledger_or_none(data: bytes) -> None:
    assert isinstance(ledger.loads(data), dict)
