"""A plainly synthetic archive of any size, of realistic shape, with the same bytes on every machine.

In: how many conferences. Out: the files of a data folder.
Never: reads anything, or states a fact of the world.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from acervo.archive import snapshot
from acervo.archive.snapshot import Caption, Snapshot, Status
from bench import authorities, prose
from bench import vocabulary as words
from bench.authorities import FIRST_YEAR, HOST, INSTITUTIONS, NETWORKS, SERIES, TOPICS, YEARS, Person, Sheet
from bench.chance import Dice, Ranks
from bench.sheet import Item, sheet

PEOPLE_PER_CONFERENCE = 0.6
LEAST_DOCUMENTS, CONFERENCES_PER_DOCUMENT = 10, 100

_VIDEO_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def write(folder: Path, conferences: int) -> int:
    """Write the data folder of an archive with that many conferences and return how many files it has."""
    return put(folder, files(conferences))


def put(folder: Path, found: Iterable[tuple[str, str]]) -> int:
    """Write files, by path and text, into a folder and return how many they are."""
    folders: set[str] = set()
    count = 0
    for path, text in found:
        parent = path.rpartition("/")[0]
        if parent not in folders:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            folders.add(parent)
        (folder / path).write_bytes(text.encode())
        count += 1
    return count


def files(conferences: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the data folder."""
    people = authorities.people(Dice(1), max(1, round(conferences * PEOPLE_PER_CONFERENCE)))
    yield "topics.yml", sheet(dict(authorities.topic_sheets(Dice(2))))
    dice = Dice(3)
    for number in range(INSTITUTIONS):
        yield (
            f"institutions/{authorities.institution(number)}.yml",
            sheet(authorities.institution_sheet(dice, number)),
        )
    for number in range(SERIES):
        yield f"series/{authorities.series(number)}.yml", sheet(authorities.series_sheet(dice, number))
    for number in range(NETWORKS):
        yield f"networks/{authorities.network(number)}.yml", sheet(authorities.network_sheet(dice, number))
    for person in people:
        yield f"speakers/{person.id}.yml", sheet(authorities.person_sheet(dice, person))
    yield from _documents(Dice(4), people, LEAST_DOCUMENTS + conferences // CONFERENCES_PER_DOCUMENT)
    yield from _conferences(Dice(5), people, conferences)


def _conferences(dice: Dice, people: Sequence[Person], count: int) -> Iterator[tuple[str, str]]:
    everyone, topics = Ranks(dice, len(people), 20), Ranks(dice, TOPICS, 4)
    institutions, series = Ranks(dice, INSTITUTIONS, 2), Ranks(dice, SERIES, 1)
    met: set[tuple[str, str]] = set()
    for number in range(count):
        # Every person takes part at least once; the other places go to the best known.
        present = everyone.several(1 + dice.below(4), number if number < len(people) else None)
        record: Sheet = {
            "title": prose.title(dice),
            "kind": "talk" if dice.hit(0.7) else dice.one(("forum", "panel", "meeting")),
            "series": authorities.series(series.one()) if dice.hit(0.85) else "",
            "date": _date(dice),
            **(_hours(dice) if dice.hit(0.6) else {}),
            "people": [_participation(dice, people[rank], place) for place, rank in enumerate(present)],
            "institution": authorities.institution(institutions.one()),
            "modality": dice.one(("virtual", "hybrid", "in_person")),
            "topics": [authorities.topic(rank) for rank in topics.several(2 + dice.below(3))],
            "summary": prose.summary(dice),
            "description": prose.description(dice),
            "recording": {
                "state": "published",
                "youtube": (video := _video(dice)),
                "language": "es",
                "captions": dice.one(("unknown", "automatic", "reviewed")),
            },
            "resources": [_handout(number)] if dice.hit(0.3) else [],
            "unknowns": ["Cuántas personas asistieron"] if dice.hit(0.1) else [],
            **authorities.attested(dice, 1 + dice.below(2)),
        }
        # A series meets once a day.
        meeting = (str(record["series"]), str(record["date"]))
        if meeting in met:
            record["series"] = ""
        met.add(meeting)
        yield f"conferences/{prose.slug(str(record['title']), 56)}-{number + 1:06}.yml", sheet(record)
        if number % 2 == 0:
            yield f"youtube/{snapshot.file_name(video)}", snapshot.dumps(_snapshot(dice, video, record))


def _participation(dice: Dice, person: Person, place: int) -> Sheet:
    role = dice.one(("speaker", "moderator", "panelist", "host")) if place else "speaker"
    return {"person": person.id, "role": role, "office": person.office, "institution": person.institution}


def _hours(dice: Dice) -> Sheet:
    hour = 9 + dice.below(8)
    return {"start_time": f"{hour:02}:00", "end_time": f"{hour + 2:02}:00"}


def _handout(number: int) -> Item:
    return {"title": "Presentación sintética", "url": f"{HOST}/materiales/{number + 1:06}.pdf"}


def _date(dice: Dice) -> str:
    """Return an EDTF date over fifteen years, mostly a whole day; sometimes none."""
    year, month, day = FIRST_YEAR + dice.below(YEARS), 1 + dice.below(12), 1 + dice.below(28)
    share = dice.random()
    if share < 0.9:
        return f"{year}-{month:02}-{day:02}"
    if share < 0.95:
        return f"{year}-{month:02}"
    return f"{year}" if share < 0.98 else ""


def _video(dice: Dice) -> str:
    return "".join(dice.one(_VIDEO_SIGNS) for _ in range(11))


def _snapshot(dice: Dice, video: str, record: Sheet) -> Snapshot:
    date = str(record["date"])
    day = date if len(date) == 10 else f"{FIRST_YEAR}-01-15"
    return Snapshot(
        id=video,
        title=f"Transmisión: {record['title']}",
        description=str(record["description"]),
        duration=1_800 + dice.below(7_200),
        channel="Canal sintético",
        channel_id="UC" + "sintetico" * 2 + "0000",
        upload_date=day,
        tags=("igualdad", "sintético"),
        availability="public",
        live_status="not_live",
        playable_in_embed=True,
        captions=(Caption("es", "auto"),),
        status=Status.OK,
        status_since=day,
    )


def _documents(dice: Dice, people: Sequence[Person], count: int) -> Iterator[tuple[str, str]]:
    kinds = ("note", "report", "plan", "presentation", "protocol", "study")
    for number in range(count):
        title = prose.title(dice)
        headings = words.HEADINGS[: 3 + dice.below(4)]
        record: Sheet = {
            "title": title,
            "kind": dice.one(kinds),
            "institution": authorities.institution(dice.below(INSTITUTIONS)),
            "date": str(FIRST_YEAR + dice.below(YEARS)),
            "people": [{"person": dice.one(people).id, "role": "author"}],
            "networks": [authorities.network(dice.below(NETWORKS))],
            "topics": [authorities.topic(dice.below(TOPICS))],
            "summary": prose.summary(dice),
            "sections": [{"title": heading, "text": prose.description(dice)} for heading in headings],
            **authorities.attested(dice, 2),
        }
        yield f"documents/{prose.slug(title, 56)}-{number + 1:04}.yml", sheet(record)
