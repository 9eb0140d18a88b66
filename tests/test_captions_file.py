"""The kept caption file: one text per track, kind to those who edit it, and never a word lost in silence."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from acervo.archive import captions
from acervo.archive.captions import CaptionError, CaptionState, Cue, Origin, Track, corrected, dumps, loads, original
from acervo.archive.cues import LAST_MOMENT, LONGEST_TEXT, clean

TEXTS = st.text(max_size=60).map(clean).filter(bool)
TAGS = st.sampled_from(["es", "es-MX", "es-419", "en", "zh-Hans", "yue"])


@st.composite
def cue_lists(draw: st.DrawFn) -> tuple[Cue, ...]:
    starts = sorted(draw(st.lists(st.integers(0, LAST_MOMENT - 1), min_size=1, max_size=8)))
    return tuple(Cue(start, draw(st.integers(start + 1, LAST_MOMENT)), draw(TEXTS)) for start in starts)


TRACKS = st.builds(
    Track,
    st.from_regex(r"[A-Za-z0-9_-]{11}", fullmatch=True),
    TAGS,
    st.sampled_from(Origin),
    st.sampled_from(CaptionState),
    st.text(max_size=80).map(captions.credit_line),
    st.sampled_from(["", "0" * 32, "0123456789abcdef" * 2]),
    cue_lists(),
    st.none() | st.integers(1, LAST_MOMENT),
)
TRACK = original(
    "-Ficticio_A",
    "es-MX",
    Origin.AUTOMATIC,
    [Cue(500, 2_000, "Buenas tardes"), Cue(2_000, 3_661_007, "R&D: 3 < 5 --> sí\nAna: «sí»")],
)
TEXT = """\
WEBVTT
Kind: captions
Language: es-MX

NOTE
video: -Ficticio_A
origen: automático
estado: automático
crédito:
huella: 2d7b1a54b7ef4e3a0f4a4d0f2b7e8a11

NOTE
Para corregir, cambie las palabras sin tocar los tiempos; si se detiene a la mitad, agregue bajo «estado» el renglón \
«revisado: hasta 00:12:30»; al terminar de revisar, escriba «revisado» en «estado» y, si quiere, su nombre en «crédito».

00:00:00.500 --> 00:00:02.000
Buenas tardes

00:00:02.000 --> 01:01:01.007
R&amp;D: 3 &lt; 5 --&gt; sí
Ana: «sí»
"""


def test_a_track_has_one_text() -> None:
    assert dumps(TRACK) == re.sub("huella: .*", f"huella: {TRACK.digest}", TEXT)


@given(TRACKS)
def test_the_text_gives_the_same_track_back(track: Track) -> None:
    assert loads(dumps(track)) == track


@given(TRACKS)
def test_an_arrow_stands_only_between_two_times(track: Track) -> None:
    rows = [row for row in dumps(track).split("\n") if "-->" in row]

    assert len(rows) == len(track.cues)
    assert all(re.fullmatch(r"[0-9:]{8,9}\.[0-9]{3} --> [0-9:]{8,9}\.[0-9]{3}", row) for row in rows)


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert captions.credit_line(captions.credit_line(text)) == captions.credit_line(text)


def line_of_fault(text: str) -> int | None:
    try:
        assert loads(text).cues
    except CaptionError as error:
        return error.line
    return None


@given(st.text())
@example("WEBVTT\n\n00:00.000 --> 00:01.000\n&#0;&#xd800;&#10;\x85")
def test_no_text_raises_anything_but_its_own_error(text: str) -> None:
    for candidate in (text, "WEBVTT\n" + text, f"{dumps(TRACK)}\n{text}"):
        line = line_of_fault(candidate)
        assert line is None or 1 <= line <= len(re.split("\r\n|\r|\n", candidate))


@given(st.data())
def test_no_edit_of_a_good_file_raises_anything_but_its_own_error(data: st.DataObject) -> None:
    text = dumps(TRACK)
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    put = data.draw(st.text("0123456789:.-> \n\r\t<&;NOTEabé\x00\u202e\u200b", max_size=6))
    edited = text[:at] + put + text[at + cut :]
    try:
        track = loads(edited)
    except CaptionError:
        return
    assert loads(dumps(track)) == track


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n\n", "\n\n \n\n"),
        lambda text: text.replace("00:00:0", "00:0"),
        lambda text: text.replace("00.500", "00,500").replace("02.000\n", "02.000 align:start position:0%\n"),
        lambda text: text.replace("00:00:00.500", "1\n00:00:00.500").replace(
            "00:00:02.000 -->", "c-2\n00:00:02.000 -->"
        ),
        lambda text: text.replace("tardes\n\n", "tardes\n"),
        lambda text: text.replace("tardes", "  tardes \t"),
        lambda text: text.replace("&lt; 5 --&gt;", "&lt; 5 &#45;&#45;&#62;"),
        lambda text: text.replace("R&amp;D", "R&D"),
        lambda text: text.replace("crédito:", "Credito :").replace("estado: automático", "ESTADO:Automatico"),
        lambda text: text.replace("crédito:\n", ""),
        lambda text: text.replace("WEBVTT\n", "WEBVTT - subtítulos\n\n"),
        lambda text: text + "\n\nNOTE revisar el nombre de la ponente\n\n",
        lambda text: text.replace("tardes\n", "tardes\n\nNOTE\nestado: lo que sea\n"),
        lambda text: text.replace("tardes", "tar\u00addes\u200b"),
        lambda text: text.replace("é", "e\u0301"),
        lambda text: text + "\n01:01:02.000 --> 01:01:03.000\n",
    ],
    ids=range(18),
)
def test_what_editors_do_to_a_file_changes_nothing(edit: object) -> None:
    edited = edit(dumps(TRACK))  # type: ignore[operator]  # one of the functions above

    assert edited != dumps(TRACK)
    assert loads(edited) == TRACK


GOOD = dumps(TRACK)


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("", 1, "debe empezar con «WEBVTT»"),
        ("hola", 1, "debe empezar con «WEBVTT»"),
        ("WEBVTTX\n", 1, "debe empezar con «WEBVTT»"),
        ("WEBVTT\n", 1, "No hay ningún subtítulo"),
        (GOOD.replace("Language: es-MX\n", ""), 1, "Falta el renglón «Language: …»"),
        (GOOD.replace("Language: es-MX", "Language: español de México"), 3, "no es un idioma"),
        (GOOD.replace("video: -Ficticio_A", "video: Ficticio"), 6, "«Ficticio» no es el id de un video"),
        (GOOD.replace("origen: automático", "origen: máquina"), 7, "«manual», «automático», «importado»"),
        (GOOD.replace("estado: automático", "estado: revisao"), 8, "«automático», «revisado», «validado»"),
        (GOOD.replace("estado: automático\n", ""), 1, "Falta el renglón «estado: …»"),
        (GOOD.replace("crédito:", "estado: revisado"), 9, "ya está en el renglón 8: deje solo uno"),
        (GOOD.replace("crédito:", "crédito: " + "a" * 301), 9, "pasa de 300 caracteres"),
        (GOOD.replace("crédito:", "crédito: Ana\u202e"), 9, "no se ve (U+202E)"),
        (GOOD.replace("huella: ", "huella: x"), 10, "no es una huella"),
        (GOOD.replace("NOTE\nPara", "Para"), 12, "Este texto no tiene tiempo ni es un dato"),
        (GOOD.replace("00.500 -->", "00.5 -->"), 15, "con tres cifras al final"),
        (GOOD.replace("00.500 -->", "00.500 ->"), 15, "no tiene tiempo"),
        (GOOD.replace("00:00:00.500", "00:00:60.500"), 15, "llegan hasta 59"),
        (GOOD.replace("00:00:00.500", "00:00:02.000"), 15, "Termina antes de empezar"),
        (GOOD.replace("00:00:00.500", "00:00:01.000").replace("00:00:02.000 -->", "00:00:00.999 -->"), 18, "en orden"),
        (GOOD.replace("01:01:01.007", "169:01:01.007"), 18, "Ninguna grabación pasa de 168:00:00.000"),
        (GOOD.replace("Buenas tardes", "Buenas\n\ntardes"), 18, "quite el renglón vacío"),
        (GOOD.replace("Buenas tardes", "Buenas\n\ntardes").replace("tardes\n\n", "tardes\n"), 18, "renglón vacío"),
        (GOOD.replace("Buenas tardes", "Buenas --> tardes"), 16, "escriba «→»"),
        (GOOD.replace("Buenas tardes", "<i>Buenas</i> tardes"), 16, "«&lt;»"),
        (GOOD.replace("Buenas tardes", "<<<<<<< HEAD\nBuenas tardes"), 16, "conflicto de Git"),
        (GOOD.replace("Buenas tardes", "Buenas\x00 tardes"), 16, "U+0000"),
        (GOOD.replace("Buenas tardes", "Buenas &#x202e;tardes"), 16, "U+202E"),
        (GOOD.replace("Buenas tardes", "a" * (LONGEST_TEXT + 1)), 15, "divídalo en varios"),
        (GOOD.replace("Buenas tardes", "").split("00:00:02.000 --> 01")[0], 15, "Ningún subtítulo tiene texto"),
        ("WEBVTT\n" + " " * 5_000_000, 1, "no son subtítulos"),
    ],
    ids=range(31),
)
def test_a_broken_file_is_told_with_its_line_and_the_remedy(text: str, line: int, sentence: str) -> None:
    with pytest.raises(CaptionError, match=re.escape(sentence)) as caught:
        loads(text)

    assert caught.value.line == line


@pytest.mark.parametrize("origin", Origin)
def test_a_track_as_its_source_gave_it_is_not_corrected(origin: Origin) -> None:
    state = CaptionState.REVIEWED if origin is Origin.MANUAL else CaptionState.AUTOMATIC
    track = original("ficticio_0A", "es", origin, TRACK.cues, state)

    assert not corrected(loads(dumps(track).replace("\n", "\r\n")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("estado: automático", "estado: revisado"),
        ("crédito:", "crédito: Persona Ejemplo Uno"),
        ("Buenas tardes", "Buenas noches"),
        ("00:00:00.500", "00:00:00.501"),
        ("00:00:00.500 --> 00:00:02.000\nBuenas tardes\n", ""),
        (f"huella: {TRACK.digest}\n", ""),
        ("Language: es-MX", "Language: es"),
    ],
)
def test_whatever_a_person_changes_is_recognised(old: str, new: str) -> None:
    assert GOOD.count(old) == 1
    assert corrected(loads(GOOD.replace(old, new)))


def test_captions_that_arrive_reviewed_are_a_persons() -> None:
    assert corrected(original("ficticio_0A", "es", Origin.IMPORTED, TRACK.cues, CaptionState.REVIEWED))


@pytest.mark.parametrize(
    ("tag", "canonical"),
    [("es", "es"), ("ES-mx", "es-MX"), ("es-419", "es-419"), ("zh-hans-cn", "zh-Hans-CN"), ("EN", "en")],
)
def test_a_language_is_written_in_one_way(tag: str, canonical: str) -> None:
    assert captions.canonical(tag) == canonical


@pytest.mark.parametrize("tag", ["", "e", "español", "es_MX", "es-", "../es", "es/..", "es\n", "es.new", "ｅｓ"])
def test_what_is_no_language_names_no_file(tag: str) -> None:
    with pytest.raises(ValueError, match="not a language"):
        captions.file_name("ficticio_0A", tag)


def test_files_are_named_by_video_and_language() -> None:
    assert captions.file_name("-Ficticio_A", "es-mx") == "v_-ficticio_a_402.es-MX.vtt"
    assert captions.file_name("-Ficticio_A", "es", newer=True) == "v_-ficticio_a_402.es.new.vtt"


@pytest.mark.parametrize(
    "changes",
    [
        {"video": "corto"},
        {"language": "ES"},
        {"credit": "dos\nrenglones"},
        {"credit": "una --> flecha"},
        {"digest": "x"},
        {"cues": ()},
        {"cues": (Cue(0, 0, "a"),)},
        {"cues": (Cue(-1, 1, "a"),)},
        {"cues": (Cue(5, 6, "a"), Cue(4, 6, "b"))},
        {"cues": (Cue(0, LAST_MOMENT + 1, "a"),)},
        {"cues": (Cue(0, 1, ""),)},
        {"cues": (Cue(0, 1, "a\n\nb"),)},
        {"cues": (Cue(0, 1, "a\u202eb"),)},
        {"cues": (Cue(0, 1, "a" * (LONGEST_TEXT + 1)),)},
    ],
    ids=range(14),
)
def test_what_a_file_cannot_hold_is_no_track(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not "):
        replace(TRACK, **changes)  # type: ignore[arg-type]  # one field each time


def test_a_track_too_long_to_be_read_back_is_not_written() -> None:
    cues = [Cue(moment, moment + 1, "&" * LONGEST_TEXT) for moment in range(300)]

    with pytest.raises(ValueError, match="characters"):
        dumps(original("ficticio_0A", "es", Origin.IMPORTED, cues))


@pytest.mark.parametrize(
    ("written", "until"),
    [
        ("hasta 00:12:30", 750_000),
        ("hasta 12:30", 750_000),
        ("Hasta 0:00:02.500", 2_500),
        ("hasta 1:00:00,001", 3_600_001),
        ("", None),
    ],
)
def test_a_person_may_stop_half_way_and_say_so(written: str, until: int | None) -> None:
    text = dumps(TRACK).replace("crédito:", f"revisado: {written}\ncrédito:")

    assert loads(text) == replace(TRACK, reviewed_until=until)
    assert corrected(loads(text)) is (until is not None)


@pytest.mark.parametrize(
    "written", ["todo", "00:12:30", "hasta", "hasta 12", "hasta 0:61", "hasta 0:00", "hasta 999:00:00"]
)
def test_an_unclear_half_way_is_told_at_its_line(written: str) -> None:
    text = dumps(TRACK).replace("crédito:", f"revisado: {written}\ncrédito:")

    with pytest.raises(CaptionError, match="no dice hasta dónde se revisó") as caught:
        loads(text)
    assert text.splitlines()[caught.value.line - 1] == f"revisado: {written}"


def test_the_moment_where_a_review_stopped_is_written_short() -> None:
    assert "\nestado: automático\nrevisado: hasta 00:12:30\ncrédito:" in dumps(replace(TRACK, reviewed_until=750_000))
    assert "\nrevisado: hasta 00:00:02.500\n" in dumps(replace(TRACK, reviewed_until=2_500))
    assert "revisado:" not in dumps(TRACK).partition("NOTE\nPara")[0]


HALVES = original("-Ficticio_A", "es", Origin.AUTOMATIC, [Cue(0, 1_000, "uno"), Cue(9_000, 10_000, "dos")])


@pytest.mark.parametrize(
    ("changes", "percent"),
    [
        ({}, 0),
        ({"reviewed_until": 500}, 25),
        ({"reviewed_until": 5_000}, 50),
        ({"reviewed_until": 9_999}, 99),
        ({"reviewed_until": 10_000}, 100),
        ({"state": CaptionState.REVIEWED}, 100),
        ({"state": CaptionState.VALIDATED, "reviewed_until": 500}, 100),
        ({"origin": Origin.MANUAL}, 100),
        ({"origin": Origin.IMPORTED}, 0),
    ],
)
def test_the_share_is_of_the_spoken_time(changes: dict[str, object], percent: int) -> None:
    assert captions.share(replace(HALVES, **changes)) == percent  # type: ignore[arg-type]  # values of its fields


@given(TRACKS, st.integers(1, LAST_MOMENT), st.integers(1, LAST_MOMENT))
def test_whoever_reviews_further_never_has_less(track: Track, one: int, other: int) -> None:
    shares = [captions.share(replace(track, reviewed_until=until)) for until in sorted((one, other))]

    assert 0 <= shares[0] <= shares[1] <= 100


def test_a_field_is_found_in_the_head_and_nowhere_else() -> None:
    text = dumps(TRACK) + "\n00:09:00.000 --> 00:09:01.000\nhuella: no es un dato\n"
    rows = text.splitlines()

    assert rows[captions.field_line(text, "credito") - 1] == "crédito:"
    assert rows[captions.field_line(text, "revisado", "estado", "video") - 1] == "estado: automático"
    assert captions.field_line(text.replace("huella", "hue lla", 1), "huella") == 1
