"""What a template receives: joined, sorted, worded, with links."""

import inspect
from pathlib import Path

import pytest

from acervo.archive.snapshot import Caption, Chapter, Snapshot, Status
from acervo.records.models.parts import Section
from acervo.site.viewing import VIEWS, maker
from acervo.site.views.overviews.catalogue import Block, catalogue
from acervo.site.views.overviews.home import Way, home
from acervo.site.views.parts.facts import Fact, Value
from acervo.site.views.parts.pager import Pager, Step
from acervo.site.views.parts.people import Participant
from acervo.site.views.parts.provenance import (
    DiscrepancyView,
    OddityView,
    Provenance,
    SourceView,
    VersionView,
)
from acervo.site.views.parts.reach import Link
from acervo.site.views.parts.recording import CopyView
from acervo.site.views.parts.rows import Row
from acervo.site.views.parts.sections import sections
from acervo.site.views.parts.timeline import ChapterView
from acervo.site.views.parts.tombstone import Tombstone
from acervo.site.views.records.conference import conference
from acervo.site.views.records.institution import NameView, institution
from acervo.site.views.records.person import OfficeView, person
from tests.site.opening import SETTINGS, record, site

UNIT = record("institutions", title="Unidad Ficticia", acronym="UF", level="federal")
ANA = record("speakers", title="Ana Ficticia", given_name="Ana", family_name="Ficticia")
CYCLE = record(
    "series",
    title="Ciclo Ficticio",
    institution="unidad-ficticia",
    defaults={"institution": "unidad-ficticia", "modality": "virtual", "language": "es"},
)
TALK = record(
    "conferences",
    title="Charla de mayo",
    series="ciclo-ficticio",
    date="2024-05-25",
    start_time="11:00",
    people=[{"person": "ana-ficticia", "role": "speaker", "office": "Titular", "institution": "unidad-ficticia"}],
    recording={
        "state": "published",
        "youtube": "ejemplo0001",
        "copies": [
            {"title": "Copia", "url": "https://a.example/v.mp4", "media_type": "video/mp4"},
            {"title": "Página", "url": "https://a.example/v"},
        ],
    },
    sources=[{"title": "Nota", "url": "https://a.example/n", "publisher": "Diario", "accessed": "2024-06-01"}],
    oddities=[{"quote": "mallo", "note": "Por mayo"}],
    discrepancies=[
        {
            "about": "Hora",
            "versions": [
                {"says": "11", "source": "A"},
                {"says": "12", "source": "B", "url": "https://b.example/"},
            ],
        }
    ],
    unknowns=["Quién moderó"],
)
EARLIER = record("conferences", title="Charla de abril", series="ciclo-ficticio", date="2024-04-25")
RECORDS = {
    ("institutions", "unidad-ficticia"): UNIT,
    ("speakers", "ana-ficticia"): ANA,
    ("series", "ciclo-ficticio"): CYCLE,
    ("conferences", "charla-mayo"): TALK,
    ("conferences", "charla-abril"): EARLIER,
}
TEMPLATES = Path(__file__).parents[2] / "overrides" / "acervo"
WATCH = "https://www.youtube.com/watch?v=ejemplo0001"
SHOT = Snapshot(
    id="ejemplo0001",
    title="En YouTube",
    description="Texto",
    channel="Canal",
    channel_id="UCejemplo-ficticio-00001",
    duration=3723,
    upload_date="2024-05-26",
    captions=(Caption("es", "auto"),),
    chapters=(Chapter(0, "Inicio"), Chapter(61, "Preguntas")),
    status=Status.PRIVATE,
    status_since="2025-01-02",
)


@pytest.mark.parametrize("template", VIEWS)
def test_every_page_has_a_template_and_a_view_made_from_an_opened_page(template: str) -> None:
    assert (TEMPLATES / f"{template}.html").is_file()
    assert [str(one.annotation) for one in inspect.signature(maker(template)).parameters.values()] == [
        "<class 'acervo.site.page.Opened'>"
    ]


def test_a_conference_takes_from_its_series_what_it_does_not_say():
    view = conference(site(RECORDS)["conferencias/charla-mayo/"])

    assert view.article.facts == (
        Fact("Fecha", (Value("25 de mayo de 2024"),)),
        Fact("Horario", (Value("11:00 h (hora del centro de México)"),)),
        Fact("Ciclo", (Value("Ciclo Ficticio", "../../ciclos/ciclo-ficticio/"),)),
        Fact(
            "Institución que organiza",
            (Value("Unidad Ficticia", "../../instituciones/unidad-ficticia/", "institucion"),),
        ),
        Fact("Modalidad", (Value("Virtual"),)),
        Fact("Tipo de sesión", (Value("Conferencia"),)),
    )
    assert view.people == (
        Participant(
            "Ana Ficticia",
            "../../personas/ana-ficticia/",
            "Ponente",
            "Titular",
            Link("Unidad Ficticia", "../../instituciones/unidad-ficticia/"),
            "",
        ),
    )
    assert (view.previous, view.next) == (Link("Charla de abril", "../../conferencias/charla-abril/"), ())
    assert [feed.href for feed in view.article.head.feeds] == [
        "../../ciclos/ciclo-ficticio/feed.xml",
        "../../ciclos/ciclo-ficticio/atom.xml",
        "../../ciclos/ciclo-ficticio/calendario.ics",
    ]


def test_a_page_says_where_its_content_comes_from_and_how_to_correct_it():
    view = conference(site(RECORDS)["conferencias/charla-mayo/"])

    assert view.article.provenance == Provenance(
        resources=(),
        discrepancies=(
            DiscrepancyView("Hora", (VersionView("11", "A", ""), VersionView("12", "B", "https://b.example/"))),
        ),
        oddities=(OddityView("mallo", "Por mayo"),),
        unknowns=("Quién moderó",),
        sources=(
            SourceView(
                "Nota",
                "https://a.example/n",
                "Diario",
                "",
                "1 de junio de 2024",
                "",
                "alta: leída directamente",
            ),
        ),
        updated="2 de enero de 2026",
        updated_machine="2026-01-02",
        formerly=(),
        file="data/conferences/charla-mayo.yml",
        dossier="",
        edit="https://forja.example/acervo/edit/main/data/conferences/charla-mayo.yml#L1",
        report=(
            "https://forja.example/acervo/issues/new?template=error.yml&title=Error%20en%20%C2%ABCharla%20de%20mayo%C2%BB"
            "&page=https%3A//ficticio.example/archivo/conferencias/charla-mayo/"
            "&record=data/conferences/charla-mayo.yml%2C%20rengl%C3%B3n%201"
        ),
    )


def test_a_recording_is_told_as_it_is_known():
    view = conference(site(RECORDS, {"ejemplo0001": SHOT})["conferencias/charla-mayo/"]).recording

    assert view.facts == (
        Fact("Estado de la grabación", (Value("Publicada"),)),
        Fact("Duración", (Value("1 h 2 min"),)),
        Fact("Idioma", (Value("español"),)),
        Fact("Subtítulos", (Value("Se desconoce"),)),
        Fact("Lengua de Señas Mexicana", (Value("Se desconoce"),)),
        Fact("Licencia", (Value("Se desconoce; todos los derechos reservados mientras no se aclare"),)),
        Fact("Canal", (Value("Canal", "https://www.youtube.com/channel/UCejemplo-ficticio-00001"),)),
        Fact("Publicado en YouTube", (Value("26 de mayo de 2024"),)),
        Fact("Subtítulos en YouTube", (Value("español, automáticos"),)),
    )
    assert view.copies == (
        CopyView("Copia", "https://a.example/v.mp4", "video/mp4", "video"),
        CopyView("Página", "https://a.example/v", "", ""),
    )
    assert view.chapters == (
        ChapterView("Inicio", "0:00", 0, f"{WATCH}&t=0s", f"{WATCH}&t=0s"),
        ChapterView("Preguntas", "1:01", 61, f"{WATCH}&t=61s", f"{WATCH}&t=61s"),
    )
    assert view.marks == "Los capítulos son los de YouTube."
    assert view.tombstone == Tombstone(
        facts=(
            Fact("Motivo", (Value("privado"),)),
            Fact("No puede verse desde", (Value("2 de enero de 2025"),)),
        ),
        keeps=(
            Link("Sus capítulos", "#capitulos"),
            Link("La descripción que tenía en YouTube", "#youtube"),
        ),
        copies=(),
        report=view.tombstone.report if view.tombstone else "",
    )
    assert view.original_title == "En YouTube"


def test_a_person_has_offices_and_the_part_taken_in_each_session():
    ana = record(
        "speakers",
        title="Ana Ficticia",
        given_name="Ana",
        family_name="Ficticia",
        variants=["Anna Ficticia"],
        offices=[
            {
                "title": "Titular",
                "institution": "unidad-ficticia",
                "start": "2023",
                "seen": "2024-05",
                "source": "Nota",
            }
        ],
    )
    view = person(site(RECORDS | {("speakers", "ana-ficticia"): ana})["personas/ana-ficticia/"])

    assert view.offices == (
        OfficeView(
            "Titular",
            Link("Unidad Ficticia", "../../instituciones/unidad-ficticia/"),
            "desde 2023",
            "mayo de 2024",
            "",
            "Nota",
            "",
        ),
    )
    assert view.article.names == ("Anna Ficticia",)
    assert [(one.title, one.total, one.rows) for one in view.article.listings] == [
        (
            "Conferencias",
            1,
            (
                Row(
                    "Charla de mayo", "../../conferencias/charla-mayo/", "Ponente", "25 de mayo de 2024",
                    "2024-05-25",
                    "2024", "", "Unidad Ficticia", "", "Con grabación", "",
                ),
            ),
        )
    ]  # fmt: skip


def test_an_institution_keeps_its_former_names_and_names_its_successor():
    old = record(
        "institutions",
        title="Oficina de antes",
        former_names=[{"name": "Unidad previa", "start": "2014-10-16", "end": "2017", "note": "Acuerdo"}],
        successor="unidad-ficticia",
    )
    view = institution(site(RECORDS | {("institutions", "oficina"): old})["instituciones/oficina/"])

    assert view.former_names == (NameView("Unidad previa", "16 de octubre de 2014 – 2017", "Acuerdo"),)
    assert view.successor == Link("Unidad Ficticia", "../../instituciones/unidad-ficticia/")
    assert view.article.names == ("Unidad previa",)


def test_a_list_of_conferences_is_told_by_year():
    undated = record("conferences", title="Charla sin fecha")
    opened = site(RECORDS | {("conferences", "charla-sin-fecha"): undated})

    whole = catalogue(opened["conferencias/"])
    year = catalogue(opened["conferencias/2024/"])
    none = catalogue(opened["conferencias/sin-fecha/"])

    assert [(block.heading, [row.title for row in block.rows]) for block in whole.blocks] == [
        ("2024", ["Charla de mayo", "Charla de abril"]),
        ("Fecha desconocida", ["Charla sin fecha"]),
    ]
    assert [(one.name, one.href, one.number, one.current) for one in year.years] == [
        ("2024", "../../conferencias/2024/", 2, True),
        ("Sin fecha", "../../conferencias/sin-fecha/", 1, False),
    ]
    assert (whole.title, year.title, none.title) == (
        "Conferencias",
        "Conferencias de 2024",
        "Conferencias sin fecha conocida",
    )
    assert (year.total, none.total) == ("2 conferencias", "una conferencia")


def test_an_empty_list_has_a_page():
    view = catalogue(site(RECORDS)["redes/"])

    assert (view.blocks, view.total, view.updated, view.pager) == ((), "0 redes", "", None)


def test_a_long_list_has_pages_to_move_between():
    topics = {("topics", f"tema-{number:03}"): record("topics", title=f"Tema {number:03}") for number in range(451)}
    opened = site(topics)

    first, middle, last = (catalogue(opened[f"temas/{path}"]) for path in ("", "pagina/5/", "pagina/10/"))

    assert middle.pager == Pager(
        number=5,
        pages=10,
        previous=Link("Anterior", "../../../temas/pagina/4/"),
        following=Link("Siguiente", "../../../temas/pagina/6/"),
        steps=(
            Step(1, "../../../temas/", current=False, gap=False),
            Step(3, "../../../temas/pagina/3/", current=False, gap=True),
            Step(4, "../../../temas/pagina/4/", current=False, gap=False),
            Step(5, "../../../temas/pagina/5/", current=True, gap=False),
            Step(6, "../../../temas/pagina/6/", current=False, gap=False),
            Step(7, "../../../temas/pagina/7/", current=False, gap=False),
            Step(10, "../../../temas/pagina/10/", current=False, gap=True),
        ),
    )
    assert first.pager.previous is None
    assert last.pager.following is None
    assert [len(block.rows) for block in last.blocks] == [1]
    assert isinstance(last.blocks[0], Block)
    assert middle.head.canonical == SETTINGS.url + "temas/pagina/5/"


def test_the_home_page_offers_only_ways_that_lead_somewhere():
    scheduled = record("conferences", title="Charla próxima", date="2030-05-25", recording={"state": "scheduled"})
    view = home(site(RECORDS | {("conferences", "charla-proxima"): scheduled})[""])

    assert [(way.title, way.href, way.number) for way in view.ways if isinstance(way, Way)] == [
        ("Conferencias", "conferencias/", 3),
        ("Persona", "personas/", 1),
        ("Institución", "instituciones/", 1),
        ("Ciclo", "ciclos/", 1),
    ]
    assert [row.title for row in view.next.rows] == ["Charla próxima"]
    assert [row.title for row in view.newest.rows] == ["Charla de mayo", "Charla de abril"]
    assert (view.documents, view.networks, view.topics) == (None, None, None)


@pytest.mark.parametrize(
    ("titles", "anchors"),
    [
        (["Objetivo general", "Objetivo general"], ["objetivo-general", "objetivo-general-2"]),
        (["Fuentes", "¿?", "Año: ñandú"], ["fuentes-2", "seccion", "ano-nandu"]),
    ],
)
def test_sections_have_anchors_that_differ_from_each_other_and_from_the_page_s_own(titles, anchors):
    found = sections(Section(title=title, text="x") for title in titles)

    assert [one.id for one in found] == anchors
