"""The verb `outreach`: a folder with everything, or a sentence that says why not."""

import json
import re
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import icalendar
import pytest
import zxingcpp
from PIL import Image

from acervo.archive import addresses
from acervo.publishing.kits import _NAMES
from tests import projects

COMING = "2026-naranja-de-noviembre"
SITE = "https://acervo.senado.example.org/"
SHORT = f"{SITE}{addresses.short(COMING)}"
INVITATION = {
    "correo.eml", "correo.html", "correo.txt", "evento.ics", "whatsapp.txt", "sms.txt", "redes.txt",
    "recordatorio-una-semana.txt", "recordatorio-un-dia.txt", "recordatorio-una-hora.txt", "cartel.svg", "cartel.png",
    "tarjeta.svg", "tarjeta.png",
}  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the fictional archive."""
    return projects.copy(tmp_path_factory.mktemp("kits"))


def outreach(project: Path, *arguments: str) -> tuple[int, str]:
    done = projects.run(project, "outreach", *arguments, ACERVO_SITE_URL=SITE)
    return done.returncode, done.stdout + done.stderr


def written(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_conference_to_come_gets_everything_and_the_same_again(project: Path, tmp_path: Path) -> None:
    code, output = outreach(project, COMING)
    folder = project / "difusion" / COMING
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    again = outreach(project, f"data/conferences/{COMING}.yml", "--out", str(tmp_path / "otra"))

    assert code == 0
    assert output.splitlines()[0] == f"Para difundir «Naranja de noviembre: cuidar también es trabajo», en {folder}:"
    assert re.search(r"^  sms\.txt +SMS \(\d+ de 160 caracteres\)$", output, re.MULTILINE)
    assert set(first) == INVITATION
    assert again == (0, output.replace(str(folder), str(tmp_path / "otra")))
    assert {path.name: path.read_bytes() for path in (tmp_path / "otra").iterdir()} == first


def test_what_it_wrote_can_be_opened_and_leads_to_the_short_address(project: Path, tmp_path: Path) -> None:
    outreach(project, COMING, "--out", str(tmp_path))
    message = message_from_bytes((tmp_path / "correo.eml").read_bytes(), policy=default)
    attached = [part.get_filename() for part in message.walk() if part.get_filename()]
    event = icalendar.Calendar.from_ical((tmp_path / "evento.ics").read_bytes())

    assert message["Subject"] == "Invitación: Naranja de noviembre: cuidar también es trabajo"
    assert attached == ["evento.ics"]
    assert [part["SUMMARY"] for part in event.walk("VEVENT")] == ["Naranja de noviembre: cuidar también es trabajo"]
    for name in ("cartel.png", "tarjeta.png"):
        picture = Image.open(BytesIO((tmp_path / name).read_bytes())).convert("RGB")
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [SHORT]
    for name in ("whatsapp.txt", "sms.txt", "redes.txt"):
        assert SHORT in (tmp_path / name).read_text(encoding="utf-8")


def test_a_link_to_enter_stands_only_in_the_last_reminder(project: Path, tmp_path: Path) -> None:
    outreach(project, COMING, "--out", str(tmp_path))
    link = b"https://unidad.ifp.example.org/en-vivo"

    assert [path.name for path in sorted(tmp_path.iterdir()) if link in path.read_bytes()] == [
        "recordatorio-una-hora.txt"
    ]


def test_a_change_of_plans_leaves_only_its_notice_and_what_others_put_there(project: Path, tmp_path: Path) -> None:
    outreach(project, COMING, "--out", str(tmp_path))
    (tmp_path / "lista.txt").write_text("de otra persona", encoding="utf-8")
    record = project / "data" / "conferences" / f"{COMING}.yml"
    before = record.read_text(encoding="utf-8")
    called_off = before.replace("status: scheduled\n", "status: cancelled\nstatus_reason: Motivo inventado.\n")
    record.write_text(called_off, encoding="utf-8")
    code, output = outreach(project, COMING, "--out", str(tmp_path))
    record.write_text(before, encoding="utf-8")

    assert code == 0
    assert written(tmp_path) == {
        "aviso.txt", "correo.eml", "correo.html", "correo.txt", "evento.ics", "lista.txt", "redes.txt", "sms.txt",
    }  # fmt: skip
    assert "Motivo: Motivo inventado." in (tmp_path / "aviso.txt").read_text(encoding="utf-8")
    assert b"STATUS:CANCELLED" in (tmp_path / "evento.ics").read_bytes()
    assert "Cancelada: Naranja de noviembre" in output


def test_a_recording_is_offered_by_the_address_of_its_page(project: Path, tmp_path: Path) -> None:
    code, output = outreach(project, "2023-abrir-un-archivo", "--out", str(tmp_path))

    assert code == 0
    assert written(tmp_path) == {
        "correo.eml", "correo.html", "correo.txt", "grabacion.txt", "redes.txt", "tarjeta.png", "tarjeta.svg",
    }  # fmt: skip
    assert output.splitlines()[-1] == (
        "No tiene dirección corta: la reciben las conferencias que están por venir. Se usó la de su página."
    )
    assert f"{SITE}conferencias/2023-abrir-un-archivo/" in (tmp_path / "grabacion.txt").read_text(encoding="utf-8")


def test_a_date_that_passed_and_an_invented_site_are_warned_of(project: Path, tmp_path: Path) -> None:
    done = projects.run(
        project, "outreach", "2026-naranja-de-septiembre", "--out", str(tmp_path), ACERVO_SITE_URL="https://a.example/"
    )

    assert [line for line in done.stdout.splitlines() if line.startswith("Ojo")] == [
        "Ojo: la dirección del sitio es de ejemplo. Diga la verdadera con ACERVO_SITE_URL y repita la orden.",
        "Ojo: por su fecha ya pasó. Si es así, diga en `recording` qué fue de la grabación y repita la orden.",
    ]


@pytest.mark.parametrize(
    ("id_", "sentence"),
    [
        (
            "2026-naranja-de-noviembr",
            "No hay ninguna conferencia «2026-naranja-de-noviembr» en {data}/conferences. ¿Quiso decir "
            "«2026-naranja-de-noviembre»?",
        ),
        ("../../etc/passwd", "No hay ninguna conferencia «passwd» en {data}/conferences."),
        (
            "2026-en-preparacion",
            "«Borrador de ejemplo» es un borrador: complete la ficha y quite `draft` antes de difundirla.",
        ),
        ("2024-sesion-retirada", "«Sesión de ejemplo retirada» se retiró del acervo: no se difunde."),
        (
            "2027-luna-por-confirmar",
            "«Luna por confirmar» no tiene un día seguro: escriba en `date` el día, como 2026-05-25, o, si se pospuso, "
            "`status: postponed`.",
        ),
        (
            "2026-naranja-de-agosto",
            "«Naranja de agosto: preguntas difíciles» ya se hizo y no tiene grabación publicada (no se grabó): no hay "
            "qué difundir.",
        ),
    ],
)
def test_what_cannot_be_announced_is_refused_in_words(project: Path, id_: str, sentence: str, tmp_path: Path) -> None:
    folder = tmp_path / "kit"

    assert outreach(project, id_, "--out", str(folder)) == (1, sentence.format(data=project / "data") + "\n")
    assert not folder.exists()


def test_a_record_with_errors_is_sent_to_the_check(project: Path) -> None:
    broken = project / "data" / "conferences" / "2026-rota.yml"
    broken.write_text("title: [\n", encoding="utf-8")
    told = outreach(project, "2026-rota")
    broken.unlink()

    assert told == (1, "La ficha de «2026-rota» tiene errores: ejecute «acervo check» y corríjala.\n")


def test_every_file_of_every_kit_is_known_to_be_of_a_kit(project: Path, tmp_path: Path) -> None:
    found: set[str] = set()
    for id_ in (COMING, "2023-abrir-un-archivo", "2026-naranja-pospuesta"):
        outreach(project, id_, "--out", str(tmp_path / id_))
        found |= written(tmp_path / id_)

    assert found == set(_NAMES)


def test_a_short_address_that_leads_nowhere_or_to_two_places_is_an_error_of_check(tmp_path: Path) -> None:
    project = projects.copy(tmp_path)
    ledger = project / "data" / "permalinks.txt"
    ledger.write_text(f"c/222222/\n{ledger.read_text(encoding='utf-8')}", encoding="utf-8")
    lost = _codes(project)
    record = (project / "data" / "conferences" / f"{COMING}.yml").read_text(encoding="utf-8")
    twin = project / "data" / "conferences" / "2026-otra-ficticia.yml"
    twin.write_text(f"{record}formerly: [{COMING}]\n", encoding="utf-8")

    assert (lost, "short_clash" in _codes(project)) == ({"lost_short"}, True)


def _codes(project: Path) -> set[str]:
    told = json.loads(projects.run(project, "check", "--format", "json").stdout)
    return {problem["code"] for problem in told} - {"stale_file", "new_addresses"}
