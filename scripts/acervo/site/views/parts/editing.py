"""Where a record is mended: at a field of the form, or in its file while the site has no form.

In: a record's key, a field, the settings. Out: addresses. Never: decides what has to be mended.
"""

from urllib.parse import quote

from acervo.records.catalogue.entry import Key
from acervo.records.checks.filing import TOPICS_FILE
from acervo.site.page import Settings
from acervo.site.views.parts.reach import Reach


def at(key: Key, field: str, settings: Settings, way: Reach) -> str:
    """Return the address that mends a field (`recording.license`) of a record, or "" where nothing can be edited."""
    kind, id_ = key
    if settings.editor:
        return f"{form(key, settings, way)}&campo={quote(field)}"
    file = TOPICS_FILE if kind == "topics" else f"{kind}/{id_}.yml"
    return f"{settings.edit}{quote(f'{settings.data}/{file}')}" if settings.edit else ""


def form(key: Key, settings: Settings, way: Reach) -> str:
    """Return the address of the form with the values of a record; a site with a form is asked for."""
    kind, id_ = key
    return way.to(f"{settings.editor}?tipo={kind}&id={id_}")
