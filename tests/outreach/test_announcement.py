"""What an announcement takes from a record, and what it never does."""

from typing import Any

import pytest

from acervo.archive.inheritance import inherit
from acervo.outreach.announcement import Announcement, Entrance, Guest, Signup, announcement, in_short
from acervo.outreach.plain import hashtag, line, text, unmarked
from acervo.outreach.texts import texts
from acervo.records.models.conference import Conference
from acervo.records.models.series import Series
from acervo.records.models.session import EventStatus
from acervo.site import dates

TITLES = {
    ("speakers", "clara"): "Clara de la Cruz Ejemplo",
    ("institutions", "unidad"): "Unidad de Igualdad de Ejemplo",
    ("institutions", "universidad"): "Universidad de la Prueba",
    ("series", "luna"): "Ciclo Luna de Ejemplo",
}
SERIES = Series.model_validate({
    "title": "Ciclo Luna de Ejemplo",
    "institution": "unidad",
    "defaults": {"institution": "unidad", "modality": "virtual"},
    "outreach": {
        "greeting": "Buenas noches:",
        "closing": "Les esperamos\nbajo la luna.\n\nTraigan abrigo.",
        "signature": "Unidad de Igualdad de Ejemplo",
        "hashtags": ["#LunaDeEjemplo", "Día Naranja"],
    },
    "updated": "2026-10-30",
})  # fmt: skip


def told(**fields: Any) -> Announcement:
    record = {"title": "Abrir un archivo", "series": "luna", "updated": "2026-10-30", **fields}
    conference = inherit(Conference.model_validate(record), SERIES)
    return announcement(
        "abrir", conference, SERIES, lambda kind, id_: TITLES.get((kind, id_), ""), "Acervo", "https://a.example/p/",
        "https://a.example/c/x/",
    )  # fmt: skip


def test_record_and_series_become_words() -> None:
    about = told(
        date="2026-05-25",
        start_time="11:00",
        people=[
            {"person": "clara", "office": "Investigadora", "institution": "universidad"},
            {"person": "clara", "role": "mentioned"},
            {"person": "sin-ficha"},
        ],
        registration={"url": "https://ifp.example.org/registro", "closes": "2026-05-24 18:00", "note": "Es gratis"},
        accessibility=["live_captions", "sign_language"],
    )

    assert (about.day, about.short_day, about.hours) == ("lunes 25 de mayo de 2026", "lun 25 may", "11:00 h")
    assert (about.series, about.institution, about.where) == (
        "Ciclo Luna de Ejemplo", "Unidad de Igualdad de Ejemplo", "En línea",
    )  # fmt: skip
    assert about.guests == (Guest("Clara de la Cruz Ejemplo", "Ponente", "Investigadora", "Universidad de la Prueba"),)
    assert about.signup == Signup(
        "https://ifp.example.org/registro", "", "domingo 24 de mayo de 2026, 18:00 h", "Es gratis"
    )
    assert about.accessibility == ("Subtítulos en vivo", "Interpretación en Lengua de Señas Mexicana")
    assert about.tone == (
        "Buenas noches:", "Les esperamos bajo la luna.\n\nTraigan abrigo.", "Unidad de Igualdad de Ejemplo",
        ("#LunaDeEjemplo", "#DíaNaranja"),
    )  # fmt: skip
    assert about.live


@pytest.mark.parametrize("date", ["", "2026", "2026-05", "2026-05-25?", "2026-05-25~"])
def test_a_day_that_is_not_certain_is_not_told(date: str) -> None:
    about = told(**({"date": date} if date else {}))

    assert (about.iso, about.day, about.short_day) == ("", "", "")


def test_a_private_link_is_in_no_announcement_and_no_text() -> None:
    secret = "https://sala.example.org/privada"
    record = {"date": "2026-05-25", "start_time": "11:00"}
    public = told(**record, access={"url": secret, "platform": "Sala de Ejemplo"})
    private = told(**record, access={"url": secret, "private": "true"})

    assert public.entrance == Entrance(secret, "Sala de Ejemplo", "")
    assert (private.entrance, private.private) == (None, True)
    assert secret not in repr(private)
    assert not [one for one in texts(private) if secret in one.body]


@pytest.mark.parametrize(
    ("fields", "live", "held", "recorded"),
    [
        ({}, True, False, False),
        ({"recording": {"state": "scheduled"}}, True, False, False),
        ({"recording": {"state": "published", "youtube": "ejemplo0001"}}, False, True, True),
        ({"recording": {"state": "lost"}}, False, True, False),
        ({"status": "cancelled"}, False, False, False),
        ({"status": "rescheduled", "previous_dates": ["2026-05-18"]}, True, False, False),
    ],
)
def test_it_knows_whether_people_can_still_be_invited(
    fields: dict[str, Any], live: bool, held: bool, recorded: bool
) -> None:
    about = told(date="2026-05-25", **fields)

    assert (about.live, about.held, about.recorded) == (live, held, recorded)


def test_earlier_dates_are_told_as_a_list() -> None:
    about = told(date="2026-06-01", status="rescheduled", previous_dates=["2026-05-18", "2026-05-25"])

    assert about.previous == "lunes 18 de mayo de 2026 y lunes 25 de mayo de 2026"
    assert about.status is EventStatus.RESCHEDULED


@pytest.mark.parametrize(
    ("date", "words", "short"),
    [
        ("2024-02-29", "jueves 29 de febrero de 2024", "jue 29 feb"),
        ("2026-05-27", "miércoles 27 de mayo de 2026", "mié 27 may"),
        ("2024-02-08/2024-02-09", "del 8 al 9 de febrero de 2024", "8-9 feb"),
        ("2024-02-29/2024-03-01", "del 29 de febrero al 1 de marzo de 2024", "29 feb-1 mar"),
    ],
)
def test_days_are_said_with_the_day_of_the_week(date: str, words: str, short: str) -> None:
    assert (dates.day(date), in_short(date)) == (words, short)


@pytest.mark.parametrize(
    ("value", "safe"),
    [
        ("Uno\r\nBcc: x", "Uno Bcc: x"),
        ("a\u202eb\u2066c\u200bd\u00a0e", "a b cd e"),
        ("  mucho   aire ", "mucho aire"),
        ("N\u0303andu\u0301", "Ñandú"),
    ],
)
def test_a_line_is_one_line_of_signs_that_can_be_seen(value: str, safe: str) -> None:
    assert line(value) == safe


def test_paragraphs_stay_apart_and_marks_of_apps_go() -> None:
    assert text("uno\ndos\r\n\r\ntres\n\n\n\ncuatro\n") == "uno dos\n\ntres\n\ncuatro"
    assert unmarked("*a* _b_ ~c~ `d` e*f") == "a b c d e f"
    assert [hashtag(one) for one in ("#Día Naranja", "igualdad!", "#", "")] == ["#DíaNaranja", "#igualdad", "", ""]
