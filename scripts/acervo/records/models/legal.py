"""The legal basis of a record: which law or document it cites, and which article of it.

In: nothing. Out: frozen models. Never: joins with the document that is cited (see `archive`).
"""

from acervo.records.models.fields import Id, Line, Paragraph, Part, field, refers_to


class Citation(Part):
    """A law or document that is cited as a foundation."""

    title: Line = field("Ley o documento", "Como lo nombra la fuente.", "LGAMVLV", required=True)
    article: Line = field("Parte que se cita", "Artículo, fracción u objetivo.", "20 Quáter")
    document: Id = refers_to("documents", "Ficha del documento", "Su id, si está en el acervo.", "lgamvlv")
    quote: Paragraph = field("Qué dice", "Las palabras que se citan.", "Se crea la Unidad Técnica…")
