"""What a visit made elsewhere brings: data of videos and new drafts come in, everything else stays out."""

from dataclasses import replace
from pathlib import Path

import pytest

from acervo.archive import captions, snapshot
from acervo.archive.captions import CaptionState, Cue, Origin, original
from acervo.archive.snapshot import Snapshot
from acervo.errors import Failure
from acervo.gathering.sifting import Sifted, sift
from acervo.publishing.theme import Project
from acervo.youtube.history import History
from acervo.youtube.history import dumps as history_text

VIDEO = "ejemplo9998"
STEM = snapshot.stem(VIDEO)
SHOT = snapshot.dumps(Snapshot(id=VIDEO, title="Video ficticio"))
TRACK = original(VIDEO, "es", Origin.AUTOMATIC, (Cue(0, 900, "buenas tardes"),))
DRAFT = "title: Charla ficticia\ndraft: true\nupdated: 2026-01-02\nrecording: {youtube: ejemplo9998}\n"
PICTURE = "RIFF0000WEBPVP8 "
GOOD = {
    f"conferences/charla-{VIDEO}.yml": DRAFT,
    f"youtube/captions/{STEM}.es.vtt": captions.dumps(TRACK),
    f"youtube/history/{STEM}.json": history_text(History(VIDEO, {"2026-11": 12})),
    f"youtube/thumbnails/{STEM}.webp": PICTURE,
    f"youtube/{STEM}.json": SHOT,
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose data folder holds one record, which a person wrote."""
    home = tmp_path / "project"
    write(home / "data", {"conferences/ficha-de-alguien.yml": "title: De alguien\n"})
    places = {name: home / name for name in ("config", "content", "overrides", "data", "site", "cache")}
    return Project(**places)


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_what_is_good_comes_in_and_is_told(project: Project, tmp_path: Path) -> None:
    told = sift(project, write(tmp_path / "found", GOOD), tmp_path / "proposal")

    assert told == Sifted(tuple(sorted(GOOD)), ())
    assert read(tmp_path / "proposal") == GOOD
    assert read(project.data) == {**GOOD, "conferences/ficha-de-alguien.yml": "title: De alguien\n"}


def test_what_is_already_here_is_no_news(project: Project, tmp_path: Path) -> None:
    write(project.data, GOOD)
    assert sift(project, write(tmp_path / "found", GOOD), tmp_path / "proposal") == Sifted((), ())
    assert not (tmp_path / "proposal").exists()


@pytest.mark.parametrize(
    ("path", "text", "why"),
    [
        ("conferences/ficha-de-alguien.yml", DRAFT, "la ficha ya existe, y solo una persona puede cambiarla"),
        ("conferences/otra.yml", DRAFT.replace("draft: true\n", ""), "no es una ficha sin errores"),
        ("conferences/otra.yml", "title: [", "no es una ficha sin errores"),
        ("conferences/sub/otra.yml", DRAFT, "no es una ficha sin errores"),
        (
            "conferences/otra.yml",
            DRAFT.replace("draft: true\n", "sources: [{title: Boletín ficticio}]\n"),
            "no es un borrador",
        ),
        ("speakers/alguien.yml", DRAFT, "una consulta solo trae datos de videos y borradores nuevos"),
        ("permalinks.txt", "conferencias/una/", "una consulta solo trae datos de videos y borradores nuevos"),
        ("youtube/nota.md", "hola", "no es de los archivos que escribe una consulta"),
        (f"youtube/{STEM}.json", "{", "El archivo no es JSON completo (¿un conflicto de Git sin resolver?)."),
        (f"youtube/thumbnails/{STEM}.webp", "<svg>", "El archivo no es una imagen WebP."),
        (f"youtube/history/{STEM}.json", history_text(History("ejemplo9997")), "las cifras son de otro video"),
    ],
)
def test_anything_else_stays_out(project: Project, tmp_path: Path, path: str, text: str, why: str) -> None:
    before = read(project.data)
    told = sift(project, write(tmp_path / "found", {path: text}), tmp_path / "proposal")

    assert told == Sifted((), ((path, why),))
    assert read(project.data) == before
    assert told.text() == f"0 archivos nuevos o cambiados.\n  No se acepta {path}: {why}"


def test_captions_that_a_person_corrected_stay(project: Project, tmp_path: Path) -> None:
    path = f"youtube/captions/{STEM}.es.vtt"
    mended = captions.dumps(replace(TRACK, state=CaptionState.REVIEWED))
    write(project.data, {path: mended})
    found = write(tmp_path / "found", {path: GOOD[path], path.replace(".vtt", ".new.vtt"): GOOD[path]})
    told = sift(project, found, tmp_path / "proposal")

    assert told.refused == ((path, "una persona corrigió esos subtítulos"),)
    assert told.accepted == (path.replace(".vtt", ".new.vtt"),)
    assert (project.data / path).read_text(encoding="utf-8") == mended


def test_a_link_to_elsewhere_is_refused(project: Project, tmp_path: Path) -> None:
    found = write(tmp_path / "found", {})
    (tmp_path / "found" / "youtube").mkdir(parents=True)
    (tmp_path / "found" / "youtube" / f"{STEM}.json").symlink_to("/etc/hostname")
    with pytest.raises(Failure, match="enlace simbólico"):
        sift(project, found, tmp_path / "proposal")


def test_without_anything_to_sift_it_says_so(project: Project, tmp_path: Path) -> None:
    with pytest.raises(Failure, match="No hay una carpeta"):
        sift(project, tmp_path / "nada", tmp_path / "proposal")


def test_a_proposal_in_the_way_is_left_as_it_is(project: Project, tmp_path: Path) -> None:
    proposal = write(tmp_path / "proposal", {"youtube/otra.json": "{}"})
    with pytest.raises(Failure, match="ya existe"):
        sift(project, write(tmp_path / "found", GOOD), proposal)
    assert read(proposal) == {"youtube/otra.json": "{}"}
