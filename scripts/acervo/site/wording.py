"""Words that more than one page shows: names of states, countries, languages, and of the lists of records.

In: codes. Out: Spanish words; an unknown code is shown as it is. Never: words the sentences of
a page (templates do).
Sources: ISO 3166-2:MX (states), ISO 3166-1 (countries), ISO 639-1 (languages).
"""

from collections.abc import Mapping

from acervo.records.parts import Place

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
    "topics": ("un tema", "temas"),
}
ABOUT: Mapping[str, str] = {
    "conferences": "Conferencias, foros y encuentros, del más reciente al más antiguo.",
    "speakers": "Quienes participaron en las conferencias o aparecen en los documentos por su cargo público.",
    "documents": "Notas, informes, planes, protocolos y leyes, con su contenido completo y sus fuentes.",
    "networks": "Instituciones y personas que trabajan juntas por la igualdad.",
    "institutions": "Oficinas y organismos, con sus nombres de hoy y de antes.",
    "series": "Conferencias que se repiten con un mismo propósito.",
    "topics": "El vocabulario del acervo, con los nombres anteriores y otras formas de decirlo.",
}
NO_DATE = "Fecha desconocida"


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
