"""The steps of a route as they are followed: what to see, what to read, for how long, and what is missing.

In: the steps of a record, the cards of what they name, the lengths of recordings that are known. Out: `StepView`s.
Never: leads to a second or a section that the step does not name, or counts a gap as something to do.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from acervo.archive.card import Card
from acervo.archive.itinerary import Total, time_of, total
from acervo.records.catalogue.entry import Step
from acervo.records.models import moments
from acervo.records.models.conference import RecordingState
from acervo.records.models.route import RouteStep
from acervo.site import dates, plain
from acervo.site.views.parts.reach import Reach
from acervo.site.views.parts.sections import anchors

SEE, CONSULT, READ, EXPLORE = "Ver", "Consultar", "Leer", "Recorrer el tema"
NOT_SEEN, NO_PAGE = "no se conoce una grabación", "Ficha que no está publicada"


class Target(NamedTuple):
    """Something that a step leads to."""

    verb: str
    title: str
    href: str
    detail: str
    """Which part of it: `de 4:12 a 9:30`, a section; or ""."""


class StepView(NamedTuple):
    """One step."""

    number: int
    """From 1, among those there are to do; 0 for a gap."""
    title: str
    targets: tuple[Target, ...]
    gap: Markup
    note: Markup
    time: str
    """How long it takes, or "" when nobody knows."""
    mark: str
    """What tells the step from the others of its route when it is checked off; "" for a gap."""


class PartView(NamedTuple):
    """Steps under one heading; "" when the route has no parts."""

    title: str
    steps: tuple[StepView, ...]


def parts(record: Sequence[RouteStep], entry: Sequence[Step], known: Mapping[str, int], reach: Reach) -> list[PartView]:
    """Return the steps by part. record, entry: the same steps, as written and as the catalogue knows them."""
    found: list[tuple[str, list[StepView]]] = []
    marks: dict[str, int] = {}
    number = 0
    for written, step in zip(record, entry, strict=True):
        number += bool(step[0])
        if written.part or not found:
            found.append((written.part, []))
        seconds = time_of(step, known)
        mark = "{}/{}/{}-{}/{}".format(*step) if step[0] else ""
        marks[mark] = marks.get(mark, 0) + 1
        found[-1][1].append(
            StepView(
                number=number if step[0] else 0,
                title=written.title,
                targets=tuple(_targets(written, step, reach)),
                gap=plain.paragraphs(written.gap) if written.gap else Markup(),
                note=plain.paragraphs(written.note) if written.note else Markup(),
                time=dates.duration(seconds) if seconds else "",
                mark=mark if marks[mark] == 1 or not mark else f"{mark}/{marks[mark]}",
            )
        )
    return [PartView(title, tuple(views)) for title, views in found]


def in_words(steps: Iterable[Step], known: Mapping[str, int]) -> str:
    """Say how long steps take: `al menos 2 h 10 min; 3 pasos sin duración conocida`."""
    return worded(total(steps, known), "un paso", "pasos")


def worded(time: Total, one: str, many: str) -> str:
    """Say a total; `one` and `many` name what was added up."""
    if not time.unknown:
        return dates.duration(time.seconds) if time.seconds else ""
    count = one if time.unknown == 1 else f"{time.unknown:,} {many}"
    without = f"{count} sin duración conocida"
    return f"al menos {dates.duration(time.seconds)}; {without}" if time.seconds else without


def address(step: Step, card: Card, reach: Reach) -> str:
    """Return where a step leads: the second of the recording, the section of the document, or the page."""
    kind, _, start, _, section = step
    href = reach.to(card.path)
    if kind == "conferences":
        return f"{href}?t={start}#grabacion" if start else f"{href}#grabacion"
    if section in card.sections:
        return f"{href}#{anchors(card.sections)[card.sections.index(section)]}"
    return href


def _targets(written: RouteStep, step: Step, reach: Reach) -> Iterable[Target]:
    start, end, section = step[2:]
    if written.conference:
        target = _target(SEE, ("conferences", written.conference, start, end, ""), _stretch(written), reach)
        card = reach.cards.get(step[:2])
        shown = card is None or card.state in (RecordingState.PUBLISHED, RecordingState.SCHEDULED)
        yield target if shown else target._replace(verb=CONSULT, detail=target.detail or NOT_SEEN)
    if written.document:
        yield _target(
            READ, ("documents", written.document, 0, 0, section), f"sección «{section}»" if section else "", reach
        )
    if written.topic:
        yield _target(EXPLORE, ("topics", written.topic, 0, 0, ""), "", reach)


def _target(verb: str, step: Step, detail: str, reach: Reach) -> Target:
    card = reach.cards.get(step[:2])
    title = card.title if card else NO_PAGE
    return Target(verb, title, address(step, card, reach) if card else "", detail)


def _stretch(written: RouteStep) -> str:
    start, end = (moments.text(moments.seconds(one) or 0) if one else "" for one in (written.start, written.end))
    if start and end:
        return f"de {start} a {end}"
    return f"desde {start}" if start else f"hasta {end}" if end else ""
