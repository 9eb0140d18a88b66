"""What the form needs to show the page that a record will have: the layout, the facts and the words of each kind.

In: the templates. Out: JSON by the name of a kind, of what the templates and the views say themselves; the browser's
side is `editor/preview/`.
Never: the content of a record, or what a page shows of other records and of YouTube: the form does not have it.
"""

import json
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment

from acervo.archive.life import Stage
from acervo.records.catalogue.headings import PARTS, SHORT, WITHIN
from acervo.records.models.kinds import KINDS
from acervo.site import dates, wording
from acervo.site.render import PIECES
from acervo.site.stencil import Cutter
from acervo.site.views.parts import (
    bars,
    facts,
    meeting,
    passages,
    people,
    plan,
    practice,
    programme,
    recording,
    schedule,
    session,
    steps,
)
from acervo.site.views.parts.facts import Table
from acervo.site.views.parts.head import SHEETS
from acervo.site.views.parts.lifeline import QUIET
from acervo.site.views.parts.provenance import SURE
from acervo.site.views.records import (
    conference,
    document,
    evaluation,
    institution,
    network,
    person,
    route,
    series,
    topic,
)

_NOT_HERE = (
    "article.trail", "article.citation", "article.listings", "article.pager", "article.surveys", "article.changes",
    "view.organisers", "view.next", "view.routes", "view.previous", "view.agenda", "view.package", "view.privacy",
    "recording.tombstone", "recording.transcript", "recording.timeline", "recording.captions", "recording.picture",
    "recording.original_title", "recording.original_text", "recording.duration", "recording.marks", "origin.dossier",
    "origin.edit", "view.more_offices",
)  # fmt: skip
"""What a page shows of other records, of YouTube, of the build and of the repository."""
KNOWN: Mapping[str, object] = {"article.first": True, **dict.fromkeys(_NOT_HERE)}
WITHOUT = frozenset({
    "pieces.trail", "pieces.subscribe", "cite.citations", "facets.facets", "transcript.remote",
    "transcript.timeline", "passages.cited", "legal.citing",
})  # fmt: skip
"""Macros of such parts."""
_PROGRAMME: Mapping[str, Table] = {
    "contact": facts.CONTACT,
    "stage": programme.STAGE,
    "review": programme.REVIEW,
    "agreement": programme.AGREEMENT,
    "activity": plan.ACTIVITY,
}
FACTS: Mapping[str, Mapping[str, Table]] = {
    "conferences": {"record": conference.FACTS, "recording": (*recording.STATE, *recording.DETAILS)},
    "speakers": {"record": person.FACTS},
    "documents": {
        "record": document.FACTS, "meeting": meeting.FACTS, "practice": practice.FACTS, **_PROGRAMME,
    },
    "networks": {"record": network.FACTS, **_PROGRAMME},
    "institutions": {"record": institution.FACTS, "contact": facts.CONTACT},
    "series": {
        "record": series.FACTS, "handed_down": series.HANDED_DOWN, "schedule": schedule.FACTS,
        "practice": practice.FACTS, "contact": facts.CONTACT,
    },
    "routes": {"audience": route.AUDIENCE, "record": route.FACTS},
    "evaluations": {"record": evaluation.FACTS},
    "topics": {"record": topic.FACTS},
}  # fmt: skip
"""The tables of facts of each kind of page."""


WORDS = "palabras"
"""The name under which is what all kinds need."""
NAMES = (WORDS, *KINDS)


def described(name: str, templates: Environment) -> bytes:
    """Return what the preview of a kind needs, or what all need."""
    if name == WORDS:
        return _json(_words())
    cut = Cutter(templates, PIECES, KNOWN, WITHOUT).cut(f"{name}.html")
    return _json({"sheets": SHEETS.get(name, ()), "body": cut.body, "macros": cut.macros, "facts": FACTS[name]})


def _words() -> dict[str, Any]:
    """Return the words that are in no form and in no template."""
    return {
        "kinds": {kind.folder: [kind.segment, kind.label] for kind in KINDS.values()},
        "months": dates.MONTHS,
        "weekdays": dates.WEEKDAYS,
        "zone": dates.ZONE,
        "no_date": wording.NO_DATE,
        "states": wording.STATES,
        "countries": wording.COUNTRIES,
        "languages": wording.LANGUAGES,
        "sure": SURE,
        "unnamed": people.UNNAMED,
        "recordings": recording.SENTENCES,
        "called_off": recording.CALLED_OFF,
        "watch": recording.WATCH,
        "stages": {stage.value: "" if stage in QUIET else stage.label for stage in Stage},
        "ahead": [stage.value for stage in Stage if stage.ahead],
        "no_link": [[session.NO_LINK[private, late] for late in (False, True)] for private in (False, True)],
        "closed": session.CLOSED,
        "during": session.DURING,
        "answered": session.ANSWERED,
        "colours": [*passages.COLOURS, passages.GREY],
        "parts": PARTS,
        "within": WITHIN,
        "short": SHORT,
        "money": bars.MONEY,
        "people": bars.PEOPLE,
        "whole_plan": bars.WHOLE_PLAN,
        "nothing": bars.NOTHING,
        "outcomes": [plan.WHOLE, plan.IN_ALL, plan.NOT_RECKONED],
        "verbs": {"see": steps.SEE, "consult": steps.CONSULT, "read": steps.READ, "explore": steps.EXPLORE},
        "not_seen": steps.NOT_SEEN,
        "no_page": steps.NO_PAGE,
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
