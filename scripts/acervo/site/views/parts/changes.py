"""What changed in a record, when and why, as its page tells it.

In: an opened page with its history. Out: a `ChangesView`. Never: names who made a change unless the site is set to.
"""

from functools import cache
from typing import NamedTuple
from urllib.parse import quote

from acervo.archive.changes import Change
from acervo.records.models.parts import Record
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.views.parts.provenance import file

_SILENT = frozenset({"updated", "notes", "draft"})
"""Fields that say nothing to readers."""
_MOST_FIELDS = 6


class ChangeView(NamedTuple):
    """One change in words."""

    date: str
    machine: str
    what: str
    why: str
    who: str
    commit: str


class ChangesView(NamedTuple):
    """The changes of a record, the newest first."""

    record: str
    """Kind and id: by it this browser knows the record again."""
    changes: tuple[ChangeView, ...]
    earlier: str
    """How many more there were: `3 cambios anteriores`, or ""."""
    href: str
    """Address of the whole history in the repository, or ""."""


def changes(opened: Opened, record: Record) -> ChangesView:
    """Make the view of a history that is not empty."""
    history, settings, entry = opened.history, opened.settings, opened.entry
    assert entry is not None
    rest = history.total - len(history.changes)
    branch = settings.edit.removeprefix(f"{settings.repository}/edit/") if settings.edit else ""
    return ChangesView(
        record=f"{entry.kind}/{entry.id}",
        changes=tuple(
            ChangeView(
                dates.in_words(one.day),
                one.day,
                _what(one, type(record), first=place == history.total),
                one.why,
                one.who if settings.history == "names" else "",
                one.commit,
            )
            for place, one in enumerate(history.changes, 1)
        ),
        earlier="" if not rest else "un cambio anterior" if rest == 1 else f"{rest:,} cambios anteriores",
        href=f"{settings.repository}/commits/{branch}{quote(file(entry, settings))}" if branch else "",
    )


def _what(one: Change, model: type[Record], *, first: bool) -> str:
    if one.added:
        return "Se agregó la ficha" if first else "La ficha cambió de nombre"
    labels = [_label(model, name) for name in one.fields if name not in _SILENT and name in model.model_fields]
    if not labels:
        return "Se revisó la ficha"
    shown = labels[:_MOST_FIELDS]
    more = f" y {len(labels) - len(shown)} datos más" if len(labels) > len(shown) else ""
    return f"Cambió: {', '.join(shown)}{more}"


@cache
def _label(model: type[Record], name: str) -> str:
    return model.model_fields[name].title or name
