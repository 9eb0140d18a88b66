"""Routes, packages and figures built step by step: the bytes of a full build, whatever changed."""

import csv
import io
import re
from pathlib import Path

from tests import projects


def rebuilt(project: Path, record: str, old: str, new: str) -> set[str]:
    """Change a text in a record, build, and return the files that changed; a clean build gives the same ones."""
    path = project / "data" / record
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    before = projects.digests(project / "site")
    done = projects.run(project, "build", "--no-index")
    assert done.returncode == 0, done.stdout + done.stderr
    after = projects.digests(project / "site")
    assert projects.run(project, "build", "--no-index", "--clean").returncode == 0
    assert projects.digests(project / "site") == after
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_what_a_route_depends_on_changes_it_and_every_build_gives_the_same_bytes(tmp_path: Path) -> None:
    project = projects.copy(tmp_path / "a")
    assert projects.run(project, "build", "--no-index").returncode == 0
    route, talk = "rutas/aprender-a-archivar/index.html", "conferencias/2023-abrir-un-archivo/index.html"
    package, figures = "temas/archivos-y-memoria/paquete/index.html", "cifras/index.html"

    shorter = rebuilt(project, "youtube/v_-ejemplo001_000.json", '"duration": 5400', '"duration": 4800')
    assert {route, package, figures, "cifras/datos.csv", "cifras/datos.json"} <= shorter
    assert talk not in shorter
    renamed = rebuilt(project, "documents/estudio-de-paridad.yml", "title: ", "title: Otro ")
    assert "temas/participacion-politica/paquete/index.html" in renamed
    assert route not in renamed


def test_every_section_that_a_step_names_is_on_the_page_it_leads_to(tmp_path: Path) -> None:
    project = projects.copy(tmp_path / "a")
    assert projects.run(project, "build", "--no-index").returncode == 0
    found = [
        (page, link, anchor)
        for page in (project / "site" / "rutas").glob("*/index.html")
        for link, anchor in re.findall(r'href="([^"#]*/documentos/[^"#]*)#([^"]+)"', page.read_text(encoding="utf-8"))
    ]

    assert found
    for page, link, anchor in found:
        target = (page.parent / link).resolve() / "index.html"
        assert f'id="{anchor}"' in target.read_text(encoding="utf-8")


def test_a_route_that_changes_reaches_the_pages_of_what_it_names(tmp_path: Path) -> None:
    project = projects.copy(tmp_path / "a")
    assert projects.run(project, "build", "--no-index").returncode == 0
    talk = "conferencias/2023-abrir-un-archivo/index.html"

    changed = rebuilt(project, "routes/una-tarde-de-ejemplo.yml", "title: Una tarde", "title: Otra tarde")
    assert {talk, "rutas/una-tarde-de-ejemplo/index.html", "temas/lenguaje-incluyente/index.html"} <= changed
    assert "documentos/estudio-de-paridad/index.html" not in changed
    page = (project / "site" / talk).read_text(encoding="utf-8")
    assert "Sigue en la ruta «Otra tarde de ejemplo»" in page


def test_the_figures_of_the_page_are_those_of_its_data(tmp_path: Path) -> None:
    project = projects.copy(tmp_path / "a")
    assert projects.run(project, "build", "--no-index").returncode == 0
    folder = project / "site" / "cifras"
    rows = list(csv.DictReader(io.StringIO((folder / "datos.csv").read_text(encoding="utf-8-sig"))))
    page = (folder / "index.html").read_text(encoding="utf-8")

    years = [int(row["value"]) for row in rows if row["code"] == "held" and not row["series"]]
    undated = next(int(row["value"]) for row in rows if row["code"] == "held_undated")
    first = re.search(r'<dt>Conferencias realizadas</dt><dd class="count-number">([\d,]+)</dd>', page)
    assert first is not None
    assert int(first[1]) == sum(years) + undated > 0
