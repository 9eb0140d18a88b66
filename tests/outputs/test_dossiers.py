"""Documents and networks as data: all that the record says, whom it names by address, nothing that its page hides."""

import json
from typing import Any

import pytest

from acervo.archive.archive import Archive
from acervo.outputs import dossiers
from acervo.records.catalogue.entry import Key
from acervo.records.checks.checking import check_all
from acervo.records.models.kinds import KINDS
from acervo.records.models.parts import Record
from tests.outputs.fiction import Site, archive, entry
from tests.projects import ARCHIVE, ROOT
from tests.site.opening import record

SITE = Site()
HOME = SITE.url
GONE = {"withdrawn": {"date": "2026-01-02", "reason": "A petición"}}
INE = entry("institutions", "ine", title="Instituto ficticio")
PERSON = entry("speakers", "ana-ficticia", title="Ana Ficticia")
PARTS = {
    "kind": "plan",
    "institution": "ine",
    "people": [{"person": "ana-ficticia", "role": "author", "office": "Titular", "institution": "ine"}],
    "date": "2023-11-03?",
    "plan": {
        "budget": {"amount": "700000.00", "text": "$700,000.00"},
        "cadence": "quarterly",
        "activities": [
            {"title": "Gasolina", "budget": {"amount": "30000.50"}},
            {
                "title": "Transparencia",
                "budget": {"amount": "0"},
                "beneficiaries": {"direct": {"text": "La población"}},
            },
        ],
    },
    "notes": "Solo para quien edita",
}


def told(joined: Archive, key: Key, one: Record) -> Any:
    return json.loads(dossiers.render(key, one, joined.cards, SITE))


def test_a_dossier_is_this() -> None:
    one = entry("documents", "poa-ficticio", **PARTS)
    found = told(archive(INE, PERSON, one), one.key, record("documents", **PARTS))

    place = {"id": "ine", "title": "Instituto ficticio", "url": f"{HOME}instituciones/ine/"}
    person = {"id": "ana-ficticia", "title": "Ana Ficticia", "url": f"{HOME}personas/ana-ficticia/"}
    assert found == {
        "url": f"{HOME}documentos/poa-ficticio/",
        "type": "documents",
        "id": "poa-ficticio",
        "title": "Ficha ficticia",
        "updated": "2026-01-02",
        "plan": {
            "budget": {"amount": 700000, "text": "$700,000.00"},
            "cadence": "quarterly",
            "activities": [
                {"title": "Gasolina", "budget": {"amount": 30000.5}},
                {
                    "title": "Transparencia",
                    "budget": {"amount": 0},
                    "beneficiaries": {"direct": {"text": "La población"}},
                },
            ],
        },
        "kind": "plan",
        "institution": place,
        "date": "2023-11-03?",
        "people": [{"person": person, "role": "author", "office": "Titular", "institution": place}],
    }


@pytest.mark.parametrize("gone", [entry("speakers", "ana-ficticia", title="Ana Ficticia", **GONE), None])
def test_of_a_person_without_a_page_only_the_role_is_told(gone: Any) -> None:
    parts = {
        "people": [
            {"person": "ana-ficticia", "office": "Titular", "institution": "ine", "name_as_written": "Anita"},
        ],
        "review": {"person": "ana-ficticia", "session": "Segunda"},
    }
    one = entry("documents", "nota", **parts)
    found = told(archive(INE, one, *filter(None, [gone])), one.key, record("documents", **parts))

    assert (found["people"], found["review"]) == ([{"role": "speaker"}], {"session": "Segunda"})


def test_a_record_without_a_page_is_left_out() -> None:
    parts = {"members": ["ine", "borrador"], "institution": "borrador"}
    one = entry("networks", "red", **parts)
    found = told(
        archive(INE, entry("institutions", "borrador", draft="true"), one), one.key, record("networks", **parts)
    )

    assert ("institution" in found, [member["id"] for member in found["members"]]) == (False, ["ine"])


def test_only_documents_and_networks_have_one() -> None:
    joined = archive(
        INE, PERSON, entry("documents", "nota"), entry("networks", "red"), entry("documents", "otra", **GONE)
    )

    assert list(dossiers.plan(joined)) == [("documents", "nota"), ("networks", "red")]


def named(value: Any) -> Any:
    """Return a dossier's value with every record by its id again, as records write it."""
    if isinstance(value, dict):
        return value["id"] if value.keys() == {"id", "title", "url"} else {k: named(v) for k, v in value.items()}
    return [named(one) for one in value] if isinstance(value, list) else str(value)


@pytest.mark.parametrize("data", [ROOT / "data", ARCHIVE / "data"], ids=["real", "fictional"])
def test_from_a_dossier_the_record_can_be_written_again(data: Any) -> None:
    files = {one.relative_to(data.parent).as_posix(): one.read_bytes() for one in sorted(data.rglob("*.yml"))}
    filed, _ = check_all(files)
    joined = archive(*(one.entry for one in filed))
    records = {one.entry.key: KINDS[one.entry.kind].model.model_validate(one.tree) for one in filed}

    for key in dossiers.plan(joined):
        if key not in joined.discreet:
            found = named(told(joined, key, records[key]))
            tree = {name: value for name, value in found.items() if name not in ("url", "type", "id")}
            assert KINDS[key[0]].model.model_validate(tree) == records[key].model_copy(update={"notes": ""})
