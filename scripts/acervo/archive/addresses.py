"""Where every page of the archive lives: the only place that decides an address.

In: kinds, ids, years, page numbers. Out: paths from the site's root, with a final slash, without a leading one.
Never: knows under which host or base path the site is served.
"""

from acervo.records.entry import Key
from acervo.records.kinds import KINDS

PAGE = "pagina"
FEED = "feed.xml"
ATOM = "atom.xml"
RISKS = "grabaciones-en-riesgo/"


def record(key: Key) -> str:
    """Return the path of a record's page."""
    kind, id_ = key
    return f"{KINDS[kind].segment}/{id_}/"


def section(kind: str) -> str:
    """Return the path of the list of one kind of record."""
    return f"{KINDS[kind].segment}/"


def year(year_: int) -> str:
    """Return the path of the list of one year's conferences."""
    return f"{section('conferences')}{year_}/"


def numbered(path: str, number: int) -> str:
    """Return the path of a list's n-th page; the first is the list itself."""
    return path if number == 1 else f"{path}{PAGE}/{number}/"


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


def output(path: str) -> str:
    """Return the file that answers a path."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def relative(target: str, page: str) -> str:
    """Return the link from one page's path to another, so that the site works under any base path."""
    up = "../" * page.count("/")
    return f"{up}{target}" or "./"
