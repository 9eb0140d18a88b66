"""Milestones: when networks began and when they and their like met, for the line of time.

In: the archive. Out: `Milestone`s, newest first. Never: gives a date that no record gives, or tells a meeting twice.
"""

from collections.abc import Iterator
from typing import NamedTuple

from acervo.archive.archive import Archive
from acervo.archive.tenures import day
from acervo.records.catalogue.entry import Key
from acervo.records.models.conference import ConferenceKind

NETWORK, MEETING, TOLD = "network", "meeting", "told"
"""A network that began; a meeting with a record of its own; a meeting that only a document tells of."""


class Milestone(NamedTuple):
    """Something that happened on a day, in a month, in a year, or nobody knows when."""

    date: str
    """EDTF text, or ""."""
    what: str
    key: Key
    """The record that tells of it."""
    title: str
    """Of a meeting in a document, its name there; else ""."""


def milestones(archive: Archive) -> tuple[Milestone, ...]:
    """Return the milestones, newest first, those without date last."""
    found = sorted(_found(archive), key=lambda one: (one.key, one.title))
    return tuple(sorted(found, key=lambda one: day(one.date), reverse=True))


def _found(archive: Archive) -> Iterator[Milestone]:
    entries = archive.entries
    meetings = {key for key in archive.order["conferences"] if entries[key].label == ConferenceKind.MEETING.label}
    for network in archive.order["networks"]:
        yield Milestone(entries[network].date, NETWORK, network, "")
        meetings.update(archive.named_by(network, "conferences"))
    for key in archive.order["documents"]:
        title, date = entries[key].meeting
        told = [(kind, id_) for place, kind, id_, _ in entries[key].references if place == "meeting.conference"]
        known = archive.stamps.keys() & told
        meetings.update(known)
        if title and not known:
            yield Milestone(date, TOLD, key, title)
    for key in meetings:
        yield Milestone(entries[key].date, MEETING, key, "")
