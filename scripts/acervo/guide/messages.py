"""The page of the guide with every message: what is told it, what to do, and the same put right.

In: the table of sentences and the examples. Out: Markdown by file name, the same on every machine.
Never: words a message itself: an example is checked, and what it is told is what the page says.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from acervo.guide import setting, trial
from acervo.guide.example import PLACES, Example, Fate
from acervo.guide.examples import EXAMPLES
from acervo.guide.page import head, whole
from acervo.records import messages, signs
from acervo.records.filing import suggest
from acervo.records.problems import SEVERITIES
from acervo.records.sentences import SENTENCES

SECTIONS: Mapping[str, str] = MappingProxyType({
    "too_big": "El archivo",
    "tab": "La forma de escribir",
    "control": "Signos que no se ven o no son los que parecen",
    "file_hidden": "Nombres de archivos y carpetas",
    "missing": "Un campo",
    "no_source": "Una ficha consigo misma",
    "evaluation_of_nothing": "Evaluaciones",
    "unknown_reference": "Una ficha con las demás",
    "captions_overlap": "Subtítulos",
})  # fmt: skip
"""The first message of each section, in the order of the table of sentences."""

_USUAL = PLACES["conferences"]
_ABOUT = (
    "Cada mensaje empieza con el archivo, el renglón y la columna, y termina con su nombre entre corchetes.",
    "Búsquelo aquí por ese nombre. Los **errores** impiden publicar; las **advertencias**, no.",
    "",
    "Los ejemplos son inventados, y de cada archivo muestran solo lo que importa: lo demás se supone y está bien. Si",
    f"no se dice en cuál están, es `{_USUAL}`. En ellos, ⟨tabulador⟩ o ⟨U+200B⟩ está en",
    "lugar de un signo que no se ve.",
)


def pages() -> dict[str, str]:
    """Return the page of the messages by the name of its file."""
    lines = [
        *head("Qué quiere decir cada mensaje", "Los mensajes de la revisión, con un ejemplo y su remedio."),
        *_ABOUT,
        "",
        *(f"- [{heading}](#{suggest(heading)})" for heading in SECTIONS.values()),
        "",
    ]
    for code in SENTENCES:
        if code in SECTIONS:
            lines += [f"## {SECTIONS[code]}", ""]
        lines += _message(code)
    return {"mensajes.md": whole(lines)}


def _message(code: str) -> Iterator[str]:
    example = EXAMPLES[code]
    words = _words(code, example) if isinstance(example, Example) else _plain(code)
    yield f"### {_heading(code, words.message)}"
    yield ""
    yield f'<code id="{code}">[{code}]</code>, {SEVERITIES[words.severity]}.'
    yield ""
    yield from _wrong(example) if isinstance(example, Example) else (f"**Ejemplo.** {example.why}", "")
    more = "El mensaje repite qué va en ese campo y un ejemplo." if words.hint else ""
    cure = " ".join(filter(None, [words.fix, more]))
    yield f"**Remedio.** {cure or 'Corrija el valor.'}"
    yield ""
    if isinstance(example, Example):
        yield from _right(example)


def _heading(code: str, message: str) -> str:
    """Return a message as a heading: with a capital, unless it begins with a detail, such as a path."""
    return message if SENTENCES[code].message.startswith("{") else f"{message[0].upper()}{message[1:]}"


def _words(code: str, example: Example) -> messages.Words:
    """Return what the first problem of a code says, of those that an example is told."""
    problem = next(one for one in trial.told(setting.wrong(example)) if one.code == code)
    return messages.Words(problem.message, problem.fix, problem.severity, SENTENCES[code].hint)


def _plain(code: str) -> messages.Words:
    """Return a message with dots for its details."""
    wanted = re.findall(r"\{(\w+)\}", "".join(SENTENCES[code][:2]))
    return messages.word(code, dict.fromkeys(wanted, "…"))


def _wrong(example: Example) -> Iterator[str]:
    if example.told:
        yield from (f"Por ejemplo: {example.told}", "")
    elif example.names:
        yield from ("Por ejemplo:", "", *(f"    {path}" for path in example.wrong), "")
    else:
        yield from _files("Por ejemplo", example.wrong)


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
        yield from _files("Así", texts, shown=[*texts] == [*example.wrong])


def _files(lead: str, files: Mapping[str, str | bytes], *, shown: bool = False) -> Iterator[str]:
    """Yield the texts of files, each with its path unless it was shown or is the usual one."""
    for place, (path, text) in enumerate(files.items()):
        where = "" if shown or (path == _USUAL and len(files) == 1) else f", en `{path}`"
        yield f"{lead}{where}:" if place == 0 else f"Y{where.removeprefix(',')}:"
        yield ""
        yield from (f"    {_visible(line)}".rstrip() for line in str(text).splitlines())
        yield ""


def _visible(line: str) -> str:
    """Return a line with names for the signs that nobody sees."""
    named = signs.UNSEEN.sub(lambda sign: f"⟨{signs.code_point(sign[0])}⟩", line)
    return named.replace("\t", "⟨tabulador⟩")
