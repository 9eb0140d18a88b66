"""The page of an institution.

In: the opened record. Out: an `InstitutionView`. Never: hides a former name.
"""

from typing import NamedTuple

from acervo.archive import addresses
from acervo.records.models.institution import Institution, Name
from acervo.site import dates, wording
from acervo.site.page import Opened
from acervo.site.structured import Item, item
from acervo.site.views.parts.article import Article, Subject, article, common, mention, subject
from acervo.site.views.parts.facts import Fact, contact, tell, told
from acervo.site.views.parts.legal import BasisView, basis
from acervo.site.views.parts.original import Original
from acervo.site.views.parts.reach import Link
from acervo.site.views.parts.tenures import OfficeHeld, offices_of
from acervo.site.views.records.conference import calendar

FACTS = told(
    Institution,
    ("acronym", "text"),
    ("aliases", "list"),
    ("level", "label"),
    ("parent", "record", "institutions"),
    ("successor", "record", "institutions"),
    ("place", "place_on_map"),
    ("web", "link"),
)
_TYPES = {"civil": "NGO", "academic": "EducationalOrganization"}


class NameView(NamedTuple):
    """A name the institution had."""

    name: str
    span: str
    note: str


class InstitutionView(NamedTuple):
    """An institution's page."""

    article: Article
    former_names: tuple[NameView, ...]
    successor: Link | None
    offices: tuple[OfficeHeld, ...]
    """Who held which office."""
    more_offices: int
    """How many more are known, of before."""
    basis: tuple[BasisView, ...]
    contact: tuple[Fact, ...]


def institution(opened: Opened) -> InstitutionView:
    """Make the view of an institution."""
    about = subject(opened)
    record = about.record
    assert isinstance(record, Institution)
    way = about.reach
    former = tuple(one.name for one in record.former_names)
    return InstitutionView(
        article=article(
            about,
            tell(FACTS, record, way),
            _data(about, record),
            names=tuple(filter(None, (record.acronym, *record.aliases, *former))),
            titles={"institutions": "Instituciones relacionadas"},
            feeds=(calendar(record.title, way.to(addresses.record(about.entry.key))),),
        ),
        former_names=tuple(_name(one) for one in record.former_names),
        successor=way.record("institutions", record.successor),
        offices=offices_of(opened, way) if opened.page.number == 1 else (),
        more_offices=dict(opened.page.figures).get("tenures", 0) - len(opened.page.tenures),
        basis=basis(record.legal_basis, Original(record), way),
        contact=contact(record.contact, way),
    )


def _name(one: Name) -> NameView:
    span = dates.span(one.start.text if one.start else "", one.end.text if one.end else "")
    return NameView(one.name, span, one.note)


def _data(about: Subject, record: Institution) -> Item:
    government = "GovernmentOrganization"
    others = [record.acronym, *record.aliases, *(one.name for one in record.former_names)]
    return item(
        _TYPES.get(record.level.value, government),
        **common(about, url=record.web or about.url),
        alternateName=[name for name in others if name],
        parentOrganization=mention(about, government, "institutions", record.parent),
        location=wording.place(record.place),
        email=record.contact.email if record.contact else "",
        telephone=record.contact.phone if record.contact else "",
    )
