"""From what YouTube tells of a video to the draft of a record: guesses marked as such, suggestions with reasons."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.snapshot import Pending, Snapshot, Status
from acervo.drafts import dating
from acervo.drafts.dating import Guess
from acervo.drafts.draft import Candidate, Draft, draft, is_public
from acervo.drafts.manuscript import WIDTH, clean
from acervo.drafts.mentions import Authority
from acervo.records.checks import filing
from acervo.records.checks.loading import load_file
from acervo.records.models import patterns
from acervo.records.models.kinds import KINDS
from tests.records.entries import entry

TODAY = date(2026, 11, 21)
AUTHORITY = Authority([
    entry("speakers/ana-inventada", title="Ana María Inventada Ficticia", sort="inventada ficticia, ana maria"),
    entry("speakers/eva-de-la-nube", title="Eva de la Nube Ñandú", sort="nube n, eva", names=("Evita Nubosa",)),
    entry("speakers/eva-dos", title="Evita Nubosa", sort="nubosa, evita"),
    entry("speakers/sin-palabras", title="¿?", sort=", "),
    entry("speakers/coro", title="Coro de Nubes Bajas", sort="nubes, coro del cielo"),
    entry("speakers/retirada", title="Rita Retirada", sort="retirada, rita", withdrawn=True),
    entry("topics/igualdad", title="Igualdad de nubes", names=("Paridad", "LSM")),
    entry("topics/paridad", title="Nubes y paridad"),
    entry("institutions/unidad", title="Unidad para la Igualdad de Nubes", names=("UIN",)),
    entry("conferences/otra", title="Ana María Inventada Ficticia"),
])  # fmt: skip
LUNA = Candidate(
    "ciclo-luna",
    "2023",
    tuple(patterns.parse(text) for text in ("Ciclo Luna: {title} | {people} | {date}", "{title} | Ciclo Luna")),
)
SOL = Candidate("ciclo-sol", "", (patterns.parse("Sol: {title}"),))
BARE = Snapshot(id="ficticio_0A", title="Una nube")


def seconds(*moment: int) -> int:
    return int(datetime(*moment, tzinfo=UTC).timestamp())


def write(video: Snapshot, *candidates: Candidate, taken=()) -> Draft:
    return draft(video, candidates, AUTHORITY, {*taken}, TODAY)


def tree(written: Draft) -> dict:
    """Load a draft as the archive does: it may not have one problem that is an error."""
    (filed,), problems = load_file(f"data/conferences/{written.id}.yml", written.text.encode())
    assert [problem for problem in problems if problem.severity == "error"] == []
    return filed.tree


def comments(written: Draft) -> list[str]:
    return [line.strip().removeprefix("# ") for line in written.text.splitlines() if line.strip().startswith("#")]


def test_a_whole_draft_reads_as_an_editor_would_have_written_it() -> None:
    video = Snapshot(
        id="-Ficticio0A",
        title="CICLO LUNA: Nubes: cómo se forman | Dra. Ana María Inventada Ficticia y Mtro. Beto Nadie | 23 de abril",
        description="Sobre la paridad en el cielo.\nModera Eva de la Nube.\nUnidad para la Igualdad de Nubes",
        channel="Canal Ficticio: nubes",
        timestamp=seconds(2024, 4, 26, 3),
        upload_date="2024-04-26",
        status=Status.OK,
    )

    assert write(video, SOL, LUNA, taken=["2024-nubes-como-se-forman"]) == Draft(
        "2024-04-nubes-como-se-forman",
        """\
# Borrador de «acervo fetch», a partir de lo que dice YouTube. Los renglones que empiezan con # son razones y
# sugerencias: acepte una quitándole el «# », y borre las demás.
# Título en YouTube: CICLO LUNA: Nubes: cómo se forman | Dra. Ana María Inventada Ficticia y Mtro. Beto Nadie | 23 de
# abril
# Patrón del ciclo: Ciclo Luna: {title} | {people} | {date}
title: "Nubes: cómo se forman"
series: ciclo-luna
# Fecha supuesta por el título («23 de abril») y por el año en que se subió; confírmela y quite el «?».
date: 2024-04-23?
people:
  # Por «Ana María Inventada Ficticia», donde el título pone a las personas.
  - person: ana-inventada
    role: speaker
  # ¿Es esta ficha? Falta una parte del nombre: «Eva de la Nube», en la descripción.
  # - person: eva-de-la-nube
  #   role: mentioned
  # Sin ficha todavía: "Mtro. Beto Nadie"
# Instituciones que quizá tienen que ver: unidad (por «Unidad para la Igualdad de Nubes», en la descripción).
recording:
  state: published
  youtube: "-Ficticio0A"
topics:
  # Por «paridad», en la descripción.
  - igualdad
sources:
  - title: "CICLO LUNA: Nubes: cómo se forman | Dra. Ana María Inventada Ficticia y Mtro. Beto Nadie | 23 de abril"
    url: https://www.youtube.com/watch?v=-Ficticio0A
    publisher: "Canal Ficticio: nubes"
    accessed: 2026-11-21
    supports: El título y la fecha de publicación del video.
updated: 2026-11-21
draft: true
notes: >-
  Confirme con una fuente el título, la fecha y las personas con su papel y su cargo; agregue el resumen y lo que falte.
  Al terminar, quite esta nota y draft.
""",
    )


def test_with_nothing_but_an_id_there_is_still_a_sound_draft() -> None:
    written = write(Snapshot(id="ficticio_0A"))

    assert written.id == "video-ficticio-0a-sin-titulo-en-youtube"
    assert tree(written)["title"] == "Video ficticio_0A, sin título en YouTube"
    assert "Sin fecha: YouTube no dice ninguna." in comments(written)


@pytest.mark.parametrize(
    ("told", "guess"),
    [
        ({"title": "Nube del 25 de mayo de 2024"}, Guess("2024-05-25?", "por el título: «25 de mayo de 2024»")),
        ({"title": "Nube, 25 MAYO 2024"}, Guess("2024-05-25?", "por el título: «25 MAYO 2024»")),
        (
            {"title": "Nube 1º de septiembre del 2024"},
            Guess("2024-09-01?", "por el título: «1º de septiembre del 2024»"),
        ),
        ({"title": "Nube 25/05/2024"}, Guess("2024-05-25?", "por el título: «25/05/2024»")),
        ({"title": "Nube 2024-05-25"}, Guess("2024-05-25?", "por el título: «2024-05-25»")),
        ({"title": "Nube mayo 2024"}, Guess("2024-05?", "por el título: «mayo 2024»")),
        ({"title": "Mayo de 2024, día 3: 2/6/2024"}, Guess("2024-06-02?", "por el título: «2/6/2024»")),
        (
            {"title": "Foro, 8 y 9 de febrero de 2024"},
            Guess("2024-02-08?/2024-02-09?", "por el título: «8 y 9 de febrero de 2024»"),
        ),
        ({"title": "30 de febrero de 2024", "upload_date": "2024-03-02"}, "2024-03-02?"),
        ({"title": "Ley de 2007", "upload_date": "2024-03-02"}, "2024-03-02?"),
        ({"title": "8 de marzo", "upload_date": "2024-03-12"}, "2024-03-12?"),
        # Central Mexico: the day before in UTC; summer time until 2022.
        (
            {"release_timestamp": seconds(2024, 5, 26, 1, 30), "timestamp": seconds(2024, 5, 28)},
            Guess("2024-05-25?", "por la transmisión (2024-05-25, 19:30, hora del centro de México)"),
        ),
        (
            {"release_timestamp": seconds(2021, 5, 26, 5, 30)},
            Guess("2021-05-26?", "por la transmisión (2021-05-26, 00:30, hora del centro de México)"),
        ),
        (
            {"title": "Nube, 3 de mayo de 2024", "release_timestamp": seconds(2024, 5, 26)},
            Guess("2024-05-03?", "por el título: «3 de mayo de 2024»"),
        ),
        (
            {"upload_date": "2024-05-26"},
            Guess("2024-05-26?", "por el día en que se subió (2024-05-26, hora UTC)"),
        ),
        (
            {"upload_date": "2024-05-26", "timestamp": seconds(2024, 5, 26, 2)},
            Guess("2024-05-25?", "por el día en que se subió (2024-05-25, hora del centro de México)"),
        ),
        (
            {"description": "Fue el 20 de mayo\nde 2024. Ley del 1 de junio de 2011.", "upload_date": "2024-05-26"},
            Guess("2024-05-20?", "por la descripción: «20 de mayo de 2024»"),
        ),
        (
            {"description": "20 de mayo de 2024 o 21 de mayo de 2024", "upload_date": "2024-05-26"},
            "2024-05-26?",
        ),
        ({"description": "Inscríbase antes del 1 de junio de 2025", "upload_date": "2024-05-26"}, "2024-05-26?"),
        ({"description": "20 de mayo de 2024"}, None),
        ({"status": Status.UPCOMING, "upload_date": "2024-05-26"}, None),
        ({"upload_date": "2024-99-99"}, None),
        ({"timestamp": 2**40 - 1, "release_timestamp": 2**40 - 1, "upload_date": "0001-01-01"}, None),
    ],
)
def test_the_date_is_guessed_and_says_why(told, guess) -> None:
    found = dating.guess(replace(BARE, **told))

    assert (found and found.text if isinstance(guess, str) else found) == guess


@pytest.mark.parametrize(
    ("place", "upload_date", "text"),
    [
        ("23 de abril", "2024-04-25", "2024-04-23?"),
        ("15 de diciembre", "2024-01-10", "2023-12-15?"),
        ("8 y 9 de febrero", "2024-02-09", "2024-02-08?/2024-02-09?"),
        ("29 de febrero", "2023-03-01", "2023-03-01?"),
        ("marzo 2022", "2024-04-25", "2022-03?"),
        ("23 de abril", "", None),
    ],
)
def test_a_day_without_a_year_is_of_the_year_of_the_upload(place, upload_date, text) -> None:
    guess = dating.guess(replace(BARE, upload_date=upload_date), place)

    assert (guess and guess.text) == text


@given(st.text(st.sampled_from("0123456789 deyalmaroſıİnſemb.,/-º") | st.characters(), max_size=120))
def test_no_text_breaks_the_guess_or_gives_a_date_that_is_none(text) -> None:
    guess = dating.guess(Snapshot(id="ficticio_0A", title=text, description=text, upload_date="2024-05-26"), text)

    assert guess is not None
    assert all(part.endswith("?") for part in guess.text.split("/"))


def found(text: str) -> list[tuple[str, str, str]]:
    return [(mention.key[1], mention.text, mention.doubt) for mention in AUTHORITY.find(text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("ANA MARIA  INVENTADA FICTICIA", [("ana-inventada", "ANA MARIA  INVENTADA FICTICIA", "")]),
        ("Ana María | Inventada Ficticia", [("ana-inventada", "Inventada Ficticia", "solo coinciden los apellidos")]),
        ("Dra. ANA MARIA INVENTADA FICTICIA.", [("ana-inventada", "ANA MARIA INVENTADA FICTICIA", "")]),
        ("Ana Inventada", [("ana-inventada", "Ana Inventada", "falta una parte del nombre")]),
        ("Ana María Inventada", [("ana-inventada", "Ana María Inventada", "falta una parte del nombre")]),
        ("sen. Inventada Ficticia", [("ana-inventada", "Inventada Ficticia", "solo coinciden los apellidos")]),
        ("Eva de la Nube Ñandu", [("eva-de-la-nube", "Eva de la Nube Ñandu", "")]),
        ("Eva de la Nube Nandu", [("eva-de-la-nube", "Eva de la Nube", "falta una parte del nombre")]),
        (
            "Evita Nubosa",
            [
                ("eva-de-la-nube", "Evita Nubosa", "más de una ficha se llama así"),
                ("eva-dos", "Evita Nubosa", "más de una ficha se llama así"),
            ],
        ),
        ("Rita Retirada", []),
        ("Coro de Nubes Bajas; Coro de Nubes", [("coro", "Coro de Nubes Bajas", "")]),
        ("Anacleta Inventada. Ana\nInventada. Ana, Inventada", []),
        ("LSM", [("igualdad", "LSM", "es una forma muy corta")]),
        ("Paridades y PARIDAD", [("igualdad", "PARIDAD", "")]),
        ("Nubes y paridad", [("paridad", "Nubes y paridad", "")]),
        ("la Unidad para la Igualdad de Nubes", [("unidad", "Unidad para la Igualdad de Nubes", "")]),
        ("", []),
    ],
)
def test_names_are_found_as_whole_words_and_what_is_doubtful_says_why(text, mentions) -> None:
    assert found(text) == mentions


def test_what_stands_in_the_place_of_the_people_is_a_speaker_and_elsewhere_only_mentioned() -> None:
    title = (
        "Ciclo Luna: Con Eva de la Nube Ñandú | Ana Inventada, Beto Nadie con Ana María Inventada Ficticia | mayo 2024"
    )
    written = write(replace(BARE, title=title), LUNA)

    assert tree(written)["people"] == [
        {"person": "ana-inventada", "role": "speaker"},
        {"person": "eva-de-la-nube", "role": "mentioned"},
    ]
    assert 'Sin ficha todavía: "Beto Nadie"' in comments(written)
    assert 'Sin ficha todavía: "Ana Inventada"' not in comments(written)


def test_words_that_every_title_of_the_series_has_suggest_nothing() -> None:
    paridad = replace(LUNA, patterns=(patterns.parse("Nubes y paridad: {title}"),))
    title = "Nubes y paridad: Igualdad de nubes"

    assert tree(write(replace(BARE, title=title), paridad))["topics"] == ["igualdad"]
    assert tree(write(replace(BARE, title=title), SOL))["topics"] == ["paridad", "igualdad"]


def test_a_series_without_a_period_takes_any_date() -> None:
    assert tree(write(replace(BARE, upload_date="2006-03-04"), SOL))["series"] == "ciclo-sol"


def test_a_suggestion_becomes_an_entry_when_its_hash_is_taken_away() -> None:
    written = write(replace(BARE, description="Evita Nubosa, LSM"))
    accepted = re.sub(r"^( *)# (- |  role)", r"\1\2", written.text, flags=re.MULTILINE)

    assert "people" not in tree(written)
    assert "topics" not in tree(written)
    assert tree(Draft(written.id, accepted)) | {} == tree(written) | {
        "people": [{"person": "eva-de-la-nube", "role": "mentioned"}, {"person": "eva-dos", "role": "mentioned"}],
        "topics": ["igualdad"],
    }


@pytest.mark.parametrize(
    ("title", "candidates", "series"),
    [
        ("Una nube | Ciclo Luna", [SOL, LUNA], "ciclo-luna"),
        ("Sol: una nube", [LUNA, SOL], "ciclo-sol"),
        ("Una nube", [LUNA, SOL], None),
        ("Una nube", [SOL], "ciclo-sol"),
        ("Una nube", [], None),
        # Where a date should be there is none: it is another kind of title.
        ("Ciclo Luna: a | b | c", [LUNA, SOL], None),
    ],
)
def test_the_series_is_the_one_whose_titles_look_so_or_the_only_one(title, candidates, series) -> None:
    written = write(replace(BARE, title=title), *candidates)

    assert tree(written).get("series") == series
    assert ("# series: ciclo-luna" in written.text) == (len(candidates) == 2 and series is None)


def test_a_date_that_does_not_fit_the_series_leaves_the_less_certain_of_the_two_to_a_person() -> None:
    old = replace(BARE, upload_date="2021-03-04")
    by_channel = write(old, LUNA)
    by_title = write(replace(old, title="Una nube | Ciclo Luna"), LUNA)
    after = write(old, replace(LUNA, period="2019/2020"))

    assert [(tree(one).get("series"), tree(one).get("date")) for one in (by_channel, by_title, after)] == [
        (None, "2021-03-04?"),
        ("ciclo-luna", None),
        (None, "2021-03-04?"),
    ]
    assert "# series: ciclo-luna" in by_channel.text
    assert "# date: 2021-03-04?" in by_title.text


@pytest.mark.parametrize(
    ("told", "taken", "id_"),
    [
        ({}, [], "una-nube"),
        ({"upload_date": "2024-05-26"}, [], "2024-una-nube"),
        ({"upload_date": "2024-05-26"}, ["2024-una-nube"], "2024-05-una-nube"),
        ({"upload_date": "2024-05-26"}, ["2024-una-nube", "2024-05-una-nube"], "2024-05-26-una-nube"),
        (
            {"upload_date": "2024-05-26"},
            ["2024-una-nube", "2024-05-una-nube", "2024-05-26-una-nube", "2024-una-nube-2"],
            "2024-una-nube-3",
        ),
        ({"title": "🍊"}, [], "video-ficticio-0a"),
        ({"title": "Todo"}, [], "conferencia-todo"),
        ({"title": "2024"}, [], "conferencia-2024"),
        ({"title": "Sí"}, ["conferencia-si"], "conferencia-si-2"),
        ({"title": "Ñandú: ¿«Qué»?"}, [], "nandu-que"),
        ({"title": "nube " * 50}, [], "nube-nube-nube-nube-nube-nube-nube-nube-nube-nube-nube-nube"),
        ({"title": "n" * 300}, [], "n" * 60),
    ],
)
def test_the_id_is_the_year_and_the_title_and_never_one_that_is_taken(told, taken, id_) -> None:
    written = write(replace(BARE, **told), taken=taken)

    assert written.id == id_
    assert filing.id_problem(written.id) is None


@pytest.mark.parametrize(
    ("told", "public"),
    [
        ({}, True),
        ({"status": Status.OK}, True),
        ({"status": Status.UPCOMING}, True),
        ({"status": Status.GEO_BLOCKED}, True),
        ({"status": Status.PRIVATE}, False),
        ({"status": Status.REMOVED}, False),
        ({"status": Status.TERMINATED}, False),
        ({"status": Status.MEMBERS_ONLY}, False),
        ({"pending": Pending(Status.PRIVATE, "2026-11-20")}, False),
        ({"status": Status.OK, "pending": Pending(Status.AGE_RESTRICTED, "2026-11-20")}, True),
    ],
)
def test_what_nobody_may_see_is_not_for_drafts(told, public) -> None:
    assert is_public(replace(BARE, **told)) is public


def test_an_upcoming_stream_is_a_scheduled_recording() -> None:
    video = replace(BARE, status=Status.UPCOMING, release_timestamp=seconds(2026, 12, 24, 0))

    assert (tree(write(video))["recording"], tree(write(video))["date"]) == (
        {"state": "scheduled", "youtube": "ficticio_0A"},
        "2026-12-23?",
    )


HOSTILE = (
    st.text(max_size=400)
    | st.text(st.sampled_from("\"'#:{}[]-&*!|>%@`\\ \n\t\r\0\u202e\u200d\u200b\xa0\ufeff🍊<é,?~"), max_size=400)
    | st.lists(
        st.sampled_from(["null", "~", "true", "- ", "a: b", " #x", "---", "...", "<b>", "Ciclo Luna: ", " | ", "Ana"])
        | st.sampled_from(["25 de mayo de 2024", "Evita Nubosa", "1:30", "012", "? ", ": ", "&#x27;", "# "])
    ).map("".join)
)


@given(title=HOSTILE, description=HOSTILE, channel=HOSTILE)
def test_whatever_strangers_type_the_draft_is_sound_and_says_just_that(title, description, channel) -> None:
    video = Snapshot(id="ficticio_0A", title=title, description=description, channel=channel, upload_date="2024-05-26")
    written = write(video)
    told = tree(written)

    assert told["title"] == (clean(title, 300) or "Video ficticio_0A, sin título en YouTube")
    assert told["draft"] == "true"
    assert told["recording"] == {"state": "published", "youtube": "ficticio_0A"}
    assert told["sources"][0].get("publisher", "") == clean(channel, 300)
    assert KINDS["conferences"].model.model_validate(told).title == told["title"]
    assert filing.id_problem(written.id) is None
    assert [line for line in written.text.splitlines() if len(line) > WIDTH and " " in line.strip("# ")] == []


@given(title=HOSTILE, description=HOSTILE)
def test_no_title_gets_out_of_its_series_either(title, description) -> None:
    video = Snapshot(id="ficticio_0A", title=f"Ciclo Luna: {title} | {title} | mayo 2024", description=description)
    told = tree(write(video, LUNA, SOL))

    assert told["title"] in clean(video.title, 300)
    assert told.get("series") in (None, "ciclo-luna")


@given(title=HOSTILE)
def test_the_same_video_has_the_same_draft(title) -> None:
    video = Snapshot(id="ficticio_0A", title=title)

    assert write(video, LUNA) == write(video, LUNA)
