"""Which view a page has, by the name of its template.

In: an opened page. Out: what its template receives. Never: loads the views of pages that are not made: a build that
makes a few pages anew would spend more on loading all the views than on the pages.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from acervo.site.page import Opened

VIEWS: Mapping[str, str] = MappingProxyType({
    "conferences": "records.conference",
    "speakers": "records.person",
    "documents": "records.document",
    "networks": "records.network",
    "institutions": "records.institution",
    "series": "records.series",
    "routes": "records.route",
    "evaluations": "records.evaluation",
    "topics": "records.topic",
    "home": "overviews.home",
    "channels": "overviews.channels",
    "almanac": "overviews.almanac",
    "list": "overviews.catalogue",
    "results": "overviews.results",
    "package": "overviews.package",
    "figures": "overviews.figures",
    "milestones": "overviews.milestones",
    "territory": "overviews.territory",
    "state": "overviews.territory.state",
    "ties": "overviews.ties",
    "risks": "overviews.risks",
    "quality": "overviews.quality",
    "gap": "overviews.quality.gap",
    "gaps": "overviews.quality.gaps",
    "editor": "overviews.editor",
    "withdrawn": "overviews.notice.withdrawn",
    "redirect": "overviews.notice.redirect",
})  # fmt: skip
"""Where the view of each page is, below `views`: a room, a module, and a function that has another name."""


def view_of(opened: Opened) -> Any:
    """Return the view of a page. Raises LookupError for a template that has none."""
    return maker(opened.page.template)(opened)


@cache
def maker(template: str) -> Callable[[Opened], Any]:
    """Return what makes the view of a template, loaded when it is first asked for."""
    room, module, *function = VIEWS[template].split(".")
    found = import_module(f"acervo.site.views.{room}.{module}")
    made: Callable[[Opened], Any] = getattr(found, *(function or [module]))
    return made
