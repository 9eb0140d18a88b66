"""Captions that come from elsewhere become those of a video, unless something speaks against it."""

from pathlib import Path

import pytest

from acervo.archive import captions, snapshot
from acervo.archive.captions import CaptionState, Cue, Origin
from acervo.archive.snapshot import Snapshot
from acervo.errors import Failure
from acervo.gathering import importing
from acervo.publishing.theme import Project
from acervo.youtube.store import Store

ID = "ficticio_0A"
NAME = "v_ficticio_0a_400.es.vtt"
SRT = "1\n00:00:01,000 --> 00:00:02,000\nBuenas tardes\n\n2\n00:00:02,000 --> 00:01:00,000\nGracias\n"
CUES = (Cue(1_000, 2_000, "Buenas tardes"), Cue(2_000, 60_000, "Gracias"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")
    return Project(
        config=tmp_path / "mkdocs.yml",
        content=tmp_path / "content",
        overrides=tmp_path / "overrides",
        data=tmp_path / "data",
        site=tmp_path / "site",
        cache=tmp_path / ".acervo",
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "clase.srt"
    path.write_text(SRT, encoding="utf-8")
    return path


def kept(project: Project) -> dict[str, str]:
    folder = project.data / "youtube" / "captions"
    return {path.name: path.read_bytes().decode() for path in sorted(folder.glob("*"))}


def put(project: Project, content: str) -> None:
    folder = project.data / "youtube" / "captions"
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(content.encode())


@pytest.mark.parametrize("video", [ID, f"https://youtu.be/{ID}?si=x", f"https://m.youtube.com/watch?v={ID}&list=PL1"])
def test_a_file_becomes_the_captions_of_its_video(project: Project, file: Path, video: str) -> None:
    told = importing.captions(project, file, video)

    assert told == f"2 subtítulos de {ID} («es», automático) quedaron en data/youtube/captions/{NAME}."
    assert kept(project) == {NAME: captions.dumps(captions.original(ID, "es", Origin.IMPORTED, CUES))}


def test_language_credit_and_state_are_kept(project: Project, file: Path) -> None:
    importing.captions(project, file, ID, "ES-mx", " Persona\u202e Ejemplo --> Uno ", CaptionState.VALIDATED)

    track = captions.original(ID, "es-MX", Origin.IMPORTED, CUES, CaptionState.VALIDATED, "Persona Ejemplo → Uno")
    assert kept(project) == {NAME.replace(".es.", ".es-MX."): captions.dumps(track)}


def test_doing_it_twice_changes_nothing(project: Project, file: Path) -> None:
    importing.captions(project, file, ID, state=CaptionState.REVIEWED)
    before = kept(project)

    told = importing.captions(project, file, ID, state=CaptionState.REVIEWED)

    assert told == f"data/youtube/captions/{NAME} ya tenía estos 2 subtítulos; no cambió."
    assert kept(project) == before


@pytest.mark.parametrize("origin", [Origin.AUTOMATIC, Origin.IMPORTED])
def test_what_nobody_corrected_is_replaced(project: Project, file: Path, origin: Origin) -> None:
    put(project, captions.dumps(captions.original(ID, "es", origin, [Cue(0, 1, "antes")])))

    importing.captions(project, file, ID)

    assert captions.loads(kept(project)[NAME]).cues == CUES


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            captions.dumps(captions.original(ID, "es", Origin.AUTOMATIC, [Cue(0, 1, "antes")])).replace(
                "antes", "Antes"
            ),
            "una persona revisó o corrigió: no se reemplazan. Si es lo que quiere, añada --replace.",
        ),
        ("roto", "no se puede leer. Renglón 1: El archivo debe empezar con «WEBVTT»"),
    ],
)
def test_what_a_person_corrected_is_replaced_only_when_asked_to(
    project: Project, file: Path, content: str, sentence: str
) -> None:
    put(project, content)

    with pytest.raises(Failure) as caught:
        importing.captions(project, file, ID)

    assert sentence in str(caught.value)
    assert kept(project) == {NAME: content}

    importing.captions(project, file, ID, replace=True)

    assert captions.loads(kept(project)[NAME]).cues == CUES


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("no-existe.srt", None, "No existe «{}»: revise la ruta."),
        ("carpeta.srt", "", "«{}» es una carpeta: indique el archivo de subtítulos."),
        ("clase.pdf", "x", "{}:1: No se conoce el formato «.pdf»: use un archivo .vtt, .srt, .json3 o .txt."),
        ("vacio.srt", " ", "{}:1: El archivo no trae ningún subtítulo con texto: revise que sea el que quería."),
        ("clase.srt", SRT.replace("2,000 --> 00:01", "0,500 --> 00:01"), "{}:6: Empieza en 00:00:00.500, antes que"),
        ("clase.txt", "Buenas tardes\n", "{}:1: Este texto no tiene tiempo, y no se puede inventar"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    project: Project, tmp_path: Path, name: str, content: str | None, sentence: str
) -> None:
    path = tmp_path / name
    if content:
        path.write_text(content, encoding="utf-8")
    elif content is not None:
        path.mkdir()

    with pytest.raises(Failure) as caught:
        importing.captions(project, path, ID)

    assert str(caught.value).startswith(sentence.format(path))
    assert not project.data.exists()


@pytest.mark.parametrize(
    ("video", "language", "sentence"),
    [
        ("https://vimeo.com/1", "es", "no es una dirección de YouTube"),
        ("@canal", "es", "es un canal, no un video"),
        (ID, "español", "«español» no es la clave de un idioma"),
        (ID, "../../es", "no es la clave de un idioma"),
        (ID, "", "no es la clave de un idioma"),
    ],
)
def test_a_video_or_a_language_that_is_none_is_told(
    project: Project, file: Path, video: str, language: str, sentence: str
) -> None:
    with pytest.raises(Failure, match=sentence):
        importing.captions(project, file, video, language)

    assert not project.data.exists()


@pytest.mark.parametrize(("duration", "fits"), [(None, True), (50, True), (49, False), (3_600, True)])
def test_captions_do_not_go_on_after_their_video(
    project: Project, file: Path, duration: int | None, fits: bool
) -> None:
    Store(project.data / "youtube", project.cache).write(Snapshot(id=ID, duration=duration))

    if fits:
        assert "quedaron" in importing.captions(project, file, ID)
    else:
        with pytest.raises(Failure, match=r"llegan a 00:01:00\.000 y el video dura 00:00:49\.000: revise"):
            importing.captions(project, file, ID)
        assert kept(project) == {}


def test_a_snapshot_that_cannot_be_read_is_told(project: Project, file: Path) -> None:
    path = project.data / "youtube" / snapshot.file_name(ID)
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")

    with pytest.raises(Failure, match=f"No se puede leer lo que se sabe del video {ID}. El archivo no es JSON"):
        importing.captions(project, file, ID)


def test_a_visit_to_youtube_meanwhile_keeps_others_out(project: Project, file: Path) -> None:
    with (
        Store(project.data / "youtube", project.cache).locked(),
        pytest.raises(Failure, match="Ya hay otra consulta a YouTube en marcha"),
    ):
        importing.captions(project, file, ID)

    assert kept(project) == {}


def test_too_many_captions_are_told(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "larga.txt"
    path.write_text("".join(f"{n // 60}:{n % 60:02} {'&' * 4_900}\n" for n in range(300)), encoding="utf-8")

    with pytest.raises(Failure, match="Son demasiados subtítulos"):
        importing.captions(project, path, ID)

    assert kept(project) == {}
