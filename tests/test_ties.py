"""The picture of who works with whom is the same for the same archive, and never more than can be read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from acervo.archive import archive, ties
from acervo.archive.milestones import MEETING, NETWORK, TOLD, Milestone, milestones
from acervo.archive.ties import web
from acervo.records.catalogue.entry import describe
from tests.site.opening import record


def joined(records, order=1):
    """Return an archive of records named `kind/id`; order: -1 to hand them over backwards."""
    entries = [
        describe(*name.split("/"), f"data/{name}.yml", 1, "0" * 32, record(name.split("/")[0], **fields))
        for name, fields in records.items()
    ]
    return archive.build(entries[::order])


RECORDS = {
    "networks/red": {"institution": "una", "members": ["dos"]},
    "institutions/una": {},
    "institutions/dos": {},
    "institutions/sola": {},
    "conferences/charla": {"institution": "dos", "people": [{"person": "ana", "institution": "una"}]},
    "conferences/otra": {"people": [{"person": "eva"}]},
    "speakers/ana": {"offices": [{"title": "Titular", "institution": "una"}]},
    "speakers/eva": {},
}


def test_records_stand_in_columns_and_those_that_nothing_joins_are_left_out():
    found = web(joined(RECORDS))

    assert [sorted(id_ for _, id_ in column) for column in found.columns] == [
        ["red"],
        ["dos", "una"],
        ["charla"],
        ["ana"],
    ]
    assert {(one[1], other[1]) for one, other in found.ties} == {
        ("red", "una"), ("red", "dos"), ("dos", "charla"), ("una", "charla"), ("charla", "ana"), ("una", "ana"),
    }  # fmt: skip
    assert dict(found.counts) == {
        "conferences:una": 1, "speakers:una": 1, "conferences:dos": 1, "speakers:dos": 0,
    }  # fmt: skip


def test_a_large_archive_shows_networks_and_the_institutions_most_named():
    many = {f"institutions/i{n:03}": {} for n in range(90)}
    many |= {f"conferences/c{n:03}": {"institution": f"i{n % 60:03}"} for n in range(200)}
    many["networks/red"] = {"members": ["i000", "i089"]}

    found = web(joined(many))

    assert [len(column) for column in found.columns] == [1, ties.MOST]
    assert dict(found.counts)["conferences:i000"] == 4
    assert [other[1] for _, other in found.ties] == ["i000"]


@given(
    st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5))), st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)))
)
@settings(max_examples=40, deadline=None)
def test_the_order_of_reading_changes_nothing_and_every_tie_is_said(members, organised):
    records = {f"institutions/una{n}": {} for n in range(6)}
    records |= {f"networks/red{n}": {"members": [f"una{i}" for r, i in sorted(members) if r == n]} for n in range(6)}
    records |= {
        f"conferences/charla{n}": {
            "people": [{"person": "ana", "institution": f"una{i}"} for c, i in sorted(organised) if c == n]
        }
        for n in range(6)
    }
    records["speakers/ana"] = {}

    found, again = web(joined(records)), web(joined(records, -1))

    assert found == again
    drawn = {(one[1], other[1]) for one, other in found.ties if one[0] != "conferences" and other[0] != "speakers"}
    assert drawn == {(f"red{r}", f"una{i}") for r, i in members} | {(f"una{i}", f"charla{c}") for c, i in organised}


def test_a_meeting_is_told_once_by_its_own_record_if_it_has_one():
    found = milestones(
        joined({
            "networks/red": {"date": "2019-12"},
            "networks/otra": {},
            "conferences/encuentro": {"kind": "meeting", "date": "2023-10-26/2023-10-27"},
            "conferences/foro": {"kind": "forum", "date": "2021"},
            "conferences/de-la-red": {"networks": ["red"], "date": "2022-02-02"},
            "conferences/charla": {"date": "2022"},
            "documents/informe": {"meeting": {"title": "Foro", "conference": "foro"}},
            "documents/nota": {"meeting": {"title": "Reunión"}, "date": "2020-05"},
        })
    )  # fmt: skip

    assert found == (
        Milestone("2023-10-26/2023-10-27", MEETING, ("conferences", "encuentro"), ""),
        Milestone("2022-02-02", MEETING, ("conferences", "de-la-red"), ""),
        Milestone("2021", MEETING, ("conferences", "foro"), ""),
        Milestone("2020-05", TOLD, ("documents", "nota"), "Reunión"),
        Milestone("2019-12", NETWORK, ("networks", "red"), ""),
        Milestone("", NETWORK, ("networks", "otra"), ""),
    )
