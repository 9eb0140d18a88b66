"""The facets of a conference in the search that its page shows nowhere else as they are asked for.

In: the opened record, with what its series hands down. Out: name and value of each. Never: a facet of what is unknown.
"""

from typing import NamedTuple

from acervo.records.models.conference import Captions, Conference, SignLanguage
from acervo.site import wording
from acervo.site.page import Opened

BANDS = ((30, "Hasta 30 minutos"), (60, "De 31 a 60 minutos"), (90, "De 61 a 90 minutos"))
"""Minutes that each still has; what is longer is `LONGER`."""
LONGER = "Más de 90 minutos"


class Facet(NamedTuple):
    """A filter of the search, as its address names it, and the value that finds the page."""

    name: str
    value: str


def facets(opened: Opened, conference: Conference) -> tuple[Facet, ...]:
    """Return the facets of a conference."""
    series = opened.cards.get(("series", conference.series))
    seconds = opened.snapshot.duration if opened.snapshot else None
    said = (
        ("ciclo", series.title if series else ""),
        ("estado", wording.state(conference.place.state) if conference.place else ""),
        ("duracion", band(seconds) if seconds else ""),
        *(("tiene", what) for what in _has(opened, conference)),
    )
    return tuple(Facet(name, value) for name, value in said if value)


def band(seconds: int) -> str:
    """Say how long a recording is, in bands of half an hour: a minute that has begun counts."""
    return next((words for most, words in BANDS if seconds <= most * 60), LONGER)


def _has(opened: Opened, conference: Conference) -> tuple[str, ...]:
    recording = conference.recording
    found = {
        "Transcripción": opened.transcript is not None,
        "Subtítulos hechos o revisados por personas": opened.holding.captioned
        or recording.captions is Captions.REVIEWED,
        "Lengua de Señas Mexicana": recording.sign_language is SignLanguage.YES,
        "Documentos": bool(conference.resources),
    }
    return tuple(what for what, is_so in found.items() if is_so)
