"""What the program writes of itself is made once, and again when the program or what was kept has changed."""

import marshal
from pathlib import Path

import pytest

from acervo.editing import prescribed as written
from acervo.editing.prescribed import WRITERS, prescribed
from acervo.records.writing.schema import schemas


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the writer of schemas was asked for, in place of its work."""
    asked: list[str] = []

    def write() -> dict[str, str]:
        asked.append("schemas")
        return {"topics.json": "{}\n"}

    monkeypatch.setattr(written, "WRITERS", {"schemas": write})
    return asked


def test_the_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    assert set(WRITERS) == {"schemas", "guide", "forms"}
    assert prescribed("schemas", tmp_path) == schemas() == prescribed("schemas", tmp_path)


def test_what_was_made_is_not_made_again(tmp_path: Path, made: list[str]) -> None:
    assert [prescribed("schemas", tmp_path) for _ in range(3)] == [{"topics.json": "{}\n"}] * 3
    assert made == ["schemas"]


def test_another_program_makes_it_again(tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    prescribed("schemas", tmp_path)
    monkeypatch.setattr(written, "program", lambda: "another")

    assert prescribed("schemas", tmp_path) == {"topics.json": "{}\n"}
    assert made == ["schemas", "schemas"]


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"\0", b"{}", marshal.dumps(None), marshal.dumps(("x", None)), marshal.dumps((written.program(), 3))],
)
def test_what_cannot_be_read_counts_as_nothing(tmp_path: Path, made: list[str], spoilt: bytes) -> None:
    (tmp_path / "prescribed-schemas").write_bytes(spoilt)

    assert prescribed("schemas", tmp_path) == {"topics.json": "{}\n"}
    assert made == ["schemas"]
