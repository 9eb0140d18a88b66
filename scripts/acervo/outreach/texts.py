"""The texts of a kit: for WhatsApp, for SMS, for networks, reminders, the message of afterwards, the change of plans.

In: an about. Out: `Text`s, each with the place it is for. Never: a private link, a cut word, or a text that is too
long for its place when leaving out parts can help it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from acervo.outreach import sms
from acervo.outreach.announcement import Announcement
from acervo.outreach.plain import unmarked
from acervo.records.models.session import EventStatus
from acervo.site import wording
from acervo.site.dates import ZONE

FEW = 3
"""People who are named in a short text; more are left for the page."""


class Text(NamedTuple):
    """A text to copy."""

    name: str
    """Of its file, without ending."""
    label: str
    body: str
    length: int
    """Its length as its place counts it, or 0 where nobody counts."""
    most: int


def texts(about: Announcement) -> tuple[Text, ...]:
    """Write every text that serves this conference now."""
    return tuple(_texts(about))


def _texts(about: Announcement) -> Iterator[Text]:
    if about.live:
        yield _free("whatsapp", "WhatsApp", whatsapp(about))
        yield _short("sms", "SMS", _for_sms(about))
        yield _post("redes", "Redes sociales", _posts(about))
        yield _free("recordatorio-una-semana", "Recordatorio, una semana antes", reminder(about, "Falta una semana"))
        yield _free("recordatorio-un-dia", "Recordatorio, un día antes", reminder(about, "Es mañana"))
        if about.start:
            yield _free("recordatorio-una-hora", "Recordatorio, una hora antes", soon(about))
    elif about.recorded and about.status not in (EventStatus.CANCELLED, EventStatus.POSTPONED):
        yield _free("grabacion", "Mensaje con la grabación", recording(about))
        yield _post("redes", "Redes sociales", _recorded_posts(about))
    elif about.status in (EventStatus.CANCELLED, EventStatus.POSTPONED):
        yield _free("aviso", "Aviso del cambio", change(about))
        yield _short("sms", "SMS", _changed(about))
        yield _post("redes", "Redes sociales", _changed(about))


def whatsapp(about: Announcement) -> str:
    """Invite by WhatsApp: a line for each thing, asterisks for what matters."""
    signup = about.signup
    return _lines(
        about.tone.greeting,
        *_news(about),
        f"*{unmarked(about.title)}*",
        about.series and f"{about.kind} · {about.series}",
        None,
        f"*Cuándo:* {about.day}",
        about.hours and f"*Hora:* {about.hours} ({ZONE})",
        about.where and f"*Dónde:* {about.where}",
        *(f"*{one.role}:* {', '.join(filter(None, (one.name, one.post)))}" for one in about.guests),
        about.accessibility and f"*Accesibilidad:* {'; '.join(about.accessibility)}",
        None,
        signup is not None and f"Inscripción{f' (hasta el {signup.closes})' if signup.closes else ''}: {signup.url}",
        signup is not None and signup.note,
        f"Más información: {about.short}",
        None,
        about.tone.closing,
        about.tone.signature or about.institution,
    )


def reminder(about: Announcement, lead: str) -> str:
    """Remind of it days before."""
    signup = about.signup
    return _lines(
        f"{lead}: *{unmarked(about.title)}*",
        f"{wording.sentence(about.day)}{f', {about.hours} ({ZONE})' if about.hours else ''}",
        about.where,
        signup is not None and f"Si aún no se inscribe: {signup.url}",
        f"Más información: {about.short}",
        None,
        about.tone.signature or about.institution,
    )


def soon(about: Announcement) -> str:
    """Remind of it an hour before: only here the link to enter is told, and only when it is public."""
    entrance = about.entrance
    way = f"Entre por aquí{f' ({entrance.platform})' if entrance and entrance.platform else ''}: "
    return _lines(
        f"En una hora: *{unmarked(about.title)}*",
        f"Hoy, {about.hours} ({ZONE})",
        entrance is not None and f"{way}{entrance.url}",
        entrance is not None and entrance.note,
        entrance is None and about.private and "El enlace para entrar llegó a quienes se inscribieron.",
        entrance is None and about.place,
        f"Más información: {about.short}",
        None,
        about.tone.signature or about.institution,
    )


def recording(about: Announcement) -> str:
    """Tell that the recording can be seen."""
    return _lines(
        about.tone.greeting,
        "Ya puede ver la grabación de:",
        f"*{unmarked(about.title)}*",
        " · ".join(filter(None, (about.series, about.day))),
        _people(about),
        None,
        f"Está en {about.short}",
        None,
        "Gracias por su interés.",
        about.tone.signature or about.institution,
    )


def change(about: Announcement) -> str:
    """Tell that it is cancelled, or put off without a new day."""
    return _lines(
        about.tone.greeting,
        _outcome(about),
        f"*{unmarked(about.title)}*",
        _joined((about.series, _was(about))),
        None,
        about.reason and f"Motivo: {about.reason}",
        "Avisaremos de la nueva fecha." if about.status is EventStatus.POSTPONED else "",
        f"Esta página seguirá al día: {about.short}",
        None,
        "Lamentamos las molestias que esto pueda causar.",
        about.tone.signature or about.institution,
    )


def _news(about: Announcement) -> Iterator[str | None]:
    if about.status is EventStatus.RESCHEDULED:
        before = f" (antes: {about.previous})" if about.previous else ""
        yield f"Cambió la fecha{before}. La nueva es el {about.day}."
        if about.reason:
            yield f"Motivo: {about.reason}"
        yield None


def _for_sms(about: Announcement) -> Iterator[str]:
    """Yield an SMS, from the one that says most to the one that says least; day, hour and address are in all."""
    when = ", ".join(filter(None, (about.short_day, about.start and f"{about.start} h")))
    when = f"Nueva fecha: {when}" if about.status is EventStatus.RESCHEDULED else wording.sentence(when)
    for title in _titles(about):
        for rest in ((about.series, about.modality), (about.modality,), ()):
            yield f"{_joined((title, when, *rest))} {about.short}"
    yield f"{when}. {about.short}"


def _posts(about: Announcement) -> Iterator[str]:
    day = f"Nueva fecha: {about.day}" if about.status is EventStatus.RESCHEDULED else wording.sentence(about.day)
    when = f"{day}{f', {about.hours} ({ZONE})' if about.hours else ''}"
    tags = " ".join(about.tone.hashtags)
    people = f"Con {named}" if (named := _people(about)) else ""
    for title in _titles(about):
        for rest in ((when, people, about.where, tags), (when, people, tags), (when, tags), (when, "")):
            *said, tag = rest
            yield _lines(title, *filter(None, said), about.short, *([tag] if tag else []))
    yield _lines(wording.sentence(about.short_day), about.short)


def _recorded_posts(about: Announcement) -> Iterator[str]:
    tags = " ".join(about.tone.hashtags)
    people = f"Con {named}" if (named := _people(about)) else ""
    for title in _titles(about):
        for rest in ((people, tags), ("", tags), ("", "")):
            yield _lines(f"Ya está la grabación de {title}", *filter(None, (rest[0], about.short, rest[1])))
    yield _lines("Ya está la grabación", about.short)


def _changed(about: Announcement) -> Iterator[str]:
    for title in _titles(about):
        yield f"{_joined((_outcome(about).rstrip(':'), title, _was(about)))} {about.short}"
        yield f"{_joined((_outcome(about).rstrip(':'), title))} {about.short}"
    yield f"{_outcome(about).rstrip(':')}. {about.short}"


def _titles(about: Announcement) -> Iterator[str]:
    """Yield the title whole, then without its subtitle, then by fewer and fewer words, then only what it is."""
    title = about.title
    yield f"«{title}»"
    head = title.partition(": ")[0]
    if head != title:
        yield f"«{head}»"
    words = title.split()
    for count in range(len(words) - 1, 2, -1):
        yield f"«{' '.join(words[:count]).rstrip(',;:.¿¡«(')}…»"
    yield about.kind


def _people(about: Announcement) -> str:
    names = [guest.name for guest in about.guests]
    return wording.together(names) if len(names) <= FEW else ""


def _outcome(about: Announcement) -> str:
    it = f"{'la' if about.feminine else 'el'} {about.kind[:1].lower()}{about.kind[1:]}"
    end = "a" if about.feminine else "o"
    if about.status is EventStatus.CANCELLED:
        return f"Se cancela {it}:"
    return f"Queda pospuest{end} {it}:"


def _was(about: Announcement) -> str:
    day = about.day or about.previous
    return f"Estaba previst{'a' if about.feminine else 'o'} para el {day}" if day else ""


def _short(name: str, label: str, candidates: Iterator[str]) -> Text:
    body = ""
    for candidate in candidates:
        body = sms.spelled(candidate)
        if sms.septets(body) <= sms.LONGEST:
            break
    return Text(name, label, body, sms.septets(body), sms.LONGEST)


def _post(name: str, label: str, candidates: Iterator[str]) -> Text:
    body = ""
    for body in candidates:
        if sms.weight(body) <= sms.LONGEST_POST:
            break
    return Text(name, label, body, sms.weight(body), sms.LONGEST_POST)


def _free(name: str, label: str, body: str) -> Text:
    return Text(name, label, body, 0, 0)


def _joined(parts: Sequence[str]) -> str:
    """Join sentences: `«¿Quién cuida?». Lun 25 may, 11:00 h.`"""
    return "".join(f"{part}{'' if part.endswith('.') else '.'} " for part in parts if part).rstrip()


def _lines(*parts: object) -> str:
    """Join lines; what is empty or false is left out, and None is an empty line between blocks."""
    kept: list[str] = []
    for part in parts:
        if part is None and kept and kept[-1]:
            kept.append("")
        elif isinstance(part, str) and part:
            kept.append(part)
    return "\n".join(kept).strip()
