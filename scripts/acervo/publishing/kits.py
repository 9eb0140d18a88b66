"""The verb `outreach`: the kit of one conference, written to a folder.

In: a project, the id of a conference, a folder. Out: files, and a sentence about each. Never: writes into the site or
the records, sends anything, or touches a file of the folder that is not of a kit.
"""

import difflib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from jinja2 import FileSystemLoader

from acervo import files
from acervo.archive import addresses, announced, archive
from acervo.archive.archive import Archive
from acervo.archive.occasion import has_days
from acervo.errors import Failure
from acervo.outputs import calendars
from acervo.outputs.calendars import Calendar
from acervo.outreach import mail
from acervo.outreach.announcement import Announcement
from acervo.outreach.texts import texts
from acervo.publishing import pictures, reading, theme
from acervo.publishing.build import Progress, Silence, label
from acervo.publishing.reading import Reading
from acervo.publishing.theme import Project
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.models.conference import RecordingState
from acervo.records.models.session import EventStatus
from acervo.site.page import Settings
from acervo.site.render import environment

FOLDER = "difusion"
"""Where kits are written, beside mkdocs.yml; git does not keep it."""
CONFERENCES = "conferences"
_NAMES = (
    "correo.html", "correo.txt", "correo.eml", "evento.ics", "whatsapp.txt", "sms.txt", "redes.txt",
    "recordatorio-una-semana.txt", "recordatorio-un-dia.txt", "recordatorio-una-hora.txt", "grabacion.txt",
    "aviso.txt", "cartel.svg", "cartel.png", "tarjeta.svg", "tarjeta.png",
)  # fmt: skip
"""Every file that a kit may have: those that it no longer has are removed."""
_CALLED_OFF = (EventStatus.CANCELLED, EventStatus.POSTPONED)


class Done(NamedTuple):
    """What was written."""

    folder: Path
    title: str
    rows: tuple[tuple[str, str], ...]
    """Each file's name and what it is."""
    cautions: tuple[str, ...]

    def text(self) -> str:
        """Tell it to a person."""
        width = max(len(name) for name, _ in self.rows)
        listed = [f"  {name.ljust(width)}  {about}" for name, about in self.rows]
        return "\n".join([f"Para difundir «{self.title}», en {self.folder}:", *listed, *self.cautions])


def outreach(project: Project, id_: str, folder: Path | None = None, progress: Progress | None = None) -> Done:
    """Write the kit of a conference. folder: where; else `difusion/<id>/`.

    Raises Failure, in words for who edits, when there is nothing to announce or no such conference.
    """
    progress = progress or Silence()
    progress.phase("check")
    read = reading.read(project.data, label(project), project.cache)
    entry = _find(read, id_)
    progress.phase("model")
    joined = archive.build(read.entries, read.holdings)
    progress.phase("shell")
    themed = theme.Rendering(project)
    try:
        settings = themed.result().settings
    finally:
        themed.cancel()
    short = next((path for path, keys in announced.shorts(joined, read.ledger).items() if keys == (entry.key,)), "")
    about = pictures.announce(read, joined, entry.key, settings, short)
    coming = entry.key in joined.upcoming
    _refuse_silence(about, entry, coming)
    folder = (folder or project.config.parent / FOLDER / entry.id).absolute()
    made = list(_kit(project, joined, settings, about, entry.key, progress))
    for name, _, content in made:
        files.write_whole(folder / name, content)
    for name in set(_NAMES) - {name for name, _, _ in made}:
        (folder / name).unlink(missing_ok=True)
    return Done(
        folder,
        about.title,
        tuple((name, what) for name, what, _ in made),
        tuple(_cautions(about, short, coming)),
    )


def _find(read: Reading, id_: str) -> Entry:
    """Return the conference that a person means. Raises Failure that says why it cannot be announced."""
    wanted = Path(id_.strip().rstrip("/")).name.removesuffix(".yml")
    conferences = {entry.id: entry for entry in read.entries if entry.kind == CONFERENCES}
    former = {old: entry for entry in conferences.values() for old in entry.formerly}
    entry = conferences.get(wanted) or former.get(wanted)
    if entry is None:
        if (read.data / CONFERENCES / f"{wanted}.yml").is_file():
            raise Failure(f"La ficha de «{wanted}» tiene errores: ejecute «acervo check» y corríjala.")
        near = difflib.get_close_matches(wanted, [*conferences, *former], 1)
        meant = f" ¿Quiso decir «{near[0]}»?" if near else ""
        raise Failure(f"No hay ninguna conferencia «{wanted}» en {read.label}/{CONFERENCES}.{meant}")
    if entry.draft:
        raise Failure(f"«{entry.title}» es un borrador: complete la ficha y quite `draft` antes de difundirla.")
    if entry.withdrawn:
        raise Failure(f"«{entry.title}» se retiró del acervo: no se difunde.")
    return entry


def _refuse_silence(about: Announcement, entry: Entry, coming: bool) -> None:
    """Refuse a conference of which there is nothing to tell. coming: whether it is still ahead, by its date."""
    if about.status in _CALLED_OFF:
        return
    if not has_days(entry.date):
        raise Failure(
            f"«{about.title}» no tiene un día seguro: escriba en `date` el día, como 2026-05-25, o, si se pospuso, "
            "`status: postponed`."
        )
    unrecorded = entry.state == RecordingState.NOT_RECORDED and not coming
    if (about.held or unrecorded) and not about.recorded:
        state = next(one.label for one in RecordingState if one == entry.state).lower()
        raise Failure(f"«{about.title}» ya se hizo y no tiene grabación publicada ({state}): no hay qué difundir.")


def _kit(
    project: Project, joined: Archive, settings: Settings, about: Announcement, key: Key, progress: Progress
) -> Iterator[tuple[str, str, bytes]]:
    """Yield each file of a kit, with its name and what it is."""
    templates = environment(FileSystemLoader(project.overrides / "acervo"))
    letter = mail.letter(about)
    html = templates.get_template("mail.html").render(view=letter)
    event = _event(joined, settings, about, key)
    yield (
        "correo.eml",
        f"correo listo para abrir y enviar: {letter.subject}",
        mail.message(letter, html, about.page, event),
    )
    yield "correo.html", f"el mismo correo, en HTML ({len(html.encode()) / 1000:.0f} kB)", html.encode()
    yield "correo.txt", "el mismo correo, sin formato", mail.plain(letter).encode()
    if event:
        yield "evento.ics", "el archivo para añadirla al calendario", event
    for one in texts(about):
        count = f" ({one.length} de {one.most} caracteres)" if one.most else ""
        yield f"{one.name}.txt", f"{one.label}{count}", f"{one.body}\n".encode()
    drawn = (("cartel", "cartel, A4"), ("tarjeta", "tarjeta para redes y chats"))
    wanted = drawn if about.live else drawn[1:] if about.recorded and about.status not in _CALLED_OFF else ()
    progress.phase("draw", 2 * len(wanted))
    for name, what in wanted:
        draw = partial(pictures.drawn, about, templates, name)
        for form in ("svg", "png"):
            yield f"{name}.{form}", f"{what}, en {form.upper()}", draw(form)
            progress.step()


def _event(joined: Archive, settings: Settings, about: Announcement, key: Key) -> bytes | None:
    """Return the calendar file of a conference; none for one whose day is not known, or is past."""
    if not has_days(joined.entries[key].date) or about.held:
        return None
    one = Calendar(addresses.event(key), "", "", addresses.record(key), (key,), (key in joined.upcoming,))
    return calendars.render(one, settings, joined)


def _cautions(about: Announcement, short: str, coming: bool) -> Iterator[str]:
    if (urlsplit(about.page).hostname or "").endswith((".example", ".invalid", ".test", "localhost")):
        yield "Ojo: la dirección del sitio es de ejemplo. Diga la verdadera con ACERVO_SITE_URL y repita la orden."
    if not short:
        yield "No tiene dirección corta: la reciben las conferencias que están por venir. Se usó la de su página."
    if about.live and not coming:
        yield "Ojo: por su fecha ya pasó. Si es así, diga en `recording` qué fue de la grabación y repita la orden."
    for one in texts(about):
        if one.most and one.length > one.most:
            yield f"Ojo: {one.label} pasa de {one.most} caracteres, y ya no queda qué quitarle."
