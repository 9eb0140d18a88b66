"""What can be downloaded beside a conference: captions in two forms and the transcript, only with permission."""

import re

from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.archive import Archive, build
from acervo.archive.captions import CaptionState, Cue, Origin, Track, dumps, original
from acervo.archive.cues import LAST_MOMENT, blocks, clean, timed
from acervo.archive.holding import CaptionFile, Holding, PictureFile
from acervo.outputs.media import heading, media, plain, srt
from tests.outputs.fiction import Site, entry

VIDEO = "-Ficticio_A"
CUES = (
    Cue(500, 2_000, "Ana Ficticia: Buenas tardes.\nHoy se habla de R&D <y> de otras cosas."),
    Cue(3_661_007, 3_662_000, "Bruno Inventado: Una flecha --> y ya."),
)
TRACK = original(VIDEO, "es-MX", Origin.AUTOMATIC, CUES)
HELD = Holding(
    captions=(
        CaptionFile(VIDEO, "youtube/captions/a.vtt", "0" * 24, "es-MX", "automatic", "automatic"),
        CaptionFile(VIDEO, "youtube/captions/b.vtt", "1" * 24, "en", "manual", "automatic"),
    ),
    picture=PictureFile(VIDEO, "youtube/thumbnails/a.webp", "2" * 24),
)


def archive(permission: str, **fields: object) -> Archive:
    recording = {"state": "published", "youtube": VIDEO, "captions_permission": permission}
    return build([entry("conferences", "una-charla", title="Una charla", recording=recording, **fields)], {VIDEO: HELD})


def test_with_permission_every_track_is_offered_in_three_forms() -> None:
    offered = list(media(archive("granted"), Site()))
    at = "conferencias/una-charla/"

    assert [(one.path.removeprefix(at), one.kept.path.rpartition("/")[2]) for one in offered] == [
        ("imagen.webp", "a.webp"),
        ("subtitulos.es-MX.vtt", "a.vtt"),
        ("subtitulos.es-MX.srt", "a.vtt"),
        ("transcripcion.es-MX.txt", "a.vtt"),
        ("subtitulos.en.vtt", "b.vtt"),
        ("subtitulos.en.srt", "b.vtt"),
        ("transcripcion.en.txt", "b.vtt"),
    ]
    text, head = dumps(TRACK), heading(archive("granted").entries["conferences", "una-charla"], Site())
    assert head == (
        "Una charla\n"
        "Acervo ficticio: https://ficticio.example/archivo/conferencias/una-charla/\n"
        "Video: https://www.youtube.com/watch?v=-Ficticio_A"
    )
    made = {one.path.removeprefix(at): one.make(text.encode()) for one in offered[1:4]}
    assert made == {
        "subtitulos.es-MX.vtt": text.encode(),
        "subtitulos.es-MX.srt": srt(TRACK).encode(),
        "transcripcion.es-MX.txt": plain(text, head).encode(),
    }
    assert offered[0].make(b"RIFF") == b"RIFF"


def test_without_permission_or_page_no_words_are_offered() -> None:
    withdrawn = archive("granted", withdrawn={"date": "2025-03-04", "reason": "A petición"})

    assert [one.path for one in media(archive("unknown"), Site())] == ["conferencias/una-charla/imagen.webp"]
    assert list(media(withdrawn, Site())) == []


def test_what_is_told_changes_when_the_text_would() -> None:
    def told(title: str) -> list[str]:
        fields = {"title": title, "recording": {"youtube": VIDEO, "captions_permission": "granted"}}
        joined = build([entry("conferences", "una-charla", **fields)], {VIDEO: HELD})
        return [one.told for one in media(joined, Site()) if one.path.endswith(".txt")]

    assert told("Una charla") != told("Otra charla")


def test_a_transcript_says_first_where_it_comes_from_and_that_a_machine_wrote_it() -> None:
    assert plain(dumps(TRACK), "Una charla") == (
        "Una charla\n\n"
        "Idioma: es-MX\n"
        "Origen de los subtítulos: automático\n"
        "Estado de los subtítulos: automático\n"
        "Transcripción automática, sin revisar: puede tener errores.\n\n"
        "[0:00] Ana Ficticia: Buenas tardes. Hoy se habla de R&D <y> de otras cosas.\n\n"
        "[1:01:01] Bruno Inventado: Una flecha --> y ya.\n"
    )


def test_a_reviewed_transcript_names_who_reviewed_it() -> None:
    track = original(VIDEO, "es", Origin.AUTOMATIC, CUES[:1], CaptionState.REVIEWED, "Persona Ficticia")

    assert plain(dumps(track), "Una charla").split("\n\n")[1] == (
        "Idioma: es\n"
        "Origen de los subtítulos: automático\n"
        "Estado de los subtítulos: revisado\n"
        "Crédito: Persona Ficticia"
    )


def test_captions_as_subrip() -> None:
    assert srt(TRACK) == (
        "1\n00:00:00,500 --> 00:00:02,000\nAna Ficticia: Buenas tardes.\nHoy se habla de R&D <y> de otras cosas.\n\n"
        "2\n01:01:01,007 --> 01:01:02,000\nBruno Inventado: Una flecha → y ya.\n\n"
    )


@st.composite
def tracks(draw: st.DrawFn) -> Track:
    starts = sorted(draw(st.lists(st.integers(0, LAST_MOMENT - 1), min_size=1, max_size=6)))
    texts = st.text(max_size=40).map(clean).filter(bool)
    cues = [Cue(start, draw(st.integers(start + 1, LAST_MOMENT)), draw(texts)) for start in starts]
    return original(VIDEO, "es", Origin.MANUAL, cues)


@given(tracks())
def test_subrip_is_read_back_with_every_time_and_word(track: Track) -> None:
    found = [(one.start, one.end, "\n".join(one.rows)) for one in timed(blocks(srt(track)))]

    assert found == [(start, end, text.replace("-->", "→")) for start, end, text in track.cues]


@given(tracks())
def test_no_word_is_lost_or_repeated_in_the_transcript(track: Track) -> None:
    _, _, *said = plain(dumps(track), "Una charla").removesuffix("\n").split("\n\n")
    words = " ".join(re.sub(r"^\[[0-9:]+\] ", "", one) for one in said)

    assert words == " ".join(cue.text.replace("\n", " ") for cue in track.cues)
