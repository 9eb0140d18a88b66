"""The calendars and the files of what comes next, as both sites have them."""

import json

from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker

from tests.validity.trees import Site


def test_every_calendar_is_read_by_two_programs_and_leads_to_pages(site: Site) -> None:
    found = {path.relative_to(site.folder).as_posix(): path.read_bytes() for path in site.folder.rglob("*.ics")}

    assert "calendario.ics" in found
    for path, data in found.items():
        lines = data.split(b"\r\n")
        events = Calendar.from_ical(data).events
        others = IcsCalendarStream.calendar_from_ics(data.decode()).events
        uids = [str(one["UID"]) for one in events]

        assert lines.pop() == b"", path
        assert max(map(len, lines)) <= 75, path
        assert b"\n" not in b"".join(lines), path
        assert len(set(uids)) == len(uids), path
        assert uids == [one.uid for one in others], path
        assert [site.file(str(one["URL"])) for one in events if site.file(str(one["URL"])) not in site.pages] == [], (
            path
        )


def test_what_comes_next_is_as_its_schema_says(site: Site) -> None:
    schema = json.loads((site.folder / "assets" / "schemas" / "proximas.json").read_bytes())
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    found = [path for path in site.folder.rglob("proximas.json") if "schemas" not in path.parts]

    assert site.folder / "proximas.json" in found
    assert [error.message for path in found for error in validator.iter_errors(json.loads(path.read_bytes()))] == []
