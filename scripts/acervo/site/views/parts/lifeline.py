"""The life of a conference on a page: what the badge says, and its turns for the script that corrects it.

In: turns. Out: text. Never: decides in which stage a conference is (see `archive.life`).
"""

from collections.abc import Iterable

from acervo.archive.hours import midnight_after
from acervo.archive.life import Stage, Turn
from acervo.records.models import dates as edtf
from acervo.site import clock

QUIET = frozenset({Stage.UNKNOWN, Stage.PAST, Stage.WITHOUT})
"""Stages that no badge shows: what is known of the recording says it better, or nothing is known."""


def day_past(date: str) -> str:
    """Write for scripts the instant at which the last day of an EDTF date is past; "" without a date."""
    return clock.utc(midnight_after(edtf.parse(date).end.last)) if date else ""


def turns_for_scripts(turns: Iterable[Turn]) -> str:
    """Write a life for scripts: `1900-01-01T00:00Z announced Anunciada;2026-05-25T06:00Z today Hoy`."""
    return ";".join(
        f"{clock.utc(at)} {stage.value} {'' if stage in QUIET else stage.label}".rstrip() for at, stage in turns
    )
