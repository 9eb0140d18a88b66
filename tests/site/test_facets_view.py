"""The facets of a conference say what is known, and only that."""

from dataclasses import replace

import pytest

from acervo.archive.holding import CaptionFile, Holding
from acervo.archive.snapshot import Snapshot
from acervo.archive.transcript import transcript
from acervo.records.models.conference import Conference
from acervo.site.page import Opened
from acervo.site.views.parts.facets import band, facets
from bench.speech import track
from tests.site.opening import record, site

VIDEO = "ejemplo0001"
KEY = ("conferences", "charla")


def opened(snapshot: Snapshot | None = None, **fields: object) -> Opened:
    """Open the page of a conference with these fields."""
    pages = site(
        {KEY: record("conferences", **fields), ("series", "ciclo"): record("series", title="Ciclo ficticio")},
        {VIDEO: snapshot} if snapshot else {},
    )
    return pages["conferencias/charla/"]


def told(page: Opened) -> list[tuple[str, str]]:
    assert isinstance(page.record, Conference)
    return [(facet.name, facet.value) for facet in facets(page, page.record)]


def test_of_a_conference_that_little_is_known_of_nothing_is_said():
    assert told(opened()) == []


def test_everything_known_is_a_facet():
    page = opened(
        Snapshot(id=VIDEO, duration=31 * 60),
        series="ciclo",
        place={"name": "Villa Ejemplo", "state": "YUC"},
        recording={"youtube": VIDEO, "captions": "reviewed", "sign_language": "yes"},
        resources=[{"title": "Láminas", "url": "https://ejemplo.example/x.pdf"}],
    )
    page = replace(page, transcript=transcript("x.vtt", track(VIDEO, ["hola"])))

    assert told(page) == [
        ("ciclo", "Ciclo ficticio"),
        ("estado", "Yucatán"),
        ("duracion", "De 31 a 60 minutos"),
        ("tiene", "Transcripción"),
        ("tiene", "Subtítulos hechos o revisados por personas"),
        ("tiene", "Lengua de Señas Mexicana"),
        ("tiene", "Documentos"),
    ]


@pytest.mark.parametrize(("state", "expected"), [("automático", []), ("reviewed", ["tiene"])])
def test_a_machines_captions_are_no_captions_by_people(state, expected):
    kept = CaptionFile("x", "x.vtt", "0", "es", "automatic", "automatic" if state == "automático" else state)
    page = replace(opened(), holding=Holding(None, (kept,), None))

    assert [name for name, _ in told(page)] == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (1, "Hasta 30 minutos"),
        (1_800, "Hasta 30 minutos"),
        (1_801, "De 31 a 60 minutos"),
        (3_600, "De 31 a 60 minutos"),
        (5_400, "De 61 a 90 minutos"),
        (5_401, "Más de 90 minutos"),
    ],
)
def test_a_duration_falls_into_one_band(seconds, expected):
    assert band(seconds) == expected
