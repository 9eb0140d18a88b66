"""The feeds: what they hold, in which order, and the rules of RSS 2.0 and Atom (RFC 4287)."""

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from acervo.archive.archive import Archive
from acervo.outputs import feeds
from acervo.outputs.feeds import Feed
from tests.outputs.fiction import Site, archive, entry
from tests.outputs.rules import ATOM, ATOM_RULES, RSS_RULES, Rule, broken, feed_faults

SITE = Site()
DC = "{http://purl.org/dc/elements/1.1/}"
HOSTILE = (
    "<b>negritas</b>",
    "<script>alert(1)</script>",
    "]]>",
    "&amp; & &#38; &lt;",
    "fin]]></title><item>",
    "<!-- comentario",
    "<?xml version='1.0'?>",
    "\"comillas\" 'simples'",
    "🍊👩🏽‍🦽 ñandú",
    "\u200fderecha",
    "https://ejemplo.example/?a=1&b=<2>",
)

SERIES = entry("series", "ciclo-ficticio", title="Ciclo ficticio", summary="Un ciclo inventado")
SPEAKER = entry("speakers", "ana-ficticia", title="Ana Ficticia")
OTHER = entry("speakers", "berta-ficticia", title="Berta Ficticia")
THIRD = entry("speakers", "celia-ficticia", title="Celia Ficticia")
TALK = entry(
    "conferences",
    "charla-ficticia",
    title="Charla & preguntas <ficticias>",
    summary="Trata de <todo> & más",
    kind="forum",
    series="ciclo-ficticio",
    date="2025-03-08",
    updated="2026-02-01",
    people=[
        {"person": "berta-ficticia", "role": "moderator"},
        {"person": "ana-ficticia", "role": "speaker"},
        {"person": "ana-ficticia", "role": "moderator"},
        {"person": "celia-ficticia", "role": "mentioned"},
    ],
)
NOTE = entry("documents", "nota-ficticia", title="Nota ficticia", updated="2026-03-01", date="2024-05")


HERE = Path(__file__).parent
PROGRAM = {**os.environ, "PYTHONPATH": str(HERE.parent.parent / "scripts")}
RSS = (HERE / "series-feed.xml").read_text(encoding="utf-8")
ATOM_FEED = (HERE / "series-atom.xml").read_text(encoding="utf-8")


def written(joined: Archive, site: Site = SITE) -> dict[str, bytes]:
    """Return every feed of an archive by path."""
    return {feed.path: feeds.render(feed, site, joined.cards) for feed in feeds.plan(joined, site)}


def test_there_is_a_pair_for_the_archive_and_one_for_each_series() -> None:
    joined = archive(SERIES, SPEAKER, OTHER, TALK, NOTE)
    talk, note = TALK.key, NOTE.key
    folder = "ciclos/ciclo-ficticio/"
    title, about = "Ciclo ficticio · Acervo ficticio", "Un ciclo inventado"

    assert feeds.plan(joined, SITE) == [
        Feed("feed.xml", "rss", SITE.name, SITE.description, "", "atom.xml", "2026-03-01", (note, talk)),
        Feed("atom.xml", "atom", SITE.name, SITE.description, "", "feed.xml", "2026-03-01", (note, talk)),
        Feed(folder + "feed.xml", "rss", title, about, folder, folder + "atom.xml", "2026-02-01", (talk,)),
        Feed(folder + "atom.xml", "atom", title, about, folder, folder + "feed.xml", "2026-02-01", (talk,)),
    ]


def test_a_feed_without_description_describes_itself() -> None:
    joined = archive(entry("series", "ciclo-mudo", title="Ciclo mudo"))

    assert [feed.description for feed in feeds.plan(joined, Site(description=""))] == [
        "Lo más nuevo en Acervo ficticio.",
        "Lo más nuevo en Acervo ficticio.",
        "Conferencias del ciclo «Ciclo mudo».",
        "Conferencias del ciclo «Ciclo mudo».",
    ]


def test_the_newest_change_comes_first_then_the_newest_date_then_the_key() -> None:
    joined = archive(
        entry("conferences", "sin-fecha", updated="2026-01-02"),
        entry("conferences", "bbb", updated="2026-01-02", date="2024-05-02"),
        entry("conferences", "aaa", updated="2026-01-02", date="2024-05-02"),
        entry("documents", "aaa", updated="2026-01-02", date="2024-05-02"),
        entry("conferences", "solo-mes", updated="2026-01-02", date="2024-06?"),
        entry("conferences", "tramo", updated="2026-01-02", date="2023-01-01/2026-01-01"),
        entry("documents", "recien-revisado", updated="2026-01-03"),
        entry("speakers", "persona-ficticia", updated="2026-01-09"),
    )

    assert feeds.plan(joined, SITE)[0].keys == (
        ("documents", "recien-revisado"),
        ("conferences", "solo-mes"),
        ("conferences", "aaa"),
        ("conferences", "bbb"),
        ("documents", "aaa"),
        ("conferences", "tramo"),
        ("conferences", "sin-fecha"),
    )


def test_a_feed_shows_the_fifty_newest() -> None:
    days = [f"2026-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 21)]
    joined = archive(*(entry("conferences", f"charla-{day}", updated=day) for day in days))
    newest = tuple(("conferences", f"charla-{day}") for day in sorted(days, reverse=True)[:50])

    assert feeds.plan(joined, SITE)[0].keys == newest


def test_what_is_withdrawn_or_a_draft_is_in_no_feed() -> None:
    joined = archive(
        entry("conferences", "retirada", withdrawn={"date": "2026-01-01", "reason": "Prueba"}),
        entry("conferences", "borrador", draft="true"),
    )

    assert [feed.keys for feed in feeds.plan(joined, SITE)] == [(), ()]


def test_an_archive_without_records_still_has_valid_feeds() -> None:
    faults = {path: feed_faults(xml) for path, xml in written(archive()).items()}

    assert faults == {"feed.xml": [], "atom.xml": []}


def test_an_rss_feed_says_all_that_its_cards_know() -> None:
    joined = archive(SERIES, SPEAKER, OTHER, THIRD, TALK)

    assert written(joined)["ciclos/ciclo-ficticio/feed.xml"].decode() == RSS


def test_an_atom_feed_says_all_that_its_cards_know() -> None:
    joined = archive(SERIES, SPEAKER, OTHER, THIRD, TALK)

    assert written(joined)["ciclos/ciclo-ficticio/atom.xml"].decode() == ATOM_FEED


@pytest.mark.parametrize(
    ("date", "updated", "published"),
    [
        ("2025-03-08", "2026-02-01", "2025-03-08T12:00:00-06:00"),
        ("2025-03-08/2025-03-10", "2026-02-01", "2025-03-08T12:00:00-06:00"),
        ("2025-03", "2026-02-01", "2026-02-01T12:00:00-06:00"),
        ("2025", "2026-02-01", "2026-02-01T12:00:00-06:00"),
        ("2025-03-08?", "2026-02-01", "2026-02-01T12:00:00-06:00"),
        ("2025-03-08~", "2026-02-01", "2026-02-01T12:00:00-06:00"),
        ("", "2026-02-01", "2026-02-01T12:00:00-06:00"),
        ("2026-12-25", "2026-02-01", "2026-02-01T12:00:00-06:00"),
    ],
)
def test_nothing_is_published_on_a_day_nobody_knows_nor_after_its_last_change(
    date: str, updated: str, published: str
) -> None:
    fields = {"date": date} if date else {}
    atom = written(archive(entry("conferences", "charla-ficticia", updated=updated, **fields)))["atom.xml"]

    assert etree.fromstring(atom).findtext(f"{ATOM}entry/{ATOM}published") == published


def test_identifiers_do_not_depend_on_the_host() -> None:
    joined = archive(SERIES, TALK, NOTE)
    elsewhere = Site(url="https://otro.example/")

    def identifiers(site: Site) -> list[tuple[str, ...]]:
        return [tuple(re.findall(r"urn:uuid:[0-9a-f-]{36}", xml.decode())) for xml in written(joined, site).values()]

    assert identifiers(SITE) == identifiers(elsewhere)


def test_an_identifier_never_changes() -> None:
    rss = written(archive(entry("conferences", "charla-ficticia")))["feed.xml"]

    assert etree.fromstring(rss).findtext("channel/item/guid") == "urn:uuid:23ba1a0b-f5e2-52ec-96c1-eeabd864008f"


def test_planning_feeds_does_not_pay_for_the_library_that_writes_them() -> None:
    question = "import sys, acervo.outputs.feeds; print(sorted({'feedgen', 'lxml'} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=True, env=PROGRAM)

    assert answer.stdout == "[]\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    assert read_back(text) == dict.fromkeys(PLACES, text)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn")), max_size=80).map("«{}»".format))
def test_any_text_stays_text(text: str) -> None:
    assert read_back(text) == dict.fromkeys(PLACES, text)


PLACES = ("rss title", "rss description", "rss person", "atom title", "atom summary", "atom person")


def read_back(text: str) -> dict[str, str]:
    """Put a text wherever a feed takes one, and return what a reader gets; the feeds must be valid."""
    joined = archive(
        entry("series", "ciclo-ficticio", title=text, summary=text),
        entry("speakers", "ana-ficticia", title=text),
        entry(
            "conferences", "charla-ficticia", title=text, summary=text, series="ciclo-ficticio",
            people=[{"person": "ana-ficticia"}],
        ),
    )  # fmt: skip
    feeds_written = written(joined, Site(name=text, description=text))
    assert {path: feed_faults(xml) for path, xml in feeds_written.items()} == {path: [] for path in feeds_written}
    item = etree.fromstring(feeds_written["feed.xml"]).find("channel/item")
    node = etree.fromstring(feeds_written["atom.xml"]).find(f"{ATOM}entry")
    assert item is not None
    assert node is not None
    found = (
        item.findtext("title"),
        unescape(item.findtext("description") or ""),
        item.findtext(f"{DC}creator"),
        node.findtext(f"{ATOM}title"),
        node.findtext(f"{ATOM}summary"),
        node.findtext(f"{ATOM}author/{ATOM}name"),
    )
    return dict(zip(PLACES, map(str, found), strict=True))


def test_the_feeds_of_a_whole_archive_break_no_rule() -> None:
    found = written(archive(SERIES, SPEAKER, OTHER, THIRD, TALK, NOTE))

    assert {path: feed_faults(xml) for path, xml in found.items()} == {path: [] for path in found}


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("the root is RSS 2.0", 'version="2.0"', 'version="0.91"'),
        ("a channel has one title, link and description", "<description>Un ciclo", "<x>Un ciclo"),
        ("an item has one guid that is no address", 'isPermaLink="false"', 'isPermaLink="true"'),
        ("dates are RFC 822", "Sun, 01 Feb", "Mon, 01 Feb"),
        ("dates are RFC 822", "Sun, 01 Feb 2026 12:00:00 -0600", "2026-02-01"),
        ("links are absolute", "https://ficticio.example/archivo/conferencias", "/conferencias"),
        ("texts hold no elements", "<title>Charla", "<title><b/>Charla"),
        ("descriptions hold no HTML", "&amp;lt;todo&amp;gt;", "&lt;todo&gt;"),
        ("the language is Mexican Spanish", "es-mx", "en"),
    ],
)
def test_the_rules_of_rss_find_what_breaks_them(rule: str, old: str, new: str) -> None:
    assert rule in broken_by(RSS, old, new, RSS_RULES)


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("a feed has one id, title and updated", "<subtitle>", "<title>Dos</title><subtitle>"),
        (
            "an entry has one id, title and updated",
            "<category",
            "<updated>2026-02-01T12:00:00Z</updated><category",
        ),
        ("a person has one name", "<name>Ana Ficticia</name>", ""),
        ("ids are absolute", "<id>urn:uuid:", "<id>"),
        ("dates are RFC 3339", "<published>2025-03-08T12:00:00-06:00", "<published>2025-03-08"),
        ("the feed is as new as its newest entry", "2026-02-01T12:00:00-06:00", "2026-03-01T12:00:00-06:00"),
        ("nothing is published after it was updated", "<published>2025", "<published>2027"),
        ("a feed names itself once", 'rel="self"', 'rel="related"'),
        ("a feed has one page", 'rel="alternate"', 'rel="related"'),
        ("links are absolute", 'href="https://ficticio.example/archivo/conferencias', 'href="conferencias'),
        ("texts hold no markup", "<summary>", '<summary type="html">'),
        ("categories have a term", 'term="Foro"', ""),
    ],
)
def test_the_rules_of_atom_find_what_breaks_them(rule: str, old: str, new: str) -> None:
    assert rule in broken_by(ATOM_FEED, old, new, ATOM_RULES)


def broken_by(feed: str, old: str, new: str, rules: dict[str, Rule]) -> list[str]:
    """Return the rules that a feed breaks once a piece of it is replaced."""
    assert old in feed
    spoilt = etree.fromstring(feed.replace(old, new, 1).encode(), etree.XMLParser(recover=True))
    return broken(etree.tostring(spoilt), rules)
