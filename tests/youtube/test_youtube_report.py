"""The three readings of a visit: for a person, for a machine, for a pull request."""

import json
from xml.etree import ElementTree

import cmarkgfm
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.snapshot import Status
from acervo.youtube.answer import Silence
from acervo.youtube.extractor import Entry, Listing
from acervo.youtube.report import Change, Report, Row, Stop

A, B, C, D = (f"ficticio_0{last}" for last in "AEIM")
MIXED = Report(
    (
        Row(A, Status.OK, Change.NEW),
        Row(B, Status.PRIVATE, Change.UPDATED, "This video is private"),
        Row(C, Silence.BLOCKED, Change.KEPT, "Sign in to confirm you’re not a bot"),
    ),
    (D,),
    Stop.BLOCKED,
    Listing(Status.OK, (Entry(A, "Uno"), Entry(B, "Dos"), Entry(C, "Tres"), Entry(D, "Cuatro"))),
)


def test_the_text_counts_explains_and_lists_what_is_not_well() -> None:
    assert MIXED.text() == (
        "La lista tiene 4 videos.\n"
        "Consulta de 3 de 4 videos: 1 nuevo, 1 con cambios, 1 sin respuesta útil.\n"
        "La consulta se detuvo: YouTube dejó de responder a esta conexión. Lo ya guardado sigue bien; "
        "inténtelo más tarde o desde otra conexión.\n"
        "  ficticio_0E  privado: This video is private\n"
        "  ficticio_0I  YouTube no quiso responder: Sign in to confirm you’re not a bot"
    )


def test_a_quiet_visit_has_a_quiet_text() -> None:
    assert Report((Row(A, Status.OK, Change.SAME),)).text() == "Consulta de 1 video: 1 sin cambios."
    assert Report(()).text() == "Consulta de 0 videos."


def test_a_list_that_could_not_be_read_is_explained() -> None:
    listing = Listing(Status.REMOVED, (), "This channel does not exist.")
    assert Report((), listing=listing).text() == (
        "La lista tiene 0 videos. No se pudo leer completa (retirado): This channel does not exist.\n"
        "Consulta de 0 videos."
    )


def test_the_json_has_everything() -> None:
    assert json.loads(MIXED.json()) == {
        "rows": [
            {"id": A, "state": "ok", "change": "new", "reason": "", "notes": [], "origin": ""},
            {
                "id": B,
                "state": "private",
                "change": "updated",
                "reason": "This video is private",
                "notes": [],
                "origin": "",
            },
            {
                "id": C,
                "state": "blocked",
                "change": "kept",
                "reason": "Sign in to confirm you’re not a bot",
                "notes": [],
                "origin": "",
            },
        ],
        "unvisited": [D],
        "listing_origin": "",
        "drafts": [],
        "resting": 0,
        "stop": "blocked",
        "listing": {
            "state": "ok",
            "reason": "",
            "entries": [
                {"id": A, "title": "Uno"},
                {"id": B, "title": "Dos"},
                {"id": C, "title": "Tres"},
                {"id": D, "title": "Cuatro"},
            ],
        },
    }


def test_the_markdown_is_a_summary_and_a_table() -> None:
    assert MIXED.markdown() == (
        "## Consulta a YouTube\n\n"
        "La lista tiene 4 videos.\n\n"
        "Consulta de 3 de 4 videos: 1 nuevo, 1 con cambios, 1 sin respuesta útil.\n\n"
        "La consulta se detuvo: YouTube dejó de responder a esta conexión. Lo ya guardado sigue bien; "
        "inténtelo más tarde o desde otra conexión.\n\n"
        "| Video | Estado | Archivo | Lo que se supo |\n"
        "| --- | --- | --- | --- |\n"
        "| [`ficticio_0A`](https://www.youtube.com/watch?v=ficticio_0A) | disponible | nuevo |  |\n"
        "| [`ficticio_0E`](https://www.youtube.com/watch?v=ficticio_0E) | privado | con cambios | "
        "`This video is private` |\n"
        "| [`ficticio_0I`](https://www.youtube.com/watch?v=ficticio_0I) | YouTube no quiso responder | "
        "sin respuesta útil | `Sign in to confirm you’re not a bot` |\n"
    )


FALLEN_BACK = Report(
    (
        Row(A, Status.OK, Change.UPDATED, notes=("YouTube no quiso dar los subtítulos (429).",)),
        Row(B, Status.OK, Change.NEW, origin="atom"),
        Row(C, Status.REMOVED, Change.UPDATED, "oEmbed dice que el video no existe", origin="oembed"),
    ),
    (),
    Stop.BLOCKED,
    Listing(Status.OK, (Entry(B, "Dos"),)),
    "atom",
    ("data/conferences/2026-dos.yml",),
    7,
)


def test_the_text_tells_who_answered_what_was_drafted_and_what_comes_next() -> None:
    assert FALLEN_BACK.text() == (
        "yt-dlp no pudo leer la lista; el canal Atom solo da los más recientes: 1 video.\n"
        "Consulta de 3 videos: 1 nuevo, 2 con cambios.\n"
        "La consulta se detuvo: YouTube dejó de responder a esta conexión. Lo ya guardado sigue bien; "
        "inténtelo más tarde o desde otra conexión.\n"
        "De 1 video respondió oEmbed, que solo sabe lo principal.\n"
        "De 1 video respondió el canal Atom, que solo sabe lo principal.\n"
        "Sin consultar por ser reciente su última consulta: 7 videos.\n"
        "  ficticio_0A  disponible\n"
        "    YouTube no quiso dar los subtítulos (429).\n"
        "  ficticio_0I  retirado (según oEmbed): oEmbed dice que el video no existe\n"
        "Borradores nuevos: 1.\n"
        "  data/conferences/2026-dos.yml\n"
        "Revise cada borrador con sus notas, corrija la fecha, las personas y los temas, y quite «draft: true» "
        "para publicarlo. Luego ejecute «acervo check»."
    )


def test_the_markdown_shows_notes_origins_and_drafts() -> None:
    assert FALLEN_BACK.markdown().partition("7 videos.\n\n")[2] == (
        "Borradores nuevos: 1.\n\n"
        "- `data/conferences/2026-dos.yml`\n\n"
        "Revise cada borrador con sus notas, corrija la fecha, las personas y los temas, y quite «draft: true» "
        "para publicarlo. Luego ejecute «acervo check».\n\n"
        "| Video | Estado | Archivo | Lo que se supo |\n"
        "| --- | --- | --- | --- |\n"
        "| [`ficticio_0A`](https://www.youtube.com/watch?v=ficticio_0A) | disponible | con cambios | "
        "`YouTube no quiso dar los subtítulos (429).` |\n"
        "| [`ficticio_0E`](https://www.youtube.com/watch?v=ficticio_0E) | disponible (según el canal Atom) | "
        "nuevo |  |\n"
        "| [`ficticio_0I`](https://www.youtube.com/watch?v=ficticio_0I) | retirado (según oEmbed) | con cambios | "
        "`oEmbed dice que el video no existe` |\n"
    )


def test_what_is_left_for_the_next_time_is_told() -> None:
    assert Report((Row(A, Status.OK, Change.SAME),), (B, C)).text() == (
        "Consulta de 1 de 3 videos: 1 sin cambios.\nPor consultar: 2 videos. La misma orden sigue donde se quedó."
    )
    assert Report((), resting=1).text() == (
        "Consulta de 0 videos.\nSin consultar por ser reciente su última consulta: 1 video."
    )


def test_a_visit_without_news_has_no_table() -> None:
    assert Report((Row(A, Status.OK, Change.SAME),)).markdown() == (
        "## Consulta a YouTube\n\nConsulta de 1 video: 1 sin cambios.\n"
    )


def test_only_what_goes_wrong_here_is_a_failure() -> None:
    assert not MIXED.failed_here
    assert not Report((), stop=Stop.INTERRUPTED).failed_here
    assert Report((), stop=Stop.DISK).failed_here
    assert Report((Row(A, None, Change.FAILED, "no se pudo leer lo guardado."),)).failed_here


@given(st.text(st.characters(exclude_categories=())) | st.text("`|\\<>b/@a#1![](){}*_~\n\r &;:.", max_size=80))
def test_no_reason_has_any_effect_in_the_pull_request(reason: str) -> None:
    hostile = Report(
        (
            Row(A, Silence.ERROR, Change.KEPT, reason, (reason, reason)),
            Row(B, Status.OK, Change.NEW, notes=(reason,)),
        ),
        listing=Listing(Status.REMOVED, (), reason),
        drafts=(reason,),
    )
    rendered = cmarkgfm.github_flavored_markdown_to_html(hostile.markdown())
    page = ElementTree.fromstring(f"<div>{rendered}</div>")
    table = {"table", "thead", "tbody", "tr", "th", "td"}
    assert {element.tag for element in page.iter()} <= table | {"div", "h2", "p", "code", "a", "ul", "li"}
    assert [link.get("href") for link in page.iter("a")] == [
        f"https://www.youtube.com/watch?v={video_id}" for video_id in (A, B)
    ]
    assert [len(row) for row in page.iter("tr")] == [4, 4, 4]
    for code in page.iter("code"):
        code.text = ""
    assert "@" not in "".join(page.itertext())
