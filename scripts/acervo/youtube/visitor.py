"""Who visits: asks about one video, keeps what is learnt at once, and remembers having asked.

In: the id of a video. Out: a `Turn`: the row of the report, and whether the visit has to end.
Never: asks about two videos at once, writes what a silence says, or lets a fault of the disk pass for news.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from acervo.archive.snapshot import Snapshot, SnapshotError, Status
from acervo.youtube import companions, oembed, schedule, snapshot, wayback
from acervo.youtube.answer import Answer, Silence
from acervo.youtube.extractor import Source
from acervo.youtube.keeping import Kept
from acervo.youtube.ledger import Past
from acervo.youtube.report import Change, Row, Stop
from acervo.youtube.store import Store


class Turn(NamedTuple):
    """What came of one video. stop: why no other should be asked about in the same way."""

    row: Row
    stop: Stop | None = None


class Visitor:
    """One visit's memory: what was asked, of whom, and when."""

    def __init__(self, store: Store, source: Source, today: date) -> None:
        """Open the ledger."""
        self._store = store
        self._source = source
        self._today = today
        self._ledger = store.checked()
        self._wayback_silent = False
        self.refused = False
        """Whether yt-dlp was refused while it was asked why a video cannot be seen."""

    @property
    def ledger(self) -> Mapping[str, Past]:
        """What is remembered of each video."""
        return self._ledger

    def ask(self, video_id: str) -> Turn:
        """Ask yt-dlp: everything there is to know."""
        return self._judged(video_id, self._source.video)

    def glance(self, video_id: str) -> Turn:
        """Ask oEmbed: whether the video exists, and its title."""
        return self._judged(video_id, lambda asked: oembed.ask(asked, self._source))

    def learn(self, video_id: str, answer: Answer) -> Turn:
        """Keep what a list told of a video."""
        return self._judged(video_id, lambda _: answer)

    def look(self, video_id: str) -> Turn:
        """Ask oEmbed and, where it does not show the video, ask yt-dlp why, unless yt-dlp has refused to say."""
        old, failure = self._known(video_id)
        if failure:
            return failure
        answer = oembed.ask(video_id, self._source)
        if self.refused or answer.state in (Status.OK, Silence.BLOCKED, Silence.NETWORK):
            return self._kept(video_id, old, answer)
        why = self._source.video(video_id)
        if not isinstance(why.state, Silence):
            row, stop = self._kept(video_id, old, why)
            self.refused = stop is Stop.BLOCKED
            return Turn(row, None if self.refused else stop)
        self.refused = why.state is Silence.BLOCKED
        row, stop = self._kept(video_id, old, answer)
        note = f"yt-dlp: {why.state.label}{': ' if why.reason else ''}{why.reason}"
        return Turn(replace(row, notes=(*row.notes, note)), stop)

    def search(self, turn: Turn, *, always: bool) -> Turn:
        """Look for copies of a video that is gone (`always`: of any), unless that was done not long ago."""
        row, past = turn.row, self._ledger.get(turn.row.id, Past())
        known = self._store.known(row.id)
        if known is None or self._wayback_silent or not schedule.search_due(past, self._today):
            return turn
        if not (always or snapshot.gone(known)):
            return turn
        found = wayback.find(row.id, self._source, self._today)
        if found is None:
            self._wayback_silent = True
            return Turn(
                replace(row, notes=(*row.notes, "archive.org no respondió; se buscarán copias otro día.")), turn.stop
            )
        complete = snapshot.with_copies(known, found)
        new = len(complete.copies) - len(known.copies)
        try:
            self._store.write(complete)
            self._remember(row.id, replace(past, copies=self._today.isoformat()))
        except OSError as error:
            return _not_saved(row, error)
        if not new:
            return turn
        change = Change.UPDATED if row.change in (Change.SAME, Change.KEPT) else row.change
        return Turn(replace(row, change=change, notes=(*row.notes, f"Copias nuevas en archive.org: {new}.")), turn.stop)

    def _judged(self, video_id: str, ask: Callable[[str], Answer]) -> Turn:
        old, failure = self._known(video_id)
        return failure or self._kept(video_id, old, ask(video_id))

    def _known(self, video_id: str) -> tuple[Snapshot | None, Turn | None]:
        try:
            return self._store.read(video_id), None
        except (SnapshotError, OSError) as error:
            reason = f"no se pudo leer lo guardado. {_told(error)}"
            return None, Turn(Row(video_id, None, Change.FAILED, reason))

    def _kept(self, video_id: str, old: Snapshot | None, answer: Answer) -> Turn:
        past = self._ledger.get(video_id, Past())
        row = Row(video_id, answer.state, Change.KEPT, answer.reason, origin=answer.origin)
        if answer.state is Silence.BLOCKED:
            return Turn(row, Stop.BLOCKED)
        if answer.state is Silence.NETWORK:
            return Turn(row)
        beside = Kept()
        try:
            kept = snapshot.merge(old, video_id, answer, self._today, past.good)
            if kept is not None and not isinstance(answer.state, Silence):
                if answer.info is not None and not answer.origin:
                    kept, beside = companions.keep(answer.info, old, kept, self._store, self._source, self._today)
                updated = self._store.write(kept) or beside.changed
                change = Change.NEW if old is None else Change.UPDATED if updated else Change.SAME
                row = replace(row, change=change, notes=beside.notes)
        except OSError as error:
            return _not_saved(row, error)
        try:
            self._remember(video_id, self._after(past, answer, kept, beside))
        except OSError:
            return Turn(row, Stop.DISK)
        return Turn(row, Stop.BLOCKED if beside.blocked else None)

    def _after(self, past: Past, answer: Answer, kept: Snapshot | None, beside: Kept) -> Past:
        today = self._today.isoformat()
        seen_well = not isinstance(answer.state, Silence) and kept is not None and _well(kept)
        past = replace(past, good=today) if seen_well else past
        if answer.origin:
            return replace(past, looked=today)
        return replace(past, asked=today, owing=bool(beside.notes))

    def _remember(self, video_id: str, past: Past) -> None:
        self._ledger[video_id] = past
        self._store.mark(self._ledger)


def _well(kept: Snapshot) -> bool:
    return kept.status is not None and kept.status.available and kept.pending is None


def _not_saved(row: Row, error: OSError) -> Turn:
    return Turn(replace(row, change=Change.FAILED, reason=f"no se pudo guardar. {_told(error)}"), Stop.DISK)


def _told(error: Exception) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)
