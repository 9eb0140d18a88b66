"""The parts of documents and networks on their pages: what is there, what is said to be missing, where it leads."""

import re

import pytest

from tests.site.danger import dangers
from tests.site.opening import html, record, site

TEXT = re.compile(r"<[^>]+>")


def page(kind="documents", others=None, **fields):
    records = {(kind, "ficha-con-partes"): record(kind, **fields)} | (others or {})
    folder = {"documents": "documentos", "networks": "redes", "series": "ciclos"}[kind]
    return html(site(records)[f"{folder}/ficha-con-partes/"])


def words(shown):
    return " ".join(TEXT.sub(" ", shown).split())


def anchors(shown):
    return re.findall(r' id="([^"]+)"', shown)


EVERYTHING = {
    "particulars": [{"label": "Sello", "text": "FICTICIO"}],
    "objective": "Aprender",
    "objectives": ["Uno", "Dos"],
    "audience": "Personas de muestra",
    "eligible": ["Área de prueba"],
    "goal": {"text": "100 personas", "number": "100"},
    "groups": {"text": "Mixtos"},
    "curriculum": [{"title": "Contenido ficticio"}],
    "duration": "6 meses",
    "stages": [{"title": "Inicio"}],
    "surveys": [{"moment": "before"}],
    "review": {"text": "Se revisó"},
    "meeting": {"title": "Asamblea ficticia", "agenda": [{"title": "Bienvenida"}], "tables": [{"title": "Mesa"}]},
    "good_practices": [{"title": "Bitácora"}],
    "swot": {"threats": ["Apatía"]},
    "plan": {"vision": "Ver lejos", "activities": [{"title": "Taller", "budget": {"amount": "5"}}]},
    "agreements": [{"text": "Reunirse"}],
    "legal_basis": [{"title": "Ley ficticia"}],
    "context": "Otra fuente dice más.",
    "practice": {"since": "2022", "what": "Una práctica"},
    "sections": [{"title": "Etapas", "text": "De otro modo."}, {"title": "Actividad 1", "text": "No es la del plan."}],
}


def test_a_page_without_parts_has_none_of_their_headings() -> None:
    shown = page(sections=[{"title": "Resumen ficticio", "text": "Nada más."}])

    assert "Resumen ficticio" in shown
    for word in ("Etapas", "FODA", "Contenidos", "Fundamento", "Sin registro", "no enumera acuerdos", "Evaluación"):
        assert word not in shown


def test_every_heading_has_an_anchor_of_its_own_and_the_list_of_contents_leads_to_all() -> None:
    shown = page(**EVERYTHING)
    listed = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a></li>', shown.split("En esta página")[1].split("</nav>")[0])

    assert len(anchors(shown)) == len(set(anchors(shown)))
    assert {anchor for anchor, _ in listed} <= set(anchors(shown))
    assert [title for _, title in listed] == [
        *("Datos del original", "Ficha de la práctica", "¿Qué es?", "Etapas", "Actividad 1", "Objetivo general"),
        *("Objetivos o metas", "Dirigida a", "Quiénes pueden participar", "Meta esperada", "Grupos"),
        *("Contenidos o ejes", "Duración", "Etapas", "Encuestas por momento", "Revisión y observaciones"),
        *("El encuentro", "Orden del día", "Mesas de trabajo", "Buenas prácticas", "FODA", "Plan", "Actividades"),
        *("Inversión", "Evaluación", "Acuerdos y compromisos", "Fundamento", "Qué dicen otras fuentes"),
    ]
    assert {"etapas", "etapas-2", "actividad-1", "actividad-1-2"} <= set(anchors(shown))


def test_the_anchor_of_a_part_does_not_depend_on_the_sections_around_it() -> None:
    parts = {name: value for name, value in EVERYTHING.items() if name != "sections"}

    assert set(anchors(page(**parts))) <= set(anchors(page(**EVERYTHING)))


def test_words_that_an_oddity_quotes_lead_to_what_is_said_of_them() -> None:
    shown = page(
        objective="Que nadie quede fuerra de la <red>.",
        oddities=[{"quote": "Otra", "note": "Otra."}, {"quote": "fuerra de la <red>", "note": "Con dos erres."}],
    )

    assert 'fuerra de la &lt;red&gt; <a class="sic" href="#rareza-2">(<i lang="la">sic</i>)</a>.' in shown
    assert '<div id="rareza-2">' in shown
    assert dangers(shown) == []


TOPICS = {
    ("topics", "tema-lleno"): record("topics", title="Tema lleno"),
    ("topics", "tema-vacio"): record("topics", title="Tema vacío"),
    ("conferences", "con-grabacion"): record(
        "conferences", topics=["tema-lleno"], recording={"state": "published", "youtube": "ejemplo0001"}
    ),
    ("conferences", "sin-grabacion"): record("conferences", topics=["tema-lleno"]),
    ("documents", "otro-documento"): record("documents", topics=["tema-lleno"]),
}


@pytest.mark.parametrize("kind", ["documents", "networks"])
def test_a_content_says_what_there_is_of_its_topics_and_what_is_missing(kind) -> None:
    own = {
        ("documents", "la-nota"): record(
            "documents", topics=["tema-lleno", "tema-vacio"], networks=["ficha-con-partes"]
        )
    }
    shown = page(
        kind,
        TOPICS | (own if kind == "networks" else {}),
        topics=["tema-vacio"],
        curriculum=[
            {"title": "Lleno", "topics": ["tema-lleno"]},
            {"title": "Vacío", "topics": ["tema-vacio"]},
            {"title": "Sin tema"},
        ],
    )

    assert "Tema lleno : 2 conferencias, 1 con grabación, 1 otro documento" in words(shown)
    assert "Tema vacío : todavía no hay nada más en el acervo" in words(shown)
    assert "Sin tema El acervo no tiene todavía un tema para este contenido." in words(shown)


def test_stages_have_dates_absolute_or_relative_or_are_said_to_have_none() -> None:
    none = words(page(stages=[{"title": "Inicio"}, {"title": "Final"}]))
    some = words(
        page(
            stages=[
                {"title": "Inicio"},
                {"title": "Trabajo", "period": "2022-09/2022-10"},
                {"title": "Final", "after": "4 meses después"},
            ]
        )
    )

    assert "La fuente no da fechas para estas etapas." in none
    assert "Sin fecha" not in none
    assert "Sin fecha Inicio de septiembre a octubre de 2022 Trabajo 4 meses después Final" in some


def test_the_attendance_shows_what_another_source_says() -> None:
    shown = words(
        page(
            meeting={"title": "Asamblea ficticia", "attendance": {"text": "21 personas", "number": "21"}},
            discrepancies=[
                {
                    "about": "Asistencia",
                    "versions": [
                        {"says": "«21 personas»", "source": "La nota"},
                        {"says": "unas 30", "source": "El Diario que No Existe"},
                    ],
                },
                {"about": "Lugar", "versions": [{"says": "Aquí", "source": "A"}, {"says": "Allá", "source": "B"}]},
            ],
        )
    )

    assert "21 «21 personas», según este documento. Las fuentes no coinciden. unas 30, según El Diario" in shown
    assert "El documento no enumera acuerdos ni compromisos." in shown


def plan(*outcomes):
    return {
        "activities": [
            {"title": title, "outcomes": [dict(zip(("period", "planned", "held"), one, strict=True)) for one in each]}
            for title, each in outcomes
        ]
    }


def test_what_was_held_is_a_percentage_by_period_and_in_total() -> None:
    shown = words(
        page(
            plan=plan(
                ("Taller", [("2024-01/2024-03", "4", "3"), ("2024-04/2024-06", "4", "5")]),
                ("Paseo", [("2024-04/2024-06", "1", "0")]),
                ("Papel", []),
                ("Nada", [("2024-01/2024-03", "0", "0")]),
            )
        )
    )

    assert "Taller de enero a marzo de 2024 4 3 75.0 %" in shown
    assert "Taller de abril a junio de 2024 4 5 125.0 %" in shown
    assert "Nada de enero a marzo de 2024 0 0 no se calcula: no se proyectó ninguna" in shown
    # by hand: 3 of 4; 5 + 0 of 4 + 1; 8 of 9
    assert "Todas las actividades con registro de enero a marzo de 2024 4 3 75.0 %" in shown
    assert "Todas las actividades con registro de abril a junio de 2024 5 5 100.0 %" in shown
    assert "Todas las actividades con registro en total 9 8 88.9 %" in shown
    assert "Sin registro de lo realizado: Papel ." in shown


def test_a_plan_of_which_nothing_was_recorded_says_so() -> None:
    assert "Sin registro de lo realizado: ninguna fuente" in words(page(plan=plan(("Taller", []))))


@pytest.mark.parametrize(
    ("whole", "parts", "said"),
    [
        ("9", ["5", "4"], "Las actividades suman lo que dice el plan: 9.00."),
        ("10", ["5", "4"], "El plan dice 10.00 y sus 2 actividades suman 9.00."),
        ("9", ["5", None], "Dicen su inversión 1 de 2 actividades, que suman 5.00."),
        (None, ["5", "4"], "Las actividades suman 9.00; el plan no dice su inversión."),
        ("9", [None, None], "El documento no escribe la moneda."),
    ],
)
def test_what_the_money_comes_to_is_said(whole, parts, said) -> None:
    activities = [
        {"title": f"Taller {place}"} | ({"budget": {"amount": one}} if one else {}) for place, one in enumerate(parts)
    ]
    told = {"activities": activities} | ({"budget": {"amount": whole}} if whole else {})

    assert said in words(page(plan=told))


def test_money_of_two_currencies_is_not_added() -> None:
    activities = [
        {"title": "Una", "budget": {"amount": "5", "currency": "MXN"}},
        {"title": "Otra", "budget": {"amount": "4", "currency": "USD"}},
    ]
    shown = words(page(plan={"activities": activities}))

    assert 'class="bar"' not in page(plan={"activities": activities})
    assert "no se suman ni se comparan" in shown
    assert "9.00" not in shown
    assert "no escribe la moneda" not in shown


def test_a_bar_is_as_long_as_its_figure_and_the_least_can_be_seen() -> None:
    activities = [{"title": f"Taller {one}", "budget": {"amount": one}} for one in ("0", "1", "500", "1000")]

    widths = re.findall(r'class="bar-part" width="(\d+)"', page(plan={"activities": activities}))

    assert widths == ["0", "1", "50", "100"]


def test_the_legal_basis_leads_to_the_law_and_the_law_lists_who_cites_it() -> None:
    law = record("documents", kind="law", title="Ley Ficticia de Ejemplo")
    cites = [{"title": "LFE", "article": "20 Quáter", "document": "ley-ficticia", "quote": "Se crea una <unidad>."}]
    pages = site(
        {
            ("documents", "ley-ficticia"): law,
            ("documents", "un-plan"): record("documents", title="Un plan", legal_basis=cites),
            ("networks", "una-red"): record("networks", title="Una red", legal_basis=cites),
            ("institutions", "una-unidad"): record("institutions", title="Una unidad", legal_basis=cites),
            ("topics", "un-tema"): record("topics", title="Un tema", legal_basis=cites),
        }
    )
    cited = html(pages["documentos/ley-ficticia/"])

    for path in ("documentos/un-plan/", "redes/una-red/", "instituciones/una-unidad/", "temas/un-tema/"):
        shown = html(pages[path])
        assert '<a href="../../documentos/ley-ficticia/">LFE</a>, 20 Quáter' in shown
        assert "Se crea una &lt;unidad&gt;." in shown
    assert "20 Quáter Un plan" in words(cited.split("Quién lo cita")[1])
    assert [title in cited for title in ("Un plan", "Una red", "Una unidad", "Un tema")] == [True] * 4


def test_an_agreement_shows_how_far_it_has_come() -> None:
    shown = words(
        page(
            agreements=[
                {
                    "kind": "commitment",
                    "text": "Publicar la agenda ficticia",
                    "due": "2024-03",
                    "state": "under_way",
                    "follow_up": [
                        {"date": "2024-05", "text": "Hay borrador", "source": "Boletín ficticio"},
                        {"text": "Se prometió otra fecha"},
                    ],
                },
                {"text": "Reunirse otra vez"},
            ]
        )
    )

    assert "Compromiso En curso Publicar la agenda ficticia Para cuándo marzo de 2024" in shown
    assert "mayo de 2024. Hay borrador — según Boletín ficticio" in shown
    assert "Fecha desconocida. Se prometió otra fecha" in shown
    assert "Acuerdo Sin noticia de su cumplimiento Reunirse otra vez" in shown


def test_the_practice_of_a_series_has_anchors_apart_from_its_sections() -> None:
    shown = page(
        "series",
        practice={"since": "2022", "steps": [{"title": "Invitar"}]},
        sections=[{"title": "¿Cómo funciona?", "text": "De otro modo."}],
    )

    assert {"ficha-de-la-practica", "como-funciona", "como-funciona-2"} <= set(anchors(shown))
