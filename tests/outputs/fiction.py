"""Small fictional archives: only the fields that matter are given, the others are dull."""

from dataclasses import dataclass
from typing import Any

from acervo.archive.archive import Archive, build
from acervo.records.catalogue.entry import Entry, describe
from acervo.records.models.kinds import KINDS

_DULL: dict[str, dict[str, Any]] = {
    "conferences": {},
    "documents": {"kind": "note"},
    "institutions": {"level": "federal"},
    "networks": {},
    "series": {"institution": "instituto-ficticio"},
    "speakers": {"given_name": "Persona", "family_name": "Ficticia"},
    "topics": {},
}


@dataclass(frozen=True)
class Site:
    """What the outputs must know of a site."""

    name: str = "Acervo ficticio"
    url: str = "https://ficticio.example/archivo/"
    description: str = "Un acervo que no existe"


def entry(kind: str, id_: str, /, **fields: Any) -> Entry:
    """Make the entry of a fictional record."""
    tree = {"title": "Ficha ficticia", "updated": "2026-01-02"} | _DULL[kind] | fields
    return describe(kind, id_, f"data/{kind}/{id_}.yml", 1, "0" * 32, KINDS[kind].model.model_validate(tree))


def archive(*entries: Entry) -> Archive:
    """Join fictional entries."""
    return build(entries)
