"""The pages of evaluations: nothing on them, in their data or in what the search reads is of too few people."""

import html as escaping
import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from acervo.records.checks.disclosure import MINIMUM, merged
from acervo.records.models.scales import STEPS, Scale
from acervo.site.views.parts import tally
from tests.site.opening import SETTINGS, html, record, site

CELLS = re.compile(r'<td class="right">([\d,]+)</td>')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
OWN = STEPS[Scale.AGREEMENT]


def evaluation(counts, options=(), shares=(), **more):
    """Make an evaluation whose record says even what no record may."""
    answers = [{"answer": step, "n": str(people)} for step, people in zip(OWN, counts, strict=True)]
    questions = [{"question": "El tema fue claro", "scale": "agreement", "answers": answers}]
    if options:
        chosen = [{"answer": f"Modo {chr(65 + place)}", "n": str(people)} for place, people in enumerate(options)]
        questions.append({"question": "¿Cómo participó?", "scale": "options", "answers": chosen})
    told = {
        "title": "Evaluación de prueba",
        "conference": "charla",
        "moment": "after",
        "answered": str(sum(counts)),
        "questions": questions,
    }
    if shares:
        names = [{"name": f"Instituto {chr(65 + place)}", "n": str(people)} for place, people in enumerate(shares)]
        told["attendance"] = {"n": str(sum(shares)), "institutions": names}
    return record("evaluations", **told | more)


def pages_of(one, settings_=SETTINGS):
    """Print the page of an evaluation, of what was evaluated, and of all of them."""
    records = {("conferences", "charla"): record("conferences"), ("evaluations", "una"): one}
    found = site(records, settings=settings_)
    return [html(found[path]) for path in ("evaluaciones/una/", "conferencias/charla/", "evaluaciones/")]


@settings(max_examples=60)
@given(
    st.lists(st.integers(0, 40), min_size=5, max_size=5),
    st.lists(st.integers(0, 40), min_size=1, max_size=6),
    st.lists(st.integers(0, 40), min_size=1, max_size=6),
)
def test_no_figure_is_of_fewer_people_than_the_minimum(counts, options, shares):
    page, talk, every = pages_of(evaluation(counts, options, shares))

    for figure in CELLS.findall(page):
        assert int(figure.replace(",", "")) >= MINIMUM
    for one in (page, talk, every):
        shown = escaping.unescape(re.sub(r"<head>.*?</head>|<(?:[^>\"]|\"[^\"]*\")*>", " ", one, flags=re.DOTALL))
        for people in re.findall(r"(\d[\d,]*) personas", shown):
            assert int(people.replace(",", "")) >= MINIMUM
        for data in DATA.findall(one):
            assert not re.search(r":\s*\d", data.replace('"position":', ""))


@settings(max_examples=60)
@given(st.lists(st.integers(1, 12), min_size=5, max_size=5), st.integers(0, 3))
def test_two_groups_of_people_that_are_told_alike_give_the_same_pages_to_the_last_byte(counts, place):
    moved = list(counts)
    moved[place] -= 1
    moved[place + 1] += 1
    assume(merged(counts) == merged(moved))

    assert pages_of(evaluation(counts)) == pages_of(evaluation(moved))


def test_a_site_may_ask_for_more_people():
    (page, *_) = pages_of(evaluation((12, 12, 12, 12, 60)), SETTINGS.__class__(**{**_fields(), "minimum": 30}))

    assert CELLS.findall(page) == ["36", "72"]


def _fields():
    return {name: getattr(SETTINGS, name) for name in SETTINGS.__dataclass_fields__}


def test_the_answers_of_few_people_are_withheld_and_it_is_said():
    page, talk, every = pages_of(evaluation((0, 0, 1, 2, 4), shares=(3, 4)))

    assert "Respondieron menos de 10 personas" in page
    assert "Menos de 10" in page
    assert "<svg" not in page
    assert "media" not in talk + every


def test_how_many_did_not_answer_cannot_be_computed():
    few, enough = (pages_of(evaluation((10, 10, 10, 10, 10), invited=invited))[0] for invited in ("55", "60"))

    assert "Personas invitadas" not in few
    assert "Proporción" not in few
    assert "83 %" in enough


def test_a_mean_is_exact_only_when_every_step_is_told():
    def mean(*counts):
        answers = tuple((step, step, float(people)) for step, people in zip(OWN, counts, strict=True))
        return tally.mean(("P", "agreement", answers), MINIMUM)

    assert mean(10, 10, 10, 10, 10) == (3.0, 3.0, 5)
    assert mean(10, 10, 10, 10, 10).text == "3.0 de 5"
    assert mean(1, 9, 10, 20, 20).text == "entre 3.6 y 3.9 de 5"
    assert mean(1, 2, 3, 1, 1) is None


def test_those_without_an_answer_may_be_in_no_step_and_never_weigh_on_the_mean():
    answers = (("Sin respuesta", "Muy en desacuerdo", 10.0), ("Muy de acuerdo", "Muy de acuerdo", 30.0))

    assert tally.mean(("P", "agreement", answers), MINIMUM) == (4.0, 5.0, 5)
    assert tally.mean(("P", "agreement", (("Sin respuesta", "Sin respuesta", 10.0), *answers[1:])), MINIMUM).text == (
        "5.0 de 5"
    )


def test_the_chart_says_in_words_what_the_table_says():
    (page, *_) = pages_of(evaluation((10, 20, 30, 0, 40)))

    title = re.search(r'role="img".*?<title>(.*?)</title>', page, re.DOTALL)
    assert title
    assert title[1] == (
        "El tema fue claro: Muy en desacuerdo, 10 % (10); En desacuerdo, 20 % (20); "
        "Ni de acuerdo ni en desacuerdo, 30 % (30); De acuerdo o muy de acuerdo, 40 % (40)."
    )


def test_a_question_asked_twice_is_told_over_time_and_by_topic():
    first = evaluation((10, 10, 10, 10, 10), date="2024-03", topics=["cuidados"])
    second = evaluation(
        (10, 10, 10, 10, 60), date="2025-03", topics=["cuidados"], title="Otra", moment="later", months="4"
    )
    records = {
        ("topics", "cuidados"): record("topics", title="Cuidados"),
        ("conferences", "charla"): record("conferences", series="ciclo"),
        ("series", "ciclo"): record("series", title="Ciclo"),
        ("evaluations", "una"): first,
        ("evaluations", "otra"): second,
    }
    found = site(records)
    page = html(found["evaluaciones/"])

    assert page.count("<circle") == 2
    assert "El tema fue claro, media en cada evaluación: marzo de 2024, 3.0 de 5; marzo de 2025, 4.0 de 5." in page
    assert re.search(r"Cuidados</a></th><td class=\"right\">2</td><td class=\"right\">150</td><td>3.7 de 5", page)
    assert "4 meses después" in page
    assert "El tema fue claro: media 4.0 de 5" in html(found["ciclos/ciclo/"])


def test_without_evaluations_there_is_neither_page_nor_section():
    found = site({("conferences", "charla"): record("conferences")})

    assert not [path for path in found if path.startswith("evaluaciones")]
    assert "Evaluaciones" not in html(found["conferencias/charla/"])


def test_many_evaluations_are_listed_page_by_page_and_compared_on_the_first():
    records = {("conferences", "charla"): record("conferences")} | {
        ("evaluations", f"una-{number:03}"): evaluation(
            (10, 10, 10, 10, 10), date=f"2025-{number % 12 + 1:02}", title=f"Evaluación {number}"
        )
        for number in range(120)
    }
    found = site(records)
    first, second, third = (html(found[f"evaluaciones/{path}"]) for path in ("", "pagina/2/", "pagina/3/"))

    assert [page.count('<li class="row">') for page in (first, second, third)] == [50, 50, 20]
    assert [page.count("<circle") for page in (first, second, third)] == [50, 0, 0]
    assert "Son las más recientes; antes se preguntó en 70 más." in first
    assert "120 evaluaciones" in first
    assert "120 evaluaciones" in third
    assert '<a href="../evaluaciones/pagina/2/" rel="next">' in first
