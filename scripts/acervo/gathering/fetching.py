"""The verb `fetch`: from what a person asks for to a visit to YouTube.

In: videos, or all of the archive's, or channels. Out: files in data/youtube, new drafts, and the visit's report.
Never: changes a record that exists.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from acervo.errors import Failure
from acervo.gathering import drafting
from acervo.publishing import reading
from acervo.publishing.build import Progress, label
from acervo.publishing.theme import Project
from acervo.records.catalogue.entry import Entry
from acervo.youtube import channel as channels
from acervo.youtube import video_id, visit
from acervo.youtube.channel import Place
from acervo.youtube.extractor import PAUSE, Extractor, Source
from acervo.youtube.report import Report, Stop
from acervo.youtube.store import Store, StoreError
from acervo.youtube.visit import Step

LIMIT = 40
"""Videos of one visit, unless somebody says otherwise; a guest of YouTube may see some 300 in an hour."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for: exactly one of videos, everything, channel and availability.

    channel: what names one, "" for those of the series. series: to which their videos belong, "" to tell it by the
    channel. copies: with availability, look for copies of all.
    force: not only what is due. limit: how many at most; None for the usual. pause: seconds between requests.
    """

    videos: tuple[str, ...] = ()
    everything: bool = False
    channel: str | None = None
    series: str = ""
    availability: bool = False
    copies: bool = False
    force: bool = False
    limit: int | None = None
    pause: float = PAUSE


def fetch(
    project: Project, wish: Wish, today: date, progress: Progress, source: Callable[[float], Source] = Extractor
) -> Report:
    """Visit YouTube for what was asked. source: makes whoever is asked, from the pause.

    Raises Failure for addresses that are none, and when the visit cannot start.
    """
    if bool(wish.videos) + wish.everything + (wish.channel is not None) + wish.availability != 1:
        raise Failure("Diga qué traer: uno o más videos, o --all, o --channel, o --availability.")
    if (wish.copies and not wish.availability) or (wish.series and wish.channel is None):
        raise Failure("--copies acompaña a --availability, y --series a --channel.")
    store = Store(project.data / "youtube", project.cache)
    show = _shown(progress)
    try:
        if wish.videos:
            ids = [video_id.parse(text) for text in wish.videos]
            return visit.fetch(ids, store, source(wish.pause), today, show)
        if wish.channel is not None:
            return _channels(project, wish, store, source, today, show)
        recorded = sorted({entry.video for entry in _entries(project) if entry.video})
        if wish.availability:
            return visit.fetch_availability(
                recorded, store, source(wish.pause), today, show, wish.limit, copies=wish.copies, force=wish.force
            )
        limit = wish.limit or LIMIT
        return visit.fetch_all(recorded, store, source(wish.pause), today, show, limit, force=wish.force)
    except (video_id.AddressError, StoreError) as error:
        raise Failure(str(error)) from None


def _channels(
    project: Project,
    wish: Wish,
    store: Store,
    source: Callable[[float], Source],
    today: date,
    show: visit.Progress,
) -> Report:
    """Visit the channels and propose a draft for each of their videos that is new to the archive."""
    places = (channels.place(wish.channel),) if wish.channel else _of_series(project)
    if not places:
        raise Failure("Ningún ciclo dice su canal: agregue «channel» a su ficha, o escríbalo después de --channel.")
    if wish.series and not any(entry.key == ("series", wish.series) for entry in _entries(project)):
        raise Failure(f"No hay un ciclo «{video_id.excerpt(wish.series)}» en {label(project)}/series.")
    report = visit.fetch_channels(places, store, source(wish.pause), today, show, wish.limit or LIMIT, force=wish.force)
    if report.listing is None:
        return report
    try:
        written = drafting.propose(project, report.listing, wish.series or None, store, today)
    except OSError:
        return replace(report, stop=Stop.DISK)
    shown = (f"{label(project)}/{path.relative_to(project.data).as_posix()}" for path in written)
    return replace(report, drafts=tuple(shown))


def _entries(project: Project) -> tuple[Entry, ...]:
    return reading.read(project.data, label(project), project.cache).entries


def _of_series(project: Project) -> tuple[Place, ...]:
    """Return where each series lists its videos."""
    read = reading.read(project.data, label(project), project.cache)
    series = (entry for entry in read.entries if entry.kind == "series" and not entry.withdrawn)
    named = dict.fromkeys(str(read.tree(entry).get("channel", "")) for entry in series)
    return tuple(channels.place(channel) for channel in named if channel)


def _shown(progress: Progress) -> visit.Progress:
    """Tell of a visit as of a phase for each way of asking."""

    def show(step: Step) -> None:
        if step.row is not None:
            progress.step()
        elif step.position == 1:
            progress.phase("light" if step.light else "fetch", step.total)

    return show
