"""How long the steps of a route take, and what comes after one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.holding import NOTHING, Holding, SnapshotFile
from acervo.archive.itinerary import Total, after, lengths, seen, time_of, total
from acervo.records.catalogue.entry import Step
from tests.records.entries import entry

GAP = ("", "", 0, 0, "")
READ = ("documents", "una-nota", 0, 0, "Etapas")


def talk(id_: str, start: int = 0, end: int = 0) -> Step:
    return "conferences", id_, start, end, ""


def kept(duration: int = 0, status: str = "ok", copies: int = 0) -> Holding:
    return Holding(SnapshotFile("NubeFictici", "youtube/v.json", "0" * 24, status, False, copies, duration))


@pytest.mark.parametrize(
    ("step", "seconds"),
    [
        (talk("una", 60, 90), 30),
        (talk("una", 0, 90), 90),
        (talk("una", 60), 540),
        (talk("una"), 600),
        (talk("otra", 60, 90), 30),
        (talk("otra", 60), None),
        (talk("otra"), None),
        (talk("una", 600), None),
        (talk("una", 900), None),
        (READ, None),
        (("topics", "una", 0, 0, ""), None),
        (GAP, None),
    ],
)
def test_a_step_takes_what_is_between_its_moments_or_what_is_left_of_the_recording(step, seconds) -> None:
    assert time_of(step, {"una": 600}) == seconds


def test_gaps_take_no_time_and_are_not_counted_as_unknown() -> None:
    assert total([talk("una"), GAP, READ, talk("otra"), GAP], {"una": 600}) == Total(600, 2)
    assert total([GAP], {}) == Total(0, 0)
    assert total([], {}) == Total(0, 0)


STEPS = st.lists(
    st.one_of(
        st.just(GAP),
        st.just(READ),
        st.tuples(st.just("conferences"), st.sampled_from("abc"), st.integers(0, 99), st.integers(0, 99), st.just("")),
    )
)


@given(STEPS, st.dictionaries(st.sampled_from("abc"), st.integers(1, 99)))
def test_a_total_is_the_sum_of_what_is_known_and_never_less_for_knowing_more(steps, known) -> None:
    whole = total(steps, known)
    times = [time_of(step, known) for step in steps if step[0]]

    assert whole.seconds == sum(time for time in times if time is not None) >= total(steps, {}).seconds
    assert 0 <= whole.unknown <= total(steps, {}).unknown <= len(times)
    assert total(reversed(steps), known) == whole


def test_what_follows_is_the_next_thing_that_is_another() -> None:
    una, otra = talk("una", 1, 2), talk("otra")
    steps = [una, otra, talk("una", 5), GAP, talk("una", 9), GAP, READ]

    assert after(steps, ("conferences", "una")) == READ
    assert after(steps, ("conferences", "otra")) == talk("una", 5)
    assert after(steps, ("documents", "una-nota")) is None
    assert after(steps, ("conferences", "ninguna")) is None
    assert after([], ("conferences", "una")) is None


@given(STEPS)
def test_following_a_route_never_leads_back_to_the_same_record(steps) -> None:
    for step in steps:
        following = after(steps, step[:2])
        assert following is None or (following in steps and following[:2] != step[:2] and following[0])


def test_lengths_are_of_recordings_only_each_once_and_never_zero() -> None:
    holdings = {("conferences", "una"): kept(600), ("conferences", "otra"): kept(0), ("conferences", "sin"): NOTHING}
    keys = [("conferences", id_) for id_ in ("otra", "una", "sin", "ninguna", "una")] + [("documents", "una")]

    assert lengths(keys, holdings) == (("una", 600),)


@pytest.mark.parametrize(
    ("told", "held", "answer"),
    [
        ({"state": "published", "video": "NubeFictici"}, NOTHING, True),
        ({"state": "published", "video": "NubeFictici"}, kept(), True),
        ({"state": "published", "video": "NubeFictici"}, kept(status="private"), False),
        ({"state": "published", "video": "NubeFictici"}, kept(status="private", copies=1), True),
        ({"state": "published", "video": "NubeFictici", "copies": 1}, kept(status="private"), True),
        ({"state": "published"}, NOTHING, False),
        ({"state": "published", "copies": 1}, NOTHING, True),
        ({"state": "scheduled", "video": "NubeFictici"}, NOTHING, False),
        ({"state": "lost", "copies": 1}, NOTHING, False),
    ],
)
def test_a_recording_can_be_seen_when_it_is_published_and_still_somewhere(told, held, answer) -> None:
    assert seen(entry("conferences/una", **told), held) is answer
