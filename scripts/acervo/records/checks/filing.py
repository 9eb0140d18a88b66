"""Where a record is kept: what its folder and its file's name may be.

In: a path below the folder that holds the data folder (`data/conferences/2024-malla.yml`).
Out: the record's kind and id, or what is wrong with the name.
Never: looks at the disk or into the file.
"""

import difflib
import re
from typing import NamedTuple

from acervo.records.models.fields import ID_LENGTH, ID_PATTERN
from acervo.records.models.kinds import KINDS
from acervo.records.text.words import fold

TOPICS_FILE = "topics.yml"
MACHINE_PLACES = frozenset({"youtube", "schema", "permalinks.txt"})
"""What programs write beside the records."""

_OF_ADDRESSES = """
404 acervo api archivo assets atom buscar calendario datos editar feed feeds index indice nuevo pagina
pagefind rss search sitemap static suscribirse todo todos
"""
_OF_WINDOWS = frozenset({"aux", "con", "nul", "prn"}) | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
RESERVED_IDS = frozenset(_OF_ADDRESSES.split()) | _OF_WINDOWS
"""Names that addresses or operating systems keep for themselves."""

_ID = re.compile(ID_PATTERN + r"\Z")
_YEAR = re.compile(r"\d{4}\Z")


class Filing(NamedTuple):
    """The place of a record, or of the file of all topics (id "")."""

    kind: str
    id: str


class Misfiled(NamedTuple):
    """What is wrong with a path: the code of the sentence and its details."""

    code: str
    details: dict[str, str]


def place_of(path: str) -> Filing | Misfiled | None:
    """Return the place of a record, what is wrong with it, or None for a file that is no record's."""
    _, *folders, name = path.split("/")
    folder = folders[0] if folders else ""
    if name == ".gitkeep" or folder in MACHINE_PLACES or (not folders and name in MACHINE_PLACES):
        return None
    if name.startswith(".") or name.endswith(("~", ".swp", ".bak", ".tmp", ".orig")):
        return Misfiled("file_hidden", {"name": name})
    if not folders and fold(name) in (TOPICS_FILE, "topics.yaml"):
        return Filing("topics", "") if name == TOPICS_FILE else Misfiled("file_extension", {"suggestion": TOPICS_FILE})
    if not folders or folder not in KINDS or folder == "topics":
        return _unknown_folder(folder)
    if len(folders) > 1:
        return Misfiled("folder_inside", {"folder": "/".join(folders), "suggestion": f"{folder}/{name}"})
    return _file(folder, name)


def id_problem(id_: str) -> Misfiled | None:
    """Return what is wrong with an id, or None."""
    shortest, longest = ID_LENGTH
    if not _ID.match(id_):
        return Misfiled("id_name", {"id": id_, "suggestion": suggest(id_)})
    if not shortest <= len(id_) <= longest:
        return Misfiled("id_length", {"id": id_, "shortest": str(shortest), "longest": str(longest)})
    if id_ in RESERVED_IDS or _YEAR.match(id_):
        return Misfiled("id_reserved", {"id": id_})
    return None


def suggest(text: str) -> str:
    """Return the text as an id could be: a suggestion for people, never used as it is."""
    plain = "".join(sign for sign in fold(text) if sign.isascii())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: ID_LENGTH[1]].strip("-")


def _file(folder: str, name: str) -> Filing | Misfiled:
    stem, dot, extension = name.rpartition(".")
    if extension != "yml" or not dot:
        known = dot and extension.lower() in ("yml", "yaml", "txt", "json")
        return Misfiled("file_extension", {"suggestion": f"{suggest(stem if known else name)}.yml"})
    return id_problem(stem) or Filing(folder, stem)


def _unknown_folder(folder: str) -> Misfiled:
    folders = [kind for kind in KINDS if kind != "topics"]
    if not folder:
        return Misfiled("folder_stray", {"folders": ", ".join(folders)})
    near = difflib.get_close_matches(folder.lower(), folders, 1)
    suggestion = near[0] if near else ""
    return Misfiled("folder_unknown", {"folder": folder, "folders": ", ".join(folders), "suggestion": suggestion})
