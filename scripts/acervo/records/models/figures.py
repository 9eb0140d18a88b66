"""Figures of a document: counts and money, each as the source writes it and as a number.

In: nothing. Out: frozen models. Never: adds figures up (see `sums`), or mends what a source says.
"""

from acervo.records.models.fields import Amount, Choice, Count, Line, Paragraph, Part, field


class Currency(Choice):
    """In which money a source counts (ISO 4217)."""

    MXN = "MXN", "pesos mexicanos"
    USD = "USD", "dólares de Estados Unidos"
    EUR = "EUR", "euros"


class Figure(Part):
    """How many, in the words of the source; the number only when it says one."""

    text: Paragraph = field("Como está escrito", "Las palabras de la fuente.", "20,000 Personas", required=True)
    number: Count | None = field("Número", "Solo si la fuente dice uno; sin comas.", "20000", default=None)


class Money(Part):
    """An amount of money."""

    amount: Amount = field("Cantidad", "En número; los centavos, tras un punto.", "30000.00", required=True)
    text: Line = field("Como está escrita", "Las palabras de la fuente.", "$30,000.00")
    currency: Currency | None = field(
        "Moneda", "Se omite si la fuente no la escribe; el signo $ no basta.", "MXN", default=None
    )


class Beneficiaries(Part):
    """Whom something serves."""

    direct: Figure | None = field("Directas", "Como lo dice la fuente.", {"text": "20,000 Personas"}, default=None)
    indirect: Figure | None = field(
        "Indirectas", "Como lo dice la fuente.", {"text": "toda la población"}, default=None
    )
