"""What a visit to YouTube did: one row per video, and its three readings (people, machines, a pull request).

In: rows. Out: a `Report`, and its text in Spanish, its JSON, its Markdown.
Never: shows a reason (YouTube's words) as anything but plain text.
"""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass

from acervo.archive.snapshot import Status
from acervo.records.models.fields import Choice
from acervo.youtube import plain
from acervo.youtube.answer import Origin, Silence
from acervo.youtube.extractor import Listing

ORIGINS = {"oembed": "oEmbed", "atom": "el canal Atom"}
"""Names on screen of those who answer when yt-dlp is refused."""


class Change(Choice):
    """What became of the files of a video: its data, captions and picture (its views are counted every month)."""

    NEW = ("new", "nuevo")
    UPDATED = ("updated", "con cambios")
    SAME = ("same", "sin cambios")
    KEPT = ("kept", "sin respuesta útil")
    FAILED = ("failed", "con fallas al leer o guardar")


class Stop(Choice):
    """Why a visit ended before its last video."""

    BLOCKED = (
        "blocked",
        "YouTube dejó de responder a esta conexión. Lo ya guardado sigue bien; "
        "inténtelo más tarde o desde otra conexión.",
    )
    NETWORK = (
        "network",
        "no hay conexión con YouTube. Lo ya guardado sigue bien; inténtelo cuando vuelva la conexión.",
    )
    INTERRUPTED = ("interrupted", "usted la interrumpió. Lo ya guardado está completo.")
    DISK = ("disk", "no se pudo guardar en el disco. Revise el espacio y los permisos de la carpeta.")


@dataclass(frozen=True, slots=True)
class Row:
    """One visited video. state: None if nobody was asked. reason: one line of plain text, or empty.

    notes: Spanish sentences on what was kept besides the data. origin: who answered when it was not yt-dlp.
    """

    id: str
    state: Status | Silence | None
    change: Change
    reason: str = ""
    notes: tuple[str, ...] = ()
    origin: Origin = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A visit. unvisited: ids asked for and not reached. listing: of the channel, if one was listed.

    listing_origin: who listed it when it was not yt-dlp. drafts: paths of the records that were proposed.
    resting: how many videos were left alone because they were visited not long ago.
    """

    rows: tuple[Row, ...]
    unvisited: tuple[str, ...] = ()
    stop: Stop | None = None
    listing: Listing | None = None
    listing_origin: Origin = ""
    drafts: tuple[str, ...] = ()
    resting: int = 0

    @property
    def failed_here(self) -> bool:
        """Tell whether something went wrong on this side; what YouTube does is never a failure."""
        return self.stop is Stop.DISK or any(row.change is Change.FAILED for row in self.rows)

    def text(self) -> str:
        """Return the summary for a person, several lines, without a final line break."""
        lines = [*self._listed(str), self._counted(), *self._explained()]
        for row in self._notable():
            lines.append(f"  {row.id}  {_state(row)}{': ' if row.reason else ''}{row.reason}")
            lines += [f"    {note}" for note in row.notes]
        if self.drafts:
            lines += [self._drafted(), *(f"  {path}" for path in self.drafts), _NEXT]
        return "\n".join(lines)

    def json(self) -> str:
        """Return everything for a machine, with a final line break."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2, sort_keys=True) + "\n"

    def markdown(self) -> str:
        """Return the summary and a table of what needs to be looked at, for a pull request."""
        lines = ["## Consulta a YouTube", ""]
        for sentence in (*self._listed(_code), self._counted(), *self._explained()):
            lines += [sentence, ""]
        if self.drafts:
            lines += [self._drafted(), "", *(f"- {_code(path)}" for path in self.drafts), "", _NEXT, ""]
        shown = [row for row in self.rows if row.change is not Change.SAME or row in self._notable()]
        if shown:
            lines += ["| Video | Estado | Archivo | Lo que se supo |", "| --- | --- | --- | --- |"]
        for row in shown:
            video = f"[`{row.id}`](https://www.youtube.com/watch?v={row.id})"
            told = " ".join(filter(None, map(_code, (row.reason, *row.notes))))
            lines.append(f"| {video} | {_state(row)} | {row.change.label} | {told} |")
        return "\n".join(lines).rstrip("\n") + "\n"

    def _listed(self, quote: Callable[[str], str]) -> list[str]:
        if self.listing is None:
            return []
        found = f"La lista tiene {_videos(len(self.listing.entries))}."
        if self.listing_origin:
            found = (
                f"yt-dlp no pudo leer la lista; {ORIGINS[self.listing_origin]} solo da los más recientes: "
                f"{_videos(len(self.listing.entries))}."
            )
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

    def _explained(self) -> list[str]:
        sentences = [f"La consulta se detuvo: {self.stop.label}"] if self.stop else []
        for origin, name in ORIGINS.items():
            if count := sum(row.origin == origin for row in self.rows):
                sentences.append(f"De {_videos(count)} respondió {name}, que solo sabe lo principal.")
        if self.unvisited and not self.stop:
            sentences.append(f"Por consultar: {_videos(len(self.unvisited))}. La misma orden sigue donde se quedó.")
        if self.resting:
            sentences.append(f"Sin consultar por ser reciente su última consulta: {_videos(self.resting)}.")
        return sentences

    def _drafted(self) -> str:
        return f"Borradores nuevos: {len(self.drafts)}."

    def _notable(self) -> list[Row]:
        return [row for row in self.rows if row.state is not Status.OK or row.notes]


_NEXT = (
    "Revise cada borrador con sus notas, corrija la fecha, las personas y los temas, y quite «draft: true» para "
    "publicarlo. Luego ejecute «acervo check»."
)


def _state(row: Row) -> str:
    told = row.state.label if row.state else "no se consultó"
    return f"{told} (según {ORIGINS[row.origin]})" if row.origin else told


def _videos(count: int) -> str:
    return "1 video" if count == 1 else f"{count} videos"


def _code(reason: str) -> str:
    """Quote a reason so that neither Markdown, HTML nor a mention in it has any effect."""
    quoted = plain.line(reason, 200).replace("`", "'").replace("|", "/").replace("\\", "/")
    return f"`{quoted}`" if quoted else ""
