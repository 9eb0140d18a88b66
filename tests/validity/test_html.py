"""Every page of both sites: HTML without an error, one heading, parts in order, and links that lead somewhere."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

from tests.validity import trees
from tests.validity.trees import Leaf, Site


def faults(page: Leaf) -> list[str]:
    """Return what is wrong with the outline, the names and the head of a page."""
    root = page.root
    levels = [
        int(one.tag[1])
        for one in root.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    ]
    names = Counter(str(one) for one in root.xpath("//@id"))
    pointed = {
        word
        for one in root.xpath("//@aria-labelledby | //@aria-describedby | //@aria-controls | //label/@for")
        for word in str(one).split()
    }
    found = [f"no parsea: {error}" for error in page.errors]
    found += [f"id repetido: {name}" for name, count in names.items() if count > 1]
    found += [f"nada tiene el id: {name}" for name in sorted(pointed - names.keys())]
    found += [f"de h{level} a h{following}" for level, following in pairwise(levels) if following > level + 1]
    if levels.count(1) != 1 or levels[:1] != [1]:
        found.append(f"encabezados: {levels}")
    if root.get("lang") != "es":
        found.append("sin lang=es")
    if len(root.xpath("//main")) != 1:
        found.append("sin un main")
    if not "".join(root.xpath("//title/text()")).strip():
        found.append("sin título")
    return found


def test_no_page_has_a_fault(site: Site) -> None:
    found = {path: faults(page) for path, page in site.whole.items()}

    assert len(found) > 50
    assert {path: what for path, what in found.items() if what} == {}


def test_every_page_to_be_listed_says_what_it_is_and_where_it_lives(site: Site) -> None:
    found = {}
    for path, page in site.whole.items():
        if path == "404.html":
            continue
        described = page.one("//meta[@name='description']/@content")
        address = page.one("//link[@rel='canonical']/@href")
        shared = page.one("//meta[@property='og:url']/@content")
        if not 0 < len(described) <= 320 or {address, shared} != {site.address(path)}:
            found[path] = (described, address, shared)

    assert found == {}


def test_titles_tell_the_pages_of_a_section_apart(site: Site) -> None:
    titles = Counter(
        (path.partition("/")[0], page.one("//title/text()")) for path, page in site.whole.items() if page.indexable
    )

    assert [title for title, count in titles.items() if count > 1] == []


def test_a_page_that_moved_says_where_to_in_spanish(fiction: Site) -> None:
    moved = {path: page for path, page in fiction.pages.items() if page.moved}

    renamed = {path for path in moved if not path.startswith("c/")}

    assert renamed == {"conferencias/2024-violencia-en-linea/index.html", "personas/zenobia-apocrifa/index.html"}
    assert len(moved) > len(renamed)
    for path, page in moved.items():
        target = page.one("//link[@rel='canonical']/@href")
        assert (page.errors, page.root.get("lang")) == ((), "es")
        assert fiction.file(target).partition("/")[0] in ("conferencias", "personas")
        assert fiction.links(path) == {target}


def test_every_link_and_fragment_leads_somewhere(site: Site) -> None:
    dead = {path: trees.dead(site, path) for path in site.pages}
    counted = sum(len(site.links(path)) for path in site.pages)

    assert counted > 1_000
    assert {path: links for path, links in dead.items() if links} == {}


def test_every_page_can_be_reached_from_the_home_page(site: Site) -> None:
    reached, next_ = set(), {"index.html"}
    while next_:
        reached |= next_
        named = {site.file(link.partition("#")[0]) for path in next_ for link in site.links(path)}
        next_ = {path for path in named if path in site.pages} - reached

    left = {path for path, page in site.whole.items() if page.indexable} - reached
    assert left == set()


def test_a_bad_page_is_found_bad(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><html><title> </title><body><h2 id="a">x</h2><h1 id="a">y</h1><h3>z</h3>'
        '<p><div></p><label for="q">w</label><a href="lejos/">l</a><a href="#nada">m</a></html>',
        encoding="utf-8",
    )
    site = trees.read(tmp_path, "https://ficticio.example/")
    found = faults(site.pages["index.html"])

    assert [what.partition(":")[0] for what in found] == [
        "no parsea",
        "no parsea",
        "id repetido",
        "nada tiene el id",
        "de h1 a h3",
        "encabezados",
        "sin lang=es",
        "sin un main",
        "sin título",
    ]
    assert trees.dead(site, "index.html") == ["https://ficticio.example/#nada", "https://ficticio.example/lejos/"]
