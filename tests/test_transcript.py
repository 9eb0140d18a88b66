"""Captions as paragraphs: every word once and in order, each paragraph at a second and a line of its own."""

from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.captions import CaptionState, Cue, Origin, dumps, original
from acervo.archive.transcript import ABOUT, LONGEST, Paragraph, transcript

PATH = "youtube/captions/ficticio.vtt"


def read(*cues: Cue, state: CaptionState = CaptionState.AUTOMATIC) -> tuple[str, tuple[Paragraph, ...]]:
    """Write captions and read them as paragraphs; give the text of the file too."""
    text = dumps(original("ejemplo0001", "es", Origin.AUTOMATIC, cues, state))
    return text, transcript(PATH, text).paragraphs


def every(seconds: int, *texts: str) -> list[Cue]:
    return [Cue(place * seconds * 1000, (place + 1) * seconds * 1000, text) for place, text in enumerate(texts)]


def test_a_paragraph_ends_with_its_sentence_after_three_quarters_of_a_minute() -> None:
    _, found = read(*every(10, "uno", "dos.", "tres", "cuatro", "cinco", "seis.", "siete"))
    assert [(one.start, one.end, one.text) for one in found] == [
        (0, 60, "uno dos. tres cuatro cinco seis."),
        (60, 70, "siete"),
    ]


def test_without_sentences_it_ends_anyway() -> None:
    _, found = read(*every(10, *"abcdefghij"))
    assert [(one.start, one.text) for one in found] == [(0, "a b c d e f g h"), (80, "i j")]
    assert ABOUT < LONGEST <= 80


def test_another_voice_begins_another_paragraph() -> None:
    _, found = read(*every(5, "Ana de la Luz: buenas tardes", "a todas", "Beto: gracias", "nota: esto no es un nombre"))
    assert [(one.start, one.speaker, one.text) for one in found] == [
        (0, "Ana de la Luz", "buenas tardes a todas"),
        (10, "Beto", "gracias nota: esto no es un nombre"),
    ]


def test_each_paragraph_knows_the_line_where_it_is_corrected() -> None:
    text, found = read(*every(5, "Ana: uno", "Beto: dos", "Ana: tres"))
    rows = text.splitlines()
    assert [rows[one.line - 1] for one in found] == [row for row in rows if " --> " in row]


def test_voices_within_one_second_have_seconds_of_their_own() -> None:
    _, found = read(Cue(0, 300, "Ana: sí"), Cue(300, 600, "Beto: no"), Cue(600, 2_000, "Ana: sí"))
    assert [(one.start, one.end, one.speaker, one.text) for one in found] == [
        (0, 1, "Ana", "sí"),
        (1, 2, "Beto", "no"),
        (2, 3, "Ana", "sí"),
    ]


def test_a_machine_is_told_from_a_person() -> None:
    cues = every(5, "hola")
    told = {
        state: transcript(PATH, dumps(original("ejemplo0001", "es", origin, cues, state))).by_machine
        for origin, state in (
            (Origin.AUTOMATIC, CaptionState.AUTOMATIC),
            (Origin.AUTOMATIC, CaptionState.REVIEWED),
            (Origin.MANUAL, CaptionState.VALIDATED),
        )
    }
    assert told == {CaptionState.AUTOMATIC: True, CaptionState.REVIEWED: False, CaptionState.VALIDATED: False}


@given(st.lists(st.tuples(st.integers(0, 90_000), st.sampled_from(["sí", "no.", "Ana: ya", "¿qué?", "a & b <c>"]))))
def test_every_word_is_kept_once_and_in_order(said: list[tuple[int, str]]) -> None:
    cues, at = [], 0
    for gap, text in said:
        cues.append(Cue(at + gap, at + gap + 500, text))
        at += gap + 1
    if not cues:
        return
    _, found = read(*cues)
    words = " ".join(f"{one.speaker}: {one.text}" if one.speaker else one.text for one in found)

    assert words.split() == " ".join(text for _, text in said).split()
    assert [one.start for one in found] == sorted({one.start for one in found})
    assert all(one.start < one.end for one in found)


def test_it_tells_how_much_of_it_people_answer_for() -> None:
    text = dumps(original("ejemplo0001", "es", Origin.AUTOMATIC, every(10, "uno", "dos", "tres", "cuatro")))
    half = text.replace("crédito:", "revisado: hasta 00:00:20\ncrédito:")

    assert (transcript(PATH, text).share, transcript(PATH, half).share) == (0, 50)
    assert transcript(PATH, half).by_machine
    assert transcript(PATH, text.replace("estado: automático", "estado: validado")).share == 100
