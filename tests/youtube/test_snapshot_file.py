"""The format of a snapshot: its name, its text, and what is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.snapshot import (
    Caption,
    Chapter,
    Pending,
    Snapshot,
    SnapshotError,
    Status,
    dumps,
    file_name,
    loads,
)

IDS = st.from_regex(r"[A-Za-z0-9_-]{11}", fullmatch=True)
FULL = Snapshot(
    id="-Ficticio_A",
    title="Conferencia «ficticia» 🟠",
    description="Una\nDos",
    duration=3600,
    channel_id="UCficticio_ficticio_ficQ",
    upload_date="2024-05-12",
    tags=("cuidados",),
    age_limit=0,
    playable_in_embed=False,
    captions=(Caption("es", "auto"),),
    chapters=(Chapter(0, "Bienvenida"),),
    status=Status.OK,
    status_since="2026-11-20",
    pending=Pending(Status.PRIVATE, "2026-11-27"),
)


def test_a_snapshot_has_one_text_with_sorted_keys_and_nothing_empty() -> None:
    assert dumps(FULL) == (
        '{\n  "age_limit": 0,\n'
        '  "captions": [\n    {\n      "kind": "auto",\n      "lang": "es"\n    }\n  ],\n'
        '  "channel_id": "UCficticio_ficticio_ficQ",\n'
        '  "chapters": [\n    {\n      "start": 0,\n      "title": "Bienvenida"\n    }\n  ],\n'
        '  "description": "Una\\nDos",\n  "duration": 3600,\n  "id": "-Ficticio_A",\n'
        '  "pending": {\n    "since": "2026-11-27",\n    "status": "private"\n  },\n'
        '  "playable_in_embed": false,\n  "status": "ok",\n  "status_since": "2026-11-20",\n'
        '  "tags": [\n    "cuidados"\n  ],\n  "title": "Conferencia «ficticia» 🟠",\n'
        '  "upload_date": "2024-05-12"\n}\n'
    )


def test_the_text_gives_the_same_snapshot_back() -> None:
    assert loads(dumps(FULL)) == FULL


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "El archivo no es JSON completo (¿un conflicto de Git sin resolver?)."),
        (dumps(FULL)[:-5], "El archivo no es JSON completo (¿un conflicto de Git sin resolver?)."),
        ("<<<<<<< HEAD\n{}", "El archivo no es JSON completo (¿un conflicto de Git sin resolver?)."),
        ("[]", "El archivo no es un objeto JSON."),
        ("{}", "Falta el campo «id»."),
        ('{"id": "corto"}', "El valor del campo «id» no es válido."),
        ('{"id": "-Ficticio_A\\n"}', "El valor del campo «id» no es válido."),
        ('{"id": "-Ficticio_A", "views": 3}', "El campo «views» no existe en las fichas de video."),
        ('{"id": "-Ficticio_A", "duration": "60"}', "El valor del campo «duration» no es válido."),
        ('{"id": "-Ficticio_A", "duration": -1}', "El valor del campo «duration» no es válido."),
        ('{"id": "-Ficticio_A", "title": null}', "El valor del campo «title» no es válido."),
        ('{"id": "-Ficticio_A", "upload_date": "hoy"}', "El valor del campo «upload_date» no es válido."),
        ('{"id": "-Ficticio_A", "status": "borrado"}', "El valor del campo «status» no es válido."),
        (
            '{"id": "-Ficticio_A", "captions": [{"lang": "es", "kind": "magia"}]}',
            "El valor del campo «captions.0.kind» no es válido.",
        ),
        (
            '{"id": "-Ficticio_A", "chapters": [{"start": 1, "title": "a", "end": 2}]}',
            "El campo «chapters.0.end» no existe en las fichas de video.",
        ),
        (
            json.dumps({"id": "-Ficticio_A", "title": "x" * 1_000_000}),
            "El archivo tiene 1000034 caracteres: no es una ficha de video.",
        ),
        ('{"id": "\ud800"}', "El archivo contiene caracteres que no son texto."),
    ],
)
def test_what_is_no_snapshot_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(SnapshotError) as refusal:
        loads(text)
    assert str(refusal.value) == sentence


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(SnapshotError):
        loads(text)


def test_a_name_holds_the_id_in_lower_case_and_the_mask_of_its_capitals() -> None:
    assert file_name("-Ficticio_A") == "v_-ficticio_a_402.json"
    assert file_name("-ficticio_a") == "v_-ficticio_a_000.json"
    assert file_name("AAAAAAAAAAA") == "v_aaaaaaaaaaa_7ff.json"


@given(IDS, IDS, st.lists(st.booleans(), min_size=11, max_size=11))
def test_two_ids_never_share_a_name_even_where_case_is_ignored(one: str, other: str, flips: list[bool]) -> None:
    twin = "".join(letter.swapcase() if flip else letter for letter, flip in zip(one, flips, strict=True))
    for second in (other, twin):
        assert (file_name(one).casefold() == file_name(second).casefold()) == (one == second)
    assert file_name(one) == file_name(one).lower()
    assert file_name(one).startswith("v_")


@pytest.mark.parametrize("text", ["", "../../../etc", "corto", "doce_letras_", "ñandúñandúA", "ficticio_0\n"])
def test_only_an_id_names_a_file(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the message is the text itself
        file_name(text)
