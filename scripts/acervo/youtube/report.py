"""What a visit to YouTube did: one row per video, and its three readings (people, machines, a pull request).

In: rows. Out: a `Report`, and its text in Spanish, its JSON, its Markdown.
Never: shows a reason (YouTube's words) as anything but plain text.
"""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass

from acervo.archive.snapshot import Status
from acervo.records.fields import Choice
from acervo.youtube import plain
from acervo.youtube.answer import Silence
from acervo.youtube.extractor import Listing


class Change(Choice):
    """What became of the file of a video."""

    NEW = ("new", "nuevo")
    UPDATED = ("updated", "con cambios")
    SAME = ("same", "sin cambios")
    KEPT = ("kept", "sin respuesta útil")
    FAILED = ("failed", "con fallas al leer o guardar")


class Stop(Choice):
    """Why a visit ended before its last video."""

    BLOCKED = (
        "blocked",
        "YouTube dejó de responder a esta conexión. Lo guardado no cambió; inténtelo más tarde o desde otra conexión.",
    )
    NETWORK = (
        "network",
        "no hay conexión con YouTube. Lo guardado no cambió; inténtelo cuando vuelva la conexión.",
    )
    INTERRUPTED = ("interrupted", "usted la interrumpió. Lo ya guardado está completo.")
    DISK = ("disk", "no se pudo guardar en el disco. Revise el espacio y los permisos de la carpeta.")


@dataclass(frozen=True, slots=True)
class Row:
    """One visited video. state: None if YouTube was not asked. reason: one line of plain text, or empty."""

    id: str
    state: Status | Silence | None
    change: Change
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A visit. unvisited: ids asked for and not reached. listing: of the channel, if one was listed."""

    rows: tuple[Row, ...]
    unvisited: tuple[str, ...] = ()
    stop: Stop | None = None
    listing: Listing | None = None

    @property
    def failed_here(self) -> bool:
        """Tell whether something went wrong on this side; what YouTube does is never a failure."""
        return self.stop is Stop.DISK or any(row.change is Change.FAILED for row in self.rows)

    def text(self) -> str:
        """Return the summary for a person, several lines, without a final line break."""
        lines = [*self._listed(str), self._counted(), *self._stopped()]
        lines += [f"  {row.id}  {_state(row)}{': ' if row.reason else ''}{row.reason}" for row in self._notable()]
        return "\n".join(lines)

    def json(self) -> str:
        """Return everything for a machine, with a final line break."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2, sort_keys=True) + "\n"

    def markdown(self) -> str:
        """Return the summary and a table of what needs to be looked at, for a pull request."""
        lines = ["## Consulta a YouTube", ""]
        for sentence in (*self._listed(_code), self._counted(), *self._stopped()):
            lines += [sentence, ""]
        shown = [row for row in self.rows if row.change is not Change.SAME or row in self._notable()]
        if shown:
            lines += ["| Video | Estado | Archivo | Lo que dijo YouTube |", "| --- | --- | --- | --- |"]
        for row in shown:
            video = f"[`{row.id}`](https://www.youtube.com/watch?v={row.id})"
            lines.append(f"| {video} | {_state(row)} | {row.change.label} | {_code(row.reason)} |")
        return "\n".join(lines).rstrip("\n") + "\n"

    def _listed(self, quote: Callable[[str], str]) -> list[str]:
        if self.listing is None:
            return []
        found = f"La lista tiene {_videos(len(self.listing.entries))}."
        if self.listing.state is Status.OK:
            return [found]
        why = quote(self.listing.reason)
        return [f"{found} No se pudo leer completa ({self.listing.state.label}){': ' if why else '.'}{why}"]

    def _counted(self) -> str:
        counts = Counter(row.change for row in self.rows)
        parts = [f"{counts[change]} {change.label}" for change in Change if counts[change]]
        asked = len(self.rows) + len(self.unvisited)
        total = f"{len(self.rows)} de {_videos(asked)}" if self.unvisited else _videos(asked)
        return f"Consulta de {total}{': ' if parts else ''}{', '.join(parts)}."

    def _stopped(self) -> list[str]:
        return [f"La consulta se detuvo: {self.stop.label}"] if self.stop else []

    def _notable(self) -> list[Row]:
        return [row for row in self.rows if row.state is not Status.OK]


def _state(row: Row) -> str:
    return row.state.label if row.state else "no se consultó"


def _videos(count: int) -> str:
    return "1 video" if count == 1 else f"{count} videos"


def _code(reason: str) -> str:
    """Quote a reason so that neither Markdown, HTML nor a mention in it has any effect."""
    quoted = plain.line(reason, 200).replace("`", "'").replace("|", "/").replace("\\", "/")
    return f"`{quoted}`" if quoted else ""
