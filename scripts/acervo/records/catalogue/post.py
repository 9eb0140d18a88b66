"""Posts: who held which office where, as one record says it.

In: a checked record. Out: flat `Post`s for its entry. Never: decides that two of them are one (see `archive.tenures`).
"""

from acervo.records.catalogue.references import once
from acervo.records.models.conference import Conference
from acervo.records.models.document import Document
from acervo.records.models.parts import Record
from acervo.records.models.speaker import Speaker

Post = tuple[str, str, str, str, str, str]
"""A person, an office, an institution; when it started, when it ended, on which day it was seen: EDTF text, or ""."""


def posts(id_: str, record: Record) -> tuple[Post, ...]:
    """Return the posts that a record tells of: all those of a person, or those that others held on its day.

    The same offices are told again and again: each text is one in memory.
    """
    return tuple([_shared(post) for post in _told(id_, record)])


def _shared(post: Post) -> Post:
    person, office, institution, start, end, seen = map(once, post)
    return person, office, institution, start, end, seen


def _told(id_: str, record: Record) -> tuple[Post, ...]:
    match record:
        case Speaker():
            return tuple(
                (
                    id_,
                    one.title,
                    one.institution,
                    one.start.text if one.start else "",
                    one.end.text if one.end else "",
                    one.seen.text if one.seen else "",
                )
                for one in record.offices
            )
        case Conference() | Document():
            day = record.date.text if record.date else ""
            return tuple(
                [(one.person, one.office, one.institution, "", "", day) for one in record.people if one.office]
            )
        case _:
            return ()
