"""How conferences and documents are cited: whole references, for people and for programs."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.holding import Holding, SnapshotFile
from acervo.records.models import dates
from acervo.site.citations.exchange import bibtex, csl_json, ris
from acervo.site.citations.prose import apa, apa_date, in_text, iso690
from acervo.site.citations.work import Person, Sort, Work
from acervo.site.views.parts.citation import citation, work
from tests.site.opening import html, record, site

CLARA = Person("De la Cruz Ejemplo", "Clara")
BRUNO = Person("Inventado de los Santos", "Bruno")
INES = Person("Prueba y Campo", "María Inés del Carmen")
URL = "https://ficticio.example/archivo/conferencias/abrir-un-archivo/"
TALK = Work(
    key="conferencias:abrir-un-archivo",
    sort=Sort.RECORDING,
    authors=(CLARA,),
    institution="Unidad Ficticia",
    date=dates.parse("2023-03-07"),
    title="Abrir un archivo: cómo se guarda",
    kind="Conferencia virtual",
    medium="video",
    series="Ciclo Luna",
    place="",
    site="Acervo ficticio",
    url=URL,
    also="https://www.youtube.com/watch?v=ejemplo0001",
    language="es-MX",
)
MANY = tuple(Person(f"Apellido{number}", "Ana") for number in range(1, 22))
REST = (
    "*Abrir un archivo: cómo se guarda* [Conferencia virtual; video]. Ciclo Luna. Unidad Ficticia. "
    f"Acervo ficticio. {URL}"
)


def marked(reference):
    """Return a reference as text, its italics between asterisks."""
    title = f"*{reference.title}*" if reference.title else ""
    return str(reference._replace(title=title))


@pytest.mark.parametrize(
    ("change", "reference", "cited"),
    [
        ({}, f"De la Cruz Ejemplo, C. (2023, 7 de marzo). {REST}", "De la Cruz Ejemplo, 2023"),
        (
            {"authors": (CLARA, BRUNO)},
            f"De la Cruz Ejemplo, C. e Inventado de los Santos, B. (2023, 7 de marzo). {REST}",
            "De la Cruz Ejemplo e Inventado de los Santos, 2023",
        ),
        (
            {"authors": (CLARA, BRUNO, INES)},
            "De la Cruz Ejemplo, C., Inventado de los Santos, B. y Prueba y Campo, M. I. del C. (2023, 7 de marzo). "
            + REST,
            "De la Cruz Ejemplo et al., 2023",
        ),
        (
            {"authors": MANY[:20]},
            f"{', '.join(f'Apellido{n}, A.' for n in range(1, 20))} y Apellido20, A. (2023, 7 de marzo). {REST}",
            "Apellido1 et al., 2023",
        ),
        (
            {"authors": MANY},
            f"{', '.join(f'Apellido{n}, A.' for n in range(1, 20))}, … Apellido21, A. (2023, 7 de marzo). {REST}",
            "Apellido1 et al., 2023",
        ),
        (
            {"authors": ()},
            "Unidad Ficticia. (2023, 7 de marzo). *Abrir un archivo: cómo se guarda* "
            f"[Conferencia virtual; video]. Ciclo Luna. Acervo ficticio. {URL}",
            "Unidad Ficticia, 2023",
        ),
        (
            {"authors": (), "institution": "", "series": "", "date": None},
            f"*Abrir un archivo: cómo se guarda* [Conferencia virtual; video]. (s. f.). Acervo ficticio. {URL}",
            "«Abrir un archivo: cómo se guarda», s. f.",
        ),
        (
            {"medium": "", "place": "Sala Ficticia, Oaxaca, México", "kind": "Foro", "institution": "Casa, A. C."},
            "De la Cruz Ejemplo, C. (2023, 7 de marzo). *Abrir un archivo: cómo se guarda* [Foro]. "
            f"Ciclo Luna, Sala Ficticia, Oaxaca, México. Casa, A. C. Acervo ficticio. {URL}",
            "De la Cruz Ejemplo, 2023",
        ),
        (
            {"sort": Sort.LAW, "authors": (), "title": "Ley Ficticia", "kind": "Ley", "medium": "", "series": ""},
            f"Ley Ficticia. (2023, 7 de marzo). Unidad Ficticia. Acervo ficticio. {URL}",
            "Ley Ficticia, 2023",
        ),
        (
            {"authors": (), "institution": "Acervo ficticio", "series": ""},
            "Acervo ficticio. (2023, 7 de marzo). *Abrir un archivo: cómo se guarda* "
            f"[Conferencia virtual; video]. {URL}",
            "Acervo ficticio, 2023",
        ),
    ],
)
def test_a_reference_in_apa_7(change, reference, cited):
    changed = replace(TALK, **change)

    assert (marked(apa(changed)), in_text(changed)) == (reference, cited)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "s. f."),
        ("2023", "2023"),
        ("2023-11", "2023, noviembre"),
        ("2023-11-05", "2023, 5 de noviembre"),
        ("2023?", "¿2023?"),
        ("2023-11?", "¿2023, noviembre?"),
        ("2023~", "ca. 2023"),
        ("2023-11-05/2023-11-05", "2023, 5 de noviembre"),
        ("2023-11-05/2023-11-06", "2023, 5–6 de noviembre"),
        ("2023-10-31/2023-11-02", "2023, 31 de octubre–2 de noviembre"),
        ("2023-12-31/2024-01-02", "2023, 31 de diciembre–2024, 2 de enero"),
        ("2023-02/2023-03", "2023, febrero–marzo"),
        ("2023/2024", "2023–2024"),
        ("2023?/2024", "¿2023?–2024"),
    ],
)
def test_a_date_in_apa_says_what_is_known_and_no_more(text, said):
    assert apa_date(text) == said


@pytest.mark.parametrize(
    ("given", "initials"),
    [
        ("Clara", "C."),
        ("María del Carmen", "M. del C."),
        ("Juan-Carlos", "J.-C."),
        ("Ángel Óscar", "Á. Ó."),
        ("J.", "J."),
        ("«Ñeca»", "Ñ."),
    ],
)
def test_given_names_become_initials_and_family_names_stay_whole(given, initials):
    found = apa(replace(TALK, authors=(Person("del Río Ejemplo", given),))).before

    assert found == f"del Río Ejemplo, {initials} (2023, 7 de marzo). "


@pytest.mark.parametrize(
    ("change", "reference"),
    [
        (
            {},
            "DE LA CRUZ EJEMPLO, Clara. *Abrir un archivo: cómo se guarda* [video en línea]. Conferencia virtual. "
            "Unidad Ficticia, 7 de marzo de 2023 [consulta: día, mes y año]. Ciclo Luna. Disponible en: Acervo "
            f"ficticio, {URL} También en: https://www.youtube.com/watch?v=ejemplo0001",
        ),
        (
            {"authors": (CLARA, BRUNO, INES), "series": "", "also": "", "medium": "audio", "date": None},
            "DE LA CRUZ EJEMPLO, Clara; INVENTADO DE LOS SANTOS, Bruno; PRUEBA Y CAMPO, María Inés del Carmen. "
            "*Abrir un archivo: cómo se guarda* [audio en línea]. Conferencia virtual. "
            f"Unidad Ficticia, [s. f.] [consulta: día, mes y año]. Disponible en: Acervo ficticio, {URL}",
        ),
        (
            {"authors": MANY, "series": "", "also": "", "medium": "", "date": dates.parse("2023-11?")},
            "APELLIDO1, Ana et al. *Abrir un archivo: cómo se guarda* [en línea]. Conferencia virtual. "
            "Unidad Ficticia, noviembre de 2023 (fecha dudosa) [consulta: día, mes y año]. "
            f"Disponible en: Acervo ficticio, {URL}",
        ),
        (
            {"authors": (), "also": "", "series": ""},
            "UNIDAD FICTICIA. *Abrir un archivo: cómo se guarda* [video en línea]. Conferencia virtual. "
            f"7 de marzo de 2023 [consulta: día, mes y año]. Disponible en: Acervo ficticio, {URL}",
        ),
        (
            {"authors": (), "institution": "", "also": "", "series": "", "site": ""},
            "*Abrir un archivo: cómo se guarda* [video en línea]. Conferencia virtual. "
            f"7 de marzo de 2023 [consulta: día, mes y año]. Disponible en: {URL}",
        ),
        (
            {"sort": Sort.LAW, "authors": (), "title": "Ley Ficticia", "kind": "Ley", "medium": "", "series": "",
             "also": "https://a.example/ley.pdf"},
            "*Ley Ficticia* [en línea]. Ley. Unidad Ficticia, 7 de marzo de 2023 [consulta: día, mes y año]. "
            f"Disponible en: Acervo ficticio, {URL} Original: https://a.example/ley.pdf",
        ),
    ],
)  # fmt: skip
def test_a_reference_in_iso_690_leaves_the_day_of_reading_to_the_reader(change, reference):
    assert marked(iso690(replace(TALK, **change))) == reference


def test_an_entry_of_bibtex():
    assert bibtex(
        replace(TALK, authors=(CLARA, BRUNO), place="Sala 50%", date=dates.parse("2023-03-07/2023-03-08"))
    ) == (
        "@misc{conferencias:abrir-un-archivo,\n"
        "  author = {De la Cruz Ejemplo, Clara and Inventado de los Santos, Bruno},\n"
        "  title = {{Abrir un archivo: cómo se guarda}},\n"
        "  year = {2023},\n"
        "  month = mar,\n"
        "  day = {7},\n"
        "  howpublished = {Conferencia virtual; video},\n"
        "  organization = {Unidad Ficticia},\n"
        "  series = {Ciclo Luna},\n"
        "  address = {Sala 50\\%},\n"
        f"  url = {{{URL}}},\n"
        "  note = {Del 7 al 8 de marzo de 2023. También en: https://www.youtube.com/watch?v=ejemplo0001}\n"
        "}"
    )


def test_a_report_of_an_institution_in_bibtex():
    report = replace(
        TALK, sort=Sort.REPORT, authors=(), date=dates.parse("2023?"), kind="Informe", medium="", series="",
        also="https://a.example/i_1.pdf",
    )  # fmt: skip

    assert bibtex(report) == (
        "@techreport{conferencias:abrir-un-archivo,\n"
        "  author = {{Unidad Ficticia}},\n"
        "  title = {{Abrir un archivo: cómo se guarda}},\n"
        "  year = {2023},\n"
        "  type = {Informe},\n"
        "  institution = {Unidad Ficticia},\n"
        f"  url = {{{URL}}},\n"
        "  note = {Fecha dudosa. Original: https://a.example/i\\_1.pdf}\n"
        "}"
    )


def test_a_record_of_ris():
    assert ris(replace(TALK, authors=(CLARA, BRUNO), date=dates.parse("2023-11?"))) == (
        "TY  - VIDEO\r\n"
        "AU  - De la Cruz Ejemplo, Clara\r\n"
        "AU  - Inventado de los Santos, Bruno\r\n"
        "TI  - Abrir un archivo: cómo se guarda\r\n"
        "PY  - 2023\r\n"
        "DA  - 2023/11//Fecha dudosa\r\n"
        "M3  - Conferencia virtual; video\r\n"
        "T2  - Ciclo Luna\r\n"
        "PB  - Unidad Ficticia\r\n"
        "LA  - es-MX\r\n"
        "DB  - Acervo ficticio\r\n"
        "N1  - También en: https://www.youtube.com/watch?v=ejemplo0001\r\n"
        f"UR  - {URL}\r\n"
        "ER  - \r\n"
    )


def test_an_item_of_csl_json():
    assert json.loads(csl_json(replace(TALK, date=dates.parse("2023-03-07/2023-03-08")))) == [
        {
            "id": "conferencias:abrir-un-archivo",
            "type": "speech",
            "title": "Abrir un archivo: cómo se guarda",
            "author": [{"family": "De la Cruz Ejemplo", "given": "Clara"}],
            "issued": {"date-parts": [[2023, 3, 7], [2023, 3, 8]]},
            "genre": "Conferencia virtual",
            "medium": "video",
            "event-title": "Ciclo Luna",
            "publisher": "Unidad Ficticia",
            "source": "Acervo ficticio",
            "language": "es-MX",
            "note": "También en: https://www.youtube.com/watch?v=ejemplo0001",
            "URL": URL,
        }
    ]
    law = replace(TALK, sort=Sort.LAW, authors=(), date=dates.parse("2007~"), kind="Ley", medium="", also="", series="")
    assert json.loads(csl_json(law)) == [
        {
            "id": "conferencias:abrir-un-archivo",
            "type": "legislation",
            "title": "Abrir un archivo: cómo se guarda",
            "issued": {"date-parts": [[2007]], "circa": True},
            "genre": "Ley",
            "publisher": "Unidad Ficticia",
            "source": "Acervo ficticio",
            "language": "es-MX",
            "URL": URL,
        }
    ]


BARE = replace(
    TALK, sort=Sort.DOCUMENT, authors=(), institution="", date=None, kind="", medium="", series="", site="", also="",
    language="",
)  # fmt: skip


def test_nothing_is_said_of_what_is_not_known():
    assert str(apa(BARE)) == f"Abrir un archivo: cómo se guarda. (s. f.). {URL}"
    assert ris(BARE) == f"TY  - GEN\r\nTI  - Abrir un archivo: cómo se guarda\r\nUR  - {URL}\r\nER  - \r\n"
    assert bibtex(BARE) == (
        "@misc{conferencias:abrir-un-archivo,\n"
        f"  title = {{{{Abrir un archivo: cómo se guarda}}}},\n  url = {{{URL}}}\n}}"
    )
    assert json.loads(csl_json(BARE)) == [
        {"id": BARE.key, "type": "document", "title": BARE.title, "URL": URL},
    ]


HOSTILE = "} {\\end %\n$&#_^~ «\"'\u202e,\r\nER  - \tand *"


def test_hostile_texts_stay_text():
    hostile = replace(
        TALK, title=HOSTILE, authors=(Person(HOSTILE, HOSTILE),), institution=HOSTILE, series=HOSTILE, also="", kind=""
    )

    assert [row.split(" = ")[1] for row in bibtex(hostile).splitlines() if row.startswith(("  author", "  title"))] == [
        r"{{\textbraceright{} \textbraceleft{}\textbackslash{}end \% \$\&\#\_\textasciicircum{}\textasciitilde{} "
        r"""«"' , ER - and *}, {\textbraceright{} \textbraceleft{}\textbackslash{}end \% """
        r"""\$\&\#\_\textasciicircum{}\textasciitilde{} «"' , ER - and *}},""",
        r"{{\textbraceright{} \textbraceleft{}\textbackslash{}end \% \$\&\#\_\textasciicircum{}\textasciitilde{} "
        r"""«"' , ER - and *}},""",
    ]
    assert ris(hostile).split("\r\n")[1:3] == [
        "AU  - } {\\end % $&#_^~ «\"' , ER - and  , } {\\end % $&#_^~ «\"' , ER - and  ",
        "TI  - } {\\end % $&#_^~ «\"' , ER - and *",
    ]
    assert json.loads(csl_json(hostile))[0]["title"] == "} {\\end % $&#_^~ «\"' , ER - and *"


TEXTS = st.text(max_size=30)
WORKS = st.builds(
    Work,
    key=st.just("conferencias:una"),
    sort=st.sampled_from(Sort),
    authors=st.lists(st.builds(Person, TEXTS, TEXTS), max_size=22).map(tuple),
    institution=TEXTS,
    date=st.sampled_from([None, *map(dates.parse, ("2023", "2023-11?", "2023~", "2023-01-31/2024-02-01"))]),
    title=TEXTS,
    kind=TEXTS,
    medium=st.sampled_from(["", "video", "audio"]),
    series=TEXTS,
    place=TEXTS,
    site=TEXTS,
    url=st.just(URL),
    also=st.sampled_from(["", "https://a.example/{x}?y=%7D#z"]),
    language=TEXTS,
)


@given(WORKS)
def test_the_braces_of_bibtex_are_balanced_as_bibtex_counts_them(made):
    depth = 0
    for sign in re.sub(r"[^{}]", "", bibtex(made)):
        depth += 1 if sign == "{" else -1
        assert depth >= 0

    assert depth == 0


@given(WORKS)
def test_every_line_of_ris_is_a_tag_and_a_value(made):
    rows = ris(made).removesuffix("\r\n").split("\r\n")

    assert [row for row in rows if not re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", row)] == []
    assert [place for place, row in enumerate(rows) if row.startswith(("TY", "ER"))] == [0, len(rows) - 1]


@given(WORKS)
def test_csl_json_is_read_back_and_has_no_empty_value(made):
    (item,) = json.loads(csl_json(made))

    assert [name for name, value in item.items() if value in ("", [], {}, None)] == []
    assert len(item.get("author", ())) == (
        len(made.authors) or (item["type"] != "legislation" and bool(made.institution.strip()))
    )


@given(WORKS)
def test_prose_is_one_line_that_ends_with_the_address(made):
    assert str(apa(made)).endswith(URL)
    assert [text for text in map(str, (apa(made), iso690(made))) if set("\n\r\u2028\u202e\0") & set(text)] == []
    assert iso690(made).after.endswith(" [consulta: ")


UNIT = record("institutions", title="Unidad Ficticia")
SPEAKER = record("speakers", title="Clara De la Cruz", given_name="Clara", family_name="De la Cruz")
OTHER = record("speakers", title="Bruno Reservado", given_name="Bruno", family_name="Reservado",
               withdrawn={"date": "2025-03-04", "reason": "A petición"})  # fmt: skip
CYCLE = record(
    "series", title="Ciclo Luna", institution="unidad",
    defaults={"institution": "unidad", "modality": "virtual", "language": "es"},
)  # fmt: skip
RECORDS = {
    ("institutions", "unidad"): UNIT,
    ("speakers", "clara"): SPEAKER,
    ("speakers", "bruno"): OTHER,
    ("series", "luna"): CYCLE,
}


def opened(kind, /, **fields):
    path = {"conferences": "conferencias", "documents": "documentos"}[kind]
    return site(RECORDS | {(kind, "una-ficha"): record(kind, **fields)})[f"{path}/una-ficha/"]


def test_a_conference_cites_those_who_speak_and_takes_the_rest_from_its_series():
    page = opened(
        "conferences",
        title="Una charla",
        series="luna",
        people=[
            {"person": "bruno", "role": "speaker"},
            {"person": "clara", "role": "speaker"},
            {"person": "clara", "role": "panelist"},
        ],
        recording={"state": "published", "youtube": "ejemplo0001"},
    )
    shown = html(page)

    assert (
        '<dd data-format="apa">De la Cruz, C. (s. f.). <i>Una charla</i> [Conferencia virtual; video]. Ciclo Luna. '
        "Unidad Ficticia. Acervo ficticio. https://ficticio.example/archivo/conferencias/una-ficha/</dd>"
    ) in shown
    assert 'data-name="una-ficha" data-in-text="De la Cruz, s. f."' in shown
    assert "Reservado" not in shown


def test_who_moderates_is_no_author():
    page = opened("conferences", people=[{"person": "clara", "role": "moderator"}], institution="unidad")

    assert work(page, page.record) == Work(
        key="conferencias:una-ficha",
        sort=Sort.SESSION,
        authors=(),
        institution="Unidad Ficticia",
        date=None,
        title="Ficha ficticia",
        kind="Conferencia",
        medium="",
        series="",
        place="",
        site="Acervo ficticio",
        url="https://ficticio.example/archivo/conferencias/una-ficha/",
        also="",
        language="",
    )


@pytest.mark.parametrize(
    ("recording", "status", "found"),
    [
        ({"state": "published", "youtube": "ejemplo0001"}, "ok", ("video", "https://www.youtube.com/watch?v=ejemplo0001")),
        ({"state": "published", "youtube": "ejemplo0001"}, "private", ("", "")),
        ({"state": "scheduled", "youtube": "ejemplo0001"}, "", ("", "")),
        ({"copies": [{"title": "C", "url": "https://a.example/v", "media_type": "video/mp4"}]}, "", ("video", "")),
        ({"copies": [{"title": "C", "url": "https://a.example/v", "media_type": "audio/mpeg"}]}, "", ("audio", "")),
        ({"copies": [{"title": "C", "url": "https://a.example/v"}]}, "", ("", "")),
    ],
)  # fmt: skip
def test_a_video_is_cited_where_it_can_be_seen(recording, status, found):
    page = opened("conferences", recording=recording)
    held = (
        Holding(SnapshotFile("ejemplo0001", "youtube/x.json", "0" * 24, status, False, 0, 0))
        if status
        else page.holding
    )
    made = work(replace(page, holding=held), page.record)

    assert (made.medium, made.also) == found


def test_a_document_is_cited_by_its_authors_and_its_original():
    page = opened(
        "documents", title="Informe ficticio", kind="report", institution="unidad", date="2024", series="luna",
        people=[{"person": "clara", "role": "author"}], file="https://a.example/i.pdf",
        place={"name": "Villa Ejemplo"},
    )  # fmt: skip

    assert work(page, page.record) == Work(
        key="documentos:una-ficha",
        sort=Sort.REPORT,
        authors=(Person("De la Cruz", "Clara"),),
        institution="Unidad Ficticia",
        date=dates.parse("2024"),
        title="Informe ficticio",
        kind="Informe",
        medium="",
        series="",
        place="",
        site="Acervo ficticio",
        url="https://ficticio.example/archivo/documentos/una-ficha/",
        also="https://a.example/i.pdf",
        language="",
    )


def test_other_records_and_further_pages_are_not_cited():
    page = site(RECORDS)["personas/clara/"]

    assert citation(page, page.record) is None
    assert 'class="cite"' not in html(page)
