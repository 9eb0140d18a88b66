"""The page of a person in a public role.

In: the opened record. Out: a `PersonView`. Never: private data.
"""

from typing import NamedTuple

from acervo.archive.tenures import Tenure, day, newest
from acervo.records.models.speaker import Office, Speaker
from acervo.site import dates
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.parts.article import Article, Subject, article, common, mention, subject
from acervo.site.views.parts.facts import tell, told
from acervo.site.views.parts.provenance import report
from acervo.site.views.parts.reach import Link, Reach
from acervo.site.views.parts.tenures import seen

FACTS = told(
    Speaker,
    ("honorific", "text"),
    ("given_name", "text"),
    ("family_name", "text"),
    ("variants", "list"),
    ("web", "link"),
)


class OfficeView(NamedTuple):
    """An office and when it was held or seen."""

    title: str
    institution: Link | None
    span: str
    seen: str
    note: str
    source: str
    href: str


class PersonView(NamedTuple):
    """A person's page."""

    article: Article
    offices: tuple[OfficeView, ...]
    """The last known first: those of the record, and those that only conferences and documents tell of."""
    privacy: str
    """Where it is told how to ask for a correction or to be withdrawn, or ""."""
    report: str
    """Where an error is reported, or ""."""


def person(opened: Opened) -> PersonView:
    """Make the view of a person."""
    about = subject(opened)
    record = about.record
    assert isinstance(record, Speaker)
    return PersonView(
        article=article(about, tell(FACTS, record, about.reach), _data(about, record), names=record.variants),
        offices=_offices(record, opened, about.reach),
        privacy=about.reach.to(opened.settings.privacy) if opened.settings.privacy else "",
        report=report(about.entry, opened.settings),
    )


def _offices(record: Speaker, opened: Opened, reach: Reach) -> tuple[OfficeView, ...]:
    """Put the offices in the order of the last day that is known of each."""
    found = [(_newest(one), _office(one, reach)) for one in record.offices]
    found += [(newest(one), _seen(one, reach)) for one in opened.page.tenures]
    return tuple(view for _, view in sorted(found, key=lambda one: one[0], reverse=True))


def _newest(one: Office) -> str:
    return max(day(date.text) if date else "" for date in (one.start, one.end, one.seen))


def _seen(one: Tenure, reach: Reach) -> OfficeView:
    return OfficeView(one.office, reach.record("institutions", one.institution), "", seen(one), "", "", "")


def _office(one: Office, reach: Reach) -> OfficeView:
    return OfficeView(
        title=one.title,
        institution=reach.record("institutions", one.institution),
        span=dates.span(one.start.text if one.start else "", one.end.text if one.end else ""),
        seen=dates.in_words(one.seen.text) if one.seen else "",
        note=one.note,
        source=one.source,
        href=one.source if one.source.startswith(("https://", "http://")) else "",
    )


def _data(about: Subject, record: Speaker) -> Item:
    offices = []
    for one in record.offices:
        made = item(
            "OrganizationRole",
            roleName=one.title,
            startDate=dates.machine(one.start.text) if one.start else "",
            endDate=dates.machine(one.end.text) if one.end else "",
            memberOf=mention(about, "Organization", "institutions", one.institution),
        )
        offices.append(made)
    return item(
        "Person",
        **common(about),
        givenName=record.given_name,
        familyName=record.family_name,
        honorificPrefix=record.honorific,
        alternateName=list(record.variants),
        sameAs=record.web,
        memberOf=offices,
    )
