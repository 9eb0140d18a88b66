"""The calendar: what comes, each year by month, and the dates for which nothing is documented, told honestly."""

from typing import Any

from acervo.site.views.overviews.almanac import AlmanacView, Year, almanac
from tests.site.opening import html, record, site

SERIES = {
    "title": "Ciclo Nube",
    "schedule": {
        "day": "25",
        "on_weekend": "previous_working_day",
        "starts": "2026-01-25",
        "start_time": "11:00",
        "exceptions": [{"on": "2026-03-25", "reason": "Receso"}],
    },
}


def talk(title: str, **fields: Any) -> Any:
    return record("conferences", title=title, series="ciclo-nube", **fields)


RECORDS = {
    ("series", "ciclo-nube"): record("series", **SERIES, updated="2026-05-10"),
    ("conferences", "enero"): talk("Enero", date="2026-01-23", recording={"state": "not_recorded"}),
    ("conferences", "algun-mes"): talk("Algún mes", date="2026"),
    ("conferences", "mayo"): talk("Mayo", date="2026-05-25", recording={"state": "scheduled"}),
    ("conferences", "sin-fecha"): talk("Sin fecha", recording={"state": "scheduled"}),
    ("conferences", "antes"): talk("Antes", date="2024-11"),
}


def lines(view: AlmanacView) -> dict[str, list[tuple[str, str, str]]]:
    return {
        month.heading: [(one.row.title if one.row else one.slot, one.day, one.note) for one in month.lines]
        for month in view.months
    }


def test_a_year_has_its_conferences_and_its_gaps_with_the_reason() -> None:
    pages = site(RECORDS)
    view = almanac(pages["calendario/2026/"])

    assert list(lines(view).items())[:5] == [
        ("Enero de 2026", [("Enero", "viernes 23 de enero de 2026", "Ciclo Nube")]),
        ("Febrero de 2026", [("Sin conferencia documentada", "miércoles 25 de febrero de 2026", "")]),
        ("Marzo de 2026", [("No se programó", "miércoles 25 de marzo de 2026", "Receso")]),
        ("Abril de 2026", [("Sin conferencia documentada", "viernes 24 de abril de 2026", "")]),
        ("Mayo de 2026", [("Mayo", "lunes 25 de mayo de 2026", "Ciclo Nube")]),
    ]
    assert lines(view)["2026, sin mes conocido"] == [("Algún mes", "2026", "Ciclo Nube")]
    assert "No quiere decir que no la hubo" in view.gaps
    assert view.years[1:] == (
        Year("2026", "../../calendario/2026/", 3, True),
        Year("2024", "../../calendario/2024/", 1, False),
    )


def test_what_comes_are_conferences_and_expected_dates_until_a_year_later() -> None:
    pages = site(RECORDS)
    view = almanac(pages["calendario/"])
    found = lines(view)

    assert list(found)[:2] == ["Mayo de 2026", "Junio de 2026"]
    assert list(found)[-2:] == ["Abril de 2027", "Sin fecha todavía"]
    assert found["Junio de 2026"] == [
        ("Fecha prevista", "jueves 25 de junio de 2026", "11:00 h (hora del centro de México)")
    ]
    assert found["Sin fecha todavía"] == [("Sin fecha", "Fecha desconocida", "Ciclo Nube")]
    assert "no son un anuncio" in view.expected
    assert view.gaps == ""


def test_the_pages_of_the_calendar_are_printed_with_their_links() -> None:
    pages = site(RECORDS)
    year, coming = html(pages["calendario/2026/"]), html(pages["calendario/"])

    assert '<h3><a href="../../conferencias/enero/">Enero</a></h3>' in year
    assert '<a href="../../ciclos/ciclo-nube/">Ciclo Nube</a>: Receso' in year
    assert "Anunciada</span>" in coming
    assert "data-coming" in coming


def test_an_archive_without_conferences_has_an_empty_calendar() -> None:
    pages = site({("topics", "nubes"): record("topics")})

    assert "No hay conferencias anunciadas" in html(pages["calendario/"])
    assert [path for path in pages if path.startswith("calendario/")] == ["calendario/"]


def test_the_home_page_tells_what_comes_and_leaves_out_what_is_over() -> None:
    later = RECORDS | {("topics", "testigo"): record("topics", title="Testigo", updated="2026-05-26")}
    before, after = (html(site(records)[""]) for records in (RECORDS, later))

    assert before.index("Próximas conferencias") < before.index(">Mayo<") < before.index("Conferencias más recientes")
    assert after.index("Conferencias más recientes") < after.index(">Mayo<")


def test_a_list_of_what_comes_leaves_out_expected_dates_by_the_clock_and_a_year_does_not() -> None:
    pages = site(RECORDS)

    assert '<li class="row slot expected" data-until="2026-06-26T06:00Z">' in html(pages["calendario/"])
    assert "data-until" not in html(pages["calendario/2026/"])
