"""The sites whose validity is judged: the fictional archive, and the real one."""

import shutil

import pytest

from tests import projects
from tests.browser import sights
from tests.validity import trees
from tests.validity.trees import Site


@pytest.fixture(scope="session")
def fiction(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the fictional archive, with short lists."""
    return trees.read(sights.build(tmp_path_factory.mktemp("fiction")), sights.URL)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the real records."""
    folder = tmp_path_factory.mktemp("real") / "project"
    folder.mkdir()
    for name in ("content", "data", "overrides"):
        shutil.copytree(projects.ROOT / name, folder / name)
    shutil.copytree(
        projects.ROOT / "scripts" / "acervo",
        folder / "scripts" / "acervo",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(projects.ROOT / "mkdocs.yml", folder)
    done = projects.run(folder, "build", ACERVO_SITE_URL=sights.URL, ACERVO_REPO_URL=sights.REPOSITORY)
    assert done.returncode == 0, done.stdout + done.stderr
    return trees.read(folder / "site", sights.URL)


@pytest.fixture(params=["fiction", "real"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of them in turn."""
    found: Site = request.getfixturevalue(request.param)
    return found
