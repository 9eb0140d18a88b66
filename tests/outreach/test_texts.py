"""The texts of a kit, whole, and what holds for any of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.outreach import sms
from acervo.outreach.announcement import Announcement, Entrance, Tone
from acervo.outreach.texts import texts
from tests.outreach.fiction import CANCELLED, HOSTILE_TITLES, LONG_TITLE, MOVED, POSTPONED, RECORDED, TALK

SIGNATURE = "Unidad de Igualdad de Ejemplo"
SHORT = TALK.short


def bodies(about: Announcement) -> dict[str, str]:
    return {text.name: text.body for text in texts(about)}


def test_a_conference_to_come_has_every_text() -> None:
    reminder = (
        "*Cuidados: quién cuida a quienes cuidan*\n"
        "Lunes 25 de mayo de 2026, 11:00 a 13:00 h (hora del centro de México)\n"
        "En línea\n"
        "Si aún no se inscribe: https://unidad.ifp.example.org/registro\n"
        f"Más información: {SHORT}\n\n{SIGNATURE}"
    )

    assert bodies(TALK) == {
        "whatsapp": (
            "Estimadas y estimados colegas:\n"
            "*Cuidados: quién cuida a quienes cuidan*\n"
            "Conferencia · Ciclo Luna de Ejemplo\n\n"
            "*Cuándo:* lunes 25 de mayo de 2026\n"
            "*Hora:* 11:00 a 13:00 h (hora del centro de México)\n"
            "*Dónde:* En línea\n"
            "*Ponente:* Clara de la Cruz Ejemplo, Investigadora, Universidad de la Prueba\n"
            "*Moderación:* Luna Ejemplo Ficticia, Subdirectora, Instituto Ficticio\n"
            "*Accesibilidad:* Subtítulos en vivo\n\n"
            "Inscripción (hasta el domingo 24 de mayo de 2026, 18:00 h): https://unidad.ifp.example.org/registro\n"
            f"Más información: {SHORT}\n\n"
            f"Les esperamos.\n{SIGNATURE}"
        ),
        "sms": '"Cuidados: quien cuida a quienes cuidan". Lun 25 may, 11:00 h. Ciclo Luna de Ejemplo. En linea. '
        f"{SHORT}",
        "redes": (
            "«Cuidados: quién cuida a quienes cuidan»\n"
            "Lunes 25 de mayo de 2026, 11:00 a 13:00 h (hora del centro de México)\n"
            "Con Clara de la Cruz Ejemplo y Luna Ejemplo Ficticia\n"
            f"En línea\n{SHORT}\n#LunaDeEjemplo"
        ),
        "recordatorio-una-semana": f"Falta una semana: {reminder}",
        "recordatorio-un-dia": f"Es mañana: {reminder}",
        "recordatorio-una-hora": (
            "En una hora: *Cuidados: quién cuida a quienes cuidan*\n"
            "Hoy, 11:00 a 13:00 h (hora del centro de México)\n"
            f"Más información: {SHORT}\n\n{SIGNATURE}"
        ),
    }


def test_a_cancelled_one_has_only_its_notice() -> None:
    assert bodies(CANCELLED) == {
        "aviso": (
            "Estimadas y estimados colegas:\nSe cancela la conferencia:\n*Cuidados: quién cuida a quienes cuidan*\n"
            "Ciclo Luna de Ejemplo. Estaba prevista para el lunes 25 de mayo de 2026.\n\n"
            f"Motivo: Sesión extraordinaria.\nEsta página seguirá al día: {SHORT}\n\n"
            f"Lamentamos las molestias que esto pueda causar.\n{SIGNATURE}"
        ),
        "sms": 'Se cancela la conferencia. "Cuidados: quién cuida a quienes cuidan". Estaba prevista para el lunes 25 '
        f"de mayo de 2026. {SHORT}",
        "redes": "Se cancela la conferencia. «Cuidados: quién cuida a quienes cuidan». Estaba prevista para el lunes "
        f"25 de mayo de 2026. {SHORT}",
    }


def test_a_postponed_forum_is_told_in_its_gender_and_promises_the_new_date() -> None:
    told = bodies(replace(POSTPONED, kind="Foro", feminine=False, day="", previous="lunes 18 de mayo de 2026"))

    assert told["aviso"] == (
        "Estimadas y estimados colegas:\nQueda pospuesto el foro:\n*Cuidados: quién cuida a quienes cuidan*\n"
        "Ciclo Luna de Ejemplo. Estaba previsto para el lunes 18 de mayo de 2026.\n\n"
        f"Avisaremos de la nueva fecha.\nEsta página seguirá al día: {SHORT}\n\n"
        f"Lamentamos las molestias que esto pueda causar.\n{SIGNATURE}"
    )


def test_a_new_date_is_said_first() -> None:
    told = bodies(MOVED)

    assert told["whatsapp"].startswith(
        "Estimadas y estimados colegas:\n"
        "Cambió la fecha (antes: lunes 18 de mayo de 2026). La nueva es el lunes 25 de mayo de 2026.\n\n"
        "*Cuidados"
    )
    assert "Nueva fecha: lun 25 may, 11:00 h." in told["sms"]
    assert "\nNueva fecha: lunes 25 de mayo de 2026," in told["redes"]


def test_a_published_recording_is_offered_and_nobody_is_invited_any_more() -> None:
    assert bodies(RECORDED) == {
        "grabacion": (
            "Estimadas y estimados colegas:\nYa puede ver la grabación de:\n*Cuidados: quién cuida a quienes cuidan*\n"
            "Ciclo Luna de Ejemplo · lunes 25 de mayo de 2026\nClara de la Cruz Ejemplo y Luna Ejemplo Ficticia\n\n"
            f"Está en {SHORT}\n\nGracias por su interés.\n{SIGNATURE}"
        ),
        "redes": (
            "Ya está la grabación de «Cuidados: quién cuida a quienes cuidan»\n"
            f"Con Clara de la Cruz Ejemplo y Luna Ejemplo Ficticia\n{SHORT}\n#LunaDeEjemplo"
        ),
    }


def test_the_link_to_enter_is_told_only_an_hour_before() -> None:
    link = "https://www.example.com/live/ejemplo"
    told = bodies(replace(TALK, entrance=Entrance(link, "Plataforma de Ejemplo", "No hace falta cuenta.")))

    assert [name for name, body in told.items() if link in body] == ["recordatorio-una-hora"]
    assert f"Entre por aquí (Plataforma de Ejemplo): {link}\nNo hace falta cuenta.\n" in told["recordatorio-una-hora"]


def test_of_a_private_session_it_is_said_who_got_the_link() -> None:
    told = bodies(replace(TALK, private=True))["recordatorio-una-hora"]

    assert "\nEl enlace para entrar llegó a quienes se inscribieron.\n" in told


def test_without_hours_nothing_is_said_of_them() -> None:
    told = bodies(replace(TALK, start="", end=""))

    assert "recordatorio-una-hora" not in told
    assert not [name for name, body in told.items() if "hora" in body.lower().replace("ahora", "")]
    assert "\n\n\n" not in "".join(told.values())


def test_a_long_title_is_cut_after_a_word_and_said_to_be() -> None:
    told = bodies(replace(TALK, title=LONG_TITLE))

    assert told["sms"] == (
        '"Experiencias, desafios y aprendizajes en la construccion de protocolos para prevenir...". '
        f"Lun 25 may, 11:00 h. {SHORT}"
    )
    assert told["whatsapp"].splitlines()[1] == f"*{LONG_TITLE}*"


def test_whatsapp_marks_in_a_title_are_only_words() -> None:
    told = bodies(replace(TALK, title="*negritas* y _cursivas_"))

    assert "\n*negritas y cursivas*\n" in told["whatsapp"]


WORDS = st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters='«»…"'), min_size=1, max_size=40)


@given(
    st.lists(WORDS, min_size=1, max_size=40).map(" ".join),
    st.lists(WORDS, max_size=6).map(" ".join),
    st.sampled_from([TALK, CANCELLED, POSTPONED, MOVED, RECORDED]),
)
def test_whatever_the_title_what_is_counted_fits_and_no_word_of_it_is_cut(
    title: str, series: str, about: Announcement
) -> None:
    told = {one.name: one for one in texts(replace(about, title=title, series=series))}

    for name in ("sms", "redes"):
        if name in told:
            text = told[name]
            count = sms.septets if name == "sms" else sms.weight
            assert text.length == count(text.body) <= text.most
            assert SHORT in text.body
    if "redes" in told and "…»" in told["redes"].body:
        shown = told["redes"].body.partition("«")[2].partition("…»")[0].split()
        assert [word.rstrip(",;:.¿¡«(") for word in title.split()[: len(shown)]][:-1] == [
            word.rstrip(",;:.¿¡«(") for word in shown[:-1]
        ]


@pytest.mark.parametrize("title", HOSTILE_TITLES)
@pytest.mark.parametrize("about", [TALK, CANCELLED, RECORDED], ids=["coming", "cancelled", "recorded"])
def test_hostile_titles_fit_too(title: str, about: Announcement) -> None:
    for one in texts(replace(about, title=" ".join(title.split()))):
        assert one.length <= one.most


def test_without_a_tone_the_institution_signs() -> None:
    told = bodies(replace(TALK, tone=Tone("", "", "", ())))

    assert told["whatsapp"].startswith("*Cuidados")
    assert told["whatsapp"].endswith(f"\n\n{TALK.institution}")
    assert "#" not in told["redes"]
