"""Structured data (schema.org) as JSON-LD that no text can break out of.

In: items, as plain dictionaries. Out: JSON without empty properties, `<`, `>` and `&` as \\u00xx.
Never: invents a property: what a record does not say is left out.
"""

from collections.abc import Iterable
from typing import Any

import orjson
from markupsafe import Markup

Item = dict[str, Any]
"""One schema.org item: property → text, number, item, or list of them."""


def item(type_: str, /, **properties: Any) -> Item:
    """Make an item of a type, without its empty properties; `id` is written `@id`."""
    made: Item = {"@type": type_}
    for name, value in properties.items():
        if value is not None and value != "" and value != () and value != [] and value != {}:
            made["@id" if name == "id" else name] = value
    return made


def script(items: Iterable[Item]) -> Markup:
    """Return the text of a JSON-LD script, or nothing when there is nothing to say."""
    graph = list(items)
    if not graph:
        return Markup()
    text = orjson.dumps({"@context": "https://schema.org", "@graph": graph}).decode()
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(safe)  # noqa: S704  # nothing in it is markup any more
