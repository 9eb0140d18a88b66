"""What a page is made of tells in its fingerprint: a change that did not would leave an old page in the site."""

from pathlib import Path

import pytest
from jinja2 import Environment

from acervo.archive import archive
from acervo.publishing import reading
from acervo.publishing.rendering import Press
from acervo.site.page import Page
from tests.site.opening import SETTINGS


@pytest.mark.parametrize("part", Page._field_defaults)
def test_every_part_that_a_page_may_have_tells_in_its_fingerprint(part: str, tmp_path: Path) -> None:
    press = Press(archive.build([]), reading.read(tmp_path, "data"), tmp_path, SETTINGS, {}, Environment())
    page = Page("temas/nube/", "topics", "temas", None, (), (), 1, 1)

    assert press.fingerprint(page, 1) != press.fingerprint(page._replace(**{part: ("otra cosa",)}), 1)
