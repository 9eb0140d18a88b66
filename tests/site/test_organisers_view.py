"""The section of a conference to come for whoever announces it: whole, and with the words of a record as words."""

import html5lib
import pytest

from acervo.archive import addresses
from acervo.site.render import render
from acervo.site.views.parts.organisers import Copyable, Organisers
from acervo.site.views.parts.reach import Link
from acervo.site.views.records.conference import conference
from tests.outreach.fiction import HOSTILE_TITLES
from tests.site.opening import SHELLS, TEMPLATES, record, site

PATH = "conferencias/por-venir/"
URL = f"https://ficticio.example/archivo/{addresses.short('por-venir')}"


def opened(**fields):
    return site({("conferences", "por-venir"): record("conferences", date="2026-05-25", **fields)})[PATH]


def test_the_section_of_a_conference_to_come_is_whole() -> None:
    found = conference(opened(title="Luna de mayo", start_time="18:00")).organisers

    assert found == Organisers(
        texts=(
            Copyable(
                "WhatsApp",
                "",
                "*Luna de mayo*\n\n*Cuándo:* lunes 25 de mayo de 2026\n*Hora:* 18:00 h (hora del centro de México)\n\n"
                f"Más información: {URL}",
            ),
            Copyable("SMS", "79 de 160 caracteres", f'"Luna de mayo". Lun 25 may, 18:00 h. {URL}'),
            Copyable(
                "Redes sociales",
                "100 de 280 caracteres",
                f"«Luna de mayo»\nLunes 25 de mayo de 2026, 18:00 h (hora del centro de México)\n{URL}",
            ),
        ),
        files=(
            Link("Cartel para imprimir (SVG)", f"../../{PATH}cartel.svg"),
            Link("Cartel (PNG)", f"../../{PATH}cartel.png"),
            Link("Tarjeta para redes (PNG)", f"../../{PATH}tarjeta.png"),
            Link("Tarjeta (SVG)", f"../../{PATH}tarjeta.svg"),
        ),
        picture=f"https://ficticio.example/archivo/{PATH}tarjeta.png",
        short=Link(URL, f"../../{addresses.short('por-venir')}"),
        command="acervo outreach por-venir",
        script="../../assets/javascripts/organisers.js",
    )


def test_a_cancelled_one_has_its_notice_and_no_pictures() -> None:
    found = conference(opened(status="cancelled")).organisers

    assert found is not None
    assert [one.label for one in found.texts] == ["Aviso del cambio", "SMS", "Redes sociales"]
    assert (found.files, found.picture) == ((), "")


@pytest.mark.parametrize("fields", [{"date": "2025-05-25"}, {"date": "2026-05"}, {"date": "2026-05-25?"}])
def test_what_is_past_or_has_no_certain_day_has_no_section(fields: dict[str, str]) -> None:
    one = record("conferences", **fields)

    assert conference(site({("conferences", "por-venir"): one})[PATH]).organisers is None


@pytest.mark.parametrize("title", HOSTILE_TITLES)
def test_hostile_titles_stay_text(title: str) -> None:
    page = render(opened(title=" ".join(title.split())), SHELLS, TEMPLATES)
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    section = tree.find(".//details[@class='organisers']")

    assert section is not None
    assert [node.get("src") for node in section.iter("script")] == ["../../assets/javascripts/organisers.js"]
    assert "7 * 7" in title or "49" not in "".join(section.itertext())
    assert {node.tag for node in section.iter()} <= {
        "details", "summary", "p", "a", "h3", "span", "ul", "li", "code", "script",
    }  # fmt: skip
