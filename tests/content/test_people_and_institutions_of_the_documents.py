"""The people, institutions and dates of the founding documents are on the pages of their records, in those words."""

import pytest

from acervo.archive import archive as archives
from acervo.archive.tenures import Tenure, day, tenures
from acervo.records.catalogue.entry import describe
from tests.content.test_founding_documents_say_what_their_originals_say import archive, bare, words

MEETING_DAY, NOTE_DAY, PLAN_DAY = "2023-10-26", "2023-11-10", "2023-11-03"
PEOPLE = [
    ("mara-lezama-espinosa", "Mtra.", "Gobernadora del Estado de Quintana Roo", MEETING_DAY),
    (
        "clara-luz-flores-carrales",
        "Mtra.",
        "Secretaria Ejecutiva del Sistema Nacional de Seguridad Pública",
        MEETING_DAY,
    ),
    ("nadine-gasman-zylbermann", "Dra.", "Presidenta del Instituto Nacional de las Mujeres", MEETING_DAY),
    (
        "fabiola-alanis-samano",
        "Dra.",
        "Comisionada Nacional para Prevenir y Erradicar la Violencia Contra las Mujeres",
        MEETING_DAY,
    ),
    ("ingrid-gomez-saracibar", "Psic.", "Secretaria de las Mujeres", NOTE_DAY),
    ("marti-batres-guadarrama", "Mtro.", "Jefe de Gobierno", NOTE_DAY),
    ("norma-irene-de-la-cruz-magana", "", "Consejera Electoral", ""),
    ("andrea-casandra-reyes-morales", "", "Responsable del POA 2024", PLAN_DAY),
]
"""By person: honorific, office as the document has it, the day on which the document shows it."""
INSTITUTIONS = [
    ("senado-utig", "unidaddegenero@senado.gob.mx"),
    ("senado-utig", "5345-3000, 5130-2200 Ext: 5973 (55) y 5345 3000 Ext. 5971"),
    ("senado-utig", "Av. Paseo de la Reforma No. 135, Col. Tabacalera, 06030. Alcaldía Cuauhtémoc, CDMX."),
    ("senado-utig", "Unidad de Género"),
    ("inmujeres-gdl", "InMujeresGDL"),
    ("inmujeres-gdl", "Instituto Municipal de las Mujeres en Guadalajara"),
    ("inmujeres-gdl", "Calle Mitla No. 386, Colonia Monumental"),
    ("inmujeres-gdl", "Tels. 36 38 52 87, 88 y 89"),
    ("inmujeres-gdl", "www.immg.gob.mx"),
    ("ine-utigynd", "Unidad Técnica de Igualdad de Género y No Discriminación"),
    ("ine-utigynd", "UTIGyND"),
    ("ine-comision-igualdad", "Comisión de Igualdad de Género y No Discriminación"),
    (
        "conago-comision-igualdad",
        "Comisión de Igualdad de la Conferencia Nacional de Gobernadoras y Gobernadores (CONAGO)",
    ),
    ("cdmx-secretaria-mujeres", "SECRETARIA DE LAS MUJERES"),
    ("jocotepec-direccion-igualdad", "Dirección de Igualdad Sustantiva entre Mujeres y Hombres"),
    ("jocotepec-direccion-planeacion", "Dirección de Planeación y Agenda para el Desarrollo Municipal"),
]
"""What a document says of an institution."""


def held(person: str) -> list[Tenure]:
    """Return the tenures of a person, those of the institutions' pages too."""
    entries = (
        describe(kind, id_, f"data/{kind}/{id_}.yml", 1, "0" * 32, one) for (kind, id_), one in archive().items()
    )
    return [*tenures(archives.build(entries)).get(("speakers", person), ())]


@pytest.mark.parametrize(("person", "honorific", "office", "seen"), PEOPLE)
def test_a_person_has_the_office_that_the_document_shows_on_its_day(
    person: str, honorific: str, office: str, seen: str
) -> None:
    found = [one for one in held(person) if office in one.office]

    assert [one.person for one in found[:1]] == [person]
    assert not seen or [one for one in found if day(one.first) <= seen <= day(one.last)]
    assert bare(office) in words(person, "speakers")
    assert getattr(archive()["speakers", person], "honorific", None) == honorific


@pytest.mark.parametrize(("institution", "said"), INSTITUTIONS)
def test_an_institution_is_told_in_the_words_of_the_document(institution: str, said: str) -> None:
    assert bare(said) in words(institution, "institutions")


@pytest.mark.parametrize(
    ("institution", "name"),
    [
        ("conavim", "Fabiola Alanís Sámano"),
        ("cdmx-secretaria-mujeres", "Ingrid Gómez Saracíbar"),
        ("gobierno-quintana-roo", "Mara Lezama Espinosa"),
        ("jocotepec-direccion-igualdad", "Andrea Casandra Reyes Morales"),
    ],
)
def test_an_institution_names_who_was_seen_in_office(institution: str, name: str) -> None:
    assert bare(name) in words(institution, "institutions")
