"""In which stage a conference is at any instant: every boundary, with the clock held still."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from acervo.archive.life import (
    EVER,
    Stage,
    Window,
    access,
    life,
    over,
    registration,
    settled,
    stage_at,
    standings,
    upcoming,
)
from acervo.records.catalogue.entry import Entry
from acervo.records.checks.loading import load_file
from acervo.records.models.conference import RecordingState
from acervo.records.models.kinds import KINDS
from acervo.records.models.session import EventStatus, Session
from tests.records.entries import entry

SIGNING = ("2026-05-04 09:00", "2026-05-24 18:00")


def talk(date: str, state: str = "scheduled", **session: object) -> Entry:
    told = tuple(Session(**session))  # type: ignore[arg-type]  # each test names fields of its own
    return entry("conferences/nube", date=date, state=state, session=told if session else ())


def at(text: str) -> datetime:
    """Read an instant: `2026-05-25 17:00` is UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


FULL = talk("2026-05-25", start_time="11:00", end_time="13:00", registration=SIGNING)


@pytest.mark.parametrize(
    ("moment", "stage"),
    [
        ("1900-01-01 00:00", Stage.ANNOUNCED),
        ("2026-05-04 14:59", Stage.ANNOUNCED),
        ("2026-05-04 15:00", Stage.OPEN),
        ("2026-05-24 23:59", Stage.OPEN),
        ("2026-05-25 00:00", Stage.CLOSED),
        ("2026-05-25 05:59", Stage.CLOSED),
        ("2026-05-25 06:00", Stage.TODAY),
        ("2026-05-25 16:59", Stage.TODAY),
        ("2026-05-25 17:00", Stage.LIVE),
        ("2026-05-25 18:59", Stage.LIVE),
        ("2026-05-25 19:00", Stage.HELD),
        ("2199-12-31 23:59", Stage.HELD),
    ],
)
def test_a_session_with_its_hours_goes_through_every_stage_at_its_minute(moment: str, stage: Stage) -> None:
    assert stage_at(life(FULL), at(moment)) is stage


@pytest.mark.parametrize(
    ("date", "day_starts", "hour", "instant"),
    [
        # Daylight saving time until 30 October 2022: five hours from Greenwich, then six.
        ("2022-10-29", "2022-10-29 05:00", "01:30", "2022-10-29 06:30"),
        ("2022-10-30", "2022-10-30 05:00", "11:00", "2022-10-30 17:00"),
        ("2022-10-31", "2022-10-31 06:00", "11:00", "2022-10-31 17:00"),
        ("2022-04-03", "2022-04-03 06:00", "11:00", "2022-04-03 16:00"),
        ("2026-07-01", "2026-07-01 06:00", "11:00", "2026-07-01 17:00"),
        ("2024-02-29", "2024-02-29 06:00", "00:00", "2024-02-29 06:00"),
    ],
)
def test_hours_are_those_of_central_mexico_on_that_day(date: str, day_starts: str, hour: str, instant: str) -> None:
    turns = life(talk(date, start_time=hour, end_time="23:00"))

    assert at(day_starts) in {turn.at for turn in turns}
    assert {turn.stage: turn.at for turn in turns}[Stage.LIVE] == at(instant)


def test_an_hour_that_the_clock_repeated_is_the_first_and_one_that_it_skipped_is_as_if_it_had_not() -> None:
    # 30 October 2022, 02:00 back to 01:00; 3 April 2022, 02:00 on to 03:00.
    repeated = life(talk("2022-10-30", start_time="01:30", end_time="03:00"))
    skipped = life(talk("2022-04-03", start_time="02:30", end_time="04:00"))

    assert [turn.at for turn in repeated if turn.stage is Stage.LIVE] == [at("2022-10-30 06:30")]
    assert [turn.at for turn in skipped if turn.stage is Stage.LIVE] == [at("2022-04-03 08:30")]


@pytest.mark.parametrize("session", [{}, {"start_time": "11:00"}])
def test_without_an_end_hour_it_is_today_until_midnight_and_never_live(session: dict[str, str]) -> None:
    turns = life(talk("2024-02-29", **session))

    assert turns == (
        (EVER, Stage.ANNOUNCED),
        (at("2024-02-29 06:00"), Stage.TODAY),
        (at("2024-03-01 06:00"), Stage.HELD),
    )


def test_several_days_are_today_from_the_first_to_the_end_of_the_last() -> None:
    turns = life(talk("2024-02-08/2024-02-09", start_time="10:00", end_time="18:00"))

    assert turns == (
        (EVER, Stage.ANNOUNCED),
        (at("2024-02-08 06:00"), Stage.TODAY),
        (at("2024-02-10 00:00"), Stage.HELD),
    )


@pytest.mark.parametrize(
    ("date", "state", "turns"),
    [
        ("2024-05", "scheduled", [(EVER, "announced"), ("2024-06-01 06:00", "held")]),
        ("2024-05", "unknown", [(EVER, "announced"), ("2024-05-01 06:00", "unknown"), ("2024-06-01 06:00", "past")]),
        ("2024", "not_recorded", [(EVER, "announced"), ("2024-01-01 06:00", "without")]),
        ("2024-05-25?", "scheduled", [(EVER, "announced"), ("2024-05-26 06:00", "unknown")]),
        ("2024-05-25~", "unknown", [(EVER, "announced"), ("2024-05-25 06:00", "unknown")]),
        ("2024-05-25/2024-06?", "lost", [(EVER, "announced"), ("2024-05-25 06:00", "without")]),
        ("", "scheduled", [(EVER, "announced")]),
        ("", "unknown", [(EVER, "unknown")]),
        ("", "lost", [(EVER, "without")]),
        ("", "published", [(EVER, "published")]),
        ("2031-01-01", "published", [(EVER, "published")]),
    ],
)
def test_a_date_that_is_not_a_day_claims_nothing_of_a_day(date: str, state: str, turns: list[object]) -> None:
    found = [
        (turn.at if turn.at == EVER else f"{turn.at:%Y-%m-%d %H:%M}", turn.stage.value)
        for turn in life(talk(date, state))
    ]

    assert found == turns


@pytest.mark.parametrize(
    ("status", "stage"), [("cancelled", Stage.CANCELLED), ("postponed", Stage.POSTPONED), ("rescheduled", Stage.HELD)]
)
def test_what_was_called_off_stays_so_and_a_new_date_lives_its_own_life(status: str, stage: Stage) -> None:
    turns = life(talk("2026-05-25", start_time="11:00", end_time="13:00", status=status))

    assert stage_at(turns, at("2026-06-01 00:00")) is stage


@pytest.mark.parametrize(
    ("window", "before", "during", "after"),
    [
        (("", ""), "", "", ""),
        (("2026-05-04 09:00", ""), "before", "open", "open"),
        (("", "2026-05-24 18:00"), "open", "open", "closed"),
        (SIGNING, "before", "open", "closed"),
    ],
)
def test_a_window_tells_only_what_its_ends_tell(window: tuple[str, str], before: str, during: str, after: str) -> None:
    found = registration(talk("2026-05-25", registration=window))

    assert found is not None
    assert [found.state(at(f"2026-05-{day} 00:00")) for day in ("01", "10", "28")] == [before, during, after]


def test_the_registration_may_be_open_while_the_session_goes_on() -> None:
    told = talk("2026-05-25", start_time="11:00", end_time="13:00", registration=("", "2026-05-25 12:00"))

    assert standings([told], at("2026-05-25 17:30")) == {told.key: "live open "}


@pytest.mark.parametrize(
    ("told", "window"),
    [
        ({"access": ("", "")}, ("2026-05-25 06:00", "2026-05-26 06:00")),
        ({"access": ("", ""), "start_time": "11:00"}, ("2026-05-25 17:00", "2026-05-26 06:00")),
        ({"access": ("", ""), "start_time": "11:00", "end_time": "13:00"}, ("2026-05-25 17:00", "2026-05-25 19:00")),
        ({"access": ("2026-05-25 10:45", "2026-05-25 14:00")}, ("2026-05-25 16:45", "2026-05-25 20:00")),
    ],
)
def test_the_access_is_open_in_the_hours_of_the_session_unless_others_are_told(
    told: dict[str, object], window: tuple[str, str]
) -> None:
    assert access(talk("2026-05-25", **told)) == Window(*map(at, window))


def test_without_access_or_without_a_date_there_is_no_window() -> None:
    assert (access(talk("2026-05-25")), access(talk("", access=("", ""))), registration(talk(""))) == (None, None, None)


def test_what_comes_is_the_soonest_first_and_what_was_cancelled_stays_until_its_day() -> None:
    told = {
        "tarde": talk("2026-06-10", start_time="17:00"),
        "temprano": talk("2026-06-10", start_time="09:00"),
        "hoy": talk("2026-05-25"),
        "ayer": talk("2026-05-24"),
        "cancelada": talk("2026-05-30", status="cancelled"),
        "cancelada-ayer": talk("2026-05-24", status="cancelled"),
        "pospuesta": talk("", status="postponed"),
        "sin-fecha": talk(""),
        "desconocida": talk("2026", "unknown"),
        "publicada": talk("2026-07-01", "published"),
    }
    entries = [one._replace(id=id_) for id_, one in told.items()]

    found = upcoming(entries, at("2026-05-25 18:00"))

    assert [one.id for one in found] == ["hoy", "cancelada", "temprano", "tarde", "sin-fecha"]


DATES = st.one_of(
    st.just(""),
    st.dates(datetime(1900, 1, 1).date(), datetime(2199, 12, 31).date()).flatmap(
        lambda day: st.sampled_from(
            [day.isoformat(), f"{day.isoformat()}?", f"{day:%Y-%m}", f"{day:%Y}~", f"{day.isoformat()}/2199-12-31"]
        )
    ),
)
HOURS = st.sampled_from(["", "00:00", "01:30", "02:30", "11:00", "23:59"])
DAYTIMES = st.sampled_from(["", "1950-01-01 00:00", "2022-10-30 01:30", "2026-05-25 10:00", "2199-12-31 23:59"])
ENTRIES = st.builds(
    lambda date, state, session: talk(date, state)._replace(session=tuple(session)),
    DATES,
    st.sampled_from([one.value for one in RecordingState]),
    st.builds(
        Session,
        HOURS,
        HOURS,
        st.sampled_from([one.value for one in EventStatus]),
        st.just(()),
        st.none() | st.tuples(DAYTIMES, DAYTIMES),
        st.none() | st.tuples(DAYTIMES, DAYTIMES),
    ),
)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2210, 1, 1), timezones=st.just(UTC))


@given(ENTRIES, MOMENTS)
def test_turns_are_in_order_and_every_instant_has_its_stage(told: Entry, moment: datetime) -> None:
    turns = life(told)
    moments = [turn.at for turn in turns]

    assert moments == sorted(set(moments))
    assert turns[0].at == EVER
    assert all(one.stage is not other.stage for one, other in itertools.pairwise(turns))
    assert stage_at(turns, moment) in {turn.stage for turn in turns}
    assert all(stage_at(turns, turn.at) is turn.stage for turn in turns)


@given(ENTRIES, MOMENTS)
@example(talk("2026-05-25", start_time="23:59", end_time="00:00"), at("2026-06-01 00:00"))
def test_nothing_is_announced_as_coming_once_it_is_over(told: Entry, moment: datetime) -> None:
    end = over(told)
    if end is not None and moment >= end:
        assert not stage_at(life(told), moment).ahead


@given(ENTRIES, MOMENTS, st.timedeltas(timedelta(0), timedelta(days=20_000)))
def test_what_is_settled_stays_as_it_is(told: Entry, moment: datetime, later: timedelta) -> None:
    if settled(told, moment.date().isoformat()) and moment.hour >= 6:
        assert stage_at(life(told), moment) is stage_at(life(told), moment + later)


@given(DATES, HOURS, HOURS, st.sampled_from([one.value for one in EventStatus]), DAYTIMES, DAYTIMES)
def test_no_record_that_is_taken_has_a_life_that_fails(
    date: str, start: str, end: str, status: str, opens: str, closes: str
) -> None:
    fields = {"date": date, "start_time": f'"{start}"' if start else "", "end_time": f'"{end}"' if end else ""}
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    window = "".join(f", {name}: {value}" for name, value in (("opens", opens), ("closes", closes)) if value)
    lines += [f"registration: {{url: https://ejemplo.mx/{window}}}", f"access: {{url: https://ejemplo.mx/{window}}}"]
    head = f"title: Nube\nstatus: {status}\nupdated: 2026-01-15\nsources: [{{title: Boletín ficticio}}]\n"
    loaded = load_file("data/conferences/nube.yml", (head + "\n".join(lines) + "\n").encode())
    for filed in loaded.records:
        assert KINDS["conferences"].model.model_validate(filed.tree)
        assert life(filed.entry)
        assert standings([filed.entry], EVER)
