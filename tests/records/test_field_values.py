"""What a field takes and refuses: dates, hours, addresses, ids; and how words are compared and ordered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.catalogue.references import references
from acervo.records.checks.loading import load_file
from acervo.records.checks.validation import validate
from acervo.records.models import dates
from acervo.records.models.dates import Date, DateError, Day
from acervo.records.models.institution import Institution
from acervo.records.models.kinds import KINDS
from acervo.records.problems import Finding
from acervo.records.text import words

SOURCES = [{"title": "Boletín ficticio"}]
DULL = {"title": "Una nube", "updated": "2026-01-15", "sources": SOURCES}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", Date("2024", Day(2024), Day(2024))),
        ("2024-05?", Date("2024-05?", Day(2024, 5, doubt="?"), Day(2024, 5, doubt="?"))),
        ("2024-02-29~", Date("2024-02-29~", Day(2024, 2, 29, "~"), Day(2024, 2, 29, "~"))),
        ("2024-05-25/2024-06", Date("2024-05-25/2024-06", Day(2024, 5, 25), Day(2024, 6))),
        ("2024/2024-01-01", Date("2024/2024-01-01", Day(2024), Day(2024, 1, 1))),
    ],
)
def test_a_date_says_as_much_as_is_known(text, date) -> None:
    assert dates.parse(text) == date
    assert str(date) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "date_shape"),
        ("24", "date_shape"),
        ("2024-5", "date_shape"),
        ("2024-05-25T10:00", "date_shape"),
        ("2024-05-25\n", "date_shape"),
        ("٢٠٢٤", "date_shape"),
        ("2024/", "date_shape"),
        ("2024/2025/2026", "date_shape"),
        ("2023-02-29", "date_impossible"),
        ("2024-13", "date_impossible"),
        ("2024-00-10", "date_impossible"),
        ("2024-04-31", "date_impossible"),
        ("1899-12-31", "date_year"),
        ("2200", "date_year"),
        ("2024-05-25/2024-05-24", "date_order"),
    ],
)
def test_what_is_no_date_says_why(text, reason) -> None:
    with pytest.raises(DateError) as refused:
        dates.parse(text)

    assert refused.value.reason == reason


@given(st.text(max_size=30) | st.from_regex(dates.PATTERN, fullmatch=True))
def test_any_text_is_a_date_or_is_refused_with_a_reason(text) -> None:
    try:
        date = dates.parse(text)
    except DateError:
        return

    assert date.start.first <= date.end.last
    assert date.text == text


def test_dates_sort_by_their_first_day_and_know_what_machines_ask() -> None:
    texts = ["2024-05-25", "2024", "2023-12", "2024-05/2024-06", "2024-05?"]
    date = dates.parse("2024-05?/2025-02")

    assert [str(found) for found in sorted(map(dates.parse, texts))] == [
        "2023-12",
        "2024",
        "2024-05/2024-06",
        "2024-05?",
        "2024-05-25",
    ]
    assert (date.year, date.complete, date.start.iso, date.start.first, date.end.last) == (
        2024,
        False,
        "2024-05",
        "2024-05-01",
        "2025-02-28",
    )
    assert dates.parse("2024-05-25").complete


def _codes(kind: str, **fields: object) -> list[tuple[str, str]]:
    found = validate(KINDS[kind].model, {**DULL, **fields})
    return [(".".join(finding.path), finding.code) for finding in found] if isinstance(found, list) else []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://www.ejemplo.mx/a?b=1&c=ñ#d", None),
        ("http://ejemplo.mx", None),
        ("HTTPS://ejemplo.mx", None),
        ("javascript:alert(1)", "url_shape"),
        ("JavaScript:alert(1)", "url_shape"),
        ("data:text/html,x", "url_shape"),
        ("//ejemplo.mx", "url_shape"),
        ("https://localhost/x", "url_shape"),
        ("https:///x", "url_shape"),
        ("https://ejemplo.mx:puerto/", "url_shape"),
        ("https://[::1", "url_shape"),
        ("https://ejemplo.mx/a b", "url_shape"),
        ("https://ejemplo.mx/\\evil", "url_shape"),
        ('https://ejemplo.mx/"onload="x', "url_shape"),
        ("https://ejemplo.mx/<script>", "url_shape"),
        ("https://nube:clave@ejemplo.mx/", "url_userinfo"),  # pragma: allowlist secret
        ("https://bueno.mx@malo.mx/", "url_userinfo"),
    ],
)
def test_an_address_is_absolute_public_and_of_the_web(url, code) -> None:
    assert _codes("series", institution="una-nube", web=url) == ([("web", code)] if code else [])


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"start_time": "00:00", "end_time": "23:59"}, []),
        ({"start_time": "24:00"}, [("start_time", "time_shape")]),
        ({"start_time": "1٠:00"}, [("start_time", "time_shape")]),
        ({"start_time": "10:00\n"}, [("start_time", "time_shape")]),
        ({"draft": "true"}, []),
        ({"draft": "True"}, [("draft", "flag_shape")]),
        ({"draft": ["true"]}, [("draft", "flag_shape")]),
        ({"date": ["2024"]}, [("date", "not_text")]),
        ({"series": "a"}, [("series", "id_shape")]),
        ({"series": "../etc"}, [("series", "id_shape")]),
        ({"series": "una--nube"}, [("series", "id_shape")]),
        ({"topics": ["una-nube", "Una"]}, [("topics.1", "id_shape")]),
        ({"topics": ["una-nube"] * 501}, [("topics", "list_long")]),
        ({"topics": {"0": "una-nube"}}, [("topics", "not_list")]),
        ({"recording": ["x"]}, [("recording", "not_fields")]),
        ({"recording": {"youtube": "corto"}}, [("recording.youtube", "video_shape")]),
        ({"recording": {"youtube": "aB3_dEfGh-1\n"}}, [("recording.youtube", "video_shape")]),
        ({"place": {"state": "Puebla"}}, [("place.state", "text_shape")]),
        ({"title": "Una\nnube"}, [("title", "line_break")]),
        ({"description": "x" * 60_001}, [("description", "text_long")]),
        (
            {"people": [{"persona": "zutana"}, {}]},
            [("people.0.persona", "unknown_field"), ("people.1.person", "missing")],
        ),
    ],
)
def test_a_field_of_a_conference_takes_only_what_it_says(fields, codes) -> None:
    assert _codes("conferences", **fields) == codes


@pytest.mark.parametrize(
    ("field", "value", "suggestion"),
    [
        ("date", "25-5-2024", "2024-05-25"),
        ("date", "Mayo de 2024", "2024-05"),
        ("date", "1 de enero del 2024", "2024-01-01"),
        ("date", "45/45/2024", ""),
        ("date", "ayer", ""),
        ("start_time", "9h05", "09:05"),
        ("start_time", "mañana", ""),
        ("series", "Día Naranja", "dia-naranja"),
        ("modality", "híbrida", "hybrid"),
        ("kind", "FORO", "forum"),
    ],
)
def test_a_wrong_value_brings_what_was_probably_meant(field, value, suggestion) -> None:
    (finding,) = validate(KINDS["conferences"].model, {**DULL, field: value})

    assert (finding.path, finding.details["suggestion"]) == ((field,), suggestion)


def test_a_field_with_a_slip_in_its_name_is_told_once() -> None:
    tree = {"titel": "Una nube", "updated": "2026-01-15", "sources": SOURCES}
    possible = ", ".join(KINDS["topics"].model.model_fields)

    assert validate(KINDS["topics"].model, tree) == [
        Finding(("titel",), "unknown_field", {"name": "titel", "suggestion": "title", "fields": possible})
    ]


def test_every_reference_of_a_record_is_found_where_it_stands() -> None:
    record = Institution.model_validate(
        {
            **DULL,
            "level": "civil",
            "topics": ["una-nube", "otra-nube"],
            "parent": "gran-nube",
            "successor": "nueva-nube",
        }
    )

    assert [*references(record)] == [
        ("topics.0", "topics", "una-nube", ""),
        ("topics.1", "topics", "otra-nube", ""),
        ("parent", "institutions", "gran-nube", ""),
        ("successor", "institutions", "nueva-nube", ""),
    ]


@pytest.mark.parametrize(
    ("path", "extra", "told"),
    [
        (
            "speakers/zutana.yml",
            "given_name: Zutana\nfamily_name: De la Nube\nvariants: [Zutanita]\n",
            ("Persona", "nube, zutana", ("Zutanita",)),
        ),
        (
            "institutions/ine-ficticio.yml",
            "level: civil\nacronym: IF\nformer_names: [{name: Antes}]\naliases: [Otro]\n",
            ("Institución", "una nube", ("IF", "Otro", "Antes")),
        ),
        ("networks/red.yml", "acronym: RN\n", ("Red", "una nube", ("RN",))),
        ("documents/nota.yml", "kind: note\n", ("Nota informativa", "una nube", ())),
        ("series/ciclo.yml", "institution: una-nube\n", ("Ciclo", "una nube", ())),
    ],
)
def test_the_catalogue_knows_what_each_record_is_and_by_which_names_it_is_sought(path, extra, told) -> None:
    text = f"title: Una nube\nupdated: 2026-01-15\nsources: [{{title: Boletín ficticio}}]\n{extra}"
    ((entry, _),) = load_file(f"data/{path}", text.encode()).records

    assert (entry.label, entry.sort, entry.names) == told


def test_words_are_ordered_and_compared_as_a_spanish_reader_does() -> None:
    names = ["Ñandú", "nube", "Óleo", "Zacatecas", "«Ola»", "natura", "ÁRBOL", "arco"]

    assert sorted(names, key=words.sort_key) == [
        "ÁRBOL",
        "arco",
        "natura",
        "nube",
        "Ñandú",
        "«Ola»",
        "Óleo",
        "Zacatecas",
    ]
    assert words.fold("MUÑOZ") != words.fold("munoz")
    assert words.fold("Pingüino ÁÉ") == "pinguino ae"
    assert words.surname_key("De la O", "Ana") == "o, ana"
    assert words.surname_key("De la", "Ana") == "la, ana"


def test_people_stand_under_the_letters_where_a_spanish_librarian_puts_them() -> None:
    people = [
        ("De la Cruz Magaña", "Norma"), ("Ñáñez", "Eva"), ("Correa de la Torre", "Liselotte"), ("Núñez", "Ana"),
        ("Cruz Sánchez", "Lorena"), ("Ángeles", "Luz"), ("Chávez", "Rosa"), ("Llamas", "Sol"),
        ("de la Torre", "Yolanda"), ("3 Reyes", "Paz"),
    ]  # fmt: skip
    keys = sorted(words.surname_key(*person) for person in people)

    assert [(words.letter(key), key.partition(" ")[0].replace("n\uffff", "ñ")) for key in keys] == [
        ("#", "3"), ("A", "angeles,"), ("C", "chavez,"), ("C", "correa"), ("C", "cruz"), ("C", "cruz"),
        ("L", "llamas,"), ("N", "nuñez,"), ("Ñ", "ñañez,"), ("T", "torre,"),
    ]  # fmt: skip
