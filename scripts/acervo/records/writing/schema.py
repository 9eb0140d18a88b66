"""The JSON Schema of each kind of record, for editors of YAML and for programs of others.

In: the models. Out: JSON text by file name, the same on every machine.
Never: says anything that the models do not; its Spanish is theirs.
"""

import json
from typing import Any

from acervo.records.models.fields import ID_PATTERN, Choice
from acervo.records.models.kinds import KINDS, Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Node = dict[str, Any]


def schemas() -> dict[str, str]:
    """Return the schema of each kind by the name of its file, with a final newline."""
    return {f"{kind.folder}.json": text(kind) for kind in KINDS.values()}


def text(kind: Kind) -> str:
    """Return the text of the schema of one kind."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def schema(kind: Kind) -> Node:
    """Return the schema of one kind; that of topics is of the file that holds them all."""
    body = kind.model.model_json_schema()
    parts = {name: _part(name, part) for name, part in body.pop("$defs", {}).items()}
    record = _part(kind.model.__name__, body)
    if kind.folder == "topics":
        record = {
            "title": kind.plural,
            "type": "object",
            "propertyNames": {"pattern": f"^{ID_PATTERN}$"},
            "additionalProperties": record,
        }
    return {"$schema": DIALECT, "title": kind.label} | record | {"$defs": parts}


def _part(name: str, node: Node) -> Node:
    """Return a model's or a closed list's schema without the words that are for programmers only."""
    bare = {key: value for key, value in node.items() if key not in ("title", "description")}
    if "enum" in bare:
        choices = next(choice for choice in Choice.__subclasses__() if choice.__name__ == name)
        return bare | {"description": "; ".join(f"`{choice.value}`: {choice.label}" for choice in choices)}
    bare["properties"] = {key: _field(value) for key, value in bare["properties"].items()}
    return bare


def _field(node: Node) -> Node:
    """Return a field's schema without `null` and empty defaults: a field without a value is left out."""
    if "anyOf" in node:
        (kept,) = (option for option in node["anyOf"] if option != {"type": "null"})
        node = {key: value for key, value in node.items() if key != "anyOf"} | kept
    return {key: value for key, value in node.items() if key != "default" or value not in ("", [], None, {})}
