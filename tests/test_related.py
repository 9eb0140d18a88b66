"""Related talks: what few share comes first, everything is compared at last, and the build stays whole."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from acervo.archive import archive
from acervo.archive.related import MOST, related
from acervo.records.catalogue.entry import Entry
from acervo.records.text.words import roots
from tests import projects
from tests.records.entries import entry


def talk(id_: str, *names: str, date: str = "", text: str = "", **told: object) -> Entry:
    """Make a conference that names people (`@ana`) and topics (`luna`)."""
    references = tuple(
        (f"people.{place}.person", "speakers", name[1:], "speaker")
        if name.startswith("@")
        else (f"topics.{place}", "topics", name, "")
        for place, name in enumerate(names)
    )
    return entry(f"conferences/{id_}", references=references, date=date, roots=" ".join(roots(text)), **told)


def found(*talks: Entry) -> dict[str, list[str]]:
    """Return the related of each of these conferences, all they name being published."""
    named = {(kind, id_) for one in talks for _, kind, id_, _ in one.references}
    joined = archive.build([*talks, *(entry(f"{kind}/{id_}") for kind, id_ in named)])
    near = related(joined.order["conferences"], joined.referrers, joined.entries)
    return {key[1]: [id_ for _, id_ in others] for key, others in near.items()}


def test_whoever_shares_nothing_has_no_related_talks() -> None:
    assert found(talk("una", "luna"), talk("dos", "sol"), talk("tres")) == {}


def test_people_and_topics_relate_both_ways() -> None:
    assert found(talk("una", "@ana", "luna"), talk("dos", "@ana"), talk("tres", "luna")) == {
        "una": ["dos", "tres"],
        "dos": ["una"],
        "tres": ["una"],
    }


def test_what_few_share_comes_before_what_many_share() -> None:
    many = [talk(f"comun-{number}", "luna") for number in range(4)]
    near = found(talk("una", "luna", "eclipse"), talk("rara", "eclipse"), *many)

    assert near["una"][0] == "rara"


def test_two_topics_in_common_come_before_one() -> None:
    ones = [talk(f"{topic}-{number}", topic) for topic in ("luna", "sol") for number in range(3)]
    near = found(talk("una", "luna", "sol"), talk("otra", "sol", "luna"), *ones)

    assert (near["una"][0], near["otra"][0]) == ("otra", "una")


def test_within_a_large_circle_those_nearest_in_time_are_taken() -> None:
    years = [talk(f"de-{year}", "luna", date=str(year)) for year in range(2001, 2021)]
    near = found(*years)

    assert near["de-2010"] == ["de-2012", "de-2011", "de-2009", "de-2008", "de-2007"]
    assert near["de-2020"] == ["de-2019", "de-2018", "de-2017", "de-2016", "de-2015"]
    assert near["de-2001"] == ["de-2006", "de-2005", "de-2004", "de-2003", "de-2002"]


def test_alike_texts_complete_the_list_after_people_and_topics() -> None:
    near = found(
        talk("una", "@ana", text="Eclipses y mareas de ejemplo"),
        talk("dos", text="Las mareas del eclipse (ejemplo)"),
        talk("tres", "@ana", text="Otra cosa de ejemplo"),
        talk("cuatro", text="Nada que ver, de ejemplo"),
    )

    assert near == {"una": ["tres", "dos"], "dos": ["una"], "tres": ["una"]}


def test_words_that_all_use_relate_nobody() -> None:
    assert found(*(talk(f"charla-{name}", text="Conferencia inventada de ejemplo") for name in "abc")) == {}


def test_hidden_people_and_talks_relate_nobody() -> None:
    hidden = entry("speakers/ana", withdrawn=True)
    joined = archive.build([talk("una", "@ana"), talk("dos", "@ana"), talk("tres", "luna", withdrawn=True), hidden])

    assert related(joined.order["conferences"], joined.referrers, joined.entries) == {}


@given(st.lists(st.tuples(st.sets(st.sampled_from(["@ana", "@eva", "luna", "sol", "mar"])), st.integers(1990, 2025))))
def test_everybody_has_at_most_five_others_each_once(drawn: list[tuple[set[str], int]]) -> None:
    talks = [talk(f"charla-{place}", *sorted(names), date=str(year)) for place, (names, year) in enumerate(drawn)]
    shared = {one.id: {reference[1:3] for reference in one.references} for one in talks}
    near = found(*talks)

    for id_, others in near.items():
        assert id_ not in others
        assert len(set(others)) == len(others) <= MOST
        assert all(shared[id_] & shared[other] for other in others)
    reachable = {one: sum(bool(shared[one] & shared[other]) for other in shared if other != one) for one in shared}
    assert {one: min(count, MOST) for one, count in reachable.items() if count} == {
        one: len(others) for one, others in near.items()
    }


def test_a_record_that_changes_its_topics_gives_the_bytes_of_a_full_build(tmp_path: Path) -> None:
    project = projects.copy(tmp_path / "a")
    assert projects.run(project, "build", "--no-index").returncode == 0
    record = project / "data" / "conferences" / "2023-abrir-un-archivo.yml"
    text = record.read_text(encoding="utf-8")
    passage = 'note: Qué se abre y qué no.\n    - start: "0:06"\n      topics: [corresponsabilidad]'
    for changed in (
        text.replace("topics: [archivos-y-memoria, perspectiva-de-genero]", "topics: [violencia-digital]"),
        text.replace("note: Qué se abre y qué no.", passage),
        text.replace("person: clara-de-la-cruz-ejemplo", "person: tomas-del-rio-inventado"),
    ):
        assert changed != text
        record.write_text(changed, encoding="utf-8")
        assert projects.run(project, "build", "--no-index").returncode == 0
        step_by_step = projects.digests(project / "site")

        assert projects.run(project, "build", "--no-index", "--clean").returncode == 0
        assert projects.digests(project / "site") == step_by_step
