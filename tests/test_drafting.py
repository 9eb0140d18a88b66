"""A channel's list becomes draft records in a copy of the fictional archive: new files only, each once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from acervo.archive.snapshot import Pending, Snapshot, Status
from acervo.editing import checkup
from acervo.errors import Failure
from acervo.gathering.drafting import propose
from acervo.publishing import theme
from acervo.publishing.theme import Project
from acervo.records.problems import as_text
from acervo.youtube.extractor import Entry, Listing
from acervo.youtube.store import Store
from tests import projects

TODAY = date(2026, 11, 21)
CHANNEL = "UCejemplo-ficticio-00001"
NEW = Snapshot(
    id="-Ficticio0A",
    title="Ciclo Luna de Ejemplo: Guardar la voz: manual | Clara de la Cruz y Fulana Sin Ficha | 9 de mayo de 2024",
    description="Sobre datos abiertos, con Aurora Ñandú de Prueba.",
    channel="Instituto Ficticio de Prueba (ejemplo)",
    channel_id=CHANNEL,
    upload_date="2024-05-12",
    status=Status.OK,
    status_since="2026-11-20",
)
PLAIN = Snapshot(id="ficticio_0E", title="Otra charla ficticia", channel_id=CHANNEL, upload_date="2025-01-02")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the fictional archive with all that is generated."""
    found = theme.project(projects.copy(tmp_path) / "mkdocs.yml")
    checkup.generate(found)
    return found


def keep(project: Project, *snapshots: Snapshot) -> tuple[Store, Listing]:
    """Keep snapshots, and list their videos."""
    store = Store(project.data / "youtube", project.cache)
    for snapshot in snapshots:
        store.write(snapshot)
    return store, Listing(Status.OK, tuple(Entry(one.id, one.title) for one in snapshots))


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def errors(project: Project) -> list[str]:
    problems, _ = checkup.check(project)
    return [as_text(problem) for problem in problems if problem.severity == "error"]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_new_videos_become_drafts_that_have_no_errors(project: Project) -> None:
    before = projects.digests(project.data)
    store, listing = keep(project, NEW, PLAIN)

    written = propose(project, listing, None, store, TODAY)

    after = projects.digests(project.data)
    assert names(written) == ["2024-guardar-la-voz-manual.yml", "2025-otra-charla-ficticia.yml"]
    assert {name for name in after if before.get(name) != after[name]} == {
        "conferences/2024-guardar-la-voz-manual.yml",
        "conferences/2025-otra-charla-ficticia.yml",
        "youtube/v_-ficticio0a_402.json",
        "youtube/v_ficticio_0e_400.json",
    }
    assert errors(project) == []
    assert written[0].read_text(encoding="utf-8").splitlines()[5:18] == [
        'title: "Guardar la voz: manual"',
        "series: luna-de-ejemplo",
        "# Fecha supuesta por el título: «9 de mayo de 2024»; confírmela y quite el «?».",
        "date: 2024-05-09?",
        "people:",
        "  # Por «Clara de la Cruz», donde el título pone a las personas.",
        "  - person: clara-de-la-cruz-ejemplo",
        "    role: speaker",
        "  # Por «Aurora Ñandú de Prueba», en la descripción.",
        "  - person: aurora-nandu-de-prueba",
        "    role: mentioned",
        '  # Sin ficha todavía: "Fulana Sin Ficha"',
        "recording:",
    ]


def test_a_second_run_changes_nothing_and_neither_does_one_after_an_editor(project: Project) -> None:
    store, listing = keep(project, NEW, PLAIN)
    first, second = propose(project, listing, None, store, TODAY)
    first.write_text(first.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    second = second.rename(second.with_name("otro-nombre.yml"))
    before = projects.digests(project.data)

    assert propose(project, listing, None, store, date(2027, 1, 1)) == ()
    assert projects.digests(project.data) == before


def test_what_a_record_already_has_is_never_drafted_again(project: Project) -> None:
    conferences = project.data / "conferences"
    change(conferences / "2023-abrir-un-archivo.yml", "  captions: reviewed", """\
  captions: reviewed
  copies:
    - title: La misma grabación en otro canal
      url: https://youtu.be/ficticio_0A?si=x
    - title: Micrositio
      url: https://www.example.org/ficticio_0E""")  # fmt: skip
    change(conferences / "2024-sesion-retirada.yml", "updated:", "recording:\n  youtube: ficticio_0I\nupdated:")
    change(conferences / "2026-en-preparacion.yml", "draft: true", "draft: true\nrecording:\n  youtube: ficticio_0M")
    change(conferences / "charla-sin-fecha.yml", "title:", "titulo:")
    (conferences / "rota.yml").write_text("title: [\nrecording: {youtube: ficticio_0Q}\n", encoding="utf-8")
    luna = (project.data / "series" / "luna-de-ejemplo.yml").read_text(encoding="utf-8")
    broken = luna.replace("title:", "titulo:").replace("ejemplo9999", "ficticio_0c")
    (project.data / "series" / "rota.yml").write_text(broken, encoding="utf-8")
    known = ["ejemplo0001", "ficticio_0c", "ficticio_0A", "ficticio_0I", "ficticio_0M", "ficticio_0Q", "ejemplo9999"]
    store, listing = keep(project, *(replace(PLAIN, id=video) for video in (*known, "ficticio_0E")))
    listing = replace(listing, entries=(*listing.entries, *listing.entries))

    assert names(propose(project, listing, None, store, TODAY)) == ["2025-otra-charla-ficticia.yml"]
    assert "youtube: ficticio_0E" in (conferences / "2025-otra-charla-ficticia.yml").read_text(encoding="utf-8")


def test_hidden_and_unreadable_videos_and_those_not_yet_visited_get_no_draft(project: Project) -> None:
    store, listing = keep(
        project,
        replace(PLAIN, id="ficticio_0A", status=Status.PRIVATE, status_since="2026-11-20"),
        replace(PLAIN, id="ficticio_0I", status=Status.REMOVED, status_since="2026-11-20"),
        replace(PLAIN, id="ficticio_0M", pending=Pending(Status.TERMINATED, "2026-11-20")),
        replace(PLAIN, id="ficticio_0Q"),
    )
    (project.data / "youtube" / "v_ficticio_0q_400.json").write_text("{", encoding="utf-8")
    listing = replace(listing, entries=(*listing.entries, Entry("ficticio_0U", "Aún sin visitar")))

    assert propose(project, listing, None, store, TODAY) == ()
    assert names(
        propose(project, replace(listing, entries=listing.entries[-1:]), None, store, TODAY, unvisited=True)
    ) == ["aun-sin-visitar.yml"]
    assert "Sin fecha" in (project.data / "conferences" / "aun-sin-visitar.yml").read_text(encoding="utf-8")


def series_of(project: Project, video: Snapshot, series: str | None = None) -> list[str]:
    """Return the lines about the series in the draft of a video."""
    store, listing = keep(project, video)
    (path,) = propose(project, listing, series, store, TODAY)
    return [line for line in path.read_text(encoding="utf-8").splitlines() if "series: " in line]


def test_the_series_is_told_by_the_channel(project: Project) -> None:
    assert series_of(project, PLAIN) == ["series: luna-de-ejemplo"]


def test_a_channel_of_nobody_gives_no_series(project: Project) -> None:
    assert series_of(project, replace(PLAIN, channel_id="UCejemplo-ficticio-99999")) == []


def test_of_two_series_on_a_channel_the_titles_decide(project: Project) -> None:
    change(
        project.data / "series" / "tardes-de-archivo.yml",
        "coverage:",
        f'channel: {CHANNEL}\ntitle_patterns: ["Tardes: {{title}}"]\ncoverage:',
    )

    tarde = replace(PLAIN, id="ficticio_0A", title="TARDES: agua", upload_date="2024-03-04")
    assert series_of(project, tarde) == ["series: tardes-de-archivo"]
    assert series_of(project, NEW) == ["series: luna-de-ejemplo"]
    assert series_of(project, PLAIN) == ["# series: luna-de-ejemplo", "# series: tardes-de-archivo"]
    assert errors(project) == []


def test_a_person_can_say_which_series_it_is(project: Project) -> None:
    video = replace(PLAIN, upload_date="2024-03-04")

    assert series_of(project, video, "tardes-de-archivo") == ["series: tardes-de-archivo"]
    store, listing = keep(project, NEW)
    with pytest.raises(Failure, match=r"No hay un ciclo «tardes» sin errores en .*series\."):
        propose(project, listing, "tardes", store, TODAY)


def test_what_a_video_does_not_tell_the_list_does(project: Project) -> None:
    nameless = replace(PLAIN, channel_id="", title="", status=Status.GEO_BLOCKED)
    store, listing = keep(project, nameless, NEW)
    listing = replace(listing, entries=(Entry(nameless.id, "Título de la lista"), *listing.entries[1:]))
    written = propose(project, listing, None, store, TODAY)

    assert names(written)[0] == "2025-titulo-de-la-lista.yml"
    assert "series: luna-de-ejemplo" in written[0].read_text(encoding="utf-8")


def test_an_address_that_was_ever_used_is_not_used_again(project: Project) -> None:
    conferences = project.data / "conferences"
    ledger = project.data / "permalinks.txt"
    ledger.write_text(
        ledger.read_text(encoding="utf-8") + "conferencias/2025-otra-charla-ficticia/\n", encoding="utf-8"
    )
    change(
        conferences / "2024-violencia-digital.yml", "2024-violencia-en-linea]", "2024-violencia-en-linea, 2025-agua]"
    )
    (conferences / "2025-AIRE.txt").touch()
    titles = ["Otra charla ficticia", "Agua", "Aire", "Agua"]
    ids = ["ficticio_0A", "ficticio_0I", "ficticio_0M", "ficticio_0Q"]
    videos = [replace(PLAIN, id=id_, title=title) for id_, title in zip(ids, titles, strict=True)]
    store, listing = keep(project, *videos)

    assert names(propose(project, listing, None, store, TODAY)) == [
        "2025-01-otra-charla-ficticia.yml",
        "2025-01-agua.yml",
        "2025-01-aire.yml",
        "2025-01-02-agua.yml",
    ]


@pytest.mark.parametrize("done", range(3))
def test_a_run_cut_short_leaves_whole_drafts_and_the_next_one_ends_the_work(
    project: Project, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    conferences = project.data / "conferences"
    store, listing = keep(project, *(replace(PLAIN, id=f"ficticio_0{letter}") for letter in "AIM"))
    rename, written = Path.replace, []

    def fail(path: Path, target: Path) -> Path:
        if target.parent == conferences:
            if len(written) == done:
                raise OSError(28, "No space left on device")
            written.append(target)
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(OSError, match="No space left"):
            propose(project, listing, None, store, TODAY)
    assert errors(project) == []
    assert sorted(conferences.glob("*otra-charla*")) == sorted(written)

    (conferences / ".2025-otra-charla-ficticia.yml.1.tmp").write_text("title: O", encoding="utf-8")
    assert len(propose(project, listing, None, store, TODAY)) == 3 - done
    assert errors(project) == []
    assert sorted(path.name for path in conferences.glob("*otra-charla*")) == [
        "2025-01-02-otra-charla-ficticia.yml",
        "2025-01-otra-charla-ficticia.yml",
        "2025-otra-charla-ficticia.yml",
    ]
