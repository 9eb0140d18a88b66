"""From a channel's list to draft records on the disk: one new file for each video that no record knows.

In: a project, a list of videos, what is kept of them, the day. Out: new files in data/conferences.
Never: changes or replaces a file, asks YouTube, or drafts a video twice, a hidden one, or one that a series ignores.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from acervo import files
from acervo.archive.snapshot import Snapshot
from acervo.drafts.draft import Candidate, draft, is_public
from acervo.drafts.mentions import Authority
from acervo.errors import Failure
from acervo.publishing import reading
from acervo.publishing.build import label
from acervo.publishing.reading import Reading
from acervo.publishing.theme import Project
from acervo.records.catalogue.entry import Entry
from acervo.records.models import patterns
from acervo.records.models.conference import Conference
from acervo.records.models.fields import VIDEO_PATTERN
from acervo.records.models.kinds import KINDS
from acervo.records.models.series import Series
from acervo.youtube import video_id
from acervo.youtube.extractor import Listing
from acervo.youtube.store import Store

FOLDER = "conferences"

_ANY_VIDEO = re.compile(rf"(?<![\w-]){VIDEO_PATTERN}(?![\w-])", re.ASCII)


def propose(
    project: Project, listing: Listing, series: str | None, store: Store, today: date, *, unvisited: bool = False
) -> tuple[Path, ...]:
    """Write a draft for each listed video that is new to the archive; return the files, in the order of the list.

    series: the id of the one they belong to; None to tell it by the channel. unvisited: whether to draft also what
    has no snapshot yet, from its title alone; since no draft is ever written again, it is better to wait for it.
    Raises Failure for a series that there is not, OSError for the disk; what was written till then stays.
    """
    folder = project.data / FOLDER
    for leftover in folder.glob(".*.yml.*.tmp"):  # of a run that was killed: `check` would take it for a record
        leftover.unlink()
    read = reading.read(project.data, label(project), project.cache)
    cycles = _series(read)
    if series is not None and series not in cycles:
        raise Failure(f"No hay un ciclo «{series}» sin errores en {label(project)}/series.")
    known = {entry.id: store.known(entry.id) for entry in listing.entries}
    channels = {video.channel_id for video in known.values() if video and video.channel_id}
    lone_channel = next(iter(channels)) if len(channels) == 1 else ""
    skipped = {
        *_recorded(read),
        *_in_broken_files(read),
        *(one for cycle in cycles.values() for one in cycle.ignored_videos),
    }
    taken = _taken(read, folder)
    authority = Authority(read.entries)
    written: list[Path] = []
    for entry in listing.entries:
        video = known[entry.id] or (Snapshot(id=entry.id) if unvisited else None)
        if video is None or video.id in skipped or not is_public(video):
            continue
        candidates = _candidates(cycles, series, video.channel_id or lone_channel)
        made = draft(replace(video, title=video.title or entry.title), candidates, authority, taken, today)
        path = folder / f"{made.id}.yml"
        if not path.exists():
            files.write_whole(path, made.text.encode())
            written.append(path)
        taken.add(made.id)
        skipped.add(video.id)
    return tuple(written)


def _series(read: Reading) -> Mapping[str, Series]:
    """Return the series that videos may belong to, by id."""
    found: dict[str, Series] = {}
    for entry in read.entries:
        if entry.kind == "series" and not entry.withdrawn:
            record = KINDS["series"].model.model_validate(read.tree(entry))
            assert isinstance(record, Series)
            found[entry.id] = record
    return found


def _candidates(cycles: Mapping[str, Series], series: str | None, channel: str) -> Sequence[Candidate]:
    chosen = [series] if series else [id_ for id_, cycle in cycles.items() if channel and cycle.channel == channel]
    return [_candidate(id_, cycles[id_]) for id_ in chosen]


def _candidate(id_: str, cycle: Series) -> Candidate:
    period = cycle.period.text if cycle.period else ""
    return Candidate(id_, period, tuple(patterns.parse(text) for text in cycle.title_patterns))


def _recorded(read: Reading) -> Iterator[str]:
    """Yield the videos of every conference, also of drafts and of withdrawn ones."""
    for entry in read.entries:
        if entry.kind == FOLDER:
            yield entry.video
            if entry.copies:
                yield from _copies(read, entry)


def _in_broken_files(read: Reading) -> Iterator[str]:
    """Yield whatever may be a video in the conferences and series that cannot be read for their errors."""
    sound = {entry.path for entry in read.entries}
    for path in {problem.path for problem in read.problems} - sound:
        if path.startswith((f"{read.data.name}/{FOLDER}/", f"{read.data.name}/series/")):
            yield from _ANY_VIDEO.findall((read.data.parent / path).read_bytes().decode("utf-8", "replace"))


def _copies(read: Reading, entry: Entry) -> Iterator[str]:
    """Yield the videos of YouTube that are further copies of a recording."""
    record = Conference.model_validate(read.tree(entry))
    for copy in record.recording.copies:
        try:
            yield video_id.parse(copy.url)
        except video_id.AddressError:
            continue


def _taken(read: Reading, folder: Path) -> set[str]:
    """Return, in lower case, every id that a conference has or had, and every name that a file has."""
    ids: Iterable[str] = (id_ for entry in read.entries if entry.kind == FOLDER for id_ in (entry.id, *entry.formerly))
    segment = f"{KINDS[FOLDER].segment}/"
    once = (line.strip().removeprefix(segment).strip("/") for line in read.ledger if line.strip().startswith(segment))
    present = (path.name.partition(".")[0] for path in folder.glob("*"))
    return {id_.lower() for id_ in (*ids, *once, *present)}
