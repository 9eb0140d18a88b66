"""Who held which office when: put together from people's records and from what they took part in."""

from hypothesis import given
from hypothesis import strategies as st

from acervo.archive import archive
from acervo.archive.tenures import Tenure, tenures
from acervo.records.catalogue.entry import Key, describe
from tests.site.opening import record

OFFICE = {"office": "Directora", "institution": "instituto"}


def held(**records: dict[str, object]) -> dict[Key, tuple[Tenure, ...]]:
    """Return the tenures of an archive; records are named by kind and id, with `__` between."""
    entries = []
    for name, fields in {"institutions__instituto": {}, "speakers__ana": {}, **records}.items():
        kind, _, id_ = name.partition("__")
        entries.append(describe(kind, id_, f"data/{kind}/{id_}.yml", 1, "0" * 32, record(kind, **fields)))
    return tenures(archive.build(entries))


def talk(date: str, person: str = "ana", **more: object) -> dict[str, object]:
    """Return the fields of a conference in which somebody took part with an office."""
    return {"people": [{"person": person, **OFFICE, **more}], **({"date": date} if date else {})}


def test_an_office_that_only_conferences_tell_of_is_one_with_its_first_and_last_day():
    found = held(conferences__a=talk("2023-05-02"), conferences__b=talk("2021-03"), conferences__c=talk(""))

    tenure = Tenure("Directora", "ana", "instituto", "", "", "2021-03", "2023-05-02", 3, False)
    assert found == {("speakers", "ana"): (tenure,), ("institutions", "instituto"): (tenure,)}


def test_what_a_conference_tells_goes_with_the_period_that_holds_its_day():
    offices = [
        {"title": "Directora", "institution": "instituto", "start": "2024-02"},
        {"title": "directora", "institution": "instituto", "start": "2018", "end": "2021-06"},
    ]
    found = held(
        speakers__ana={"offices": offices}, conferences__a=talk("2025-01-09"), conferences__b=talk("2021-06-30")
    )

    assert found["institutions", "instituto"] == (
        Tenure("Directora", "ana", "instituto", "2024-02", "", "2025-01-09", "2025-01-09", 1, True),
        Tenure("directora", "ana", "instituto", "2018", "2021-06", "2021-06-30", "2021-06-30", 1, True),
    )


def test_days_that_begin_at_once_are_told_once():
    found = held(conferences__a=talk("2023-10-26/2023-10-27"), conferences__b=talk("2023-10-26"))

    (tenure,) = found["speakers", "ana"]
    assert tenure.first == tenure.last


def test_documents_tell_of_offices_too_and_an_office_may_have_no_institution():
    found = held(documents__nota={"people": [{"person": "ana", "office": "Síndica"}], "date": "2020"})

    assert found == {("speakers", "ana"): (Tenure("Síndica", "ana", "", "", "", "2020", "2020", 1, False),)}


def test_the_last_known_stand_first():
    found = held(
        speakers__ana={"offices": [{"title": "Becaria", "institution": "instituto", "seen": "2009~"}]},
        speakers__eva={"offices": [{"title": "Titular", "institution": "instituto", "end": "2019"}]},
        conferences__a=talk("2014"),
    )

    assert [one.office for one in found["institutions", "instituto"]] == ["Titular", "Directora", "Becaria"]


def test_nobody_without_a_page_is_told():
    gone = {"date": "2026-01-02", "reason": "A petición"}
    found = held(
        speakers__ana={"withdrawn": gone}, speakers__eva={"draft": "true"}, conferences__a=talk("2020"),
        conferences__b=talk("2020", "eva"), conferences__c=talk("2020", "nadie"),
    )  # fmt: skip

    assert found == {}


@given(st.lists(st.sampled_from(["", "2019", "2020?", "2020-05", "2021-01-02", "2022-01/2022-03"]), max_size=8))
def test_every_day_is_within_the_first_and_the_last(dates):
    found = held(**{f"conferences__t{place}": talk(date) for place, date in enumerate(dates)})

    for one in found.get(("speakers", "ana"), ()):
        assert one.records == len(dates)
        assert {one.first, one.last} <= {"", *dates}
        assert one.first[:4] <= one.last[:4]
        assert bool(one.first) == any(dates)
