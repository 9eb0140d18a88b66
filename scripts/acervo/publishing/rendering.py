"""Pages and feeds made into files: opened, laid out, checked and written, on several processors.

In: the archive, the records' contents, the theme. Out: what each file was made of, and the files in a folder.
Never: shows a page anything but what it declares, so that its fingerprint tells everything that can change it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment

from acervo import files
from acervo.archive import snapshot
from acervo.archive.archive import Archive
from acervo.archive.card import number_of
from acervo.archive.changes import NO_HISTORY, Histories, History, join, since
from acervo.archive.holding import NOTHING, Holding, SnapshotFile, shown_captions
from acervo.archive.risks import REASONS
from acervo.archive.snapshot import Snapshot
from acervo.archive.transcript import Transcript, transcript
from acervo.publishing import generations
from acervo.publishing.generations import Made, digest
from acervo.publishing.links import Links
from acervo.publishing.reading import Reading
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.models.kinds import KINDS
from acervo.records.models.parts import Record
from acervo.site.page import Opened, Page, Settings
from acervo.site.pages import COMPARED
from acervo.site.record_pages import FOLLOWING
from acervo.site.render import render
from acervo.site.shell import Shell

_GROUPS = {name: number_of(name) for name in (*KINDS, *REASONS, "next", "previous", FOLLOWING, COMPARED)}
"""A number for each name that a group of cards may have."""
_OPTIONAL = Page._fields.index("argument")
_ABSENT = tuple(Page._field_defaults.values())
"""Where the parts of a page begin that most pages lack, and what stands there then."""


@dataclass(frozen=True, slots=True)
class Written:
    """One file written, and the links in it that lead nowhere."""

    path: str
    made: Made
    broken: tuple[str, ...]


class Press:
    """Everything it takes to make any page."""

    def __init__(
        self,
        archive: Archive,
        reading: Reading,
        data: Path,
        settings: Settings,
        shells: Mapping[str, Shell],
        environment: Environment,
        histories: Histories | None = None,
    ) -> None:
        """Keep the parts; nothing is opened yet."""
        self._archive = archive
        self._reading = reading
        self._data = data
        self._settings = settings
        self._shells = shells
        self._environment = environment
        self._histories = histories or {}

    def fingerprint(self, page: Page, base: int) -> int:
        """Return a number for all that the page is made of: `base` stands for theme, templates and program."""
        archive, subject, stamps = self._archive, page.subject, self._archive.stamps
        parts = [base, page.number, page.pages]
        if subject:
            parts.append(stamps.get(subject) or int(archive.entries[subject].digest[:15], 16))
            parts.append(stamps[archive.places[subject][0]] if subject in archive.places else 0)
            if subject in archive.standings:
                parts.append(number_of(archive.standings[subject]))
            if subject in archive.holdings:
                parts += [int(file.digest[:15], 16) for file in archive.holdings[subject].files]
            if self._histories and (told := self._history(page)).total:
                parts.append(number_of(f"{told.total} {[(one.commit, one.who) for one in told.changes]}"))
        if (more := page[_OPTIONAL:]) != _ABSENT:
            parts.append(number_of(str(more)))
        stamp = stamps.__getitem__
        for group in page.groups:
            parts += _GROUPS[group.name], group.total, len(group.cards)
            parts += map(stamp, group.cards)
        parts += map(stamp, page.others)
        return hash(tuple(parts))

    def print(self, page: Page) -> bytes:
        """Return the page's HTML."""
        return render(self._open(page), self._shells, self._environment).encode()

    def _open(self, page: Page) -> Opened:
        archive, subject = self._archive, page.subject
        entry = archive.entries[subject] if subject else None
        series = self._series(subject) if subject else None
        held = archive.holdings.get(subject, NOTHING) if subject else NOTHING
        keys = [key for group in page.groups for key in group.cards]
        return Opened(
            page=page,
            settings=self._settings,
            entry=entry,
            record=self.record(subject) if subject else None,
            handed_down=self._series_record(series) if series else None,
            holding=held,
            snapshot=self._snapshot(held.snapshot) if held.snapshot else None,
            transcript=self._transcript(entry, held) if entry else None,
            cards={key: archive.cards[key] for key in (*keys, *page.others)},
            as_of=archive.as_of,
            history=self._history(page),
        )

    def _history(self, page: Page) -> History:
        """Return what changed in the record of a page, on its own page: also while its file had another name."""
        if not self._histories or page.subject is None or page.number > 1 or page.template != page.subject[0]:
            return NO_HISTORY
        entry = self._archive.entries[page.subject]
        told = self._histories.get(entry.path.partition("/")[2], NO_HISTORY)
        if not entry.formerly:
            return since(told, self._settings.history_since)
        before = (self._histories.get(f"{entry.kind}/{id_}.yml", NO_HISTORY) for id_ in reversed(entry.formerly))
        return since(join([told, *before]), self._settings.history_since)

    def _series(self, key: Key) -> Key | None:
        return self._archive.places[key][0] if key in self._archive.places else None

    def record(self, key: Key) -> Record:
        """Open a record."""
        return KINDS[key[0]].model.model_validate(self._reading.tree(self._archive.entries[key]))

    @cache  # noqa: B019  # as many as there are series; a press lives as long as a build
    def _series_record(self, key: Key) -> Record:
        return self.record(key)

    def _transcript(self, entry: Entry, held: Holding) -> Transcript | None:
        shown = shown_captions(entry, held)
        return transcript(shown[0].path, (self._data / shown[0].path).read_text(encoding="utf-8")) if shown else None

    def _snapshot(self, file: SnapshotFile) -> Snapshot:
        return snapshot.loads((self._data / file.path).read_text(encoding="utf-8"))


def write(content: Callable[[], bytes], path: str, fingerprint: int, folder: Path, links: Links) -> Written:
    """Make one file and put it into the folder."""
    data = content()
    generations.put(files.inside(folder, path), data)
    lost = links.broken(data, path) if path.endswith(".html") else ()
    return Written(path, Made(fingerprint, digest(data), len(data)), tuple(lost))
