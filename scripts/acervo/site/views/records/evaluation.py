"""The page of an evaluation.

In: the opened record. Out: an `EvaluationView`. Never: shows a figure of fewer people than the minimum, or from which
such a figure can be computed.
"""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from acervo.records.catalogue.survey import Tally, surveyed
from acervo.records.checks.disclosure import pooled, small, told_apart
from acervo.records.models.evaluation import Attendance, Evaluation, Instrument, Share
from acervo.records.models.scales import Scale
from acervo.site import dates, plain, wording
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.parts import tally
from acervo.site.views.parts.article import Article, Subject, article, common, mention, mentions, subject
from acervo.site.views.parts.facts import labels, said, table, tell, told
from acervo.site.views.parts.tally import Asked

OTHERS = "Otras"
_LABELS = labels(Evaluation)
FACTS = told(
    Evaluation,
    ("conference", "record", "conferences"),
    ("series", "record", "series"),
    ("network", "record", "networks"),
    ("document", "record", "documents"),
    ("moment", "label"),
    ("months", "count"),
    ("date", "date_at_all"),
)
"""What stands before the instrument and the figures."""
_ABOUT = {
    "conference": ("conferences", "Event"),
    "series": ("series", "EventSeries"),
    "network": ("networks", "Organization"),
    "document": ("documents", "CreativeWork"),
}


class People(NamedTuple):
    """Who the people were, by one of their traits."""

    title: str
    total: str
    bars: tuple[tally.Bar, ...]
    words: str


class EvaluationView(NamedTuple):
    """An evaluation's page."""

    article: Article
    method: Markup
    questions: tuple[Asked, ...]
    counted: str
    """Of whom it is told who they were, and how many; or ""."""
    people: tuple[People, ...]
    minimum: int
    withheld: bool
    """Whether too few people answered to tell anything."""
    all: str
    """Where all evaluations are."""


def evaluation(opened: Opened) -> EvaluationView:
    """Make the view of an evaluation."""
    about = subject(opened)
    record = about.record
    assert isinstance(record, Evaluation)
    minimum = opened.settings.minimum
    survey = surveyed(record)
    way = about.reach
    date = record.date.text if record.date else ""
    withheld = record.answered is not None and small(record.answered, minimum)
    figures = table(
        said(_LABELS["instrument"], _instrument(record.instrument), record.instrument.url if record.instrument else ""),
        said(_LABELS["invited"], _invited(record, minimum)),
        said(_LABELS["answered"], _people(record.answered, minimum)),
        said("Proporción que respondió", _rate(record, minimum)),
    )
    return EvaluationView(
        article=article(
            about,
            (*tell(FACTS, record, way), *figures),
            _data(about, record),
            date=dates.in_words(date) or wording.NO_DATE,
            machine=dates.machine(date),
        ),
        method=plain.paragraphs(record.method) if record.method else Markup(),
        questions=() if withheld else _questions(record, survey[4], minimum),
        counted=_counted(record.attendance, minimum),
        people=_of_people(record.attendance, minimum),
        minimum=minimum,
        withheld=withheld,
        all=way.to("evaluaciones/"),
    )


def _questions(record: Evaluation, tallies: Sequence[Tally], minimum: int) -> tuple[Asked, ...]:
    return tuple(
        tally.asked(
            counted,
            minimum,
            typed=[one.percent for one in question.answers],
            note=question.note,
            by_percent=all(one.n is None for one in question.answers),
        )
        for question, counted in zip(record.questions, tallies, strict=True)
    )


def _instrument(instrument: Instrument | None) -> str:
    if instrument is None:
        return ""
    return f"{instrument.title}, versión {instrument.version}" if instrument.version else instrument.title


def _people(count: int | None, minimum: int) -> str:
    if count is None:
        return ""
    return f"Menos de {minimum}" if small(count, minimum) else f"{count:,}"


def _apart(record: Evaluation, minimum: int) -> bool:
    """Tell whether those who were invited may stand beside those who answered."""
    invited, answered = record.invited, record.answered
    if invited is None or answered is None or invited < answered:
        return True
    return told_apart(invited, answered, minimum) and not small(answered, minimum)


def _invited(record: Evaluation, minimum: int) -> str:
    return _people(record.invited, minimum) if _apart(record, minimum) else ""


def _rate(record: Evaluation, minimum: int) -> str:
    invited, answered = record.invited, record.answered
    if not invited or not answered or answered > invited or not _apart(record, minimum):
        return ""
    return f"{100 * answered / invited:.0f} %"


def _counted(attendance: Attendance | None, minimum: int) -> str:
    if attendance is None or small(attendance.n, minimum):
        return ""
    return f"{attendance.of.label}: {attendance.n:,} personas"


def _of_people(attendance: Attendance | None, minimum: int) -> tuple[People, ...]:
    if attendance is None or small(attendance.n, minimum):
        return ()
    found = (("Por institución", attendance.institutions), ("Por género", attendance.genders))
    made = (_traits(title, shares, minimum) for title, shares in found)
    return tuple(one for one in made if one.bars)


def _traits(title: str, shares: Sequence[Share], minimum: int) -> People:
    alone, rest = pooled([share.n for share in shares], minimum)
    kept = [shares[place] for place in alone]
    others = [(OTHERS, OTHERS, float(rest))] if rest and kept else []
    cells = (*((share.name, share.name, float(share.n)) for share in kept), *others)
    made = tally.asked((title, Scale.OPTIONS.value, cells), 0)
    return People(title, made.total, made.bars, made.words)


def _data(about: Subject, record: Evaluation) -> Item:
    """Describe the evaluation as a set of data; its figures stay on the page."""
    named_in = (mention(about, type_, kind, getattr(record, name)) for name, (kind, type_) in _ABOUT.items())
    return item(
        "Dataset",
        **common(about),
        inLanguage="es",
        temporalCoverage=record.date.text if record.date else "",
        variableMeasured=[question.question for question in record.questions],
        measurementTechnique=_instrument(record.instrument),
        about=[one for one in named_in if one] + mentions(about, "DefinedTerm", "topics", record.topics),
        isAccessibleForFree=True,
    )
