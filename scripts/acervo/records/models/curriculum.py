"""The contents that a programme teaches, each with the topics under which the archive has something of it.

In: nothing. Out: frozen models. Never: says what there is of a topic (see `archive`).
"""

from acervo.records.models.fields import Id, Line, Paragraph, Part, field, refer_to


class Content(Part):
    """A content or axis of a curriculum."""

    title: Line = field("Contenido", "Su nombre, como lo escribe la fuente.", "Perspectiva de Género", required=True)
    text: Paragraph = field("En qué consiste", "Solo si la fuente lo dice.", "Conceptos básicos")
    topics: tuple[Id, ...] = refer_to(
        "topics", "Temas del contenido", "Claves de data/topics.yml que le corresponden.", ["perspectiva-de-genero"]
    )
