"""Routes, packages and figures as they are shown: where each step leads, how long it takes, what is missing."""

from dataclasses import replace

import pytest

from acervo.archive.figures import Figure
from acervo.archive.itinerary import Total
from acervo.site.views.overviews.figures import Calendar, Count, Year, figures
from acervo.site.views.overviews.package import package
from acervo.site.views.parts.following import RouteLink
from acervo.site.views.parts.reach import Link
from acervo.site.views.parts.related import RelatedView
from acervo.site.views.parts.steps import Target, worded
from acervo.site.views.records.conference import conference
from acervo.site.views.records.route import RouteView, route
from tests.site.opening import html, record, site

SHOWN = {"state": "published", "copies": [{"title": "Copia", "url": "https://a.example/v"}]}
RECORDS = {
    ("conferences", "charla-una"): record(
        "conferences", title="Charla una", date="2024-05-25", topics=["luna"], recording=SHOWN,
        people=[{"person": "ana-ficticia", "role": "speaker"}],
    ),
    ("conferences", "charla-dos"): record("conferences", title="Charla dos", topics=["luna"]),
    ("speakers", "ana-ficticia"): record("speakers", title="Ana Ficticia"),
    ("documents", "una-nota"): record(
        "documents", title="Una nota", topics=["luna"],
        sections=[{"title": "Datos", "text": "a"}, {"title": "Etapas", "text": "b"}, {"title": "Etapas", "text": "c"}],
    ),
    ("topics", "luna"): record("topics", title="Luna (ficticia)"),
    ("topics", "sol"): record("topics", title="Sol (ficticio)"),
}  # fmt: skip
UP = "../../"


def opened(*steps, known=(), **fields):
    """Open the page of a route through these steps. known: seconds of recordings, by id."""
    one = record("routes", title="Ruta ficticia", steps=list(steps), **fields)
    page = site({**RECORDS, ("routes", "una-ruta"): one})["rutas/una-ruta/"]
    return replace(page, page=page.page._replace(figures=tuple(known)))


def targets(*steps):
    return [target for part in route(opened(*steps)).parts for step in part.steps for target in step.targets]


def test_a_step_leads_to_the_second_to_the_section_or_to_the_page() -> None:
    assert targets(
        {"conference": "charla-una", "start": "1:02:03", "end": "1:10:00"},
        {"conference": "charla-una", "end": "2:00"},
        {"conference": "charla-una"},
        {"conference": "charla-dos"},
        {"document": "una-nota", "section": "Datos"},
        {"document": "una-nota", "section": "Etapas"},
        {"document": "una-nota"},
        {"topic": "luna"},
    ) == [
        Target("Ver", "Charla una", f"{UP}conferencias/charla-una/?t=3723#grabacion", "de 1:02:03 a 1:10:00"),
        Target("Ver", "Charla una", f"{UP}conferencias/charla-una/#grabacion", "hasta 2:00"),
        Target("Ver", "Charla una", f"{UP}conferencias/charla-una/#grabacion", ""),
        Target("Consultar", "Charla dos", f"{UP}conferencias/charla-dos/#grabacion", "no se conoce una grabación"),
        Target("Leer", "Una nota", f"{UP}documentos/una-nota/#datos-2", "sección «Datos»"),
        Target("Leer", "Una nota", f"{UP}documentos/una-nota/#etapas", "sección «Etapas»"),
        Target("Leer", "Una nota", f"{UP}documentos/una-nota/", ""),
        Target("Recorrer el tema", "Luna (ficticia)", f"{UP}temas/luna/", ""),
    ]  # fmt: skip


def test_the_section_that_a_step_names_is_on_the_page_that_it_leads_to() -> None:
    page = html(site(RECORDS)["documentos/una-nota/"])

    for one in targets({"document": "una-nota", "section": "Datos"}, {"document": "una-nota", "section": "Etapas"}):
        assert f'id="{one.href.partition("#")[2]}"' in page


def test_steps_are_numbered_and_gaps_are_not() -> None:
    view = route(
        opened(
            {"part": "Primera", "topic": "luna"},
            {"gap": "Una charla", "note": "Pronto"},
            {"part": "Segunda", "topic": "luna"},
        )
    )

    assert [(part.title, [step.number for step in part.steps]) for part in view.parts] == [
        ("Primera", [1, 0]),
        ("Segunda", [2]),
    ]
    assert (view.tasks, view.gaps) == (2, 1)
    assert view.parts[0].steps[1].gap == "<p>Una charla</p>"


def test_each_step_to_do_has_a_mark_of_its_own_that_does_not_depend_on_its_place() -> None:
    def marks(view: RouteView) -> list[str]:
        return [step.mark for part in view.parts for step in part.steps]

    first, second = {"topic": "luna"}, {"conference": "charla-una", "start": "0:10", "end": "0:20"}

    assert marks(route(opened(first, second, {"gap": "Algo"}, first))) == [
        "topics/luna/0-0/",
        "conferences/charla-una/10-20/",
        "",
        "topics/luna/0-0//2",
    ]
    assert set(marks(route(opened(second, first)))) < set(marks(route(opened(first, second, {"gap": "A"}, first))))


@pytest.mark.parametrize(
    ("steps", "known", "time"),
    [
        ([{"conference": "charla-una", "end": "10:00"}], (), "10 min"),
        ([{"conference": "charla-una"}], (("charla-una", 7200),), "2 h"),
        ([{"conference": "charla-una"}, {"topic": "luna"}], (("charla-una", 7800),),
         "al menos 2 h 10 min; un paso sin duración conocida"),
        ([{"conference": "charla-dos"}, {"topic": "luna"}, {"gap": "Algo"}], (), "2 pasos sin duración conocida"),
        ([{"gap": "Algo"}], (), ""),
    ],
)  # fmt: skip
def test_the_time_is_what_is_known_and_says_what_is_not(steps, known, time) -> None:
    assert route(opened(*steps, known=known)).time == time


def test_a_thousand_steps_are_counted_as_people_write_it() -> None:
    assert worded(Total(60, 1_000), "un paso", "pasos") == "al menos 1 min; 1,000 pasos sin duración conocida"


def test_the_time_required_is_told_to_machines_only_when_all_of_it_is_known() -> None:
    whole = html(opened({"conference": "charla-una", "end": "1:30"}))
    part = html(opened({"conference": "charla-una", "end": "1:30"}, {"topic": "luna"}))

    assert ('"timeRequired":"PT1M30S"' in whole, '"timeRequired"' in part) == (True, False)


def test_a_conference_says_its_routes_and_what_comes_next_once_and_why() -> None:
    steps = [{"conference": "charla-una"}, {"gap": "Algo"}, {"document": "una-nota", "section": "Etapas"},
             {"conference": "charla-dos"}]  # fmt: skip
    cycle = record("series", title="Ciclo Ficticio")
    records = {
        **RECORDS,
        ("series", "ciclo"): cycle,
        ("conferences", "charla-una"): record(
            "conferences", title="Charla una", date="2024-05-25", topics=["luna"], series="ciclo"
        ),
        ("conferences", "charla-dos"): record(
            "conferences", title="Charla dos", date="2024-06-25", topics=["luna"], series="ciclo"
        ),
        ("routes", "una-ruta"): record("routes", title="Ruta ficticia", steps=steps),
        ("routes", "otra-ruta"): record(
            "routes", title="Otra ruta", steps=[{"topic": "luna"}, {"conference": "charla-una", "start": "0:10"}]
        ),
    }
    view = conference(site(records)["conferencias/charla-una/"])
    last = conference(site(records)["conferencias/charla-dos/"])

    assert view.next == (
        RelatedView("Una nota", f"{UP}documentos/una-nota/#etapas", "", "Sigue en la ruta «Ruta ficticia»"),
        RelatedView("Charla dos", f"{UP}conferencias/charla-dos/", "25 de junio de 2024",
                    "Siguiente del ciclo «Ciclo Ficticio»"),
    )  # fmt: skip
    assert view.routes == (
        RouteLink("Otra ruta", f"{UP}rutas/otra-ruta/", "paso 2 de 2"),
        RouteLink("Ruta ficticia", f"{UP}rutas/una-ruta/", "paso 1 de 3"),
    )
    assert [one.reason for one in last.next] == ["Mismo tema: Luna (ficticia)"]


def test_a_conference_without_routes_has_no_word_of_them() -> None:
    page = html(site(RECORDS)["conferencias/charla-una/"])

    assert "Qué ver después" in page
    assert "Rutas de las que es parte" not in page


def test_documents_topics_and_networks_list_their_routes() -> None:
    records = {
        **RECORDS,
        ("networks", "una-red"): record("networks", title="Una red"),
        ("routes", "una-ruta"): record(
            "routes", title="Ruta ficticia", networks=["una-red"], steps=[{"document": "una-nota"}, {"topic": "sol"}]
        ),
    }
    pages = site(records)

    for path in ("documentos/una-nota/", "temas/sol/", "redes/una-red/"):
        assert f'href="{UP}rutas/una-ruta/"' in html(pages[path])


def test_a_package_lists_what_can_be_seen_and_read_with_its_time() -> None:
    page = site(RECORDS)["temas/luna/paquete/"]
    view = package(replace(page, page=page.page._replace(figures=(("charla-una", 3600),))))

    assert (view.title, view.time, view.topic) == (
        "Paquete: Luna (ficticia)",
        "1 h",
        Link("Luna (ficticia)", "../../../temas/luna/"),
    )
    assert [(pile.code, [(piece.title, piece.time, piece.detail) for piece in pile.pieces]) for pile in view.piles] == [
        ("conferences", [("Charla una", "1 h", "Conferencia. 25 de mayo de 2024. Ana Ficticia")]),
        ("documents", [("Una nota", "", "Nota informativa")]),
    ]  # fmt: skip
    assert view.piles[0].pieces[0].address == "https://ficticio.example/archivo/conferencias/charla-una/"


def test_only_a_topic_with_something_to_see_or_read_has_a_package_and_says_where() -> None:
    pages = site(RECORDS)

    assert 'href="../../temas/luna/paquete/"' in html(pages["temas/luna/"])
    assert "temas/sol/paquete/" not in pages
    assert "paquete" not in html(pages["temas/sol/"])


def test_a_package_is_one_sheet_however_much_there_is() -> None:
    many = {
        ("conferences", f"charla-{number:03}"): record("conferences", topics=["sol"], recording=SHOWN)
        for number in range(100)
    }
    pages = site({**RECORDS, **many})
    view = package(pages["temas/sol/paquete/"])

    assert [(len(pile.pieces), pile.rest) for pile in view.piles] == [(30, 70)]
    assert view.time == "30 grabaciones sin duración conocida"
    assert "temas/sol/paquete/pagina/2/" not in pages


def practice(*told: Figure):
    rest = [Figure(code, 0, 0, 0) for code in ("recordings", "seconds_recorded", "captions", "sign_language", "people",
                                               "topics", "institutions")]  # fmt: skip
    page = site(RECORDS)["cifras/"]
    return replace(page, page=page.page._replace(practice=(*told, *rest), argument="2026-06-15"))


ALL = Figure("held_undated", 2, 1_236, None)


def test_held_and_planned_stand_side_by_side_and_a_year_without_a_plan_has_no_share() -> None:
    page = practice(
        Figure("planned", 6, 1, None, "ciclo", "2027", "Programa 2027"),
        Figure("held", 1, 1, 8, "ciclo", "2026"),
        Figure("held", 10, 10, 12, "ciclo", "2024", "Programa 2024"),
        Figure("held", 3, 3, None, "ciclo", "2023"),
        Figure("held_undated", 0, 14, None, "ciclo"),
        ALL,
    )

    assert figures(page).calendars == (
        Calendar(
            "ciclo",
            Link("ciclo"),
            (
                Year("2027", "", "6", "", "Programa 2027", "0.0", "50.0"),
                Year("2026, en curso", "1", "8", "12.5\u00a0%", "", "8.3", "66.7"),
                Year("2024", "10", "12", "83.3\u00a0%", "Programa 2024", "83.3", "100.0"),
                Year("2023", "3", "", "", "", "25.0", ""),
            ),
            True,
            0,
        ),
        Calendar("todo", Link("Todo el acervo"), (), False, 2),
    )
    shown = html(page)
    assert "Sin plan conocido" in shown
    assert "No se conoce ningún plan" not in shown
    assert "De 2 conferencias no se sabe el año" in shown


def test_without_any_plan_the_page_says_so_and_gives_no_share() -> None:
    page = html(practice(Figure("held", 3, 3, None, "ciclo", "2023"), Figure("held_undated", 0, 3, None, "ciclo"), ALL))

    assert "No se conoce ningún plan de este ciclo: no se calcula su cumplimiento." in page
    assert "Programadas</th>" not in page


def test_every_figure_says_of_what_it_was_counted_and_where_its_data_is() -> None:
    view = figures(practice(ALL))

    assert view.counts[0] == Count("1,236", "Conferencias realizadas", "con ficha en este acervo", "", "")
    assert view.counts[2].number == "0 min"
    assert all(one.basis for one in view.counts)
    assert view.access == ()
    assert [link.href for link in view.data] == ["../cifras/datos.csv", "../cifras/datos.json"]
    assert (view.date, view.machine) == ("15 de junio de 2026", "2026-06-15")


def test_without_recordings_nothing_is_said_of_their_access() -> None:
    assert "Todavía no hay grabaciones publicadas." in html(practice(ALL))
