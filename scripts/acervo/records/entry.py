"""The entry of a record in the catalogue: what the rest of the archive knows of it without opening it.

In: a checked record and where it stands. Out: a flat `Entry`, cheap to keep, compare and store.
Never: holds what only the record's own page shows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from acervo.records.conference import Chapter, Conference, Passage, Recording
from acervo.records.document import Document
from acervo.records.fields import ID
from acervo.records.institution import Institution
from acervo.records.kinds import KINDS
from acervo.records.labels import inner_model
from acervo.records.moments import seconds
from acervo.records.network import Network
from acervo.records.parts import Record
from acervo.records.series import Series
from acervo.records.speaker import Speaker
from acervo.records.topic import Topic
from acervo.records.words import roots, sort_key, surname_key

Key = tuple[str, str]
"""A record's kind (its folder) and id."""

Reference = tuple[str, str, str, str]
"""Where it stands (`people.0.person`), the kind and id it names, and the person's role or ""."""

Moment = tuple[str, str, int, str]
"""The kind and id that a passage of a recording names, the second where it starts, and the article it cites or ""."""

MOST_ROOTS = 60
"""Words of a title and summary that are kept for comparing; few have more than 40."""


class Entry(NamedTuple):
    """What the catalogue knows of one record."""

    kind: str
    id: str
    path: str
    line: int
    """Where the record starts in its file, from 1 (only topics share a file)."""
    digest: str
    """Of the record's own text: equal digests, equal records."""
    title: str
    sort: str
    label: str
    """What it is, in words: `Foro`, `Nota informativa`, `Persona`."""
    date: str
    """EDTF text, or "" when unknown."""
    updated: str
    summary: str
    names: tuple[str, ...]
    """Other names by which people look for it."""
    video: str
    state: str
    """State of the recording; "" for what is no conference."""
    copies: int
    """How many copies of the recording there are outside YouTube."""
    captions: str
    """State of its captions; "" for what is no conference."""
    permission: str
    """Whether its captions may be published; of a series, what it hands down; "" when nothing is said."""
    ends: int
    """The second at which its last chapter starts."""
    passages_end: int
    """The last second that its passages speak of."""
    place: tuple[str, str]
    """Name and code of the state, or two empty texts."""
    draft: bool
    withdrawn: bool
    formerly: tuple[str, ...]
    references: tuple[Reference, ...]
    moments: tuple[Moment, ...]
    """Where its recording speaks of topics, documents and other conferences, in the order of time."""
    roots: str
    """Of a conference, the roots of the words of its title and summary, with spaces between; else ""."""
    person: tuple[str, str] = ("", "")
    """Family name and given name; two empty texts for what is no person."""

    @property
    def key(self) -> Key:
        """Return kind and id."""
        return self.kind, self.id

    @property
    def published(self) -> bool:
        """Tell whether it has a page of its own with content."""
        return not (self.draft or self.withdrawn)


def describe(kind: str, id_: str, path: str, line: int, digest: str, record: Record) -> Entry:
    """Make the entry of a checked record."""
    date = getattr(record, "date", None) or getattr(record, "period", None)
    place = getattr(record, "place", None)
    recording = record.recording if isinstance(record, Conference) else None
    return Entry(
        kind=kind,
        id=id_,
        path=path,
        line=line,
        digest=digest,
        title=record.title,
        sort=surname_key(record.family_name, record.given_name)
        if isinstance(record, Speaker)
        else sort_key(record.title),
        label=record.kind.label if isinstance(record, Conference | Document) else KINDS[kind].label,
        date=date.text if date else "",
        updated=record.updated.text,
        summary=record.summary,
        names=_names(record),
        video=recording.youtube if recording else "",
        state=recording.state.value if recording else "",
        copies=len(recording.copies) if recording else 0,
        captions=recording.captions.value if recording else "",
        permission=_permission(record),
        ends=max(map(starts_at, recording.chapters), default=0) if recording else 0,
        passages_end=max(map(_last_second, recording.passages), default=0) if recording else 0,
        place=(place.name, place.state) if place else ("", ""),
        draft=record.draft,
        withdrawn=record.withdrawn is not None,
        formerly=record.formerly,
        references=tuple(references(record)),
        moments=tuple(_moments(recording)) if recording else (),
        roots=" ".join(roots(f"{record.title} {record.summary}")[:MOST_ROOTS]) if recording else "",
        person=(record.family_name, record.given_name) if isinstance(record, Speaker) else ("", ""),
    )


def _moments(recording: Recording) -> Iterator[Moment]:
    for passage in sorted(recording.passages, key=starts_at):
        start = starts_at(passage)
        for topic in passage.topics:
            yield "topics", topic, start, ""
        if passage.document:
            yield "documents", passage.document, start, passage.article
        if passage.conference:
            yield "conferences", passage.conference, start, ""


def starts_at(part: Chapter | Passage) -> int:
    """Return the second at which a part of a recording starts."""
    return seconds(part.start) or 0


def _last_second(passage: Passage) -> int:
    end = seconds(passage.end) if passage.end else None
    return starts_at(passage) if end is None else end - 1


def _permission(record: Record) -> str:
    match record:
        case Conference() if "captions_permission" in record.recording.model_fields_set:
            return str(record.recording.captions_permission)
        case Series() if "captions_permission" in record.defaults.model_fields_set:
            return str(record.defaults.captions_permission)
        case _:
            return ""


def sketch(kind: str, id_: str, path: str, tree: Mapping[str, Any]) -> Entry:
    """Make the entry of a record with errors: whom it names is known, nothing else can be relied on."""
    title = tree.get("title", "")
    blank = dict.fromkeys(
        ("digest", "sort", "label", "date", "updated", "summary", "video", "state", "captions", "permission", "roots"),
        "",
    )
    return Entry(
        kind=kind,
        id=id_,
        path=path,
        line=1,
        title=title if isinstance(title, str) else "",
        names=(),
        copies=0,
        ends=0,
        passages_end=0,
        place=("", ""),
        draft=True,
        withdrawn=False,
        formerly=(),
        references=tuple(_named_in(KINDS[kind].model, tree, "")),
        moments=(),
        person=("", ""),
        **blank,
    )


def _named_in(model: type[BaseModel], tree: object, prefix: str) -> Iterator[Reference]:
    """Yield what looks like a reference in a tree that may be wrong in any way."""
    if not isinstance(tree, Mapping):
        return
    for name, info in model.model_fields.items():
        value = tree.get(name)
        extra = info.json_schema_extra
        several = list(enumerate(value)) if isinstance(value, list) else []
        places = [(f"{prefix}{name}", value), *((f"{prefix}{name}.{index}", item) for index, item in several)]
        if isinstance(extra, dict) and "refers_to" in extra:
            for place, item in places:
                if isinstance(item, str) and ID.match(item):
                    yield place, str(extra["refers_to"]), item, ""
        elif inner := inner_model(info.annotation):
            for place, item in places:
                yield from _named_in(inner, item, f"{place}.")


def references(record: BaseModel) -> Iterator[Reference]:
    """Yield every reference of a record to another, in the order of its fields."""
    for walk in _walks(type(record)):
        yield from walk(record, "")


def _names(record: Record) -> tuple[str, ...]:
    match record:
        case Speaker():
            return record.variants
        case Institution():
            former = (name.name for name in record.former_names)
            return tuple(filter(None, (record.acronym, *record.aliases, *former)))
        case Network():
            return (record.acronym,) if record.acronym else ()
        case Topic():
            return record.aliases
        case _:
            return ()


Walk = Callable[[Any, str], Iterable[Reference]]


@cache
def _walks(model: type[BaseModel]) -> tuple[Walk, ...]:
    """Compile, once per model, the steps that find its references."""
    found: list[Walk] = []
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        if isinstance(extra, dict) and "refers_to" in extra:
            found.append(_direct(name, str(extra["refers_to"]), "role" in model.model_fields))
        elif (inner := inner_model(info.annotation)) and _walks(inner):
            found.append(_nested(name, inner))
    return tuple(found)


@lru_cache(maxsize=50_000)
def _once(text: str) -> str:
    """Return one and the same value for equal texts: references repeat a few of them ten thousand times."""
    return text


def _direct(name: str, kind: str, has_role: bool) -> Walk:
    def walk(part: Any, prefix: str) -> Iterator[Reference]:
        value = getattr(part, name)
        role = _once(str(part.role)) if has_role else ""
        if isinstance(value, str):
            if value:
                yield _once(f"{prefix}{name}"), kind, _once(value), role
        else:
            for index, item in enumerate(value):
                yield _once(f"{prefix}{name}.{index}"), kind, _once(item), role

    return walk


def _nested(name: str, inner: type[BaseModel]) -> Walk:
    walks = _walks(inner)

    def walk(part: Any, prefix: str) -> Iterator[Reference]:
        value = getattr(part, name)
        if isinstance(value, inner):
            items = [(f"{prefix}{name}.", value)]
        else:
            items = [(f"{prefix}{name}.{index}.", item) for index, item in enumerate(value or ())]
        for place, item in items:
            for step in walks:
                yield from step(item, place)

    return walk
