"""Captions are fetched when there is something new, once, and what a person did is never written over."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from yt_dlp.networking.exceptions import TransportError

from acervo.archive import captions
from acervo.archive.captions import CaptionState, Cue, Origin, Track
from acervo.archive.snapshot import Snapshot
from acervo.youtube import captioning, snapshot
from acervo.youtube.extractor import Extractor
from acervo.youtube.keeping import Kept
from tests.youtube import answers
from tests.youtube.answers import JSON
from tests.youtube.replay import Key, Log, Reply, offline

ID = "ficticio_0A"
NAME = "v_ficticio_0a_400"
AUTO, MANUAL = ("es", "asr", "Spanish (auto-generated)"), ("es", "", "Spanish")
FRENCH = ("fr", "", "French")
WORDS = Cue(0, 1_000, "buenas tardes")
NEWER = Cue(0, 1_000, "muy buenas tardes")
EMPTY = "YouTube respondió sin contenido; suele pasar y no significa que falten los subtítulos."
ENDLESS = (200, JSON, b" " * 10_000_001)


def timedtext(*cues: Cue) -> Reply:
    events = [{"tStartMs": start, "dDurationMs": end - start, "segs": [{"utf8": text}]} for start, end, text in cues]
    return 200, JSON, json.dumps({"events": events}).encode()


def youtube(reply: Reply, *tracks: tuple[str, str, str]) -> tuple[Extractor, Log, Mapping[str, Any]]:
    """The real extractor, the log of what is asked for after the visit, and what the visit learnt."""
    well = answers.well(answers.video(captions=list(tracks)))

    def answer(key: Key) -> Reply | None:
        return reply if key["path"] == "/api/timedtext" else well(key)

    extractor, log = offline(answer)
    info = extractor.video(ID).info
    assert info is not None
    log.clear()
    return extractor, log, info


def keep(folder: Path, reply: Reply, *tracks: tuple[str, str, str], known: Snapshot | None = None) -> tuple[Kept, Log]:
    extractor, log, info = youtube(reply, *tracks)
    return captioning.keep(ID, info, known, folder, extractor), log


@cache
def seen(*tracks: tuple[str, str, str]) -> Snapshot:
    return snapshot.normalise(ID, youtube(timedtext(WORDS), *tracks)[2])


def asked(lang: str = "es", kind: str = "asr", status: int | None = 200) -> Log:
    key = {"path": "/api/timedtext", "v": ID, "lang": lang}
    return [(key | ({"kind": kind} if kind else {}), status)]


def automatic(*cues: Cue) -> Track:
    return captions.original(ID, "es", Origin.AUTOMATIC, cues)


def put(folder: Path, content: str, name: str = f"{NAME}.es.vtt") -> Path:
    path = folder / "captions" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode())
    return path


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in sorted((folder / "captions").glob("*"))}


def test_the_captions_of_a_new_video_are_kept_with_one_request(tmp_path: Path) -> None:
    kept, log = keep(tmp_path, timedtext(WORDS), AUTO, FRENCH)

    assert (kept, log) == (Kept(changed=True), asked())
    assert files(tmp_path) == {f"{NAME}.es.vtt": captions.dumps(automatic(WORDS))}


def test_captions_by_people_are_kept_as_theirs(tmp_path: Path) -> None:
    kept, log = keep(tmp_path, timedtext(WORDS), AUTO, ("es-419", "", "Latin America"))

    assert (kept, log) == (Kept(changed=True), asked("es-419", ""))
    track = captions.original(ID, "es-419", Origin.MANUAL, [WORDS], CaptionState.REVIEWED)
    assert files(tmp_path) == {f"{NAME}.es-419.vtt": captions.dumps(track)}


def test_nothing_is_asked_while_the_tracks_are_the_same(tmp_path: Path) -> None:
    put(tmp_path, captions.dumps(automatic(WORDS)))

    assert keep(tmp_path, timedtext(NEWER), AUTO, FRENCH, known=seen(FRENCH, AUTO)) == (Kept(), [])
    assert keep(tmp_path, timedtext(NEWER), FRENCH) == (Kept(), [])
    assert keep(tmp_path, timedtext(NEWER)) == (Kept(), [])
    assert files(tmp_path) == {f"{NAME}.es.vtt": captions.dumps(automatic(WORDS))}


def test_what_is_missing_is_asked_for_although_the_tracks_are_the_same(tmp_path: Path) -> None:
    assert keep(tmp_path, timedtext(WORDS), AUTO, known=seen(AUTO)) == (Kept(changed=True), asked())


@pytest.mark.parametrize(("cue", "changed"), [(WORDS, False), (NEWER, True)])
def test_other_tracks_on_youtube_are_a_reason_to_ask_again(tmp_path: Path, cue: Cue, changed: bool) -> None:
    put(tmp_path, captions.dumps(automatic(WORDS)))

    assert keep(tmp_path, timedtext(cue), AUTO, FRENCH, known=seen(AUTO)) == (Kept(changed=changed), asked())
    assert files(tmp_path) == {f"{NAME}.es.vtt": captions.dumps(automatic(cue))}


def test_captions_by_people_replace_those_of_the_machine_even_after_a_failure(tmp_path: Path) -> None:
    put(tmp_path, captions.dumps(automatic(WORDS)))
    known = seen(AUTO, MANUAL)

    failed, _ = keep(tmp_path, (200, JSON, b""), AUTO, MANUAL, known=known)
    kept, log = keep(tmp_path, timedtext(NEWER), AUTO, MANUAL, known=known)

    assert (failed.changed, kept, log) == (False, Kept(changed=True), asked(kind=""))
    track = captions.original(ID, "es", Origin.MANUAL, [NEWER], CaptionState.REVIEWED)
    assert files(tmp_path) == {f"{NAME}.es.vtt": captions.dumps(track)}
    assert keep(tmp_path, timedtext(WORDS), AUTO, MANUAL, known=known) == (Kept(), [])


def test_those_of_the_machine_never_replace_captions_by_people(tmp_path: Path) -> None:
    manual = captions.dumps(captions.original(ID, "es", Origin.MANUAL, [WORDS], CaptionState.REVIEWED))
    put(tmp_path, manual)

    assert keep(tmp_path, timedtext(NEWER), AUTO, known=seen(AUTO, MANUAL)) == (Kept(), [])
    assert files(tmp_path) == {f"{NAME}.es.vtt": manual}


GIVEN = captions.dumps(automatic(WORDS))
OF_PEOPLE = [
    GIVEN.replace("buenas", "Buenas"),
    GIVEN.replace("estado: automático", "estado: revisado"),
    GIVEN.replace("crédito:", "crédito: Persona Ejemplo"),
    captions.dumps(captions.original(ID, "es", Origin.IMPORTED, [WORDS])),
    captions.dumps(captions.original(ID, "es", Origin.MANUAL, [WORDS], CaptionState.REVIEWED)).replace("bu", "Bu"),
]


@pytest.mark.parametrize("mine", OF_PEOPLE, ids=["words", "state", "credit", "imported", "manual"])
def test_what_a_person_did_stays_and_the_new_track_is_put_beside_and_told_once(tmp_path: Path, mine: str) -> None:
    put(tmp_path, mine)
    note = f"«{NAME}.es.vtt» es de una persona y no se toca; lo nuevo de YouTube queda en «{NAME}.es.new.vtt»."
    newest = Cue(0, 900, "otras palabras")

    first, log = keep(tmp_path, timedtext(NEWER), MANUAL, known=seen(AUTO))
    again, _ = keep(tmp_path, timedtext(NEWER), MANUAL, known=seen(AUTO))
    newer, _ = keep(tmp_path, timedtext(newest), MANUAL, known=seen(AUTO))

    assert (first, again, newer) == (Kept((note,), changed=True), Kept(), Kept((note,), changed=True))
    assert log == asked(kind="")
    track = captions.original(ID, "es", Origin.MANUAL, [newest], CaptionState.REVIEWED)
    assert files(tmp_path) == {f"{NAME}.es.vtt": mine, f"{NAME}.es.new.vtt": captions.dumps(track)}


def test_the_track_that_a_person_corrected_is_no_news(tmp_path: Path) -> None:
    mine = GIVEN.replace("buenas", "Buenas")
    put(tmp_path, mine)

    assert keep(tmp_path, timedtext(WORDS), AUTO, FRENCH, known=seen(AUTO)) == (Kept(), asked())
    assert files(tmp_path) == {f"{NAME}.es.vtt": mine}


@pytest.mark.parametrize("beside", [GIVEN.replace("buenas", "Buenas"), "roto"])
def test_a_track_beside_that_a_person_touched_stays_too(tmp_path: Path, beside: str) -> None:
    before = {f"{NAME}.es.new.vtt": beside, f"{NAME}.es.vtt": OF_PEOPLE[1]}
    for name, content in before.items():
        put(tmp_path, content, name)

    kept, _ = keep(tmp_path, timedtext(NEWER), AUTO)

    note = f"Hay subtítulos más nuevos, y «{NAME}.es.new.vtt» tiene cambios de una persona: no se toca."
    assert kept == Kept((note,))
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"roto", "Renglón 1: El archivo debe empezar con «WEBVTT»"),
        (GIVEN.replace(".000 -->", " -->").encode(), "Renglón 15: No se entiende el tiempo"),
        (GIVEN.replace("crédito:", "crédito: María").encode("cp1252"), "Renglón 7: El archivo no está en UTF-8"),
        (GIVEN.replace(ID, "ficticio_0a").encode(), "Renglón 1: Dice que es de ficticio_0a en «es»"),
        (GIVEN.replace("Language: es", "Language: en").encode(), "Dice que es de ficticio_0A en «en»"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_never_written_over(tmp_path: Path, content: bytes, reason: str) -> None:
    path = put(tmp_path, "")
    path.write_bytes(content)

    kept, log = keep(tmp_path, timedtext(NEWER), AUTO)

    assert log == []
    assert (len(kept.notes), kept.blocked, kept.changed) == (1, False, False)
    assert kept.notes[0].startswith(f"«{NAME}.es.vtt» no se puede leer y no se toca. ")
    assert reason in kept.notes[0]
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("reply", "blocked", "note"),
    [
        ((429, JSON, b""), True, "YouTube no quiso dar los subtítulos (429)."),
        ((403, JSON, b""), True, "YouTube no quiso dar los subtítulos (403)."),
        ((404, JSON, b""), False, "No se pudieron traer los subtítulos: YouTube respondió 404."),
        ((500, JSON, b""), False, "No se pudieron traer los subtítulos: YouTube respondió 500."),
        ((204, JSON, b""), False, "No se pudieron traer los subtítulos: YouTube respondió 204."),
        (TransportError("timed out"), False, "No se pudieron traer los subtítulos: timed out."),
        ((200, JSON, b""), False, EMPTY),
        ((200, JSON, b"<html>"), False, "Los subtítulos no son JSON completo."),
        ((200, JSON, b"[]"), False, "Los subtítulos no tienen la forma de json3: falta la lista «events»."),
        ((200, JSON, b"{}"), False, "Los subtítulos que dio YouTube no traen texto."),
        (
            timedtext(*(Cue(n, n + 1, "&amp;" * 1_000) for n in range(1_100))),
            False,
            "Los subtítulos que dio YouTube son demasiado largos.",
        ),
        (ENDLESS, False, "No se pudieron traer los subtítulos: la respuesta es demasiado larga."),
    ],
    ids=range(12),
)
@pytest.mark.parametrize("before", [None, GIVEN], ids=["new", "known"])
def test_an_answer_without_captions_changes_nothing(
    tmp_path: Path, before: str | None, reply: Reply, blocked: bool, note: str
) -> None:
    if before:
        put(tmp_path, before)

    kept, log = keep(tmp_path, reply, AUTO)

    assert kept == Kept((note,), blocked=blocked)
    assert log == asked(status=None if isinstance(reply, Exception) else reply[0])
    assert files(tmp_path) == ({f"{NAME}.es.vtt": before} if before else {})


def test_a_disk_that_refuses_is_told_by_its_own_error(tmp_path: Path) -> None:
    (tmp_path / "captions").write_bytes(b"un archivo donde va la carpeta")

    with pytest.raises(OSError, match="captions"):
        keep(tmp_path, timedtext(WORDS), AUTO)

    assert (tmp_path / "captions").read_bytes() == b"un archivo donde va la carpeta"


def test_a_language_that_is_no_name_of_a_file_is_left_out(tmp_path: Path) -> None:
    extractor, log, info = youtube(timedtext(WORDS), AUTO)
    text = json.dumps(info["automatic_captions"], default=str).replace("lang=es", "lang=..%2F..%2Fes")

    kept = captioning.keep(ID, {**info, "automatic_captions": json.loads(text)}, None, tmp_path, extractor)

    assert (kept, log, list(tmp_path.iterdir())) == (Kept(), [], [])


def test_what_was_known_of_a_snapshot_is_compared_by_language_and_kind(tmp_path: Path) -> None:
    put(tmp_path, GIVEN)
    known = seen(AUTO, FRENCH)

    assert keep(tmp_path, timedtext(WORDS), AUTO, FRENCH, known=replace(known, title="otro")) == (Kept(), [])
    assert keep(tmp_path, timedtext(WORDS), AUTO, FRENCH, known=replace(known, captions=())) == (Kept(), asked())
