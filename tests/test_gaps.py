"""What is missing in the published records: each gap by hand, the count, the pages, the verb `todo`."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive import archive, gaps
from acervo.archive.duties import DUTIES
from acervo.archive.gaps import GAPS, Coverage, limits, named
from acervo.archive.holding import CaptionFile, Holding
from acervo.records.catalogue.blanks import PIECES, blanks
from acervo.records.catalogue.entry import Entry
from acervo.records.models.conference import Conference
from acervo.records.models.kinds import KINDS
from acervo.records.models.session import Session
from acervo.records.models.speaker import Speaker
from acervo.site.overviews import NAMES
from acervo.site.pages import plan
from tests import projects
from tests.records.entries import entry

TODAY = "2026-06-30"
FULL = {"title": "Una", "updated": TODAY}
BITS = {code: gap.bit for code, gap in GAPS.items()}
EVERY_PIECE = (1 << len(PIECES)) - 1
OF_RECORDINGS = {"link", "captions", "license", "permission", "consent", "sign_language"}


def marked(entries: list[Entry], kept: dict[str, Holding] | None = None) -> dict[str, list[str]]:
    """Return the gaps of each record by its id, as of TODAY."""
    joined = archive.build([entry("topics/reloj", updated=TODAY), *entries], kept or {})
    return {key[1]: [one.code for one in named(mark)] for key, mark in gaps.every(joined).items() if key[1] != "reloj"}


def talk(id_: str = "una", **told: object) -> Entry:
    return entry(f"conferences/{id_}", **{"date": "2026-06-20", "updated": TODAY, "state": "unknown", **told})


def test_every_gap_has_words_an_address_and_a_field_of_each_kind_that_may_have_it() -> None:
    assert DUTIES.keys() == GAPS.keys() == NAMES.keys()
    assert len({gap.bit for gap in GAPS.values()}) == len(GAPS) == len(set(NAMES.values()))
    for gap in GAPS.values():
        assert gap.fields
        for kind, field in gap.fields.items():
            assert field.split(".")[0] in KINDS[kind].model.model_fields


def test_a_record_says_which_pieces_it_leaves_blank() -> None:
    told = {
        "summary": "Trata de algo.", "sources": [{"title": "Nota"}], "date": "2026", "topics": ["cuidados"],
        "recording": {"state": "published", "license": "unknown", "copies": [{"title": "A", "url": "https://e.example/a"}]},
    }  # fmt: skip
    found = blanks("conferences", Conference.model_validate(FULL | told))
    person = Speaker.model_validate(FULL | {"given_name": "Ana", "family_name": "Ejemplo"})

    assert [one.code for one in named(found)] == [
        "people", "institution", "description", "captions", "license", "permission", "consent", "sign_language",
    ]  # fmt: skip
    assert [one.code for one in named(blanks("speakers", person))] == ["summary", "sources", "office"]


def test_a_date_may_be_a_period_and_a_law_needs_no_speaker() -> None:
    document = KINDS["documents"].model
    codes = [
        one.code
        for one in named(blanks("documents", document.model_validate(FULL | {"kind": "plan", "period": "2021/2024"})))
    ]

    assert "date" not in codes
    assert "people" not in codes


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ({"blanks": 0}, []),
        ({"blanks": EVERY_PIECE}, ["summary", "sources", "date", "people", "topics", "institution", "description",
                                   "recording"]),
        ({"blanks": EVERY_PIECE, "date": "2026-07-01"}, ["summary", "sources", "date", "people", "topics",
                                                         "institution"]),
        ({"blanks": BITS["license"], "state": "published", "captions": "reviewed"}, ["license"]),
        ({"blanks": BITS["license"], "state": "lost"}, []),
        ({"state": "published", "captions": "automatic"}, ["captions"]),
        ({"state": "published", "captions": "reviewed", "blanks": BITS["permission"]}, ["permission"]),
        ({"state": "published", "captions": "reviewed", "blanks": BITS["permission"], "permission": "denied"}, []),
        ({"state": "published", "captions": "reviewed", "blanks": BITS["permission"], "permission": "unknown"},
         ["permission"]),
        ({"state": "scheduled"}, ["overdue"]),
        ({"state": "scheduled", "date": TODAY}, []),
        ({"state": "scheduled", "date": "2026-06"}, []),
        ({"state": "scheduled", "date": "2026-05?"}, ["overdue"]),
        ({"state": "scheduled", "date": ""}, []),
        ({"state": "scheduled", "session": tuple(Session(status="cancelled"))}, []),
        ({"state": "scheduled", "session": tuple(Session(status="rescheduled"))}, ["overdue"]),
        ({"date": "2026-06-14", "updated": "2026-06-14"}, ["late"]),
        ({"date": "2026-06-15", "updated": "2026-06-14"}, []),
        ({"date": "2026-06-14", "updated": "2026-06-15"}, []),
        ({"date": "2020/2026-06-14", "updated": "2026-06-01"}, ["late"]),
        ({"updated": "2026-03-30"}, []),
        ({"updated": "2026-03-29", "date": "2026-03-01"}, ["stale"]),
    ],
)  # fmt: skip
def test_a_conference_lacks_what_is_due_by_its_recording_its_day_and_its_status(told: dict, codes: list[str]) -> None:
    assert marked([talk(**told)]) == {"una": codes}


def test_captions_of_a_person_that_are_kept_count_and_an_institution_may_be_handed_down() -> None:
    track = CaptionFile("Video000001", "youtube/captions/v.vtt", "0" * 24, "es", "manual", "automatic")
    series = entry("series/ciclo", updated=TODAY, references=(("defaults.institution", "institutions", "uf", ""),))
    one = talk(
        state="published", captions="none", video="Video000001", blanks=BITS["institution"],
        references=(("series", "series", "ciclo", ""),),
    )  # fmt: skip
    found = marked([entry("institutions/uf", updated=TODAY), series, one], {"Video000001": Holding(captions=(track,))})

    assert found["una"] == []


def test_three_months_before_a_day_that_the_month_has_not_is_its_last_day() -> None:
    assert limits("2026-05-31").looked == "2026-02-28"
    assert limits("2026-01-15") == ("2026-01-15", "2025-12-30", "2025-10-15")


def test_the_count_says_of_how_many_and_how_complete_each_year_is() -> None:
    entries = [
        talk("a", date="2024-01-01", blanks=BITS["summary"] | BITS["description"], state="published",
             captions="reviewed"),
        talk("b", date="2024-02-01", blanks=BITS["summary"]),
        talk("c", date="", blanks=BITS["date"]),
    ]  # fmt: skip
    joined = archive.build([entry("topics/reloj", updated=TODAY), *entries])
    told = gaps.census(joined, gaps.every(joined))
    counted = {(one.gap, one.kind): (one.number, one.of) for one in told.tallies}

    assert (told.date, told.records, told.complete) == (TODAY, 4, 1)
    assert counted["summary", "conferences"] == (2, 3)
    assert counted["license", "conferences"] == (0, 1)
    assert counted["stale", "topics"] == (0, 1)
    assert ("office", "speakers") not in counted
    assert told.years == (
        Coverage("2024", 2, 1, 1, 1, 0, 2, told=19, asked=22),
        Coverage("", 1, 0, 0, 0, 1, 1, told=7, asked=8),
    )


DATES = st.sampled_from(["", "2023", "2024-05?", "2026-06-14", TODAY, "2026-07-01", "2020/2026-06-01"])
UPDATES = st.sampled_from(["2020-01-01", "2026-03-29", "2026-03-30", "2026-06-14", TODAY])
STATES = st.sampled_from(["", "published", "scheduled", "lost", "unknown", "not_recorded"])
DRAWN = st.lists(
    st.tuples(st.sampled_from(list(KINDS)), DATES, UPDATES, STATES, st.integers(0, EVERY_PIECE), st.booleans()),
    max_size=40,
)


@given(DRAWN)
def test_every_record_is_judged_whatever_it_says_and_the_count_adds_up(drawn) -> None:
    entries = [
        entry(f"{kind}/f-{place}", date=date, updated=updated, state=state, blanks=blank, withdrawn=gone)
        for place, (kind, date, updated, state, blank, gone) in enumerate(drawn)
    ]
    joined = archive.build([entry("topics/reloj", updated=TODAY), *entries])
    marks = gaps.every(joined)
    told = gaps.census(joined, marks)
    lacking = {key: [one.code for one in named(mark)] for key, mark in marks.items()}

    assert marks.keys() == joined.stamps.keys()
    assert marks == gaps.every(joined)
    assert sum(one.number for one in told.tallies) == sum(map(len, lacking.values()))
    assert told.complete == sum(not codes for codes in lacking.values())
    assert all(0 <= one.number <= one.of for one in told.tallies)
    assert all(0 <= one.told <= one.asked for one in told.years)
    for (kind, id_), codes in lacking.items():
        assert all(kind in GAPS[code].fields for code in codes)
        assert not OF_RECORDINGS & set(codes) or joined.entries[kind, id_].state == "published"


@given(DRAWN)
def test_the_pages_name_every_record_once_by_kind_and_every_gap(drawn) -> None:
    entries = [
        entry(f"{kind}/f-{place}", date=date, updated=updated, state=state, blanks=blank)
        for place, (kind, date, updated, state, blank, _) in enumerate(drawn)
    ]
    joined = archive.build(entries)
    pages = [page for page in plan(joined, 3) if page.section == "calidad"]
    listed = [(page.argument, id_) for page in pages if page.template == "gaps" for id_, _ in page.figures]
    census = next(page.census for page in pages if page.template == "quality")

    assert sorted(listed) == sorted(joined.stamps)
    assert census is not None
    assert {page.argument for page in pages if page.template == "gap"} == {
        tally.gap for tally in census.tallies if tally.number
    }


def test_completing_a_record_changes_its_own_page_of_the_list_alone() -> None:
    talks = [talk(f"f-{place:02}", blanks=BITS["summary"]) for place in range(40)]

    def pages(entries: list[Entry]) -> dict[str, object]:
        found = plan(archive.build(entries), 5)
        return {page.path: (page.figures, page.groups) for page in found if page.template == "gaps"}

    before, after = pages(talks), pages([*talks[:17], talks[17]._replace(blanks=0), *talks[18:]])

    assert [path for path in after if after[path] != before[path]] == ["calidad/conferencias/pagina/4/"]


def test_todo_says_the_file_and_the_field_of_what_the_page_counts(tmp_path: Path) -> None:
    project = projects.copy(tmp_path)
    text = projects.run(project, "todo", "--kind", "speakers", "--gap", "office")
    told = json.loads(projects.run(project, "todo", "--format", "json").stdout)
    wrong = projects.run(project, "todo", "--gap", "nada")
    offices = [one for one in told["tasks"] if one["gap"] == "office"]

    assert text.returncode == 0
    for task in offices:
        assert f"{task['file']}:{task['line']}: «{task['title']}»\n    Cargos (offices): Agregue" in text.stdout
    assert text.stdout.endswith(f"faltan {len(offices)} cosas en {len(offices)} fichas.\n")
    assert (wrong.returncode, "summary" in wrong.stderr) == (2, True)
