"""What changed since the last visit: told only after it was asked for, erased at a touch, silent without storage."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

import pages
from tests import projects
from tests.browser import sights
from tests.browser.sights import PATIENCE
from tests.history import Repository
from visits import PHONE, Visit

RECORD = "conferencias/2023-abrir-un-archivo/"
FILE = "data/conferences/2023-abrir-un-archivo.yml"
ASK, FORGET = "Decirme qué cambió cuando vuelva", "Olvidar mis visitas"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of a site with a history, and what changes a record and builds it again."""
    folder = tmp_path_factory.mktemp("visited")
    project = projects.copy(folder)
    (folder / ".gitignore").write_text("**/.acervo/\n**/site/\n")
    repository = Repository(folder)
    repository.commit("Agrega todo")
    sights.finish(project)
    served = folder / "served"
    shutil.copytree(project / "site", served)

    def change() -> None:
        place = project / FILE
        place.write_text(place.read_text(encoding="utf-8") + "# Leída\n", encoding="utf-8")
        repository.commit("Se leyó")
        assert projects.run(project, "build", "--no-index", ACERVO_SITE_URL=sights.URL).returncode == 0
        shutil.copy(project / "site" / RECORD / "index.html", served / RECORD / "index.html")

    with pages.served(served, "/archivo/") as home:
        yield home, change


def kept(page: Page) -> object:
    return page.evaluate("localStorage.getItem('acervo-visits')")


def test_a_change_is_told_to_who_asked_and_forgotten_at_a_touch(site, page: Callable[..., Visit]) -> None:
    home, change = site
    seen = page(home + RECORD, PHONE)
    tools, sentence = seen.page.locator(".remember button"), seen.page.locator(".changed")
    expect(tools).to_have_text(ASK, timeout=PATIENCE)
    assert kept(seen.page) is None

    tools.press("Enter")
    expect(tools).to_have_text(FORGET)
    seen.page.reload()
    expect(tools).to_have_text(FORGET, timeout=PATIENCE)
    expect(sentence).to_be_hidden()

    change()
    seen.page.reload()
    expect(sentence).to_contain_text("Esta ficha cambió desde su última visita", timeout=PATIENCE)
    expect(seen.page.locator(".changes .badge")).to_have_count(1)
    seen.page.reload()
    expect(tools).to_have_text(FORGET, timeout=PATIENCE)
    expect(sentence).to_be_hidden()

    tools.click()
    expect(tools).to_have_text(ASK)
    assert kept(seen.page) is None
    assert (seen.complaints, seen.foreign) == ([], [])


@pytest.mark.parametrize("spoilt", ["{", '"hola"', "[[1, 2], null, 7]", '[["conferences/x", "y", "z"]]'])
def test_what_somebody_else_kept_there_stops_nothing(site, page: Callable[..., Visit], spoilt: str) -> None:
    seen = page(site[0] + RECORD)
    seen.page.evaluate("text => localStorage.setItem('acervo-visits', text)", spoilt)
    seen.page.reload()
    seen.page.wait_for_load_state("networkidle")

    expect(seen.page.locator(".changed")).to_be_hidden()
    assert seen.complaints == []


def test_without_storage_or_without_scripts_the_history_is_a_plain_list(site, page: Callable[..., Visit]) -> None:
    seen = page(site[0])
    seen.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    seen.page.goto(site[0] + RECORD)
    seen.page.wait_for_load_state("networkidle")
    plain = page(site[0] + RECORD, javascript=False)

    for one in (seen, plain):
        expect(one.page.locator(".remember")).to_be_hidden()
        expect(one.page.locator(".changes li").last).to_contain_text("Se agregó la ficha")
    assert seen.complaints == []
