"""The words of each gap: what it is called, what to do, and who asks for it.

In: nothing. Out: `DUTIES`. Never: decides what is missing (see `archive.gaps`).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Duty(NamedTuple):
    """A gap in words."""

    name: str
    """In a list of what is missing in a record."""
    title: str
    """Over the list of those that have it."""
    ask: str
    """What to do, in a sentence."""
    rule: str = ""
    """The rule that asks for it, or ""."""


DUTIES: Mapping[str, Duty] = MappingProxyType({
    "summary": Duty(
        "resumen", "Sin resumen", "Escriba de qué trata en una o dos frases sencillas.",
        "LGTAIP 12: información en lenguaje claro.",
    ),
    "sources": Duty(
        "fuentes", "Sin fuentes", "Diga de dónde sale cada dato; sin fuente, quítelo.",
        "LGTAIP 12: información verificable.",
    ),
    "date": Duty("fecha", "Sin fecha", "Si solo se sabe el año o el mes, basta; si es dudosa, lleva «?»."),
    "people": Duty("personas", "Sin personas", "Diga quiénes participaron y en qué papel, con su fuente."),
    "office": Duty(
        "cargo", "Sin cargo", "Agregue el cargo público que dice la fuente, con la fecha en que consta."
    ),
    "topics": Duty("temas", "Sin temas", "Elija los temas de la lista; si falta uno, agréguelo con su fuente."),
    "institution": Duty("institución", "Sin institución", "Diga qué institución organiza o emite."),
    "description": Duty("descripción", "Sin descripción", "Cuente lo que se trató, con sus propias palabras."),
    "recording": Duty(
        "qué pasó con la grabación", "No se sabe si hay grabación",
        "Averigüe si se grabó y si se publicó; si no, diga por qué.",
    ),
    "link": Duty(
        "enlace de la grabación", "Grabación publicada y sin enlace", "Agregue el video o la dirección de una copia."
    ),
    "captions": Duty(
        "subtítulos revisados", "Sin subtítulos revisados por una persona",
        "Revise los automáticos o agregue otros, y dígalo en la ficha.",
        "WCAG 2.2, 1.2.2, y LMTR 194: portales del Congreso con diseño universal.",
    ),
    "license": Duty(
        "licencia", "Sin licencia conocida", "Pregunte bajo qué condiciones puede usarse la grabación.",
        "LFDA 27 y 83: sin licencia, los derechos están reservados.",
    ),
    "permission": Duty(
        "permiso de subtítulos", "Sin constancia del permiso para publicar los subtítulos",
        "Pregunte a quien habla o a quien organiza, y anote lo que responda.",
        "LFDA 27: poner las palabras a disposición del público pide permiso.",
    ),
    "consent": Duty(
        "consentimiento", "No se dice cómo se avisó que se grabaría",
        "Diga cómo se avisó al público que se grabaría y qué se haría con sus preguntas.",
        "LGPDPPSO 20 a 22 y LFDA 87.",
    ),
    "sign_language": Duty(
        "lengua de señas", "No se sabe si tiene Lengua de Señas Mexicana",
        "Vea la grabación y diga si tiene interpretación.", "LGIPD 14 y 32.",
    ),
    "overdue": Duty(
        "ya pasó", "Ya pasaron y su grabación sigue «Programada»",
        "Ponga la grabación, o diga si no se grabó o no se publicó y por qué.",
    ),
    "late": Duty(
        "más de 15 días sin contar qué pasó", "Sin actualizar 15 días después de realizarse",
        "Complete la ficha con lo que ocurrió y ponga la fecha de hoy en «Última actualización».",
        "Reglamento del Senado 296: la información se actualiza en los 15 días que siguen a un cambio.",
    ),
    "stale": Duty(
        "más de 3 meses sin revisar", "Sin revisar en los últimos 3 meses",
        "Lea la ficha, compruebe que siga siendo cierta y ponga la fecha de hoy en «Última actualización».",
        "LGTAIP 58: la información se actualiza al menos cada tres meses.",
    ),
})  # fmt: skip
"""By the code of the gap."""
