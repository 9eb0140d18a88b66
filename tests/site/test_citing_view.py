"""On the page of a document: who cites which part of it, and at which minute."""

import pytest

from acervo.site.views.parts.legal import CiterView, citing
from acervo.site.views.parts.passages import MomentView
from acervo.site.views.parts.reach import Link, reach
from tests.site.opening import html, record, site

TALK = "../../conferencias/una-charla/"


def pages(kind="law"):
    """Open the page of a document that a talk, a network and a topic cite."""
    passages = [
        {"start": "10:00", "document": "ley-ficticia", "article": "Artículo 9"},
        {"start": "20:00", "document": "ley-ficticia", "article": "art. 9"},
        {"start": "0:30", "document": "ley-ficticia"},
    ]
    found = {
        ("documents", "ley-ficticia"): record("documents", kind=kind, title="Ley"),
        ("conferences", "una-charla"): record(
            "conferences", title="Charla", recording={"youtube": "ficticio001", "passages": passages}
        ),
        ("networks", "red"): record(
            "networks", title="Red", legal_basis=[{"title": "L", "article": "10", "document": "ley-ficticia"}]
        ),
        ("topics", "tema"): record(
            "topics", title="Tema", legal_basis=[{"title": "L", "article": "9", "document": "ley-ficticia"}]
        ),
    }
    return site(found)["documentos/ley-ficticia/"]


def parts(opened):
    return citing(opened, reach(opened.page.path, opened.cards))


def test_parts_stand_in_the_order_in_which_people_count_and_the_whole_last():
    assert [(one.part, [by.link.text for by in one.by]) for one in parts(pages())] == [
        ("Artículo 9", ["Tema", "Charla"]),
        ("Artículo 10", ["Red"]),
        ("", ["Charla"]),
    ]


def test_a_talk_is_told_with_the_minutes_at_which_it_speaks_of_the_part():
    nine, _, whole = parts(pages())

    assert nine.by[1] == CiterView(
        "Conferencia",
        Link("Charla", TALK),
        (
            MomentView("10:00", f"{TALK}?t=600#pasaje-600", "Artículo 9"),
            MomentView("20:00", f"{TALK}?t=1200#pasaje-1200", "art. 9"),
        ),
    )
    assert whole.by[0].moments == (MomentView("0:30", f"{TALK}?t=30#pasaje-30", ""),)


def test_a_route_cites_the_section_that_it_reads():
    route = record("routes", title="Ruta", steps=[{"document": "ley-ficticia", "section": "Artículo 9"}])
    law = record("documents", kind="law", sections=[{"title": "Artículo 9", "text": "Nada."}])
    opened = site({("documents", "ley-ficticia"): law, ("routes", "ruta"): route})["documentos/ley-ficticia/"]

    assert [(one.part, one.by[0].what, one.by[0].link.text) for one in parts(opened)] == [
        ("Artículo 9", "Ruta", "Ruta")
    ]


@pytest.mark.parametrize(("kind", "said"), [("law", "Artículo 10"), ("plan", "10")])
def test_only_of_a_law_is_a_number_an_article(kind, said):
    assert said in [one.part for one in parts(pages(kind))]


def test_a_document_that_nobody_cites_has_no_such_section():
    opened = site({("documents", "nota"): record("documents")})["documentos/nota/"]

    assert parts(opened) == ()
    assert "Quién lo cita" not in html(opened)


def test_the_page_says_it_all_in_one_section():
    page = html(pages())

    assert page.count("Quién lo cita</h2>") == 1
    assert f'<a href="{TALK}?t=600#pasaje-600"><span class="hidden">Charla, en el </span>minuto 10:00</a>' in page
    assert "<dt>Sin decir qué parte</dt>" in page
