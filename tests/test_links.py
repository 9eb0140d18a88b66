"""Links that lead nowhere are found; links to other sites are left alone."""

import pytest

from acervo.publishing.links import Links

ANSWERS = {"", "conferencias/", "conferencias/a/", "assets/a.css", "feed.xml"}


def broken(html: str, path: str) -> list[str]:
    """The broken links of a page, asked for twice: what was learnt the first time must not change the answer."""
    links = Links(ANSWERS, "/")
    page = html.encode()
    links.broken(page, path)
    return links.broken(page, path)


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("conferencias/a/", "../../"),
        ("conferencias/a/", "../../conferencias/"),
        ("conferencias/a/", "../../assets/a.css?v=2"),
        ("conferencias/a/", "#fuentes"),
        ("conferencias/a/", "../a/#fuentes"),
        ("conferencias/a/", "./"),
        ("", "conferencias/a/"),
        ("", "feed.xml"),
        ("404.html", "/conferencias/"),
        ("conferencias/a/", "https://example.org/nada"),
        ("conferencias/a/", "//example.org/nada"),
        ("conferencias/a/", "mailto:a@example.org"),
    ],
)
def test_a_link_that_leads_somewhere_is_fine(path: str, link: str) -> None:
    assert broken(f'<a href="{link}">x</a>', path) == []


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("conferencias/a/", "../../conferencias/b/"),
        ("conferencias/a/", "../../../conferencias/a/x"),
        ("conferencias/a/", "b/"),
        ("", "conferencias/b/"),
        ("", "assets/b.css"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(path: str, link: str) -> None:
    assert broken(f'<a href="{link}">x</a>', path) == [link]


def test_images_and_scripts_count_too() -> None:
    assert broken('<img src="no.png"><script src="no.js"></script>', "") == ["no.js", "no.png"]


def test_a_site_under_a_base_path_knows_it_for_its_own() -> None:
    links = Links(ANSWERS, "/archivo/")

    assert links.broken(b'<a href="/archivo/conferencias/">x</a><a href="/archivo/">x</a>', "404.html") == []
    assert links.broken(b'<a href="/conferencias/">x</a>', "404.html") == ["/conferencias/"]
