"""Words that more than one page shows: names of states, countries, languages, and of the lists of records.

In: codes. Out: Spanish words; an unknown code is shown as it is. Never: words the sentences of
a page (templates do).
Sources: ISO 3166-2:MX (states), ISO 3166-1 (countries), ISO 639-1 (languages).
"""

import re
from collections.abc import Mapping, Sequence

from acervo.records.models.parts import Place
from acervo.records.text.words import sort_key

STATES: Mapping[str, str] = {
    "AGU": "Aguascalientes", "BCN": "Baja California", "BCS": "Baja California Sur", "CAM": "Campeche",
    "CHH": "Chihuahua", "CHP": "Chiapas", "CMX": "Ciudad de México", "COA": "Coahuila de Zaragoza",
    "COL": "Colima", "DUR": "Durango", "GRO": "Guerrero", "GUA": "Guanajuato", "HID": "Hidalgo",
    "JAL": "Jalisco", "MEX": "Estado de México", "MIC": "Michoacán de Ocampo", "MOR": "Morelos",
    "NAY": "Nayarit", "NLE": "Nuevo León", "OAX": "Oaxaca", "PUE": "Puebla", "QUE": "Querétaro",
    "ROO": "Quintana Roo", "SIN": "Sinaloa", "SLP": "San Luis Potosí", "SON": "Sonora", "TAB": "Tabasco",
    "TAM": "Tamaulipas", "TLA": "Tlaxcala", "VER": "Veracruz de Ignacio de la Llave", "YUC": "Yucatán",
    "ZAC": "Zacatecas",
}  # fmt: skip
COUNTRIES: Mapping[str, str] = {
    "AR": "Argentina", "BO": "Bolivia", "BR": "Brasil", "CA": "Canadá", "CL": "Chile", "CO": "Colombia",
    "CR": "Costa Rica", "CU": "Cuba", "DO": "República Dominicana", "EC": "Ecuador", "ES": "España",
    "FR": "Francia", "GT": "Guatemala", "HN": "Honduras", "MX": "México", "NI": "Nicaragua", "PA": "Panamá",
    "PE": "Perú", "PR": "Puerto Rico", "PY": "Paraguay", "SV": "El Salvador", "US": "Estados Unidos",
    "UY": "Uruguay", "VE": "Venezuela",
}  # fmt: skip
LANGUAGES: Mapping[str, str] = {
    "de": "alemán", "en": "inglés", "es": "español", "fr": "francés", "it": "italiano", "ja": "japonés",
    "myn": "maya", "nah": "náhuatl", "pt": "portugués", "yua": "maya yucateco",
}  # fmt: skip
LISTS: Mapping[str, tuple[str, str]] = {
    "conferences": ("una conferencia", "conferencias"),
    "speakers": ("una persona", "personas"),
    "documents": ("un documento", "documentos"),
    "networks": ("una red", "redes"),
    "institutions": ("una institución", "instituciones"),
    "series": ("un ciclo", "ciclos"),
    "routes": ("una ruta", "rutas"),
    "evaluations": ("una evaluación", "evaluaciones"),
    "topics": ("un tema", "temas"),
}
ABOUT: Mapping[str, str] = {
    "conferences": "Conferencias, foros y encuentros, del más reciente al más antiguo.",
    "speakers": "Quienes participaron en las conferencias o aparecen en los documentos por su cargo público.",
    "documents": "Notas, informes, planes, protocolos y leyes, con su contenido completo y sus fuentes.",
    "networks": "Instituciones y personas que trabajan juntas por la igualdad.",
    "institutions": "Oficinas y organismos, con sus nombres de hoy y de antes.",
    "series": "Conferencias que se repiten con un mismo propósito.",
    "routes": "Itinerarios para aprender: qué ver y qué leer, en orden, y lo que todavía falta.",
    "evaluations": "Lo que respondieron quienes participaron, contado de modo que nadie pueda reconocerse.",
    "topics": "El vocabulario del acervo, con los nombres anteriores y otras formas de decirlo.",
}
NO_DATE = "Fecha desconocida"
_SOUND_OF_I = re.compile(r"[«¿¡\"(]*(?:[ií]|hi(?!e))", re.IGNORECASE)
"""Before it «y» turns into «e» (RAE, Diccionario panhispánico de dudas, «y²»)."""


def together(texts: Sequence[str]) -> str:
    """Join texts in words: `Ana`, `Ana e Inés`, `Ana, Inés y Luz`; nothing for none."""
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {'e' if _SOUND_OF_I.match(texts[-1]) else 'y'} {texts[-1]}"


def sentence(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def counted(kind: str, number: int) -> str:
    """Say how many records of a kind there are: `una red`, `1,204 conferencias`."""
    one, many = LISTS[kind]
    return one if number == 1 else f"{number:,} {many}"


def language(code: str) -> str:
    """Name a language by its code (`es`, `es-MX`)."""
    return LANGUAGES.get(code.partition("-")[0].lower(), code)


def state(code: str) -> str:
    """Name a Mexican state by its three letters."""
    return STATES.get(code, code)


def state_name(code: str) -> str:
    """Return the name of a state as addresses have it: `jalisco`, `ciudad-de-mexico`."""
    return sort_key(STATES[code]).replace(" ", "-")


def place(value: Place | None) -> str:
    """Say where something is, from near to far, without saying a name twice."""
    if value is None:
        return ""
    names = (value.name, state(value.state), COUNTRIES.get(value.country, value.country))
    return ", ".join(dict.fromkeys(name for name in names if name))


def place_in_short(name_and_state: tuple[str, str]) -> str:
    """Say a card's place: town and state."""
    name, code = name_and_state
    return ", ".join(dict.fromkeys(part for part in (name, state(code)) if part))
