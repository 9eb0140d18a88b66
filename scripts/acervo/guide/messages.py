"""The pages of the guide with every message: what is told it, what to do, and the same put right.

In: the table of sentences and the examples. Out: Markdown by file name, the same on every machine: a page for each
section of the table, and an index of all.
Never: words a message itself: an example is checked, and what it is told is what the pages say.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from acervo.guide import setting, trial
from acervo.guide.example import PLACES, Example, Fate, Unshown
from acervo.guide.examples import EXAMPLES
from acervo.guide.page import head, link, whole
from acervo.records.checks import messages
from acervo.records.checks.sentences import SENTENCES
from acervo.records.problems import SEVERITIES
from acervo.records.text import signs


class Section(NamedTuple):
    """A section of the table of sentences."""

    first: str
    """Its first message."""
    name: str
    """That of its page, within the name of the file."""
    title: str


SECTIONS = (
    Section("too_big", "archivo", "El archivo"),
    Section("tab", "escritura", "La forma de escribir"),
    Section("control", "signos", "Signos que no se ven o no son los que parecen"),
    Section("file_hidden", "nombres", "Nombres de archivos y carpetas"),
    Section("missing", "campo", "Un campo"),
    Section("no_source", "ficha", "Una ficha consigo misma"),
    Section("evaluation_of_nothing", "evaluaciones", "Evaluaciones"),
    Section("unknown_reference", "conjunto", "Una ficha con las demás"),
    Section("captions_overlap", "subtitulos", "Subtítulos"),
)
"""In the order of the table of sentences."""

INDEX = "mensajes.md"
_TITLE = "Qué quiere decir cada mensaje"
_USUAL = PLACES["conferences"]
_INDEX = (
    "Cada mensaje empieza con el archivo, el renglón y la columna, y termina con su nombre entre corchetes.",
    "Búsquelo aquí por ese nombre: lleva a un ejemplo, a su remedio y al mismo ejemplo corregido.",
)
_SECTION = (
    "Los ejemplos son inventados, y de cada archivo muestran solo lo que importa: lo demás se supone y está bien. Si",
    f"no se dice en cuál están, es `{_USUAL}`. En ellos, ⟨tabulador⟩ o ⟨U+200B⟩ está en",
    "lugar de un signo que no se ve. Los **errores** impiden publicar; las **advertencias**, no.",
    "",
    f"Los demás mensajes están en [{_TITLE}]({INDEX}).",
)


def pages() -> dict[str, str]:
    """Return the pages of the messages by the name of their file."""
    words = {code: _words(code, example) for code, example in EXAMPLES.items()}
    index = [*head(_TITLE, "Los mensajes de la revisión, con ejemplos y remedios."), *_INDEX, ""]
    found: dict[str, str] = {}
    for section, codes in _sections():
        file = f"mensajes-{section.name}.md"
        index += [f"## {section.title}", ""]
        index += [f"- `[{code}]` {link(_heading(code, words[code]), f'{file}#{code}')}" for code in codes]
        index += [""]
        title = f"Mensajes sobre {section.title[0].lower()}{section.title[1:]}"
        lines = [*head(title, f"{title}, con ejemplos y remedios."), *_SECTION, ""]
        for code in codes:
            lines += _message(code, words[code])
        found[file] = whole(lines)
    return {INDEX: whole(index)} | found


def _sections() -> Iterator[tuple[Section, list[str]]]:
    codes = list(SENTENCES)
    starts = [codes.index(section.first) for section in SECTIONS]
    for section, (start, end) in zip(SECTIONS, pairwise([*starts, len(codes)]), strict=True):
        yield section, codes[start:end]


def _message(code: str, words: messages.Words) -> Iterator[str]:
    example = EXAMPLES[code]
    yield f'## <span id="{code}"></span>{_heading(code, words)}'
    yield ""
    yield f"`[{code}]`, {SEVERITIES[words.severity]}."
    yield ""
    yield from _wrong(example) if isinstance(example, Example) else (f"**Ejemplo.** {example.why}", "")
    more = "El mensaje repite qué va en ese campo y un ejemplo." if words.hint else ""
    cure = " ".join(filter(None, [words.fix, more]))
    yield f"**Remedio.** {cure or 'Corrija el valor.'}"
    yield ""
    if isinstance(example, Example):
        yield from _right(example)


def _heading(code: str, words: messages.Words) -> str:
    """Return a message as a heading: with a capital, unless it begins with a detail, such as a path."""
    told = words.message
    return told if SENTENCES[code].message.startswith("{") else f"{told[0].upper()}{told[1:]}"


def _words(code: str, example: Example | Unshown) -> messages.Words:
    """Return what the first problem of a code says, of those that an example is told; without one, with dots."""
    if isinstance(example, Unshown):
        wanted = re.findall(r"\{(\w+)\}", "".join(SENTENCES[code][:2]))
        return messages.word(code, dict.fromkeys(wanted, "…"))
    problem = next(one for one in trial.told(setting.wrong(example)) if one.code == code)
    return messages.Words(problem.message, problem.fix, problem.severity, SENTENCES[code].hint)


def _wrong(example: Example) -> Iterator[str]:
    if example.told:
        yield from (f"Por ejemplo: {example.told}", "")
    elif example.names:
        yield from ("Por ejemplo:", "", *(f"    {path}" for path in example.wrong), "")
    else:
        yield from _files("Por ejemplo", example.wrong, named=[*example.wrong] != [_USUAL])


def _right(example: Example) -> Iterator[str]:
    texts = {path: text for path, text in example.right.items() if not isinstance(text, Fate)}
    fates = [text for text in example.right.values() if isinstance(text, Fate)]
    if example.cure:
        yield from (f"Así: {example.cure}", "")
    elif not texts:
        yield from (f"Así: {fates[0].value}", "")
    elif example.names:
        yield from ("Así:", "", *(f"    {path}" for path in texts), "")
    else:
        yield from _files("Así", texts, named=len(example.wrong) > 1 or [*texts] != [*example.wrong])


def _files(lead: str, files: Mapping[str, str | bytes], *, named: bool) -> Iterator[str]:
    """Yield the texts of files. named: each with its path; else it is the usual one, or was named before."""
    for place, (path, text) in enumerate(files.items()):
        where = f", en `{path}`" if named else ""
        yield f"{lead}{where}:" if place == 0 else f"Y{where.removeprefix(',')}:"
        yield ""
        yield from (f"    {_visible(line)}".rstrip() for line in str(text).splitlines())
        yield ""


def _visible(line: str) -> str:
    """Return a line with names for the signs that nobody sees."""
    named = signs.UNSEEN.sub(lambda sign: f"⟨{signs.code_point(sign[0])}⟩", line)
    return named.replace("\t", "⟨tabulador⟩")
