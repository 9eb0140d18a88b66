"""The index of the records in shards: made of what is indexed, kept where nothing changed, together the whole."""

import json
from collections import Counter
from itertools import chain, groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.publishing import build as building
from acervo.publishing import pagefind, search
from acervo.publishing.generations import digest
from acervo.publishing.theme import project as project_of
from tests import projects

NEWEST = "data/conferences/2026-luna-de-diciembre.yml"

years = st.lists(st.integers(2001, 2030).map(str))


@given(years)
def test_a_shard_ends_with_its_year_once_it_has_enough(years):
    begin = search.beginnings(years, least=3)
    shards = [[*group] for _, group in groupby(sorted(years), lambda year: sum(first <= year for first in begin))]

    assert [*chain.from_iterable(shards)] == sorted(years)
    assert all(len(shard) >= 3 for shard in shards[:-1])
    for shard in shards:  # without its last year it would have been too small to end
        assert sum(year != shard[-1] for year in shard) < 3


@given(years, st.integers(0, 5))
def test_a_page_of_the_newest_year_moves_no_other_to_another_shard(years, more):
    newest = max(years, default="2030")

    assert search.beginnings([*years, *[newest] * more], least=3) == search.beginnings(years, least=3)


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional archive, its index in several shards."""
    project = projects.copy(tmp_path_factory.mktemp("divided"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "LEAST", 3)
        building.build(project_of(project / "mkdocs.yml"))
    return project


def indexed(site: Path) -> Counter[str]:
    """Return the pages of all shards, with how often each is indexed."""
    paths = [path.relative_to(site).as_posix() for path in (site / "pagefind").rglob("*")]
    return Counter(page for page, _ in pagefind.names(site, paths))


def test_every_page_is_in_one_shard_and_together_they_hold_what_one_would(divided, tmp_path):
    whole = projects.copy(tmp_path)
    building.build(project_of(whole / "mkdocs.yml"))
    shards = json.loads((divided / "site" / "pagefind" / "shards.json").read_bytes())

    assert indexed(divided / "site") == indexed(whole / "site")
    assert set(indexed(divided / "site").values()) == {1}
    assert shards == [*sorted(shards[:-1], reverse=True), "inicio"]
    assert len(shards) > 2
    assert sorted(path.name for path in (divided / "site" / "pagefind").iterdir()) == sorted([*shards, "shards.json"])
    assert json.loads((whole / "site" / "pagefind" / "shards.json").read_bytes()) == ["inicio"]


def test_a_changed_record_makes_only_its_shard_anew_and_the_bytes_of_a_full_build(divided, monkeypatch):
    monkeypatch.setattr(search, "LEAST", 3)
    project = project_of(divided / "mkdocs.yml")
    made = []
    original = pagefind.index
    monkeypatch.setattr(pagefind, "index", lambda pages, output: made.append(pages) or original(pages, output))
    place = divided / NEWEST
    place.write_text(
        place.read_text(encoding="utf-8").replace("Calendario ficticio", "Otro ficticio"), encoding="utf-8"
    )
    assert building.build(project).published
    grown = projects.digests(project.site / "pagefind")
    assert len(made) == 1

    building.build(project)
    assert len(made) == 1
    building.forget(project)
    building.build(project)
    assert projects.digests(project.site / "pagefind") == grown
    assert len(made) > 2


def test_no_file_that_no_search_asks_for_is_published(divided):
    found = {path.suffix for path in (divided / "site" / "pagefind").rglob("*") if path.is_file()}

    assert found == {".js", ".json", ".pagefind", ".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"}
    assert not [*(divided / "site" / "pagefind").rglob("*-ui.*")]


# --- What is indexed of a page

PAGE = (
    b'<main data-pagefind-body><h1>Uno</h1>%s<section data-pagefind-ignore id="x"><p>%s</p></section>'
    b"<section><p>%s</p></section></main>"
)
VALUE = b'<b data-pagefind-filter="tema">%s</b>'


def seen(folder: Path, pages: dict[str, bytes]) -> dict[str, str]:
    for path, page in pages.items():
        (folder / path).write_bytes(page)
    return search.seen(folder, {path: digest(page) for path, page in pages.items()}, folder / "searched")


def test_only_what_is_indexed_of_a_page_asks_for_a_new_index(tmp_path):
    first = seen(tmp_path, {"a.html": PAGE % (b"1", b"2", b"3"), "b.html": b"<main>una lista</main>"})
    same = seen(tmp_path, {"a.html": PAGE % (b"1", b"otra cosa", b"3"), "b.html": b"<main>otra lista</main>"})
    others = [
        seen(tmp_path, {"a.html": page, "b.html": b"<main>una lista</main>"})
        for page in (
            PAGE % (b"otra", b"2", b"3"),
            PAGE % (b"1", b"2", b"otra"),
            PAGE % (b"1", VALUE % b"paz", b"3"),
            PAGE % (b"1", VALUE % b"agua", b"3"),
        )
    ]

    assert same == first
    assert [found.keys() for found in (first, *others)] == [{"a.html"}] * 5
    assert len({found["a.html"] for found in (first, *others)}) == 5


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b'{"a.html": null}', b'{"a.html": ["x", "y"]}'])
def test_a_spoilt_memory_of_what_was_seen_is_read_again(spoilt, tmp_path):
    pages = {"a.html": PAGE % (b"1", b"2", b"3")}
    first = seen(tmp_path, pages)
    (tmp_path / "searched").write_bytes(spoilt)

    assert seen(tmp_path, pages) == first
