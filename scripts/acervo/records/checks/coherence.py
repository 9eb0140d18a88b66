"""What a single record says against itself, or fails to say: the rules that no field can see alone.

In: a checked record. Out: findings. Never: looks at another record (see `rules`).
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from acervo.records.checks import agenda, reckoning, tallies
from acervo.records.models import moments
from acervo.records.models.conference import Conference, RecordingState
from acervo.records.models.evaluation import Evaluation
from acervo.records.models.moments import seconds
from acervo.records.models.parts import Record
from acervo.records.models.programme import Programme
from acervo.records.models.route import Route
from acervo.records.models.series import Series
from acervo.records.models.speaker import Speaker
from acervo.records.problems import Finding

_HONORIFIC = re.compile(
    r"((?:dra?|mtr[oa]|lic|ing|arq|mgd[oa]|sen|dip|psic|prof|profra|gral|c)\."
    r"|doctora?|maestr[oa]|licenciad[oa]|ingenier[oa]|magistrad[oa]|senadora?|diputad[oa]|ministr[oa])\s",
    re.IGNORECASE,
)

Check = Callable[[Any], Iterator[Finding]]


def has_source(record: Record) -> Iterator[Finding]:
    """Every published record names at least one source (LGTAIP 12)."""
    if not record.sources and not record.draft and record.withdrawn is None:
        yield Finding(("sources",), "no_source")


def conflict_has_two_versions(record: Record) -> Iterator[Finding]:
    """A point in dispute has at least two versions."""
    for index, discrepancy in enumerate(record.discrepancies):
        if len(discrepancy.versions) < 2:
            yield Finding(("discrepancies", str(index), "versions"), "one_version")


def withdrawn_is_no_draft(record: Record) -> Iterator[Finding]:
    """A withdrawn page was published once, so it is no draft."""
    if record.draft and record.withdrawn is not None:
        yield Finding(("draft",), "withdrawn_draft")


def ends_after_it_starts(conference: Conference) -> Iterator[Finding]:
    """A session ends after it starts, and has a start if it has an end; over several days, at any hour."""
    if not conference.end_time:
        return
    one_day = conference.date is None or "/" not in conference.date.text
    if not conference.start_time:
        yield Finding(("end_time",), "end_without_start")
    elif one_day and conference.end_time <= conference.start_time:
        yield Finding(("end_time",), "end_before_start", {"start": conference.start_time, "end": conference.end_time})


def published_recording_is_somewhere(conference: Conference) -> Iterator[Finding]:
    """A recording that is published has a video or a copy; one that was never made or published has none."""
    recording = conference.recording
    somewhere = bool(recording.youtube or recording.copies)
    if recording.state is RecordingState.PUBLISHED and not somewhere:
        yield Finding(("recording", "state"), "published_nowhere")
    if somewhere and recording.state in (RecordingState.NOT_RECORDED, RecordingState.NOT_PUBLISHED):
        where = "youtube" if recording.youtube else "copies"
        yield Finding(("recording", where), "unpublished_somewhere", {"state": recording.state.label})


def chapters_are_in_order(conference: Conference) -> Iterator[Finding]:
    """Each chapter starts after the one before."""
    last = -1
    for index, chapter in enumerate(conference.recording.chapters):
        start = seconds(chapter.start) or 0
        if start <= last:
            before = conference.recording.chapters[index - 1].start
            details = {"start": chapter.start, "before": before}
            yield Finding(("recording", "chapters", str(index), "start"), "chapter_order", details)
        last = start


def passages_say_something(conference: Conference) -> Iterator[Finding]:
    """A passage ends after it starts, says what is spoken of, and cites a part of a document only with the document."""
    for index, passage in enumerate(conference.recording.passages):
        place = ("recording", "passages", str(index))
        if passage.end and (seconds(passage.end) or 0) <= (seconds(passage.start) or 0):
            yield Finding((*place, "end"), "passage_end", {"start": passage.start, "end": passage.end})
        if passage.article and not passage.document:
            yield Finding((*place, "article"), "passage_article")
        elif not (passage.topics or passage.document or passage.conference or passage.note):
            yield Finding(place, "passage_empty")


def offices_end_after_they_start(speaker: Speaker) -> Iterator[Finding]:
    """An office does not end before it starts."""
    for index, office in enumerate(speaker.offices):
        if office.start and office.end and office.end.end.last < office.start.start.first:
            details = {"start": office.start.text, "end": office.end.text}
            yield Finding(("offices", str(index), "end"), "office_dates", details)


def honorifics_stand_apart(speaker: Speaker) -> Iterator[Finding]:
    """A name has no honorific in it: it has a field of its own, so that names are found and ordered as names."""
    for field in ("title", "given_name"):
        if found := _HONORIFIC.match(getattr(speaker, field)):
            yield Finding((field,), "honorific_in_name", {"honorific": found[1]})


def steps_are_one_thing(route: Route) -> Iterator[Finding]:
    """A step is one thing to see or read, or says what is missing; moments are of recordings, sections of documents."""
    for index, step in enumerate(route.steps):
        place = ("steps", str(index))
        told = [name for name in ("conference", "document", "topic", "gap") if getattr(step, name)]
        if not told:
            yield Finding(place, "step_empty")
        elif len(told) > 1:
            yield Finding((*place, told[1]), "step_several", {"fields": ", ".join(told)})
        start, end = ((seconds(moment) or 0) if moment else 0 for moment in (step.start, step.end))
        if (step.start or step.end) and not step.conference:
            yield Finding((*place, "start" if step.start else "end"), "step_moments")
        elif step.end and end <= start:
            yield Finding((*place, "end"), "step_end", {"start": moments.text(start), "end": step.end})
        if step.section and not step.document:
            yield Finding((*place, "section"), "step_section")


OF_ALL: tuple[Check, ...] = (has_source, conflict_has_two_versions, withdrawn_is_no_draft)
OF_KIND: dict[type[Record], tuple[Check, ...]] = {
    Conference: (
        ends_after_it_starts,
        published_recording_is_somewhere,
        chapters_are_in_order,
        passages_say_something,
        agenda.status_fits_the_dates,
        agenda.windows_fit_the_session,
    ),
    Series: (agenda.schedule_says_when, agenda.years_are_planned_once),
    Speaker: (offices_end_after_they_start, honorifics_stand_apart),
    Evaluation: tallies.CHECKS,
    Route: (steps_are_one_thing,),
}


def check(record: Record) -> Iterator[Finding]:
    """Yield everything that is wrong within one record."""
    for rule in OF_ALL:
        yield from rule(record)
    for rule in OF_KIND.get(type(record), ()):
        yield from rule(record)
    if isinstance(record, Programme):
        yield from reckoning.check(record)
