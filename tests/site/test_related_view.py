"""Related talks on a conference's page: in order, each with the reason."""

from dataclasses import replace

from acervo.site.views.parts.reach import reach
from acervo.site.views.parts.related import related
from tests.site.opening import SETTINGS, record, site

NAMED = {
    ("topics", "luna"): record("topics", title="Luna (ficticia)"),
    ("topics", "sol"): record("topics", title="Sol (ficticio)"),
    ("speakers", "ana-ficticia"): record("speakers", title="Ana Ficticia"),
    ("speakers", "eva-ficticia"): record("speakers", title="Eva Ficticia"),
}
ANA, EVA = ({"person": f"{name}-ficticia"} for name in ("ana", "eva"))


def reasons(**talks):
    """Return the reasons that the page of the first talk gives for each of the others, by title."""
    records = {("conferences", f"charla-{name}"): record("conferences", **{"title": name, **fields})
               for name, fields in talks.items()}  # fmt: skip
    page = site({**NAMED, **records})[f"conferencias/charla-{next(iter(talks))}/"]
    return {one.title: one.reason for one in related(page, reach(page.page.path, page.cards))}


def test_each_is_there_for_a_reason_in_words() -> None:
    assert reasons(
        una={"people": [ANA, EVA], "topics": ["luna", "sol"]},
        dos={"people": [EVA, ANA], "topics": ["sol", "luna"]},
        tres={"people": [ANA]},
        cuatro={"recording": {"passages": [{"start": "0:30", "topics": ["luna"]}]}},
    ) == {
        "dos": "Mismas personas: Eva Ficticia, Ana Ficticia. Mismos temas: Sol (ficticio), Luna (ficticia)",
        "tres": "Misma persona: Ana Ficticia",
        "cuatro": "Mismo tema: Luna (ficticia)",
    }


def test_alike_texts_are_said_to_be_alike() -> None:
    assert reasons(
        una={"summary": "Mareas y eclipses"}, dos={"summary": "El eclipse y las mareas"}, tres={"summary": "Otra cosa"}
    ) == {"dos": "Textos parecidos"}


def test_a_talk_alone_has_none() -> None:
    assert reasons(una={"topics": ["luna"]}) == {}


def test_a_small_page_still_shows_all_of_them_on_one_page() -> None:
    talks = {("conferences", f"charla-{name}"): record("conferences", topics=["luna"]) for name in "abcdefg"}
    pages = site({**NAMED, **talks}, settings=replace(SETTINGS, page_size=2))
    page = pages["conferencias/charla-a/"]

    assert len(related(page, reach(page.page.path, page.cards))) == 5
    assert "conferencias/charla-a/pagina-2/" not in pages
