"""An example of a message: files that are told it, and the same files put right.

In: declarations in the modules of `examples`. Out: frozen values. Never: runs an example (see `trial`).
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

Files = Mapping[str, str | bytes]
"""By path below the folder that holds the data folder. A text is the part of a file that matters: see `setting`."""
NONE: Files = MappingProxyType({})

PLACES: Mapping[str, str] = MappingProxyType({
    "conferences": "data/conferences/2026-cuidar.yml",
    "speakers": "data/speakers/ana-ejemplo.yml",
    "documents": "data/documents/plan-ejemplo.yml",
    "networks": "data/networks/red-ejemplo.yml",
    "institutions": "data/institutions/oficina-ejemplo.yml",
    "series": "data/series/ciclo-ejemplo.yml",
    "routes": "data/routes/ruta-ejemplo.yml",
    "evaluations": "data/evaluations/2026-cuidar.yml",
    "topics": "data/topics.yml",
    "captions": "data/youtube/captions/v_ab3_defgh-w_0a2.es.vtt",
    "ledger": "data/permalinks.txt",
})  # fmt: skip
"""Where an example of one file stands."""


class Fate(Enum):
    """What becomes of a file that nobody puts right by hand."""

    GONE = "sin ese archivo."
    ANEW = "el mismo archivo, escrito de nuevo por el programa."


class Example(NamedTuple):
    """Files that are told a message and the same put right."""

    wrong: Files
    right: Mapping[str, str | bytes | Fate]
    """The files that change."""
    beside: Files = NONE
    """What has to be there besides, and is not shown."""
    lacks: tuple[str, ...] = ()
    """Fields of a record that the wrong files lack: all others that a record needs are added to them."""
    also: tuple[str, ...] = ()
    """Other messages that the wrong files are told."""
    names: bool = False
    """Whether the names of the files are what matters, not what they say."""
    told: str = ""
    """What the wrong files are, in words, where they cannot be printed."""
    cure: str = ""
    """What the right files are, in words, where they cannot be printed."""


class Unshown(NamedTuple):
    """A message of which there can be no example."""

    why: str


def of(kind: str, wrong: str, right: str, *, lacks: tuple[str, ...] = (), also: tuple[str, ...] = ()) -> Example:
    """Make an example of one file of a kind."""
    place = PLACES[kind]
    return Example(wrong={place: wrong}, right={place: right}, lacks=lacks, also=also)


def conference(wrong: str, right: str, *, lacks: tuple[str, ...] = (), also: tuple[str, ...] = ()) -> Example:
    """Make an example of the record of a conference."""
    return of("conferences", wrong, right, lacks=lacks, also=also)


def renamed(wrong: str, right: str) -> Example:
    """Make an example of a file whose name is wrong."""
    text = "title: Cuidar"
    return Example(wrong={wrong: text}, right={wrong: Fate.GONE, right: text}, names=True)


def unprintable(told: str, wrong: str | bytes, right: str, cure: str = "") -> Example:
    """Make an example of the record of a conference that is told in words."""
    place = PLACES["conferences"]
    return Example(wrong={place: wrong}, right={place: right}, told=told, cure=cure)
