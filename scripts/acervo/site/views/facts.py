"""The table of facts of a record: labels of the schema beside what the record says.

In: values of fields. Out: `Fact`s without the empty ones. Never: words a label of its own for a field
of the schema.
"""

from typing import NamedTuple

from pydantic import BaseModel

from acervo.records.parts import Contact
from acervo.site.views.reach import Link


class Value(NamedTuple):
    """One line of a fact."""

    text: str
    href: str = ""
    facet: str = ""
    """Name of the search filter it feeds, or ""."""


class Fact(NamedTuple):
    """A label and what it says, line by line."""

    label: str
    values: tuple[Value, ...]


def labels(model: type[BaseModel]) -> dict[str, str]:
    """Return the Spanish label of each field of a model, by the field's name."""
    return {name: info.title or name for name, info in model.model_fields.items()}


def said(label: str, text: str, href: str = "") -> Fact | None:
    """Make a fact of one text, or nothing of none."""
    return Fact(label, (Value(text, href),)) if text else None


def listed(label: str, texts: tuple[str, ...]) -> Fact | None:
    """Make a fact of several texts."""
    return Fact(label, tuple(Value(text) for text in texts)) if texts else None


def named(label: str, link: Link | None, facet: str = "") -> Fact | None:
    """Make a fact of another record."""
    return Fact(label, (Value(link.text, link.href, facet),)) if link else None


def linked(label: str, links: tuple[Link, ...]) -> Fact | None:
    """Make a fact of several other records."""
    return Fact(label, tuple(Value(link.text, link.href) for link in links)) if links else None


def table(*found: Fact | None) -> tuple[Fact, ...]:
    """Keep the facts there are."""
    return tuple(fact for fact in found if fact is not None)


_CONTACT = labels(Contact)


def contact(value: Contact | None) -> tuple[Fact, ...]:
    """Say how to reach an institution."""
    if value is None:
        return ()
    web = value.web if value.web.startswith(("https://", "http://")) else ""
    return table(
        said(_CONTACT["email"], value.email, f"mailto:{value.email}"),
        said(_CONTACT["phone"], value.phone),
        said(_CONTACT["address"], value.address),
        said(_CONTACT["web"], value.web, web),
    )
