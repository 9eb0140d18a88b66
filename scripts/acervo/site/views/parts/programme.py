"""The parts of a document or network, each with its anchor: a view only of those that the record has.

In: a record with parts, the words of its source, the opened page. Out: a `ProgrammeView`.
Never: forces a part; says that something is missing where a reader would look for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from acervo.records.catalogue.headings import Heading, headings
from acervo.records.models.agreements import Agreement, Review
from acervo.records.models.curriculum import Content
from acervo.records.models.figures import Figure
from acervo.records.models.programme import Programme
from acervo.records.models.stages import PlannedStage
from acervo.site import dates, markdown, wording
from acervo.site.page import Opened
from acervo.site.views.parts.facts import Fact, Told, contact, labels, tell, told
from acervo.site.views.parts.legal import BasisView, basis
from acervo.site.views.parts.original import Original
from acervo.site.views.parts.plan import PlanView, QuadrantView, plan, swot
from acervo.site.views.parts.practice import StepView, steps
from acervo.site.views.parts.reach import Link, Reach
from acervo.site.views.parts.sections import SectionView, anchors, sections

_LABELS = labels(Programme)
STAGE = (
    Told("Responsable", "responsible", "text"),
    Told("Institución responsable", "institution", "record", "institutions", "institucion"),
)
REVIEW = told(
    Review,
    ("session", "text"),
    ("date", "date"),
    ("institution", "record", "institutions", "institucion"),
    ("person", "record", "speakers", "persona"),
)
AGREEMENT = told(
    Agreement,
    ("responsible", "text"),
    ("institution", "record", "institutions", "institucion"),
    ("due", "date"),
)


class Anchor(NamedTuple):
    """A heading of the page."""

    id: str
    title: str


class FigureView(NamedTuple):
    """How many, in words and as a number; the number may be ""."""

    number: str
    html: Markup


class ShelfView(NamedTuple):
    """A topic of a content, and what the archive has of it."""

    topic: Link
    holds: str
    empty: bool


class ContentView(NamedTuple):
    """A content of a curriculum."""

    id: str
    title: Markup
    html: Markup
    shelves: tuple[ShelfView, ...]


class StageView(NamedTuple):
    """A stage."""

    id: str
    title: Markup
    when: tuple[str, ...]
    html: Markup
    facts: tuple[Fact, ...]
    steps: tuple[StepView, ...]


class SurveyView(NamedTuple):
    """A survey at one moment."""

    moment: str
    html: Markup
    asked: Markup


class ObservationView(NamedTuple):
    """An observation and its reply."""

    html: Markup
    reply: Markup


class ReviewView(NamedTuple):
    """A review of a proposal."""

    html: Markup
    facts: tuple[Fact, ...]
    introduction: Markup
    observations: tuple[ObservationView, ...]


class FollowUpView(NamedTuple):
    """What is known of an agreement on one day."""

    date: str
    html: Markup
    source: str
    href: str


class AgreementView(NamedTuple):
    """An agreement or commitment."""

    id: str
    kind: str
    html: Markup
    state: str
    facts: tuple[Fact, ...]
    follow_up: tuple[FollowUpView, ...]


class GoodPracticeView(NamedTuple):
    """A good practice."""

    title: Markup
    html: Markup
    place: str


class ProgrammeView(NamedTuple):
    """The parts of a record."""

    labels: Mapping[str, str]
    ids: Mapping[str, str]
    """The anchor of each part, by its path."""
    contents: tuple[Anchor, ...]
    sections: tuple[SectionView, ...]
    objective: Markup
    objectives: tuple[Markup, ...]
    audience: Markup
    eligible: tuple[Markup, ...]
    groups: Markup
    universe: FigureView | None
    goal: FigureView | None
    duration: Markup
    curriculum: tuple[ContentView, ...]
    stages: tuple[StageView, ...]
    dated: bool
    """Whether any stage says when."""
    surveys: tuple[SurveyView, ...]
    review: ReviewView | None
    good_practices: tuple[GoodPracticeView, ...]
    swot: tuple[QuadrantView, ...]
    plan: PlanView | None
    agreements: tuple[AgreementView, ...]
    basis: tuple[BasisView, ...]
    context: Markup
    contact: tuple[Fact, ...]


def programme(record: Programme, words: Original, opened: Opened, way: Reach) -> ProgrammeView:
    """Make the views of a record's parts."""
    found = headings(record)
    given = anchors(heading.title for heading in found)
    return ProgrammeView(
        labels=_LABELS,
        ids={heading.path: id_ for heading, id_ in zip(found, given, strict=True) if heading.path},
        contents=_contents(found, given),
        sections=sections(record.sections, [heading.title for heading in found if heading.path]),
        objective=words.text(record.objective),
        objectives=tuple(words.line(one) for one in record.objectives),
        audience=words.text(record.audience),
        eligible=tuple(words.line(one) for one in record.eligible),
        groups=words.text(record.groups.text) if record.groups else Markup(),
        universe=_figure(record.groups.universe if record.groups else None, words),
        goal=_figure(record.goal, words),
        duration=words.text(record.duration),
        curriculum=_curriculum(record.curriculum, words, opened, way),
        stages=tuple(_stage(one, place, words, way) for place, one in enumerate(record.stages, 1)),
        dated=any(one.period or one.after for one in record.stages),
        surveys=tuple(
            SurveyView(one.moment.label, words.line(one.text), words.line(one.asked)) for one in record.surveys
        ),
        review=_review(record.review, words, way),
        good_practices=tuple(
            GoodPracticeView(words.line(one.title), words.text(one.text), wording.place(one.place))
            for one in record.good_practices
        ),
        swot=swot(record.swot, words),
        plan=plan(record.plan, words, way),
        agreements=tuple(_agreement(one, place, words, way) for place, one in enumerate(record.agreements, 1)),
        basis=basis(record.legal_basis, words, way),
        context=markdown.html(record.context) if record.context else Markup(),
        contact=contact(record.contact, way),
    )


def _contents(found: Sequence[Heading], ids: Sequence[str]) -> tuple[Anchor, ...]:
    """List the headings as the page has them: the original's margins, the practice, the sections, the other parts."""
    listed = [(heading, Anchor(id_, heading.title)) for heading, id_ in zip(found, ids, strict=True)]
    rank = {"particulars": 0, "practice": 1, "": 2}
    return tuple(anchor for _, anchor in sorted(listed, key=lambda one: rank.get(one[0].path.partition(".")[0], 3)))


def _figure(figure: Figure | None, words: Original) -> FigureView | None:
    if figure is None:
        return None
    return FigureView(f"{figure.number:,}" if figure.number is not None else "", words.text(figure.text))


def _curriculum(contents: Iterable[Content], words: Original, opened: Opened, way: Reach) -> tuple[ContentView, ...]:
    held = dict(opened.page.figures)
    return tuple(
        ContentView(
            f"contenido-{place}",
            words.line(one.title),
            words.text(one.text),
            tuple(_shelf(link, id_, held) for id_ in one.topics if (link := way.record("topics", id_)) is not None),
        )
        for place, one in enumerate(contents, 1)
    )


def _shelf(topic: Link, id_: str, held: Mapping[str, int]) -> ShelfView:
    recordings, conferences, documents = (
        held.get(f"{what}:{id_}", 0) for what in ("recordings", "conferences", "documents")
    )
    found = filter(
        None,
        (
            _count(conferences, "conferencia", "conferencias") or "ninguna conferencia",
            _count(recordings, "con grabación", "con grabación") or ("ninguna con grabación" if conferences else ""),
            _count(documents, "otro documento", "otros documentos"),
        ),
    )
    return ShelfView(topic, ", ".join(found), not (conferences or documents))


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number:,} {singular if number == 1 else plural}" if number else ""


def _stage(one: PlannedStage, place: int, words: Original, way: Reach) -> StageView:
    period = dates.in_words(one.period.text) if one.period else ""
    return StageView(
        f"etapa-{place}",
        words.line(one.title),
        tuple(filter(None, (period, one.after))),
        words.text(one.text),
        tell(STAGE, one, way),
        steps(one.steps, words),
    )


def _review(record: Review | None, words: Original, way: Reach) -> ReviewView | None:
    if record is None:
        return None
    return ReviewView(
        words.text(record.text),
        tell(REVIEW, record, way),
        words.text(record.introduction),
        tuple(ObservationView(words.line(one.text), words.line(one.reply)) for one in record.observations),
    )


def _agreement(one: Agreement, place: int, words: Original, way: Reach) -> AgreementView:
    return AgreementView(
        f"acuerdo-{place}",
        one.kind.label,
        words.text(one.text),
        one.state.label,
        tell(AGREEMENT, one, way),
        tuple(
            FollowUpView(
                dates.in_words(step.date.text) if step.date else wording.NO_DATE,
                words.line(step.text),
                step.source,
                step.url,
            )
            for step in one.follow_up
        ),
    )
