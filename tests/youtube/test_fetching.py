"""The verb `fetch`: what a person may ask for, what is refused with a sentence, and what it leaves behind."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from acervo.console import time_left
from acervo.errors import Failure
from acervo.gathering import fetching
from acervo.gathering.fetching import Wish
from acervo.publishing.build import Silence
from acervo.publishing.theme import Project
from acervo.youtube.extractor import Source
from acervo.youtube.report import Report, Stop
from tests import projects
from tests.youtube import answers as yt
from tests.youtube import hosts
from tests.youtube.replay import Answerer, Key, Reply, offline

DAY = date(2026, 11, 20)
A, B, C = (f"ficticio_0{last}" for last in "AEI")
CHANNEL = "UCejemplo-ficticio-00001"
TITLES = {A: "Ciclo Luna de Ejemplo: La prueba | 12 de mayo de 2024", B: "Otra cosa"}
WHAT = "Diga qué traer: uno o más videos, o --all, o --channel, o --availability."
IMPORT = ("captions", "import")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The fictional archive in a folder of its own."""
    shutil.copytree(projects.ARCHIVE / "data", tmp_path / "data")
    nowhere = tmp_path / "nowhere"
    return Project(nowhere, nowhere, nowhere, tmp_path / "data", nowhere, tmp_path / ".acervo")


def answering(answer: Answerer) -> Callable[[float], Source]:
    return lambda pause: offline(answer)[0]


def unreachable(pause: float) -> Source:
    raise AssertionError("nobody should be asked")


def channel(*, refused: bool = False) -> Answerer:
    """Answer for a channel of two videos."""
    pages = yt.channel({"videos": yt.tab("Videos", yt.listed(list(TITLES.items())))}, {})
    videos = hosts.many(
        {one: hosts.every(yt.video(one, title=title, channel_id=CHANNEL)) for one, title in TITLES.items()}
    )

    def answer(key: Key) -> Reply | None:
        if hosts.kind(key) == "feed":
            return yt.feed([yt.video(one, title=title, channel_id=CHANNEL) for one, title in TITLES.items()], CHANNEL)
        if refused:
            return hosts.REFUSED
        if key["path"].endswith("/resolve_url") and key["url"].endswith("/streams"):
            return 200, yt.JSON, b'{"endpoint": {"browseEndpoint": {"browseId": "x", "params": "videos"}}}'
        return pages(key) if hosts.kind(key) in ("resolve_url", "browse") else videos(key)

    return answer


def fetch(project: Project, answer: Answerer, **wish: Any) -> Report:
    return fetching.fetch(project, Wish(**wish), DAY, Silence(), answering(answer))


def drafts(project: Project) -> dict[str, str]:
    folder = project.data / "conferences"
    return {path.name: path.read_text("utf-8") for path in folder.iterdir() if "draft: true" in path.read_text("utf-8")}


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (Wish(), WHAT),
        (Wish((A,), everything=True), WHAT),
        (Wish(everything=True, channel=""), WHAT),
        (Wish(everything=True, copies=True), "--copies acompaña a --availability, y --series a --channel."),
        (Wish((A,), series="x"), "--copies acompaña a --availability, y --series a --channel."),
        (Wish(channel="@canal", series="luna"), "No hay un ciclo «luna» en "),
        (Wish(channel="canal"), "«canal» no es un canal ni una lista de YouTube."),
        (Wish(("https://vimeo.com/1",)), "«https://vimeo.com/1» no es una dirección de YouTube, sino de «vimeo.com»."),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_for_is_refused_before_anybody_is_asked(project: Project, wish: Wish, why: str) -> None:
    with pytest.raises(Failure) as refused:
        fetching.fetch(project, wish, DAY, Silence(), unreachable)
    assert str(refused.value).startswith(why)


def test_a_video_may_be_any_address_and_is_not_limited(project: Project) -> None:
    report = fetch(project, hosts.good([A, B]), videos=(f"https://youtu.be/{A}?si=x", B), limit=1)
    assert [row.id for row in report.rows] == [A, B]


def test_all_are_the_videos_that_records_name_each_once(project: Project) -> None:
    asked: list[str] = []

    def answer(key: Key) -> Reply | None:
        asked.append(hosts.subject(key))
        return hosts.every(yt.video(hosts.subject(key)))(key)

    report = fetch(project, answer, everything=True)
    assert sorted(row.id for row in report.rows) == [
        "-ejemplo001",
        "Ejemplo0001",
        "_ejemplo-02",
        "ejemplo0001",
        "ejemplo0002",
        "ejemplo0003",
        "ejemplo0005",
        "ejemploXYZ1",
        "prox-ejem-1",
    ]
    assert set(asked) == {row.id for row in report.rows}
    assert fetch(project, answer, everything=True).resting == 9
    assert len(fetch(project, answer, everything=True, force=True, limit=3).rows) == 3


def test_availability_takes_all_recordings_with_one_request_each(project: Project) -> None:
    asked: list[str] = []

    def answer(key: Key) -> Reply | None:
        asked.append(hosts.kind(key))
        return yt.oembed(yt.video(hosts.subject(key)))

    report = fetch(project, answer, availability=True)
    assert (len(report.rows), asked) == (9, ["oembed"] * 9)


@pytest.mark.parametrize("named", ["", CHANNEL, "@canalficticio"], ids=["of the series", "by its id", "by its name"])
def test_a_channel_leaves_a_draft_for_each_video_and_the_second_time_nothing(project: Project, named: str) -> None:
    report = fetch(project, channel(), channel=named)
    assert [row.id for row in report.rows] == [A, B]
    assert len(report.drafts) == 2
    assert all((project.data.parent / path).is_file() for path in map(Path, report.drafts))
    written = drafts(project)
    assert {f"data/conferences/{name}" for name in written} >= {
        Path(path).relative_to(project.data.parent).as_posix() for path in report.drafts
    }
    again = fetch(project, channel(), channel=named)
    assert (again.rows, again.drafts, again.resting) == ((), (), 2)
    assert drafts(project) == written


def test_drafts_come_only_for_what_was_visited(project: Project) -> None:
    report = fetch(project, channel(), channel=CHANNEL, limit=1)
    assert (len(report.drafts), report.unvisited) == (1, (B,))
    assert len(fetch(project, channel(), channel=CHANNEL, limit=1).drafts) == 1


def test_a_refused_channel_leaves_drafts_from_its_feed(project: Project) -> None:
    report = fetch(project, channel(refused=True), channel="")
    assert (report.listing_origin, report.stop, report.failed_here) == ("atom", Stop.BLOCKED, False)
    assert len(report.drafts) == 2


def test_a_disk_that_takes_no_draft_is_told_with_the_report(project: Project) -> None:
    folder = project.data / "conferences"
    fetch(project, channel(), videos=(A, B))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.replace", full)
        report = fetch(project, channel(), channel=CHANNEL)
    assert (report.stop, report.drafts, report.failed_here) == (Stop.DISK, (), True)
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []


def full(*arguments: object, **options: object) -> None:
    raise OSError(28, "No space left on device")


def test_without_any_channel_the_person_is_told_where_to_write_it(project: Project) -> None:
    series = project.data / "series" / "luna-de-ejemplo.yml"
    series.write_text(series.read_text("utf-8").replace(f"channel: {CHANNEL}\n", ""), "utf-8")
    with pytest.raises(Failure, match="Ningún ciclo dice su canal: agregue «channel» a su ficha"):
        fetching.fetch(project, Wish(channel=""), DAY, Silence(), unreachable)


class Told:
    """Progress that remembers what it was told."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, int]] = []

    def phase(self, name: str, total: int = 0) -> None:
        self.seen.append((name, total))

    def step(self, count: int = 1) -> None:
        self.seen.append(("step", count))


def test_progress_has_a_phase_for_each_way_of_asking(project: Project) -> None:
    refused = hosts.every(yt.video(B), watch=yt.bot_check(), player=yt.bot_check())
    server = hosts.many({A: hosts.every(yt.video(A)), B: refused, C: hosts.every(yt.video(C))})
    told = Told()
    fetching.fetch(project, Wish((A, B, C)), DAY, told, answering(server))
    assert told.seen == [("fetch", 3), ("step", 1), ("step", 1), ("light", 2), ("step", 1), ("step", 1)]


@pytest.mark.parametrize(
    ("done", "total", "elapsed", "expected", "words"),
    [
        (0, 40, 0.0, 4.0, "faltan 3 min"),
        (0, 10, 0.0, 4.0, "faltan 40 s"),
        (10, 40, 100.0, 4.0, "faltan 4 min"),
        (500, 2000, 2000.0, 4.0, "faltan 1.7 h"),
        (40, 40, 160.0, 4.0, "faltan 0 s"),
        (5, 10, 10.0, 0.0, "faltan 10 s"),
        (0, 10, 5.0, 0.0, ""),
        (3, None, 5.0, 4.0, ""),
    ],
)
def test_the_time_left_is_told_from_the_pause_and_then_from_what_was_measured(
    done: int, total: float | None, elapsed: float, expected: float, words: str
) -> None:
    assert time_left(done, total, elapsed, expected) == words


# The command line


def test_the_option_channel_may_have_no_value(tmp_path: Path) -> None:
    shutil.copytree(projects.ARCHIVE / "data", tmp_path / "data")
    shutil.copy(projects.ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "data" / "series" / "luna-de-ejemplo.yml").unlink()
    done = projects.run(tmp_path, "fetch", "--channel", "--limit", "3")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Ningún ciclo dice su canal")


def test_captions_of_elsewhere_are_imported_by_their_verb(tmp_path: Path) -> None:
    shutil.copytree(projects.ARCHIVE / "data", tmp_path / "data")
    shutil.copy(projects.ROOT / "mkdocs.yml", tmp_path)
    file = tmp_path / "sesion.srt"
    file.write_text("1\n00:00:01,000 --> 00:00:02,500\nBuenas tardes\n", "utf-8")
    who = ("--credit", "Persona Ficticia", "--state", "reviewed")
    done = projects.run(tmp_path, *IMPORT, str(file), "--video", f"https://youtu.be/{A}", *who)
    assert (done.returncode, done.stderr) == (0, "")
    kept = next((tmp_path / "data/youtube/captions").glob("v_ficticio_0a_*.vtt")).read_text("utf-8")
    assert "Buenas tardes" in kept
    assert "Persona Ficticia" in kept
    assert "revisado" in kept or "reviewed" in kept


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("x.srt",), 2, "Falta '--video'. Vea «acervo --help»."),
        (("x.srt", "--video", A), 1, "No existe «x.srt»: revise la ruta."),
        (("x.srt", "--video", A, "--state", "bueno"), 2, "El valor de --state no sirve: se espera uno de automatic"),
    ],
)
def test_what_is_missing_to_import_captions_is_told(
    tmp_path: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    shutil.copytree(projects.ARCHIVE / "data", tmp_path / "data")
    shutil.copy(projects.ROOT / "mkdocs.yml", tmp_path)
    done = projects.run(tmp_path, *IMPORT, *arguments)
    assert done.returncode == code
    assert done.stderr.startswith(told)
