"""Files become records and problems: names and folders, places in words, digests, the ledger of addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.records.catalogue.entry import Entry
from acervo.records.checks.checking import addresses, between, check_all
from acervo.records.checks.desk import Desk
from acervo.records.checks.filing import Filing, Misfiled, place_of
from acervo.records.checks.loading import Filed, Loaded, load_file, subject_of
from acervo.records.models.kinds import KINDS
from acervo.records.problems import Finding, Problem, as_text
from tests.records.entries import entry

SOURCES = "updated: 2026-01-15\nsources: [{title: Boletín ficticio}]\n"
PERSON = f"title: Zutana\ngiven_name: Zutana\nfamily_name: Nubosa\n{SOURCES}".encode()
_FIELDS = "  updated: 2026-01-15\n  sources: [{title: Boletín ficticio}]\n"
CONFERENCE = f"""\
title: Año de nubes
date: 2024-05-25
place: {{name: Nube Alta, state: PUE}}
people:
  - person: zutana-nubosa
    role: moderator
recording: {{state: published, youtube: NubeFictici}}
{SOURCES}""".encode()


def test_a_good_file_gives_its_entry_and_its_tree() -> None:
    tree = {
        "title": "Año de nubes",
        "date": "2024-05-25",
        "place": {"name": "Nube Alta", "state": "PUE"},
        "people": [{"person": "zutana-nubosa", "role": "moderator"}],
        "recording": {"state": "published", "youtube": "NubeFictici"},
        "updated": "2026-01-15",
        "sources": [{"title": "Boletín ficticio"}],
    }
    expected = Entry(
        kind="conferences",
        id="ano-de-nubes",
        path="data/conferences/ano-de-nubes.yml",
        line=1,
        digest="1c6dd6cbe7a9b1f6a5a7f6b9b6a8ef0e",
        title="Año de nubes",
        sort="an\uffffo de nubes",
        label="Conferencia",
        date="2024-05-25",
        updated="2026-01-15",
        summary="",
        names=(),
        video="NubeFictici",
        state="published",
        copies=0,
        captions="unknown",
        permission="",
        ends=0,
        passages_end=0,
        place=("Nube Alta", "PUE"),
        draft=False,
        withdrawn=False,
        formerly=(),
        references=(("people.0.person", "speakers", "zutana-nubosa", "moderator"),),
        moments=(),
        roots="nub",
        sign_language="unknown",
        blanks=31969,
    )
    loaded = load_file("data/conferences/ano-de-nubes.yml", CONFERENCE)

    assert loaded == Loaded((Filed(expected._replace(digest=loaded.records[0].entry.digest), tree),), ())
    assert KINDS["conferences"].model.model_validate(tree).title == "Año de nubes"


def test_an_entry_knows_what_its_recording_speaks_of_and_when() -> None:
    passages = """\
passages:
    - {start: "10:00", end: "12:00", document: ley-ficticia, article: Artículo 4}
    - {start: "0:30", topics: [nubes, lluvia], conference: otra-charla}
"""
    text = CONFERENCE.decode().replace(
        "recording: {state: published, youtube: NubeFictici}", f"recording:\n  {passages}"
    )
    entry = load_file("data/conferences/una.yml", text.encode()).records[0].entry

    assert entry.moments == (
        ("topics", "nubes", 30, ""),
        ("topics", "lluvia", 30, ""),
        ("conferences", "otra-charla", 30, ""),
        ("documents", "ley-ficticia", 600, "Artículo 4"),
    )
    assert (entry.ends, entry.passages_end) == (0, 719)
    assert [(place, kind) for place, kind, *_ in entry.references if place.startswith("recording.")] == [
        ("recording.passages.0.document", "documents"),
        ("recording.passages.1.topics.0", "topics"),
        ("recording.passages.1.topics.1", "topics"),
        ("recording.passages.1.conference", "conferences"),
    ]


def test_the_same_content_has_the_same_digest_and_another_has_another() -> None:
    texts = (
        CONFERENCE,
        b"# nota\n" + CONFERENCE.replace(b"moderator", b"'moderator'"),
        CONFERENCE.replace("ñ".encode(), b"n"),
    )
    one, same, other = (load_file("data/conferences/una.yml", text).records[0].entry.digest for text in texts)

    assert one == same != other
    assert len(one) == 32


def test_a_topic_is_a_record_with_a_line_and_a_digest_of_its_own() -> None:
    both = "nubes:\n  title: Nubes\n" + _FIELDS + "\nlluvia:\n  title: Lluvia\n" + _FIELDS
    before = load_file("data/topics.yml", both.encode())
    after = load_file("data/topics.yml", both.replace("Lluvia", "Lluvias").encode())

    assert before.problems == ()
    assert [(filed.entry.id, filed.entry.line) for filed in before.records] == [("nubes", 1), ("lluvia", 6)]
    assert [a.entry.digest == b.entry.digest for a, b in zip(before.records, after.records, strict=True)] == [
        True,
        False,
    ]


def test_a_record_with_a_warning_is_kept_and_one_with_an_error_is_not() -> None:
    warned = load_file("data/conferences/una.yml", CONFERENCE.replace(b"nubes\n", "nu\u200bbes\n".encode()))
    wrong = load_file("data/conferences/una.yml", CONFERENCE.replace(b"moderator", b"moderator # ella"))

    assert [(p.code, p.severity) for p in warned.problems] == [("invisible", "warning")]
    assert warned.records[0].tree["title"] == "Año de nubes"
    assert [(p.code, p.severity) for p in wrong.problems] == [("hash", "error")]
    assert wrong.records == ()


def test_a_missing_topic_field_is_told_at_the_topic_and_a_wrong_one_at_its_value() -> None:
    text = b"nubes:\n  title: Nubes\n  sources: [{title: a}]\nlluvia: {title: Lluvia, updated: ayer}\n"

    assert [(p.line, p.column, p.record, p.field, p.code) for p in load_file("data/topics.yml", text).problems] == [
        (1, 1, "Nubes", "Última actualización", "missing"),
        (4, 34, "Lluvia", "Última actualización", "date_shape"),
    ]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("data/conferences/2024-malla.yml", Filing("conferences", "2024-malla")),
        ("data/topics.yml", Filing("topics", "")),
        ("otra/speakers/zutana.yml", Filing("speakers", "zutana")),
        ("data/youtube/aB3.json", None),
        ("data/schema/conferences.json", None),
        ("data/permalinks.txt", None),
        ("data/routes/.gitkeep", None),
        ("data/conferences/x..yml", Misfiled("id_name", {"id": "x.", "suggestion": "x"})),
        ("data/conferences/.yml", Misfiled("file_hidden", {"name": ".yml"})),
        ("data/conferences/nube", Misfiled("file_extension", {"suggestion": "nube.yml"})),
        ("data/conferences/nube.yml.bak", Misfiled("file_hidden", {"name": "nube.yml.bak"})),
        ("data/conferences/Ñandú Azul.YAML", Misfiled("file_extension", {"suggestion": "nandu-azul.yml"})),
        ("data/conferences/COM1.yml", Misfiled("id_name", {"id": "COM1", "suggestion": "com1"})),
        ("data/conferences/com1.yml", Misfiled("id_reserved", {"id": "com1"})),
        ("data/conferences/nul.yml", Misfiled("id_reserved", {"id": "nul"})),
        ("data/conferences/buscar.yml", Misfiled("id_reserved", {"id": "buscar"})),
        (
            f"data/conferences/{'a' * 81}.yml",
            Misfiled("id_length", {"id": "a" * 81, "shortest": "3", "longest": "80"}),
        ),
        ("data/topics.yaml", Misfiled("file_extension", {"suggestion": "topics.yml"})),
        ("data/Topics.yml", Misfiled("file_extension", {"suggestion": "topics.yml"})),
        (
            "data/topics/nube.yml",
            Misfiled(
                "folder_unknown",
                {
                    "folder": "topics",
                    "folders": ", ".join(kind for kind in KINDS if kind != "topics"),
                    "suggestion": "",
                },
            ),
        ),
        ("data/routes/nube.yml", Filing("routes", "nube")),
        (
            "data/conferences/a/b.yml",
            Misfiled("folder_inside", {"folder": "conferences/a", "suggestion": "conferences/b.yml"}),
        ),
    ],
)
def test_a_path_is_the_place_of_a_record_or_is_misfiled(path, place) -> None:
    assert place_of(path) == place


def test_a_finding_between_records_is_told_at_its_place_in_the_file() -> None:
    (filed,) = load_file("data/conferences/una.yml", CONFERENCE).records
    finding = Finding(("people", "0", "person"), "unknown_reference", {"id": "zutana-nubosa", "where": "data/speakers"})

    assert Desk(filed.entry.path, CONFERENCE).problem(subject_of(filed.entry), finding) == Problem(
        "data/conferences/una.yml",
        5,
        13,
        "Año de nubes",
        "Personas › Persona",
        "unknown_reference",
        "no existe «zutana-nubosa» en data/speakers",
        "El id de su ficha en data/speakers. Ejemplo: ana-perez",
    )


def _told(*entries, ledger, known=()):
    files = {each.path: b"title: A\n" for each in entries}
    return [(p.path, p.line, p.code) for p in between(entries, ledger, files.__getitem__, known)]


def test_an_address_that_was_published_is_never_lost() -> None:
    present = entry("speakers/zutana", formerly=("zutana-antes",))
    ledger = [
        "conferencias/nube/",
        "",
        "personas/zutana-antes/",
        "personas/zutana/",
        "otra/cosa/",
        "feed.xml",
    ]

    assert _told(present, ledger=ledger) == [("data/permalinks.txt", 1, "lost_address")]
    assert _told(present, entry("conferences/nube", withdrawn=True), ledger=ledger) == []
    assert _told(present, entry("conferences/nube", draft=True), ledger=ledger) == [
        ("data/conferences/nube.yml", 1, "published_draft")
    ]


def test_an_address_is_not_lost_while_its_record_has_errors_of_its_own() -> None:
    wrong = Problem("data/conferences/nube.yml", 1, 1, "", "", "colon", "m")
    files = {"data/conferences/nube.yml": b"title: Una: nube\n"}

    assert between([entry("speakers/zutana")], ["conferencias/nube/"], files.__getitem__, [wrong]) == []


def test_a_record_with_errors_of_its_own_also_tells_whom_it_names_in_vain() -> None:
    files = {
        "data/conferences/nube.yml": b"""titel: Una nube
series: ciclo-que-no-existe
people: [{person: nadie, role: 7}, {person: {a: b}}, nadie]
topics: {a: b}
""",
        "data/topics.yml": b"""lluvia:
  broader: nube-que-no-existe
""",
    }
    _, problems = check_all(files)

    assert [(it.path, it.line, it.column) for it in problems if it.code == "unknown_reference"] == [
        ("data/conferences/nube.yml", 2, 9),
        ("data/conferences/nube.yml", 3, 19),
        ("data/topics.yml", 2, 12),
    ]
    assert {"unknown_field", "missing"} <= {it.code for it in problems}


def test_a_ledger_that_somebody_spoiled_is_told_line_by_line() -> None:
    ledger = ["<<<<<<< main", "personas/../x/", "personas/zutana/", "=======", "a b"]

    assert _told(entry("speakers/zutana"), ledger=ledger) == [
        ("data/permalinks.txt", 1, "ledger_line"),
        ("data/permalinks.txt", 4, "ledger_line"),
        ("data/permalinks.txt", 5, "ledger_line"),
    ]


def test_the_addresses_of_drafts_are_not_given_away() -> None:
    records = [
        entry("series/ciclo", formerly=("antes",)),
        entry("topics/nube", draft=True),
        entry("topics/lluvia", withdrawn=True),
    ]

    assert addresses(records) == {"ciclos/ciclo/", "ciclos/antes/", "temas/lluvia/"}


def test_a_whole_archive_is_checked_at_once_and_sorted() -> None:
    files = {
        "data/speakers/zutana-nubosa.yml": PERSON,
        "data/conferences/una.yml": CONFERENCE,
        "data/conferences/dos.yml": CONFERENCE.replace(b"NubeFictici", b"NubeFictic2").replace(
            b"zutana-nubosa", b"nadie-nunca"
        ),
        "data/conferences/mal.yml": b"title: A: B\n",
        "data/youtube/x.json": b"{}",
    }
    records, problems = check_all(files, ["conferencias/una/"])

    assert sorted(filed.entry.key for filed in records) == [
        ("conferences", "dos"),
        ("conferences", "una"),
        ("speakers", "zutana-nubosa"),
    ]
    assert [(p.path, p.line, p.column, p.code) for p in problems] == [
        ("data/conferences/dos.yml", 5, 13, "unknown_reference"),
        ("data/conferences/mal.yml", 1, 9, "colon"),
    ]


_PATHS = st.sampled_from(["data/topics.yml", *(f"data/{kind}/una-nube.yml" for kind in KINDS if kind != "topics")])
_PIECES = st.sampled_from(
    [
        "title: Nube\n",
        "updated: 2026-01-15\n",
        "sources: [{title: a}]\n",
        "draft: true\n",
        "people:\n",
        "  - person: a-b\n",
        "  role: x\n",
        "kind: note\n",
        "level: [a]\n",
        "x: {y: z}\n",
        "<<: a\n",
        "nube:\n",
        "  title: #a\n",
        "withdrawn: {}\n",
        "date: 2024/2023\n",
        "recording: {state: published}\n",
        "discrepancies: [{about: a, versions: [{says: b, source: c}]}]\n",
    ]
)


@given(_PATHS, st.lists(_PIECES | st.text(max_size=12), max_size=8))
def test_any_heap_of_fields_gives_records_or_problems_in_words_at_a_place(path, pieces) -> None:
    text = "".join(pieces)
    records, problems = load_file(path, text.encode("utf-8", "surrogatepass"))

    assert records or problems or not text.strip() or path == "data/topics.yml"
    assert [*problems] == sorted(problems)
    assert all(1 <= problem.line <= len(text) + 1 and problem.column >= 1 for problem in problems)
    assert all("\n" not in f"{problem.record}{problem.message}{problem.fix}" for problem in problems)


@given(st.text(max_size=40))
def test_any_name_of_a_file_is_a_place_or_is_misfiled_with_a_sentence(name) -> None:
    records, problems = load_file(f"data/conferences/{name}", CONFERENCE)

    assert bool(records) != bool(problems)
    assert "\n" not in "".join(as_text(problem).replace("\n    ", "") for problem in problems)
