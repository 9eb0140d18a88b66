"""The canonical form of a record says what the record said, keeps every comment, and is its own canonical form."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from acervo.records.models.conference import Conference
from acervo.records.models.fields import Part
from acervo.records.models.kinds import KINDS
from acervo.records.models.parts import Source
from acervo.records.text.reader import read
from acervo.records.text.scalars import is_plain
from acervo.records.writing.canonical import Unsettled, canonical, clean, order, shape, write

PROJECT = Path(__file__).parents[2]
TWISTED = [
    "no", "0x1F", "1_000", ".5", "12:30", "~", "null", "- x", "a: b", "a #b", "#a", "'", '"', "\\", "{", "a:", "%", "@",
    "?", "1e3", "...", "---", "2024", "2024-05-25", "a  b", "| x", "«¿»", "true", "<<", "a\n\n  b\n c", "=", "\ta",
]  # fmt: skip
texts = st.one_of(
    st.sampled_from(TWISTED),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    st.lists(st.sampled_from([*TWISTED, "palabra", "género", "una"]), min_size=1, max_size=60).map(" ".join),
    st.lists(st.sampled_from(["uno", "  dos", "- tres", "# cuatro", "", "cinco: seis"]), min_size=1).map("\n".join),
).map(clean).filter(bool)  # fmt: skip


def trees(model: type[Part]) -> st.SearchStrategy[dict[str, Any]]:
    """Return trees with the fields of a model, in any order and with any text."""

    def fill(names: list[str]) -> st.SearchStrategy[dict[str, Any]]:
        inner = shape(model).inner
        values = {
            name: st.one_of(trees(found), st.lists(trees(found), min_size=1, max_size=2))
            if (found := inner[name])
            else st.one_of(texts, st.lists(texts, min_size=1, max_size=3))
            for name in names
        }
        return st.fixed_dictionaries(values)

    return st.lists(st.sampled_from(list(model.model_fields)), unique=True, min_size=1, max_size=5).flatmap(fill)


def ordered(tree: Any) -> Any:
    """Return a tree with its keys sorted, so that only what it says is compared."""
    if isinstance(tree, dict):
        return {key: ordered(tree[key]) for key in sorted(tree)}
    return [ordered(item) for item in tree] if isinstance(tree, list) else tree


records = st.sampled_from([kind for kind in KINDS if kind != "topics"]).flatmap(
    lambda kind: st.tuples(st.just(kind), trees(KINDS[kind].model))
)


@given(records)
def test_what_is_written_reads_back_as_the_same_tree(record: tuple[str, dict[str, Any]]) -> None:
    kind, tree = record
    text = write(tree, kind)
    reading = read(text.encode())

    assert ordered(reading.tree) == ordered(tree)
    assert canonical(text, kind) == text


@settings(max_examples=300)
@given(records, st.data())
def test_a_form_with_comments_keeps_them_and_its_meaning(
    record: tuple[str, dict[str, Any]], data: st.DataObject
) -> None:
    kind, tree = record
    flow, style = (
        data.draw(st.sampled_from([False, None, True])),
        data.draw(st.sampled_from([None, "'", '"', "|", ">"])),
    )
    indent, width = data.draw(st.integers(2, 6)), data.draw(st.sampled_from([30, 80, 1_000]))
    dumped = yaml.safe_dump(
        tree,
        allow_unicode=True,
        default_flow_style=flow,
        default_style=style,
        indent=indent,
        width=width,
        sort_keys=False,
    )
    dumped += "".join(
        f"{name}:\n" for name in KINDS[kind].model.model_fields if name not in tree and data.draw(st.booleans())
    )
    assume(not read(dumped.encode()).flaws)
    meant = read(dumped.encode()).tree
    lines = dumped.split("\n")
    for number in range(data.draw(st.integers(0, 6))):
        place = data.draw(st.integers(0, len(lines) - 1))
        column = data.draw(st.integers(0, 6))
        tried = list(lines)
        if data.draw(st.booleans()):
            tried[place] += f" # nota {number}."
        else:
            tried.insert(place, data.draw(st.sampled_from(["", f"{' ' * column}# nota {number}."])))
        reading = read("\n".join(tried).encode())
        if reading.tree == meant and not reading.flaws:
            lines = tried
    text = data.draw(st.sampled_from(["\n", "\r\n"])).join(lines)
    assume(meant is not None and not read(text.encode()).flaws)

    formed = canonical(text, kind)
    reading = read(formed.encode())

    assert (ordered(reading.tree), reading.flaws) == (ordered(meant), ())
    assert [formed.count(f"# nota {n}.") for n in range(6)] == [text.count(f"# nota {n}.") for n in range(6)]
    assert canonical(formed, kind) == formed


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_text_has_a_form_or_none(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    try:
        formed = canonical(text, "conferences")
    except Unsettled:
        return
    assert canonical(formed, "conferences") == formed
    assert ordered(read(formed.encode()).tree) == ordered(read(text.encode()).tree)


@pytest.mark.parametrize("folder", ["data", "tests/archive/data"])
def test_every_record_of_the_archive_keeps_its_meaning_and_its_comments(folder: str) -> None:
    for path in sorted((PROJECT / folder).rglob("*.yml")):
        kind = "topics" if path.name == "topics.yml" else path.parent.name
        text = path.read_text(encoding="utf-8")
        formed = canonical(text, kind)

        assert ordered(read(formed.encode()).tree) == ordered(read(text.encode()).tree), path
        assert canonical(formed, kind) == formed, path
        assert sorted(remarks(formed)) == sorted(remarks(text)), path


def remarks(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("# ")]


def test_comments_stay_by_what_they_stood_by() -> None:
    text = """\
# Ficha de prueba.

sources:
    # De la nube.
    - {url: "https://nube.example/", title: 'Nube'} # leída
    # - title: Otra nube


    # Al final de las fuentes.
# Falta la hora.
start_time: "11:00"  # según el cartel
summary: "Una nube"

people:   # sin cargos
- role: speaker
  # La ponente.
  person: nube-de-prueba
description:   |   # larga
     Uno.

     Dos.
title: "Nube: una"
kind:
# Fin.
"""
    assert canonical(text, "conferences") == """\
# Ficha de prueba.

title: "Nube: una"
# Falta la hora.
start_time: "11:00"  # según el cartel
summary: Una nube

people:  # sin cargos
  # La ponente.
  - person: nube-de-prueba
    role: speaker
description: |  # larga
  Uno.

  Dos.
sources:
  # De la nube.
  # leída
  - title: Nube
    url: https://nube.example/
  # - title: Otra nube

  # Al final de las fuentes.
# Fin.
"""  # fmt: skip


def test_comments_below_an_empty_field_stay_in_it() -> None:
    text = (
        "title: Una nube\ntopics:\n  # ¿Es este?\n  # - cuidados\n"
        "people:\n# Nadie.\nkind:\nplace:\n  name:\n  # Lugar.\n"
    )

    formed = canonical(text, "conferences")

    assert formed == ("title: Una nube\n# Nadie.\n# Lugar.\nplace: {}\ntopics:\n  # ¿Es este?\n  # - cuidados\n")
    assert canonical(formed, "conferences") == formed


def test_a_text_with_errors_has_no_form_yet() -> None:
    for text in ("title: a: b", "title: uno\ntitle: dos", "summary: uno\n  #dos\n", "- uno", "\x00"):
        with pytest.raises(Unsettled):
            canonical(text, "conferences")


def test_fields_come_in_the_order_in_which_a_person_tells_them() -> None:
    names = order(Conference)

    assert names[:5] == ["title", "kind", "series", "date", "start_time"]
    assert names.index("summary") < names.index("people") < names.index("topics") < names.index("sources")
    assert sorted(names) == sorted(Conference.model_fields)
    assert order(Source) == list(Source.model_fields)


def test_a_text_is_quoted_only_when_it_would_be_read_as_something_else() -> None:
    assert [text for text in TWISTED if is_plain(text)] == ["\\", "...", "2024-05-25", "a  b", "«¿»"]
    assert [text for text in TWISTED if is_plain(text, bare=True)] == [
        "0x1F", "1_000", ".5", "\\", "1e3", "...", "2024", "2024-05-25", "a  b", "«¿»", "true"
    ]  # fmt: skip
