"""A visit to YouTube: video after video, politely, keeping what is learnt as soon as it is learnt.

In: ids (or a channel), whom to ask, where to keep, the day. Out: snapshots in the store, and a `Report`.
Never: reads the clock, asks two things at once, insists after a block, or loses what was good.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from acervo.archive.snapshot import SnapshotError, file_name
from acervo.youtube import snapshot
from acervo.youtube.answer import Silence
from acervo.youtube.extractor import Source
from acervo.youtube.report import Change, Report, Row, Stop
from acervo.youtube.store import Store

NETWORK_FAILURES = 3
"""In a row, after which the visit ends."""


@dataclass(frozen=True, slots=True)
class Step:
    """A moment of the visit. position: from 1. row: None before the video is asked about."""

    position: int
    total: int
    video_id: str
    row: Row | None = None


Progress = Callable[[Step], None]


def silent(step: Step) -> None:
    """Show nothing."""


def fetch(ids: Iterable[str], store: Store, source: Source, today: date, progress: Progress = silent) -> Report:
    """Ask about each video once, in the order given.

    Before the first request, raises ValueError for what is no id, and StoreError if the visit cannot start.
    """
    queue = list(dict.fromkeys(ids))
    for video_id in queue:
        file_name(video_id)
    with store.locked():
        return _run(queue, store, source, today, progress)


def fetch_all(
    ids: Iterable[str],
    store: Store,
    source: Source,
    today: date,
    progress: Progress = silent,
    limit: int | None = None,
) -> Report:
    """Ask about the videos of the archive, at most `limit`: those never seen, then the longest unchecked.

    Those beyond the limit are reported as unvisited; their turn comes in the next visits.
    """
    queue = oldest_first(ids, store.has, store.checked())
    with store.locked():
        return _run(queue, store, source, today, progress, limit)


def fetch_channel(
    pages: Iterable[str],
    store: Store,
    source: Source,
    today: date,
    progress: Progress = silent,
    limit: int | None = None,
) -> Report:
    """List a channel (see `channel.pages`), then ask about its videos as `fetch_all` does.

    A list cut short by a block or by the network ends the visit there.
    """
    with store.locked():
        try:
            listing = source.listing(pages)
        except KeyboardInterrupt:
            return Report((), stop=Stop.INTERRUPTED)
        ids = [entry.id for entry in listing.entries]
        if listing.state is Silence.BLOCKED:
            return Report((), tuple(ids), Stop.BLOCKED, listing)
        if listing.state is Silence.NETWORK:
            return Report((), tuple(ids), Stop.NETWORK, listing)
        queue = oldest_first(ids, store.has, store.checked())
        return replace(_run(queue, store, source, today, progress, limit), listing=listing)


def oldest_first(ids: Iterable[str], has: Callable[[str], bool], checked: Mapping[str, str]) -> list[str]:
    """Order ids: those without snapshot as given, then by day of the last check; hashes spread equal days."""
    return sorted(
        dict.fromkeys(ids),
        key=lambda video_id: (
            (checked.get(video_id, ""), sha256(video_id.encode()).hexdigest()) if has(video_id) else ("", "")
        ),
    )


def _run(
    queue: Sequence[str],
    store: Store,
    source: Source,
    today: date,
    progress: Progress,
    limit: int | None = None,
) -> Report:
    rows: list[Row] = []
    try:
        stop = _visit(queue[:limit], rows, store, source, today, progress)
    except KeyboardInterrupt:
        stop = Stop.INTERRUPTED
    return Report(tuple(rows), tuple(queue[len(rows) :]), stop)


def _visit(
    queue: Sequence[str], rows: list[Row], store: Store, source: Source, today: date, progress: Progress
) -> Stop | None:
    checked = store.checked()
    network_failures = 0
    for position, video_id in enumerate(queue, 1):
        progress(Step(position, len(queue), video_id))
        row = _row(video_id, store, source, today)
        rows.append(row)
        progress(Step(position, len(queue), video_id, row))
        if row.state is Silence.BLOCKED:
            return Stop.BLOCKED
        network_failures = network_failures + 1 if row.state is Silence.NETWORK else 0
        if network_failures == NETWORK_FAILURES:
            return Stop.NETWORK
        if row.change is Change.FAILED and row.state is not None:
            return Stop.DISK
        if row.state is not None and row.state is not Silence.NETWORK:
            checked[video_id] = today.isoformat()
            try:
                store.mark(checked)
            except OSError:
                return Stop.DISK
    return None


def _row(video_id: str, store: Store, source: Source, today: date) -> Row:
    try:
        old = store.read(video_id)
    except (SnapshotError, OSError) as error:
        return Row(video_id, None, Change.FAILED, f"no se pudo leer lo guardado. {_told(error)}")
    answer = source.video(video_id)
    kept = snapshot.merge(old, video_id, answer, today)
    if kept is None or isinstance(answer.state, Silence):
        return Row(video_id, answer.state, Change.KEPT, answer.reason)
    try:
        changed = store.write(kept)
    except OSError as error:
        return Row(video_id, answer.state, Change.FAILED, f"no se pudo guardar. {_told(error)}")
    change = Change.NEW if old is None else Change.UPDATED if changed else Change.SAME
    return Row(video_id, answer.state, change, answer.reason)


def _told(error: Exception) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)
