"""The issue forms of the forge: one for each kind of record, and the one that tells of an error.

In: the questions. Out: YAML by file name, the same on every machine, within the limits of GitHub.
Never: asks what the models do not have, or loses the address of a form that pages link to.

Source of the limits: GitHub, Syntax for issue forms; Common validation errors when creating issue forms.
"""

from collections.abc import Iterator

from acervo.forge.questions import Question, questions
from acervo.records.models.kinds import KINDS, Kind
from acervo.records.text.scalars import quoted

RECORD_LABEL = "ficha"
ERROR_FORM = "error.yml"
"""Every page links to it, and to its fields `page` and `record`."""
HEAD = "# Lo escribe el programa con los campos de las fichas (make generate): no lo cambie a mano."

_PUBLIC = "Este aviso es público: por favor, no escriba datos personales de nadie."
_ERROR = (
    Question("page", "Página", "La dirección de la página en que está el error.", "input", True,
             "https://…/conferencias/…/"),
    Question("record", "Ficha",
             "El archivo y el renglón, si llegó aquí desde la página; si no lo sabe, déjelo vacío.", "input", False,
             "data/conferences/….yml"),
    Question("kind", "¿Qué clase de error es?", "", "dropdown", True, options=(
        "Un dato equivocado o incompleto", "Un nombre mal escrito", "Un enlace o un video que ya no responde",
        "Un problema de accesibilidad", "Algo del sitio que no funciona", "Otra cosa",
    )),
    Question("wrong", "¿Qué dice o qué pasa ahora?", "", "textarea", True),
    Question("right", "¿Qué debería decir o pasar?",
             "Si es un dato, diga de qué fuente lo toma, con su dirección si está en línea. "
             "Sin fuente no se puede publicar.", "textarea"),
    Question("device", "¿Con qué lo vio?",
             "Solo si algo no funciona. Teléfono o computadora, navegador, y lector de pantalla si usa uno.", "input"),
)  # fmt: skip


def templates() -> dict[str, str]:
    """Return every issue form by the name of its file."""
    return {file_name(kind): _of_kind(kind) for kind in KINDS.values()} | {ERROR_FORM: _of_errors()}


def file_name(kind: Kind) -> str:
    """Return the name of the form of a kind."""
    return f"ficha-{kind.segment}.yml"


def _of_kind(kind: Kind) -> str:
    intro = (
        "Con lo que escriba aquí, el programa prepara una ficha y la propone; una persona la revisa antes de "
        "publicarla.\n"
        f"Nada sin fuente, y lo que no se sabe se deja vacío. {_PUBLIC}"
    )
    return _template(
        f"Proponer una ficha: {kind.label.lower()}",
        f"Para agregar al acervo algo que todavía no tiene ficha ({kind.plural.lower()}).",
        f"{kind.label}: ",
        RECORD_LABEL,
        intro,
        questions(kind.folder),
    )


def _of_errors() -> str:
    intro = (
        f"Gracias por avisar. {_PUBLIC}\n"
        "Si pide que se retiren o corrijan datos personales suyos, use la vía que indica el aviso de privacidad del "
        "sitio."
    )
    about = "Un dato equivocado, un enlace roto, algo que no se puede leer o que no funciona."
    return _template("Avisar de un error", about, "Error: ", "error", intro, _ERROR)


def _template(name: str, about: str, title: str, label: str, intro: str, asked: tuple[Question, ...]) -> str:
    lines = [
        HEAD,
        f"name: {quoted(name)}",
        f"description: {quoted(about)}",
        f"title: {quoted(title)}",
        f"labels: [{quoted(label)}]",
        "body:",
        "  - type: markdown",
        "    attributes:",
        *_text("value", intro),
    ]
    for question in asked:
        lines += _asked(question)
    return "\n".join([*lines, ""])


def _asked(question: Question) -> Iterator[str]:
    yield f"  - type: {question.shape}"
    yield f"    id: {question.id}"
    yield "    attributes:"
    yield from _text("label", question.label)
    yield from _text("description", question.hint)
    yield from _text("placeholder", question.example)
    yield from _text("value", question.value)
    if question.options:
        yield "      options:"
        yield from (f"        - {quoted(option)}" for option in question.options)
    yield "    validations:"
    yield f"      required: {'true' if question.required else 'false'}"


def _text(name: str, text: str) -> Iterator[str]:
    """Yield a text; always between quotes, because GitHub's YAML reads `2026-05-25` as something else."""
    if "\n" in text:
        yield f"      {name}: |"
        yield from (f"        {line}".rstrip() if line.strip() else "" for line in text.rstrip("\n").split("\n"))
    elif text:
        yield f"      {name}: {quoted(text)}"
