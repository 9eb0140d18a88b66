"""How the page of a conference or a document is cited.

In: the opened record, with what its series hands down. Out: a `CitationView`: finished texts.
Never: names who has no page, or says that a video can be seen when it is gone.

Those who speak are the authors of a session, and those with that role of a document; failing them, the institution.
"""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from acervo.records.models.conference import Conference, Modality, RecordingState
from acervo.records.models.document import Document, DocumentKind
from acervo.records.models.parts import Participation, Record, Role
from acervo.site import wording
from acervo.site.citations.exchange import bibtex, csl_json, ris
from acervo.site.citations.prose import CONSULTED, Reference, apa, in_text, iso690
from acervo.site.citations.work import Person, Sort, Work
from acervo.site.page import Opened

WATCH = "https://www.youtube.com/watch?v="
_SPEAKING = frozenset((Role.SPEAKER, Role.PANELIST, Role.AUTHOR))
_WRITING = frozenset((Role.AUTHOR,))
_SORTS = {
    DocumentKind.LAW: Sort.LAW,
    **dict.fromkeys(
        (DocumentKind.REPORT, DocumentKind.STUDY, DocumentKind.PLAN, DocumentKind.PROTOCOL, DocumentKind.PRACTICE),
        Sort.REPORT,
    ),
}


class CitationView(NamedTuple):
    """The citations of a page."""

    name: str
    """Of the files to download, without ending."""
    url: str
    in_text: str
    """Author and year, for the text that cites."""
    apa: Reference
    iso690: Reference
    consulted: str
    """Stands for the day of reading until the browser says it."""
    bibtex: Markup
    ris: Markup
    """Its lines end in LF here, as in any page: CR LF is for its file."""
    csl_json: Markup


def citation(opened: Opened, record: Record) -> CitationView | None:
    """Write the citations of a record; None for what is neither a conference nor a document."""
    made = work(opened, record)
    if made is None:
        return None
    return CitationView(
        name=made.key.partition(":")[2],
        url=made.url,
        in_text=in_text(made),
        apa=apa(made),
        iso690=iso690(made),
        consulted=CONSULTED,
        bibtex=_shown(bibtex(made)),
        ris=_shown(ris(made).replace("\r\n", "\n")),
        csl_json=_shown(csl_json(made)),
    )


def _shown(text: str) -> Markup:
    """Return a text as the content of an element, where quotes need no escape: JSON would grow by a third."""
    return Markup(escape(text, quote=False))  # noqa: S704  # nothing in it is markup any more


def work(opened: Opened, record: Record) -> Work | None:
    """Gather what there is to cite of a conference or a document."""
    match record:
        case Conference():
            return _session(opened, record)
        case Document():
            return _document(opened, record)
        case _:
            return None


def _session(opened: Opened, record: Conference) -> Work:
    here = record.recording
    seen = here.youtube if here.state is RecordingState.PUBLISHED and not opened.holding.gone else ""
    families = [one.media_type.partition("/")[0] for one in here.copies]
    medium = "video" if seen or "video" in families else "audio" if "audio" in families else ""
    kind = record.kind.label
    return Work(
        key=_key(opened),
        sort=Sort.RECORDING if medium == "video" else Sort.SESSION,
        authors=_people(opened, record.people, _SPEAKING),
        institution=_title(opened, "institutions", record.institution),
        date=record.date,
        title=record.title,
        kind=f"{kind} virtual" if record.modality is Modality.VIRTUAL else kind,
        medium=medium,
        series=_title(opened, "series", record.series),
        place=wording.place(record.place),
        site=opened.settings.name,
        url=opened.settings.url + opened.page.path,
        also=f"{WATCH}{seen}" if seen else "",
        language=here.language,
    )


def _document(opened: Opened, record: Document) -> Work:
    """Gather a document; its place and its series are what it speaks of, not where or in what it appeared."""
    return Work(
        key=_key(opened),
        sort=_SORTS.get(record.kind, Sort.DOCUMENT),
        authors=_people(opened, record.people, _WRITING),
        institution=_title(opened, "institutions", record.institution),
        date=record.date,
        title=record.title,
        kind=record.kind.label,
        medium="",
        series="",
        place="",
        site=opened.settings.name,
        url=opened.settings.url + opened.page.path,
        also=record.file,
        language="",
    )


def _key(opened: Opened) -> str:
    return ":".join(opened.page.path.strip("/").split("/"))


def _title(opened: Opened, kind: str, id_: str) -> str:
    card = opened.cards.get((kind, id_)) if id_ else None
    return card.title if card else ""


def _people(opened: Opened, people: Iterable[Participation], roles: frozenset[Role]) -> tuple[Person, ...]:
    """Return those with one of the roles who have a page, in the record's order, each once."""
    cards = (opened.cards.get(("speakers", one.person)) for one in people if one.role in roles)
    return tuple(dict.fromkeys(Person(*card.person) for card in cards if card))
