"""What the archive keeps of a video, told from its files; what is spoilt or misplaced is a problem with its line."""

from pathlib import Path

import pytest

from acervo.archive import captions, snapshot
from acervo.archive.archive import build
from acervo.archive.captions import CaptionState, Cue, Origin, Track
from acervo.archive.holding import CaptionFile, Holding, PictureFile, SnapshotFile, kept_file, shown_captions
from acervo.archive.snapshot import Copy, Pending, Snapshot, Status
from acervo.publishing import reading
from tests.records.entries import entry

VIDEO = "Ejemplo-00A"
STEM = snapshot.stem(VIDEO)
WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8 "
TRACK = Track(VIDEO, "es", Origin.AUTOMATIC, CaptionState.AUTOMATIC, "", "", (Cue(0, 900, "Buenas tardes"),))
CONFERENCE = """\
title: Charla ficticia
recording:
  state: published
  youtube: Ejemplo-00A
  chapters:
    - {start: "0:00", title: Inicio}
    - {start: "10:00", title: Después del final}
sources:
  - title: Boletín ficticio
updated: 2026-01-02
"""


def digest(file: object) -> str:
    assert isinstance(file, SnapshotFile | CaptionFile | PictureFile)
    return file.digest


def test_each_file_tells_what_it_is() -> None:
    shot = Snapshot(
        id=VIDEO,
        duration=60,
        status=Status.PRIVATE,
        pending=Pending(Status.REMOVED, "2026-01-02"),
        copies=(Copy("archive.org", "https://archive.org/details/ficticio", "video", "2026-01-02"),),
    )
    told = kept_file(f"youtube/{STEM}.json", snapshot.dumps(shot).encode())
    track = kept_file(f"youtube/captions/{STEM}.es.vtt", captions.dumps(TRACK).encode())
    picture = kept_file(f"youtube/thumbnails/{STEM}.webp", WEBP)

    assert told == SnapshotFile(VIDEO, f"youtube/{STEM}.json", digest(told), "private", True, 1, 60)
    assert track == CaptionFile(VIDEO, f"youtube/captions/{STEM}.es.vtt", digest(track), "es", "automatic", "automatic")
    assert picture == PictureFile(VIDEO, f"youtube/thumbnails/{STEM}.webp", digest(picture))


@pytest.mark.parametrize(
    "path",
    [
        "youtube/.gitkeep",
        "youtube/README.md",
        f"youtube/{STEM}.txt",
        f"youtube/captions/{STEM}.es.new.vtt",
        f"youtube/otra/{STEM}.json",
        "youtube/v_ejemplo-00a_fff.json",
        "youtube/v_ejemplo-00a_00.json",
    ],
)
def test_a_file_that_is_about_no_video_says_nothing(path: str) -> None:
    assert kept_file(path, b"lo que sea") is None


def test_a_video_is_known_by_the_name_of_its_file() -> None:
    for video in (VIDEO, "-_-_-_-_-_A", "ABCDEFGHIJA", "abcdefghijA", "0123456789A"):
        assert snapshot.video_of(snapshot.file_name(video)) == video


def test_a_human_track_counts_and_an_automatic_one_does_not() -> None:
    def holding(origin: str, state: str) -> Holding:
        return Holding(captions=(CaptionFile("", "", "", "es", origin, state),))

    assert [
        holding(origin, state).captioned
        for origin, state in (("automatic", "automatic"), ("manual", "automatic"), ("automatic", "reviewed"))
    ] == [False, True, True]


def test_captions_are_shown_only_with_permission() -> None:
    kept = Holding(captions=(CaptionFile(VIDEO, "youtube/captions/x.vtt", "0", "es", "manual", "reviewed"),))
    shown = {
        permission: shown_captions(entry("conferences/uno", permission=permission), kept)
        for permission in ("", "unknown", "denied", "granted")
    }
    assert shown == {"": (), "unknown": (), "denied": (), "granted": kept.captions}


def test_captions_in_spanish_are_shown_first() -> None:
    tracks = {
        language: CaptionFile(VIDEO, "", "0", language, "manual", "reviewed") for language in ("en", "es-MX", "fr")
    }
    shown = shown_captions(entry("conferences/uno", permission="granted"), Holding(captions=tuple(tracks.values())))

    assert [track.language for track in shown] == ["es-MX", "en", "fr"]


def test_a_conference_takes_the_permission_of_its_series_unless_it_says_otherwise() -> None:
    series = entry("series/ciclo", permission="granted")
    reference = (("series", "series", "ciclo", ""),)
    own = {"callada": "", "negada": "denied"}
    talks = [entry(f"conferences/{id_}", permission=said, references=reference) for id_, said in own.items()]
    entries = build([series, *talks]).entries

    assert {id_: entries["conferences", id_].permission for id_ in own} == {"callada": "granted", "negada": "denied"}


def test_recordings_at_risk_are_told_by_reason() -> None:
    def about(status: str = "ok", doubted: bool = False, copies: int = 0) -> Holding:
        return Holding(SnapshotFile("", "", "", status, doubted, copies, 60))

    human = CaptionFile("", "", "", "es", "manual", "reviewed")
    told = {
        "retirada": (about("private"), {}),
        "en-duda": (about(doubted=True), {"captions": "reviewed"}),
        "con-copia": (about(copies=1), {"captions": "reviewed"}),
        "con-copia-propia": (about(), {"copies": 1, "captions": "automatic"}),
        "subtitulada": (about()._replace(captions=(human,)), {"copies": 1, "captions": "unknown"}),
        "nunca-vista": (Holding(), {}),
        "por-venir": (Holding(), {"state": "scheduled"}),
        "sin-video": (Holding(), {"video": "", "state": "lost"}),
    }
    entries = [
        entry(f"conferences/{id_}", **{"video": f"v-{place:09}", "state": "published", "sort": str(place), **said})
        for place, (id_, (_, said)) in enumerate(told.items())
    ]
    kept = {f"v-{place:09}": held for place, (held, _) in enumerate(told.values())}

    assert {reason: [id_ for _, id_ in keys] for reason, keys in build(entries, kept).risks.items()} == {
        "gone": ["retirada"],
        "doubted": ["en-duda"],
        "single": ["retirada", "en-duda", "nunca-vista"],
        "uncaptioned": ["retirada", "con-copia-propia", "nunca-vista"],
    }


def archive(tmp_path: Path, files: dict[str, bytes]) -> list[str]:
    """Write an archive of one conference and these files, and return what `check` says of it."""
    data = tmp_path / "data"
    for path, content in {"conferences/charla-ficticia.yml": CONFERENCE.encode(), **files}.items():
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        (data / path).write_bytes(content)
    judged = reading.read(data, "data").judge()
    return [f"{problem.path}:{problem.line}: {problem.message} [{problem.code}]" for problem in judged]


def test_a_chapter_after_the_end_of_the_recording_is_a_problem(tmp_path: Path) -> None:
    shot = snapshot.dumps(Snapshot(id=VIDEO, duration=600))
    assert archive(tmp_path, {f"youtube/{STEM}.json": shot.encode()}) == [
        "data/conferences/charla-ficticia.yml:6: hay un capítulo que empieza después del final: la grabación dura "
        "10:00 [chapter_beyond]"
    ]


def test_spoilt_and_misplaced_files_are_problems_with_their_line(tmp_path: Path) -> None:
    other = snapshot.dumps(Snapshot(id="otro-video0"))
    text = captions.dumps(TRACK)
    found = archive(
        tmp_path,
        {
            f"youtube/{STEM}.json": other.encode(),
            f"youtube/thumbnails/{STEM}.webp": b"<html>no</html>",
            f"youtube/captions/{STEM}.en.vtt": text.encode(),
            f"youtube/captions/{STEM}.es.vtt": text.replace("-->", "->").encode(),
        },
    )
    broken = next(number for number, line in enumerate(text.splitlines(), 1) if "-->" in line)
    assert [line.split(": ", 1)[0] for line in found] == [
        f"data/youtube/captions/{STEM}.en.vtt:1",
        f"data/youtube/captions/{STEM}.es.vtt:{broken}",
        f"data/youtube/thumbnails/{STEM}.webp:1",
        f"data/youtube/{STEM}.json:1",
    ]
