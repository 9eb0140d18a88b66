"""Files of captions from elsewhere: what is read of each format, and how a broken one is told."""

import json
import re
from itertools import accumulate, pairwise

import pytest
import webvtt
from hypothesis import example, given
from hypothesis import strategies as st

from acervo.archive.captions import Origin, dumps, loads, original
from acervo.archive.cues import LONGEST_TEXT, Cue
from acervo.youtube.subtitles import LARGEST_FILE, LAST_CUE, SubtitleError, read
from tests.youtube.rolling import rolling

SRT = """\
1
00:00:01,000 --> 00:00:02,500
Buenas tardes.
Bienvenidas y bienvenidos.

2
00:00:02,500 --> 01:00:00,000
<i>¿Empezamos?</i> {\\an8}<font color="#fff">3 < 5 & R&amp;D</font>
"""
READ = (
    Cue(1_000, 2_500, "Buenas tardes.\nBienvenidas y bienvenidos."),
    Cue(2_500, 3_600_000, "¿Empezamos? 3 < 5 & R&D"),
)
VTT = """\
WEBVTT
X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0

STYLE
::cue { color: orange }

NOTE de quien transcribe

intro-1
00:01.000 --> 00:02.500 align:start
<v.fuerte Ana Pérez>Buenas <b>tardes</b>.
<c.amarillo>Bienvenidas</c></v>

00:02.500 --> 00:03.000
<v Ana Pérez>Empezamos.</v>

00:03.000 --> 00:04.000
<v Luis>¿Ya?</v>
<v Ana Pérez>Ya.</v>

00:04.000 --> 00:05.000
(aplausos) <lang en>&lt;<i>thanks</i>&gt;</lang>

00:05.000 --> 00:06.000
<v Ana Pérez>Gracias.
"""
WORD = st.sampled_from(["sí", "no", "bueno,", "igualdad", "2024", "R&D", "ñandú"])
LINES = st.lists(
    st.tuples(st.integers(50, 9_000), st.lists(WORD, min_size=1, max_size=3).map(" ".join)), min_size=1, max_size=15
)


def test_srt_is_read() -> None:
    assert read("clase.srt", SRT.encode()) == READ


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace("\n\n", "\n \n\t\n"),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: text.replace("1\n00", "00").replace("2\n00:00:02", "00:00:02"),
        lambda text: text.replace(",", ".", 2),
        lambda text: text.rstrip("\n"),
        lambda text: "\n\n" + text,
        lambda text: text.replace("00:00:02,500 -->", "0:00:02,500-->"),
    ],
    ids=range(9),
)
def test_srt_is_read_as_programs_write_it(edit: object) -> None:
    edited = edit(SRT)  # type: ignore[operator]  # one of the functions above

    assert edited != SRT
    assert read("CLASE.SRT", edited.encode()) == READ


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_spanish_programs_are_understood(encoding: str) -> None:
    data = SRT.encode(encoding)

    assert read("clase.srt", data) == READ


def test_utf_16_of_either_end_is_understood() -> None:
    assert read("clase.srt", b"\xfe\xff" + SRT.encode("utf-16-be")) == READ
    assert read("clase.srt", b"\xff\xfe" + SRT.encode("utf-16-le")) == READ


def test_webvtt_keeps_its_rows_and_names_who_speaks_when_that_changes() -> None:
    assert read("clase.vtt", VTT.encode()) == (
        Cue(1_000, 2_500, "Ana Pérez: Buenas tardes.\nBienvenidas"),
        Cue(2_500, 3_000, "Empezamos."),
        Cue(3_000, 4_000, "Luis: ¿Ya?\nAna Pérez: Ya."),
        Cue(4_000, 5_000, "(aplausos) <thanks>"),
        Cue(5_000, 6_000, "Ana Pérez: Gracias."),
    )


def test_what_says_that_it_is_webvtt_is_believed() -> None:
    assert read("clase.txt", VTT.encode()) == read("clase.srt", VTT.encode()) == read("clase.vtt", VTT.encode())


def test_a_kept_track_can_be_imported() -> None:
    track = original("ficticio_0A", "es", Origin.MANUAL, READ)

    assert read("x.vtt", dumps(track).encode()) == track.cues


@given(LINES)
def test_a_library_reads_the_same(lines: list[tuple[int, str]]) -> None:
    """The one of the lock, webvtt-py, which drops broken cues in silence but reads sound ones well."""
    starts = list(accumulate(pause for pause, _ in lines))
    cues = [Cue(start, start + 40, f"{text}\n{text}") for start, (_, text) in zip(starts, lines, strict=True)]
    text = dumps(original("ficticio_0A", "es", Origin.IMPORTED, cues))

    theirs = webvtt.from_string(text)

    assert [
        Cue(cue.start_time.in_milliseconds(), cue.end_time.in_milliseconds(), cue.text.replace("&amp;", "&"))
        for cue in theirs.captions
    ] == list(read("x.vtt", text.encode()))


@given(LINES)
@example([(50, "sí"), (50, "sí"), (50, "sí no"), (50, "sí no"), (50, "no")])
def test_a_rolling_track_gives_exactly_the_words_said(lines: list[tuple[int, str]]) -> None:
    starts = list(accumulate(pause for pause, _ in lines))
    said = [(start, text) for start, (_, text) in zip(starts, lines, strict=True)]
    # Without two words in a row there is no tag, and nothing tells that the track rolls.
    said.append((starts[-1] + 100, "muchas gracias"))

    cues = read("auto.vtt", rolling(said, said[-1][0] + 5_000).encode())

    assert [(cue.start, cue.text) for cue in cues] == said
    assert all(one.end <= other.start for one, other in pairwise(cues))


def test_the_older_form_of_rolling_tracks_is_understood() -> None:
    text = """\
WEBVTT
Kind: captions
Language: es

00:00:00.030 --> 00:00:02.700 align:start position:0%
 
hola<00:00:00.480><c> muchas</c><00:00:00.900><c> gracias </c>

00:00:02.700 --> 00:00:02.710 align:start position:0%
hola muchas gracias 
 

00:00:02.710 --> 00:00:04.000 align:start position:0%
hola muchas gracias 
sí<00:00:03.000><c.colorE5E5E5> claro</c>
"""

    assert read("auto.vtt", text.encode()) == (
        Cue(30, 2_700, "hola muchas gracias"),
        Cue(2_710, 4_000, "sí claro"),
    )


def test_json3_is_read() -> None:
    events = [{"tStartMs": 1_000, "dDurationMs": 500, "segs": [{"utf8": "buenas"}, {"utf8": "\ntardes"}]}]

    assert read("x.json3", json.dumps({"events": events}).encode()) == (Cue(1_000, 1_500, "buenas tardes"),)


@pytest.mark.parametrize(
    "text",
    [
        "0:12\nBuenas tardes\n\n0:15\n8:30 de la mañana\n\ny seguimos\n1:02:03\nGracias\n",
        "[00:12] Buenas tardes\n[00:15] 8:30 de la mañana\ny seguimos\n[1:02:03] Gracias",
        "00:12 Buenas tardes\n00:15\tA las 8:30 de la mañana\ny seguimos\n\n1:02:03 Gracias\n",
        "[0:12]\nBuenas tardes\n[0:15]\n8:30 de la mañana\n[sic]\n[1:02:03]\nGracias",
    ],
)
def test_a_transcript_is_read_as_it_is_copied(text: str) -> None:
    first, second, third = read("panel.txt", text.encode())

    assert first == Cue(12_000, 15_000, "Buenas tardes")
    assert second[:2] == (15_000, 3_723_000)
    assert second.text.split("\n")[0].endswith("8:30 de la mañana")
    assert third == Cue(3_723_000, 3_723_000 + LAST_CUE, "Gracias")


def test_two_lines_of_the_same_second_are_one_cue() -> None:
    assert read("panel.txt", b"0:01\nuno\n0:01\ndos\n75:02\n") == (Cue(1_000, 4_502_000, "uno\ndos"),)


@pytest.mark.parametrize(
    ("name", "data", "line", "sentence"),
    [
        ("x.docx", b"PK", 1, "No se conoce el formato «.docx»: use un archivo .vtt, .srt, .json3 o .txt"),
        ("x", b"", 1, "No se conoce el formato"),
        ("x.srt", b"", 1, "no trae ningún subtítulo"),
        ("x.vtt", b"", 1, "empieza con «WEBVTT»"),
        ("x.vtt", SRT.encode(), 1, "empieza con «WEBVTT»"),
        ("x.vtt", b"WEBVTT\n", 1, "no trae ningún subtítulo"),
        ("x.txt", b"\n\n", 1, "no trae ningún subtítulo"),
        ("x.json3", b"", 1, "YouTube respondió sin contenido"),
        ("x.json3", b"{", 1, "no son JSON completo"),
        ("x.json3", b'{"events":[]}', 1, "no trae ningún subtítulo"),
        ("x.srt", b"\x81\x8d", 1, "guárdelo como UTF-8"),
        ("x.srt", SRT.encode("utf-16-le"), 1, "guárdelo como UTF-8"),
        ("x.srt", b"\xff\xfea", 1, "guárdelo como UTF-8"),
        ("x.srt", b"a" * (LARGEST_FILE + 1), 1, "no parecen subtítulos"),
        ("x.srt", SRT.replace("02,500 -->", "02,5 -->").encode(), 7, "con tres cifras al final"),
        ("x.srt", SRT.replace("-->", "->", 1).encode(), 1, "no tiene tiempo"),
        ("x.srt", SRT.replace("00:00:01", "00:00:03").encode(), 2, "Termina antes de empezar"),
        ("x.srt", SRT.replace("02,500 -->", "00,500 -->").encode(), 7, "póngalos en orden"),
        ("x.srt", SRT.replace("tardes.\n", "tardes.\n\n").encode(), 5, "quite el renglón vacío"),
        ("x.srt", SRT.replace("tardes", "a" * (LONGEST_TEXT + 1)).encode(), 2, "divídalo en varios"),
        ("x.vtt", VTT.replace("00:04.000 -->", "00:4.000 -->").encode(), 21, "No se entiende el tiempo"),
        ("x.vtt", VTT.replace("00:02.500 -->", "-->").encode(), 14, "No se entiende el tiempo"),
        ("x.txt", b"Buenas tardes\n0:12\nHola", 1, "no se puede inventar"),
        ("x.txt", b"Buenas\r\ntardes", 1, "no se puede inventar"),
        ("x.txt", b"0:12\nBuenas\n0:11\ntardes", 3, "póngalos en orden"),
        ("x.txt", b"0:12\nBuenas\n0:61\ntardes", 3, "llegan hasta 59"),
        ("x.txt", b"1:61:00\nBuenas", 1, "llegan hasta 59"),
        ("x.txt", b"999:00:00\nBuenas", 1, "Ninguna grabación"),
        ("x.txt", b"0:12\n" + b"Buenas\n" * 1_000, 715, "escriba otro aquí"),
        ("x.txt", SRT.encode(), 1, "no se puede inventar"),
    ],
    ids=range(30),
)
def test_a_broken_file_is_told_with_its_line_and_the_remedy(name: str, data: bytes, line: int, sentence: str) -> None:
    with pytest.raises(SubtitleError, match=re.escape(sentence)) as caught:
        read(name, data)

    assert caught.value.line == line


@given(st.sampled_from([".vtt", ".srt", ".txt", ".json3"]), st.binary(max_size=40) | st.text(max_size=60))
def test_no_file_raises_anything_but_its_own_error(suffix: str, noise: bytes | str) -> None:
    data = noise.encode("utf-8", "replace") if isinstance(noise, str) else noise
    for before in (b"", SRT.encode(), VTT.encode(), b"0:12\n", b"WEBVTT\n\n00:01.000 --> 00:02.000\n<00:00:01.120>"):
        try:
            cues = read("x" + suffix, before + data)
        except SubtitleError:
            continue
        track = original("ficticio_0A", "es", Origin.IMPORTED, cues)
        assert loads(dumps(track)) == track


@pytest.mark.parametrize(
    "row", ["<v" + " " * 100_000, "<b " * 50_000, " " * 100_000 + "-->", "<00:" * 50_000, "[" * 100_000]
)
def test_a_monstrous_row_takes_no_time(row: str) -> None:
    for before in ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "WEBVTT\n\n", "0:12\n", ""):
        for suffix in (".vtt", ".txt"):
            with pytest.raises(SubtitleError):
                read("x" + suffix, f"{before}{row}".encode())
