"""The verb `captions check`: every file told, at its line, in Spanish, and in the forms of `check`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from acervo.archive import captions, snapshot
from acervo.archive.captions import CaptionState, Cue, Origin, dumps, original
from acervo.archive.snapshot import Snapshot, Status
from acervo.cli import acervo

ID = "Ficticio_01"
NAME = captions.file_name(ID, "es")
PLACE = f"data/youtube/captions/{NAME}"
TRACK = original(ID, "es", Origin.IMPORTED, [Cue(0, 3_000, "Buenas tardes")], CaptionState.REVIEWED, "Persona ficticia")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty project; return where its captions are kept."""
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Acervo ficticio\nextra:\n  acervo:\n    data: data\n", encoding="utf-8"
    )
    kept = tmp_path / "data" / "youtube" / "captions"
    kept.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return kept


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(acervo, ["captions", "check", *arguments])
    return done.exit_code, done.output


def test_nothing_and_good_captions_are_well(folder: Path) -> None:
    assert run() == (0, "Todo bien: 0 archivos de subtítulos sin problemas.\n")
    (folder / NAME).write_text(dumps(TRACK), encoding="utf-8")
    assert run() == (0, "Todo bien: 1 archivo de subtítulos sin problemas.\n")
    assert run("--format", "json") == (0, "[]\n")


def test_an_error_of_reading_is_told_at_its_line_and_fails(folder: Path) -> None:
    (folder / NAME).write_text(dumps(TRACK).replace("00:00:03.000", "00:00:3"), encoding="utf-8")

    assert run() == (
        1,
        f"{PLACE}:15:1: error: No se entiende el tiempo. Escríbalo como 00:01:02.500 --> 00:01:05.000, con tres cifras "
        "al final; si la flecha es parte del texto, escriba «→». [captions_file]\n"
        "    Corrija ese renglón, o borre el archivo y tráigalo otra vez.\n\n1 error en 1 archivo.\n",
    )


def test_a_file_in_another_encoding_is_an_error_and_no_traceback(folder: Path) -> None:
    (folder / NAME).write_bytes(dumps(TRACK).encode("latin-1"))
    code, output = run()

    assert code == 1
    assert output.startswith(f"{PLACE}: error: el archivo no está en UTF-8 [encoding]\n")


def test_warnings_do_not_fail_and_have_the_three_forms(folder: Path) -> None:
    (folder / NAME).write_text(dumps(replace(TRACK, credit="")), encoding="utf-8")
    message = "están revisados y no dicen quién lo hizo"
    fix = "Escriba un nombre en «crédito», si la persona quiere."

    assert run() == (
        0,
        f"{PLACE}:9:1: advertencia: {message} [captions_credit]\n    {fix}\n\n1 advertencia en 1 archivo.\n",
    )
    assert run("--format", "github")[1].splitlines()[0] == (
        f"::warning file={PLACE},line=9,col=1,title=captions_credit::{message} [captions_credit]%0A{fix}"
    )
    assert [
        (one["path"], one["line"], one["code"], one["severity"]) for one in json.loads(run("--format", "json")[1])
    ] == [(PLACE, 9, "captions_credit", "warning")]


def test_of_many_warnings_the_first_are_told_and_a_named_file_is_told_in_full(folder: Path) -> None:
    cues = [Cue(start * 1_000, start * 1_000 + 500, "demasiado texto para medio segundo") for start in range(9)]
    (folder / NAME).write_text(dumps(replace(TRACK, cues=tuple(cues))), encoding="utf-8")

    assert run()[1].count("[captions_fast]") == 3
    assert (
        "hay más advertencias de las mismas clases: 6 [captions_more]\n    Para verlas todas: acervo captions check"
        in run()[1]
    )
    assert run(PLACE)[1].count("[captions_fast]") == 9
    assert "captions_more" not in run(PLACE)[1]


def test_captions_longer_than_their_video_are_told(folder: Path) -> None:
    video = Snapshot(id=ID, title="Video ficticio", duration=60, status=Status.OK)
    (folder.parent / snapshot.file_name(ID)).write_text(snapshot.dumps(video), encoding="utf-8")
    (folder / NAME).write_text(
        dumps(replace(TRACK, cues=(*TRACK.cues, Cue(71_000, 73_000, "tarde")))), encoding="utf-8"
    )

    assert run()[1].startswith(f"{PLACE}:18:1: advertencia: empieza en 00:01:11.000 y el video dura 00:01:00.000 ")
    (folder.parent / snapshot.file_name(ID)).write_text("{", encoding="utf-8")
    assert run()[0] == 0


def test_what_waits_for_a_person_and_what_has_a_wrong_name_is_told(folder: Path) -> None:
    newer = captions.file_name(ID, "es", newer=True)
    (folder / newer).write_text(dumps(TRACK), encoding="utf-8")
    (folder / "charla.vtt").write_text(dumps(TRACK), encoding="utf-8")
    code, output = run()

    assert code == 1
    assert "data/youtube/captions/charla.vtt: error: el sitio no lee este archivo" in output
    assert f"Cámbiele el nombre a {NAME}." in output
    assert f"data/youtube/captions/{newer}: advertencia: hay subtítulos más nuevos que esperan a una persona" in output
    assert f"Compárelos con {NAME}, pase lo que sirva y borre este archivo." in output


def test_a_file_from_elsewhere_may_have_any_name(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "charla.vtt").write_text(dumps(TRACK), encoding="utf-8")

    assert run("charla.vtt") == (0, "Todo bien: 1 archivo de subtítulos sin problemas.\n")
