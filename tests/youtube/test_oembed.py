"""oEmbed through the real yt-dlp: what it tells is taken, what it refuses is no news."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yt_dlp.networking.exceptions import TransportError

from acervo.archive.snapshot import Status, dumps, loads
from acervo.youtube import oembed, snapshot
from acervo.youtube.answer import Answer, Silence
from tests.youtube import answers as yt
from tests.youtube.replay import Key, Reply, offline

V = yt.video("-ficticio0A")
ID = V["id"]
AMBIGUOUS = "oEmbed no lo muestra: el video es privado o no se deja insertar"
REQUEST: Key = {"path": "/oembed", "url": f"https://www.youtube.com/watch?v={ID}"}


def ask(reply: Reply) -> Answer:
    """Ask, and see to it that it costs one request."""
    extractor, log = offline(yt.places({"/oembed": reply}), retries=3)
    answer = oembed.ask(ID, extractor)
    assert log == [(REQUEST, None if isinstance(reply, Exception) else reply[0])]
    return answer


def silence(state: Status | Silence, reason: str) -> Answer:
    return Answer(state, None, reason, "oembed")


def test_what_is_told_of_a_video_is_taken() -> None:
    info = {"id": ID, "title": V["title"], "channel": "Canal Ficticio", "uploader_id": "@canalficticio"}

    assert ask(yt.oembed(V)) == Answer(Status.OK, info, "", "oembed")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://www.youtube.com/@canalficticio", {"uploader_id": "@canalficticio"}),
        ("https://www.youtube.com/@canal%C3%B1/", {"uploader_id": "@canalñ"}),
        (f"https://www.youtube.com/channel/{yt.CHANNEL_ID}", {"channel_id": yt.CHANNEL_ID}),
        (f"https://www.youtube.com/channel/{yt.CHANNEL_ID}x", {}),
        ("https://www.youtube.com/user/antiguo", {}),
        ("https://www.youtube.com/@canal/../otro", {}),
        ("https://www.youtube.com/@canal%0a%3Cb%3E", {}),
        ("https://example.org/@canalficticio", {}),
        ("javascript:alert(1)//@canalficticio", {}),
        ("https://[/@canalficticio", {}),
        (None, {}),
        (["https://www.youtube.com/@canalficticio"], {}),
    ],
)
def test_the_channel_is_known_only_from_an_address_of_youtube(url: object, told: dict[str, str]) -> None:
    info = {"id": ID, "title": V["title"], "channel": "Canal Ficticio"} | told

    assert ask(yt.oembed(V, author_url=url)) == Answer(Status.OK, info, "", "oembed")


def test_hostile_text_is_made_plain_and_short() -> None:
    answer = ask(yt.oembed(V, title="<b>Uno</b>\r\n\u202edos\x00\ud800" + "x" * 50_000, author_name=["no", "texto"]))

    assert answer.info == {"id": ID, "title": "<b>Uno</b> dos" + "x" * 285 + "…", "uploader_id": "@canalficticio"}


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ((200, yt.HTML, b"Forbidden"), silence(Silence.PARTIAL, AMBIGUOUS)),
        ((200, yt.HTML, b"Unauthorized\n"), silence(Silence.PARTIAL, AMBIGUOUS)),
        ((401, yt.HTML, b"Unauthorized"), silence(Silence.PARTIAL, AMBIGUOUS)),
        ((403, yt.HTML, b"Forbidden"), silence(Silence.PARTIAL, AMBIGUOUS)),
        ((404, yt.HTML, b"Not Found"), silence(Status.REMOVED, "oEmbed dice que el video no existe")),
        (
            (400, yt.HTML, b"Bad Request"),
            silence(Silence.ERROR, "oEmbed dice que no es el identificador de un video"),
        ),
        ((429, yt.HTML, b""), silence(Silence.BLOCKED, "HTTP Error 429: Too Many Requests")),
        ((500, yt.HTML, b""), silence(Silence.NETWORK, "HTTP Error 500: Internal Server Error")),
        ((503, yt.HTML, b""), silence(Silence.NETWORK, "HTTP Error 503: Service Unavailable")),
        (TransportError("timed out"), silence(Silence.NETWORK, "timed out")),
        ((410, yt.HTML, b""), silence(Silence.ERROR, "HTTP Error 410: Gone")),
        ((204, yt.HTML, b""), silence(Silence.ERROR, "oEmbed respondió 204")),
    ],
)
def test_a_refusal_is_told_from_a_silence(reply: Reply, answer: Answer) -> None:
    assert ask(reply) == answer


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"Not Found",
        b"<html>Antes de continuar</html>",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"Forbidden"',
        b"{}",
        b'{"title": ""}',
        b'{"title": "\\u200b \\n"}',
        b'{"title": 7}',
        b'{"title": "cortado',
        b"[" * 100_000,
        b"9" * 10_000,
        b'{"title": "%s"}' % (b"x" * oembed.LONGEST_BODY),
    ],
    ids=lambda body: repr(body[:20]),
)
def test_an_answer_without_title_is_half_an_answer(body: bytes) -> None:
    answer = ask((200, yt.JSON, body))

    assert answer == silence(Silence.PARTIAL, "la respuesta de oEmbed no trae el título")


def test_the_answer_about_another_video_is_no_answer() -> None:
    answer = ask(yt.oembed(V, thumbnail_url="https://i.ytimg.com/vi/Ficticio_0A/hqdefault.jpg"))

    assert answer == silence(Silence.ERROR, "la respuesta de oEmbed es de otro video")


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(["title", "author_name", "author_url", "thumbnail_url"])


def test_whatever_it_tells_is_an_answer_whose_facts_can_be_kept() -> None:
    replies: list[Reply] = []
    extractor, log = offline(lambda key: replies[-1])

    @given(st.dictionaries(FIELDS, JSON_VALUES).map(json.dumps).map(str.encode) | st.binary(max_size=200))
    def check(body: bytes) -> None:
        replies.append((200, yt.JSON, body))
        answer = oembed.ask(ID, extractor)

        assert answer.origin == "oembed"
        assert (answer.info is None) == isinstance(answer.state, Silence)
        if answer.info is not None:
            kept = snapshot.normalise(ID, answer.info)
            assert loads(dumps(kept)) == kept
            assert {key: getattr(kept, key) for key in answer.info} == answer.info

    check()
    assert log == [(REQUEST, 200)] * len(replies)
