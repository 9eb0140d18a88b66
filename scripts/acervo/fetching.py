"""The verb `fetch`: from what a person asks for to a visit to YouTube.

In: videos, or all of the archive's, or a channel. Out: snapshots in data/youtube, and the visit's report.
Never: changes a record.
"""

from collections.abc import Sequence
from datetime import date

from acervo import reading
from acervo.build import Progress, label
from acervo.errors import Failure
from acervo.theme import Project
from acervo.youtube import channel as channels
from acervo.youtube import video_id, visit
from acervo.youtube.extractor import Extractor
from acervo.youtube.report import Report
from acervo.youtube.store import Store, StoreError
from acervo.youtube.visit import Step


def fetch(
    project: Project,
    videos: Sequence[str],
    everything: bool,
    channel: str | None,
    limit: int,
    pause: float,
    today: date,
    progress: Progress,
) -> Report:
    """Visit YouTube for what was asked; exactly one of videos, everything and channel.

    Raises Failure for addresses that are none, and when the visit cannot start.
    """
    if bool(videos) + everything + bool(channel) != 1:
        raise Failure("Diga qué traer: uno o más videos, o --all, o --channel con el identificador del canal.")
    store = Store(project.data / "youtube", project.cache)

    def show(step: Step) -> None:
        if step.row is not None:
            progress.step()
        elif step.position == 1:
            progress.phase("fetch", step.total)

    try:
        ids = [video_id.parse(text) for text in videos]
        pages = channels.pages(channel) if channel else ()
        source = Extractor(pause)
        if channel:
            return visit.fetch_channel(pages, store, source, today, show, limit)
        if everything:
            return visit.fetch_all(_recorded(project), store, source, today, show, limit)
        return visit.fetch(ids, store, source, today, show)
    except (video_id.AddressError, StoreError) as error:
        raise Failure(str(error)) from None


def _recorded(project: Project) -> list[str]:
    """Return the videos that the records name, drafts included."""
    read = reading.read(project.data, label(project), project.cache)
    return sorted({entry.video for entry in read.entries if entry.video})
