"""The form and the program agree: the same bytes for a record, the same verdict on it, the same place for its text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from acervo.outputs.editing import shard
from acervo.records.checks.messages import word
from acervo.records.checks.validation import validate
from acervo.records.models.kinds import KINDS
from acervo.records.models.labels import hint
from acervo.records.models.parts import Part, Record
from acervo.records.text.reader import read
from acervo.records.writing.canonical import Unsettled, canonical, shape, write
from acervo.records.writing.forms import form, words
from tests.records.test_canonical import records
from visits import Visit

TERRIBLE = Path(__file__).parents[1] / "records" / "terrible"
FORMS = {kind: form(KINDS[kind]) for kind in KINDS}
FIELDS = {
    part: {field["name"]: field for field in fields} for one in FORMS.values() for part, fields in one["parts"].items()
}
VALUES = [
    "2024", "2024-05-25", "2024-13", "2024-02-30?", "2024~/2023", "1800", "25 de mayo de 2024", "25/05/2024",
    "11:00", "hacia 1999", "a", "título", "24:00", "11:00Z", "5 pm", "5:30 de la tarde", "2026-05-20 09:00",
    "2026-05-20T09:00Z", "12", "1,200", "30,000.50", "1:02:03", "0:5", "https://www.senado.gob.mx/x",
    "www.senado.gob.mx", "http://u@x.mx/", "https://x", "https://a.b:99999/", "https://a.b:x/",
    "https://a.mx/con espacio", "HTTP://A.MX/é", "aB3_dEfGh-w", "https://youtu.be/aB3_dEfGh-w",
    "UCaaaaaaaaaaaaaaaaaaaaaa", "{title}", "{title}{people}", "{title} x {title}", "{nada} {title}", "{title",
    "true", "no", "sí", "ana-perez", "Ana Pérez", "ab", "dos\nrenglones", "x" * 301, "x" * 3001, "ROO", "a@b.mx",
    "MX", "talk", "published", "es-MX", "«»", "á" * 299,
]  # fmt: skip
texts = st.sampled_from(VALUES) | st.text("abcáñ12 .:/?{}<", min_size=1, max_size=12).map(str.strip).filter(bool)
QUIET = settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck), database=None)
Open = Callable[..., Visit]


def trees(model: type[Part], depth: int = 3) -> st.SearchStrategy[dict[str, Any]]:
    """Return trees with the fields of a model, right and wrong."""

    def value(name: str) -> st.SearchStrategy[Any]:
        inner, field = shape(model).inner[name], FIELDS[model.__name__][name]
        choices = st.sampled_from([choice for choice, _ in field["choices"]]) if "choices" in field else texts
        one = trees(inner, depth - 1) if inner and depth else choices
        return st.lists(one, max_size=3) if field.get("many") else one | texts

    names = st.lists(st.sampled_from(list(model.model_fields)), unique=True, max_size=14)
    return names.flatmap(lambda some: st.fixed_dictionaries({name: value(name) for name in some}))


def in_browser(page: Page, home: str, script: str, argument: Any) -> Any:
    return page.evaluate(
        f"""async ([base, argument]) => {{
          const at = (name) => import(`${{base}}assets/javascripts/editor/${{name}}.js`);
          {script}
        }}""",
        [home, argument],
    )


def gathered(strategy: st.SearchStrategy[Any]) -> list[Any]:
    """Return many examples of a strategy: the browser is asked once for all."""
    found: list[Any] = []

    @QUIET
    @given(strategy)
    def gather(example: Any) -> None:
        found.append(example)

    gather()
    return found


@st.composite
def sources(draw: st.DrawFn) -> tuple[str, str]:
    """Return a kind and a record of it in some form that people and programs give to YAML, with comments."""
    kind, tree = draw(records)
    text = yaml.safe_dump(
        tree, allow_unicode=True, default_flow_style=draw(st.sampled_from([False, None, True])), sort_keys=False,
        default_style=draw(st.sampled_from([None, "'", '"', "|", ">"])), indent=draw(st.integers(2, 6)),
        width=draw(st.sampled_from([30, 80, 1_000])),
    )  # fmt: skip
    lines, meant = text.split("\n"), read(text.encode()).tree
    for number in range(draw(st.integers(0, 4))):
        place, column, tried = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, 6)), list(lines)
        if draw(st.booleans()):
            tried[place] += f" # nota {number}."
        else:
            tried.insert(place, draw(st.sampled_from(["", f"{' ' * column}# nota {number}."])))
        reading = read("\n".join(tried).encode())
        lines = tried if reading.tree == meant and not reading.flaws else lines
    return kind, "\n".join(lines)


def test_a_tree_is_written_byte_for_byte_as_the_program_does(home: str, page: Open) -> None:
    cases = gathered(records)
    script = """const { write } = await at("writer");
      return argument[1].map(([kind, tree]) => write(tree, argument[0][kind]));"""

    assert in_browser(page(home).page, home, script, [FORMS, cases]) == [write(tree, kind) for kind, tree in cases]


def test_a_text_is_read_and_written_again_as_the_program_formats_it(home: str, page: Open) -> None:
    wanted, cases = [], []
    for kind, source in gathered(sources()):
        try:
            wanted.append(canonical(source, kind))
        except Unsettled:
            continue
        cases.append((kind, source))
    script = """const [{ read }, { written }] = [await at("reader"), await at("writer")];
      return argument[1].map(([kind, source]) => {
        try { return written(read(source), argument[0][kind]); } catch (error) { return error.message; }
      });"""

    assert len(cases) > 200
    assert in_browser(page(home).page, home, script, [FORMS, cases]) == wanted


def told(model: type[Record], tree: dict[str, Any]) -> list[list[str]]:
    """Return what the program says of a tree, without the guesses at misspelt names, which no form has."""
    found = validate(model, tree)
    return sorted(
        ["/".join(one.path), one.code, *_words(one.code, {**one.details, **_no_guess(one.code)}), one_hint]
        for one in (found if isinstance(found, list) else [])
        for one_hint in [hint(model, one.path) if word(one.code, one.details).hint else ""]
    )


def guessed(model: type[Record], tree: dict[str, Any]) -> bool:
    """Tell whether a name is misspelt so that the program knows what it meant: then it does not miss that field."""
    found = validate(model, tree)
    return isinstance(found, list) and any(
        one.code == "unknown_field" and one.details.get("suggestion") for one in found
    )


def _no_guess(code: str) -> dict[str, str]:
    return {"suggestion": ""} if code in ("choice", "unknown_field") else {}


def _words(code: str, details: dict[str, Any]) -> list[str]:
    said = word(code, details)
    return [said.message, said.fix]


def test_the_verdict_is_that_of_the_program_word_for_word(home: str, page: Open) -> None:
    cases = gathered(
        st.sampled_from(list(KINDS)).flatmap(lambda kind: st.tuples(st.just(kind), trees(KINDS[kind].model)))
    )
    for path in sorted(TERRIBLE.rglob("*.yml")):
        tree = read(path.read_bytes()).tree
        kind = path.parent.name
        if kind in KINDS and kind != "topics" and tree is not None and not guessed(KINDS[kind].model, tree):
            cases.append((kind, tree))
    script = """const { verdict } = await at("verdict");
      const [forms, words, cases] = argument;
      const alone = new Set(["no_source", "one_version", "withdrawn_draft", "end_without_start", "end_before_start",
        "published_nowhere"]);
      return cases.map(([kind, tree]) => verdict(tree, forms[kind], words).filter((one) => !alone.has(one.code))
        .map((one) => [one.path.join("/"), one.code, one.message, one.fix, one.hint]));"""
    said = in_browser(page(home).page, home, script, [FORMS, words(), cases])
    differing = [
        (kind, tree, ours, theirs)
        for (kind, tree), theirs in zip(cases, map(sorted, said), strict=True)
        if (ours := told(KINDS[kind].model, tree)) != theirs
    ]

    assert differing == []


def test_the_browser_looks_for_a_text_where_the_build_put_it(home: str, page: Open) -> None:
    ids = ["ana-perez", "2024-consentimiento", "a1b", "x" * 80]
    script = "return argument.map((await at('texts')).shard);"

    assert in_browser(page(home).page, home, script, ids) == [shard(id_) for id_ in ids]
