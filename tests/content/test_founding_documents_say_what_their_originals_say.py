"""The pages of the five founding documents say what the originals say, errors included.

The originals are not kept here; their words are in `originals/`, one statement (paragraph, list item, cell) to a line,
without Markdown. This is the one test of what real records say: the originals are finished and will not change, and an
edit that loses or mends their words must not pass unseen. What a page shows is what its reader would find in it.
"""

import html as escaping
import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from acervo.archive import addresses
from acervo.archive.archive import build
from acervo.outputs import dossiers
from acervo.records.catalogue.sums import adds_up, invested
from acervo.records.checks.checking import check_all
from acervo.records.models.document import Document
from acervo.records.models.kinds import KINDS
from acervo.records.models.labels import choices_of, inner_model
from tests.site.opening import SETTINGS, html, site

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"

PRACTICE = "practica-conferencias-dia-naranja"
GUADALAJARA = "red-interinstitucional-genero-guadalajara"
COACHING = "red-coaching-rcmspen"
MEETING = "informe-encuentro-imef-2023"
PLAN = "poa-2024-igualdad-jocotepec"
FOUNDING = (PRACTICE, GUADALAJARA, COACHING, MEETING, PLAN)

COURTESY, OUR_WORDS, LABEL = "courtesy formula", "a heading that the page words for all records", "label of its form"
LEFT_OUT = {
    (MEETING, "Distinguido Jefe de Gobierno,"): COURTESY,
    (MEETING, "Sin más por el momento, aprovecho la ocasión para enviarle un cordial saludo."): COURTESY,
    (MEETING, "ATENTAMENTE"): COURTESY,
    (GUADALAJARA, "Objetivos particulares:"): OUR_WORDS,
    (GUADALAJARA, "Justificación de la Red Interinstitucional y las Unidades de Género"): OUR_WORDS,
    (GUADALAJARA, "Invitación a formar parte de la Red"): OUR_WORDS,
    (COACHING, "Metas de la RCMSPEN"): OUR_WORDS,
    (COACHING, "Dirigido a:"): OUR_WORDS,
    (COACHING, "Ejes temáticos:"): OUR_WORDS,
    (COACHING, "Duración de la red:"): OUR_WORDS,
    (COACHING, "Etapas de la Red"): OUR_WORDS,
    (PLAN, "VISION 3 AÑOS"): OUR_WORDS,
    (PLAN, "MISION"): OUR_WORDS,
    (PLAN, "FORTALEZAS QUE IMPULSAN LA ACTIVIDAD DE LA DEPENDENCIA"): OUR_WORDS,
    (PLAN, "DEBILIDADES QUE RESTRINGEN LA ACTIVIDAD DE LA DEPENDENCIA"): OUR_WORDS,
    (PLAN, "OPORTUNIDADES QUE IMPULSAN LA ACTIVIDAD DE LA DEPENDENCIA"): OUR_WORDS,
    (PLAN, "AMENAZAS QUE RESTRINGEN LA ACTIVIDAD DE LA DEPENDENCIA"): OUR_WORDS,
    (PLAN, "Objetivo/FIN"): LABEL,
    (PLAN, "Estrategia/Objetivo Estratégico:"): LABEL,
    (PLAN, "Eje del PMD:"): LABEL,
    (PLAN, "Líneas de acción/Componente:"): LABEL,
    (PLAN, "Resultados/Impacto"): LABEL,
    (PLAN, "Directos:"): LABEL,
    (PLAN, "Beneficiados Directos:"): LABEL,
    (PLAN, "Beneficiados:"): LABEL,
    (PLAN, "Indirectos:"): LABEL,
    (PLAN, "Periodo de Tiempo:"): LABEL,
    (PLAN, "Evaluación por parte del Ayuntamiento:"): LABEL,
}
"""What no page repeats, and why."""

STATEMENTS = [
    (document, statement)
    for document in FOUNDING
    for statement in (HERE / "originals" / f"{document}.txt").read_text(encoding="utf-8").splitlines()
]

SIC = re.compile(r'<a class="sic".*?</a>|<em>\(sic\)</em>')
HIDDEN = re.compile(r"<script.*?</script>|<head>.*?</head>|<details class=\"cite\".*?</details>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"(?<=[.:;?])\s+|\s+(?=Indirectos:)|\s+(?=\(Mediante)")


@cache
def filed():
    files = {
        path.relative_to(DATA.parent).as_posix(): path.read_bytes()
        for path in sorted(DATA.rglob("*.yml"))
        if path.is_file()
    }
    found, problems = check_all(files)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return found


@cache
def archive():
    return {one.entry.key: KINDS[one.entry.kind].model.model_validate(one.tree) for one in filed()}


@cache
def pages():
    return site(archive())


def record(document: str) -> Document:
    return archive()["documents", document]


@cache
def page(document: str, kind: str = "documents") -> str:
    return html(pages()[addresses.record((kind, document))])


def bare(text: str) -> str:
    """Leave the words, in small letters, each between two spaces."""
    return f" {' '.join(WORD.findall(text.lower()))} "


@cache
def words(document: str, kind: str = "documents") -> str:
    return bare(escaping.unescape(TAG.sub(" ", HIDDEN.sub(" ", SIC.sub("", page(document, kind))))))


class Indexed(HTMLParser):
    """What the search reads of a page, as Pagefind takes it: within its body, without what is told to be ignored."""

    VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.within: list[tuple[bool, bool]] = [(False, False)]
        """For each open element, whether it is in the body of the page, and whether it is ignored."""
        self.parts: list[tuple[str, str]] = []
        """Each text and the last anchor before it."""
        self.anchor = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        body, ignored = self.within[-1]
        if re.fullmatch("h[1-6]", tag) and told.get("id"):
            self.anchor = str(told["id"])
        if tag not in self.VOID:
            self.within.append((
                body or "data-pagefind-body" in told,
                ignored or "data-pagefind-ignore" in told or tag in ("script", "style", "svg"),
            ))  # fmt: skip

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        body, ignored = self.within[-1]
        if body and not ignored:
            self.parts.append((self.anchor, data))


@cache
def indexed(document: str) -> tuple[str, ...]:
    """Return the words that the search finds on a page, below each heading to which a result of it leads."""
    found = Indexed(SIC.sub("", page(document))).parts
    anchors = dict.fromkeys(anchor for anchor, _ in found if anchor)
    return tuple(bare(" ".join(text for anchor, text in found if anchor == one)) for one in anchors)


@cache
def dossier(document: str) -> str:
    """Return the words of the document's data: the values, each after the label that its field has on every page."""
    made = build(one.entry for one in filed())
    told = json.loads(dossiers.render(("documents", document), record(document), made.cards, SETTINGS))

    def values(part: dict[str, Any], model: type[BaseModel]) -> Iterator[str]:
        for name, value in part.items():
            info = model.model_fields.get(name)
            labels = {str(choice): choice.label for choice in choices_of(info)} if info else {}
            inner = inner_model(info.annotation) if info else None
            yield info.title or "" if info else ""
            for one in value if isinstance(value, list) else [value]:
                yield from values(one, inner or BaseModel) if isinstance(one, dict) else [labels.get(one, str(one))]

    return bare(" ".join(values(told, Document)).replace("*(sic)*", ""))


def missing(document: str, statement: str, places: tuple[str, ...]) -> list[str]:
    """Return the sentences of a statement that are in none of the places and that nobody meant to leave out."""
    whole = any(bare(statement) in place for place in places)
    return [
        sentence
        for sentence in ([] if whole else SENTENCE.split(statement))
        if (document, sentence) not in LEFT_OUT and not any(bare(sentence) in place for place in places)
    ]


@pytest.mark.parametrize(("document", "statement"), STATEMENTS)
def test_what_the_original_says_is_on_its_page_in_its_data_and_where_a_result_of_the_search_leads(
    document: str, statement: str
) -> None:
    found = {"page": (words(document),), "data": (dossier(document),), "search": indexed(document)}

    assert {where: missing(document, statement, places) for where, places in found.items()} == {
        "page": [], "data": [], "search": [],
    }  # fmt: skip


def test_everything_left_out_is_in_an_original_and_not_on_its_page() -> None:
    said = {(document, part) for document, text in STATEMENTS for part in (text, *SENTENCE.split(text))}

    assert LEFT_OUT.keys() - said == set()
    assert [one for one in LEFT_OUT if LEFT_OUT[one] == COURTESY and bare(one[1]) in words(one[0])] == []


QUOTES = [
    (
        PRACTICE,
        "A partir de la puesta en marcha de Conozco Mi consumo, se han generado los siguientes beneficios:",
    ),
    (PRACTICE, "al interior del Senado de la República"),
    (PRACTICE, "https://unidadgenero.senado.gob.mx/actividades/conferencias-dia-naranja/videos-naranja-2024"),
    (PRACTICE, "https://www.youtube.com/channel/UCOop-fLLP6Ow-XkY4xbuogQ/content"),
    (PRACTICE, "Teléfono: 5345-3000, 5130-2200 Ext: 5973 (55) y 5345 3000 Ext. 5971"),
    (PRACTICE, "en el marco del día Naranja de cada mes"),
    (GUADALAJARA, "Prolgualdad"),
    (GUADALAJARA, "existen poco nodos de interconexión"),
    (GUADALAJARA, "problemáticas internas y externas que nos transversan"),
    (GUADALAJARA, "el ejercicio efectivo del derechos humanos de las mujeres"),
    (GUADALAJARA, "identificar a las y los servidores públicos"),
    (GUADALAJARA, "Modelo Único de Atención (MUAV)"),
    (GUADALAJARA, "Tels. 36 38 52 87, 88 y 89"),
    (GUADALAJARA, "Red Interinstitucional de Género"),
    (COACHING, "grupos mixtos de entre 35 mujeres"),
    (COACHING, "Ruta crítica y fechas clave"),
    (COACHING, "reunión nacional, reuniones grupales y regionales"),
    (COACHING, "Delimitar la finalidad de la mentoría"),
    (COACHING, "recopilará los informes de cada grupo y realizar un informe general"),
    (MEETING, "la preevención de las violencias"),
    (MEETING, "se revalorado"),
    (MEETING, "SECRETARIA DE LAS MUJERES"),
    (MEETING, "las 32 IMEF"),
    (MEETING, "las buenas practicas"),
    (PLAN, "ACTIVIDAD 5: Papelería/ Material de trabajo"),
    (PLAN, "Inversión: $700,000.00"),
    (PLAN, "Directos: 20,000 Personas"),
    (PLAN, "Proceso de duelo (negociación, ira, negociación, depresión, aceptación)"),
    (PLAN, "Talleres de tanatología en el mes de diciembre"),
    (PLAN, "No. Act. Realizadas/No. Act. Proyectadas * 100"),
    (PLAN, "Programa de iluminarias e infraestructura"),
    (PLAN, "Inversión: 15,000.00"),
]


@pytest.mark.parametrize(("document", "quote"), QUOTES)
def test_what_the_original_says_strangely_is_quoted_once_and_explained(document: str, quote: str) -> None:
    explained = [bool(oddity.note) for oddity in record(document).oddities if oddity.quote == quote]

    assert explained == [True]


@pytest.mark.parametrize(
    ("document", "date", "period"),
    [
        (PRACTICE, None, None),
        (GUADALAJARA, None, None),
        (COACHING, None, None),
        (MEETING, "2023-11-10", None),
        (PLAN, "2023-11-03", "2024-01-01/2024-12-31"),
    ],
)
def test_a_record_has_the_dates_that_its_original_bears_and_no_others(
    document: str, date: str | None, period: str | None
) -> None:
    found = record(document)

    assert (found.date and found.date.text, found.period and found.period.text) == (date, period)


def test_words_pasted_from_another_practice_are_quoted_and_never_told_as_a_fact() -> None:
    told = record(PRACTICE).model_copy(update={"oddities": ()})

    assert "Conozco Mi consumo" not in str(told)


def test_each_activity_keeps_the_label_that_the_original_gave_it() -> None:
    plan = record(PLAN).plan
    assert plan is not None

    assert [one.label for one in plan.activities] == [
        *("ACTIVIDAD 1", "ACTIVIDAD 2", "ACTIVIDAD 3", "ACTIVIDAD 4", "ACTIVIDAD 5", "ACTIVIDAD 5"),
    ]
    assert [f'id="actividad-{place}"' in page(PLAN) for place in range(1, 8)] == [True] * 6 + [False]


def test_the_two_sums_of_the_plan_are_given_side_by_side_and_not_reconciled() -> None:
    plan = record(PLAN).plan
    assert plan is not None
    found = invested(plan)
    assert found is not None
    assert plan.budget is not None

    # 30,000 + 5,000 + 0 + 15,000 + 30,000 + 57,000 = 137,000, counted by hand
    assert (str(found.total), found.told, found.of, str(plan.budget.amount)) == ("137000.00", 6, 6, "700000.00")
    assert not adds_up(plan)
    assert "El plan dice 700,000.00 y sus 6 actividades suman 137,000.00." in page(PLAN)
    assert "563,000" not in page(PLAN)
    assert "El documento no escribe la moneda." in page(PLAN)


def test_people_are_never_added_up() -> None:
    assert "dice 20,000 personas, más que todo el plan (15,000)" in page(PLAN)
    assert "27,500" not in page(PLAN)


def test_what_was_held_is_said_to_be_unknown_until_somebody_records_it() -> None:
    assert "Sin registro de lo realizado" in page(PLAN)


def test_both_versions_of_the_attendance_are_shown() -> None:
    (point,) = record(MEETING).discrepancies

    assert [version.says for version in point.versions] == [
        "«las titulares de las 32 IMEF»",
        "«casi todo el país» (cita a Inmujeres)",
    ]
    assert bare("Las fuentes no coinciden. «casi todo el país» (cita a Inmujeres), según Ruptura 360") in words(MEETING)


def test_no_number_of_groups_and_no_date_of_a_stage_is_made_up() -> None:
    found = record(COACHING)

    assert [(stage.period, stage.after) for stage in found.stages[:4]] == [(None, "")] * 4
    assert [survey.moment.value for survey in found.surveys] == ["before", "end", "later"]
    assert found.groups is not None
    assert found.groups.universe is not None
    assert found.groups.universe.number == 498


@pytest.mark.parametrize(("kind", "id_"), [("documents", GUADALAJARA), ("networks", GUADALAJARA)])
def test_each_of_the_seven_contents_leads_to_what_there_is_of_it_or_says_that_there_is_nothing(
    kind: str, id_: str
) -> None:
    shown = page(id_, kind)

    assert [f'id="contenido-{place}"' in shown for place in range(1, 9)] == [True] * 7 + [False]
    assert shown.count('class="plain shelves"') == 6
    assert shown.count("El acervo no tiene todavía un tema para este contenido.") == 1


def test_the_series_shows_the_six_steps_of_the_practice() -> None:
    practice = archive()["series", "conferencias-dia-naranja"].practice

    assert practice is not None
    assert practice.steps == record(PRACTICE).practice.steps
    assert [bare(step.text) in words("conferencias-dia-naranja", "series") for step in practice.steps] == [True] * 6
