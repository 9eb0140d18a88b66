"""The Atom feed of a channel through the real yt-dlp: new videos are learnt, absence is never."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yt_dlp.networking.exceptions import TransportError

from acervo.archive.snapshot import Status, dumps, loads
from acervo.youtube import atom, snapshot
from acervo.youtube.answer import Answer, Silence
from acervo.youtube.extractor import Entry, Listing
from tests.youtube import answers as yt
from tests.youtube.replay import Key, Reply, offline

PATH = "/feeds/videos.xml"
REQUEST: Key = {"path": PATH, "channel_id": yt.CHANNEL_ID}
PLAYLIST = "PLficticia_ficticia"
OTHER_CHANNEL = "UCotroficticio_ficticioQ"
INCOMPLETE = Listing(Silence.PARTIAL, (), "lista de novedades (Atom): la respuesta no es una lista Atom completa")
ENTITIES = b'<!DOCTYPE feed [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:/etc/hostname">]>'


def ask(reply: Reply, identifier: str = yt.CHANNEL_ID) -> tuple[Listing, tuple[Answer, ...]]:
    """Ask, and see to it that it costs one request."""
    extractor, log = offline(yt.places({PATH: reply}), retries=3)
    told = atom.ask(identifier, extractor)
    kind = "channel_id" if identifier.startswith("UC") else "playlist_id"
    assert log == [({"path": PATH, kind: identifier}, None if isinstance(reply, Exception) else reply[0])]
    return told


def xml(feed: Reply) -> bytes:
    assert not isinstance(feed, Exception)
    return feed[2]


def changed(old: bytes, new: bytes) -> Reply:
    """Build the feed of one video, with something else in some place."""
    body = xml(yt.feed([yt.video()]))
    assert old in body
    return 200, yt.XML, body.replace(old, new)


def test_a_feed_tells_its_videos_in_its_order_shorts_too() -> None:
    videos = [
        yt.video("ficticio_0E", title="Un <corto> & más", duration=30),
        yt.video("ficticio_0A", uploaded="2024-05-11T18:30:00-07:00"),
    ]

    common = {
        "description": "Primera línea\nSegunda línea",
        "channel": "Canal Ficticio",
        "channel_id": yt.CHANNEL_ID,
        "timestamp": 1_715_477_400,
        "upload_date": "20240512",
    }
    short: dict[str, Any] = {"id": "ficticio_0E", "title": "Un <corto> & más", **common}
    long: dict[str, Any] = {"id": "ficticio_0A", "title": "Conferencia ficticia sobre cuidados", **common}
    assert ask(yt.feed(videos)) == (
        Listing(Status.OK, (Entry(short["id"], short["title"]), Entry(long["id"], long["title"]))),
        (Answer(Status.OK, short, "", "atom"), Answer(Status.OK, long, "", "atom")),
    )


def test_a_playlist_tells_videos_of_any_channel() -> None:
    listing, answers = ask(yt.feed([yt.video(channel_id=OTHER_CHANNEL)], OTHER_CHANNEL), PLAYLIST)

    assert [entry.id for entry in listing.entries] == ["ficticio_0A"]
    assert [answer.info and answer.info["channel_id"] for answer in answers] == [OTHER_CHANNEL]


@pytest.mark.parametrize("identifier", ["", "@canalficticio", "UC", "UC/../../x", "PLficticia_ficticia&v=1", "x" * 81])
def test_what_is_neither_channel_nor_playlist_is_not_asked(identifier: str) -> None:
    extractor, log = offline(yt.everywhere((200, yt.XML, b"")))

    with pytest.raises(ValueError, match=rf"\A{re.escape(identifier)}\Z"):
        atom.ask(identifier, extractor)
    assert log == []


@pytest.mark.parametrize(
    ("reply", "state", "reason"),
    [
        ((404, yt.HTML, b""), Silence.NETWORK, "HTTP Error 404: Not Found"),
        ((500, yt.HTML, b""), Silence.NETWORK, "HTTP Error 500: Internal Server Error"),
        (TransportError("timed out"), Silence.NETWORK, "timed out"),
        ((403, yt.HTML, b""), Silence.BLOCKED, "HTTP Error 403: Forbidden"),
        ((429, yt.HTML, b""), Silence.BLOCKED, "HTTP Error 429: Too Many Requests"),
        ((400, yt.HTML, b""), Silence.ERROR, "HTTP Error 400: Bad Request"),
        ((204, yt.HTML, b""), Silence.ERROR, "respondió 204"),
    ],
)
def test_a_feed_that_is_not_there_proves_nothing(reply: Reply, state: Silence, reason: str) -> None:
    assert ask(reply) == (Listing(state, (), f"lista de novedades (Atom): {reason}"), ())


def test_a_channel_without_videos_is_an_empty_list() -> None:
    assert ask(yt.feed([])) == (Listing(Status.OK, ()), ())


def test_each_video_is_told_once_and_no_more_than_fifteen() -> None:
    videos = [yt.video(f"ficticio{n}A") for n in range(10, 30)]
    listing, answers = ask(yt.feed([videos[0], *videos]))

    expected = [v["id"] for v in videos[: atom.MOST_ENTRIES]]
    assert [entry.id for entry in listing.entries] == expected
    assert [answer.info and answer.info["id"] for answer in answers] == expected


@pytest.mark.parametrize("video_id", ["", "corto", "ficticio_0A1", "../../ficti", "ficticio 0A", "<b>12345678"])
def test_an_entry_without_a_sound_id_is_passed_over(video_id: str) -> None:
    listing, answers = ask(yt.feed([yt.video(video_id), yt.video("ficticio_0E")]))

    assert [entry.id for entry in listing.entries] == ["ficticio_0E"]
    assert len(answers) == 1


@pytest.mark.parametrize("published", [b"", b"ayer", b"2024-05-12", b"2024-05-12T01:30:00", b"1999-01-01T00:00:00Z"])
def test_a_date_that_is_none_is_left_out(published: bytes) -> None:
    _, (answer,) = ask(changed(b"<published>2024-05-12T01:30:00+00:00<", b"<published>" + published + b"<"))

    assert answer.info is not None
    assert {"timestamp", "upload_date"}.isdisjoint(answer.info)


@pytest.mark.parametrize("moment", [b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59-14:00"])
def test_a_date_beyond_the_calendar_is_left_out(moment: bytes) -> None:
    _, (answer,) = ask(changed(b"<published>2024-05-12T01:30:00+00:00<", b"<published>" + moment + b"<"))

    assert answer.info is not None
    assert "timestamp" not in answer.info


def test_hostile_text_is_made_plain_and_short() -> None:
    v = yt.video(title="Uno\u202e\u200bdos\r\n" + "x" * 1_000, description="a\u202eb\r\n\r\nc" + "x" * 30_000)
    _, (answer,) = ask(yt.feed([v | {"channel": " \n "}]))

    assert answer.info is not None
    assert answer.info["title"] == "Unodos " + "x" * 292 + "…"
    assert answer.info["description"] == "ab\n\nc" + "x" * 19_994 + "…"
    assert "channel" not in answer.info


def test_a_video_without_title_is_listed_but_nothing_is_told_of_it() -> None:
    listing, answers = ask(yt.feed([yt.video(title="\u200b")]))

    assert (listing, answers) == (Listing(Status.OK, (Entry("ficticio_0A", ""),)), ())


def test_the_feed_of_another_channel_is_no_answer() -> None:
    listing, answers = ask(yt.feed([yt.video()], OTHER_CHANNEL))

    assert listing == Listing(Silence.ERROR, (), "lista de novedades (Atom): la respuesta es de otro canal")
    assert answers == ()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Antes de continuar<br></html>",
        b"<feed/>",
        b'<rss version="2.0"/>',
        b"\xff\xfe\x00",
        b'<?xml version="1.0" encoding="inventada"?><feed/>',
        xml(yt.feed([yt.video()]))[:-30],
        xml(yt.feed([yt.video(description="x" * atom.LONGEST_BODY)])),
        b"<a>" * 200_000,
    ],
    ids=lambda body: repr(body[:20]),
)
def test_what_is_no_whole_feed_lists_nothing(body: bytes) -> None:
    assert ask((200, yt.XML, body)) == (INCOMPLETE, ())


@pytest.mark.parametrize("entity", [b"", b"&a;", b"&b;", b"&c;"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_declares_anything_is_refused(entity: bytes, encoding: str) -> None:
    declaration, feed = xml(changed(b"Conferencia", entity)).split(b"?>", 1)
    text = (declaration + b"?>" + ENTITIES + feed).decode().replace("UTF-8", encoding)

    assert ask((200, yt.XML, text.encode(encoding))) == (INCOMPLETE, ())


def test_any_bytes_are_a_listing_whose_facts_can_be_kept() -> None:
    replies: list[Reply] = []
    extractor, log = offline(lambda key: replies[-1])
    good = xml(yt.feed([yt.video(), yt.video("ficticio_0E")]))

    @given(st.binary(max_size=60), st.integers(0, len(good)), st.integers(0, len(good)))
    def check(noise: bytes, begin: int, end: int) -> None:
        replies.append((200, yt.XML, good[:begin] + noise + good[end:]))
        listing, answers = atom.ask(yt.CHANNEL_ID, extractor)

        assert (listing.state is Status.OK) or (listing.entries, answers) == ((), ())
        for answer in answers:
            assert answer.info is not None
            kept = snapshot.normalise(answer.info["id"], answer.info)
            assert loads(dumps(kept)) == kept

    check()
    assert log == [(REQUEST, 200)] * len(replies)
