"""What people paste: ids and addresses of videos, channels and lists."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.youtube import channel, plain, video_id
from acervo.youtube.video_id import AddressError

ID = "-ficticio_A"
CHANNEL = "UCficticio_ficticio_ficQ"
LIST = "PLficticio_ficticio"
HOW = "Escriba la dirección del video (https://www.youtube.com/watch?v=…) o los 11 caracteres de su id."


@pytest.mark.parametrize(
    "text",
    [
        ID,
        f"  {ID}\n",
        f"https://www.youtube.com/watch?v={ID}",
        f"http://youtube.com/watch?v={ID}",
        f"HTTPS://WWW.YOUTUBE.COM/watch?v={ID}",
        f"https://www.youtube.com:443/watch?v={ID}",
        f"www.youtube.com/watch?v={ID}",
        f"youtube.com/watch?v={ID}",
        f"//www.youtube.com/watch?v={ID}",
        f"https://m.youtube.com/watch?v={ID}&feature=youtu.be",
        f"https://music.youtube.com/watch?v={ID}",
        f"https://www.youtube.com/watch?app=desktop&v={ID}&t=1h2m3s",
        f"https://www.youtube.com/watch?v={ID}&list={LIST}&index=3",
        f"https://www.youtube.com/watch?v={ID}#t=30",
        f"https://www.youtube.com/watch/{ID}",
        f"https://youtu.be/{ID}",
        f"youtu.be/{ID}?si=ficticio_ficticio&t=42",
        f"https://youtu.be/{ID}&t=42",
        f"https://www.youtube.com/shorts/{ID}?feature=share",
        f"https://www.youtube.com/live/{ID}?si=ficticio",
        f"https://www.youtube.com/embed/{ID}?start=5",
        f"https://www.youtube-nocookie.com/embed/{ID}?rel=0",
        f"https://www.youtube.com/v/{ID}",
        f"https://www.youtube.com/e/{ID}/",
    ],
)
def test_every_known_shape_of_a_video_gives_its_id(text: str) -> None:
    assert video_id.parse(text) == ID


NO_VIDEO = "no es un video de YouTube."
INVALID = "no es una dirección válida."
A_CHANNEL = "es un canal, no un video."
A_LIST = "es una lista de reproducción, no un video."
A_PAGE = "es una página de YouTube, pero no la de un video."
INCOMPLETE = "no lleva un identificador de video completo: son 11 letras sin acento, cifras, guiones o guiones bajos."
SITE = "https://www.youtube.com/"


def of(host: str) -> str:
    return f"no es una dirección de YouTube, sino de «{host}»."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", NO_VIDEO),
        ("corto", NO_VIDEO),
        ("día naranja", NO_VIDEO),
        (
            "perspectiva",
            "tiene 11 caracteres, pero no puede ser el identificador de un video: ninguno termina en «a».",
        ),
        (CHANNEL, A_CHANNEL),
        ("@canalficticio", A_CHANNEL),
        (f"{SITE}@canalficticio/live", A_CHANNEL),
        (f"{SITE}embed/live_stream?channel={CHANNEL}", A_CHANNEL),
        (LIST, A_LIST),
        (f"{SITE}playlist?list={LIST}", A_LIST),
        (f"{SITE}embed/videoseries?list={LIST}", A_LIST),
        ("https://vimeo.com/123456", of("vimeo.com")),
        (f"https://youtube.com.ejemplo.mx/watch?v={ID}", of("youtube.com.ejemplo.mx")),
        (f"https://youtube.com@ejemplo.mx/{ID}", of("youtube.com@ejemplo.mx")),
        (f"https://ejemplo.mx@youtu.be/{ID}", of("ejemplo.mx@youtu.be")),
        (f"https://youtube.com:8080/watch?v={ID}", of("youtube.com:8080")),
        (f"ftp://youtube.com/watch?v={ID}", "no es una dirección de la web (http o https)."),
        ("javascript:alert(1)", INVALID),
        ("https://[youtube.com/x", INVALID),
        ("https://youtube.com:99999/x", INVALID),
        (f"https://youtube.com\\@ejemplo.mx/{ID}", INVALID),
        (SITE, A_PAGE),
        (f"{SITE}watch?v={ID}&v=ficticio_0A", A_PAGE),
        ("https://youtu.be/", INCOMPLETE),
        (f"https://youtu.be/{ID}X", INCOMPLETE),
        (f"{SITE}watch?v=%2e%2e%2f", INCOMPLETE),
    ],
)
def test_what_is_no_video_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(AddressError) as refusal:
        video_id.parse(text)
    assert str(refusal.value) == f"«{text}» {sentence} {HOW}"


def test_a_clip_is_refused_with_what_to_do() -> None:
    with pytest.raises(AddressError) as refusal:
        video_id.parse(f"{SITE}clip/Ugficticio")
    assert str(refusal.value) == (
        f"«{SITE}clip/Ugficticio» es un fragmento compartido; abra el video completo y copie su dirección."
    )


def test_a_long_text_is_quoted_in_part() -> None:
    with pytest.raises(AddressError) as refusal:
        video_id.parse("x" * 100_000)
    assert str(refusal.value) == f"«{'x' * 79}…» {NO_VIDEO} {HOW}"


def outcome(parse: Callable[[str], object], text: str) -> object:
    try:
        return parse(text)
    except AddressError as refusal:
        return str(refusal)


@given(st.text() | st.text("https:/.youtbe@?=&vlw-_%\\\u202e\x00A", max_size=60))
def test_any_text_gives_an_id_or_a_sentence_without_invisible_tricks(text: str) -> None:
    for parse in (video_id.parse, channel.parse, channel.pages):
        found = outcome(parse, text)
        assert found
        assert isinstance(found, tuple) or plain.line(found, 1000) == found


@pytest.mark.parametrize(
    "text",
    [CHANNEL, f"https://www.youtube.com/channel/{CHANNEL}", f"m.youtube.com/channel/{CHANNEL}/videos?x=1"],
)
def test_a_channel_id_is_read_alone_or_in_its_address(text: str) -> None:
    assert channel.parse(text) == CHANNEL


@pytest.mark.parametrize("text", ["@canalficticio", CHANNEL[:-1], f"https://ejemplo.mx/channel/{CHANNEL}", ""])
def test_what_holds_no_channel_id_is_refused(text: str) -> None:
    with pytest.raises(AddressError):
        channel.parse(text)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        (CHANNEL, (f"channel/{CHANNEL}/videos", f"channel/{CHANNEL}/streams")),
        (f"youtube.com/channel/{CHANNEL}/about", (f"channel/{CHANNEL}/videos", f"channel/{CHANNEL}/streams")),
        ("@canalficticio", ("@canalficticio/videos", "@canalficticio/streams")),
        ("https://www.youtube.com/@canalficticio?si=x", ("@canalficticio/videos", "@canalficticio/streams")),
        ("@canción", ("@canci%C3%B3n/videos", "@canci%C3%B3n/streams")),
        ("https://www.youtube.com/user/ficticio", ("user/ficticio/videos", "user/ficticio/streams")),
        ("https://www.youtube.com/c/ficticio/", ("c/ficticio/videos", "c/ficticio/streams")),
        (LIST, (f"playlist?list={LIST}",)),
        (f"https://www.youtube.com/playlist?list={LIST}&si=x", (f"playlist?list={LIST}",)),
        (f"https://www.youtube.com/watch?v={ID}&list={LIST}", (f"playlist?list={LIST}",)),
    ],
)  # fmt: skip
def test_channels_handles_and_lists_give_the_pages_that_list_them(text: str, pages: tuple[str, ...]) -> None:
    assert channel.pages(text) == tuple("https://www.youtube.com/" + page for page in pages)


@pytest.mark.parametrize(
    "text",
    [
        ID,
        f"https://youtu.be/{ID}",
        "https://vimeo.com/@canalficticio",
        "UCcorto",
        "https://www.youtube.com/@/x",
    ],
)
def test_what_lists_nothing_is_refused(text: str) -> None:
    with pytest.raises(AddressError, match="Escriba"):
        channel.pages(text)
