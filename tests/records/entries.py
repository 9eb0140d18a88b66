"""Fictional entries for the tests of the rules."""

from typing import Any

from acervo.records.catalogue.entry import Entry

_DULL: dict[str, Any] = {
    "line": 1,
    "digest": "0" * 32,
    "sort": "",
    "label": "",
    "date": "",
    "updated": "2026-01-15",
    "summary": "",
    "names": (),
    "video": "",
    "state": "",
    "copies": 0,
    "captions": "",
    "permission": "",
    "ends": 0,
    "passages_end": 0,
    "place": ("", ""),
    "draft": False,
    "withdrawn": False,
    "formerly": (),
    "references": (),
    "moments": (),
    "roots": "",
}


def entry(key: str, **told: Any) -> Entry:
    """Make an entry from `kind/id` and whatever matters to the test."""
    kind, id_ = key.split("/")
    path = "data/topics.yml" if kind == "topics" else f"data/{key}.yml"
    return Entry(**{**_DULL, "kind": kind, "id": id_, "path": path, "title": id_, **told})
