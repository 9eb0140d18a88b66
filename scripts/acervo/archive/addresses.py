"""Where every page of the archive lives: the only place that decides an address.

In: kinds, ids, years, page numbers. Out: paths from the site's root, with a final slash, without a leading one.
Never: knows under which host or base path the site is served.
"""

from hashlib import blake2b

from acervo.records.catalogue.entry import Key
from acervo.records.models.kinds import KINDS

PAGE = "pagina"
FEED = "feed.xml"
ATOM = "atom.xml"
CALENDAR = "calendario.ics"
UPCOMING = "proximas.json"
ALMANAC = "calendario/"
RISKS = "grabaciones-en-riesgo/"
FIGURES = "cifras/"
QUALITY = "calidad/"
MILESTONES = "linea-de-tiempo/"
TERRITORY = "entidades/"
TIES = "relaciones/"
EDITOR = "editar/"
DOSSIERS = ("documents", "networks")
"""Kinds whose records are also given as data: those of many parts, and not too many records."""
SHORT = "c/"
"""Where all short addresses begin."""
_SHORT_SIGNS = "23456789bcdfghjkmnpqrstvwxyz"
"""Letters and digits that nobody takes for one another, without vowels, so that no word comes of them."""
_SHORT_LENGTH = 6


def record(key: Key) -> str:
    """Return the path of a record's page."""
    kind, id_ = key
    return f"{KINDS[kind].segment}/{id_}/"


def short(id_: str) -> str:
    """Return the short address of a conference: made of its id alone, so it is the same for ever.

    There are 480 million; two ids that share one are told apart by `acervo check`, which asks for another id.
    """
    number = int.from_bytes(blake2b(id_.encode(), digest_size=8).digest())
    signs = []
    for _ in range(_SHORT_LENGTH):
        number, place = divmod(number, len(_SHORT_SIGNS))
        signs.append(_SHORT_SIGNS[place])
    return f"{SHORT}{''.join(signs)}/"


def section(kind: str) -> str:
    """Return the path of the list of one kind of record."""
    return f"{KINDS[kind].segment}/"


def year(year_: int) -> str:
    """Return the path of the list of one year's conferences."""
    return f"{section('conferences')}{year_}/"


def almanac(year_: int) -> str:
    """Return the path of the calendar of one year."""
    return f"{ALMANAC}{year_}/"


def numbered(path: str, number: int) -> str:
    """Return the path of a list's n-th page; the first is the list itself."""
    return path if number == 1 else f"{path}{PAGE}/{number}/"


def package(topic: Key) -> str:
    """Return the path of the package of a topic: what there is to see and read of it, on one sheet."""
    return f"{record(topic)}paquete/"


def figures(form: str) -> str:
    """Return the file of the data behind the figures of the practice, as `csv` or `json`."""
    return f"{FIGURES}datos.{form}"


def quality(kind: str) -> str:
    """Return the path of the list of what is missing in each record of a kind."""
    return f"{QUALITY}{KINDS[kind].segment}/"


def form(kind: str) -> str:
    """Return the file of the form of a kind of record; of "palabras", what all forms need."""
    return f"{EDITOR}formas/{kind}.json"


def preview(kind: str) -> str:
    """Return the file from which the form lays out the page of a kind; of "palabras", what all such pages need."""
    return f"{EDITOR}paginas/{kind}.json"


def index(kind: str) -> str:
    """Return the file of the ids and titles of a kind."""
    return f"{EDITOR}fichas/{kind}.json"


def texts(kind: str, shard: str) -> str:
    """Return the file with the texts of some records of a kind, for the form."""
    return f"{EDITOR}fichas/{kind}/{shard}.json"


def gap(name: str) -> str:
    """Return the path of the records with one gap."""
    return f"{QUALITY}falta/{name}/"


def territory(name: str) -> str:
    """Return the path of what is documented in one of the 32 states."""
    return f"{TERRITORY}{name}/"


def card(key: Key, form: str) -> str:
    """Return the file of the card that announces a conference, as `svg` or `png`."""
    return f"{record(key)}tarjeta.{form}"


def poster(key: Key, form: str) -> str:
    """Return the file of the poster that announces a conference, as `svg` or `png`."""
    return f"{record(key)}cartel.{form}"


def picture(key: Key) -> str:
    """Return the file of the picture of a conference's recording."""
    return f"{record(key)}imagen.webp"


def captions(key: Key, language: str) -> str:
    """Return the file of the captions of a conference's recording in a language."""
    return f"{record(key)}subtitulos.{language}.vtt"


def srt(key: Key, language: str) -> str:
    """Return the file of the same captions in the form that most players and editors take."""
    return f"{record(key)}subtitulos.{language}.srt"


def plain(key: Key, language: str) -> str:
    """Return the file of the transcript as text without any form."""
    return f"{record(key)}transcripcion.{language}.txt"


def event(key: Key) -> str:
    """Return the calendar file of a single conference."""
    return f"{record(key)}evento.ics"


def dossier(key: Key) -> str:
    """Return the file of a document or a network as data."""
    return f"{record(key)}ficha.json"


def output(path: str) -> str:
    """Return the file that answers a path."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def relative(target: str, page: str) -> str:
    """Return the link from one page's path to another, so that the site works under any base path."""
    up = "../" * page.count("/")
    return f"{up}{target}" or "./"
