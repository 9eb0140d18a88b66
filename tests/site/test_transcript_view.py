"""What a page shows of a transcript and of its chapters, and how a copy of the site's own is linked."""

from dataclasses import replace

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.captions import CaptionState, Origin
from acervo.archive.holding import CaptionFile, Holding
from acervo.archive.snapshot import Chapter, Snapshot
from acervo.archive.transcript import Paragraph, Transcript
from acervo.site.page import Opened
from acervo.site.views.parts.recording import CopyView, RecordingView, Track
from acervo.site.views.parts.timeline import Bar, ChapterView, Timeline, Way, chapter, timeline
from acervo.site.views.parts.transcript import ParagraphView, PartView, TranscriptView, spoken, view
from acervo.site.views.records.conference import conference
from tests.site.opening import SETTINGS, html, record, site

PATH = "youtube/captions/v_ejemplo0001_000.es.vtt"
EDIT = "https://forja.example/acervo/edit/main/data/youtube/captions/v_ejemplo0001_000.es.vtt#L"
WAY = Way("v?t=", "s")


def said(*paragraphs: Paragraph, origin: Origin = Origin.AUTOMATIC, state: CaptionState = CaptionState.AUTOMATIC):
    return Transcript(PATH, "es", origin, state, "", paragraphs)


def talk(copies=(), words: Transcript | None = None, youtube: str = "ejemplo0001") -> Opened:
    """Open the page of a conference with a recording that may be read."""
    recording = {"state": "published", "youtube": youtube, "copies": list(copies), "captions_permission": "granted"}
    shot = Snapshot(id="ejemplo0001", duration=100, chapters=(Chapter(0, "Uno"), Chapter(40, "Dos")))
    opened = site({("conferences", "charla"): record("conferences", recording=recording)}, {"ejemplo0001": shot})
    return replace(opened["conferencias/charla/"], transcript=words)


def seen(opened: Opened) -> RecordingView:
    return conference(opened).recording


def test_paragraphs_stand_under_the_chapter_in_which_most_of_them_is_said() -> None:
    words = said(
        Paragraph(0, 30, "Ana", "uno", 14),
        Paragraph(30, 60, "", "dos", 17),
        Paragraph(60, 3_700, "", "tres", 20),
    )
    one = ChapterView("Uno", "0:00", 0, "#capitulo-1", "https://www.youtube.com/watch?v=ejemplo0001&t=0s", "capitulo-1")
    two = ChapterView(
        "Dos", "0:40", 40, "#capitulo-2", "https://www.youtube.com/watch?v=ejemplo0001&t=40s", "capitulo-2"
    )
    found = seen(talk(words=words))

    assert found.chapters == (one, two)
    assert found.transcript == TranscriptView(
        state="Subtítulos automáticos, sin revisar por una persona",
        by_machine=True,
        credit="",
        language="es",
        foreign="",
        parts=(
            PartView(one, (ParagraphView("t-0", 0, 30, "0:00", "Ana", "uno", f"{EDIT}14"),)),
            PartView(
                two,
                (
                    ParagraphView("t-30", 30, 60, "0:30", "", "dos", f"{EDIT}17"),
                    ParagraphView("t-60", 60, 3_700, "1:00", "", "tres", f"{EDIT}20"),
                ),
            ),
        ),
    )


def test_a_chapter_without_words_leads_to_the_video() -> None:
    found = seen(talk(words=said(Paragraph(0, 30, "", "uno", 14))))

    assert [one.href for one in found.chapters] == ["#capitulo-1", "https://www.youtube.com/watch?v=ejemplo0001&t=40s"]
    assert found.transcript is not None
    assert [part.chapter and part.chapter.title for part in found.transcript.parts] == ["Uno"]


def test_what_precedes_the_first_chapter_has_no_heading() -> None:
    chapters = [chapter(Chapter(50, "Tarde"), 1, None, spoken=True)]
    found = view(said(Paragraph(0, 10, "", "antes", 1), Paragraph(50, 60, "", "ya", 4)), chapters, SETTINGS)

    assert [(part.chapter and part.chapter.title, len(part.paragraphs)) for part in found.parts] == [
        (None, 1),
        ("Tarde", 1),
    ]


@pytest.mark.parametrize(
    ("origin", "state", "words", "machine"),
    [
        (Origin.AUTOMATIC, CaptionState.AUTOMATIC, "Subtítulos automáticos, sin revisar por una persona", True),
        (Origin.IMPORTED, CaptionState.AUTOMATIC, "Subtítulos automáticos, sin revisar por una persona", True),
        (Origin.MANUAL, CaptionState.AUTOMATIC, "Subtítulos hechos por una persona", False),
        (Origin.AUTOMATIC, CaptionState.REVIEWED, "Subtítulos revisados por una persona", False),
        (Origin.IMPORTED, CaptionState.VALIDATED, "Subtítulos validados", False),
    ],
)
def test_who_answers_for_the_words_is_said(origin: Origin, state: CaptionState, words: str, machine: bool) -> None:
    found = view(said(Paragraph(0, 1, "", "x", 1), origin=origin, state=state), (), SETTINGS)

    assert (found.state, found.by_machine) == (words, machine)


def test_without_a_repository_nothing_is_corrected_from_the_page() -> None:
    found = view(said(Paragraph(0, 1, "", "x", 1)), (), replace(SETTINGS, edit=""))

    assert [one.correct for part in found.parts for one in part.paragraphs] == [""]


def test_another_language_is_named() -> None:
    found = view(said(Paragraph(0, 1, "", "x", 1))._replace(language="nah"), (), SETTINGS)

    assert (found.language, bool(found.foreign)) == ("nah", True)


def test_a_copy_of_the_site_itself_is_linked_from_the_page_and_has_captions() -> None:
    opened = talk(
        [
            {"title": "Propia", "url": f"{SETTINGS.url}medios/v.webm", "media_type": "video/webm"},
            {"title": "Voz", "url": "https://a.example/v.ogg", "media_type": "audio/ogg"},
            {"title": "Libro", "url": "https://a.example/v.pdf", "media_type": "application/pdf"},
        ]
    )
    kept = CaptionFile("ejemplo0005", PATH, "0" * 24, "es", "manual", "reviewed")
    found = seen(replace(opened, holding=Holding(captions=(kept,))))

    assert found.copies == (
        CopyView("Propia", "../../medios/v.webm", "video/webm", "video"),
        CopyView("Voz", "https://a.example/v.ogg", "audio/ogg", "audio"),
        CopyView("Libro", "https://a.example/v.pdf", "application/pdf", ""),
    )
    assert found.own
    assert found.tracks == (Track("../../conferencias/charla/subtitulos.es.vtt", "es", "español"),)


def test_without_youtube_chapters_open_the_copy_at_their_second() -> None:
    copies = [{"title": "Propia", "url": f"{SETTINGS.url}medios/v.webm", "media_type": "video/webm"}]
    chapters = [{"start": "0:00", "title": "Uno"}, {"start": "1:01", "title": "Dos"}]
    one = record("conferences", recording={"state": "published", "copies": copies, "chapters": chapters})
    found = seen(site({("conferences", "charla"): one})["conferencias/charla/"])

    assert [one.href for one in found.chapters] == ["../../medios/v.webm#t=0", "../../medios/v.webm#t=61"]
    assert found.timeline is None


def test_the_line_of_time_says_what_it_draws() -> None:
    marks = [chapter(Chapter(at, name), 1, WAY, spoken=False) for at, name in ((0, "Uno"), (25, "Dos"))]

    assert timeline(marks, 100) == Timeline(
        100,
        (Bar("Uno", "0.000%", "25.000%"), Bar("Dos", "25.000%", "75.000%")),
        "Línea de tiempo de los capítulos: Uno, de 0:00 a 0:25; Dos, de 0:25 a 1:40.",
    )
    assert (timeline(marks, 25), timeline(marks[:1], 100), timeline(marks[::-1], 100)) == (None, None, None)


@given(
    st.lists(st.integers(0, 500), unique=True).map(sorted), st.lists(st.tuples(st.integers(0, 500), st.integers(1, 90)))
)
def test_every_paragraph_is_shown_once_and_every_heading_has_words(
    starts: list[int], spans: list[tuple[int, int]]
) -> None:
    starting = {start: Paragraph(start, start + length, "", f"p{start}", 1) for start, length in sorted(spans)}
    words = said(*starting.values())
    heard = spoken(words, starts)
    marks = [chapter(Chapter(at, "x"), n + 1, WAY, spoken=n in heard) for n, at in enumerate(starts)]
    found = view(words, marks, SETTINGS)

    assert sorted(one.seconds for part in found.parts for one in part.paragraphs) == list(starting)
    assert [part.chapter for part in found.parts if part.chapter] == [one for one in marks if one.id]


def test_words_and_chapters_stay_text_in_the_page() -> None:
    bad = "<script>pwn()</script> --> \"'><img src=x onerror=pwn()> {{ 7 * 7 }}"
    words = said(Paragraph(0, 9, bad, bad, 1))._replace(credit=bad)
    tree = html5lib.parse(html(talk(words=words)), namespaceHTMLElements=False)
    transcript = next(node for node in tree.iter("section") if node.get("class") == "transcript")

    assert [node.tag for node in transcript.iter() if node.tag in ("script", "img")] == []
    assert "".join(transcript.itertext()).count(bad) == 3
