"""One address, asked through the real yt-dlp: whatever comes of it is a Reply."""

import time

import pytest
from yt_dlp.networking.exceptions import IncompleteRead, TransportError

from acervo.youtube.extractor import LONGEST_BODY, Reply
from tests.youtube import answers as yt
from tests.youtube.replay import Answerer, Key, offline
from tests.youtube.replay import Reply as Told

PLACE = "https://www.youtube.com/lugar"
ELSEWHERE = Reply(0, reason="la dirección llevó a otro sitio")


def moved(to: str) -> Told:
    return 302, yt.HTML | {"location": to}, b""


def test_a_good_answer_comes_whole_and_costs_one_request() -> None:
    extractor, log = offline(yt.places({"/lugar": (200, yt.HTML, b"hola")}))

    assert extractor.get(f"{PLACE}?v=x&otra=y") == Reply(200, b"hola")
    assert log == [({"path": "/lugar", "v": "x"}, 200)]


@pytest.mark.parametrize("code", [304, 400, 401, 403, 404, 410, 429, 500, 503])
def test_a_refusal_keeps_its_code_and_loses_its_body_and_is_not_asked_again(code: int) -> None:
    extractor, log = offline(yt.everywhere((code, yt.HTML, b"<b>no</b>")), retries=3)

    reply = extractor.get(PLACE)

    assert (reply.code, reply.body) == (code, b"")
    assert reply.reason.startswith(f"HTTP Error {code}: ")
    assert log == [({"path": "/lugar"}, code)]


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (TransportError("[Errno -2] Name or service not known"), "[Errno -2] Name or service not known"),
        (TransportError("The read operation\x1b[31m timed out\u202e"), "The read operation timed out"),
        (IncompleteRead(10, 20), "10 bytes read, 20 more expected"),
        (TransportError(""), "TransportError"),
        (ZeroDivisionError("una falla de yt-dlp"), "Unable to handle request: 1 unexpected error(s)"),
    ],
)
def test_when_nobody_answers_the_code_is_zero_and_the_reason_is_kept(failure: Exception, reason: str) -> None:
    extractor, log = offline(yt.everywhere(failure), retries=3)

    assert extractor.get(PLACE) == Reply(0, reason=reason)
    assert log == [({"path": "/lugar"}, None)]


def test_somebody_who_interrupts_is_heard() -> None:
    def answer(key: Key) -> Told | None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        offline(answer)[0].get(PLACE)


def test_a_redirection_within_the_site_is_followed() -> None:
    replies: dict[str, Told] = {
        "/lugar": moved("https://consent.youtube.com/m"),
        "consent.youtube.com/m": (200, yt.HTML, b"x"),
    }
    extractor, log = offline(yt.places(replies))

    assert extractor.get(PLACE) == Reply(200, b"x")
    assert log == [({"path": "/lugar"}, 302), ({"path": "/m", "host": "consent.youtube.com"}, 200)]


@pytest.mark.parametrize("code", [200, 403, 404, 503])
@pytest.mark.parametrize(
    "to",
    [
        "https://consent.google.com/m",
        "https://youtube.com.example/m",
        "https://notyoutube.com/m",
        "http://www.youtube.com/m",
        "http://127.0.0.1/m",
    ],
)
def test_what_another_site_says_is_no_answer(to: str, code: int) -> None:
    def answer(key: Key) -> Told | None:
        return moved(to) if key["path"] == "/lugar" else (code, yt.HTML, b"x")

    extractor, log = offline(answer)

    assert extractor.get(PLACE) == ELSEWHERE
    assert [status for _, status in log] == [302, code]


def test_the_page_for_robots_of_another_site_is_a_block() -> None:
    replies: dict[str, Told] = {
        "/lugar": moved("https://www.google.com/sorry/index"),
        "www.google.com/sorry/index": (429, yt.HTML, b"captcha"),
    }

    assert offline(yt.places(replies))[0].get(PLACE).code == 429


def test_a_circle_of_redirections_ends() -> None:
    extractor, log = offline(yt.everywhere(moved(PLACE)))

    assert extractor.get(PLACE).code == 0
    assert {status for _, status in log} == {302}


@pytest.mark.parametrize("excess", [0, 1])
def test_a_body_is_taken_up_to_its_limit(excess: int) -> None:
    body = b"x" * (LONGEST_BODY + excess)
    answerer: Answerer = yt.everywhere((200, yt.HTML, body))

    whole, too_long = Reply(200, body), Reply(0, reason="la respuesta es demasiado larga")
    assert offline(answerer)[0].get(PLACE) == (too_long if excess else whole)


@pytest.mark.parametrize(
    "url", ["", "http://www.youtube.com/", "ftp://www.youtube.com/", "file:/etc/hostname", "data:,hola", "//x"]
)
def test_what_is_not_https_is_not_asked(url: str) -> None:
    extractor, log = offline(yt.everywhere((200, yt.HTML, b"x")))

    assert extractor.get(url) == Reply(0, reason="la dirección no empieza con https://")
    assert log == []


@pytest.mark.parametrize(
    "url", ["https://", "https://[", "https://[::1", "https://\x00/", "https://a b/", "https://é/"]
)
def test_a_broken_address_is_a_reply_too(url: str) -> None:
    extractor, _ = offline(yt.everywhere(TransportError("no such host")))

    assert extractor.get(url).code == 0


def test_every_request_waits_its_turn() -> None:
    extractor, log = offline(yt.everywhere((200, yt.HTML, b"x")), pause=0.1)
    begin = time.monotonic()
    extractor.get(PLACE)
    extractor.get(PLACE)

    assert time.monotonic() - begin >= 0.2
    assert len(log) == 2
