"""Whatever an editor writes is shown: every field of every kind of record, and its label."""

import html as escaping
import re

import pytest

from acervo.archive import addresses
from acervo.records.models.conference import Conference
from acervo.records.models.kinds import KINDS
from tests.site.filling import UNPUBLISHED, fill
from tests.site.opening import html, record, site

INVISIBLE = re.compile(r"<script.*?</script>|<head>.*?</head>", re.DOTALL)


def page_of(kind, fields, named=()):
    """Print the page of one record among those it names."""
    records = {target: record(target[0], title=f"Ficha {target[1]}") for target in named}
    records[kind, "ficha-llena"] = record(kind, **fields)
    return html(site(records)[addresses.record((kind, "ficha-llena"))])


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_shown_on_the_page(kind):
    filled = fill(KINDS[kind].model)
    seen = escaping.unescape(INVISIBLE.sub("", page_of(kind, filled.tree, filled.named)))

    missing = {path: shown for path, shown in filled.shown.items() if shown not in seen}

    assert missing == {}


@pytest.mark.parametrize("kind", KINDS)
def test_what_only_editors_read_stays_unpublished(kind):
    page = page_of(kind, {"notes": "palabrasecreta"})

    assert {"notes", "draft", "title_patterns", "ignored_videos"} == UNPUBLISHED
    assert "palabrasecreta" not in page


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_with_nothing_but_what_is_required_has_a_page(kind):
    page = page_of(kind, {})

    assert "Ficha ficticia</h1>" in page
    assert "None" not in page


def test_an_unknown_date_is_said():
    assert "Fecha desconocida" in page_of("conferences", {})


def test_the_labels_of_a_conference_are_those_of_the_schema():
    filled = fill(Conference)
    page = page_of("conferences", filled.tree, filled.named)
    shown_in_facts = ("date", "series", "institution", "modality", "place", "audience", "kind")

    labels = {name: Conference.model_fields[name].title for name in shown_in_facts}

    assert [name for name, label in labels.items() if f"<dt>{label}</dt>" not in page] == []


def test_a_withdrawn_record_shows_its_notice_and_nothing_else():
    page = page_of(
        "conferences",
        {
            "title": "Sesión retirada",
            "summary": "palabraretirada",
            "withdrawn": {"date": "2025-03-04", "reason": "A petición de la persona"},
        },
    )

    assert "4 de marzo de 2025" in page
    assert "A petición de la persona" in page
    assert "palabraretirada" not in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_former_address_leads_to_the_record():
    pages = site({("topics", "cuidados"): record("topics", title="Cuidados", formerly=["los-cuidados"])})

    page = html(pages["temas/los-cuidados/"])

    assert '<meta http-equiv="refresh" content="0; url=../../temas/cuidados/">' in page
    assert '<link rel="canonical" href="https://ficticio.example/archivo/temas/cuidados/">' in page
    assert '<html lang="es">' in page


def test_a_person_without_a_page_is_not_named():
    hidden = record("speakers", title="Nombre Reservado", withdrawn={"date": "2025-03-04", "reason": "A petición"})
    talk = record("conferences", people=[{"person": "persona-x", "role": "speaker", "office": "Directora"}])

    page = html(site({("speakers", "persona-x"): hidden, ("conferences", "charla"): talk})["conferencias/charla/"])

    assert "Nombre Reservado" not in page
    assert "Persona sin ficha pública" in page
    assert "Directora" not in page
