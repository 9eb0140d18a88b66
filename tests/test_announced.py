"""Short addresses: which conferences have one, that it never changes, and what happens when two meet."""

from itertools import islice, product
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive import addresses, announced
from acervo.archive.announced import MOST
from acervo.archive.archive import Archive, build
from acervo.cli import acervo
from acervo.records.catalogue.entry import Entry, describe
from acervo.records.models.kinds import KINDS
from acervo.site import pages


def conference(id_: str, /, **fields: object) -> Entry:
    record = KINDS["conferences"].model.model_validate({"title": id_, "updated": "2026-05-01", **fields})
    return describe("conferences", id_, f"data/conferences/{id_}.yml", 1, f"{hash(id_) & (2**60 - 1):015x}", record)


def archive(*entries: Entry) -> Archive:
    return build(entries)


def paths(joined: Archive, ledger: list[str]) -> dict[str, tuple[str, ...]]:
    return {path: tuple(id_ for _, id_ in keys) for path, keys in announced.shorts(joined, ledger).items()}


@pytest.mark.parametrize(
    ("id_", "path"),
    [("2026-cuidados", "c/7s79rt/"), ("2024-consentimiento", "c/ztg4z3/")],
)
def test_a_short_address_is_the_same_for_ever(id_: str, path: str) -> None:
    assert addresses.short(id_) == path


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_a_short_address_is_short_and_cannot_be_misread(id_: str) -> None:
    signs = addresses.short(id_).removeprefix("c/").removesuffix("/")

    assert len(signs) == 6
    assert not set(signs) & set("01lioaeu")


def test_ten_thousand_ids_share_no_short_address() -> None:
    ids = [
        f"{year}-{word}-{number}"
        for year, word, number in islice(product(range(2015, 2025), "abcde", range(200)), 10_000)
    ]

    assert len({addresses.short(id_) for id_ in ids}) == len(ids)


def test_only_what_is_to_come_gets_one_and_the_past_keeps_what_it_had() -> None:
    joined = archive(
        conference("por-venir", date="2026-05-25"),
        conference("sin-dia", date="2026-06"),
        conference("pasada-anunciada", date="2024-05-25"),
        conference("pasada", date="2024-04-25"),
        conference("cancelada", date="2026-05-27", status="cancelled"),
    )

    assert paths(joined, ["conferencias/pasada/", addresses.short("pasada-anunciada")]) == {
        addresses.short("por-venir"): ("por-venir",),
        addresses.short("pasada-anunciada"): ("pasada-anunciada",),
        addresses.short("cancelada"): ("cancelada",),
    }
    assert [key[1] for key in announced.pictured(joined)] == ["por-venir"]


def test_a_new_id_keeps_the_short_address_of_the_old_one() -> None:
    joined = archive(conference("id-nuevo", date="2024-05-25", formerly=["id-viejo"]))

    assert paths(joined, [addresses.short("id-viejo")]) == {addresses.short("id-viejo"): ("id-nuevo",)}


def test_a_withdrawn_one_is_still_led_to_its_notice() -> None:
    withdrawn = {"date": "2026-01-01", "reason": "A petición"}
    joined = archive(conference("retirada", date="2024-05-25", withdrawn=withdrawn))

    assert paths(joined, [addresses.short("retirada")]) == {addresses.short("retirada"): ("retirada",)}


def test_two_that_share_one_are_both_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_SHORT_LENGTH", 0)
    joined = archive(conference("una", date="2026-05-25"), conference("otra", date="2024-05-25"))

    assert paths(joined, []) == {"c//": ("otra", "una")}


def test_every_short_address_is_a_page_that_leads_on() -> None:
    joined = archive(conference("por-venir", date="2026-05-25"))
    shorts = announced.shorts(joined, [])
    planned = [page for page in pages.plan(joined, 50, shorts) if page.path.startswith("c/")]

    assert [(page.path, page.template, page.subject) for page in planned] == [
        (addresses.short("por-venir"), "redirect", ("conferences", "por-venir"))
    ]


def test_only_the_nearest_have_help_on_their_pages() -> None:
    joined = archive(*(conference(f"sesion-{day:02}", date=f"2026-05-{day:02}") for day in range(10, 20)))
    helped = {page.subject for page in pages.plan(joined, 50) if page.template == "conferences" and page.argument}

    assert helped == {("conferences", f"sesion-{day}") for day in range(10, 10 + MOST)}


def test_the_ledger_is_asked_for_and_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text("site_name: Acervo ficticio\nextra:\n  acervo:\n    data: data\n", encoding="utf-8")
    folder = Path("data/conferences")
    folder.mkdir(parents=True)
    record = "title: Ficticia\ndate: 2026-05-25\nsources:\n  - title: Ficción\nupdated: 2026-05-01\n"
    (folder / "por-venir.yml").write_text(record, encoding="utf-8")

    CliRunner().invoke(acervo, ["generate"])
    ledger = Path("data/permalinks.txt")
    assert ledger.read_text(encoding="utf-8") == f"{addresses.short('por-venir')}\nconferencias/por-venir/\n"

    (folder / "por-venir.yml").write_text(record.replace("2026-05-25", "2024-05-25"), encoding="utf-8")
    assert CliRunner().invoke(acervo, ["check"]).output == "Todo bien: 1 fichas sin problemas.\n"

    ledger.write_text(f"c/zzzzzz/\n{ledger.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "data/permalinks.txt:1:1: error: la dirección corta c/zzzzzz/ ya no lleva a ninguna conferencia" in (
        CliRunner().invoke(acervo, ["check"]).output
    )
