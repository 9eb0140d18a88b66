"""An archive held in memory, checked as `acervo check` and `acervo captions check` do it with one on a disk.

In: files as bytes, by path. Out: every problem that the two verbs tell. Never: a check of its own.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from acervo.archive import announced, archive, captions, ledger
from acervo.archive.holding import Holding, holdings, judged
from acervo.archive.proofreading import first_of_each, proofread
from acervo.records.catalogue.entry import Entry
from acervo.records.checks import checking
from acervo.records.checks.loading import Loaded, load_file
from acervo.records.models.kinds import KINDS
from acervo.records.problems import Problem
from acervo.records.writing import schema

DATA = "data/"
_KEPT = f"{DATA}youtube/"
_TRACKS = f"{_KEPT}{captions.FOLDER}/"
_SCHEMAS = f"{DATA}schema/"

load = lru_cache(maxsize=64)(load_file)
"""Load a file; most examples share the files around them."""


def told(files: Mapping[str, bytes]) -> list[Problem]:
    """Return every problem of an archive, sorted, each once."""
    loaded: list[Loaded] = [load(path, data) for path, data in files.items()]
    entries = [filed.entry for file in loaded for filed in file.records]
    kept = [judged(path.removeprefix(DATA), data, path) for path, data in files.items() if path.startswith(_KEPT)]
    held = holdings(file for file, _ in kept if file)
    problems = [
        *(problem for file in loaded for problem in file.problems),
        *(problem for _, wrong in kept for problem in wrong),
    ]
    lines = files.get(DATA + checking.LEDGER, b"").decode().splitlines()
    between = checking.between(
        entries,
        lines,
        files.__getitem__,
        problems,
        {video: one.snapshot.duration for video, one in held.items() if one.snapshot},
        [DATA + text.path for one in held.values() for text in one.texts],
    )
    sound = all(problem.severity != "error" for problem in problems)
    return sorted({*problems, *between, *_written(files, entries, lines, sound=sound), *_proofread(files, held)})


def _written(
    files: Mapping[str, bytes], entries: Collection[Entry], lines: Sequence[str], *, sound: bool
) -> Iterator[Problem]:
    """Yield what is wrong with the ledger of addresses and with the schemas that are there."""
    path = DATA + checking.LEDGER
    shorts = announced.shorts(archive.build(entries), lines)
    text = files.get(path, b"").decode()
    yield from ledger.stale(path, text, ledger.due(entries, shorts, text.split()), of_addresses=True)
    yield from ledger.astray(entries, shorts, lines, path, sound=sound)
    for place, data in files.items():
        if place.startswith(_SCHEMAS):
            name = place.removeprefix(_SCHEMAS)
            yield from ledger.stale(place, data.decode(), schema.text(KINDS[name.removesuffix(".json")]))


def _proofread(files: Mapping[str, bytes], held: Mapping[str, Holding]) -> Iterator[Problem]:
    """Yield what is wrong with the captions that are there."""
    for path, data in files.items():
        if path.startswith(_TRACKS):
            found = proofread(data, path, path.removeprefix(_TRACKS), lambda video: _duration(held, video))
            yield from first_of_each(found, path)


def _duration(held: Mapping[str, Holding], video: str) -> int:
    about = held[video].snapshot if video in held else None
    return about.duration if about else 0
