"""One page of every kind that a visitor meets, in the fictional archive built with the real theme.

In: an empty folder. Out: the finished site (`build`), and where each kind of page is in it (`SIGHTS`).
Never: shows real data. A long record and short lists are added, so that tables, contents and pages of lists are met.
"""

from pathlib import Path

from playwright.sync_api import expect

from tests import projects
from visits import Visit

URL = "https://acervo.example/archivo/"
"""Where the site says that it lives; it is served under the same path."""
REPOSITORY = "https://forja.example/acervo"
PAGE_SIZE = 5
PATIENCE = 30_000
"""Milliseconds that a test waits for a page to do what it must: a shared machine is slow now and then."""
SIGNS = {
    "#results": "#results[aria-busy=false]",
    "#moment-list": "#moment-list[aria-busy=false]",
    "#editor [aria-current]": "#editor-work:not([hidden]), #editor-away:not([hidden])",
    ".finder": ".finder:not([hidden])",
    ".remember": ".remember:not([hidden])",
}
"""Parts that a page fills or shows by itself after it was loaded, and what is there when it has done so."""

SIGHTS = {
    "home": "",
    "conference": "conferencias/2024-datos-abiertos-con-cuidado/",
    "conference with a table": "conferencias/2023-abrir-un-archivo/",
    "conference whose video is gone": "conferencias/2024-violencia-digital/",
    "conference with a video of our own": "conferencias/2025-acto-de-clausura/",
    "conference that little is known of": "conferencias/charla-sin-fecha/",
    "conference to come": "conferencias/2026-naranja-de-noviembre/",
    "conference that was cancelled": "conferencias/2026-naranja-cancelada/",
    "conference with questions": "conferencias/2026-naranja-de-agosto/",
    "calendar": "calendario/",
    "calendar of a year": "calendario/2026/",
    "series with a rule": "ciclos/naranja-de-ejemplo/",
    "conference to announce": "conferencias/2026-naranja-de-noviembre/",
    "speaker": "personas/luna-ejemplo-ficticia/",
    "document": "documentos/informe-de-cuidados/",
    "long document": "documentos/documento-largo-de-ejemplo/",
    "network": "redes/red-linterna/",
    "institution": "instituciones/instituto-ficticio-de-prueba/",
    "series": "ciclos/luna-de-ejemplo/",
    "second page of a series": "ciclos/luna-de-ejemplo/pagina/2/",
    "topic": "temas/igualdad-de-genero/",
    "package of a topic": "temas/archivos-y-memoria/paquete/",
    "route": "rutas/aprender-a-archivar/",
    "list of routes": "rutas/",
    "figures": "cifras/",
    "line of time": "linea-de-tiempo/",
    "who works with whom": "relaciones/",
    "map of the states": "entidades/",
    "state": "entidades/oaxaca/",
    "document that others cite": "documentos/ley-ficticia-de-ejemplo/",
    "withdrawn person": "personas/zenobia-apocrifa-de-ejemplo/",
    "quality": "calidad/",
    "what is missing in each record": "calidad/conferencias/",
    "records with one gap": "calidad/falta/subtitulos/",
    "list of conferences": "conferencias/",
    "second page of a list": "conferencias/pagina/2/",
    "list of a year": "conferencias/2023/",
    "list without a year": "conferencias/sin-fecha/",
    "list of people": "personas/",
    "list of topics": "temas/",
    "evaluation": "evaluaciones/2024-datos-abiertos-salida/",
    "evaluations": "evaluaciones/",
    "withdrawn": "conferencias/2024-sesion-retirada/",
    "search": "buscar/",
    "search with results": "buscar/?q=genero",
    "search with filters": "buscar/?q=genero&tipo=Conferencia",
    "search without results": "buscar/?q=xyzzy",
    "feeds": "suscribirse/",
    "form of a record": "editar/?tipo=conferences",
    "editorial page": "acerca/",
    "lost page": "no/existe/",
}
"""Every kind of page by its name: its address from the site's root."""

_LONG = """\
title: "Documento largo de ejemplo, con un título que también es largo para que en un teléfono ocupe varios renglones"
kind: report
summary: Reúne todo lo que un texto puede traer, inventado.
institution: instituto-ficticio-de-prueba
topics: [igualdad-de-genero, accesibilidad]
sections:
  - title: Una tabla ancha
    text: |
      | Indicador | Enero | Febrero | Marzo | Abril | Mayo | Junio | Julio | Agosto |
      |:---|---:|---:|---:|---:|---:|---:|---:|:---:|
      | Personas que asistieron a las sesiones | 120 | 1,045 | 98 | 7 | 12 | 45 | 3 | sí |
      | Sesiones con subtítulos *revisados* | 1 | 0 | 2 | 3 | 4 | 5 | 6 | no |
  - title: Listas, citas y código
    text: |
      1. Uno
         - Uno y medio
           - Uno y tres cuartos
      2. Dos, con `código que no se parte en ningún lado` y **negritas**

      > Una cita *inventada*.

      ```
      un renglón de código tan largo que no cabe en la pantalla de ningún teléfono, ni acostado
      ```

      ---

      ### Un subtítulo

      [Un enlace](https://ejemplo.example/) y después más texto.
  - title: Palabrasinespaciosquetampococabeenlapantalladeuntelefonoporquenoseacabanunca
    text: |
      https://ejemplo.example/una/direccion/muy/larga/que/alguien/pego/sin/pensar/en/los/telefonos?a=1&b=2
sources:
  - title: Invención
updated: 2026-10-30
"""


def build(folder: Path) -> Path:
    """Build the fictional archive in an empty folder and return the folder of its site."""
    return finish(lay_out(folder))


def lay_out(folder: Path) -> Path:
    """Copy the fictional archive, and a document that fits nowhere, into an empty folder; return its project."""
    project = projects.copy(folder)
    (project / "data" / "documents" / "documento-largo-de-ejemplo.yml").write_text(_LONG, encoding="utf-8")
    return project


def finish(project: Path) -> Path:
    """Build a project with short lists and a repository; return the folder of its site."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("    data: data\n", f"    data: data\n    page_size: {PAGE_SIZE}\n"), encoding="utf-8"
    )
    done = projects.run(project, "build", ACERVO_SITE_URL=URL, ACERVO_REPO_URL=REPOSITORY)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def settled(seen: Visit) -> Visit:
    """Wait until a page has done what it does on its own: the search, the form, what comes with a transcript."""
    for part, sign in SIGNS.items():
        if seen.page.locator(part).count():
            expect(seen.page.locator(sign).first).to_be_attached()
    return seen
