"""The generated pages of the editors' guide: every field of every kind, every message with an example and its cure.

In: the models, the table of sentences and the examples. Out: Markdown by file name, the same on every machine.
Never: says anything of a field or a message that the program does not say itself.
"""

from acervo.guide import fields, messages
from acervo.records.models.kinds import KINDS


def manual() -> dict[str, str]:
    """Return the generated pages of the guide by the name of their file."""
    return {f"campos-{kind.segment}.md": fields.page(kind) for kind in KINDS.values()} | messages.pages()
