"""Whose turn it is: which videos are due for a visit, and in what order.

In: ids, what is kept and remembered of each, the day. Out: the ids that are due, in order.
Never: asks, or looks at the clock. (The periods are those of a small archive that must stay a polite guest.)
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import sha256

from acervo.archive.snapshot import Snapshot, Status
from acervo.youtube.ledger import Past

YOUNG = 60
"""Days after its upload in which a video still changes."""
WEEKLY, GONE, SELDOM = 7, 14, 90
"""Days between visits to a young video, to one that cannot be seen, and to any other."""
COPIES = 90
"""Days between two searches for copies of one video."""
_NEVER = Past()


def visits(
    ids: Iterable[str],
    known: Callable[[str], Snapshot | None],
    ledger: Mapping[str, Past],
    today: date,
    *,
    force: bool = False,
) -> list[str]:
    """Return the videos that are due for a full visit (with `force`, all), each once.

    Those never seen come first, as given; then the longest unvisited; hashes spread those of one day.
    """
    seen = {video_id: known(video_id) for video_id in ids}
    queue = [
        video_id
        for video_id, snapshot in seen.items()
        if force or _visit_due(video_id, snapshot, ledger.get(video_id, _NEVER), today)
    ]

    def place(video_id: str) -> tuple[str, bool, str]:
        never_seen = seen[video_id] is None
        return ledger.get(video_id, _NEVER).asked, not never_seen, "" if never_seen else _digest(video_id).hex()

    return sorted(queue, key=place)


def glances(
    ids: Iterable[str], ledger: Mapping[str, Past], today: date, *, copies: bool = False, force: bool = False
) -> list[str]:
    """Return the videos that are due for a light check, the longest unchecked first, each once.

    copies: also those whose copies are due to be looked for.
    """

    def last(video_id: str) -> str:
        past = ledger.get(video_id, _NEVER)
        return max(past.asked, past.looked)

    queue = [
        video_id
        for video_id in dict.fromkeys(ids)
        if force
        or _rested(last(video_id), WEEKLY, today)
        or (copies and search_due(ledger.get(video_id, _NEVER), today))
    ]
    return sorted(queue, key=lambda video_id: (last(video_id), _digest(video_id)))


def search_due(past: Past, today: date) -> bool:
    """Tell whether copies of a video should be looked for (again)."""
    return _rested(past.copies, COPIES, today)


def _visit_due(video_id: str, known: Snapshot | None, past: Past, today: date) -> bool:
    return _rested(past.asked, _period(video_id, known, past, today), today)


def _period(video_id: str, known: Snapshot | None, past: Past, today: date) -> int:
    """Return the days between visits. A doubt and a video still unknown to yt-dlp wait for no more than a day.

    The hash takes up to a third from each period, so that what was first seen on one day spreads over many.
    """
    if known is None or known.origin or known.pending:
        return 1
    if known.status in (Status.OK, None):
        days = WEEKLY if past.owing or _young(known, today) else SELDOM
    else:
        days = WEEKLY if known.status.available else GONE
    return days - int.from_bytes(_digest(video_id)[:4]) % (days // 3 + 1)


def _young(known: Snapshot, today: date) -> bool:
    try:
        return (today - date.fromisoformat(known.upload_date)).days < YOUNG
    except ValueError:  # no day, or an impossible one
        return True


def _rested(last: str, days: int, today: date) -> bool:
    """Tell whether `days` have gone by since a day; one that is still to come comes from a wrong clock."""
    gone_by = (today - date.fromisoformat(last)).days if last else days
    return gone_by >= days or gone_by < 0


def _digest(video_id: str) -> bytes:
    return sha256(video_id.encode()).digest()
