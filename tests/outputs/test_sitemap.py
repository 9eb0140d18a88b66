"""The sitemap and robots.txt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from acervo.outputs import sitemap
from tests.outputs.fiction import Site, entry
from tests.outputs.rules import SITEMAP, SITEMAP_RULES, broken

SITE = Site()


def addresses(xml: bytes) -> list[str]:
    return [found.text or "" for found in etree.fromstring(xml).iter(f"{SITEMAP}loc")]


def test_a_page_has_its_address_and_the_day_it_changed_if_that_is_known() -> None:
    rows = [("", "2026-03-01"), ("acerca/", ""), ("conferencias/charla-ficticia/", "2026-02-01")]

    assert sitemap.sitemap(rows, SITE) == {
        "sitemap.xml": (
            b'<?xml version="1.0" encoding="UTF-8"?>\n'
            b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
            b"<url><loc>https://ficticio.example/archivo/</loc><lastmod>2026-03-01</lastmod></url>\n"
            b"<url><loc>https://ficticio.example/archivo/acerca/</loc></url>\n"
            b"<url><loc>https://ficticio.example/archivo/conferencias/charla-ficticia/</loc>"
            b"<lastmod>2026-02-01</lastmod></url>\n"
            b"</urlset>\n"
        )
    }


def test_fifty_thousand_pages_fit_in_one_file() -> None:
    rows = [(f"temas/tema-{number}/", "") for number in range(50_000)]

    assert list(sitemap.sitemap(rows, SITE)) == ["sitemap.xml"]


def test_more_than_fifty_thousand_pages_get_an_index() -> None:
    rows = [(f"temas/tema-{number}/", f"20{number // 10_000:02}-01-01") for number in range(100_001)]

    files = sitemap.sitemap(iter(rows), SITE)

    base = SITE.url
    assert files.pop("sitemap.xml").decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"<sitemap><loc>{base}sitemap-1.xml</loc><lastmod>2004-01-01</lastmod></sitemap>\n"
        f"<sitemap><loc>{base}sitemap-2.xml</loc><lastmod>2009-01-01</lastmod></sitemap>\n"
        f"<sitemap><loc>{base}sitemap-3.xml</loc><lastmod>2010-01-01</lastmod></sitemap>\n"
        "</sitemapindex>\n"
    )
    assert {path: broken(xml, SITEMAP_RULES) for path, xml in files.items()} == {
        "sitemap-1.xml": [],
        "sitemap-2.xml": [],
        "sitemap-3.xml": [],
    }
    assert [address for xml in files.values() for address in addresses(xml)] == [base + path for path, _ in rows]


@pytest.mark.parametrize(
    ("url", "path", "address"),
    [
        ("https://ficticio.example/", "año/", "https://ficticio.example/a%C3%B1o/"),
        ("https://ficticio.example/", "a&b/", "https://ficticio.example/a%26b/"),
        ("https://ficticio.example/", "a b<c>'\"/", "https://ficticio.example/a%20b%3Cc%3E%27%22/"),
        ("https://ficticio.example/ya%20escapada/", "x/", "https://ficticio.example/ya%20escapada/x/"),
        ("https://ficticio.example/?a=1&b=/", "x/", "https://ficticio.example/?a=1&b=/x/"),
        ("https://ficticio.example/niño<>/", "x/", "https://ficticio.example/ni%C3%B1o%3C%3E/x/"),
    ],
)
def test_addresses_are_escaped_once(url: str, path: str, address: str) -> None:
    xml = sitemap.sitemap([(path, "")], Site(url=url))["sitemap.xml"]

    assert addresses(xml) == [address]
    assert broken(xml, SITEMAP_RULES) == []


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), unique=True))
def test_no_path_breaks_the_sitemap(paths: list[str]) -> None:
    assert broken(sitemap.sitemap([(path, "2026-01-01") for path in paths], SITE)["sitemap.xml"], SITEMAP_RULES) == []


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        (
            "each has one address, then one day at most",
            "<lastmod>2026-01-01</lastmod>",
            "<changefreq>daily</changefreq>",
        ),
        ("addresses are absolute", "https://ficticio.example", ""),
        ("addresses are unique", "/b/", "/a/"),
        ("days are ISO 8601", "2026-01-01", "1 de enero"),
        ("it holds only its own elements", "url>", "sitemap>"),
    ],
)
def test_the_rules_of_sitemaps_find_what_breaks_them(rule: str, old: str, new: str) -> None:
    xml = sitemap.sitemap([("a/", "2026-01-01"), ("b/", "")], SITE)["sitemap.xml"].decode()

    assert rule in broken(xml.replace(old, new).encode(), SITEMAP_RULES)


def test_a_page_changes_with_its_record_and_with_what_it_lists() -> None:
    person = entry("speakers", "ana-ficticia", updated="2026-02-01")
    older, newer = (
        entry("conferences", "vieja", updated="2026-01-01"),
        entry("conferences", "nueva", updated="2026-03-01"),
    )
    days = {one.key: one.updated for one in (person, older, newer)}
    listed = (older.key, newer.key)

    assert {
        "a person with conferences": sitemap.last_change(days, person.key, listed),
        "a person with older conferences": sitemap.last_change(days, person.key, (older.key,)),
        "a conference beside a newer one": sitemap.last_change(days, older.key, (newer.key,)),
        "a list": sitemap.last_change(days, None, listed),
        "an empty list": sitemap.last_change(days, None, ()),
    } == {
        "a person with conferences": "2026-03-01",
        "a person with older conferences": "2026-02-01",
        "a conference beside a newer one": "2026-01-01",
        "a list": "2026-03-01",
        "an empty list": "",
    }


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    assert sitemap.robots(SITE) == {
        "robots.txt": b"User-agent: *\nAllow: /\n\nSitemap: https://ficticio.example/archivo/sitemap.xml\n"
    }
