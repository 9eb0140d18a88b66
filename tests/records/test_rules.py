"""What must hold between records: each rule by a table of entries and of what it finds."""

import random

import pytest

from acervo.records.checks import rules
from acervo.records.checks.names import alike
from acervo.records.checks.rules import Catalogue, check
from tests.records.entries import entry


def found(rule, *entries, broken=()):
    """Return what a rule finds, as (record, field, code, the details that matter)."""
    return [
        (f"{about.kind}/{about.id}", ".".join(finding.path), finding.code, dict(finding.details))
        for about, finding in rule(Catalogue(entries, broken))
    ]


def conference(id_, *references, **told):
    return entry(f"conferences/{id_}", references=tuple((*reference, "") for reference in references), **told)


NUBE = ("people.0.person", "speakers", "zutana-nubosa")


def test_a_reference_to_nobody_names_the_nearest_id() -> None:
    assert found(rules.references_exist, conference("una", NUBE), entry("speakers/zutana-nuboza")) == [
        (
            "conferences/una",
            "people.0.person",
            "unknown_reference",
            {"id": "zutana-nubosa", "where": "data/speakers", "suggestion": "zutana-nuboza"},
        ),
    ]


def test_a_reference_to_a_former_id_names_the_present_one() -> None:
    renamed = entry("speakers/mengana", formerly=("zutana-nubosa",))

    assert [
        details["suggestion"] for *_, details in found(rules.references_exist, conference("una", NUBE), renamed)
    ] == ["mengana"]


def test_a_reference_to_the_same_id_of_another_kind_is_to_nobody() -> None:
    topic = ("topics.0", "topics", "zutana-nubosa")

    assert found(rules.references_exist, conference("una", topic), entry("speakers/zutana-nubosa")) == [
        (
            "conferences/una",
            "topics.0",
            "unknown_reference",
            {"id": "zutana-nubosa", "where": "data/topics.yml", "suggestion": ""},
        ),
    ]


@pytest.mark.parametrize("broken", [("speakers", "zutana-nubosa"), ("speakers", "")])
def test_nobody_is_blamed_for_naming_a_record_that_has_errors_of_its_own(broken) -> None:
    assert found(rules.references_exist, conference("una", NUBE), broken=[broken]) == []


def test_a_reference_to_a_record_that_is_there_is_fine() -> None:
    assert check([conference("una", NUBE), entry("speakers/zutana-nubosa")]) == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ({"draft": True}, "refers_to_draft"),
        ({"draft": True, "withdrawn": True}, "refers_to_withdrawn"),
    ],
)
def test_what_is_published_names_nothing_hidden(target, code) -> None:
    person = entry("speakers/zutana-nubosa", **target)

    assert found(rules.references_are_public, conference("una", NUBE), person) == [
        (
            "conferences/una",
            "people.0.person",
            code,
            {"id": "zutana-nubosa", "path": "data/speakers/zutana-nubosa.yml"},
        ),
    ]


def test_what_is_published_names_no_withdrawn_record_but_for_people_who_took_part() -> None:
    talk = conference("una", NUBE, ("institution", "institutions", "oficina-nube"))
    person = entry("speakers/zutana-nubosa", withdrawn=True)
    office = entry("institutions/oficina-nube", withdrawn=True)

    assert found(rules.references_are_public, talk, person, office) == [
        (
            "conferences/una",
            "institution",
            "refers_to_withdrawn",
            {"id": "oficina-nube", "path": "data/institutions/oficina-nube.yml"},
        ),
    ]


@pytest.mark.parametrize("hidden", [{"draft": True}, {"withdrawn": True}])
def test_what_is_hidden_may_name_what_is_hidden(hidden) -> None:
    assert (
        found(
            rules.references_are_public,
            conference("una", NUBE, **hidden),
            entry("speakers/zutana-nubosa", draft=True),
        )
        == []
    )


@pytest.mark.parametrize(("duration", "codes"), [(600, ["passage_beyond"]), (601, []), (0, [])])
def test_no_passage_goes_on_after_the_recording(duration, codes) -> None:
    talk = conference("una", video="NubeFictici", passages_end=600)
    told = check([talk], durations={"NubeFictici": duration})

    assert [(".".join(finding.path), finding.code) for _, finding in told] == [
        ("recording.passages", code) for code in codes
    ]


def institution(id_, **fields):
    return entry(
        f"institutions/{id_}",
        references=tuple((field, "institutions", to, "") for field, to in fields.items()),
    )


@pytest.mark.parametrize(
    ("records", "circles"),
    [
        ([institution("a", parent="a")], ["institutions/a: a → a"]),
        (
            [institution("a", parent="b"), institution("b", parent="a"), institution("c", parent="a")],
            ["institutions/b: a → b → a"],
        ),
        ([institution("a", parent="b"), institution("b", successor="a")], []),
        ([institution("a", parent="b"), institution("b", parent="c"), institution("d", parent="b")], []),
        (
            [institution(f"n{i}", parent=f"n{(i + 1) % 50}") for i in range(50)],
            [f"institutions/n9: {' → '.join(f'n{i}' for i in (*range(50), 0))}"],
        ),
    ],
)
def test_nothing_contains_itself(records, circles) -> None:
    told = found(rules.references_do_not_turn_in_circles, *records)

    assert [f"{about}: {details['circle']}" for about, _, _, details in told] == circles


def test_one_video_is_one_record() -> None:
    records = [
        entry(f"conferences/{id_}", video=video)
        for id_, video in (("b", "V1"), ("a", "V1"), ("c", ""), ("d", ""), ("e", "V2"))
    ]

    assert found(rules.one_video_is_one_record, *records) == [
        (
            "conferences/b",
            "recording.youtube",
            "video_twice",
            {"video": "V1", "path": "data/conferences/a.yml"},
        ),
    ]


def test_ids_are_unique_within_a_kind_capitals_aside() -> None:
    records = [entry("conferences/nube"), entry("conferences/Nube"), entry("speakers/nube")]

    assert found(rules.ids_are_unique, *records) == [
        ("conferences/nube", "", "id_twice", {"id": "nube", "path": "data/conferences/Nube.yml"}),
    ]


def test_a_former_id_belongs_to_one_record_and_to_no_living_one() -> None:
    records = [
        entry("speakers/a", formerly=("x", "b")),
        entry("speakers/b"),
        entry("speakers/c", formerly=("y", "x")),
        entry("conferences/d", formerly=("x",)),
    ]

    assert found(rules.ids_are_unique, *records) == [
        ("speakers/c", "formerly.1", "former_id_twice", {"id": "x", "path": "data/speakers/a.yml"}),
        ("speakers/a", "formerly.1", "former_id_living", {"id": "b", "path": "data/speakers/b.yml"}),
    ]


@pytest.mark.parametrize(
    ("one", "other", "suspicious"),
    [
        ("Zutana Nubosa", "ZUTANA NUBOSA", True),
        ("Zutana Núbosa", "Zutana Nubosa", True),
        ("Zutana Nubosa", "Nubosa Zutana", True),
        ("Zulma Nubosa Mata", "Sulma Nubosa Mata", True),
        ("Zutana Nubosa", "Zutana Nubossa", True),
        ("Zutana Nubosa", "Zutana Nuobsa", True),
        ("Zutana Muñoz", "Zutana Munoz", True),
        ("Ana-María Nubosa", "Ana María Nubosa", True),
        ("Zutana Nubosa", "Zutano Nubosa", True),
        ("Zutana Nubosa", "Zutana Lluvia", False),
        ("Zutana Nubosa", "Mengana Nubosa", False),
        ("Ana Nubosa", "Eva Nubosa", False),
        ("Zutana Nubosa", "Zutana Nubosa Mata", False),
        ("Nubosa", "Nubossa", False),
    ],
)
def test_names_are_suspicious_when_accents_order_or_one_letter_tell_them_apart(one, other, suspicious) -> None:
    assert alike({"a": one, "b": other}) == ([("a", "b")] if suspicious else [])


def test_two_people_with_names_alike_are_told_once_and_silenced_by_a_variant() -> None:
    one = entry("speakers/a", title="Zutana Nubosa")
    other = entry("speakers/b", title="Zutana Nuboza")
    named = other._replace(names=("Zutana Nubosa",))

    assert found(rules.names_are_distinct, one, other) == [
        ("speakers/b", "title", "names_alike", {"other": "Zutana Nubosa", "path": "data/speakers/a.yml"}),
    ]
    assert found(rules.names_are_distinct, one, named) == []


def test_the_twin_of_a_name_is_found_among_ten_thousand() -> None:
    chance = random.Random(25)
    syllables = [first + second for first in "bcdfglmnprstvz" for second in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(3000)]
    names = {f"p{number}": " ".join(chance.choices(words, k=3)) for number in range(10_000)}
    names["twin"] = names["p7"].upper()

    assert ("p7", "twin") in alike(names)


def test_two_topics_do_not_have_one_name() -> None:
    records = [
        entry("topics/b", title="Género"),
        entry("topics/a", title="GENERO"),
        entry("topics/c", title="Géneros"),
    ]

    assert found(rules.topics_are_distinct, *records) == [("topics/b", "title", "topics_alike", {"other": "a"})]


@pytest.mark.parametrize(
    ("date", "period", "code"),
    [
        ("2021-12-31", "2022", "before_series"),
        ("2021", "2022", "before_series"),
        ("2021/2022-01-01", "2022", None),
        ("2022-01-01", "2022", None),
        ("2022", "2022-06-15", None),
        ("2022-06-14", "2022-06-15", "before_series"),
        ("2021", "2022?", None),
        ("2024", "2022/2023", "after_series"),
        ("2024", "2022/2023~", None),
        ("2023-12-31/2024-01-01", "2022/2023", None),
        ("2030", "2022", None),
        ("", "2022", None),
        ("2021", "", None),
    ],
)
def test_a_conference_lies_within_its_series_as_far_as_is_known(date, period, code) -> None:
    told = found(
        rules.dates_fit_the_series,
        conference("una", ("series", "series", "ciclo"), date=date),
        entry("series/ciclo", date=period),
    )
    details = {"date": date, "period": period, "path": "data/series/ciclo.yml"}

    assert told == ([("conferences/una", "date", code, details)] if code else [])


def test_thousands_of_unknown_references_are_all_told() -> None:
    people = [entry(f"speakers/persona-{number}") for number in range(2_000)]
    talks = [conference(f"c{number}", ("people.0.person", "speakers", f"nadie-{number}")) for number in range(2_000)]

    assert len(found(rules.references_exist, *people, *talks)) == 2_000


def test_every_rule_is_a_sentence_and_is_in_the_table() -> None:
    written = {
        name
        for name, thing in vars(rules).items()
        if callable(thing) and getattr(thing, "__module__", "") == rules.__name__ and name.islower() and name != "check"
    }

    assert {rule.__name__ for rule in rules.RULES} == written
    assert all((rule.__doc__ or "").splitlines()[0].endswith(".") for rule in rules.RULES)
