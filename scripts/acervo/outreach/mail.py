"""The letter of a kit: its words, its plain text, and the message that a mail program opens ready to send.

In: an announcement; for the message, the finished HTML and the calendar file. Out: a `Letter`, text, bytes of a .eml.
Never: an address of a person, a sender, a date, or a picture from anywhere: the same record gives the same bytes.
"""

from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from hashlib import blake2b
from textwrap import wrap
from typing import NamedTuple
from urllib.parse import urlsplit

from acervo.outreach.announcement import Announcement, Guest
from acervo.records.models.session import EventStatus
from acervo.site.dates import ZONE

HEAVIEST = 102_000
"""Bytes of HTML that Gmail shows whole."""
_COLUMNS = 76


class Action(NamedTuple):
    """What the reader is asked to do, and where."""

    text: str
    url: str


class Fact(NamedTuple):
    """A label and what it says."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter before it is laid out."""

    subject: str
    preview: str
    """What mail programs show beside the subject."""
    kicker: str
    title: str
    opening: tuple[str, ...]
    facts: tuple[Fact, ...]
    guests: tuple[Guest, ...]
    summary: tuple[str, ...]
    action: Action
    more: Action | None
    closing: tuple[str, ...]
    signature: str
    site: str


def letter(about: Announcement) -> Letter:
    """Write the letter that serves the conference now: an invitation, news of its recording, or of a change."""
    called_off = about.status in (EventStatus.CANCELLED, EventStatus.POSTPONED)
    signup = about.signup if about.live else None
    page = Action("Ver la página de la conferencia", about.page)
    if called_off:
        opening, subject, action = _change(about), _called_off(about), page
    elif about.live:
        opening, subject = _invitation(about), f"Invitación: {about.title}"
        action = Action("Inscribirse", signup.url) if signup else page
        if about.status is EventStatus.RESCHEDULED:
            subject = f"Nueva fecha: {about.title}"
    else:
        opening, subject = ("Ya puede ver la grabación de esta conferencia.",), f"Grabación: {about.title}"
        action = Action("Ver la grabación", about.page)
    facts = () if called_off else tuple(_facts(about))
    return Letter(
        subject=subject,
        preview=", ".join(filter(None, (about.day, about.hours, about.modality))) or about.kind,
        kicker=" · ".join(filter(None, (about.series, about.kind))),
        title=about.title,
        opening=tuple(filter(None, (about.tone.greeting, *opening))),
        facts=facts,
        guests=() if called_off else about.guests,
        summary=() if called_off else tuple(filter(None, about.summary.split("\n\n"))),
        action=action,
        more=page if action != page and action.url != page.url else None,
        closing=tuple(filter(None, about.tone.closing.split("\n\n"))) if about.live else (),
        signature=about.tone.signature or about.institution,
        site=about.site,
    )


def plain(one: Letter) -> str:
    """Write a letter as plain text."""
    blocks = [
        *map(_folded, one.opening),
        _folded(one.title.upper() if len(one.title) < _COLUMNS else one.title) + (f"\n{one.kicker}" * bool(one.kicker)),
        *map(_folded, one.summary),
        "\n".join(_folded(f"{fact.label}: {fact.value}") for fact in one.facts),
        "\n".join(
            _folded(f"{guest.role}: {', '.join(filter(None, (guest.name, guest.post)))}") for guest in one.guests
        ),
        "\n".join(f"{action.text}:\n{action.url}" for action in (one.action, one.more) if action),
        *map(_folded, one.closing),
        one.signature,
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def message(one: Letter, html: str, identity: str, calendar: bytes | None = None) -> bytes:
    """Write a letter as a message of MIME, to be opened in a mail program, given its recipients and sent (X-Unsent).

    identity: a stable address that tells it from other letters. calendar: the file to add it to a calendar.
    """
    sealed = EmailMessage(policy=SMTP)
    sealed["Subject"] = one.subject
    digest = blake2b("\0".join((identity, one.subject, html)).encode(), digest_size=12).hexdigest()
    sealed["Message-ID"] = f"<{digest}@{urlsplit(identity).hostname or 'acervo.invalid'}>"
    sealed["X-Unsent"] = "1"
    sealed.set_content(plain(one), cte="quoted-printable")
    sealed.add_alternative(html, subtype="html", cte="quoted-printable")
    if calendar:
        sealed.add_attachment(calendar.decode(), subtype="calendar", filename="evento.ics", cte="base64")
    sealed["Content-Language"] = "es-MX"  # after the parts: adding one takes all of Content- along with the text
    _bound(sealed, digest)
    return sealed.as_bytes()


def _bound(part: MIMEPart, digest: str) -> None:
    """Give each part that holds others a boundary that is the same every time."""
    for number, one in enumerate(part.walk()):
        if one.is_multipart():
            one.set_boundary(f"=_{digest}_{number}")


def _invitation(about: Announcement) -> tuple[str, ...]:
    cycle = (
        f", del {'' if about.series.lower().startswith('ciclo') else 'ciclo '}{about.series}" if about.series else ""
    )
    kind = about.kind.lower()
    if about.status is EventStatus.RESCHEDULED:
        of_it = f"de la {kind}" if about.feminine else f"del {kind}"
        before = f" Antes se había anunciado para el {about.previous}." if about.previous else ""
        news = f"Cambió la fecha {of_it} «{about.title}»{cycle}: será el {about.day}.{before}"
        return news, *about.reason.split("\n\n")
    to_it = f"a la {kind}" if about.feminine else f"al {kind}"
    return (f"Le invitamos {to_it} «{about.title}»{cycle}.",)


def _change(about: Announcement) -> tuple[str, ...]:
    it = f"{'la' if about.feminine else 'el'} {about.kind.lower()}"
    day = about.day or about.previous
    when = f", {'prevista' if about.feminine else 'previsto'} para el {day}" if day else ""
    end = "a" if about.feminine else "o"
    if about.status is EventStatus.CANCELLED:
        news = f"Le informamos que se cancela {it} «{about.title}»{when}."
    else:
        news = f"Le informamos que queda pospuest{end} {it} «{about.title}»{when}. Avisaremos de la nueva fecha."
    return news, *filter(None, about.reason.split("\n\n")), "Lamentamos las molestias que esto pueda causar."


def _called_off(about: Announcement) -> str:
    end = "a" if about.feminine else "o"
    return f"{'Cancelad' if about.status is EventStatus.CANCELLED else 'Pospuest'}{end}: {about.title}"


def _facts(about: Announcement) -> list[Fact]:
    signup = about.signup if about.live else None
    hours = f"{about.hours} ({ZONE})" if about.hours else ""
    window = ""
    if signup:
        parts = (signup.opens and f"desde el {signup.opens}", signup.closes and f"hasta el {signup.closes}")
        window = ". ".join(filter(None, (", ".join(filter(None, parts)), signup.note)))
    found = (
        Fact("Fecha", about.day),
        Fact("Horario", hours),
        Fact("Modalidad", about.modality),
        Fact("Lugar", about.place),
        Fact("Dirigida a" if about.feminine else "Dirigido a", about.audience if about.live else ""),
        Fact("Requisitos", about.requirements if about.live else ""),
        Fact("Accesibilidad", "; ".join(about.accessibility) if about.live else ""),
        Fact("Inscripción", window),
    )
    return [fact for fact in found if fact.value]


def _folded(text: str) -> str:
    return "\n".join(wrap(text, _COLUMNS, break_long_words=False, break_on_hyphens=False))
