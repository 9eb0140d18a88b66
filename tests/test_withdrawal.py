"""Who asks to be withdrawn leaves no trace of their name in the built site but the address itself.

The address answers with a notice that says when and why, and not who.
"""

import gzip
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from acervo.archive import archive
from acervo.archive.holding import Holding, PictureFile
from acervo.records.catalogue.entry import describe
from acervo.records.text.words import fold
from tests import projects
from tests.site.opening import html, record, site

ID = "zenobia-apocrifa-de-ejemplo"
FORMER = "zenobia-apocrifa"
NAMES = ("zenobia", "cenobia", "apocrifa", "directora de nada")
"""Words of the name, of its other form and of the office, folded."""
ANSWERING = {f"personas/{ID}/index.html", f"personas/{FORMER}/index.html"}
GONE = {"withdrawn": {"date": "2026-01-02", "reason": "A petición"}}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = projects.copy(tmp_path_factory.mktemp("withdrawal"))
    done = projects.run(project, "build", ACERVO_REPO_URL="https://forja.example/acervo")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def text(path: Path) -> str:
    """Return what a file of the site says, folded; the search index keeps its parts compressed."""
    data = path.read_bytes()
    return fold(unquote((gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8", "replace")))


def test_the_name_and_the_office_are_nowhere_in_the_site(built: Path) -> None:
    files = {path.relative_to(built).as_posix(): path for path in built.rglob("*") if path.is_file()}
    kinds = {path.rpartition(".")[2] for path in files}

    found = {path: [name for name in NAMES if name in text(files[path])] for path in files if path not in ANSWERING}

    assert {"html", "xml", "ics", "json", "txt", "pf_fragment", "pf_index"} <= kinds
    assert {path: names for path, names in found.items() if names} == {}
    assert [path for path in files if "zenobia" in path and path not in ANSWERING] == []


def test_the_old_addresses_answer_without_the_name(built: Path) -> None:
    for path in sorted(ANSWERING):
        told = text(built / path).replace(ID, "").replace(FORMER, "")
        assert [name for name in NAMES if name in told] == []

    notice = (built / f"personas/{ID}/index.html").read_text(encoding="utf-8")
    assert re.search(r"<h1>Página retirada</h1>", notice)
    assert "1 de septiembre de 2026" in notice
    assert "A petición de la persona, que es inventada." in notice
    assert '<meta name="robots" content="noindex">' in notice


def test_the_conference_says_that_somebody_took_part(built: Path) -> None:
    page = (built / "conferencias/2023-mesa-de-masculinidades/index.html").read_text(encoding="utf-8")

    assert page.count("Persona sin ficha pública") == 1


def test_the_picture_of_a_recording_goes_with_whoever_is_in_it_and_the_others_stay() -> None:
    people = {"una": "ana", "otra": "eva"}
    records = [
        ("speakers", "ana", record("speakers", **GONE)),
        ("speakers", "eva", record("speakers")),
        *(
            (
                "conferences",
                id_,
                record("conferences", people=[{"person": one}], recording={"youtube": f"ficticio00{n}"}),
            )
            for n, (id_, one) in enumerate(people.items())
        ),
    ]
    kept = {f"ficticio00{n}": Holding(picture=PictureFile(f"ficticio00{n}", "p.webp", "0" * 24)) for n in range(2)}

    joined = archive.build((describe(kind, id_, "", 1, "0" * 32, one) for kind, id_, one in records), kept)

    assert {key[1]: bool(held.picture) for key, held in joined.holdings.items()} == {"una": False, "otra": True}


def test_the_institution_does_not_tell_who_was_there() -> None:
    people = [{"person": "ana", "office": "Directora", "institution": "una", "name_as_written": "Anita"}]
    records = {
        ("speakers", "ana"): record("speakers", title="Ana Reservada", **GONE),
        ("institutions", "una"): record("institutions", title="Institución señalada"),
        ("conferences", "charla"): record("conferences", title="Charla señalada", people=people),
        ("documents", "nota"): record("documents", title="Nota", people=people),
    }

    pages = site(records)

    assert "Charla señalada" not in html(pages["instituciones/una/"])
    for path in ("conferencias/charla/", "documentos/nota/"):
        page = html(pages[path])
        assert "Persona sin ficha pública" in page
        assert [word for word in ("Ana Reservada", "Anita", "Directora", "Institución señalada") if word in page] == []


def test_a_person_who_is_not_withdrawn_stays_where_they_were() -> None:
    people = [{"person": "ana", "office": "Directora", "institution": "una"}, {"person": "eva"}]
    records = {
        ("speakers", "ana"): record("speakers", title="Ana Ficticia"),
        ("speakers", "eva"): record("speakers", title="Eva Reservada", **GONE),
        ("institutions", "una"): record("institutions", title="Institución señalada"),
        ("conferences", "charla"): record("conferences", title="Charla señalada", people=people),
    }

    pages = site(records)

    assert "Charla señalada" in html(pages["instituciones/una/"])
    assert "Charla señalada" in html(pages["personas/ana/"])
    assert "Ana Ficticia" in html(pages["conferencias/charla/"])
