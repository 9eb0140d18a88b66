"""The page that writes records: what the form needs to begin, and how to do without it.

In: the page and the settings. Out: an `EditorView`. Never: the fields of a form, which the build writes apart.
"""

from functools import cache
from typing import NamedTuple
from urllib.parse import quote

from acervo.records.checks.filing import TOPICS_FILE
from acervo.records.models.kinds import KINDS
from acervo.records.writing.forms import sample
from acervo.site.page import Opened, Settings
from acervo.site.views.parts.head import Head, head
from acervo.site.views.parts.reach import reach

TITLE = "Proponer o corregir una ficha"
ABOUT = "Un formulario para agregar una ficha al acervo o corregir una que ya está, sin saber programar."


class Sort(NamedTuple):
    """A kind of record that can be written."""

    kind: str
    label: str
    file: str
    """Where a record of the kind is kept in the repository."""
    new: str
    """Address where a file is begun in the repository, or ""."""
    sample: str
    """A text to begin with."""


class EditorView(NamedTuple):
    """The page of the form."""

    title: str
    about: str
    home: str
    sorts: tuple[Sort, ...]
    edit: str
    data: str
    name: str
    contact: str
    privacy: str
    head: Head


def editor(opened: Opened) -> EditorView:
    """Make the view of the page that writes records."""
    settings, way = opened.settings, reach(opened.page.path, opened.cards)
    return EditorView(
        title=TITLE,
        about=ABOUT,
        home=way.to(""),
        sorts=tuple(_sort(kind, settings) for kind in KINDS),
        edit=settings.edit,
        data=settings.data,
        name=settings.name,
        contact=settings.contact,
        privacy=way.to("privacidad/"),
        head=head(opened.page, settings, TITLE, ABOUT),
    )


def _sort(kind: str, settings: Settings) -> Sort:
    place = f"{settings.data}/{TOPICS_FILE if kind == 'topics' else kind}"
    deed = "edit" if kind == "topics" else "new"
    new = settings.edit.replace("/edit/", f"/{deed}/") + quote(place) if settings.edit else ""
    file = place if kind == "topics" else f"{place}/id-de-la-ficha.yml"
    return Sort(kind, KINDS[kind].label, file, new, _sample(kind))


@cache
def _sample(kind: str) -> str:
    return sample(KINDS[kind])
