"""What in a text may tell of one person: mails, telephones, CURP, RFC, addresses of machines, names.

In: a text of one value, or the heading of a column. Out: what it looks like, in a word, or "".
Never: repeats what it found: a message that quotes it would spread it.

Sources: CURP, RENAPO's Instructivo normativo, 18 signs; RFC, the SAT's rules, 13 signs for people; telephones, IFT's
Plan Técnico Fundamental de Numeración, ten digits.
"""

import re
from collections.abc import Collection

from acervo.records.text.words import PARTICLES, fold

MAIL, PHONE, CURP, RFC, NETWORK, NAME = (
    "un correo", "un teléfono", "una CURP", "un RFC", "una dirección IP", "el nombre de una persona"
)  # fmt: skip

_DATE = r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_PATTERNS = (
    (MAIL, re.compile(r"[\w.+%-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+")),
    (CURP, re.compile(rf"\b[A-Z][AEIOUX][A-Z]{{2}}{_DATE}[HMX][A-Z]{{2}}[B-DF-HJ-NP-TV-ZÑ]{{3}}[A-Z\d]\d\b", re.I)),
    (RFC, re.compile(rf"\b[A-ZÑ&]{{4}}[- ]?{_DATE}[- ]?[A-Z\d]{{2}}[A\d]\b", re.I)),
    (NETWORK, re.compile(r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])")),
    (
        PHONE,
        re.compile(
            r"(?<![\d.,$])(?:\+?52[ .-]?)?(?:1[ .-]?)?(?:\(?\d{2}\)?[ .-]?\d{4}|\(?\d{3}\)?[ .-]?\d{3})"
            r"[ .-]?\d{2}[ .-]?\d{2}(?![.,]?\d)"
        ),
    ),
)
_PRIVATE = re.compile(rb"@(?:gmail|hotmail|outlook|yahoo|live|icloud|prodigy|protonmail)\.(?:com|es|me|net)")
"""Institutions write from addresses of their own."""
_SIGNS = re.compile(r"\d.*\d.*\d.*\d|@|\(at\)|\[at\]", re.DOTALL)
"""What every pattern needs; most texts have none of it."""
_ADDRESS = re.compile(r"https?://\S+")

_HEADINGS = (
    (MAIL, ("correo", "e-mail", "email", "mail", "direccion de correo electronico")),
    (PHONE, ("telefono", "celular", "movil", "whatsapp", "phone", "numero de contacto")),
    (CURP, ("curp", "clave unica de registro")),
    (RFC, ("rfc", "registro federal de contribuyentes")),
    (NETWORK, ("ip", "direccion ip", "ip address", "ip-address", "ipaddr")),
    (NAME, (
        "nombre", "nombres", "nombre completo", "nombre y apellido", "nombre y apellidos", "apellido", "apellidos",
        "apellido paterno", "apellido materno", "nombre(s)", "apellido(s)", "name", "full name", "first name",
        "last name", "firma", "nombre de usuario", "username", "usuario",
    )),
)  # fmt: skip
"""How forms call the columns of what may not be published, folded."""
_ASKING = re.compile(r"(?:cual es )?(?:tu|su|el|la|escriba su|escribe tu|indique su|anote su)\s+")
_TAIL = re.compile(
    r"(?:\s*(?:\(.*\)|completo|completa|electronico|electronica|institucional|personal|particular|[:*?.]))+\Z"
)

_TITLES = re.compile(r"\A(?:lic|licda|dr|dra|mtro|mtra|ing|arq|prof|profa|psic|sra|sr|srita|c|dip|sen)\.\s", re.I)
_GIVEN = frozenset({
    "maria", "guadalupe", "juana", "margarita", "josefina", "veronica", "leticia", "rosa", "francisca", "teresa",
    "alicia", "alejandra", "martha", "patricia", "elizabeth", "gabriela", "silvia", "yolanda", "adriana", "claudia",
    "laura", "carmen", "ana", "angelica", "norma", "monica", "sandra", "araceli", "beatriz", "alma", "irma",
    "lucia", "karla", "diana", "fernanda", "daniela", "andrea", "mariana", "paola", "valeria", "sofia", "ximena",
    "regina", "camila", "isabel", "elena", "susana", "rocio", "raquel", "cristina", "lorena", "miriam", "dulce",
    "brenda", "karina", "nancy", "erika", "ruth", "esther", "gloria", "blanca", "graciela", "jose", "juan", "luis",
    "carlos", "jesus", "miguel", "jorge", "pedro", "antonio", "alejandro", "manuel", "francisco", "roberto",
    "fernando", "daniel", "ricardo", "javier", "eduardo", "martin", "rafael", "raul", "sergio", "arturo", "alberto",
    "enrique", "mario", "ramon", "gerardo", "oscar", "hector", "victor", "armando", "alfredo", "gustavo", "cesar",
    "hugo", "ruben", "salvador", "pablo", "guillermo", "ernesto", "jaime", "gabriel", "marco", "andres", "felipe",
    "ignacio", "julio", "tomas", "agustin", "angel", "diego", "santiago", "mateo", "sebastian", "emiliano",
    "leonardo", "ivan", "omar", "adrian", "rodrigo", "israel", "edgar", "saul", "abraham", "benjamin", "moises",
    "samuel", "joel", "ismael", "noe", "rene", "rogelio", "gilberto", "benito", "vicente", "lorenzo", "aurelio",
})  # fmt: skip
"""Given names that are frequent in Mexico, folded."""
_OFFICES = frozenset({
    "instituto", "instituciones", "institucion", "secretaria", "comision", "congreso", "camara", "senado",
    "universidad", "unidad", "direccion", "ayuntamiento", "alcaldia", "municipio", "gobierno", "tribunal",
    "fiscalia", "consejo", "centro", "red", "colectivo", "colectiva", "asociacion", "fundacion", "organismo",
    "oficina", "coordinacion", "subdireccion", "departamento", "escuela", "facultad", "colegio", "hospital",
    "sistema", "procuraduria", "defensoria", "juzgado", "suprema", "corte", "poder", "partido", "sindicato",
    "empresa", "casa", "grupo", "ciudad", "estado", "sala", "biblioteca", "museo", "plaza", "calle", "avenida",
    "region", "zona", "sede", "campus", "taller", "ciclo", "conferencia", "programa", "proyecto", "ley", "san",
    "santa", "sanatorio", "clinica", "banco", "radio", "canal", "agencia", "comite", "junta", "mesa", "instancia",
    "legislatura", "h.",
})  # fmt: skip
"""Words that an institution has and a person has not, folded."""
_WORD = re.compile(r"[^\W\d_]+(?:\.)?")


def looks_like(text: str) -> str:
    """Return what in a text may tell of one person, names aside; "" when nothing does. Web addresses are no matter."""
    if not _SIGNS.search(text):
        return ""
    bare = _ADDRESS.sub(" ", text) if "://" in text else text
    return next((what for what, pattern in _PATTERNS if pattern.search(bare)), "")


def private_mails(data: bytes) -> tuple[int, ...]:
    """Return the lines, from 1, of a file that have a mail of those that people open for themselves."""
    return tuple(data.count(b"\n", 0, found.start()) + 1 for found in _PRIVATE.finditer(data))


def named(text: str) -> bool:
    """Tell whether a short text looks like the name of a person: a title, or a frequent given name and a surname."""
    words = _WORD.findall(text)
    folded = [fold(word).strip(".") for word in words]
    if any(word in _OFFICES for word in folded) or any(sign.isdigit() for sign in text):
        return False
    if _TITLES.match(text):
        return True
    real = [(word, plain) for word, plain in zip(words, folded, strict=True) if plain not in PARTICLES | {"e"}]
    if not 2 <= len(real) <= 5 or not (all(word[0].isupper() for word, _ in real) or text.isupper()):
        return False
    return real[0][1] in _GIVEN or (len(real) > 2 and real[-1][1] in _GIVEN)


def asked(heading: str) -> str:
    """Return what the heading of a column asks of a person that may not be published; "" when it asks nothing such."""
    for part in headings(heading):
        text = _ASKING.sub("", part, count=1)
        bare = _TAIL.sub("", text)
        for what, words in _HEADINGS:
            if text in words or bare in words:
                return what
    return ""


def headings(text: str) -> tuple[str, ...]:
    """Return a heading, folded, and its parts: some forms put a code before it (`email. Correo electrónico`)."""
    whole = " ".join(fold(text).replace("_", " ").strip(" ¿?¡!*:.").split())
    return (whole, *(part.strip(" ¿?¡!*:.[]") for part in re.split(r"[.:\[]\s*", whole) if part != whole))


def of_persons(texts: Collection[str]) -> bool:
    """Tell whether different values of a column are names of people, most of them."""
    return sum(map(named, texts)) * 2 > len(texts)
