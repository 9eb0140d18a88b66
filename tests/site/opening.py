"""Small fictional archives opened page by page: what a view receives, made without files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader

from acervo.archive import archive
from acervo.archive.holding import NOTHING
from acervo.archive.snapshot import Snapshot
from acervo.records.catalogue.entry import Key, describe
from acervo.records.models.kinds import KINDS
from acervo.records.models.parts import Record
from acervo.site import pages
from acervo.site.page import Opened, Settings
from acervo.site.render import environment, render
from acervo.site.shell import Shell

SETTINGS = Settings(
    name="Acervo ficticio",
    url="https://ficticio.example/archivo/",
    description="Un acervo que no existe",
    repository="https://forja.example/acervo",
    edit="https://forja.example/acervo/edit/main/",
    data="data",
    banner="",
    page_size=50,
    license="",
)
TEMPLATES = environment(FileSystemLoader(Path(__file__).parent.parent.parent / "overrides" / "acervo"))
CHROME = """\
<!doctype html><html lang="es"><head><title><!--acervo:title--></title><!--acervo:head--></head>
<body><main><!--acervo:body--><!--acervo:inicio--><!--acervo:canales--></main></body></html>
"""
SHELLS = {name: Shell(CHROME, depth=1) for name in ("record", "home", "channels")}
_LEAST: dict[str, dict[str, Any]] = {
    "conferences": {},
    "documents": {"kind": "note"},
    "institutions": {"level": "federal"},
    "networks": {},
    "series": {"institution": "instituto-ficticio"},
    "routes": {"steps": [{"gap": "Todo lo ficticio"}]},
    "speakers": {"given_name": "Persona", "family_name": "Ficticia"},
    "topics": {},
    "evaluations": {"moment": "after"},
}


def record(kind: str, /, **fields: Any) -> Record:
    """Make a fictional record of which only the given fields matter."""
    least = {"title": "Ficha ficticia", "updated": "2026-01-02"}
    return KINDS[kind].model.model_validate(least | _LEAST[kind] | fields)


def site(
    records: Mapping[Key, Record],
    snapshots: Mapping[str, Snapshot] | None = None,
    settings: Settings = SETTINGS,
) -> dict[str, Opened]:
    """Open every page of an archive made of these records, by path."""
    entries = {
        (kind, id_): describe(kind, id_, f"data/{kind}/{id_}.yml", 1, "0" * 32, one)
        for (kind, id_), one in records.items()
    }
    joined = archive.build(entries.values())
    found = {}
    for page in pages.plan(joined, settings.page_size):
        one = records[page.subject] if page.subject else None
        keys = [key for group in page.groups for key in group.cards]
        found[page.path] = Opened(
            page=page,
            settings=settings,
            entry=joined.entries[page.subject] if page.subject else None,
            record=one,
            handed_down=records.get(("series", getattr(one, "series", ""))) if one else None,
            holding=NOTHING,
            transcript=None,
            snapshot=(snapshots or {}).get(one.recording.youtube) if hasattr(one, "recording") else None,
            cards={key: joined.cards[key] for key in (*keys, *page.others)},
            as_of=joined.as_of,
        )
    return found


def html(opened: Opened) -> str:
    """Print a page within the least of chromes."""
    return render(opened, SHELLS, TEMPLATES)
