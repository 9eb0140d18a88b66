"""The letter: its words, its HTML, and the message that a mail program opens."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast

import html5lib
import pytest

from acervo.outreach import mail
from acervo.outreach.announcement import Announcement
from acervo.outreach.mail import Action, Fact, letter
from tests.outreach.fiction import (
    CANCELLED,
    HOSTILE_TITLES,
    LONG_TITLE,
    LUNA,
    MOVED,
    POSTPONED,
    RECORDED,
    TALK,
    templates,
)

CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


def html(about: Announcement) -> str:
    return templates().get_template("mail.html").render(view=letter(about))


def opened(data: bytes) -> EmailMessage:
    return cast(EmailMessage, message_from_bytes(data, policy=default))


def sent(about: Announcement, calendar: bytes | None = CALENDAR) -> bytes:
    return mail.message(letter(about), html(about), about.page, calendar)


def test_an_invitation_in_plain_text_says_everything() -> None:
    assert mail.plain(letter(TALK)) == (
        "Estimadas y estimados colegas:\n\n"
        "Le invitamos a la conferencia «Cuidados: quién cuida a quienes cuidan», del\nCiclo Luna de Ejemplo.\n\n"
        "CUIDADOS: QUIÉN CUIDA A QUIENES CUIDAN\nCiclo Luna de Ejemplo · Conferencia\n\n"
        "Qué cambia cuando el cuidado se reparte.\n\n"
        "Fecha: lunes 25 de mayo de 2026\n"
        "Horario: 11:00 a 13:00 h (hora del centro de México)\n"
        "Modalidad: En línea\n"
        "Dirigida a: Público en general\n"
        "Requisitos: Ninguno\n"
        "Accesibilidad: Subtítulos en vivo\n"
        "Inscripción: hasta el domingo 24 de mayo de 2026, 18:00 h\n\n"
        "Ponente: Clara de la Cruz Ejemplo, Investigadora, Universidad de la Prueba\n"
        "Moderación: Luna Ejemplo Ficticia, Subdirectora, Instituto Ficticio\n\n"
        "Inscribirse:\nhttps://unidad.ifp.example.org/registro\n"
        "Ver la página de la conferencia:\nhttps://acervo.example/archivo/conferencias/2026-cuidados/\n\n"
        "Les esperamos.\n\n"
        "Unidad de Igualdad de Ejemplo\n"
    )


@pytest.mark.parametrize(
    ("about", "subject", "first", "action"),
    [
        (
            MOVED,
            "Nueva fecha: Cuidados: quién cuida a quienes cuidan",
            "Cambió la fecha de la conferencia «Cuidados: quién cuida a quienes cuidan», del Ciclo Luna de "
            "Ejemplo: será el lunes 25 de mayo de 2026. Antes se había anunciado para el lunes 18 de mayo de 2026.",
            Action("Inscribirse", "https://unidad.ifp.example.org/registro"),
        ),
        (
            CANCELLED,
            "Cancelada: Cuidados: quién cuida a quienes cuidan",
            "Le informamos que se cancela la conferencia «Cuidados: quién cuida a quienes cuidan», prevista para el "
            "lunes 25 de mayo de 2026.",
            Action("Ver la página de la conferencia", TALK.page),
        ),
        (
            replace(POSTPONED, kind="Foro", feminine=False),
            "Pospuesto: Cuidados: quién cuida a quienes cuidan",
            "Le informamos que queda pospuesto el foro «Cuidados: quién cuida a quienes cuidan», previsto para el "
            "lunes 25 de mayo de 2026. Avisaremos de la nueva fecha.",
            Action("Ver la página de la conferencia", TALK.page),
        ),
        (
            RECORDED,
            "Grabación: Cuidados: quién cuida a quienes cuidan",
            "Ya puede ver la grabación de esta conferencia.",
            Action("Ver la grabación", TALK.page),
        ),
        (
            replace(TALK, kind="Encuentro", feminine=False, signup=None),
            "Invitación: Cuidados: quién cuida a quienes cuidan",
            "Le invitamos al encuentro «Cuidados: quién cuida a quienes cuidan», del Ciclo Luna de Ejemplo.",
            Action("Ver la página de la conferencia", TALK.page),
        ),
    ],
    ids=["moved", "cancelled", "postponed", "recorded", "without registration"],
)
def test_each_occasion_has_its_letter(about: Announcement, subject: str, first: str, action: Action) -> None:
    found = letter(about)

    assert (found.subject, found.opening[1], found.action) == (subject, first, action)


def test_a_letter_of_a_change_neither_invites_nor_names_people() -> None:
    found = letter(CANCELLED)

    assert (found.facts, found.guests, found.closing, found.more) == ((), (), (), None)
    assert Fact("Inscripción", "hasta el domingo 24 de mayo de 2026, 18:00 h") in letter(TALK).facts


def test_the_message_is_read_back_as_it_was_written() -> None:
    read = opened(sent(TALK))
    kinds = [part.get_content_type() for part in read.walk()]
    text, page, event = [part for part in read.walk() if not part.is_multipart()]

    assert kinds == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"]
    assert dict(read.items()) == {
        "Subject": "Invitación: Cuidados: quién cuida a quienes cuidan",
        "Message-ID": read["Message-ID"],
        "X-Unsent": "1",
        "Content-Language": "es-MX",
        "MIME-Version": "1.0",
        "Content-Type": read["Content-Type"],
    }
    assert re.fullmatch(r"<[0-9a-f]{24}@acervo\.example>", read["Message-ID"])
    assert text.get_content().replace("\r\n", "\n") == mail.plain(letter(TALK))
    assert page.get_content().replace("\r\n", "\n").rstrip("\n") == html(TALK).rstrip("\n")
    assert event.get_content().replace("\r\n", "\n") == CALENDAR.decode().replace("\r\n", "\n")
    assert (event.get_filename(), event.get_content_disposition()) == ("evento.ics", "attachment")
    assert read.defects == []


def test_the_same_record_gives_the_same_bytes_in_lines_that_mail_can_carry() -> None:
    data = sent(TALK)

    assert data == sent(TALK)
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert [part.get_content_type() for part in opened(sent(TALK, None)).walk()] == [
        "multipart/alternative", "text/plain", "text/html",
    ]  # fmt: skip


@pytest.mark.parametrize("title", HOSTILE_TITLES)
def test_no_title_becomes_a_header_or_html(title: str) -> None:
    about = replace(TALK, title=" ".join(title.split()))
    read = opened(sent(about))

    assert set(read.keys()) == {"Subject", "Message-ID", "X-Unsent", "Content-Language", "MIME-Version", "Content-Type"}
    assert read["Subject"] == f"Invitación: {about.title}"
    tree = html5lib.parse(html(about), namespaceHTMLElements=False)
    assert tree.find(".//h1").text == about.title
    assert not [node for node in tree.iter() if node.tag in ("script", "b")]


def test_a_line_break_can_make_no_header_even_if_it_came_so_far() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        sent(replace(TALK, title="Uno\r\nBcc: alguien@ejemplo.example"))


@pytest.mark.parametrize("about", [TALK, MOVED, CANCELLED, POSTPONED, RECORDED])
def test_the_html_is_what_mail_programs_take(about: Announcement) -> None:
    page = html(replace(about, title=LONG_TITLE, guests=(LUNA,) * 12))
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    tags = {node.tag for node in tree.iter() if isinstance(node.tag, str)}
    addresses = re.findall(r"\w+://[^\"'<>)\s]+", page)

    assert len(page.encode()) < mail.HEAVIEST
    assert tags <= {
        "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "p", "h1", "a",
    }  # fmt: skip
    assert set(addresses) <= {about.page, "https://unidad.ifp.example.org/registro"}
    assert {node.get("role") for node in tree.iter("table")} == {"presentation"}
    assert tree.get("lang") == "es-MX"
    assert [node for node in tree.iter("td") if node.get("style") is None] == []
    assert "@" not in re.sub(r"@media", "", page)
