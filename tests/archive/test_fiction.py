"""The fictional archive itself: it shows everything a record can say, and nothing in it passes for real."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from acervo.archive.snapshot import Status, loads
from acervo.publishing import reading
from acervo.records.models.fields import Choice
from acervo.records.models.kinds import KINDS
from acervo.records.text.reader import read
from acervo.youtube.video_id import LAST_CHARACTERS

DATA = Path(__file__).parent / "data"
OPENLY_FICTIONAL = re.compile(r"ejempl|ficti|imaginari|inventad|muestra|prueba", re.IGNORECASE)


def trees() -> Iterator[tuple[type[BaseModel], dict[str, Any]]]:
    """Yield every record's model and what its file says."""
    for kind, what in KINDS.items():
        for path in [DATA / "topics.yml"] if kind == "topics" else sorted((DATA / kind).iterdir()):
            tree: Any = read(path.read_bytes()).tree
            yield from ((what.model, record) for record in (tree.values() if kind == "topics" else [tree]))


def inner_models(annotation: Any) -> Iterator[type[BaseModel]]:
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            yield candidate


def field_name(model: type[BaseModel], name: str) -> str:
    """Return a field's name with that of the class that declares it: `Record.title`, `Conference.date`."""
    return next(f"{owner.__name__}.{name}" for owner in model.__mro__ if name in vars(owner)["__annotations__"])


def choice(annotation: Any) -> type[Choice] | None:
    return annotation if isinstance(annotation, type) and issubclass(annotation, Choice) else None


def said(model: type[BaseModel], tree: dict[str, Any]) -> Iterator[str]:
    """Yield every field that a tree fills and every value of a closed list that it uses."""
    for name, value in tree.items():
        annotation = model.model_fields[name].annotation
        yield field_name(model, name)
        if values := choice(annotation):
            yield f"{values.__name__}={value}"
        for inner in inner_models(annotation):
            for part in value if isinstance(value, list) else [value]:
                yield from said(inner, part)


def sayable(model: type[BaseModel]) -> Iterator[str]:
    """Yield everything that `said` could yield for a model."""
    for name, info in model.model_fields.items():
        yield field_name(model, name)
        if values := choice(info.annotation):
            yield from (f"{values.__name__}={value}" for value in values)
        for inner in inner_models(info.annotation):
            yield from sayable(inner)


def test_it_checks_without_a_single_problem() -> None:
    assert reading.read(DATA, "data").problems == ()


def test_it_uses_every_field_and_every_value_of_every_closed_list() -> None:
    used = {part for model, tree in trees() for part in said(model, tree)}
    everything = {part for kind in KINDS.values() for part in sayable(kind.model)}

    assert sorted(everything - used) == []


def test_its_snapshots_show_videos_that_can_and_cannot_be_seen() -> None:
    snapshots = [loads(path.read_text(encoding="utf-8")) for path in sorted((DATA / "youtube").glob("*.json"))]

    assert {snapshot.status for snapshot in snapshots} == {Status.OK, Status.PRIVATE, Status.UPCOMING}
    assert [snapshot.id for snapshot in snapshots if snapshot.pending] == ["_ejemplo-02"]


def test_everybody_and_every_body_has_an_openly_fictional_name() -> None:
    names = [
        (entry.kind, entry.title)
        for entry in reading.read(DATA, "data").entries
        if entry.kind in ("speakers", "institutions", "networks", "series") and not OPENLY_FICTIONAL.search(entry.title)
    ]

    assert names == []


def test_every_address_is_reserved_for_examples() -> None:
    text = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(DATA.rglob("*")) if path.suffix not in ("", ".webp")
    )
    text = re.sub(r"https://web\.archive\.org/\S*[/=]ejemplo0002\b", "", text)  # of a video that cannot exist
    hosts = set(re.findall(r"(?:https?://|@)([\w.-]+\.\w+)", text))

    assert {host for host in hosts if not host.endswith(("example.org", "example.com", ".example"))} == set()


def test_no_video_that_it_names_can_exist() -> None:
    videos = [entry.video for entry in reading.read(DATA, "data").entries if entry.video]

    assert [video for video in videos if video[-1] in LAST_CHARACTERS] == []


def test_its_video_ids_are_of_the_kinds_that_cause_trouble() -> None:
    videos = [entry.video for entry in reading.read(DATA, "data").entries if entry.video]

    assert [video for video in videos if video.startswith("-")] == ["-ejemplo001"]
    assert [video for video in videos if video.lower() == "ejemplo0001"] == ["ejemplo0001", "Ejemplo0001"]
