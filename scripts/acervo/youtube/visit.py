"""A visit to YouTube: video after video, politely, keeping what is learnt as soon as it is learnt.

In: ids (or channels), whom to ask, where to keep, the day. Out: snapshots in the store, and a `Report`.
Never: reads the clock, asks two things at once, insists after a block, or loses what was good.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from acervo.archive.snapshot import Status, file_name
from acervo.youtube import atom, schedule
from acervo.youtube.answer import Answer, Origin, Silence
from acervo.youtube.channel import Place
from acervo.youtube.extractor import Entry, Listing, Source
from acervo.youtube.report import Report, Row, Stop
from acervo.youtube.store import Store
from acervo.youtube.visitor import Turn, Visitor

NETWORK_FAILURES = 3
"""In a row, after which the visit ends."""


@dataclass(frozen=True, slots=True)
class Step:
    """A moment of the visit. position: from 1. row: None before the video is asked about. light: of oEmbed only."""

    position: int
    total: int
    video_id: str
    row: Row | None = None
    light: bool = False


Progress = Callable[[Step], None]


def silent(step: Step) -> None:
    """Show nothing."""


def fetch(ids: Iterable[str], store: Store, source: Source, today: date, progress: Progress = silent) -> Report:
    """Ask about each video once, in the order given, whenever it was last asked about.

    Before the first request, raises ValueError for what is no id, and StoreError if the visit cannot start.
    """
    queue = list(dict.fromkeys(ids))
    for video_id in queue:
        file_name(video_id)
    with store.locked():
        return _run(queue, Visitor(store, source, today), progress)


def fetch_all(
    ids: Iterable[str],
    store: Store,
    source: Source,
    today: date,
    progress: Progress = silent,
    limit: int | None = None,
    *,
    force: bool = False,
) -> Report:
    """Ask about the videos of the archive that are due, at most `limit`: never seen, then the longest unvisited.

    Those beyond the limit are reported as unvisited; their turn comes in the next visits. force: all are due.
    """
    with store.locked():
        visitor = Visitor(store, source, today)
        return _due(tuple(ids), store, visitor, today, progress, limit, force=force)


def fetch_channels(
    places: Sequence[Place],
    store: Store,
    source: Source,
    today: date,
    progress: Progress = silent,
    limit: int | None = None,
    *,
    force: bool = False,
) -> Report:
    """List channels or playlists (see `channel.place`), then ask about their videos as `fetch_all` does.

    A list refused to yt-dlp is asked of its Atom feed, and nothing more of yt-dlp; one cut short by the network ends
    the visit there.
    """
    with store.locked():
        try:
            listing, told = _listed(places, source)
        except KeyboardInterrupt:
            return Report((), stop=Stop.INTERRUPTED)
        visitor = Visitor(store, source, today)
        ids = tuple(entry.id for entry in listing.entries)
        if listing.state is Silence.NETWORK:
            return Report((), ids, Stop.NETWORK, listing)
        if told is None:
            return replace(_due(ids, store, visitor, today, progress, limit, force=force), listing=listing)
        queue = schedule.visits(ids, store.known, visitor.ledger, today, force=force)
        report = _run(queue, visitor, progress, limit, told)
        origin: Origin = "atom" if told else ""
        resting = set(ids) - {*queue, *(row.id for row in report.rows)}
        return replace(report, listing=listing, listing_origin=origin, resting=len(resting))


def fetch_availability(
    ids: Iterable[str],
    store: Store,
    source: Source,
    today: date,
    progress: Progress = silent,
    limit: int | None = None,
    *,
    copies: bool = False,
    force: bool = False,
) -> Report:
    """Check, with one light request each, that the videos that are due can still be seen; yt-dlp says why not.

    Copies of those that are gone (copies: of all) are looked for at archive.org. When yt-dlp refuses, the check
    goes on without it.
    """
    with store.locked():
        visitor = Visitor(store, source, today)
        ids = tuple(dict.fromkeys(ids))
        queue = schedule.glances(ids, visitor.ledger, today, copies=copies, force=force)

        def check(video_id: str) -> Turn:
            turn = visitor.look(video_id)
            return turn if turn.stop else visitor.search(turn, always=copies)

        rows: list[Row] = []
        try:
            stop = _walk(queue[:limit], rows, check, progress, light=True)
        except KeyboardInterrupt:
            stop = Stop.INTERRUPTED
        stop = stop or (Stop.BLOCKED if visitor.refused else None)
        return Report(tuple(rows), _unvisited(queue, rows), stop, resting=len(ids) - len(queue))


def _due(
    ids: Sequence[str],
    store: Store,
    visitor: Visitor,
    today: date,
    progress: Progress,
    limit: int | None,
    *,
    force: bool,
) -> Report:
    queue = schedule.visits(ids, store.known, visitor.ledger, today, force=force)
    return replace(_run(queue, visitor, progress, limit), resting=len(set(ids)) - len(queue))


def _run(
    queue: Sequence[str],
    visitor: Visitor,
    progress: Progress,
    limit: int | None = None,
    told: Mapping[str, Answer] | None = None,
) -> Report:
    """Visit. told: what an Atom feed said, when yt-dlp has refused already and is asked nothing."""
    rows: list[Row] = []
    stop: Stop | None = Stop.BLOCKED
    try:
        if told is None:
            stop = _walk(queue[:limit], rows, visitor.ask, progress)
        else:
            stop = _walk(tuple(told), rows, lambda video_id: visitor.learn(video_id, told[video_id]), silent) or stop
        if stop is Stop.BLOCKED:
            known = told or {}
            stop = _fall_back([one for one in queue if one not in known][:limit], rows, visitor, progress)
    except KeyboardInterrupt:
        stop = Stop.INTERRUPTED
    return Report(tuple(rows), _unvisited(queue, rows), stop)


def _walk(
    queue: Sequence[str],
    rows: list[Row],
    ask: Callable[[str], Turn],
    progress: Progress,
    *,
    light: bool = False,
) -> Stop | None:
    """Take the videos one by one, adding their rows, until the end or until something says to stop."""
    failures = 0
    for position, video_id in enumerate(queue, 1):
        progress(Step(position, len(queue), video_id, light=light))
        row, stop = ask(video_id)
        rows.append(row)
        progress(Step(position, len(queue), video_id, row, light))
        failures = failures + 1 if row.state is Silence.NETWORK else 0
        if stop or failures == NETWORK_FAILURES:
            return stop or Stop.NETWORK
    return None


def _fall_back(queue: Sequence[str], rows: list[Row], visitor: Visitor, progress: Progress) -> Stop:
    """Ask oEmbed about the video that was refused and about those that were not reached."""
    refused = rows[-1] if rows and rows[-1].state is Silence.BLOCKED else None
    reached = {row.id for row in rows} - {refused.id if refused else ""}
    found: list[Row] = []
    stop = None
    try:
        stop = _walk([one for one in queue if one not in reached], found, visitor.glance, progress, light=True)
    finally:
        if refused and found:
            rows[-1] = _instead(refused, found.pop(0))
        rows += found
    return Stop.DISK if stop is Stop.DISK else Stop.BLOCKED


def _instead(refused: Row, found: Row) -> Row:
    """Return what oEmbed said of a refused video, not hiding that it was refused; or the refusal."""
    if isinstance(found.state, Silence):
        return refused
    why = f"{Silence.BLOCKED.label}{': ' if refused.reason else ''}{refused.reason}"
    return replace(found, notes=(why, *found.notes))


def _unvisited(queue: Sequence[str], rows: Sequence[Row]) -> tuple[str, ...]:
    reached = {row.id for row in rows}
    return tuple(video_id for video_id in queue if video_id not in reached)


def _listed(places: Sequence[Place], source: Source) -> tuple[Listing, dict[str, Answer] | None]:
    """List every place. The second value, when yt-dlp refused, is what the Atom feeds told of each video.

    The list is as sound as its worst part; a feed makes up for what yt-dlp refused.
    """
    entries: dict[str, Entry] = {}
    state: Status | Silence = Status.OK
    reason = ""
    told: dict[str, Answer] | None = None
    for place in places:
        listing = source.listing(place.pages) if told is None else Listing(Silence.BLOCKED, ())
        if listing.state is Silence.BLOCKED:
            told = told or {}
            if place.feed:
                feed, answers = atom.ask(place.feed, source)
                told |= {str((answer.info or {})["id"]): answer for answer in answers}
                partial = listing.entries
                listing = replace(feed, entries=partial + feed.entries) if answers else listing
        entries |= {entry.id: entry for entry in listing.entries if entry.id not in entries}
        if listing.state is not Status.OK and state is Status.OK:
            state, reason = listing.state, listing.reason
        if listing.state is Silence.NETWORK:
            break
    return Listing(state, tuple(entries.values()), reason), told
