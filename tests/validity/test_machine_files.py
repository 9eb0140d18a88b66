"""What machines read of both sites: the sitemap, the feeds, and the structured data of every page."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from lxml import etree

from tests.outputs.rules import SITEMAP, SITEMAP_RULES, broken, feed_faults
from tests.validity.trees import Leaf, Site

# The part of schema.org that the pages use: what each type is a kind of, and the properties it brings.
PARENT = {
    "Clip": "CreativeWork",
    "CollectionPage": "CreativeWork",
    "CreativeWork": "Thing",
    "DefinedTerm": "Thing",
    "EducationalOrganization": "Organization",
    "Event": "Thing",
    "EventSeries": "Event",
    "GovernmentOrganization": "Organization",
    "Audience": "Thing",
    "BreadcrumbList": "ItemList",
    "DataDownload": "MediaObject",
    "Dataset": "CreativeWork",
    "ItemList": "Thing",
    "LearningResource": "CreativeWork",
    "Legislation": "CreativeWork",
    "ListItem": "Thing",
    "MediaObject": "CreativeWork",
    "NGO": "Organization",
    "Organization": "Thing",
    "OrganizationRole": "Thing",
    "Person": "Thing",
    "Place": "Thing",
    "PresentationDigitalDocument": "CreativeWork",
    "Report": "CreativeWork",
    "VideoObject": "CreativeWork",
    "WebSite": "CreativeWork",
}
OWN = {
    "Thing": "alternateName description name sameAs url",
    "CreativeWork": "about audience author dateModified datePublished genre hasPart inLanguage isAccessibleForFree "
    "isBasedOn isPartOf learningResourceType license provider publisher spatialCoverage teaches "
    "temporalCoverage timeRequired",
    "Clip": "startOffset",
    "DefinedTerm": "inDefinedTermSet",
    "Audience": "audienceType",
    "Dataset": "distribution measurementTechnique variableMeasured",
    "Event": "about audience doorTime endDate eventAttendanceMode eventStatus inLanguage location organizer performer "
    "previousStartDate recordedIn startDate superEvent",
    "ItemList": "itemListElement",
    "ListItem": "item position",
    "MediaObject": "contentUrl encodingFormat",
    "Organization": "email foundingDate knowsAbout location member memberOf parentOrganization telephone",
    # A role stands between a property and its value, and repeats the property.
    "OrganizationRole": "endDate memberOf roleName startDate",
    "Person": "familyName givenName honorificPrefix memberOf",
    "Place": "address",
    "VideoObject": "duration embedUrl uploadDate",
}
MAIN = {
    "conferencias": {"Event"},
    "personas": {"Person"},
    "documentos": {"CreativeWork", "Legislation", "PresentationDigitalDocument", "Report"},
    "redes": {"Organization"},
    "instituciones": {"EducationalOrganization", "GovernmentOrganization", "NGO", "Organization"},
    "ciclos": {"EventSeries"},
    "temas": {"DefinedTerm"},
}
"""What a record's page is about, by section."""


def properties(type_: str) -> set[str]:
    """Return the properties that a type has, its own and those of what it is a kind of."""
    found: set[str] = set()
    while type_:
        found |= set(OWN.get(type_, "").split())
        type_ = PARENT.get(type_, "")
    return found


def items(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every item in structured data, those inside others too."""
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from items(one)
    if isinstance(value, dict) and "@type" in value:
        yield value


def graph(page: Leaf) -> list[dict[str, Any]]:
    """Return the structured data of a page."""
    scripts = page.root.xpath("//script[@type='application/ld+json']/text()")
    return [one for text in scripts for one in json.loads(text)["@graph"]]


def strange(graph_: list[dict[str, Any]]) -> list[str]:
    """Return the types and properties that schema.org does not have, or not together."""
    found = []
    for item in items(graph_):
        type_ = item["@type"]
        if type_ not in PARENT:
            found.append(type_)
        else:
            found += [f"{type_}.{name}" for name in item if name[0] != "@" and name not in properties(type_)]
    return found


def test_structured_data_uses_only_words_of_schema_org(site: Site) -> None:
    graphs = {path: graph(page) for path, page in site.whole.items()}

    assert sum(map(len, graphs.values())) > 100
    assert {path: words for path, one in graphs.items() if (words := strange(one))} == {}


def test_every_record_is_described_as_what_it_is_with_its_own_heading(site: Site) -> None:
    found = {}
    for path, page in site.whole.items():
        section = path.partition("/")[0]
        if section in MAIN and page.root.xpath("//article[@data-pagefind-body]"):
            main = graph(page)[0]
            heading = "".join(page.root.xpath("//h1//text()")).strip()
            if main["@type"] not in MAIN[section] or main["name"] != heading or main["@id"] != site.address(path):
                found[path] = (main["@type"], main["name"], main["@id"])

    assert found == {}


def test_the_addresses_in_structured_data_answer(site: Site) -> None:
    named = {
        item[name]
        for page in site.whole.values()
        for item in items(graph(page))
        for name in ("@id", "url", "item")
        if str(item.get(name, "")).startswith(site.url)
    }

    assert len(named) > 50
    assert [address for address in sorted(named) if not site.file(address)] == []


def test_a_trail_is_counted_from_one_and_ends_on_its_page(site: Site) -> None:
    for path, page in site.whole.items():
        for trail in (one for one in graph(page) if one["@type"] == "BreadcrumbList"):
            steps = trail["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            first_page = site.address(path.partition("pagina/")[0])
            assert (steps[0]["item"], steps[-1]["item"]) == (site.url, first_page)


def test_words_that_schema_org_does_not_have_are_noticed() -> None:
    bad: list[dict[str, Any]] = [
        {"@type": "Conference"},
        {"@type": "Event", "speaker": "x", "about": [{"@type": "Person", "location": "x"}]},
    ]

    assert sorted(strange(bad)) == ["Conference", "Event.speaker", "Person.location"]


# Feeds.


def test_every_feed_is_valid_and_knows_where_it_is(site: Site) -> None:
    files = [path for path in sorted(site.folder.rglob("*.xml")) if path.name in ("feed.xml", "atom.xml")]
    faults = {}
    for path in files:
        xml, name = path.read_bytes(), path.relative_to(site.folder).as_posix()
        read = feedparser.parse(xml)
        selves = [link.href for link in read.feed.links if link.rel == "self"]
        dead = [entry.link for entry in read.entries if not site.file(entry.link)]
        wrong = feed_faults(xml) + dead + ([] if selves == [site.url + name] else selves)
        if wrong or read.bozo or not read.entries:
            faults[name] = wrong

    assert len(files) >= 4
    assert faults == {}


def test_every_page_names_the_feeds_and_the_data_that_there_are(site: Site) -> None:
    feeds = {"feed.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "calendario.ics": "text/calendar"}
    types = feeds | {"ficha.json": "application/json"}
    for path, page in site.whole.items():
        named = {
            urljoin(site.address(path), one.get("href", "")): one.get("type")
            for one in page.root.xpath("//link[@rel='alternate']")
        }

        assert {site.url + name: type_ for name, type_ in feeds.items()}.items() <= named.items()
        assert {link for link in named if not site.file(link)} == set()
        assert all(types[link.rpartition("/")[2]] == type_ for link, type_ in named.items())


# The sitemap.


def sitemap(site: Site) -> dict[str, str]:
    """Return the days of the sitemap by address, "" where it names none."""
    root = etree.fromstring((site.folder / "sitemap.xml").read_bytes())
    return {one.findtext(f"{SITEMAP}loc", ""): one.findtext(f"{SITEMAP}lastmod", "") for one in root}


def revised(page: Leaf) -> str:
    """Return the day on which a record's page says that it was last changed, or ""."""
    found = page.root.xpath("//footer[@class='record-foot']//time/@datetime")
    return str(found[0]) if found else ""


def test_the_sitemap_follows_its_protocol_and_lists_every_page_that_may_be_listed(site: Site) -> None:
    xml = (site.folder / "sitemap.xml").read_bytes()
    listed = {site.address(path) for path, page in site.whole.items() if page.indexable}

    assert broken(xml, SITEMAP_RULES) == []
    assert set(sitemap(site)) == listed
    assert f"Sitemap: {site.url}sitemap.xml" in (site.folder / "robots.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("section", MAIN)
def test_the_days_of_the_sitemap_are_those_that_the_pages_say(section: str, site: Site) -> None:
    days, wrong = sitemap(site), {}
    for path, page in site.whole.items():
        if path.partition("/")[0] != section or not page.indexable:
            continue
        rows = page.root.xpath(
            "//li[@class='row']//h2/a/@href | //li[@class='row']//h3/a/@href | //ol[@class='sheet']/li/p[1]/a/@href"
            " | //article//a[contains(@href, 'evaluaciones/')]/@href"
        )
        shown = [] if section == "conferencias" and revised(page) else rows
        listed = [revised(site.pages[site.file(urljoin(site.address(path), str(href)))]) for href in shown]
        expected = max([revised(page), *listed])
        if days[site.address(path)] != expected:
            wrong[path] = (days[site.address(path)], expected)

    assert wrong == {}
