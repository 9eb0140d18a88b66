"""From an answer to a snapshot: what is taken, what is cleaned, and what an answer may never do."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.snapshot import Caption, Chapter, Copy, Pending, Snapshot, Status, dumps, loads
from acervo.youtube import plain
from acervo.youtube.answer import Answer, Silence
from acervo.youtube.snapshot import LONGEST_DESCRIPTION, gone, merge, normalise, with_copies
from tests.youtube import answers as yt
from tests.youtube.replay import offline

ID = "ficticio_0A"
DAY = date(2026, 11, 20)
NEXT_DAY = date(2026, 11, 21)

WELL = Snapshot(
    id=ID,
    title="Conferencia ficticia sobre cuidados",
    description="Primera línea\nSegunda línea",
    duration=3600,
    channel="Canal Ficticio",
    channel_id=yt.CHANNEL_ID,
    uploader_id="@canalficticio",
    upload_date="2024-05-12",
    timestamp=1715477400,
    tags=("cuidados", "igualdad"),
    categories=("Education",),
    license="Creative Commons Attribution license (reuse allowed)",
    availability="public",
    live_status="not_live",
    media_type="video",
    age_limit=0,
    captions=(Caption("es", "auto"), Caption("es-419", "manual")),
    chapters=(Chapter(0, "Bienvenida"), Chapter(600, "Ponencia"), Chapter(3000, "Preguntas")),
    status=Status.OK,
    status_since="2026-11-20",
)


def visited(server: Any, old: Snapshot | None = None, today: date = DAY) -> Snapshot | None:
    extractor, log = offline(server)
    answer = extractor.video(ID)
    assert log
    return merge(old, ID, answer, today)


def test_a_good_answer_gives_every_stable_field() -> None:
    assert visited(yt.well(yt.video())) == WELL


V = yt.video()
REDUCED = {
    "the page was refused": yt.server(yt.player(V), yt.watch_next(V), page=(429, yt.HTML, b"x")),
    "the page asked for consent": yt.server(yt.player(V), yt.watch_next(V), page=(200, yt.HTML, b"<html>")),
    "the player was refused": yt.server(yt.player(V), yt.watch_next(V), api=(429, yt.JSON, b"{}")),
    "the surroundings were lost": yt.server(yt.player(V)),
}


@pytest.mark.parametrize("name", REDUCED)
def test_a_reduced_answer_blanks_nothing(name: str) -> None:
    assert visited(REDUCED[name], WELL, NEXT_DAY) == WELL


def test_an_answer_without_the_page_does_not_pass_defaults_for_facts() -> None:
    adult_short = replace(WELL, age_limit=18, media_type="short")
    assert visited(REDUCED["the page was refused"], adult_short, NEXT_DAY) == adult_short


def test_a_first_reduced_answer_is_kept_with_what_it_has() -> None:
    assert visited(REDUCED["the page was refused"]) == replace(
        WELL,
        upload_date="",
        timestamp=None,
        uploader_id="",
        categories=(),
        availability="",
        media_type="",
        age_limit=None,
    )


def test_what_changed_on_youtube_is_replaced() -> None:
    changed = yt.video(title="Otro título ficticio", tags=["redes"], chapters=[(0, "Todo"), (60, "Más"), (90, "Fin")])
    assert visited(yt.well(changed), WELL, NEXT_DAY) == replace(
        WELL,
        title="Otro título ficticio",
        tags=("redes",),
        chapters=(Chapter(0, "Todo"), Chapter(60, "Más"), Chapter(90, "Fin")),
    )


# Statuses

PRIVATE = Answer(Status.PRIVATE, None, "This video is private")
REMOVED = Answer(Status.REMOVED, None, "Video unavailable")
OK = Answer(Status.OK, {"title": "Conferencia ficticia sobre cuidados"}, "")


def after(old: Snapshot | None, *visits: tuple[Answer, date]) -> Snapshot | None:
    for answer, day in visits:
        old = merge(old, ID, answer, day)
    return old


def test_a_disappearance_seen_on_one_day_only_waits() -> None:
    waiting = replace(WELL, pending=Pending(Status.PRIVATE, "2026-11-20"))
    assert after(WELL, (PRIVATE, DAY)) == waiting
    assert after(WELL, (PRIVATE, DAY), (PRIVATE, DAY)) == waiting


def test_a_disappearance_seen_on_two_days_is_believed_and_dates_from_the_first() -> None:
    gone = replace(WELL, status=Status.PRIVATE, status_since="2026-11-20")
    assert after(WELL, (PRIVATE, DAY), (PRIVATE, NEXT_DAY)) == gone
    assert after(WELL, (PRIVATE, DAY), (PRIVATE, NEXT_DAY), (PRIVATE, date(2027, 1, 1))) == gone


def test_two_days_that_disagree_are_not_believed() -> None:
    assert after(WELL, (PRIVATE, DAY), (REMOVED, NEXT_DAY)) == replace(
        WELL, pending=Pending(Status.REMOVED, "2026-11-21")
    )


def test_a_video_that_is_seen_again_stops_waiting() -> None:
    assert after(WELL, (PRIVATE, DAY), (OK, NEXT_DAY)) == WELL


def test_a_video_that_comes_back_is_believed_at_once() -> None:
    back = after(WELL, (PRIVATE, DAY), (PRIVATE, NEXT_DAY), (OK, date(2026, 12, 1)))
    assert back == replace(WELL, status_since="2026-12-01")


def test_a_clock_that_went_back_confirms_nothing() -> None:
    waiting = replace(WELL, pending=Pending(Status.PRIVATE, "2026-11-21"))
    assert after(WELL, (PRIVATE, NEXT_DAY), (PRIVATE, DAY)) == waiting


def test_an_upcoming_stream_becomes_a_recording() -> None:
    upcoming = merge(None, ID, Answer(Status.UPCOMING, {"title": "En vivo"}, ""), DAY)
    assert upcoming == Snapshot(id=ID, title="En vivo", status=Status.UPCOMING, status_since="2026-11-20")
    assert after(upcoming, (OK, NEXT_DAY)) == Snapshot(
        id=ID, title=WELL.title, status=Status.OK, status_since="2026-11-21"
    )


def test_a_video_never_seen_is_remembered_without_a_status_until_two_days_agree() -> None:
    first = merge(None, ID, PRIVATE, DAY)
    assert first == Snapshot(id=ID, pending=Pending(Status.PRIVATE, "2026-11-20"))
    assert after(first, (PRIVATE, NEXT_DAY)) == Snapshot(id=ID, status=Status.PRIVATE, status_since="2026-11-20")


# The last day a video was seen well


def test_the_last_good_day_waits_with_the_doubt_and_stays_with_a_video_that_is_gone() -> None:
    waiting = merge(WELL, ID, PRIVATE, DAY, "2026-11-13")
    assert waiting == replace(WELL, pending=Pending(Status.PRIVATE, "2026-11-20", "2026-11-13"))
    believed = replace(WELL, status=Status.PRIVATE, status_since="2026-11-20", last_seen="2026-11-13")
    assert merge(waiting, ID, PRIVATE, NEXT_DAY, "2026-11-13") == believed
    assert merge(waiting, ID, PRIVATE, NEXT_DAY) == believed
    assert merge(believed, ID, PRIVATE, date(2027, 1, 1)) == believed


def test_the_last_good_day_is_not_lost_when_the_reason_changes() -> None:
    doubted = after(merge(WELL, ID, PRIVATE, DAY, "2026-11-13"), (REMOVED, NEXT_DAY))
    assert doubted == replace(WELL, pending=Pending(Status.REMOVED, "2026-11-21", "2026-11-13"))
    closed = Answer(Status.TERMINATED, None, "account terminated")
    found = after(doubted, (REMOVED, date(2026, 11, 22)), (closed, date(2026, 12, 1)), (closed, date(2026, 12, 2)))
    assert found == replace(WELL, status=Status.TERMINATED, status_since="2026-12-01", last_seen="2026-11-13")


def test_a_video_that_comes_back_has_no_last_day() -> None:
    waiting = merge(WELL, ID, PRIVATE, DAY, "2026-11-13")
    assert after(waiting, (OK, NEXT_DAY)) == WELL
    believed = after(waiting, (PRIVATE, NEXT_DAY))
    assert after(believed, (OK, date(2026, 12, 1))) == replace(WELL, status_since="2026-12-01")


# What others than yt-dlp say


def by(origin: Any, state: Status | Silence = Status.OK, **info: Any) -> Answer:
    return Answer(state, info or None, "", origin)


OEMBED = by("oembed", title="Título según oEmbed", channel="Canal según oEmbed", uploader_id="@otro")
ATOM = by("atom", title="Título según Atom", description="Según Atom", upload_date="20240512")
BY_OEMBED = Snapshot(
    id=ID,
    title="Título según oEmbed",
    channel="Canal según oEmbed",
    uploader_id="@otro",
    status=Status.OK,
    status_since="2026-11-20",
    origin="oembed",
)


def test_a_video_known_only_by_others_says_so() -> None:
    assert after(None, (OEMBED, DAY)) == BY_OEMBED
    assert after(None, (OEMBED, DAY), (ATOM, NEXT_DAY)) == replace(
        BY_OEMBED, description="Según Atom", upload_date="2024-05-12"
    )


def test_others_fill_only_what_is_empty_and_leave_no_mark_on_what_yt_dlp_told() -> None:
    assert after(WELL, (OEMBED, NEXT_DAY), (ATOM, NEXT_DAY)) == WELL
    bare = replace(WELL, channel="", description="")
    assert after(bare, (OEMBED, NEXT_DAY), (ATOM, NEXT_DAY)) == replace(
        bare, channel="Canal según oEmbed", description="Según Atom"
    )


def test_yt_dlp_replaces_what_others_told_and_takes_their_mark_away() -> None:
    assert visited(yt.well(yt.video()), BY_OEMBED, NEXT_DAY) == WELL
    assert after(BY_OEMBED, (PRIVATE, NEXT_DAY)) == replace(BY_OEMBED, pending=Pending(Status.PRIVATE, "2026-11-21"))


def test_what_others_cannot_know_stays_as_yt_dlp_told_it() -> None:
    for status in (Status.MEMBERS_ONLY, Status.GEO_BLOCKED, Status.AGE_RESTRICTED, Status.LIVE, Status.UPCOMING):
        finer = replace(WELL, status=status)
        assert after(finer, (OEMBED, NEXT_DAY), (ATOM, NEXT_DAY)) == finer
    waiting = replace(WELL, pending=Pending(Status.MEMBERS_ONLY, "2026-11-19"))
    assert after(waiting, (OEMBED, NEXT_DAY)) == waiting
    assert after(Snapshot(id=ID, title="x", pending=waiting.pending), (OEMBED, DAY)) == Snapshot(
        id=ID, title="x", channel="Canal según oEmbed", uploader_id="@otro", pending=waiting.pending
    )


def test_others_end_a_doubt_about_whether_a_video_exists() -> None:
    for status in (Status.PRIVATE, Status.REMOVED, Status.TERMINATED):
        assert after(replace(WELL, pending=Pending(status, "2026-11-19")), (OEMBED, DAY)) == WELL
        lost = replace(WELL, status=status, last_seen="2026-11-01")
        assert after(lost, (OEMBED, DAY)) == replace(WELL, status_since="2026-11-20")
    members = replace(WELL, status=Status.MEMBERS_ONLY)
    assert after(replace(members, pending=Pending(Status.REMOVED, "2026-11-19")), (OEMBED, DAY)) == members


def test_a_removal_told_by_others_is_believed_on_the_second_day() -> None:
    missing = by("oembed", Status.REMOVED)
    assert after(WELL, (missing, DAY)) == replace(WELL, pending=Pending(Status.REMOVED, "2026-11-20"))
    assert after(WELL, (missing, DAY), (missing, NEXT_DAY)) == replace(
        WELL, status=Status.REMOVED, status_since="2026-11-20"
    )


def test_a_removal_told_by_others_never_hides_the_better_reason_of_yt_dlp() -> None:
    missing = by("oembed", Status.REMOVED)
    for status in (Status.PRIVATE, Status.TERMINATED):
        waiting = replace(WELL, pending=Pending(status, "2026-11-19"))
        assert after(waiting, (missing, DAY), (missing, NEXT_DAY)) == waiting
        lost = replace(WELL, status=status)
        assert after(lost, (missing, DAY), (missing, NEXT_DAY)) == lost


# Copies

ITEM = Copy("archive.org", f"https://archive.org/details/youtube-{ID}", "video", "2026-11-20")
CAPTURE = Copy("web.archive.org", f"https://web.archive.org/web/2024/https://youtu.be/{ID}", "page", "2026-11-21")


def test_copies_are_added_and_keep_the_day_they_were_first_found() -> None:
    found = with_copies(WELL, [ITEM])
    assert found == replace(WELL, copies=(ITEM,))
    assert with_copies(found, [replace(ITEM, checked="2027-01-01"), CAPTURE]).copies == (ITEM, CAPTURE)
    assert with_copies(found, []) == found
    back = after(found, (PRIVATE, DAY), (PRIVATE, NEXT_DAY), (OK, date(2027, 1, 1)))
    assert back is not None
    assert back.copies == (ITEM,)


def test_gone_is_what_the_public_can_no_longer_open() -> None:
    lost = {Status.PRIVATE, Status.REMOVED, Status.TERMINATED, Status.MEMBERS_ONLY}
    assert {status for status in Status if gone(replace(WELL, status=status))} == lost
    assert {status for status in Status if gone(replace(WELL, pending=Pending(status, "2026-11-20")))} == lost
    assert not gone(Snapshot(id=ID))


# Any answer whatever

TEXTS = st.text(st.characters(exclude_categories=()), max_size=40)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=8,
)
TRACKS = st.dictionaries(
    TEXTS,
    st.lists(st.fixed_dictionaries({"url": st.from_regex(r"https://x/\?lang=[a-zA-Z-]{0,9}(&kind=asr)?(&tlang=es)?")})),
    max_size=3,
)  # fmt: skip
INFOS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={field.name: ANYTHING for field in fields(Snapshot)}
    | {
        "title": TEXTS,
        "description": TEXTS,
        "duration": st.integers() | st.floats(),
        "upload_date": st.from_regex(r"[0-9]{8}", fullmatch=True) | ANYTHING,
        "chapters": ANYTHING
        | st.lists(st.fixed_dictionaries({"start_time": st.integers(-5, 9000) | st.floats(), "title": TEXTS})),
        "subtitles": ANYTHING | TRACKS,
        "automatic_captions": ANYTHING | TRACKS,
    },
)
ORIGINS = st.sampled_from(["", "", "oembed", "atom"])
ANSWERS = st.builds(Answer, st.sampled_from([*Status, *Silence]), st.none() | INFOS, TEXTS, ORIGINS)
DAYS = st.integers(0, 400).map(lambda days: DAY + timedelta(days))
VISITS = st.lists(st.tuples(ANSWERS, DAYS), max_size=4)


@given(INFOS)
def test_whatever_youtube_says_becomes_a_snapshot_that_can_be_read_back(info: dict[str, Any]) -> None:
    taken = normalise(ID, info)
    text = dumps(taken)
    assert loads(text) == taken
    assert text.encode().decode() == text


@given(INFOS)
def test_what_was_cleaned_once_stays_as_it_is(info: dict[str, Any]) -> None:
    taken = normalise(ID, info)
    again = {field.name: getattr(taken, field.name) for field in fields(Snapshot)} | {
        "upload_date": taken.upload_date.replace("-", ""),
        "chapters": [{"start_time": part.start, "title": part.title} for part in taken.chapters],
        "subtitles": info.get("subtitles"),
        "automatic_captions": info.get("automatic_captions"),
    }
    assert normalise(ID, again) == taken


@given(VISITS, ANSWERS, DAYS)
def test_no_answer_ever_blanks_a_field(visits: list[tuple[Answer, date]], answer: Answer, day: date) -> None:
    old = after(None, *visits)
    new = merge(old, ID, answer, day)
    assert (old is None) or (new is not None)
    for field in fields(Snapshot):
        before, now = getattr(old, field.name, None), getattr(new, field.name, None)
        passing = field.name in ("pending", "last_seen", "origin")
        assert before in ("", None, ()) or now not in ("", None, ()) or passing


@given(VISITS, ANSWERS, DAYS)
def test_the_same_answer_twice_on_one_day_changes_no_byte(
    visits: list[tuple[Answer, date]], answer: Answer, day: date
) -> None:
    once = merge(after(None, *visits), ID, answer, day)
    assert merge(once, ID, answer, day) == once


@given(VISITS, st.sampled_from(list(Silence)), st.none() | INFOS, DAYS)
def test_a_silence_changes_nothing(
    visits: list[tuple[Answer, date]], silence: Silence, info: dict[str, Any] | None, day: date
) -> None:
    old = after(None, *visits)
    assert merge(old, ID, Answer(silence, info, ""), day) is old


@given(VISITS, st.sampled_from([status for status in Status if not status.available]), DAYS)
def test_only_two_days_that_agree_tell_of_a_disappearance(
    visits: list[tuple[Answer, date]], status: Status, day: date
) -> None:
    old = after(None, *visits)
    new = merge(old, ID, Answer(status, None, ""), day)
    assert new is not None
    if new.status == status and (old is None or old.status != status):
        assert old is not None
        assert old.pending == Pending(status, new.status_since)
        assert new.status_since < day.isoformat()


# Single traps

HOSTILE = {
    "markup stays text": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    "controls go": ("Uno\x00\x07 dos\x1b[31m\x9f", "Uno dos"),
    "tricks of direction go": ("\u202eodnU\u202c \u2066x\u2069\u200f", "odnU x"),
    "half characters go": ("Uno\ud800", "Uno"),
    "invisible text goes": ("Uno\U000e0041\ufeff\u200b", "Uno"),
    "joined emoji stay": ("Familia 👩‍👩‍👧 🟠", "Familia 👩‍👩‍👧 🟠"),
    "accents are joined": ("e\u0301tica", "ética"),
    "one line": ("  Uno\r\n\tdos\u2028tres\u00a0 cuatro ", "Uno dos tres cuatro"),
    "too long": ("x" * 1000, "x" * 299 + "…"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_titles_become_plain_lines(name: str) -> None:
    written, kept = HOSTILE[name]
    assert normalise(ID, {"title": written}).title == kept


def test_hostile_texts_pass_through_the_real_extractor() -> None:
    title, kept = "<b>Uno</b> \u202e & «dos» 🟠\x00", "<b>Uno</b> & «dos» 🟠"
    description = "Uno\r\nDos <script>alert('x')</script>\r\n\r\n\u2066Tres\ud800"
    found = visited(yt.well(yt.video(title=title, description=description, tags=["a\x00", "", "<i>"])))
    assert found == replace(
        WELL, title=kept, description="Uno\nDos <script>alert('x')</script>\n\nTres", tags=("a", "<i>")
    )


def test_a_description_keeps_its_lines_and_is_bounded() -> None:
    assert normalise(ID, {"description": "a \r\n\r\n b\r\v\x85c "}).description == "a\n\n b\n\n\nc"
    long = normalise(ID, {"description": "á" * 100_000}).description
    assert long == "á" * (LONGEST_DESCRIPTION - 1) + "…"


@pytest.mark.parametrize("duration", [-5, 0, 10**9, 10**30, float("nan"), float("inf"), True, "3600", None])
def test_absurd_durations_are_left_out(duration: object) -> None:
    assert normalise(ID, {"duration": duration}).duration is None


@pytest.mark.parametrize("seconds", ["-5", "999999999999999999999999999999"])
def test_absurd_durations_of_the_real_extractor_leave_the_known_one(seconds: str) -> None:
    found = visited(yt.well(yt.video(chapters=[], details={"lengthSeconds": seconds})), WELL, NEXT_DAY)
    assert found == WELL


@pytest.mark.parametrize("written", ["20240230", "00000000", "2024-05-12", "99991231", 20240512, "２０２４０５１２"])
def test_impossible_days_are_left_out(written: object) -> None:
    assert normalise(ID, {"upload_date": written}).upload_date == ""


def test_captions_come_from_the_addresses_of_their_tracks() -> None:
    def track(query: str) -> list[dict[str, str]]:
        return [{"ext": "json3", "url": f"https://www.youtube.com/api/timedtext?v={ID}&{query}"}]

    info = {
        "subtitles": {"es-419-T6S19rWL6xk": track("lang=es-419"), "es": track("lang=es"), "x": [], "y": [{}]},
        "automatic_captions": {
            "es-orig": track("lang=es&kind=asr"),
            "es": track("lang=es&kind=asr"),
            "en": track("lang=es&kind=asr&tlang=en"),
            "raro": track("lang=<b>&kind=asr"),
            "roto": [{"url": "https://[x"}],
        },
    }
    assert normalise(ID, info).captions == (
        Caption("es", "auto"),
        Caption("es", "manual"),
        Caption("es-419", "manual"),
    )


def test_chapters_outside_the_recording_or_invented_are_left_out() -> None:
    starts: list[tuple[object, object]] = [
        (0, "<Untitled Chapter 1>"),
        (60.7, "Dos"),
        (10, "Uno\n"),
        (-1, "antes"),
        (100, "después"),
        (50, ""),
        ("20", "texto"),
        (10, "Uno"),
    ]
    info = {"duration": 100, "chapters": [{"start_time": start, "title": title} for start, title in starts]}
    assert normalise(ID, info).chapters == (Chapter(10, "Uno"), Chapter(60, "Dos"))


@given(st.text(st.characters(exclude_categories=())), st.integers(1, 50))
def test_cleaning_is_bounded_and_done_once(text: str, longest: int) -> None:
    for clean in (plain.line, plain.paragraphs):
        once = clean(text, longest)
        assert len(once) <= longest
        assert clean(once, longest) == once
    assert "\n" not in plain.line(text, longest)
