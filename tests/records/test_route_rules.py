"""What a route may not say: by itself, and against the recordings and documents that it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.catalogue.entry import Step, describe
from acervo.records.checks import coherence, rules
from acervo.records.checks.rules import Catalogue
from acervo.records.checks.sentences import SENTENCES
from acervo.records.checks.validation import validate
from acervo.records.models import moments
from acervo.records.models.route import Route
from tests.records.entries import entry

LEAST = {"title": "Ruta ficticia", "updated": "2026-01-02", "sources": [{"title": "Invención"}]}
TALK = entry("conferences/una-charla", video="NubeFictici")
NOTE = entry("documents/una-nota", sections=("Objetivo general", "Etapas", "Etapas"))
BARE = entry("documents/nota-vacia")


def route(*steps: dict[str, str]) -> Route:
    found = validate(Route, {**LEAST, "steps": list(steps)})
    assert isinstance(found, Route), found
    return found


def itself(*steps: dict[str, str]) -> list[tuple[str, str]]:
    """Return what a route says against itself: field and code."""
    return [(".".join(finding.path), finding.code) for finding in coherence.check(route(*steps))]


def against(*steps: Step, durations: dict[str, int] | None = None) -> list[tuple[str, str, dict[str, object]]]:
    """Return what a route says against what it names: field, code and details."""
    one = entry("routes/una-ruta", steps=steps)
    catalogue = Catalogue([one, TALK, NOTE, BARE], durations=durations or {})
    told = list(rules.steps_fit_what_they_name(catalogue))
    assert all(about is one for about, _ in told)
    return [(".".join(finding.path), finding.code, dict(finding.details)) for _, finding in told]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"conference": "una-charla"}, []),
        ({"conference": "una-charla", "start": "1:00", "end": "1:01"}, []),
        ({"conference": "una-charla", "end": "0:01"}, []),
        ({"document": "una-nota", "section": "Etapas"}, []),
        ({"topic": "nubes"}, []),
        ({"gap": "Todo"}, []),
        ({"note": "Nada"}, [("steps.0", "step_empty")]),
        ({"part": "Primera", "title": "Título"}, [("steps.0", "step_empty")]),
        ({"conference": "una-charla", "gap": "Algo"}, [("steps.0.gap", "step_several")]),
        (
            {"conference": "una-charla", "document": "una-nota", "topic": "nubes"},
            [("steps.0.document", "step_several")],
        ),
        ({"topic": "nubes", "start": "1:00"}, [("steps.0.start", "step_moments")]),
        ({"gap": "Algo", "end": "1:00"}, [("steps.0.end", "step_moments")]),
        ({"topic": "nubes", "section": "Etapas"}, [("steps.0.section", "step_section")]),
        ({"conference": "una-charla", "start": "1:00", "end": "1:00"}, [("steps.0.end", "step_end")]),
        ({"conference": "una-charla", "start": "1:00", "end": "0:59"}, [("steps.0.end", "step_end")]),
        ({"conference": "una-charla", "end": "0:00"}, [("steps.0.end", "step_end")]),
        (
            {"start": "1:00", "section": "Etapas"},
            [("steps.0", "step_empty"), ("steps.0.start", "step_moments"), ("steps.0.section", "step_section")],
        ),
    ],
)
def test_a_step_is_one_thing_and_says_nothing_that_does_not_belong_to_it(step, told) -> None:
    assert itself(step) == told


def test_a_route_has_a_step() -> None:
    assert [finding.code for finding in validate(Route, {**LEAST, "steps": []})] == ["list_empty"]
    assert [finding.code for finding in validate(Route, LEAST)] == ["missing"]


@pytest.mark.parametrize("moment", ["12", "1:60", "-1:00", "1:00:00:00", "١:٠٠", "ahora"])
def test_a_moment_is_written_as_everywhere(moment) -> None:
    found = validate(Route, {**LEAST, "steps": [{"conference": "una-charla", "start": moment}]})

    assert [(".".join(finding.path), finding.code) for finding in found] == [("steps.0.start", "moment_shape")]


@pytest.mark.parametrize(
    ("start", "end", "fields"),
    [
        (0, 0, []),
        (0, 600, []),
        (599, 600, []),
        (599, 0, []),
        (600, 0, ["steps.0.start"]),
        (0, 601, ["steps.0.end"]),
        (700, 800, ["steps.0.end"]),
    ],
)
def test_no_step_goes_on_after_the_recording(start, end, fields) -> None:
    told = against(("conferences", "una-charla", start, end, ""), durations={"NubeFictici": 600})

    assert [(field, code) for field, code, _ in told] == [(field, "step_beyond") for field in fields]
    assert all(details["duration"] == "10:00" for *_, details in told)


def test_of_a_recording_whose_length_nobody_knows_any_second_may_be_named() -> None:
    step = ("conferences", "una-charla", 100_000, 200_000, "")

    assert (against(step), against(step, durations={"NubeFictici": 0})) == ([], [])


def test_a_section_is_one_of_its_document_word_by_word() -> None:
    near = {
        "section": "Objetivo generla",
        "path": "data/documents/una-nota.yml",
        "suggestion": "Objetivo general",
        "sections": "«Objetivo general»; «Etapas»; «Etapas»",
    }

    assert against(("documents", "una-nota", 0, 0, "Etapas")) == []
    assert against(("documents", "una-nota", 0, 0, "")) == []
    assert against(("topics", "nubes", 0, 0, ""), ("documents", "una-nota", 0, 0, near["section"])) == [
        ("steps.1.section", "step_section_unknown", near)
    ]
    assert [code for _, code, _ in against(("documents", "nota-vacia", 0, 0, "Etapas"))] == ["step_without_sections"]


def test_what_is_not_there_is_told_by_the_rule_of_references_only() -> None:
    assert (
        against(("conferences", "ninguna", 9, 8, ""), ("documents", "ninguno", 0, 0, "Nada"), ("", "", 0, 0, "")) == []
    )


def test_the_catalogue_knows_a_step_as_the_editor_wrote_it() -> None:
    made = route(
        {"conference": "una-charla", "start": "1:02:03", "end": "1:03:00"},
        {"document": "una-nota", "section": "Etapas"},
        {"topic": "nubes"},
        {"gap": "Algo"},
    )
    told = describe("routes", "una-ruta", "data/routes/una-ruta.yml", 1, "0" * 32, made)

    assert told.steps == (
        ("conferences", "una-charla", 3723, 3780, ""),
        ("documents", "una-nota", 0, 0, "Etapas"),
        ("topics", "nubes", 0, 0, ""),
        ("", "", 0, 0, ""),
    )
    assert [reference[:3] for reference in told.references] == [
        ("steps.0.conference", "conferences", "una-charla"),
        ("steps.1.document", "documents", "una-nota"),
        ("steps.2.topic", "topics", "nubes"),
    ]


MOMENTS = st.integers(0, 40_000).map(moments.text)
FIELDS = {
    "conference": st.just("una-charla"),
    "document": st.just("una-nota"),
    "topic": st.just("nubes"),
    "gap": st.text(min_size=1, max_size=20),
    "start": MOMENTS,
    "end": MOMENTS,
    "section": st.sampled_from(["Etapas", "Etapa", "🧡", "<b>"]),
    "note": st.text(max_size=20),
}


@given(st.lists(st.fixed_dictionaries({}, optional=FIELDS), min_size=1, max_size=4), st.integers(0, 50_000))
def test_whatever_the_steps_are_each_is_told_in_words_or_can_be_followed(steps, duration) -> None:
    made = validate(Route, {**LEAST, "steps": steps})
    if isinstance(made, list):
        return
    own = {finding.path[1] for finding in coherence.check(made)}
    told = describe("routes", "una-ruta", "data/routes/una-ruta.yml", 1, "0" * 32, made)
    between = against(*told.steps, durations={"NubeFictici": duration})

    assert all(code in SENTENCES for _, code, _ in between)
    wrong = own | {field.split(".")[1] for field, *_ in between}
    for place, (kind, _, start, end, section) in enumerate(told.steps):
        if str(place) in wrong:
            continue
        assert not end or end > start
        assert kind != "conferences" or not duration or (start < duration and end <= duration)
        assert not section or section in NOTE.sections
